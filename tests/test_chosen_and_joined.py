"""Filters and joins through the whole procedure: from the command line and Python to every answer that is written."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from decision import decide as decided
from decision.errors import BadOptions, BadPrograms
from decision.intake.table.programs import read_programs
from decision.judge.again.compare import compare
from decision.judge.again.replay import differences
from decision.procedure import prepared, replayed
from decision.report.explain.compare import compare_text
from decision.report.files.unmatched_csv import unmatched_csv
from tests.commands import decide
from tests.report.files.test_document import SCHEMA
from tests.strategies import Problem, problems

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
NAMES = ["Ash", "Birch", "Cedar", "Elm", "Fir", "Holly", "Larch", "Maple"]


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


# ── in Python ─────────────────────────────────────────────────────────────────────────────────────────────────────────

ONE = {"criteria": [{"name": "cost", "kind": "money", "column": "cost", "worst": "8000", "best": "0"}]}


@pytest.mark.parametrize(
    "where", [["state=MA,RI"], "state=MA,RI", {"state": ["MA", "RI"]}, {"state": "MA,RI"}, ({"state": ("ma", "r?")})]
)
def test_every_python_spelling_chooses_the_same(where: Any) -> None:  # noqa: ANN401
    decision = decided(PROGRAMS.encode(), ONE, where=where)

    assert sorted(decision.ranking.index) == [2, 3, 4]


def test_a_decision_shows_its_filters_and_what_found_no_partner() -> None:
    decision = decided(PROGRAMS.encode(), ONE, where="state!=NJ", join=OUTCOMES.encode(), on="id=unit")

    assert decision.filters.reset_index().to_dict("records") == [
        {"where": "state!=NJ", "before": 5, "left": 4, "blank": 0}
    ]
    assert decision.unmatched_csv().count(b"\n") == 1 + 3 + 1
    assert "where state is not NJ" in decision._repr_html_()


def test_a_decision_without_filters_shows_none() -> None:
    decision = decided(PROGRAMS.encode(), ONE)

    assert len(decision.filters) == 0
    assert decision.unmatched_csv() == b"side,file,row,program,id,state,cip,cost\n"
    assert (decision.to_dict()["filters"], decision.to_dict()["joined"]) == ([], [])


def test_a_joined_file_is_never_written_over(tmp_path: Path) -> None:
    path = tmp_path / "outcomes.csv"
    path.write_text(OUTCOMES)
    decision = decided(PROGRAMS.encode(), ONE, join=path, on="id=unit")

    with pytest.raises(BadOptions, match=r"this file is also what is read"):
        decision.to_csv(path)


# ── the promises ──────────────────────────────────────────────────────────────────────────────────────────────────────


def chosen(problem: Problem, names: list[str]) -> list[dict[str, Any]] | None:
    """The programs of some names, ranked alone; nothing where the table has none of them."""
    try:
        document: dict[str, Any] = decided(problem.data, problem.criteria, where={"program": names}).to_dict()
    except BadPrograms:
        return None
    found: list[dict[str, Any]] = document["programs"]
    return found


@given(problems(max_rows=6), st.lists(st.sampled_from(NAMES), min_size=1, max_size=4, unique=True))
def test_choosing_moves_nobody_else(problem: Problem, names: list[str]) -> None:
    everything: dict[str, Any] = decided(problem.data, problem.criteria).to_dict()
    kept = [program for program in everything["programs"] if program["name"] in names]
    told = ("row", "name", "status", "score", "score_high", "points", "failed", "ask")

    alone = chosen(problem, names)

    assert [[program[key] for key in told] for program in alone or []] == [
        [program[key] for key in told] for program in kept
    ]


@pytest.mark.parametrize(
    ("cells", "score"),
    [(("1", "0.5"), 100.0), (("0.8", "0.5"), 80.0), (("80", "50"), 80.0), (("2", "50"), 2.0), (("0", "92"), 0.0)],
)
def test_a_share_without_a_sign_is_read_as_the_whole_file_says(cells: tuple[str, str], score: float) -> None:
    table = f"program,rate\nHarbor,{cells[0]}\nQuay,{cells[1]}\nMill,{cells[1]}5\n"
    wanted = {"criteria": [{"name": "rate", "kind": "share", "column": "rate", "worst": "0%", "best": "100%"}]}

    decision = decided(table.encode(), wanted, where="program=Harbor")

    assert decision.ranking["score"].tolist() == [score]


@given(problems(max_rows=5), st.lists(st.sampled_from(NAMES), min_size=1, max_size=3, unique=True))
def test_chosen_and_left_aside_are_all_rows(problem: Problem, names: list[str]) -> None:
    both = [
        program["row"]
        for part in (names, [n for n in NAMES if n not in names])
        for program in chosen(problem, part) or []
    ]

    assert sorted(both) == [row + 2 for row in range(len(problem.rows))]


@given(problems(max_rows=5))
def test_joining_what_nobody_judges_changes_nobody(problem: Problem) -> None:
    other = "program,note\n" + "".join(f"{name},x\n" for name in NAMES)

    joined: dict[str, Any] = decided(problem.data, problem.criteria, join=other.encode(), on="program").to_dict()

    assert joined["programs"] == decided(problem.data, problem.criteria).to_dict()["programs"]


# ── whole public files ────────────────────────────────────────────────────────────────────────────────────────────────


def test_new_jersey_coding_programs_with_their_outcomes(shared: Path, tmp_path: Path) -> None:
    data = shared / "data"
    (tmp_path / "mine.yaml").write_text(CRITERIA.replace("column: cost", "column: totalcost"))

    written, _ = ran(
        tmp_path,
        *("rank", str(data / "nj_etpl_2021_records.csv"), "--criteria", "mine.yaml"),
        *("--join", str(data / "nj_outcomes_by_provider_cip.csv"), "--on", "providerid,cipcode"),
        *("--where", "cipcode=51.07*", "--where", "state=NJ,", "--unmatched", "alone.csv"),
    )

    rows = list(csv.DictReader(io.StringIO(written, newline="")))
    alone = list(csv.DictReader(io.StringIO((tmp_path / "alone.csv").read_text(encoding="utf-8"), newline="")))
    assert {row["cipcode"][:4] for row in rows} == {"5107"}
    assert {row["state"] for row in rows} == {"NJ", ""}
    assert len(rows) == 48
    assert [sum(row["side"] == side for row in alone) for side in ("programs", "joined")] == [1110 - 365, 1565 - 219]


def test_federal_programs_of_two_states_by_the_directory(shared: Path) -> None:
    data = shared / "data"

    programs = prepared(
        read_programs(data / "ipeds_ic2021_py.csv"),
        source="none",
        join=data / "ipeds_hd2024_slim.csv",
        on="UNITID",
        where={"STABBR": ["MA", "RI"]},
    )

    directory = csv.DictReader(io.StringIO((data / "ipeds_hd2024_slim.csv").read_text(encoding="utf-8"), newline=""))
    here = {row["UNITID"] for row in directory if row["STABBR"] in ("MA", "RI")}
    charges = csv.reader(io.StringIO((data / "ipeds_ic2021_py.csv").read_text(encoding="utf-8"), newline=""))
    assert len(programs) == sum(row[0] in here for row in charges)
    assert programs.filters[0].blank == 2222 - 2048


def test_federal_rows_of_several_programs_get_their_place_from_the_directory(shared: Path) -> None:
    data = shared / "data"
    charges = read_programs(data / "ipeds_ic2021_py.csv")

    programs = prepared(charges, join=data / "ipeds_hd2024_slim.csv", on="UNITID", where=["state=MA,RI", "cip=51.07"])

    told = [programs.header.index(name) for name in ("UNITID", "school", "city", "state", "cip")]
    directory = {
        row["UNITID"]: [row["INSTNM"], row["CITY"], row["STABBR"]]
        for row in csv.DictReader(io.StringIO((data / "ipeds_hd2024_slim.csv").read_text(encoding="utf-8"), newline=""))
    }
    found = [[programs.cell(at, number) for number in told] for at in range(len(programs))]
    assert len(found) == 2
    assert [cells[1:4] for cells in found] == [directory[cells[0]] for cells in found]
    assert {cells[4][:5] for cells in found} == {"51.07"}


def test_a_row_of_several_programs_is_listed_by_the_row_of_its_file(shared: Path) -> None:
    data = shared / "data"
    charges = read_programs(data / "ipeds_ic2021_py.csv")

    programs = prepared(charges, join=data / "ipeds_hd2024_slim.csv", on="UNITID")

    lines = list(csv.DictReader(io.StringIO(b"".join(unmatched_csv(programs)).decode(), newline="")))
    alone = [line for line in lines if line["side"] == "programs"]
    rows = {line["row"] for line in alone}
    ids = charges.header.index("UNITID")
    assert (len(rows), max(map(int, rows)) <= 2223) == (2222 - 2048, True)
    assert [line["UNITID"] for line in alone] == [charges.cell(int(line["row"]) - 2, ids) for line in alone]
