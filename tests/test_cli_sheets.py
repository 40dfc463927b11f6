"""Spreadsheets at the command line: the same command, and what to type where the libraries are absent."""

from __future__ import annotations

import contextlib
import datetime
import json
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from decision import decide as decide_in_python
from decision.conversion import convert
from decision.errors import BadInput
from decision.intake.table.programs import read_programs
from tests.commands import decide, environment
from tests.conftest import PROJECT
from tests.spreadsheets import excel, open_of_xml, open_table
from tests.test_layers import loaded_by

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

INVENTED = PROJECT / "sample_programs" / "invented.csv"
TABLE = [
    ["program", "total_cost", "pass_rate", "accreditation", "schedule"],
    ["Harbor", "$3,450", "92%", "AAPC", "evening"],
    ["Linden", "$9,900", "80%", "AAPC", "online"],
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "programs.xlsx").write_bytes(excel({"Data": TABLE, "Old": TABLE}, hidden=["Old"]))
    (tmp_path / "two.ods").write_bytes(open_of_xml(open_table("2025", TABLE) + open_table("2026", TABLE[:2])))
    return tmp_path


def test_a_spreadsheet_is_ranked_like_any_table(folder: Path) -> None:
    run = decide("rank", "programs.xlsx", "--criteria", "guide", "-o", "ranked.csv", folder=folder)

    assert run.returncode == 0
    assert run.stderr.decode() == 'programs.xlsx: the sheet "Old" is hidden and was not read.\n'
    assert (folder / "ranked.csv").read_text().splitlines()[1].startswith("1,fits,yes,")


def test_a_spreadsheet_comes_through_a_pipe(folder: Path) -> None:
    run = decide("check", "-", "--criteria", "guide", folder=folder, given=(folder / "programs.xlsx").read_bytes())

    assert run.stdout.decode().splitlines()[0] == '<stdin>   2 programs, 5 columns, sheet "Data", header in row 1'


def test_a_sheet_is_named_at_the_command_line(folder: Path) -> None:
    unclear = decide("check", "two.ods", "--criteria", "guide", folder=folder)
    chosen = decide("check", "two.ods", "--criteria", "guide", "--sheet", "2026", folder=folder)

    assert (unclear.returncode, unclear.stderr.decode()) == (
        1,
        (
            "two.ods: 1 fault.\n"
            '  several sheets hold a table: 1 "2025" (3 rows, 5 columns), 2 "2026" (2 rows, 5\n'
            '  columns). Say which is meant: --sheet "2025", or by its number.\n'
        ),
    )
    assert chosen.stdout.decode().splitlines()[0] == 'two.ods   1 program, 5 columns, sheet "2026", header in row 1'


def test_a_decision_about_a_sheet_is_replayed(folder: Path) -> None:
    arguments = ("rank", "two.ods", "--criteria", "guide", "--sheet", "2", "--json")
    recorded = decide(*arguments, folder=folder).stdout
    (folder / "a.json").write_bytes(recorded)

    again = decide("replay", "a.json", folder=folder)

    assert (again.returncode, again.stdout) == (0, recorded)
    assert json.loads(recorded)["settings"]["programs"]["sheet"] == "2026"


def test_a_sheet_is_named_in_python(folder: Path) -> None:
    decision = decide_in_python(folder / "two.ods", "guide", sheet="2026")

    assert [program["name"] for program in decision.ranking.to_dict("records")] == ["Harbor"]


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (excel({"Data": TABLE}), "an Excel workbook"),
        (open_of_xml(open_table("Data", TABLE)), "a LibreOffice spreadsheet"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook\0".encode("utf-16-le"), "an old Excel workbook (.xls)"),
    ],
)
def test_without_the_library_it_is_said_what_to_type(data: bytes, kind: str, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(data)
    absent = "import sys; sys.modules['python_calamine'] = sys.modules['xlrd'] = None\n"
    code = f"{absent}from decision.cli import main; sys.exit(main(['check', 'a.csv']))"

    run = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=False, env=environment()
    )

    said = (
        f"this is {kind}. To read it, type: pip install 'program-decision[sheets]'. Or open it and save the sheet as "
        "CSV (UTF-8)."
    )
    assert (run.returncode, " ".join(run.stderr.split())) == (1, f"a.csv: 1 fault. {said}")


