"""Programs and another table -> the same programs, with the other's columns beside their own.

Every program stays, once and in its place, whether it has a row in the other table or not. The other table must have
one row for each key: where it has two, nothing is picked, and all of them are told.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from decision.intake.choose.cip import is_cip_header
from decision.intake.facts.headers import folded
from decision.intake.join.because import merged_reasons
from decision.intake.join.keys import KeyPair, match_rows
from decision.intake.join.mismatch import joined_note, key_columns, refuse_mismatch
from decision.intake.join.on import read_on
from decision.intake.sources.columns import BECAUSE, OURS
from decision.intake.table.columns import has_text
from decision.model import Joined, TextColumn

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from decision.arrays import Whole
    from decision.model import Column, Programs

__all__ = ["join", "picked"]


def join(programs: Programs, other: Programs, *, on: str | Sequence[str]) -> Programs:
    r"""Bring the columns of another table beside those of the programs.

    Parameters
    ----------
    programs
        The table whose rows stay.
    other
        The other table; each key stands in it once at most.
    on
        The columns that tell which row belongs to which program, as `read_on` takes them.

    Returns
    -------
    Programs
        The same programs in the same order; the other's columns follow, but for its keys, under their own headers. A
        header that the programs have already is written after the name of the other file: ``outcomes: city``. A program
        without a row there has blank cells. ``joined`` holds the counts; a note says them.

    Raises
    ------
    BadOptions
        ``on`` names no column.
    BadPrograms
        A key column is not there, keys are repeated, or no program at all has a row in the other table.

    Examples
    --------
    >>> from decision.intake.table.programs import read_programs
    >>> programs = read_programs(b"program,id\nHarbor,7\nQuay,8\n")
    >>> wider = join(programs, read_programs(b"id,passed\n9,12\n7,31\n"), on="id")
    >>> wider.header, wider.cells(0), wider.cells(1), wider.joined[0].matched
    (('program', 'id', 'passed'), ['Harbor', '7', '31'], ['Quay', '8', ''], 1)
    """
    numbers = key_columns(programs, other, read_on(on))
    match = match_rows([_pair(programs, other, ours, theirs) for ours, theirs in numbers])
    refuse_mismatch(programs, other, numbers, match)
    keys = {theirs for _, theirs in numbers}
    brought = [at for at, name in enumerate(other.header) if name and at not in keys and not _is_left(other, at)]
    named = _named(programs, other, brought)
    width = len(programs.header)
    joined = Joined(
        on=tuple((programs.header[ours], other.header[theirs]) for ours, theirs in numbers),
        programs=programs,
        other=other,
        row_of=match.row_of,
        brought=tuple((at, width + number) for number, at in enumerate(brought)),
    )
    wider = replace(
        programs,
        header=(*programs.header, *named),
        columns=[*programs.columns, *(picked(other.columns[at], match.row_of) for at in brought)],
        lines=None,
        notes=(*programs.notes, *other.notes, joined_note(joined)),
        joined=(*programs.joined, joined),
    )
    names = {other.header[at]: name for at, name in zip(brought, named, strict=True)}
    return _with_reasons(wider, other, names, match.row_of)


def _is_left(other: Programs, at: int) -> bool:
    """Whether a column need not be brought: reasons are merged, and a column of ours may say nothing in any row."""
    name = other.header[at]
    return name == BECAUSE or (bool(other.source) and name in OURS and not has_text(other.columns[at]))


def _with_reasons(wider: Programs, other: Programs, names: Mapping[str, str], row_of: Whole) -> Programs:
    """Say of the columns that were brought why their cells are blank, where the other table does."""
    if BECAUSE not in other.header:
        return wider
    theirs = picked(other.columns[other.header.index(BECAUSE)], row_of)
    merged = merged_reasons(wider, theirs, names)
    if BECAUSE not in wider.header:
        return replace(wider, header=(*wider.header, BECAUSE), columns=[*wider.columns, merged])
    columns = [merged if name == BECAUSE else column for name, column in zip(wider.header, wider.columns, strict=True)]
    return replace(wider, columns=columns)


def _pair(programs: Programs, other: Programs, ours: int, theirs: int) -> KeyPair:
    is_code = is_cip_header(programs.header[ours]) or is_cip_header(other.header[theirs])
    return KeyPair(left=programs.columns[ours], right=other.columns[theirs], is_code=is_code)


def picked(column: Column, rows: Whole) -> TextColumn:
    """Give the cells of some rows of a column, in any order.

    Parameters
    ----------
    column
        The cells.
    rows
        ``(n,)``, numbers of rows; -1 for a blank cell.

    Returns
    -------
    TextColumn
        Only the texts that are used.

    Examples
    --------
    >>> column = TextColumn(codes=np.array([0, 1, 2]), texts=["a", "b", "c"])
    >>> found = picked(column, np.array([2, -1, 2, 0]))
    >>> found.texts, found.codes.tolist()
    (['a', 'c', ''], [1, 2, 1, 0])
    """
    texts = list(column.texts)
    blank = texts.index("") if "" in texts else len(texts)
    texts += [""] * (blank == len(texts))
    codes = np.where(rows >= 0, np.append(column.codes, 0)[rows], blank)
    is_used = np.zeros(len(texts), dtype=np.bool_)
    is_used[codes] = True
    renumbered = np.cumsum(is_used, dtype=np.int32) - np.int32(1)
    return TextColumn(codes=renumbered[codes], texts=[texts[at] for at in np.flatnonzero(is_used).tolist()])


def _named(programs: Programs, other: Programs, brought: Sequence[int]) -> list[str]:
    """Name the columns that are brought; a name that is taken gets the other file's before it."""
    taken = {folded(name) for name in programs.header}
    names = []
    for at in brought:
        name = own = other.header[at]
        if folded(name) in taken:
            name = f"{_called(other)}: {own}"
        again = 2
        while folded(name) in taken:
            name, again = f"{_called(other)} {again}: {own}", again + 1
        taken.add(folded(name))
        names.append(name)
    return names


def _called(other: Programs) -> str:
    """Give the name of a file without its folder and ending; that of a table in memory as it is."""
    return other.file if other.file.startswith("<") else Path(other.file).name.partition(".")[0]
