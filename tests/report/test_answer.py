from __future__ import annotations

from dataclasses import replace

import pytest

from decision.report.answer import answer
from decision.report.sight import leading, look
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
    outcome_of,
    program,
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
