"""Which column a header means, and which one names the programs."""

from __future__ import annotations

import pytest

from decision import decide, read_criteria, read_programs
from decision.errors import BadPrograms
from decision.intake.facts.headers import find_header, name_column

COST = {
    "criteria": [
        {"name": "cost", "kind": "money", "column": "total_cost", "must": {"at_most": "6000"}},
        {"name": "length", "kind": "duration", "column": "months", "must": {"at_most": "12"}},
    ]
}


@pytest.mark.parametrize("header", ["total_cost", "Total Cost", "TOTAL-COST", "total  cost"])
def test_case_and_the_mark_between_words_do_not_matter(header: str) -> None:
    assert find_header(["program", header], "total_cost") == 1


def test_a_header_to_the_letter_goes_first() -> None:
    assert find_header(["Total Cost", "total_cost"], "total_cost") == 1


@pytest.mark.parametrize(
    ("header", "named"),
    [
        ("name,program,total_cost,months", 1),
        ("id,Program Name,total_cost,months", 1),
        ("id,name,total_cost,months", 1),
        ("total_cost,title,months", 1),
        ("total_cost,months", 0),
    ],
)
def test_the_first_of_the_known_names_names_the_programs(header: str, named: int) -> None:
    programs = read_programs(f"{header}\n{','.join(['x'] * len(header.split(',')))}\n".encode())

    assert name_column(programs, read_criteria(COST)) == named


def test_a_missing_column_is_told_with_the_nearest_header() -> None:
    with pytest.raises(BadPrograms) as raised:
        decide(b"program,totl_cost,months\nA,1,2\n", COST)

    assert str(raised.value) == (
        '<bytes>: 1 fault.\n  total_cost  no such column, and no other way to read "cost". The nearest header is '
        '"totl_cost". Rename a header, name the column with --set "cost.column=...", or use --allow-missing to read it '
        "as not known."
    )


def test_allow_missing_reads_it_as_unknown_in_every_row() -> None:
    programs = decide(b"program,months\nA,2\n", COST, allow_missing=True).to_dict()["programs"]

    assert programs[0]["status"] == "ask"  # type: ignore[index]
    assert programs[0]["ask"] == ["cost"]  # type: ignore[index]


def test_a_needed_header_that_stands_twice_is_a_fault() -> None:
    with pytest.raises(BadPrograms) as raised:
        decide(b"program,months,total_cost,months\nA,1,2,3\n", COST)

    assert str(raised.value) == (
        "<bytes>: 1 fault.\n  row 1, months  this header stands 2 times. Rename all but the one to be used."
    )


def test_a_header_that_nobody_needs_may_stand_twice() -> None:
    decision = decide(b"program,months,total_cost,x,x\nA,1,2,3,4\n", COST)

    assert decision.csv().decode().splitlines()[0].endswith("program,months,total_cost,x,x")
