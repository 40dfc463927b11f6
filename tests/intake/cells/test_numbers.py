"""Plain numbers as typed, one by one: the whole reading or the whole sentence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from decision.intake.cells.cell import read_cell
from decision.model import Kind, Reading, Unknown

GENERAL = "not understood. Write one number, such as 20 credits, or a range, such as 20-30."
REVERSED = "not understood: the range ends below where it begins. Write the smaller number first, such as 20-30."
DATE = "not understood: a spreadsheet seems to have turned it into a date. Type it again in a column formatted as text."
SHORTENED = "not understood: a spreadsheet seems to have shortened it. Type it again in a column formatted as text."
INFINITE = "infinity is not a possible value. Correct it, or leave the cell blank if it is not known."
TOO_LONG = (
    "a number of more than 15 digits is not possible here. Correct it, or leave the cell blank if it is not known."
)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("27", 27, 27),
        ("0", 0, 0),
        ("-0", 0, 0),
        ("007", 7, 7),
        ("-3", -3, -3),
        ("−3", -3, -3),
        ("'-3", -3, -3),
        ("- 3", -3, -3),
        ("+5", 5, 5),
        ("'+5", 5, 5),
        ("2.5", 2.5, 2.5),
        (".5", 0.5, 0.5),
        ("-2.5", -2.5, -2.5),
        ("1,234", 1234, 1234),
        ("1,234,567", 1234567, 1234567),
        ("4.9k", 4900, 4900),
        ("4k-5k", 4000, 5000),
        ("4-5k", 4000, 5000),
        ("27 credits", 27, 27),
        ("27 credit", 27, 27),
        ("27 Credits.", 27, 27),
        ("27-credit", 27, 27),
        ("27credits", 27, 27),
        ("20-30", 20, 30),
        ("20 - 30", 20, 30),
        ("20–30 credits", 20, 30),
        ("20 to 30 credits", 20, 30),
        ("-3 to -1", -3, -1),
        ("-3-1", -3, 1),
        ("20-20", 20, 20),
        ("45292", 45292, 45292),
        ("  27\u00a0", 27, 27),
        ('"27"', 27, 27),
        ("999999999999999", 999999999999999, 999999999999999),
    ],
)
def test_a_number_reads_as_it_is_meant(text: str, low: float, high: float) -> None:
    assert read_cell(text, Kind.NUMBER, unit="credits") == Reading(text=text, low=low, high=high)


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        ("27*", 'not understood; nearest is "27".'),
        ("27.", 'not understood; nearest is "27".'),
        ("about 27", 'not understood; nearest is "27".'),
        ("27 hours", GENERAL),
        ("27 credit hours", GENERAL),
        ("80 contact hours", GENERAL),
        ("27%", GENERAL),
        ("$27", GENERAL),
        ("1,,234", GENERAL),
        ("12,34", GENERAL),
        ("1_000", GENERAL),
        ("0x1F", GENERAL),
        ("２７", GENERAL),
        ("٢٧", GENERAL),
        ("²", GENERAL),
        ("1.2.3", GENERAL),
        ("--5", GENERAL),
        ("5-", GENERAL),
        ("twenty", GENERAL),
        ("True", GENERAL),
        ("30-20", REVERSED),
        ("3--5", GENERAL),
        ("12-Oct", DATE),
        ("October-12", GENERAL),
        ("2024-10-12", DATE),
        ("1e3", SHORTENED),
        ("2.9E+03", SHORTENED),
    ],
)
def test_what_is_no_number_is_not_known_and_says_what_to_write(text: str, doubt: str) -> None:
    reading = read_cell(text, Kind.NUMBER, unit="credits")

    assert reading == Reading(text=text, unknown=Unknown.NOT_UNDERSTOOD, doubt=doubt)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("inf", INFINITE),
        ("-inf", INFINITE),
        ("Infinity", INFINITE),
        ("1234567890123456", TOO_LONG),
        ("-1234567890123456", TOO_LONG),
        ("1234567890123456 credits", TOO_LONG),
    ],
)
def test_an_impossible_number_is_a_fault(text: str, fault: str) -> None:
    reading = read_cell(text, Kind.NUMBER, unit="credits")

    assert reading == Reading(text=text, unknown=Unknown.NOT_UNDERSTOOD, fault=fault)


def test_a_number_without_a_unit_takes_no_unit_in_a_cell() -> None:
    doubt = "not understood. Write one number, such as 20, or a range, such as 20-30."

    reading = read_cell("27 credits", Kind.NUMBER)

    assert reading == Reading(text="27 credits", unknown=Unknown.NOT_UNDERSTOOD, doubt=doubt)


@given(
    number=st.integers(min_value=-(10**9), max_value=10**9).map(lambda hundredths: hundredths / 100),
    form=st.sampled_from(["{:.2f}", "{:,.2f}", "{:.2f} credits", " {:,.2f} ", '"{:.2f}"']),
)
def test_any_number_reads_back_from_any_notation(number: float, form: str) -> None:
    reading = read_cell(form.format(number), Kind.NUMBER, unit="credits")

    assert (reading.low, reading.high) == (number, number)
