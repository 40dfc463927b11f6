"""A rate that was counted becomes the range in which the true rate may lie.

The one rule: the smaller the class, the wider the range; it never leaves 0..1 and always holds the rate itself.
"""

from __future__ import annotations

import math
from statistics import NormalDist

__all__ = ["wilson"]

_Z = NormalDist().inv_cdf(0.975)
"""Ends that miss the true rate 1 time in 20, half of it on each side."""


def wilson(passed: float, took: float) -> tuple[float, float]:
    """Give the ends of the range that holds the true rate 19 times in 20.

    Parameters
    ----------
    passed
        How many passed, 0..took.
    took
        How many tried, above 0.

    Returns
    -------
    tuple of float
        Shares 0..1.

    Notes
    -----
    With ``p = passed / took``, ``n = took`` and ``z = 1.96``:
    ``(p + z^2/2n -+ z * sqrt(p(1-p)/n + z^2/4n^2)) / (1 + z^2/n)``, without correction for continuity.

    References
    ----------
    Wilson, E. B. (1927). Probable inference, the law of succession, and statistical inference. Journal of the American
    Statistical Association 22, 209-212. Newcombe, R. G. (1998). Two-sided confidence intervals for the single
    proportion: comparison of seven methods. Statistics in Medicine 17, 857-872.

    Examples
    --------
    Four of four is no proof of a perfect school.

    >>> [round(end, 4) for end in wilson(4, 4)], [round(end, 4) for end in wilson(0, 20)]
    ([0.5101, 1.0], [0.0, 0.1611])
    """
    rate, square = passed / took, _Z * _Z / took
    middle = rate + square / 2
    reach = _Z * math.sqrt(rate * (1 - rate) / took + square / (4 * took))
    low, high = ((middle + side) / (1 + square) for side in (-reach, reach))
    return (0.0 if passed == 0 else max(0.0, low)), (1.0 if passed == took else min(1.0, high))
