"""What one run found out, with every program explained, for the tests of explanations."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from decision.judge.account import account
from decision.judge.advice.changes import find_changes
from decision.judge.advice.contrast import contrast
from decision.judge.advice.rounded import rounded
from decision.procedure import find_out
from decision.report.explain.explanation import explain_text

if TYPE_CHECKING:
    from decision.model import Outcome
    from decision.nouns.insight import Insight


def insight_of(outcome: Outcome) -> Insight:
    """Everything that was found out, all programs explained."""
    every = range(len(outcome.programs))
    return replace(
        find_out(outcome, draws=10),
        contrasts={program: found for program in every if (found := contrast(outcome, program))},
        changes={program: rounded(outcome, program, find_changes(outcome, program)) for program in every},
    )


def explained(outcome: Outcome, *, width: int = 80, unicode: bool = True) -> str:
    """The explanations of all programs, in the order of the ranking."""
    insight = insight_of(outcome)
    return "\n".join(
        explain_text(outcome, insight, program, account=account(outcome, program), width=width, unicode=unicode)
        for program in outcome.ranking.order.tolist()
    )
