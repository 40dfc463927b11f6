"""Several columns read together: the distinct combinations of their cells, and which of them each program has."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from decision.arrays import Codes, renumbered

if TYPE_CHECKING:
    from collections.abc import Sequence

    from decision.model import Column

__all__ = ["combine"]


def combine(columns: Sequence[Column]) -> tuple[Codes, list[tuple[int, ...]]]:
    """Find the distinct combinations of cells that stand in the same row.

    Parameters
    ----------
    columns
        At least one, each over the same programs.

    Returns
    -------
    codes
        ``(n_programs,)``, numbers into the combinations.
    combinations
        For each distinct combination, the number of its text in each column.

    Examples
    --------
    >>> from decision.model import TextColumn
    >>> tuition = TextColumn(codes=np.array([0, 1, 0], dtype=np.int32), texts=["$3,000", ""])
    >>> fees = TextColumn(codes=np.array([0, 0, 0], dtype=np.int32), texts=["$450"])
    >>> codes, combinations = combine([tuition, fees])
    >>> codes.tolist(), combinations
    ([0, 1, 0], [(0, 0), (1, 0)])
    """
    if len(columns) == 1:
        return columns[0].codes, [(number,) for number in range(len(columns[0].texts))]
    codes, first = columns[0].codes.astype(np.int64), np.arange(len(columns[0].texts))
    for column in columns[1:]:
        span = max(len(column.texts), 1)
        codes, first = renumbered(codes * span + column.codes, max(len(first), 1) * span)
    members = np.column_stack([column.codes[first] for column in columns])
    return codes.astype(np.int32), [tuple(row) for row in members.tolist()]
