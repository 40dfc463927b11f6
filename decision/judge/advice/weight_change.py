"""Shares of two or more programs become the least change of one weight that lifts one of them.

The one rule: the other weights are rescaled in proportion, so all together stay 1.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from decision.arrays import Floats

__all__ = ["least_weight"]


def least_weight(weight: float, shares: Floats, rest: Floats, program: int, places: int) -> float | None:
    """Give the nearest weight of one criterion at which fewer than so many programs stand above one.

    Parameters
    ----------
    weight
        As it is now, 0 to less than 1.
    shares
        ``(n,)``, what each program earns of this criterion, 0..1.
    rest
        ``(n,)``, what each earns of all the others, 0..1, at their weights among themselves.
    program
        The one to lift, a number into both.
    places
        How many places there are: 1 for the first. At least so many stand above the program now.

    Returns
    -------
    float or None
        Between 0 and 1; ``None`` when no weight does it. Being level only when nothing else counts, or when this does
        not count at all, is not enough.

    Notes ----- At weight x a program has ``x * share + (1 - x) * rest``; two are level at one x at most. Each
    crossing lets one program fall behind or come ahead, so the nearest crossing where few enough are left ahead is
    the answer.

    References ---------- Mareschal, B. (1988). Weight stability intervals in multicriteria decision aid. European
    Journal of Operational Research 33, 54-64. (The same crossings, looked at from the first place.)

    Examples
    --------
    The second is better at this criterion and worse at the rest: from one half on it comes first.

    >>> least_weight(0.2, np.array([0.0, 1.0]), np.array([1.0, 0.0]), 1, 1)
    0.5
    >>> least_weight(0.2, np.array([1.0, 0.5]), np.array([1.0, 0.0]), 1, 1) is None
    True
    """
    at_none, at_all = rest - rest[program], shares - shares[program]
    now = (1 - weight) * at_none + weight * at_all
    found = [
        crossing
        for end, there in ((0.0, at_none), (1.0, at_all))
        if (crossing := _nearest_crossing(weight, end, now, there, places)) is not None
    ]
    return min(found, key=lambda crossing: abs(crossing - weight), default=None)


def _nearest_crossing(weight: float, end: float, now: Floats, there: Floats, places: int) -> float | None:
    """Walk from the weight as it is to one end; gaps to the program run straight from one to the other."""
    is_above, falls = now > _LEVEL, there < -_LEVEL
    rises = ~is_above & (there > _LEVEL)
    with np.errstate(divide="ignore", invalid="ignore"):
        part = now / (now - there)
    leave = np.sort(np.clip(part[is_above & falls], 0.0, 1.0))
    join = np.sort(np.clip(part[rises], 0.0, 1.0))
    left = is_above.sum() - np.arange(1, len(leave) + 1) + np.searchsorted(join, leave, side="left")
    enough = np.flatnonzero(left < places)
    return weight + float(leave[enough[0]]) * (end - weight) if len(enough) else None


_LEVEL = 1e-12
"""A smaller gap, as a share of all points, is none."""
