"""Comparisons of two at a time: the published examples, missing answers, and how well they agree."""

from __future__ import annotations

import math
from fractions import Fraction
from itertools import combinations, pairwise
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from decision.judge.weights.pairwise import AGREEABLE, Triple, agreement, weights_from_comparisons

if TYPE_CHECKING:
    from random import Random

    from decision.arrays import Floats

HOUSE = """
size            1 5 3 7 6 6 1/3 1/4
transportation  1/5 1 1/3 5 3 3 1/5 1/7
neighbourhood   1/3 3 1 6 3 4 6 1/5
age             1/7 1/5 1/6 1 1/3 1/4 1/7 1/8
yard            1/6 1/3 1/3 3 1 1/2 1/5 1/6
facilities      1/6 1/3 1/4 4 2 1 1/5 1/6
condition       3 5 1/6 7 5 5 1 1/2
financing       4 7 5 8 6 6 2 1
"""
DRINKS = """
coffee  1 9 5 2 1 1 1/2
wine    1/9 1 1/3 1/9 1/9 1/9 1/9
tea     1/5 3 1 1/3 1/4 1/3 1/9
beer    1/2 9 3 1 1/2 1 1/3
sodas   1 9 4 2 1 2 1/2
milk    1 9 3 1 1/2 1 1/3
water   2 9 9 3 2 3 1
"""
Table = tuple[list[str], dict[tuple[str, str], float]]


def table(text: str) -> Table:
    """The names and the upper half of a printed matrix."""
    rows = [line.split() for line in text.strip().splitlines()]
    names = [row[0] for row in rows]
    upper = {(a, b): float(Fraction(rows[i][1 + j])) for (i, a), (j, b) in combinations(enumerate(names), 2)}
    return names, upper


def harker(names: list[str], comparisons: dict[tuple[str, str], float]) -> Floats:
    """Harker's matrix: 0 for a missing answer, 1 plus the number that a row misses on the diagonal."""
    matrix = np.eye(len(names))
    for (first, second), ratio in comparisons.items():
        matrix[names.index(first), names.index(second)] = ratio
        matrix[names.index(second), names.index(first)] = 1 / ratio
    return matrix + np.diag((matrix == 0).sum(axis=1))


@st.composite
def answers(draw: st.DrawFn) -> Table:
    """Up to seven criteria, a chain that connects them, and some of the other pairs."""
    names = [f"c{place}" for place in range(draw(st.integers(1, 7)))]
    ratios = st.sampled_from([Fraction(1, 9), Fraction(1, 3), Fraction(1, 2), Fraction(1), Fraction(2), Fraction(9)])
    chain = list(pairwise(names))
    others = [pair for pair in combinations(names, 2) if pair not in chain and draw(st.booleans())]
    return names, {pair: float(draw(ratios)) for pair in [*chain, *others]}


@st.composite
def agreeing(draw: st.DrawFn) -> tuple[dict[str, float], dict[tuple[str, str], float]]:
    """Weights, and comparisons that agree with them wherever an answer was given."""
    sizes = draw(st.lists(st.integers(1, 9), min_size=1, max_size=7))
    weights = {f"c{place}": size / sum(sizes) for place, size in enumerate(sizes)}
    chain = list(pairwise(weights))
    others = [pair for pair in combinations(weights, 2) if pair not in chain and draw(st.booleans())]
    return weights, {(first, second): weights[first] / weights[second] for first, second in [*chain, *others]}


@pytest.mark.parametrize(
    ("matrix", "weights", "ratio"),
    [
        pytest.param(HOUSE, [0.173, 0.054, 0.188, 0.018, 0.031, 0.036, 0.167, 0.333], 0.169, id="house"),
        pytest.param(DRINKS, [0.177, 0.019, 0.042, 0.116, 0.190, 0.129, 0.327], 0.022, id="drinks"),
    ],
)
def test_published_comparisons_give_the_published_weights(matrix: str, weights: list[float], ratio: float) -> None:
    """Saaty (1990), How to make a decision, EJOR 48, 9-26; Saaty (2008), Int. J. Services Sciences 1, 83-98.

    The drinks and their numbers were read in a public copy, tests/test_ahp.py of github.com/PhilipGriffith/AHPy; no
    public copy of the house's was reached.
    """
    names, comparisons = table(matrix)

    assert [round(weight, 3) for weight in weights_from_comparisons(names, comparisons)] == weights
    assert round(agreement(names, comparisons).ratio, 3) == ratio


def test_the_published_house_names_its_least_agreeing_three() -> None:
    """Saaty (1990): neighbourhood over condition is 6, though condition over size 3 and size over neighbourhood 3."""
    names, comparisons = table(HOUSE)

    found = agreement(names, comparisons)

    assert round(7 * found.index + 8, 3) == 9.669
    assert found.ratio > AGREEABLE
    assert found.worst == Triple(
        first="neighbourhood", second="size", third="condition", one=1 / 3, two=1 / 3, said=6.0
    )


