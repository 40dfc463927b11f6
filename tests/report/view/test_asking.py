from __future__ import annotations

from dataclasses import replace

from decision.model import Outcome, Unknown
from decision.nouns.advice import Question, Questions, Together
from decision.report.view.asking import ask_first
from decision.report.view.panels import Item
from decision.report.view.sight import leading, look
from tests.report.views_fixture import (
    BLUE_HILLS,
    COST,
    FOUR,
    HARBOR,
    LINDEN,
    MYSTIC,
    OUTCOMES,
    SCHEDULE,
    SOME_FIT,
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


def wondered(row: int, criterion: str, first: float | str | None = None) -> Question:
    return Question(
        row=row,
        criterion=criterion,
        changes_first=0.5,
        changes_shortlist=0.0,
        gain=1.0,
        break_even_first=first,
        break_even_shortlist=None,
    )


def asked_first(
    outcome: Outcome, *questions: Question, without_effect: int = 0, together: tuple[Together, ...] = ()
) -> list[Item]:
    sight = look(outcome, range(len(outcome.programs)), unicode=True)
    found = Questions(questions=questions, without_effect=without_effect, together=together)
    return [item for remark in ask_first(sight, found) for item in remark.items]


def test_useful_questions_are_grouped_by_school_with_what_the_answer_brings() -> None:
    cost, exam = wondered(5, "cost", 3000.0), wondered(5, "exam pass rate", 0.7)

    items = asked_first(SOME_FIT, cost, wondered(6, "accreditation", "AAPC"), exam)

    assert items == [
        Item(
            term="Blue Hills",
            sentences=(
                COSTS,
                "It comes first if it costs at most $3,000.",
                EXAM,
                "It comes first if at least 70 % passed (more in a small class).",
            ),
        ),
        Item(term="Mystic", sentences=(ACCREDITED, "It comes first if the answer is CAHIIM or AAPC.")),
    ]


def test_schools_beyond_the_third_are_counted() -> None:
    items = asked_first(SOME_FIT, *(wondered(row, "schedule") for row in (2, 3, 4, 5, 6)))

    assert items == [
        Item(term="Harbor, Linden and Quabbin", sentences=(TIMES,)),
        Item(sentences=("Two more programs could move up by an answer.",)),
    ]


def test_questions_without_effect_are_counted() -> None:
    items = asked_first(SOME_FIT, wondered(5, "schedule"), without_effect=22)

    assert items[-1] == Item(
        sentences=("22 more open questions would by themselves change neither the first place nor the shortlist.",)
    )


def test_one_question_without_effect_is_told_in_the_singular() -> None:
    items = asked_first(SOME_FIT, wondered(5, "schedule"), without_effect=1)

    assert items[-1] == Item(
        sentences=("One more open question would by itself change neither the first place nor the shortlist.",)
    )


def test_there_is_no_need_to_ask_what_changes_nothing() -> None:
    assert asked_first(outcome_of(FOUR, [HARBOR, LINDEN]), without_effect=4) == [
        Item(sentences=("No need to ask: no single answer would change the first place or the shortlist.",))
    ]


def test_nothing_unknown_is_nothing_to_ask() -> None:
    assert asked_first(outcome_of(FOUR, [HARBOR, LINDEN])) == []


def test_programs_with_several_open_must_haves_are_told_apart() -> None:
    silent = program("Fells", unknown(), dollars(4100), unknown(), "")

    asked_one = asked_first(outcome_of(FOUR, [HARBOR, MYSTIC, silent]), wondered(3, "accreditation"), without_effect=3)
    needed = ("exam pass rate", "schedule", "accreditation")
    both = Together(row=3, criteria=needed, all_met=0.2, changes_first=0.1, changes_shortlist=0.2)
    asked_none = asked_first(outcome_of(FOUR, [HARBOR, silent]), without_effect=3, together=(both,))

    assert asked_one[-1] == Item(sentences=("One program leaves two or more must-haves open.",))
    assert asked_none == [
        Item(term="Fells", sentences=(EXAM, TIMES, ACCREDITED)),
        Item(sentences=("No single answer is enough: each of these leaves two or more must-haves open.",)),
    ]
