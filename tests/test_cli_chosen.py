"""Filters and joins from the command line: what is written, refused, and run again."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

import jsonschema
import pytest

from decision import decide as decided
from decision.judge.again.compare import compare
from decision.judge.again.replay import differences
from decision.report.explain.compare import compare_text
from decision.roof.again import replayed
from tests.commands import decide
from tests.report.files.test_document import SCHEMA

if TYPE_CHECKING:
    from pathlib import Path

PROGRAMS = (
    "program,id,state,cip,cost\n"
    'Harbor ,7,MA,51.0713,"$3,450"\n'
    "Mill,8,MA,51.0713,$9300\n"
    "Quay,9,RI,5107,$4000\n"
    "Pier,10,,510713,$4100\n"
    "Dock,11,NJ,520101,\n"
)
OUTCOMES = "unit,passed,state\n7,31,MA\n9,12,RI\n99,4,ME\n"
CRITERIA = """\
criteria:
  - {name: cost, kind: money, column: cost, must: {at_most: 5000}, worst: 8000, best: 0}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with programs, a table that says more of them, and criteria."""
    (tmp_path / "programs.csv").write_text(PROGRAMS)
    (tmp_path / "outcomes.csv").write_text(OUTCOMES)
    (tmp_path / "mine.yaml").write_text(CRITERIA)
    return tmp_path


def ran(folder: Path, *arguments: str, status: int = 0) -> tuple[str, str]:
    """What a command writes and says, its status checked."""
    run = decide(*arguments, folder=folder)
    assert (run.returncode, "Traceback" in run.stderr.decode()) == (status, False)
    return run.stdout.decode(), run.stderr.decode()


def ranked(folder: Path, *more: str, status: int = 0) -> tuple[str, str]:
    return ran(folder, "rank", "programs.csv", "--criteria", "mine.yaml", *more, status=status)


# ── what is written ───────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_ranked_file_holds_the_chosen_programs_as_typed(folder: Path) -> None:
    written, said = ranked(folder, "--where", "cip=51.07*", "--where", "state=MA,RI")

    rows = list(csv.reader(io.StringIO(written)))
    assert [row[7:12] for row in rows[1:]] == [
        ["Harbor ", "7", "MA", "51.0713", "$3,450"],
        ["Quay", "9", "RI", "5107", "$4000"],
        ["Mill", "8", "MA", "51.0713", "$9300"],
    ]
    assert 'Harbor ,7,MA,51.0713,"$3,450"' in written
    assert said == (
        "Two programs fit what you asked for. Harbor comes first; Quay is second.\n"
        "2 of the 5 programs in the file were left aside by what you chose.\n"
    )


def test_the_funnel_begins_with_what_was_chosen(folder: Path) -> None:
    drawn, _ = ranked(folder, "--where", "cip=51.07*", "--where", "state=MA,RI", "-o", "out.csv")

    assert drawn.split("\n\n")[1] == (
        "  5  programs in the file\n"
        "  4  where cip is 51.07*\n"
        "  3  where state is MA or RI (1 other does not say)\n"
        "  2  cost at most $5,000                              1 out"
    )
    assert drawn.endswith(
        "2 of the 5 programs in the file were left aside by what you chose.\nAll 3, each with its reason: out.csv\n"
    )


def test_what_was_chosen_is_shown_where_nothing_is_required(folder: Path) -> None:
    drawn, _ = ranked(folder, "--where", "state!=NJ", "--set", "cost.must=none", "-o", "out.csv")

    assert drawn.split("\n\n")[1] == "  5  programs in the file\n  4  where state is not NJ"


def test_the_document_counts_filters_and_joined_tables(folder: Path) -> None:
    written, _ = ranked(folder, "--where", "state=MA,RI", "--join", "outcomes.csv", "--on", "id=unit", "--json")

    document = json.loads(written)
    jsonschema.Draft202012Validator(SCHEMA).validate(document)
    assert document["filters"] == [{"where": "state=MA,RI", "before": 5, "left": 3, "blank": 1}]
    assert document["joined"] == [
        {"file": "outcomes.csv", "on": ["id"], "programs": 5, "matched": 2, "rows": 3, "used": 2}
    ]
    assert document["settings"]["where"] == ["state=MA,RI"]
    assert [other["on"] for other in document["settings"]["join"]] == [["id=unit"]]
    assert [program["row"] for program in document["programs"]] == [2, 4, 3]


def test_joined_columns_are_written_and_can_be_judged(folder: Path) -> None:
    must = ["--set", "cost.column=passed", "--set", "cost.at_most=20", "--set", "cost.worst=40"]

    written, said = ranked(folder, "--join", "outcomes.csv", "--on", "id=unit", *must)

    rows = list(csv.DictReader(io.StringIO(written)))
    assert [(row["program"], row["status"], row["passed"], row["outcomes: state"]) for row in rows] == [
        ("Quay", "fits", "12", "RI"),
        ("Dock", "ask", "", ""),
        ("Mill", "ask", "", ""),
        ("Pier", "ask", "", ""),
        ("Harbor ", "out", "31", "MA"),
    ]
    assert said.startswith(
        "outcomes.csv: joined by id=unit: 2 of 5 programs have a row here, 3 have none; 1\n"
        "of its 3 rows belong to no program (--unmatched FILE lists them).\n"
    )


def test_a_filter_may_speak_of_a_joined_column(folder: Path) -> None:
    written, _ = ranked(folder, "--join", "outcomes.csv", "--on", "id=unit", "--where", "passed=1*")

    assert [row["program"] for row in csv.DictReader(io.StringIO(written))] == ["Quay"]


def test_rows_without_a_partner_are_listed_on_demand(folder: Path) -> None:
    ranked(folder, "--join", "outcomes.csv", "--on", "id=unit", "--where", "state=MA", "--unmatched", "alone.csv")

    assert (folder / "alone.csv").read_text() == (
        "side,file,row,program,id,state,cip,cost,passed,outcomes: state\n"
        "programs,programs.csv,3,Mill,8,MA,51.0713,$9300,,\n"
        "programs,programs.csv,5,Pier,10,,510713,$4100,,\n"
        "programs,programs.csv,6,Dock,11,NJ,520101,,,\n"
        "joined,outcomes.csv,4,,99,,,,4,ME\n"
    )


def test_check_says_what_was_chosen(folder: Path) -> None:
    drawn, _ = ran(
        folder, "check", "programs.csv", "--criteria", "mine.yaml", "--where", "state=MA,RI", "--where", "cip=51"
    )

    assert drawn.split("\n\n")[1] == (
        "  5  programs in the file\n  3  where state is MA or RI (1 other does not say)\n  3  where cip is 51"
    )


def test_a_program_is_explained_among_the_chosen(folder: Path) -> None:
    drawn, _ = ran(folder, "explain", "programs.csv", "Quay", "--criteria", "mine.yaml", "--where", "state=RI")

    assert drawn.startswith("Quay: first, 50 points.\n")


def test_a_program_that_was_left_aside_is_not_found_and_the_filter_is_named(folder: Path) -> None:
    _, said = ran(folder, "explain", "programs.csv", "Dock", "--criteria", "mine.yaml", "--where", "state=RI", status=2)

    assert " ".join(said.split()) == (
        '1 fault. Nothing was ranked. PROGRAM "Dock" no program is called that. 4 programs were left aside by state=RI.'
    )


# ── what is refused ───────────────────────────────────────────────────────────────────────────────────────────────────


def test_nothing_left_is_a_fault_and_nothing_is_written(folder: Path) -> None:
    _, said = ranked(folder, "--where", "state=MM", "-o", "out.csv", status=1)

    assert said == (
        "programs.csv: 1 fault. Nothing was ranked.\n"
        '  --where  "state=MM"  leaves none of the 5 programs. That column says "MA" (2),\n'
        '                       nothing (1), "NJ" (1), "RI" (1).\n'
    )
    assert not (folder / "out.csv").exists()


@pytest.mark.parametrize(
    ("options", "status"),
    [
        (["--where", "state"], 2),
        (["--where", "stat=MA"], 1),
        (["--join", "outcomes.csv"], 2),
        (["--on", "id"], 2),
        (["--join", "outcome.csv", "--on", "id"], 1),
        (["--join", "outcomes.csv", "--on", "cost=passed"], 1),
        (["--unmatched", "alone.csv"], 2),
        (["--join", "outcomes.csv", "--on", "id=unit", "--unmatched", "outcomes.csv"], 2),
        (["--join", "outcomes.csv", "--on", "id=unit", "--unmatched", "programs.csv"], 2),
        (["--join", "outcomes.csv", "--on", "id=unit", "-o", "outcomes.csv"], 2),
    ],
)
def test_a_mistake_is_told_with_its_status(folder: Path, options: list[str], status: int) -> None:
    _, said = ranked(folder, *options, status=status)

    assert said != ""
    assert (folder / "outcomes.csv").read_text() == OUTCOMES
    assert (folder / "programs.csv").read_text() == PROGRAMS


# ── again ─────────────────────────────────────────────────────────────────────────────────────────────────────────────

CHOICE = ["--where", "cip=51.07*", "--where", 'state="MA",RI', "--join", "outcomes.csv", "--on", "id=unit"]


def test_a_replay_gives_the_same_bytes(folder: Path) -> None:
    recorded, _ = ranked(folder, *CHOICE, "--json")
    (folder / "before.json").write_text(recorded)

    again, _ = ran(folder, "replay", "before.json")

    assert again == recorded


def test_two_joined_tables_are_run_again(folder: Path) -> None:
    (folder / "places.csv").write_text("program,town\nHarbor,Lynn\n")
    both = ["--join", "places.csv", "--on", "program", *CHOICE]
    recorded, _ = ranked(folder, *both, "--json")
    (folder / "before.json").write_text(recorded)

    again, _ = ran(folder, "replay", "before.json")

    assert again == recorded
    assert [table["matched"] for table in json.loads(recorded)["joined"]] == [1, 2]


def test_a_replay_says_that_the_joined_table_changed(folder: Path) -> None:
    recorded, _ = ranked(folder, *CHOICE, "--json")
    (folder / "before.json").write_text(recorded)
    (folder / "outcomes.csv").write_text(OUTCOMES.replace("12", "13"))

    _, said = ran(folder, "replay", "before.json", status=1)

    assert said == (
        "before.json: run again, the decision differs.\n"
        "  The joined table (outcomes.csv) changed since: its bytes are not those recorded.\n"
    )


def test_a_decision_that_was_recorded_before_there_were_filters_is_still_run_again(folder: Path) -> None:
    recorded, _ = ranked(folder, "--json")
    document = json.loads(
        recorded.replace('"programs.csv"', json.dumps(str(folder / "programs.csv"))).replace(
            '"mine.yaml"', json.dumps(str(folder / "mine.yaml"))
        )
    )
    earlier = {key: value for key, value in document.items() if key not in ("filters", "joined")}
    earlier["settings"] = {key: value for key, value in document["settings"].items() if key not in ("where", "join")}

    assert differences(earlier, replayed(earlier)) == [
        "settings.join is new.",
        "settings.where is new.",
        "joined is new.",
        "filters is new.",
    ]


def test_comparing_says_that_the_filter_changed(folder: Path) -> None:
    for name, more in (("before.json", ["--where", "state=MA"]), ("after.json", CHOICE)):
        (folder / name).write_text(ranked(folder, *more, "--json")[0])

    told, _ = ran(folder, "compare", "before.json", "after.json")

    assert told.split("\n\n")[1] == (
        "What was changed\n"
        "  What is joined to it is not the same as before.\n"
        "  Filter: cip=51.07* and state=MA,RI; before, state=MA.\n"
        "  Joined tables: outcomes.csv by id=unit; before, not set."
    )


def test_the_order_of_filters_is_no_change() -> None:
    criteria = {"criteria": [{"name": "cost", "kind": "money", "column": "cost", "worst": "8000", "best": "0"}]}
    one, other = (
        decided(PROGRAMS.encode(), criteria, where=where).to_dict()
        for where in (["state=MA", "cip=51"], ["cip=51", "state=MA"])
    )

    assert compare_text(compare(one, other)).startswith("Harbor still comes first.\n\nNothing moved")
