"""Properties of scores and ranking, numbered as in the reliability goals; scores compare after nine decimals."""

from __future__ import annotations

import math
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.asking import said
from tests.strategies import Concern, Problem, cells_of, csv_bytes, problems
from tests.variants import by_row, document, facts_filled, points_only, scored_problems, with_points_given

SLACK = 1e-9
POINTS = st.lists(st.integers(1, 9), min_size=5, max_size=5)


def results(problem: Problem) -> list[tuple[Any, ...]]:
    """Status, rank and rounded scores, in the order of the file."""
    return [(p["status"], p["rank"], rounded(p["score"]), rounded(p["score_high"])) for p in by_row(problem)]


def rounded(score: float | None) -> float | None:
    """Round a score as ranks do, but leave room for the last digit."""
    return None if score is None else round(score, 8)


@given(problems())
def test_7_scores_are_finite_and_within_0_and_100(problem: Problem) -> None:
    programs = [p for p in document(problem)["programs"] if p["status"] != "out"]

    figures = [figure for p in programs for figure in (p["score"], p["score_high"], *p["points"].values())]

    assert [figure for figure in figures if not (math.isfinite(figure) and -SLACK <= figure <= 100 + SLACK)] == []


@given(problems())
def test_8_points_add_up_to_the_score(problem: Problem) -> None:
    programs = [p for p in document(problem)["programs"] if p["status"] != "out"]

    assert [p["score"] for p in programs] == pytest.approx([sum(p["points"].values()) for p in programs], abs=SLACK)


@given(problems(), POINTS, st.integers(2, 50))
def test_9_weights_times_k_change_nothing(problem: Problem, points: list[int], k: int) -> None:
    assume(problem.scored)

    times_k = with_points_given(problem, [k * value for value in points])

    assert results(times_k) == results(with_points_given(problem, points))


@given(scored_problems(), POINTS, st.data())
def test_10_weight_0_equals_leaving_the_criterion_out(problem: Problem, points: list[int], data: st.DataObject) -> None:
    assume(len(problem.concerns) > 1)
    gone = data.draw(st.integers(0, len(problem.concerns) - 1))
    weightless = with_points_given(problem, [0 if k == gone else value for k, value in enumerate(points)])
    fewer = problem.with_concerns([c for k, c in enumerate(problem.concerns) if k != gone])
    without = with_points_given(fewer, [value for k, value in enumerate(points) if k != gone])

    assert results(weightless) == results(without)


@given(st.lists(st.integers(0, 90), min_size=1, max_size=8, unique=True))
def test_11_one_criterion_alone_sorts_by_it(costs: list[int]) -> None:
    table = csv_bytes([["program", "cost"], *([f"P{i}", f"${100 * cost:,}"] for i, cost in enumerate(costs))])
    criterion = {"name": "cost", "column": "cost", "kind": "money", "worst": "$9,000", "best": "$0"}

    programs = said(table, {"criteria": [criterion]})["programs"]

    assert [costs[program["row"] - 2] for program in programs] == sorted(costs)


@given(st.lists(st.integers(1, 90), min_size=1, max_size=8), st.integers(1, 40), st.integers(41, 90))
def test_12_direction_flipped_and_values_negated_is_the_same(values: list[int], worst: int, best: int) -> None:
    criterion = {"name": "hours", "column": "hours", "kind": "number"}
    plain = csv_bytes([["program", "hours"], *([f"P{i}", str(value)] for i, value in enumerate(values))])
    negated = csv_bytes([["program", "hours"], *([f"P{i}", str(-value)] for i, value in enumerate(values))])

    first = said(plain, {"criteria": [criterion | {"worst": str(worst), "best": str(best)}]})
    second = said(negated, {"criteria": [criterion | {"worst": str(-worst), "best": str(-best)}]})

    assert [(p["row"], p["rank"], rounded(p["score"])) for p in second["programs"]] == [
        (p["row"], p["rank"], rounded(p["score"])) for p in first["programs"]
    ]


@given(st.lists(st.integers(1, 90), min_size=1, max_size=8), st.integers(1, 40), st.integers(41, 90))
def test_13_other_units_change_nothing_on_scales_converted_alike(values: list[int], worst: int, best: int) -> None:
    criterion = {"name": "hours", "column": "hours", "kind": "number"}
    hours = csv_bytes([["program", "hours"], *([f"P{i}", str(value)] for i, value in enumerate(values))])
    minutes = csv_bytes([["program", "hours"], *([f"P{i}", str(60 * value)] for i, value in enumerate(values))])

    first = said(hours, {"criteria": [criterion | {"worst": str(worst), "best": str(best)}]})["programs"]
    second = said(minutes, {"criteria": [criterion | {"worst": str(60 * worst), "best": str(60 * best)}]})

    assert [(p["row"], p["rank"], rounded(p["score"])) for p in second["programs"]] == [
        (p["row"], p["rank"], rounded(p["score"])) for p in first
    ]


@given(problems(), POINTS, st.data())
def test_14_with_weights_by_name_the_order_of_criteria_changes_no_score_rank_or_status(
    problem: Problem, points: list[int], data: st.DataObject
) -> None:
    assume(problem.scored)
    plain = with_points_given(problem, points)
    shuffled = plain.with_concerns(data.draw(st.permutations(plain.concerns)))

    assert results(shuffled) == results(plain)


