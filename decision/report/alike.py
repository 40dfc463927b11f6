"""Turns columns of whole numbers into the programs that are alike in all of them.

One rule: what depends only on these numbers is worked out once for each kind of program, never once for each program.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    from decision.arrays import Whole

__all__ = ["shared_by_alike"]

_T = TypeVar("_T")
_ROOM = 1 << 62


def shared_by_alike(parts: Sequence[NDArray[np.integer[Any]]], make: Callable[[tuple[int, ...]], _T]) -> list[_T]:
    """Make one thing for each kind of program and share it among all programs of that kind.

    Parameters
    ----------
    parts
        At least one array ``(n_programs,)``; programs are alike when all parts are.
    make
        Takes a program's number in every part, gives what is shared.

    Returns
    -------
    list
        ``(n_programs,)``.

    Examples
    --------
    >>> shared_by_alike([np.array([1, 1, 0]), np.array([7, 7, 7])], str)
    ['(1, 7)', '(1, 7)', '(0, 7)']
    """
    if not len(parts[0]):
        return []
    _, first, kinds = np.unique(_packed(parts), return_index=True, return_inverse=True)
    made = [make(key) for key in zip(*(part[first].tolist() for part in parts), strict=True)]
    return list(map(made.__getitem__, kinds.tolist()))


def _packed(parts: Sequence[NDArray[np.integer[Any]]]) -> Whole:
    """Put all numbers of a program into one, renumbered whenever the next part would not fit."""
    packed = np.zeros(len(parts[0]), dtype=np.int64)
    size = 1
    for part in parts:
        least = int(part.min())
        span = int(part.max()) - least + 1
        if size * span > _ROOM:
            packed = np.unique(packed, return_inverse=True)[1].astype(np.int64)
            size = int(packed.max()) + 1
        packed = packed * span + (part.astype(np.int64) - least)
        size *= span
    return packed
