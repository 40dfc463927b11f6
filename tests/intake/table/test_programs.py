from __future__ import annotations

import csv
import hashlib
from typing import TYPE_CHECKING

import pytest

from decision.errors import BadOptions, BadPrograms
from decision.intake.table import programs as front
from decision.intake.table.programs import read_programs
from decision.intake.table.settle import OWN_HEADERS

if TYPE_CHECKING:
    from decision.model import Programs


def _cells(programs: Programs) -> list[list[str]]:
    return [programs.cells(number) for number in range(len(programs))]


def _faults(data: bytes) -> list[str]:
    with pytest.raises(BadPrograms) as caught:
        read_programs(data)
    return [str(fault) for fault in caught.value.faults]


def _notes(programs: Programs) -> list[str]:
    return [str(note) for note in programs.notes]


def test_cells_come_back_as_typed() -> None:
    programs = read_programs(b'program, cost \n" Harbor, ""day"" ", $3450 \n02134,1E5\nNA,null\n')

    assert programs.header == ("program", "cost")
    assert _cells(programs) == [[' Harbor, "day" ', " $3450 "], ["02134", "1E5"], ["NA", "null"]]


def test_the_bytes_have_a_digest_and_the_file_its_name() -> None:
    data = b"program\nHarbor\n"

    programs = read_programs(data)

    assert (programs.digest, programs.file) == (hashlib.sha256(data).hexdigest(), "<bytes>")


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_rows_are_numbered_as_a_spreadsheet_shows_them(line_end: str) -> None:
    lines = ["My list", "", "program,cost", '"A', 'A",1', "", "B,2", ",", "Total,3", ""]

    programs = read_programs(line_end.join(lines).encode())

    assert programs.rows.tolist() == [4, 6]
    assert (programs.header_row, programs.set_aside) == (3, (8,))
    assert _notes(programs) == [
        "row 1  row 1 stands above the header and was skipped.",
        "row 7  row 7 holds no text and was skipped.",
        "row 8  row 8 is a total, not a program, and was set aside.",
    ]


def test_a_line_that_names_the_separator_is_no_row() -> None:
    programs = read_programs(b"sep=;\r\nprogram;cost\r\nA;1\r\n")

    assert (programs.rows.tolist(), programs.separator, programs.lines) == ([2], ";", None)


@pytest.mark.parametrize("word", ["Total", "totals:", "GRAND TOTAL", "Subtotal", "Sum", "average", "Mean :"])
def test_totals_at_the_end_are_set_aside_and_said(word: str) -> None:
    programs = read_programs(f"id,program,cost\n1,A,1\n2,B,2\n,{word},3\n".encode())

    assert (_cells(programs), programs.set_aside) == ([["1", "A", "1"], ["2", "B", "2"]], (4,))


def test_a_total_among_programs_is_a_program() -> None:
    programs = read_programs(b"program,cost\nTotal,1\nB,2\n")

    assert (_cells(programs), programs.notes) == ([["Total", "1"], ["B", "2"]], ())


def test_texts_of_rows_set_aside_are_in_no_column() -> None:
    programs = read_programs(b"program,cost\nA,1\nTotal,1\n")

    assert [list(column.texts) for column in programs.columns] == [["A"], ["1"]]


def test_several_rows_above_the_header_are_said_together() -> None:
    programs = read_programs(b"My list,,\nMade in May,,\n,,\nprogram,cost,when\nA,1,day\nB,2,day\n")

    assert (_notes(programs), programs.rows.tolist()) == (
        ["row 1  rows 1, 2 stand above the header and were skipped."],
        [5, 6],
    )


def test_a_stated_header_row_is_the_header() -> None:
    programs = read_programs(b"x,y\n1,2\nprogram,cost\nA,1\n", header_row=3)

    assert (programs.header, _notes(programs)) == (
        ("program", "cost"),
        ["row 1  rows 1, 2 stand above the header and were skipped."],
    )


def test_a_stated_header_row_that_is_blank_is_a_fault() -> None:
    with pytest.raises(BadPrograms) as caught:
        read_programs(b"program\n\nA\n", header_row=2)

    assert str(caught.value) == (
        "<bytes>: 1 fault.\n  row 2  the header was said to be here, and this row is blank or lies "
        "beyond the first rows of "
        "the file."
    )


def test_header_rows_are_counted_from_one() -> None:
    with pytest.raises(BadOptions) as caught:
        read_programs(b"program\nA\n", header_row=-1)

    assert str(caught.value) == '1 fault.\n  header_row  "-1"  rows are counted from 1.'


