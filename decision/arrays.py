"""The kinds of array that facts and results are made of."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

__all__ = ["Codes", "Flags", "Floats", "Small", "Whole", "renumbered"]

Floats = NDArray[np.float64]
Codes = NDArray[np.int32]
Small = NDArray[np.int8]
Whole = NDArray[np.int64]
Flags = NDArray[np.bool_]

_SMALL_TABLE = 1 << 16
_ROOM_EACH = 4


def renumbered(numbers: Whole, size: int) -> tuple[Whole, Whole]:
    """Renumber from 0, in rising order, without gaps.

    Parameters
    ----------
    numbers
        ``(n,)``, each 0 or more and less than ``size``.
    size
        Above all of them; where it is not far above ``n``, nothing has to be sorted.

    Returns
    -------
    codes
        ``(n,)``, the new numbers.
    first
        ``(n_distinct,)``, where each of the new numbers first stands.

    Examples
    --------
    >>> codes, first = renumbered(np.array([7, 3, 7]), 8)
    >>> codes.tolist(), first.tolist()
    ([1, 0, 1], [1, 0])
    """
    if size <= max(_SMALL_TABLE, _ROOM_EACH * len(numbers)):
        is_used = np.zeros(size, dtype=np.bool_)
        is_used[numbers] = True
        codes = (np.cumsum(is_used, dtype=np.int64) - 1)[numbers]
        n_distinct = int(np.count_nonzero(is_used))
    else:
        distinct, codes = np.unique(numbers, return_inverse=True)
        n_distinct = len(distinct)
    first = np.empty(n_distinct, dtype=np.int64)
    first[codes[::-1]] = np.arange(len(numbers) - 1, -1, -1)  # the last one written stays: the first in the list
    return codes, first
