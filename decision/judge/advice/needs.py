"""What a program must score becomes what one of its facts must earn.

The one rule: a score with one fact replaced is the same sum, in the same order, as every other score.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from decision.judge.advice.break_even import Need
from decision.judge.points import DECIMALS, total

if TYPE_CHECKING:
    from decision.arrays import Floats, Whole
    from decision.model import Criterion, Outcome

__all__ = ["need_for", "scores_with"]

_HALF_A_DECIMAL = 0.51 * 10**-DECIMALS
"""Points that rounding hides, and a hair."""


def scores_with(outcome: Outcome, criterion: Criterion, programs: Whole, share: float) -> Floats:
    """Give programs' scores as if a fact earned a share, everything else as assured.

    Parameters
    ----------
    outcome
        Everything one run worked out.
    criterion
        Whose fact is replaced; without points nothing is.
    programs
        ``(n,)``, numbers of programs.
    share
        What it would earn, 0..1.

    Returns
    -------
    array
        ``(n,)``, points 0..100, by the same sum as every score.
    """
    points = outcome.points
    parts = [
        np.full(len(programs), 100 * points.weights[name] * share)
        if name == criterion.name
        else points.low[name][outcome.facts[name].codes[programs]]
        for name in points.weights
    ]
    return total(parts, len(programs))


def need_for(outcome: Outcome, criterion: Criterion, program: int, at: float, *, is_strict: bool) -> Need:
    """Turn a bar for a program's score into the share that one of its facts must earn.

    Parameters
    ----------
    outcome
        Everything one run worked out.
    criterion
        Whose fact it is.
    program
        The program's number.
    at, is_strict
        The bar, in points, and whether it must be passed.

    Returns
    -------
    Need
        Infinite where no share is enough.
    """
    without = float(scores_with(outcome, criterion, np.array([program]), 0.0)[0])
    weight = 100 * outcome.points.weights.get(criterion.name, 0.0)
    level = round(without, DECIMALS)
    if level > at or (level == at and not is_strict):
        return Need(share=-np.inf)
    if not weight:
        return Need(share=np.inf)
    return Need(share=(at - without) / weight, is_strict=is_strict, slack=_HALF_A_DECIMAL / weight)
