"""Two accounts become the reasons for one program and against it.

The one rule: what each criterion adds, and takes away, makes up the difference of the two scores; nothing else is a
reason.
"""

from __future__ import annotations

from decision.judge.ledger import ledger
from decision.judge.points import DECIMALS
from decision.model import Outcome, Status
from decision.nouns.advice import Contrast, Difference

__all__ = ["contrast"]


def contrast(outcome: Outcome, program: int, against: int | None = None) -> Contrast | None:
    """Hold one program against another, criterion by criterion.

    Parameters
    ----------
    outcome
        Everything one run worked out.
    program
        The program's number, from 0.
    against
        The number of the other; left out, the first program of the ranking, and for the first itself the next one.

    Returns
    -------
    Contrast or None
        ``None`` when no other program fits or may fit. Reasons of equal strength stand in the order of concern.

    Notes
    -----
    A criterion adds ``100 * w_k * (v_ak - v_bk)`` points, shares as assured.

    References
    ----------
    Klein, D. A. (1994). Decision-Analytic Intelligent Systems. Lawrence Erlbaum. Carenini, G. and Moore, J. D. (2006).
    Generating and evaluating evaluative arguments. Artificial Intelligence 170, 925-952.
    """
    other = _other(outcome, program) if against is None else against
    if other is None:
        return None
    own, theirs = ledger(outcome, program), ledger(outcome, other)
    differences = tuple(
        Difference(criterion=mine.criterion, points=mine.low - its.low)
        for mine, its in zip(own.entries, theirs.entries, strict=True)
    )
    rising = sorted(differences, key=lambda difference: round(difference.points, DECIMALS))
    falling = sorted(differences, key=lambda difference: -round(difference.points, DECIMALS))
    against_it = [difference for difference in rising if round(difference.points, DECIMALS) < 0]
    return Contrast(
        row=own.row,
        against=theirs.row,
        differences=differences,
        strongest_for=tuple(difference for difference in falling if round(difference.points, DECIMALS) > 0)[:2],
        strongest_against=against_it[0] if against_it else None,
        gap=own.score - theirs.score,
    )


def _other(outcome: Outcome, program: int) -> int | None:
    """Find the first in the ranking that is not the program itself and is not out."""
    for other in outcome.ranking.order[:2].tolist():
        if other != program and outcome.elimination.status[other] != Status.OUT:
            return int(other)
    return None
