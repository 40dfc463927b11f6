"""One-off blocks, one by one: hours and when they are, or the whole sentence."""

from __future__ import annotations

import math

import pytest

from decision.intake.cells.one_off import read_one_off
from decision.model import Unknown

WANTED = "not understood. Write the hours and when they are, such as 40 hours, weekdays, one week; or none."


@pytest.mark.parametrize(
    ("text", "low", "high", "labels"),
    [
        ("40 hours, weekdays, one week", 40, 40, {"day"}),
        ("Yes: 40 hours, one week, fall semester", 40, 40, set()),
        ("forty hours in the daytime", 40, 40, {"day"}),
        ("40-hour weekday internship", 40, 40, {"day"}),
        ("80-120 hours of externship, weekdays or evenings".replace(" or ", " and "), 80, 120, {"day", "evening"}),
        ("20 hours a week for 4 weeks, weekdays", 80, 80, {"day"}),
        ("8 hours on a Saturday", 8, 8, {"weekend"}),
        ("none", 0, 0, set()),
        ("No", 0, 0, set()),
        ("0 hours", 0, 0, set()),
        ("No internship required.", 0, 0, set()),
        ("not required", 0, 0, set()),
    ],
)
def test_blocks_are_hours_and_a_time_of_day(text: str, low: float, high: float, labels: set[str]) -> None:
    reading = read_one_off(text)

    assert (reading.low, reading.high, set(reading.labels), reading.doubt) == (low, high, labels, "")


@pytest.mark.parametrize("text", ["Yes", "Internship, weekdays", "one week of clinicals"])
def test_blocks_without_hours_are_stated_and_their_hours_not_known(text: str) -> None:
    reading = read_one_off(text)

    assert (reading.is_stated, math.isnan(reading.low)) == (True, True)


@pytest.mark.parametrize(
    "text",
    [
        "no more than 40 hours",
        "optional internship, 40 hours",
        "40 hours, may be waived",
        "40 hours or 80 hours",
        "20 hours a week, weekdays",
        "120-80 hours, weekdays",
        "sometimes",
    ],
)
def test_what_denies_or_softens_is_not_guessed(text: str) -> None:
    reading = read_one_off(text)

    assert (reading.unknown, reading.doubt) == (Unknown.NOT_UNDERSTOOD, WANTED)


def test_silence_is_not_none() -> None:
    assert read_one_off("").unknown is Unknown.BLANK
