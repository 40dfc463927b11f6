"""A path, standard input, bytes or a DataFrame -> `Programs`: the front door for the user's table.

Every row of the file is a program, or is named in a note or a fault: none is dropped, moved or changed in silence.
"""

from __future__ import annotations

import hashlib
import itertools
import os
from typing import TYPE_CHECKING

import numpy as np

from decision.errors import BadOptions, Code, Fault
from decision.intake.table.columns import ColumnsBuilder
from decision.intake.table.encoding import decode
from decision.intake.table.frame import FRAME_NAME, frame_columns, frame_digest, frame_header, frame_notes, is_frame
from decision.intake.table.kept import kept_lines
from decision.intake.table.lines import narrowed, record_line, record_lines, without_last_cell
from decision.intake.table.refusal import named, refuse
from decision.intake.table.separator import find_separator
from decision.intake.table.settle import own_columns, settle
from decision.intake.table.sheet import Sheet, roomy_cells
from decision.intake.table.source import Source, read_source
from decision.intake.table.table import LARGE, Table, read_table
from decision.intake.table.typed_marks import control_faults, has_controls, stray_quote_faults
from decision.intake.workbook.formats import Format, workbook_format
from decision.intake.workbook.read import read_workbook
from decision.model import Programs

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

    from decision.model import Column, Lines

__all__ = ["read_programs"]


def read_programs(
    source: str | os.PathLike[str] | bytes | pd.DataFrame,
    *,
    encoding: str = "",
    separator: str = "",
    header_row: int = 0,
    sheet: str | int = "",
    large: int = LARGE,
) -> Programs:
    r"""Read the user's table.

    Parameters
    ----------
    source
        A path, ``"-"`` for standard input, the bytes of a CSV file or a spreadsheet, or a DataFrame (index left out,
        one level of column names, any dtype, a missing value is an empty cell).
    encoding
        The file's encoding; empty to find out.
    separator
        The sign between cells, or ``comma``, ``semicolon``, ``tab``, ``pipe``; empty to find out.
    header_row
        The row of the header as a spreadsheet shows it, from 1; 0 to find out.
    sheet
        The sheet of a spreadsheet, by its name or its number from 1; empty to find out.
    large
        From how many bytes on a quicker reader is tried; what is read is the same.

    Returns
    -------
    Programs
        One row for each program, cells as typed, with notes on all that was skipped or set aside.

    Raises
    ------
    BadPrograms
        It cannot be read, or its shape is in doubt; every fault of the file is in it.
    BadOptions
        The encoding, the separator, the header's row or the sheet is none.

    Examples
    --------
    >>> programs = read_programs(b"program;cost\n\nHarbor;3450,50\nTotal;3450,50\n")
    >>> programs, programs.rows.tolist(), programs.cells(0), programs.set_aside
    (Programs(<bytes>: 1 programs, 2 columns), [3], ['Harbor', '3450,50'], (4,))
    """
    if header_row < 0:
        problem = "rows are counted from 1."
        raise BadOptions([Fault(code=Code.OPTION, path="header_row", found=str(header_row), problem=problem)])
    if is_frame(source):
        _check_options(None, sheet=str(sheet))
        return _from_frame(source)
    if not isinstance(source, str | bytes | os.PathLike):
        raise TypeError(f"the programs are a path, bytes or a DataFrame, not {type(source).__name__}")
    found = read_source(source)
    kind = workbook_format(found.data)
    _check_options(kind, encoding=encoding, separator=separator, sheet=str(sheet))
    if kind is not None:
        return read_workbook(found, kind, sheet=str(sheet), header_row=header_row)
    text = decode(found, encoding=encoding)
    with roomy_cells():
        typed = Sheet(text=text, separator=find_separator(text, separator=separator))
        table = read_table(typed, header_row=header_row, large=large)
    return _from_table(found, typed, table, is_header_stated=header_row > 0)


def _check_options(kind: Format | None, *, encoding: str = "", separator: str = "", sheet: str = "") -> None:
    """Refuse what does not go with the kind of file, so that nothing that was asked for is passed over."""
    stated = {"sheet": sheet} if kind is None else {"encoding": encoding, "separator": separator}
    problem = "this table has no sheets." if kind is None else f"this is {kind.value}: it has no encoding or separator."
    faults = [Fault(code=Code.OPTION, path=name, found=text, problem=problem) for name, text in stated.items() if text]
    if faults:
        raise BadOptions(faults)


