"""What a user says of a schedule, stretched just so far that the next program fits.

The one rule: one setting moves at a time, and a change that is named has been tried. More free time, less travel and
later deadlines never turn a program away, so the least change can be found by halving.
"""

from __future__ import annotations

import math
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, TypeVar

import numpy as np

from decision.judge.fit import find
from decision.model import Rule, Unknown, Verdict
from decision.nouns.advice import Setting, Slack
from decision.nouns.blocks import DAY_END, Block, parse_free
from decision.nouns.plans import Answer, Check, Finding, Plan, Timetable, worst

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from decision.arrays import Whole
    from decision.model import Criterion, Fact, Outcome

__all__ = ["Stated", "find_slack", "least", "now", "planned", "stated_by", "stretched"]

_FARTHEST = 240
"""Minutes: to be free four hours earlier is no small change."""
_STEP = 5
_MOST = 1000
"""So many distinct timetables are tried, those of the most programs first."""

Value = TypeVar("Value", float, str)
Stated = tuple[frozenset[str], Timetable]
"""The labels and the timetable of one reading."""


def find_slack(outcome: Outcome, criterion: Criterion) -> Iterator[Slack]:
    """Find the least changes that let in a program which fails one schedule and nothing else.

    Parameters
    ----------
    outcome
        Everything one run worked out.
    criterion
        A must-have; without a plan or free hours nothing can be stretched.

    Yields
    ------
    Slack
        One for each setting that helps by itself.
    """
    if criterion.plan is None and not _is_timed(criterion):
        return
    programs = _only_failing(outcome, criterion)
    stated, counts, rows = _distinct(outcome, criterion, programs)
    criterion = planned(criterion)
    for setting in Setting:
        found = least(criterion, setting, stated)
        if found is None:
            continue
        moved = stretched(criterion, setting, found)
        is_in = [_fits(moved, one) for one in stated]
        yield Slack(
            criterion=criterion.name,
            setting=setting,
            from_value=now(criterion, setting),
            to_value=found,
            fits=sum(count for count, comes_in in zip(counts, is_in, strict=True) if comes_in),
            row=min(row for row, comes_in in zip(rows, is_in, strict=True) if comes_in),
        )


def planned(criterion: Criterion) -> Criterion:
    """Give a must-have with a plan; free hours alone are a plan without travel."""
    return criterion if criterion.plan is not None else replace(criterion, plan=Plan())


def stated_by(fact: Fact, reading: int) -> Stated:
    """Give what one reading states that is held against a plan."""
    if not fact.timetables:
        return fact.labels[reading], Timetable(is_known=fact.unknown[reading] == Unknown.STATED)
    return fact.labels[reading], replace(fact.timetables[reading], blocks="", prerequisites="")


def stretched(criterion: Criterion, setting: Setting, value: float | str) -> Criterion:
    """Give a must-have with one setting moved.

    Parameters
    ----------
    criterion
        One with a must-have and a plan.
    setting
        Which.
    value
        Minutes or hours, or a day as text.
    """
    plan, must = criterion.plan, criterion.must
    assert plan is not None, "only a plan can be stretched"
    assert must is not None, "only a must-have can be stretched"
    match setting:
        case Setting.EARLIER | Setting.LATER:
            early, late = (int(value), 0) if setting is Setting.EARLIER else (0, int(value))
            blocks = [_wider(block, early, late) for text in must.labels if (block := parse_free(text)) is not None]
            return replace(criterion, must=replace(must, labels=tuple(map(str, blocks))))
        case Setting.TRAVEL:
            return replace(criterion, plan=replace(plan, travel=int(value)))
        case Setting.HOURS_FREE:
            return replace(criterion, plan=replace(plan, hours_free=float(value)))
        case Setting.READY:
            return replace(criterion, plan=replace(plan, ready=date.fromisoformat(str(value))))
        case Setting.FINISH_BY:
            return replace(criterion, plan=replace(plan, finish_by=date.fromisoformat(str(value))))


def _wider(block: Block, early: int, late: int) -> Block:
    return Block(days=block.days, start=max(0, block.start - early), end=min(DAY_END, block.end + late))


def _only_failing(outcome: Outcome, criterion: Criterion) -> Whole:
    """Give the programs that fail this must-have and pass all others."""
    elimination = outcome.elimination
    number = [must.name for must in elimination.must_haves].index(criterion.name)
    passes = (elimination.verdicts == Verdict.PASS).sum(axis=0)
    is_only = (elimination.verdicts[number] == Verdict.FAIL) & (passes == len(elimination.verdicts) - 1)
    return np.flatnonzero(is_only)


