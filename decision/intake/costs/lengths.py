"""How long a program takes, as typed, becomes how many years, terms, months or weeks are to be paid.

Nothing is guessed: a length in months says nothing of terms. Where a length does not come out even, it may be charged
by the part or by each one begun, and where weeks and months meet a month has four weeks to 31 days: ranges, then.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from functools import lru_cache

from decision.intake.cells.cell import read_cell
from decision.intake.cells.cleaning import clean
from decision.intake.cells.number_words import with_digits
from decision.model import Basis, Kind

__all__ = ["Length", "read_length", "times"]

_TERMS = re.compile(r"([0-9]{1,2})(?: ?(?:-|–|to) ?([0-9]{1,2}))?[ -]?(?:semesters?|terms?|quarters?)", re.I)
_WEEKS = re.compile(r"(?:wks?|weeks?)\b", re.I)
_WEEKS_A_YEAR, _MONTHS_A_YEAR = 52, 12
_SHORTEST_MONTH, _LONGEST_MONTH = 4, 31 / 7
_PLACES = 9


@dataclass(frozen=True, slots=True, kw_only=True)
class Length:
    """How long a program takes.

    Parameters
    ----------
    unit
        ``TERM``, ``WEEK`` or ``MONTH``: what was counted (years are months).
    low, high
        How many.
    """

    unit: Basis
    low: float
    high: float


@lru_cache(maxsize=4096)
def read_length(text: str) -> Length | None:
    """Read a length.

    Parameters
    ----------
    text
        The cell as typed; a bare number is months.

    Returns
    -------
    Length or None
        ``None`` when it states none.

    Examples
    --------
    >>> read_length("four semesters"), read_length("36 weeks").unit.name, read_length("2 years").high
    (Length(unit=<Basis.TERM: 'each term'>, low=4.0, high=4.0), 'WEEK', 24.0)
    >>> read_length("varies") is None
    True
    """
    plain = with_digits(clean(text))
    terms = _TERMS.fullmatch(plain)
    if terms:
        low, high = float(terms[1]), float(terms[2] or terms[1])
        return Length(unit=Basis.TERM, low=low, high=high) if 0 < low <= high else None
    reading = read_cell(text, Kind.DURATION)
    if not reading.is_stated or reading.fault or not reading.low > 0:
        return None
    if not _WEEKS.search(plain) or re.search(r"year|yr|month|mo\b", plain, re.I):
        return Length(unit=Basis.MONTH, low=reading.low, high=reading.high)
    weeks = [round(end * _WEEKS_A_YEAR / _MONTHS_A_YEAR, _PLACES) for end in (reading.low, reading.high)]
    return Length(unit=Basis.WEEK, low=weeks[0], high=weeks[1])


def times(length: Length, basis: Basis) -> tuple[float, float] | None:
    """Say how many times an amount is to be paid.

    Parameters
    ----------
    length
        How long the program takes.
    basis
        What the amount is for.

    Returns
    -------
    tuple of float or None
        The least and the most; ``None`` when this length does not say.

    Examples
    --------
    >>> nine = Length(unit=Basis.MONTH, low=9.0, high=9.0)
    >>> times(nine, Basis.MONTH), times(nine, Basis.YEAR), times(nine, Basis.WEEK), times(nine, Basis.TERM)
    ((9.0, 9.0), (0.75, 1.0), (36.0, 40.0), None)
    """
    if basis is length.unit:
        return _begun(length.low, length.high)
    match length.unit, basis:
        case Basis.MONTH, Basis.YEAR:
            return _begun(length.low / _MONTHS_A_YEAR, length.high / _MONTHS_A_YEAR)
        case Basis.WEEK, Basis.YEAR:
            return _begun(length.low / _WEEKS_A_YEAR, length.high / _WEEKS_A_YEAR)
        case Basis.MONTH, Basis.WEEK:
            return _begun(length.low * _SHORTEST_MONTH, length.high * _LONGEST_MONTH)
        case Basis.WEEK, Basis.MONTH:
            return _begun(length.low / _LONGEST_MONTH, length.high / _SHORTEST_MONTH)
        case _:
            return None


def _begun(low: float, high: float) -> tuple[float, float]:
    return round(low, _PLACES), float(math.ceil(round(high, _PLACES)))
