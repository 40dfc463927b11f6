"""Readings on a scale: the least and the greatest share of a criterion's points that each can earn.

The one rule: an unknown surely earns nothing and may earn everything, unless the user named plausible values.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from decision.arrays import Flags, Floats
    from decision.model import Criterion, Fact, Scale

__all__ = ["numeric_shares", "share_bounds"]


def numeric_shares(scale: Scale, low: Floats, high: Floats) -> tuple[Floats, Floats]:
    """Give the least and greatest share that values between two ends earn.

    Parameters
    ----------
    scale
        A numeric scale.
    low, high
        ``(n,)``, the ends of each value, in the kind's unit, ``low <= high``; infinite ends are allowed.

    Returns
    -------
    tuple of arrays
        ``(n,)`` each, shares 0..1: the least and the greatest anywhere between the ends.

    Examples
    --------
    A target of 20: as good as it gets there, worse on both sides.

    >>> from decision.model import Scale
    >>> target = Scale(knots=((10, 0.0), (20, 1.0), (40, 0.0)))
    >>> least, greatest = numeric_shares(target, np.array([15.0, 15.0]), np.array([15.0, 30.0]))
    >>> least.tolist(), greatest.tolist()
    ([0.5, 0.5], [0.5, 1.0])
    """
    values = np.array([value for value, _ in scale.knots])
    shares = np.array([share for _, share in scale.knots])
    at_low, at_high = np.interp(low, values, shares), np.interp(high, values, shares)
    least, greatest = np.minimum(at_low, at_high), np.maximum(at_low, at_high)
    for value, share in scale.knots:
        is_inside = (low < value) & (value < high)
        least[is_inside] = np.minimum(least[is_inside], share)
        greatest[is_inside] = np.maximum(greatest[is_inside], share)
    return least, greatest


def share_bounds(criterion: Criterion, fact: Fact) -> tuple[Floats, Floats]:
    """Give the least and greatest share that each reading of a fact earns.

    Parameters
    ----------
    criterion
        One that earns points.
    fact
        Its readings.

    Returns
    -------
    tuple of arrays
        ``(n_readings,)`` each, shares 0..1. An unknown earns from 0 to the best share on the scale, or what the values
        between the user's plausible ends earn; a sum of which some parts are stated cannot be less than they are.
    """
    scale = criterion.scale
    assert scale is not None, "a must-only criterion earns no points"
    is_unknown = fact.unknown != 0
    if criterion.kind.is_numeric:
        return _numeric_bounds(criterion, scale, fact, is_unknown)
    earned = np.array([_label_share(scale, labels) for labels in fact.labels], dtype=float).reshape(len(fact.texts))
    plausible = [_label_share(scale, {label}) for label in criterion.unknown.labels] or [0.0, scale.best]
    least = np.where(is_unknown, min(plausible), earned)
    return least, np.where(is_unknown, max(plausible), earned)


def _numeric_bounds(criterion: Criterion, scale: Scale, fact: Fact, is_unknown: Flags) -> tuple[Floats, Floats]:
    low, high = fact.counted_low.copy(), fact.counted_high.copy()
    floor = np.where(np.isnan(fact.low), -np.inf, fact.low)[is_unknown]
    named = criterion.unknown
    low[is_unknown] = np.maximum(floor, named.low) if named.is_named else floor
    high[is_unknown] = np.maximum(floor, named.high) if named.is_named else math.inf
    least, greatest = numeric_shares(scale, low, high)
    if not named.is_named:
        least[is_unknown] = 0.0
    return least, greatest


def _label_share(scale: Scale, labels: Sequence[str] | frozenset[str] | set[str]) -> float:
    """Give what a cell with these labels earns: the best of them."""
    return max((scale.shares.get(label, scale.other) for label in labels), default=0.0)
