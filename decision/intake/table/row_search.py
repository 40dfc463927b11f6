"""Columns and a text for each -> the rows that hold just these texts: blank rows, and the header once more.

Nearly no row does, so a column of a large file is not read for it: the first byte of its cells rules out most rows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from decision.intake.table.columns import rows_with
from decision.intake.table.grid_column import GridColumn

if TYPE_CHECKING:
    from collections.abc import Sequence

    from decision.arrays import Flags, Whole
    from decision.model import Column

__all__ = ["cell_of", "rows_of_texts"]

_UNSURE = bytes(number for number in range(256) if number >= 128 or number <= ord(" ")) + b'"'
"""A cell may begin with these and still hold any text, once white space and quotes are off."""


def cell_of(column: Column, row: int) -> str:
    """Give one cell as typed.

    Examples
    --------
    >>> from decision.model import TextColumn
    >>> cell_of(TextColumn(codes=np.array([1, 0]), texts=["b", "a"]), 0)
    'a'
    """
    return column.cell(row) if isinstance(column, GridColumn) else column.texts[column.codes[row]]


def rows_of_texts(columns: Sequence[Column], texts: Sequence[str], n_rows: int) -> Flags:
    """Find the rows whose every cell, but for white space at its ends, is the text wanted there.

    Parameters
    ----------
    columns
        The cells.
    texts
        One for each column, without white space at its ends.
    n_rows
        How many rows there are.

    Returns
    -------
    array of bool
        ``(n_rows,)``.

    Examples
    --------
    >>> from decision.model import TextColumn
    >>> column = TextColumn(codes=np.array([0, 1, 0]), texts=[" a", ""])
    >>> rows_of_texts([column, column], ["a", "a"], 3).tolist()
    [True, False, True]
    """
    at = np.arange(n_rows)
    pairs = sorted(zip(columns, texts, strict=True), key=lambda pair: _effort(pair[0]))
    for column, text in pairs:
        at = at[_may_hold(column, text, at)] if len(at) else at
    for column, text in pairs:
        if isinstance(column, GridColumn):
            at = np.array([row for row in at.tolist() if column.cell(row).strip() == text], dtype=np.int64)
    found = np.zeros(n_rows, dtype=np.bool_)
    found[at] = True
    return found


def _effort(column: Column) -> int:
    """Columns of few texts are quick to look at and rule out most rows."""
    return 0 if isinstance(column, GridColumn) else len(column.texts)


def _may_hold(column: Column, text: str, at: Whole) -> Flags:
    """Rule out rows; exactly where the texts of the column are at hand."""
    if not isinstance(column, GridColumn):
        return rows_with(column, lambda typed: typed.strip() == text)[at]
    may_begin = np.zeros(256, dtype=np.bool_)
    may_begin[[*_UNSURE, column.grid.sign, *text.encode()[:1]]] = True
    return may_begin[column.first_bytes(at)]
