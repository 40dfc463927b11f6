"""Every odd file of the reference corpora gives rows or named faults, and never a changed cell in silence."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

import pytest

from decision.errors import BadPrograms
from decision.intake.table.programs import read_programs
from tests.conftest import SHARED

if TYPE_CHECKING:
    from pathlib import Path

    from decision.model import Programs

_CORPORA = SHARED / "corpora"
_FOLDERS = (
    "arrow-csv-fuzz",
    "clevercsv-examples",
    "csv-spectrum/csvs",
    "csvkit-examples",
    "duckdb-csv",
    "frictionless-invalid",
)
_FILES = [file for folder in _FOLDERS for file in sorted((_CORPORA / folder).rglob("*")) if file.is_file()]
_SPECTRUM = sorted((_CORPORA / "csv-spectrum" / "csvs").glob("*.csv"))
_POLLOCK = _CORPORA / "pollock-style"
_INDEX = json.loads((_POLLOCK / "index.json").read_text()) if _POLLOCK.is_dir() else []

pytestmark = pytest.mark.skipif(not _CORPORA.is_dir(), reason="the reference data beside the project is absent")


def _read(data: bytes) -> Programs | BadPrograms:
    try:
        return read_programs(data)
    except BadPrograms as refused:
        return refused


def _table(programs: Programs) -> list[list[str]]:
    return [list(programs.header), *(programs.cells(number) for number in range(len(programs)))]


def _plain_records(data: bytes, programs: Programs) -> list[list[str]]:
    """Read the same rows with the csv module alone, told how, as a second opinion on every cell."""
    text = data.decode("utf-8-sig" if programs.encoding == "UTF-8" else programs.encoding).removeprefix("\ufeff")
    text = text.split("\n", 1)[1] if text.startswith("sep=") else text
    is_spaced = any("space follows" in note.problem for note in programs.notes)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=programs.separator, skipinitialspace=is_spaced)
    records = list(reader)
    return [records[row - 1][: len(programs.header)] for row in programs.rows.tolist()]


def _changed_cells(data: bytes, found: Programs | BadPrograms) -> list[list[str]]:
    """Give the rows that differ from the second opinion; none for a file that was refused."""
    if isinstance(found, BadPrograms):
        return []
    return [row for row, plain in zip(_table(found)[1:], _plain_records(data, found), strict=True) if row != plain]


@pytest.mark.parametrize("file", _FILES, ids=lambda file: str(file.relative_to(_CORPORA)))
def test_every_file_gives_rows_or_named_faults(file: Path) -> None:
    data = file.read_bytes()

    found = _read(data)

    assert _changed_cells(data, found) == []


@pytest.mark.parametrize("file", _SPECTRUM, ids=lambda file: file.name)
def test_the_spectrum_is_read_exactly(file: Path) -> None:
    text = (file.parents[1] / "json" / f"{file.stem}.json").read_bytes().decode("utf-8", "replace")

    header, *rows = _table(read_programs(file))

    assert [dict(zip(header, row, strict=True)) for row in rows] == _wanted(text)


def _wanted(text: str) -> list[dict[str, str]]:
    """Read what is wanted; the corpus itself has two slips: line ends of one CSV file, and one telephone number."""
    found = json.loads(text.replace("\\r\\n", "\\n").replace("1234567890", "2095257564"))
    return found if isinstance(found, list) else [found]


def _damage(entry: dict[str, str]) -> str:
    """Say what happened to a polluted file, in one word."""
    found = _read((_POLLOCK / entry["file"]).read_bytes())
    if isinstance(found, BadPrograms):
        return "refused"
    source = _table(read_programs(_POLLOCK / "csv" / "source.csv"))
    table = _table(found)
    return "same" if table == source else "subset" if table == source[: len(table)] else "damaged"


_ALLOWED = {"same": {"same"}, "subset": {"subset", "refused"}, "either": {"same", "refused"}}


@pytest.mark.parametrize("entry", _INDEX, ids=lambda entry: entry["file"].removeprefix("csv/"))
def test_no_polluted_file_is_damaged_in_silence(entry: dict[str, str]) -> None:
    assert _damage(entry) in _ALLOWED[entry["expect"]]


@pytest.mark.parametrize(
    ("name", "programs", "columns", "last_row"),
    [
        ("nj_etpl_2018_listing.csv", 4499, 8, 4500),
        ("ma_coding_programs.csv", 36, 37, 37),
        ("ipeds_ic2021_py.csv", 2222, 124, 2223),
        ("nj_etpl_2021_records.csv", 1110, 73, 1111),
    ],
)
def test_real_lists_are_read_whole(name: str, programs: int, columns: int, last_row: int) -> None:
    found = read_programs(SHARED / "data" / name)

    assert (len(found), len(found.header), int(found.rows[-1])) == (programs, columns, last_row)


def test_a_real_list_whose_rows_end_with_a_comma_is_not_shifted() -> None:
    found = read_programs(SHARED / "data" / "ipeds_ic2021_py.csv")

    assert found.header[:3] == ("UNITID", "PRGMOFR", "CIPCODE1")
    assert found.cells(0)[:3] == ["101277", "2", "12.0401"]
    assert [note.problem for note in found.notes] == [
        "every row ends with one more cell than the header has, and it is always empty; it was left out."
    ]
