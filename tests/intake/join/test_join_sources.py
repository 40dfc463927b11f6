"""Joining tables of known sources: what the programs lack is filled, and a blank keeps its reason."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from decision import convert, decide
from decision.intake.join.several import joined
from decision.intake.sources.by_source import by_source
from decision.intake.table.programs import read_programs
from tests.commands import decide as decide_command
from tests.intake.sources.maps import a_map, column, translated

if TYPE_CHECKING:
    from pathlib import Path

    from decision.model import Programs

OUTCOMES = (
    b"providerid,cipcode,PerEmployed2,NumCompleted2,AvgQuarterlyWage2\n7,510713,0.5,20,5000\n8,510707,-99999,2,-99999\n"
)


def listing(folder: Path) -> Programs:
    """A list of courses, translated by a map of its own: it has no city, and says why one price is blank."""
    table = "Course,Price,providerid,code,state\nA,$1,7,51.0713,MA\nB,NA,8,51.0707,RI\nC,$3,9,51.0707,\n"
    return translated(folder, a_map("total_cost: {from: Price, unknown: {NA: suppressed}}", "state: state"), table)


def directory(folder: Path) -> Programs:
    """A directory of schools, translated by a map of its own."""
    (folder / "schools.yaml").write_text(
        "title: Schools\nrecognise: [ID, Town]\ncolumns:\n  program: Name\n  school: Name\n"
        "  city: {from: Town, unknown: {NA: not published}}\n  state: St\n"
    )
    return by_source(read_programs(b"ID,Name,Town,St\n7,Harbor,Lynn,NH\n8,Quay,NA,NH\n"), folder / "schools.yaml")


def test_a_column_of_ours_that_the_programs_lack_is_filled(tmp_path: Path) -> None:
    found = joined(listing(tmp_path), directory(tmp_path), "providerid=ID")

    assert column(found, "city") == ["Lynn", "", ""]
    assert column(found, "school") == ["Harbor", "Quay", ""]
    assert found.header.count("city") == 1


def test_a_column_of_ours_that_the_programs_state_stays_theirs(tmp_path: Path) -> None:
    found = joined(listing(tmp_path), directory(tmp_path), "providerid=ID")

    assert column(found, "state") == ["MA", "RI", ""]
    assert column(found, "St") == ["NH", "NH", ""]
    assert column(found, "program") == ["A", "B", "C"]
    assert [name for name in found.header if name.endswith((": state", ": program", ": source_row"))] == []


def test_a_blank_that_is_brought_keeps_its_reason(tmp_path: Path) -> None:
    found = joined(listing(tmp_path), directory(tmp_path), "providerid=ID")

    assert column(found, "unknown_because") == ["", "total_cost: suppressed; city: not published", ""]


def test_a_table_that_gives_no_reasons_gets_those_of_the_other() -> None:
    programs = read_programs(b"program,id,cip\nHarbor,7,51.0713\nQuay,8,51.0707\nPier,9,\n")

    found = joined(programs, OUTCOMES, "id=providerid,cip=cipcode")

    assert column(found, "employment_rate") == ["0.5", "", ""]
    assert column(found, "unknown_because") == ["", "employment_rate: suppressed; quarterly_wage: suppressed", ""]


def test_a_number_that_was_withheld_is_judged_as_withheld() -> None:
    programs = b"program,id,cip\nHarbor,7,51.0713\nQuay,8,51.0707\nPier,9,\n"
    wanted = {"name": "work", "kind": "share", "column": "employment_rate", "worst": "0%", "best": "100%"}

    decision = decide(programs, {"criteria": [wanted]}, join=OUTCOMES, on="id=providerid,cip=cipcode")

    assert decision.facts["work"].to_dict() == {2: "50 %", 3: "withheld to protect privacy", 4: "not stated"}


def test_tables_can_be_taken_as_they_stand() -> None:
    programs = read_programs(b"program,id,cip\nHarbor,7,51.0713\n")

    found = joined(programs, OUTCOMES, "id=providerid,cip=cipcode", source="none")

    assert found.header == ("program", "id", "cip", "PerEmployed2", "NumCompleted2", "AvgQuarterlyWage2")


def test_a_column_is_chosen_by_our_name_or_the_files_own(tmp_path: Path) -> None:
    table = listing(tmp_path)

    ours, own = (convert(table, where=where).programs.rows.tolist() for where in ("total_cost=$3", "Price=$3"))

    assert ours == own == [4]


def test_what_is_converted_can_be_chosen_and_joined(shared: Path, tmp_path: Path) -> None:
    data = shared / "data"

    run = decide_command(
        *("convert", data / "nj_etpl_2021_records.csv", "--where", "cip=51.07*", "-o", "mine.csv"),
        *("--join", data / "nj_outcomes_by_provider_cip.csv", "--on", "providerid,cipcode", "--unmatched", "alone.csv"),
        folder=tmp_path,
    )

    assert (run.returncode, run.stdout) == (0, b"")
    rows = list(csv.DictReader(io.StringIO((tmp_path / "mine.csv").read_text(encoding="utf-8"), newline="")))
    outcomes = list(csv.DictReader(io.StringIO((data / "nj_outcomes_by_provider_cip.csv").read_text(encoding="utf-8"))))
    of_key = {(row["providerid"], row["cipcode"]): row for row in outcomes}
    partners = [of_key.get((row["providerid"], row["cipcode"]), {}) for row in rows]
    assert len(rows) == 50
    assert [row["completers"] for row in rows] == [partner.get("NumCompleted2", "") for partner in partners]
    assert sum(partner.get("PerEmployed2") == "-99999" for partner in partners) == sum(
        "employment_rate: suppressed" in row["unknown_because"] for row in rows
    )


def test_a_file_to_be_joined_is_never_written_over(tmp_path: Path) -> None:
    (tmp_path / "programs.csv").write_bytes(b"program,id,source_row\nHarbor,7,2\n")
    (tmp_path / "other.csv").write_bytes(b"id,x\n7,1\n")

    run = decide_command(
        "convert", "programs.csv", "--join", "other.csv", "--on", "id", "-o", "other.csv", folder=tmp_path
    )

    assert (run.returncode, (tmp_path / "other.csv").read_bytes()) == (2, b"id,x\n7,1\n")
