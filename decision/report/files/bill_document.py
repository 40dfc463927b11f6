"""The bill of a program becomes plain values for the JSON document.

The one rule: amounts are dollars in full, and one that nobody knows is ``null``.
"""

from __future__ import annotations

import math
from functools import cache
from typing import TYPE_CHECKING

from decision.report.words.bills import bill_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from decision.model import Fact, Outcome
    from decision.nouns.costs import Bill

__all__ = ["bill_document", "bills_document"]


def bills_document(outcome: Outcome) -> Callable[[int], dict[str, object]]:
    """Give what writes the bills of a program; each reading is written once.

    Parameters
    ----------
    outcome
        Everything one run worked out.

    Returns
    -------
    callable
        Takes a program's number, gives name of the criterion -> bill, for costs that are made up of several amounts.
    """
    writers = {name: (fact, _writer(fact)) for name, fact in outcome.facts.by_criterion.items() if len(fact.bills)}

    def of_program(program: int) -> dict[str, object]:
        made = ((name, write(int(fact.codes[program]))) for name, (fact, write) in writers.items())
        return {name: bill for name, bill in made if bill is not None}

    return of_program


def _writer(fact: Fact) -> Callable[[int], dict[str, object] | None]:
    @cache
    def write(reading: int) -> dict[str, object] | None:
        bill = bill_of(fact, reading)
        return None if bill is None else bill_document(bill)

    return write


def bill_document(bill: Bill) -> dict[str, object]:
    """Give one bill as plain values.

    Parameters
    ----------
    bill
        What a reading comes to.

    Returns
    -------
    dict
        ``lines``, ``all_in``, ``grants``, ``net``: the lines add up to all in, all in less the grants to net.
    """
    return {
        "lines": [
            {
                "name": line.name,
                "low": _known(line.low),
                "high": _known(line.high),
                "source": line.source.value,
                "note": line.note,
            }
            for line in bill.lines
        ],
        "all_in": {"low": _known(bill.all_in_low), "high": _known(bill.all_in_high)},
        "grants": [
            {
                "name": paid.name,
                "least": paid.least,
                "most": paid.most,
                "asked": list(paid.asked),
                "open": list(paid.open),
                "note": paid.note,
            }
            for paid in bill.grants
        ],
        "net": {"low": _known(bill.net_low), "high": _known(bill.net_high)},
    }


def _known(amount: float) -> float | None:
    return None if math.isinf(amount) else amount
