"""New Jersey's three files: programs traced by hand from raw cells to what is written, and reasons counted."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

import pytest

from tests.intake.sources.maps import column
from tests.intake.sources.tracing import reasons, stated, traced, translation

if TYPE_CHECKING:
    from pathlib import Path

LISTED = {"state": "NJ", "as_of": "2018-11"}
NO_HOURS = "hours: not stated (0 hours are no length)"
NO_PRICE = "total_cost: not stated ($0 may be free or not filled in)"
NO_TUITION = "tuition: not stated ($0 may be free or not filled in)"
NO_CREDITS = "credits: not stated (0 may be none or not filled in)"


@pytest.fixture
def listing(shared: Path) -> Path:
    return shared / "data" / "nj_etpl_2018_listing.csv"


@pytest.fixture
def records(shared: Path) -> Path:
    return shared / "data" / "nj_etpl_2021_records.csv"


@pytest.fixture
def outcomes(shared: Path) -> Path:
    return shared / "data" / "nj_outcomes_by_provider_cip.csv"


def typed(path: Path, row: int) -> dict[str, str]:
    """One row of a file as the csv module reads it."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))[row - 2]


# ── the listing of 2018 ───────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("row", "cells", "became"),
    [
        (
            2,
            ("   High School Equivalency (HSE)", "Sewell, Gloucester", "0", "$0"),
            {
                "program": "High School Equivalency (HSE)",
                "school": "Rowan College at Gloucester County Division of Continuing Ed - WIA Title 2",
                "city": "Sewell",
                "unknown_because": f"{NO_HOURS}; {NO_PRICE}",
            },
        ),
        (
            3,
            ("  CERTIFIED NURSE AIDE ", "Union, Union", "90", "$1,575.00"),
            {
                "program": "CERTIFIED NURSE AIDE",
                "school": "HPI School of Allied Health - PVS",
                "city": "Union",
                "hours": "90 hours",
                "total_cost": "$1,575.00",
            },
        ),
        (
            5,
            (
                " 201 CDL Class A &amp; B &amp; Forklift Certification w/ Employment Connections",
                "Linden, Union",
                "190",
                "$5,750.00",
            ),
            {
                "program": "201 CDL Class A & B & Forklift Certification w/ Employment Connections",
                "school": "Winsor's Tractor Trailer Driving School",
                "city": "Linden",
                "hours": "190 hours",
                "total_cost": "$5,750.00",
            },
        ),
        (
            51,
            (
                "(10-BC16) Medical Billing, Insurance, CPC Coding &amp; EHR  &amp; ICD-10",
                "Mount Laurel, Burlington",
                "180",
                "$4,000.00",
            ),
            {
                "program": "(10-BC16) Medical Billing, Insurance, CPC Coding & EHR & ICD-10",
                "school": "Merit Training Institute",
                "city": "Mount Laurel",
                "hours": "180 hours",
                "total_cost": "$4,000.00",
            },
        ),
        (
            4152,
            ("Speech Pathology/Audiology Program", "Atlantic City, Atlantic", "0", "$186,193.00"),
            {
                "program": "Speech Pathology/Audiology Program",
                "school": "Stockton University",
                "city": "Atlantic City",
                "total_cost": "$186,193.00",
                "unknown_because": NO_HOURS,
            },
        ),
    ],
)
def test_a_program_of_the_listing(
    listing: Path, row: int, cells: tuple[str, str, str, str], became: dict[str, str]
) -> None:
    found = typed(listing, row)

    assert (found["Program"], found["City, County"], found["Hours"], found["Cost"]) == cells
    assert traced(listing, row) == LISTED | became


def test_zeros_of_the_listing_are_counted(listing: Path) -> None:
    assert reasons(listing, "total_cost") == {"not stated": 123, "": 4376}
    assert reasons(listing, "hours") == {"not stated": 220, "": 4279}
    assert stated(listing, "total_cost") == 4376


