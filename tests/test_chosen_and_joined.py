"""Filters and joins from Python, the promises that hold for them, and whole public files."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from decision import decide as decided
from decision.errors import BadOptions, BadPrograms
from decision.intake.table.programs import read_programs
from decision.report.files.unmatched_csv import unmatched_csv
from decision.roof.preparing import prepared
from tests.commands import decide
from tests.strategies import Problem, problems
from tests.test_cli_chosen import CRITERIA, OUTCOMES, PROGRAMS

if TYPE_CHECKING:
    from pathlib import Path

NAMES = ["Ash", "Birch", "Cedar", "Elm", "Fir", "Holly", "Larch", "Maple"]

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

    run = decide(
        *("rank", data / "nj_etpl_2021_records.csv", "--criteria", "mine.yaml"),
        *("--join", data / "nj_outcomes_by_provider_cip.csv", "--on", "providerid,cipcode"),
        *("--where", "cipcode=51.07*", "--where", "state=NJ,", "--unmatched", "alone.csv"),
        folder=tmp_path,
    )

    rows = list(csv.DictReader(io.StringIO(run.stdout.decode(), newline="")))
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
