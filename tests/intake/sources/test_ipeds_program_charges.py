"""The federal list of program charges, traced by hand from raw cells, and its unknowns counted apart."""

from __future__ import annotations

import csv
from collections import Counter
from typing import TYPE_CHECKING

import numpy as np
import pytest

from decision import decide
from decision.kinds import Unknown
from tests.intake.sources.maps import column
from tests.intake.sources.tracing import reasons, stated, traced, translation

if TYPE_CHECKING:
    from pathlib import Path

SAME = ("as_of", "fees")
REPORTED = ("R", "C", "G")


@pytest.fixture
def charges(shared: Path) -> Path:
    return shared / "data" / "ipeds_ic2021_py.csv"


@pytest.fixture
def raw(charges: Path) -> list[dict[str, str]]:
    """Give the rows as the csv module reads them, without the cell that the trailing comma adds."""
    header, *rows = csv.reader(charges.read_text("ascii").splitlines())
    return [dict(zip([name.strip() for name in header], row[:-1], strict=True)) for row in rows]


def numbered(raw: list[dict[str, str]]) -> list[tuple[dict[str, str], int]]:
    """Every program that is there: its row and its number in the row."""
    return [(row, n) for row in raw for n in range(1, 7) if row[f"CIPCODE{n}"].strip() != "-2"]


def test_the_largest_program_of_a_school_with_beginners_has_its_price_under_another_name(charges: Path) -> None:
    """Row 2: CIPTUIT1 "." flagged A, CHG1PY3 12150 R, CHG4PY3 2649 R, CIPLGTH1 1500 with PRGMSR1 1 (clock hours)."""
    assert traced(charges, 2, without=SAME) == {
        "program": "12.0401",
        "cip": "12.0401",
        "months": "12",
        "weeks": "47",
        "hours": "1500",
        "tuition": "12150",
        "books": "2649",
        "unknown_because": "credits: not applicable",
    }


def test_the_second_program_of_a_row_is_a_program_of_its_own(charges: Path) -> None:
    """Row 2: CIPCODE2 12.0413, CIPTUIT2 2150 R, CIPSUPP2 815 R, CIPLGTH2 650, PRGMSR2 1; CIPCODE3 is "-2     "."""
    assert traced(charges, 2, 2, without=SAME) == {
        "program": "12.0413",
        "cip": "12.0413",
        "months": "7",
        "hours": "650",
        "tuition": "2150",
        "books": "815",
        "unknown_because": "credits: not applicable",
    }
    assert column(translation(charges), "source_row").count("2") == 2


def test_the_largest_program_of_a_school_without_beginners_has_its_price_under_its_own_name(charges: Path) -> None:
    """Row 30: CHG1PY3 "." flagged A, CIPTUIT1 12000 R, CIPSUPP1 1300 R, CIPLGTH1 79 with PRGMSR1 2 (credit hours)."""
    assert traced(charges, 30, without=SAME) == {
        "program": "51.3801",
        "cip": "51.3801",
        "months": "17",
        "credits": "79",
        "tuition": "12000",
        "books": "1300",
        "unknown_because": "weeks: not applicable; hours: not applicable",
    }


def test_a_coding_program_in_credits_without_a_price_for_books_says_why(charges: Path) -> None:
    """Row 4, third of six: CIPCODE3 51.0713, CIPTUIT3 12454 R, CIPSUPP3 "." flagged A, CIPLGTH3 34, PRGMSR3 2."""
    assert traced(charges, 4, 3, without=SAME) == {
        "program": "Medical Insurance Coding Specialist/Coder",
        "cip": "51.0713",
        "months": "11",
        "credits": "34",
        "tuition": "12454",
        "unknown_because": "hours: not applicable; books: not applicable",
    }


def test_what_the_government_filled_in_is_not_what_the_school_says(charges: Path) -> None:
    """Row 826: CIPTUIT1 "." flagged A; CHG1PY3 10901, CHG4PY3 595, CIPLGTH1 1600, MTHCMP1 13, WKCMP1 52, all P."""
    filled = "not published (filled in by NCES)"
    assert traced(charges, 826, without=SAME) == {
        "program": "12.0401",
        "cip": "12.0401",
        "unknown_because": (
            f"months: {filled}; weeks: {filled}; hours: {filled}; credits: not applicable; "
            f"tuition: {filled}; books: {filled}"
        ),
    }