# ── the records of 2021 ───────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("row", "became"),
    [
        (
            106,
            {
                "program": "Medical Billing & Coding Specialist",
                "school": "Academy of Training & Employment - Newark - PCS",
                "city": "Newark",
                "state": "NJ",
                "cip": "510713",
                "credential": "Certificate of Completion",
                "months": "4-11 weeks",
                "hours": "250 hours",
                "tuition": "4000",
                "fees": "100",
                "books": "250",
                "total_cost": "4350",
                "as_of": "2021-04-06",
            },
        ),
        (
            138,
            {
                "program": "Medical Billing & Coding Specialist",
                "school": "Avtech Institute of Technology - Eatontown - PCS",
                "city": "Eatontown",
                "state": "NJ",
                "cip": "510713",
                "credential": "Certificate of Completion",
                "exam": "Certified Billing & Coding Specialist (CBCS)",
                "months": "3-5 months",
                "hours": "300 hours",
                "tuition": "4000",
                "fees": "550",
                "books": "300",
                "total_cost": "4850",
                "as_of": "2021-04-06",
            },
        ),
        (
            153,
            {
                "program": "Health Information Technology, Medical Coding Certificate",
                "school": "Raritan Valley Community College",
                "city": "Branchburg",
                "state": "NJ",
                "cip": "510707",
                "credential": "Community College Certificate",
                "accreditation": "Middle States Association for Colleges & Universities",
                "months": "13 months-2 years",
                "credits": "34 credits",
                "tuition": "5880",
                "fees": "1825",
                "books": "3200",
                "total_cost": "10905",
                "as_of": "2021-04-06",
                "unknown_because": NO_HOURS,
            },
        ),
        (
            17,
            {
                "program": "Job Readiness",
                "school": "La Casa de Don Pedro, Inc. - PCS",
                "city": "Newark",
                "state": "NJ",
                "cip": "320105",
                "months": "4-11 weeks",
                "hours": "140 hours",
                "tuition": "1000",
                "fees": "0",
                "books": "0",
                "as_of": "2021-04-06",
                "unknown_because": NO_PRICE,
            },
        ),
        (
            262,
            {
                "program": "Electrician",
                "school": "ABS Electric, Inc. - APPRENTICESHIP",
                "city": "Monroeville",
                "state": "NJ",
                "cip": "460302",
                "credential": "Certificate of Completion",
                "accreditation": "RAPIDS #NJ005050020",
                "hours": "8576 hours",
                "tuition": "8000",
                "fees": "0",
                "books": "0",
                "total_cost": "8000",
                "as_of": "2021-03-26",
                "unknown_because": f"months: not stated (over 4 years); {NO_CREDITS}",
            },
        ),
        (
            15,
            {
                "program": "Career Exploration/Employment Services",
                "school": "Alternatives Inc. - DVRS",
                "city": "Raritan",
                "state": "NJ",
                "cip": "320107",
                "accreditation": "CARF (9/02)",
                "months": "6-12 months",
                "fees": "0",
                "books": "0",
                "as_of": "2021-03-26",
                "unknown_because": f"{NO_HOURS}; {NO_TUITION}; {NO_PRICE}",
            },
        ),
    ],
)
def test_a_program_of_the_records(records: Path, row: int, became: dict[str, str]) -> None:
    assert traced(records, row, without=("website",)) == became


@pytest.mark.parametrize(
    ("name", "counts"),
    [
        ("total_cost", {"not stated": 73, "": 1037}),
        ("tuition", {"not stated": 74, "": 1036}),
        ("hours", {"not stated": 39, "": 1071}),
        ("credits", {"not stated": 461, "": 649}),
        ("months", {"not stated": 6, "": 1104}),
        ("fees", {"": 1110}),
    ],
)
def test_zeros_and_open_lengths_of_the_records_are_counted(records: Path, name: str, counts: dict[str, int]) -> None:
    assert reasons(records, name) == counts


@pytest.mark.parametrize(
    ("name", "count"), [("accreditation", 358), ("exam", 408), ("credential", 920), ("school", 965)]
)
def test_what_the_records_leave_blank_stays_blank(records: Path, name: str, count: int) -> None:
    assert stated(records, name) == count


@pytest.mark.parametrize("name", ["schedule", "delivery"])
def test_what_is_said_of_the_provider_is_not_said_of_its_programs(records: Path, name: str) -> None:
    asked = column(translation(records), "eveningcourses")

    assert (asked.count("1"), asked.count("2"), asked.count("")) == (805, 160, 145)
    assert stated(records, name) == 0


def test_parts_come_to_the_total_but_for_thirteen(records: Path) -> None:
    programs = translation(records)
    parts = zip(*(column(programs, name) for name in ("source: tuition", "fees", "books")), strict=True)
    sums = [sum(map(float, amounts)) for amounts in parts]

    apart = [abs(float(total) - sum_) > 1 for total, sum_ in zip(column(programs, "totalcost"), sums, strict=True)]

    assert sum(apart) == 13


# ── outcomes ──────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("name", "counts"),
    [
        ("employment_rate", {"withheld to protect privacy": 476, "": 1089}),
        ("quarterly_wage", {"withheld to protect privacy": 656, "": 909}),
        ("completers", {"": 1565}),
    ],
)
def test_sentinels_of_the_outcomes_are_counted(outcomes: Path, name: str, counts: dict[str, int]) -> None:
    assert reasons(outcomes, name) == counts


@pytest.mark.parametrize("row", [2, 5, 100, 700, 1566])
def test_outcomes_stand_as_in_the_file(outcomes: Path, row: int) -> None:
    raw, programs = typed(outcomes, row), translation(outcomes)

    at = row - 2
    assert column(programs, "program")[at] == f"{raw['providerid']} / CIP {raw['cipcode']}"
    assert column(programs, "employment_rate")[at] == raw["PerEmployed2"].replace("-99999", "")
    assert column(programs, "completers")[at] == raw["NumCompleted2"]
