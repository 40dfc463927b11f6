"""What was found out, as JSON: whole, of its schema, and in agreement with the account of each program."""

from __future__ import annotations

import json
import math
from typing import Any

import jsonschema
import pytest

from decision.judge.advice.loosen import limits_for
from decision.judge.ledger import ledger
from decision.report.explain.explanation import explanation
from decision.report.files.document import document, dumps
from tests.conftest import PROJECT
from tests.report.files.test_document import SCHEMA
from tests.report.found_out import CASES, INSIGHTS

GOLDEN = PROJECT / "tests" / "golden" / "decision_found_out.json"
ADDED = [
    "weighing",
    "certainty",
    "questions",
    "questions_without_effect",
    "questions_together",
    "questions_settling",
    "loosening",
    "explanations",
    "second_opinions",
]
DOCUMENTS: dict[str, Any] = {name: document(CASES[name], INSIGHTS[name]) for name in CASES}
LEDGERS = {
    name: {entry.row: entry for entry in (ledger(outcome, at) for at in range(len(outcome.programs)))}
    for name, outcome in CASES.items()
}


def test_the_document_is_the_golden_one() -> None:
    without_sentences = {key: value for key, value in DOCUMENTS["too_close"].items() if key != "explanations"}

    assert dumps(without_sentences) == GOLDEN.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", CASES)
def test_the_document_is_of_its_schema(name: str) -> None:
    jsonschema.Draft202012Validator(SCHEMA).validate(json.loads(dumps(DOCUMENTS[name])))


@pytest.mark.parametrize("name", CASES)
def test_the_text_reads_back_as_the_document(name: str) -> None:
    assert json.loads(dumps(DOCUMENTS[name])) == DOCUMENTS[name]


@pytest.mark.parametrize("name", CASES)
def test_what_was_found_out_is_added_and_nothing_else_changes(name: str) -> None:
    plain = document(CASES[name])

    assert {key: value for key, value in DOCUMENTS[name].items() if key not in ADDED} == plain
    assert [key for key in DOCUMENTS[name] if key not in plain] == ADDED


@pytest.mark.parametrize("key", [key for key in ADDED if key != "certainty"])
def test_certainty_does_not_come_without_advice(key: str) -> None:
    lacking = {name: member for name, member in DOCUMENTS["too_close"].items() if name != key}

    assert not jsonschema.Draft202012Validator(SCHEMA).is_valid(lacking)


@pytest.mark.parametrize("name", CASES)
def test_who_surely_stands_above_has_more_points_in_the_account(name: str) -> None:
    pairs = DOCUMENTS[name]["certainty"]["order"].get("beats", [])
    accounts = LEDGERS[name]

    follows = name != "unlike_the_order"
    assert [pair for pair in pairs if follows and accounts[pair[0]].score < accounts[pair[1]].score] == []


@pytest.mark.parametrize("name", CASES)
def test_weights_are_those_of_the_account(name: str) -> None:
    weights = {criterion: keeps["weight"] for criterion, keeps in DOCUMENTS[name]["certainty"]["weights"].items()}
    possible = {entry.criterion: entry.possible for entry in next(iter(LEDGERS[name].values())).entries}

    assert weights == DOCUMENTS[name]["weights"]
    assert {criterion: 100 * weight for criterion, weight in weights.items()} == pytest.approx(possible)


@pytest.mark.parametrize("name", CASES)
def test_those_too_close_are_less_than_a_point_behind_in_the_account(name: str) -> None:
    first = max((program["score"] for program in DOCUMENTS[name]["programs"] if program["status"] == "fits"), default=0)

    gaps = [first - LEDGERS[name][row].score for row in DOCUMENTS[name]["certainty"]["level"]["too_close"]]

    assert [gap for gap in gaps if not 0 < gap < 1] == []


@pytest.mark.parametrize("name", CASES)
def test_a_near_miss_is_off_by_what_its_failed_must_have_says(name: str) -> None:
    failed = {
        (program["row"], failure["criterion"]): failure["margin"]
        for program in DOCUMENTS[name]["programs"]
        for failure in program["failed"]
    }
    misses = DOCUMENTS[name]["loosening"]["near_misses"]

    assert [miss["margin"] for miss in misses] == [failed[miss["row"], miss["criterion"]] for miss in misses]


@pytest.mark.parametrize("name", CASES)
def test_a_limit_that_regains_a_program_is_the_nearest_end_of_its_fact(name: str) -> None:
    outcome = CASES[name]
    regained = [price for price in DOCUMENTS[name]["loosening"]["each"] if price["regains"]["row"] is not None]
    ends = []
    for price in regained:
        fact = outcome.facts[price["criterion"]]
        program = outcome.programs.rows.tolist().index(price["regains"]["row"])
        ends.append(float(limits_for(outcome.criteria[price["criterion"]], fact)[1][fact.codes[program]]))

    assert [price["regains"]["limit"] for price in regained] == ends


@pytest.mark.parametrize("name", CASES)
def test_shares_of_the_first_place_cover_every_reading(name: str) -> None:
    readings = DOCUMENTS[name]["certainty"]["readings"]

    total = math.fsum(readings["first"].values())

    assert not readings["first"] or total >= 1 - 1e-9


def test_above_500_what_is_left_out_is_said() -> None:
    certainty = DOCUMENTS["above_500"]["certainty"]

    assert "beats" not in certainty["order"]
    assert certainty["order"]["note"] == (
        "More than 500 programs fit, so who stands above whom is not listed pair by pair."
    )
    assert certainty["readings"]["note"] == (
        "More than 500 programs fit, so readings look only at those that can come first."
    )
    assert list(certainty["readings"]["first"]) == ["10", "2"]
    assert len(certainty["order"]["rank_from"]) == 502


@pytest.mark.parametrize("name", CASES)
def test_the_first_fifty_that_fit_or_may_are_explained_in_order(name: str) -> None:
    outcome, insight = CASES[name], INSIGHTS[name]
    rows = [program["row"] for program in DOCUMENTS[name]["programs"] if program["status"] != "out"][:50]

    told = DOCUMENTS[name]["explanations"]

    explained = [explanation(outcome, insight, program) for program in insight.changes]
    assert [each["row"] for each in told] == rows
    assert told == [
        {"row": each.row, "for": [*each.reasons_for], "against": each.against, "change": [*each.change]}
        for each in explained
    ]


def test_rows_are_whole_numbers_and_keys_are_text() -> None:
    readings = DOCUMENTS["too_close"]["certainty"]["readings"]

    assert {type(key) for key in readings["first"]} == {str}
    assert {type(value) for value in readings["mean_rank"].values()} == {float}
    assert {type(row) for pair in DOCUMENTS["too_close"]["certainty"]["order"]["beats"] for row in pair} == {int}


@pytest.mark.parametrize("name", CASES)
def test_every_weight_names_the_range_it_belongs_to(name: str) -> None:
    assert [*DOCUMENTS[name]["weighing"]["ranges"]] == [*DOCUMENTS[name]["weights"]]


@pytest.mark.parametrize("name", CASES)
def test_who_is_outdone_never_earns_more_on_any_concern(name: str) -> None:
    points = {program["row"]: program["points"] for program in DOCUMENTS[name]["programs"]}
    pairs = DOCUMENTS[name]["certainty"]["dominated"].items()

    better = [row for row, other in pairs if any(p > points[other][c] for c, p in points[int(row)].items())]

    assert better == []
