"""Texts are set in lines and columns, measured as a terminal shows them.

The one rule: no line is wider than asked for. East Asian wide characters take two columns, combining marks none, and a
character that could move the cursor or turn a line around is spelled out before anything is measured.
"""

from __future__ import annotations

import itertools
import sys
import unicodedata
from typing import TYPE_CHECKING

from decision.errors import printable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = [
    "NARROWEST",
    "NO_BREAK",
    "clean",
    "columns",
    "cut",
    "display_width",
    "hang",
    "pad",
    "stack",
    "without_middle",
    "wrap",
]

NARROWEST = 40
"""Fewer columns than this are not drawn for."""

NO_BREAK = "\N{NO-BREAK SPACE}"
"""Stands in our own texts where a line must not break, and is drawn as a space; texts from the data have none."""

_EMOJI_STYLE = "\ufe0f"


def clean(text: str, *, unicode: bool = True) -> str:
    r"""Make a text from the data safe to show on one line.

    Parameters
    ----------
    text
        As typed.
    unicode
        Whether characters outside ASCII can be shown; else they are spelled out.

    Returns
    -------
    str
        White space is single spaces; what cannot be shown is spelled out.

    Examples
    --------
    >>> clean("  Coding\x1b[31m\n and billing ")
    'Coding\\x1b[31m and billing'
    >>> clean("École", unicode=False)
    '\\xc9cole'
    """
    safe = printable(" ".join(text.split()), sys.maxsize)
    return safe if unicode else safe.encode("ascii", "backslashreplace").decode("ascii")


def display_width(text: str) -> int:
    r"""Count the terminal columns that a text takes.

    Examples
    --------
    >>> display_width("Harbor"), display_width("調查"), display_width("e\u0301")
    (6, 4, 1)
    """
    return len(text) if text.isascii() else sum(map(_character_width, text))


def _character_width(character: str) -> int:
    if character == _EMOJI_STYLE:  # it may widen the sign before it
        return 1
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def cut(text: str, width: int) -> str:
    """Cut a text to a width; three dots say that something is missing.

    Examples
    --------
    >>> cut("Harbor Community College", 12), cut("Harbor", 6)
    ('Harbor Co...', 'Harbor')
    """
    return text if display_width(text) <= width else _head(text, width - 3).rstrip() + "..."


def without_middle(text: str) -> Iterator[str]:
    """Give a text with fewer and fewer words of its middle: names often differ at their ends.

    Yields
    ------
    str
        First the text itself; three dots say that something is missing. The last has a word on each side.

    Examples
    --------
    >>> list(without_middle("Introduction to medical billing"))
    ['Introduction to medical billing', 'Introduction to ... billing', 'Introduction ... billing']
    """
    words = text.split()
    yield text
    for kept in range(len(words) - 1, 1, -1):
        head = -(-kept * 3 // 5) if kept > 2 else 1
        yield " ".join([*words[:head], "...", *words[len(words) - kept + head :]])


def pad(text: str, width: int, *, right: bool = False) -> str:
    """Fill a text with spaces up to a width.

    Parameters
    ----------
    text
        Not wider than ``width``.
    width
        Columns.
    right
        Whether the text stands at the right end.

    Returns
    -------
    str
        Exactly ``width`` columns.

    Examples
    --------
    >>> pad("71", 4, right=True), pad("調", 4)
    ('  71', '調  ')
    """
    space = " " * (width - display_width(text))
    return space + text if right else text + space


def wrap(text: str, width: int) -> list[str]:
    """Break a text into lines at spaces; a number keeps its percent sign, and a word that is too long is broken.

    Parameters
    ----------
    text
        One paragraph.
    width
        Columns, at least 2.

    Returns
    -------
    list of str
        At least one line, none wider than ``width``.

    Examples
    --------
    >>> wrap("Of those, at least 60 % passed.", 21)
    ['Of those, at least', '60 % passed.']
    """
    lines: list[str] = []
    line = ""
    for glued in text.replace(" %", f"{NO_BREAK}%").split(" "):
        word = glued.replace(NO_BREAK, " ")
        joined = f"{line} {word}" if line else word
        if display_width(joined) <= width:
            line = joined
            continue
        if line:
            lines.append(line)
        *whole, line = _pieces(word, width)
        lines.extend(whole)
    return [*lines, line]


def hang(label: str, text: str, indent: int, width: int) -> list[str]:
    """Set a text beside a label, every line of it indented alike.

    Parameters
    ----------
    label
        What stands at the left of the first line, narrower than ``indent``.
    text
        One paragraph.
    indent
        Where the text begins, in columns.
    width
        Of the whole, in columns.

    Returns
    -------
    list of str
        None wider than ``width``.

    Examples
    --------
    >>> hang("but", "Linden is online.", 6, 16)
    ['but   Linden is', '      online.']
    """
    first, *rest = wrap(text, width - indent)
    return [pad(label, indent) + first, *(" " * indent + line for line in rest)]


def stack(text: str, width: int, *, tallest: int = 3) -> list[str]:
    """Set a text into a cell of a table.

    Parameters
    ----------
    text
        What the cell holds.
    width
        Of the cell, in columns, at least 4.
    tallest
        How many lines the cell may have; three dots say that the rest is missing.

    Returns
    -------
    list of str
        At least one line, at most ``tallest``, none wider than ``width``.

    Examples
    --------
    >>> stack("Harbor Community College", 9, tallest=2)
    ['Harbor', 'Commun...']
    """
    lines = wrap(text, width)
    if len(lines) <= tallest:
        return lines
    return [*lines[: tallest - 1], cut(" ".join(lines[tallest - 1 :]), width)]


def columns(cells: Sequence[Sequence[str]], widths: Sequence[int], *, right: Sequence[bool], gap: int = 2) -> list[str]:
    """Set cells of one or more lines side by side.

    Parameters
    ----------
    cells
        The lines of each cell, none wider than its column.
    widths
        Of each column.
    right
        Whether a column stands at its right end.
    gap
        Spaces between columns.

    Returns
    -------
    list of str
        As many lines as the tallest cell has; no spaces at their ends.

    Examples
    --------
    >>> columns([["1"], ["Harbor", "College"], ["71"]], [1, 7, 4], right=[False, False, True])
    ['1  Harbor     71', '   College']
    """
    return [
        (" " * gap).join(map(_padded, line, widths, right)).rstrip()
        for line in itertools.zip_longest(*cells, fillvalue="")
    ]


def _padded(text: str, width: int, right: bool) -> str:  # noqa: FBT001
    return pad(text, width, right=right)


def _head(text: str, width: int) -> str:
    """Give as much of the text as the width holds."""
    reach = itertools.accumulate(map(_character_width, text))
    return "".join(character for character, end in zip(text, reach, strict=True) if end <= width)


def _pieces(word: str, width: int) -> list[str]:
    """Break a word into pieces that the width holds, behind a slash or hyphen where there is one."""
    pieces = []
    while display_width(word) > width:
        head = _head(word, width)
        head = head[: max(head.rfind("/"), head.rfind("-")) + 1] or head
        pieces.append(head)
        word = word[len(head) :]
    return [*pieces, word]
