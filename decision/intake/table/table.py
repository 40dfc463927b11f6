"""A sheet -> its header and rows, read in one pass under one roof; whatever is wrong with its shape is gathered.

A file in which csv refused a record above the header has no header to speak of: then only that is said. The rows of a
large file that is proved to be quite regular are found in its bytes; any other is read by csv.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass

import numpy as np

from decision.errors import BadPrograms, Code, Fault
from decision.intake.table.arrow import quickest_encode
from decision.intake.table.grid import Grid, find_grid
from decision.intake.table.grid_column import GridColumn
from decision.intake.table.grid_column import encode as encode_plainly
from decision.intake.table.header_row import HeaderRow, find_header_row
from decision.intake.table.lines import line_end
from decision.intake.table.rows import Rows, expected_width, read_rows
from decision.intake.table.sheet import MOST_COLUMNS, Chunk, Sheet

__all__ = ["LARGE", "Table", "read_table"]

LARGE = 1 << 20
"""From how many bytes on the bytes themselves are searched for rows."""

_WORTH_ARROW = 1 << 25


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Table:
    """The header and the rows under it.

    Parameters
    ----------
    header
        Where the header is.
    body
        The rows that have as many cells.
    faults
        What is wrong with the shape so far.
    """

    header: HeaderRow
    body: Rows
    faults: tuple[Fault, ...]


def read_table(sheet: Sheet, *, header_row: int, large: int = LARGE) -> Table:
    """Read a sheet to its end.

    Parameters
    ----------
    sheet
        A sheet that has not been read.
    header_row
        The header's row when the user knows it; 0 to find out.
    large
        From how many bytes on it is tried to find the rows without csv; what is read is the same.

    Returns
    -------
    Table
        What was read.

    Raises
    ------
    BadPrograms
        There is no header to read by.
    """
    file = sheet.text.file
    chunks = sheet.chunks()
    first = next(chunks)
    header = find_header_row(first.records, file=file, stated=header_row, sign=sheet.separator.sign)
    too_wide = _too_wide(header, file)
    if not header.cells or too_wide or any(fault.row <= header.row for fault in sheet.faults if fault.row):
        raise BadPrograms(list(sheet.faults) or too_wide or list(header.faults))
    under = Chunk(first_row=header.row + 1, records=first.records[header.row :])
    grid = _grid(sheet, header, under) if len(sheet.text.data) >= large else None
    body = read_rows(header, itertools.chain([under], chunks), file=file) if grid is None else _in_grid(header, grid)
    return Table(header=header, body=body, faults=(*sheet.faults, *header.faults, *body.faults))


def _grid(sheet: Sheet, header: HeaderRow, under: Chunk) -> Grid | None:
    """Find the cells under the header in the bytes; nothing where only csv can."""
    width = len(header.cells)
    if sheet.faults or sheet.separator.is_spaced or expected_width(header.cells, under.records) != width:
        return None
    start = line_end(sheet.text.data, sheet.separator.start, sheet.last_lines[header.row - 1])
    return find_grid(sheet.text.data, start, sign=sheet.separator.sign, width=width)


def _in_grid(header: HeaderRow, grid: Grid) -> Rows:
    """Give the rows of a grid: every line is one."""
    encode = quickest_encode() if len(grid.data) >= _WORTH_ARROW else encode_plainly
    rows = np.arange(header.row + 1, header.row + 1 + len(grid), dtype=np.int64)
    columns = [GridColumn(grid, number, encode) for number in range(grid.width)]
    return Rows(header=header.cells, columns=columns, rows=rows, grid=grid)


def _too_wide(header: HeaderRow, file: str) -> list[Fault]:
    """Refuse more columns than a spreadsheet holds."""
    if len(header.cells) <= MOST_COLUMNS:
        return []
    problem = f"the header has {len(header.cells):,} cells; at most {MOST_COLUMNS:,} columns are read."
    return [Fault(code=Code.TOO_LARGE, file=file, row=header.row, problem=problem)]
