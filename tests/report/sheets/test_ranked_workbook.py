from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import openpyxl
import pytest
from hypothesis import given

from decision import decide
from decision.intake.workbook.cell_text import cell_text
from decision.report.files.questions_csv import questions_csv
from decision.report.files.ranked import ranked_csv
from decision.report.sheets.lists_workbook import questions_workbook
from decision.report.sheets.ranked_workbook import ranked_workbook
from decision.report.sheets.table_workbook import table_workbook
from decision.version import VERSION
from tests.report.found_out import CASES, INSIGHTS
from tests.report.outcomes import FOUR_SCHOOLS
from tests.strategies import Problem, problems

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


SCORES = (
    "Points of 100 that a program surely earns. What is not known surely earns nothing, so score_high, with all that "
    "unknowns may earn, can be more. Points stand on the reference points below, not on the list: adding a program "
    "changes nobody else's."
)


def grid(data: bytes, sheet: str) -> list[list[str]]:
    """A sheet as another library reads it, its cells as text."""
    rows = openpyxl.load_workbook(io.BytesIO(data))[sheet].iter_rows(values_only=True)
    return [["" if cell is None else text(cell) for cell in row] for row in rows]


def text(value: object) -> str:
    assert isinstance(value, str | int | float)
    return value if isinstance(value, str) else cell_text(float(value))


def lines(chunks: Sequence[bytes]) -> list[list[str]]:
    """A CSV file's cells, without the apostrophes that guard them."""
    rows = csv.reader(io.StringIO(b"".join(chunks).decode(), newline=""))
    return [[cell.removeprefix("'") for cell in row] for row in rows]


def test_the_ranking_holds_the_cells_of_the_csv() -> None:
    assert grid(ranked_workbook(FOUR_SCHOOLS), "ranking") == lines([*ranked_csv(FOUR_SCHOOLS)])


@given(problem=problems())
def test_any_ranking_holds_the_cells_of_its_csv(problem: Problem) -> None:
    decision = decide(problem.data, problem.criteria, allow_missing=True)

    assert grid(decision.xlsx(), "ranking") == lines([decision.csv()])


@given(problem=problems())
def test_our_own_workbook_ranks_the_same_again(problem: Problem) -> None:
    decision = decide(problem.data, problem.criteria, allow_missing=True)

    again = decide(decision.xlsx(), problem.criteria, allow_missing=True)

    assert again.outcome.programs.is_own_output
    assert again.csv() == decide(decision.csv(), problem.criteria, allow_missing=True).csv()


def test_the_funnel_is_a_sheet() -> None:
    assert grid(ranked_workbook(FOUR_SCHOOLS), "funnel")[:2] == [
        ["must-have", "rule", "programs before", "out", "left", "of these to ask"],
        ["cost", "at most $6,000", "4", "2", "2", "0"],
    ]


def test_filters_and_joined_files_are_named_before_the_must_haves(tmp_path: Path) -> None:
    (tmp_path / "b.csv").write_bytes(b"program,cost\nHarbor,5\nQuay,7\n")
    criteria = {"criteria": [{"name": "cost", "kind": "money", "column": "cost", "must": {"at_most": 6}}]}
    table = b"program,state\nHarbor,MA\nQuay,MA\nMill,NY\n"

    decision = decide(table, criteria, where="state=MA", join=str(tmp_path / "b.csv"), on="program")

    assert grid(decision.xlsx(), "funnel")[1:] == [
        ["state", "where state is MA", "3", "1", "2", ""],
        ["cost", "at most $6", "2", "1", "1", "0"],
    ]
    assert [row[1:] for row in grid(decision.xlsx(), "how it was decided")[4:6]] == [
        ["joined with", str(tmp_path / "b.csv")],
        ["chosen", "state=MA"],
    ]


def test_how_it_was_decided_is_a_sheet() -> None:
    wanted = {
        "title": "What I want",
        "criteria": [
            {"name": "schedule", "kind": "schedule", "column": "when", "must": {"any_of": ["evening", "online"]}},
            {
                "name": "pass rate",
                "kind": "share",
                "column": "rate",
                "took": "takers",
                "passed": "passers",
                "worst": "40%",
                "best": "100%",
                "why": "It is why you go.",
            },
            {"name": "cost", "kind": "money", "column": "cost", "must": {"at_most": 6000}, "worst": 8000, "best": 0},
        ],
    }
    table = b"program,when,rate,passers,takers,cost\nHarbor,evening,,47,52,3450\nQuay,day,TBD,,,about 4k?\n"

    decision = decide(table, wanted, set={"cost.unknown": "assume $4,000"})

    assert grid(decision.xlsx(), "how it was decided") == [
        ["about", "what", "in words"],
        ["decision", "title", "What I want"],
        ["decision", "made by", f"decide {VERSION}"],
        ["decision", "table", "<bytes>"],
        ["decision", "criteria", "given in Python"],
        ["decision", "programs", "2 programs: 1 fit, 0 to ask, 1 out"],
        ["decision", "shortlist", "the first 3 that surely fit"],
        ["decision", "score", SCORES],
        ["decision", "changed by you", "cost.unknown=assume $4,000"],
        ["decision", "odd cells", "1 cell needs a look; decide check names each"],
        ["weights", "", "Weights follow the order of concern, the first by far the most: pass rate, then cost."],
        ["weights", "assumed", "You gave an order and no sizes, so these sizes are assumed."],
        ["weights", "pass rate", "75 %"],
        ["weights", "cost", "25 %"],
        ["schedule", "must-have", "evening or online"],
        ["schedule", "if not known", "ask the school"],
        ["schedule", "read from", "when"],
        ["schedule", "not known", "nothing: every program states it"],
        ["pass rate", "points", "40 % earns none, 100 % earns all; evenly between"],
        ["pass rate", "small classes", "pulled toward 50 %, as if by 20 earlier takers"],
        ["pass rate", "if not known", "no sure points, all possible ones"],
        ["pass rate", "read from", "rate, or passers and takers"],
        ["pass rate", "why", "It is why you go."],
        ["pass rate", "not known", "1 not published"],
        ["cost", "must-have", "at most $6,000"],
        ["cost", "points", "$0 earns all, $8,000 earns none; evenly between"],
        ["cost", "if not known", "ask the school; counted as $4,000, your own word"],
        ["cost", "read from", "cost"],
        ["cost", "not known", "1 not understood"],
    ]


def test_a_table_without_must_haves_has_an_empty_funnel() -> None:
    criteria = {"criteria": [{"name": "cost", "kind": "money", "column": "cost", "worst": 9, "best": 0}]}

    assert grid(decide(b"program,cost\nA,5\n", criteria).xlsx(), "funnel") == [
        ["must-have", "rule", "programs before", "out", "left", "of these to ask"]
    ]


@pytest.mark.parametrize("name", CASES)
def test_the_questions_hold_the_cells_of_their_csv(name: str) -> None:
    data = questions_workbook(CASES[name], INSIGHTS[name])

    assert grid(data, "questions") == lines([*questions_csv(CASES[name], INSIGHTS[name])])


def test_a_table_is_written_as_typed() -> None:
    programs = FOUR_SCHOOLS.programs

    assert grid(table_workbook(programs), "programs") == [
        list(programs.header),
        *(programs.cells(program) for program in range(len(programs))),
    ]
