"""A header and the first rows under it -> what is wrong with the header: there is none, or there are two.

A row of facts is never taken for a header, nor a row of units for a program.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from decision.errors import Code, Fault

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["header_faults"]

_AMOUNT = re.compile(r"[-+(]?\s*[$€£]?\s*[-+]?\d[\d,.\u00a0 ]*\s*%?\)?")
_TEXTS_ALONE = 3
_YEAR = re.compile(r"(?:19|20)\d\d")


def header_faults(
    header: Sequence[str], records: Sequence[Sequence[str]], rows: Sequence[int], *, header_row: int, is_stated: bool
) -> list[Fault]:
    """Find a header that is missing, and a second one under the first.

    Parameters
    ----------
    header
        The cells of the row taken as the header.
    records, rows
        The first rows under it, none blank, each as long as the header, and their numbers.
    header_row
        The header's own number.
    is_stated
        Whether the user said that this row is the header.

    Returns
    -------
    list of Fault
        Empty when the header is a header, without the file's name.

    Examples
    --------
    >>> header_faults(["Harbor", "$3,450"], [["Linden", "$4,900"]], [2], header_row=1, is_stated=False)[0].code.value
    'header-missing'
    """
    others = [record for record in records if tuple(record) != tuple(header)]
    if not is_stated and _looks_like_facts(header, others):
        shown = next(cell for cell in header if cell.strip())
        problem = (
            "this row looks like a program, not like a header. Add a first row with the names of the columns, or say "
            "which row is the header."
        )
        return [Fault(code=Code.HEADER_MISSING, row=header_row, found=shown, problem=problem)]
    if len(records) > 2 and _looks_like_units(records[0], records[1:]):
        shown = next(cell for cell in records[0] if cell.strip())
        problem = (
            "this row looks like a second header row: words over columns of numbers. Take it out, and put what it says "
            f"into the names in row {header_row}."
        )
        return [Fault(code=Code.HEADER_REPEATED, row=rows[0], found=shown, problem=problem)]
    return []


def _looks_like_facts(header: Sequence[str], below: Sequence[Sequence[str]]) -> bool:
    """Weigh each column: its first cell is an amount over amounts, or a text that stands again below."""
    stated = [(number, cell.strip()) for number, cell in enumerate(header) if cell.strip()]
    amounts = [number for number, cell in stated if _AMOUNT.fullmatch(cell)]
    if all(_YEAR.fullmatch(header[number].strip()) for number in amounts):
        amounts = []
    over_amounts = [number for number in amounts if _share_of_amounts(below, number) >= 0.5]
    again = [
        number
        for number, cell in stated
        if number not in amounts and any(record[number].strip() == cell for record in below)
    ]
    signs = len(over_amounts) + len(again)
    return 2 * signs >= len(stated) and (bool(over_amounts) or signs >= _TEXTS_ALONE)


def _looks_like_units(record: Sequence[str], below: Sequence[Sequence[str]]) -> bool:
    """Say whether a row without a first cell holds words, two or more, and only where all rows below hold amounts."""
    stated = [number for number, cell in enumerate(record) if cell.strip()]
    return (
        len(stated) >= 2
        and stated[0] > 0
        and not any(_AMOUNT.fullmatch(record[number].strip()) for number in stated)
        and all(_share_of_amounts(below, number) == 1 for number in stated)
    )


def _share_of_amounts(records: Sequence[Sequence[str]], column: int) -> float:
    """Give the share of amounts among the stated cells of a column; 0 when none is stated."""
    cells = [record[column].strip() for record in records if record[column].strip()]
    return sum(1 for cell in cells if _AMOUNT.fullmatch(cell)) / len(cells) if cells else 0.0
