"""One column of a grid -> codes and distinct texts, when somebody first asks for them.

A column that nobody judges, shows or sorts by never becomes Python objects; single cells are read from the bytes.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from decision.intake.table.columns import taken
from decision.intake.table.grid import Grid, unquoted
from decision.model import TextColumn

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    from decision.arrays import Codes, Flags, Whole
    from decision.model import Column

    Encode = Callable[[Grid, int], "Encoded"]

__all__ = ["Encoded", "GridColumn", "are_mostly_distinct", "encode"]

_ROWS = 1 << 16


class Encoded(NamedTuple):
    """The cells of a column, as a rule each distinct one once.

    Parameters
    ----------
    codes
        ``(n_rows,)``, numbers into the cells.
    joined
        The cells in the order in which they first stand in the column, some perhaps more than once; each with the mark
        before it and, at the end of a line, with a carriage return if there is one.
    bounds
        ``(n_cells + 1,)``, where each begins in ``joined``, and the end.
    """

    codes: Codes
    joined: bytes
    bounds: NDArray[np.signedinteger]


class GridColumn:
    r"""A `Column` that is read late.

    Parameters
    ----------
    grid
        Where the cells are.
    number
        Which column of the grid.
    encode
        Finds the distinct cells, as `encode` does.
    kept
        ``(n_rows,)``, which rows of the grid it has; ``None`` for all.

    Examples
    --------
    >>> from decision.intake.table.grid import find_grid
    >>> grid = find_grid(b'a,b\n1,x\n2,"x"\n', 4, sign=",", width=2)
    >>> column = GridColumn(grid, 1, encode)
    >>> column.texts, column.codes.tolist(), column.cell(1)
    (['x'], [0, 0], 'x')
    """

    def __init__(self, grid: Grid, number: int, encode: Encode, kept: Flags | None = None) -> None:
        self.grid = grid
        self.number = number
        self._encode = encode
        self._kept = kept
        self._rows = None if kept is None else np.flatnonzero(kept)
        self._read: TextColumn | None = None

    @property
    def is_read(self) -> bool:
        """Whether anybody has asked for codes or texts."""
        return self._read is not None

    @property
    def codes(self) -> Codes:
        """``(n_rows,)``, numbers into ``texts``."""
        return self._column().codes

    @property
    def texts(self) -> Sequence[str]:
        """Distinct, as typed."""
        return self._column().texts

    def cell(self, row: int) -> str:
        """Give one cell without reading the column."""
        return self.grid.cell(row if self._rows is None else int(self._rows[row]), self.number)

    def first_bytes(self, rows: Whole) -> NDArray[np.uint8]:
        """Give the byte with which each cell begins: that of the mark behind it where it is empty."""
        return self.grid.first_bytes(self.number, rows if self._rows is None else self._rows[rows])

    def taken(self, keep: Flags) -> Column:
        """Keep some rows; from what is read already where that is at hand."""
        if self._read is not None:
            return taken(self._read, keep)
        if self._rows is None:
            return GridColumn(self.grid, self.number, self._encode, keep)
        kept = np.zeros(len(self.grid), dtype=np.bool_)
        kept[self._rows[keep]] = True
        return GridColumn(self.grid, self.number, self._encode, kept)

    def _column(self) -> TextColumn:
        if self._read is None:
            whole = _read(self._encode(self.grid, self.number))
            self._read = whole if self._kept is None else taken(whole, self._kept)
        return self._read


def encode(grid: Grid, column: int) -> Encoded:
    """Find the distinct cells of a column, with a Python object for each cell.

    Parameters
    ----------
    grid
        Where the cells are.
    column
        Which column.
    """
    rows = _cells(grid, column, 0)
    if are_mostly_distinct(len(set(rows)), len(rows)):
        every = [cell for start in range(0, len(grid), _ROWS) for cell in _cells(grid, column, start)]
        return Encoded(np.arange(len(grid), dtype=np.int32), b"".join(every), np.cumsum([0, *map(len, every)]))
    numbering: defaultdict[bytes, int] = defaultdict()
    numbering.default_factory = numbering.__len__
    codes = np.empty(len(grid), dtype=np.int32)
    for start in range(0, len(grid), _ROWS):
        codes[start : start + _ROWS] = list(map(numbering.__getitem__, _cells(grid, column, start)))
    return Encoded(codes, b"".join(numbering), np.cumsum([0, *map(len, numbering)]))


def are_mostly_distinct(n_distinct: int, n_rows: int) -> bool:
    """Whether it is quicker to take every cell as a distinct one at first, judging by some rows."""
    return 4 * n_distinct > 3 * n_rows


def _cells(grid: Grid, column: int, start: int) -> list[bytes]:
    """Give some cells of a column, each with the mark before it."""
    marks = grid.marks[start * grid.width + column :][: _ROWS * grid.width + 1]
    ends = marks[1 :: grid.width]
    return list(map(grid.data.__getitem__, map(slice, marks[:: grid.width][: len(ends)].tolist(), ends.tolist())))


def _read(found: Encoded) -> TextColumn:
    """Turn cells into distinct texts: a cell may be typed in quotes here and without there."""
    if b'"' not in found.joined:  # then the mark before each cell stands nowhere else
        texts = found.joined.replace(b"\r", b"").decode().split(chr(found.joined[0]))[1:]
    else:
        spans = itertools.pairwise(found.bounds.tolist())
        texts = [unquoted(found.joined[start + 1 : end].removesuffix(b"\r")) for start, end in spans]
    distinct = list(dict.fromkeys(texts))
    if len(distinct) == len(texts):
        return TextColumn(codes=found.codes, texts=texts)
    number_of = dict(zip(distinct, range(len(distinct)), strict=True))
    numbers = np.fromiter(map(number_of.__getitem__, texts), dtype=np.int32, count=len(texts))
    return TextColumn(codes=numbers[found.codes], texts=distinct)
