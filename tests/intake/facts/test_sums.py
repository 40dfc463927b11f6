"""An amount from its column, or from its parts less what is taken off."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from decision.intake.cells.cell import read_cell
from decision.intake.facts.sums import say_amount
from decision.model import Criterion, Kind, Unknown

if TYPE_CHECKING:
    from decision.intake.facts.sayings import Saying

COST = Criterion(name="cost", kind=Kind.MONEY, column="total", parts=("tuition", "fees"), less=("grants",))


def said(total: str = "", parts: tuple[str, ...] = ("", ""), less: tuple[str, ...] = ("",)) -> Saying:
    """What the cells say together."""
    whole, *others = (read_cell(text, Kind.MONEY) for text in (total, *parts, *less))
    return say_amount(COST, whole, others[: len(parts)], others[len(parts) :])


def test_a_stated_column_wins_over_its_parts() -> None:
    saying = said("$3,450", ("$3,000", "$460"))

    assert (saying.text, saying.low, saying.high, saying.doubt) == ("$3,450", 3450, 3450, "")


def test_the_sum_counts_when_every_part_is_stated() -> None:
    saying = said("", ("$3,000", "$450"))

    assert (saying.text, saying.low, saying.high) == ("$3,450 added up", 3450, 3450)


def test_cents_add_up_exactly() -> None:
    assert said("", ("$1,999.90", "$4,000.10")).low == 6000


def test_grants_are_taken_off_the_sum_only() -> None:
    assert said("", ("$3,000", "$450"), ("$1,000",)).low == 2450
    assert said("$3,450", ("$3,000", "$450"), ("$1,000",)).low == 3450


def test_a_blank_grant_counts_as_none() -> None:
    assert said("", ("$3,000", "$450"), ("",)).low == 3450


def test_grants_never_make_it_less_than_nothing() -> None:
    assert said("", ("$3,000", "$450"), ("$9,000",)).low == 0


def test_parts_that_come_to_nothing_make_a_stated_zero_plausible() -> None:
    saying = said("$0", ("$3,000", "$450"), ("$3,450",))

    assert (saying.low, saying.doubt) == (0, "")


def test_a_zero_without_a_word_is_suspect_and_used_as_stated() -> None:
    saying = said("$0")

    assert (saying.low, saying.is_suspect) == (0, True)
    assert saying.doubt != ""


def test_zeros_do_not_confirm_a_zero() -> None:
    saying = said("$0", ("0", "0"))

    assert (saying.low, saying.is_suspect) == (0, True)
    assert saying.doubt == "$0 is not called free: is it not reported?"


def test_parts_that_are_all_zero_are_suspect_and_used_as_stated() -> None:
    saying = said("", ("0", "$0"))

    assert (saying.text, saying.low, saying.is_suspect) == ("$0 added up", 0, True)
    assert saying.doubt == "every part is $0 and none is called free: are they not reported? Used as stated."


@pytest.mark.parametrize("total", ["", "$0"])
def test_parts_that_are_called_free_confirm_a_zero(total: str) -> None:
    saying = said(total, ("free", "$0"))

    assert (saying.low, saying.doubt, saying.is_suspect) == (0, "", False)


def test_numbers_that_add_up_to_zero_are_not_odd() -> None:
    years = Criterion(name="years off", kind=Kind.NUMBER, column="total", parts=("first", "second"))
    blank, zero = (read_cell(text, Kind.NUMBER) for text in ("", "0"))

    assert say_amount(years, blank, [zero, zero], []).doubt == ""


def test_free_is_a_price() -> None:
    saying = said("free")

    assert (saying.low, saying.doubt) == (0, "")


def test_some_parts_are_the_least_it_can_be() -> None:
    saying = said("", ("$3,000", ""))

    assert (saying.unknown, saying.low, math.isnan(saying.high)) == (Unknown.PARTS_MISSING, 3000, True)
    assert saying.text == "at least $3,000: only some parts are stated"


def test_a_part_that_is_inside_another_adds_nothing() -> None:
    saying = said("", ("$3,450", "included in tuition"))

    assert (saying.text, saying.low, saying.high, saying.doubt) == ("$3,450 added up", 3450, 3450, "")


def test_a_part_that_is_inside_another_states_nothing_alone() -> None:
    saying = said("", ("", "included in tuition"))

    assert (saying.unknown, math.isnan(saying.low)) == (Unknown.BLANK, True)


def test_a_total_that_is_inside_another_price_is_not_free() -> None:
    saying = said("included")

    assert (saying.unknown, math.isnan(saying.low)) == (Unknown.OTHER_BASIS, True)
    assert saying.doubt == (
        "it says that this is part of another price, and not what the whole program costs: read as not known."
    )


def test_no_part_stated_is_simply_unknown() -> None:
    saying = said()

    assert (saying.unknown, math.isnan(saying.low)) == (Unknown.BLANK, True)


def test_a_slip_of_the_keyboard_is_told_with_its_factor() -> None:
    saying = said("$41,984,198", ("$4,000", "$198"))

    assert saying.doubt == "10,001 times its parts ($4,198): a slip? Used as stated."


def test_a_total_that_differs_from_its_parts_is_told() -> None:
    saying = said("$3,800", ("$3,000", "$450"))

    assert (saying.low, saying.doubt) == (3800, "its parts come to $3,450. Used as stated.")


def test_a_total_after_grants_agrees_with_its_parts() -> None:
    assert said("$2,450", ("$3,000", "$450"), ("$1,000",)).doubt == ""


def test_a_price_per_credit_is_not_the_price_of_the_program() -> None:
    saying = said("$250 per credit")

    assert (saying.unknown, math.isnan(saying.low)) == (Unknown.OTHER_BASIS, True)
    assert saying.doubt == "a price for each credit, not for the whole program: read as not known."


def test_ranges_add_end_by_end() -> None:
    saying = said("", ("$3,000-4,000", "$450"))

    assert (saying.low, saying.high, saying.text) == (3450, 4450, "$3,450 to $4,450 added up")


def test_what_is_not_understood_stays_so_though_the_parts_are_stated() -> None:
    assert said("about 4k?", ("$3,000", "$450")).unknown is Unknown.NOT_UNDERSTOOD


@pytest.mark.parametrize("word", ["N/A", "TBD", "contact school"])
def test_a_word_for_unknown_leaves_room_for_the_parts(word: str) -> None:
    assert said(word, ("$3,000", "$450")).low == 3450


@given(st.lists(st.integers(1, 900_000), min_size=2, max_size=2), st.integers(0, 900_000))
def test_the_sum_is_exact_to_the_cent(cents: list[int], grant: int) -> None:
    saying = said("", (f"${cents[0] / 100:.2f}", f"${cents[1] / 100:.2f}"), (f"${grant / 100:.2f}",))

    assert round(saying.low * 100) == max(0, sum(cents) - grant)
