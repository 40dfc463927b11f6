"""Turns pieces of an answer into a file: whole, or not at all.

One rule: until every byte is on the disk, what stood at that place before still stands there. The pieces go to a new
file beside it, which takes the old one's place in one step; whatever goes wrong, the new file is taken away again.
"""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
import stat
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from decision.errors import BadOptions, CannotWrite, Code, Fault, printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["save"]

_STREAMS = ("/dev/stdout", "/dev/stderr", "/dev/fd/", "/proc/self/fd/")

_ELSEWHERE = "Name another place with -o."
_WHAT_TO_DO = {
    errno.ENOSPC: "the disk is full. Free some space, or name another place with -o.",
    errno.EDQUOT: "your share of the disk is full. Free some space, or name another place with -o.",
    errno.EFBIG: f"the file would be larger than is allowed here. {_ELSEWHERE}",
    errno.EACCES: f"you may not write there. {_ELSEWHERE}",
    errno.EPERM: f"you may not write there. {_ELSEWHERE}",
    errno.EROFS: f"that disk can only be read. {_ELSEWHERE}",
    errno.ENOENT: "its folder does not exist. Make the folder first, or name another place with -o.",
    errno.ENOTDIR: f"what should be its folder is a file. {_ELSEWHERE}",
    errno.ENAMETOOLONG: "its name is too long. Name a shorter one with -o.",
    errno.ELOOP: f"its link leads back to itself. {_ELSEWHERE}",
    errno.EPIPE: "what was reading it stopped.",
}


def save(path: str | Path, chunks: Iterable[bytes], *, inputs: Iterable[str | Path] = ()) -> None:
    """Write a file whole, or not at all.

    Parameters
    ----------
    path
        Where to. An existing file is replaced and keeps its permissions; of a link, what it leads to is replaced. What
        is there and no regular file (a pipe, a terminal) is written straight through.
    chunks
        The content, piece by piece. Not touched when the place is refused.
    inputs
        Files that the content is made from; none of them may be the place.

    Raises
    ------
    BadOptions
        If the place is one of the inputs, by whatever name or link.
    CannotWrite
        If it could not be written. A file that was there before is unchanged.
    """
    place = Path(path)
    with _said_kindly(path):
        for source in inputs:
            if _is_same(place, Path(source)):
                raise BadOptions([_is_an_input(path, source)])
        if place.is_dir():
            raise IsADirectoryError(errno.EISDIR, "")
        if _is_stream(place):
            _pour(place, chunks)
        else:
            _replace(Path(os.path.realpath(place)), chunks)


def _is_an_input(path: str | Path, source: str | Path) -> Fault:
    by_name = "" if str(path) == str(source) else f" (by the name {printable(str(source), 200)})"
    problem = f"this file is also what is read{by_name}; it would be lost. {_ELSEWHERE}"
    return Fault(code=Code.OPTION, path="-o", found=str(path), problem=problem)


def _is_same(place: Path, source: Path) -> bool:
    """Whether both are one file, also by a link, or will be once it is there."""
    if place.exists() and source.exists():
        return place.samefile(source)
    return os.path.realpath(place) == os.path.realpath(source)


def _is_stream(place: Path) -> bool:
    """Whether bytes are to go straight there, since nothing can take its place."""
    is_open_file = str(place.absolute()).startswith(_STREAMS)
    return is_open_file or (place.exists() and not place.is_file())


def _pour(place: Path, chunks: Iterable[bytes]) -> None:
    with place.open("wb") as stream:
        for chunk in chunks:
            stream.write(chunk)


def _replace(target: Path, chunks: Iterable[bytes]) -> None:
    before = _standing(target)
    if before is not None and not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, "")
    # Hidden, and without the ending of the target: nobody takes it for an answer while it grows.
    beside = target.with_name(f".{target.name[:40]}.{secrets.token_hex(8)}.part")
    try:
        _write_new(beside, chunks, 0o666 if before is None else 0o600)
        if before is not None:
            _take_over(beside, before)
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)
    _sync_folder(target.parent)


def _standing(target: Path) -> os.stat_result | None:
    try:
        return target.stat()
    except FileNotFoundError:
        return None


def _write_new(path: Path, chunks: Iterable[bytes], mode: int) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(path, flags, mode), "wb") as file:
        for chunk in chunks:
            file.write(chunk)
        file.flush()
        os.fsync(file.fileno())


def _take_over(path: Path, before: os.stat_result) -> None:
    """Give the new file the owner and the permissions of the old one."""
    if sys.platform != "win32":
        with contextlib.suppress(OSError):  # only the owner of the machine may give files away
            os.chown(path, before.st_uid, before.st_gid)
    path.chmod(stat.S_IMODE(before.st_mode))


def _sync_folder(folder: Path) -> None:
    """Make the new name last through a power cut, where the system can."""
    if sys.platform == "win32":
        return
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


@contextlib.contextmanager
def _said_kindly(path: str | Path) -> Iterator[None]:
    name = printable(str(path), 200)
    try:
        yield
    except IsADirectoryError as error:
        inside = printable(str(Path(path) / "ranked.csv"), 200)
        raise CannotWrite(f"{name} was not written: it is a folder. Name a file in it, such as {inside}.") from error
    except OSError as error:
        told = _WHAT_TO_DO.get(error.errno or 0) or f"the system says: {os.strerror(error.errno or 0)}. {_ELSEWHERE}"
        raise CannotWrite(f"{name} was not written: {told}") from error
    except ValueError as error:
        if "null" not in str(error):
            raise
        raise CannotWrite(f"{name} was not written: no file can have this name. {_ELSEWHERE}") from error
