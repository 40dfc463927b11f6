"""Programs that another one equals or exceeds everywhere, whatever the unknowns turn out to be.

They are marked, with the name of the other, and never dropped.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from decision.judge.certainty.order_proof import TOLERANCE
from decision.judge.certainty.pareto import undominated

if TYPE_CHECKING:
    from decision.nouns.findings import Standing

__all__ = ["dominance"]


def dominance(standing: Standing) -> dict[int, int]:
    """Name, for each program that is dominated, one that dominates it.

    Parameters
    ----------
    standing
        The programs that fit.

    Returns
    -------
    dict
        Row -> row of one that is at least as good on every weighted criterion and better on one, its unknowns at their
        least and the other's at their greatest; of several the one that ranks highest among those nobody dominates.
    """
    by: dict[int, int] = {}
    if not standing.low.size:
        return by
    for program in undominated(standing.low):
        lead = standing.low[:, [program]] - standing.high
        is_dominated = (lead >= -TOLERANCE).all(axis=0) & (lead > TOLERANCE).any(axis=0)
        for other in standing.rows[is_dominated]:
            by.setdefault(int(other), int(standing.rows[program]))
    return {int(row): by[int(row)] for row in standing.rows if int(row) in by}
