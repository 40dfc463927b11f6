"""One thing counted twice is said, by the columns and by the facts."""

from __future__ import annotations

import numpy as np
import pytest

from decision.judge.weights.double_counting import also_counted, same_columns
from decision.model import Facts, WeightMethod
from tests.judge.build import amount, fact, facts, unknown
from tests.judge.weighed import concern, weighed

TOTAL = concern("total", column="total_cost", parts=("tuition", "fees"))
TUITION = concern("tuition")
RISING = [500.0 * step for step in range(1, 9)]


def stated(first: list[float], second: list[float]) -> Facts:
    return facts({"a": fact(*map(amount, first)), "b": fact(*map(amount, second))})


def test_a_column_read_by_two_is_named_once_for_every_two() -> None:
    criteria = weighed(WeightMethod.EQUAL, TOTAL, TUITION, concern("fees"), concern("other"))

    assert same_columns(criteria) == (
        'total and tuition both read "tuition": a difference there counts twice.',
        'total and fees both read "fees": a difference there counts twice.',
    )


def test_what_weighs_nothing_counts_nothing_twice() -> None:
    criteria = weighed(WeightMethod.POINTS, TOTAL, TUITION, points={"total": 1, "tuition": 0})

    assert same_columns(criteria) == ()


@pytest.mark.parametrize(
    ("other", "notes"),
    [
        (
            [100.0, 205.0, 300.0, 410.0, 490.0, 600.0, 710.0, 790.0],
            ("a and b nearly always earn points together (in 8 programs): one thing may count twice.",),
        ),
        (
            [790.0, 710.0, 600.0, 490.0, 410.0, 300.0, 205.0, 100.0],
            ("a and b nearly always earn points against each other (in 8 programs): one may cancel the other.",),
        ),
        ([400.0, 300.0, 200.0, 100.0, 500.0, 600.0, 700.0, 800.0], ()),
        ([500.0] * 8, ()),
    ],
)
def test_what_rises_and_falls_together_is_said(other: list[float], notes: tuple[str, ...]) -> None:
    assert also_counted(stated(RISING, other), weighed(WeightMethod.EQUAL, "a", "b")) == notes


def test_seven_programs_are_too_few_to_tell() -> None:
    assert also_counted(stated(RISING[:7], RISING[:7]), weighed(WeightMethod.EQUAL, "a", "b")) == ()


def test_only_programs_for_which_both_are_known_exactly_are_counted() -> None:
    first = fact(*map(amount, RISING), unknown(), amount(100.0, 7_000.0), amount(7_500.0))
    second = fact(*map(amount, RISING), amount(100.0), amount(7_900.0), unknown())

    notes = also_counted(facts({"a": first, "b": second}), weighed(WeightMethod.EQUAL, "a", "b"))

    assert notes == ("a and b nearly always earn points together (in 8 programs): one thing may count twice.",)


def test_two_that_read_one_column_are_left_to_the_other_note() -> None:
    twice = [concern("a", column="cost"), concern("b", column="cost")]

    assert also_counted(stated(RISING, RISING), weighed(WeightMethod.EQUAL, *twice)) == ()


def test_a_shared_reading_counts_for_every_program_that_has_it() -> None:
    readings = fact(amount(500.0), amount(4_000.0))
    repeated = type(readings)(
        **{name: getattr(readings, name) for name in readings.__slots__ if name != "codes"},
        codes=np.array([0, 1] * 4, dtype=np.int32),
    )

    notes = also_counted(facts({"a": repeated, "b": repeated}), weighed(WeightMethod.EQUAL, "a", "b"))

    assert notes == ("a and b nearly always earn points together (in 8 programs): one thing may count twice.",)
