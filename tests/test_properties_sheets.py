"""A spreadsheet is one more way to write a table: it decides nothing, and no damage to it breaks anything."""

from __future__ import annotations

import contextlib
import io
import zipfile
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from decision import decide
from decision.errors import BadInput
from decision.intake.table.programs import read_programs
from decision.intake.workbook.read import column_letters
from tests.spreadsheets import excel, open_of_xml, open_table
from tests.strategies import Problem, problems

if TYPE_CHECKING:
    from collections.abc import Mapping


def rows_of(problem: Problem) -> list[list[str]]:
    """The table with its header, as a spreadsheet takes it."""
    return [list(problem.header), *map(list, problem.rows)]


def result(data: bytes, problem: Problem) -> Mapping[str, object]:
    """Everything that is decided, but for how the file was read."""
    found = dict(decide(data, problem.criteria, allow_missing=True).to_dict())
    del found["settings"]
    return found


@given(problem=problems())
def test_a_table_in_an_excel_workbook_is_decided_like_its_csv(problem: Problem) -> None:
    assert result(excel({"Programs": rows_of(problem)}), problem) == result(problem.data, problem)


@given(problem=problems())
def test_a_table_in_a_libreoffice_spreadsheet_is_decided_like_its_csv(problem: Problem) -> None:
    data = open_of_xml(open_table("Programs", rows_of(problem)))

    assert result(data, problem) == result(problem.data, problem)


TEXT = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"], exclude_characters="\ufffe\uffff"), max_size=12
).map(lambda text: text if not text.startswith("=") else f"x{text}")


@given(cells=st.lists(TEXT.filter(str.strip), min_size=1, max_size=6))
def test_text_comes_back_as_it_stands(cells: list[str]) -> None:
    programs = read_programs(excel({"A": [["x", "name"], *([text, "a"] for text in cells)]}), header_row=1)

    assert [programs.cell(row, 0) for row in range(len(programs))] == cells


WHOLE = excel({"A": [["program", "cost"], ["Harbor", "$3,450"], ["Linden", "=1+1"]], "B": []})
OPEN = open_of_xml(open_table("A", [["program", "cost"], ["Harbor", "$3,450"]]))


@pytest.mark.parametrize("whole", [WHOLE, OPEN])
@given(data=st.data())
def test_bytes_that_were_changed_are_read_or_named(whole: bytes, data: st.DataObject) -> None:
    changed = bytearray(whole)
    for _ in range(data.draw(st.integers(1, 4))):
        changed[data.draw(st.integers(4, len(whole) - 1))] = data.draw(st.integers(0, 255))

    with contextlib.suppress(BadInput):
        read_programs(bytes(changed))


@pytest.mark.parametrize("whole", [WHOLE, OPEN])
@given(data=st.data())
def test_parts_that_were_changed_are_read_or_named(whole: bytes, data: st.DataObject) -> None:
    with zipfile.ZipFile(io.BytesIO(whole)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = data.draw(st.sampled_from([name for name in parts if name.endswith((".xml", ".rels"))]))
    at = data.draw(st.integers(0, len(parts[name]) - 1))
    piece = data.draw(st.sampled_from([b"", b"9", b"<", b"-", b"1048576", b'"', b"A", b"e", b"<v/>", b"&#0;"]))
    parts[name] = parts[name][:at] + piece + parts[name][at + data.draw(st.integers(0, 3)) :]
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for each, content in parts.items():
            archive.writestr(each, content)

    with contextlib.suppress(BadInput):
        read_programs(made.getvalue())


@given(column=st.integers(0, 20_000))
def test_the_letters_of_columns_count_without_a_gap(column: int) -> None:
    letters = column_letters(column)

    assert sum((ord(letter) - 64) * 26**place for place, letter in enumerate(reversed(letters))) == column + 1