def test_the_libraries_are_loaded_for_spreadsheets_only(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(excel({"Data": TABLE}))
    code = "from decision.cli import main; main(['rank', {!r}, '--criteria', 'guide', '-q'])"
    libraries = {"python_calamine", "xlrd", "xlsxwriter", "pandas", "openpyxl"}

    assert loaded_by(code.format(str(INVENTED))) & libraries == set()
    assert loaded_by(code.format(str(tmp_path / "a.xlsx"))) & libraries == {"python_calamine"}


# ── written ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_workbook_is_written_and_ranks_the_same(folder: Path) -> None:
    options = ("--criteria", "guide", "-q")

    first = decide("rank", INVENTED, *options, "-o", "ranked.xlsx", "--questions", "ask.xlsx", folder=folder)
    decide("rank", INVENTED, *options, "-o", "ranked.csv", folder=folder)
    again = decide("rank", "ranked.xlsx", *options, "-o", "again.csv", folder=folder)

    assert first.stdout.decode().splitlines()[-1] == "All 14, each with its reason: ranked.xlsx"
    assert (first.returncode, again.returncode) == (0, 0)
    assert (folder / "again.csv").read_bytes() == (folder / "ranked.csv").read_bytes()
    assert read_programs(folder / "ask.xlsx").header[:3] == ("row", "name", "criterion")


def test_the_same_answer_gives_the_same_workbook(folder: Path) -> None:
    arguments = ("rank", INVENTED, "--criteria", "guide", "-o")

    decide(*arguments, "a.xlsx", folder=folder, changes={"PYTHONHASHSEED": "1", "TZ": "Asia/Tokyo"})
    decide(*arguments, "b.xlsx", folder=folder, changes={"PYTHONHASHSEED": "2", "TZ": "America/New_York"})

    assert (folder / "a.xlsx").read_bytes() == (folder / "b.xlsx").read_bytes()


def test_the_workbook_that_is_read_is_not_written_over(folder: Path) -> None:
    before = (folder / "programs.xlsx").read_bytes()

    run = decide("rank", "programs.xlsx", "--criteria", "guide", "-o", "programs.xlsx", folder=folder)

    assert (run.returncode, (folder / "programs.xlsx").read_bytes()) == (2, before)


def test_another_kind_of_spreadsheet_is_refused_before_any_work(folder: Path) -> None:
    run = decide("rank", "no such file.csv", "-o", "ranked.ods", folder=folder)

    assert (run.returncode, " ".join(run.stderr.decode().split())) == (
        2,
        (
            '1 fault. Nothing was ranked. -o "ranked.ods" .ods is not written. .xlsx is, and LibreOffice and Numbers '
            "open it; so is .csv."
        ),
    )


def test_without_the_library_it_is_said_how_to_write_a_workbook(folder: Path) -> None:
    (folder / "xlsxwriter").mkdir()
    finder = (
        "import importlib.util as u, sys; find = u.find_spec\n"
        "u.find_spec = lambda name, package=None: None if name == 'xlsxwriter' else find(name, package)\n"
        "from decision.cli import main; sys.exit(main(['rank', 'programs.xlsx', '-o', 'ranked.xlsx']))"
    )

    run = subprocess.run(
        [sys.executable, "-c", finder], cwd=folder, capture_output=True, text=True, check=False, env=environment()
    )

    assert (run.returncode, run.stderr) == (
        3,
        (
            "ranked.xlsx was not written. To write .xlsx, type: pip install 'program-decision[sheets]'. Or name a file "
            "that ends in .csv.\n"
        ),
    )


def test_a_decision_writes_its_workbook_in_python(folder: Path) -> None:
    decision = decide_in_python(INVENTED, "guide")

    decision.to_xlsx(folder / "ranked.xlsx")

    assert (folder / "ranked.xlsx").read_bytes() == decision.xlsx()


def test_a_public_list_is_converted_from_sheet_to_sheet(folder: Path) -> None:
    header = ["ProgramID", "Program", "Provider", "City, County", "Hours", "Cost", "In Demand"]
    listing = [
        [*header, "Average Program Rating(1-6)"],
        ["7", "Billing & Coding", "Harbor", "Newark, Essex", "0", "$3,450.00", "Y", ""],
    ]
    (folder / "list.xlsx").write_bytes(excel({"2018": listing, "Notes": TABLE}))

    run = decide("convert", "list.xlsx", "--sheet", "2018", "-o", "programs.xlsx", folder=folder)
    convert(folder / "list.xlsx", sheet="2018").to_xlsx(folder / "again.xlsx")

    written = read_programs(folder / "programs.xlsx")
    assert (run.returncode, written.header[:2], written.cells(0)[:2]) == (
        0,
        ("program", "school"),
        ["Billing & Coding", "Harbor"],
    )
    assert (folder / "again.xlsx").read_bytes() == (folder / "programs.xlsx").read_bytes()


def test_rows_without_a_partner_are_written_as_a_workbook(folder: Path) -> None:
    (folder / "rates.csv").write_bytes(b"program,rate\nHarbor,50%\nMill,60%\n")
    arguments = ("rank", "programs.xlsx", "--criteria", "guide", "--join", "rates.csv", "--on", "program", "-q")

    decide(*arguments, "--unmatched", "rest.xlsx", "-o", "a.csv", folder=folder)
    decide(*arguments, "--unmatched", "rest.csv", "-o", "a.csv", folder=folder)

    in_workbook, in_csv = (read_programs(folder / name) for name in ("rest.xlsx", "rest.csv"))
    assert in_workbook.header == in_csv.header
    assert [in_workbook.cells(row) for row in range(2)] == [in_csv.cells(row) for row in range(2)]


@pytest.fixture
def saved_anew(folder: Path) -> Callable[[str, str], None]:
    """Give the function that has LibreOffice save a file anew."""
    if shutil.which("soffice") is None:
        pytest.skip("LibreOffice is not installed here")
    home = f"-env:UserInstallation={(folder / 'home').as_uri()}"

    def save_as(ending: str, name: str) -> None:
        command = ["soffice", home, "--headless", "--convert-to", ending, name]
        subprocess.run(command, cwd=folder, capture_output=True, check=True, timeout=300)

    return save_as


def test_libreoffice_opens_our_workbook_and_we_open_its(folder: Path, saved_anew: Callable[[str, str], None]) -> None:
    decide_in_python(INVENTED, "guide").to_xlsx(folder / "ranked.xlsx")

    saved_anew("ods", "ranked.xlsx")
    saved_anew("xls", "ranked.xlsx")

    ours, open_, old = (decide_in_python(folder / f"ranked.{ending}", "guide") for ending in ("xlsx", "ods", "xls"))
    assert ours.csv() == open_.csv() == old.csv()


@pytest.fixture
def old_workbook(folder: Path, saved_anew: Callable[[str, str], None]) -> bytes:
    """An old Excel workbook with a cell of each kind."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["school", "program", "rate", "when", "length", "ok"])
    day, length = datetime.date(2026, 10, 12), datetime.timedelta(hours=30)
    sheet.append(["Harbor", "Coding", 0.5, day, length, True])
    sheet.append(["", "Billing", "#N/A", datetime.time(18, 0), "", False])
    sheet["C2"].number_format = "0%"
    sheet.merge_cells("A2:A3")
    sheet.row_dimensions[3].hidden = True
    book.create_sheet("Old").sheet_state = "hidden"
    book.save(folder / "old.xlsx")
    saved_anew("xls", "old.xlsx")
    return (folder / "old.xls").read_bytes()


def test_an_old_workbook_is_read_as_a_person_sees_it(old_workbook: bytes) -> None:
    programs = read_programs(old_workbook)

    assert [programs.cells(row) for row in range(2)] == [
        ["Harbor", "Coding", "50%", "2026-10-12", "30:00", "TRUE"],
        ["Harbor", "Billing", "#N/A", "18:00", "", "FALSE"],
    ]
    assert [note.problem for note in programs.notes] == [
        'the sheet "Old" is hidden and was not read.',
        "A2:A3: cells merged over several rows; what they hold was read for each of these rows.",
        "row 3 is hidden in the sheet and was read like any other.",
    ]


@given(data=st.data())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_an_old_workbook_that_was_changed_is_read_or_named(old_workbook: bytes, data: st.DataObject) -> None:
    changed = bytearray(old_workbook)
    for _ in range(data.draw(st.integers(1, 20))):
        changed[data.draw(st.integers(8, len(changed) - 1))] = data.draw(st.sampled_from([0, 1, 127, 255]))

    with contextlib.suppress(BadInput):
        read_programs(bytes(changed))


@pytest.mark.parametrize("record", [b"\x7e\x02\x0a\x00", b"\x03\x02\x0e\x00", b"\xfd\x00\x0a\x00"])
def test_a_damaged_cell_of_an_old_workbook_ends_no_process(old_workbook: bytes, record: bytes) -> None:
    changed = bytearray(old_workbook)
    at = old_workbook.find(record)
    changed[at + 4 : at + 8] = b"\xff\xff\xff\xff"

    with contextlib.suppress(BadInput):
        read_programs(bytes(changed))
