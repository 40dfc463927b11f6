"""A program's timetable meets what the user can take on: six checks, the worst answer wins.

Fits, fits on a condition, not known, does not fit. A check for which the user has said nothing is not made; what a file
leaves open is never taken for "none".
"""

from __future__ import annotations

import math
from functools import lru_cache
from typing import TYPE_CHECKING, assert_never

from decision.judge.calendar import ANY_TIME, WINDOWS, answer_times, in_the_way
from decision.judge.dates import judge_dates
from decision.kinds import Verdict
from decision.model import Criterion, Fact, MustHave, Rule, Unknown
from decision.nouns.blocks import is_covered, parse_free
from decision.nouns.plans import Answer, Check, Finding, Missing, Plan, Timetable, worst

if TYPE_CHECKING:
    from decision.nouns.blocks import Block

__all__ = ["find", "find_all", "find_one", "verdict_of"]

_ONLINE = frozenset({"online", "online live", ANY_TIME})
_ON_SITE = frozenset({"in person", "hybrid"})
_OF = {Verdict.PASS: Answer.FITS, Verdict.ASK: Answer.NOT_KNOWN, Verdict.FAIL: Answer.FAILS}


def find_all(criterion: Criterion, fact: Fact) -> list[tuple[Finding, ...]]:
    """Make the checks for every distinct reading.

    Parameters
    ----------
    criterion
        One with a must-have and a plan.
    fact
        Its readings, with their timetables.

    Returns
    -------
    list of tuple of Finding
        ``(n_readings,)``, in the order of the checks.
    """
    return [find(criterion, labels, table) for labels, table in zip(fact.labels, fact.timetables, strict=True)]


def find_one(criterion: Criterion, fact: Fact, reading: int) -> tuple[Finding, ...]:
    """Make the checks for one reading; none where there is no must-have or no plan."""
    if criterion.must is None or criterion.plan is None or not fact.timetables:
        return ()
    return find(criterion, fact.labels[reading], fact.timetables[reading])


def verdict_of(criterion: Criterion, findings: tuple[Finding, ...], unknown: int) -> Verdict:
    """Turn what the checks found into the answer to the must-have.

    Parameters
    ----------
    criterion
        One with a plan.
    findings
        Of one reading.
    unknown
        Why its schedule column states nothing; 0 where it does.

    Returns
    -------
    Verdict
        The worst; with ``unknown: out`` what is not stated fails.
    """
    answer = worst(findings)
    if answer is not Answer.NOT_KNOWN or not criterion.unknown.out:
        return answer.verdict
    silent = [of for of in findings if of.answer is Answer.NOT_KNOWN]
    is_silent = any(of.check is not Check.CLASSES or unknown != Unknown.STATED for of in silent)
    return Verdict.FAIL if is_silent else Verdict.ASK


def find(criterion: Criterion, labels: frozenset[str], table: Timetable) -> tuple[Finding, ...]:
    """Make the checks for what one program states.

    Parameters
    ----------
    criterion
        One with a must-have and a plan.
    labels
        When its classes meet.
    table
        What more is said of when it runs.

    Examples
    --------
    >>> from decision.model import Kind
    >>> evenings = MustHave(rule=Rule.AVAILABLE, labels=("Mon-Fri 17:45-22:00",))
    >>> near, far = (Criterion(name="s", kind=Kind.SCHEDULE, must=evenings, plan=Plan(travel=m)) for m in (15, 30))
    >>> classes, on_site = frozenset({"Wed 18:00-21:00"}), Timetable(delivery=frozenset({"in person"}))
    >>> [worst(find(user, classes, on_site)).name for user in (near, far)]
    ['FITS', 'FAILS']
    """
    must, plan = criterion.must, criterion.plan
    assert must is not None, "only a must-have is held against a plan"
    assert plan is not None, "only a plan asks for checks"
    is_timed = must.rule is Rule.AVAILABLE
    free, covered = _free(must.labels) if is_timed else ((), frozenset(must.labels))
    classes = _times(labels, table, free, plan) if is_timed else _words(must, labels, table)
    others = (
        _blocks(table, covered, is_wanted=is_timed or must.rule is Rule.ANY_OF),
        _load(table, plan),
        *judge_dates(table, plan),
        _prerequisites(table),
        _aid(plan),
    )
    return (classes, *(finding for finding in others if finding is not None))


@lru_cache(maxsize=64)
def _free(labels: tuple[str, ...]) -> tuple[tuple[Block, ...], frozenset[str]]:
    """Give free time, and which of day, evening and weekend it holds whole."""
    blocks = tuple(block for text in labels if (block := parse_free(text)) is not None)
    return blocks, frozenset(word for word, window in WINDOWS.items() if is_covered(window, blocks))


