"""What a person calls a program becomes its number.

The one rule: nothing is guessed; where more than one program may be meant, all of them are named with their rows.
"""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

import numpy as np

from decision.errors import BadOptions, Code, Fault, printable

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from decision.model import Outcome

__all__ = ["find_program"]

_MOST_NAMED = 5
_LONGEST_NAME = 60


def find_program(outcome: Outcome, text: str) -> int:
    """Find the program that a person means.

    Parameters
    ----------
    outcome
        Everything one run worked out.
    text
        The row a spreadsheet shows, the name, or a part of the name that no other program has. Capitals do not matter
        unless two names differ by nothing else.

    Returns
    -------
    int
        The program's number, from 0.

    Raises
    ------
    BadOptions
        When no program or more than one is meant; the message names them with their rows.
    """
    wanted = " ".join(text.split())
    rows = outcome.programs.rows
    if wanted.isascii() and wanted.isdigit() and len(wanted) < len(str(np.iinfo(np.int64).max)):
        at = np.flatnonzero(rows == int(wanted))
        if len(at):
            return int(at[0])
    if not wanted:
        raise _fault(text, "a program is named by its row, its name, or a part of its name.")
    folded = wanted.casefold()
    for is_meant in (
        lambda name: name == wanted,
        lambda name: name.casefold() == folded,
        lambda name: folded in name.casefold(),
    ):
        found = _named(outcome, is_meant)
        if len(found) == 1:
            return found[0]
        if found:
            raise _fault(text, f"{len(found):,} programs are meant: {_listed(outcome, found)}. Name one by its row.")
    raise _fault(text, _nobody(outcome, wanted) + _left_aside(outcome))


def _named(outcome: Outcome, is_meant: Callable[[str], bool]) -> list[int]:
    """List the programs whose name is meant, in the order of the file; each distinct name is looked at once."""
    names = outcome.names
    is_right = np.array([is_meant(" ".join(name.split())) for name in names.texts], dtype=np.bool_)
    found: list[int] = np.flatnonzero(is_right[names.codes]).tolist()
    return found


def _nobody(outcome: Outcome, wanted: str) -> str:
    if wanted.isascii() and wanted.isdigit():
        rows = outcome.programs.rows
        where = f"row {rows.min():,}" if len(rows) == 1 else f"rows {rows.min():,} to {rows.max():,}"
        return f"no program stands in that row, and no name has it. Programs stand in {where}."
    near = _nearest(wanted, outcome.names.texts)
    meant = _named(outcome, lambda name: name in near)
    return f"no program is called that. Nearest: {_listed(outcome, meant)}." if meant else "no program is called that."


def _left_aside(outcome: Outcome) -> str:
    """Remind of filters: the program that is meant may stand in the file."""
    chosen = outcome.programs.filters
    aside = chosen[0].before - len(outcome.programs) if chosen else 0
    if not aside:
        return ""
    was = "1 program was" if aside == 1 else f"{aside:,} programs were"
    return f" {was} left aside by {' and '.join(printable(step.where, _LONGEST_NAME) for step in chosen)}."


def _nearest(wanted: str, names: Sequence[str]) -> set[str]:
    """Give the names that are most like the text, or one of whose words is."""
    spaced = sorted({" ".join(name.split()) for name in names} - {""})
    by_word: dict[str, list[str]] = {}
    for name in spaced:
        for word in {name.casefold(), *name.casefold().split()}:
            by_word.setdefault(word, []).append(name)
    words = difflib.get_close_matches(wanted.casefold(), by_word, n=3, cutoff=0.6)
    return {name for word in words for name in by_word[word]}


def _listed(outcome: Outcome, programs: Sequence[int]) -> str:
    told = [
        f"{printable(' '.join(outcome.name(at).split()), _LONGEST_NAME)} (row {outcome.programs.rows[at]})"
        for at in programs[:_MOST_NAMED]
    ]
    rest = len(programs) - _MOST_NAMED
    return ", ".join([*told, f"and {rest:,} more"] if rest > 0 else told)


def _fault(found: str, problem: str) -> BadOptions:
    return BadOptions([Fault(code=Code.OPTION, path="PROGRAM", found=found, problem=problem)])
