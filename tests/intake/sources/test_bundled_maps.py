"""Every map that ships: complete, documented, seen alike at a glance and whole, and never mistaken for another."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from decision.intake.criteria.tree import plain_tree
from decision.intake.criteria.yaml_tree import read_tree
from decision.intake.shelf import bundled_source, bundled_sources
from decision.intake.sources.build_map import MAP_KEYS
from decision.intake.sources.build_reads import READS_KEYS
from decision.intake.sources.columns import COLUMNS, OURS
from decision.intake.sources.read_map import quick_recognise, read_map
from decision.intake.sources.recognise import recognise
from tests.conftest import PROJECT

SCHEMA: dict[str, Any] = json.loads(files("decision.intake.sources").joinpath("source.schema.json").read_text("utf-8"))
README = (PROJECT / "criteria" / "sources" / "README.md").read_text("utf-8")


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("name", bundled_sources())
def test_a_bundled_map_fits_the_schema(name: str) -> None:
    tree = plain_tree(read_tree(bundled_source(name).read_text("utf-8")))

    assert [error.message for error in Draft202012Validator(SCHEMA).iter_errors(tree)] == []


@pytest.mark.parametrize("name", bundled_sources())
def test_a_bundled_map_says_where_its_layout_is_documented(name: str) -> None:
    assert read_map(name).source != ""


@pytest.mark.parametrize("name", bundled_sources())
def test_the_quick_look_sees_what_the_whole_map_says(name: str) -> None:
    assert quick_recognise(name) == read_map(name).recognise


@pytest.mark.parametrize("name", bundled_sources())
def test_a_table_with_all_headers_of_a_map_is_recognised_by_it(name: str) -> None:
    found = recognise(read_map(name).headers)

    assert found.best is not None
    assert found.best.name == name


@pytest.mark.parametrize("name", bundled_sources())
def test_a_table_with_the_least_headers_of_a_map_is_recognised_by_it(name: str) -> None:
    found = recognise(read_map(name).recognise)

    assert found.best is not None
    assert found.best.name == name


def test_the_schema_knows_every_key() -> None:
    way = SCHEMA["$defs"]["way"]["properties"]

    assert set(SCHEMA["properties"]) == set(MAP_KEYS)
    assert set(way) == set(READS_KEYS)


def test_the_schema_knows_every_column_that_a_map_may_name() -> None:
    named = SCHEMA["$defs"]["ours"]["enum"]

    assert named == [name for name in OURS if name not in ("source_row", "unknown_because")]


@pytest.mark.parametrize(("name", "meaning"), COLUMNS.items())
def test_every_column_of_ours_is_documented(name: str, meaning: str) -> None:
    assert f"| `{name}` | {meaning} |" in README


@pytest.mark.parametrize("key", [*MAP_KEYS, *READS_KEYS])
def test_every_key_is_documented(key: str) -> None:
    assert f"`{key}`" in README
