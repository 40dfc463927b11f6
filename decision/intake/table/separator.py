"""UTF-8 text -> the sign between its cells.

The sign is the one that gives the rows equal numbers of cells, not the one that stands there most often: a semicolon
file full of decimal commas is a semicolon file.
"""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from decision.errors import BadOptions, Code, Fault

if TYPE_CHECKING:
    from decision.intake.table.encoding import Text

__all__ = ["Separator", "find_separator"]

_SIGNS = {"comma": ",", "semicolon": ";", "tab": "\t", "pipe": "|", "\\t": "\t"}
_CANDIDATES = (",", ";", "\t", "|")
_SAMPLE_BYTES = 1 << 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Separator:
    """How the cells of a row are parted.

    Parameters
    ----------
    sign
        One character.
    is_spaced
        Whether a space follows the sign and is no part of the cell.
    start
        Where the table begins in the text: after a first line ``sep=;``, which spreadsheets do not show.
    """

    sign: str
    is_spaced: bool = False
    start: int = 0


def find_separator(text: Text, *, separator: str = "") -> Separator:
    r"""Find the sign between cells.

    Parameters
    ----------
    text
        The file.
    separator
        One character, or ``comma``, ``semicolon``, ``tab`` or ``pipe``, when the user knows it; empty to find out.

    Returns
    -------
    Separator
        The sign; a comma when no sign parts the rows alike (a file of one column).

    Raises
    ------
    BadOptions
        The stated separator is none.

    Examples
    --------
    >>> from decision.intake.table.encoding import Text
    >>> find_separator(Text(file="", data=b"program;cost\nHarbor;1,5\nLinden;2,5\n")).sign
    ';'
    >>> find_separator(Text(file="", data=b"program\nHarbor\n")).sign
    ','
    """
    stated = _stated(separator)
    declared, start = _declared(text)
    sample = _sample(text.data, start)
    signs = (stated,) if stated else (declared,) if declared else _CANDIDATES
    candidates = [
        (*_consistency(sample, sign, is_spaced=is_spaced), -order, sign, is_spaced)
        for order, sign in enumerate(signs)
        for is_spaced in ((False, True) if _has_spaced_quote(sample, sign) else (False,))
    ]
    *_, sign, is_spaced = max(candidates)
    return Separator(sign=sign, is_spaced=is_spaced, start=start)


def _has_spaced_quote(sample: str, sign: str) -> bool:
    """Look for a quotation mark that opens after a space: inside a quoted cell it would be doubled, or close it."""
    return re.search(f'{re.escape(sign)} "(?=[^"{re.escape(sign)}\r\n])', sample) is not None


def _stated(separator: str) -> str:
    """Check the user's own word."""
    sign = _SIGNS.get(separator.strip().lower(), separator)
    if separator and (len(sign) != 1 or sign in '"\r\n\0' or sign.isalnum()):
        problem = "is not a separator. Give one sign, or comma, semicolon, tab or pipe."
        raise BadOptions([Fault(code=Code.OPTION, path="separator", found=separator, problem=problem)])
    return sign


def _declared(text: Text) -> tuple[str, int]:
    """Read a first line such as ``sep=;``, which spreadsheets write and do not show."""
    first = text.data[text.start : text.start + 16].decode("utf-8", "ignore")
    line = first.splitlines(keepends=True)[0] if first else ""
    declaration = line.rstrip("\r\n").strip('"')
    if declaration[:4].lower() != "sep=" or len(declaration) != 5 or line == line.rstrip("\r\n"):
        return "", text.start
    return declaration[4], text.start + len(line.encode())


def _sample(data: bytes, start: int) -> str:
    """Take whole lines from the beginning."""
    block = data[start : start + _SAMPLE_BYTES]
    if start + _SAMPLE_BYTES < len(data):
        block = block[: max(block.rfind(b"\n"), block.rfind(b"\r")) + 1] or block
    return block.decode("utf-8", "ignore")


def _consistency(sample: str, sign: str, *, is_spaced: bool) -> tuple[bool, float, bool]:
    """Judge a sign: do all rows have the same number of cells; if not, how many have it, wide tables before narrow."""
    widths = _widths(sample, sign, is_spaced=is_spaced)
    if not widths:
        return (False, 0.0, False)
    width, rows = max(widths.items(), key=lambda item: (item[1], item[0]))
    parted = 1 - 1 / width
    return (rows == widths.total() and width > 1, rows / widths.total() * parted, is_spaced and width > 1)


def _widths(sample: str, sign: str, *, is_spaced: bool) -> Counter[int]:
    """Count the rows by their number of cells; none when the sign cannot be meant."""
    reader = csv.reader(io.StringIO(sample, newline=""), delimiter=sign, skipinitialspace=is_spaced, strict=is_spaced)
    try:
        return Counter(len(record) for record in reader if any(record))
    except csv.Error:
        return Counter()
