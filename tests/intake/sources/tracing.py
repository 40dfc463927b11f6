"""Whole public files, translated once: what one program of a row became, and how often each reason stands."""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

from decision.intake.sources.by_source import by_source
from decision.intake.sources.columns import BECAUSE, OURS
from decision.intake.sources.reasons import reasons_in
from decision.intake.table.programs import read_programs
from tests.intake.sources.maps import column

if TYPE_CHECKING:
    from pathlib import Path

    from decision.model import Programs


@cache
def translation(path: Path) -> Programs:
    """Read a whole file and translate it by the map that knows it."""
    return by_source(read_programs(path))


def traced(path: Path, row: int, number: int = 1, *, without: tuple[str, ...] = ()) -> dict[str, str]:
    """Give what one program of a row of the file became: its cells that are not blank."""
    programs = translation(path)
    of_row = [at for at, text in enumerate(column(programs, "source_row")) if text == str(row)]
    cells = programs.cells(of_row[number - 1])
    named = zip(programs.header, cells, strict=True)
    further = {"awards", "earnings", "debt", "website", "closed"}
    return {
        name: text
        for name, text in named
        if text and (name in OURS or name in further) and name not in ("source_row", "source_url", *without)
    }


def reasons(path: Path, name: str) -> dict[str, int]:
    """Count the reasons why one of our columns is blank; ``""`` counts the rows that state it or say nothing."""
    programs = translation(path)
    column_of = programs.columns[programs.header.index(BECAUSE)]
    counts: Counter[str] = Counter()
    read = [reasons_in(text).get(name) for text in column_of.texts]
    for code in column_of.codes.tolist():
        reason = read[code]
        counts[reason[0].words if reason else ""] += 1
    return dict(counts)


def stated(path: Path, name: str) -> int:
    """Count the programs that state one of our columns."""
    return sum(bool(text) for text in column(translation(path), name))
