"""An outcome becomes what is found out beyond the ranking: certainty, questions, loosening, reasons; and words for one.

The ranking itself is never touched: all of this is said beside it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from decision.judge.account import account
from decision.judge.advice.changes import find_changes
from decision.judge.advice.contrast import contrast
from decision.judge.advice.loosen import loosen
from decision.judge.advice.questions import find_questions
from decision.judge.advice.rounded import rounded
from decision.judge.certainty.certainty import certainty
from decision.judge.certainty.readings import DRAWS, SEED
from decision.judge.lookup import find_program
from decision.judge.weights.weighing import weighing
from decision.model import Status
from decision.nouns.insight import Insight
from decision.report.explain.explanation import explain_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from decision.model import Outcome

__all__ = ["EXPLAINED", "explained", "find_out"]

EXPLAINED = 50
"""Programs that are explained one by one, from the first."""


def find_out(
    outcome: Outcome,
    *,
    draws: int = DRAWS,
    seed: int = SEED,
    explained: Sequence[int] | None = None,
    whole: bool = True,
) -> Insight:
    """Find out how sure a ranking is, what to ask the schools, and what would change it.

    Parameters
    ----------
    outcome
        What `work_out` gave.
    draws
        How many plausible readings are looked at, at least 1.
    seed
        Where chance starts, at least 0; the same seed gives the same answer everywhere.
    explained
        The programs to explain one by one, by number; left out, the first 50 that fit or may.
    whole
        Whether everything that a document records is worked out, or what a person is shown of many programs.

    Returns
    -------
    Insight
        All that can be said about certainty, questions, loosening and reasons.
    """
    first = _first(outcome) if explained is None else explained
    return Insight(
        weighing=weighing(outcome.criteria, outcome.facts),
        certainty=certainty(
            outcome.facts,
            outcome.criteria,
            outcome.elimination,
            outcome.points.weights,
            outcome.ranking,
            outcome.programs.rows,
            draws=draws,
            seed=seed,
            whole=whole,
        ),
        questions=find_questions(outcome),
        loosening=loosen(outcome),
        contrasts={program: found for program in first if (found := contrast(outcome, program)) is not None},
        changes={program: rounded(outcome, program, find_changes(outcome, program)) for program in first},
    )


def explained(
    outcome: Outcome,
    program: str | int,
    *,
    against: str | int | None = None,
    width: int = 80,
    unicode: bool = True,
    draws: int = DRAWS,
    seed: int = SEED,
) -> str:
    """Explain one program; the words behind `Decision.explain`.

    Parameters
    ----------
    outcome
        What `work_out` gave.
    program, against
        The program, and the one it is held against, as `Decision.explain` takes them.
    width, unicode
        What the terminal can show.
    draws, seed
        As for `find_out`.

    Returns
    -------
    str
        Lines, the last of them ended too.

    Raises
    ------
    BadOptions
        When no program, or more than one, is meant.
    """
    number = find_program(outcome, str(program))
    other = None if against is None else find_program(outcome, str(against))
    return explain_text(
        outcome,
        find_out(outcome, draws=draws, seed=seed, explained=[number]),
        number,
        account=account(outcome, number),
        contrast=None if other is None else contrast(outcome, number, other),
        width=width,
        unicode=unicode,
    )


def _first(outcome: Outcome) -> list[int]:
    """Give the first programs that fit or may."""
    leading = outcome.ranking.order[:EXPLAINED]
    return [int(program) for program in leading if outcome.elimination.status[program] != Status.OUT]
