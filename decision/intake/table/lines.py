r"""Records -> where each one's own text lies in the bytes of the file, so that it can be copied untouched.

Offsets are found in the bytes, by line ends as csv sees them: ``\n``, ``\r\n`` or a lone ``\r``.
"""

from __future__ import annotations

import re
from array import array
from typing import TYPE_CHECKING

import numpy as np

from decision.model import Lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from decision.intake.table.separator import Separator
    from decision.intake.table.sheet import Sheet

__all__ = ["cell_spans", "line_end", "narrowed", "record_line", "record_lines", "without_last_cell"]

_BLOCK = 1 << 20
_LF, _CR = 10, 13


def record_lines(sheet: Sheet, rows: NDArray[np.int64]) -> Lines:
    r"""Find the text of records.

    Parameters
    ----------
    sheet
        A sheet that has been read to its end.
    rows
        ``(n,)``, the rows wanted, counted from 1.

    Returns
    -------
    Lines
        Where each row's text begins and ends, without its line end.
    """
    data = sheet.text.data
    ends_of_lines = _line_ends(data, sheet.separator.start)
    last_lines = np.frombuffer(sheet.last_lines, dtype=np.int64) if sheet.last_lines else np.zeros(0, np.int64)
    begins = np.concatenate([np.zeros(1, np.int64), last_lines[:-1]])
    starts = ends_of_lines[begins[rows - 1]]
    ends = ends_of_lines[last_lines[rows - 1]]
    octets = np.frombuffer(data, dtype=np.uint8)
    ends = ends - (octets[ends - 1] == _LF)
    ends = ends - ((octets[ends - 1] == _CR) & (ends > starts))
    return Lines(data=data, starts=starts, ends=ends)


def record_line(sheet: Sheet, row: int) -> Lines:
    """Find the text of one record near the top of a file.

    Parameters
    ----------
    sheet
        A sheet that has been read at least so far.
    row
        Its number, from 1.
    """
    data, first = sheet.text.data, sheet.separator.start
    before = sheet.last_lines[row - 2] if row > 1 else 0
    start = line_end(data, first, before) if before else first
    end = line_end(data, first, sheet.last_lines[row - 1])
    text = data[start:end].removesuffix(b"\n").removesuffix(b"\r")
    return Lines(data=data, starts=np.array([start]), ends=np.array([start + len(text)]))


def line_end(data: bytes, start: int, number: int) -> int:
    r"""Give where a line ends, its line end included.

    Parameters
    ----------
    data
        UTF-8 bytes.
    start
        Where the first line begins.
    number
        Which line, from 1.

    Examples
    --------
    >>> line_end(b"a\r\nb\rc", 0, 1), line_end(b"a\r\nb\rc", 0, 2), line_end(b"a\r\nb\rc", 0, 3)
    (3, 5, 6)
    """
    for ends in _line_ends_by_block(data, start):
        if number <= len(ends):
            return int(ends[number - 1])
        number -= len(ends)
    return len(data)


def _line_ends(data: bytes, start: int) -> NDArray[np.int64]:
    """Give the start of the table, then the position after each line end, then the end of the data."""
    edges = np.array([start], dtype=np.int64), np.array([len(data)], dtype=np.int64)
    return np.concatenate([edges[0], *_line_ends_by_block(data, start), edges[1]])


def _line_ends_by_block(data: bytes, start: int) -> Iterator[NDArray[np.int64]]:
    octets = np.frombuffer(data, dtype=np.uint8)
    for begin in range(start, len(data), _BLOCK):
        block = octets[begin : begin + _BLOCK]
        is_end = block == _LF
        lone = np.flatnonzero(block == _CR) + begin
        lone = lone[octets[np.minimum(lone + 1, len(data) - 1)] != _LF]
        is_end[lone - begin] = True
        yield np.flatnonzero(is_end) + (begin + 1)


def cell_spans(line: bytes, separator: Separator) -> list[tuple[int, int]]:
    r"""Find where each cell of one record lies.

    Parameters
    ----------
    line
        The record's text, without its line end.
    separator
        What stands between cells.

    Returns
    -------
    list of (start, end)
        One pair for each cell, its quotes included.

    Examples
    --------
    >>> from decision.intake.table.separator import Separator
    >>> cell_spans(b'a,"b,c",', Separator(sign=","))
    [(0, 1), (2, 7), (8, 8)]
    """
    sign = re.escape(separator.sign.encode())
    lead = b" *" if separator.is_spaced else b""
    cell = re.compile(b"(?:^|" + sign + b")" + lead + b'("[^"]*(?:""[^"]*)*"|(?:(?!' + sign + b")[\\s\\S])*)")
    return [match.span(1) for match in cell.finditer(line)]


def narrowed(lines: Lines, separator: Separator, first: int, past: int) -> Lines:
    """Keep only the cells from ``first`` to before ``past`` of every line.

    Parameters
    ----------
    lines
        Lines that all have the same number of cells.
    separator
        What stands between them.
    first, past
        Numbers of cells, counted from 0; ``past`` is greater than ``first``.

    Returns
    -------
    Lines
        The same lines, shorter.

    Examples
    --------
    >>> from decision.intake.table.separator import Separator
    >>> lines = Lines(data=b"1,fits,Harbor,7", starts=np.array([0]), ends=np.array([15]))
    >>> narrowed(lines, Separator(sign=","), 2, 3).typed(0)
    b'Harbor'
    """
    starts, ends = array("q"), array("q")
    for line in range(len(lines.starts)):
        spans = cell_spans(lines.typed(line), separator)
        starts.append(int(lines.starts[line]) + spans[first][0])
        ends.append(int(lines.starts[line]) + spans[past - 1][1])
    return Lines(data=lines.data, starts=np.array(starts, dtype=np.int64), ends=np.array(ends, dtype=np.int64))


def without_last_cell(lines: Lines) -> Lines:
    """Cut off a last cell that is empty, written as nothing or as two quotes.

    Examples
    --------
    >>> lines = Lines(data=b'a,b,a,b,""', starts=np.array([0, 4]), ends=np.array([4, 10]))
    >>> cut = without_last_cell(lines)
    >>> cut.typed(0), cut.typed(1)
    (b'a,b', b'a,b')
    """
    octets = np.frombuffer(lines.data, dtype=np.uint8)
    is_quoted = octets[lines.ends - 1] == ord('"')
    return Lines(data=lines.data, starts=lines.starts, ends=lines.ends - np.where(is_quoted, 3, 1))
