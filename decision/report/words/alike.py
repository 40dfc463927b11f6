"""Turns columns of whole numbers into the programs that are alike in all of them.

One rule: what depends only on these numbers is worked out once for each kind of program, never once for each program.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

import numpy as np

from decision.arrays import renumbered

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    from decision.arrays import Whole

__all__ = ["Alike", "by_kind", "kinds_of"]

T = TypeVar("T")
_ROOM = 1 << 62


class Alike(NamedTuple, Generic[T]):
    """What programs share.

    Parameters
    ----------
    codes
        ``(n_programs,)``, numbers into ``made``.
    made
        One thing for each kind of program.
    """

    codes: Whole
    made: list[T]

    def of_each(self) -> list[T]:
        """Give each program's own; programs that are alike share one object."""
        return list(map(self.made.__getitem__, self.codes.tolist()))


def by_kind(parts: Sequence[NDArray[np.integer[Any]]], make: Callable[[tuple[int, ...]], T]) -> Alike[T]:
    """Make one thing for each kind of program.

    Parameters
    ----------
    parts
        At least one array ``(n_programs,)``; programs are alike when all parts are.
    make
        Takes a program's number in every part, gives what is shared.

    Examples
    --------
    >>> shared = by_kind([np.array([1, 1, 0]), np.array([7, 7, 7])], str)
    >>> shared.made, shared.of_each()
    (['(0, 7)', '(1, 7)'], ['(1, 7)', '(1, 7)', '(0, 7)'])
    """
    kinds, first = kinds_of(parts)
    return Alike(kinds, [make(key) for key in zip(*(part[first].tolist() for part in parts), strict=True)])


def kinds_of(parts: Sequence[NDArray[np.integer[Any]]]) -> tuple[Whole, Whole]:
    """Find the kinds of programs.

    Parameters
    ----------
    parts
        At least one array ``(n_programs,)``; programs are alike when all parts are.

    Returns
    -------
    codes
        ``(n_programs,)``, the number of each program's kind.
    first
        ``(n_kinds,)``, the first program of each kind.
    """
    if not len(parts[0]):
        return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64)
    return renumbered(*_packed(parts))


def _packed(parts: Sequence[NDArray[np.integer[Any]]]) -> tuple[Whole, int]:
    """Put all numbers of a program into one, renumbered whenever the next part would not fit; give its size too."""
    packed, size = np.zeros(len(parts[0]), dtype=np.int64), 1
    for part in parts:
        least = int(part.min())
        span = int(part.max()) - least + 1
        if size * span > _ROOM:
            packed, first = renumbered(packed, size)
            size = len(first)
        packed = packed * span + (part.astype(np.int64) - least)
        size *= span
    return packed, size
