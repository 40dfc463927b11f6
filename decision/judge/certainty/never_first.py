"""Programs that no weights which respect the order can put first: a small linear program each, as a matrix game.

One player mixes the corners of those weights, the other mixes the other programs. A program is called never first only
when a mixture of the others is found that is ahead of it at every corner: that mixture is the proof, whatever the
rounding of the search.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from decision.judge.certainty.corners import corner_scores
from decision.judge.certainty.pareto import undominated

if TYPE_CHECKING:
    from decision.arrays import Flags, Floats, Whole
    from decision.nouns.findings import Standing

__all__ = ["LEAD", "never_first", "worst_lead"]

LEAD = 1e-9
"""A lead of at most this share is none: a program that can be level with the first can be first."""

_SMALLEST_PIVOT = 1e-11
_MOST_TURNS = 20_000


def never_first(standing: Standing) -> Flags:
    """Say which programs come first under no weights that respect the order.

    Parameters
    ----------
    standing
        The programs that fit.

    Returns
    -------
    array
        ``(n,)``. Each program is taken at its best, the others at their worst; to be level with the first is to be
        first.

    Notes
    -----
    Looking at the corners alone would not do: a program that is second at each of them can be first between two.

    References
    ----------
    Hazen, G. B. (1986). Partial information, dominance, and potential optimality in multiattribute utility theory.
    Operations Research 34, 296-310.
    """
    high = corner_scores(standing.high, standing.groups)
    low = corner_scores(standing.low, standing.groups)
    is_never = np.zeros(high.shape[1], dtype=bool)
    if not high.size:
        return is_never
    rivals = low[:, undominated(low)]
    for rival in rivals.T:
        is_never |= (rival[:, np.newaxis] - high > LEAD).all(axis=0)
    called = [int(first) for first in np.unique(rivals.argmax(axis=1))]
    for program in np.flatnonzero(~is_never & ~_is_first_at_once(high, rivals)):
        is_never[program] = _is_never(high[:, program], rivals, called)
    return is_never


def _is_never(high: Floats, rivals: Floats, called: list[int]) -> bool:
    """Search with the rivals called so far, and call another wherever the program still comes first among them."""
    while True:
        lead, mix = worst_lead(high[:, np.newaxis] - rivals[:, called])
        if lead < -LEAD:
            return True
        ahead = int(np.argmax(mix @ rivals))
        if ahead in called or mix @ high >= mix @ rivals[:, ahead] - LEAD:
            return False
        called.append(ahead)


def worst_lead(leads: Floats) -> tuple[float, Floats]:
    """Give the greatest lead over all rivals at once that some mixture of the corners leaves.

    Parameters
    ----------
    leads
        ``(n_corners, n_rivals)``, at least one of each: how far ahead the program is of each rival at each corner.

    Returns
    -------
    tuple
        The value of the game, from above: never less than the true value but for rounding in the last place; and
        ``(n_corners,)``, the mixture of the corners that reaches it.

    Notes
    -----
    The simplex method on the rivals' side (maximise the sum of ``y >= 0`` subject to ``leads @ y <= 1``, leads shifted
    to be at least 1), with Bland's rule, so that it never turns in circles. Pivots below 1e-11 are taken as 0.

    References
    ----------
    Dantzig, G. B. (1951). A proof of the equivalence of the programming problem and the game problem. Bland, R. G.
    (1977). New finite pivoting rules for the simplex method. Mathematics of Operations Research 2, 103-107.

    Examples
    --------
    Ahead of one rival at the first corner, of the other at the second; level with both at best half way.

    >>> lead, mix = worst_lead(np.array([[0.5, -0.5], [-0.5, 0.5]]))
    >>> round(lead, 9), mix.round(9).tolist()
    (0.0, [0.5, 0.5])
    """
    corners, rivals = leads.shape
    table = np.zeros((corners + 1, rivals + corners + 1))
    table[:corners, :rivals] = leads - leads.min() + 1
    table[:corners, rivals:-1] = np.eye(corners)
    table[:corners, -1] = 1
    table[-1, :rivals] = -1
    basis = np.arange(rivals, rivals + corners)
    turns = 0
    while turns < _MOST_TURNS and _turn(table, basis):
        turns += 1
    of_all = np.zeros(rivals + corners)
    of_all[basis] = np.maximum(table[:corners, -1], 0)
    of_rivals, of_corners = of_all[:rivals], np.maximum(table[-1, rivals:-1], 0)
    return float((leads @ (of_rivals / of_rivals.sum())).max()), of_corners / of_corners.sum()


def _turn(table: Floats, basis: Whole) -> bool:
    """Make one pivot in place; say whether there was one to make."""
    has_pivot = (table[:-1, :-1] > _SMALLEST_PIVOT).any(axis=0)
    enter = np.flatnonzero((table[-1, :-1] < -_SMALLEST_PIVOT) & has_pivot)
    if not len(enter):
        return False
    column = table[:-1, enter[0]]
    usable = np.flatnonzero(column > _SMALLEST_PIVOT)
    ratios = table[usable, -1] / column[usable]
    level = usable[ratios <= ratios.min() + _SMALLEST_PIVOT]
    leave = level[np.argmin(basis[level])]
    table[leave] /= table[leave, enter[0]]
    others = np.arange(len(table)) != leave
    table[others] -= np.outer(table[others, enter[0]], table[leave])
    basis[leave] = enter[0]
    return True


def _is_first_at_once(high: Floats, rivals: Floats) -> Flags:
    """Which programs are first at a corner or at the centre of all: these need no search."""
    centre = high.mean(axis=0) >= rivals.mean(axis=0).max() - LEAD
    is_first: Flags = centre | (high >= rivals.max(axis=1, keepdims=True) - LEAD).any(axis=0)
    return is_first
