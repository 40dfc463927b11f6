"""Properties of elimination, numbered as in the reliability goals: who is out, who is blamed, and who must be asked."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hypothesis import assume, given
from hypothesis import strategies as st

from tests.asking import said
from tests.strategies import Problem, csv_bytes, problems
from tests.variants import by_row, document, musts_only, points_only, without_points


def left_of(problem: Problem) -> set[int]:
    """The rows that are not out."""
    return {int(program["row"]) for program in document(problem)["programs"] if program["status"] != "out"}


@given(problems())
def test_1_survivors_are_the_intersection_of_the_must_haves_taken_alone(problem: Problem) -> None:
    musts = musts_only(problem)
    everyone = set(range(2, len(problem.rows) + 2))

    alone = [left_of(musts.with_concerns([concern])) for concern in musts.concerns]

    assert left_of(problem) == everyone.intersection(*alone)


@given(problems(), st.data())
def test_2_the_order_of_must_haves_changes_only_who_is_blamed(problem: Problem, data: st.DataObject) -> None:
    plain = replace(problem, weights="equal")
    shuffled = plain.with_concerns(data.draw(st.permutations(plain.concerns)))

    first, second = by_row(plain), by_row(shuffled)

    assert [p["status"] for p in second] == [p["status"] for p in first]
    assert [losses_of(p) for p in second] == [losses_of(p) for p in first]


def losses_of(program: dict[str, Any]) -> list[tuple[Any, ...]]:
    """Failed must-haves in the order of their names."""
    return sorted((loss["criterion"], loss["only"], str(loss["margin"])) for loss in program["failed"])


@given(problems())
def test_3_the_blame_is_the_first_failing_must_have(problem: Problem) -> None:
    answer = document(problem)

    blamed = [program["failed"][0]["criterion"] for program in answer["programs"] if program["status"] == "out"]

    assert {step["criterion"]: step["out"] for step in answer["funnel"]} == {
        concern.name: blamed.count(concern.name) for concern in problem.concerns if "must" in concern.criterion
    }


@given(problems())
def test_4_running_again_on_survivors_removes_nobody(problem: Problem) -> None:
    left = left_of(problem)
    assume(left)

    survivors = problem.with_rows([row for number, row in enumerate(problem.rows, start=2) if number in left])

    assert len(left_of(survivors)) == len(left)


@given(st.lists(st.integers(0, 40), min_size=1, max_size=8), st.integers(1, 40), st.integers(0, 10))
def test_5_a_tighter_limit_never_adds_a_survivor(costs: list[int], limit: int, tighter: int) -> None:
    table = csv_bytes([["program", "cost"], *([f"P{i}", f"${100 * cost:,}"] for i, cost in enumerate(costs, start=1))])
    loose = {"criteria": [cost_limit(limit)]}
    tight = {"criteria": [cost_limit(max(limit - tighter, 0))]}

    before, after = said(table, loose), said(table, tight)

    assert fitting(after) <= fitting(before)


def cost_limit(hundreds: int) -> dict[str, Any]:
    """A must-have on cost alone."""
    return {"name": "cost", "column": "cost", "kind": "money", "must": {"at_most": f"${100 * hundreds:,}"}}


def fitting(answer: dict[str, Any]) -> set[str]:
    """The names of the programs that fit."""
    return {program["name"] for program in answer["programs"] if program["status"] == "fits"}


@given(problems(), st.data())
def test_6_an_unknown_value_neither_passes_nor_fails_in_silence(problem: Problem, data: st.DataObject) -> None:
    musts = [concern for concern in problem.concerns if "must" in concern.criterion]
    assume(musts)
    concern = data.draw(st.sampled_from(musts))
    alone = musts_only(problem).with_concerns([without_points(concern)])
    expected = {"ask": ("ask", [], [concern.name]), "out": ("out", [(concern.name, None)], [])}

    program = by_row(alone.with_cells(0, dict.fromkeys(concern.columns, "")))[0]

    failed = [(loss["criterion"], loss["margin"]) for loss in program["failed"]]
    rule = "out" if concern.criterion.get("unknown") == "out" else "ask"
    assert (program["status"], failed, program["ask"]) == expected[rule]


@given(problems())
def test_21_eliminated_rows_change_no_score(problem: Problem) -> None:
    left = left_of(problem)
    assume(left)
    survivors = problem.with_rows([row for number, row in enumerate(problem.rows, start=2) if number in left])

    before = [program for program in by_row(problem) if program["row"] in left]

    assert [(p["score"], p["score_high"], p["rank"]) for p in by_row(survivors)] == [
        (p["score"], p["score_high"], p["rank"]) for p in before
    ]


@given(problems())
def test_without_must_haves_everybody_fits(problem: Problem) -> None:
    assume(problem.scored)

    answer = document(points_only(problem))

    assert ({program["status"] for program in answer["programs"]}, answer["funnel"]) == ({"fits"}, [])
