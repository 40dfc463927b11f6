"""The wage tables that ship say what their sources say, to the cent."""

from __future__ import annotations

import csv
import json
import math
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft202012Validator

from decision.intake.criteria.tree import plain_tree
from decision.intake.criteria.yaml_tree import read_tree
from decision.intake.shelf import shelf
from decision.intake.wages.build_table import AREA_KEYS, HEAD_KEYS, OUTLOOK_KEYS, WAGE_KEYS, WORK_KEYS
from decision.intake.wages.wage_tables import bundled_wages, read_wages, wage_names

if TYPE_CHECKING:
    from pathlib import Path

SCHEMA: dict[str, Any] = json.loads(files("decision.intake.wages").joinpath("wages.schema.json").read_text("utf-8"))

GUIDE_AGAINST_MAY_2025 = [
    ("United States", "United States", (12.05, 18.29, 30.21), (17.79, 24.59, 39.01)),
    ("Boston-Cambridge-Quincy", "Boston-Cambridge-Newton, MA-NH", (15.77, 23.13, 35.42), (21.90, 29.07, 39.55)),
    ("Worcester", "Worcester, MA", (15.44, 20.84, 34.03), (18.02, 24.54, 36.33)),
    ("Springfield", "Springfield, MA", (13.42, 18.89, 29.81), (19.77, 27.91, 38.28)),
    ("Barnstable Town", "Barnstable Town, MA", (13.72, 21.49, 36.67), (21.18, 28.23, 39.84)),
    ("Providence-Fall River-Warwick", "Providence-Warwick, RI-MA", (12.71, 18.49, 28.60), (20.70, 29.82, 40.65)),
    ("Nashua, NH-MA", "Manchester-Nashua, NH", (13.18, 20.74, 37.02), (19.44, 24.41, 31.91)),
    ("Northwest Massachusetts BOS", "Pittsfield, MA", (15.95, 20.16, 24.01), (20.47, 24.00, 32.23)),
]


@pytest.mark.parametrize(("then", "now", "old", "new"), GUIDE_AGAINST_MAY_2025)
def test_the_guide_and_may_2025_say_this_of_an_area(
    then: str, now: str, old: tuple[float, ...], new: tuple[float, ...]
) -> None:
    guide = read_wages("guide").works["29-2071"].wages[then]
    today = read_wages("bls-2025-05").works["29-2072"].wages[now]

    assert (guide.low, guide.median, guide.high) == old
    assert (today.low, today.median, today.high) == new
    assert guide.now in ("", now)


@pytest.mark.parametrize(
    ("area", "jobs"), [("Massachusetts", 3500), ("Barnstable Town, MA", 60), ("Worcester, MA", 330)]
)
def test_jobs_stand_beside_the_wages(area: str, jobs: int) -> None:
    assert read_wages("bls-2025-05").works["29-2072"].wages[area].jobs == jobs


def test_massachusetts_has_no_figure_in_the_guide_and_one_in_may_2025() -> None:
    today = read_wages("bls-2025-05").works["29-2072"].wages["Massachusetts"]

    assert (today.low, today.median, today.high) == (21.14, 29.02, 39.24)
    assert "Massachusetts" not in read_wages("guide").works["29-2071"].wages


def as_released(text: str) -> float:
    return math.nan if text == "-" else float(text)


@pytest.mark.parametrize("code", ["29-2072", "29-9021"])
def test_every_figure_of_may_2025_is_the_one_that_was_released(shared: Path, code: str) -> None:
    with (shared / "data" / "bls_oews_may2025_29-2072_29-9021.csv").open(encoding="utf-8") as stream:
        released = {
            "United States" if row["area_type"] == "N" else row["area_name"]: tuple(
                as_released(row[key]) for key in ("hourly_p10", "hourly_median", "hourly_p90", "employment")
            )
            for row in csv.DictReader(stream)
            if row["soc"] == code
        }

    shipped = read_wages("bls-2025-05").works[code].wages

    wrong = [
        area
        for area, wage in shipped.items()
        if repr((wage.low, wage.median, wage.high, wage.jobs)) != repr(released[area])
    ]
    assert wrong == []


@pytest.mark.parametrize("code", ["29-2072", "29-9021"])
def test_every_area_that_touches_massachusetts_is_there(shared: Path, code: str) -> None:
    with (shared / "data" / "bls_oews_may2025_29-2072_29-9021.csv").open(encoding="utf-8") as stream:
        touching = {
            row["area_name"]
            for row in csv.DictReader(stream)
            if row["soc"] == code
            and (row["area_name"] == "Massachusetts" or "MA" in row["area_name"].partition(", ")[2].split("-"))
        }

    assert touching - set(read_wages("bls-2025-05").works[code].wages) == set()


def test_jobs_that_are_not_released_are_not_known() -> None:
    vermont = read_wages("bls-2025-05").works["29-2072"].wages["Vermont"]

    assert math.isnan(vermont.jobs)
    assert vermont.median == 27.67


def test_the_newest_table_comes_first() -> None:
    assert [table.name for table in bundled_wages()] == ["bls-2025-05", "guide"]


def test_the_guide_says_that_its_date_is_inferred_and_its_occupation_gone() -> None:
    guide = read_wages("guide")

    assert (guide.as_of, guide.as_of_why) == ("2016-05", "undated; about May 2016 by its national median")
    assert guide.works["29-2071"].became == ("29-2072", "29-9021")


def test_the_forecast_has_its_years_its_offset_and_its_source() -> None:
    outlook = read_wages("bls-2025-05").works["29-2072"].outlook

    assert outlook is not None
    assert (outlook.first, outlook.last, outlook.jobs_first, outlook.jobs_last) == (2024, 2034, 194800, 208600)
    assert [outlook.growth, outlook.openings] == pytest.approx([0.071, 14200.0])
    assert outlook.but == "artificial intelligence, which offsets a part of the growth"
    assert outlook.source == "BLS Employment Projections 2024-34, tables 1.2 and 1.12"


@pytest.mark.parametrize("name", wage_names())
def test_no_table_repeats_an_expired_growth_figure(name: str) -> None:
    text = shelf("criteria").joinpath("wages", f"{name}.yaml").read_text("utf-8")

    assert "15%" not in text
    assert "15 %" not in text
    assert "14%" not in text
    assert "14 %" not in text


@pytest.mark.parametrize("name", wage_names())
def test_a_bundled_table_is_right_by_the_schema(name: str) -> None:
    tree = read_tree(shelf("criteria").joinpath("wages", f"{name}.yaml").read_text("utf-8"), file=name)

    assert [error.message for error in Draft202012Validator(SCHEMA).iter_errors(plain_tree(tree))] == []


def test_schema_and_reader_know_the_same_keys() -> None:
    work = SCHEMA["$defs"]["work"]["properties"]

    assert tuple(SCHEMA["properties"]) == HEAD_KEYS
    assert tuple(SCHEMA["properties"]["areas"]["items"]["properties"]) == AREA_KEYS
    assert tuple(work) == WORK_KEYS
    assert tuple(work["outlook"]["properties"]) == OUTLOOK_KEYS
    assert tuple(SCHEMA["$defs"]["wage"]["properties"]) == WAGE_KEYS


def test_a_file_of_ones_own_is_read_by_its_path(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(
        "title: Mine\nas_of: 2026\nsource: the paper\noccupations:\n"
        "  - {code: A, title: Coder, wages: [{area: Here, low: -, median: $20, high: -}]}\n"
    )

    wage = read_wages(path).works["A"].wages["Here"]

    assert (math.isnan(wage.low), wage.median, wage.is_released) == (True, 20.0, True)
