"""The federal list of awards, traced by hand from raw cells, and its levels counted apart."""

from __future__ import annotations

import csv
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from tests.intake.sources.maps import column
from tests.intake.sources.tracing import traced, translation

if TYPE_CHECKING:
    from pathlib import Path

LEVELS = {
    "2": "certificate (1 year to under 2 years)",
    "3": "associate's degree",
    "4": "certificate (2 years to under 4 years)",
    "5": "bachelor's degree",
    "6": "postbaccalaureate certificate",
    "7": "master's degree",
    "8": "post-master's certificate",
    "17": "doctor's degree (research)",
    "18": "doctor's degree (professional practice)",
    "19": "doctor's degree (other)",
    "20": "certificate (under 12 weeks)",
    "21": "certificate (12 weeks to under 1 year)",
}


@pytest.fixture
def awards(shared: Path) -> Path:
    return shared / "data" / "ipeds_completions_cip5107_2021_2024.csv"


@pytest.mark.parametrize(
    ("row", "program", "school", "city", "state", "cip", "credential", "given", "year"),
    [
        (
            15763,
            "Medical Insurance Coding Specialist/Coder",
            "Springfield Technical Community College",
            "Springfield",
            "MA",
            "51.0713",
            "certificate (12 weeks to under 1 year)",
            "13",
            "2024",
        ),
        (
            15710,
            "Medical Insurance Coding Specialist/Coder",
            "Fisher College",
            "Boston",
            "MA",
            "51.0713",
            "certificate (1 year to under 2 years)",
            "6",
            "2024",
        ),
        (
            15747,
            "Medical Insurance Coding Specialist/Coder",
            "Northern Essex Community College",
            "Haverhill",
            "MA",
            "51.0713",
            "certificate (12 weeks to under 1 year)",
            "0",
            "2024",
        ),
        (
            6,
            "Health/Health Care Administration/Management",
            "University of Alabama at Birmingham",
            "Birmingham",
            "AL",
            "51.0701",
            "doctor's degree (other)",
            "0",
            "2021",
        ),
    ],
)
def test_an_award_keeps_its_school_its_level_in_words_and_its_number(
    awards: Path,
    row: int,
    program: str,
    school: str,
    city: str,
    state: str,
    cip: str,
    credential: str,
    given: str,
    year: str,
) -> None:
    assert traced(awards, row) == {
        "program": program,
        "school": school,
        "city": city,
        "state": state,
        "cip": cip,
        "credential": credential,
        "as_of": year,
        "awards": given,
    }


def test_a_school_that_the_file_does_not_name_stays_blank(awards: Path) -> None:
    """Row 9502: UNITID 498270 with blank INSTNM, CITY and STABBR."""
    assert traced(awards, 9502) == {
        "program": "Medical Insurance Coding Specialist/Coder",
        "cip": "51.0713",
        "credential": "certificate (under 12 weeks)",
        "as_of": "2022",
        "awards": "15",
    }


def test_every_award_level_of_the_file_has_its_words(awards: Path) -> None:
    with awards.open(encoding="utf-8", newline="") as file:
        raw = Counter(row["AWLEVEL"] for row in csv.DictReader(file))

    assert sum(raw.values()) == 18_985
    assert Counter(column(translation(awards), "credential")) == {LEVELS[level]: n for level, n in raw.items()}


def test_no_award_in_a_year_is_reported_and_not_unknown(awards: Path) -> None:
    programs = translation(awards)

    assert column(programs, "awards").count("0") == 4_805
    assert set(column(programs, "unknown_because")) == {""}
