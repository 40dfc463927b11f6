"""The commands convert and sources, and --source elsewhere, as a person runs them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from decision import BadPrograms, convert
from decision.intake.shelf import bundled_sources
from decision.intake.sources.read_map import read_map
from decision.report.screen.sources_view import sources_list
from tests.commands import decide
from tests.report.golden import golden

if TYPE_CHECKING:
    from pathlib import Path

LISTING = (
    b'ProgramID,Program,Provider,"City, County",Hours,Cost,In Demand,Average Program Rating(1-6)\n'
    b'7,Billing &amp; Coding,Harbor,"Newark, Essex",0,"$3,450.00",Y,\n'
    b'8,=1+1,Mill,"Salem, Salem",90,$0,Y,\n'
)
WRITTEN = (
    b"program,school,city,state,cip,credential,accreditation,exam,pass_rate,exam_passers,exam_takers,schedule,delivery,"
    b"months,weeks,hours,credits,tuition,fees,books,exam_fee,grants,total_cost,internship,source_row,as_of,source_url,"
    b'unknown_because,approved,ProgramID,source: Program,Provider,"City, County",source: Hours,Cost,In Demand,'
    b"Average Program Rating(1-6)\n"
    b'Billing & Coding,Harbor,Newark,NJ,,,,,,,,,,,,,,,,,,,"$3,450.00",,2,2018-11,'
    b"https://github.com/codeforamerica/etpl-search,hours: not stated (0 hours are no length),yes,7,"
    b'Billing &amp; Coding,Harbor,"Newark, Essex",0,"$3,450.00",Y,\n'
    b"'=1+1,Mill,Salem,NJ,,,,,,,,,,,,90 hours,,,,,,,,,3,2018-11,https://github.com/codeforamerica/etpl-search,"
    b'total_cost: not stated ($0 may be free or not filled in),yes,8,\'=1+1,Mill,"Salem, Salem",90,$0,Y,\n'
)
SAID = (
    "list.csv: Read as New Jersey's eligible training provider listing, 2018: 2\n"
    "programs; --source none reads it as it stands.\n"
)
UNKNOWN = """\
mine.csv: 1 fault. Nothing was written.
  no map knows a table with these headers. decide sources lists the maps; name
  one, or one of your own, with --source (README: Take a public file as it is).
"""
MAP = "title: my list\nrecognise: [Course]\ncolumns: {program: Course, total_cost: Price}\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a public list, a table of one's own, and a map for it."""
    (tmp_path / "list.csv").write_bytes(LISTING)
    (tmp_path / "mine.csv").write_text("Course,Price\nHarbor,$90\n")
    (tmp_path / "mine.yaml").write_text(MAP)
    return tmp_path


@pytest.mark.parametrize("output", [(), ("-o", "-")])
def test_convert_writes_to_standard_output_and_words_elsewhere(folder: Path, output: tuple[str, ...]) -> None:
    run = decide("convert", "list.csv", *output, folder=folder)

    assert (run.returncode, run.stdout, run.stderr.decode()) == (0, WRITTEN, SAID)


def test_convert_writes_a_file(folder: Path) -> None:
    run = decide("convert", "list.csv", "-o", "programs.csv", folder=folder)

    assert (run.returncode, run.stdout, run.stderr.decode()) == (0, b"", SAID)
    assert (folder / "programs.csv").read_bytes() == WRITTEN


def test_convert_reads_standard_input(folder: Path) -> None:
    run = decide("convert", "-", "-q", folder=folder, given=LISTING)

    assert (run.returncode, run.stdout, run.stderr) == (0, WRITTEN, b"")


def test_python_writes_the_same_bytes(folder: Path) -> None:
    converted = convert(folder / "list.csv")
    converted.to_csv(folder / "programs.csv")

    assert converted.csv() == WRITTEN
    assert (folder / "programs.csv").read_bytes() == WRITTEN
    assert converted.frame["school"].tolist() == ["Harbor", "Mill"]
    assert converted.frame.index.tolist() == [2, 3]
    assert repr(converted) == "Converted(2 programs, read by nj-etpl-2018)"


def test_converting_twice_changes_nothing_more(folder: Path) -> None:
    once = convert(folder / "list.csv").csv()

    assert convert(once).csv() == once


def test_none_writes_the_table_as_it_stands(folder: Path) -> None:
    run = decide("convert", "mine.csv", "--source", "none", folder=folder)

    assert (run.returncode, run.stdout, run.stderr) == (0, b"Course,Price\nHarbor,$90\n", b"")


def test_a_table_that_no_map_knows_is_told_what_to_do(folder: Path) -> None:
    run = decide("convert", "mine.csv", folder=folder)

    assert (run.returncode, run.stdout, run.stderr.decode()) == (1, b"", UNKNOWN)


def test_python_raises_for_a_table_that_no_map_knows() -> None:
    with pytest.raises(BadPrograms) as refused:
        convert(b"Course,Price\nHarbor,$90\n")

    assert [fault.problem for fault in refused.value.faults] == [" ".join(UNKNOWN.split("\n", 1)[1].split())]


