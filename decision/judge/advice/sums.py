"""Independent answers, each uniform over a stretch, become the chance that together they come to a bar.

The one rule: exact, by the closed form for a sum of uniform numbers; nothing is drawn.
"""

from __future__ import annotations

import math
from itertools import chain, combinations
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from decision.arrays import Floats

__all__ = ["chance_to_reach"]

_POINT = 1e-6
"""A narrower stretch, in points, is taken as its middle: dividing by it would lose the digits."""


def chance_to_reach(stretches: Sequence[tuple[float, float]], bars: Floats) -> Floats:
    """Give the chance that a sum of independent uniform numbers comes to a bar.

    Parameters
    ----------
    stretches
        The ends of each, in points, the lower first; equal for a number that is certain.
    bars
        ``(n,)``, what the sum must come to.

    Returns
    -------
    array
        ``(n,)``, shares 0..1.

    References
    ----------
    Bradley, D. M. and Gupta, R. C. (2002). On the distribution of the sum of n non-identically distributed uniform
    random variables. Annals of the Institute of Statistical Mathematics 54, 689-700.

    Examples
    --------
    Two answers between 0 and 10 points each come to 10 half the time, and to 15 once in eight.

    >>> chance_to_reach([(0.0, 10.0), (0.0, 10.0)], np.array([10.0, 15.0, 20.5])).tolist()
    [0.5, 0.125, 0.0]
    >>> chance_to_reach([(3.0, 3.0)], np.array([3.0, 3.1])).tolist()
    [1.0, 0.0]
    """
    widths = [end - start for start, end in stretches if end - start > _POINT]
    least = math.fsum(start if end - start > _POINT else (start + end) / 2 for start, end in stretches)
    above = np.round(bars - least, 9)
    if not widths:
        return (above <= 0).astype(np.float64)
    most = math.fsum(widths)
    below = np.zeros(len(bars))
    for some in _subsets(widths):
        below += (-1) ** len(some) * np.maximum(above - math.fsum(some), 0.0) ** len(widths)
    below /= math.factorial(len(widths)) * math.prod(widths)
    return np.where(above <= 0, 1.0, np.where(above >= most, 0.0, np.clip(1.0 - below, 0.0, 1.0)))


def _subsets(widths: Sequence[float]) -> Iterator[tuple[float, ...]]:
    return chain.from_iterable(combinations(widths, size) for size in range(len(widths) + 1))
