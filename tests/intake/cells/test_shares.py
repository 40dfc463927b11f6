"""Rates as typed, one by one: the whole reading or the whole sentence."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from decision.intake.cells.cell import read_cell
from decision.model import Kind, Reading, Unknown

GENERAL = "not understood. Write a percent, such as 92 %, or counts, such as 28 of 37."
REVERSED = "not understood: the range ends below where it begins. Write the smaller share first, such as 60-70 %."
MIXED = "not understood: the range mixes a fraction and a percent. Write it with a sign, such as 60-70 %."
YEARS = (
    "not understood: it looks like a date or a school year. Write a percent, such as 92 %, or counts, such as 28 of 37."
)
DATE = "not understood: a spreadsheet seems to have turned it into a date. Type it again in a column formatted as text."
SHORTENED = "not understood: a spreadsheet seems to have shortened it. Type it again in a column formatted as text."
OVER = "a share is at most 100 %. Correct it, or leave the cell blank if it is not known."
NEGATIVE = "a share is never below 0 %. Correct it, or leave the cell blank if it is not known."
INFINITE = "infinity is not a possible value. Correct it, or leave the cell blank if it is not known."
TOO_LONG = (
    "a number of more than 15 digits is not possible here. Correct it, or leave the cell blank if it is not known."
)


def share(low: float, high: float | None = None, **more: object) -> dict[str, Any]:
    return {"low": low, "high": low if high is None else high, **more}


def counted(passed: float, took: float, **more: object) -> dict[str, Any]:
    return {**share(passed / took), "passed": passed, "took": took, **more}


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("92%", share(0.92)),
        ("92 %", share(0.92)),
        ("92 percent", share(0.92)),
        ("100-percent", share(1)),
        ("100 percent", share(1)),
        ("83.5%", share(0.835)),
        ("70.9%", share(0.709)),
        ("0%", share(0)),
        ("100.0%", share(1)),
        ("0.92", share(0.92, is_bare=True)),
        (".92", share(0.92, is_bare=True)),
        ("92", share(92, is_bare=True)),
        ("1", share(1, is_bare=True)),
        ("1.00", share(1, is_bare=True)),
        ("0", share(0, is_bare=True)),
        ("0.588235294117647", share(0.588235294117647, is_bare=True)),
        ("0.5882352941176471", share(20 / 34, is_bare=True)),
        ("60-70%", share(0.6, 0.7)),
        ("60%-70%", share(0.6, 0.7)),
        ("60 % to 70 %", share(0.6, 0.7)),
        ("between 60% and 70%", share(0.6, 0.7)),
        ("60–70 percent", share(0.6, 0.7)),
        ("0.6-0.7", share(0.6, 0.7, is_bare=True)),
        ("60-70", share(60, 70, is_bare=True)),
        ("92,5 %", share(0.925)),
        ("0,92", share(0.92, is_bare=True)),
        ("seventy percent", share(0.7)),
        ("28 of 37", counted(28, 37)),
        ("28/37", counted(28, 37)),
        ("28 / 37", counted(28, 37)),
        ("28 out of 37", counted(28, 37)),
        ("28 of 37 passed", counted(28, 37)),
        ("28 passed of 37", counted(28, 37)),
        ("28 of 37 students", counted(28, 37)),
        ("Twenty-eight (28) of thirty-seven (37)", counted(28, 37)),
        ("twenty-eight of thirty-seven", counted(28, 37)),
        ("801/1129", counted(801, 1129)),
        ("1,129 of 2,000", counted(1129, 2000)),
        ("0 of 12", counted(0, 12)),
        ("4 of 4", counted(4, 4)),
        ("85% (17/20)", counted(17, 20)),
        ("17 of 20 (85%)", counted(17, 20)),
        ("17/20 = 85%", counted(17, 20)),
        ("85%, 17 of 20", counted(17, 20)),
        ("76% (28 of 37)", counted(28, 37)),
        (
            "28 of 37 (90%)",
            counted(28, 37, doubt="90 % differs from 28 of 37, which is 75.7 %: the counts are used."),
        ),
        ("0 of 0", {"unknown": Unknown.NOT_PUBLISHED}),
        ("PS", {"unknown": Unknown.SUPPRESSED}),
    ],
)
def test_a_rate_reads_as_it_is_meant(text: str, fields: dict[str, Any]) -> None:
    assert read_cell(text, Kind.SHARE) == Reading(text=text, **fields)


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        ("92%†", 'not understood; nearest is "92%".'),
        ("about 92%", 'not understood; nearest is "92%".'),
        ("92%?", 'not understood; nearest is "92%".'),
        ("28 of 37*", 'not understood; nearest is "28 of 37".'),
        ("79.9.%", GENERAL),
        ("100{06cf2b9696b159f874511d23dbc893eb1ac83014175ed30550cfff22781411e5}", GENERAL),
        ("88% (table) and 89.8% (text: five-year average)", GENERAL),
        ("5 CMA + 6 CCMA, 2 passed more than one", GENERAL),
        ("412 first attempt (+2 on second)", GENERAL),
        ("all", GENERAL),
        ("over 90%", GENERAL),
        ("９２%", GENERAL),
        ("92％", GENERAL),
        ("28.5 of 37", GENERAL),
        ("twenty (28) of thirty-seven (37)", GENERAL),
        ("$16", GENERAL),
        ("90-80%", REVERSED),
        ("0.5-1.5", MIXED),
        ("2023-24", YEARS),
        ("2023/24", YEARS),
        ("12/2023", YEARS),
        ("28-Jul", DATE),
        ("5/6/2024", DATE),
        ("9.2E-01", SHORTENED),
    ],
)
def test_what_is_no_rate_is_not_known_and_says_what_to_write(text: str, doubt: str) -> None:
    assert read_cell(text, Kind.SHARE) == Reading(text=text, unknown=Unknown.NOT_UNDERSTOOD, doubt=doubt)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("150%", OVER),
        ("100.1 %", OVER),
        ("90-110%", OVER),
        ("150", OVER),
        ("45292", OVER),
        ("17/20 (150%)", OVER),
        ("33 of 31", "more passed than took it: 33 of 31. Correct the two counts."),
        ("1,000/31", "more passed than took it: 1,000 of 31. Correct the two counts."),
        ("-5%", NEGATIVE),
        ("-0.5", NEGATIVE),
        ("-1", NEGATIVE),
        ("inf", INFINITE),
        ("∞ %", INFINITE),
        ("1234567890123456%", TOO_LONG),
        ("0.123456789012345678", TOO_LONG),
    ],
)
def test_an_impossible_rate_is_a_fault(text: str, fault: str) -> None:
    assert read_cell(text, Kind.SHARE) == Reading(text=text, unknown=Unknown.NOT_UNDERSTOOD, fault=fault)


@given(
    took=st.integers(min_value=1, max_value=5000),
    missed=st.integers(min_value=0, max_value=5000),
    form=st.sampled_from(["{} of {}", "{}/{}", "{:,} out of {:,}", "{} passed of {}"]),
)
def test_any_counts_read_back_from_any_notation(took: int, missed: int, form: str) -> None:
    passed = max(0, took - missed)

    reading = read_cell(form.format(passed, took), Kind.SHARE)

    assert (reading.passed, reading.took, reading.low, reading.high) == (passed, took, passed / took, passed / took)


@given(
    tenths=st.integers(min_value=0, max_value=1000), form=st.sampled_from(["{}%", "{} %", "{} percent", "{}-percent"])
)
def test_any_percent_reads_back_from_any_notation(tenths: int, form: str) -> None:
    reading = read_cell(form.format(tenths / 10), Kind.SHARE)

    assert (reading.low, reading.high, reading.is_bare) == (float(f"{tenths}e-3"), float(f"{tenths}e-3"), False)
