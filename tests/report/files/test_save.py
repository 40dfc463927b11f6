from __future__ import annotations

import os
import resource
import signal
import stat
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest

from decision.errors import BadOptions, CannotWrite
from decision.report.files.save import save
from tests.conftest import PROJECT

if TYPE_CHECKING:
    from collections.abc import Iterator

OLD, NEW = b"old\n", b"new\n"


def refusal(path: Path, *, inputs: tuple[Path, ...] = ()) -> str:
    with pytest.raises((BadOptions, CannotWrite)) as caught:
        save(path, [NEW], inputs=inputs)
    return str(caught.value)


def test_a_file_is_written_whole_and_nothing_else_is_left(tmp_path: Path) -> None:
    save(tmp_path / "ranked.csv", [b"a,", b"b\n"])

    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"ranked.csv": b"a,b\n"}


def test_an_existing_file_keeps_its_permissions(tmp_path: Path) -> None:
    path = tmp_path / "ranked.csv"
    path.write_bytes(OLD)
    path.chmod(0o640)

    save(path, [NEW])

    assert (path.read_bytes(), stat.S_IMODE(path.stat().st_mode)) == (NEW, 0o640)


def test_a_new_file_has_the_permissions_of_any_new_file(tmp_path: Path) -> None:
    (tmp_path / "other").write_bytes(b"")

    save(tmp_path / "ranked.csv", [NEW])

    assert (tmp_path / "ranked.csv").stat().st_mode == (tmp_path / "other").stat().st_mode


def test_a_link_stays_and_what_it_leads_to_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "there.csv").write_bytes(OLD)
    (tmp_path / "link.csv").symlink_to("there.csv")

    save(tmp_path / "link.csv", [NEW])

    assert (tmp_path / "link.csv").is_symlink()
    assert (tmp_path / "there.csv").read_bytes() == NEW


@pytest.mark.parametrize("error", [KeyboardInterrupt, MemoryError, ZeroDivisionError])
def test_an_interruption_leaves_the_old_file_and_no_other(tmp_path: Path, error: type[BaseException]) -> None:
    def interrupted() -> Iterator[bytes]:
        yield NEW
        raise error

    path = tmp_path / "ranked.csv"
    path.write_bytes(OLD)

    with pytest.raises(error):
        save(path, interrupted())

    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"ranked.csv": OLD}


def test_the_input_itself_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "programs.csv"
    path.write_bytes(OLD)

    message = refusal(path, inputs=(path,))

    assert message == (
        f'1 fault.\n  -o  "{_cut(path)}"  this file is also what is read; it would be lost. Name another place with -o.'
    )
    assert path.read_bytes() == OLD


@pytest.mark.parametrize("link", ["symlink_to", "hardlink_to"])
def test_a_link_to_the_input_is_refused(tmp_path: Path, link: str) -> None:
    path, other = tmp_path / "programs.csv", tmp_path / "other.csv"
    path.write_bytes(OLD)
    getattr(other, link)(path)

    message = refusal(other, inputs=(path,))

    assert message == (
        f'1 fault.\n  -o  "{_cut(other)}"  this file is also what is read (by the name {path}); it would be lost. '
        "Name another place with -o."
    )
    assert path.read_bytes() == OLD


def _cut(path: Path) -> str:
    return str(path) if len(str(path)) <= 60 else str(path)[:57] + "..."


def test_an_input_that_is_not_there_is_still_refused(tmp_path: Path) -> None:
    with pytest.raises(BadOptions):
        save(tmp_path / "x.csv", [NEW], inputs=(tmp_path / "folder" / ".." / "x.csv",))


def test_a_folder_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path) == (
        f"{tmp_path} was not written: it is a folder. Name a file in it, such as {tmp_path}/ranked.csv."
    )


def test_a_missing_folder_is_named_with_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "reports" / "ranked.csv"

    assert refusal(path) == (
        f"{path} was not written: its folder does not exist. Make the folder first, or name another place with -o."
    )


