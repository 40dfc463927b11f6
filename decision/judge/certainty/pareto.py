"""Programs that nobody else equals or exceeds everywhere: the few that comparisons with all need to look at."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from decision.arrays import Floats, Whole

__all__ = ["undominated"]


def undominated(values: Floats) -> Whole:
    """Give the columns that no other column equals or exceeds in every line; of twins the first.

    Parameters
    ----------
    values
        ``(n_lines, n)``, more is better.

    Returns
    -------
    array
        Column numbers, rising. Every other column is at most one of these, everywhere.

    Examples
    --------
    >>> undominated(np.array([[1.0, 0.0, 0.5, 1.0], [0.0, 1.0, 0.0, 0.0]])).tolist()
    [0, 1]
    """
    left = np.argsort(-values.sum(axis=0), kind="stable")
    kept: list[int] = []
    while len(left):
        best = left[0]
        kept.append(int(best))
        is_better_somewhere = (values[:, left] > values[:, [best]]).any(axis=0)
        left = left[is_better_somewhere]
    return np.array(sorted(kept), dtype=np.int64)
