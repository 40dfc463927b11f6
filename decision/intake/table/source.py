"""A path, standard input or bytes -> the bytes of a table: CSV or a spreadsheet; gzip is unpacked, JSON laid out.

What cannot be read is said at once and by name: nothing there, a folder, no permission, empty, or another kind of file.
"""

from __future__ import annotations

import itertools
import os
import stat
import sys
from dataclasses import dataclass
from pathlib import Path

from decision.errors import BadPrograms, Code, Fault, nearest
from decision.intake.table.foreign import foreign_kind
from decision.intake.table.packed import LARGEST, DamagedError, UnpackedTooLargeError, is_packed, unpacked
from decision.intake.table.records import NoRecordsError, as_csv, is_json
from decision.intake.workbook.formats import workbook_format

__all__ = ["Source", "read_source"]

_NAMES_LOOKED_AT = 1000
_LOOKED_AT = 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The bytes, and the name the user gave them.

    Parameters
    ----------
    file
        As the user named it; ``<stdin>`` for standard input, ``<bytes>`` for bytes.
    data
        All of it, unpacked, a list of records as CSV; never empty.
    notes
        What should be said; without the file's name.
    """

    file: str
    data: bytes
    notes: tuple[Fault, ...] = ()


def read_source(source: str | os.PathLike[str] | bytes) -> Source:
    r"""Read the bytes of the table.

    Parameters
    ----------
    source
        A path, ``"-"`` for standard input, or the bytes themselves; packed by gzip or not. JSON that is a list of
        records becomes the table that they are.

    Returns
    -------
    Source
        The bytes, with the file's name.

    Raises
    ------
    BadPrograms
        It cannot be read, it is empty, it does not unpack, or it is another kind of file.

    Examples
    --------
    >>> read_source(b"program,cost\n").file
    '<bytes>'
    >>> read_source(b"")
    Traceback (most recent call last):
    ...
    decision.errors.BadPrograms: <bytes>: 1 fault.
      the file is empty. A first row with the names of the columns is wanted, then one row for each program.
    """
    if isinstance(source, bytes):
        found = Source(file="<bytes>", data=source)
    elif os.fspath(source) == "-":
        found = Source(file="<stdin>", data=sys.stdin.buffer.read())
    else:
        found = Source(file=os.fspath(source), data=_read_path(os.fspath(source)))
    found = _unpacked(found) if is_packed(found.data) else found
    return _checked(_laid_out(found) if is_json(found.data) else found)


def _laid_out(source: Source) -> Source:
    """Give the table that a JSON file holds."""
    try:
        table = as_csv(source.data)
    except NoRecordsError as error:
        advice = "A list of records is wanted: [{...}, {...}]. Or give the table as CSV."
        raise _refusal(source.file, Code.NOT_A_TABLE, f"this is a JSON file, and {error}. {advice}") from None
    problem = "a JSON file: its first record is row 2, and names inside one another are joined by dots."
    return Source(file=source.file, data=table, notes=(Fault(code=Code.SKIPPED, problem=problem),))


def _unpacked(source: Source) -> Source:
    """Give what a gzip file holds."""
    again = "Ask for it again, or unpack it yourself and give the CSV file inside."
    try:
        return Source(file=source.file, data=unpacked(source.data))
    except DamagedError:
        raise _refusal(source.file, Code.UNREADABLE, f"this gzip file is damaged or not complete. {again}") from None
    except UnpackedTooLargeError:
        much = f"this gzip file unpacks to more than {LARGEST / 1e9:.1f} GB. Keep only the rows you need."
        raise _refusal(source.file, Code.TOO_LARGE, much) from None


def _checked(source: Source) -> Source:
    """Refuse what is empty or another kind of file; a spreadsheet is a table too."""
    if not (source.data[:_LOOKED_AT].strip() or source.data.strip()):  # no second copy of a large file
        wanted = "A first row with the names of the columns is wanted, then one row for each program."
        raise _refusal(source.file, Code.NO_ROWS, f"the file is empty. {wanted}")
    foreign = foreign_kind(source.data)
    if foreign is not None and workbook_format(source.data) is None:
        kind, advice = foreign
        raise _refusal(source.file, Code.NOT_A_TABLE, f"this is {kind}, not a CSV file. {advice}")
    return source


def _read_path(name: str) -> bytes:
    """Read a file whole."""
    path = Path(name)
    try:
        if stat.S_ISCHR(path.stat().st_mode):
            raise _refusal(name, Code.UNREADABLE, "this is a device, not a file. Give a CSV file, or - to read a pipe.")
        return path.read_bytes()
    except FileNotFoundError:
        raise _refusal(name, Code.UNREADABLE, _not_there(path)) from None
    except IsADirectoryError:
        raise _refusal(name, Code.UNREADABLE, "this is a folder. Give the CSV file inside it.") from None
    except PermissionError:
        raise _refusal(name, Code.UNREADABLE, "it may not be read: permission is denied.") from None
    except OSError as error:
        raise _refusal(name, Code.UNREADABLE, f"it cannot be read: {error.strerror or error}.") from None
    except ValueError:
        raise _refusal(name, Code.UNREADABLE, "this is not the name of a file.") from None


def _not_there(path: Path) -> str:
    """Say that there is no such file, with the nearest name in its folder."""
    if "\n" in str(path) or "\r" in str(path):
        return "this is text, not the name of a file. Give a path, or the text as bytes."
    try:
        near = nearest(path.name, (entry.name for entry in itertools.islice(path.parent.iterdir(), _NAMES_LOOKED_AT)))
    except OSError:
        return f'there is no such file, and no folder "{path.parent}".'
    return "there is no such file." + (f' Did you mean "{path.with_name(near)}"?' if near else "")


def _refusal(file: str, code: Code, problem: str) -> BadPrograms:
    return BadPrograms([Fault(code=code, file=file, problem=problem)])
