"""A least and a greatest weight for each criterion become one weight each, in the middle of what the ranges allow.

Nothing depends on the order of the criteria. The ranges themselves stay in the rule, for whoever asks how sure the
answer is within them.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["central_weights", "reachable"]


def reachable(ranges: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """Give the part of each range that can be reached while all weights sum to 1.

    Parameters
    ----------
    ranges
        Least and greatest weight, 0..1; some weights within them sum to 1.

    Returns
    -------
    list
        As many ranges, none wider than it was.

    Notes
    -----
    A weight is at least what is left when all others are at their greatest, and at most what is left when all others
    are at their least.

    References
    ----------
    Salo, A. A. and Hämäläinen, R. P. (1992). Preference assessment by imprecise ratio statements. Operations Research
    40, 1053-1061.

    Examples
    --------
    >>> [(round(low, 2), round(high, 2)) for low, high in reachable([(0.0, 1.0), (0.2, 0.3)])]
    [(0.7, 0.8), (0.2, 0.3)]
    """
    least, greatest = math.fsum(low for low, _ in ranges), math.fsum(high for _, high in ranges)
    tightened = [(max(low, 1 - (greatest - high)), min(high, 1 - (least - low))) for low, high in ranges]
    return [(min(low, high), max(low, high)) for low, high in tightened]


def central_weights(ranges: Sequence[tuple[float, float]]) -> list[float]:
    """Give the weights in the middle of ranges.

    Parameters
    ----------
    ranges
        Least and greatest weight, 0..1; some weights within them sum to 1.

    Returns
    -------
    list of float
        One weight per range, inside it; they sum to 1.

    Notes
    -----
    Each range is first cut to what can be reached. From their middles all weights then move toward the same end of
    their ranges, in proportion to the room they have, until they sum to 1: ``w = low + (high - low) u``, one u for all.

    Examples
    --------
    >>> [round(weight, 4) for weight in central_weights([(0.3, 0.5), (0.2, 0.4), (0.1, 0.1)])]
    [0.5, 0.4, 0.1]
    >>> [round(weight, 4) for weight in central_weights([(0.0, 1.0), (0.0, 1.0), (0.0, 1.0)])]
    [0.3333, 0.3333, 0.3333]
    """
    ends = reachable(ranges)
    least = math.fsum(low for low, _ in ends)
    room = math.fsum(high - low for low, high in ends)
    part = min(1.0, max(0.0, (1 - least) / room)) if room > 0 else 0.0
    inside = [low + (high - low) * part for low, high in ends]
    total = math.fsum(inside)
    return [weight / total for weight in inside]
