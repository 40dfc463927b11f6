"""One column of a grid -> its distinct cells, found by Arrow without a Python object for each row.

Same result as the plain `encode`. Arrow is an extra (``[fast]``): imported here only, and only for a large file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from decision.intake.table.grid_column import Encoded, are_mostly_distinct, encode

if TYPE_CHECKING:
    from decision.arrays import Codes
    from decision.intake.table.grid import Grid
    from decision.intake.table.grid_column import Encode

__all__ = ["encode_with_arrow", "quickest_encode"]

_SAMPLE = 1 << 14


def quickest_encode() -> Encode:
    """Give Arrow's way to find distinct cells where Arrow is installed, else the plain one."""
    try:
        import pyarrow  # noqa: F401
    except ImportError:
        return encode
    return encode_with_arrow


def encode_with_arrow(grid: Grid, column: int) -> Encoded:
    """Find the distinct cells of a column.

    Parameters
    ----------
    grid
        Where the cells are.
    column
        Which column.
    """
    import pyarrow as pa

    # The marks of the grid are the offsets of an Arrow array over the file's own bytes; arrays are passed as buffers,
    # since other ways from numpy import pandas.
    n_cells = len(grid.marks) - 1
    cells = pa.Array.from_buffers(pa.binary(), n_cells, [None, pa.py_buffer(grid.marks), pa.py_buffer(grid.data)])
    wanted = np.arange(column, n_cells, grid.width)
    chosen = cells.take(pa.Array.from_buffers(pa.int64(), len(wanted), [None, pa.py_buffer(wanted)]))
    sample = chosen.slice(0, _SAMPLE)
    if are_mostly_distinct(len(sample.dictionary_encode().dictionary), len(sample)):
        return Encoded(np.arange(len(grid), dtype=np.int32), *_joined(chosen))
    found = chosen.dictionary_encode()
    codes = np.frombuffer(found.indices.buffers()[1], dtype=np.int32, count=len(grid))
    return Encoded(codes, *_joined(found.dictionary))


def _joined(cells: Any) -> tuple[bytes, Codes]:  # noqa: ANN401 -- Arrow has no types
    """Give the bytes of an array of cells, and where each begins."""
    _, bounds, joined = cells.buffers()
    begins = np.frombuffer(bounds, dtype=np.int32, count=len(cells) + 1)
    return bytes(memoryview(joined)[: begins[-1]]), begins
