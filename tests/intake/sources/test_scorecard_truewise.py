"""The College Scorecard as a package spells it, traced by hand, and its empty cells counted apart."""

from __future__ import annotations

import csv
import gzip
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from tests.intake.sources.maps import column
from tests.intake.sources.tracing import traced, translation

if TYPE_CHECKING:
    from pathlib import Path

FIELD = "Health and Medical Administrative Services."


@pytest.fixture
def massachusetts(shared: Path) -> Path:
    return shared / "data" / "scorecard_ma_cip5107.csv"


@pytest.fixture
def nation(shared: Path) -> Path:
    return shared / "data" / "scorecard_programs_truewise.csv.gz"


@pytest.mark.parametrize(
    ("row", "school", "credential", "published"),
    [
        (
            2,
            "Motoring Technical Training Institute",
            "undergraduate certificate",
            {"awards": "8.0", "earnings": "44573.0", "debt": "9500.0"},
        ),
        (3, "Urban College of Boston", "undergraduate certificate", {"awards": "0.0"}),
        (
            4,
            "Northeastern University Professional Programs",
            "bachelor's degree",
            {"awards": "24.0", "earnings": "80233.0", "debt": "26500.0"},
        ),
        (22, "Cape Cod Community College", "undergraduate certificate", {"awards": "10.0"}),
        (42, "University of Massachusetts-Amherst", "master's degree", {}),
    ],
)
def test_a_program_keeps_what_is_published_and_no_more(
    massachusetts: Path, row: int, school: str, credential: str, published: dict[str, str]
) -> None:
    assert (
        traced(massachusetts, row, without=("as_of",))
        == {
            "program": FIELD,
            "school": school,
            "state": "MA",
            "cip": "5107",
            "credential": credential,
        }
        | published
    )


def test_the_packed_nation_is_read_to_the_last_row(nation: Path) -> None:
    """Row 17: Pace University, cip_code 0301 with its zero, credential_level 1."""
    assert len(translation(nation)) == 220_960
    assert traced(nation, 17, without=("as_of",)) == {
        "program": "Natural Resources Conservation and Research.",
        "school": "Pace University",
        "state": "NY",
        "cip": "0301",
        "credential": "undergraduate certificate",
        "awards": "4.0",
    }


def test_what_is_empty_in_the_nation_is_counted(nation: Path) -> None:
    with gzip.open(nation, "rt", encoding="utf-8", newline="") as file:
        raw = list(csv.DictReader(file))

    empty = {ours: column(translation(nation), ours).count("") for ours in ("awards", "earnings", "debt", "state")}
    assert empty == {"awards": 23_598, "earnings": 159_034, "debt": 174_829, "state": 4_276}
    assert [round(empty[name] / len(raw), 2) for name in ("earnings", "debt")] == [0.72, 0.79]
    assert sorted(Counter(column(translation(nation), "credential")).values()) == sorted(
        Counter(row["credential_level"] for row in raw).values()
    )
