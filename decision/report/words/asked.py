"""Turns an outcome into what is still to ask about each program, and what each program failed.

One rule: criteria are named in the order of concern, must-haves first, and programs that read alike share one answer.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from decision.model import Status, Unknown, Verdict
from decision.report.words.alike import Alike, by_kind
from decision.report.words.conditions import found_of
from decision.report.words.schedule_words import failing_clauses
from decision.report.words.wording import found, wanted

if TYPE_CHECKING:
    from decision.model import Criterion, Fact, Outcome

__all__ = ["Failure", "asked", "asked_by_kind", "failures"]


class Failure(NamedTuple):
    """One must-have that a program fails.

    Parameters
    ----------
    criterion
        Its name.
    found
        What the file says.
    wanted
        The rule, without the name.
    margin
        How far from the limit, positive, in the kind's unit; ``None`` for labels and unknowns.
    only
        Whether the program fails no other must-have.
    """

    criterion: str
    found: str
    wanted: str
    margin: float | None
    only: bool


def asked(outcome: Outcome) -> list[tuple[str, ...]]:
    """Give, for every program, the criteria whose facts its school must be asked for.

    Parameters
    ----------
    outcome
        What was worked out.

    Returns
    -------
    list of tuple of str
        ``(n_programs,)``, in the order of the file: unanswered must-haves first, then weighted criteria that are not
        known, each group in the order of concern; empty for programs that are out.
    """
    return asked_by_kind(outcome).of_each()


def asked_by_kind(outcome: Outcome) -> Alike[tuple[str, ...]]:
    """Give what is asked, once for each kind of program, and which of them every program has.

    Parameters
    ----------
    outcome
        What was worked out.
    """
    elimination = outcome.elimination
    is_in = elimination.status != Status.OUT
    open_must = {
        must.name: is_in & (verdicts == Verdict.ASK)
        for must, verdicts in zip(elimination.must_haves, elimination.verdicts, strict=True)
    }
    open_points = {}
    for name in outcome.points.weights:
        fact = outcome.facts[name]
        is_unknown = is_in & (fact.unknown != Unknown.STATED)[fact.codes]
        open_points[name] = is_unknown & ~open_must[name] if name in open_must else is_unknown
    names = [*open_must, *open_points]
    flags = [part.astype(np.int8) for part in (is_in, *open_must.values(), *open_points.values())]
    return by_kind(flags, lambda key: tuple(name for name, is_open in zip(names, key[1:], strict=True) if is_open))


def failures(outcome: Outcome) -> list[tuple[Failure, ...]]:
    """Give, for every program, the must-haves it fails.

    Parameters
    ----------
    outcome
        What was worked out.

    Returns
    -------
    list of tuple of Failure
        ``(n_programs,)``, in the order of the file; each in the order of concern, empty where none is failed.
    """
    elimination = outcome.elimination
    has_failed = elimination.verdicts == Verdict.FAIL
    counts = has_failed.sum(axis=0)
    listed: list[tuple[Failure, ...]] = [()] * len(outcome.programs)
    for at, must in enumerate(elimination.must_haves):
        fact, rule = outcome.facts[must.name], wanted(must)
        readings = np.unique(fact.codes[has_failed[at]]).tolist()
        by_code = {code: _found(outcome, must, fact, code) for code in readings}
        for program in np.flatnonzero(has_failed[at]).tolist():
            margin = float(elimination.margins[at, program])
            listed[program] += (
                Failure(
                    criterion=must.name,
                    found=by_code[int(fact.codes[program])],
                    wanted=rule,
                    margin=None if math.isnan(margin) else margin,
                    only=bool(counts[program] == 1),
                ),
            )
    return listed


def _found(outcome: Outcome, must: Criterion, fact: Fact, code: int) -> str:
    """Write what the file says; of a schedule also what is in the way."""
    clauses = failing_clauses(found_of(outcome, must.name, code), must.plan) if must.plan is not None else ()
    return ": ".join([found(must, fact, code), *(["; ".join(clauses)] if clauses else [])])