def test_a_file_in_place_of_the_folder_is_said(tmp_path: Path) -> None:
    (tmp_path / "reports").write_bytes(OLD)
    path = tmp_path / "reports" / "ranked.csv"

    assert refusal(path) == (
        f"{path} was not written: what should be its folder is a file. Name another place with -o."
    )


def test_a_name_that_is_too_long_is_said(tmp_path: Path) -> None:
    path = tmp_path / ("r" * 300)

    assert refusal(path).endswith(" was not written: its name is too long. Name a shorter one with -o.")
    assert list(tmp_path.iterdir()) == []


def test_a_name_no_file_can_have_is_said() -> None:
    assert refusal(Path("a\x00b")) == (
        "a\\x00b was not written: no file can have this name. Name another place with -o."
    )


def test_a_link_to_itself_is_said(tmp_path: Path) -> None:
    path = tmp_path / "loop.csv"
    path.symlink_to("loop.csv")

    assert refusal(path) == f"{path} was not written: its link leads back to itself. Name another place with -o."


@pytest.mark.skipif(not Path("/proc/self").is_dir(), reason="this system has no /proc")
def test_a_place_where_nobody_may_write_is_said() -> None:
    assert refusal(Path("/proc/ranked.csv")).startswith("/proc/ranked.csv was not written: ")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_a_full_disk_is_said() -> None:
    assert refusal(Path("/dev/full")) == (
        "/dev/full was not written: the disk is full. Free some space, or name another place with -o."
    )


def test_a_file_that_grows_too_large_leaves_the_old_one(tmp_path: Path) -> None:
    path = tmp_path / "ranked.csv"
    path.write_bytes(OLD)
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 20, before[1]))
    with pytest.raises(CannotWrite) as caught:
        save(path, [b"x" * (1 << 19)] * 4)
    resource.setrlimit(resource.RLIMIT_FSIZE, before)

    assert str(caught.value) == (
        f"{path} was not written: the file would be larger than is allowed here. Name another place with -o."
    )
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"ranked.csv": OLD}


def test_a_pipe_is_written_straight_through(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    received: list[bytes] = []
    reader = threading.Thread(target=lambda: received.append(pipe.read_bytes()))
    reader.start()

    save(pipe, [OLD, NEW])

    reader.join()
    assert received == [OLD + NEW]
    assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_standard_output_is_written_straight_through(tmp_path: Path) -> None:
    program = "from decision.report.files.save import save; save('/dev/stdout', [b'a,b\\n'])"
    with (tmp_path / "out.csv").open("wb") as out:
        subprocess.run([sys.executable, "-c", program], stdout=out, check=True, cwd=PROJECT)

    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"out.csv": b"a,b\n"}


SLOW_WRITER = """
import sys
from decision.report.files.save import save
print("ready", flush=True)
while True:
    save(sys.argv[1], (b"new\\n" * 1000 for _ in range(200)))
"""


def test_thirty_kills_leave_the_old_or_the_new_file_and_never_else(tmp_path: Path) -> None:
    path = tmp_path / "ranked.csv"
    whole = NEW * 200_000
    moments = np.random.default_rng(1).uniform(0.0, 0.02, 30)

    left = [_killed(path, seconds) for seconds in moments.tolist()]

    assert set(left) <= {OLD, whole}
    assert not [each for each in tmp_path.glob("*.csv") if each != path]
    assert {each.suffix for each in tmp_path.iterdir()} <= {".csv", ".part"}


def _killed(path: Path, seconds: float) -> bytes:
    path.write_bytes(OLD)
    command = [sys.executable, "-c", SLOW_WRITER, str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=PROJECT) as writer:
        assert writer.stdout is not None
        writer.stdout.readline()
        time.sleep(seconds)
        writer.send_signal(signal.SIGKILL)
    return path.read_bytes()
