"""How long a program takes, as typed, becomes months.

A year is 12 months and 52 weeks, so a week is 12/52 of a month and a day a seventh of that. A bare number is months,
the unit of the kind. Hours, credits and semesters say how much, not how long: they are not understood. ``P9M`` and
``P1Y6M`` are how web pages state a length to machines (ISO 8601); ``PT240H`` is hours, and no length.
"""

from __future__ import annotations

import re

from decision.intake.cells.number_words import with_digits
from decision.intake.cells.numerals import DASH, NUMBER, unsigned, value
from decision.intake.cells.remarks import impossible, not_understood
from decision.model import Reading

__all__ = ["read_duration"]

_UNIT = r"(?:months?|mos?|mths?|weeks?|wks?|years?|yrs?|days?)(?![a-z])\.?"
_PLAIN = re.compile(r"([0-9]{1,3}(?:\.[0-9]{1,2})?)(?: months?)?")
_MIXED = re.compile(r"(?<![0-9.,])([0-9]{1,3})(?:(?: | ?- ?| and )([1-7])/([2-8])(?![0-9/])| ?([½¼¾]))")
_QUARTERS = {"¼": 0.25, "½": 0.5, "¾": 0.75}


def _part(end: str) -> str:
    """Give the pattern of one length; its groups end in the given letter."""
    return rf"(?P<number_{end}>{NUMBER})(?:[ -]?(?P<unit_{end}>{_UNIT}))?"


_ONE_OR_RANGE = re.compile(rf"{_part('a')}(?: ?(?:{DASH}|to) ?{_part('b')})?", re.I | re.A)
_SUM = re.compile(rf"{_part('a')}(?:,| and|, and)? {_part('b')}", re.I | re.A)
_BETWEEN = re.compile(r"between (.*) and (.*)", re.I)
_STANDARD = re.compile(rf"P(?:({NUMBER})Y)?(?:({NUMBER})M)?(?:({NUMBER})W)?(?:({NUMBER})D)?(?:T(?:0+[HMS])+)?", re.A)
_MONTHS_IN_EACH = (12, 1, 12 / 52, 12 / 52 / 7)
_SPREADSHEET_DAYS = range(36526, 54789)

_NEGATIVE = "a length of time is never below 0. Correct it, or leave the cell blank if it is not known."
_REVERSED = "not understood: the range ends below where it begins. Write the shorter time first, such as 6-9 months."
_ZERO = "0 months is odd: is it not reported?"


def read_duration(text: str, typed: str) -> Reading | None:
    """Read a length of time or a range.

    Parameters
    ----------
    text
        The cleaned cell.
    typed
        The cell as typed.

    Returns
    -------
    Reading or None
        Months; ``None`` when it is no length of time.

    Raises
    ------
    TooManyDigitsError
        When digits would be lost.

    Examples
    --------
    >>> read_duration("3 1/2 years", "").low, read_duration("26 weeks", "").low, read_duration("P1Y6M", "").low
    (42.0, 6.0, 18.0)
    >>> read_duration("120 hours", "") is None
    True
    """
    plain = _PLAIN.fullmatch(text)
    if plain:
        return _stated(typed, value(plain[1]), value(plain[1]))
    ends = [_standard(end) for end in text.split(" to ", 1)]
    if all(end is not None for end in ends):
        return _low_to_high(typed, ends[0] or 0.0, ends[-1] or 0.0)
    positive = unsigned(text)
    reading = _read_unsigned(positive, typed) if positive else None
    if reading is not None and reading.high > 0:
        return impossible(typed, _NEGATIVE)
    return reading if positive else _read_unsigned(text, typed)


def _standard(text: str) -> float | None:
    """Read a length as ISO 8601 writes it, in months."""
    found = _STANDARD.fullmatch(text)
    if not found or not any(found.groups()):
        return None
    return sum(value(part) * each for part, each in zip(found.groups("0"), _MONTHS_IN_EACH, strict=True))


def _read_unsigned(text: str, typed: str) -> Reading | None:
    """Read a length, a range or a sum of years and months, number words and fractions included."""
    text = _MIXED.sub(_with_fraction, _BETWEEN.sub(r"\1 to \2", with_digits(text)))
    found = _ONE_OR_RANGE.fullmatch(text)
    if found:
        return _one_or_range(found, typed)
    found = _SUM.fullmatch(text)
    is_sum = found and (found["unit_a"] or "").casefold().startswith("y") and found["unit_b"]
    if not found or not is_sum or found["unit_b"].casefold().startswith("y"):
        return None
    months = _months(found["number_a"], found["unit_a"]) + _months(found["number_b"], found["unit_b"])
    return _stated(typed, months, months)


def _one_or_range(found: re.Match[str], typed: str) -> Reading | None:
    """Read one length or both ends of a range; one unit goes with both."""
    number, last = found["number_a"], found["number_b"]
    unit = found["unit_a"] or found["unit_b"]
    if not unit and not last and number.isdigit() and len(number) == 5 and int(number) in _SPREADSHEET_DAYS:
        return None
    low = _months(number, unit)
    high = _months(last, found["unit_b"] or unit) if last else low
    return _low_to_high(typed, low, high)


def _low_to_high(typed: str, low: float, high: float) -> Reading:
    return not_understood(typed, _REVERSED) if low > high else _stated(typed, low, high)


def _months(number: str, unit: str | None) -> float:
    """Turn a number of days, weeks, months or years into months."""
    count = value(number)
    match (unit or "m")[0].casefold():
        case "y":
            return count * 12
        case "w":
            return count * 12 / 52
        case "d":
            return count * 12 / 52 / 7
        case _:
            return count


def _with_fraction(found: re.Match[str]) -> str:
    """Write ``3 1/2`` as ``3.5``; a fraction of one or more is left alone."""
    part = _QUARTERS[found[4]] if found[4] else int(found[2]) / int(found[3])
    return f"{int(found[1]) + part:.12f}" if part < 1 else found[0]


def _stated(typed: str, low: float, high: float) -> Reading:
    """Give the reading of a length, marked odd when it is 0."""
    return Reading(text=typed, low=low, high=high, doubt=_ZERO if high == 0 else "")
