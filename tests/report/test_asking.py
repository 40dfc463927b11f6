from __future__ import annotations

from dataclasses import replace

from decision.model import Outcome, Unknown
from decision.report.asking import ask_first
from decision.report.panels import Item
from decision.report.sight import leading, look
from tests.report.views_fixture import (
    BLUE_HILLS,
    COST,
    FOUR,
    HARBOR,
    LINDEN,
    OUTCOMES,
    SCHEDULE,
    criteria_of,
    dollars,
    label,
    outcome_of,
    program,
    unknown,
)

EXAM = "How many took the exam last year, and how many passed?"
COSTS = "What does the whole program cost, with tuition and fees?"
TIMES = "When do classes meet?"
ACCREDITED = "Who accredits or approves the program?"


def asked(outcome: Outcome) -> list[Item]:
    sight = look(outcome, leading(outcome, 10), unicode=True)
    return [item for remark in ask_first(sight) for item in remark.items]


def test_nothing_is_asked_when_everything_is_known() -> None:
    assert asked(outcome_of(FOUR, [HARBOR, LINDEN])) == []


def test_programs_with_the_same_questions_stand_together() -> None:
    other = program("Fells Academy", unknown(Unknown.BLANK), dollars(4100), label("evening"))

    assert asked(outcome_of(FOUR, [BLUE_HILLS, other])) == [Item(term="Blue Hills and Fells", sentences=(EXAM,))]


def test_at_most_three_programs_are_asked_about() -> None:
    items = asked(OUTCOMES["nothing_published"])

    assert items == [Item(term="Fells, Town 1 and Town 2", sentences=(EXAM, COSTS, ACCREDITED))]


def test_four_questions_are_all_told() -> None:
    nothing = program("Fells", unknown(), unknown(), unknown(), "")

    assert asked(outcome_of(FOUR, [nothing])) == [Item(term="Fells", sentences=(EXAM, COSTS, TIMES, ACCREDITED))]


def test_a_program_that_fits_is_asked_about_what_could_earn_points() -> None:
    wanted = criteria_of(COST, replace(SCHEDULE, must=None))
    outcome = outcome_of(wanted, [("Harbor", {"cost": dollars(3000), "schedule": unknown()})])

    assert asked(outcome) == [Item(term="Harbor", sentences=(TIMES,))]
