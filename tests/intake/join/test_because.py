"""Joined tables that say why cells are blank: the reasons travel with their columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from decision.intake.join.join import join
from decision.intake.sources.by_source import by_source
from decision.intake.table.programs import read_programs

if TYPE_CHECKING:
    from decision.model import Programs

OUTCOMES = (
    b"providerid,cipcode,PerEmployed2,NumCompleted2,AvgQuarterlyWage2\n1,510713,-99999,4,-99999\n2,510713,0.5,8,9000\n"
)


def wide(table: bytes) -> Programs:
    """A table with New Jersey's outcomes beside it."""
    return join(read_programs(table), by_source(read_programs(OUTCOMES)), on="providerid")


def test_reasons_of_both_tables_stand_in_one_column() -> None:
    programs = wide(b"program,providerid,months,unknown_because\nHarbor,1,,months: suppressed\nMill,2,9,\n")

    because = programs.columns[programs.header.index("unknown_because")]
    assert [because.texts[code] for code in because.codes] == [
        "months: suppressed; employment_rate: suppressed; quarterly_wage: suppressed",
        "",
    ]


def test_reasons_come_along_where_the_programs_have_none() -> None:
    programs = wide(b"program,providerid\nHarbor,1\nQuay,3\n")

    assert programs.header[-1] == "unknown_because"
    assert [programs.cells(program)[-1] for program in range(2)] == [
        "employment_rate: suppressed; quarterly_wage: suppressed",
        "",
    ]


def test_a_reason_keeps_to_the_column_whose_name_was_taken() -> None:
    programs = wide(b"program,providerid,employment_rate\nHarbor,1,\n")

    assert programs.cells(0)[-1] == "<bytes>: employment_rate: suppressed; quarterly_wage: suppressed"


def test_columns_of_ours_that_the_other_source_does_not_fill_stay_behind() -> None:
    programs = wide(b"program,providerid\nHarbor,1\n")

    assert [name for name in programs.header if name in ("tuition", "months", "exam")] == []
