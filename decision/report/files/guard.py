"""Turns a cell that a spreadsheet would run as a formula into one that it shows as text.

One rule: an apostrophe in front, nothing else changed, and never on a plain number. Quoting the cell does not help,
since spreadsheets take quotes off before they look; an apostrophe does. Guarding twice changes nothing.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["guard", "guard_bare_line", "lines_to_look_at", "write_cell"]

# What a person does not see in front of a sign: spaces of any width, zero-width marks, marks of direction, the byte
# order mark. The second pattern is the first in UTF-8, to look through whole files at once.
_LEADS = "[ \x0b\x0c\x1c-\x1f\x85\xa0\xad\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff]*"
_LEADS_UTF8 = (
    rb"(?:[ \x0b\x0c\x1c-\x1f]|\xc2[\x85\xa0\xad]|\xe1(?:\x9a\x80|\xa0\x8e)"
    rb"|\xe2(?:\x80[\x80-\x8f\xa8-\xaf]|\x81[\x9f-\xaf])|\xe3\x80\x80|\xef\xbb\xbf)*"
)
_SIGNS = "[=+\\-@\uff1d\uff0b\uff0d\uff20\t\r\n\x00]"
_SIGNS_UTF8 = rb"(?:[=+\-@\t\r\x00]|\xef\xbc[\x9d\x8b\x8d\xa0])"
_PLAIN = r"[+-](?:(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)? ?%? *"
_NUMBER_UTF8 = _LEADS_UTF8 + _PLAIN.encode()

_LIVE = re.compile(rf"(?!{_LEADS}{_PLAIN}\Z){_LEADS}{_SIGNS}")
# The first look ahead is quick and turns most cells away; the second looks behind the leads.
# A number in quotes ends with its quote, else -1,234x in quotes would pass for the number -1 and a second cell.
_LIVE_IN_LINES = re.compile(
    rb'([,"\n])(?=[\x00\t\x0b-\r\x1c-\x1f =+\-@\xc2\xe1-\xe3\xef])(?=' + _LEADS_UTF8 + _SIGNS_UTF8 + rb")"
    rb"(?!(?<=[,\n])" + _NUMBER_UTF8 + rb"(?:[,\n]|\Z))"
    rb'(?!(?<=")' + _NUMBER_UTF8 + rb'"(?:[,\n]|\Z))'
)
_TO_QUOTE = re.compile('[,"\r\n]')


def guard(text: str) -> str:
    r"""Put an apostrophe before a cell that a spreadsheet would run.

    Parameters
    ----------
    text
        A cell's text, without quotes around it.

    Returns
    -------
    str
        The text itself, or with one apostrophe before it.

    Examples
    --------
    >>> guard("=1+1"), guard(" @SUM(A1)"), guard("\t=1"), guard("-")
    ("'=1+1", "' @SUM(A1)", "'\t=1", "'-")
    >>> guard("-5"), guard("+1,234.5"), guard("-3.2%"), guard("-1E5"), guard("'=1+1"), guard("a=1")
    ('-5', '+1,234.5', '-3.2%', '-1E5', "'=1+1", 'a=1')
    """
    return f"'{text}" if _LIVE.match(text) else text


def write_cell(text: str) -> bytes:
    r"""Write one cell of a CSV: guarded, in UTF-8, in quotes only where it must be.

    Parameters
    ----------
    text
        A cell's text; half of a surrogate pair becomes a question mark.

    Examples
    --------
    >>> write_cell("day, evening"), write_cell('6" disk'), write_cell("=1"), write_cell("")
    (b'"day, evening"', b'"6"" disk"', b"'=1", b'')
    """
    safe = guard(text)
    if _TO_QUOTE.search(safe):
        safe = '"' + safe.replace('"', '""') + '"'
    return safe.encode("utf-8", "replace")


def lines_to_look_at(lines: Sequence[bytes]) -> list[int]:
    r"""Find the lines of a CSV that cannot be copied as they stand.

    All lines are searched in one go. Some may be named in vain (a sign after a comma inside quotes), none is missed.

    Parameters
    ----------
    lines
        Rows in UTF-8 without their line ends, cells separated by commas.

    Returns
    -------
    list of int
        Positions in ``lines``, rising: where a cell may have to be guarded or holds a line break.

    Examples
    --------
    >>> lines_to_look_at([b"Harbor,-5", b"=1,2", b'a,"b\nc"', b'Quay,"1, -x"'])
    [1, 2, 3]
    """
    text = b"\n" + b"\n".join(lines)
    starts = 1 + np.cumsum([0, *(len(line) + 1 for line in lines[:-1])])
    places = [match.end() for match in _LIVE_IN_LINES.finditer(text)]
    named = {int(line) for line in np.searchsorted(starts, places, side="right") - 1}
    if b"\r" in text or text.count(b"\n") > len(lines):
        named.update(at for at, line in enumerate(lines) if b"\r" in line or b"\n" in line)
    return sorted(named)


def guard_bare_line(line: bytes) -> bytes:
    """Guard every cell of a line that holds neither a quote nor a line break.

    Parameters
    ----------
    line
        Such a row in UTF-8, cells separated by commas.

    Examples
    --------
    >>> guard_bare_line(b"=1,-5,-,x")
    b"'=1,-5,'-,x"
    """
    return _LIVE_IN_LINES.sub(rb"\1'", b"\n" + line)[1:]