def test_an_extra_empty_cell_on_every_row_is_left_out_and_said() -> None:
    programs = read_programs(b'program,cost\nA,1,\nB,2,""\n')

    assert _cells(programs) == [["A", "1"], ["B", "2"]]
    assert _notes(programs) == [
        "every row ends with one more cell than the header has, and it is always empty; it was left out."
    ]
    assert programs.lines is not None
    assert [programs.lines.typed(0), programs.lines.typed(1)] == [b"A,1", b"B,2"]


def test_an_empty_cell_at_the_end_of_the_header_alone_is_left_out_and_said() -> None:
    programs = read_programs(b"program,cost,\nA,1\nB,2\n")

    assert (programs.header, _notes(programs)) == (
        ("program", "cost"),
        ["row 1  the header ends with an empty cell that no row has; it was left out."],
    )


def test_a_blank_name_over_cells_gets_a_number_and_over_none_stays() -> None:
    programs = read_programs(b"program,,cost,\nA,x,1,\nB,,2,\n")

    assert programs.header == ("program", "column 2", "cost", "")
    assert _notes(programs) == ['row 1, column 2  this column has no name; it is called "column 2".']


def test_repeated_names_are_both_kept() -> None:
    programs = read_programs(b"program,cost,cost\nA,1,2\nB,3,4\n")

    assert (programs.header, _cells(programs)) == (
        ("program", "cost", "cost"),
        [["A", "1", "2"], ["B", "3", "4"]],
    )


def test_one_column_is_a_table() -> None:
    assert _cells(read_programs(b"program\nHarbor\n\nLinden\n")) == [["Harbor"], ["Linden"]]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (
            b"program,cost\nA,2,900\nB,1\nC\n",
            [
                'row 2  3 cells; the header has 2. An amount with a comma needs quotes: "2,900".',
                (
                    "row 4  1 cell; the header has 2. A note or another table does not belong under the programs: "
                    "take it out."
                ),
            ],
        ),
        (
            b"program,cost,when\nA,1,day\nB,1\nC,Lynn, MA,day\nD,1,day,\n",
            [
                (
                    "row 3  2 cells; the header has 3. A separator is missing, or this row is not a program: mend "
                    "it or take it "
                    "out."
                ),
                'row 4  4 cells; the header has 3. A cell that holds the separator needs quotes: "Providence, RI".',
                "row 5  4 cells; the header has 3. Take the extra empty cells off its end.",
            ],
        ),
        (
            b"program,cost\nA,1,\nB,2\n",
            ["row 2  3 cells; the header has 2. Take the extra empty cells off its end."],
        ),
        (
            b"program,cost\nA,1\n\nprogram,cost\nB,2\n",
            ["row 4  the header of row 1 stands here again. Take this row out; a second table needs its own file."],
        ),
        (
            b"program,cost,weeks\n,$,wk\nA,1,2\nB,3,4\n",
            [
                (
                    'row 2  "$"  this row looks like a second header row: words over columns of numbers. Take it '
                    "out, and put "
                    "what it says into the names in row 1."
                )
            ],
        ),
        (
            b"Harbor,$3,8\nLinden,$4,9\n",
            [
                (
                    'row 1  "Harbor"  this row looks like a program, not like a header. Add a first row with the '
                    "names of the "
                    "columns, or say which row is the header."
                )
            ],
        ),
        (
            b"program;cost\nA,1\nB,2\n",
            [
                (
                    "row 1  semicolons part the cells of this row, commas those of the rows below. Use one sign in "
                    "the whole file."
                )
            ],
        ),
        (b"program,cost\n", ["row 1  there is a header and no program under it. One row for each program is wanted."]),
        (
            b"program,cost\n,\n",
            ["row 1  there is a header and no program under it. One row for each program is wanted."],
        ),
        (b",\n,\n", ["every row is blank. A header and programs are wanted."]),
        (
            b"program,cost\nA,\x001\nB\x1b[2J,2\n",
            [
                'row 2, cost  "\\x001"  a character that cannot be seen or printed stands in this cell. Take it out.',
                (
                    'row 3, program  "B\\x1b[2J"  a character that cannot be seen or printed stands in this cell. '
                    "Take it out."
                ),
            ],
        ),
        (
            b'program,cost\nA,1\n"B,2\nC,3\n',
            [
                (
                    "row 3  a quotation mark opens a cell here and is not closed where the cell should end. Close it; "
                    'a quotation mark that belongs to the text is doubled: "3/4"" pipe".'
                )
            ],
        ),
        (
            b'program,cost\n"A"a,1\nB,2,3\n"C" ,1\n',
            [
                (
                    "row 2  text follows a closing quotation mark. A quotation mark that belongs to the text is "
                    "doubled, and "
                    'the cell stands in quotes: "3/4"" pipe".'
                ),
                'row 3  3 cells; the header has 2. A cell that holds the separator needs quotes: "Providence, RI".',
                (
                    "row 4  text follows a closing quotation mark. A quotation mark that belongs to the text is "
                    "doubled, and "
                    'the cell stands in quotes: "3/4"" pipe".'
                ),
            ],
        ),
        (
            b'program,cost\nA 5" pipe,1\n"B 5"" pipe",2\nC "c",3\n',
            [
                (
                    'row 2  "A 5" pipe"  a quotation mark stands alone in this cell. If it belongs to the text, put '
                    "the cell in "
                    'quotes and double the mark: "3/4"" pipe".'
                )
            ],
        ),
        (
            b'pro"gram,cost\nA,1\n',
            [
                (
                    'row 1  "pro"gram"  a quotation mark stands alone in this cell. If it belongs to the text, put '
                    "the cell in "
                    'quotes and double the mark: "3/4"" pipe".'
                )
            ],
        ),
        (
            b'"a"b,cost\nA,1\n',
            [
                (
                    "row 1  text follows a closing quotation mark. A quotation mark that belongs to the text is "
                    "doubled, and "
                    'the cell stands in quotes: "3/4"" pipe".'
                )
            ],
        ),
        (
            b"program,cost\n" + b"x" * 1_100_000 + b",1\n",
            ["row 2  a cell of more than 1 MB. A cell holds a fact, not a document."],
        ),
        (
            b"c," * 16_384 + b"c\n" + b"1," * 16_384 + b"1\n",
            ["row 1  the header has 16,385 cells; at most 16,384 columns are read."],
        ),
    ],
)
def test_a_shape_in_doubt_is_a_fault_with_its_row(data: bytes, said: list[str]) -> None:
    assert _faults(data) == said


