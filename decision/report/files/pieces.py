"""Turns pieces of rows into bytes: each piece is a short list of texts and, for every program, the number of its text.

One rule: the rows are the pieces joined as they stand, whichever of the two ways joins them. Arrow (extra ``[fast]``)
joins without a Python object for each piece; it is imported here only, and only for many rows.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from numpy.typing import NDArray

    from decision.arrays import Flags, Whole
    from decision.model import Lines

__all__ = ["Copies", "Piece", "rows_of_pieces"]

_ROWS = 4096
_ROWS_OF_ARROW = 4 * _ROWS
_WORTH_ARROW = 200_000


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Piece:
    """One piece of every row.

    Parameters
    ----------
    codes
        ``(n_programs,)``, numbers into ``texts``.
    texts
        In UTF-8, commas and line ends included.
    """

    codes: NDArray[np.integer[Any]]
    texts: Sequence[bytes]

    def of(self, programs: Whole) -> Sequence[bytes]:
        """Give the texts of some programs."""
        if len(self.texts) == 1:
            return [self.texts[0]] * len(programs)
        return list(map(self.texts.__getitem__, self.codes[programs].tolist()))


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Copies:
    """The user's own cells of every row.

    Parameters
    ----------
    of
        Takes numbers of programs, gives their cells.
    lines
        Where rows can be copied from; ``None`` where none can.
    is_copied
        ``(n_programs,)``, which rows are copied as they stand there.
    """

    of: Callable[[Whole], Sequence[bytes]]
    lines: Lines | None
    is_copied: Flags


def rows_of_pieces(
    pieces: Sequence[Piece | Copies], programs: Whole, *, worth_arrow: int = _WORTH_ARROW
) -> Iterator[bytes]:
    r"""Join pieces to rows, some thousand rows at a time.

    Parameters
    ----------
    pieces
        From left to right.
    programs
        Numbers of programs, in the order wanted.
    worth_arrow
        From how many rows on Arrow is used where it is installed; the bytes are the same.

    Yields
    ------
    bytes
        Whole rows.

    Examples
    --------
    >>> names = Piece(codes=np.array([1, 0]), texts=[b"Harbor,", b"Linden,"])
    >>> ends = Piece(codes=np.array([0, 0]), texts=[b"out\n"])
    >>> list(rows_of_pieces([names, ends], np.array([1, 0])))
    [b'Harbor,out\nLinden,out\n']
    """
    quick = _arrow_join(pieces) if len(programs) >= worth_arrow else None
    join, rows = (_plain_join(pieces), _ROWS) if quick is None else (quick, _ROWS_OF_ARROW)
    for start in range(0, len(programs), rows):
        yield join(programs[start : start + rows])


def _plain_join(pieces: Sequence[Piece | Copies]) -> Callable[[Whole], bytes]:
    return lambda programs: b"".join(
        itertools.chain.from_iterable(zip(*(piece.of(programs) for piece in pieces), strict=True))
    )


def _arrow_join(pieces: Sequence[Piece | Copies]) -> Callable[[Whole], bytes] | None:
    """Give the function that joins with Arrow; nothing where it is not installed."""
    try:
        import pyarrow as pa
        import pyarrow.compute as pc
    except ImportError:
        return None

    def array(texts: Sequence[bytes]) -> Any:  # noqa: ANN401 -- Arrow has no types
        bounds = np.fromiter(itertools.accumulate(map(len, texts), initial=0), dtype=np.int64, count=len(texts) + 1)
        return spans(bounds, b"".join(texts))

    def spans(bounds: NDArray[np.int64], data: bytes | memoryview) -> Any:  # noqa: ANN401
        buffers = [None, pa.py_buffer(bounds), pa.py_buffer(data)]
        return pa.Array.from_buffers(pa.large_binary(), len(bounds) - 1, buffers)

    def numbers(wanted: NDArray[np.integer[Any]]) -> Any:  # noqa: ANN401
        whole = np.ascontiguousarray(wanted, dtype=np.int64)
        return pa.Array.from_buffers(pa.int64(), len(whole), [None, pa.py_buffer(whole)])

    def source(piece: Piece | Copies) -> Callable[[Whole], Any]:
        if isinstance(piece, Piece):
            texts = array(piece.texts)
            return lambda programs: texts.take(numbers(piece.codes[programs]))
        if piece.lines is None:
            return lambda programs: array(piece.of(programs))
        # Every second span is a row; those between are what parts the rows.
        lines = spans(np.column_stack([piece.lines.starts, piece.lines.ends]).ravel(), piece.lines.data)
        return lambda programs: (
            lines.take(numbers(2 * programs)) if piece.is_copied[programs].all() else array(piece.of(programs))
        )

    sources = [source(piece) for piece in pieces]

    def join(programs: Whole) -> bytes:
        nothing = spans(np.zeros(len(programs) + 1, dtype=np.int64), b"")
        rows = pc.binary_join_element_wise(*(of(programs) for of in sources), nothing)
        _, bounds, data = rows.buffers()
        end = int(np.frombuffer(bounds, dtype=np.int64)[len(rows)])
        return bytes(memoryview(data)[:end])

    return join
