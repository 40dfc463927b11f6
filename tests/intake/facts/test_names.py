from __future__ import annotations

import numpy as np
import pytest

from decision import decide
from decision.intake.facts.names import named, readable
from decision.intake.table.programs import read_programs
from decision.model import TextColumn

COST = {"criteria": [{"name": "cost", "column": "cost", "kind": "money", "worst": "$10,000", "best": "$0"}]}


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("Cut &amp; Sew", "Cut & Sew"),
        ('"Billing"', "Billing"),
        ("Winsor\\'s", "Winsor's"),
        ("  Middle  States ", "Middle States"),
        ("Harbor", "Harbor"),
        ("", ""),
    ],
)
def test_a_name_is_shown_as_a_person_would_write_it(typed: str, shown: str) -> None:
    assert list(readable(TextColumn(codes=np.array([0]), texts=[typed])).texts) == [shown]


def test_names_can_be_asked_for_many_at_once() -> None:
    names = readable(TextColumn(codes=np.array([0, 1]), texts=["Cut &amp; Sew", "Harbor"]))

    assert (len(names.texts), names.texts[:2]) == (2, ["Cut & Sew", "Harbor"])


def test_names_that_only_look_alike_are_told_apart_whatever_the_order_of_rows() -> None:
    rows = ["Cut & Sew,$900", "Cut &amp; Sew,$900", '"""Cut & Sew""",$900']
    tables = [("program,cost\n" + "\n".join(order)).encode() for order in (rows, rows[::-1])]

    ranked = [[line.partition(b",Cut")[0] for line in decide(table, COST).csv().splitlines()] for table in tables]

    assert ranked[0] == ranked[1]


SOURCED = "program,school,source_row\n"


@pytest.mark.parametrize(
    ("row", "name"),
    [
        ("Medical Coding,Harbor College,2", "Harbor College: Medical Coding"),
        ("Medical Coding,,2", "Medical Coding"),
        (",Harbor College,2", "Harbor College"),
        ("Harbor College - Coding,Harbor  College,2", "Harbor College - Coding"),
    ],
)
def test_in_a_table_of_a_public_source_the_school_stands_before_the_program(row: str, name: str) -> None:
    programs = read_programs((SOURCED + row + "\n").encode())

    names = named(programs, 0)

    assert [names.texts[code] for code in names.codes] == [name]


def test_in_a_table_of_the_users_own_the_name_is_as_typed() -> None:
    names = named(read_programs(b"program,school\nMedical Coding,Harbor College\n"), 0)

    assert list(names.texts) == ["Medical Coding"]


def test_two_schools_with_one_program_are_told_apart_by_name() -> None:
    table = SOURCED.replace("\n", ",cost\n") + "Coding,Harbor,2,$900\nCoding,Mill,3,$950\n"

    outcome = decide(table.encode(), COST).outcome

    assert [outcome.name(program) for program in range(2)] == ["Harbor: Coding", "Mill: Coding"]
    assert outcome.facts.notes == ()
