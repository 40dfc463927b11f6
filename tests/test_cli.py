"""The command: what it writes where, and the status it ends with."""

from __future__ import annotations

import contextlib
import csv
import fcntl
import io
import json
import os
import pty
import signal
import struct
import subprocess
import sys
import termios
import time
from pathlib import Path

import pytest

from tests.commands import decide, environment
from tests.conftest import PROJECT
from tests.report.golden import golden

INVENTED = PROJECT / "sample_programs" / "invented.csv"
TABLE = "program,cost,when\nHarbor,$3450,evening\nMill,$9300,evening\nQuay,,online\n"
CRITERIA = """\
criteria:
  - {name: cost, kind: money, column: cost, must: {at_most: 5000}, worst: 8000, best: 0}
  - {name: schedule, kind: schedule, column: when, must: {any_of: [evening, online]}}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a small table and criteria for it."""
    (tmp_path / "programs.csv").write_text(TABLE)
    (tmp_path / "mine.yaml").write_text(CRITERIA)
    return tmp_path


def rank(folder: Path, *more: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    """Rank the small table by the small criteria."""
    return decide("rank", "programs.csv", "--criteria", "mine.yaml", *more, folder=folder, given=given)


RANKED = (
    "rank,status,shortlist,score,score_high,reason,ask,program,cost,when,points: cost\n"
    "1,fits,yes,56.875,56.875,{},,Harbor,$3450,evening,56.875\n"
    "2,ask,,0,100,{},cost,Quay,,online,0\n"
    ",out,,,,{},,Mill,$9300,evening,\n"
)


def without_reasons(ranked: bytes) -> str:
    """The ranked file with its sentences taken out; they have tests of their own."""
    rows = list(csv.reader(io.StringIO(ranked.decode())))
    stream = io.StringIO()
    bare = ([*row[:5], "{}" if number else row[5], *row[6:]] for number, row in enumerate(rows))
    csv.writer(stream, lineterminator="\n").writerows(bare)
    return stream.getvalue()


def test_piped_it_writes_csv_and_says_the_answer_on_standard_error(folder: Path) -> None:
    run = rank(folder)

    assert without_reasons(run.stdout) == RANKED
    assert run.stderr.decode() == "One program fits what you asked for: Harbor. One more may: ask its school.\n"
    assert run.returncode == 0


def test_with_an_output_file_the_words_go_to_standard_output(folder: Path) -> None:
    run = rank(folder, "-o", "ranked.csv")

    assert without_reasons((folder / "ranked.csv").read_bytes()) == RANKED
    assert run.stdout.decode().splitlines()[0] == (
        "One program fits what you asked for: Harbor. One more may: ask its school."
    )
    assert (run.stderr, run.returncode) == (b"", 0)


def test_json_goes_to_standard_output_and_the_file_is_still_written(folder: Path) -> None:
    run = rank(folder, "--json", "-o", "ranked.csv")

    assert [program["status"] for program in json.loads(run.stdout)["programs"]] == ["fits", "ask", "out"]
    assert without_reasons((folder / "ranked.csv").read_bytes()) == RANKED


def test_standard_input_gives_the_same_bytes_as_the_file(folder: Path) -> None:
    piped = decide("rank", "-", "--criteria", "mine.yaml", folder=folder, given=TABLE.encode())

    assert piped.stdout == rank(folder).stdout


def test_a_dash_for_the_output_is_standard_output(folder: Path) -> None:
    assert rank(folder, "-o", "-").stdout == rank(folder).stdout


def test_options_change_the_criteria(folder: Path) -> None:
    run = rank(folder, "--set", "cost.at_most=10000", "--set", "schedule.any_of=evening", "--shortlist", "1", "--json")

    programs = json.loads(run.stdout)["programs"]

    assert [(program["name"], program["status"], program["shortlist"]) for program in programs] == [
        ("Harbor", "fits", True),
        ("Mill", "fits", False),
        ("Quay", "out", False),
    ]


def test_the_order_of_concern_can_be_given(folder: Path) -> None:
    run = rank(folder, "--order", "schedule", "--json")

    assert [step["criterion"] for step in json.loads(run.stdout)["funnel"]] == ["schedule", "cost"]


@pytest.mark.parametrize("option", ["--set", "--weights"])
def test_an_option_without_a_value_shows_how_it_goes(folder: Path, option: str) -> None:
    run = rank(folder, option, "cost=")

    assert run.returncode == 2
    assert run.stdout == b""


def test_nobody_fits_is_an_answer(folder: Path) -> None:
    run = rank(folder, "--set", "cost.at_most=1", "--set", "cost.unknown=out", "-o", "ranked.csv")

    assert run.returncode == 0
    assert run.stdout.decode().startswith("No program fits what you asked for.")


def test_a_fault_in_the_table_ends_with_1_and_writes_nothing(folder: Path) -> None:
    (folder / "programs.csv").write_text(TABLE.replace("$9300", "-9300"))

    run = rank(folder, "-o", "ranked.csv")

    assert (run.returncode, run.stdout, (folder / "ranked.csv").exists()) == (1, b"", False)
    assert run.stderr.decode().splitlines()[0] == "programs.csv: 1 fault. Nothing was ranked."


def test_faults_of_both_inputs_are_told_in_one_run(folder: Path) -> None:
    (folder / "programs.csv").write_text(TABLE + "Ragged,1\n")
    (folder / "mine.yaml").write_text(CRITERIA.replace("kind: money", "kind: cash"))

    run = rank(folder)

    assert run.returncode == 1
    assert "programs.csv: 1 fault. Nothing was ranked." in run.stderr.decode()
    assert "mine.yaml: 1 fault. Nothing was ranked." in run.stderr.decode()


def test_a_missing_table_ends_with_1(folder: Path) -> None:
    assert decide("rank", "nowhere.csv", folder=folder).returncode == 1


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [(["rnak", "x.csv"], 'Did you mean "rank"?'), (["rank"], "usage: decide rank"), ([], "usage: decide")],
)
def test_the_wrong_command_shows_the_right_one(tmp_path: Path, arguments: list[str], hint: str) -> None:
    run = decide(*arguments, folder=tmp_path)

    assert run.returncode == 2
    assert hint in run.stderr.decode()


