from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from decision.errors import CannotWrite
from decision.report.sheets.sheet import Shape, Sheet, column_of
from decision.report.sheets.xlsx import LONGEST_CELL, MOST_COLUMNS, MOST_ROWS, xlsx

if TYPE_CHECKING:
    from openpyxl.workbook.workbook import Workbook

LIVE = ["=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=1", "＝1+1", '=HYPERLINK("http://x.y","z")', "=cmd|'/c calc'!A1", " =1"]
LINKS = ["http://x.y", "mailto:a@b.c", "internal:Sheet2!A1", "external:c:\\temp\\a.xlsx", "ftp://x.y"]


def one_column(cells: list[str | int | float | None], shape: Shape = Shape.PLAIN) -> bytes:
    return xlsx([Sheet(name="A", columns=[column_of("x", cells, shape)])])


def opened(data: bytes) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(data))


def parts(data: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


@pytest.mark.parametrize("text", [*LIVE, *LINKS])
def test_text_is_never_run(text: str) -> None:
    data = one_column([text])

    cell = opened(data)["A"]["A2"]
    assert (cell.value, cell.data_type, cell.hyperlink) == (text, "s", None)
    assert re.findall("<f>|<hyperlink|<oleObject|externalReference", "".join(parts(data).values())) == []


@pytest.mark.parametrize("text", LIVE)
def test_what_would_run_once_edited_is_marked_as_text(text: str) -> None:
    assert opened(one_column([text]))["A"]["A2"].quotePrefix


@pytest.mark.parametrize("text", ["evening", "-5", "$3,450", "a=b"])
def test_plain_text_carries_no_mark(text: str) -> None:
    assert not opened(one_column([text]))["A"]["A2"].quotePrefix


def test_a_header_is_text_too() -> None:
    data = xlsx([Sheet(name="A", columns=[column_of("=1+1", ["a"])])])

    assert "<f>" not in parts(data)["xl/worksheets/sheet1.xml"]


def test_numbers_are_numbers_and_nothing_is_nothing() -> None:
    sheet = opened(one_column([3, 0.5, None, "", "7"]))["A"]

    assert [sheet.cell(row, 1).value for row in range(2, 7)] == [3, 0.5, None, None, "7"]


def test_a_status_is_coloured_and_worded() -> None:
    sheet = opened(one_column(["fits", "ask", "out"], Shape.STATUS))["A"]

    shown = [(sheet.cell(row, 1).value, sheet.cell(row, 1).fill.fgColor.rgb) for row in range(2, 5)]
    assert shown == [("fits", "FFC6EFCE"), ("ask", "FFFFEB9C"), ("out", "FFE4E4E4")]


def test_points_are_shown_with_one_decimal() -> None:
    cell = opened(one_column([67.3438], Shape.POINTS))["A"]["A2"]

    assert (cell.value, cell.number_format) == (67.3438, "0.0")


def test_the_header_stays_in_sight_and_filters() -> None:
    sheet = opened(one_column(["a", "b"]))["A"]

    assert (sheet.freeze_panes, sheet.auto_filter.ref, sheet.print_title_rows) == ("A2", "A1:A3", "$1:$1")
    assert sheet["A1"].font.bold


@pytest.mark.parametrize(
    ("cell", "shape", "width"),
    [("a", Shape.PLAIN, 8), ("x" * 20, Shape.PLAIN, 22), ("x" * 500, Shape.PLAIN, 40), ("x" * 500, Shape.LONG, 70)],
)
def test_columns_are_as_wide_as_their_cells_within_bounds(cell: str, shape: Shape, width: int) -> None:
    assert round(opened(one_column([cell], shape))["A"].column_dimensions["A"].width) == width + 1


def test_a_sheet_without_rows_has_its_header() -> None:
    assert [cell.value for cell in opened(one_column([]))["A"][1]] == ["x"]


def test_half_of_a_surrogate_pair_becomes_a_question_mark() -> None:
    assert opened(one_column(["a\ud800b"]))["A"]["A2"].value == "a?b"


TEXT = st.text(st.characters(codec="utf-8", exclude_characters="\r"), min_size=1, max_size=20)


@given(cells=st.lists(TEXT, max_size=5))
def test_the_same_cells_give_the_same_bytes(cells: list[str]) -> None:
    assert one_column([*cells]) == one_column([*cells])


def test_no_time_of_day_is_in_the_file() -> None:
    data = one_column(["a"])

    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert re.findall(r">(\d{4}-[^<]+)</dcterms", parts(data)["docProps/core.xml"]) == ["1980-01-01T00:00:00Z"] * 2


@pytest.mark.parametrize(
    ("sheet", "said"),
    [
        (
            Sheet(name="A", columns=[column_of("x", ["a" * (LONGEST_CELL + 1)])]),
            (
                "An Excel workbook holds at most 32,767 characters in a cell; here are 32,768. Name a file that ends "
                "in .csv."
            ),
        ),
        (
            Sheet(name="A", columns=[column_of("x", [None] * MOST_ROWS)]),
            "An Excel workbook holds at most 1,048,576 rows; here are 1,048,577. Name a file that ends in .csv.",
        ),
        (
            Sheet(name="A", columns=[column_of("x", [])] * (MOST_COLUMNS + 1)),
            "An Excel workbook holds at most 16,384 columns; here are 16,385. Name a file that ends in .csv.",
        ),
    ],
)
def test_what_a_workbook_cannot_hold_is_never_cut_off(sheet: Sheet, said: str) -> None:
    with pytest.raises(CannotWrite) as caught:
        xlsx([sheet])

    assert str(caught.value) == said


def test_the_longest_cell_is_written_whole() -> None:
    assert opened(one_column(["a" * LONGEST_CELL]))["A"]["A2"].value == "a" * LONGEST_CELL
