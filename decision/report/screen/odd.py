"""What is odd but did not stop the work becomes a few lines for standard error.

The one rule: what is not shown is counted, and how to see it is said.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from decision.report.screen.faults import fault_lines
from decision.report.screen.layout import NARROWEST, clean, wrap
from decision.report.words.wording import counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from decision.errors import Fault

__all__ = ["doubts_text", "notes_text"]

MOST_SHOWN = 12


def doubts_text(doubts: Sequence[Fault], *, width: int = 80) -> str:
    """List the cells that need a look.

    Parameters
    ----------
    doubts
        At least one, of one file.
    width
        Columns of the terminal; fewer than 40 are taken as 40.

    Returns
    -------
    str
        How many there are, then the first of them with their rows.

    Examples
    --------
    >>> from decision.errors import Code, Fault
    >>> doubt = Fault(code=Code.NOT_UNDERSTOOD, file="programs.csv", row=22, column="schedule", found="evning",
    ...               problem='not understood; nearest is "evening".')
    >>> print(doubts_text([doubt]))
    programs.csv: 1 cell needs a look.
      row 22, schedule  "evning"  not understood; nearest is "evening".
    """
    width = max(width, NARROWEST)
    needs = "needs" if len(doubts) == 1 else "need"
    head = wrap(f"{clean(doubts[0].file)}: {counted(len(doubts), 'cell')} {needs} a look.", width)
    rest = len(doubts) - MOST_SHOWN
    more = wrap(f"And {rest:,} more; decide check lists them all.", width - 2) if rest > 0 else []
    return "\n".join([*head, *fault_lines(doubts[:MOST_SHOWN], width), *(f"  {line}" for line in more)])


def notes_text(notes: Sequence[Fault], *, width: int = 80) -> str:
    """Say what was accepted as it is.

    Parameters
    ----------
    notes
        At least one, of one file.
    width
        Columns of the terminal; fewer than 40 are taken as 40.

    Returns
    -------
    str
        One sentence for each, after the file's name.

    Examples
    --------
    >>> from decision.errors import Code, Fault
    >>> print(notes_text([Fault(code=Code.SKIPPED, file="programs.csv", problem="rows 1 to 3 were skipped.")]))
    programs.csv: rows 1 to 3 were skipped.
    """
    width = max(width, NARROWEST)
    return "\n".join(line for note in notes for line in wrap(_note(note), width))


def _note(note: Fault) -> str:
    """Name the column of a note; its rows stand in the sentence, unless it is about one row alone."""
    place = note.place if note.column and f"row {note.row}" not in note.problem else ""
    return ": ".join(clean(part) for part in (note.file, place, note.problem) if part)
