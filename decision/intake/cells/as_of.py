"""A date as typed becomes the first and the last day it can mean: a day, a month, a term, a school year, a span.

A period counts by its end; of several dates in one cell the oldest counts. Words beside a date do no harm, digits that
are part of none do. What could be two dates (``2011-12``) is not guessed. A school year runs from July to June; winter,
spring, summer and fall end with March, June, September and December.
"""

from __future__ import annotations

import calendar
import re
from typing import TYPE_CHECKING

from decision.intake.cells.cleaning import clean
from decision.intake.cells.unknowns import unknown_reason
from decision.nouns.freshness import Dated

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["read_as_of"]

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_SEASONS = {"winter": (1, 3), "spring": (4, 6), "summer": (7, 9), "fall": (10, 12), "autumn": (10, 12)}
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?"
)
_YEAR = r"(?:19|20)[0-9]{2}"
_DASH = r"[-–—]"
_NTH = r"[0-9]{1,2}(?:st|nd|rd|th)?"
_TIME = r"(?:[T ][0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?(?: ?Z| ?[+-][0-9]{2}:?[0-9]{2})?)?"

_FORMS = re.compile(
    rf"(?<![\w/-])(?:"
    rf"(?P<iso>{_YEAR}-[0-9]{{1,2}}-[0-9]{{1,2}}|{_YEAR}/[0-9]{{1,2}}/[0-9]{{1,2}}){_TIME}"
    rf"|(?P<us>[0-9]{{1,2}}/[0-9]{{1,2}}/{_YEAR})"
    rf"|(?P<named>{_MONTH} {_NTH},? {_YEAR}|{_NTH} {_MONTH},? {_YEAR})"
    rf"|(?P<months>{_MONTH}(?: ?(?:{_DASH}|/|to|and|&) ?{_MONTH})?,? {_YEAR})"
    rf"|(?P<season>(?:winter|spring|summer|fall|autumn) {_YEAR}(?:[-/][0-9]{{2}}|[-/]{_YEAR})?)"
    rf"|(?P<quarter>q[1-4][ -]?{_YEAR}|{_YEAR}[ -]?q[1-4])"
    rf"|(?P<years>{_YEAR}(?:[-–/][0-9]{{2,4}})?)"
    rf")(?![\w/]|-[0-9])",
    re.I | re.A,
)
_JOIN = re.compile(rf" ?(?:{_DASH}|to|through|thru|until) ?", re.I)
_UNDATED = re.compile(r"\b(?:undated|not dated|no date|without a? ?date|date unknown)\b", re.I)
_NUMBERS = re.compile(r"[0-9]+")
_WORDS = re.compile(r"[a-z]+", re.I)
_NOT_A_DATE = "is not understood as a date. Write 2025, 2025-03, 2025-03-01, 2024-25 or Fall 2024."
_TWO_DATES = "could be a month or a school year. Write {month}-01, or {first}-{second}."

_Days = tuple[int, int]


def read_as_of(text: str) -> Dated:
    """Read of when a fact is.

    Parameters
    ----------
    text
        The cell as typed.

    Returns
    -------
    Dated
        With neither days nor a problem where the cell is blank or says that the date is not known.

    Examples
    --------
    >>> [read_as_of(text).last for text in ("2021-22", "2024-09-16", "2018-11", "2026", "Fall 2024", "")]
    [20220630, 20240916, 20181130, 20261231, 20241231, 0]
    >>> read_as_of("IPEDS 2020-21 to 2023-24 awards; 2021-22 charges").words
    'in 2021-22'
    >>> read_as_of("2011-12").problem
    'could be a month or a school year. Write 2011-12-01, or 2011-2012.'
    """
    shown = clean(text)
    if unknown_reason(shown) is not None or _UNDATED.search(shown):
        return Dated(text=text)
    pieces = [*_FORMS.finditer(shown)]
    problem = "" if pieces and not re.search("[0-9]", _FORMS.sub(" ", shown)) else _NOT_A_DATE
    periods: list[tuple[int, int, str]] = []
    end = 0
    for piece in pieces:
        days = _days(piece)
        if isinstance(days, str):
            problem = problem or days
            continue
        is_span = bool(periods) and _JOIN.fullmatch(shown[end : piece.start()]) is not None
        if is_span and days[1] >= periods[-1][0]:
            first, _, words = periods.pop()
            periods.append((first, days[1], f"{words} to {piece[0]}"))
        else:
            periods.append((*days, piece[0]))
        end = piece.end()
    if problem or not periods:
        return Dated(text=text, problem=problem or _NOT_A_DATE)
    first, last, words = min(periods, key=lambda period: period[1])
    return Dated(text=text, words=f"{'on' if first == last else 'in'} {words}", first=first, last=last)


