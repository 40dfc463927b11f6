"""A day, as typed, becomes a date; a list of starts becomes days, months and ``rolling``.

``1/5/2027`` is the fifth of January or the first of May: where only one of the two exists it is read, never guessed.
"""

from __future__ import annotations

import re
from datetime import date

from decision.intake.cells.cleaning import clean
from decision.intake.cells.remarks import not_understood
from decision.intake.cells.unknowns import unknown_reason
from decision.model import Reading

__all__ = ["ROLLING", "parse_day", "read_starts"]

ROLLING = "rolling"
"""The label of a program that can be started at any time."""

_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)(?![a-z])\.?"
)
_YEAR = r"(?:19|20)[0-9]{2}(?![0-9])"
_DAY_NUMBER = r"[0-9]{1,2}(?:st|nd|rd|th)?(?![0-9a-z:])"
_JOIN = r"(?: ?(?:,|/|&|;| and | or ) ?)"
_ISO = re.compile(rf"(?<![0-9])({_YEAR})-([0-9]{{2}})-([0-9]{{2}})(?![0-9])", re.I | re.A)
_AMERICAN = re.compile(rf"({_MONTH}) ({_DAY_NUMBER}),? ?({_YEAR})", re.I | re.A)
_EUROPEAN = re.compile(rf"(?<![0-9])({_DAY_NUMBER}) ({_MONTH}),? ?({_YEAR})", re.I | re.A)
_NUMBERS = re.compile(rf"(?<![0-9/])([0-9]{{1,2}})/([0-9]{{1,2}})/({_YEAR})", re.I | re.A)
_ISO_MONTH = re.compile(rf"(?<![0-9-])({_YEAR})-([0-9]{{2}})(?![0-9-])", re.I | re.A)
_IN_YEAR = re.compile(rf"({_MONTH}(?:{_JOIN}{_MONTH})*),? ?({_YEAR})", re.I | re.A)
_ANY_YEAR = re.compile(_MONTH, re.I | re.A)
_ROLLING = re.compile(
    r"\b(?:rolling|any ?time|open enrol?lment|continuous(?:ly)?|self[- ]paced|on demand|year[- ]round|at any time)\b",
    re.I,
)
_MONTHLY = re.compile(r"\b(?:monthly|(?:every|each) month)\b", re.I)
_FILLERS = re.compile(
    r"\b(?:and|or|every|each|year|starts?|starting|begins?|in|on|the|of|class(?:es)?|start|dates?|admissions?|enrol?lment"
    r"|next|cohorts?|available)\b|[\s,;/&|:.()+]+",
    re.I,
)
_WANTED = (
    "not understood. Write a day such as 2027-01-12, a month such as January 2027, or rolling, with ; between them."
)


def parse_day(text: str) -> date | None:
    """Read one day.

    Parameters
    ----------
    text
        Such as ``2027-01-05``, ``January 5, 2027`` or ``5 Jan 2027``.

    Examples
    --------
    >>> str(parse_day("Jan. 5, 2027")), str(parse_day("9/15/2026")), parse_day("1/5/2027"), parse_day("2027-02-30")
    ('2027-01-05', '2026-09-15', None, None)
    """
    found: set[str] = set()
    rest = _take_days(" ".join(text.split()), found)
    return date.fromisoformat(found.pop()) if len(found) == 1 and not rest.strip() else None


def read_starts(text: str) -> Reading:
    """Read when a program starts.

    Parameters
    ----------
    text
        The cell as typed: days, months with or without a year, ``rolling``, or several.

    Returns
    -------
    Reading
        Its labels are days (``2027-01-12``), months (``2027-01``), months of every year (``--01``) and ``rolling``.

    Examples
    --------
    >>> sorted(read_starts("January and September 2027").labels), sorted(read_starts("Every September").labels)
    (['2027-01', '2027-09'], ['--09'])
    >>> sorted(read_starts("Rolling; Jan 12, 2027").labels), read_starts("spring").is_stated
    (['2027-01-12', 'rolling'], False)
    """
    plain = clean(text, line_break="; ")
    reason = unknown_reason(plain)
    if reason is not None:
        return Reading(text=text, unknown=reason)
    found: set[str] = set()
    rest = _take_months(_take_days(plain, found), found)
    return Reading(text=text, labels=frozenset(found)) if found and not rest else not_understood(text, _WANTED)


def _take_days(text: str, found: set[str]) -> str:
    """Note the days and cut them out; what is no day stays."""

    def take(match: re.Match[str], year: str, *choices: tuple[int, int]) -> str:
        days = {day for month, number in choices if (day := _day(int(year), month, number))}
        found.update(days if len(days) == 1 else ())
        return " " if len(days) == 1 else match[0]

    text = _ISO.sub(lambda m: take(m, m[1], (int(m[2]), int(m[3]))), text)
    text = _AMERICAN.sub(lambda m: take(m, m[3], (_month(m[1]), _number(m[2]))), text)
    text = _EUROPEAN.sub(lambda m: take(m, m[3], (_month(m[2]), _number(m[1]))), text)
    return _NUMBERS.sub(lambda m: take(m, m[3], (int(m[1]), int(m[2])), (int(m[2]), int(m[1]))), text)


def _take_months(text: str, found: set[str]) -> str:
    """Note months and ``rolling``; give what is left without fillers."""

    def in_year(match: re.Match[str]) -> str:
        found.update(f"{match[2]}-{_month(name):02d}" for name in _ANY_YEAR.findall(match[1]))
        return " "

    def any_year(match: re.Match[str]) -> str:
        found.add(f"--{_month(match[0]):02d}")
        return " "

    def iso_month(match: re.Match[str]) -> str:
        is_month = 1 <= int(match[2]) <= 12
        found.update({f"{match[1]}-{match[2]}"} if is_month else ())
        return " " if is_month else match[0]

    text = _ANY_YEAR.sub(any_year, _IN_YEAR.sub(in_year, _ISO_MONTH.sub(iso_month, text)))
    if _MONTHLY.search(text):
        found.update(f"--{month:02d}" for month in range(1, 13))
    if _ROLLING.search(text):
        found.add(ROLLING)
    return _FILLERS.sub("", _ROLLING.sub(" ", _MONTHLY.sub(" ", text)))


def _day(year: int, month: int, day: int) -> str:
    """Give a day that exists, else nothing."""
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""


def _month(name: str) -> int:
    return _MONTHS.index(name[:3].casefold()) + 1


def _number(text: str) -> int:
    return int(re.sub(r"\D", "", text))
