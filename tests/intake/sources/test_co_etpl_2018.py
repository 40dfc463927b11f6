"""Colorado's list of names, traced by hand."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

import pytest

from tests.intake.sources.maps import column
from tests.intake.sources.tracing import traced, translation

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def colorado(shared: Path) -> Path:
    return shared / "data" / "co_etpl_2018_names.csv"


@pytest.mark.parametrize(
    ("row", "program", "cip"),
    [
        (2, "Social Media Advertising", "52.1401"),
        (7, "Medical Coding", "51.0707"),
        (8, "1", "46.0000"),
        (11, "Innovators In Business: A Coaching and Consulting Intensive", "52.0701"),
        (289, "CATCH Certified Dog Trainer", "01.0505"),
    ],
)
def test_a_name_and_its_field_come_through_whole(colorado: Path, row: int, program: str, cip: str) -> None:
    """Row 11 has a double space in its name, row 289 a zero before its code, and row 8 is called "1"."""
    assert traced(colorado, row) == {"program": program, "state": "CO", "cip": cip, "as_of": "2018-11"}


def test_every_row_is_a_program(colorado: Path) -> None:
    with colorado.open(encoding="utf-8", newline="") as file:
        raw = [row["cipCodeText"] for row in csv.DictReader(file)]

    assert len(raw) == 2_572
    assert column(translation(colorado), "cip") == raw
