"""The full account: the ledger as it is, and a range for each rate that was counted."""

from __future__ import annotations

from decision.judge.account import account
from decision.judge.certainty.wilson import wilson
from decision.judge.ledger import ledger
from tests.report.views_fixture import SOME_FIT


def test_a_counted_rate_has_its_range() -> None:
    found = account(SOME_FIT, 0)

    assert found.ledger == ledger(SOME_FIT, 0)
    assert found.rates == {"exam pass rate": wilson(47, 52)}


def test_an_unknown_rate_has_none() -> None:
    assert account(SOME_FIT, 3).rates == {}
