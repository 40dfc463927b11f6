"""The user's own columns -> their cells for a spreadsheet: numbers where each reads exactly as typed, else text.

What is typed with a sign, a comma, a leading zero or needless decimals stays text, or it would not come back as typed;
and a column stays text as a whole where a part of it must, so that codes such as 51.0710 do not stand left and right.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from decision.report.sheets.sheet import SheetColumn

if TYPE_CHECKING:
    from collections.abc import Sequence

    from decision.arrays import Whole
    from decision.model import Programs
    from decision.report.sheets.sheet import Cell

__all__ = ["typed_cells", "users_columns"]

_PLAIN_NUMBER = re.compile(r"(?:-(?=.*[1-9]))?(?:0|[1-9][0-9]*)(?:\.[0-9]*[1-9])?")
_MOST_DIGITS = 15
_DIGIT = re.compile("[0-9]")


def users_columns(programs: Programs, order: Whole) -> list[SheetColumn]:
    """Give the user's columns.

    Parameters
    ----------
    programs
        The user's table.
    order
        Numbers of programs, in the order wanted.
    """
    return [
        SheetColumn(name=name, codes=column.codes[order].tolist(), cells=typed_cells(column.texts))
        for name, column in zip(programs.header, programs.columns, strict=True)
    ]


def typed_cells(texts: Sequence[str]) -> list[Cell]:
    """Give the cells of a column.

    Parameters
    ----------
    texts
        Distinct, as typed.

    Examples
    --------
    >>> typed_cells(["3450", "", "N/A"]), typed_cells(["3450", "$900"]), typed_cells(["02134", "12"])
    ([3450, None, 'N/A'], ['3450', '$900'], ['02134', '12'])
    """
    are_numbers = all(_is_plain_number(text) for text in texts if _DIGIT.search(text))
    return [_number(text) if are_numbers and _is_plain_number(text) else text or None for text in texts]


def _is_plain_number(text: str) -> bool:
    return len(text) <= _MOST_DIGITS and _PLAIN_NUMBER.fullmatch(text) is not None


def _number(text: str) -> float:
    return float(text) if "." in text else int(text)
