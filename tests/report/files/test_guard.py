from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from decision.report.files.guard import guard, guard_bare_line, lines_to_look_at, write_cell

if TYPE_CHECKING:
    from pathlib import Path

LIVE = [
    "=1+1",
    "+1+1",
    "-1+1",
    "@SUM(1)",
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("http://example.org","x")',
    " =1+1",
    "   @SUM(1)",
    "\u00a0=1+1",
    "\u200b=1+1",
    "\ufeff=1+1",
    "\u2003 \u200d=1+1",
    "\uff1d1+1",
    "\uff0b1+1",
    "\uff0d1+1",
    "\uff20SUM(1)",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    "\x00=1+1",
    "-1,2345",
    "-",
]
HARMLESS = [
    "-5",
    "+5",
    "-3.2%",
    "-3.2 %",
    "-1,234.5",
    "-.5",
    "-5.",
    "+1E5",
    "-1e-5",
    " -5 ",
    "\u00a0-5",
    "1+1",
    "a=1",
    "two\n=1+1",
    "'=1+1",
    "",
    "\u2014",
]
SIGNS = st.text(st.sampled_from("=+-@\uff1d\t\r\n\x00 \u00a0\u200b\ufeff'\"0123456789,.eE%a\u00e9"), max_size=8)


@pytest.mark.parametrize("text", LIVE)
def test_a_cell_that_would_run_gets_an_apostrophe_and_nothing_else(text: str) -> None:
    assert guard(text) == "'" + text


@pytest.mark.parametrize("text", HARMLESS)
def test_numbers_and_plain_texts_stay_as_they_are(text: str) -> None:
    assert guard(text) == text


@given(SIGNS | st.text())
def test_guarding_twice_changes_nothing(text: str) -> None:
    once = guard(text)

    assert guard(once) == once


@given(st.lists(st.lists(SIGNS, min_size=2, max_size=4), min_size=1, max_size=5))
def test_no_line_that_must_change_is_missed(table: list[list[str]]) -> None:
    must_change = [any(guard(cell) != cell or "\r" in cell or "\n" in cell for cell in cells) for cells in table]
    lines = [",".join(_typed(cell) for cell in cells).encode() for cells in table]

    found = set(lines_to_look_at(lines))

    assert {at for at, must in enumerate(must_change) if must} <= found


def _typed(cell: str) -> str:
    return '"' + cell.replace('"', '""') + '"' if set(cell) & set(',"\r\n') else cell


@given(st.lists(SIGNS.map(lambda text: text.translate({ord(mark): None for mark in ',"\r\n'})), min_size=1, max_size=5))
def test_a_bare_line_is_guarded_as_its_cells_are(cells: list[str]) -> None:
    line = ",".join(cells).encode()

    assert guard_bare_line(line) == b",".join(map(write_cell, cells))


@given(st.lists(SIGNS | st.text(st.characters(codec="utf-8")), min_size=2, max_size=6))
def test_written_cells_are_read_back_as_guarded(cells: list[str]) -> None:
    line = b",".join(map(write_cell, cells)).decode()

    assert next(csv.reader(io.StringIO(line, newline=""))) == [guard(cell) for cell in cells]


def test_naughty_strings_are_never_live_and_never_changed_beyond_the_apostrophe(shared: Path) -> None:
    strings = json.loads((shared / "corpora/blns/blns.json").read_text(encoding="utf-8"))
    line = b",".join(map(write_cell, strings)).decode()

    back = next(csv.reader(io.StringIO(line, newline="")))

    assert len(strings) == 515
    assert [text.removeprefix("'") for text in back] == [text.removeprefix("'") for text in strings]
    assert not [text for text in back if text.lstrip(" \u00a0\u200b\ufeff")[:1] in tuple("=@\t\r\n")]
    assert [guard(text) for text in back] == back
