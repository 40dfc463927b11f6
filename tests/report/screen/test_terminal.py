from __future__ import annotations

import re
import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from decision.report.screen.terminal import terminal
from tests.report.golden import golden
from tests.report.views_fixture import (
    FOUR,
    HARBOR,
    LINDEN,
    MILL,
    OUTCOMES,
    QUAY,
    SOME_FIT,
    criteria_of,
    dollars,
    label,
    outcome_of,
    passed,
    program,
    unknown,
)

ANY_NAME = st.text(st.characters(exclude_categories=()), max_size=60)


def columns_at_most(line: str) -> int:
    """Count columns without the code under test: two for whatever may be wide, none for marks."""
    wide = sum(2 for character in line if unicodedata.east_asian_width(character) in "WF")
    marks = sum(1 for character in line if unicodedata.category(character) in ("Mn", "Me"))
    return len(line) - marks - wide // 2 + wide


@pytest.mark.parametrize("name", OUTCOMES)
@pytest.mark.parametrize("width", [80, 60])
def test_the_answer_is_drawn_as_the_golden_file_shows(name: str, width: int) -> None:
    drawn = terminal(OUTCOMES[name], width=width, output="ranked.csv")

    assert drawn == golden(f"terminal_{name}_{width}")


@pytest.mark.parametrize("name", OUTCOMES)
def test_without_unicode_the_same_is_drawn_in_ascii(name: str) -> None:
    drawn = terminal(OUTCOMES[name], unicode=False, output="ranked.csv")

    assert drawn == golden(f"terminal_{name}_ascii")
    assert drawn.isascii()


@pytest.mark.parametrize("name", OUTCOMES)
def test_color_adds_nothing_to_the_text(name: str) -> None:
    painted = terminal(OUTCOMES[name], color=True)

    assert painted != terminal(OUTCOMES[name])
    assert re.sub(r"\x1b\[\d+m", "", painted) == terminal(OUTCOMES[name])


def test_without_an_output_the_last_line_says_how_to_get_one() -> None:
    drawn = terminal(SOME_FIT)

    assert drawn.splitlines()[-1] == "All 8, each with its reason: add -o ranked.csv"


@given(names=st.lists(ANY_NAME, min_size=1, max_size=4), width=st.integers(40, 200), is_unicode=st.booleans())
def test_no_line_is_wider_than_the_terminal(names: list[str], width: int, is_unicode: bool) -> None:
    lines = [HARBOR, LINDEN, QUAY, MILL]
    outcome = outcome_of(FOUR, [(name, cells) for name, (_, cells) in zip(names, lines, strict=False)])

    drawn = terminal(outcome, width=width, unicode=is_unicode, output=names[0])

    assert max(map(columns_at_most, drawn.splitlines())) <= width


@given(name=ANY_NAME, place=ANY_NAME)
def test_no_control_or_direction_mark_reaches_the_terminal(name: str, place: str) -> None:
    outcome = outcome_of(FOUR, [program(name, unknown(), dollars(4000), label(place), place), QUAY])

    drawn = terminal(outcome, output=name)

    assert all(character.isprintable() for character in drawn.replace("\n", ""))


@given(
    costs=st.lists(st.integers(0, 9000), min_size=1, max_size=40),
    width=st.integers(40, 120),
)
def test_every_number_of_programs_is_drawn_within_the_width(costs: list[int], width: int) -> None:
    table = [program(f"Town {cost}", passed(cost, 9000), dollars(cost), label("evening")) for cost in costs]

    drawn = terminal(outcome_of(FOUR, table), width=width)

    assert max(map(len, drawn.splitlines())) <= width


def test_two_programs_of_one_name_are_told_apart_by_their_rows() -> None:
    outcome = outcome_of(FOUR, [HARBOR, (HARBOR[0], LINDEN[1]), ("", QUAY[1])])

    drawn = terminal(outcome)

    assert drawn == golden("terminal_one_name")


def test_wide_and_marked_names_stay_in_their_columns() -> None:
    table = [("東京医療事務専門学校", HARBOR[1]), ("École de codage me\u0301dical", LINDEN[1]), QUAY]

    drawn = terminal(outcome_of(FOUR, table))

    assert drawn == golden("terminal_wide_names")


def test_fewer_than_forty_columns_are_taken_as_forty() -> None:
    assert terminal(SOME_FIT, width=1) == terminal(SOME_FIT, width=40)


def test_without_must_haves_there_is_no_funnel() -> None:
    wanted = criteria_of(*(replace(criterion, must=None) for criterion in FOUR.weighted))

    drawn = terminal(outcome_of(wanted, [HARBOR, LINDEN, QUAY]))

    assert drawn == golden("terminal_no_must_haves")
