"""Properties of input and output, numbered as in the reliability goals: the same facts, however typed, decide alike."""

from __future__ import annotations

import csv
import io
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from decision import decide
from tests.asking import said
from tests.strategies import Problem, another_spelling, csv_bytes, problems
from tests.variants import by_row, document

FORMULAS = ["=1+1", "+x", "-x", "@x", " =1", "\t1", "＝1", "'=1", "-5", "plain"]


def judged(data: bytes, problem: Problem) -> list[tuple[Any, ...]]:
    """Everything about every program but its texts."""
    return facts_of(said(data, problem.criteria)["programs"])


def facts_of(programs: Any) -> list[tuple[Any, ...]]:  # noqa: ANN401
    """Give everything about every program but its texts, in the order of the file."""
    found = sorted(programs, key=lambda program: int(program["row"]))
    return [
        (p["status"], p["rank"], p["shortlist"], p["score"], p["score_high"], p["points"], p["ask"], losses_of(p))
        for p in found
    ]


def losses_of(program: dict[str, Any]) -> list[tuple[Any, ...]]:
    """Give what failed, without the words."""
    return [(loss["criterion"], loss["margin"], loss["only"]) for loss in program["failed"]]


@given(problems(), st.sampled_from([",", ";", "\t", "|"]), st.sampled_from(["\n", "\r\n", "\r"]))
def test_24_separators_and_line_ends_change_nothing(problem: Problem, separator: str, line_end: str) -> None:
    data = csv_bytes([problem.header, *problem.rows], separator=separator, line_end=line_end)

    assert judged(data, problem) == facts_of(document(problem)["programs"])


@given(problems(), st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"]))
def test_24_encodings_and_marks_change_nothing(problem: Problem, encoding: str) -> None:
    named = [(f"{row[0]} Café", *row[1:]) for row in problem.rows]
    mark = b"\xff\xfe" if encoding == "utf-16-le" else b""
    data = mark + csv_bytes([problem.header, *named]).decode().encode(encoding)

    assert judged(data, problem) == facts_of(document(problem.with_rows(named))["programs"])


@given(problems())
def test_24_quoting_every_cell_changes_nothing(problem: Problem) -> None:
    out = io.StringIO()
    csv.writer(out, quoting=csv.QUOTE_ALL).writerows([problem.header, *problem.rows])

    assert judged(out.getvalue().encode(), problem) == facts_of(document(problem)["programs"])


@given(problems(), st.data())
def test_24_notations_of_the_same_fact_change_nothing(problem: Problem, data: st.DataObject) -> None:
    plain = problem.with_rows([(f"P{i}", *row[1:]) for i, row in enumerate(problem.rows)])
    typed = [(row[0], *(data.draw(another_spelling(text)) for text in row[1:])) for row in plain.rows]

    again = [(p["status"], p["rank"], p["score"], p["score_high"]) for p in by_row(plain.with_rows(typed))]

    assert again == [(p["status"], p["rank"], p["score"], p["score_high"]) for p in by_row(plain)]


@given(problems(), st.data())
def test_25_ranking_our_own_output_again_gives_the_same_bytes(problem: Problem, data: st.DataObject) -> None:
    named = [(data.draw(st.sampled_from([*FORMULAS, row[0]])), *row[1:]) for row in problem.rows]
    once = decide(csv_bytes([problem.header, *named]), problem.criteria).csv()

    twice = decide(once, problem.criteria).csv()

    assert twice == once


@given(problems())
def test_26_rows_are_conserved(problem: Problem) -> None:
    answer = document(problem)

    counts = [sum(p["status"] == status for p in answer["programs"]) for status in ("fits", "ask", "out")]

    assert sum(counts) == len(problem.rows)


@given(problems())
def test_27_a_dataframe_decides_as_the_file_does(problem: Problem) -> None:
    frame = pd.DataFrame([list(row) for row in problem.rows], columns=list(problem.header))

    answer: Any = said(frame, problem.criteria)

    assert facts_of(answer["programs"]) == facts_of(document(problem)["programs"])


@pytest.mark.parametrize("view", ["ranking", "shortlist", "eliminated", "funnel"])
@given(problem=problems())
def test_27_the_frames_hold_what_the_json_holds(view: str, problem: Problem) -> None:
    decision = decide(problem.data, problem.criteria)
    answer: Any = decision.to_dict()
    expected = {
        "ranking": len(problem.rows),
        "shortlist": sum(p["shortlist"] for p in answer["programs"]),
        "eliminated": sum(len(p["failed"]) for p in answer["programs"]),
        "funnel": len(answer["funnel"]),
    }

    assert len(getattr(decision, view)) == expected[view]


@given(st.lists(st.sampled_from(FORMULAS), min_size=1, max_size=4))
def test_29_the_formula_guard_is_idempotent(names: list[str]) -> None:
    wanted = {"criteria": [{"name": "cost", "column": "cost", "kind": "money", "worst": "$9,000", "best": "$0"}]}
    once = decide(csv_bytes([["program", "cost"], *([name, "$1"] for name in names)]), wanted).csv()

    twice = decide(decide(once, wanted).csv(), wanted).csv()

    assert twice == once