@given(answers())
def test_weights_are_those_of_a_linear_algebra_library(given_answers: Table) -> None:
    names, comparisons = given_answers

    values, vectors = np.linalg.eig(harker(names, comparisons))
    principal = np.abs(vectors[:, values.real.argmax()].real)
    found = agreement(names, comparisons)

    assert weights_from_comparisons(names, comparisons) == pytest.approx(list(principal / principal.sum()), abs=1e-9)
    assert found.index * (len(names) - 1) == pytest.approx(values.real.max() - len(names), abs=1e-9)


@given(answers())
def test_a_missing_answer_counts_as_what_the_weights_say(given_answers: Table) -> None:
    names, comparisons = given_answers
    weights = dict(zip(names, weights_from_comparisons(names, comparisons), strict=True))
    implied = {(a, b): weights[a] / weights[b] for a, b in combinations(names, 2) if (a, b) not in comparisons}

    completed = weights_from_comparisons(names, {**comparisons, **implied})

    assert completed == pytest.approx(list(weights.values()), abs=1e-12)


@given(agreeing())
def test_answers_that_agree_give_back_their_weights(
    example: tuple[dict[str, float], dict[tuple[str, str], float]],
) -> None:
    weights, comparisons = example

    found = agreement(list(weights), comparisons)

    assert weights_from_comparisons(list(weights), comparisons) == pytest.approx(list(weights.values()), abs=1e-12)
    assert found.index == pytest.approx(0, abs=1e-12)
    assert found.worst is None


@given(answers(), st.randoms())
def test_neither_the_order_of_names_nor_of_answers_matters(given_answers: Table, random: Random) -> None:
    names, comparisons = given_answers
    shuffled, pairs = list(names), list(comparisons.items())
    random.shuffle(shuffled)
    random.shuffle(pairs)

    once = dict(zip(names, weights_from_comparisons(names, comparisons), strict=True))
    again = dict(zip(shuffled, weights_from_comparisons(shuffled, dict(pairs)), strict=True))

    assert again == once


@given(answers())
def test_turning_an_answer_round_changes_nothing(given_answers: Table) -> None:
    names, comparisons = given_answers
    turned = {(second, first): 1 / ratio for (first, second), ratio in comparisons.items()}

    weights = weights_from_comparisons(names, turned)

    assert weights == pytest.approx(weights_from_comparisons(names, comparisons), abs=1e-12)


@given(answers())
def test_weights_sum_to_one_and_none_is_nothing(given_answers: Table) -> None:
    weights = weights_from_comparisons(*given_answers)

    assert math.fsum(weights) == pytest.approx(1, abs=1e-15)
    assert min(weights) > 0


def test_a_ratio_needs_an_answer_that_checks_another() -> None:
    chain = {("a", "b"): 9.0, ("b", "c"): 9.0}

    assert math.isnan(agreement("a", {}).ratio)
    assert math.isnan(agreement("ab", {("a", "b"): 9.0}).ratio)
    assert math.isnan(agreement("abc", chain).ratio)
    assert agreement("abc", {**chain, ("a", "c"): 9.0}).ratio > AGREEABLE


def test_the_index_of_random_answers_falls_with_the_answers_that_are_missing() -> None:
    """Ágoston and Csató (2022), Omega 108, 102576: with 4 criteria and 1 answer missing, 2/3 of the full index."""
    round_trip = {("a", "b"): 2.0, ("b", "c"): 2.0, ("a", "c"): 2.0, ("c", "d"): 2.0, ("b", "d"): 2.0}

    found = agreement("abcd", round_trip)

    assert found.ratio == pytest.approx(found.index / (0.90 * 2 / 3))


def test_above_ten_criteria_the_index_of_ten_is_taken() -> None:
    names = [f"c{place}" for place in range(11)]
    comparisons = dict.fromkeys(combinations(names, 2), 2.0)

    found = agreement(names, comparisons)

    assert found.ratio == pytest.approx(found.index / 1.49)


def test_the_worst_three_stand_by_falling_weight() -> None:
    comparisons = {("schedule", "cost"): 1.0, ("pass rate", "schedule"): 2.0, ("cost", "pass rate"): 3.0}

    worst = agreement(["schedule", "pass rate", "cost"], comparisons).worst

    assert worst == Triple(first="cost", second="pass rate", third="schedule", one=3.0, two=2.0, said=1.0)


@pytest.mark.parametrize(("one", "two", "said"), [(3, 2, 1), (1 / 3, 1 / 2, 9), (9, 9, 1 / 9), (2, 2, 4)])
def test_three_answers_have_their_index_in_closed_form(one: float, two: float, said: float) -> None:
    """Of three criteria the largest eigenvalue is 1 + x + 1/x with x the cube root of one * two / said."""
    root = (one * two / said) ** (1 / 3)

    found = agreement("abc", {("a", "b"): one, ("b", "c"): two, ("a", "c"): said})

    assert found.ratio == pytest.approx((1 + root + 1 / root - 3) / 2 / 0.58, abs=1e-12)
