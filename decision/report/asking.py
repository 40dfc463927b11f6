"""What is not known of the most promising programs becomes the questions to ask first.

The one rule: only programs that are shown are asked about, and those with the most to win come first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from decision.model import Status, Verdict
from decision.report.panels import Item, Remark
from decision.report.questions import question
from decision.report.wording import joined

if TYPE_CHECKING:
    from decision.model import Criterion
    from decision.report.sight import Sight

__all__ = ["ask_first"]

_MOST_PROGRAMS = 3
_MOST_QUESTIONS = 3


def ask_first(sight: Sight) -> list[Remark]:
    """Give the questions for up to three programs; those with the same questions stand together.

    Parameters
    ----------
    sight
        Of the first programs that fit or may, in the order of the ranking.

    Returns
    -------
    list of Remark
        One, or none when nothing is to be asked.
    """
    by_questions: dict[tuple[str, ...], list[int]] = {}
    for program in _promising(sight):
        asked = tuple(sight.say(question(criterion)) for criterion in _unanswered(sight, program))
        by_questions.setdefault(asked, []).append(program)
    items = tuple(
        Item(term=joined(sight.short[program] for program in programs), sentences=_at_most(asked))
        for asked, programs in by_questions.items()
    )
    return [Remark(label="Ask first", items=items)] if items else []


def _promising(sight: Sight) -> list[int]:
    """Pick those to ask, and those on the shortlist with an unknown, by what they could reach."""
    outcome = sight.outcome
    open_ones = [
        program
        for program in sight.full
        if (outcome.elimination.status[program] == Status.ASK or outcome.ranking.is_shortlisted[program])
        and _unanswered(sight, program)
    ]
    return sorted(open_ones, key=lambda program: -round(float(outcome.points.score_high[program]), 9))[:_MOST_PROGRAMS]


def _unanswered(sight: Sight, program: int) -> list[Criterion]:
    """List unanswered must-haves first, then unknowns that could earn points."""
    outcome = sight.outcome
    verdicts = outcome.elimination.verdicts[:, program]
    open_musts = [
        criterion
        for criterion, verdict in zip(outcome.elimination.must_haves, verdicts, strict=True)
        if verdict == Verdict.ASK
    ]
    named = {criterion.name for criterion in open_musts}
    unknown = [criterion for criterion in outcome.criteria.weighted if sight.is_unknown(criterion.name, program)]
    return [*open_musts, *(criterion for criterion in unknown if criterion.name not in named)]


def _at_most(asked: tuple[str, ...]) -> tuple[str, ...]:
    rest = len(asked) - _MOST_QUESTIONS
    return asked if rest <= 1 else (*asked[:_MOST_QUESTIONS], f"And {rest} more: see the column ask.")
