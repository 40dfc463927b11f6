"""What the user's area pays becomes plain values for the JSON document.

One rule: wages are dollars an hour, costs dollars, gains dollars a month, paybacks months; ``None`` where not known.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from decision.model import Status

if TYPE_CHECKING:
    from decision.model import Outcome
    from decision.nouns.wages import Pay, Wage, WageTable, Work

__all__ = ["pay_document"]


def pay_document(outcome: Outcome) -> dict[str, object]:
    """Give what the area pays, and how soon each program that fits or may is paid back.

    Parameters
    ----------
    outcome
        Everything one run worked out; an area was named.

    Returns
    -------
    dict
        ``stated`` and ``payback`` only where wages were stated.
    """
    pay = outcome.pay
    assert pay is not None, "an area was named"
    return {
        "asked": pay.asked,
        **_figures(pay.table, pay.work, pay.wage),
        "older": [_figures(older.table, older.work, older.wage) for older in pay.older],
        **_stated(pay),
        **_paybacks(outcome),
    }


def _figures(table: WageTable, work: Work, wage: Wage) -> dict[str, object]:
    return {
        "area": wage.area,
        "occupation": {"code": work.code, "title": work.title},
        "low": _known(wage.low),
        "median": _known(wage.median),
        "high": _known(wage.high),
        "jobs": None if math.isnan(wage.jobs) else int(wage.jobs),
        "as_of": table.as_of,
        "as_of_why": table.as_of_why,
        "source": table.source,
        "source_url": table.source_url,
    }


def _stated(pay: Pay) -> dict[str, object]:
    stated = pay.stated
    if stated is None:
        return {}
    return {
        "stated": {
            "now": stated.now,
            "then": stated.then,
            "hours": stated.hours,
            "hours_assumed": stated.is_hours_assumed,
            "given_up": stated.given_up,
        }
    }


def _paybacks(outcome: Outcome) -> dict[str, object]:
    found = outcome.paybacks
    if found is None:
        return {}
    low, high = ([_known(value) for value in ends] for ends in (found.low.tolist(), found.high.tolist()))
    codes, status = outcome.facts[found.criterion].codes.tolist(), outcome.elimination.status.tolist()
    rows = outcome.programs.rows.tolist()
    return {
        "payback": {
            "criterion": found.criterion,
            "gain": found.gain,
            "programs": [
                {"row": rows[at], "low": low[codes[at]], "high": high[codes[at]]}
                for at in outcome.ranking.order.tolist()
                if status[at] != Status.OUT
            ],
        }
    }


def _known(value: float) -> float | None:
    return None if math.isnan(value) else value
