"""A condition that does not go with the file -> what is wrong with it, and what the column says instead."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

import numpy as np

from decision.errors import Code, Fault, nearest, printable
from decision.intake.choose.condition import WHERE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from decision.arrays import Flags
    from decision.intake.choose.condition import Condition
    from decision.model import Column, Programs

__all__ = ["no_column", "nothing_left"]

_MOST_VALUES = 6
_MOST_NEAR = 3
_COMPARED = 1000
_LONGEST = 60


def no_column(programs: Programs, condition: Condition) -> Fault:
    """Say that there is no such column, and which is nearest."""
    near = nearest(condition.header, [name for name in programs.header if name])
    hint = f'Did you mean "{near}"?' if near else f"The columns are: {_listed(programs.header)}."
    problem = f'there is no column "{printable(condition.header, _LONGEST)}". {hint}'
    return Fault(code=Code.COLUMN_MISSING, file=programs.file, path=WHERE, found=condition.text, problem=problem)


def _listed(header: Sequence[str]) -> str:
    names = [printable(name, _LONGEST) for name in header if name]
    rest = len(names) - 2 * _MOST_VALUES
    return ", ".join(names if rest <= 0 else [*names[: 2 * _MOST_VALUES], f"and {rest} more"])


def nothing_left(
    programs: Programs, conditions: Sequence[Condition], columns: Sequence[Column], meets: Sequence[Flags]
) -> list[Fault]:
    """Say which conditions leave no program.

    Parameters
    ----------
    programs
        The table.
    conditions, columns
        What is wanted, and the cells it is wanted of.
    meets
        For each condition ``(n_programs,)``, whether a program meets it; no program meets all.

    Returns
    -------
    list of Fault
        One for each condition that no program meets; where there is none, the one that left nothing of what those
        before it left. Each tells what its column says instead.
    """
    told = list(zip(conditions, columns, meets, strict=True))
    before = np.ones(len(programs), dtype=np.bool_)
    alone = [_leaves_none(programs, condition, cells, before) for condition, cells, met in told if not met.any()]
    if alone:
        return alone
    at = 0
    while (before & meets[at]).any():
        before &= meets[at]
        at += 1
    return [_leaves_none(programs, conditions[at], columns[at], before)]


def _leaves_none(programs: Programs, condition: Condition, cells: Column, before: Flags) -> Fault:
    """Say what stands in the column instead: what is nearest first, then what stands there most often."""
    count = int(before.sum())
    among = f"the {count:,} programs" if count > 1 else "the one program"
    among += " that the filters before it left" if count < len(programs) else ""
    by_text = _counts(cells, before)
    near = [] if condition.is_not else _near(condition.values, list(by_text)[:_COMPARED])
    shown = [*near, *(text for text in by_text if text not in near)][:_MOST_VALUES]
    values = ", ".join(f"{_shown(text)} ({by_text[text]:,})" for text in shown)
    rest = len(by_text) - len(shown)
    more = f", and {rest:,} other texts" if rest > 0 else ""
    problem = f"leaves none of {among}. That column says {values}{more}."
    return Fault(code=Code.NO_ROWS, file=programs.file, path=WHERE, found=condition.text, problem=problem)


def _counts(cells: Column, among: Flags) -> dict[str, int]:
    """Count the texts of a column, the most common first."""
    counts = np.bincount(cells.codes[among], minlength=len(cells.texts))
    by_text: dict[str, int] = {}
    for at in np.flatnonzero(counts).tolist():
        text = " ".join(cells.texts[at].split())
        by_text[text] = by_text.get(text, 0) + int(counts[at])
    return dict(sorted(by_text.items(), key=lambda pair: (-pair[1], pair[0])))


def _shown(text: str) -> str:
    return f'"{printable(text, _LONGEST)}"' if text else "nothing"


def _near(values: Sequence[str], texts: Sequence[str]) -> list[str]:
    """Give the texts that are most like one of the values, the nearest first."""
    by_folded: dict[str, str] = {}
    for text in texts:
        by_folded.setdefault(text.casefold(), text)
    found = [
        match
        for value in values
        if value
        for match in difflib.get_close_matches(value.casefold().strip("*"), by_folded, n=_MOST_NEAR, cutoff=0.6)
    ]
    return [by_folded[match] for match in dict.fromkeys(found)]