def _days(piece: re.Match[str]) -> _Days | str:
    """Give the first and last day of one date, or why it is none."""
    form = piece.lastgroup
    assert form is not None, "one of the forms matched"
    found = _READ[form](piece[form])
    if isinstance(found, str):
        return found
    first, last = _number(*found[:3]), _number(*found[3:])
    return (first, last) if first and last and first <= last else _NOT_A_DATE


def _number(year: int, month: int, day: int) -> int:
    """Give a day as one number, 0 where there is no such day; day 0 is the last of its month."""
    longest = calendar.monthrange(year, month)[1] if 1 <= month <= 12 else 0
    return (100 * year + month) * 100 + (day or longest) if day <= longest and longest else 0


_Parts = tuple[int, int, int, int, int, int]
"""Year, month and day of the first day, then of the last; day 0 is the last of its month."""


def _iso(text: str) -> _Parts:
    year, month, day = map(int, re.split("[-/]", text))
    return year, month, day, year, month, day


def _us(text: str) -> _Parts:
    month, day, year = map(int, text.split("/"))
    return year, month, day, year, month, day


def _named(text: str) -> _Parts:
    day, year = map(int, _NUMBERS.findall(text))
    month = _month(next(word for word in _WORDS.findall(text) if _is_month(word)))
    return year, month, day, year, month, day


def _months(text: str) -> _Parts:
    named = [_month(word) for word in _WORDS.findall(text) if _is_month(word)]
    year = int(_NUMBERS.findall(text)[0])
    return year, named[0], 1, year, named[-1], 0


def _season(text: str) -> _Parts:
    word, _, rest = text.partition(" ")
    first, *second = re.split("[-/]", rest)
    start, end = _SEASONS[word.casefold()]
    last_year = int(first[:2] + second[0][-2:]) if second else int(first)
    return int(first), start if not second else 7, 1, last_year, end, 0


def _quarter(text: str) -> _Parts:
    first, second = map(int, _NUMBERS.findall(text))
    year, last = max(first, second), 3 * min(first, second)
    return year, last - 2, 1, year, last, 0


def _years(text: str) -> _Parts | str:
    """Read ``2026``, ``2018-11``, ``2021-22``, ``2021-2022`` and ``2018-2024``."""
    first, *second = re.split("[-–/]", text)
    year = int(first)
    if not second:
        return year, 1, 1, year, 12, 0
    number = int(second[0])
    if len(second[0]) == 4:
        return _school_years(year, number)
    is_month, is_school_year = 1 <= number <= 12, number == (year + 1) % 100
    if len(second[0]) == 3 or (is_month and is_school_year):
        return _TWO_DATES.format(month=text, first=year, second=year + 1) if len(second[0]) == 2 else _NOT_A_DATE
    if is_month:
        return year, number, 1, year, number, 0
    return _school_years(year, year - year % 100 + number + (100 if number < year % 100 else 0))


def _school_years(year: int, last: int) -> _Parts | str:
    """Read two years: a school year where they follow one another, else all of them."""
    if last == year + 1:
        return year, 7, 1, last, 6, 0
    return (year, 1, 1, last, 12, 0) if year <= last < year + 50 else _NOT_A_DATE


def _is_month(word: str) -> bool:
    return word[:3].casefold() in _MONTHS


def _month(word: str) -> int:
    return 1 + _MONTHS.index(word[:3].casefold())


_READ: dict[str, Callable[[str], _Parts | str]] = {
    "iso": _iso,
    "us": _us,
    "named": _named,
    "months": _months,
    "season": _season,
    "quarter": _quarter,
    "years": _years,
}
