"""A rate as typed becomes a share 0..1, with the counts behind it where the cell states them.

Counts beat a printed rate. A number without a percent sign is left unscaled and marked bare: whether 0.92 or 92 is
meant is settled by its whole column. ``0 of 0`` states no rate: nobody took the exam.
"""

from __future__ import annotations

import re

from decision.intake.cells.number_words import with_digits
from decision.intake.cells.numerals import DASH, NUMBER, unsigned, value
from decision.intake.cells.remarks import impossible, not_understood
from decision.model import Kind, Reading, Unknown, plain, spell

__all__ = ["read_share"]

_PERCENT = r"(?:%|[ -]?percent|[ -]?per cent|pct\.?)"
_WHO = r"(?: (?:students|graduates|takers|test takers|people|candidates))?"
_COUNT = r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?![0-9,.])"
_COUNTS = rf"({_COUNT})(?: passed)?(?: ?/ ?| (?:out )?of )({_COUNT}){_WHO}(?: (?:who )?passed)?"
_PRINTED = rf"({NUMBER}) ?{_PERCENT}"

_PLAIN = re.compile(r"([0-9]{1,3}(?:\.[0-9]{1,15})?)( ?%)?")
_RATE = re.compile(
    rf"(?P<low>{NUMBER})(?: ?(?P<sign_a>{_PERCENT}))?"
    rf"(?: ?(?:{DASH}|to) ?(?P<high>{NUMBER})(?: ?(?P<sign_b>{_PERCENT}))?)?",
    re.I | re.A,
)
_COUNTS_FIRST = re.compile(rf"{_COUNTS}(?: ?[(\[=:,;] ?{_PRINTED}[)\]]?)?", re.I | re.A)
_RATE_FIRST = re.compile(rf"{_PRINTED} ?[(\[=:,;]? ?{_COUNTS}[)\]]?", re.I | re.A)
_BETWEEN = re.compile(r"between (.*) and (.*)", re.I)
_DECIMAL_COMMA = re.compile(r"(?<![0-9.,])([0-9]{1,2}(?=,[0-9](?![0-9]))|0|[0-9]{2}),([0-9]{1,2})(?![0-9.,])")
_YEAR = re.compile(r"[0-9]{1,2}/(?:19|20)[0-9]{2}|(?:19|20)[0-9]{2} ?[/-] ?[0-9]{2,4}")

_MEND = "Correct it, or leave the cell blank if it is not known."
_OVER = f"a share is at most 100 %. {_MEND}"
_NEGATIVE = f"a share is never below 0 %. {_MEND}"
_REVERSED = "not understood: the range ends below where it begins. Write the smaller share first, such as 60-70 %."
_MIXED = "not understood: the range mixes a fraction and a percent. Write it with a sign, such as 60-70 %."
_YEARS = (
    "not understood: it looks like a date or a school year. Write a percent, such as 92 %, or counts, such as 28 of 37."
)
_POINTS_APART = 0.01


def read_share(text: str, typed: str) -> Reading | None:
    """Read a rate, a range of rates, or how many of how many.

    Parameters
    ----------
    text
        The cleaned cell.
    typed
        The cell as typed.

    Returns
    -------
    Reading or None
        Share 0..1, or the bare number unscaled; ``None`` when it is no rate.

    Raises
    ------
    TooManyDigitsError
        When digits would be lost.

    Examples
    --------
    >>> read_share("92%", "").low, read_share("92", "").low, read_share("28 of 37", "").took
    (0.92, 92.0, 37.0)
    >>> read_share("33 of 31", "").fault.split(":")[0]
    'more passed than took it'
    """
    found = _PLAIN.fullmatch(text)
    if found:
        share = value(found[1], exponent=-2 if found[2] else 0)
        return _stated(typed, share, share, is_bare=not found[2])
    return _below_zero(text, typed) or _read_unsigned(text, typed)


def _below_zero(text: str, typed: str) -> Reading | None:
    """Read a share below zero, which is impossible."""
    positive = unsigned(text)
    reading = _read_unsigned(positive, typed) if positive else None
    if reading is None or not (reading.is_stated or reading.fault):
        return None
    return reading if reading.high == 0 else impossible(typed, _NEGATIVE)


def _read_unsigned(text: str, typed: str) -> Reading | None:
    """Read counts or rates, number words and a decimal comma included."""
    if _YEAR.fullmatch(text):
        return not_understood(typed, _YEARS)
    text = _DECIMAL_COMMA.sub(r"\1.\2", _BETWEEN.sub(r"\1 to \2", with_digits(text)))
    counts = _COUNTS_FIRST.fullmatch(text)
    if counts:
        return _counted(typed, counts[1], counts[2], counts[3])
    counts = _RATE_FIRST.fullmatch(text)
    if counts:
        return _counted(typed, counts[2], counts[3], counts[1])
    found = _RATE.fullmatch(text)
    return _rate(found, typed) if found else None


def _rate(found: re.Match[str], typed: str) -> Reading:
    """Read one rate or a range of rates; one sign goes with both ends."""
    is_bare = not (found["sign_a"] or found["sign_b"])
    exponent = 0 if is_bare else -2
    low = value(found["low"], exponent=exponent)
    high = value(found["high"], exponent=exponent) if found["high"] else low
    if low > high:
        return not_understood(typed, _REVERSED)
    if is_bare and 0 < low < 1 < high <= 100:
        return not_understood(typed, _MIXED)
    return _stated(typed, low, high, is_bare=is_bare)


def _stated(typed: str, low: float, high: float, *, is_bare: bool) -> Reading:
    """Give the reading of a rate, unless it exceeds everyone."""
    if high > (100 if is_bare else 1):
        return impossible(typed, _OVER)
    return Reading(text=typed, low=low, high=high, is_bare=is_bare)


def _counted(typed: str, passed_text: str, took_text: str, printed: str | None) -> Reading:
    """Give the reading of counts, marked odd when a rate printed beside them differs by more than a point."""
    passed, took = value(passed_text), value(took_text)
    if passed > took:
        return impossible(typed, f"more passed than took it: {plain(passed)} of {plain(took)}. Correct the two counts.")
    stated_rate = value(printed, exponent=-2) if printed else None
    if stated_rate is not None and stated_rate > 1:
        return impossible(typed, _OVER)
    if took == 0:
        return Reading(text=typed, unknown=Unknown.NOT_PUBLISHED)
    share, doubt = passed / took, ""
    if stated_rate is not None and abs(stated_rate - share) > _POINTS_APART + 1e-9:
        doubt = (
            f"{spell(Kind.SHARE, stated_rate)} differs from {plain(passed)} of {plain(took)}, which is "
            f"{spell(Kind.SHARE, share)}: the counts are used."
        )
    return Reading(text=typed, low=share, high=share, passed=passed, took=took, doubt=doubt)
