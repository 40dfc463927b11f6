"""The JSON Schema of criteria files, which editors complete by, agrees with the reader."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from decision.errors import BadCriteria
from decision.intake.criteria.criteria_set import read_criteria
from decision.intake.criteria.keys import CRITERION_KEYS, HEAD_KEYS
from decision.intake.criteria.starting import starting_file
from decision.intake.criteria.tree import plain_tree
from decision.intake.criteria.yaml_tree import read_tree
from decision.intake.shelf import bundled_set, bundled_sets
from tests.intake.criteria.criteria_texts import EXAMPLE, one, several
from tests.intake.criteria.test_criteria_faults import FAULTS

SCHEMA: dict[str, Any] = json.loads(
    files("decision.intake.criteria").joinpath("criteria.schema.json").read_text("utf-8")
)
VALIDATOR = Draft202012Validator(SCHEMA)

BEYOND_A_SCHEMA = {
    # what holds between two values, or needs a value understood
    "two names alike",
    "best is worst",
    "a value twice",
    "a label twice",
    "yes and yes",
    "limits turned round",
    "one alias for two",
    "a weight for nobody",
    "a weight for a must-have",
    "a weight missing",
    "weights all 0",
    "order leaves one out",
    "order names a stranger",
    "order names one twice",
    "not a time",
    "an amount a month",
    "a negative duration",
    "a duration in a range",
    "a number of twenty digits",
    "weights on a must-have alone",
    "a range is no limit",
    "a negative amount",
    "a share over 100",
    "a bare share over 100",
    "a name of two lines",
    "a doubtful comma in a list",
    "a vocabulary is misspelt",
    "a vocabulary is not there",
    "two labels that a vocabulary takes for one",
}
IN_YAML_ALONE = {
    "a key twice",
    "unquoted commas in a scale",
    "an anchor",
    "a tag",
    "two documents",
    "not yaml",
    "a tab",
    "a colon in a text",
    "an open quote",
    "a control character",
    "a list at the top",
    "a list as a key",
    "half a character",
    "an impossible escape",
}
REFUSED = [
    pytest.param(*param.values, id=str(param.id)) for param in FAULTS if param.id not in BEYOND_A_SCHEMA | IN_YAML_ALONE
]


BEYOND = [pytest.param(*param.values, id=str(param.id)) for param in FAULTS if param.id in BEYOND_A_SCHEMA]


def accepts(value: object) -> bool:
    return VALIDATOR.is_valid(value)


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def test_the_schema_names_every_key_the_reader_knows() -> None:
    assert set(SCHEMA["properties"]) == set(HEAD_KEYS)
    assert set(SCHEMA["$defs"]["criterion"]["properties"]) == set(CRITERION_KEYS)


@pytest.mark.parametrize("name", bundled_sets())
def test_every_bundled_set_is_accepted(name: str) -> None:
    tree = read_tree(bundled_set(name).read_text("utf-8"))

    assert accepts(plain_tree(tree))


@pytest.mark.parametrize(
    "text",
    [
        EXAMPLE,
        several("a", "b", head="weights: {order: [b, [a]]}"),
        several("a", "b", head="weights: {b: 2, a: '0'}"),
        several("order", head="weights: {order: 3}"),
        one("yes_no", "best: yes"),
        one("yes_no", "must: {is: no}", "unknown: out"),
        one("number", "unit: credits", "must: {between: [5, 500]}"),
        one("duration", "must: {at_most: 9 months}", "unknown: {between: [3, 9]}"),
        one("schedule", "must: {available: [Sat]}", "unknown: {assume: evening}"),
        one("category", "must: {any_of: [CPC]}", "vocabulary: certifications"),
        starting_file(["program", "tuition", "exam rate", "schedule"]),
    ],
)
def test_what_the_reader_reads_is_accepted(text: str) -> None:
    tree = plain_tree(read_tree(text))

    assert read_criteria(json.loads(json.dumps(tree))).criteria
    assert accepts(tree)


def test_numbers_and_yes_or_no_need_no_quotes() -> None:
    cost = {"name": "cost", "kind": "money", "column": "c", "best": 0, "worst": 8000, "must": {"at_most": 6000}}
    rate = {"name": "rate", "kind": "share", "column": "r", "best": 100, "worst": 0.4, "base_takers": 20}
    work = {"name": "work", "kind": "yes_no", "column": "w", "must": {"is": True}, "scale": {"yes": 100, "no": 0}}
    criteria = {"criteria": [cost, rate, work], "shortlist": 2, "weights": {"cost": 3, "rate": 1.5, "work": 0}}

    assert read_criteria(criteria).shortlist == 2
    assert accepts(criteria)


@pytest.mark.parametrize(("text", "messages"), REFUSED)
def test_what_a_schema_can_refuse_is_refused(text: str, messages: list[str]) -> None:
    assert messages
    assert not accepts(plain_tree(read_tree(text)))


@pytest.mark.parametrize("share", [1, 1.0, -1, 101])
def test_an_impossible_share_is_refused_as_a_number_too(share: float) -> None:
    criterion = {"name": "x", "kind": "share", "column": "x", "must": {"at_least": share}}

    with pytest.raises(BadCriteria):
        read_criteria({"criteria": [criterion]})
    assert not accepts({"criteria": [criterion]})


def test_every_kind_of_fault_is_one_a_schema_can_refuse_or_is_said_to_be_beyond_it() -> None:
    assert {param.id for param in FAULTS}.issuperset(BEYOND_A_SCHEMA | IN_YAML_ALONE)


@pytest.mark.parametrize(("text", "messages"), BEYOND)
def test_what_needs_a_value_understood_is_left_to_the_reader(text: str, messages: list[str]) -> None:
    assert messages
    assert accepts(plain_tree(read_tree(text)))
