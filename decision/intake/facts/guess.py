"""What a column that no criterion uses looks like, so that a person sees what could be asked of it.

The one rule: a guess is shown and never judges. Signs decide (``$``, ``%``, a unit), not headers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from decision.intake.cells.cell import read_cell
from decision.intake.facts.facts import fact_of
from decision.model import Column, Criterion, Fact, Facts, Kind, Programs, Reading

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

__all__ = ["looks_like"]

SAMPLE = 400
"""Distinct texts of a column that are looked at."""
SHARE_ALIKE = 0.9
"""How many of those that state something must be alike."""

SIGNS: Mapping[Kind, Callable[[Reading], bool]] = {
    Kind.YES_NO: lambda _: True,
    Kind.MONEY: lambda reading: bool(reading.currency),
    Kind.SHARE: lambda reading: not reading.is_bare,
    Kind.DURATION: lambda reading: any(mark.isalpha() for mark in reading.text),
    Kind.SCHEDULE: lambda _: True,
    Kind.NUMBER: lambda reading: not _is_code(reading.text.strip()),
}
"""In the order in which they are tried: what a reading of each kind must show to count for it."""


def looks_like(programs: Programs, facts: Facts) -> dict[int, tuple[Criterion, Fact]]:
    """Guess what the columns hold that no criterion reads.

    Parameters
    ----------
    programs
        The table.
    facts
        What was read; its columns are left alone.

    Returns
    -------
    dict
        Column number -> a criterion that would read it, with neither must-have nor points, and its fact. Columns of
        plain words are left out.
    """
    taken = {number for numbers in facts.read_from.values() for number in numbers}
    kinds = {
        number: kind
        for number, column in enumerate(programs.columns)
        if number not in taken and (kind := _kind_of(column)) is not None
    }
    asked = {number: Criterion(name=f"column {number}", kind=kind, column="") for number, kind in kinds.items()}
    return {number: (criterion, fact_of(programs.columns[number], criterion)) for number, criterion in asked.items()}


def _is_code(text: str) -> bool:
    """Whether digits are a code rather than a number: a leading zero, or more decimals than people count in."""
    return (len(text) > 1 and text[0] == "0" and text[1].isdigit()) or len(text.partition(".")[2]) > 2


def _kind_of(column: Column) -> Kind | None:
    """Give the first kind that nearly all texts show the signs of."""
    texts = list(column.texts[:SAMPLE])
    for kind, shows in SIGNS.items():
        readings = [read_cell(text, kind) for text in texts]
        said = [
            reading
            for reading in readings
            if reading.text.strip() and (reading.is_stated or reading.doubt or reading.fault)
        ]
        alike = [reading for reading in said if reading.is_stated and not reading.fault and shows(reading)]
        if alike and len(alike) >= SHARE_ALIKE * len(said):
            return kind
    return None
