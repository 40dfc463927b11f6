"""The noun of how the user gave the weights: in which way, and the numbers that belong to it.

What follows from it is `decision.nouns.weighing.Weighing`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["WeightMethod", "WeightRule"]


class WeightMethod(Enum):
    """How the weights were given."""

    ORDER = "order"
    RANK_SUM = "rank_sum"
    EQUAL = "equal"
    POINTS = "points"
    SWINGS = "swings"
    """Each criterion's improvement from worst to best, as a share of the largest."""
    PAIRWISE = "pairwise"
    """Two criteria at a time, how many times as much one counts as the other."""
    RANGES = "ranges"
    """A least and a greatest weight for each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WeightRule:
    """How the user gave the weights.

    Parameters
    ----------
    method
        Which way.
    groups
        The weighted criteria in order of importance; those in one group are of equal concern.
    points
        Name -> points, when the method is ``POINTS``; not all 0. When it is ``SWINGS``, 0..100, the largest 100.
    comparisons
        (name, other name) -> how many times as much the first counts, 1/9..9, when the method is ``PAIRWISE``; two
        criteria are compared once or never, and the comparisons connect them all.
    ranges
        Name -> least and greatest weight, 0..1, when the method is ``RANGES``; some weights within them sum to 1.
    """

    method: WeightMethod
    groups: tuple[tuple[str, ...], ...]
    points: Mapping[str, float] = field(default_factory=dict)
    comparisons: Mapping[tuple[str, str], float] = field(default_factory=dict)
    ranges: Mapping[str, tuple[float, float]] = field(default_factory=dict)
