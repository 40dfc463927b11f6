"""Federal training provider results: a sample traced by hand, and the spelling of the file of all programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from decision.intake.sources.by_source import by_source
from decision.intake.table.programs import read_programs
from tests.intake.sources.maps import column
from tests.intake.sources.tracing import reasons, stated, traced, translation

if TYPE_CHECKING:
    from pathlib import Path

ONLINE = "This program provides online instruction, e-learning, or distance learning only."
HYBRID = "This is a hybrid or blended program providing both in-person and online instruction."
BY_COMPETENCY = (
    "months: not applicable (by competency and not by time); weeks: not applicable (by competency and not by time); "
    "weekly_hours: not applicable (by competency and not by time)"
)
BULK = (
    b"d101_eligible_training_provider,d105_program_name,d110_cip_code,reportingstate,city,d109_associated_credential,"
    b"d111_non_wioa_tuition_cost,d112_non_wioa_supplies_cost,d113_program_length_hours,d114_program_length_weeks,"
    b"d116_program_format,d122_total_completed,c_completed_percent,c_q2_employment_percent\n"
    b"Harbor,Billing &amp; Coding,51.0713,MA,Salem,Certificate,5568,-1,20,40,"
    b'"This program provides in-person instruction only.",9,0.9,-1\n'
    b'Mill,Welding,48.0508,MA,Lynn,-1,0,100,-1,-1,"This program provides in-person instruction only.",-1,-1,-1\n'
)


@pytest.fixture
def sample(shared: Path) -> Path:
    return shared / "data" / "dol_etp_ca_sample.csv"


@pytest.mark.parametrize(
    ("row", "became"),
    [
        (
            2,
            {
                "program": "BIM Technology Certificate",
                "school": "Virtual Design and Construction Institute",
                "city": "San Diego",
                "cip": "15.0101",
                "schedule": ONLINE,
                "delivery": ONLINE,
                "tuition": "5660.0",
                "books": "0.0",
                "total_cost": "5660.0",
                "unknown_because": BY_COMPETENCY,
            },
        ),
        (
            5,
            {
                "program": "Grooming Program",
                "school": "Animal Behavior College",
                "city": "Valencia",
                "cip": "01.0504",
                "schedule": ONLINE,
                "delivery": ONLINE,
                "tuition": "6249.0",
                "books": "2119.4",
                "total_cost": "8368.4",
                "unknown_because": BY_COMPETENCY,
            },
        ),
        (
            6,
            {
                "program": "Reach University Educator Preparation Program",
                "school": "Reach University",
                "city": "Oakland",
                "cip": "13.1202",
                "delivery": HYBRID,
                "months": "260.0 weeks",
                "weeks": "260.0 weeks",
                "tuition": "12374.0",
                "books": "12725.0",
                "total_cost": "25099.0",
                "unknown_because": "schedule: not stated (partly in person, when is not said)",
            },
        ),
        (
            7,
            {
                "program": "User Experience Design Career Track (500 clock hours)",
                "school": "Springboard",
                "city": "San Francisco",
                "cip": "11.0105",
                "schedule": ONLINE,
                "delivery": ONLINE,
                "months": "26.0 weeks",
                "weeks": "26.0 weeks",
                "tuition": "7900.0",
                "books": "0.0",
                "total_cost": "7900.0",
            },
        ),
        (
            10,
            {
                "program": "Software Engineering Career Track (800 clock hours)",
                "school": "Springboard",
                "city": "San Francisco",
                "cip": "15.1204",
                "schedule": ONLINE,
                "delivery": ONLINE,
                "months": "38.0 weeks",
                "weeks": "38.0 weeks",
                "tuition": "10900.0",
                "books": "0.0",
                "total_cost": "10900.0",
            },
        ),
    ],
)
def test_a_program_of_california(sample: Path, row: int, became: dict[str, str]) -> None:
    assert traced(sample, row) == {"state": "CA"} | became


@pytest.mark.parametrize(
    ("name", "counts"),
    [
        ("schedule", {"not stated": 45, "": 15}),
        ("months", {"said not to apply": 5, "": 55}),
        ("tuition", {"not stated": 3, "": 57}),
        ("total_cost", {"only some parts are stated": 3, "": 57}),
        ("completion_rate", {"": 60}),
    ],
)
def test_reasons_of_the_sample_are_counted(sample: Path, name: str, counts: dict[str, int]) -> None:
    assert reasons(sample, name) == counts


@pytest.mark.parametrize(("name", "count"), [("delivery", 60), ("completion_rate", 46), ("hours", 0)])
def test_what_the_sample_states_is_counted(sample: Path, name: str, count: int) -> None:
    assert stated(sample, name) == count


def test_hours_a_week_are_a_load_and_no_length(sample: Path) -> None:
    programs = translation(sample)

    assert column(programs, "weekly_hours")[5] == "19.0 hours"
    assert column(programs, "hours")[5] == ""


def test_what_was_spent_in_all_is_no_price(sample: Path) -> None:
    programs = translation(sample)

    assert column(programs, "field_cost_per_wioa_num")[2] == "6267.0"
    assert column(programs, "total_cost")[2] == "7217.67"


def test_the_file_of_all_programs_is_read_alike() -> None:
    programs = by_source(read_programs(BULK))

    assert programs.source == "us-dol-bulk"
    assert {name: column(programs, name) for name in ("program", "state", "credential", "months", "total_cost")} == {
        "program": ["Billing & Coding", "Welding"],
        "state": ["MA", "MA"],
        "credential": ["Certificate", ""],
        "months": ["40 weeks", ""],
        "total_cost": ["", ""],
    }


def test_minus_one_of_the_file_of_all_programs_has_two_meanings() -> None:
    programs = by_source(read_programs(BULK))

    withheld = "not published (too few people, nothing reported, or of doubtful quality)"
    by_competency = "not applicable (by competency and not by time)"
    in_person = "schedule: not stated (in person, when is not said)"
    assert column(programs, "unknown_because") == [
        f"{in_person}; books: {withheld}; total_cost: parts missing; employment_rate: {withheld}",
        (
            f"credential: {withheld}; {in_person}; months: {by_competency}; weeks: {by_competency}; "
            "tuition: not stated ($0 may be free or not filled in); total_cost: parts missing; "
            f"weekly_hours: {by_competency}; completion_rate: {withheld}; completers: {withheld}; "
            f"employment_rate: {withheld}"
        ),
    ]
