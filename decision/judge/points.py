"""Facts become points: the one place where a score is defined.

A reading earns a share of its criterion's points; a score is the sum over the criteria, left to right in the order of
concern, in double precision. Every other path to a score must give these digits.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from decision.judge.shares import share_bounds
from decision.model import CriteriaSet, Facts, Points

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from decision.arrays import Floats

__all__ = ["DECIMALS", "score", "total"]

DECIMALS = 9
"""Scores are equal when they agree to this many decimals (of 100)."""


def total(parts: Sequence[Floats], length: int) -> Floats:
    """Add the points of the criteria, left to right.

    Parameters
    ----------
    parts
        ``(n_criteria,)`` arrays of ``(n_programs,)``, points, in the order of concern.
    length
        The number of programs, for when there is no part.

    Returns
    -------
    array
        ``(n_programs,)``, points 0..100.

    Examples
    --------
    >>> total([np.array([50.0, 0.0]), np.array([12.5, 25.0])], 2).tolist()
    [62.5, 25.0]
    >>> total([], 2).tolist()
    [0.0, 0.0]
    """
    sums = np.zeros(length)
    for part in parts:
        sums += part
    return sums


def score(facts: Facts, criteria: CriteriaSet, weights: Mapping[str, float]) -> Points:
    """Give every program its assured and its possible points.

    Parameters
    ----------
    facts
        What the file states.
    criteria
        What the user wants.
    weights
        Name of each weighted criterion -> weight; they sum to 1.

    Returns
    -------
    Points
        Points stand on the criteria's own reference points: what other programs are in the list changes nothing.

    Notes
    -----
    ``score = sum(100 * weight * share)``, the share from the low end of what is known for the assured points, from the
    high end for the possible ones.

    References
    ----------
    Keeney, R. L. and Raiffa, H. (1976). Decisions with Multiple Objectives. Wiley. (The additive model.)
    """
    low: dict[str, Floats] = {}
    high: dict[str, Floats] = {}
    for criterion in criteria.weighted:
        least, greatest = share_bounds(criterion, facts[criterion.name])
        low[criterion.name] = 100 * weights[criterion.name] * least
        high[criterion.name] = 100 * weights[criterion.name] * greatest
    codes = {name: facts[name].codes for name in low}
    length = len(next(iter(facts.by_criterion.values())).codes)
    return Points(
        weights=dict(weights),
        low=low,
        high=high,
        score=total([low[name][codes[name]] for name in low], length),
        score_high=total([high[name][codes[name]] for name in high], length),
    )
