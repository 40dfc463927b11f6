"""The JSON Schemas of lists of costs and of grants, which editors complete by, agree with the reader."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft202012Validator

from decision.errors import BadCriteria
from decision.intake.criteria import aid_list, cost_list
from decision.intake.criteria.criteria_set import read_criteria
from decision.intake.criteria.tree import plain_tree
from decision.intake.criteria.yaml_tree import read_tree
from decision.intake.shelf import bundled_list, bundled_lists
from tests.intake.costs.lists import AID, LINES, written

if TYPE_CHECKING:
    from pathlib import Path

SCHEMAS: dict[str, Any] = {
    key: json.loads(files("decision.intake.criteria").joinpath(f"{file}.schema.json").read_text("utf-8"))
    for key, file in (("add", "costs"), ("aid", "aid"))
}
VALIDATORS = {key: Draft202012Validator(schema) for key, schema in SCHEMAS.items()}
LINE, GRANT = "lines: [{name: a, amount: $1, source: s%s}]", "grants: [{name: a, covers: [fees], source: s%s}]"
BAD = [
    pytest.param("add", "titel: x\n" + LINE % "", id="a key that is none"),
    pytest.param("add", "title: x", id="no lines"),
    pytest.param("add", "lines: []", id="an empty list"),
    pytest.param("add", "lines: [dues]", id="a line that is a word"),
    pytest.param("add", "lines: [{name: a, amount: $1}]", id="no source"),
    pytest.param("add", "lines: [{name: a, source: s}]", id="no amount"),
    pytest.param("add", "lines: [{name: '', amount: $1, source: s}]", id="an empty name"),
    pytest.param("add", "lines: [{name: a, amount: a lot, source: s}]", id="an amount in words"),
    pytest.param("add", "lines: [{name: a, amount: $425 per year, source: s}]", id="an amount per year"),
    pytest.param("add", "lines: [{name: a, amount: [1, 2], source: s}]", id="a list of amounts"),
    pytest.param("add", LINE % ", when: exam CPC", id="a condition without a check"),
    pytest.param("add", LINE % ", pass_rate: 1", id="a bare 1"),
    pytest.param("add", LINE % ", pass_rate: 101%", id="a share over all"),
    pytest.param("add", LINE % ", column: [a, b]", id="two columns"),
    pytest.param("add", LINE % ", included_in: []", id="included in nothing"),
    pytest.param("add", (LINE % "") + "\nwords: [CPC]", id="spellings in a list"),
    pytest.param("aid", "title: x", id="no grants"),
    pytest.param("aid", "grants: [{covers: [fees], source: s}]", id="a grant without a name"),
    pytest.param("aid", "grants: [{name: a, covers: [fees]}]", id="a grant without a source"),
    pytest.param("aid", "grants: [{name: Student loan, covers: [fees], source: s}]", id="a loan"),
    pytest.param("aid", "grants: [{name: a, source: s}]", id="a grant of nothing"),
    pytest.param("aid", GRANT % ", gives: time", id="money and no money"),
    pytest.param("aid", GRANT % ", amount: much", id="a grant in words"),
    pytest.param("aid", GRANT % ", last_dollar: perhaps", id="perhaps last"),
    pytest.param("aid", GRANT % ", person: [poor]", id="a list of answers"),
    pytest.param("aid", GRANT % ", person: {poor: often}", id="an answer that is none"),
    pytest.param("aid", GRANT % ", program: [hours 150]", id="a condition of a program"),
    pytest.param("aid", GRANT % ", from: July", id="a month in words"),
    pytest.param("aid", GRANT % ", to: 2026-13", id="a thirteenth month"),
    pytest.param("aid", GRANT % ", not_with: []", id="with all but none"),
    pytest.param("aid", (GRANT % "") + "\nquestions: what", id="questions in words"),
    pytest.param("aid", (GRANT % "") + "\nquestion: {}", id="a head that is none"),
]


def read(folder: Path, key: str, text: str) -> None:
    """Read a list as a cost names it."""
    cost = {"name": "cost", "kind": "money", "column": "total", "best": "$0", "worst": "$8,000"}
    read_criteria({"criteria": [{**cost, key: written(folder, "list.yaml", text)}]})


@pytest.mark.parametrize("key", ["add", "aid"])
def test_the_schema_is_a_schema(key: str) -> None:
    Draft202012Validator.check_schema(SCHEMAS[key])


def test_the_schemas_name_every_key_that_the_reader_knows() -> None:
    assert set(SCHEMAS["add"]["properties"]) == set(cost_list.HEAD_KEYS)
    assert set(SCHEMAS["add"]["$defs"]["line"]["properties"]) == set(cost_list.LINE_KEYS)
    assert set(SCHEMAS["aid"]["properties"]) == set(aid_list.HEAD_KEYS)
    assert set(SCHEMAS["aid"]["$defs"]["grant"]["properties"]) == set(aid_list.GRANT_KEYS)


@pytest.mark.parametrize(
    ("key", "folder", "name"),
    [(key, folder, name) for key, folder in (("add", "costs"), ("aid", "aid")) for name in bundled_lists(folder)],
)
def test_every_bundled_list_is_accepted(key: str, folder: str, name: str) -> None:
    tree = plain_tree(read_tree(bundled_list(folder, name).read_text("utf-8")))

    assert [error.message for error in VALIDATORS[key].iter_errors(tree)] == []


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("add", LINES),
        ("aid", AID),
        ("add", LINE % ", pass_rate: 62%, when: hours at least 150, as_of: 2025"),
        ("add", "lines: [{name: a, amount: '$1,157.50 to $2,222', source: s}]"),
        ("aid", "grants: [{name: a, amount: 500, covers: everything, from: 2026-07, source: s}]"),
        ("aid", "grants: [{name: A, covers: [fees], source: s}, {name: B, covers: [fees], not_with: A, source: s}]"),
    ],
)
def test_what_the_reader_reads_is_accepted(tmp_path: Path, key: str, text: str) -> None:
    read(tmp_path, key, text)

    assert [error.message for error in VALIDATORS[key].iter_errors(plain_tree(read_tree(text)))] == []


@pytest.mark.parametrize(("key", "text"), BAD)
def test_what_the_reader_refuses_is_refused(tmp_path: Path, key: str, text: str) -> None:
    with pytest.raises(BadCriteria):
        read(tmp_path, key, text)

    assert not VALIDATORS[key].is_valid(plain_tree(read_tree(text)))


def test_a_grant_of_another_list_is_left_to_the_reader(tmp_path: Path) -> None:
    text = GRANT % ", not_with: [b]"

    with pytest.raises(BadCriteria, match='names "b", which is no other grant of this list'):
        read(tmp_path, "aid", text)

    assert VALIDATORS["aid"].is_valid(plain_tree(read_tree(text)))
