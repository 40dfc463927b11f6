"""Places are shared by equals, and file position never decides."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from decision import decide
from decision.judge.rank import places, shortlist

COST = {
    "criteria": [
        {"name": "cost", "kind": "money", "column": "cost", "must": {"at_most": "6000"}, "worst": "8000", "best": "0"}
    ]
}


def order_of(table: str, *, shown: str = "name") -> list[str]:
    """The names from first to last."""
    programs = decide(table.encode(), COST).to_dict()["programs"]
    return [program[shown] for program in programs]  # type: ignore[attr-defined]


def test_equal_scores_share_a_place_and_the_next_is_skipped() -> None:
    assert places(np.array([71.0, 68.0, 68.0, 55.0])).tolist() == [1, 2, 2, 4]


def test_no_scores_give_no_places() -> None:
    assert places(np.array([])).tolist() == []


@given(st.lists(st.integers(0, 5)))
def test_a_place_is_one_more_than_the_number_strictly_ahead(scores: list[int]) -> None:
    falling = np.array(sorted(scores, reverse=True), dtype=float)

    assert places(falling).tolist() == [1 + int((falling > score).sum()) for score in falling]


def test_a_tie_at_the_edge_of_the_shortlist_is_never_cut() -> None:
    kept = shortlist(np.array([1, 2, 2, 4]), np.array([True] * 4), 2)

    assert kept.tolist() == [True, True, True, False]


def test_a_program_to_ask_about_is_never_on_the_shortlist() -> None:
    kept = shortlist(np.array([1, 2]), np.array([True, False]), 3)

    assert kept.tolist() == [True, False]


@pytest.mark.parametrize("rows", [["B,5000,x", "A,5000,y", "A,5000,x"], ["A,5000,x", "A,5000,y", "B,5000,x"]])
def test_inside_a_tie_rows_stand_by_name_then_by_their_other_cells(rows: list[str]) -> None:
    decision = decide("\n".join(["program,cost,note", *rows]).encode(), COST)

    lines = decision.csv().decode().splitlines()[1:]

    assert [",".join(line.split(",")[-4:-1]) for line in lines] == ["A,5000,x", "A,5000,y", "B,5000,x"]


def test_other_cells_are_compared_in_the_order_of_their_headers_names() -> None:
    decision = decide(b"program,cost,z,a\nA,5000,1,2\nA,5000,2,1\n", COST)

    assert [program["row"] for program in decision.to_dict()["programs"]] == [3, 2]  # type: ignore[attr-defined]


def test_programs_to_ask_stand_below_all_that_fit_and_never_share_a_rank() -> None:
    table = b"program,cost\nA,5900\nB,\nC,5900\nD,\n"

    programs = decide(table, COST).to_dict()["programs"]

    found = [(program["name"], program["status"], program["rank"]) for program in programs]  # type: ignore[attr-defined]
    assert found == [("A", "fits", 1), ("C", "fits", 1), ("B", "ask", 3), ("D", "ask", 3)]


def test_those_out_stand_by_how_far_they_came_then_by_name() -> None:
    wanted = {
        "criteria": [
            {"name": "when", "kind": "schedule", "column": "when", "must": {"any_of": ["evening"]}},
            COST["criteria"][0],
        ]
    }
    table = b"program,when,cost\nZ,day,1\nB,evening,9000\nA,evening,9000\nY,day,9000\n"

    programs = decide(table, wanted).to_dict()["programs"]

    assert [program["name"] for program in programs] == ["A", "B", "Y", "Z"]  # type: ignore[attr-defined]


def test_an_apostrophe_that_guards_a_cell_does_not_move_it() -> None:
    assert order_of("program,cost\n=B,1\nA,1\n") == ["=B", "A"]
    assert order_of("program,cost\n'=B,1\nA,1\n") == ["=B", "A"]


def test_scores_equal_to_nine_decimals_are_equal() -> None:
    table = "program,cost\nA,1000.0000000000001\nB,1000\n"

    assert [p["rank"] for p in decide(table.encode(), COST).to_dict()["programs"]] == [1, 1]  # type: ignore[attr-defined]
