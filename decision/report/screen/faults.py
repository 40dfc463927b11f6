"""Faults become a list to work through: where, what stands there, and what to do.

The one rule: every fault is shown, in aligned columns, and no line is wider than the terminal.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from decision.report.screen.layout import NARROWEST, clean, cut, display_width, hang, pad, wrap
from decision.report.words.wording import counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from decision.errors import BadInput, Fault

__all__ = ["fault_lines", "faults_text"]

_LONGEST_PLACE = 40
_LONGEST_FOUND = 24
_LEAST_PROBLEM = 30
"""Columns; with fewer the problem goes below the place."""


def faults_text(error: BadInput, *, width: int = 80, undone: str = "Nothing was ranked.") -> str:
    """List every fault of an input.

    Parameters
    ----------
    error
        What was raised.
    width
        Columns of the terminal; fewer than 40 are taken as 40.
    undone
        What the faults kept from being done, a sentence; empty to leave it out.

    Returns
    -------
    str
        For each file how many faults it has, then the faults; the last line ended too.

    Examples
    --------
    >>> from decision.errors import BadPrograms, Code, Fault
    >>> fault = Fault(code=Code.IMPOSSIBLE, file="programs.csv", row=14, column="pass_rate", found="150%",
    ...               problem="a share is at most 100 %. Correct it, or blank it if it is not known.")
    >>> print(faults_text(BadPrograms([fault])), end="")
    programs.csv: 1 fault. Nothing was ranked.
      row 14, pass_rate  "150%"  a share is at most 100 %. Correct it, or blank it
                                 if it is not known.
    """
    width = max(width, NARROWEST)
    by_file: dict[str, list[Fault]] = {}
    for fault in error.faults:
        by_file.setdefault(fault.file, []).append(fault)
    return "\n\n".join(_one_file(file, faults, width, undone) for file, faults in by_file.items()) + "\n"


def fault_lines(faults: Sequence[Fault], width: int) -> list[str]:
    """Draw faults or doubts below one another: place, finding, problem.

    Parameters
    ----------
    faults
        At least one.
    width
        Columns, at least 40.

    Returns
    -------
    list of str
        Indented by two, none wider than ``width``.
    """
    places = [cut(clean(fault.place), _LONGEST_PLACE) for fault in faults]
    shown = [cut(clean(fault.shown), _LONGEST_FOUND) for fault in faults]
    problems = [clean(fault.problem) for fault in faults]
    sizes = [max(map(display_width, texts)) for texts in (places, shown)]
    room = width - 2 - sum(size + 2 for size in sizes if size)
    draw = _beside if room >= _LEAST_PROBLEM else _below
    told = zip(places, shown, problems, strict=True)
    return [line for place, found, problem in told for line in draw(place, found, problem, sizes, width)]


def _one_file(file: str, faults: Sequence[Fault], width: int, undone: str) -> str:
    named = f"{clean(file)}: " if file else ""
    head = wrap(f"{named}{counted(len(faults), 'fault')}. {undone}".rstrip(), width)
    return "\n".join([*head, *fault_lines(faults, width)])


def _beside(place: str, found: str, problem: str, sizes: Sequence[int], width: int) -> list[str]:
    """Set a fault in three columns; one that has no finding leaves its column empty."""
    before = "".join(pad(text, size) + "  " for text, size in zip((place, found), sizes, strict=True) if size)
    return hang("  " + before, problem, 2 + display_width(before), width)


def _below(place: str, found: str, problem: str, sizes: Sequence[int], width: int) -> list[str]:  # noqa: ARG001
    """Set the problem below the place and the finding, on a narrow terminal."""
    where = "  ".join(text for text in (place, found) if text)
    lines = [f"  {line}" for line in wrap(where, width - 2)] if where else []
    return [*lines, *hang("", problem, 4, width)]
