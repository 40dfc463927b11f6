"""The user's table, and which source it is said or seen to be from -> the table that criteria are read from.

A table of a known source is never translated in silence, never on a guess between two, and never twice.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from decision.errors import BadOptions, Code, Fault, nearest
from decision.intake.sources.columns import is_ours
from decision.intake.sources.read_map import read_map
from decision.intake.sources.recognise import lacking, recognise
from decision.intake.sources.said import already_note, tie_note
from decision.intake.sources.translate import translate

if TYPE_CHECKING:
    from pathlib import Path

    from decision.model import Programs
    from decision.nouns.source_map import SourceMap

__all__ = ["AS_IT_STANDS", "by_source"]

AS_IT_STANDS = "none"
"""The word that keeps a table as it is."""


def by_source(programs: Programs, source: str | Path | None = None) -> Programs:
    r"""Translate a table into our columns, where its source is known.

    Parameters
    ----------
    programs
        As typed.
    source
        The name of a bundled map, the path of a map, ``"none"`` to leave the table as it stands, or ``None`` to
        recognise it by its headers.

    Returns
    -------
    Programs
        Translated, with a note that says so; the very same where it is of no known source, or ours already.

    Raises
    ------
    BadSource
        The map has faults, or there is none of that name.
    BadOptions
        The table lacks headers by which the map knows its source.

    Examples
    --------
    >>> from decision.intake.table.programs import read_programs
    >>> mine = read_programs(b"program,total_cost\nHarbor,$3450\n")
    >>> by_source(mine) is mine
    True
    """
    if source == AS_IT_STANDS or programs.source:
        return programs
    if is_ours(programs.header):
        return programs if source is None else _noted(programs, already_note(programs, str(source)))
    if source is not None:
        return translate(programs, _fitting(programs, read_map(source)))
    found = recognise(programs.header)
    if found.tied:
        return _noted(programs, tie_note(programs, found.tied))
    return programs if found.best is None else translate(programs, found.best)


def _noted(programs: Programs, note: Fault) -> Programs:
    return replace(programs, notes=(*programs.notes, note))


def _fitting(programs: Programs, source: SourceMap) -> SourceMap:
    """Refuse a map that is not of this table."""
    missing = lacking(programs.header, source.recognise)
    if missing:
        near = nearest(missing[0], [name for name in programs.header if name])
        hint = f' The nearest header is "{near}".' if near else ""
        these = "this header" if len(missing) == 1 else "these headers"
        problem = (
            f"{programs.file} lacks {these}, by which a table of {source.title} is known: {', '.join(missing)}.{hint} "
            "Name another map (decide sources lists them), or none to read the file as it stands."
        )
        raise BadOptions([Fault(code=Code.OPTION, path="--source", found=source.name, problem=problem)])
    return source
