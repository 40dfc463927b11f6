"""Programs and another table -> the same programs, with the other's columns beside their own.

Every program stays, once and in its place, whether it has a row in the other table or not. The other table must have
one row for each key: where it has two, nothing is picked, and all of them are told.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from decision.intake.choose.cip import is_cip_header
from decision.intake.join.because import merged_reasons
from decision.intake.join.beside import columns_beside
from decision.intake.join.keys import KeyPair, match_rows
from decision.intake.join.mismatch import joined_note, key_columns, refuse_mismatch
from decision.intake.join.on import read_on
from decision.intake.sources.columns import BECAUSE
from decision.intake.table.columns import has_text
from decision.model import Joined, TextColumn

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from decision.arrays import Whole
    from decision.intake.join.beside import Beside
    from decision.model import Column, Programs

__all__ = ["join", "picked"]


def join(programs: Programs, other: Programs, *, on: str | Sequence[str]) -> Programs:
    r"""Bring the columns of another table beside those of the programs.

    Parameters
    ----------
    programs
        The table whose rows stay; join first and choose then, as a recorded run does.
    other
        The other table; each key stands in it once at most.
    on
        The columns that tell which row belongs to which program, as `read_on` takes them.

    Returns
    -------
    Programs
        The same programs in the same order; the other's columns follow, but for its keys, under their own headers. A
        header that the programs have already is written after the name of the other file: ``outcomes: city``. Where
        both tables were translated, a column of ours that is blank among the programs is filled. A program without a
        row there has blank cells. ``joined`` holds the counts; a note says them.

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
    brought = columns_beside(programs, other, {theirs for _, theirs in numbers})
    header, columns, places = _wider(programs, other, brought, match.row_of)
    joined = Joined(
        on=tuple((programs.header[ours], other.header[theirs]) for ours, theirs in numbers),
        programs=programs,
        other=other,
        row_of=match.row_of,
        brought=tuple((each.number, place) for each, place in zip(brought, places, strict=True)),
    )
    wider = replace(
        programs,
        header=tuple(header),
        columns=columns,
        lines=None,
        notes=(*programs.notes, *other.notes, joined_note(joined)),
        joined=(*programs.joined, joined),
    )
    return _with_reasons(wider, other, {other.header[each.number]: each.header for each in brought}, match.row_of)


def _wider(
    programs: Programs, other: Programs, brought: Sequence[Beside], row_of: Whole
) -> tuple[list[str], list[Column], list[int]]:
    """Give the header and the columns of both tables, and where each column that was brought stands."""
    header, columns = list(programs.header), list(programs.columns)
    places = []
    for each in brought:
        cells = picked(other.columns[each.number], row_of)
        places.append(len(header) if each.fills is None else each.fills)
        if each.fills is None:
            header.append(each.header)
            columns.append(cells)
        else:
            columns[each.fills] = cells
    return header, columns, places


def _with_reasons(wider: Programs, other: Programs, names: Mapping[str, str], row_of: Whole) -> Programs:
    """Say of the columns that were brought why their cells are blank, where the other table does."""
    if BECAUSE not in other.header:
        return wider
    theirs = picked(other.columns[other.header.index(BECAUSE)], row_of)
    merged = merged_reasons(wider, theirs, names)
    if BECAUSE not in wider.header and not has_text(merged):
        return wider
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
