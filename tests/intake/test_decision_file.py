"""A decision comes back from its file as it was written, or every fault of it is told."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from decision import decide
from decision.errors import BadInput, Code
from decision.intake.decision_file import read_decision
from decision.report.files.document import dumps

if TYPE_CHECKING:
    from pathlib import Path

WANTED = {
    "criteria": [
        {"name": "cost", "kind": "money", "column": "cost", "must": {"at_most": "6000"}, "worst": "8000", "best": "0"}
    ]
}
DOCUMENT = decide("program,cost\nÉcole,3000\nMill,9000\nQuay,\n".encode(), WANTED).to_dict()


def written(folder: Path, text: str | bytes) -> Path:
    path = folder / "a.json"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def faults(folder: Path, text: str | bytes) -> list[tuple[Code, str, str | None, str]]:
    """Code, place, finding and problem of every fault."""
    path = written(folder, text)
    with pytest.raises(BadInput) as error:
        read_decision(path)
    assert error.value.file == str(path)
    return [(fault.code, fault.place, fault.found, fault.problem) for fault in error.value.faults]


def changed(place: list[str | int], value: object) -> str:
    """The document with one value replaced."""
    document: Any = json.loads(json.dumps(DOCUMENT))
    inner = document
    for step in place[:-1]:
        inner = inner[step]
    inner[place[-1]] = value
    return json.dumps(document)


def test_what_was_written_is_read_again(tmp_path: Path) -> None:
    assert read_decision(written(tmp_path, dumps(DOCUMENT))) == json.loads(json.dumps(DOCUMENT))


def test_a_byte_order_mark_does_no_harm(tmp_path: Path) -> None:
    path = written(tmp_path, b"\xef\xbb\xbf" + dumps(DOCUMENT).encode())

    assert read_decision(str(path))["schema"] == "decision/1"


def test_keys_that_later_parts_add_are_kept(tmp_path: Path) -> None:
    path = written(tmp_path, changed(["certainty"], {"order": {}}))

    assert read_decision(path)["certainty"] == {"order": {}}


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (
            b"\xff\xfe",
            (Code.ENCODING, "", None, "is not text in UTF-8. Give the file that decide rank --json wrote."),
        ),
        (
            '{"schema":\n decision/1}',
            (
                Code.NOT_JSON,
                "line 2",
                None,
                "is not JSON: expecting value at character 2. Write it anew with decide rank --json.",
            ),
        ),
        (
            "rank,status\n1,fits\n",
            (
                Code.NOT_JSON,
                "line 1",
                None,
                "is not JSON: expecting value at character 1. Write it anew with decide rank --json.",
            ),
        ),
        ('{"a": NaN}', (Code.NOT_JSON, "", None, "is not JSON that decide rank --json writes. Write it anew.")),
        ("[" * 100_000, (Code.NOT_JSON, "", None, "is not JSON that decide rank --json writes. Write it anew.")),
        ("9" * 5000, (Code.NOT_JSON, "", None, "is not JSON that decide rank --json writes. Write it anew.")),
        ("[]", (Code.WRONG_SHAPE, "", None, "is JSON, but not a decision: wanted an object with programs.")),
        (
            "{}",
            (
                Code.WRONG_VALUE,
                "schema",
                None,
                'wanted "decision/1". Write the decision anew with this version of decide.',
            ),
        ),
        (
            '{"schema": "decision/9"}',
            (
                Code.WRONG_VALUE,
                "schema",
                '"decision/9"',
                'wanted "decision/1". Write the decision anew with this version of decide.',
            ),
        ),
    ],
)
def test_what_is_no_decision_is_refused(
    tmp_path: Path, text: str | bytes, fault: tuple[Code, str, str | None, str]
) -> None:
    assert faults(tmp_path, text) == [fault]


@pytest.mark.parametrize(
    ("place", "value", "fault"),
    [
        (["weights"], [], (Code.WRONG_SHAPE, "weights", None, "wanted an object.")),
        (["weights", "cost"], "1", (Code.WRONG_SHAPE, "weights.cost", None, "wanted a number.")),
        (["weights", "cost"], 10**400, (Code.WRONG_SHAPE, "weights.cost", None, "wanted a number.")),
        (["funnel", 0], 7, (Code.WRONG_SHAPE, "funnel[0]", None, "wanted an object.")),
        (["funnel", 0, "rule"], 7, (Code.WRONG_SHAPE, "funnel[0].rule", None, "wanted a text.")),
        (["programs", 1], None, (Code.WRONG_SHAPE, "programs[1]", None, "wanted an object.")),
        (["programs", 0, "row"], True, (Code.WRONG_SHAPE, "programs[0].row", None, "wanted a whole number.")),
        (
            ["programs", 0, "status"],
            "fine",
            (Code.WRONG_VALUE, "programs[0].status", "fine", "wanted fits, ask or out."),
        ),
        (["programs", 0, "rank"], None, (Code.WRONG_SHAPE, "programs[0].rank", None, "wanted a number.")),
        (["programs", 0, "points"], 3, (Code.WRONG_SHAPE, "programs[0].points", None, "wanted an object.")),
        (
            ["programs", 0, "points"],
            {"cost": None},
            (Code.WRONG_SHAPE, "programs[0].points.cost", None, "wanted a number."),
        ),
        (["programs", 2, "failed"], [3], (Code.WRONG_SHAPE, "programs[2].failed[0]", None, "wanted an object.")),
        (["programs", 1, "ask"], [3], (Code.WRONG_SHAPE, "programs[1].ask", None, "wanted names of criteria.")),
    ],
)
def test_a_wrong_part_is_named(
    tmp_path: Path, place: list[str | int], value: object, fault: tuple[Code, str, str | None, str]
) -> None:
    assert faults(tmp_path, changed(place, value)) == [fault]


def test_every_missing_part_is_named(tmp_path: Path) -> None:
    found = faults(tmp_path, '{"schema": "decision/1"}')

    assert [place for _, place, _, _ in found] == ["title", "weights", "funnel", "programs", "settings"]


def test_a_place_without_a_rank_is_named(tmp_path: Path) -> None:
    document: Any = json.loads(json.dumps(DOCUMENT))
    del document["programs"][0]["rank"]

    assert faults(tmp_path, json.dumps(document)) == [(Code.MISSING_KEY, "programs[0].rank", None, "is missing.")]


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(BadInput) as error:
        read_decision(tmp_path / "none.json")

    assert [(fault.code, fault.problem) for fault in error.value.faults] == [
        (Code.UNREADABLE, "cannot be read: No such file or directory. Check the name of the file.")
    ]
