"""Lengths of time as typed, one by one: the whole reading or the whole sentence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from decision.intake.cells.cell import read_cell
from decision.model import Kind, Reading, Unknown

GENERAL = "not understood. Write months, such as 9 months, or a range, such as 6-9 months."
REVERSED = "not understood: the range ends below where it begins. Write the shorter time first, such as 6-9 months."
DATE = "not understood: a spreadsheet seems to have turned it into a date. Type it again in a column formatted as text."
SHORTENED = "not understood: a spreadsheet seems to have shortened it. Type it again in a column formatted as text."
NEGATIVE = "a length of time is never below 0. Correct it, or leave the cell blank if it is not known."
INFINITE = "infinity is not a possible value. Correct it, or leave the cell blank if it is not known."
TOO_LONG = (
    "a number of more than 15 digits is not possible here. Correct it, or leave the cell blank if it is not known."
)
ZERO = "0 months is odd: is it not reported?"


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("9 months", 9, 9),
        ("9 Months", 9, 9),
        ("1 month", 1, 1),
        ("9 mo", 9, 9),
        ("9 mos.", 9, 9),
        ("9mo", 9, 9),
        ("9-month", 9, 9),
        ("9", 9, 9),
        ("9.5", 9.5, 9.5),
        ("nine months", 9, 9),
        ("nine (9) months", 9, 9),
        ("6-9 months", 6, 9),
        ("6 – 9 months", 6, 9),
        ("6 to 9 months", 6, 9),
        ("0-7 days", 0, 12 / 52),
        ("91 days", 3, 3),
        ("6 months - 9 months", 6, 9),
        ("between 6 and 9 months", 6, 9),
        ("9-12", 9, 12),
        ("1 year", 12, 12),
        ("1 yr", 12, 12),
        ("2 years", 24, 24),
        ("1-2 years", 12, 24),
        ("6 months to 1 year", 6, 12),
        ("1.5 years", 18, 18),
        ("3 1/2 years", 42, 42),
        ("3-1/2 years", 42, 42),
        ("3½ years", 42, 42),
        ("1 and 1/2 years", 18, 18),
        ("1 year 6 months", 18, 18),
        ("1 year, 6 months", 18, 18),
        ("1 year and 6 months", 18, 18),
        ("1 year 26 weeks", 18, 18),
        ("52 weeks", 12, 12),
        ("26 wks", 6, 6),
        ("13-26 weeks", 3, 6),
        ("four weeks", 4 * 12 / 52, 4 * 12 / 52),
        ("18-week", 18 * 12 / 52, 18 * 12 / 52),
        (" 9\u00a0months ", 9, 9),
        ("1,000 weeks", 1000 * 12 / 52, 1000 * 12 / 52),
        ("P9M", 9, 9),
        ("P1Y6M", 18, 18),
        ("P26W", 6, 6),
        ("P1.5Y", 18, 18),
        ("P91D", 3, 3),
        ("P6M to P1Y", 6, 12),
        ("P2YT0H", 24, 24),
    ],
)
def test_a_length_reads_as_months(text: str, low: float, high: float) -> None:
    assert read_cell(text, Kind.DURATION) == Reading(text=text, low=low, high=high)


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        ("about 9 months", 'not understood; nearest is "9 months".'),
        ("9 months*", 'not understood; nearest is "9 months".'),
        ("2-semester", GENERAL),
        ("four semesters", GENERAL),
        ("120 hours", GENERAL),
        ("80 contact hours", GENERAL),
        ("27 credits", GENERAL),
        ("within five months of registration", GENERAL),
        ("2 years full-time, lockstep", GENERAL),
        ("4 4 weeks", GENERAL),
        ("six (7) months", GENERAL),
        ("3 4/2 years", GENERAL),
        ("1 month 1 year", GENERAL),
        ("1 year 2 years", GENERAL),
        ("9 months 12", GENERAL),
        ("９ months", GENERAL),
        ("1_0 months", GENERAL),
        ("self-paced", GENERAL),
        ("PT240H", GENERAL),
        ("P1MT10H", GENERAL),
        ("P", GENERAL),
        ("P9", GENERAL),
        ("9-6 months", REVERSED),
        ("P9M to P6M", REVERSED),
        ("9-Dec", DATE),
        ("Dec-09", DATE),
        ("45292", DATE),
        ("2024-09-12", DATE),
        ("1.2E+01", SHORTENED),
    ],
)
def test_what_is_no_length_is_not_known_and_says_what_to_write(text: str, doubt: str) -> None:
    assert read_cell(text, Kind.DURATION) == Reading(text=text, unknown=Unknown.NOT_UNDERSTOOD, doubt=doubt)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("-1", NEGATIVE),
        ("-6 months", NEGATIVE),
        ("−6 weeks", NEGATIVE),
        ("inf", INFINITE),
        ("99999999999999999 months", TOO_LONG),
    ],
)
def test_an_impossible_length_is_a_fault(text: str, fault: str) -> None:
    assert read_cell(text, Kind.DURATION) == Reading(text=text, unknown=Unknown.NOT_UNDERSTOOD, fault=fault)


@pytest.mark.parametrize("text", ["0", "0 months", "0 weeks"])
def test_a_length_of_nothing_is_used_and_odd(text: str) -> None:
    assert read_cell(text, Kind.DURATION) == Reading(text=text, low=0, high=0, doubt=ZERO)


@given(
    count=st.integers(min_value=1, max_value=500),
    unit=st.sampled_from([("{} months", 1.0), ("{} mo.", 1.0), ("{}", 1.0), ("{}-year", 12.0), ("{} yrs", 12.0)]),
)
def test_any_length_reads_back_from_any_notation(count: int, unit: tuple[str, float]) -> None:
    form, months = unit

    reading = read_cell(form.format(count), Kind.DURATION)

    assert (reading.low, reading.high) == (count * months, count * months)