def test_more_faults_than_anyone_mends_are_counted() -> None:
    said = _faults(b"program,cost\nA,1\n" + b"B,2,3\n" * 1500)

    assert len(said) == 301
    assert said[299:] == [
        'row 302  3 cells; the header has 2. A cell that holds the separator needs quotes: "Providence, RI".',
        "1,200 more rows have a wrong number of cells.",
    ]


def test_a_cell_of_a_million_letters_and_16384_columns_are_read() -> None:
    long = read_programs(b"program\n" + b"x" * 1_000_000 + b"\n")
    wide = read_programs(b"c," * 16_383 + b"d\n" + b"x," * 16_383 + b"x\n")

    assert (len(long.cell(0, 0)), len(wide.header)) == (1_000_000, 16_384)


def test_the_limit_on_cells_is_put_back() -> None:
    before = csv.field_size_limit()

    read_programs(b"program\nA\n")

    assert csv.field_size_limit() == before


def test_headers_that_are_years_are_headers() -> None:
    assert read_programs(b"2023,2024\n5,6\n7,8\n").header == ("2023", "2024")


def test_spaces_after_commas_are_left_out_and_said() -> None:
    programs = read_programs(b'program, cost\n"A, Inc.", "1,500"\nB, 2\n')

    assert (_cells(programs), _notes(programs), programs.lines) == (
        [["A, Inc.", "1,500"], ["B", "2"]],
        ["a space follows each separator; these spaces were left out of the cells."],
        None,
    )


def test_lines_are_the_users_own_bytes() -> None:
    data = '\ufeffprogram,city\r\n"Café, A","San\r\nJosé"\r\n\r\nB , "x" y \r\nC,'.encode()

    programs = read_programs(data)

    assert programs.lines is not None
    assert [programs.lines.typed(number).decode() for number in range(3)] == [
        '"Café, A","San\r\nJosé"',
        'B , "x" y ',
        "C,",
    ]


def test_our_own_output_gives_the_users_columns_alone() -> None:
    own = ",".join(OWN_HEADERS)
    data = f'{own},program,cost,points: cost\n1,fits,yes,7,8,"good, ""best""",,"A, Inc.",1,7\n,out,,,,no,,B,2,\n'

    programs = read_programs(data.encode())

    assert (programs.is_own_output, programs.header) == (True, ("program", "cost"))
    assert _cells(programs) == [["A, Inc.", "1"], ["B", "2"]]
    assert programs.lines is not None
    assert [programs.lines.typed(0), programs.lines.typed(1)] == [b'"A, Inc.",1', b"B,2"]


def test_a_column_called_status_is_the_users() -> None:
    programs = read_programs(b"rank,status,program\n1,open,A\n2,open,B\n")

    assert (programs.is_own_output, programs.header) == (False, ("rank", "status", "program"))


def test_a_list_is_no_table() -> None:
    with pytest.raises(TypeError, match=r"^the programs are a path, bytes or a DataFrame, not list$"):
        front.read_programs([])  # type: ignore[arg-type]
