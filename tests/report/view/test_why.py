from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from decision.report.view.sight import leading, look
from decision.report.view.why import why
from tests.report.views_fixture import (
    COST,
    FOUR,
    HARBOR,
    LINDEN,
    OUTCOMES,
    Cell,
    criteria_of,
    dollars,
    outcome_of,
    unknown,
)

if TYPE_CHECKING:
    from decision.model import Outcome


def told(outcome: Outcome) -> list[tuple[str, tuple[str, ...]]]:
    remarks = why(look(outcome, leading(outcome, 10), unicode=True))
    return [(remark.label, item.sentences) for remark in remarks for item in remark.items]


def priced(*amounts: tuple[str, Cell]) -> Outcome:
    return outcome_of(criteria_of(COST), [(name, {"cost": cell}) for name, cell in amounts])


def test_the_first_is_compared_with_the_second_both_ways() -> None:
    assert told(outcome_of(FOUR, [HARBOR, LINDEN])) == [
        (
            "Why Harbor",
            (
                "Cost: Harbor has $3,450 and earns 16 of 28 points; Linden has $4,900 and earns 11.",
                "Exam pass rate: Harbor has 47 of 52 and earns 43 of 61 points; Linden has 380 of 470 and earns 41.",
            ),
        ),
        ("but", ("Schedule: Linden has online and earns 11 of 11 points; Harbor has evening and earns 6.",)),
    ]


def test_one_that_fits_alone_is_told_by_what_earns_most() -> None:
    assert told(outcome_of(FOUR, [HARBOR])) == [
        ("Why Harbor", ("Exam pass rate: 47 of 52 earns 43 of 61 points.", "Cost: $3,450 earns 16 of 28 points."))
    ]


def test_an_unknown_of_the_second_is_not_called_a_fact() -> None:
    outcome = outcome_of(
        criteria_of(replace(COST, must=None)), [("A", {"cost": dollars(4000)}), ("B", {"cost": unknown()})]
    )
    sentence = (
        "Cost: A has $4,000 and earns 50 of 100 points; for B it is not known (not published), which earns 0 for sure."
    )

    assert told(outcome) == [("Why A", (sentence,))]


def test_what_earns_nothing_is_no_reason() -> None:
    assert told(priced(("Harbor", dollars(6000)))) == [("Why Harbor", ("Cost: $6,000 earns 25 of 100 points.",))]
    assert told(outcome_of(criteria_of(replace(COST, must=None)), [("A", {"cost": dollars(9000)})])) == []


def test_points_that_would_look_equal_are_told_finer() -> None:
    assert told(priced(("Harbor", dollars(4000)), ("Linden", dollars(4010)))) == [
        ("Why Harbor", ("Cost: Harbor has $4,000 and earns 50 of 100 points; Linden has $4,010 and earns 49.9.",))
    ]


def test_nothing_is_said_of_a_shared_first_place_or_without_an_order() -> None:
    assert told(OUTCOMES["tie"]) == []
    assert told(OUTCOMES["no_weights"]) == []
    assert told(OUTCOMES["ask_only"]) == []
    assert told(OUTCOMES["nobody_fits"]) == []


def test_a_long_name_leaves_the_label_short() -> None:
    outcome = priced(("The Northern School of Coding and Billing", dollars(4000)))

    assert told(outcome) == [("Why first", ("Cost: $4,000 earns 50 of 100 points.",))]
