"""Turns the lines of a large file into those few that deserve a closer look before they are copied.

One rule: some may be named in vain, none is missed. All bytes are looked at, a block at a time, two neighbours at once:
the mark that parts two cells, and what a cell would begin with that a spreadsheet may run.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from decision.arrays import Flags, Whole
    from decision.model import Lines

__all__ = ["doubtful_lines"]

_BLOCK = 1 << 20
_EDGE, _FIRST, _SPACE, _BREAK, _LETTER = 1, 2, 3, 4, 5


def _kinds() -> bytes:
    kinds = bytearray(256)
    for number in range(256):
        kinds[number] = _LETTER if chr(number).isascii() and chr(number).isalnum() else 0
    for number in b"\x00\t\x0b\x0c\x1c\x1d\x1e\x1f=+-@\xc2\xe1\xe2\xe3\xef":  # signs, and what may hide one behind it
        kinds[number] = _FIRST
    for mark, kind in ((",", _EDGE), ('"', _EDGE), (" ", _SPACE), ("\r", _BREAK), ("\n", _BREAK)):
        kinds[ord(mark)] = kind
    return bytes(kinds)


_KINDS = _kinds()


def doubtful_lines(lines: Lines) -> Flags:
    r"""Find the lines of a CSV in which a cell may have to be guarded, or holds a line break.

    Parameters
    ----------
    lines
        Rows in UTF-8, in the order of the file, cells separated by commas.

    Returns
    -------
    array of bool
        ``(n_lines,)``.

    Examples
    --------
    >>> from decision.model import Lines
    >>> data = b"a,-5,b\n=1,2\nx,y\nc, d"
    >>> lines = Lines(data=data, starts=np.array([0, 7, 12, 16]), ends=np.array([6, 11, 15, 20]))
    >>> doubtful_lines(lines).tolist()
    [True, True, False, False]
    """
    found = np.zeros(len(lines.starts), dtype=np.bool_)
    if not len(found):
        return found
    octets = np.frombuffer(lines.data, dtype=np.uint8)
    kinds = np.frombuffer(_KINDS, dtype=np.uint8)
    first = kinds[octets[np.minimum(lines.starts, len(octets) - 1)]]
    found[(first == _FIRST) | (first == _SPACE)] = True
    for begin in range(int(lines.starts[0]), int(lines.ends[-1]), _BLOCK):
        at = _doubtful_bytes(bytes(lines.data[begin : begin + _BLOCK + 2])) + begin
        line = np.searchsorted(lines.starts, at, side="right") - 1
        found[line[at < lines.ends[line]]] = True
    return found


def _doubtful_bytes(block: bytes) -> Whole:
    """Give where a cell begins with a sign, or with a space that no letter follows, and where a line breaks."""
    kinds = np.frombuffer(block.translate(_KINDS), dtype=np.uint8)
    here, after = kinds[1:], np.append(kinds[2:], np.uint8(_EDGE))
    begins = (here == _FIRST) | ((here == _SPACE) & (after != _LETTER))
    return np.flatnonzero((begins & (kinds[:-1] == _EDGE)) | (here == _BREAK)) + 1
