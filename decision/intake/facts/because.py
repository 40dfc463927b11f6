"""A blank cell whose reason stands in another column: ``unknown_because`` -> readings that know why.

Only a blank cell gets a reason; what is stated stays stated, whatever that column says.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from decision.intake.facts.headers import find_header, folded
from decision.intake.sources.columns import BECAUSE
from decision.intake.sources.reasons import reasons_in
from decision.model import Reading, TextColumn, Unknown

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from decision.model import Column, Programs

__all__ = ["with_reasons"]


def with_reasons(
    programs: Programs, header: str, column: Column, readings: Sequence[Reading]
) -> tuple[Column, list[Reading]]:
    r"""Give blank cells the reason that the table states for them.

    Parameters
    ----------
    programs
        The table, with or without a column ``unknown_because``.
    header
        The header of the column.
    column
        Its cells.
    readings
        What its distinct texts say.

    Returns
    -------
    column, readings
        The same; or with further readings, one for each reason that a blank cell has.

    Examples
    --------
    >>> from decision.intake.table.programs import read_programs
    >>> table = read_programs(b"program,cost,unknown_because\nHarbor,,cost: suppressed\nMill,,\n")
    >>> column, readings = with_reasons(table, "cost", table.columns[1], [Reading(text="", unknown=Unknown.BLANK)])
    >>> [readings[code].unknown.words for code in column.codes]
    ['withheld to protect privacy', 'not stated']
    """
    at = find_header(programs.header, BECAUSE)
    is_blank = np.array([reading.unknown is Unknown.BLANK for reading in readings], dtype=np.bool_)
    if at is None or not is_blank.any():
        return column, list(readings)
    because = programs.columns[at]
    found = [_of_column(reasons_in(text), header) for text in because.texts]
    distinct = {reading: number for number, reading in enumerate(dict.fromkeys(filter(None, found)), 1)}
    numbers = np.array([distinct[reading] if reading else 0 for reading in found], dtype=np.int32)[because.codes]
    numbers[~is_blank[column.codes]] = 0
    codes = np.where(numbers > 0, len(readings) - 1 + numbers, column.codes).astype(np.int32)
    return TextColumn(codes=codes, texts=[*column.texts, *("" for _ in distinct)]), [*readings, *distinct]


def _of_column(reasons: Mapping[str, tuple[Unknown, str]], header: str) -> Reading | None:
    """Give the reason of one column as a reading."""
    named = (reason for column, reason in reasons.items() if folded(column) == folded(header))
    unknown, remark = next(named, (Unknown.STATED, ""))
    if unknown in (Unknown.STATED, Unknown.BLANK):
        return None
    return Reading(text=remark if unknown is Unknown.NOT_UNDERSTOOD else "", unknown=unknown)
