"""The names of programs: which text stands for each, fit to read.

Blank names, repeated names, rows repeated whole are kept, each by its row, and said.
"""

from __future__ import annotations

from collections.abc import Sequence
from operator import not_
from typing import TYPE_CHECKING, overload

import numpy as np

from decision.errors import Code, Fault
from decision.intake.cells.cleaning import clean
from decision.intake.facts.combos import combine
from decision.intake.facts.headers import find_header
from decision.intake.sources.columns import PROGRAM, is_ours
from decision.model import TextColumn

if TYPE_CHECKING:
    from decision.arrays import Whole
    from decision.model import Column, Programs

__all__ = ["name_notes", "named", "readable"]

MOST_ROWS = 6
"""Rows named in a sentence; the rest are counted."""


def named(programs: Programs, naming: int) -> Column:
    """Give the column that names the programs; in a table of a public source, with the school before it.

    There a name is often that of a field, which a hundred schools share.

    Parameters
    ----------
    programs
        The table.
    naming
        The number of the column that names them.

    Returns
    -------
    Column
        ``Harbor College: Medical Coding``; the program alone where no school is stated or its name holds it.
    """
    school = find_header(programs.header, "school")
    if school is None or programs.header[naming] != PROGRAM or not is_ours(programs.header):
        return programs.columns[naming]
    columns = [programs.columns[school], programs.columns[naming]]
    codes, combinations = combine(columns)
    texts = [
        _with_school(*(column.texts[at] for column, at in zip(columns, both, strict=True))) for both in combinations
    ]
    distinct = list(dict.fromkeys(texts))
    number_of = {text: number for number, text in enumerate(distinct)}
    return TextColumn(codes=np.array([number_of[text] for text in texts], dtype=np.int32)[codes], texts=distinct)


def _with_school(school: str, program: str) -> str:
    if not school.strip() or not program.strip():
        return program if program.strip() else school
    is_named = clean(program).casefold().startswith(clean(school).casefold())
    return program if is_named else f"{school.strip()}: {program.strip()}"


def readable(names: Column) -> TextColumn:
    """Give names as a person would write them: without entities, wrapping quotes, and needless spaces.

    Parameters
    ----------
    names
        The column that names the programs.

    Returns
    -------
    TextColumn
        The same codes; a text is cleaned when it is asked for, so two of them may be alike.

    Examples
    --------
    >>> readable(TextColumn(codes=np.array([0]), texts=['"Cut &amp;  Sew"'])).texts[0]
    'Cut & Sew'
    """
    return TextColumn(codes=names.codes, texts=_Readable(names.texts))


class _Readable(Sequence[str]):
    """Texts that are cleaned one by one, when asked for: of a million names only a few are ever shown."""

    __slots__ = ("_typed",)

    def __init__(self, typed: Sequence[str]) -> None:
        self._typed = typed

    def __len__(self) -> int:
        return len(self._typed)

    @overload
    def __getitem__(self, number: int) -> str: ...
    @overload
    def __getitem__(self, number: slice) -> list[str]: ...
    def __getitem__(self, number: int | slice) -> str | list[str]:
        if isinstance(number, slice):
            return [clean(text) for text in self._typed[number]]
        return clean(self._typed[number])


def name_notes(programs: Programs, names: Column, header: str) -> tuple[Fault, ...]:
    """Say which programs cannot be told apart by name.

    Parameters
    ----------
    programs
        The table.
    names
        The column that names the programs.
    header
        Its header.

    Returns
    -------
    tuple of Fault
        At most three: blank names, names that stand more than once, rows that are the same in every cell.
    """
    is_blank = np.fromiter(map(not_, map(str.strip, names.texts)), dtype=bool, count=len(names.texts))[names.codes]
    times = np.bincount(names.codes, minlength=len(names.texts))[names.codes]
    shared = np.flatnonzero((times > 1) & ~is_blank)
    told = (
        (np.flatnonzero(is_blank), "no name: told apart by row"),
        (shared, "the name stands more than once: told apart by row"),
        (_repeated(programs, np.flatnonzero(times > 1)), "the same in every cell as an earlier row: all are kept"),
    )
    return tuple(_note(programs, header, rows, words) for rows, words in told if len(rows))


def _repeated(programs: Programs, among: Whole) -> Whole:
    """Find the rows that repeat an earlier one whole, among those that share a name."""
    if not len(among):
        return among
    codes = np.zeros(len(among), dtype=np.int64)
    for column in programs.columns:
        _, codes = np.unique(codes * max(len(column.texts), 1) + column.codes[among], return_inverse=True)
    _, first = np.unique(codes, return_index=True)
    return np.delete(among, first)


def _note(programs: Programs, header: str, found: Whole, words: str) -> Fault:
    rows = [str(row) for row in programs.rows[found[:MOST_ROWS]].tolist()]
    more = f" and {len(found) - MOST_ROWS:,} more" if len(found) > MOST_ROWS else ""
    label = "row" if len(found) == 1 else "rows"
    return Fault(
        code=Code.SUSPECT,
        file=programs.file,
        row=int(programs.rows[found[0]]) if len(found) == 1 else None,
        column=header,
        problem=words + "." if len(found) == 1 else f"{label} {', '.join(rows)}{more}: {words}.",
    )
