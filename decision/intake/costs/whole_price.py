"""A price for a credit, a year or a month becomes the price of the whole program, where the file says how many.

The one rule: without a stated number of credits or a stated length it stays a price on another basis, never a guess.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from decision.intake.cells.cell import read_cell
from decision.intake.costs.lengths import read_length, times
from decision.kinds import plain
from decision.model import Basis, Kind, Reading

__all__ = ["for_the_whole", "worked_out"]

_CENT_PLACES = 6
_NOUNS = {
    Basis.CREDIT: "credit",
    Basis.YEAR: "year",
    Basis.TERM: "term",
    Basis.MONTH: "month",
    Basis.WEEK: "week",
}


def for_the_whole(reading: Reading, credits: str = "", length: str = "") -> Reading:  # noqa: A002 -- the column's name
    """Give the price of the whole program.

    Parameters
    ----------
    reading
        A price as typed.
    credits, length
        The cells that state how many credits and how long; as typed, or empty.

    Returns
    -------
    Reading
        The same where it is not stated, is for the whole program already, or the cells do not say how many; its text
        stays as typed.

    Examples
    --------
    >>> price = read_cell("$223 per credit", Kind.MONEY)
    >>> for_the_whole(price, credits="27").low, for_the_whole(price, credits="TBD").basis.value
    (6021.0, 'each credit')
    >>> year = for_the_whole(read_cell("$5,492 a year", Kind.MONEY), length="9 months")
    >>> year.low, year.high
    (4119.0, 5492.0)
    """
    count = _count(reading, credits, length)
    if count is None:
        return reading
    low, high = round(reading.low * count[0], _CENT_PLACES), round(reading.high * count[1], _CENT_PLACES)
    return replace(reading, low=low, high=high, basis=Basis.WHOLE)


def worked_out(reading: Reading, credits: str = "", length: str = "") -> str:  # noqa: A002 -- the column's name
    """Say how the price of the whole program comes about; empty where it is as typed.

    Examples
    --------
    >>> worked_out(read_cell("$223 per credit", Kind.MONEY), credits="27")
    '$223 x 27 credits'
    >>> worked_out(read_cell("$3,450", Kind.MONEY), credits="27")
    ''
    """
    count = _count(reading, credits, length)
    if count is None:
        return ""
    amount = " to ".join(dict.fromkeys((_dollars(reading.low), _dollars(reading.high))))
    number = " to ".join(dict.fromkeys((plain(count[0]), plain(count[1]))))
    noun = _NOUNS[reading.basis]
    return f"{amount} x {number} {noun if number == '1' else noun + 's'}"


def _dollars(amount: float) -> str:
    return f"${plain(amount)}" if amount == round(amount) else f"${amount:,.2f}"


def _count(reading: Reading, credit_cell: str, length_cell: str) -> tuple[float, float] | None:
    """How many times the price is to be paid, or ``None``."""
    if not reading.is_stated or reading.basis is Basis.WHOLE:
        return None
    if reading.basis is Basis.CREDIT:
        return _credits(credit_cell)
    length = read_length(length_cell)
    return None if length is None else times(length, reading.basis)


@lru_cache(maxsize=4096)
def _credits(cell: str) -> tuple[float, float] | None:
    counted = read_cell(cell, Kind.NUMBER, unit="credits")
    is_count = counted.is_stated and not counted.fault and counted.low > 0
    return (counted.low, counted.high) if is_count else None
