"""One program becomes its full account: the ledger, and the range around each rate that was counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from decision.judge.certainty.wilson import wilson
from decision.judge.ledger import ledger
from decision.kinds import Unknown
from decision.nouns.account import Account

if TYPE_CHECKING:
    from decision.model import Outcome

__all__ = ["account"]


def account(outcome: Outcome, program: int) -> Account:
    """Give the full account of one program.

    Parameters
    ----------
    outcome
        Everything one run worked out.
    program
        The program's number, from 0.

    Returns
    -------
    Account
        Rates of nobody have no range.
    """
    rates = {}
    for name in outcome.points.weights:
        fact = outcome.facts[name]
        reading = int(fact.codes[program])
        passed, took = float(fact.passed[reading]), float(fact.took[reading])
        if fact.unknown[reading] == Unknown.STATED and took > 0 and 0 <= passed <= took:
            rates[name] = wilson(passed, took)
    return Account(ledger=ledger(outcome, program), rates=rates)
