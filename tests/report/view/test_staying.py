from __future__ import annotations

from dataclasses import replace

import pytest

from decision.nouns.findings import End, Interval, WeightKeeps
from decision.report.view.sight import look
from decision.report.view.staying import stays_first
from tests.report.found_out import CASES, INSIGHTS

HARBOR, LINDEN, QUABBIN = 2, 3, 4


def said(**weights: tuple[float, float, int | None, float, int | None]) -> list[str]:
    """Give the sentence for weights, each as it is, with the two ends and who takes over."""
    outcome = CASES["too_close"]
    keeps = {
        name: WeightKeeps(
            weight=now, first=Interval(low=End(at=low, row=below), high=End(at=high, row=above)), shortlist=None
        )
        for name, (now, low, below, high, above) in weights.items()
    }
    sight = look(outcome, outcome.ranking.order.tolist(), unicode=True)
    return stays_first(sight, replace(INSIGHTS["too_close"].certainty, weights=keeps))


@pytest.mark.parametrize(
    ("weights", "sentence"),
    [
        (
            {"cost": (0.11, 0.0, None, 0.5, LINDEN)},
            "Harbor stays first unless cost counts for more than half (now 11 %); then Linden.",
        ),
        (
            {"cost": (0.3, 0.2, LINDEN, 1.0, None), "schedule": (0.1, 0.0, None, 0.3, LINDEN)},
            (
                "Harbor stays first unless cost counts for less than 20 % (now 30 %) or schedule counts for more than"
                " 30 % (now 10 %); then Linden."
            ),
        ),
        (
            {"cost": (0.3, 0.2, LINDEN, 1.0, None), "schedule": (0.1, 0.0, None, 0.31, QUABBIN)},
            (
                "Harbor stays first unless cost counts for less than 20 % (now 30 %), then Linden; or schedule counts"
                " for more than 31 % (now 10 %), then Quabbin."
            ),
        ),
        (
            {"cost": (0.24, 0.0, None, 0.2449, LINDEN)},
            "Harbor stays first unless cost counts for more than 24.4 % (now 24 %); then Linden.",
        ),
        (
            {"cost": (0.24, 0.2391, LINDEN, 1.0, None)},
            "Harbor stays first unless cost counts for less than 23.91 % (now 24 %); then Linden.",
        ),
        (
            {"cost": (0.24, 0.0, None, 0.24 + 1e-9, LINDEN)},
            "Harbor stays first unless cost counts for more than now (24 %); then Linden.",
        ),
        ({"cost": (0.3, 0.0, None, 1.0, None)}, "Harbor stays first however much any single concern counts."),
    ],
)
def test_the_tightest_ends_are_named_with_who_takes_over(
    weights: dict[str, tuple[float, float, int | None, float, int | None]], sentence: str
) -> None:
    assert said(**weights) == [sentence]


def test_only_the_two_tightest_are_named() -> None:
    (sentence,) = said(
        a=(0.3, 0.1, LINDEN, 1.0, None), b=(0.3, 0.25, LINDEN, 1.0, None), c=(0.3, 0.28, LINDEN, 1.0, None)
    )

    assert sentence == (
        "Harbor stays first unless c counts for less than 28 % (now 30 %) or b counts for less than 25 % (now 30 %);"
        " then Linden."
    )


def test_where_nobody_holds_the_first_place_alone_nothing_is_said() -> None:
    outcome = CASES["tie"]
    sight = look(outcome, outcome.ranking.order.tolist(), unicode=True)

    assert stays_first(sight, INSIGHTS["tie"].certainty) == []
