"""The values of one sheet -> its cells as rows of text, under the numbers that a spreadsheet shows.

What the library does not tell (errors, signs, formulas without a value) is laid over its values; columns and rows
around the cells that hold anything are cut off, but never a row above them.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from decision.intake.workbook.cell_text import cell_text
from decision.intake.workbook.number_signs import signed

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from decision.intake.workbook.cell_text import Value
    from decision.intake.workbook.look import Look

__all__ = ["WorkSheet", "counted", "worksheet"]

_LOOKED_AT = 256
_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class WorkSheet:
    """One sheet.

    Parameters
    ----------
    name
        As its tab shows it.
    is_hidden
        Whether the tab is hidden.
    look
        What it holds beside its values.
    records
        The cells as text, from row 1 on, all of one width; columns before the first that holds anything are left out,
        rows after the last one too.
    first_column
        The number of the first column kept, counted from 0.
    """

    name: str
    is_hidden: bool
    look: Look
    records: list[list[str]]
    first_column: int = 0

    @property
    def size(self) -> str:
        """How many rows and columns hold anything, in words."""
        if not self.records:
            return "empty"
        rows = sum(1 for record in self.records if any(record))
        return f"{counted(rows, 'row')}, {counted(len(self.records[0]), 'column')}"

    @property
    def is_table(self) -> bool:
        """Whether it can be a table: two rows or more that hold anything, and one of them in two cells or more."""
        filled = (sum(1 for cell in record if cell.strip()) for record in self.records)
        counts = list(itertools.islice(filter(None, filled), _LOOKED_AT))
        return len(counts) > 1 and max(counts) > 1


def counted(number: int, noun: str) -> str:
    """Write a count with its noun.

    Examples
    --------
    >>> counted(1, "row"), counted(1200, "row")
    ('1 row', '1,200 rows')
    """
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def worksheet(
    name: str, rows: Iterable[Sequence[Value]], look: Look, *, is_hidden: bool = False, skipped: int = 0
) -> WorkSheet:
    """Write the cells of a sheet as text.

    Parameters
    ----------
    name, is_hidden, look
        As for `WorkSheet`.
    rows
        The values, from row 1 on; a row may be short.
    skipped
        How many columns before them are blank and not among them.
    """
    lead = [""] * skipped
    records = [[*lead, *(value if type(value) is str else cell_text(value) for value in row)] for row in rows]
    width = max([look.width, *map(len, records)])
    for record in records:
        record.extend([""] * (width - len(record)))
    records.extend([""] * width for _ in range(look.height - len(records)))
    _overlay(records, look)
    records, first = _trimmed(records)
    return WorkSheet(name=name, is_hidden=is_hidden, look=look, records=records, first_column=first)


def _overlay(records: list[list[str]], look: Look) -> None:
    """Put in what the library does not tell."""
    for (row, column), sign in look.signs.items():
        if _NUMBER.fullmatch(records[row][column]):
            records[row][column] = signed(records[row][column], sign)
    for (row, column), error in look.errors.items():
        records[row][column] = error
    for (row, column), formula in look.formulas.items():
        records[row][column] = f"={formula}"


def _trimmed(records: list[list[str]]) -> tuple[list[list[str]], int]:
    """Cut off columns and rows around the cells that hold anything."""
    while records and not any(cell.strip() for cell in records[-1]):
        records.pop()
    filled = [number for number in range(len(records[0]) if records else 0) if _holds_any(records, number)]
    if not filled:
        return [], 0
    first, past = filled[0], filled[-1] + 1
    return [record[first:past] for record in records] if past - first < len(records[0]) else records, first


def _holds_any(records: Sequence[Sequence[str]], column: int) -> bool:
    return any(record[column].strip() for record in records)
