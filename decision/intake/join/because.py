"""Why cells are blank, of two joined tables -> one column `unknown_because`, with the names that columns have now.

A reason goes where its column goes: one of a column that is not brought is not told.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from decision.intake.facts.combos import combine
from decision.intake.sources.columns import BECAUSE
from decision.intake.sources.reasons import pairs_in, written
from decision.model import TextColumn

if TYPE_CHECKING:
    from collections.abc import Mapping

    from decision.model import Column, Programs

__all__ = ["merged_reasons"]


def merged_reasons(programs: Programs, theirs: Column, names: Mapping[str, str]) -> TextColumn:
    r"""Merge the reasons of a joined table into those of the programs.

    Parameters
    ----------
    programs
        The table whose rows stay.
    theirs
        ``unknown_because`` of the other table, for each program.
    names
        Header in the other table -> the name that its column has now, of those that are brought.

    Returns
    -------
    TextColumn
        ``unknown_because`` of both.

    Examples
    --------
    >>> from decision.intake.table.programs import read_programs
    >>> programs = read_programs(b"program,unknown_because\nHarbor,months: suppressed\n")
    >>> theirs = read_programs(b"unknown_because,id\nwage: not published,7\n").columns[0]
    >>> merged_reasons(programs, theirs, {"wage": "outcomes: wage"}).texts
    ['months: suppressed; outcomes: wage: not published']
    """
    own = [programs.columns[programs.header.index(BECAUSE)]] if BECAUSE in programs.header else []
    codes, combinations = combine([*own, theirs])
    texts = []
    for numbers in combinations:
        ours = own[0].texts[numbers[0]] if own else ""
        brought = [(names[name], reason) for name, reason in pairs_in(theirs.texts[numbers[-1]]) if name in names]
        texts.append("; ".join(part for part in (ours, written(brought)) if part))
    place: dict[str, int] = {}
    numbers_of = np.array([place.setdefault(text, len(place)) for text in texts], dtype=np.int32)
    return TextColumn(codes=numbers_of[codes], texts=list(place))
