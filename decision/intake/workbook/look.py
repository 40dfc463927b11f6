"""What a sheet holds beside its values: errors, formulas never worked out, signs of percent and money, merged cells.

The library that reads values does not tell of these; without them an error would be a blank cell, and 92 % of nothing.
XML is read by expat, and a document that declares entities of its own is refused: no spreadsheet needs any.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from xml.parsers import expat

from decision.errors import Code
from decision.intake.workbook.unpack import refused

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["Area", "Cell", "Look", "local", "parsed"]

Cell = tuple[int, int]
"""Row and column, counted from 0."""
Area = tuple[int, int, int, int]
"""First row and column, last row and column, counted from 0."""


@dataclass(slots=True, kw_only=True)
class Look:
    """What was seen of one sheet.

    Parameters
    ----------
    errors
        Cell -> the error it shows, such as ``#REF!``.
    formulas
        Cell -> the formula, where no value of it was saved.
    signs
        Cell -> what stands beside its number: ``%``, or the sign or the name of a currency.
    merged
        Areas that a person sees as one cell.
    hidden
        Rows that a person does not see, counted from 0.
    height, width
        How far down and to the right cells hold anything.
    """

    errors: dict[Cell, str] = field(default_factory=dict)
    formulas: dict[Cell, str] = field(default_factory=dict)
    signs: dict[Cell, str] = field(default_factory=dict)
    merged: list[Area] = field(default_factory=list)
    hidden: list[int] = field(default_factory=list)
    height: int = 0
    width: int = 0

    def reach(self, row: int, column: int) -> None:
        """Note that a cell holds something."""
        self.height = max(self.height, row + 1)
        self.width = max(self.width, column + 1)


def local(name: str) -> str:
    """Give the name of an element without its prefix.

    Examples
    --------
    >>> local("x:row"), local("row")
    ('row', 'row')
    """
    return name.rpartition(":")[2]


def parsed(
    data: bytes,
    *,
    file: str,
    start: Callable[[expat.XMLParserType, str, dict[str, str]], None],
) -> None:
    """Read a part to its end.

    Parameters
    ----------
    data
        XML.
    file
        The file's name, for what is said.
    start
        Called for each element that begins; it may set further handlers of the parser.

    Raises
    ------
    BadPrograms
        It is no XML, or declares a document type.
    """
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = lambda name, attributes: start(parser, name, attributes)

    def refuse(*_: object) -> None:
        raise refused(file, Code.UNREADABLE, "its parts declare a document type, which no spreadsheet needs.")

    parser.StartDoctypeDeclHandler = refuse
    try:
        parser.Parse(data, True)  # noqa: FBT003 -- expat takes it by place only
    except expat.ExpatError:
        problem = "a part of it is damaged. Open it in a spreadsheet, save it anew and give that."
        raise refused(file, Code.UNREADABLE, problem) from None
