"""The noun that every sheet of a written workbook is made of: columns of cells, each distinct cell held once.

A cell is a text, a number or nothing. It is never a formula: there is no way to say one.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["Cell", "Shape", "Sheet", "SheetColumn", "column_of"]

Cell = str | int | float | None


class Shape(Enum):
    """How the cells of a column are shown."""

    PLAIN = "plain"
    POINTS = "points"
    """Numbers with one decimal."""
    STATUS = "status"
    """Words that are coloured too."""
    LONG = "long"
    """Sentences, over several lines where they need them."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class SheetColumn:
    """One column.

    Parameters
    ----------
    name
        Its header.
    codes
        ``(n_rows,)``, numbers into ``cells``.
    cells
        The distinct cells.
    shape
        How they are shown.
    """

    name: str
    codes: Sequence[int]
    cells: Sequence[Cell]
    shape: Shape = Shape.PLAIN


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Sheet:
    """One sheet: a header and the rows under it.

    Parameters
    ----------
    name
        What its tab shows, at most 31 characters.
    columns
        From left to right, all with as many rows.
    """

    name: str
    columns: Sequence[SheetColumn]

    def __len__(self) -> int:
        return len(self.columns[0].codes)


def column_of(name: str, cells: Sequence[Cell], shape: Shape = Shape.PLAIN) -> SheetColumn:
    """Make a column of cells that are written one under the other."""
    return SheetColumn(name=name, codes=range(len(cells)), cells=cells, shape=shape)
