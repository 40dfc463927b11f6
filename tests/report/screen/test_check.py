from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from decision.errors import Code, Fault
from decision.intake.facts.headers import columns_of
from decision.model import Criterion, Kind, Unknown
from decision.report.screen.check import check as check_read
from tests.report.golden import golden
from tests.report.views_fixture import (
    FOUR,
    SOME_FIT,
    Cell,
    criteria_of,
    outcome_of,
    program,
    text_column,
    unknown,
)

if TYPE_CHECKING:
    from decision.model import CriteriaSet, Facts, Programs

DOUBTS = (
    Fault(
        code=Code.SUSPECT,
        row=17,
        column="total_cost",
        found="$41,984,198",
        problem="10,000 times its parts ($4,198): a slip?",
    ),
    Fault(
        code=Code.NOT_UNDERSTOOD,
        row=22,
        column="schedule",
        found="evning",
        problem='not understood; nearest is "evening"',
    ),
)


def check(programs: Programs, criteria: CriteriaSet, facts: Facts, *, width: int = 80) -> str:
    """Draw the check of facts that were read from these programs."""
    read_from = {criterion.name: columns_of(programs.header, criterion) for criterion in criteria.criteria}
    return check_read(programs, criteria, replace(facts, read_from=read_from), width=width)


def programs_with(header: str) -> Programs:
    """The programs of the fixture with one more column and the counts."""
    extra = text_column(["", "x", "y", "z", "", "", "", ""])
    programs = SOME_FIT.programs
    columns = [*programs.columns, extra, extra]
    return replace(programs, header=(*programs.header, header, "exam_takers"), columns=columns)


def facts_with(doubts: tuple[Fault, ...]) -> Facts:
    return replace(SOME_FIT.facts, doubts=doubts, absent=("exam_passers", "tuition"))


@pytest.mark.parametrize("width", [80, 60])
def test_what_was_read_is_drawn_as_the_golden_file_shows(width: int) -> None:
    note = Fault(code=Code.SUSPECT, problem="Row 40 is a total and was set aside.")
    programs = replace(programs_with("town"), notes=(note,))

    drawn = check(programs, FOUR, facts_with(DOUBTS), width=width)

    assert drawn == golden(f"check_{width}")


def test_a_clean_table_needs_no_look() -> None:
    drawn = check(SOME_FIT.programs, FOUR, SOME_FIT.facts)

    assert drawn == golden("check_clean")


def test_a_criterion_without_any_column_is_named() -> None:
    programs = replace(SOME_FIT.programs, header=("program", "pass_rate", "total_cost", "schedule", "accredited"))

    drawn = check(programs, FOUR, SOME_FIT.facts)

    assert drawn.splitlines()[-1] == "No column for accreditation: not known in every row."


def test_many_doubts_are_counted_and_the_first_shown() -> None:
    doubts = tuple(replace(DOUBTS[1], row=row) for row in range(2, 30))

    drawn = check(SOME_FIT.programs, FOUR, replace(SOME_FIT.facts, doubts=doubts))

    assert drawn.splitlines()[-1] == "  and 8 more"
    assert "\n28 cells need a look\n" in drawn


@given(header=st.text(max_size=60), width=st.integers(40, 200))
def test_no_line_is_wider_than_the_terminal(header: str, width: int) -> None:
    drawn = check(programs_with(header), FOUR, facts_with(DOUBTS), width=width)

    assert all(character.isprintable() for character in drawn.replace("\n", ""))
    assert max(map(len, drawn.splitlines())) <= width


def test_a_reading_that_no_program_has_counts_for_nothing() -> None:
    cost = SOME_FIT.facts["cost"]
    shared_reading = replace(cost, codes=np.zeros_like(cost.codes))
    facts = replace(SOME_FIT.facts, by_criterion={**SOME_FIT.facts.by_criterion, "cost": shared_reading})

    drawn = check(SOME_FIT.programs, FOUR, facts)

    assert "  total_cost     money          8  $3,450\n" in drawn


def test_a_column_that_states_nothing_has_no_range() -> None:
    nothing = outcome_of(FOUR, [program("Fells", unknown(), unknown(Unknown.BLANK), unknown(), "")])

    drawn = check(nothing.programs, FOUR, nothing.facts)

    assert drawn == golden("check_nothing_stated")


def test_a_range_of_months_says_its_unit_once() -> None:
    length = Criterion(name="length", kind=Kind.DURATION, column="months")
    cells = [Cell(text="4 weeks", low=0.92, high=0.92), Cell(text="11 weeks", low=2.53, high=2.53)]
    read = outcome_of(criteria_of(length), [(f"Bay {number}", {"length": cell}) for number, cell in enumerate(cells)])

    drawn = check(read.programs, read.criteria, read.facts)

    assert "  months   duration       2  0.9 to 2.5 months\n" in drawn
