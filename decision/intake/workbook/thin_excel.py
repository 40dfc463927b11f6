"""A sheet of an Excel workbook as XML -> a far smaller one that holds only the cells worth a closer look.

Parsing every cell of a large sheet costs ten times what reading its values costs. Most sheets are written so regularly
that patterns find the odd cells; one that is not is given back as a whole, so that nothing is ever overlooked.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

__all__ = ["thinned"]

_ANY_CELL = re.compile(rb"<(?:[\w.\-]+:)?c[\s/>]")
_ANY_PREFIX = re.compile(rb"<[\w.\-]+:row[\s/>]")
_CELL = re.compile(rb'<c r="([A-Z]{1,3})([0-9]{1,7})"([^>]*)>')
_STYLE = re.compile(rb' s="([0-9]+)"')
_HIDDEN_ROW = re.compile(rb'<row r="[0-9]{1,7}"[^>]* hidden="[^>]*?(?=/?>)')
_MERGED = re.compile(rb"<mergeCell [^>]*?(?=/?>)")


def thinned(part: bytes, signed_styles: Collection[bytes]) -> bytes:
    r"""Leave out the cells that a look would find nothing odd about.

    Parameters
    ----------
    part
        The sheet.
    signed_styles
        The numbers of the styles that show a sign beside a number.

    Returns
    -------
    bytes
        XML with the odd cells, hidden rows, merged areas, and one cell at the edge of all; or the sheet itself.

    Examples
    --------
    >>> row = b'<row r="1"><c r="A1"><v>1</v></c><c r="B1" t="e"><v>#N/A</v></c><c r="C1"><v>2</v></c></row>'
    >>> thinned(row, ())
    b'<x><c r="B1" t="e"><v>#N/A</v></c><c r="C1"><v/></c></x>'
    """
    if b"<!" in part or b"\0" in part[:64] or _ANY_PREFIX.search(part):
        return part
    cells = _CELL.findall(part)
    if len(cells) != len(_ANY_CELL.findall(part)):
        return part
    odd = {rest: _is_odd(rest, signed_styles) for rest in {rest for _, _, rest in cells}}
    wanted = [b"<c " + piece for piece in _odd_cells(part, cells, odd)]
    rows = [found + b"/>" for found in _HIDDEN_ROW.findall(part)]
    merged = [found + b"/>" for found in _MERGED.findall(part)]
    return b"".join([b"<x>", *rows, *wanted, *_edge(cells), *merged, b"</x>"])


def _is_odd(rest: bytes, signed_styles: Collection[bytes]) -> bool:
    """Say whether cells with such attributes need a look; what is written in another way always does."""
    style = _STYLE.search(rest)
    has_sign = style is not None and style[1] in signed_styles
    return not rest.endswith(b"/") and (has_sign or b't="e"' in rest or b"'" in rest or b" =" in rest or b"= " in rest)


def _odd_cells(part: bytes, cells: list[tuple[bytes, bytes, bytes]], odd: dict[bytes, bool]) -> list[bytes]:
    """Cut out the cells that are odd by their attributes, or hold a formula."""
    if not (any(odd.values()) or b"<f" in part):
        return []
    pieces = part.split(b"<c ")[1:]
    chosen = [piece for piece, (_, _, rest) in zip(pieces, cells, strict=True) if odd[rest] or b"<f" in piece]
    return [piece.partition(b"</c>")[0] + b"</c>" for piece in chosen]


def _edge(cells: list[tuple[bytes, bytes, bytes]]) -> list[bytes]:
    """Make up a cell at the last row and the last column that hold anything."""
    filled = [(letters, digits) for letters, digits, rest in cells if not rest.endswith(b"/")]
    if not filled:
        return []
    column = max({letters for letters, _ in filled}, key=lambda letters: (len(letters), letters))
    row = max(map(int, {digits for _, digits in filled}))
    return [b'<c r="%s%d"><v/></c>' % (column, row)]
