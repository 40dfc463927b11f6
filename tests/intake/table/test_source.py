from __future__ import annotations

import gzip
import io
import sys
import zipfile
from typing import TYPE_CHECKING

import pytest

from decision.errors import BadPrograms
from decision.intake.table.source import read_source

if TYPE_CHECKING:
    from pathlib import Path


def _refused(source: str | Path | bytes) -> str:
    with pytest.raises(BadPrograms) as caught:
        read_source(source)
    return "\n".join(fault.problem for fault in caught.value.faults)


def _zip(part: str) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr(part, "x")
    return packed.getvalue()


_SAVE = "Open it and save the sheet as CSV (UTF-8)."
_ASK = "Ask the source for the table as CSV, or copy it into a spreadsheet and save it as CSV."
_LIST = "A list of records is wanted: [{...}, {...}]. Or give the table as CSV."
_UNPACK = "Unpack it first, and give the CSV file inside."


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1....", f"this is an old Office file, not a CSV file. {_SAVE}"),
        (_zip("word/document.xml"), f"this is a Word document, not a CSV file. {_SAVE}"),
        (_zip("programs.csv"), f"this is a zip file, not a CSV file. {_UNPACK}"),
        (gzip.compress(b"%PDF-1.7", mtime=0), f"this is a PDF, not a CSV file. {_ASK}"),
        (b"SQLite format 3\x00", "this is an SQLite database, not a CSV file. Export the table as CSV."),
        (b"PAR1....", "this is a Parquet file, not a CSV file. Read it with pandas, and give the DataFrame."),
        (b"\x89PNG\r\n\x1a\n", "this is a PNG picture, not a CSV file. Give the table itself, as CSV."),
        (b"<?xml version='1.0'?><a/>", "this is an XML file, not a CSV file. Export the table as CSV."),
        (
            b"\xef\xbb\xbf <!DOCTYPE html><html>",
            (
                "this is a web page (HTML), not a CSV file. Open it in a browser, copy the table into a "
                "spreadsheet, and save "
                "that as CSV."
            ),
        ),
        (b"[[1, 2], [3, 4]]", f"this is a JSON file, and it is no list of records. {_LIST}"),
        (b'{"a": [{"b": 1}], "c": [{"d": 1}]}', f"this is a JSON file, and it holds several lists of records. {_LIST}"),
        (
            b"%PDF-1.7",
            (
                "this is a PDF, not a CSV file. Ask the source for the table as CSV, or copy it into a "
                "spreadsheet and save it "
                "as CSV."
            ),
        ),
    ],
)
def test_a_file_that_is_no_csv_is_named_for_what_it_is(data: bytes, said: str) -> None:
    assert _refused(data) == said


@pytest.mark.parametrize("data", [b"", b" \n\n"])
def test_an_empty_file_says_what_is_wanted(data: bytes) -> None:
    assert _refused(data) == (
        "the file is empty. A first row with the names of the columns is wanted, then one row for each program."
    )


def test_a_missing_file_offers_the_nearest_name(tmp_path: Path) -> None:
    (tmp_path / "programs.csv").write_bytes(b"program\n")

    said = _refused(tmp_path / "programms.csv")

    assert said == f'there is no such file. Did you mean "{tmp_path / "programs.csv"}"?'


def test_a_missing_folder_is_said(tmp_path: Path) -> None:
    assert _refused(tmp_path / "no" / "a.csv") == f'there is no such file, and no folder "{tmp_path / "no"}".'


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    assert _refused(tmp_path) == "this is a folder. Give the CSV file inside it."


def test_text_is_no_file_name() -> None:
    assert _refused("program,cost\nHarbor,1\n") == (
        "this is text, not the name of a file. Give a path, or the text as bytes."
    )


def test_a_name_with_a_zero_character_is_no_file_name() -> None:
    assert _refused("a\0b") == "this is not the name of a file."


def test_a_device_is_no_file() -> None:
    assert _refused("/dev/null") == "this is a device, not a file. Give a CSV file, or - to read a pipe."


def test_a_dash_reads_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"program\nHarbor\n")))

    source = read_source("-")

    assert (source.file, source.data) == ("<stdin>", b"program\nHarbor\n")


def test_a_gzip_file_is_read_as_what_it_holds(tmp_path: Path) -> None:
    (tmp_path / "programs.csv.gz").write_bytes(gzip.compress(b"program\nHarbor\n", mtime=0))

    source = read_source(tmp_path / "programs.csv.gz")

    assert source.data == b"program\nHarbor\n"


def test_a_gzip_file_is_known_by_its_bytes_and_not_by_its_name(tmp_path: Path) -> None:
    (tmp_path / "programs.csv").write_bytes(gzip.compress(b"program\nHarbor\n", mtime=0))

    assert read_source(tmp_path / "programs.csv").data == b"program\nHarbor\n"


@pytest.mark.parametrize("data", [b"\x1f\x8b\x08\x00", gzip.compress(b"program\nHarbor\n" * 9, mtime=0)[:-9]])
def test_a_damaged_gzip_file_says_so(data: bytes) -> None:
    assert _refused(data) == (
        "this gzip file is damaged or not complete. "
        "Ask for it again, or unpack it yourself and give the CSV file inside."
    )


def test_an_empty_file_inside_a_gzip_file_is_empty_too() -> None:
    assert _refused(gzip.compress(b" \n", mtime=0)).startswith("the file is empty.")


def test_a_json_list_of_records_is_the_table_it_would_be() -> None:
    source = read_source(b'[{"program": "Harbor", "cost": 3450}]')

    assert source.data == b"program,cost\nHarbor,3450\n"
    assert [note.problem for note in source.notes] == [
        "a JSON file: its first record is row 2, and names inside one another are joined by dots."
    ]
