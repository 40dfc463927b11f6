"""Whether a column of shares without signs means 0.92 or 92: the whole column decides, never one cell."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from decision.model import Reading, Unknown

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["MIXED", "settle_scale"]

ONLY_ONES = "1 could mean 1 % or 100 %. Write 1% or 100%."
MIXED = "this column holds shares such as 0.92 and such as 92. Write all of them with a % sign."


def settle_scale(readings: Sequence[Reading]) -> list[Reading]:
    """Read the shares without a sign on the one scale that their column has.

    Parameters
    ----------
    readings
        The distinct readings of one column; bare ones hold their number as typed.

    Returns
    -------
    list of Reading
        The same, on a scale of 0..1: fractions if no bare number exceeds 1, percent if all do (0 goes with both). Where
        both occur, the bare ones of the rarer sort carry a fault; where all are 1, they are not understood.

    Examples
    --------
    >>> settle_scale([Reading(text="92", low=92.0, high=92.0, is_bare=True)])[0].low
    0.92
    >>> settle_scale([Reading(text="1", low=1.0, high=1.0, is_bare=True)])[0].unknown.words
    'not understood'
    """
    bare = [reading for reading in readings if reading.is_bare and reading.is_stated and reading.high > 0]
    above = [reading for reading in bare if reading.high > 1]
    within = [reading for reading in bare if reading.high <= 1]
    if above and within:
        rarer = within if len(within) <= len(above) else above
        return [replace(reading, fault=MIXED) if _is_among(reading, rarer) else reading for reading in readings]
    if above:
        return [_as_percent(reading) if reading.is_bare else reading for reading in readings]
    if all(reading.low == reading.high == 1 for reading in within):
        return [_not_understood(reading) if _is_among(reading, within) else reading for reading in readings]
    return list(readings)


def _is_among(reading: Reading, others: Sequence[Reading]) -> bool:
    return reading.is_bare and any(reading is other for other in others)


def _not_understood(reading: Reading) -> Reading:
    return Reading(text=reading.text, unknown=Unknown.NOT_UNDERSTOOD, doubt=ONLY_ONES)


def _as_percent(reading: Reading) -> Reading:
    return replace(reading, low=_hundredth(reading.low), high=_hundredth(reading.high))


def _hundredth(number: float) -> float:
    """Divide the number as typed, so that 57.3 and 0.573 are the same share to the last digit."""
    return float(Decimal(repr(number)) / 100)
