"""Some rows of a table -> a table of its own: every cell, line and row number goes with its program."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from decision.intake.table.columns import taken
from decision.intake.table.grid_column import GridColumn
from decision.model import Lines

if TYPE_CHECKING:
    from decision.arrays import Flags
    from decision.model import Column, Programs

__all__ = ["kept_column", "kept_lines", "kept_programs"]


def kept_column(column: Column, keep: Flags) -> Column:
    """Keep some rows of a column; one that nobody has read yet stays unread.

    Parameters
    ----------
    column
        The cells.
    keep
        ``(n_rows,)``, which rows.

    Examples
    --------
    >>> import numpy as np
    >>> from decision.model import TextColumn
    >>> column = TextColumn(codes=np.array([0, 1, 0]), texts=["MA", ""])
    >>> kept_column(column, np.array([False, True, False])).texts
    ['']
    """
    return column.taken(keep) if isinstance(column, GridColumn) else taken(column, keep)


def kept_lines(lines: Lines, keep: Flags) -> Lines:
    """Keep the text of some rows."""
    return lines if keep.all() else Lines(data=lines.data, starts=lines.starts[keep], ends=lines.ends[keep])


def kept_programs(programs: Programs, keep: Flags) -> Programs:
    """Keep some programs of a table.

    Parameters
    ----------
    programs
        The table.
    keep
        ``(n_programs,)``, which programs.

    Returns
    -------
    Programs
        In the order of the file, each with the row a spreadsheet shows and its own text; what was said of the file
        still holds.
    """
    return replace(
        programs,
        columns=[kept_column(column, keep) for column in programs.columns],
        rows=programs.rows[keep],
        lines=None if programs.lines is None else kept_lines(programs.lines, keep),
    )
