"""The JSON Schema of vocabularies, which editors complete by, agrees with the reader."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from decision.intake.criteria.tree import plain_tree
from decision.intake.criteria.yaml_tree import read_tree
from decision.intake.shelf import bundled_vocabularies, bundled_vocabulary
from decision.intake.vocabulary.build_vocabulary import HEAD_KEYS, TERM_KEYS
from decision.nouns.vocabulary import COVERS
from tests.intake.vocabulary.vocabulary_texts import FAULTS, GOOD

SCHEMA: dict[str, Any] = json.loads(
    files("decision.intake.vocabulary").joinpath("vocabulary.schema.json").read_text("utf-8")
)
VALIDATOR = Draft202012Validator(SCHEMA)
BEYOND = {"also a stranger", "a label twice", "one spelling for two"}
"""What holds between two terms."""


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def test_the_schema_names_every_key_the_reader_knows() -> None:
    assert set(SCHEMA["properties"]) == set(HEAD_KEYS)
    assert set(SCHEMA["$defs"]["term"]["properties"]) == set(TERM_KEYS)
    assert SCHEMA["$defs"]["covers"]["enum"] == list(COVERS)


@pytest.mark.parametrize("name", bundled_vocabularies())
def test_every_bundled_vocabulary_is_accepted(name: str) -> None:
    tree = plain_tree(read_tree(bundled_vocabulary(name).read_text("utf-8")))

    assert [error.message for error in VALIDATOR.iter_errors(tree)] == []


def test_what_the_reader_reads_is_accepted() -> None:
    assert VALIDATOR.is_valid(plain_tree(read_tree(GOOD)))


@pytest.mark.parametrize(
    "text", [pytest.param(param.values[0], id=str(param.id)) for param in FAULTS if param.id not in BEYOND]
)
def test_what_a_schema_can_refuse_is_refused(text: str) -> None:
    assert not VALIDATOR.is_valid(plain_tree(read_tree(text)))


@pytest.mark.parametrize(
    "text", [pytest.param(param.values[0], id=str(param.id)) for param in FAULTS if param.id in BEYOND]
)
def test_what_holds_between_terms_is_left_to_the_reader(text: str) -> None:
    assert VALIDATOR.is_valid(plain_tree(read_tree(text)))
