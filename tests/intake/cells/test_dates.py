"""Start dates, one by one: the labels, or the whole sentence."""

from __future__ import annotations

import pytest

from decision.intake.cells.dates import parse_day, read_starts
from decision.model import Reading, Unknown

WANTED = (
    "not understood. Write a day such as 2027-01-12, a month such as January 2027, or rolling, with ; between them."
)
EVERY_MONTH = {f"--{month:02d}" for month in range(1, 13)}


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("2027-01-12", {"2027-01-12"}),
        ("January 12, 2027", {"2027-01-12"}),
        ("Jan. 12th 2027", {"2027-01-12"}),
        ("12 Jan 2027", {"2027-01-12"}),
        ("1/15/2027", {"2027-01-15"}),
        ("15/1/2027", {"2027-01-15"}),
        ("5/5/2027", {"2027-05-05"}),
        ("January 2027", {"2027-01"}),
        ("2027-01", {"2027-01"}),
        ("January and September 2027", {"2027-01", "2027-09"}),
        ("January 2027; September 2027", {"2027-01", "2027-09"}),
        ("Jan 12, 2027, May 10, 2027", {"2027-01-12", "2027-05-10"}),
        ("September", {"--09"}),
        ("every January and May", {"--01", "--05"}),
        ("monthly", EVERY_MONTH),
        ("rolling", {"rolling"}),
        ("Open enrollment", {"rolling"}),
        ("Rolling admissions; classes start Jan 12, 2027", {"rolling", "2027-01-12"}),
        ("start any time", {"rolling"}),
    ],
)
def test_starts_are_days_months_and_rolling(text: str, labels: set[str]) -> None:
    assert read_starts(text) == Reading(text=text, labels=frozenset(labels))


@pytest.mark.parametrize(
    "text", ["1/5/2027", "spring", "Fall 2026", "2027-02-30", "2027-13", "soon", "Week 3", "January 5", "mayor 2027"]
)
def test_a_start_is_never_guessed(text: str) -> None:
    assert read_starts(text) == Reading(text=text, unknown=Unknown.NOT_UNDERSTOOD, doubt=WANTED)


def test_words_that_mean_unknown_are_no_doubt() -> None:
    assert read_starts("TBD") == Reading(text="TBD", unknown=Unknown.NOT_PUBLISHED)


@pytest.mark.parametrize("text", ["", "January 2027", "2027-01-05 or 2027-02-05", "from 2027-01-05", "rolling"])
def test_one_day_is_one_day(text: str) -> None:
    assert parse_day(text) is None
