"""JSON and CSV: each sentence of the rules as a test, in their order."""

from __future__ import annotations

import csv
import io
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from decision import decide
from tests.asking import CHEAP, COST, RATE, WHEN, programs
from tests.conftest import PROJECT

if TYPE_CHECKING:
    from pathlib import Path

HEAD = "rank,status,shortlist,score,score_high,reason,ask,"


def lines(table: str | bytes, *criteria: dict[str, Any]) -> list[str]:
    """Give the lines of the ranked CSV."""
    data = table if isinstance(table, bytes) else table.encode()
    return decide(data, {"criteria": list(criteria)}).csv().decode().splitlines()


def cells(table: str | bytes, *criteria: dict[str, Any]) -> list[dict[str, str]]:
    """Give the rows of the ranked CSV by header."""
    data = table if isinstance(table, bytes) else table.encode()
    text = decide(data, {"criteria": list(criteria)}).csv().decode()
    return list(csv.DictReader(io.StringIO(text, newline="")))


OUT = "program,cost,rate\nAsh,$9000,50%\nBirch,$1000,\n"


def test_out_programs_have_score_score_high_and_rank_null_in_json_and_no_points() -> None:
    found = programs(OUT, CHEAP, RATE)[0]

    assert [found[key] for key in ("status", "score", "score_high", "rank", "points", "ask", "shortlist")] == [
        "out",
        None,
        None,
        None,
        {},
        [],
        False,
    ]


def test_out_programs_have_them_empty_in_csv() -> None:
    found = cells(OUT, CHEAP, RATE)[1]

    assert [
        found[key] for key in ("rank", "status", "shortlist", "score", "score_high", "ask", "points: pass rate")
    ] == [
        "",
        "out",
        "",
        "",
        "",
        "",
        "",
    ]


def test_shortlist_is_true_or_false_in_json_and_yes_or_empty_in_csv() -> None:
    assert [p["shortlist"] for p in programs(OUT, CHEAP, RATE)] == [False, True]
    assert [row["shortlist"] for row in cells(OUT, CHEAP, RATE)] == ["yes", ""]


def test_ask_holds_unanswered_must_haves_first_then_unknown_weighted_criteria() -> None:
    table = "program,rate,cost,schedule\nAsh,,,\nBirch,,$1,evening\nCedar,,$9000,\n"

    assert [p["ask"] for p in programs(table, RATE, CHEAP, WHEN)] == [
        ["cost", "schedule", "pass rate"],
        ["pass rate"],
        [],
    ]


def test_ask_names_a_criterion_once() -> None:
    both = COST | {"must": {"at_most": "$5,000"}}

    assert programs("program,cost\nAsh,\n", both)[0]["ask"] == ["cost"]


def test_margins_are_in_dollars_or_share_0_to_1() -> None:
    strict = RATE | {"must": {"at_least": "60%"}}

    found = programs("program,cost,rate\nAsh,$6250,50%\n", CHEAP, strict)[0]["failed"]

    assert [loss["margin"] for loss in found] == pytest.approx([1250, 0.1])


# ── digits ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_json_carries_full_float64_and_csv_at_most_4_decimals_trailing_zeros_dropped() -> None:
    thirds = COST | {"worst": "$3,000", "best": "$0"}
    table = "program,cost\nAsh,$1000\nBirch,$1500\nCedar,$3000\n"

    assert [p["score"] for p in programs(table, thirds)] == pytest.approx([200 / 3, 50.0, 0.0], abs=1e-12)
    assert [(row["score"], row["points: cost"]) for row in cells(table, thirds)] == [
        ("66.6667", "66.6667"),
        ("50", "50"),
        ("0", "0"),
    ]


# ── columns and lines ─────────────────────────────────────────────────────────────────────────────────────────────────


def test_our_seven_columns_come_first_then_the_users_then_points() -> None:
    assert lines("program,cost,rate\nAsh,$1,50%\n", COST, RATE)[0] == (
        HEAD + "program,cost,rate,points: cost,points: pass rate"
    )


@pytest.mark.parametrize(
    "line", ["Ash,$1,  spaced  ", 'Ash,"$1,000","quoted"', 'Ash,"$1","a ""word"""', "Ash,$1,", 'Ash,"$1",ünï'], ids=str
)
def test_a_users_line_is_copied_as_it_stands_in_the_file(line: str) -> None:
    written = lines(f"program,cost,notes\n{line}\n", COST)[1]

    assert f",{line}," in written


def test_a_line_is_written_anew_minimally_quoted_where_the_separator_differs() -> None:
    written = lines('program;cost;notes\n"Ash";"$1";a,b\n', COST)[1]

    assert ',Ash,$1,"a,b",' in written


