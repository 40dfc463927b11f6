"""The bytes of a large file -> where every cell begins and ends, if the file is proved to be quite regular.

Regular: every line has as many cells as the header, quotation marks only open, close and are doubled as they should,
and nothing stands there that needs judging. Of any other file no grid is made: the plain reader reads it, tells faults.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from decision.model import Lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from decision.arrays import Codes, Flags, Whole

    Bytes = NDArray[np.uint8]

__all__ = ["LONGEST_LINE", "Grid", "find_grid", "unquoted"]

LONGEST_LINE = 1 << 20
"""A longer line may hold a cell that is too large; in bytes."""

_BLOCK = 1 << 20
_SIGN, _LF, _QUOTE, _CR, _CONTROL = 1, 2, 3, 4, 5
_LINE_FEED = 10
_MOST_BYTES = (1 << 31) - 2


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Grid:
    """Where the cells of a regular table are.

    Parameters
    ----------
    data
        UTF-8 bytes of the file.
    marks
        ``(n_rows * width + 1,)``, the position of the line end before the first row, then of the separator or line end
        after each cell, row by row.
    width
        How many cells every row has.
    """

    data: bytes
    marks: Codes
    width: int

    def __len__(self) -> int:
        return len(self.marks) // self.width

    @property
    def sign(self) -> int:
        """The byte between cells."""
        return self.data[int(self.marks[1])]

    def cell(self, row: int, column: int) -> str:
        """Give one cell's text."""
        at = row * self.width + column
        return unquoted(self.data[self.marks[at] + 1 : self.marks[at + 1]].removesuffix(b"\r"))

    def first_bytes(self, column: int, rows: Whole) -> Bytes:
        """Give the byte with which a cell begins: that of the mark behind it where it is empty."""
        octets = np.frombuffer(self.data, dtype=np.uint8)
        return octets[np.minimum(self.marks[rows * self.width + column] + 1, len(octets) - 1)]

    def lines(self, first: int, past: int) -> Lines:
        """Give the text of every row from one column to before another, without its line end."""
        octets = np.frombuffer(self.data, dtype=np.uint8)
        starts = self.marks[first : -1 : self.width].astype(np.int64) + 1
        ends = self.marks[past :: self.width].astype(np.int64)
        return Lines(data=self.data, starts=starts, ends=ends - (octets[ends - 1] == ord("\r")))


def unquoted(typed: bytes) -> str:
    r"""Read one cell of a regular table.

    Examples
    --------
    >>> unquoted(b'"3/4"" pipe"'), unquoted(b" a"), unquoted(b"")
    ('3/4" pipe', ' a', '')
    """
    inner = typed[1:-1].replace(b'""', b'"') if typed.startswith(b'"') else typed
    return inner.decode()


def find_grid(data: bytes, start: int, *, sign: str, width: int) -> Grid | None:
    r"""Find the cells of a table, or nothing where it is not quite regular.

    Parameters
    ----------
    data
        UTF-8 bytes.
    start
        Where the first row begins: after the line feed that ends the header.
    sign
        What stands between cells.
    width
        How many cells each row must have, at least 1.

    Returns
    -------
    Grid or None
        Every cell's place; ``None`` where a line has another number of cells, a quotation mark stands where none
        belongs, or a cell holds a line break or a control character.

    Examples
    --------
    >>> grid = find_grid(b'a,b\n1,"x, y"\n2,\n', 4, sign=",", width=2)
    >>> grid.cell(0, 1), grid.cell(1, 1), len(grid)
    ('x, y', '', 2)
    >>> find_grid(b'a,b\n1,6" disk\n', 4, sign=",", width=2) is None
    True
    """
    kinds = _kinds(sign)
    is_under_a_line = 0 < start < len(data) and data[start - 1] == _LINE_FEED
    if kinds is None or width < 2 or len(data) > _MOST_BYTES or not is_under_a_line:
        return None
    found = [np.array([start - 1], dtype=np.int32)]
    count, is_inside = 0, 0
    for at, kind in _places(data, start, kinds):
        inside = (np.cumsum(kind == _QUOTE, dtype=np.int32) + is_inside) & 1
        is_inside = int(inside[-1]) if len(inside) else is_inside
        is_mark = (kind <= _LF) & (inside == 0)
        if not _is_regular(data, kinds, at, kind, inside) or not _ends_lines(kind[is_mark] == _LF, count, width):
            return None
        found.append(at[is_mark].astype(np.int32))
        count += len(found[-1])
    if not data.endswith(b"\n"):
        found.append(np.array([len(data)], dtype=np.int32))
        count += 1
    marks = np.concatenate(found)
    is_whole = not is_inside and count % width == 0
    return Grid(data=data, marks=marks, width=width) if is_whole and _is_short(marks[::width]) else None


def _kinds(sign: str) -> bytes | None:
    """Give the table that says of each byte what it may do; nothing for a sign of several bytes."""
    if len(sign.encode()) != 1 or (sign < " " and sign != "\t"):
        return None
    kinds = bytearray(_CONTROL if number < ord(" ") and number != ord("\t") else 0 for number in range(256))
    for mark, kind in (("\n", _LF), ('"', _QUOTE), ("\r", _CR), (sign, _SIGN)):
        kinds[ord(mark)] = kind
    return bytes(kinds)


def _places(data: bytes, start: int, kinds: bytes) -> Iterator[tuple[Whole, Bytes]]:
    """Give the places of the bytes that may do something, and what, a block at a time."""
    for begin in range(start, len(data), _BLOCK):
        block = np.frombuffer(data[begin : begin + _BLOCK].translate(kinds), dtype=np.uint8)
        at = np.flatnonzero(block != 0)
        yield at + begin, block[at]


def _kind_of(kinds: bytes, data: bytes, at: Whole) -> Bytes:
    return np.frombuffer(kinds, dtype=np.uint8)[np.frombuffer(data, dtype=np.uint8)[at]]


def _is_regular(data: bytes, kinds: bytes, at: Whole, kind: Bytes, inside: Whole) -> bool:
    """Check quotation marks and line ends of a block; ``inside`` tells which bytes stand in quotes or open them."""
    if (kind == _CONTROL).any() or ((kind == _LF) & (inside == 1)).any():
        return False
    returns = at[kind == _CR] + 1
    if len(returns) and (returns[-1] == len(data) or (_kind_of(kinds, data, returns) != _LF).any()):
        return False
    is_quote = kind == _QUOTE
    beside = at[is_quote] + np.where(inside[is_quote] == 1, -1, 1)
    neighbours = _kind_of(kinds, data, beside[beside < len(data)])
    return bool(((neighbours >= _SIGN) & (neighbours <= _CR)).all())


def _ends_lines(is_line_end: Flags, count: int, width: int) -> bool:
    """Whether the marks of a block end lines exactly where a row is full."""
    wanted = is_line_end[(width - 1 - count) % width :: width]
    return bool(wanted.all()) and int(np.count_nonzero(is_line_end)) == len(wanted)


def _is_short(line_ends: Codes) -> bool:
    return int(np.diff(line_ends).max()) <= LONGEST_LINE
