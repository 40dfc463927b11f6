"""An old Excel workbook (.xls) -> its sheets, and what they hold beside their values; read by xlrd, an extra.

The library that reads other spreadsheets lays a sheet out as far as a damaged cell says it reaches, and ends the whole
process where there is no room; this one is slower, refuses such a cell, and tells errors and formats too.
"""

from __future__ import annotations

import datetime
import io
import struct
from typing import TYPE_CHECKING, Any

from decision.errors import Code
from decision.intake.workbook.look import Look
from decision.intake.workbook.number_signs import sign_of_format
from decision.intake.workbook.unpack import refused
from decision.intake.workbook.worksheet import worksheet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from decision.intake.workbook.cell_text import Value
    from decision.intake.workbook.worksheet import WorkSheet

__all__ = ["open_old_excel"]

_STUMBLES = (struct.error, AssertionError, AttributeError, LookupError, TypeError, ValueError, ArithmeticError, OSError)
_BROKEN = "it is damaged: its cells cannot be read. Open it in a spreadsheet, save it anew and give that."
_LOCKED = "it is locked with a password. Open it, take the password off, save it and give that."


def open_old_excel(data: bytes, *, file: str) -> list[WorkSheet]:
    """Read the sheets of an old Excel workbook.

    Parameters
    ----------
    data
        The file's bytes.
    file
        The file's name, for what is said.

    Returns
    -------
    list of WorkSheet
        In the order of their tabs.

    Raises
    ------
    BadPrograms
        It is damaged, or locked with a password.
    """
    import xlrd

    try:
        book = xlrd.open_workbook(file_contents=data, formatting_info=True, ragged_rows=True, logfile=io.StringIO())
        return [_sheet(book, sheet) for sheet in book.sheets()]
    except xlrd.XLRDError as error:
        raise refused(file, Code.UNREADABLE, _LOCKED if "encrypted" in str(error) else _BROKEN) from None
    except (xlrd.compdoc.CompDocError, *_STUMBLES):
        raise refused(file, Code.UNREADABLE, _BROKEN) from None


def _sheet(book: Any, sheet: Any) -> WorkSheet:  # noqa: ANN401 -- of the library
    look = Look(
        merged=[(top, left, past - 1, right - 1) for top, past, left, right in sheet.merged_cells],
        hidden=[row for row, about in sorted(sheet.rowinfo_map.items()) if about.hidden],
    )
    rows = [list(_values(book, sheet, row, look)) for row in range(sheet.nrows)]
    return worksheet(sheet.name, rows, look, is_hidden=sheet.visibility != 0)


def _values(book: Any, sheet: Any, row: int, look: Look) -> Iterator[Value]:  # noqa: ANN401 -- of the library
    """Give the values of a row, and note what is odd about them."""
    import xlrd

    for column, cell in enumerate(sheet.row(row)):
        value: Value = ""
        if cell.ctype == xlrd.XL_CELL_NUMBER:
            value = cell.value
            sign = sign_of_format(_format_code(book, cell))
            if sign:
                look.signs[row, column] = sign
        elif cell.ctype == xlrd.XL_CELL_DATE:
            value = _moment(book, cell)
        elif cell.ctype == xlrd.XL_CELL_BOOLEAN:
            value = bool(cell.value)
        elif cell.ctype == xlrd.XL_CELL_ERROR:
            value = look.errors[row, column] = xlrd.error_text_from_code.get(cell.value, "#VALUE!")
        elif cell.ctype == xlrd.XL_CELL_TEXT:
            value = cell.value
        if value != "":
            look.reach(row, column)
        yield value


def _format_code(book: Any, cell: Any) -> str:  # noqa: ANN401 -- of the library
    code: str = book.format_map[book.xf_list[cell.xf_index].format_key].format_str
    return code


def _moment(book: Any, cell: Any) -> Value:  # noqa: ANN401 -- of the library
    """Turn a count of days into a day, a time of day or a length of time; one that no calendar has stays a number."""
    import xlrd

    number: float = cell.value
    try:
        if "[h" in _format_code(book, cell).casefold():
            return datetime.timedelta(days=number)
        moment: datetime.datetime = xlrd.xldate_as_datetime(number, book.datemode)
    except (xlrd.xldate.XLDateError, OverflowError, ValueError):
        return number
    return moment.time() if 0 <= number < 1 else moment