def test_a_line_is_written_anew_where_a_cell_had_to_be_guarded() -> None:
    written = lines('program,cost,notes\n"Ash","$1",=1+1\n', COST)[1]

    assert ",Ash,$1,'=1+1," in written


@pytest.mark.parametrize(
    "cell",
    ["=1+1", "+x", "-x", "@sum", " =1+1", "\u00a0=1+1", "\u200b=1+1", "＝1", "＋x", "－x", "＠x", "\t1", "\ufeff=1"],
    ids=ascii,
)
def test_a_cell_that_starts_like_a_formula_is_guarded_with_an_apostrophe(cell: str) -> None:
    assert cells(f"program,cost,notes\nAsh,$1,{cell}\n", COST)[0]["notes"] == f"'{cell}"


@pytest.mark.parametrize("cell", ["\r1", "\n1"], ids=ascii)
def test_a_cell_that_begins_with_a_line_break_is_guarded(cell: str) -> None:
    assert cells(f'program,cost,notes\nAsh,$1,"{cell}"\n', COST)[0]["notes"] == f"'{cell}"


@pytest.mark.parametrize("cell", ["-5", "+5", "-5.25", "-1,000", "a=1", "5-6", "x+y"])
def test_plain_numbers_and_signs_further_in_are_never_guarded(cell: str) -> None:
    assert cells(f'program,cost,notes\nAsh,$1,"{cell}"\n', COST)[0]["notes"] == cell


def test_every_path_writes_the_same_bytes() -> None:
    table = b"program,cost,notes\r\nAsh,$1,a\r\nBirch,$2,b\r\n"
    other = "program;cost;notes\nAsh;$1;a\nBirch;$2;b\n".encode("utf-16")

    assert decide(other, {"criteria": [COST]}).csv() == decide(table, {"criteria": [COST]}).csv()


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"], ids=ascii)
def test_the_line_ends_of_the_file_change_no_byte(line_end: str) -> None:
    table = "program,cost\nAsh,$1\nBirch,$2\n"

    written = decide(table.replace("\n", line_end).encode(), {"criteria": [COST]}).csv()

    assert written == decide(table.encode(), {"criteria": [COST]}).csv()


def test_a_cell_that_holds_a_line_break_is_written_anew_in_quotes() -> None:
    assert cells('program,cost,notes\nAsh,$1,"a\rb"\n', COST)[0]["notes"] == "a\rb"


# ── the command's exits ───────────────────────────────────────────────────────────────────────────────────────────────


def run(*words: str, folder: Path) -> subprocess.CompletedProcess[bytes]:
    """Run the command in a folder."""
    command = [sys.executable, "-m", "decision", *words]
    setting = {"PYTHONPATH": str(PROJECT), "PATH": "/usr/bin:/bin"}
    return subprocess.run(command, cwd=folder, capture_output=True, check=False, env=setting)


def in_folder(folder: Path) -> Path:
    """Write a table and criteria into a folder."""
    (folder / "mine.yaml").write_text(
        "criteria:\n  - {name: cost, column: cost, kind: money, worst: $9000, best: $0}\n", encoding="utf-8"
    )
    (folder / "in.csv").write_text("program,cost\nAsh,$100\n", encoding="utf-8")
    return folder


def test_an_output_that_is_an_input_exits_2_and_leaves_it_alone(tmp_path: Path) -> None:
    done = run("rank", "in.csv", "--criteria", "mine.yaml", "-o", "in.csv", folder=in_folder(tmp_path))

    assert done.returncode == 2
    assert (tmp_path / "in.csv").read_text(encoding="utf-8") == "program,cost\nAsh,$100\n"


def test_an_input_that_cannot_be_read_exits_1(tmp_path: Path) -> None:
    done = run("rank", "none.csv", "--criteria", "mine.yaml", "-o", "out.csv", folder=in_folder(tmp_path))

    assert (done.returncode, (tmp_path / "out.csv").exists()) == (1, False)


def test_an_output_path_that_is_no_regular_file_is_never_replaced(tmp_path: Path) -> None:
    (in_folder(tmp_path) / "out.csv").mkdir()

    done = run("rank", "in.csv", "--criteria", "mine.yaml", "-o", "out.csv", folder=tmp_path)

    assert (done.returncode, (tmp_path / "out.csv").is_dir()) == (3, True)


def test_the_command_writes_what_the_library_gives(tmp_path: Path) -> None:
    done = run("rank", "in.csv", "--criteria", "mine.yaml", "-o", "out.csv", folder=in_folder(tmp_path))

    assert done.returncode == 0
    assert (tmp_path / "out.csv").read_bytes() == decide(tmp_path / "in.csv", tmp_path / "mine.yaml").csv()
