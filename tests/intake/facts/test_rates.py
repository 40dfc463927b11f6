"""A share of people from a printed rate and the counts behind it."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from decision.intake.cells.cell import read_cell
from decision.intake.facts.rates import say_rate, shrunk
from decision.model import Criterion, Kind, Unknown

if TYPE_CHECKING:
    from decision.intake.facts.sayings import Saying

SHRUNK = Criterion(
    name="pass rate", kind=Kind.SHARE, column="rate", passed="x", took="n", base_rate=0.62, base_takers=20.0
)
PLAIN = Criterion(name="completion", kind=Kind.SHARE, column="rate")


def said(rate: str = "", passed: str = "", took: str = "", *, criterion: Criterion = SHRUNK) -> Saying:
    """What three cells say together."""
    counts = (read_cell(text, Kind.NUMBER) for text in (passed, took))
    return say_rate(criterion, read_cell(rate, Kind.SHARE), *counts)


def test_counts_beat_a_printed_rate() -> None:
    saying = said("89%", "47", "52")

    assert (saying.text, saying.low, saying.high) == ("47 of 52 (90.4 %)", 47 / 52, 47 / 52)
    assert saying.doubt == "47 of 52 is 90.4 %, not 89 %; the counts are used."
    assert saying.is_suspect


def test_rounding_is_no_difference() -> None:
    saying = said("90%", "47", "52")

    assert (saying.doubt, saying.is_suspect) == ("", False)


def test_a_perfect_class_of_four_never_tops_380_of_470() -> None:
    four, many = said(passed="4", took="4"), said(passed="380", took="470")

    assert four.counted_low is not None
    assert many.counted_low is not None
    assert four.low > many.low
    assert four.counted_low < many.counted_low


def test_must_haves_see_the_rate_as_stated_and_points_the_shrunk_one() -> None:
    saying = said(passed="4", took="4")

    assert (saying.low, saying.counted_low) == (1.0, (4 + 0.62 * 20) / 24)


def test_a_bare_rate_is_worth_no_more_than_one_taker() -> None:
    saying = said("100%")

    assert (saying.low, saying.high) == (1.0, 1.0)
    assert (saying.counted_low, saying.counted_high) == ((1 + 0.62 * 20) / 21, 1.0)
    assert saying.text == "100 %, of how many is not stated"


def test_a_bare_low_rate_may_be_worth_more_but_surely_is_not() -> None:
    saying = said("30%")

    assert (saying.counted_low, saying.counted_high) == (0.3, (0.3 + 0.62 * 20) / 21)


@given(st.integers(0, 60), st.integers(1, 60))
def test_silence_about_takers_never_pays(passed: int, more: int) -> None:
    took = passed + more
    counted = said(passed=str(passed), took=str(took)).counted_low
    claim = said(f"{passed}/{took}", criterion=PLAIN)
    bare = Criterion(name="p", kind=Kind.SHARE, base_rate=0.62, base_takers=20.0)

    one_taker = shrunk(claim.low, 1, bare.base_rate, bare.base_takers)

    assert counted is not None
    assert min(claim.low, one_taker) <= counted + 1e-12


def test_a_rate_whose_takers_are_known_is_no_bare_claim() -> None:
    saying = said("90%", took="50")

    assert saying.counted_low == saying.counted_high == pytest.approx((45 + 0.62 * 20) / 70)


def test_a_rate_that_is_never_shrunk_is_a_plain_number() -> None:
    saying = said("28 of 37", criterion=PLAIN)

    assert (saying.low, saying.counted_low) == (28 / 37, 28 / 37)


def test_counts_inside_the_rate_cell_count() -> None:
    assert said("28 of 37").counted_low == (28 + 0.62 * 20) / 57


def test_more_passers_than_takers_is_impossible() -> None:
    saying = said(passed="33", took="31")

    assert saying.fault == "33 of 31 passed: more than took it. Correct one of the two counts, or blank both."
    assert saying.blamed == 1


@pytest.mark.parametrize("count", ["-3", "12.5", "20-25"])
def test_a_count_of_people_is_whole_and_not_negative(count: str) -> None:
    saying = said(passed=count, took="30")

    assert saying.fault == "a count of people is a whole number from 0 up. Correct it, or blank it."


def test_nobody_took_it_is_no_rate() -> None:
    saying = said(passed="0", took="0")

    assert (saying.unknown, math.isnan(saying.low), saying.text) == (Unknown.NOT_APPLICABLE, True, "nobody took it")


def test_one_count_alone_leaves_the_rate_unknown() -> None:
    assert said(passed="12").unknown is Unknown.BLANK


def test_the_reason_of_an_unknown_rate_is_kept() -> None:
    assert said("not published").unknown is Unknown.NOT_PUBLISHED