def _distinct(outcome: Outcome, criterion: Criterion, programs: Whole) -> tuple[list[Stated], list[int], list[int]]:
    """Give what these programs state, each once, how many state it, and the first row; the commonest first."""
    fact = outcome.facts[criterion.name]
    by_stated: dict[Stated, tuple[int, int]] = {}
    readings, first, counts = np.unique(fact.codes[programs], return_index=True, return_counts=True)
    for reading, at, count in zip(readings.tolist(), first.tolist(), counts.tolist(), strict=True):
        stated, row = stated_by(fact, reading), int(outcome.programs.rows[programs[at]])
        seen, earliest = by_stated.get(stated, (0, row))
        by_stated[stated] = seen + count, min(earliest, row)
    kept = sorted(by_stated.items(), key=lambda item: (-item[1][0], item[1][1]))[:_MOST]
    return [stated for stated, _ in kept], [count for _, (count, _) in kept], [row for _, (_, row) in kept]


def least(criterion: Criterion, setting: Setting, stated: Sequence[Stated]) -> float | str | None:
    """Find the least change of one setting that lets any of some timetables in; ``None`` where none does."""
    plan = criterion.plan
    assert plan is not None, "only a plan can be stretched"

    def works(value: float | str) -> bool:
        return any(_fits(stretched(criterion, setting, value), one) for one in stated)

    match setting:
        case Setting.EARLIER | Setting.LATER:
            steps = _halved(lambda step: works(step * _STEP), _FARTHEST // _STEP) if _is_timed(criterion) else None
            return None if steps is None else float(steps * _STEP)
        case Setting.TRAVEL:
            less = _halved(lambda step: works(plan.travel - step), plan.travel)
            return None if less is None else float(plan.travel - less)
        case Setting.HOURS_FREE:
            return _first(sorted(_hours(criterion, stated)), works) if plan.has_load else None
        case Setting.READY:
            days = sorted(_days(criterion, stated, Check.START), reverse=True)
            return _first(days, works) if plan.ready else None
        case Setting.FINISH_BY:
            return _first(sorted(_days(criterion, stated, Check.FINISH)), works) if plan.finish_by else None


def _is_timed(criterion: Criterion) -> bool:
    return criterion.must is not None and criterion.must.rule is Rule.AVAILABLE


def _halved(works: Callable[[int], bool], most: int) -> int | None:
    """Find the least step from 1 that works; every step past one that does works too."""
    if most < 1 or not works(most):
        return None
    low, high = 0, most
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if works(middle) else (middle, high)
    return high


def _first(values: Sequence[Value], works: Callable[[Value], bool]) -> Value | None:
    """Find the first value that works; every value behind one that does works too."""
    step = _halved(lambda step: works(values[step - 1]), len(values))
    return None if step is None else values[step - 1]


def _failing(criterion: Criterion, stated: Sequence[Stated], check: Check) -> Iterator[Finding]:
    for labels, table in stated:
        for finding in find(criterion, labels, table):
            if finding.check is check and finding.answer is Answer.FAILS:
                yield finding


def _hours(criterion: Criterion, stated: Sequence[Stated]) -> set[float]:
    """List the hours a week that some program, or aid, asks for."""
    found = [*_failing(criterion, stated, Check.LOAD), *_failing(criterion, stated, Check.AID)]
    return {finding.high for finding in found if math.isfinite(finding.high)}


def _days(criterion: Criterion, stated: Sequence[Stated], check: Check) -> set[str]:
    """List the days on which the starts and ends that fail lie."""
    ends = {finding.first if check is Check.START else finding.last for finding in _failing(criterion, stated, check)}
    return {day.isoformat() for day in ends if day is not None}


def _fits(criterion: Criterion, stated: Stated) -> bool:
    return worst(find(criterion, *stated)).verdict is Verdict.PASS


def now(criterion: Criterion, setting: Setting) -> float | str:
    """Give a setting as it is; 0 for how much earlier or later one is free."""
    plan = criterion.plan
    assert plan is not None, "only a plan has settings"
    match setting:
        case Setting.EARLIER | Setting.LATER:
            return 0.0
        case Setting.TRAVEL:
            return float(plan.travel)
        case Setting.HOURS_FREE:
            return plan.hours_free
        case Setting.READY:
            return plan.ready.isoformat() if plan.ready else ""
        case Setting.FINISH_BY:
            return plan.finish_by.isoformat() if plan.finish_by else ""
