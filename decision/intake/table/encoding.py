"""Bytes in any of the usual encodings -> UTF-8 bytes.

UTF-8 and UTF-16 are recognised by what they are; what is neither is read as Windows-1252 and that is said. A file that
mixes encodings, or holds a byte that means nothing, is a fault: no letter is changed in silence.
"""

from __future__ import annotations

import codecs
import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

from decision.errors import BadInput, BadOptions, BadPrograms, Code, Fault

if TYPE_CHECKING:
    from decision.intake.table.source import Source

__all__ = ["Text", "decode"]

_BLOCK = 1 << 20
_ASCII = bytes(range(128))
_MARKS = (
    (codecs.BOM_UTF8, "UTF-8"),
    (codecs.BOM_UTF32_LE, "UTF-32-LE"),
    (codecs.BOM_UTF32_BE, "UTF-32-BE"),
    (codecs.BOM_UTF16_LE, "UTF-16-LE"),
    (codecs.BOM_UTF16_BE, "UTF-16-BE"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """The text of the file, as UTF-8.

    Parameters
    ----------
    file
        As the user named it.
    data
        UTF-8 bytes; the file's own when it is UTF-8.
    start
        Where the text begins in ``data``: after the mark, if there is one.
    encoding
        How the file was read, such as ``UTF-8`` or ``Windows-1252``.
    notes
        What should be said about it.
    """

    file: str
    data: bytes
    start: int = 0
    encoding: str = "UTF-8"
    notes: tuple[Fault, ...] = ()


def decode(source: Source, *, encoding: str = "") -> Text:
    r"""Turn the bytes into UTF-8.

    Parameters
    ----------
    source
        The file.
    encoding
        The encoding's name when the user knows it; empty to find out.

    Returns
    -------
    Text
        The text, and how it was read.

    Raises
    ------
    BadPrograms
        The bytes are not text in that encoding, or in any that is known here.
    BadOptions
        No encoding has that name.

    Examples
    --------
    >>> from decision.intake.table.source import Source
    >>> decode(Source(file="a.csv", data="\ufeffcosto\n".encode("utf-16-le"))).encoding
    'UTF-16-LE'
    >>> text = decode(Source(file="a.csv", data="city\nSan José\n".encode("latin-1")))
    >>> text.encoding, text.data.decode()
    ('Windows-1252', 'city\nSan José\n')
    """
    if encoding:
        return _in_stated(source, encoding)
    for mark, name in _MARKS:
        if source.data.startswith(mark):
            return _in_known(source, name, start=len(mark))
    without_mark = _utf16_without_mark(source.data[:4096])
    if without_mark:
        return _in_known(source, without_mark, start=0)
    failed_at = _first_bad_byte(source.data, 0)
    return Text(file=source.file, data=source.data) if failed_at is None else _in_windows(source, failed_at)


def _in_stated(source: Source, encoding: str) -> Text:
    """Read in the encoding that the user named."""
    try:
        io.TextIOWrapper(io.BytesIO(), encoding=encoding)
        name = codecs.lookup(encoding).name
    except (LookupError, ValueError):
        problem = "is not the name of an encoding. Examples: utf-8, windows-1252, utf-16."
        raise BadOptions([Fault(code=Code.OPTION, path="encoding", found=encoding, problem=problem)]) from None
    if name in ("utf-8", "utf-8-sig"):
        return _in_known(source, "UTF-8", start=3 if source.data.startswith(codecs.BOM_UTF8) else 0)
    return _transcoded(source, source.data, encoding)


def _in_known(source: Source, name: str, *, start: int) -> Text:
    """Read in an encoding that the file itself shows."""
    if name != "UTF-8":
        return _transcoded(source, source.data[start:], name)
    failed_at = _first_bad_byte(source.data, start)
    if failed_at is not None:
        raise _undecodable(source, failed_at, "UTF-8")
    return Text(file=source.file, data=source.data, start=start)


def _transcoded(source: Source, data: bytes, name: str, notes: tuple[Fault, ...] = ()) -> Text:
    """Decode, and write as UTF-8."""
    try:
        text = data.decode(name)
        return Text(file=source.file, data=text.encode(), encoding=name, notes=notes)
    except UnicodeDecodeError as error:
        raise _undecodable(source, error.start + len(source.data) - len(data), name) from None
    except UnicodeError as error:
        raise _refusal(source, f"it is not text in {name}: {error}.") from None


def _in_windows(source: Source, failed_at: int) -> Text:
    """Read as Windows-1252 what is not UTF-8, unless most of its letters are UTF-8: then it mixes two encodings."""
    letters = source.data.decode("utf-8", "ignore").encode()
    in_utf8 = len(letters.translate(None, _ASCII))
    if in_utf8 > len(source.data.translate(None, _ASCII)) - in_utf8:
        raise _undecodable(source, failed_at, "UTF-8, as the rest of the file is")
    line, shown = _line_at(source.data, failed_at)
    problem = (
        f'it is not UTF-8; it was read as Windows-1252. Line {line} then holds "{shown}". If that is wrong, name the '
        "encoding, or save the file as UTF-8."
    )
    note = Fault(code=Code.ENCODING, file=source.file, problem=problem)
    return _transcoded(source, source.data, "Windows-1252", (note,))


def _line_at(data: bytes, position: int) -> tuple[int, str]:
    """Give the number of the line a byte stands in, and the text around that byte."""
    before = data[:position]
    lines = before.count(b"\n") or before.count(b"\r")
    start = max(before.rfind(b"\n") + 1, before.rfind(b"\r") + 1, position - 15)
    around = data[start : position + 15].decode("cp1252", "replace")
    return lines + 1, around.splitlines()[0].strip()


def _first_bad_byte(data: bytes, start: int) -> int | None:
    """Give the position of the first byte that is not UTF-8; block by block, so that no second copy is held."""
    if data.isascii():
        return None
    decoder = codecs.getincrementaldecoder("utf-8")()
    for position in range(start, len(data), _BLOCK):
        held = len(decoder.getstate()[0])
        try:
            decoder.decode(data[position : position + _BLOCK], position + _BLOCK >= len(data))
        except UnicodeDecodeError as error:
            return position - held + error.start
    return None


def _utf16_without_mark(start: bytes) -> str:
    """Recognise UTF-16 without a mark: every second byte of plain text is then 0."""
    even, odd = start[0::2], start[1::2]
    if not odd:
        return ""
    if odd.count(0) > 0.7 * len(odd) and not even.count(0):
        return "UTF-16-LE"
    return "UTF-16-BE" if even.count(0) > 0.7 * len(even) and not odd.count(0) else ""


def _undecodable(source: Source, position: int, name: str) -> BadInput:
    line, _ = _line_at(source.data, position)
    what = f"byte {position + 1:,} (0x{source.data[position]:02X}, line {line:,}) is no letter in {name}."
    return _refusal(source, f"{what} Save the file as UTF-8, or name its encoding.")


def _refusal(source: Source, problem: str) -> BadInput:
    return BadPrograms([Fault(code=Code.ENCODING, file=source.file, problem=problem)])
