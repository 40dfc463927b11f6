"""The strategies themselves: what they give is legal, covers what it should, and shrinks to something readable."""

from __future__ import annotations

import pytest
from hypothesis import find, given, settings

from tests.asking import said
from tests.oracle import judge
from tests.strategies import Problem, problems

# Shrinking is what is tested here, and what takes the time.
QUICK = settings(database=None, max_examples=100, derandomize=True)


@given(problems())
def test_every_problem_is_legal_input(problem: Problem) -> None:
    programs = said(problem.data, problem.criteria)["programs"]

    assert len(programs) == len(problem.rows)


def test_the_smallest_problem_is_one_short_row_and_one_criterion() -> None:
    smallest = find(problems(max_rows=3), lambda problem: "cost" in problem.scored, settings=QUICK)

    assert smallest.rows in [(("Ash", ""),), (("Ash", "$125"),)]
    assert smallest.criteria == {
        "title": "Test",
        "shortlist": "3",
        "criteria": [
            {"name": "cost", "column": "total_cost", "kind": "money", "worst": "$125", "best": "$250"},
        ],
        "weights": "order",
    }


@pytest.mark.parametrize("status", ["fits", "ask"])
def test_a_status_shrinks_to_one_row_and_at_most_two_criteria(status: str) -> None:
    def has_it(problem: Problem) -> bool:
        return any(line.status == status for line in judge(problem.header, problem.rows, problem.criteria).lines)

    smallest = find(problems(max_rows=3), has_it, settings=QUICK)

    assert len(smallest.rows) == 1
    assert len(smallest.concerns) <= 2


def test_a_shared_rank_shrinks_to_two_rows() -> None:
    def is_shared(problem: Problem) -> bool:
        ranks = [line.rank for line in judge(problem.header, problem.rows, problem.criteria).lines if line.rank]
        return len(ranks) > len(set(ranks))

    smallest = find(problems(max_rows=3), is_shared, settings=QUICK)

    assert (len(smallest.rows), len(smallest.concerns)) == (2, 1)
