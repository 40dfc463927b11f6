"""The package against the oracle: random small problems, exact fractions, every answer the same."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given

from tests.asking import said
from tests.oracle import Answer, Line, judge
from tests.strategies import Problem, problems

if TYPE_CHECKING:
    from fractions import Fraction

CLOSE = 1e-9
"""Scores are float64 sums of at most five terms up to 100: their error is far below this."""


def story(document: dict[str, Any]) -> list[tuple[Any, ...]]:
    """Everything that must agree to the letter, program by program, from first to last."""
    return [
        (
            program["row"],
            program["name"],
            program["status"],
            program["rank"],
            program["shortlist"],
            [(loss["criterion"], loss["only"], loss["margin"] is None) for loss in program["failed"]],
            program["ask"],
        )
        for program in document["programs"]
    ]


def told(line: Line) -> tuple[Any, ...]:
    """Give the same of one line of the oracle."""
    losses = [(loss.criterion, loss.only, loss.margin is None) for loss in line.failed]
    return line.row, line.name, line.status, line.rank, line.shortlist, losses, list(line.ask)


def figures(document: dict[str, Any]) -> dict[str, float]:
    """Every number that must agree within rounding, by where it stands; -1 stands for none."""
    found = {f"weight of {name}": as_float(weight) for name, weight in document["weights"].items()}
    for program in document["programs"]:
        row = program["row"]
        found |= {f"row {row}: {key}": as_float(program[key]) for key in ("score", "score_high")}
        found |= {f"row {row}: points of {name}": as_float(points) for name, points in program["points"].items()}
        found |= {f"row {row}: margin of {loss['criterion']}": as_float(loss["margin"]) for loss in program["failed"]}
    return found


def expected_figures(answer: Answer) -> dict[str, float]:
    """Give the same of the oracle."""
    found = {f"weight of {name}": as_float(weight) for name, weight in answer.weights.items()}
    for line in answer.lines:
        found |= {
            f"row {line.row}: score": as_float(line.score),
            f"row {line.row}: score_high": as_float(line.score_high),
        }
        found |= {f"row {line.row}: points of {name}": float(points) for name, points in line.points.items()}
        found |= {f"row {line.row}: margin of {loss.criterion}": as_float(loss.margin) for loss in line.failed}
    return found


def as_float(value: float | Fraction | None) -> float:
    """Give a float, and -1, which no figure here can be, for none."""
    return -1.0 if value is None else float(value)


@given(problems())
def test_status_rank_shortlist_order_failures_and_questions_agree(problem: Problem) -> None:
    answer = judge(problem.header, problem.rows, problem.criteria)

    document = said(problem.data, problem.criteria)

    assert story(document) == [told(line) for line in answer.lines]


@given(problems())
def test_the_funnel_agrees(problem: Problem) -> None:
    answer = judge(problem.header, problem.rows, problem.criteria)

    funnel = said(problem.data, problem.criteria)["funnel"]

    assert [(s["criterion"], s["before"], s["out"], s["ask"], s["left"]) for s in funnel] == [
        (step.criterion, step.before, step.out, step.ask, step.left) for step in answer.funnel
    ]


@given(problems())
def test_scores_points_margins_and_weights_agree(problem: Problem) -> None:
    answer = judge(problem.header, problem.rows, problem.criteria)

    document = said(problem.data, problem.criteria)

    assert figures(document) == pytest.approx(expected_figures(answer), rel=CLOSE, abs=CLOSE)
