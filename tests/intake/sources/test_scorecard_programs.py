"""The College Scorecard by the names of its own dictionary: withheld values, levels in words, the latest earnings."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

import pytest

from decision.intake.sources.by_source import by_source
from decision.intake.sources.read_map import read_map
from decision.intake.table.programs import read_programs
from tests.intake.sources.maps import column

if TYPE_CHECKING:
    from pathlib import Path

HEADER = (
    "UNITID,OPEID6,INSTNM,CONTROL,MAIN,CIPCODE,CIPDESC,CREDLEV,CREDDESC,IPEDSCOUNT1,IPEDSCOUNT2,"
    "EARN_MDN_1YR,EARN_MDN_4YR,DEBT_ALL_STGP_EVAL_MDN"
)
ROW = "164447,002114,American International College,Private nonprofit,1,5107,Health.,{},{},4,5,{},{},{}"


def read(*rows: str) -> dict[str, list[str]]:
    """Translate rows under the dictionary's own header; nothing says which source it is."""
    programs = by_source(read_programs("\n".join([HEADER, *rows, ""]).encode()))
    return {name: column(programs, name) for name in programs.header}


@pytest.mark.parametrize(
    ("cell", "because"),
    [
        ("PrivacySuppressed", "earnings: suppressed"),
        ("PS", "earnings: suppressed"),
        ("NULL", "earnings: not published"),
        ("NA", "earnings: not published"),
        ("", ""),
    ],
)
def test_a_withheld_value_is_unknown_with_its_reason(cell: str, because: str) -> None:
    found = read(ROW.format(3, "Bachelor's Degree", cell, cell, 9500))

    assert (found["earnings"], found["unknown_because"]) == ([""], [because])


def test_the_latest_earnings_that_are_published_are_taken() -> None:
    found = read(ROW.format(1, "", 31000, 44573, 9500), ROW.format(1, "", 31000, "PS", 9500))

    assert (found["earnings"], found["debt"], found["awards"]) == (["44573", "31000"], ["9500", "9500"], ["5", "5"])


@pytest.mark.parametrize(
    ("level", "words"),
    [
        ("1", "undergraduate certificate"),
        ("2", "associate's degree"),
        ("3", "bachelor's degree"),
        ("4", "postbaccalaureate certificate"),
        ("5", "master's degree"),
        ("6", "doctor's degree"),
        ("7", "first professional degree"),
        ("8", "graduate certificate"),
    ],
)
def test_a_level_is_said_in_words(level: str, words: str) -> None:
    assert read(ROW.format(level, "", "", "", ""))["credential"] == [words]


def test_a_level_without_a_code_falls_back_on_its_description() -> None:
    assert read(ROW.format("", "Associate's Degree", "", "", ""))["credential"] == ["Associate's Degree"]


def test_every_name_of_the_map_stands_in_the_official_dictionary(shared: Path) -> None:
    with (shared / "data" / "scorecard_field_of_study_dictionary.csv").open(encoding="utf-8", newline="") as file:
        official = {row["VARIABLE NAME"] for row in csv.DictReader(file)}

    joined = {"CITY", "STABBR", "WEBADDR"}
    assert set(read_map("scorecard-programs").headers) - joined <= official
