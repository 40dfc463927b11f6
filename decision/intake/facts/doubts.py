"""What is odd or impossible in a column's cells, told at the rows where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import numpy as np

from decision.errors import Code, Fault

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from decision.arrays import Codes
    from decision.model import Programs

__all__ = ["MOST_TOLD", "tell"]

MOST_TOLD = 1000
"""Cells told one by one for each column; a last line counts the rest."""

Said = TypeVar("Said")


def tell(
    programs: Programs,
    column: str,
    codes: Codes,
    said: Sequence[Said],
    words: Callable[[Said], str],
    found: Callable[[int], str],
    code: Callable[[Said], Code],
) -> list[Fault]:
    """Tell at each row what is said of the reading it has.

    Parameters
    ----------
    programs
        The table.
    column
        The header to name.
    codes
        ``(n_programs,)``, numbers into ``said``.
    said
        One for each distinct reading.
    words
        Gives the sentence for a reading; empty where there is nothing to tell.
    found
        Gives, for a program's number, the cell as typed.
    code
        Gives the kind of fault of a reading.

    Returns
    -------
    list of Fault
        In the order of the file.
    """
    problems = [words(one) for one in said]
    told = np.array([bool(problem) for problem in problems], dtype=bool)
    if not told.any():
        return []
    where = np.flatnonzero(told[codes])
    faults = [
        Fault(
            code=code(said[codes[program]]),
            file=programs.file,
            row=int(programs.rows[program]),
            column=column,
            found=found(program),
            problem=problems[codes[program]],
        )
        for program in where[:MOST_TOLD].tolist()
    ]
    if len(where) > MOST_TOLD:
        rest = f"{len(where) - MOST_TOLD:,} more cells of this column are like those above."
        faults.append(Fault(code=faults[-1].code, file=programs.file, column=column, problem=rest))
    return faults
