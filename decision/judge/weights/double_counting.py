"""Two criteria that measure one thing count it twice: said, never mended behind the user's back.

What can be told from the criteria alone is a column that both read; what only the facts can tell is that two criteria
rise and fall together.
"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np

from decision.judge.shares import share_bounds
from decision.judge.weights.weights import weigh

if TYPE_CHECKING:
    from decision.arrays import Floats
    from decision.model import CriteriaSet, Criterion, Facts

__all__ = ["also_counted", "same_columns"]

_TOGETHER = 0.95
_FEWEST = 8  # programs; fewer agree by chance too easily


def same_columns(criteria: CriteriaSet) -> tuple[str, ...]:
    """Name the criteria that have a weight and read a column in common.

    Parameters
    ----------
    criteria
        What the user wants.

    Returns
    -------
    tuple of str
        A sentence for every two of them, in the order of concern.
    """
    return tuple(
        f'{first.name} and {second.name} both read "{shared[0]}": a difference there counts twice.'
        for first, second in combinations(_counting(criteria), 2)
        if (shared := _shared(first, second))
    )


def also_counted(facts: Facts, criteria: CriteriaSet) -> tuple[str, ...]:
    """Name the criteria that have a weight and go together in the facts, though they read different columns.

    Parameters
    ----------
    facts
        What the file states of all programs.
    criteria
        What the user wants.

    Returns
    -------
    tuple of str
        A sentence for every two whose points correlate beyond 0.95 either way, over the programs for which both are
        known exactly; at least 8 of them.
    """
    counting = _counting(criteria)
    earned = {criterion.name: _earned(criterion, facts) for criterion in counting}
    notes = []
    for first, second in combinations(counting, 2):
        known = ~(np.isnan(earned[first.name]) | np.isnan(earned[second.name]))
        together = _correlation(earned[first.name][known], earned[second.name][known])
        if abs(together) > _TOGETHER and not _shared(first, second):
            how = "earn points together" if together > 0 else "earn points against each other"
            meant = "one thing may count twice" if together > 0 else "one may cancel the other"
            count = f"{int(known.sum()):,} programs"
            notes.append(f"{first.name} and {second.name} nearly always {how} (in {count}): {meant}.")
    return tuple(notes)


def _counting(criteria: CriteriaSet) -> list[Criterion]:
    weights = weigh(criteria)
    return [criterion for criterion in criteria.weighted if weights[criterion.name] > 0]


def _shared(first: Criterion, second: Criterion) -> list[str]:
    return [header for header in first.headers if header in second.headers]


def _earned(criterion: Criterion, facts: Facts) -> Floats:
    """Give the share of the points each program earns, NaN where it is not known exactly."""
    fact = facts[criterion.name]
    least, greatest = share_bounds(criterion, fact)
    exact: Floats = np.where((fact.unknown == 0) & (least == greatest), least, np.nan)
    return exact[fact.codes]


def _correlation(first: Floats, second: Floats) -> float:
    """Give Pearson's correlation; 0 where there are too few programs or one side never differs."""
    if len(first) < _FEWEST or np.ptp(first) == 0 or np.ptp(second) == 0:
        return 0.0
    one, two = first - first.mean(), second - second.mean()
    return float((one * two).sum() / np.sqrt((one * one).sum() * (two * two).sum()))
