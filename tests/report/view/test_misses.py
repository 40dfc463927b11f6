from __future__ import annotations

from dataclasses import replace

from decision.model import MustHave, Outcome, Rule
from decision.report.view.misses import near_misses, not_far_off
from decision.report.view.sight import look
from tests.report.views_fixture import (
    COST,
    FOUR,
    HARBOR,
    MILL,
    QUAY,
    TARN,
    Cell,
    criteria_of,
    dollars,
    label,
    outcome_of,
    passed,
    program,
    unknown,
)


def told(outcome: Outcome) -> list[str]:
    misses = near_misses(outcome)
    sight = look(outcome, [miss.program for miss in misses], unicode=True)
    return [item.sentences[0] for remark in not_far_off(sight, misses) for item in remark.items]


def costing(name: str, cost: float) -> tuple[str, dict[str, Cell]]:
    return program(name, passed(9, 10), dollars(cost), label("evening"))


def test_the_nearest_come_first_and_at_most_three() -> None:
    outcome = outcome_of(FOUR, [HARBOR, *(costing(f"Town {cost}", cost) for cost in (6400, 6100, 6300, 6200))])

    assert told(outcome) == [
        "Town 6100 meets all but one: cost $6,100, over your limit by $100.",
        "Town 6200 meets all but one: cost $6,200, over your limit by $200.",
        "Town 6300 meets all but one: cost $6,300, over your limit by $300.",
    ]


def test_a_share_is_told_with_its_limit() -> None:
    outcome = outcome_of(FOUR, [HARBOR, TARN])

    assert told(outcome) == ["Tarn meets all but one: exam pass rate 29 of 50, under your limit of 60 % by 2 points."]


def test_two_failed_must_haves_are_no_near_miss() -> None:
    outcome = outcome_of(FOUR, [HARBOR, MILL])

    assert told(outcome) == []


def test_a_failed_label_is_no_near_miss() -> None:
    outcome = outcome_of(FOUR, [HARBOR, program("Dale", passed(9, 10), dollars(100), label("day"))])

    assert told(outcome) == []


def test_far_from_the_limit_is_named_only_when_nothing_fits() -> None:
    far = costing("Far", 9000)

    assert told(outcome_of(FOUR, [HARBOR, far])) == []
    assert told(outcome_of(FOUR, [far])) == ["Far meets all but one: cost $9,000, over your limit by $3,000."]


def test_an_open_question_is_said_and_comes_last() -> None:
    open_one = program("Open", unknown(), dollars(6001), label("evening"))

    assert told(outcome_of(FOUR, [HARBOR, open_one, QUAY])) == [
        "Quay meets all but one: cost $6,250, over your limit by $250.",
        "Open misses one, with 1 question open: cost $6,001, over your limit by $1.",
    ]


def test_between_says_which_limit_is_missed() -> None:
    between = criteria_of(replace(COST, must=MustHave(rule=Rule.BETWEEN, low=2000.0, high=4000.0)))
    outcome = outcome_of(between, [(name, {"cost": dollars(cost)}) for name, cost in (("A", 1900.0), ("B", 4300.0))])

    assert told(outcome) == [
        "A meets all but one: cost $1,900, under your limit by $100.",
        "B meets all but one: cost $4,300, over your limit by $300.",
    ]


def test_a_limit_of_nothing_has_near_misses_too() -> None:
    free = criteria_of(replace(COST, must=MustHave(rule=Rule.AT_MOST, high=0.0)))
    outcome = outcome_of(free, [("A", {"cost": dollars(100.0)})])

    assert told(outcome) == ["A meets all but one: cost $100, over your limit by $100."]


def test_without_must_haves_there_is_no_miss() -> None:
    outcome = outcome_of(criteria_of(replace(COST, must=None)), [("A", {"cost": dollars(100.0)})])

    assert told(outcome) == []
