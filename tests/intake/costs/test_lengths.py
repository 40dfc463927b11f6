"""A length as typed becomes how many years, terms, months or weeks are to be paid."""

from __future__ import annotations

import pytest

from decision.intake.costs.lengths import read_length, times
from decision.model import Basis


@pytest.mark.parametrize(
    ("typed", "basis", "count"),
    [
        ("9", Basis.MONTH, (9, 9)),
        ("9 months", Basis.YEAR, (0.75, 1)),
        ("12 months", Basis.YEAR, (1, 1)),
        ("2 years", Basis.YEAR, (2, 2)),
        ("18 months", Basis.YEAR, (1.5, 2)),
        ("6-9 months", Basis.MONTH, (6, 9)),
        ("36 weeks", Basis.WEEK, (36, 36)),
        ("52 weeks", Basis.YEAR, (1, 1)),
        ("9 months", Basis.WEEK, (36, 40)),
        ("four semesters", Basis.TERM, (4, 4)),
        ("2-semester", Basis.TERM, (2, 2)),
        ("2-3 terms", Basis.TERM, (2, 3)),
    ],
)
def test_a_stated_length_is_counted_in_the_unit_of_the_price(
    typed: str, basis: Basis, count: tuple[float, float]
) -> None:
    length = read_length(typed)

    assert length is not None
    assert times(length, basis) == count


def test_weeks_in_months_are_a_range() -> None:
    length = read_length("36 weeks")

    assert length is not None
    assert times(length, Basis.MONTH) == (8.129032258, 9)


@pytest.mark.parametrize(
    ("typed", "basis"),
    [
        ("9 months", Basis.TERM),
        ("four semesters", Basis.YEAR),
        ("four semesters", Basis.MONTH),
        ("9 months", Basis.HOUR),
        ("9 months", Basis.CREDIT),
    ],
)
def test_a_length_in_another_unit_says_nothing(typed: str, basis: Basis) -> None:
    length = read_length(typed)

    assert length is not None
    assert times(length, basis) is None


@pytest.mark.parametrize(
    "typed", ["", "varies", "N/A", "27 credits", "120 hours", "0 months", "3-2 terms", "-9 months"]
)
def test_what_states_no_length_gives_none(typed: str) -> None:
    assert read_length(typed) is None
