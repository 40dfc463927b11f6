"""Facts and points become a `Standing`: the programs that fit, what each can earn, and the order of concern.

Everything that is said about certainty reads from it, so that it speaks of the same programs and the same shares.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from decision.judge.points import DECIMALS, total
from decision.judge.shares import share_bounds
from decision.model import CriteriaSet, Elimination, Facts, Ranking, Status
from decision.nouns.findings import Standing

if TYPE_CHECKING:
    from collections.abc import Mapping

    from decision.arrays import Whole

__all__ = ["standing"]


def standing(
    facts: Facts,
    criteria: CriteriaSet,
    elimination: Elimination,
    weights: Mapping[str, float],
    ranking: Ranking,
    rows: Whole,
) -> Standing:
    """Gather the programs that fit, in ranking order, with what each fact can earn.

    Parameters
    ----------
    facts
        What the file states.
    criteria
        What the user wants.
    elimination
        Where each program stands.
    weights
        Name of each weighted criterion -> weight; they sum to 1.
    ranking
        The order of all programs.
    rows
        ``(n_programs,)``, the rows a spreadsheet shows.

    Returns
    -------
    Standing
        Empty where no program fits; without criteria where none has points.
    """
    fits = ranking.order[elimination.status[ranking.order] == Status.FITS]
    names = tuple(criterion.name for criterion in criteria.weighted)
    low, high = np.zeros((len(names), len(fits))), np.zeros((len(names), len(fits)))
    for number, criterion in enumerate(criteria.weighted):
        fact = facts[criterion.name]
        least, greatest = share_bounds(criterion, fact)
        low[number], high[number] = least[fact.codes[fits]], greatest[fact.codes[fits]]
    earned = [100 * weights[name] * low[number] for number, name in enumerate(names)]
    return Standing(
        programs=fits,
        rows=rows[fits],
        names=names,
        weights=np.array([weights[name] for name in names], dtype=np.float64),
        score=np.round(total(earned, len(fits)), DECIMALS),
        groups=tuple(tuple(names.index(name) for name in group) for group in criteria.weights.groups),
        low=low,
        high=high,
        shortlist=criteria.shortlist,
    )
