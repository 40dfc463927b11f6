"""A program is found by its row, its name or a part of it; nothing is guessed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from decision import decide
from decision.errors import BadOptions
from decision.judge.lookup import find_program
from tests.report.views_fixture import FOUR, HARBOR, outcome_of

if TYPE_CHECKING:
    from decision.model import Outcome

WANTED = {"criteria": [{"name": "cost", "kind": "money", "column": "cost", "worst": "8000", "best": "0"}]}


def named(*names: str) -> Outcome:
    lines = [f'"{name}",{cost}' for cost, name in enumerate(names, start=1000)]
    return decide("\n".join(["program,cost", *lines, ""]).encode(), WANTED).outcome


SCHOOLS = named("Harbor College", "harbor college", "Harbor", "Linden  Institute", "Mill", "Mill", "École 12", "")


@pytest.mark.parametrize(
    ("text", "program"),
    [
        ("2", 0),
        ("9", 7),
        ("Harbor College", 0),
        ("harbor college", 1),
        ("harbor", 2),
        ("HARBOR", 2),
        (" linden ", 3),
        ("Linden Institute", 3),
        ("institute", 3),
        ("école", 6),
        ("12", 6),
    ],
)
def test_a_program_is_found(text: str, program: int) -> None:
    assert find_program(SCHOOLS, text) == program


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("Mill", "2 programs are meant: Mill (row 6), Mill (row 7). Name one by its row."),
        (
            "College",
            "2 programs are meant: Harbor College (row 2), harbor college (row 3). Name one by its row.",
        ),
        ("Lindne", "no program is called that. Nearest: Linden Institute (row 5)."),
        ("zebra", "no program is called that."),
        ("99", "no program stands in that row, and no name has it. Programs stand in rows 2 to 9."),
        ("9" * 30, "no program stands in that row, and no name has it. Programs stand in rows 2 to 9."),
        ("  ", "a program is named by its row, its name, or a part of its name."),
    ],
)
def test_what_is_not_one_program_is_said(text: str, problem: str) -> None:
    with pytest.raises(BadOptions) as error:
        find_program(SCHOOLS, text)

    assert [(fault.path, fault.found, fault.problem) for fault in error.value.faults] == [("PROGRAM", text, problem)]


def test_many_are_counted() -> None:
    many = named(*(f"Town {number}" for number in range(100, 108)))

    with pytest.raises(BadOptions) as error:
        find_program(many, "town")

    assert error.value.faults[0].problem == (
        "8 programs are meant: Town 100 (row 2), Town 101 (row 3), Town 102 (row 4), Town 103 (row 5), "
        "Town 104 (row 6), and 3 more. Name one by its row."
    )


def test_a_name_cannot_move_the_cursor() -> None:
    with pytest.raises(BadOptions) as error:
        find_program(outcome_of(FOUR, [("Ash\x1b[31m", HARBOR[1]), ("Ash\x1b[32m", HARBOR[1])]), "ash")

    assert error.value.faults[0].problem == (
        "2 programs are meant: Ash\\x1b[31m (row 2), Ash\\x1b[32m (row 3). Name one by its row."
    )
