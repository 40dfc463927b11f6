"""The federal directory of schools, traced by hand, and joined to the charges that have no names."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.intake.sources.maps import column
from tests.intake.sources.tracing import reasons, traced, translation

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def directory(shared: Path) -> Path:
    return shared / "data" / "ipeds_hd2024_slim.csv"


@pytest.mark.parametrize(
    ("row", "school", "city", "state", "website"),
    [
        (2, "Alabama A & M University", "Normal", "AL", "www.aamu.edu/"),
        (3, "University of Alabama at Birmingham", "Birmingham", "AL", "https://www.uab.edu/"),
    ],
)
def test_an_open_school_stands_for_its_programs(
    directory: Path, row: int, school: str, city: str, state: str, website: str
) -> None:
    assert traced(directory, row, without=("as_of",)) == {
        "program": school,
        "school": school,
        "city": city,
        "state": state,
        "website": website,
        "unknown_because": "closed: not applicable (open)",
    }


def test_a_closed_school_says_when(directory: Path) -> None:
    """Row 13: CLOSEDAT 07/31/2024."""
    assert traced(directory, 13, without=("as_of",)) == {
        "program": "Birmingham-Southern College",
        "school": "Birmingham-Southern College",
        "city": "Birmingham",
        "state": "AL",
        "website": "www.bsc.edu/",
        "closed": "07/31/2024",
    }


def test_a_school_without_a_web_address_leaves_it_blank(directory: Path) -> None:
    """Row 594: WEBADDR is blank, CONTROL and ICLEVEL are -3."""
    found = traced(directory, 594)

    assert (found["school"], "website" in found) == ("Wesley College", False)


def test_every_school_is_there_and_the_open_ones_are_counted(directory: Path) -> None:
    assert len(translation(directory)) == 6_072
    assert column(translation(directory), "website").count("") == 71
    assert reasons(directory, "closed") == {"": 68, "said not to apply": 6_004}
