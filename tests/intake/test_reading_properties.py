"""Any table, written in any of the usual ways, comes back cell for cell, row for row, byte for byte."""

from __future__ import annotations

import codecs
import csv
import io
from typing import TYPE_CHECKING

from hypothesis import assume, example, given
from hypothesis import strategies as st

from decision.errors import BadInput
from decision.intake.table.programs import read_programs

if TYPE_CHECKING:
    from decision.model import Programs

_LETTERS = st.characters(codec="utf-8", exclude_categories=("Cs", "Cc"), include_characters="\t\n\r")
_CELLS = st.one_of(
    st.text(_LETTERS, max_size=12), st.sampled_from(['"', '3/4" pipe', "$2,900", "a;b", "a\r\nb", " x "])
)
_MARKS = {"utf-8": b"", "utf-8-sig": b"", "utf-16-le": codecs.BOM_UTF16_LE, "utf-16-be": codecs.BOM_UTF16_BE}


@st.composite
def _tables(draw: st.DrawFn) -> list[list[str]]:
    """Rows of equal length; the first column has a unique word, so that no row is blank, a total or a header again."""
    width = draw(st.integers(1, 5))
    rows = draw(st.lists(st.lists(_CELLS, min_size=width, max_size=width), min_size=1, max_size=8))
    return [[f"P{number} {row[0]}", *row[1:]] for number, row in enumerate(rows)]


def _written(rows: list[list[str]], separator: str, line_end: str) -> str:
    target = io.StringIO()
    csv.writer(target, delimiter=separator, lineterminator=line_end, quoting=csv.QUOTE_ALL).writerows(rows)
    return target.getvalue()


def _cells(programs: Programs) -> list[list[str]]:
    return [programs.cells(number) for number in range(len(programs))]


def _header(width: int) -> list[str]:
    return [f"name {number}" for number in range(width)]


@given(
    rows=_tables(),
    separator=st.sampled_from([",", ";", "\t", "|"]),
    line_end=st.sampled_from(["\n", "\r\n", "\r"]),
    encoding=st.sampled_from(list(_MARKS)),
)
@example(rows=[["P0 ", '\r", "', "\n"]], separator=",", line_end="\r", encoding="utf-8-sig")
def test_any_table_comes_back_cell_for_cell(
    rows: list[list[str]], separator: str, line_end: str, encoding: str
) -> None:
    header = _header(len(rows[0]))
    data = _MARKS[encoding] + _written([header, *rows], separator, line_end).encode(encoding)

    programs = read_programs(data, separator=separator)

    assert programs.header == tuple(header)
    assert _cells(programs) == rows


@given(rows=_tables(), separator=st.sampled_from([",", ";", "\t", "|"]))
def test_the_separator_is_found_in_any_well_quoted_table_of_many_columns(rows: list[list[str]], separator: str) -> None:
    assume(len(rows[0]) > 1)
    data = _written([_header(len(rows[0])), *rows], separator, "\n").encode()

    programs = read_programs(data)

    assert (programs.separator, _cells(programs)) == (separator, rows)


@given(rows=_tables(), blanks=st.lists(st.integers(0, 3), min_size=9, max_size=9), titles=st.integers(0, 3))
def test_rows_have_the_numbers_a_spreadsheet_shows(rows: list[list[str]], blanks: list[int], titles: int) -> None:
    wide = [[*row, "last"] for row in rows]
    records = [["A title"]] * titles + [_header(len(wide[0]))]
    wanted = []
    for row, blank in zip(wide, blanks, strict=False):
        records += [[]] * blank + [row]
        wanted.append(len(records))
    text = "".join("\n" if not record else _written([record], ",", "\n") for record in records)

    programs = read_programs(text.encode(), header_row=titles + 1)

    assert programs.rows.tolist() == wanted
    assert programs.header_row == titles + 1


@given(
    rows=_tables(),
    line_end=st.sampled_from(["\n", "\r\n", "\r"]),
    mark=st.sampled_from([b"", codecs.BOM_UTF8]),
    extra=st.sampled_from(["", ",", ',""']),
    has_last_line_end=st.booleans(),
)
def test_lines_are_the_bytes_as_written(
    rows: list[list[str]], line_end: str, mark: bytes, extra: str, has_last_line_end: bool
) -> None:
    lines = [_written([row], ",", "") for row in rows]
    text = line_end.join([_written([_header(len(rows[0]))], ",", ""), *(line + extra for line in lines)])
    data = mark + (text + line_end * has_last_line_end).encode()

    programs = read_programs(data, separator=",")

    assert programs.lines is not None
    assert [programs.lines.typed(number).decode() for number in range(len(programs))] == lines


@given(data=st.one_of(st.binary(max_size=300), st.text(max_size=200).map(str.encode)))
@example(data=b"\r")
@example(data=b"sep=;\r\n")
@example(data=b"\xff\xfe")
@example(data=b"\x00\x00")
def test_any_bytes_give_rows_or_named_faults(data: bytes) -> None:
    assert _accounted(data)


def _accounted(data: bytes) -> bool:
    """Say whether all rows are accounted for, or a fault says why not."""
    try:
        programs = read_programs(data)
    except BadInput as error:
        return len(error.faults) > 0
    return len(set(programs.rows.tolist())) == len(programs) > 0


@given(rows=_tables(), at=st.integers(0, 7), cut=st.booleans())
def test_a_row_of_another_width_is_always_a_fault(rows: list[list[str]], at: int, cut: bool) -> None:
    wide = [[*row, "last"] for row in rows]
    odd = at % len(wide)
    wide[odd] = wide[odd][:-1] if cut else [*wide[odd], "more"]
    data = _written([_header(len(rows[0]) + 1), *wide], ",", "\n").encode()

    assert _faulty_rows(data) == [odd + 2]


def _faulty_rows(data: bytes) -> list[int | None]:
    try:
        read_programs(data, separator=",", header_row=1)
    except BadInput as error:
        return [fault.row for fault in error.faults]
    return []
