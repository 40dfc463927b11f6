"""A fact that is not known becomes its possible answers: stretches of points, each with its chance.

The one rule: an unknown is uniform over its possible points, a stated range uniform over its values, and one value
stands behind both the points and the must-have.
"""

from __future__ import annotations

import math
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from decision.judge.advice.label_answers import label_answers
from decision.judge.fit import find_one
from decision.judge.shares import numeric_shares, share_bounds
from decision.model import Kind
from decision.nouns.plans import Missing

if TYPE_CHECKING:
    from collections.abc import Iterable

    from decision.model import Criterion, Fact, Scale

__all__ = ["Stretch", "asks_about_classes", "is_met", "possible_answers", "possible_values", "share_of"]


class Stretch(NamedTuple):
    """Answers that all meet the must-have or all do not, their points uniform between two ends.

    Parameters
    ----------
    chance
        How likely an answer lies here; what all chances leave to 1 is an answer that fails the must-have.
    start, end
        Shares of the criterion's points, 0..1, in either order; equal for one point.
    passes
        Whether the must-have is met; true where there is none.
    """

    chance: float
    start: float
    end: float
    passes: bool


def possible_answers(criterion: Criterion, fact: Fact, reading: int) -> tuple[Stretch, ...]:
    """List what the answer to one question can be.

    Parameters
    ----------
    criterion
        What is asked for.
    fact
        Its readings.
    reading
        The number of the reading that leaves it open.

    Returns
    -------
    tuple of Stretch
        An unknown is uniform over its possible points; where several values earn the same points, each is as likely
        as the others. A stated range is uniform over its values, and so is the user's own range where points cannot
        tell its values apart. Where nothing tells what is likely (no points, or a limit that lies where the scale is
        flat), the chance that the must-have is met is taken as one half.

    Examples
    --------
    Of all the points that cost can earn, three quarters lie below a limit of $6,000.

    >>> from decision.model import Criterion, MustHave, Rule, Scale
    >>> cost = Criterion(name="cost", kind=Kind.MONEY, must=MustHave(rule=Rule.AT_MOST, high=6000.0),
    ...     scale=Scale(knots=((0.0, 1.0), (8000.0, 0.0))))
    >>> [tuple(stretch) for stretch in _over_points(cost, cost.scale, 0.0, math.inf)]
    [(0.25, 0.0, 0.25, False), (0.75, 0.25, 1.0, True)]
    """
    is_stated = fact.unknown[reading] == 0
    if criterion.plan is not None and fact.timetables and not asks_about_classes(criterion, fact, reading):
        return (_by_the_way(criterion, fact, reading),)
    if not criterion.kind.is_numeric:
        answers = label_answers(criterion, fact.labels[reading] if is_stated else frozenset())
        return tuple(Stretch(a.chance, a.share, a.share, a.passes) for a in answers if a.chance)
    low, high = possible_values(criterion, fact, reading)
    scale = criterion.scale
    if not is_stated and scale is not None and _is_told_apart(criterion, scale, low, high):
        return _over_points(criterion, scale, low, high)
    if is_stated or criterion.unknown.is_named:
        return _over_values(criterion, low, high)
    return (Stretch(1.0 if criterion.must is None else 0.5, 0.0, 0.0, passes=True),)


def asks_about_classes(criterion: Criterion, fact: Fact, reading: int) -> bool:
    """Say whether a schedule leaves open when classes meet, rather than how long it takes or what else it asks for.

    Parameters
    ----------
    criterion
        One with a plan.
    fact
        Its readings.
    reading
        The number of one of them.
    """
    is_silent = fact.unknown[reading] != 0
    return is_silent or any(of.missing is Missing.HOURS for of in find_one(criterion, fact, reading))


def _by_the_way(criterion: Criterion, fact: Fact, reading: int) -> Stretch:
    """Give the answer to a question that earns no points: one half, since nothing tells what is likely."""
    share = 0.0 if criterion.scale is None else float(share_bounds(criterion, fact)[0][reading])
    return Stretch(1.0 if criterion.must is None else 0.5, share, share, passes=True)


