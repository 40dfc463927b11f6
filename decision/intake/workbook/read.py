"""A spreadsheet -> `Programs`, by the rules of any other table: its header is searched for, totals are set aside.

What a person sees is what is read: a cell merged over several rows counts for each of them, and rows keep the numbers
that the sheet shows. What cannot be seen, or has no value, is said.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING

from decision.errors import BadPrograms, Code, Fault
from decision.intake.table.header_row import find_header_row, rows_in_words
from decision.intake.table.refusal import named, refuse
from decision.intake.table.rows import Rows, read_rows
from decision.intake.table.settle import own_columns, settle
from decision.intake.table.sheet import Chunk
from decision.intake.table.typed_marks import control_faults
from decision.intake.workbook.choose import choose_sheet
from decision.intake.workbook.formats import Format
from decision.intake.workbook.workbook import HOW_TO_INSTALL, can_read, open_workbook
from decision.model import Programs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from decision.intake.table.header_row import HeaderRow
    from decision.intake.table.source import Source
    from decision.intake.workbook.worksheet import WorkSheet

__all__ = ["column_letters", "read_workbook"]

_FIRST_RECORDS = 256
_MOST_NAMED = 6
_SAVE_AS_CSV = "open it and save the sheet as CSV (UTF-8)."


def read_workbook(source: Source, kind: Format, *, sheet: str = "", header_row: int = 0) -> Programs:
    """Read the table in a spreadsheet.

    Parameters
    ----------
    source
        The file.
    kind
        Its format.
    sheet
        The name or the number (from 1) of the sheet that is meant; empty to find out.
    header_row
        The row of the header as the sheet shows it; 0 to find out.

    Returns
    -------
    Programs
        One row for each program, cells as a person sees them; there are no lines to copy.

    Raises
    ------
    BadPrograms
        It cannot be read, or the shape of its table is in doubt; every fault of the sheet is in it.
    BadOptions
        No sheet is called that.
    """
    _refuse_unreadable(source.file, kind)
    workbook = open_workbook(source.data, kind, file=source.file)
    chosen, about_sheets = choose_sheet(workbook, stated=sheet)
    header = find_header_row(chosen.records[:_FIRST_RECORDS], file=source.file, stated=header_row, sign=",")
    if not header.cells:
        raise BadPrograms(list(header.faults))
    header = replace(header, faults=())  # signs inside a title part no cells here
    about_merged = _fill_merged(chosen, header)
    under = Chunk(first_row=header.row + 1, records=chosen.records[header.row :])
    body = read_rows(header, [under], file=source.file)
    notes = [*about_sheets, *about_merged, *_about_cells(chosen, header), *header.notes]
    return _settled(source, chosen, header, body, notes, is_header_stated=header_row > 0)


def _settled(
    source: Source, chosen: WorkSheet, header: HeaderRow, body: Rows, notes: Sequence[Fault], *, is_header_stated: bool
) -> Programs:
    """Tell programs from other rows."""
    first, past = own_columns(body.header) or (0, len(body.header))
    names, columns = body.header[first:past], body.columns[first:past]
    settled = settle(names, header.row, columns, body.rows, is_header_stated=is_header_stated or first > 0)
    faults = [*body.faults, *settled.faults, *control_faults(names, header.row, columns, body.rows)]
    refuse(faults, settled, source.file, header.row)
    return Programs(
        file=source.file,
        header=settled.header,
        columns=settled.columns,
        rows=body.rows[settled.keep],
        notes=named([*notes, *settled.notes], source.file),
        set_aside=settled.set_aside,
        encoding="",
        separator="",
        sheet=chosen.name,
        header_row=header.row,
        digest=hashlib.sha256(source.data).hexdigest(),
        is_own_output=first > 0,
    )


def _refuse_unreadable(file: str, kind: Format) -> None:
    if kind is Format.LOCKED:
        problem = f"this is {kind.value}. Open it, take the password off, save it and give that."
    elif kind is Format.BINARY_EXCEL:
        problem = f"this is {kind.value}, which is not read. Save it as .xlsx, or {_SAVE_AS_CSV}"
    elif not can_read(kind):
        problem = f"this is {kind.value}. To read it, type: {HOW_TO_INSTALL}. Or {_SAVE_AS_CSV}"
    else:
        return
    raise BadPrograms([Fault(code=Code.NOT_A_TABLE, file=file, problem=problem)])


def _fill_merged(sheet: WorkSheet, header: HeaderRow) -> list[Fault]:
    """Give each row under the header the value of a cell that is merged over it; never a second column.

    An amount merged over two columns is one amount: written into both it would count twice.
    """
    filled = []
    has_text = [any(cell.strip() for cell in record) for record in sheet.records]
    for top, left, bottom, _ in sheet.look.merged:
        column = left - sheet.first_column
        is_inside = header.row <= top < len(sheet.records) and 0 <= column < len(header.cells)
        # A row that holds nothing else is the lower half of a tall cell, not a program.
        rows = [row for row in range(top + 1, min(bottom + 1, len(sheet.records))) if has_text[row]]
        if not (is_inside and rows and sheet.records[top][column].strip()):
            continue
        for row in rows:
            sheet.records[row][column] = sheet.records[top][column]
        filled.append(f"{_place(top, left)}:{_place(bottom, left)}")
    if not filled:
        return []
    problem = f"{_several(filled)}: cells merged over several rows; what they hold was read for each of these rows."
    return [Fault(code=Code.SKIPPED, problem=problem)]


def _about_cells(sheet: WorkSheet, header: HeaderRow) -> list[Fault]:
    """Say which formulas have no value, and which rows nobody sees."""
    notes = []
    formulas = [_place(row, column) for row, column in sorted(sheet.look.formulas) if row >= header.row]
    if formulas:
        said = "formulas that no value was saved for; they count as not understood."
        said = said if len(formulas) > 1 else "a formula that no value was saved for; it counts as not understood."
        problem = f"{_several(formulas)}: {said} Open the file in a spreadsheet, save it and give that."
        notes.append(Fault(code=Code.NOT_UNDERSTOOD, problem=problem))
    hidden = sorted(row + 1 for row in set(sheet.look.hidden) if header.row <= row < len(sheet.records))
    if hidden:
        said = "is hidden in the sheet and was read like any other."
        said = said if len(hidden) == 1 else "are hidden in the sheet and were read like any others."
        notes.append(Fault(code=Code.SKIPPED, row=hidden[0], problem=f"{rows_in_words(hidden)} {said}"))
    return notes


def _several(places: Sequence[str]) -> str:
    """Name the first few places."""
    more = f" and {len(places) - _MOST_NAMED:,} more" if len(places) > _MOST_NAMED else ""
    return ", ".join(places[:_MOST_NAMED]) + more


def _place(row: int, column: int) -> str:
    return f"{column_letters(column)}{row + 1}"


def column_letters(column: int) -> str:
    """Name a column as a spreadsheet does.

    Parameters
    ----------
    column
        Counted from 0.

    Examples
    --------
    >>> column_letters(0), column_letters(25), column_letters(26), column_letters(16383)
    ('A', 'Z', 'AA', 'XFD')
    """
    letters = ""
    number = column + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
