"""Weights: each sentence of the rules as a test, in their order."""

from __future__ import annotations

from typing import Any

import pytest

from tests.asking import CHEAP, answer, bad_criteria, nine, said

TABLE = "program,a,b,c,d\nAsh,10,20,30,40\n"
CONCERNS = [{"name": name, "column": name, "kind": "number", "worst": "0", "best": "100"} for name in "abcd"]
MUST_ONLY = {"name": "e", "column": "a", "kind": "number", "must": {"at_least": "0"}}


def weights(*criteria: dict[str, Any], rule: Any) -> dict[str, float]:  # noqa: ANN401
    """Give the weights, to nine decimals, in the order they are said."""
    found = answer(TABLE, *criteria, weights=rule)["weights"]
    return {name: nine(weight) or 0.0 for name, weight in found.items()}


def nines(*values: float) -> list[float]:
    """Round to nine decimals."""
    return [round(value, 9) for value in values]


@pytest.mark.parametrize("rule", ["order", "rank_sum", "equal", {"a": "3", "b": "1", "c": "0", "d": "9"}], ids=str)
def test_they_sum_to_1_and_name_only_weighted_criteria(rule: object) -> None:
    found = answer(TABLE, *CONCERNS, MUST_ONLY, weights=rule)["weights"]

    assert list(found) == ["a", "b", "c", "d"]
    assert sum(found.values()) == pytest.approx(1, abs=1e-12)


def test_in_rank_order_centroid_n_counts_only_weighted_criteria() -> None:
    assert weights(MUST_ONLY, *CONCERNS[:2], rule="order") == {"a": 0.75, "b": 0.25}


def test_order_is_rank_order_centroid() -> None:
    expected = nines((1 + 1 / 2 + 1 / 3 + 1 / 4) / 4, (1 / 2 + 1 / 3 + 1 / 4) / 4, (1 / 3 + 1 / 4) / 4, 1 / 16)

    assert list(weights(*CONCERNS, rule="order").values()) == expected


def test_order_is_the_default() -> None:
    assert answer(TABLE, *CONCERNS)["weights"] == answer(TABLE, *CONCERNS, weights="order")["weights"]


def test_rank_sum_falls_in_even_steps() -> None:
    assert list(weights(*CONCERNS, rule="rank_sum").values()) == [0.4, 0.3, 0.2, 0.1]


def test_equal_is_the_same_for_all() -> None:
    assert list(weights(*CONCERNS, rule="equal").values()) == [0.25, 0.25, 0.25, 0.25]


def test_a_mapping_is_shared_out_by_its_points() -> None:
    assert weights(*CONCERNS, rule={"d": "6", "a": "1", "c": "3", "b": "0"}) == {"a": 0.1, "b": 0.0, "c": 0.3, "d": 0.6}


@pytest.mark.parametrize(
    "rule",
    [
        {"a": "1", "b": "1", "c": "1"},
        {"a": "1", "b": "1", "c": "1", "d": "1", "z": "1"},
        {"a": "1", "b": "1", "c": "1", "d": "1", "e": "1"},
        {"a": "0", "b": "0", "c": "0", "d": "0"},
        {"a": "1", "b": "1", "c": "1", "d": "-1"},
        {"a": "1", "b": "1", "c": "1", "d": "20%"},
        {"a": "1", "b": "1", "c": "1", "d": "lots"},
        {"a": "1", "b": "1", "c": "1", "d": "inf"},
    ],
    ids=["one missing", "one too many", "no points to earn", "all 0", "negative", "percent", "a word", "infinite"],
)
def test_a_mapping_names_every_weighted_criterion_and_no_other_with_plain_numbers(rule: dict[str, str]) -> None:
    faults = bad_criteria([*CONCERNS, MUST_ONLY], weights=rule)

    assert [place.partition(".")[0] for _, place in faults] == ["weights"]


def test_an_order_of_importance_may_differ_from_the_lists() -> None:
    found = weights(*CONCERNS, rule={"order": ["d", "c", "b", "a"]})

    assert list(found) == ["a", "b", "c", "d"]
    assert list(found.values()) == list(reversed(weights(*CONCERNS, rule="order").values()))


def test_a_nested_list_means_equal_concern_the_mean_of_their_ranks_weights() -> None:
    first, second, third, fourth = weights(*CONCERNS, rule="order").values()

    found = weights(*CONCERNS, rule={"order": ["c", ["a", "d"], "b"]})

    assert found == dict(zip("abcd", nines((second + third) / 2, fourth, first, (second + third) / 2), strict=True))


def test_all_of_equal_concern_weigh_the_same() -> None:
    assert set(weights(*CONCERNS, rule={"order": [["a", "b", "c", "d"]]}).values()) == {0.25}


def test_must_only_criteria_may_be_named_in_an_order_too() -> None:
    assert weights(*CONCERNS[:2], MUST_ONLY, rule={"order": ["e", "b", "a"]}) == {"a": 0.25, "b": 0.75}


@pytest.mark.parametrize(
    "order",
    [["a", "b", "c"], ["a", "b", "c", "d", "d"], ["a", "b", "c", "d", "z"], ["a", ["b", ["c", "d"]]]],
    ids=["one missing", "one twice", "a stranger", "nested two deep"],
)
def test_an_order_names_every_weighted_criterion_once_and_nests_one_deep(order: list[object]) -> None:
    faults = bad_criteria(CONCERNS, weights={"order": order})

    assert {place[:13] for _, place in faults} == {"weights.order"}


def test_the_order_option_moves_those_to_the_front_and_the_rest_follow_as_they_stood() -> None:
    moved = said(TABLE.encode(), {"criteria": CONCERNS}, order="d,b")

    assert list(moved["weights"]) == ["d", "b", "a", "c"]


def test_the_order_option_moves_must_haves_too() -> None:
    table = b"program,cost,a\nAsh,$9000,-5\n"

    moved = said(table, {"criteria": [CHEAP, MUST_ONLY]}, order=["e"])

    assert [(step["criterion"], step["out"]) for step in moved["funnel"]] == [("e", 1), ("cost", 0)]