def test_an_output_that_is_an_input_is_refused(folder: Path) -> None:
    run = rank(folder, "-o", "programs.csv")

    assert run.returncode == 2
    assert (folder / "programs.csv").read_text() == TABLE


@pytest.mark.parametrize("place", ["missing/ranked.csv", "mine.yaml/ranked.csv", "."])
def test_an_output_that_cannot_be_written_ends_with_3(folder: Path, place: str) -> None:
    run = rank(folder, "-o", place)

    assert run.returncode == 3
    assert b"Traceback" not in run.stderr


def test_a_full_disk_ends_with_3(folder: Path) -> None:
    assert rank(folder, "-o", "/dev/full").returncode == 3


def test_full_standard_output_ends_with_3(folder: Path) -> None:
    command = [sys.executable, "-m", "decision", "rank", "programs.csv", "--criteria", "mine.yaml"]
    with Path("/dev/full").open("wb") as full:
        run = subprocess.run(command, cwd=folder, stdout=full, stderr=subprocess.PIPE, env=environment(), check=False)

    assert run.returncode == 3
    assert b"Traceback" not in run.stderr


def test_a_reader_that_leaves_is_not_told_off(folder: Path) -> None:
    (folder / "programs.csv").write_text("program,cost,when\n" + "Harbor,$3450,evening\n" * 20_000)
    command = [sys.executable, "-m", "decision", "rank", "programs.csv", "--criteria", "mine.yaml", "-q"]

    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=folder, stdout=pipe, stderr=pipe, env=environment()) as run:
        assert run.stdout
        assert run.stderr
        run.stdout.read(10)
        run.stdout.close()
        said = run.stderr.read()

    assert run.returncode == 3
    assert b"Traceback" not in said
    assert b"BrokenPipe" not in said


def feed_until_read(fifo: Path) -> int:
    """Feed a named pipe until what reads it has taken the bytes and waits for more; the descriptor to close."""
    for _ in range(600):
        with contextlib.suppress(OSError):
            pipe = os.open(fifo, os.O_WRONLY | os.O_NONBLOCK)
            break
        time.sleep(0.05)
    else:
        raise AssertionError("nobody reads from the pipe")
    os.write(pipe, b"program,")
    while unread_bytes(pipe):
        time.sleep(0.05)
    time.sleep(0.5)  # a signal between two reads is heeded only when the second one ends
    return pipe


