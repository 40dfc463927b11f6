"""How the weights were given becomes one weight per criterion; together they are 1.

An order of concern alone says nothing of sizes: the weights made from it (rank-order centroid, rank sum) are assumed,
and every report says so.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, assert_never

from decision.judge.weights.pairwise import weights_from_comparisons
from decision.judge.weights.weight_ranges import central_weights
from decision.model import WeightMethod

if TYPE_CHECKING:
    from collections.abc import Sequence

    from decision.model import CriteriaSet

__all__ = ["equal", "rank_order_centroid", "rank_sum", "weigh"]


def rank_order_centroid(sizes: Sequence[int]) -> list[float]:
    """Give the weights at the centre of all that respect an order of importance.

    Parameters
    ----------
    sizes
        How many criteria are of equal concern at each place, from the most important down; each at least 1.

    Returns
    -------
    list of float
        One weight per criterion, in the same order; they sum to 1.

    Notes
    -----
    With n criteria the k-th weighs ``(1/n) * sum(1/j for j = k..n)``. Criteria of equal concern share the mean of the
    weights of their places.

    References
    ----------
    Edwards, W. and Barron, F. H. (1994). SMARTS and SMARTER. Organizational Behavior and Human Decision Processes 60,
    306-325.

    Examples
    --------
    >>> [round(weight, 4) for weight in rank_order_centroid([1, 1, 1])]
    [0.6111, 0.2778, 0.1111]
    >>> [round(weight, 4) for weight in rank_order_centroid([1, 2])]
    [0.6111, 0.1944, 0.1944]
    >>> rank_order_centroid([1])
    [1.0]
    """
    n = sum(sizes)
    return _shared([math.fsum(1 / j for j in range(k, n + 1)) / n for k in range(1, n + 1)], sizes)


def rank_sum(sizes: Sequence[int]) -> list[float]:
    """Give weights that fall by equal steps along an order of importance.

    Parameters
    ----------
    sizes
        How many criteria are of equal concern at each place, from the most important down; each at least 1.

    Returns
    -------
    list of float
        One weight per criterion, in the same order; they sum to 1.

    Notes
    -----
    With n criteria the k-th weighs ``2 (n + 1 - k) / (n (n + 1))``. Criteria of equal concern share the mean.

    References
    ----------
    Stillwell, W. G., Seaver, D. A. and Edwards, W. (1981). A comparison of weight approximation techniques in
    multiattribute utility decision making. Organizational Behavior and Human Performance 28, 62-77.

    Examples
    --------
    >>> [round(weight, 4) for weight in rank_sum([1, 1, 1])]
    [0.5, 0.3333, 0.1667]
    """
    n = sum(sizes)
    return _shared([2 * (n + 1 - k) / (n * (n + 1)) for k in range(1, n + 1)], sizes)


def equal(sizes: Sequence[int]) -> list[float]:
    """Give every criterion the same weight.

    Parameters
    ----------
    sizes
        How many criteria are of equal concern at each place.

    Returns
    -------
    list of float
        One weight per criterion; they sum to 1.

    Examples
    --------
    >>> equal([1, 1, 2])
    [0.25, 0.25, 0.25, 0.25]
    """
    n = sum(sizes)
    return [1 / n] * n


def weigh(criteria: CriteriaSet) -> dict[str, float]:
    """Give each weighted criterion its weight.

    Parameters
    ----------
    criteria
        What the user wants.

    Returns
    -------
    dict
        Name -> weight, in the order of concern; the weights sum to 1. Empty when no criterion earns points.
    """
    rule = criteria.weights
    names = [name for group in rule.groups for name in group]
    sizes = [len(group) for group in rule.groups]
    if not names:
        return {}
    match rule.method:
        case WeightMethod.ORDER:
            weights = rank_order_centroid(sizes)
        case WeightMethod.RANK_SUM:
            weights = rank_sum(sizes)
        case WeightMethod.EQUAL:
            weights = equal(sizes)
        case WeightMethod.POINTS | WeightMethod.SWINGS:
            total = math.fsum(rule.points.values())
            weights = [rule.points[name] / total for name in names]
        case WeightMethod.PAIRWISE:
            weights = weights_from_comparisons(names, rule.comparisons)
        case WeightMethod.RANGES:
            weights = central_weights([rule.ranges[name] for name in names])
        case _:
            assert_never(rule.method)
    given = dict(zip(names, weights, strict=True))
    return {criterion.name: given[criterion.name] for criterion in criteria.weighted}


def _shared(by_place: Sequence[float], sizes: Sequence[int]) -> list[float]:
    """Let the criteria at one place share the mean of its weights."""
    weights: list[float] = []
    for size in sizes:
        own = by_place[len(weights) : len(weights) + size]
        weights += [math.fsum(own) / size] * size
    return weights
