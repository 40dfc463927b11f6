"""Turns programs back into the user's own cells, ready to stand between ours in the ranked file.

One rule: a row is copied byte for byte as it stands in the user's file, and written anew only where a cell must be
guarded or holds a line break, or where the file was no UTF-8 with commas.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from decision.report.guard import guard, guard_bare_line, lines_to_look_at, write_cell

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from decision.arrays import Whole
    from decision.model import Column, Lines, Programs

__all__ = ["user_cells", "user_header"]


def user_header(programs: Programs) -> bytes:
    """Write the user's header, guarded and minimally quoted."""
    return b",".join(map(write_cell, programs.header))


def user_cells(programs: Programs) -> Callable[[Whole], list[bytes]]:
    """Give the function that writes the user's cells of some programs, in UTF-8, joined by commas.

    Parameters
    ----------
    programs
        The user's table.

    Returns
    -------
    callable
        Takes numbers of programs, gives one row each, in that order.
    """
    lines = programs.lines
    if lines is not None:
        return lambda chosen: _copied(programs, lines, chosen)
    writers = [_column_writer(column, len(programs)) for column in programs.columns]
    return lambda chosen: [b",".join(row) for row in zip(*(write(chosen) for write in writers), strict=True)]


def _copied(programs: Programs, lines: Lines, chosen: Whole) -> list[bytes]:
    data = lines.data
    rows = [
        bytes(data[start:end])
        for start, end in zip(lines.starts[chosen].tolist(), lines.ends[chosen].tolist(), strict=True)
    ]
    for at in lines_to_look_at(rows):
        rows[at] = _looked_at(programs, int(chosen[at]), rows[at])
    return rows


def _looked_at(programs: Programs, program: int, row: bytes) -> bytes:
    if not any(mark in row for mark in (b'"', b"\n", b"\r")):
        return guard_bare_line(row)
    cells = programs.cells(program)
    must_change = b"\n" in row or b"\r" in row or any(guard(cell) != cell for cell in cells)
    return b",".join(map(write_cell, cells)) if must_change else row


def _column_writer(column: Column, n_programs: int) -> Callable[[Whole], Iterable[bytes]]:
    """Write each distinct text once where texts repeat, else only those of the rows at hand, to spare memory."""
    texts = column.texts
    if 4 * len(texts) <= n_programs:
        written = list(map(write_cell, texts))
        return lambda chosen: map(written.__getitem__, column.codes[chosen].tolist())
    return lambda chosen: [write_cell(texts[code]) for code in column.codes[chosen].tolist()]
