"""Records -> columns: for each one the distinct texts, and which of them every row has.

A text that stands in a million rows is held once, so later steps read, judge and word it once.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from typing import TYPE_CHECKING

import numpy as np

from decision.model import Column, TextColumn

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

__all__ = ["ColumnsBuilder", "has_text", "rows_with", "taken"]


class ColumnsBuilder:
    """Takes records, gives columns.

    Parameters
    ----------
    width
        How many cells every record has.

    Examples
    --------
    >>> builder = ColumnsBuilder(2)
    >>> builder.add([["Harbor", "day"], ["Linden", "day"]])
    >>> builder.columns()[1].texts, builder.columns()[1].codes.tolist()
    (['day'], [0, 0])
    """

    def __init__(self, width: int) -> None:
        # A new text gets the next number from a list that all columns share: a number is held once, not once a column.
        self._numbers: list[int] = [0]
        self._numberings = [defaultdict[str, int](iter(self._numbers).__next__) for _ in range(width)]
        self._codes = [array("i") for _ in range(width)]

    def add(self, records: Sequence[Sequence[str]]) -> None:
        """Add records, each of the given width."""
        self._numbers.extend(range(len(self._numbers), len(self._numbers) + len(records)))
        for cells, numbering, codes in zip(zip(*records, strict=True), self._numberings, self._codes, strict=False):
            codes.extend(map(numbering.__getitem__, cells))

    def columns(self) -> list[TextColumn]:
        """Give the columns of all that was added, once: what they were built from is let go column by column."""
        made = []
        for codes, numbering in zip(self._codes, self._numberings, strict=True):
            made.append(TextColumn(codes=np.frombuffer(codes, dtype=np.int32), texts=list(numbering)))
            numbering.clear()
        return made


def rows_with(column: Column, is_meant: Callable[[str], bool]) -> NDArray[np.bool_]:
    """Say for every row whether its text is meant.

    Parameters
    ----------
    column
        The cells.
    is_meant
        Asked once for every distinct text.

    Returns
    -------
    array of bool
        ``(n_rows,)``.

    Examples
    --------
    >>> column = TextColumn(codes=np.array([0, 1, 0]), texts=["", "a"])
    >>> rows_with(column, lambda text: not text).tolist()
    [True, False, True]
    """
    return np.fromiter(map(is_meant, column.texts), dtype=np.bool_, count=len(column.texts))[column.codes]


def has_text(column: Column) -> bool:
    """Say whether any cell holds more than white space."""
    return any(text.strip() for text in column.texts)


def taken(column: Column, keep: NDArray[np.bool_]) -> TextColumn:
    """Keep some rows, and only the texts that they use.

    Parameters
    ----------
    column
        The cells.
    keep
        ``(n_rows,)``, which rows.

    Returns
    -------
    TextColumn
        The rows kept, in their order.

    Examples
    --------
    >>> column = TextColumn(codes=np.array([0, 1, 2]), texts=["a", "Total", "b"])
    >>> kept = taken(column, np.array([True, False, True]))
    >>> kept.texts, kept.codes.tolist()
    (['a', 'b'], [0, 1])
    """
    codes = column.codes[keep]
    is_used = np.zeros(len(column.texts), dtype=np.bool_)
    is_used[codes] = True
    renumbered = np.cumsum(is_used, dtype=np.int32) - np.int32(1)
    return TextColumn(
        codes=renumbered[codes], texts=[column.texts[number] for number in np.flatnonzero(is_used).tolist()]
    )
