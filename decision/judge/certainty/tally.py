"""Shortfalls of many readings become counts of places, by sorting one whole number for each program and reading.

That number holds the shortfall above and the program's number below, so a plain sort orders programs and carries them
along. Programs that are level share the better place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from decision.arrays import Floats, Whole

__all__ = ["tally_firsts", "tally_places"]


def tally_firsts(short: Floats) -> Floats:
    """Count how often each program has the least shortfall, alone or level.

    Parameters
    ----------
    short
        ``(draws, n)``, shortfalls in 1e-9 points, at least one program.

    Returns
    -------
    array
        ``(n,)``, whole numbers.

    Examples
    --------
    >>> tally_firsts(np.array([[0.0, 5.0], [3.0, 3.2]])).tolist()
    [2.0, 1.0]
    """
    whole = np.rint(short)
    is_first = whole == whole.min(axis=1, keepdims=True)
    return np.asarray(is_first.sum(axis=0), dtype=np.float64)


def tally_places(short: Floats, shortlist: int) -> Floats:
    """Count first places and shortlist places of each program, and add up its ranks.

    Parameters
    ----------
    short
        ``(draws, n)``, shortfalls in 1e-9 points, at least 0 after rounding, at least one program.
    shortlist
        How many programs the shortlist holds; a tie for its last place is never cut.

    Returns
    -------
    array
        ``(3, n)``, whole numbers: first places, shortlist places, ranks.

    Examples
    --------
    Level for the second place: both are on a shortlist of two, and rank 2.

    >>> tally_places(np.array([[7.0, 0.0, 7.0]]), 2).tolist()
    [[0.0, 1.0, 0.0], [1.0, 1.0, 1.0], [2.0, 1.0, 2.0]]
    """
    n = short.shape[1]
    bits = max(1, (n - 1).bit_length())
    keys = np.rint(short).astype(np.int64)
    keys <<= bits
    keys |= np.arange(n)
    keys.sort(axis=1)
    places = _places(keys, bits)
    keys &= (1 << bits) - 1
    counts = np.zeros((3, n))
    for line, reach in enumerate((1, shortlist)):
        widest = n if len(places) == len(keys) else min(reach, n)
        is_within = np.broadcast_to(places[:, :widest] <= reach, (len(keys), widest))
        counts[line] = np.bincount(keys[:, :widest][is_within], minlength=n)
    ranks = np.broadcast_to(places.astype(np.float64), keys.shape).ravel()
    counts[2] = np.bincount(keys.ravel(), weights=ranks, minlength=n)
    return counts


def _places(keys: Whole, bits: int) -> Whole:
    """Give the place of each number in its sorted line; one line for all when nobody is level with anybody."""
    n = keys.shape[1]
    numbers = np.arange(1, n + 1)
    scores = keys >> bits
    is_level = scores[:, 1:] == scores[:, :-1]
    if not is_level.any():
        return numbers[np.newaxis]
    places = np.repeat(numbers[np.newaxis], len(keys), axis=0)
    places[:, 1:][is_level] = 1
    return np.maximum.accumulate(places, axis=1)
