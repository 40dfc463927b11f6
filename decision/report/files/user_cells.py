"""Turns programs back into the user's own cells, ready to stand between ours in the ranked file.

One rule: a row is copied byte for byte as it stands in the user's file, and written anew only where a cell must be
guarded or holds a line break, or where the file was no UTF-8 with commas.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from decision.report.files.doubtful_lines import doubtful_lines
from decision.report.files.guard import guard, guard_bare_line, lines_to_look_at, write_cell
from decision.report.files.pieces import Copies

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from decision.arrays import Flags, Whole
    from decision.model import Column, Lines, Programs

__all__ = ["user_cells", "user_header"]

_ROWS = 4096


def user_header(programs: Programs) -> bytes:
    """Write the user's header, guarded and minimally quoted."""
    return b",".join(map(write_cell, programs.header))


def user_cells(programs: Programs) -> Copies:
    """Give the user's cells of every program, in UTF-8, joined by commas.

    Parameters
    ----------
    programs
        The user's table.
    """
    lines = programs.lines
    if lines is None:
        writers = [_column_writer(column, len(programs)) for column in programs.columns]
        return Copies(of=lambda chosen: _written(writers, chosen), lines=None, is_copied=np.zeros(0, dtype=np.bool_))
    is_copied = _are_copied(lines)
    return Copies(of=lambda chosen: _copied(programs, lines, is_copied, chosen), lines=lines, is_copied=is_copied)


def _written(writers: Sequence[Callable[[Whole], Iterable[bytes]]], chosen: Whole) -> list[bytes]:
    return [b",".join(row) for row in zip(*(write(chosen) for write in writers), strict=True)]


def _copied(programs: Programs, lines: Lines, is_copied: Flags, chosen: Whole) -> list[bytes]:
    """Copy lines, and look at each of the few that may not be copied."""
    rows = _as_typed(lines, chosen)
    for at in np.flatnonzero(~is_copied[chosen]).tolist():
        rows[at] = _looked_at(programs, int(chosen[at]), rows[at])
    return rows


def _as_typed(lines: Lines, chosen: Whole) -> list[bytes]:
    data = bytes(lines.data)
    spans = map(slice, lines.starts[chosen].tolist(), lines.ends[chosen].tolist())
    return list(map(data.__getitem__, spans))


def _are_copied(lines: Lines) -> Flags:
    """Say which lines can be copied: most are turned away by a quick look at all bytes, the rest by a closer one."""
    doubtful = np.flatnonzero(doubtful_lines(lines))
    is_copied = np.ones(len(lines.starts), dtype=np.bool_)
    for start in range(0, len(doubtful), _ROWS):
        chosen = doubtful[start : start + _ROWS]
        is_copied[chosen[lines_to_look_at(_as_typed(lines, chosen))]] = False
    return is_copied


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
