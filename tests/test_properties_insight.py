"""What is found out beyond the ranking holds for any table and any criteria."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

import jsonschema
from hypothesis import given, settings

from decision import decide
from tests.strategies import Problem, problems

SCHEMA = json.loads((files("decision") / "report" / "files" / "decision.schema.json").read_text(encoding="utf-8"))


@settings(max_examples=60)
@given(problems())
def test_the_whole_document_fits_its_schema(problem: Problem) -> None:
    document = json.loads(json.dumps(decide(problem.data, problem.criteria).to_dict()))

    jsonschema.validate(document, SCHEMA)


@settings(max_examples=60)
@given(problems())
def test_every_program_can_be_explained_and_every_line_fits(problem: Problem) -> None:
    decision = decide(problem.data, problem.criteria)

    rows = [int(row) for row in decision.outcome.programs.rows]
    told = [str(decision), *(decision.explain(row) for row in rows)]

    assert [line for text in told for line in text.splitlines() if len(line) > 80] == []


@settings(max_examples=60)
@given(problems())
def test_who_surely_stands_above_another_is_never_below_it(problem: Problem) -> None:
    answer: Any = decide(problem.data, problem.criteria).to_dict()

    scores = {program["row"]: program["score"] for program in answer["programs"]}
    follows_order = "weights" not in problem.criteria or problem.criteria["weights"] in ("order", "rank_sum")
    below = [(a, b) for a, b in answer["certainty"]["order"]["beats"] if scores[a] < scores[b] - 1e-9]

    assert below == [] or not follows_order
