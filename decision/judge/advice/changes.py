"""A program that is not on top becomes the least single change that would bring it there.

The one rule: a change that is named can happen and does what is said; limits are only ever loosened, since a limit
drawn closer could crown anyone.
"""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from decision.judge.advice.answers import share_of
from decision.judge.advice.bars import bars, falling_scores, own_scores
from decision.judge.advice.break_even import Need, edges
from decision.judge.advice.label_answers import label_answers
from decision.judge.advice.loosen import limits_for
from decision.judge.advice.needs import need_for
from decision.judge.advice.slack import least, now, planned, stated_by, stretched
from decision.judge.advice.weight_change import least_weight
from decision.judge.eliminate import judge_readings
from decision.judge.points import DECIMALS
from decision.judge.shares import share_bounds
from decision.model import Criterion, Fact, Kind, Outcome, Rule, Scale, Status, Unknown, Verdict
from decision.nouns.advice import Change, Effect, Lever, Setting

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["find_changes"]


def find_changes(outcome: Outcome, program: int) -> tuple[Change, ...]:
    """Find what would bring a program to the first place, and onto the shortlist.

    Parameters
    ----------
    outcome
        Everything one run worked out.
    program
        The program's number, from 0.

    Returns
    -------
    tuple of Change
        At most one for each fact, limit and weight and for each effect: the first place before the shortlist, facts
        before limits before weights, the least first (facts and limits as parts of what they are now). Empty when the
        program is first already, or must be asked about: then see the questions.

    Notes ----- A fact moves alone: every other fact, limit and weight stays. A limit moves just far enough to let
    this program in, and whoever comes in with it competes. A weight takes from, or gives to, the others in
    proportion.

    References ---------- Wachter, S., Mittelstadt, B. and Russell, C. (2017). Counterfactual explanations without
    opening the black box. Harvard Journal of Law and Technology 31, 841-887.
    """
    places = {Effect.FIRST: 1, Effect.SHORTLIST: outcome.criteria.shortlist}
    found: list[Change] = []
    for effect, length in places.items():
        if not _is_there(outcome, program, length):
            found += _least_first(_facts(outcome, program, length, effect))
            found += _least_first(_limits(outcome, program, length, effect))
            found += _least_first(_weights(outcome, program, length, effect))
    return tuple(found)


class _Sized(NamedTuple):
    """A change and how large it is beside others of its sort."""

    size: float
    change: Change


def _least_first(sized: Iterator[_Sized]) -> list[Change]:
    return [item.change for item in sorted(sized, key=lambda item: round(item.size, DECIMALS))]


def _is_there(outcome: Outcome, program: int, places: int) -> bool:
    fits = outcome.elimination.status[program] == Status.FITS
    return bool(fits and outcome.ranking.rank[program] <= places)


# ── a fact ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def _facts(outcome: Outcome, program: int, places: int, effect: Effect) -> Iterator[_Sized]:
    """Move one stated fact: any weighted one of a program that fits, or the only one that a program fails."""
    own = own_scores(outcome)[[program]]
    bar = bars(falling_scores(outcome), own, places)
    at, is_strict = float(bar.at[0]), bool(bar.is_strict[0])
    for criterion in outcome.criteria.criteria:
        fact = outcome.facts[criterion.name]
        reading = int(fact.codes[program])
        if fact.unknown[reading] != Unknown.STATED or not _meets_all_others(outcome, program, criterion):
            continue
        need = need_for(outcome, criterion, program, at, is_strict=is_strict)
        sized = (
            _number(criterion, fact, reading, need)
            if criterion.kind.is_numeric
            else _label(criterion, fact, reading, need)
        )
        if sized is not None:
            size, before, after = sized
            change = Change(what=Lever.FACT, criterion=criterion.name, from_value=before, to_value=after, effect=effect)
            yield _Sized(size, change)


def _meets_all_others(outcome: Outcome, program: int, criterion: Criterion) -> bool:
    elimination = outcome.elimination
    others = [at for at, must in enumerate(elimination.must_haves) if must.name != criterion.name]
    own = [at for at, must in enumerate(elimination.must_haves) if must.name == criterion.name]
    is_asked = any(elimination.verdicts[at, program] == Verdict.ASK for at in own)
    return not is_asked and all(elimination.verdicts[at, program] == Verdict.PASS for at in others)


def _number(criterion: Criterion, fact: Fact, reading: int, need: Need) -> tuple[float, float, float] | None:
    """Find the nearest value that does it: how far in parts of what it is now, from, to."""
    scale = _scale_as_stated(criterion, fact, reading)
    if criterion.scale is not None and scale is None:
        return None
    moved = replace(criterion, scale=scale)
    lowest = -math.inf if criterion.kind is Kind.NUMBER else 0.0
    highest = 1.0 if criterion.kind is Kind.SHARE else math.inf
    ends = (float(fact.high[reading]), float(fact.low[reading]))
    before = min(ends, key=lambda end: share_of(scale, end))
    values = [edge.value for edge in edges(moved, lowest, highest, need)]
    after = min(values, key=lambda value: abs(value - before), default=before)
    return None if after == before else (abs(after - before) / (abs(before) or 1.0), before, after)


