"""An outcome becomes what each fit hangs on: conditions that the user takes on, and what a school must be asked.

One rule: programs that read alike share one answer, and every condition is named.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from decision.model import Status
from decision.nouns.plans import Answer
from decision.report.words.alike import by_kind
from decision.report.words.bills import own_question
from decision.report.words.questions import question
from decision.report.words.schedule_words import conditions_of, missing_of

if TYPE_CHECKING:
    from decision.model import Criterion, Outcome
    from decision.nouns.plans import Finding

__all__ = ["conditions", "conditions_by_reading", "conditions_of_program", "found_of", "only_if", "question_about"]


def found_of(outcome: Outcome, name: str, code: int) -> tuple[Finding, ...]:
    """Give what the checks of a must-have found of one reading; none where it has no such checks."""
    findings = outcome.elimination.findings.get(name)
    return () if findings is None else findings[code]


def conditions_by_reading(outcome: Outcome, criterion: Criterion) -> list[tuple[str, ...]]:
    """Give the conditions that each reading of a must-have fits on.

    Parameters
    ----------
    outcome
        What was worked out.
    criterion
        A must-have with a plan.

    Returns
    -------
    list of tuple of str
        ``(n_readings,)``, each clause to stand behind ``if``.
    """
    plan = criterion.plan
    assert plan is not None, "only a plan has conditions"
    return [conditions_of(found, plan) for found in outcome.elimination.findings[criterion.name]]


def conditions(outcome: Outcome) -> list[tuple[str, ...]]:
    """Give, for every program, the conditions it fits on.

    Parameters
    ----------
    outcome
        What was worked out.

    Returns
    -------
    list of tuple of str
        ``(n_programs,)``, in the order of the file; each clause stands behind ``if``. Empty where there are none and
        for programs that are out.
    """
    told = {must.name: conditions_by_reading(outcome, must) for must in outcome.elimination.must_haves if must.plan}
    if not told:
        return [()] * len(outcome.programs)
    is_in = (outcome.elimination.status != Status.OUT).astype(np.int8)
    codes = [outcome.facts[name].codes for name in told]
    readings = list(told.values())
    return by_kind(
        [is_in, *codes],
        lambda key: tuple(clause for of, code in zip(readings, key[1:], strict=True) for clause in of[code] if key[0]),
    ).of_each()


def only_if(clauses: tuple[str, ...]) -> str:
    """Say conditions as one sentence; empty where there are none.

    Examples
    --------
    >>> only_if(("you start by March 31, 2027", "you can take about 40 hours"))
    'Only if you start by March 31, 2027, and if you can take about 40 hours.'
    """
    return f"Only if {', and if '.join(clauses)}." if clauses else ""


def conditions_of_program(outcome: Outcome, program: int) -> tuple[str, ...]:
    """Give the conditions that one program, which is not out, fits on.

    Parameters
    ----------
    outcome
        What was worked out.
    program
        Its number, from 0.
    """
    return tuple(
        clause
        for must in outcome.elimination.must_haves
        if must.plan is not None
        for found in [found_of(outcome, must.name, int(outcome.facts[must.name].codes[program]))]
        for clause in conditions_of(found, must.plan)
    )


def question_about(outcome: Outcome, criterion: Criterion, program: int, *, rest_is: str = "") -> str:
    """Word what to ask about one criterion of one program: its school, or oneself where only grants are open.

    Parameters
    ----------
    outcome
        What was worked out.
    criterion
        What is not known.
    program
        The program's number, from 0.
    rest_is
        Where the questions to oneself after the first stand; in `decide explain` when empty.
    """
    fact = outcome.facts[criterion.name]
    reading = int(fact.codes[program])
    found = found_of(outcome, criterion.name, reading)
    missing = missing_of(of for of in found if of.answer is Answer.NOT_KNOWN)
    return own_question(fact, reading, rest_is=rest_is) or question(criterion, missing)
