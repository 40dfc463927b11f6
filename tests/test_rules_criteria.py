"""Criteria files: each sentence of the rules as a test, in their order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from decision import BadCriteria, decide
from tests.asking import CHEAP, COST, RATE, WHEN, bad_criteria, said

if TYPE_CHECKING:
    from pathlib import Path

TABLE = b"program,cost,rate\nAsh,$3000,50%\n"
TEXT = """\
title: Élan
criteria:
  - name: cost
    column: cost
    kind: money
    must: {at_most: "$6,000"}
    worst: $10,000
    best: $0
"""


def decided(path: Path, content: bytes) -> dict[str, Any]:
    """Write a criteria file, and decide by it."""
    path.write_bytes(content)
    return said(TABLE, path)


def refused(path: Path, content: bytes) -> list[tuple[str, int | None]]:
    """Write a criteria file, and give (code, line) of what is wrong with it."""
    path.write_bytes(content)
    with pytest.raises(BadCriteria) as error:
        decide(TABLE, path)
    return [(str(fault.code), fault.line) for fault in error.value.faults]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_utf_8_with_or_without_mark_or_utf_16_with_mark(tmp_path: Path, encoding: str) -> None:
    found = decided(tmp_path / "mine.yaml", TEXT.encode(encoding))

    assert (found["title"], found["programs"][0]["score"]) == ("Élan", 70.0)


@pytest.mark.parametrize(
    "content",
    [
        TEXT.encode("latin-1"),
        (TEXT + "---\n" + TEXT).encode(),
        b"# " + b"x" * 256 * 1024 + b"\n" + TEXT.encode(),
        ("x: " + "[" * 21 + "]" * 21 + "\n" + TEXT).encode(),
        b"",
    ],
    ids=["another encoding", "two documents", "over 256 KB", "over 20 levels", "empty"],
)
def test_anything_else_is_refused(tmp_path: Path, content: bytes) -> None:
    assert len(refused(tmp_path / "mine.yaml", content)) >= 1


def test_an_unquoted_amount_with_a_comma_is_a_fault_and_never_read_as_6_dollars(tmp_path: Path) -> None:
    content = TEXT.replace('"$6,000"', "$6,000").encode()

    assert [line for _, line in refused(tmp_path / "mine.yaml", content)] == [6]


def test_title_defaults_to_the_files_name(tmp_path: Path) -> None:
    assert decided(tmp_path / "mine.yaml", TEXT.partition("\n")[2].encode())["title"] == "mine"


def test_no_yes_and_times_stay_text(tmp_path: Path) -> None:
    content = TEXT + "  - {name: no, column: rate, kind: category, must: {any_of: [50%, yes, 12:30]}}\n"

    assert [step["criterion"] for step in decided(tmp_path / "mine.yaml", content.encode())["funnel"]] == ["cost", "no"]


@pytest.mark.parametrize(
    "content",
    [
        TEXT + "title: Again\n",
        TEXT + "x: !!python/object:os.system x\n",
        TEXT + "y: &a 1\nz: *a\n",
        TEXT + "colour: red\n",
    ],
    ids=["repeated key", "tag", "alias", "unknown key"],
)
def test_repeated_keys_tags_aliases_and_anything_unknown_are_faults_at_their_line(tmp_path: Path, content: str) -> None:
    assert {line for _, line in refused(tmp_path / "mine.yaml", content.encode())} <= {9, 10}


@pytest.mark.parametrize("key", ["name", "kind"])
def test_each_criterion_needs_a_name_and_a_kind(key: str) -> None:
    without = {other: value for other, value in COST.items() if other != key}

    assert bad_criteria([without])[0][0] == "missing-key"


def test_criteria_are_needed() -> None:
    with pytest.raises(BadCriteria) as error:
        decide(TABLE, {"title": "Empty"})

    assert [str(fault.code) for fault in error.value.faults] == ["missing-key"]


def test_each_criterion_needs_one_way_to_be_stated() -> None:
    assert bad_criteria([{key: value for key, value in COST.items() if key != "column"}])[0][0] == "missing-key"


@pytest.mark.parametrize(
    "way",
    [{"column": "cost"}, {"parts": ["cost"]}],
    ids=str,
)
def test_a_column_or_parts_are_one_way_to_be_stated(way: dict[str, object]) -> None:
    criterion = {"name": "cost", "kind": "money", "worst": "$10,000", "best": "$0"} | way

    assert said(TABLE, {"criteria": [criterion]})["programs"][0]["score"] == 70.0


def test_a_criterion_has_a_must_have_or_points() -> None:
    assert len(bad_criteria([{"name": "cost", "column": "cost", "kind": "money"}])) == 1


@pytest.mark.parametrize(
    "change",
    [
        {"must": {"at_least": "$1", "at_most": "$2"}},
        {"must": {}},
        {"must": {"any_of": ["evening"]}},
        {"must": {"between": ["$2", "$1"]}},
        {"must": {"between": ["$2"]}},
        {"must": {"at_most": "$1-2"}},
        {"must": {"at_most": "inf"}},
        {"must": {"at_most": "eight thousand"}},
        {"less": ["grants"]},
        {"unit": "credits"},
        {"base_rate": "60%"},
        {"aliases": {"a": ["b"]}},
        {"wieght": "3"},
        {"unknown": "perhaps"},
        {"best": "$1,000", "worst": "$1,000"},
        {"kind": "price"},
    ],
    ids=str,
)
def test_a_criterion_that_says_what_does_not_go_together_has_one_fault(change: dict[str, object]) -> None:
    assert len(bad_criteria([COST | change])) == 1


@pytest.mark.parametrize("missing", ["passed", "took"])
def test_passed_and_took_come_together(missing: str) -> None:
    both = RATE | {"passed": "passers", "took": "takers"}

    assert len(bad_criteria([{key: value for key, value in both.items() if key != missing}])) == 1


@pytest.mark.parametrize(
    "change",
    [{"best": "120%"}, {"worst": "-1%"}, {"must": {"at_least": "101%"}}, {"best": "1"}, {"base_rate": "1"}],
    ids=str,
)
def test_reference_points_and_limits_of_a_share_lie_in_0_to_100_percent_and_a_bare_1_is_a_fault(
    change: dict[str, object],
) -> None:
    assert len(bad_criteria([RATE | change])) == 1


@pytest.mark.parametrize("limit", ["0.7", "70", "70%", "70 %"])
def test_in_criteria_07_is_70_percent_and_70_is_70_percent(limit: str) -> None:
    criterion = RATE | {"must": {"at_least": limit}}

    found = said(b"program,rate\nAsh,70%\nBirch,69%\n", {"criteria": [criterion]})

    assert [p["status"] for p in found["programs"]] == ["fits", "out"]


def test_a_repeated_criterion_name_is_a_fault() -> None:
    assert len(bad_criteria([COST, RATE | {"name": "cost"}])) == 1


def test_all_faults_are_reported_at_once() -> None:
    faults = bad_criteria([COST | {"wieght": "3"}, RATE | {"best": "120%"}, WHEN | {"must": {}}], shortlist="none")

    assert len(faults) == 4


@pytest.mark.parametrize("shortlist", ["0", "-1", "2.5", "three"])
def test_a_shortlist_is_a_whole_number_of_at_least_1(shortlist: str) -> None:
    assert [place for _, place in bad_criteria([CHEAP], shortlist=shortlist)] == ["shortlist"]
