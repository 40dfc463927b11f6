"""Small maps and tables for the tests of sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from decision.intake.sources.by_source import by_source
from decision.intake.table.programs import read_programs

if TYPE_CHECKING:
    from pathlib import Path

    from decision.model import Programs

HEAD = "title: A list\nrecognise: [Course, Price]\n"


def a_map(*columns: str, head: str = HEAD) -> str:
    """A map whose columns are given line by line, without their indent."""
    lines = "".join(f"  {line}\n" for line in ("program: Course", *columns))
    return f"{head}columns:\n{lines}"


def translated(folder: Path, text: str, table: str) -> Programs:
    """A table translated by a map of the user's own."""
    path = folder / "mine.yaml"
    path.write_text(text, encoding="utf-8")
    return by_source(read_programs(table.encode()), path)


def column(programs: Programs, name: str) -> list[str]:
    """The cells of one column, in the order of the programs."""
    found = programs.columns[programs.header.index(name)]
    return [found.texts[code] for code in found.codes]
