"""How far each weight can move, the others rescaled in proportion, before the first place or the shortlist changes.

Every score is a straight line in that weight, so the ends are where two lines cross: a closed form, with the program
that takes over. Where the other criteria weigh nothing, they share the rest alike.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from decision.judge.certainty.ragged_edge import is_listed, ragged_end
from decision.judge.points import DECIMALS
from decision.nouns.findings import End, Interval, Standing, WeightKeeps

if TYPE_CHECKING:
    from decision.arrays import Flags, Floats

__all__ = ["scores_at", "weight_keeps"]

_SAME_PLACE = 1e-12


def weight_keeps(standing: Standing) -> dict[str, WeightKeeps]:
    """Give, for each weighted criterion, the weights that keep the first place and the shortlist as a set.

    Parameters
    ----------
    standing
        The programs that fit.

    Returns
    -------
    dict
        Name -> its weight and the intervals around it.

    Notes
    -----
    With weight x on this criterion and ``R`` the score on the others alone, a program scores ``x * share + (1 - x) *
    R``.

    References
    ----------
    Mareschal, B. (1988). Weight stability intervals in multicriteria decision aid. European Journal of Operational
    Research 33, 54-64.
    """
    names, n = standing.names, len(standing.rows)
    is_movable = len(names) > 1 and n > 0
    is_sole = is_movable and (n == 1 or bool(standing.score[0] > standing.score[1]))
    is_ahead = np.arange(n) == 0
    listed = is_listed(standing.score, standing.shortlist) if n else is_ahead
    return {
        name: WeightKeeps(
            weight=float(standing.weights[number]),
            first=_interval(standing, number, is_ahead, 1) if is_sole else None,
            shortlist=_interval(standing, number, listed, standing.shortlist) if is_movable else None,
        )
        for number, name in enumerate(names)
    }


def scores_at(standing: Standing, criterion: int, weight: float) -> Floats:
    """Score the programs with one weight set, the others rescaled in proportion.

    Parameters
    ----------
    standing
        The programs that fit.
    criterion
        Number of the criterion whose weight is set.
    weight
        0..1.

    Returns
    -------
    array
        ``(n,)``, assured points 0..100.
    """
    others = np.delete(standing.weights, criterion)
    total = others.sum()
    part = others / total if total > 0 else np.full(len(others), 1 / len(others))
    rest = np.zeros(len(standing.rows))
    for share, shares in zip(part, np.delete(standing.low, criterion, axis=0), strict=True):
        rest += share * shares
    return np.asarray(100 * (weight * standing.low[criterion] + (1 - weight) * rest), dtype=np.float64)


def _interval(standing: Standing, criterion: int, is_in: Flags, length: int) -> Interval:
    weight = float(standing.weights[criterion])
    here = scores_at(standing, criterion, weight)
    ends = []
    for side in (0.0, 1.0):
        there = scores_at(standing, criterion, side)
        way, program = _end(here, there, is_in, length) if weight != side else (1.0, None)
        row = None if program is None else int(standing.rows[program])
        ends.append(End(at=side if row is None else weight + (side - weight) * way, row=row))
    return Interval(low=ends[0], high=ends[1])


def _end(here: Floats, there: Floats, is_in: Flags, length: int) -> tuple[float, int | None]:
    """How far along the way the set holds, 0..1, and who takes over; nobody when it holds to the end."""
    if is_in.sum() > length:
        return ragged_end(here, there, is_in, length)
    inside, outside = np.flatnonzero(is_in), np.flatnonzero(~is_in)
    lead_here = here[inside][:, np.newaxis] - here[outside]
    lead_there = there[inside][:, np.newaxis] - there[outside]
    one, other = np.nonzero(np.round(lead_there, DECIMALS) < 0)
    if not len(one):
        return 1.0, None
    crossing = lead_here[one, other] / (lead_here[one, other] - lead_there[one, other])
    nearest = float(crossing.min())
    level = np.unique(outside[other[crossing <= nearest + _SAME_PLACE]])
    rise = np.round(there[level] - here[level], DECIMALS)
    return nearest, int(level[np.argmax(rise)])
