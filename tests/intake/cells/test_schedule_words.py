"""The words of public schemas are read as ours, and the words cost nothing where no schedule is read."""

from __future__ import annotations

import subprocess
import sys

import pytest

from decision.intake.cells.cell import read_cell
from decision.model import Kind
from tests.conftest import PROJECT


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("Daytime", {"day"}),
        ("Evening", {"evening"}),
        ("Weekdays", {"Mon Tue Wed Thu Fri"}),
        ("Weekends", {"weekend"}),
        ("scheduleTiming:Evening", {"evening"}),
        ("scheduleTiming:Daytime; scheduleTiming:Weekends", {"day", "weekend"}),
        ("InPerson", {"in person"}),
        ("OnlineOnly", {"online"}),
        ("BlendedDelivery", {"hybrid"}),
        ("deliveryType:OnlineOnly", {"online"}),
        ("deliveryType:BlendedDelivery | deliveryType:InPerson", {"hybrid", "in person"}),
        ("SelfPaced", {"online any time", "online"}),
        ("VariableSite", set()),
    ],
)
def test_the_words_of_ctdl_are_read(text: str, labels: set[str]) -> None:
    assert read_cell(text, Kind.SCHEDULE).labels == labels


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("online", {"online"}),
        ("onsite", {"in person"}),
        ("blended", {"hybrid"}),
        ("synchronous", {"online live", "online"}),
        ("asynchronous", {"online any time", "online"}),
        ("full-time", {"full-time"}),
        ("part-time", {"part-time"}),
    ],
)
def test_the_modes_of_schema_org_are_read(text: str, labels: set[str]) -> None:
    assert read_cell(text, Kind.SCHEDULE).labels == labels


@pytest.mark.parametrize(("cell", "times"), [("('$5', Kind.MONEY)", 0), ("('day', Kind.SCHEDULE)", 1)])
def test_the_words_are_read_when_the_first_schedule_is(cell: str, times: int) -> None:
    code = (
        "from decision.intake.cells.cell import read_cell; from decision.model import Kind\n"
        "from decision.intake.cells.schedule_words import schedule_words\n"
        f"read_cell{cell}\nprint(schedule_words.cache_info().misses)"
    )

    run = subprocess.run([sys.executable, "-c", code], cwd=PROJECT, capture_output=True, text=True, check=True)

    assert run.stdout == f"{times}\n"
