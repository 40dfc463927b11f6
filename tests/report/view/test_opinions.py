from __future__ import annotations

from dataclasses import replace

from decision.nouns.findings import Opinions
from decision.report.view.opinions import second_opinions
from decision.report.view.sight import look
from tests.report.found_out import CASES, INSIGHTS

HARBOR, LINDEN, QUABBIN = 2, 3, 4


def said(case: str, **rows: int | None) -> list[str]:
    outcome = CASES[case]
    sight = look(outcome, outcome.ranking.order.tolist(), unicode=True)
    return second_opinions(sight, replace(INSIGHTS[case].certainty, opinions=Opinions(**rows)))


def test_each_method_that_disagrees_has_its_line() -> None:
    assert said("too_close", equal=LINDEN, rank_sum=LINDEN, bands=QUABBIN, regret=LINDEN) == [
        "With equal weights Linden would come first.",
        "With weights that fall by equal steps Linden would come first.",
        "Going concern by concern, and keeping all within 10 % of the best, Quabbin is left.",
        "Whatever weights follow your order, Linden falls the least short of the best.",
    ]


def test_methods_that_agree_are_not_mentioned() -> None:
    assert said("too_close", equal=HARBOR, rank_sum=None, bands=HARBOR, regret=HARBOR) == []


def test_a_program_that_shares_the_first_place_is_no_other_opinion() -> None:
    assert said("tie", equal=LINDEN, rank_sum=HARBOR, bands=LINDEN, regret=LINDEN) == []
