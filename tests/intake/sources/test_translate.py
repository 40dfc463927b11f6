"""A table of a source becomes one with our columns: which rows, which columns, and what is said of it."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from decision.intake.sources.columns import OURS
from tests.intake.sources.maps import HEAD, a_map, column, translated

SEVERAL = (
    "title: Charges\nrecognise: [UNITID, CIP1]\nunknown: {'.': suppressed}\nflags: {A: not applicable}\n"
    "several: {n: 3, none: {'CIP{n}': '-2'}}\n"
    "columns:\n"
    "  program: CIP{n}\n"
    "  school: UNITID\n"
    "  tuition:\n"
    "    - {from: 'TUI{n}', flag: 'X{n}'}\n"
    "    - {from: WHOLE, n: 1}\n"
    "  hours: {from: 'LEN{n}', unit: hours, when: {'MSR{n}': '1'}}\n"
    "  credits: {from: 'LEN{n}', unit: credits, when: {'MSR{n}': '2'}}\n"
)
CHARGES = (
    "UNITID,CIP1,X1,TUI1,WHOLE,LEN1,MSR1,CIP2,X2,TUI2,LEN2,MSR2,CIP3\n"
    "101,12.0401,A,.,9000,1500,1,51.0801,R,7500,24,2,-2\n"
    "102,-2     ,,,,,,-2,,,,,-2\n"
    "103,47.0604,R,8000,.,30,2,-2,,,,,51.3901\n"
)


def test_all_our_columns_stand_first_and_in_order(tmp_path: Path) -> None:
    programs = translated(tmp_path, a_map("total_cost: Price"), "Course,Price,Room\nHarbor,$90,B\n")

    assert programs.header == (*OURS, "Course", "Price", "Room")
    assert programs.cells(0)[-3:] == ["Harbor", "$90", "B"]


def test_the_row_of_the_source_stays_with_each_program(tmp_path: Path) -> None:
    programs = translated(tmp_path, a_map(), 'Course,Price\n"Har\nbor",1\n\nMill,2\n')

    assert programs.rows.tolist() == [2, 4]
    assert column(programs, "source_row") == ["2", "4"]


def test_a_column_of_ours_that_says_the_same_is_not_repeated(tmp_path: Path) -> None:
    programs = translated(tmp_path, a_map("fees: Fees"), "Course,Price,Fees\nHarbor,1,$5\nMill,2,\n")

    assert programs.header == (*OURS, "Course", "Price")
    assert column(programs, "fees") == ["$5", ""]


@pytest.mark.parametrize(
    ("line", "typed"),
    [
        pytest.param("fees: {from: Fees, zero: not stated}", ["$0", ""], id="one that was changed"),
        pytest.param("books: Fees", ["$0", ""], id="one that was never read as such"),
    ],
)
def test_a_column_that_says_something_else_is_kept_under_another_name(
    tmp_path: Path, line: str, typed: list[str]
) -> None:
    programs = translated(tmp_path, a_map(line), "Course,Price,Fees\nHarbor,1,$0\nMill,2,\n")

    assert programs.header == (*OURS, "Course", "Price", "source: Fees")
    assert column(programs, "source: Fees") == typed


def test_why_a_cell_is_blank_stands_beside_it(tmp_path: Path) -> None:
    lines = ("months: {from: Length, unknown: {'-1': not applicable (by competency)}}", "total_cost: Price")
    head = HEAD + "unknown: {PS: suppressed}\n"

    programs = translated(tmp_path, a_map(*lines, head=head), "Course,Price,Length\nHarbor,PS,-1\nMill,$5,9\nQuay,,\n")

    assert column(programs, "unknown_because") == [
        "months: not applicable (by competency); total_cost: suppressed",
        "",
        "",
    ]


def test_the_date_and_place_of_the_file_stand_where_a_row_has_none(tmp_path: Path) -> None:
    text = a_map("as_of: Day", head=HEAD + "as_of: 2021\nsource_url: https://example.org\n")

    programs = translated(tmp_path, text, "Course,Price,Day\nHarbor,1,2021-03-26\nMill,2,\n")

    assert column(programs, "as_of") == ["2021-03-26", "2021"]
    assert column(programs, "source_url") == ["https://example.org", "https://example.org"]


@pytest.mark.parametrize(
    ("table", "header"),
    [
        ("Course,Price,Done\nHarbor,1,80%\n", (*OURS, "completion_rate", "approved", "Course", "Price", "Done")),
        ("Course,Price\nHarbor,1\n", (*OURS, "approved", "Course", "Price")),
    ],
)
def test_a_further_column_is_there_when_the_table_has_what_it_is_read_from(
    tmp_path: Path, table: str, header: tuple[str, ...]
) -> None:
    text = a_map() + "also:\n  completion_rate: Done\n  approved: {always: yes}\n"

    assert translated(tmp_path, text, table).header == header


def test_a_row_with_several_programs_becomes_several(tmp_path: Path) -> None:
    programs = translated(tmp_path, SEVERAL, CHARGES)

    assert column(programs, "program") == ["12.0401", "51.0801", "47.0604", "51.3901"]
    assert column(programs, "school") == ["101", "101", "103", "103"]
    assert column(programs, "source_row") == ["2", "2", "4", "4"]
    assert programs.rows.tolist() == [2, 3, 4, 5]


def test_a_column_for_clock_or_credit_hours_is_told_apart(tmp_path: Path) -> None:
    programs = translated(tmp_path, SEVERAL, CHARGES)

    assert column(programs, "hours") == ["1500 hours", "", "", ""]
    assert column(programs, "credits") == ["", "24 credits", "30 credits", ""]


def test_the_price_of_the_first_program_may_stand_elsewhere(tmp_path: Path) -> None:
    programs = translated(tmp_path, SEVERAL, CHARGES)

    assert column(programs, "tuition") == ["9000", "7500", "8000", ""]


def test_a_table_with_room_for_fewer_programs_than_the_map_allows(tmp_path: Path) -> None:
    programs = translated(tmp_path, SEVERAL, "UNITID,CIP1,WHOLE\n101,12.0401,9000\n")

    assert column(programs, "program") == ["12.0401"]
    assert column(programs, "tuition") == ["9000"]


def test_a_row_without_a_program_is_counted_aloud(tmp_path: Path) -> None:
    programs = translated(tmp_path, SEVERAL, CHARGES)

    assert [str(note) for note in programs.notes] == [
        (
            "Read as Charges: 4 programs in 3 rows, 1 of them without a program; --source none reads it as it stands. "
            "A row here holds several programs: they are counted from row 2 on, and source_row is the file's row."
        )
    ]


def test_a_translation_is_said_aloud(tmp_path: Path) -> None:
    programs = translated(tmp_path, a_map(), "Course,Price\nHarbor,1\n")

    assert [str(note) for note in programs.notes] == ["Read as A list: 1 program; --source none reads it as it stands."]


def test_codes_that_no_map_names_are_counted_aloud(tmp_path: Path) -> None:
    text = a_map("months: {from: Length, codes: {'7': 6-12 months}}")

    programs = translated(tmp_path, text, "Course,Price,Length\nA,1,11\nB,2,7\nC,3,12\nD,4,11\n")

    assert [str(note) for note in programs.notes][1:] == [
        'months  codes that its map does not name are not understood: "11" (2), "12" (1).'
    ]
    assert column(programs, "unknown_because") == [
        "months: not understood (11)",
        "",
        "months: not understood (12)",
        "months: not understood (11)",
    ]


ROWS = st.lists(
    st.tuples(st.sampled_from(["Harbor", "Mill"]), st.sampled_from(["$0", "$90", "PS", ""])), min_size=1, max_size=6
)


@given(rows=ROWS, data=st.data())
def test_the_order_of_rows_never_matters(rows: list[tuple[str, str]], data: st.DataObject) -> None:
    order = data.draw(st.permutations(range(len(rows))))
    text = a_map("total_cost: {from: Price, zero: not stated}", head=HEAD + "unknown: {PS: suppressed}\n")

    def cells(of: list[tuple[str, str]]) -> list[list[str]]:
        table = "Course,Price\n" + "".join(f"{name},{price}\n" for name, price in of)
        with TemporaryDirectory() as folder:
            programs = translated(Path(folder), text, table)
        is_row = programs.header.index("source_row")
        return [
            [cell for at, cell in enumerate(programs.cells(program)) if at != is_row]
            for program in range(len(programs))
        ]

    assert cells([rows[at] for at in order]) == [cells(rows)[at] for at in order]
