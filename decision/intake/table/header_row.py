"""The first records of a file -> which row is the header, and what stands above it.

A title above the table is skipped and said; a real header is never taken for a title.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from decision.errors import Code, Fault

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["HeaderRow", "find_header_row", "is_blank", "rows_in_words"]

_OTHER_SIGNS = {";": "semicolons", "\t": "tabs", "|": "pipes", ",": "commas"}


@dataclass(frozen=True, slots=True, kw_only=True)
class HeaderRow:
    """The header, where it was found.

    Parameters
    ----------
    row
        Its number; the rows above it are no part of the table.
    cells
        As typed.
    notes, faults
        What was skipped above it, and what is wrong there.
    """

    row: int
    cells: tuple[str, ...]
    notes: tuple[Fault, ...] = ()
    faults: tuple[Fault, ...] = ()


def is_blank(record: Sequence[str]) -> bool:
    """Say whether no cell holds more than white space.

    Examples
    --------
    >>> is_blank(["", " "]), is_blank([]), is_blank(["", "a"])
    (True, True, False)
    """
    return not any(cell.strip() for cell in record)


def find_header_row(records: Sequence[Sequence[str]], *, file: str, stated: int, sign: str) -> HeaderRow:
    """Find the header among the first records of a file.

    Parameters
    ----------
    records
        The first records, blank lines among them, beginning with row 1.
    file
        The file's name, for what is said.
    stated
        The header's row when the user knows it; 0 to find out.
    sign
        What stands between cells.

    Returns
    -------
    HeaderRow
        The header; its cells are empty when there is none.

    Examples
    --------
    >>> found = find_header_row([["My list"], [], ["program", "cost"], ["A", "1"]], file="", stated=0, sign=",")
    >>> found.row, found.notes[0].problem
    (3, 'row 1 stands above the header and was skipped.')
    """
    filled = [number for number, record in enumerate(records) if not is_blank(record)]
    at = (stated - 1 if stated - 1 in filled else None) if stated else _first_full(records, filled)
    if at is None:
        return HeaderRow(row=stated, cells=(), faults=(_no_header(file, stated),))
    above = [number for number in filled if number < at]
    faults = [] if stated else _parted_otherwise(records, above, width=len(records[at]), file=file, sign=sign)
    notes = [_skipped(file, [number + 1 for number in above])] if above else []
    return HeaderRow(row=at + 1, cells=tuple(records[at]), notes=tuple(notes), faults=tuple(faults))


def _first_full(records: Sequence[Sequence[str]], filled: Sequence[int]) -> int | None:
    """Find the first row that has far more than a title has: over a third of the cells that most rows have."""
    if not filled:
        return None
    widths = Counter(len(records[number]) for number in filled)
    width = max(widths.items(), key=lambda item: (item[1], item[0]))[0]
    title = 0 if width == 1 else max(1, width // 3)
    return next((number for number in filled if _stated_cells(records[number]) > title), filled[0])


def _stated_cells(record: Sequence[str]) -> int:
    return sum(1 for cell in record if cell.strip())


def _parted_otherwise(
    records: Sequence[Sequence[str]], above: Sequence[int], *, width: int, file: str, sign: str
) -> list[Fault]:
    """Find a row that looks like a title only because another sign parts its cells."""
    return [
        Fault(
            code=Code.RAGGED_ROW,
            file=file,
            row=number + 1,
            problem=f"{named} part the cells of this row, {_OTHER_SIGNS.get(sign, sign)} those of the rows below. "
            "Use one sign in the whole file.",
        )
        for number in above
        for other, named in _OTHER_SIGNS.items()
        if other != sign and width > 1 and sum(cell.count(other) for cell in records[number]) >= width - 1
    ]


def _skipped(file: str, rows: Sequence[int]) -> Fault:
    words = rows_in_words(rows)
    tail = "stands above the header and was skipped." if len(rows) == 1 else "stand above the header and were skipped."
    return Fault(code=Code.SKIPPED, file=file, row=rows[0], problem=f"{words} {tail}")


def _no_header(file: str, stated: int) -> Fault:
    if not stated:
        return Fault(code=Code.NO_ROWS, file=file, problem="every row is blank. A header and programs are wanted.")
    problem = "the header was said to be here, and this row is blank or lies beyond the first rows of the file."
    return Fault(code=Code.HEADER_MISSING, file=file, row=stated, problem=problem)


def rows_in_words(rows: Sequence[int]) -> str:
    """Name rows, runs of them in short.

    Examples
    --------
    >>> rows_in_words([4]), rows_in_words([1, 2, 3]), rows_in_words([1, 5])
    ('row 4', 'rows 1 to 3', 'rows 1, 5')
    """
    if len(rows) == 1:
        return f"row {rows[0]}"
    if len(rows) > 2 and list(rows) == list(range(rows[0], rows[0] + len(rows))):
        return f"rows {rows[0]} to {rows[-1]}"
    shown = ", ".join(map(str, rows[:10]))
    return f"rows {shown}" + (f" and {len(rows) - 10:,} more" if len(rows) > 10 else "")
