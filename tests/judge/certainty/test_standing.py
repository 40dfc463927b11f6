"""The ground of certainty: who fits, what each can earn, and which facts may turn out otherwise."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from decision.judge.certainty.uncertain import uncertain
from decision.model import Criterion, Kind, Scale, WhenUnknown
from decision.nouns.findings import Certainty, Spread, Uncertain
from tests.judge.build import AT_MOST_6000, EIGHT_TO_NOTHING, amount, cost, criteria, fact, facts, labelled, unknown
from tests.judge.standings import GRADE, certainty_of, grades, ordered

if TYPE_CHECKING:
    from decision.intake.facts.sayings import Saying

RATE = Criterion(
    name="rate", kind=Kind.SHARE, passed="p", took="t", base_rate=0.62, base_takers=20.0, scale=Scale(knots=GRADE.knots)
)


def varying(found: Uncertain) -> tuple[object, ...]:
    """One as plain values."""
    ends = found.first.tolist(), found.second.tolist()
    return found.criterion, found.spread, found.programs.tolist(), *ends, found.knots


def counted(passed: float, took: float) -> Saying:
    share = (passed + 12.4) / (took + 20)
    return replace(amount(passed / took), counted_low=share, counted_high=share, passed=float(passed), took=float(took))


def standing_for(criterion: Criterion, *sayings: Saying) -> tuple[Certainty, list[tuple[object, ...]]]:
    of_criterion = {criterion.name: fact(*sayings)}
    found = certainty_of([criterion], of_criterion)
    return found, [varying(one) for one in uncertain(facts(of_criterion), criteria(criterion), found.standing)]


def test_only_those_that_surely_fit_are_spoken_of_in_ranking_order() -> None:
    found = certainty_of([cost()], {"cost": fact(amount(7000), amount(4000), unknown(), amount(2000))})

    assert found.standing.rows.tolist() == [5, 3]
    assert found.standing.score.tolist() == [75.0, 50.0]
    assert found.standing.low.tolist() == found.standing.high.tolist() == [[0.75, 0.5]]


def test_a_program_that_is_out_or_to_ask_changes_nothing_for_those_that_fit() -> None:
    few = certainty_of([cost()], {"cost": fact(amount(2000), amount(4000))})
    more = certainty_of([cost()], {"cost": fact(amount(2000), amount(4000), amount(9000), unknown())})

    assert more.standing.rows.tolist() == few.standing.rows.tolist()
    assert more.readings.first.tolist() == few.readings.first.tolist()
    assert (more.weights, more.level, more.dominated, more.opinions) == (
        few.weights,
        few.level,
        few.dominated,
        few.opinions,
    )


def test_groups_follow_the_order_of_importance_not_the_list() -> None:
    wanted = criteria(*grades("a", "b", "c"), weights=ordered(("c",), ("a", "b")))

    found = certainty_of(wanted, {name: fact(amount(0.5)) for name in "abc"})

    assert found.standing.names == ("a", "b", "c")
    assert found.standing.groups == ((2,), (0, 1))


def test_what_is_stated_exactly_does_not_vary() -> None:
    assert standing_for(cost(must=None), amount(2000), amount(9000))[1] == []


def test_an_unknown_varies_over_the_points_it_may_earn() -> None:
    found = standing_for(cost(must=None), amount(2000), unknown())[1]

    assert found == [(0, Spread.SHARES, [1], [0.0], [1.0], ())]


def test_an_unknown_with_plausible_values_varies_over_what_they_earn() -> None:
    plausible = replace(cost(must=None), unknown=WhenUnknown(low=2000.0, high=6000.0))

    assert standing_for(plausible, unknown())[1] == [(0, Spread.SHARES, [0], [0.25], [0.75], ())]


def test_an_assumed_value_does_not_vary() -> None:
    assumed = replace(cost(must=None), unknown=WhenUnknown(low=2000.0, high=2000.0, assumed=True))

    assert standing_for(assumed, unknown())[1] == []


def test_a_range_varies_over_its_values() -> None:
    found = standing_for(cost(must=AT_MOST_6000), amount(3000, 4500))[1]

    assert found == [(0, Spread.VALUES, [0], [3000.0], [4500.0], EIGHT_TO_NOTHING.knots)]


def test_a_range_that_earns_the_same_everywhere_does_not_vary() -> None:
    assert standing_for(cost(must=None), amount(8000, 9000))[1] == []


def test_a_counted_rate_varies_by_its_beta_distribution() -> None:
    found = standing_for(RATE, counted(4, 4))[1]

    assert found == [(0, Spread.COUNTED, [0], [16.4], [pytest.approx(7.6)], GRADE.knots)]


def test_a_rate_that_no_base_rate_pulls_is_a_plain_number() -> None:
    plain = replace(RATE, base_rate=math.nan, base_takers=math.nan)

    assert standing_for(plain, replace(amount(0.8), passed=8.0, took=10.0))[1] == []


def test_a_claim_without_takers_varies_down_to_what_one_taker_would_be_worth() -> None:
    claim = replace(amount(1.0), counted_low=13.4 / 21, counted_high=1.0)

    assert standing_for(RATE, claim)[1] == [(0, Spread.VALUES, [0], [13.4 / 21], [1.0], GRADE.knots)]


def test_all_passed_with_a_base_rate_of_all_leaves_nothing_to_vary() -> None:
    certain = replace(RATE, base_rate=1.0)
    everyone = replace(counted(4, 4), counted_low=1.0, counted_high=1.0)

    assert standing_for(certain, everyone)[1] == []


def test_a_label_does_not_vary_and_an_unknown_label_does() -> None:
    label = Criterion(name="held", kind=Kind.CATEGORY, column="held", scale=Scale(shares={"AAPC": 1.0}, other=0.25))

    assert standing_for(label, labelled("AAPC"), unknown())[1] == [(0, Spread.SHARES, [1], [0.0], [1.0], ())]
