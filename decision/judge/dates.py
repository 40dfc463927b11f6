"""When a program starts and ends, held against when the user is ready and must be done.

Of several starts the one that does best counts. A start that is only known by its month may be on any of its days.
"""

from __future__ import annotations

import math
from calendar import monthrange
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from decision.nouns.plans import Answer, Check, Finding, Missing

if TYPE_CHECKING:
    from decision.nouns.plans import Plan, Timetable

__all__ = ["judge_dates", "last_day"]

_DAY = timedelta(days=1)
_YEARS_AHEAD = 2


class _Try(NamedTuple):
    """One start: between which days, and whether it is early enough and late enough."""

    first: date
    last: date
    findings: tuple[Finding, ...]

    @property
    def size(self) -> tuple[int, int, date]:
        """How it does beside others: of starts that are too early the last is nearest, else the first."""
        day = self.first.toordinal()
        is_early = self.findings[0].answer is Answer.FAILS
        return max(finding.answer for finding in self.findings), -day if is_early else day, self.last


def judge_dates(table: Timetable, plan: Plan) -> tuple[Finding, ...]:
    """Check start and finish.

    Parameters
    ----------
    table
        When it starts and how long it takes.
    plan
        When the user is ready, and by when it must be over.

    Returns
    -------
    tuple of Finding
        Of the start that does best, the earliest of equals; empty where the user has said nothing of dates.
    """
    if not plan.has_dates:
        return ()
    if table.starts is None:
        return (Finding(check=Check.START, answer=Answer.NOT_KNOWN, missing=Missing.START),)
    starts = [*table.starts]
    is_any = table.is_rolling
    if plan.ready is not None:
        starts += [(plan.ready, plan.ready)] * table.is_rolling
        starts += [_month(year, month) for month in table.yearly for year in _years(plan.ready)]
        is_any = False
    elif table.yearly:
        is_any = True
    tries = [_Try(first, last, _held(first, last, table, plan)) for first, last in starts]
    found = [min(tries, key=lambda one: one.size).findings] if tries else []
    found += [_start_by(table, plan)] if is_any else []
    return min(found, key=lambda findings: max(finding.answer for finding in findings))


def last_day(start: date, months: float) -> date:
    """Give the last day of something that starts on a day and takes so many months.

    Parameters
    ----------
    start
        Its first day.
    months
        At least 0; parts of a month are parts of the days that the month has.

    Examples
    --------
    >>> str(last_day(date(2027, 1, 1), 12)), str(last_day(date(2027, 1, 31), 1)), str(last_day(date(2027, 2, 1), 0.5))
    ('2027-12-31', '2027-02-27', '2027-02-14')
    """
    whole = math.floor(months)
    begun = _later(start, whole)
    part = math.ceil(round((months - whole) * (_later(start, whole + 1) - begun).days, 6))
    return begun + part * _DAY - _DAY


def _later(day: date, months: int) -> date:
    """Give the same day some months later, or the last of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > date.max.year - 1:
        return date.max - _DAY
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _years(ready: date) -> range:
    return range(ready.year, ready.year + _YEARS_AHEAD)


def _month(year: int, month: int) -> tuple[date, date]:
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def _held(first: date, last: date, table: Timetable, plan: Plan) -> tuple[Finding, ...]:
    """Hold one start against both limits."""
    start = Finding(check=Check.START, answer=_is_late_enough(first, last, plan), first=first, last=last)
    if start.answer is Answer.NOT_KNOWN:
        start = Finding(check=Check.START, answer=start.answer, first=first, last=last, missing=Missing.START)
    if plan.finish_by is None:
        return (start,)
    return start, _finish(max(first, plan.ready or first), last, table, plan.finish_by)


def _is_late_enough(first: date, last: date, plan: Plan) -> Answer:
    if plan.ready is None or first >= plan.ready:
        return Answer.FITS
    return Answer.FAILS if last < plan.ready else Answer.NOT_KNOWN


def _finish(first: date, last: date, table: Timetable, finish_by: date) -> Finding:
    low, high = table.months
    if math.isnan(low):
        answer = Answer.FAILS if first > finish_by else Answer.NOT_KNOWN
        missing = Missing.LENGTH if answer is Answer.NOT_KNOWN else None
        return Finding(check=Check.FINISH, answer=answer, first=first, missing=missing)
    soonest, latest = last_day(first, low), last_day(max(first, last), high)
    if latest <= finish_by:
        return Finding(check=Check.FINISH, answer=Answer.FITS, first=soonest, last=latest)
    if soonest > finish_by:
        return Finding(check=Check.FINISH, answer=Answer.FAILS, first=soonest, last=latest)
    missing = Missing.LENGTH if low != high else Missing.START
    return Finding(check=Check.FINISH, answer=Answer.NOT_KNOWN, first=soonest, last=latest, missing=missing)


def _start_by(table: Timetable, plan: Plan) -> tuple[Finding, ...]:
    """Say by when one must start what can be started at any time, where the user has not said when that can be."""
    assert plan.finish_by is not None, "without a limit nothing is checked"
    if math.isnan(table.months[0]):
        return (Finding(check=Check.FINISH, answer=Answer.NOT_KNOWN, missing=Missing.LENGTH),)
    day = _later(plan.finish_by + _DAY, -math.floor(table.months[1]))
    while last_day(day, table.months[1]) > plan.finish_by:
        day -= _DAY
    return (Finding(check=Check.FINISH, answer=Answer.ON_CONDITION, first=day, last=day),)
