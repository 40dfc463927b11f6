"""How sure the decision is, put together: what the order proves, how far weights can move, how often each comes first.

Everything speaks of the programs that fit. Above 500 of them pairs are not listed, and readings look only at those
that can come first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from decision.judge.certainty.dominance import dominance
from decision.judge.certainty.intervals import weight_keeps
from decision.judge.certainty.level import level
from decision.judge.certainty.opinions import opinions
from decision.judge.certainty.order_proof import order_proof
from decision.judge.certainty.readings import DRAWS, SEED, readings, readings_within
from decision.judge.certainty.standing import standing
from decision.judge.certainty.uncertain import uncertain
from decision.nouns.findings import Certainty

if TYPE_CHECKING:
    from collections.abc import Mapping

    from decision.arrays import Whole
    from decision.model import CriteriaSet, Elimination, Facts, Ranking

__all__ = ["certainty"]


def certainty(
    facts: Facts,
    criteria: CriteriaSet,
    elimination: Elimination,
    weights: Mapping[str, float],
    ranking: Ranking,
    rows: Whole,
    *,
    draws: int = DRAWS,
    seed: int = SEED,
    whole: bool = True,
) -> Certainty:
    """Work out how sure the decision is.

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
    draws
        How many readings, at least 1.
    seed
        Where chance starts, at least 0.
    whole
        Whether the places that the order proves are worked out for all of many programs; see `order_proof`.

    Returns
    -------
    Certainty
        Also where nobody fits, or nothing earns points: then there is little to say, and it says that.
    """
    ground = standing(facts, criteria, elimination, weights, ranking, rows)
    proof, varying = order_proof(ground, whole=whole), uncertain(facts, criteria, ground)
    ranges = criteria.weights.ranges
    return Certainty(
        standing=ground,
        order=proof,
        weights=weight_keeps(ground),
        readings=readings(ground, varying, proof.never_first, draws=draws, seed=seed),
        within_ranges=(
            readings_within(ground, varying, [ranges[name] for name in ground.names], draws=draws, seed=seed)
            if ranges
            else None
        ),
        level=level(ground),
        dominated=dominance(ground),
        opinions=opinions(ground),
    )
