"""Cells as typed -> faults for marks that cannot be meant: control characters, and quotation marks that stand alone.

A lone quotation mark inside an unquoted cell may have been meant to hide a separator, so the cells after
it are in doubt.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import numpy as np

from decision.errors import Code, Fault
from decision.intake.table.columns import rows_with
from decision.intake.table.lines import cell_spans
from decision.intake.table.rows import MOST_FAULTS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from decision.intake.table.separator import Separator
    from decision.model import Column, Lines

__all__ = ["control_faults", "has_controls", "stray_quote_faults"]

_CONTROLS = bytes(number for number in range(32) if number not in b"\t\n\r")
_CONTROL = re.compile("[" + re.escape(_CONTROLS.decode()) + "]")
_BLOCK = 1 << 20


def has_controls(data: bytes) -> bool:
    r"""Say whether there is any control character other than tab and line ends.

    Examples
    --------
    >>> has_controls(b"a\tb\r\n"), has_controls(b"a\x00b")
    (False, True)
    """
    blocks = (data[begin : begin + _BLOCK] for begin in range(0, len(data), _BLOCK))
    return any(len(block.translate(None, _CONTROLS)) < len(block) for block in blocks)


def control_faults(
    header: Sequence[str],
    header_row: int,
    columns: Sequence[Column] = (),
    rows: NDArray[np.int64] | tuple[int, ...] = (),
) -> list[Fault]:
    """Find cells with control characters.

    Parameters
    ----------
    header, header_row
        The names of the columns and their row.
    columns
        The cells; none where they are known to hold none of these.
    rows
        ``(n_rows,)``, their numbers.

    Returns
    -------
    list of Fault
        One for each cell, by column, without the file's name.
    """
    found = [(header_row, "", name) for name in header if _CONTROL.search(name)]
    for name, column in zip(header, columns, strict=False):
        for at in np.flatnonzero(rows_with(column, lambda text: _CONTROL.search(text) is not None)).tolist():
            if len(found) >= MOST_FAULTS:
                break
            found.append((int(rows[at]), name.strip(), column.texts[column.codes[at]]))
    problem = "a character that cannot be seen or printed stands in this cell. Take it out."
    return [
        Fault(code=Code.CONTROL_CHARACTER, row=row, column=name, found=text, problem=problem)
        for row, name, text in found
    ]


def stray_quote_faults(
    columns: Sequence[Column], rows: NDArray[np.int64], lines: Lines, separator: Separator
) -> list[Fault]:
    """Find rows in which a cell that does not begin with a quotation mark holds an odd number of them.

    Parameters
    ----------
    columns
        The cells of some rows.
    rows
        ``(n_rows,)``, their numbers.
    lines
        Their text.
    separator
        What stands between cells.

    Returns
    -------
    list of Fault
        One for each row, without the file's name.
    """
    is_doubtful = np.zeros(len(rows), dtype=np.bool_)
    for column in columns:
        if any('"' in text for text in column.texts):
            is_doubtful |= rows_with(column, _is_odd)
    faults: list[Fault] = []
    for at in np.flatnonzero(is_doubtful):
        stray = _stray_cell(lines.typed(int(at)), separator)
        if stray and len(faults) < MOST_FAULTS:
            problem = (
                "a quotation mark stands alone in this cell. If it belongs to the text, put the cell in quotes and "
                'double the mark: "3/4"" pipe".'
            )
            faults.append(Fault(code=Code.STRAY_QUOTE, row=int(rows[at]), found=stray, problem=problem))
    return faults


def _is_odd(text: str) -> bool:
    return text.count('"') % 2 == 1


def _stray_cell(line: bytes, separator: Separator) -> str:
    """Give the first unquoted cell of a row that holds an odd number of quotation marks; or nothing."""
    cells = (line[begin:end].decode() for begin, end in cell_spans(line, separator))
    return next((cell for cell in cells if not cell.startswith('"') and _is_odd(cell)), "")
