"""Turns joined tables into a CSV of the rows without a partner, of both sides: what was not there to be joined.

One rule: a row stands under the headers of the joined table, so that both sides can be compared key by key.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from decision.report.files.guard import write_cell
from decision.report.files.user_cells import user_header

if TYPE_CHECKING:
    from collections.abc import Iterator

    from decision.model import Joined, Programs

__all__ = ["OWN_COLUMNS", "unmatched_csv", "unmatched_rows"]

OWN_COLUMNS = ("side", "file", "row")
"""The columns before those of the joined table."""
_FILES_ROW = "source_row"
"""Where a translated table says in which row of its file a program stands: one row may hold several."""


def unmatched_csv(programs: Programs) -> Iterator[bytes]:
    """Write the rows without a partner, row by row.

    Parameters
    ----------
    programs
        Programs that other tables were brought beside; filters do not matter here.

    Yields
    ------
    bytes
        The header: ``side`` (``programs`` or ``joined``), ``file``, ``row`` (as a spreadsheet shows that file), then
        the columns of the joined table. Then, for each table that was joined, the programs that have no row in it, and
        its rows that belong to no program; their keys stand under the headers that the programs have for them.
    """
    yield ",".join(OWN_COLUMNS).encode() + b"," + user_header(programs) + b"\n"
    for cells in unmatched_rows(programs):
        yield b",".join(map(write_cell, cells)) + b"\n"


def unmatched_rows(programs: Programs) -> Iterator[tuple[str, ...]]:
    """Give the cells of each line under the header, as text.

    Parameters
    ----------
    programs
        As for `unmatched_csv`.
    """
    width = len(programs.header)
    for joined in programs.joined:
        yield from _programs_alone(joined, width)
        yield from _rows_alone(joined, width)


def _programs_alone(joined: Joined, width: int) -> Iterator[tuple[str, ...]]:
    table = joined.programs
    for at in np.flatnonzero(joined.row_of < 0).tolist():
        cells = table.cells(at)
        yield _line("programs", table, at, [*cells, *[""] * (width - len(cells))])


def _rows_alone(joined: Joined, width: int) -> Iterator[tuple[str, ...]]:
    table, header = joined.other, joined.programs.header
    places = [(table.header.index(theirs), header.index(ours)) for ours, theirs in joined.on]
    is_used = np.zeros(len(table), dtype=np.bool_)
    is_used[joined.row_of[joined.row_of >= 0]] = True
    for at in np.flatnonzero(~is_used).tolist():
        cells = [""] * width
        for theirs, place in (*places, *joined.brought):
            cells[place] = table.cell(at, theirs)
        yield _line("joined", table, at, cells)


def _line(side: str, table: Programs, at: int, cells: list[str]) -> tuple[str, ...]:
    is_counted_anew = table.source and _FILES_ROW in table.header
    row = table.cell(at, table.header.index(_FILES_ROW)) if is_counted_anew else str(table.rows[at])
    return (side, table.file, row, *cells)