# ── classes ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def _times(labels: frozenset[str], table: Timetable, free: tuple[Block, ...], plan: Plan) -> Finding:
    """Hold classes against free hours; a way to class is needed unless they are surely online."""
    if ANY_TIME in labels | table.delivery:
        return Finding(check=Check.CLASSES, answer=Answer.FITS)
    if not table.is_known:
        return _not_known(Check.CLASSES, Missing.HOURS)
    ways = _ways(labels, table, plan)
    answers = [_answer(labels, free, travel) for travel in ways]
    if answers[0] is not answers[-1]:
        return _not_known(Check.CLASSES, Missing.WAY)
    if answers[0] is Answer.NOT_KNOWN:
        return _not_known(Check.CLASSES, Missing.HOURS)
    blocked = in_the_way(labels, free, travel=ways[0]) if answers[0] is Answer.FAILS else None
    session, met = blocked or (None, None)
    return Finding(check=Check.CLASSES, answer=answers[0], session=session, free=met, travel=ways[0])


@lru_cache(maxsize=4096)
def _answer(labels: frozenset[str], free: tuple[Block, ...], travel: int) -> Answer:
    """Hold classes against free hours once, however many programs have them."""
    return _OF[answer_times(labels, free, travel=travel)]


def _ways(labels: frozenset[str], table: Timetable, plan: Plan) -> tuple[int, ...]:
    """Give the minutes of travel that classes may need, the least first."""
    said = table.delivery or (labels & (_ON_SITE | {"online live"}))
    if said & _ONLINE or not plan.travel:
        return (0,)
    return (plan.travel,) if said else (0, plan.travel)


def _words(must: MustHave, labels: frozenset[str], table: Timetable) -> Finding:
    """Hold words against words; where classes are held may be said in a column of its own."""
    if must.rule is Rule.NONE_OF:
        is_met, is_open = not labels & {*must.labels}, not table.is_known
        return _told(is_met=is_met and not is_open, is_open=is_open, missing=Missing.HOURS)
    is_met = _is_met(must, labels | table.delivery)
    way = _ONLINE | _ON_SITE if table.is_delivery_read and not table.delivery else frozenset()
    is_open = not table.is_known or _is_met(must, labels | way)
    return _told(is_met=is_met, is_open=is_open, missing=Missing.WAY if table.is_known else Missing.HOURS)


def _is_met(must: MustHave, labels: frozenset[str]) -> bool:
    match must.rule:
        case Rule.ANY_OF:
            return bool(labels & {*must.labels})
        case Rule.ALL_OF:
            return labels >= {*must.labels}
        case Rule.NONE_OF | Rule.AVAILABLE | Rule.IS | Rule.AT_LEAST | Rule.AT_MOST | Rule.BETWEEN:
            raise AssertionError(f"{must.rule} does not ask for words")
        case _:
            assert_never(must.rule)


def _told(*, is_met: bool, is_open: bool, missing: Missing) -> Finding:
    if is_met:
        return Finding(check=Check.CLASSES, answer=Answer.FITS)
    return _not_known(Check.CLASSES, missing) if is_open else Finding(check=Check.CLASSES, answer=Answer.FAILS)


def _not_known(check: Check, missing: Missing) -> Finding:
    return Finding(check=check, answer=Answer.NOT_KNOWN, missing=missing)


# ── the other checks ──────────────────────────────────────────────────────────────────────────────────────────────────


def _blocks(table: Timetable, covered: frozenset[str], *, is_wanted: bool) -> Finding | None:
    """Take one-off blocks on a condition, unless there are none or their time is free anyway."""
    if table.block_hours is None:
        return None
    low, high = table.block_hours
    is_free = is_wanted and bool(table.block_labels) and table.block_labels <= covered
    if high == 0 or is_free:
        return Finding(check=Check.BLOCKS, answer=Answer.FITS)
    if math.isnan(low):
        return Finding(check=Check.BLOCKS, answer=Answer.NOT_KNOWN, text=table.blocks, missing=Missing.BLOCKS)
    return Finding(check=Check.BLOCKS, answer=Answer.ON_CONDITION, low=low, high=high, text=table.blocks)


def _load(table: Timetable, plan: Plan) -> Finding | None:
    """Hold class hours with their study against the hours that are free."""
    if not plan.has_load:
        return None
    class_low, class_high = table.weekly
    low, high = (round(hours * (1 + plan.study), 9) for hours in table.weekly)
    is_within = Answer.FITS if high <= plan.hours_free else Answer.NOT_KNOWN
    answer = Answer.FAILS if low > plan.hours_free else is_within
    return Finding(
        check=Check.LOAD,
        answer=answer,
        low=low,
        high=high,
        class_low=class_low,
        class_high=class_high,
        text=table.weekly_source,
        missing=Missing.LOAD if answer is Answer.NOT_KNOWN else None,
    )


def _prerequisites(table: Timetable) -> Finding | None:
    if not table.prerequisites:
        return None
    return Finding(check=Check.PREREQUISITES, answer=Answer.ON_CONDITION, text=table.prerequisites)


def _aid(plan: Plan) -> Finding | None:
    """Hold the hours that aid requires against the hours that are free."""
    if math.isnan(plan.aid_hours) or not plan.has_load:
        return None
    answer = Answer.FAILS if plan.aid_hours > plan.hours_free else Answer.FITS
    return Finding(check=Check.AID, answer=answer, low=plan.aid_hours, high=plan.aid_hours, text=plan.aid)