def unread_bytes(pipe: int) -> int:
    return int(struct.unpack("i", fcntl.ioctl(pipe, termios.FIONREAD, b"\0" * 4))[0])


def heed_interrupts() -> None:
    """Let a child heed Ctrl-C also where this process was started in the background, which ignores it."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.mark.parametrize("by", [signal.SIGINT, signal.SIGTERM])
def test_interrupted_it_ends_with_130_and_leaves_nothing(tmp_path: Path, by: signal.Signals) -> None:
    os.mkfifo(tmp_path / "programs.csv")
    command = [sys.executable, "-m", "decision", "rank", "programs.csv", "-o", "ranked.csv"]

    with subprocess.Popen(
        command,
        cwd=tmp_path,
        stderr=subprocess.PIPE,
        env=environment(),
        preexec_fn=heed_interrupts,
    ) as run:
        try:
            pipe = feed_until_read(tmp_path / "programs.csv")
            run.send_signal(by)
            _, said = run.communicate(timeout=60)
        finally:
            run.kill()
    os.close(pipe)

    assert run.returncode == 130
    assert said.decode() == "Interrupted. Nothing was written.\n"
    assert os.listdir(tmp_path) == ["programs.csv"]  # noqa: PTH208


def on_a_terminal(folder: Path, *arguments: str, changes: dict[str, str] | None = None) -> str:
    """What the command draws on a terminal of 80 columns."""
    main, follower = pty.openpty()
    command = [sys.executable, "-m", "decision", *arguments]
    changed = {"TERM": "xterm", **(changes or {})}
    with subprocess.Popen(command, cwd=folder, stdout=follower, stderr=follower, env=environment(changed)) as run:
        os.close(follower)
        drawn = b"".join(iter(lambda: read_some(main), b""))
    os.close(main)
    assert run.returncode == 0
    return drawn.decode()


def read_some(terminal: int) -> bytes:
    """What a terminal has to read; nothing once the other side has closed."""
    try:
        return os.read(terminal, 65536)
    except OSError:
        return b""


def test_on_a_terminal_it_draws_the_answer_instead_of_csv(folder: Path) -> None:
    drawn = on_a_terminal(folder, "rank", "programs.csv", "--criteria", "mine.yaml")

    assert "One program fits what you asked for: Harbor." in drawn
    assert "rank,status" not in drawn


def test_no_color_is_honoured(folder: Path) -> None:
    colored = on_a_terminal(folder, "rank", "programs.csv", "--criteria", "mine.yaml")
    plain = on_a_terminal(folder, "rank", "programs.csv", "--criteria", "mine.yaml", changes={"NO_COLOR": "1"})

    assert "\x1b[" in colored
    assert "\x1b[" not in plain


def test_check_says_what_was_understood_without_ranking(folder: Path) -> None:
    (folder / "programs.csv").write_text(TABLE + "Lark,about 4k?,evning\n")

    run = decide("check", "programs.csv", "--criteria", "mine.yaml", folder=folder)

    assert run.returncode == 0
    assert "4 programs, 3 columns, UTF-8" in run.stdout.decode()
    assert "2 cells need a look" in run.stdout.decode()
    assert "row 5" in run.stdout.decode()


def test_check_of_a_table_that_the_default_set_does_not_fit_still_describes_it(folder: Path) -> None:
    (folder / "programs.csv").write_text("id,title\n1,Coding\n")

    run = decide("check", "programs.csv", folder=folder)

    assert run.returncode == 0
    assert "1 program, 2 columns" in run.stdout.decode()


def test_rank_of_a_table_that_the_default_set_does_not_fit_tells_the_two_ways_on(folder: Path) -> None:
    (folder / "programs.csv").write_text("id,title\n1,Coding\n")

    run = decide("rank", "programs.csv", folder=folder)

    said = " ".join(run.stderr.decode().split())
    assert run.returncode == 1
    assert "Two ways on: write criteria for this file" in said
    assert 'decide criteria --new mine.yaml --from "programs.csv"' in said


def test_criteria_lists_the_bundled_sets(tmp_path: Path) -> None:
    run = decide("criteria", folder=tmp_path)

    assert run.returncode == 0
    assert {"guide", "medical-coding", "training-program"} <= set(run.stdout.decode().split())


def test_vocabulary_shows_one_whole(tmp_path: Path) -> None:
    run = decide("vocabulary", "certifications", folder=tmp_path)

    assert (run.stdout.decode(), run.stderr, run.returncode) == (golden("vocabulary_certifications_80"), b"", 0)


def test_a_vocabulary_that_is_not_there_is_named_with_the_nearest(tmp_path: Path) -> None:
    run = decide("vocabulary", "acreditors", folder=tmp_path)

    assert (run.stdout, run.returncode) == (b"", 1)
    assert run.stderr.decode() == (
        'acreditors: 1 fault.\n  is no vocabulary and no file. Did you mean "accreditors"?\n'
    )


def test_a_decision_replays_with_a_vocabulary_of_ones_own_and_says_when_it_changed(folder: Path) -> None:
    (folder / "words.yaml").write_text("as_of: 2026\nterms: [{label: late, spellings: [nights], source: mine}]\n")
    (folder / "words_used.yaml").write_text(
        "criteria: [{name: x, kind: schedule, column: when, vocabulary: words.yaml, must: {any_of: [late]}}]\n"
    )
    (folder / "when.csv").write_text("program,when\nA,late\nB,day\n")
    recorded = decide("rank", "when.csv", "--criteria", "words_used.yaml", "--json", folder=folder).stdout
    (folder / "before.json").write_bytes(recorded)

    again = decide("replay", "before.json", folder=folder)
    (folder / "words.yaml").write_text("as_of: 2026\nterms: [{label: late, source: mine}]\n")
    changed = decide("replay", "before.json", folder=folder)

    assert (again.stdout, again.returncode) == (recorded, 0)
    assert (changed.stdout, changed.returncode) == (b"", 1)
    assert "settings.criteria.vocabularies" in changed.stderr.decode()


def test_criteria_shows_one_set_with_reasons_and_sources(tmp_path: Path) -> None:
    shown = " ".join(decide("criteria", "guide", folder=tmp_path).stdout.decode().split())

    assert "must-have CAHIIM or AAPC" in shown
    assert "no proof of education" in shown.casefold()
    assert "aapc.com" in shown


def test_a_starting_file_can_be_read_back(folder: Path) -> None:
    written = decide("criteria", "--new", "start.yaml", "--from", "programs.csv", folder=folder)
    read = decide("criteria", "start.yaml", folder=folder)

    assert (written.returncode, read.returncode) == (0, 0)


def test_a_starting_file_says_how_to_go_on_with_the_users_own_table(folder: Path) -> None:
    (folder / "my notes.csv").write_text(TABLE)

    run = decide("criteria", "--new", "start.yaml", "--from", "my notes.csv", folder=folder)

    assert run.stderr.decode() == (
        "Wrote start.yaml. Fill it in, then: decide rank 'my notes.csv' --criteria start.yaml\n"
    )


def test_a_starting_file_never_replaces_one(folder: Path) -> None:
    run = decide("criteria", "--new", "mine.yaml", folder=folder)

    assert run.returncode == 2
    assert (folder / "mine.yaml").read_text() == CRITERIA


def test_ranking_our_own_output_again_gives_the_same_bytes(folder: Path) -> None:
    rank(folder, "-o", "ranked.csv")

    again = decide("rank", "ranked.csv", "--criteria", "mine.yaml", folder=folder)

    assert again.stdout == (folder / "ranked.csv").read_bytes()


@pytest.mark.parametrize("name", ["guide", "medical-coding"])
def test_same_bytes_whatever_the_hash_seed_locale_and_width(tmp_path: Path, name: str) -> None:
    settings = [
        {"PYTHONHASHSEED": "0", "LC_ALL": "C", "TZ": "UTC", "COLUMNS": "40"},
        {"PYTHONHASHSEED": "7", "LC_ALL": "C.UTF-8", "TZ": "Asia/Tokyo", "COLUMNS": "200", "OMP_NUM_THREADS": "2"},
    ]

    outputs = [
        decide("rank", INVENTED, "--criteria", name, option, folder=tmp_path, changes=changes).stdout
        for changes in settings
        for option in ("--json", "-q")
    ]

    assert outputs[0] == outputs[2]
    assert outputs[1] == outputs[3]
