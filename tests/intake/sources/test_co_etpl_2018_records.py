"""Colorado's records in JSON, traced by hand from the raw record."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.intake.sources.maps import column
from tests.intake.sources.tracing import traced, translation

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def records(shared: Path) -> Path:
    return shared / "data" / "co_etpl_2018_sample.json"


def test_a_record_whose_parts_are_zero_keeps_them_and_its_total(records: Path) -> None:
    """Record 1: tuition 2750.0, fees, books and supplies 0.0, 18.0 credits, 0.0 contact hours, 30.0 weeks."""
    assert traced(records, 2, without=("as_of",)) == {
        "program": "Advanced Business Management",
        "school": "Otero Junior College",
        "city": "La Junta",
        "state": "CO",
        "cip": "01.0102",
        "credential": "Certificate (1-2 years)",
        "months": "30.0 weeks",
        "weeks": "30.0",
        "credits": "18.0",
        "tuition": "2750.0",
        "fees": "0.0",
        "books": "0.0",
        "total_cost": "2750.0",
        "internship": "yes",
        "unknown_because": "hours: not stated (0 hours are no length)",
        "website": "http://www.ojc.edu/academics/academicprograms/agribusiness.aspx",
    }


def test_books_and_supplies_are_one_amount(records: Path) -> None:
    """Record 3: booksCost 2250.0, suppliesCost 1350.0; "work-based" is the second of two accessibilities."""
    found = traced(records, 4)

    assert (found["books"], found["tuition"], found["total_cost"]) == ("3600.0", "4107.0", "5845.0")
    assert (found["city"], found["internship"]) == ("Wray", "yes")


def test_one_program_at_five_places_is_five_programs(records: Path) -> None:
    cities = column(translation(records), "city")[2:7]

    assert cities == ["Wray", "Fort Morgan", "Limon", "Bennett", "Burlington"]


def test_not_all_of_it_online_says_nothing_of_how_it_is_taught(records: Path) -> None:
    """Every record has hundredPercentOnline false."""
    assert set(column(translation(records), "delivery")) == {""}


@pytest.mark.parametrize("row", [9, 10])
def test_a_record_without_accessibilities_states_no_internship(records: Path, row: int) -> None:
    """Records 8 and 9: programAccessibilities is null."""
    assert "internship" not in traced(records, row)
