"""What a user can take on becomes words: the rule, and what would stretch it.

One rule: hours, minutes and days are written here only, so that a rule, a reason and an offer say them alike.
"""

from __future__ import annotations

import math
from calendar import monthrange
from datetime import date
from typing import TYPE_CHECKING

from decision.model import plain
from decision.nouns.advice import Setting

if TYPE_CHECKING:
    from decision.nouns.plans import Plan

__all__ = ["day_words", "hours_words", "minutes_words", "plan_clauses", "setting_clause"]


def minutes_words(minutes: float) -> str:
    """Write minutes.

    Examples
    --------
    >>> minutes_words(30), minutes_words(1)
    ('30 minutes', '1 minute')
    """
    return f"{plain(minutes)} minute" if minutes == 1 else f"{plain(minutes)} minutes"


def hours_words(low: float, high: float | None = None) -> str:
    """Write hours, or from how many to how many.

    Examples
    --------
    >>> hours_words(40), hours_words(20, 30), hours_words(18, math.inf), hours_words(1)
    ('40 hours', '20 to 30 hours', '18 hours or more', '1 hour')
    """
    if high is not None and math.isinf(high):
        return f"{hours_words(low)} or more"
    first, last = plain(low, 1), plain(low if high is None else high, 1)
    return f"{first} to {last} hours" if first != last else f"{first} hour" if first == "1" else f"{first} hours"


def day_words(first: date, last: date | None = None) -> str:
    """Write a day, or a month of which the day is not known.

    Examples
    --------
    >>> day_words(date(2027, 1, 5)), day_words(date(2027, 1, 1), date(2027, 1, 31))
    ('January 5, 2027', 'January 2027')
    """
    month = _MONTHS[first.month - 1]
    is_month = last is not None and (first.day, last.day) == (1, monthrange(first.year, first.month)[1])
    return f"{month} {first.year}" if is_month else f"{month} {first.day}, {first.year}"


_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def plan_clauses(plan: Plan) -> tuple[str, ...]:
    """Say what a program is held against, beside words and free hours.

    Parameters
    ----------
    plan
        What the user can take on.

    Examples
    --------
    >>> from decision.nouns.plans import Plan
    >>> plan_clauses(Plan(travel=30, hours_free=25))
    ('30 minutes of travel', '25 hours a week (2 of study for 1 of class, assumed)')
    >>> plan_clauses(Plan(ready=date(2027, 1, 5), finish_by=date(2027, 12, 31)))
    ('ready January 5, 2027', 'done by December 31, 2027')
    """
    told = [f"{minutes_words(plan.travel)} of travel"] if plan.travel else []
    if plan.has_load:
        assumed = "" if plan.is_study_named else ", assumed"
        study = f"({plain(plan.study)} of study for 1 of class{assumed})"
        told.append(f"{hours_words(plan.hours_free)} a week {study}")
    if plan.ready:
        told.append(f"ready {day_words(plan.ready)}")
    if plan.finish_by:
        told.append(f"done by {day_words(plan.finish_by)}")
    if plan.aid:
        told.append(f"{plan.aid} for aid")
    return tuple(told)


def setting_clause(setting: Setting, now: float | str, then: float | str) -> str:
    """Say what would have to be otherwise, to stand behind ``if``.

    Parameters
    ----------
    setting
        What moves.
    now, then
        As it is, and as it would be.

    Examples
    --------
    >>> setting_clause(Setting.EARLIER, 0.0, 30.0), setting_clause(Setting.TRAVEL, 30.0, 15.0)
    ('you were free 30 minutes earlier', 'the way to class took 15 minutes (now 30)')
    >>> setting_clause(Setting.FINISH_BY, "2027-12-31", "2028-01-15")
    'you could finish by January 15, 2028 (now December 31, 2027)'
    """
    match setting:
        case Setting.EARLIER:
            return f"you were free {minutes_words(float(then))} earlier"
        case Setting.LATER:
            return f"you were free {minutes_words(float(then))} longer"
        case Setting.TRAVEL:
            return f"the way to class took {minutes_words(float(then))} (now {plain(float(now))})"
        case Setting.HOURS_FREE:
            return f"you had {hours_words(_up(float(then)))} a week (now {plain(float(now), 1)})"
        case Setting.READY:
            return f"you were ready by {_iso_words(then)} (now {_iso_words(now)})"
        case Setting.FINISH_BY:
            return f"you could finish by {_iso_words(then)} (now {_iso_words(now)})"


def _up(hours: float) -> float:
    """Round hours up to the tenth that is shown, so that what is said is enough."""
    return math.ceil(round(hours * 10, 6)) / 10


def _iso_words(day: float | str) -> str:
    return day_words(date.fromisoformat(str(day)))
