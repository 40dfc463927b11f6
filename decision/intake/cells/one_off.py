"""One-off blocks beside the weekly classes, as typed, become hours and when they are.

An evening program with a weekday internship week is the usual case. The hours and the time of day must be stated to
count; words that deny or soften (``no``, ``optional``) leave a longer text not understood.
"""

from __future__ import annotations

import math
import re

from decision.intake.cells.cleaning import clean
from decision.intake.cells.number_words import with_digits
from decision.intake.cells.remarks import not_understood
from decision.intake.cells.unknowns import unknown_reason
from decision.model import Reading

__all__ = ["read_one_off"]

_NONE = re.compile(
    r"(?:none|no|nil|false|0|0 (?:hours|hrs)|(?:none|not) (?:required|needed)"
    r"|no (?:internship|externship|practicum|clinicals?|(?:daytime|weekday) (?:hours|blocks?|internship))"
    r"(?: required)?)",
    re.I,
)
_SOFT = re.compile(r"\b(?:no|not|none|without|optional|may|might|can|waived?|unless|if|or)\b", re.I)
_HOURS = re.compile(
    r"(?P<low>[0-9]{1,4})(?: ?(?:-|–|to) ?(?P<high>[0-9]{1,4}))?[- ]?(?:clock )?(?:hours?|hrs?)\b"
    r"(?P<each> ?(?:a|per|each|/|every) ?(?:week|wk)\b)?",
    re.I | re.A,
)
_WEEKS = re.compile(r"\b(?P<weeks>[0-9]{1,2})[- ]?(?:weeks?|wks?)\b", re.I | re.A)
_PLACED = (
    (
        "day",
        re.compile(r"\b(?:week ?days?|day ?times?|days?|mornings?|afternoons?|business hours|mon(?:day)?)\b", re.I),
    ),
    ("evening", re.compile(r"\b(?:evenings?|nights?)\b", re.I)),
    ("weekend", re.compile(r"\b(?:weekends?|sat(?:urday)?s?|sun(?:day)?s?)\b", re.I)),
)
_SORT = re.compile(r"\b(?:internship|externship|practicum|clinicals?|residency|lab|orientation|yes|true)\b", re.I)
_WANTED = "not understood. Write the hours and when they are, such as 40 hours, weekdays, one week; or none."


def read_one_off(text: str) -> Reading:
    """Read one-off blocks.

    Parameters
    ----------
    text
        The cell as typed.

    Returns
    -------
    Reading
        Its low and high are hours (0 for none, NaN where blocks are named without hours); its labels ``day``,
        ``evening``, ``weekend``.

    Examples
    --------
    >>> bunker_hill = read_one_off("40 hours, weekdays, one week")
    >>> bunker_hill.low, sorted(bunker_hill.labels), read_one_off("none").high
    (40.0, ['day'], 0.0)
    >>> read_one_off("no more than 40 hours").is_stated
    False
    """
    plain = clean(text, line_break="; ")
    reason = unknown_reason(plain)
    if reason is not None:
        return Reading(text=text, unknown=reason)
    if _NONE.fullmatch(plain.rstrip(".")):
        return Reading(text=text, low=0.0, high=0.0)
    spelled = with_digits(plain)
    hours = _hours(spelled)
    labels = frozenset(label for label, pattern in _PLACED if pattern.search(spelled))
    is_named = bool(labels or _HOURS.search(spelled) or _SORT.search(spelled))
    if hours is None or not is_named or _SOFT.search(spelled):
        return not_understood(text, _WANTED)
    return Reading(text=text, low=hours[0], high=hours[1], labels=labels)


def _hours(text: str) -> tuple[float, float] | None:
    """Give the hours in all, NaN where none are named; ``None`` where they cannot be told."""
    found = list(_HOURS.finditer(text))
    if not found:
        return math.nan, math.nan
    weeks = [int(match["weeks"]) for match in _WEEKS.finditer(text)]
    times = 1
    if found[0]["each"]:
        times = weeks[0] if len(weeks) == 1 else 0
    low, high = float(found[0]["low"]) * times, float(found[0]["high"] or found[0]["low"]) * times
    return (low, high) if len(found) == 1 and 0 < low <= high else None
