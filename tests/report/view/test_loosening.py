from __future__ import annotations

from dataclasses import replace

import pytest

from decision.nouns.advice import Loosening, Price, RelaxedSet
from decision.report.view.loosening import what_to_loosen
from decision.report.view.sight import look
from decision.report.view.view import view
from tests.report.found_out import CASES, INSIGHTS

QUAY, TARN = 2, 4
NOTHING = Loosening(sets=(), each=(), near_misses=(), preferred=())


def said(loosening: Loosening, case: str = "nobody_fits") -> list[str]:
    outcome = CASES[case]
    sight = look(outcome, outcome.ranking.order.tolist(), unicode=True)
    return [
        sentence for remark in what_to_loosen(sight, loosening) for item in remark.items for sentence in item.sentences
    ]


def price(criterion: str, only_loss: int, limit: float | None = None, row: int | None = None) -> Loosening:
    cost = Price(criterion=criterion, only_loss=only_loss, regains_limit=limit, regains_row=row)
    return replace(NOTHING, each=(cost,))


def sets(*dropped: tuple[str, ...], preferred: tuple[str, ...] = (), ask: int = 0) -> Loosening:
    relaxed = tuple(RelaxedSet(drop=drop, fits=3, ask=ask) for drop in dropped)
    return replace(NOTHING, sets=relaxed, preferred=preferred)


@pytest.mark.parametrize(
    ("loosening", "sentence"),
    [
        (price("cost", 6, 6500.0, QUAY), "The cost rule alone removed 6 programs; $500 more would bring back Quay."),
        (
            price("cost", 1, 6000.001, QUAY),
            "The cost rule alone removed 1 program; $0.01 more would bring back Quay.",
        ),
        (
            price("exam pass rate", 1, 0.45833, TARN),
            "The exam pass rate rule alone removed 1 program; 14.2 points less would bring back Tarn.",
        ),
        (price("schedule", 4), "The schedule rule alone removed 4 programs."),
        (sets(("accreditation",)), "Without the accreditation rule, 3 would fit."),
        (sets(("cost", "schedule"), ask=2), "Without the cost and schedule rules, 3 would fit, and 2 more may."),
        (
            sets(("exam pass rate", "cost", "schedule", "accreditation")),
            "Only with none of your rules would 3 fit.",
        ),
    ],
)
def test_what_a_rule_costs_and_what_to_give_up_is_one_sentence(loosening: Loosening, sentence: str) -> None:
    assert said(loosening) == [sentence]


def test_a_rule_that_removed_nobody_by_itself_is_not_named() -> None:
    assert said(price("cost", 0)) == []


def test_what_keeps_the_greatest_concerns_comes_first_and_says_so() -> None:
    found = sets(("cost",), ("schedule",), preferred=("schedule",))

    assert said(found) == [
        "Without the schedule rule, 3 would fit; this keeps your greatest concerns.",
        "Without the cost rule, 3 would fit.",
    ]


@pytest.mark.parametrize(
    ("more", "last"), [(1, "One more way would let enough in."), (2, "Two more ways would let enough in.")]
)
def test_more_than_three_ways_are_counted(more: int, last: str) -> None:
    names = ("exam pass rate", "cost", "schedule", "accreditation")
    pairs = [(one, other) for one in names for other in names if one < other]

    told = said(sets(*pairs[: 3 + more]))

    assert len(told) == 4
    assert told[-1] == last


def test_where_enough_fit_nothing_is_given_up() -> None:
    assert said(INSIGHTS["too_close"].loosening, "too_close") == []


def test_who_is_brought_back_is_not_told_twice() -> None:
    remarks = view(CASES["nobody_fits"], INSIGHTS["nobody_fits"], most=10, unicode=True, rest="").remarks

    assert [remark.label for remark in remarks] == ["Loosen"]
