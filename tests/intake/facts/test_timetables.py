"""The columns that say more about when a program runs, read together."""

from __future__ import annotations

import math
from datetime import date
from typing import TYPE_CHECKING

import pytest

from decision import read_criteria, read_programs
from decision.errors import BadPrograms
from decision.intake.facts.facts import read_facts

if TYPE_CHECKING:
    from decision.nouns.plans import Timetable

PLANNED: dict[str, object] = {
    "name": "schedule",
    "kind": "schedule",
    "column": "schedule",
    "must": {"available": ["Mon-Fri 17:30-22:00"]},
    "travel": 30,
    "hours_free": 25,
    "ready": "2027-01-05",
    "finish_by": "2027-12-31",
}


def tables(text: str, **keys: object) -> list[Timetable]:
    """The timetable of each row."""
    programs, criteria = read_programs(text.encode()), read_criteria({"criteria": [PLANNED | keys]})
    fact = read_facts(programs, criteria)["schedule"]
    return [fact.timetables[code] for code in fact.codes.tolist()]


def weekly(header: str, *cells: str) -> tuple[float, float, str]:
    """Class hours a week of one program."""
    (table,) = tables(f"program,{header}\nHarbor,{','.join(cells)}\n")
    return *table.weekly, table.weekly_source


@pytest.mark.parametrize(
    ("header", "cells", "found"),
    [
        ("schedule,weekly_hours", ["evening", "12"], (12.0, 12.0, "")),
        ("schedule,weekly_hours", ["evening", "12 hours per week"], (12.0, 12.0, "")),
        ("schedule,weekly_hours", ["evening", "12-15"], (12.0, 15.0, "")),
        ("schedule,weekly_hours", ["Mon/Wed 18:00-21:00", "8"], (8.0, 8.0, "")),
        ("schedule", ["Mon/Wed 18:00-21:00"], (6.0, 6.0, "sessions")),
        ("schedule", ["Mon/Wed 18:00-21:00; Sat 09:00-13:00"], (4.0, 10.0, "sessions")),
        ("schedule", ["Mon/Wed 18:00-21:00; hybrid"], (6.0, math.inf, "sessions")),
        ("schedule,delivery", ["Mon/Wed 18:00-21:00", "hybrid"], (6.0, math.inf, "sessions")),
        ("schedule,delivery", ["Mon/Wed 18:00-21:00", ""], (6.0, math.inf, "sessions")),
        ("schedule,delivery", ["Mon/Wed 18:00-21:00", "in person"], (6.0, 6.0, "sessions")),
        ("schedule,hours,weeks", ["evening", "360", "36"], (10.0, 10.0, "hours and length")),
        ("schedule,hours,months", ["evening", "520", "12"], (10.0, 10.0, "hours and length")),
    ],
)
def test_class_hours_a_week_come_from_what_is_stated(
    header: str, cells: list[str], found: tuple[float, float, str]
) -> None:
    assert weekly(header, *cells) == pytest.approx(found)


@pytest.mark.parametrize(
    ("header", "cells"),
    [
        ("schedule", ["evening"]),
        ("schedule", ["Mon Wed"]),
        ("schedule,hours", ["evening", "360"]),
        ("schedule,weeks", ["evening", "36"]),
        ("schedule,hours,weeks", ["evening", "360", "0"]),
    ],
)
def test_class_hours_a_week_are_never_guessed(header: str, cells: list[str]) -> None:
    assert math.isnan(weekly(header, *cells)[0])


def test_of_months_and_weeks_the_first_that_is_stated_counts() -> None:
    found = tables("program,schedule,months,weeks\nA,evening,9,52\nB,evening,,52\nC,evening,,\n")

    assert [table.months[0] for table in found[:2]] == pytest.approx([9.0, 12.0])
    assert math.isnan(found[2].months[0])


def test_starts_are_between_two_days() -> None:
    (table,) = tables('program,schedule,start_date\nA,evening,"February 2027; 2027-03-01; rolling; every May"\n')

    assert table.starts == ((date(2027, 2, 1), date(2027, 2, 28)), (date(2027, 3, 1), date(2027, 3, 1)))
    assert (table.is_rolling, table.yearly) == (True, (5,))


def test_a_column_that_is_not_there_is_not_read_and_one_that_the_user_names_is_not_known() -> None:
    (usual,) = tables("program,schedule\nA,evening\n")
    (named,) = tables("program,schedule\nA,evening\n", blocks="internship")

    assert usual.block_hours is None
    assert named.block_hours is not None
    assert math.isnan(named.block_hours[0])


def test_an_odd_cell_is_told_at_its_own_column_and_counts_as_not_known() -> None:
    text = "program,schedule,weekly_hours,start_date\nA,evening,lots,spring\n"
    facts = read_facts(read_programs(text.encode()), read_criteria({"criteria": [PLANNED]}))

    assert [(doubt.row, doubt.column, doubt.found) for doubt in facts.doubts] == [
        (2, "weekly_hours", "lots"),
        (2, "start_date", "spring"),
    ]


def test_more_hours_than_a_week_has_are_impossible() -> None:
    with pytest.raises(BadPrograms) as caught:
        tables("program,schedule,weekly_hours\nA,evening,200\n")

    assert str(caught.value.faults[0]) == (
        'row 2, weekly_hours  "200"  a week has 168 hours. Correct it, or leave the cell blank if it is not known.'
    )


def test_distinct_combinations_are_read_once() -> None:
    rows = "".join(f"P{number},evening,{(number % 2 and 'online') or 'in person'}\n" for number in range(100))
    programs = read_programs(f"program,schedule,delivery\n{rows}".encode())

    fact = read_facts(programs, read_criteria({"criteria": [PLANNED]}))["schedule"]

    assert len(fact.timetables) == 2


@pytest.mark.parametrize(
    ("header", "cell", "said"),
    [
        ("months", "0", "0 months is odd: is it not reported?"),
        ("weeks", "0", "0 months is odd: is it not reported?"),
        ("months", "four semesters", "not understood. Write months, such as 9 months, or a range, such as 6-9 months."),
    ],
)
def test_an_odd_length_is_told_and_not_known(header: str, cell: str, said: str) -> None:
    text = f"program,schedule,{header}\nA,evening,{cell}\n"
    facts = read_facts(read_programs(text.encode()), read_criteria({"criteria": [PLANNED]}))

    assert [(doubt.column, doubt.problem) for doubt in facts.doubts] == [(header, said)]
    assert math.isnan(facts["schedule"].timetables[0].months[0])