def test_a_reported_zero_stays_a_zero_and_a_price_that_does_not_apply_is_unknown(charges: Path) -> None:
    """Row 971: the largest has no price ("." flagged A, twice) and books 0 R; the second has tuition 0 R, books 0 R."""
    first, second = (traced(charges, 971, number, without=SAME) for number in (1, 2))

    assert (first.get("tuition"), first["books"]) == (None, "0")
    assert first["unknown_because"] == "credits: not applicable; tuition: not applicable"
    assert (second["tuition"], second["books"], second["months"], second["hours"]) == ("0", "0", "2", "270")


def test_every_program_of_every_row_is_there_once(charges: Path, raw: list[dict[str, str]]) -> None:
    programs = translation(charges)

    rows = Counter(column(programs, "source_row"))
    assert (len(raw), len(programs)) == (2222, 8107)
    assert rows == Counter(str(2 + raw.index(row)) for row, _ in numbered(raw))
    assert sum(cell == "-2     " for row in raw for cell in row.values()) == 5225
    assert column(programs, "cip") == [row[f"CIPCODE{n}"] for row, n in numbered(raw)]


def test_the_dots_of_the_raw_file_are_those_that_were_counted(raw: list[dict[str, str]]) -> None:
    cells = Counter(cell.strip() for row in raw for cell in row.values())

    assert (len(raw) * len(raw[0]), cells["."]) == (275_528, 45_499)


def test_clock_hours_and_credit_hours_are_told_apart(charges: Path, raw: list[dict[str, str]]) -> None:
    measured = Counter(row[f"PRGMSR{n}"] for row, n in numbered(raw))

    assert measured == {"1": 6025, "2": 2082}
    assert (stated(charges, "hours"), stated(charges, "credits")) == (6025 - 10, 2082)
    assert reasons(charges, "hours") == {"": 6015, "said not to apply": 2082, "not published": 10}
    assert reasons(charges, "credits") == {"": 2082, "said not to apply": 6025}


@pytest.mark.parametrize(
    ("name", "own", "of_the_largest"),
    [
        ("tuition", ("XCIPTUI", "CIPTUIT"), ("XCHG1PY3", "CHG1PY3")),
        ("books", ("XCIPSUP", "CIPSUPP"), ("XCHG4PY3", "CHG4PY3")),
        ("months", ("XMTHCMP", "MTHCMP"), None),
    ],
)
def test_every_price_and_length_is_stated_or_says_why_not(
    charges: Path, raw: list[dict[str, str]], name: str, own: tuple[str, str], of_the_largest: tuple[str, str] | None
) -> None:
    flags = [
        [row[f"{own[0]}{n}"], *([row[of_the_largest[0]]] if of_the_largest and n == 1 else [])]
        for row, n in numbered(raw)
    ]
    is_stated = [any(flag in REPORTED for flag in both) for both in flags]
    is_filled = [not said and "P" in both for said, both in zip(is_stated, flags, strict=True)]

    counted = {"": sum(is_stated), "not published": sum(is_filled)}
    counted["said not to apply"] = len(flags) - sum(counted.values())

    assert reasons(charges, name) == {reason: count for reason, count in counted.items() if count}
    assert stated(charges, name) == sum(is_stated)


def test_tuition_and_fees_are_one_price_and_the_exam_stays_open(charges: Path) -> None:
    outcome = decide(charges, "medical-coding").outcome

    fact = outcome.facts["cost"]
    unknown = fact.unknown[fact.codes]
    assert Counter(Unknown(reason).name for reason in unknown.tolist()) == {"PARTS_MISSING": 8091, "BLANK": 16}
    low = fact.low[fact.codes][:2].tolist()
    assert low == [12150 + 2649, 2150 + 815]
    assert np.isnan(fact.high[fact.codes]).all()