def _scale_as_stated(criterion: Criterion, fact: Fact, reading: int) -> Scale | None:
    """Give the scale by what the school states: the knots of a rate pulled to the base rate are pushed back.

    A bare rate has none: its doubt is about how many took the exam, which is a question.
    """
    scale = criterion.scale
    if scale is None or not criterion.is_shrunk:
        return scale
    took = float(fact.took[reading])
    if not took > 0:
        return None
    knots = [
        ((value * (took + criterion.base_takers) - criterion.base_rate * criterion.base_takers) / took, share)
        for value, share in scale.knots
    ]
    return replace(scale, knots=tuple(knots))


def _label(criterion: Criterion, fact: Fact, reading: int, need: Need) -> tuple[float, str, str] | None:
    """Find the label with the fewest points that does it, offered beside what is offered now."""
    held = fact.labels[reading]
    now = 0.0 if criterion.scale is None else float(share_bounds(criterion, fact)[0][reading])
    table = fact.timetables[reading] if criterion.plan is not None and fact.timetables else None
    enough = [
        answer
        for answer in label_answers(criterion, frozenset() if criterion.kind is Kind.YES_NO else held, table=table)
        if answer.label and answer.label not in held and answer.passes and need.is_met_by(answer.share)
    ]
    if not enough:
        return None
    least = min(enough, key=lambda answer: answer.share)
    return least.share - now, "; ".join(sorted(held)), str(least.label)


# ── a limit ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def _limits(outcome: Outcome, program: int, places: int, effect: Effect) -> Iterator[_Sized]:
    """Loosen the limit of the only must-have that a program fails."""
    elimination = outcome.elimination
    failed = np.flatnonzero(elimination.verdicts[:, program] != Verdict.PASS)
    if len(failed) != 1 or elimination.verdicts[failed[0], program] != Verdict.FAIL:
        return
    criterion = elimination.must_haves[failed[0]]
    fact = outcome.facts[criterion.name]
    if criterion.must is not None and (criterion.plan is not None or criterion.must.rule is Rule.AVAILABLE):
        yield from _settings(outcome, int(failed[0]), program, places, effect)
        return
    before, after = (float(ends[fact.codes[program]]) for ends in limits_for(criterion, fact))
    if math.isnan(after) or not _is_lifted(outcome, int(failed[0]), before, after, program, places):
        return
    change = Change(what=Lever.LIMIT, criterion=criterion.name, from_value=before, to_value=after, effect=effect)
    yield _Sized(abs(after - before) / (abs(before) or 1.0), change)


def _settings(outcome: Outcome, number: int, program: int, places: int, effect: Effect) -> Iterator[_Sized]:
    """Stretch what a user says of a schedule, one setting at a time."""
    must = outcome.elimination.must_haves[number]
    fact = outcome.facts[must.name]
    criterion, stated = planned(must), stated_by(fact, int(fact.codes[program]))
    for place, setting in enumerate(Setting):
        value = least(criterion, setting, [stated])
        if value is None or not _is_let_in(outcome, number, stretched(criterion, setting, value), program, places):
            continue
        change = Change(
            what=Lever.LIMIT,
            criterion=must.name,
            from_value=now(criterion, setting),
            to_value=value,
            effect=effect,
            setting=setting,
        )
        yield _Sized(float(place), change)


def _is_lifted(outcome: Outcome, number: int, before: float, after: float, program: int, places: int) -> bool:
    """Whether few enough programs stand above one when a limit is moved."""
    criterion = outcome.elimination.must_haves[number]
    must = criterion.must
    assert must is not None, "only a must-have has a limit"
    moved = replace(must, high=after) if after > before else replace(must, low=after)
    return _is_let_in(outcome, number, replace(criterion, must=moved), program, places)


def _is_let_in(outcome: Outcome, number: int, moved: Criterion, program: int, places: int) -> bool:
    """Whether few enough programs stand above one when a must-have is moved, those counted that come in with it."""
    fact = outcome.facts[moved.name]
    if moved.plan is not None and not fact.timetables:
        moved = replace(moved, plan=None)
    verdicts = outcome.elimination.verdicts.copy()
    verdicts[number] = judge_readings(moved, fact)[0][fact.codes]
    score = np.round(outcome.points.score, DECIMALS)
    fits = (verdicts == Verdict.PASS).all(axis=0)
    return bool(fits[program] and (fits & (score > score[program])).sum() < places)


# ── a weight ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def _weights(outcome: Outcome, program: int, places: int, effect: Effect) -> Iterator[_Sized]:
    """Move one weight, for a program that fits."""
    if outcome.elimination.status[program] != Status.FITS:
        return
    programs = np.flatnonzero(outcome.elimination.status == Status.FITS)
    weights = outcome.points.weights
    shares = {}
    for criterion in outcome.criteria.weighted:
        fact = outcome.facts[criterion.name]
        shares[criterion.name] = share_bounds(criterion, fact)[0][fact.codes[programs]]
    at = int(np.flatnonzero(programs == program)[0])
    for name, weight in weights.items():
        if weight == 1:
            continue
        rest = np.sum([weights[other] * shares[other] for other in weights if other != name], axis=0) / (1 - weight)
        found = least_weight(weight, shares[name], rest, at, places)
        if found is not None:
            change = Change(what=Lever.WEIGHT, criterion=name, from_value=weight, to_value=found, effect=effect)
            yield _Sized(abs(found - weight), change)
