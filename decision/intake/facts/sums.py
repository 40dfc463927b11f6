"""An amount from its own column, or from the sum of its parts less what is taken off.

A stated column wins. A sum counts only when every part is stated; else what is stated is the least it can be.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from decision.intake.facts.sayings import Saying, unstated
from decision.model import Basis, Criterion, Kind, Reading, Unknown

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["not_for_the_whole", "oddness", "say_amount"]

ONE_PERCENT = 0.01
CENT_PLACES = 6
"""Sums are rounded here, so that $1,999.90 and $4,000.10 come to $6,000 and not to a hair more."""

_ZEROS = "every part is $0 and none is called free: are they not reported? Used as stated."


def say_amount(criterion: Criterion, whole: Reading, parts: Sequence[Reading], less: Sequence[Reading]) -> Saying:
    """Say what a column, its parts and what is taken off them state together.

    Parameters
    ----------
    criterion
        Of a numeric kind.
    whole
        The criterion's own column.
    parts
        Its parts, in the criterion's order; empty when it names none.
    less
        What is taken off the sum of the parts.

    Returns
    -------
    Saying
        The amount as stated. A price that is not for the whole program does not state it.
    """
    summed = _summed(parts, less)
    if whole.is_stated and whole.basis is Basis.WHOLE and not whole.is_inside:
        doubt = _doubt(criterion, whole, summed)
        shown = criterion.spell_range(whole.low, whole.high)
        return Saying(text=shown, low=whole.low, high=whole.high, doubt=doubt, is_suspect=bool(doubt))
    if whole.unknown is Unknown.NOT_UNDERSTOOD or not summed.is_begun:
        return not_for_the_whole(whole)
    if summed.is_whole:
        shown = criterion.spell_range(summed.low, summed.high)
        doubt = _zeros(criterion, summed)
        return Saying(
            text=f"{shown} added up", low=summed.low, high=summed.high, doubt=doubt, blamed=1, is_suspect=bool(doubt)
        )
    shown = criterion.spell(summed.low)
    return Saying(
        text=f"at least {shown}: {Unknown.PARTS_MISSING.words}", unknown=Unknown.PARTS_MISSING, low=summed.low
    )


class _Sum:
    """The parts added up, less what is taken off, never below 0."""

    __slots__ = ("gross", "high", "is_begun", "is_whole", "low", "says_more_than_zeros")

    def __init__(self, parts: Sequence[Reading], less: Sequence[Reading]) -> None:
        stated = [part for part in parts if part.is_stated]
        taken = [amount for amount in less if amount.is_stated]
        self.is_begun = any(not part.is_inside for part in stated)
        self.is_whole = bool(parts) and len(stated) == len(parts)
        self.gross = (_total([part.low for part in stated]), _total([part.high for part in stated]))
        self.low = max(0.0, _total([self.gross[0], *(-amount.high for amount in taken)]))
        self.high = max(0.0, _total([self.gross[1], *(-amount.low for amount in taken)]))
        self.says_more_than_zeros = self.gross[1] > 0 or any(part.is_free for part in stated)

    def comes_to(self, reading: Reading, tolerance: float) -> bool:
        """Whether a stated amount agrees with the sum, before or after what is taken off."""
        return any(
            low * (1 - tolerance) <= reading.high and reading.low <= high * (1 + tolerance)
            for low, high in (self.gross, (self.low, self.high))
        )


def oddness(criterion: Criterion, whole: Reading, parts: Sequence[Reading], less: Sequence[Reading]) -> str:
    """Say what is odd about a stated amount beside its parts, or about the parts; empty when nothing is.

    Parameters
    ----------
    criterion, whole, parts, less
        As for `say_amount`.
    """
    summed = _summed(parts, less)
    if whole.is_stated and whole.basis is Basis.WHOLE:
        return _doubt(criterion, whole, summed)
    return _zeros(criterion, summed) if summed.is_whole else ""


def _zeros(criterion: Criterion, summed: _Sum) -> str:
    return _ZEROS if criterion.kind is Kind.MONEY and not summed.says_more_than_zeros else ""


def not_for_the_whole(whole: Reading) -> Saying:
    """Say why a column states nothing; a price on another basis is worth a word."""
    if not whole.is_stated:
        return unstated(whole)
    if whole.is_inside:
        said = "it says that this is part of another price, and not what the whole program costs: read as not known."
        return Saying(text="part of another price", unknown=Unknown.OTHER_BASIS, doubt=said)
    said = f"a price for {whole.basis.value}, not for the whole program: read as not known."
    return Saying(text=f"only a price for {whole.basis.value}", unknown=Unknown.OTHER_BASIS, doubt=said)


def _summed(parts: Sequence[Reading], less: Sequence[Reading]) -> _Sum:
    return _Sum([_for_the_whole(part) for part in parts], [_for_the_whole(amount) for amount in less])


def _for_the_whole(reading: Reading) -> Reading:
    """Read a price for a credit or a year as not stated: what the whole program costs it does not say."""
    if reading.is_stated and reading.basis is not Basis.WHOLE:
        return Reading(text=reading.text, unknown=Unknown.OTHER_BASIS)
    return reading


def _total(amounts: Sequence[float]) -> float:
    return round(math.fsum(amounts), CENT_PLACES)


def _doubt(criterion: Criterion, whole: Reading, summed: _Sum) -> str:
    """Say what is odd about a stated amount: its cell, unless the parts come to it, or that it differs from them."""
    if not summed.is_whole:
        return whole.doubt
    if summed.comes_to(whole, ONE_PERCENT):
        return "" if whole.low == 0 and summed.says_more_than_zeros else whole.doubt
    parts = criterion.spell_range(*summed.gross)
    times = whole.low / summed.gross[1] if summed.gross[1] > 0 else 0.0
    if times >= 10:
        return f"{times:,.0f} times its parts ({parts}): a slip? Used as stated."
    return f"its parts come to {parts}. Used as stated."
