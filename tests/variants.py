"""Other versions of a problem, for properties that compare two runs: fewer must-haves, blanked facts, changed rows."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from hypothesis import assume
from hypothesis import strategies as st

from tests.asking import said
from tests.strategies import UNKNOWN_WORDS, Concern, Problem, cells_of, problems

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = [
    "by_row",
    "document",
    "facts_blanked",
    "facts_filled",
    "musts_only",
    "points_only",
    "scored_problems",
    "with_points_given",
    "without_must",
    "without_points",
]


def document(problem: Problem) -> dict[str, Any]:
    """Decide, and give the JSON object."""
    return said(problem.data, problem.criteria)


def by_row(problem: Problem) -> list[dict[str, Any]]:
    """Decide, and give the programs in the order of the file."""
    return sorted(document(problem)["programs"], key=lambda program: int(program["row"]))


def points_only(problem: Problem) -> Problem:
    """Give the problem without must-haves: everybody fits, so that everybody has points."""
    kept = [concern for concern in problem.concerns if concern.name in problem.scored]
    return problem.with_concerns([without_must(concern) for concern in kept])


def without_must(concern: Concern) -> Concern:
    """Give the criterion without its must-have, and without what it says of an unanswered one."""
    dropped = {"must"} | ({"unknown"} if isinstance(concern.criterion.get("unknown"), str) else set())
    criterion = {key: value for key, value in concern.criterion.items() if key not in dropped}
    return Concern(criterion, concern.columns)


def without_points(concern: Concern) -> Concern:
    """Give the criterion without its scale."""
    dropped = {"scale", "best", "worst"}
    if not isinstance(concern.criterion.get("unknown"), str):
        dropped.add("unknown")
    criterion = {key: value for key, value in concern.criterion.items() if key not in dropped}
    return Concern(criterion, concern.columns)


def musts_only(problem: Problem) -> Problem:
    """Give the problem with its must-haves alone."""
    kept = [without_points(concern) for concern in problem.concerns if "must" in concern.criterion]
    return replace(problem, concerns=tuple(kept), weights="order")


def with_points_given(problem: Problem, points: Sequence[int]) -> Problem:
    """Give the problem with weights by name."""
    given = {name: str(value) for name, value in zip(problem.scored, points, strict=False)}
    return replace(problem, weights=given)


@st.composite
def scored_problems(draw: st.DrawFn, *, is_honest: bool = False, min_rows: int = 1) -> Problem:
    """A problem in which everybody fits and something earns points."""
    problem = draw(problems(is_honest=is_honest, min_rows=min_rows))
    assume(problem.scored)
    return points_only(problem)


@st.composite
def facts_blanked(draw: st.DrawFn, *, is_honest: bool) -> tuple[Problem, Problem, int]:
    """A problem, the same with all cells of one fact blanked, and the row, counted from 0."""
    problem = draw(problems(is_honest=is_honest))
    row = draw(st.integers(0, len(problem.rows) - 1))
    concern = draw(st.sampled_from(problem.concerns))
    assume(any(problem.cell(row, column) for column in concern.columns))
    word = draw(st.sampled_from(UNKNOWN_WORDS))
    return problem, problem.with_cells(row, dict.fromkeys(concern.columns, word)), row


@st.composite
def facts_filled(draw: st.DrawFn) -> tuple[Problem, Problem, int]:
    """A problem in which one fact is blank, the same with the fact stated, and the row, counted from 0."""
    problem = draw(scored_problems(is_honest=True))
    row = draw(st.integers(0, len(problem.rows) - 1))
    concern = draw(st.sampled_from(problem.concerns))
    blank = problem.with_cells(row, dict.fromkeys(concern.columns, ""))
    return blank, blank.with_cells(row, draw(cells_of(concern, is_stated=True))), row
