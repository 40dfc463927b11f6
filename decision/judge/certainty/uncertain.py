"""Facts become what they may turn out to be: for each criterion, the programs whose fact is not known for sure.

What is known exactly does not appear: a stated value, a label, a rate that no base rate pulls.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from decision.nouns.findings import Spread, Standing, Uncertain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from decision.arrays import Flags, Floats
    from decision.model import CriteriaSet, Criterion, Fact, Facts

__all__ = ["uncertain"]


def uncertain(facts: Facts, criteria: CriteriaSet, standing: Standing) -> tuple[Uncertain, ...]:
    """Find the facts that may turn out otherwise, and how.

    Parameters
    ----------
    facts
        What the file states.
    criteria
        What the user wants.
    standing
        The programs that fit.

    Returns
    -------
    tuple of Uncertain
        At most one for each weighted criterion and way of varying. A rate from x of n, pulled toward p0 as if by n0
        earlier takers, has the beta distribution with ``x + p0 * n0`` and ``n - x + (1 - p0) * n0``.
    """
    return tuple(
        found
        for number, criterion in enumerate(criteria.weighted)
        for found in _of_criterion(number, criterion, facts[criterion.name], standing)
        if len(found.programs)
    )


def _of_criterion(number: int, criterion: Criterion, fact: Fact, standing: Standing) -> Iterator[Uncertain]:
    scale = criterion.scale
    assert scale is not None, "a must-only criterion earns no points"
    low, high = standing.low[number], standing.high[number]
    codes = fact.codes[standing.programs]
    is_unknown, varies = fact.unknown[codes] != 0, high > low

    prior = criterion.base_rate * criterion.base_takers if criterion.is_shrunk else np.nan
    passed = fact.passed[codes] + prior
    failed = fact.took[codes] - fact.passed[codes] + criterion.base_takers - prior
    is_counted = ~is_unknown & (passed > 0) & (failed > 0)
    is_range = ~is_unknown & ~is_counted & varies

    def found(spread: Spread, which: Flags, first: Floats, second: Floats) -> Uncertain:
        knots = () if spread is Spread.SHARES else scale.knots
        places = np.flatnonzero(which)
        return Uncertain(
            criterion=number, spread=spread, programs=places, first=first[which], second=second[which], knots=knots
        )

    yield found(Spread.SHARES, is_unknown & varies, low, high)
    yield found(Spread.VALUES, is_range, fact.counted_low[codes], fact.counted_high[codes])
    yield found(Spread.COUNTED, is_counted, passed, failed)
