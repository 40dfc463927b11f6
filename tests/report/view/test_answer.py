from __future__ import annotations

from dataclasses import replace

import pytest

from decision.nouns.advice import Question, Questions
from decision.report.view.answer import answer
from decision.report.view.sight import leading, look
from tests.report.views_fixture import (
    BLUE_HILLS,
    FOUR,
    HARBOR,
    LINDEN,
    MYSTIC,
    OUTCOMES,
    QUABBIN,
    QUAY,
    Cell,
    criteria_of,
    dollars,
    label,
    outcome_of,
    program,
    unknown,
)

LEVEL = "on what you told us they are level."


def said(table: list[tuple[str, dict[str, Cell]]]) -> str:
    outcome = outcome_of(FOUR, table)
    return answer(look(outcome, leading(outcome, 10), unicode=True))


def costing(name: str, cost: float) -> tuple[str, dict[str, Cell]]:
    cells = HARBOR[1]
    return program(name, cells["exam pass rate"], dollars(cost), cells["schedule"])


@pytest.mark.parametrize(
    ("table", "sentences"),
    [
        ([HARBOR], "One program fits what you asked for: Harbor."),
        ([HARBOR, BLUE_HILLS], "One program fits what you asked for: Harbor. One more may: ask its school."),
        ([HARBOR, QUABBIN], "Two programs fit what you asked for. Harbor comes first; Quabbin is second."),
        (
            [costing("Harbor", 3000), costing("Linden", 3100)],
            "Two programs fit what you asked for. Harbor comes first; Linden is close behind.",
        ),
        (
            [costing("Harbor", 3000), costing("Linden", 5000), costing("Quabbin", 5000)],
            "Three programs fit what you asked for. Harbor comes first; Linden and Quabbin share second place.",
        ),
        (
            [costing("Harbor", 3000), costing("Linden", 3100), costing("Quabbin", 3100)],
            "Three programs fit what you asked for. Harbor comes first; Linden and Quabbin are close behind.",
        ),
        (
            [costing("Harbor", 3000), costing("Linden", 3000)],
            f"Two programs fit what you asked for. Harbor and Linden share first place: {LEVEL}",
        ),
        (
            [costing(f"Town {letter}", 3000) for letter in "ABCDEFGHIJKLMN"],
            f"14 programs fit what you asked for. Town A, Town B, Town C and 11 more share first place: {LEVEL}",
        ),
        ([BLUE_HILLS], "No program surely fits: 1 of 1 may, but what you need is not stated."),
        (
            [BLUE_HILLS, MYSTIC, QUAY],
            "No program surely fits: 2 of 3 may, but what you need is not stated.",
        ),
        ([QUAY], "No program fits what you asked for. Most fell at cost: 1 of 1 program."),
    ],
)
def test_the_answer_is_one_sentence_for_each_outcome(table: list[tuple[str, dict[str, Cell]]], sentences: str) -> None:
    assert said(table) == sentences


def test_without_weights_nothing_is_said_of_an_order() -> None:
    outcome = OUTCOMES["no_weights"]

    told = answer(look(outcome, leading(outcome, 10), unicode=True))

    assert told == "2 programs fit; nothing was asked that would order them."


def test_without_must_haves_nothing_is_said_to_fit() -> None:
    wanted = criteria_of(*(replace(criterion, must=None) for criterion in FOUR.weighted))
    outcome = outcome_of(wanted, [HARBOR, LINDEN, QUAY])

    told = answer(look(outcome, leading(outcome, 10), unicode=True))

    assert told == "Three programs compared. Harbor comes first; Linden is second."


UNSURE = "No program surely fits: {} of {} may, but what you need is not stated. "
SILENT = program("Fells", unknown(), dollars(4100), label("online"), "")


def settled(table: list[tuple[str, dict[str, Cell]]], *chances: float) -> str:
    questions = tuple(
        Question(
            row=2,
            criterion="cost",
            changes_first=chance,
            changes_shortlist=0.0,
            gain=0.0,
            break_even_first=None,
            break_even_shortlist=None,
        )
        for chance in chances
    )
    outcome = outcome_of(FOUR, table)
    sight = look(outcome, leading(outcome, 10), unicode=True)
    return answer(sight, Questions(questions=questions, without_effect=0))


@pytest.mark.parametrize(
    ("chances", "sentence"),
    [
        ((0.5,), "One question settles most of it."),
        ((0.5, 0.1), "One question settles most of it."),
        ((0.5, 0.5), "Two questions settle most of it."),
        ((0.5, 0.5, 0.5), "Three questions settle most of it."),
        ((0.5,) * 6, "Six questions are worth asking."),
        ((), "No answer would change that."),
    ],
)
def test_where_nothing_is_sure_the_questions_that_settle_most_are_counted(
    chances: tuple[float, ...], sentence: str
) -> None:
    assert settled([BLUE_HILLS, MYSTIC, QUAY], *chances) == UNSURE.format(2, 3) + sentence


def test_where_every_program_leaves_more_open_no_answer_settles_it() -> None:
    told = settled([SILENT, QUAY])

    assert told == UNSURE.format(1, 2) + "No single answer settles it: each leaves two or more must-haves open."


def test_where_half_leave_more_open_they_are_counted() -> None:
    told = settled([SILENT, MYSTIC], 0.5)

    assert told == UNSURE.format(2, 2) + "No single answer settles it: one of them leaves two or more must-haves open."


def test_where_some_fit_the_questions_add_nothing() -> None:
    assert settled([HARBOR], 0.5) == "One program fits what you asked for: Harbor."
