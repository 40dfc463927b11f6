"""Programs that failed one must-have only become the near misses.

The one rule: a near miss fails a number, by little; it is named with the amount that would have brought it in.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from decision.model import Kind, Status, Verdict
from decision.report.view.panels import Item, Remark
from decision.report.words.wording import counted, distance

if TYPE_CHECKING:
    from decision.arrays import Floats, Whole
    from decision.model import Criterion, Outcome
    from decision.report.view.sight import Sight

__all__ = ["Miss", "near_misses", "not_far_off"]

_MOST = 3
_NEAR = 0.25
"""Farther from its limit than this part of the limit is not near, unless nothing else is left to name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Miss:
    """A program out by one must-have: how far in its unit and as a part of the limit, and how many are open."""

    program: int
    criterion: Criterion
    margin: float
    part: float
    open: int
    place: int


def near_misses(outcome: Outcome) -> list[Miss]:
    """Find the nearest programs whose one failed must-have is a number.

    Parameters
    ----------
    outcome
        Everything one run worked out.

    Returns
    -------
    list of Miss
        At most three; those with no open question first, then the nearest. A program farther than a quarter of the
        limit is named only when no program fits or may.
    """
    elimination = outcome.elimination
    fails, asks = ((elimination.verdicts == verdict).sum(axis=0) for verdict in (Verdict.FAIL, Verdict.ASK))
    place = np.empty(len(outcome.programs), dtype=np.int64)
    place[outcome.ranking.order] = np.arange(len(place))
    farthest = math.inf if (elimination.status == Status.OUT).all() else _NEAR
    found: list[Miss] = []
    for criterion, margins in zip(elimination.must_haves, elimination.margins, strict=True):
        part = margins / _limit(criterion)
        near = np.flatnonzero((fails == 1) & (part <= farthest))
        found.extend(_nearest(criterion, near, margins, part, asks, place))
    return sorted(found, key=lambda miss: (miss.open > 0, miss.part, miss.place))[:_MOST]


def not_far_off(sight: Sight, misses: list[Miss]) -> list[Remark]:
    """Word the near misses.

    Parameters
    ----------
    sight
        Knows their names.
    misses
        What `near_misses` found.

    Returns
    -------
    list of Remark
        One, or none.
    """
    items = tuple(Item(sentences=(_sentence(sight, miss),)) for miss in misses)
    return [Remark(label="Not far off", items=items)] if items else []


def _nearest(criterion: Criterion, near: Whole, margins: Floats, part: Floats, asks: Whole, place: Whole) -> list[Miss]:
    order = np.lexsort((place[near], part[near], asks[near] > 0))[:_MOST]
    return [
        Miss(
            program=int(program),
            criterion=criterion,
            margin=float(margins[program]),
            part=float(part[program]),
            open=int(asks[program]),
            place=int(place[program]),
        )
        for program in near[order]
    ]


def _limit(criterion: Criterion) -> float:
    """Give the size that a margin is compared with; 1 where the limit is nothing."""
    must = criterion.must
    assert must is not None, "a must-have without a rule"
    finite = [abs(limit) for limit in (must.low, must.high) if math.isfinite(limit)]
    return max(finite, default=0.0) or 1.0


def _sentence(sight: Sight, miss: Miss) -> str:
    criterion = miss.criterion
    name = sight.short[miss.program]
    meets = "meets all but one" if not miss.open else f"misses one, with {counted(miss.open, 'question')} open"
    found = f"{sight.say(criterion.name)} {sight.found(criterion.name, miss.program)}"
    return f"{name} {meets}: {found}, {_side(sight, miss)} by {sight.say(distance(criterion, miss.margin))}."


def _side(sight: Sight, miss: Miss) -> str:
    """Say on which side of which limit it is; a share's limit is named, since its margin is in points."""
    criterion = miss.criterion
    fact = sight.outcome.facts[criterion.name]
    must = criterion.must
    assert must is not None, "a must-have without a rule"
    is_over = float(fact.low[fact.codes[miss.program]]) > must.high
    limit = must.high if is_over else must.low
    named = f" of {criterion.spell(limit)}" if criterion.kind is Kind.SHARE else ""
    return f"{'over' if is_over else 'under'} your limit{named}"