@given(problems(), st.sampled_from(["", "call them", "7", "=1+1"]))
def test_16_an_extra_column_changes_no_rank(problem: Problem, text: str) -> None:
    table = csv_bytes([[*problem.header, "notes"], *([*row, text] for row in problem.rows)])

    programs = said(table, problem.criteria)["programs"]

    assert programs == document(problem)["programs"]


@given(scored_problems(), POINTS, st.data())
def test_17_better_on_one_criterion_is_never_a_worse_rank(
    problem: Problem, points: list[int], data: st.DataObject
) -> None:
    plain = with_points_given(problem, points)
    row, concern = data.draw(st.integers(0, len(problem.rows) - 1)), data.draw(st.sampled_from(problem.concerns))
    changed = plain.with_cells(row, data.draw(cells_of(concern)))
    before, after = by_row(plain)[row], by_row(changed)[row]

    gained = after["points"][concern.name] - before["points"][concern.name]

    assert gained < SLACK or after["rank"] <= before["rank"]


@given(scored_problems(min_rows=2), POINTS)
def test_18_at_least_as_good_everywhere_and_better_somewhere_ranks_above(problem: Problem, points: list[int]) -> None:
    programs = document(with_points_given(problem, points))["programs"]

    wrong = [(a["row"], b["row"]) for a in programs for b in programs if dominates(a, b) and a["rank"] >= b["rank"]]

    assert wrong == []


def dominates(a: dict[str, Any], b: dict[str, Any]) -> bool:
    """Whether a has at least b's points everywhere, and clearly more somewhere."""
    gains = [a["points"][name] - b["points"][name] for name in a["points"]]
    return bool(min(gains) >= 0 and max(gains) > 1e-6)


@given(scored_problems(min_rows=2), POINTS, st.data())
def test_19_more_weight_where_a_is_at_least_as_good_never_lets_b_overtake_a(
    problem: Problem, points: list[int], data: st.DataObject
) -> None:
    index = data.draw(st.integers(0, len(problem.concerns) - 1))
    name = problem.concerns[index].name
    heavier = [value + (7 if k == index else 0) for k, value in enumerate(points)]
    before = by_row(with_points_given(problem, points))
    after = by_row(with_points_given(problem, heavier))

    pairs = [
        (a, b)
        for a in range(len(before))
        for b in range(len(before))
        if before[a]["rank"] <= before[b]["rank"] and before[a]["points"][name] >= before[b]["points"][name]
    ]

    assert [(a, b) for a, b in pairs if after[a]["score"] < after[b]["score"] - 1e-8] == []


@given(problems(), st.data())
def test_22_a_copied_program_ties_with_its_original_and_changes_no_other_pairs_order(
    problem: Problem, data: st.DataObject
) -> None:
    copied = data.draw(st.integers(0, len(problem.rows) - 1))

    before = document(problem)["programs"]
    after = document(problem.with_rows([*problem.rows, problem.rows[copied]]))["programs"]

    ranks = {program["row"]: program["rank"] for program in after}
    assert ranks[len(problem.rows) + 2] == ranks[copied + 2]
    assert [p["row"] for p in after if p["row"] != len(problem.rows) + 2] == [p["row"] for p in before]


@given(problems())
def test_23_equal_scores_after_rounding_share_a_rank(problem: Problem) -> None:
    programs = [p for p in document(problem)["programs"] if p["status"] != "out"]

    expected = [1 + sum(is_strictly_ahead(other, p) for other in programs) for p in programs]

    assert [p["rank"] for p in programs] == expected


def is_strictly_ahead(other: dict[str, Any], program: dict[str, Any]) -> bool:
    """Whether the other surely fits where this is to ask, or has more points."""
    if other["status"] != program["status"]:
        return bool(other["status"] == "fits")
    return bool(round(other["score"], 9) > round(program["score"], 9))


@given(problems())
def test_28_bulk_equals_one_by_one(problem: Problem) -> None:
    together = by_row(problem)

    alone = [by_row(problem.with_rows([row]))[0] for row in problem.rows]

    assert [(p["status"], p["score"], p["score_high"], p["points"], p["failed"]) for p in alone] == [
        (p["status"], p["score"], p["score_high"], p["points"], p["failed"]) for p in together
    ]


@given(facts_filled())
def test_30_the_score_of_a_missing_value_lies_between_its_worst_and_best_fill(
    case: tuple[Problem, Problem, int],
) -> None:
    blank, filled, row = case

    unknown, known = by_row(blank)[row], by_row(filled)[row]

    assert unknown["score"] - SLACK <= known["score"]
    assert known["score_high"] <= unknown["score_high"] + SLACK


@given(problems(), st.data())
def test_fewer_criteria_with_a_scale_leave_the_weights_summing_to_1(problem: Problem, data: st.DataObject) -> None:
    assume(problem.scored)
    plain = points_only(problem)
    kept: list[Concern] = data.draw(st.lists(st.sampled_from(plain.concerns), min_size=1, unique_by=lambda c: c.name))

    weights = document(Problem(plain.header, plain.rows, tuple(kept)))["weights"]

    assert list(weights) == [concern.name for concern in kept]
    assert sum(weights.values()) == pytest.approx(1, abs=1e-12)
