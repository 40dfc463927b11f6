"""Swings, comparisons and ranges in a criteria file: what is understood, and every fault."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft202012Validator

from decision.errors import BadCriteria
from decision.intake.criteria.criteria_set import read_criteria
from decision.intake.criteria.tree import plain_tree
from decision.intake.criteria.yaml_tree import read_tree
from decision.model import WeightMethod, WeightRule
from tests.intake.criteria.criteria_texts import several

if TYPE_CHECKING:
    from pathlib import Path

SCHEMA: dict[str, Any] = json.loads(
    files("decision.intake.criteria").joinpath("criteria.schema.json").read_text("utf-8")
)
VALIDATOR = Draft202012Validator(SCHEMA)
GROUPS = (("a",), ("b",), ("c",))
SWINGS = WeightRule(method=WeightMethod.SWINGS, groups=GROUPS, points={"a": 100.0, "b": 40.5, "c": 0.0})
PAIRS = WeightRule(method=WeightMethod.PAIRWISE, groups=GROUPS, comparisons={("a", "b"): 3.0, ("c", "b"): 0.5})
RANGES = WeightRule(
    method=WeightMethod.RANGES, groups=GROUPS, ranges={"a": (0.3, 0.5), "b": (0.2, 0.4), "c": (0.1, 0.1)}
)
MEANING = "1 is as important, 3 somewhat more, 9 extremely more; 1/3 turns it round."
NO_RANGE = "is no range of weights. Write 30% to 50%, the smaller first, or one share such as 10%."
SHARE = "The largest improvement is 100, the others a share of it."


def read(folder: Path, weights: str, *names: str) -> WeightRule:
    path = folder / "criteria.yaml"
    path.write_text(several(*(names or ("a", "b", "c")), head=f"weights: {weights}"), encoding="utf-8")
    return read_criteria(path).weights


ACCEPTED = [
    ("{swings: {a: 100, b: 40.5, c: 0}}", SWINGS),
    ("{swings: {c: 0, b: '40.5', a: 100}}", SWINGS),
    ("{pairwise: {a over b: 3, c over b: 1/2}}", PAIRS),
    ("{pairwise: {'a  over  b': ' 3 ', c over b: 0.5}}", PAIRS),
    ("{pairwise: {a over b: 6 / 2, c over b: 4.5/9}}", PAIRS),
    ("{ranges: {a: 30% to 50%, b: 20%-40%, c: 10%}}", RANGES),
    ("{ranges: {c: 10, b: 20 - 40 %, a: [0.3, 50%]}}", RANGES),
]


@pytest.mark.parametrize(("weights", "rule"), ACCEPTED)
def test_weights_are_given_in_three_more_ways(tmp_path: Path, weights: str, rule: WeightRule) -> None:
    assert read(tmp_path, weights) == rule
    assert VALIDATOR.is_valid(plain_tree(read_tree(several("a", "b", "c", head=f"weights: {weights}"))))


def test_numbers_need_no_quotes_from_python() -> None:
    entry = {"kind": "money", "column": "c", "best": 0, "worst": 9}
    criteria = [{"name": name, **entry} for name in "abc"]
    ways = [
        {"swings": {"a": 100, "b": 40.5, "c": 0}},
        {"pairwise": {"a over b": 3, "c over b": 0.5}},
        {"ranges": {"a": [0.3, 0.5], "b": ["20%", "40%"], "c": 0.1}},
    ]

    assert [read_criteria({"criteria": criteria, "weights": way}).weights for way in ways] == [SWINGS, PAIRS, RANGES]
    assert [VALIDATOR.is_valid({"criteria": criteria, "weights": way}) for way in ways] == [True] * 3


@pytest.mark.parametrize("way", ["swings", "pairwise", "ranges"])
def test_a_criterion_may_be_called_like_a_way_to_weigh(tmp_path: Path, way: str) -> None:
    expected = WeightRule(method=WeightMethod.POINTS, groups=((way,),), points={way: 3.0})

    assert read(tmp_path, f"{{{way}: 3}}", way) == expected


def test_names_that_hold_the_word_over_are_taken_apart_where_both_halves_are_criteria(tmp_path: Path) -> None:
    rule = read(tmp_path, "{pairwise: {left over food over cost: 2}}", "left over food", "cost")

    assert rule.comparisons == {("left over food", "cost"): 2.0}


def test_one_criterion_needs_no_comparison(tmp_path: Path) -> None:
    assert read(tmp_path, "{pairwise: {}}", "a").comparisons == {}


@pytest.mark.parametrize(
    ("weights", "messages"),
    [
        ("swings", ['weights  "swings"  needs its numbers, such as {swings: {cost: 100, schedule: 40}}.']),
        ("pairwise", ['weights  "pairwise"  needs its numbers, such as {pairwise: {cost over schedule: 3}}.']),
        ("ranges", ['weights  "ranges"  needs its numbers, such as {ranges: {cost: 30% to 50%}}.']),
        ("{swings: [a]}", ["weights  needs numbers by name, such as {swings: {cost: 100, schedule: 40}}."]),
        ("{ranges: 3}", ["weights  needs numbers by name, such as {ranges: {cost: 30% to 50%}}."]),
        ("swing", ['weights  "swing"  is no way to weigh. Did you mean "swings"?']),
        (
            "{swings: {a: 100}, a: 1, b: 1, c: 1}",
            ["weights.swings  is a way to weigh and stands alone. Take away what stands beside it."],
        ),
        ("{swings: {a: 90, b: 40, c: 0}}", [f"weights.swings  name no 100. {SHARE}"]),
        (
            "{swings: {a: 101, b: -1, c: x}}",
            [
                f'weights.swings.a  "101"  is over 100. {SHARE}',
                'weights.swings.b  "-1"  is below 0. A weight is 0 or more.',
                'weights.swings.c  "x"  is not a number. Write it in digits, such as 27.',
            ],
        ),
        (
            "{swings: {a: 100, d: 40}}",
            [
                "weights.swings.d  is no criterion. It can be: a, b, c.",
                (
                    "weights.swings  does not name b, c. "
                    "Compare the improvement of every criterion that earns points; 0 is allowed."
                ),
            ],
        ),
        (
            "{pairwise: {a over b: 3}}",
            [
                (
                    "weights.pairwise  leave groups that no comparison connects: a, b; c. "
                    "Compare one of each with one of another."
                )
            ],
        ),
        (
            "{pairwise: {}}",
            [
                (
                    "weights.pairwise  leave groups that no comparison connects: a; b; c. "
                    "Compare one of each with one of another."
                )
            ],
        ),
        (
            "{pairwise: {a over b: 10, b over c: 1/10, a over c: 1/0}}",
            [
                f'weights.pairwise.a over b  "10"  is not from 1/9 to 9: {MEANING}',
                f'weights.pairwise.b over c  "1/10"  is not from 1/9 to 9: {MEANING}',
                f'weights.pairwise.a over c  "1/0"  is not from 1/9 to 9: {MEANING}',
            ],
        ),
        (
            "{pairwise: {a over b: much, b over c: [1], a over c: -3}}",
            [
                f'weights.pairwise.a over b  "much"  is no comparison. Write a number from 1/9 to 9: {MEANING}',
                f"weights.pairwise.b over c  is no comparison. Write a number from 1/9 to 9: {MEANING}",
                f'weights.pairwise.a over c  "-3"  is no comparison. Write a number from 1/9 to 9: {MEANING}',
            ],
        ),
        (
            "{pairwise: {a over b: 3, b over a: 1/3, b over c: 2}}",
            ["weights.pairwise.b over a  compares the same two as a over b. Keep one."],
        ),
        (
            "{pairwise: {a over a: 1, a: 2, a over d: 3, a than b: 1}}",
            [
                "weights.pairwise.a over a  compares a criterion with itself.",
                'weights.pairwise.a  compares no two criteria. Write "first over second".',
                'weights.pairwise.a over d  "d" is no criterion. It can be: a, b, c.',
                'weights.pairwise.a than b  compares no two criteria. Write "first over second".',
            ],
        ),
        (
            "{ranges: {a: 60% to 70%, b: 50%, c: 0%}}",
            [("weights.ranges  add up to at least 110 %. Lower some until the low ends add up to 100 % at most.")],
        ),
        (
            "{ranges: {a: 10% to 20%, b: 50%, c: 0%}}",
            [("weights.ranges  add up to at most 70 %. Raise some until the high ends add up to 100 % at least.")],
        ),
        (
            "{ranges: {a: 50% to 30%, b: 30-50, c: 150%}}",
            [
                f'weights.ranges.a  "50% to 30%"  {NO_RANGE}',
                f'weights.ranges.b  "30-50"  {NO_RANGE}',
                f'weights.ranges.c  "150%"  {NO_RANGE}',
            ],
        ),
        (
            "{ranges: {a: 1, b: {x: 1}, c: 3 of 10}}",
            [
                'weights.ranges.a  "1"  could be 1 % or 100 %. Write 1% or 100%.',
                "weights.ranges.b  takes a range, such as 30% to 50%.",
                f'weights.ranges.c  "3 of 10"  {NO_RANGE}',
            ],
        ),
        (
            "{ranges: {a: some, b: [50%, 20%], c: [1%]}}",
            [
                f'weights.ranges.a  "some"  {NO_RANGE}',
                "weights.ranges.b  has its higher limit first. Write [low, high].",
                "weights.ranges.c  takes two limits, not 1.",
            ],
        ),
        (
            "{ranges: {a: 100%, b: 0%}}",
            ["weights.ranges  does not name c. Give every criterion that earns points a range; 0% is allowed."],
        ),
    ],
)
def test_a_fault_says_what_was_found_and_what_to_do(tmp_path: Path, weights: str, messages: list[str]) -> None:
    with pytest.raises(BadCriteria) as caught:
        read(tmp_path, weights)

    assert [str(fault) for fault in caught.value.faults] == [f"line 5, {message}" for message in messages]


def test_a_comparison_that_reads_in_two_ways_is_a_fault(tmp_path: Path) -> None:
    with pytest.raises(BadCriteria) as caught:
        read(tmp_path, "{pairwise: {a over b over c: 2}}", "a", "b over c", "a over b", "c")

    assert [str(fault) for fault in caught.value.faults] == [
        "line 6, weights.pairwise.a over b over c  can be read in two ways. Give points instead."
    ]


def test_what_earns_no_points_is_never_compared(tmp_path: Path) -> None:
    rule = "  - {name: rule, column: r, kind: yes_no, must: {is: yes}}"
    text = several("a", "b", head="weights: {pairwise: {a over b: 2, rule over a: 3}}")
    path = tmp_path / "criteria.yaml"
    path.write_text(text.replace("criteria:", f"criteria:\n{rule}"))

    with pytest.raises(BadCriteria) as caught:
        read_criteria(path)

    assert [str(fault) for fault in caught.value.faults] == [
        'line 5, weights.pairwise.rule over a  "rule" earns no points, so it has no weight.'
    ]


@pytest.mark.parametrize(
    "weights",
    [
        {"swings": {"a": 101}},
        {"swings": {"a": "many"}},
        {"swings": ["a"]},
        {"swings": {"a": 100}, "ranges": {}},
        {"pairwise": {"a": 3}},
        {"pairwise": {"a over b": 10}},
        {"pairwise": {"a over b": "three"}},
        {"ranges": {"a": 101}},
        {"ranges": {"a": ["10%"]}},
        {"ranges": {"a": "some"}},
    ],
)
def test_the_schema_refuses_what_an_editor_can_tell(weights: dict[str, object]) -> None:
    criteria = [{"name": "a", "kind": "money", "column": "a", "best": 0, "worst": 9}]

    assert not VALIDATOR.is_valid({"criteria": criteria, "weights": weights})
