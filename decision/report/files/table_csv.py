"""Turns a table of programs into a CSV file as it is held: UTF-8, commas, line feeds, live cells guarded."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from decision.report.files.pieces import Piece, rows_of_pieces
from decision.report.files.user_cells import user_cells, user_header

if TYPE_CHECKING:
    from collections.abc import Iterator

    from decision.model import Programs

__all__ = ["table_csv"]


def table_csv(programs: Programs) -> Iterator[bytes]:
    """Write a table, piece by piece.

    Parameters
    ----------
    programs
        The table, in the order in which its rows are to stand.

    Yields
    ------
    bytes
        The header, then some thousand whole rows at a time.
    """
    yield user_header(programs) + b"\n"
    everyone = np.arange(len(programs), dtype=np.int64)
    ends = Piece(codes=np.zeros(len(programs), dtype=np.int32), texts=[b"\n"])
    yield from rows_of_pieces([user_cells(programs), ends], everyone)
