"""A condition on a column meets a cell: it holds, it does not, or the cell does not say.

The one rule: a cell that states nothing answers nothing; one that names several labels holds only when all are meant.
"""

from __future__ import annotations

import math
from functools import lru_cache
from typing import TYPE_CHECKING, assert_never

from decision.intake.cells.cell import read_cell
from decision.intake.cells.cleaning import clean
from decision.intake.cells.labels import Labels, folded
from decision.intake.cells.unknowns import unknown_reason
from decision.model import Kind, Verdict
from decision.nouns.costs import Check, Condition

if TYPE_CHECKING:
    from decision.model import Reading

__all__ = ["answer"]

_YES_NO = {"yes", "no"}


def answer(condition: Condition, cell: str) -> Verdict:
    """Say whether a condition holds.

    Parameters
    ----------
    condition
        On the column that the cell stands in.
    cell
        As typed; empty where the file lacks the column.

    Returns
    -------
    Verdict
        ``PASS`` when it holds, ``FAIL`` when not, ``ASK`` when the cell does not say.

    Examples
    --------
    >>> is_cpc = Condition(column="exam", check=Check.IS, words=("CPC",), known=("CPC", "CBCS"))
    >>> [answer(is_cpc, cell).name for cell in ("CPC", "CBCS", "CBCS or CPC", "")]
    ['PASS', 'FAIL', 'ASK', 'ASK']
    """
    match condition.check:
        case Check.IS:
            return _named(condition, cell)
        case Check.HAS:
            return _spoken_of(condition, cell)
        case Check.AT_LEAST | Check.AT_MOST | Check.BELOW | Check.ABOVE:
            reading = _number(cell)
            return Verdict.ASK if reading is None else _compared(condition, reading)
        case _:
            assert_never(condition.check)


def _named(condition: Condition, cell: str) -> Verdict:
    if {word.casefold() for word in condition.known} <= _YES_NO:
        reading = read_cell(cell, Kind.YES_NO)
    else:
        reading = read_cell(cell, Kind.CATEGORY, labels=Labels(condition.known, condition.aliases))
    if not reading.is_stated:
        return Verdict.ASK
    wanted, found = {folded(word) for word in condition.words}, {folded(label) for label in reading.labels}
    if found <= wanted:
        return Verdict.PASS
    return Verdict.ASK if found & wanted else Verdict.FAIL


def _spoken_of(condition: Condition, cell: str) -> Verdict:
    text = clean(cell)
    if unknown_reason(text) is not None:
        return Verdict.ASK
    return Verdict.PASS if any(folded(word) in folded(text) for word in condition.words) else Verdict.FAIL


@lru_cache(maxsize=4096)
def _number(cell: str) -> Reading | None:
    """Read a plain number, whatever unit stands behind it."""
    for unit in ("hours", "weeks", "months", "credits"):
        reading = read_cell(cell, Kind.NUMBER, unit=unit)
        if reading.is_stated and not reading.fault:
            return reading
    return None


def _compared(condition: Condition, reading: Reading) -> Verdict:
    limit = condition.limit
    least, most = {
        Check.AT_LEAST: (limit, math.inf),
        Check.AT_MOST: (-math.inf, limit),
        Check.BELOW: (-math.inf, math.nextafter(limit, -math.inf)),
        Check.ABOVE: (math.nextafter(limit, math.inf), math.inf),
    }[condition.check]
    if least <= reading.low and reading.high <= most:
        return Verdict.PASS
    return Verdict.FAIL if reading.high < least or reading.low > most else Verdict.ASK
