"""What a recorded decision needs to be run again, and what is said where that is not kept."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest

from decision import decide
from decision.errors import BadInput
from decision.intake.recorded import recorded_run
from decision.roof.again import replayed

TABLE = b"program,cost\nHarbor,$3450\nMill,$9300\n"
WANTED = {"criteria": [{"name": "cost", "kind": "money", "column": "cost", "worst": 8000, "best": 0}]}


def refused(document: dict[str, Any]) -> list[str]:
    """What is said of a document that cannot be run again."""
    with pytest.raises(BadInput) as caught:
        recorded_run(document, file="a.json")
    return [f"{fault.path}: {fault.problem}" for fault in caught.value.faults]


@pytest.mark.parametrize(
    ("table", "said"),
    [
        (TABLE, "the table was given as bytes. Save the table as a file and rank it from there."),
        (
            pd.DataFrame({"program": ["Harbor"], "cost": ["$3450"]}),
            "the table was given as a DataFrame. Save the table as a file and rank it from there.",
        ),
    ],
    ids=["bytes", "a DataFrame"],
)
def test_what_was_never_a_file_is_refused_with_what_to_do(table: bytes | pd.DataFrame, said: str) -> None:
    criteria = "the criteria were given as a mapping. Save them as a YAML file and rank with that."

    assert refused(decide(table, WANTED).to_dict()) == [
        f"settings.programs.file: {said}",
        f"settings.criteria.name: {criteria}",
    ]


def test_missing_and_misshapen_settings_are_all_named() -> None:
    programs = {"file": "a.csv", "encoding": "UTF-8", "separator": ",", "header_row": "1"}
    settings = {"programs": programs, "criteria": {"name": "guide"}, "options": {"cost.at_most": 4}, "strict": False}

    assert refused({"settings": settings, "certainty": {"readings": {"draws": 0, "seed": 1}}}) == [
        "settings.programs.header_row: wanted a whole number.",
        "settings.allow_missing: is missing. Write the decision anew with decide rank --json.",
        "settings.options.cost.at_most: wanted a text.",
        "certainty.readings.draws: wanted a whole number from 1 up.",
    ]


def test_nothing_is_read_before_the_record_is_whole() -> None:
    with pytest.raises(BadInput):
        replayed({"settings": {"programs": {"file": "nowhere.csv"}}})