def _from_table(source: Source, sheet: Sheet, table: Table, *, is_header_stated: bool) -> Programs:
    """Settle what a file holds."""
    first, past = own_columns(table.body.header) or (0, len(table.body.header))
    is_own = first > 0
    header, columns = table.body.header[first:past], table.body.columns[first:past]
    settled = settle(
        header,
        table.header.row,
        columns,
        table.body.rows,
        separators_only=table.body.separators_only,
        is_header_stated=is_header_stated or is_own or bool(table.header.faults),
    )
    lines = record_lines(sheet, table.body.rows) if table.body.grid is None else table.body.grid.lines(first, past)
    faults = [*table.faults, *settled.faults, *_mark_faults(sheet, table, lines)]
    refuse(faults, settled, source.file, table.header.row)
    told = (source.notes, sheet.text.notes, _about_spaces(sheet), table.header.notes, table.body.notes, settled.notes)
    rows = table.body.rows[settled.keep]
    return Programs(
        file=source.file,
        header=settled.header,
        columns=settled.columns,
        rows=rows,
        lines=_users_lines(sheet, table, kept_lines(lines, settled.keep), (first, past) if is_own else None),
        notes=named(itertools.chain(*told), source.file),
        set_aside=settled.set_aside,
        encoding=sheet.text.encoding,
        separator=sheet.separator.sign,
        header_row=table.header.row,
        digest=hashlib.sha256(source.data).hexdigest(),
        is_own_output=is_own,
    )


def _from_frame(frame: pd.DataFrame) -> Programs:
    """Settle what a DataFrame holds, as if it were the file it would be saved as: the header is row 1."""
    whole_header, whole = frame_header(frame), frame_columns(frame)
    first, past = own_columns(whole_header) or (0, len(whole_header))
    header, columns = whole_header[first:past], whole[first:past]
    rows = np.arange(2, len(frame) + 2, dtype=np.int64)
    settled = settle(header, 1, columns, rows, is_header_stated=True)
    faults = [*settled.faults, *control_faults(header, 1, columns, rows)]
    refuse(faults, settled, FRAME_NAME, None)
    return Programs(
        file=FRAME_NAME,
        header=settled.header,
        columns=settled.columns,
        rows=rows[settled.keep],
        notes=named([*frame_notes(frame), *settled.notes], FRAME_NAME),
        set_aside=settled.set_aside,
        digest=frame_digest(whole_header, whole),
        is_own_output=first > 0,
    )


def _mark_faults(sheet: Sheet, table: Table, lines: Lines) -> list[Fault]:
    """Find marks in the header and the rows that cannot be meant."""
    body, header_row = table.body, table.header.row
    names, at = _one_row(table.header.cells), np.array([header_row], dtype=np.int64)
    if body.grid is not None:
        faults = control_faults(body.header, header_row)
        return faults + stray_quote_faults(names, at, record_line(sheet, header_row), sheet.separator)
    faults = control_faults(body.header, header_row, body.columns, body.rows) if has_controls(sheet.text.data) else []
    if b'"' in sheet.text.data:
        faults += stray_quote_faults(names, at, record_line(sheet, header_row), sheet.separator)
        faults += stray_quote_faults(body.columns, body.rows, lines, sheet.separator)
    return faults


def _one_row(cells: Sequence[str]) -> list[Column]:
    builder = ColumnsBuilder(len(cells))
    builder.add([cells])
    return list(builder.columns())


def _about_spaces(sheet: Sheet) -> list[Fault]:
    """Say that spaces after separators are no part of the cells."""
    if not sheet.separator.is_spaced:
        return []
    problem = "a space follows each separator; these spaces were left out of the cells."
    return [Fault(code=Code.SKIPPED, problem=problem)]


def _users_lines(sheet: Sheet, table: Table, lines: Lines, own: tuple[int, int] | None) -> Lines | None:
    """Give the text of the user's own cells, where a line can be copied as it stands."""
    if sheet.separator.sign != "," or sheet.separator.is_spaced or sheet.text.encoding != "UTF-8":
        return None
    if own is not None and table.body.grid is None:
        return narrowed(lines, sheet.separator, *own)
    return without_last_cell(lines) if table.body.has_extra_cell else lines
