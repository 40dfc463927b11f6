"""Another table's columns -> where each stands beside the programs: under its own name, after its file's, or in a gap.

A table that was translated has all our columns, most of them blank. A column of ours that the programs lack is filled
from the other table; one that they state already is not brought a second time, for what it was read from is.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from decision.intake.facts.headers import find_header, folded
from decision.intake.sources.columns import BECAUSE, OURS, SOURCE_ROW, is_ours
from decision.intake.table.columns import has_text

if TYPE_CHECKING:
    from collections.abc import Collection

    from decision.model import Programs

__all__ = ["Beside", "columns_beside"]

_OF_THE_TABLE = ("as_of", "source_url")
"""Ours, but said of a table: they stay with the columns that they are about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """One column that is brought.

    Parameters
    ----------
    number
        Of the column in the other table.
    header
        What it is called in the table that comes of it.
    fills
        The number of the blank column among the programs that it fills; ``None`` where it stands behind them.
    """

    number: int
    header: str
    fills: int | None = None


def columns_beside(programs: Programs, other: Programs, keys: Collection[int]) -> list[Beside]:
    """Say which columns of another table are brought, and where each stands.

    Parameters
    ----------
    programs, other
        The tables.
    keys
        Numbers of the key columns in the other table: they are not brought.

    Returns
    -------
    list of Beside
        In the order of the other table.
    """
    taken = {folded(name) for name in programs.header}
    found = []
    for number, own in enumerate(other.header):
        if not own or number in keys or _is_left(programs, other, number):
            continue
        gap = _gap(programs, own)
        header = own if gap is not None else _free_name(own, other, taken)
        taken.add(folded(header))
        found.append(Beside(number=number, header=header, fills=gap))
    return found


def _is_left(programs: Programs, other: Programs, number: int) -> bool:
    """Whether a column of ours in a translated table is blank, or says again what the programs state."""
    own = other.header[number]
    if own == BECAUSE:
        return True  # it is brought with the columns that it is about
    if own not in OURS or own in _OF_THE_TABLE or not _has_ours(other):
        return False
    if own == SOURCE_ROW or not has_text(other.columns[number]):
        return True
    return find_header(programs.header, own) is not None and _gap(programs, own) is None


def _has_ours(table: Programs) -> bool:
    return bool(table.source) or is_ours(table.header)


def _gap(programs: Programs, own: str) -> int | None:
    """Give the number of a column of ours that is blank in every program."""
    if own not in OURS or own in _OF_THE_TABLE or not _has_ours(programs):
        return None
    at = find_header(programs.header, own)
    return at if at is not None and not has_text(programs.columns[at]) else None


def _free_name(own: str, other: Programs, taken: Collection[str]) -> str:
    """Name a column; a name that is taken gets the other file's before it."""
    called = other.file if other.file.startswith("<") else Path(other.file).name.partition(".")[0]
    name, again = own, 1
    while folded(name) in taken:
        name = f"{called}: {own}" if again == 1 else f"{called} {again}: {own}"
        again += 1
    return name
