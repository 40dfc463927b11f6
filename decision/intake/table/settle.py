"""Rows under a header -> programs: blank rows, totals and our own columns are told from what the user compares.

Nothing leaves the table in silence: every row that is no program has a note with its number, and a header among the
rows is a fault.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from decision.errors import Code, Fault
from decision.intake.table.columns import has_text
from decision.intake.table.header_check import header_faults
from decision.intake.table.header_row import rows_in_words
from decision.intake.table.kept import kept_column
from decision.intake.table.row_search import cell_of, rows_of_texts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from decision.model import Column

__all__ = ["OWN_HEADERS", "OWN_POINTS", "Settled", "own_columns", "settle"]

OWN_HEADERS = ("rank", "status", "shortlist", "score", "score_high", "reason", "ask")
"""The first headers of our own output."""
OWN_POINTS = "points: "
"""How the headers of its last columns begin."""

_TOTALS = frozenset({"total", "totals", "grand total", "subtotal", "sum", "average", "mean"})
_LOOKED_AT = 200


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Settled:
    """What is a program, and what is not.

    Parameters
    ----------
    header
        The names, white space at the ends removed.
    columns
        The cells of the programs.
    keep
        ``(n_rows,)``, which of the rows given are programs.
    set_aside
        Numbers of totals rows.
    notes, faults
        What should be said, and what is wrong; without the file's name.
    """

    header: tuple[str, ...]
    columns: list[Column]
    keep: NDArray[np.bool_]
    set_aside: tuple[int, ...]
    notes: tuple[Fault, ...]
    faults: tuple[Fault, ...]


def own_columns(header: Sequence[str]) -> tuple[int, int] | None:
    """Give where the user's columns begin and end in our own output; ``None`` when it is none of ours.

    Examples
    --------
    >>> own_columns([*OWN_HEADERS, "program", "cost", "points: cost"])
    (7, 9)
    >>> own_columns(["status", "program"]) is None
    True
    """
    names = [name.strip() for name in header]
    first = len(OWN_HEADERS)
    if tuple(names[:first]) != OWN_HEADERS:
        return None
    past = len(names)
    while past > first and names[past - 1].startswith(OWN_POINTS):
        past -= 1
    return (first, past) if past > first else None


def settle(
    header: Sequence[str],
    header_row: int,
    columns: Sequence[Column],
    rows: NDArray[np.int64],
    *,
    separators_only: Sequence[int] = (),
    is_header_stated: bool = False,
) -> Settled:
    """Tell programs from other rows.

    Parameters
    ----------
    header, header_row
        The header as typed, and its row.
    columns
        The cells, one column for each name.
    rows
        ``(n_rows,)``, their numbers.
    separators_only
        Numbers of further rows that are blank.
    is_header_stated
        Whether the user said where the header is.

    Returns
    -------
    Settled
        The programs, and what should be said.
    """
    is_blank = rows_of_texts(columns, [""] * len(columns), len(rows))
    again = rows_of_texts(columns, [name.strip() for name in header], len(rows)) & ~is_blank
    filled = np.flatnonzero(~is_blank)
    totals = _totals(columns, filled)
    keep = ~is_blank
    keep[totals] = False
    kept = list(columns) if keep.all() else [kept_column(column, keep) for column in columns]
    names, naming = _names(header, header_row, kept)
    blank_rows = sorted([*separators_only, *rows[is_blank].tolist()])
    set_aside = tuple(rows[totals].tolist())
    first = filled[:_LOOKED_AT]
    faults = [_header_again(row, header_row) for row in rows[again][:_LOOKED_AT].tolist()]
    faults += header_faults(
        list(header),
        [[cell_of(column, at) for column in columns] for at in first.tolist()],
        rows[first].tolist(),
        header_row=header_row,
        is_stated=is_header_stated,
    )
    return Settled(
        header=names,
        columns=kept,
        keep=keep,
        set_aside=set_aside,
        notes=(*naming, *_about_blank(blank_rows), *_about_totals(set_aside)),
        faults=tuple(faults),
    )


def _totals(columns: Sequence[Column], filled: NDArray[np.int64]) -> list[int]:
    """Find the rows at the end that are totals; the first row is none."""
    found: list[int] = []
    for at in filled[:0:-1].tolist():
        cells = (cell_of(column, at).strip() for column in columns)
        if next(filter(None, cells)).rstrip(":").rstrip().casefold() not in _TOTALS:
            break
        found.append(at)
    return found[::-1]


def _names(header: Sequence[str], header_row: int, columns: Sequence[Column]) -> tuple[tuple[str, ...], list[Fault]]:
    """Strip the names; a column with cells but no name gets its number."""
    names = [name.strip() for name in header]
    notes = []
    for number, column in enumerate(columns):
        if not names[number] and has_text(column):
            names[number] = f"column {number + 1}"
            problem = f'this column has no name; it is called "{names[number]}".'
            notes.append(Fault(code=Code.HEADER_MISSING, row=header_row, column=names[number], problem=problem))
    return tuple(names), notes


def _header_again(row: int, header_row: int) -> Fault:
    problem = f"the header of row {header_row} stands here again. Take this row out; a second table needs its own file."
    return Fault(code=Code.HEADER_REPEATED, row=row, problem=problem)


def _about_blank(rows: Sequence[int]) -> list[Fault]:
    if not rows:
        return []
    tail = "holds no text and was skipped." if len(rows) == 1 else "hold no text and were skipped."
    return [Fault(code=Code.SKIPPED, row=rows[0], problem=f"{rows_in_words(rows)} {tail}")]


def _about_totals(rows: Sequence[int]) -> list[Fault]:
    if not rows:
        return []
    tail = "is a total, not a program, and was set aside."
    tail = tail if len(rows) == 1 else "are totals, not programs, and were set aside."
    return [Fault(code=Code.SET_ASIDE, row=rows[0], problem=f"{rows_in_words(rows)} {tail}")]
