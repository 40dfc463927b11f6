"""Weights given as an option: one text for each way, which says the same again when it is read again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from decision.errors import BadOptions
from decision.intake.criteria.criteria_set import read_criteria
from decision.model import CriteriaSet, WeightMethod, WeightRule

NAMES = ("cost", "exam pass rate", "when, where")
GROUPS = tuple((name,) for name in NAMES)
SWINGS = WeightRule(
    method=WeightMethod.SWINGS, groups=GROUPS, points=dict(zip(NAMES, (100.0, 80.0, 40.0), strict=True))
)
PAIRS = WeightRule(
    method=WeightMethod.PAIRWISE,
    groups=GROUPS,
    comparisons={("cost", "exam pass rate"): 3.0, ("exam pass rate", "when, where"): 0.5},
)
RANGES = WeightRule(
    method=WeightMethod.RANGES,
    groups=GROUPS,
    ranges=dict(zip(NAMES, ((0.3, 0.5), (0.2, 0.4), (0.1, 0.1)), strict=True)),
)


def plain(*names: str) -> CriteriaSet:
    """A set of criteria of money, read from the columns that are their names with a c before it."""
    entry = {"kind": "money", "best": 0, "worst": 9}
    return read_criteria({"criteria": [{"name": name, "column": f"c {name}", **entry} for name in names or NAMES]})


def refused(weights: object) -> list[str]:
    with pytest.raises(BadOptions) as caught:
        read_criteria(plain("a", "b", "c"), weights=weights)  # type: ignore[arg-type]
    return [str(fault) for fault in caught.value.faults]


@pytest.mark.parametrize(
    ("weights", "text", "rule"),
    [
        (
            'swings: Cost=100,exam-pass-rate=80,"when, where=40"',
            'swings: cost=100,exam pass rate=80,"when, where=40"',
            SWINGS,
        ),
        (
            {"swings": {"when, where": 40, "c exam pass rate": 80, "cost": 100}},
            'swings: cost=100,exam pass rate=80,"when, where=40"',
            SWINGS,
        ),
        (
            'pairwise:"exam pass rate over when, where=1/2",cost over exam_pass_rate = 3',
            'pairwise: cost over exam pass rate=3,"exam pass rate over when, where=1/2"',
            PAIRS,
        ),
        (
            {"pairwise": {"Cost over exam pass rate": 3, "exam pass rate over when, where": 0.5}},
            'pairwise: cost over exam pass rate=3,"exam pass rate over when, where=0.5"',
            PAIRS,
        ),
        (
            'ranges: cost=30%-50%,exam pass rate=20% to 40%,"when, where=10%"',
            'ranges: cost=30%-50%,exam pass rate=20% to 40%,"when, where=10%"',
            RANGES,
        ),
        (
            {"ranges": {"exam pass rate": ["20%", "40%"], "cost": [0.3, 0.5], "when, where": 0.1}},
            'ranges: "cost=0.3,0.5","exam pass rate=20%,40%","when, where=0.1"',
            RANGES,
        ),
    ],
)
def test_every_way_is_recorded_as_one_text_that_reads_the_same_again(
    weights: str | dict[str, object], text: str, rule: WeightRule
) -> None:
    wanted = read_criteria(plain(), weights=weights)

    assert (wanted.overrides, wanted.weights) == ({"weights": text}, rule)
    assert read_criteria(plain(), weights=text) == wanted


@given(st.permutations(["a over b=2", "b over c=3", "d over a=1/2", "c over d=1"]))
def test_the_order_in_which_comparisons_are_typed_never_matters(typed: list[str]) -> None:
    wanted = read_criteria(plain("a", "b", "c", "d"), weights=f"pairwise: {','.join(typed)}")

    assert wanted.overrides == {"weights": "pairwise: a over b=2,b over c=3,c over d=1,d over a=1/2"}
    assert list(wanted.weights.comparisons) == [("a", "b"), ("b", "c"), ("c", "d"), ("d", "a")]


def test_a_name_that_looks_like_a_way_is_quoted_in_the_record() -> None:
    before = plain("ranges: a", "b")

    wanted = read_criteria(before, weights={"ranges: a": 1, "b": 3})

    assert wanted.overrides == {"weights": '"ranges: a=1",b=3'}
    assert read_criteria(before, weights=wanted.overrides["weights"]).weights.points == {"ranges: a": 1.0, "b": 3.0}


def test_an_order_leaves_the_numbers_as_they_are() -> None:
    wanted = read_criteria(plain("a", "b"), weights="swings: a=100,b=50", order="b")

    assert wanted.weights == WeightRule(
        method=WeightMethod.SWINGS, groups=(("b",), ("a",)), points={"b": 50.0, "a": 100.0}
    )


@pytest.mark.parametrize(
    ("weights", "messages"),
    [
        ("swings", ['--weights  "swings"  needs its numbers, such as swings: cost=100,schedule=40.']),
        ("pairwise", ['--weights  "pairwise"  needs its numbers, such as pairwise: cost over schedule=3.']),
        ("ranges", ['--weights  "ranges"  needs its numbers, such as ranges: cost=30%-50%.']),
        (
            "swings:",
            [
                (
                    "--weights  does not name a, b, c. "
                    "Compare the improvement of every criterion that earns points; 0 is allowed."
                )
            ],
        ),
        ("swings: a=100,x=3", ['--weights  "x"  is no criterion. It can be: a, b, c.']),
        ("pairwise: a over x=3", ['--weights  "x"  is no criterion. It can be: a, b, c.']),
        ("pairwise: a=3", ['--weights  "a"  compares no two criteria. Write "first over second".']),
        ("pairwise: a over A=3", ['--weights  "a over a"  compares a criterion with itself.']),
        ("pairwise: a over b=3,A over b=2", ['--weights  "A over b"  is weighed twice. Keep one.']),
        (
            "pairwise: a over b=3,b over a=2,b over c=1",
            ['--weights  "b over a"  compares the same two as a over b. Keep one.'],
        ),
        (
            "ranges: a=30%,b=30%,c=30%",
            ["--weights  add up to at most 90 %. Raise some until the high ends add up to 100 % at least."],
        ),
        ({}, ["--weights  is no way to weigh. It can be: order, rank_sum, equal, swings, pairwise, ranges."]),
    ],
)
def test_a_fault_names_the_option_and_what_is_wrong(weights: object, messages: list[str]) -> None:
    assert refused(weights) == messages


def test_names_that_could_be_two_comparisons_are_left_to_be_judged() -> None:
    before = plain("a", "b over c", "a over b", "c")

    with pytest.raises(BadOptions) as caught:
        read_criteria(before, weights="pairwise: a over b over c=2")

    assert [str(fault) for fault in caught.value.faults] == [
        '--weights  "a over b over c"  can be read in two ways. Give points instead.'
    ]
