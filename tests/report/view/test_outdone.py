"""Programs that another outdoes in every concern are named in one sentence, whatever counts most."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from decision.procedure import find_out
from decision.report.view.outdone import outdone
from decision.report.view.sight import look
from tests.report.found_out import CASES
from tests.report.views_fixture import COST, SCHEDULE, criteria_of, dollars, label, outcome_of

if TYPE_CHECKING:
    from decision.model import Outcome

TWO = criteria_of(COST, replace(SCHEDULE, must=None))


def told(outcome: Outcome) -> list[str]:
    """What is said of an outcome."""
    sight = look(outcome, range(len(outcome.programs)), unicode=True)
    return outdone(sight, find_out(outcome).certainty)


def of_costs(*costs: int, when: str = "online") -> Outcome:
    """Programs that differ in cost alone."""
    return outcome_of(
        TWO, [(f"School {at}", {"cost": dollars(c), "schedule": label(when)}) for at, c in enumerate(costs)]
    )


def test_one_that_is_nowhere_better_is_named_with_the_one_that_outdoes_it() -> None:
    assert told(of_costs(1000, 2000)) == ["Whatever counts most, School 1 is nowhere better than School 0."]


def test_several_stand_together_and_the_rest_are_counted() -> None:
    (sentence,) = told(of_costs(1000, 2000, 3000, 4000, 5000))

    named = "School 1, School 2 and School 3 are nowhere better than School 0"
    assert sentence == f"Whatever counts most, {named}; one more is outdone by another."


def test_a_rate_from_counts_is_said_to_be_taken_as_counted() -> None:
    assert told(CASES["sure_as_counted"]) == [
        "Whatever counts most and with every rate as counted, Quabbin is nowhere better than Harbor."
    ]


@pytest.mark.parametrize("outcome", [of_costs(1000, 1000), CASES["sure_on_one_concern"], CASES["nobody_fits"]])
def test_twins_a_single_concern_and_nobody_leave_nothing_to_say(outcome: Outcome) -> None:
    assert told(outcome) == []
