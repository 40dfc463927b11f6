"""The value at which one fact begins to matter, in the fact's own unit.

The one rule: on one side of a break-even the result changes, on the other it does not.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from decision.judge.advice.answers import is_met, possible_values, share_of
from decision.judge.advice.label_answers import label_answers
from decision.judge.fit import find_one
from decision.model import Rule
from decision.nouns.plans import Answer, Check, Missing

if TYPE_CHECKING:
    from decision.model import Criterion, Fact

__all__ = ["Edge", "Need", "break_even", "edges"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """What a program must earn of one criterion.

    Parameters
    ----------
    share
        The share of the criterion's points, 0..1; minus infinite where any will do, infinite where none.
    is_strict
        Whether it must be passed, not only reached.
    slack
        Shares this near are the same, since scores are compared rounded.
    """

    share: float
    is_strict: bool = False
    slack: float = 1e-12

    def is_met_by(self, share: float) -> bool:
        """Say whether a share is enough."""
        return share > self.share + self.slack if self.is_strict else share >= self.share - self.slack


class Edge(NamedTuple):
    """A value where a fact that does it begins or ends.

    Parameters
    ----------
    value
        In the kind's unit.
    share
        What it earns.
    turns
        Whether a value beside it does not do it; else it is the end of what the fact can be.
    """

    value: float
    share: float
    turns: bool


def break_even(criterion: Criterion, fact: Fact, reading: int, need: Need) -> float | str | None:
    """Give the least favourable answer that does it.

    Parameters
    ----------
    criterion
        What is asked for.
    fact
        Its readings.
    reading
        The number of the reading that leaves it open.
    need
        What the answer must earn; it must also meet the must-have.

    Returns
    -------
    float, str or None
        The value with the least points: dollars, months, the unit, a share 0..1, or a label; ``None`` when no answer
        does it, or none that the criteria name. Of values that earn the same, the greatest at which the result turns.
        A share is the rate itself, as if so many took the exam that it need not be pulled toward the base rate.

    Examples
    --------
    >>> from decision.model import Criterion, Kind, MustHave, Rule, Scale
    >>> cost = Criterion(name="cost", kind=Kind.MONEY, must=MustHave(rule=Rule.AT_MOST, high=6000.0),
    ...     scale=Scale(knots=((0.0, 1.0), (8000.0, 0.0))))
    >>> [edge.value for edge in edges(cost, 0.0, math.inf, Need(share=0.75))]
    [0.0, 2000.0]
    >>> edges(cost, 0.0, math.inf, Need(share=1.5))
    []
    """
    if need.share == math.inf:
        return None
    if criterion.kind.is_numeric:
        low, high = possible_values(criterion, fact, reading)
        found = edges(criterion, low, high, need)
        return min(found, key=lambda edge: (edge.share, not edge.turns, -edge.value)).value if found else None
    if criterion.plan is not None and fact.timetables and not _is_settled_by_labels(criterion, fact, reading):
        return None
    held = fact.labels[reading] if fact.unknown[reading] == 0 else frozenset()
    enough = [
        answer
        for answer in label_answers(criterion, held)
        if answer.label and answer.passes and need.is_met_by(answer.share)
    ]
    return min(enough, key=lambda answer: answer.share).label if enough else None


def _is_settled_by_labels(criterion: Criterion, fact: Fact, reading: int) -> bool:
    """Whether a word settles it: days and hours have no name, and other questions have no such answer."""
    open_ones = [of for of in find_one(criterion, fact, reading) if of.answer is Answer.NOT_KNOWN]
    is_timed = criterion.must is not None and criterion.must.rule is Rule.AVAILABLE
    return not is_timed and all(of.check is Check.CLASSES and of.missing is Missing.HOURS for of in open_ones)


def edges(criterion: Criterion, low: float, high: float, need: Need) -> list[Edge]:
    """List the values where those begin or end that earn enough and meet the must-have.

    Parameters
    ----------
    criterion
        Of a numeric kind.
    low, high
        What the fact can be; may be infinite.
    need
        What it must earn.

    Returns
    -------
    list of Edge
        By rising value; only finite ones.
    """
    cuts = [cut for cut in sorted({low, high, *_cuts(criterion, need)}) if low <= cut <= high]
    between = [_is_enough(criterion, _middle(start, end), need) for start, end in pairwise(cuts)]
    found = []
    for cut, left, right in zip(cuts, [None, *between], [*between, None], strict=True):
        beside = [side for side in (left, right) if side is not None]
        is_end = len(beside) == 1 and all(beside)
        is_turn = any(beside) and not all(beside)
        is_alone = not any(beside) and not need.is_strict and _is_enough(criterion, cut, need)
        if math.isfinite(cut) and (is_end or is_turn or is_alone):
            found.append(Edge(cut, share_of(criterion.scale, cut), turns=not is_end))
    return found


def _cuts(criterion: Criterion, need: Need) -> list[float]:
    """Every value where the must-have, the slope of the scale or the answer may turn."""
    knots = criterion.scale.knots if criterion.scale else ()
    cuts = [value for value, _ in knots]
    if criterion.must is not None:
        cuts += [criterion.must.low, criterion.must.high]
    for (value, share), (next_value, next_share) in pairwise(knots):
        if min(share, next_share) + need.slack < need.share < max(share, next_share) - need.slack:
            cuts.append(value + (next_value - value) * (need.share - share) / (next_share - share))
    return cuts


def _middle(start: float, end: float) -> float:
    """Give a value between two; beyond the last cut nothing turns, so any value there will do."""
    if math.isinf(start) and math.isinf(end):
        return 0.0
    if math.isinf(start):
        return end - max(1.0, abs(end))
    return start + max(1.0, abs(start)) if math.isinf(end) else (start + end) / 2


def _is_enough(criterion: Criterion, value: float, need: Need) -> bool:
    return is_met(criterion, value) and need.is_met_by(share_of(criterion.scale, value))
