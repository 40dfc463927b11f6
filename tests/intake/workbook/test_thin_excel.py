"""Whatever is left out of a sheet, what is seen of the rest is what would be seen of all."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from decision.intake.workbook.look_excel import look_at_excel
from decision.intake.workbook.thin_excel import thinned
from tests.spreadsheets import MAIN

WORKBOOK = f'<workbook xmlns="{MAIN}" xmlns:r="r"><sheets><sheet name="A" r:id="k"/></sheets></workbook>'.encode()
KEYS = b'<Relationships><Relationship Id="k" Target="worksheets/sheet1.xml"/></Relationships>'
STYLES = b'<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="9"/><xf numFmtId="44"/></cellXfs></styleSheet>'


def looked_at(sheet: str) -> dict[str, Any]:
    """What is seen of a sheet, as plain values."""
    parts = {
        "xl/workbook.xml": WORKBOOK,
        "xl/_rels/workbook.xml.rels": KEYS,
        "xl/styles.xml": STYLES,
        "xl/worksheets/sheet1.xml": sheet.encode(),
    }
    return dataclasses.asdict(look_at_excel(parts, file="a.xlsx")["A"])


CONTENTS = st.sampled_from(
    [
        "<v>3450</v>",
        "<v></v>",
        "<v/>",
        "<f>1+1</f><v>2</v>",
        "<f>A1&amp;B1</f>",
        "<f>1+1</f><v/>",
        '<f t="shared" si="0"/><v>4</v>',
        "<is><t>evening</t></is>",
        "<is><t>&lt;f&gt;</t></is>",
        "",
    ]
)
KINDS = st.sampled_from(["", ' t="n"', ' t="e"', ' t="str"', ' t="inlineStr"', ' t="b"', " t='e'"])
STYLED = st.sampled_from(["", ' s="0"', ' s="1"', ' s="2"', ' s="9"'])


@st.composite
def sheets(draw: st.DrawFn) -> str:
    """A sheet as some program might write it."""
    rows = []
    for row in sorted(draw(st.sets(st.integers(1, 40), max_size=4))):
        letters = draw(st.lists(st.sampled_from(["A", "B", "Z", "AA", "ABC"]), unique=True, max_size=4))
        cells = "".join(
            f'<c r="{column}{row}"{draw(STYLED)}{draw(KINDS)}>{draw(CONTENTS)}</c>'
            for column in sorted(letters, key=lambda text: (len(text), text))
        )
        blank = f'<c r="XFD{row}" s="1"/>' if draw(st.booleans()) else ""
        about = draw(st.sampled_from(["", ' hidden="1"', ' spans="1:2" hidden="0"']))
        rows.append(f'<row r="{row}"{about}>{cells}{blank}</row>')
    merged = draw(st.sampled_from(["", '<mergeCells><mergeCell ref="A1:B2"/></mergeCells>']))
    return f'<worksheet xmlns="{MAIN}"><sheetData>{"".join(rows)}</sheetData>{merged}</worksheet>'


@given(sheet=sheets())
def test_what_is_seen_of_the_odd_cells_is_what_is_seen_of_all(sheet: str) -> None:
    as_a_whole = sheet.replace("<sheetData>", "<!-- read it whole --><sheetData>")

    thin, whole = looked_at(sheet), looked_at(as_a_whole)

    assert {**thin, "height": 0, "width": 0} == {**whole, "height": 0, "width": 0}
    assert thin["height"] >= whole["height"]
    assert thin["width"] >= whole["width"]


def test_plain_cells_are_left_out() -> None:
    rows = "".join(f'<row r="{row}"><c r="A{row}"><v>{row}</v></c></row>' for row in range(1, 1000))

    assert thinned(rows.encode(), ()) == b'<x><c r="A999"><v/></c></x>'


@pytest.mark.parametrize(
    "row",
    [
        '<x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c></x:row>',
        '<row r="1"><c><v>1</v></c></row>',
        "<row r='1'><c r='A1'><v>1</v></c></row>",
        '<row r="1"><c s="1" r="A1"><v>1</v></c></row>',
        '<row r="1"><c r="a1"><v>1</v></c></row>',
        '<row r="1"><c\nr="A1"><v>1</v></c></row>',
        '<row r="1"><!-- <c r="A1" --><c r="A1"><v>1</v></c></row>',
        '<row r="1"><c r="A1" t="inlineStr"><is><t><![CDATA[</c>]]></t></is></c></row>',
        '<row r="1"><c r="A1"><v>1</v></c><y:c r="B1"><v>1</v></y:c></row>',
    ],
)
def test_a_sheet_written_in_another_way_is_given_back_whole(row: str) -> None:
    assert thinned(row.encode(), ()) == row.encode()


def test_a_sheet_in_utf_16_is_given_back_whole() -> None:
    sheet = '<?xml version="1.0" encoding="UTF-16"?><worksheet/>'.encode("utf-16")

    assert thinned(sheet, ()) == sheet


def test_a_cell_with_a_sign_is_kept() -> None:
    row = b'<row r="2"><c r="B2"><v>1</v></c><c r="C2" s="1"><v>0.5</v></c></row>'

    assert thinned(row, {b"1"}) == b'<x><c r="C2" s="1"><v>0.5</v></c><c r="C2"><v/></c></x>'