def test_the_file_that_is_read_is_never_written_over(folder: Path) -> None:
    run = decide("convert", "list.csv", "-o", "list.csv", "-q", folder=folder)

    assert run.returncode == 2
    assert (folder / "list.csv").read_bytes() == LISTING


def test_the_map_that_is_read_is_never_written_over(folder: Path) -> None:
    run = decide("convert", "mine.csv", "--source", "mine.yaml", "-o", "mine.yaml", "-q", folder=folder)

    assert run.returncode == 2
    assert (folder / "mine.yaml").read_text() == MAP


def test_a_map_of_ones_own_is_taken_by_its_path(folder: Path) -> None:
    run = decide("rank", "mine.csv", "--source", "mine.yaml", "-o", "ranked.csv", folder=folder)

    assert run.returncode == 0
    assert run.stderr.decode() == "mine.csv: Read as my list: 1 program; --source none reads it as it stands.\n"


def test_faults_of_a_map_are_listed_with_their_lines(folder: Path) -> None:
    (folder / "mine.yaml").write_text(MAP.replace("total_cost", "totl_cost"))

    run = decide("rank", "mine.csv", "--source", "mine.yaml", folder=folder)

    assert run.returncode == 1
    assert run.stderr.decode() == (
        "mine.yaml: 1 fault. Nothing was ranked.\n"
        "  line 3, columns.totl_cost  is not one of our columns. Did you mean\n"
        '                             "total_cost"? Further columns stand under `also:`.\n'
    )


@pytest.mark.parametrize("command", [("rank",), ("explain", "Billing")])
def test_recognition_is_said_by_every_command_that_reads(folder: Path, command: tuple[str, ...]) -> None:
    run = decide(command[0], "list.csv", *command[1:], folder=folder)

    assert run.returncode == 0
    assert run.stderr.decode().startswith(SAID)


def test_check_shows_what_a_file_was_read_as(folder: Path) -> None:
    run = decide("check", "list.csv", folder=folder)

    assert run.returncode == 0
    assert " ".join(run.stdout.decode().split()).endswith(
        "Notes Read as New Jersey's eligible training provider listing, 2018: 2 programs; --source none reads it as it "
        "stands."
    )


def decision_by(folder: Path, text: str, *options: str) -> bytes:
    """A decision on one's own table, read by a map with this text."""
    (folder / "mine.yaml").write_text(text)
    run = decide("rank", "mine.csv", "--allow-missing", "-q", "--json", *options, folder=folder)
    return run.stdout


def test_comparing_says_that_the_map_changed(folder: Path) -> None:
    (folder / "before.json").write_bytes(decision_by(folder, MAP, "--source", "mine.yaml"))
    other = MAP.replace("total_cost: Price", "total_cost: {from: Price, basis: per credit}")
    (folder / "after.json").write_bytes(decision_by(folder, other, "--source", "mine.yaml"))

    run = decide("compare", "before.json", "after.json", folder=folder)

    assert run.returncode == 0
    assert "map of the source: edited since; before, another text" in " ".join(run.stdout.decode().lower().split())


def test_comparing_says_that_a_map_was_used(folder: Path) -> None:
    (folder / "before.json").write_bytes(decision_by(folder, MAP))
    (folder / "after.json").write_bytes(decision_by(folder, MAP, "--source", "mine.yaml"))

    run = decide("compare", "before.json", "after.json", folder=folder)

    assert run.returncode == 0
    assert "map of the source: mine.yaml" in " ".join(run.stdout.decode().lower().split())


def test_a_run_again_says_that_the_map_changed(folder: Path) -> None:
    (folder / "before.json").write_bytes(decision_by(folder, MAP, "--source", "mine.yaml"))
    (folder / "mine.yaml").write_text(MAP + "as_of: 2021\n")

    run = decide("replay", "before.json", folder=folder)

    assert run.returncode == 1
    assert run.stderr.decode().splitlines()[:2] == [
        "before.json: run again, the decision differs.",
        "  The map that the table of programs was read by (mine.yaml) changed since.",
    ]


def test_sources_are_listed(tmp_path: Path) -> None:
    run = decide("sources", folder=tmp_path)

    assert (run.returncode, run.stderr) == (0, b"")
    assert run.stdout.decode() == sources_list(read_map(name) for name in bundled_sources())


def test_a_source_is_shown(tmp_path: Path) -> None:
    run = decide("sources", "nj-etpl-2021", folder=tmp_path)

    assert (run.returncode, run.stderr) == (0, b"")
    assert run.stdout.decode() == golden("source_nj_etpl_2021")


def test_a_map_of_ones_own_is_shown(folder: Path) -> None:
    run = decide("sources", "mine.yaml", folder=folder)

    assert run.stdout.decode() == (
        "my list (mine.yaml)\nknown by    Course\n\n  program     Course\n  total_cost  Price\n"
    )
