"""A sheet and its header -> columns of the rows that have as many cells as the header.

A row with more cells or fewer is a fault, each by its number, with one exception: one extra empty cell on every row.
"""

from __future__ import annotations

import itertools
import re
from array import array
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from decision.errors import Code, Fault
from decision.intake.table.columns import ColumnsBuilder
from decision.intake.table.header_row import HeaderRow, is_blank

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

    from decision.intake.table.grid import Grid
    from decision.intake.table.sheet import Chunk
    from decision.model import Column, TextColumn

__all__ = ["MOST_FAULTS", "Rows", "expected_width", "read_rows"]

MOST_FAULTS = 300
"""More faults than anyone mends by hand are counted, not listed."""

_SPLIT_AMOUNT = re.compile(r"[$€£]?\d{1,3}")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Rows:
    """The rows under the header.

    Parameters
    ----------
    header
        As typed; a blank last name over no column is cut off.
    columns
        One for each name in the header.
    rows
        ``(n_rows,)``, their numbers.
    has_extra_cell
        Whether every row ends with one extra empty cell, which is left out of the columns.
    separators_only
        Numbers of rows that hold separators and nothing else, where these are not as many as the header's.
    notes, faults
        What should be said, and rows that do not fit the header.
    grid
        Where the cells are, when the file is large and quite regular; its marks need no judging then.
    """

    header: tuple[str, ...]
    columns: Sequence[Column]
    rows: NDArray[np.int64]
    has_extra_cell: bool = False
    separators_only: tuple[int, ...] = ()
    notes: tuple[Fault, ...] = ()
    faults: tuple[Fault, ...] = ()
    grid: Grid | None = None


@dataclass(slots=True, kw_only=True, eq=False)
class _Body:
    """What has been gathered so far."""

    width: int
    builder: ColumnsBuilder
    rows: array[int] = field(default_factory=lambda: array("q"))
    separators_only: list[int] = field(default_factory=list)
    others: list[tuple[int, list[str]]] = field(default_factory=list)
    others_count: int = 0

    def add(self, chunk: Chunk) -> None:
        """Add records; the quick way when all have the same number of cells."""
        if set(map(len, chunk.records)) == {self.width}:
            self.builder.add(chunk.records)
            self.rows.extend(range(chunk.first_row, chunk.first_row + len(chunk.records)))
            return
        fitting = []
        for row, record in enumerate(chunk.records, chunk.first_row):
            if len(record) == self.width:
                fitting.append(record)
                self.rows.append(row)
            elif is_blank(record):
                self.separators_only.extend([row] if record else [])
            else:
                self.others_count += 1
                self.others.extend([(row, record)] if len(self.others) <= MOST_FAULTS else [])
        self.builder.add(fitting)


def read_rows(header: HeaderRow, chunks: Iterable[Chunk], *, file: str) -> Rows:
    """Read the rows under the header.

    Parameters
    ----------
    header
        The header.
    chunks
        The records after it.
    file
        The file's name, for what is said.

    Returns
    -------
    Rows
        The rows that fit, and a fault for each that does not.
    """
    body: _Body | None = None
    for chunk in chunks:
        if body is None:
            width = expected_width(header.cells, chunk.records)
            body = _Body(width=width, builder=ColumnsBuilder(width))
        body.add(chunk)
    assert body is not None, "a sheet has at least one chunk"
    return _judged(header, body, file)


def expected_width(header: Sequence[str], records: Sequence[Sequence[str]]) -> int:
    """Give the number of cells to expect: the header's, or one off it in the two ways that lose nothing.

    Parameters
    ----------
    header
        As typed.
    records
        The first rows under it.

    Examples
    --------
    >>> expected_width(["program", "cost"], [[], ["Harbor", "1", ""]]), expected_width(["program", ""], [["Harbor"]])
    (3, 1)
    """
    first = next((record for record in records if not is_blank(record)), header)
    if len(first) == len(header) + 1 and not first[-1]:
        return len(first)
    if len(first) == len(header) - 1 and not header[-1].strip():
        return len(first)
    return len(header)


def _judged(header: HeaderRow, body: _Body, file: str) -> Rows:
    """Decide whether the rows fit the header, now that all are known."""
    columns = body.builder.columns()
    rows = np.array(body.rows, dtype=np.int64)
    named = min(len(header.cells), body.width)
    has_extra = body.width > len(header.cells)
    faults: list[Fault] = []
    notes: list[Fault] = []
    if body.others_count or (has_extra and any(columns[-1].texts)):
        faults = _ragged(header, body, columns, rows, file)
    elif has_extra and len(rows):
        problem = "every row ends with one more cell than the header has, and it is always empty; it was left out."
        notes.append(Fault(code=Code.RAGGED_ROW, file=file, problem=problem))
    elif named < len(header.cells):
        problem = "the header ends with an empty cell that no row has; it was left out."
        notes.append(Fault(code=Code.RAGGED_ROW, file=file, row=header.row, problem=problem))
    return Rows(
        header=header.cells[:named],
        columns=columns[:named],
        rows=rows,
        has_extra_cell=has_extra,
        separators_only=tuple(body.separators_only),
        notes=tuple(notes),
        faults=tuple(faults),
    )


def _ragged(
    header: HeaderRow, body: _Body, columns: Sequence[TextColumn], rows: NDArray[np.int64], file: str
) -> list[Fault]:
    """Word each row that has not as many cells as the header."""
    wanted = len(header.cells)
    odd = [(row, record) for row, record in body.others if len(record) != wanted]
    count = body.others_count - (len(body.others) - len(odd))
    if body.width != wanted:
        count += len(rows)
        shown = range(min(len(rows), MOST_FAULTS + 1))
        odd += [(int(rows[n]), [column.texts[column.codes[n]] for column in columns]) for n in shown]
    odd.sort(key=lambda item: item[0])
    faults = [_ragged_row(row, record, wanted, file) for row, record in odd[:MOST_FAULTS]]
    if count > MOST_FAULTS:
        problem = f"{count - MOST_FAULTS:,} more rows have a wrong number of cells."
        faults.append(Fault(code=Code.RAGGED_ROW, file=file, problem=problem))
    return faults


def _ragged_row(row: int, record: Sequence[str], wanted: int, file: str) -> Fault:
    """Say how many cells there are, how many were wanted, and what is the likely cause."""
    cells = "1 cell" if len(record) == 1 else f"{len(record)} cells"
    problem = f"{cells}; the header has {wanted}. {_likely_cause(record, wanted)}"
    return Fault(code=Code.RAGGED_ROW, file=file, row=row, problem=problem)


def _likely_cause(record: Sequence[str], wanted: int) -> str:
    """Guess why, in the words of the row itself where it shows."""
    if len(record) > wanted:
        for left, right in itertools.pairwise(record):
            if _SPLIT_AMOUNT.fullmatch(left.strip()) and re.fullmatch(r"\d{3}(?:\.\d\d)?", right.strip()):
                return f'An amount with a comma needs quotes: "{left.strip()},{right.strip()}".'
        if not any(cell.strip() for cell in record[wanted:]):
            return "Take the extra empty cells off its end."
        return 'A cell that holds the separator needs quotes: "Providence, RI".'
    if len(record) == 1 and wanted > 1:
        return "A note or another table does not belong under the programs: take it out."
    return "A separator is missing, or this row is not a program: mend it or take it out."
