"""A price for a credit or a year counts for the whole program only where the file says how many."""

from __future__ import annotations

import math

import pytest

from decision.model import Unknown
from tests.intake.costs.priced import COUNTS, cost, fact, facts


def test_a_price_per_credit_counts_times_the_credits() -> None:
    """Bunker Hill Community College: $223 a credit, 27 credits (its published charges and catalog, 2021-22)."""
    row = {"total_cost": "$223 per credit", "credits": "27"}

    assert cost(row, **COUNTS) == ("$6,021 ($223 x 27 credits)", 6021, 6021)


def test_credits_in_a_range_give_a_range() -> None:
    text, low, high = cost({"total_cost": "$223/credit", "credits": "27-30"}, **COUNTS)

    assert (text, low, high) == ("$6,021 to $6,690 ($223 x 27 to 30 credits)", 6021, 6690)


@pytest.mark.parametrize("typed", ["", "TBD", "about 27?", "-3", "0"])
def test_without_a_stated_number_of_credits_it_is_not_known(typed: str) -> None:
    found = fact({"total_cost": "$223 per credit", "credits": typed}, **COUNTS)

    code = found.codes[0]
    assert (found.unknown[code], math.isnan(found.low[code])) == (Unknown.OTHER_BASIS, True)


def test_months_never_stand_in_for_credits() -> None:
    assert cost({"total_cost": "$223 per credit", "length": "9 months"}, **COUNTS)[0] == "only a price for each credit"


@pytest.mark.parametrize(
    ("price", "length", "text"),
    [
        ("$5,492 per year", "2 years", "$10,984 ($5,492 x 2 years)"),
        ("$5,492 per year", "9 months", "$4,119 to $5,492 ($5,492 x 0.75 to 1 years)"),
        ("$1,200 a semester", "four semesters", "$4,800 ($1,200 x 4 terms)"),
        ("$1,200 a semester", "9 months", "only a price for each term"),
        ("$350/month", "9", "$3,150 ($350 x 9 months)"),
        ("$99.50/week", "10 weeks", "$995 ($99.50 x 10 weeks)"),
        ("$20 an hour", "9 months", "only a price for each hour"),
    ],
)
def test_a_price_per_time_counts_where_the_length_says_how_often(price: str, length: str, text: str) -> None:
    assert cost({"total_cost": price, "length": length}, **COUNTS)[0] == text


def test_a_part_per_credit_is_added_up_as_a_whole_price() -> None:
    row = {"tuition": "$223 per credit", "fees": "$150", "books": "$300", "exam_fee": "$425", "credits": "27"}

    assert cost(row, **COUNTS) == ("$6,896 added up", 6896, 6896)


def test_several_amounts_in_a_cell_are_never_narrowed_to_one() -> None:
    """As printed by a Massachusetts community college: a price per credit with its split, and one for others."""
    printed = "$250 (MA residents: $24 tuition/$216 course fees/$10 technology fee); $456 non-residents"

    found = facts({"total_cost": printed, "credits": "27"}, **COUNTS)

    assert found["cost"].unknown.tolist() == [Unknown.NOT_UNDERSTOOD]
    assert [str(doubt).split("  ")[-1] for doubt in found.doubts] == [
        "not understood: it holds several amounts. Write the one for the whole program, such as $4,000."
    ]


def test_a_column_that_the_file_lacks_changes_nothing() -> None:
    row = {"total_cost": "$223 per credit"}

    assert cost(row, **COUNTS)[0] == cost(row)[0] == "only a price for each credit"


def test_a_price_for_the_whole_program_is_not_multiplied() -> None:
    assert cost({"total_cost": "$6,021", "credits": "27"}, **COUNTS) == ("$6,021", 6021, 6021)
