"""A sheet -> its header and rows, read in one pass under one roof; whatever is wrong with its shape is gathered.

A file in which csv refused a record above the header has no header to speak of: then only that is said.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass

from decision.errors import BadPrograms, Code, Fault
from decision.intake.header_row import HeaderRow, find_header_row
from decision.intake.rows import Rows, read_rows
from decision.intake.sheet import MOST_COLUMNS, Chunk, Sheet

__all__ = ["Table", "read_table"]


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


def read_table(sheet: Sheet, *, header_row: int) -> Table:
    """Read a sheet to its end.

    Parameters
    ----------
    sheet
        A sheet that has not been read.
    header_row
        The header's row when the user knows it; 0 to find out.

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
    body = read_rows(header, itertools.chain([under], chunks), file=file)
    return Table(header=header, body=body, faults=(*sheet.faults, *header.faults, *body.faults))


def _too_wide(header: HeaderRow, file: str) -> list[Fault]:
    """Refuse more columns than a spreadsheet holds."""
    if len(header.cells) <= MOST_COLUMNS:
        return []
    problem = f"the header has {len(header.cells):,} cells; at most {MOST_COLUMNS:,} columns are read."
    return [Fault(code=Code.TOO_LARGE, file=file, row=header.row, problem=problem)]
