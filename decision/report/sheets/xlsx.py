"""Sheets -> the bytes of an Excel workbook, the same bytes for the same sheets.

Text is written as text: nothing in it becomes a formula, a link or a number, and what would become a formula once a
person edits its cell carries the mark of a text. XlsxWriter, an extra (``[sheets]``), is imported here only.
"""

from __future__ import annotations

import datetime
import io
from typing import TYPE_CHECKING, Any

from decision.errors import CannotWrite
from decision.report.files.guard import guard
from decision.report.sheets.sheet import Shape

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from decision.report.sheets.sheet import Cell, Sheet, SheetColumn

__all__ = ["LONGEST_CELL", "MOST_COLUMNS", "MOST_ROWS", "xlsx"]

MOST_ROWS, MOST_COLUMNS, LONGEST_CELL = 1_048_576, 16_384, 32_767
"""What an Excel workbook holds: rows with the header, columns, characters of a cell."""

_NO_TIME = datetime.datetime(1980, 1, 1)  # noqa: DTZ001 -- when it was made is no part of an answer
_AS_TEXT = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_HEAD = {"bold": True, "bottom": 1, "valign": "top", "text_wrap": True, "bg_color": "#EDEDED"}
_SHAPES: Mapping[Shape, Mapping[str, object]] = {
    Shape.PLAIN: {"valign": "top"},
    Shape.POINTS: {"valign": "top", "num_format": "0.0"},
    Shape.STATUS: {"valign": "top"},
    Shape.LONG: {"valign": "top", "text_wrap": True},
}
_COLORS = {"fits": "#C6EFCE", "ask": "#FFEB9C", "out": "#E4E4E4"}
_NARROWEST, _WIDEST, _WIDEST_LONG = 8, 40, 70
_MEASURED = 2_000


def xlsx(sheets: Sequence[Sheet]) -> bytes:
    """Write a workbook.

    Parameters
    ----------
    sheets
        From left to right, at least one.

    Returns
    -------
    bytes
        The file: each sheet with a frozen header, a filter on every column and widths that fit its cells.

    Raises
    ------
    CannotWrite
        The library is absent, or a sheet holds more than such a file can.
    """
    for sheet in sheets:
        _refuse_too_much(sheet)
    import xlsxwriter

    made = io.BytesIO()
    book = xlsxwriter.Workbook(made, {"in_memory": True, **_AS_TEXT})
    book.set_properties({"created": _NO_TIME})
    head = book.add_format(_HEAD)
    for sheet in sheets:
        page = book.add_worksheet(sheet.name)
        page.freeze_panes(1, 0)
        page.repeat_rows(0)
        page.set_landscape()
        for number, column in enumerate(sheet.columns):
            page.set_column(number, number, _width(column))
            page.write_string(0, number, _written(column.name), head)
            _write_column(page, number, column, book.add_format)
        page.autofilter(0, 0, len(sheet), len(sheet.columns) - 1)
    book.close()
    return made.getvalue()


def _refuse_too_much(sheet: Sheet) -> None:
    longest = max((len(cell) for column in sheet.columns for cell in column.cells if isinstance(cell, str)), default=0)
    told = (
        (len(sheet) + 1, MOST_ROWS, "rows"),
        (len(sheet.columns), MOST_COLUMNS, "columns"),
        (longest, LONGEST_CELL, "characters in a cell"),
    )
    for found, most, what in told:
        if found > most:
            raise CannotWrite(
                f"An Excel workbook holds at most {most:,} {what}; here are {found:,}. Name a file that ends in .csv."
            )


def _write_column(
    page: Any,  # noqa: ANN401 -- the library has no types
    number: int,
    column: SheetColumn,
    add_format: Callable[[Mapping[str, object]], Any],
) -> None:
    """Write the cells of a column; each distinct one chooses its format once."""
    shape = _SHAPES[column.shape]
    plain, as_text = add_format(shape), add_format({**shape, "quote_prefix": True})
    colored = {word: add_format({**shape, "bg_color": color}) for word, color in _COLORS.items()}
    looks = [_look(column, cell, plain, as_text, colored) for cell in column.cells]
    cells = [_written(cell) if isinstance(cell, str) else cell for cell in column.cells]
    for row, code in enumerate(column.codes, 1):
        cell = cells[code]
        if isinstance(cell, str) and cell:
            page.write_string(row, number, cell, looks[code])
        elif isinstance(cell, int | float):
            page.write_number(row, number, cell, looks[code])


def _look(column: SheetColumn, cell: Cell, plain: object, as_text: object, colored: Mapping[str, object]) -> object:
    """Choose the format of a cell."""
    if column.shape is Shape.STATUS:
        return colored.get(str(cell), plain)
    return as_text if isinstance(cell, str) and guard(cell) != cell else plain


def _written(text: str) -> str:
    """Give the text as it can be written; half of a surrogate pair becomes a question mark."""
    return text.encode("utf-8", "replace").decode()


def _width(column: SheetColumn) -> int:
    """Fit a column to its cells, within bounds; the header may take two lines."""
    lines = (line for cell in column.cells[:_MEASURED] if cell is not None for line in str(cell).split("\n"))
    widest = _WIDEST_LONG if column.shape is Shape.LONG else _WIDEST
    return min(widest, max(_NARROWEST, (len(column.name) + 1) // 2 + 4, *(len(line) + 2 for line in lines)))
