"""A change becomes one that a person can say and try: the number rounded so that it still does what it should.

The one rule: a rounded change goes a little further than the exact one, never less far, and is tried before it is said.
"""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from decision.judge.advice.answers import is_met, share_of
from decision.judge.advice.needs import scores_with
from decision.judge.eliminate import judge_readings
from decision.judge.points import DECIMALS, score
from decision.model import Criterion, Kind, Outcome, Status, Verdict
from decision.nouns.advice import Change, Effect, Lever

if TYPE_CHECKING:
    from collections.abc import Sequence

    from decision.arrays import Flags, Floats

__all__ = ["does", "rounded"]

_STEPS = {
    Kind.MONEY: (1.0, 0.01),
    Kind.SHARE: (0.001,),
    Kind.DURATION: (0.1,),
    Kind.NUMBER: (0.01,),
}
_WEIGHT_STEPS = (0.01, 0.001, 0.0001)
_HAIR = 1e-6
"""Part of a step that is a rounding error."""


def rounded(outcome: Outcome, program: int, changes: Sequence[Change]) -> tuple[Change, ...]:
    """Round changes so that they can be said.

    Parameters
    ----------
    outcome
        Everything one run worked out.
    program
        The program's number, from 0.
    changes
        What would bring it there, exactly.

    Returns
    -------
    tuple of Change
        In the same order: dollars whole, months and percent to a tenth, weights to a whole percent, each finer where
        only that does it; a rate from counts by whole people of the same class. One that no rounded number does stays
        as it is.
    """
    return tuple(_rounded(outcome, program, change) for change in changes)


def _rounded(outcome: Outcome, program: int, change: Change) -> Change:
    if isinstance(change.to_value, str) or isinstance(change.from_value, str) or change.setting is not None:
        return change
    up = change.to_value > change.from_value
    tried = (replace(change, to_value=_away(change.to_value, step, up=up)) for step in _steps(outcome, program, change))
    return next((coarse for coarse in tried if does(outcome, program, coarse)), change)


def _steps(outcome: Outcome, program: int, change: Change) -> tuple[float, ...]:
    if change.what is Lever.WEIGHT:
        return _WEIGHT_STEPS
    criterion, fact = outcome.criteria[change.criterion], outcome.facts[change.criterion]
    took = float(fact.took[fact.codes[program]])
    return (1 / took,) if change.what is Lever.FACT and took > 0 else _STEPS[criterion.kind]


def _away(value: float, step: float, *, up: bool) -> float:
    """Round up or down to a whole number of steps; by a division, so that the result is the nearest such number."""
    whole = math.ceil(value / step - _HAIR) if up else math.floor(value / step + _HAIR)
    per = round(1 / step)
    return whole / per if per > 1 else whole * step


def does(outcome: Outcome, program: int, change: Change) -> bool:
    """Say whether a change of a number brings a program where it should.

    Parameters
    ----------
    outcome
        Everything one run worked out.
    program
        The program's number, from 0.
    change
        In numbers, not labels.

    Returns
    -------
    bool
        Whether few enough programs then stand above it, and it surely fits.
    """
    places = 1 if change.effect is Effect.FIRST else outcome.criteria.shortlist
    fits, scores = _after(outcome, program, change)
    scores = np.round(scores, DECIMALS)
    return bool(fits[program] and (fits & (scores > scores[program])).sum() < places)


def _after(outcome: Outcome, program: int, change: Change) -> tuple[Flags, Floats]:
    """Give who fits, and every score, after a change."""
    value = float(change.to_value)
    fits, scores = outcome.elimination.status == Status.FITS, outcome.points.score
    match change.what:
        case Lever.FACT:
            return _with_fact(outcome, program, change.criterion, value)
        case Lever.LIMIT:
            return _with_limit(outcome, change, value), scores
        case Lever.WEIGHT:
            return fits, score(outcome.facts, outcome.criteria, _weights(outcome, change, value)).score


def _with_fact(outcome: Outcome, program: int, name: str, value: float) -> tuple[Flags, Floats]:
    criterion, elimination = outcome.criteria[name], outcome.elimination
    others = [at for at, must in enumerate(elimination.must_haves) if must.name != name]
    fits, scores = elimination.status == Status.FITS, outcome.points.score.copy()
    fits[program] = is_met(criterion, value) and all(elimination.verdicts[others, program] == Verdict.PASS)
    earned = share_of(criterion.scale, _as_counted(outcome, program, criterion, value))
    scores[program] = scores_with(outcome, criterion, np.array([program]), earned)[0]
    return fits, scores


def _as_counted(outcome: Outcome, program: int, criterion: Criterion, value: float) -> float:
    """Pull a rate toward the base rate, as for points."""
    fact = outcome.facts[criterion.name]
    took = float(fact.took[fact.codes[program]])
    if not criterion.is_shrunk or not took > 0:
        return value
    return (value * took + criterion.base_rate * criterion.base_takers) / (took + criterion.base_takers)


def _with_limit(outcome: Outcome, change: Change, value: float) -> Flags:
    criterion, fact = outcome.criteria[change.criterion], outcome.facts[change.criterion]
    must = criterion.must
    assert must is not None, "only a must-have has a limit"
    moved = replace(must, high=value) if value > float(change.from_value) else replace(must, low=value)
    verdicts = outcome.elimination.verdicts.copy()
    number = [must.name for must in outcome.elimination.must_haves].index(criterion.name)
    verdicts[number] = judge_readings(replace(criterion, must=moved), fact)[0][fact.codes]
    fits: Flags = (verdicts == Verdict.PASS).all(axis=0)
    return fits


def _weights(outcome: Outcome, change: Change, value: float) -> dict[str, float]:
    """Give one weight a value, the others in proportion."""
    now = outcome.points.weights
    rest = 1 - now[change.criterion]
    return {n: value if n == change.criterion else w * (1 - value) / rest for n, w in now.items()}
