"""The commands beyond ranking: explain, compare, replay, and the questions to send."""

from __future__ import annotations

import json
import os
import pty
import sys
from typing import TYPE_CHECKING

import pytest

from decision import decide as decide_in_python
from decision.cli import main
from decision.commands import rank
from tests.commands import decide
from tests.conftest import PROJECT

if TYPE_CHECKING:
    from pathlib import Path

TABLE = PROJECT / "sample_programs" / "invented.csv"


def test_explain_says_the_same_on_the_command_line_and_in_python(tmp_path: Path) -> None:
    run = decide("explain", TABLE, "linden", "--against", "4", "--criteria", "guide", folder=tmp_path)

    told = decide_in_python(TABLE, "guide").explain("Linden Institute", against="Quabbin")
    assert run.stdout.decode() == told
    assert told.startswith("Linden Institute: second, 60 points (Quabbin 51).\n")


def test_a_program_that_is_not_there_is_told_with_the_nearest(tmp_path: Path) -> None:
    run = decide("explain", TABLE, "Lindon Institute", "--criteria", "guide", folder=tmp_path)

    assert (run.returncode, run.stdout) == (2, b"")
    assert "Nearest: Linden Institute (row 3)." in " ".join(run.stderr.decode().split())


def test_the_questions_go_to_a_file_of_their_own(tmp_path: Path) -> None:
    options = ("--criteria", "guide", "-o", "ranked.csv", "--questions", "questions.csv")
    run = decide("rank", TABLE, *options, folder=tmp_path)

    assert run.returncode == 0
    assert (tmp_path / "questions.csv").read_bytes() == decide_in_python(TABLE, "guide").questions_csv()


def recorded(folder: Path, name: str, *options: str) -> bytes:
    """Record a decision as JSON."""
    document = decide("rank", TABLE, "--criteria", "guide", "--json", *options, folder=folder).stdout
    (folder / name).write_bytes(document)
    return document


def test_compare_says_what_moved_and_why(tmp_path: Path) -> None:
    recorded(tmp_path, "a.json")
    recorded(tmp_path, "b.json", "--set", "cost.at_most=4000")

    run = decide("compare", "a.json", "b.json", folder=tmp_path)

    lines = run.stdout.decode().splitlines()
    assert lines[0] == "Harbor Community College still comes first."
    assert "  Must-have cost: at most $4,000; before, at most $6,000." in lines


@pytest.mark.parametrize(
    "options",
    [
        (),
        ("--set", "cost.at_most=4000", "--order", "cost"),
        ("--draws", "500", "--seed", "7"),
        ("--weights", "equal", "--shortlist", "2", "--strict"),
        ("--weights", "cost=40,exam pass rate=60"),
        ("--weights", "swings: cost=100,exam pass rate=50"),
        ("--weights", "ranges: cost=30%-70%,exam pass rate=30%-70%"),
        ("--set", "schedule.column=nowhere", "--allow-missing"),
        ("--encoding", "utf-8", "--separator", "comma", "--header-row", "1", "-o", "ranked.csv"),
    ],
)
def test_replay_gives_the_same_bytes(tmp_path: Path, options: tuple[str, ...]) -> None:
    document = recorded(tmp_path, "a.json", *options)

    run = decide("replay", "a.json", folder=tmp_path)

    assert run.stdout == document
    assert run.returncode == 0


def test_replay_says_what_differs_and_ends_with_1(tmp_path: Path) -> None:
    table = TABLE.read_text(encoding="utf-8")
    (tmp_path / "programs.csv").write_text(table, encoding="utf-8")
    document = decide("rank", "programs.csv", "--criteria", "guide", "--json", folder=tmp_path).stdout
    (tmp_path / "a.json").write_bytes(document)
    (tmp_path / "programs.csv").write_text(table.replace("$3,900", "$2,900", 1), encoding="utf-8")

    run = decide("replay", "a.json", folder=tmp_path)

    assert (run.returncode, run.stdout) == (1, b"")
    assert run.stderr.decode().splitlines()[:2] == [
        "a.json: run again, the decision differs.",
        "  The table of programs (programs.csv) changed since: its bytes are not those recorded.",
    ]


def test_the_seed_is_recorded_and_another_one_moves_only_the_readings(tmp_path: Path) -> None:
    first, second = (json.loads(recorded(tmp_path, "a.json", "--seed", seed)) for seed in ("1", "2"))

    assert first["certainty"].pop("readings") != second["certainty"].pop("readings")
    assert first == second


@pytest.mark.parametrize("option", [("--draws", "0"), ("--seed", "-1"), ("--draws", "many")])
def test_draws_and_seed_are_whole_numbers(tmp_path: Path, option: tuple[str, str]) -> None:
    run = decide("rank", TABLE, *option, folder=tmp_path)

    assert run.returncode == 2
    assert b"Traceback" not in run.stderr


def test_a_file_that_is_no_decision_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text("{}")

    run = decide("replay", "a.json", folder=tmp_path)

    assert run.returncode == 1
    assert "a.json" in run.stderr.decode()


def test_a_decision_from_standard_input_says_how_to_make_it_one_that_can_be_run_again(tmp_path: Path) -> None:
    table = TABLE.read_bytes()
    document = decide("rank", "-", "--criteria", "guide", "--json", folder=tmp_path, given=table).stdout
    (tmp_path / "a.json").write_bytes(document)

    run = decide("replay", "a.json", folder=tmp_path)

    assert run.returncode == 1
    assert " ".join(run.stderr.decode().split()) == (
        "a.json: 1 fault. Nothing was ranked. settings.programs.file the table was read from standard input. Save the "
        "table as a file and rank it from there."
    )


@pytest.mark.parametrize(("patience", "said"), [(0.0, "Working out how sure this is ...\n"), (600.0, "")])
def test_a_long_wait_is_explained_on_a_terminal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, patience: float, said: str
) -> None:
    reader, terminal = pty.openpty()
    monkeypatch.setattr(rank, "PATIENCE", patience)

    with os.fdopen(terminal, "w") as screen:
        monkeypatch.setattr(sys, "stderr", screen)
        ended = main(["rank", str(TABLE), "--criteria", "guide", "-q", "--json", "-o", str(tmp_path / "ranked.csv")])
        os.set_blocking(reader, False)
        seen = os.read(reader, 4096).decode() if said else ""

    assert ended == 0
    assert seen.replace("\r\n", "\n") == said