def possible_values(criterion: Criterion, fact: Fact, reading: int) -> tuple[float, float]:
    """Give the ends of what a number can be.

    Parameters
    ----------
    criterion
        Of a numeric kind.
    fact
        Its readings.
    reading
        The number of one of them.

    Returns
    -------
    tuple of float
        As stated; of an unknown the user's own range, or all values of the kind, never below the parts that are stated.
    """
    low, high = float(fact.low[reading]), float(fact.high[reading])
    if fact.unknown[reading] == 0:
        return low, high
    named = criterion.unknown
    floor = -math.inf if math.isnan(low) else low
    least = -math.inf if criterion.kind is Kind.NUMBER else 0.0
    if named.is_named:
        least, most = named.low, named.high
    else:
        most = 1.0 if criterion.kind is Kind.SHARE else math.inf
    return max(floor, least), max(floor, most)


def is_met(criterion: Criterion, value: float) -> bool:
    """Say whether a value meets the must-have; it does where there is none."""
    return criterion.must is None or criterion.must.low <= value <= criterion.must.high


def share_of(scale: Scale | None, value: float) -> float:
    """Give the share that one value earns; nothing where there are no points."""
    if scale is None:
        return 0.0
    return float(np.interp(value, [knot for knot, _ in scale.knots], [share for _, share in scale.knots]))


def _is_told_apart(criterion: Criterion, scale: Scale, low: float, high: float) -> bool:
    """Whether the possible answers earn different points."""
    least, most = _ends(criterion, scale, low, high)
    return least < most


def _ends(criterion: Criterion, scale: Scale, low: float, high: float) -> tuple[float, float]:
    """Give the least and greatest possible share: an unknown earns from nothing, unless the user named a range."""
    least, most = numeric_shares(scale, np.array([low]), np.array([high]))
    return (float(least[0]) if criterion.unknown.is_named else 0.0), float(most[0])


def _over_points(criterion: Criterion, scale: Scale, low: float, high: float) -> tuple[Stretch, ...]:
    """Cut the possible points where an end, a knot or a limit lies; between cuts, look at the values behind them."""
    least, most = _ends(criterion, scale, low, high)
    turns = [low, *(value for value, _ in scale.knots), *_limits(criterion), high]
    values = sorted({value for value in turns if math.isfinite(value) and low <= value <= high})
    shares = [share_of(scale, value) for value in values]
    cuts = sorted({least, most, *(share for share in shares if least < share < most)})
    found = []
    for start, end in pairwise(cuts):
        behind = _behind((start + end) / 2, values, shares)
        chance = (end - start) / (most - least) / len(behind)
        found += [Stretch(chance, start, end, is_met(criterion, value)) for value in behind]
    if any(stretch.passes for stretch in found):
        return tuple(found)
    best = max((share for value, share in zip(values, shares, strict=True) if is_met(criterion, value)), default=None)
    return tuple(found) if best is None else (Stretch(0.5, best, best, passes=True),)


def _behind(share: float, values: list[float], shares: list[float]) -> list[float]:
    """Find the values that earn a share; of a share that none earns, the value that earns least."""
    found = []
    for (value, at), (next_value, next_at) in pairwise(zip(values, shares, strict=True)):
        if min(at, next_at) < share < max(at, next_at):
            found.append(value + (next_value - value) * (share - at) / (next_at - at))
    return found or [values[shares.index(min(shares))]]


def _over_values(criterion: Criterion, low: float, high: float) -> tuple[Stretch, ...]:
    """Cut a range of values where a knot or a limit lies."""
    scale = criterion.scale
    if low == high:
        return (Stretch(1.0, share_of(scale, low), share_of(scale, low), is_met(criterion, low)),)
    turns = [*_limits(criterion), *(value for value, _ in (scale.knots if scale else ()))]
    cuts = sorted({low, high, *_between(turns, low, high)})
    return tuple(
        Stretch(
            (end - start) / (high - low),
            share_of(scale, start),
            share_of(scale, end),
            is_met(criterion, (start + end) / 2),
        )
        for start, end in pairwise(cuts)
    )


def _between(values: Iterable[float], low: float, high: float) -> list[float]:
    return [value for value in values if low < value < high]


def _limits(criterion: Criterion) -> tuple[float, ...]:
    return () if criterion.must is None else (criterion.must.low, criterion.must.high)
