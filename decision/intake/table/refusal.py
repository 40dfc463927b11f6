"""Faults of a table, gathered -> one error that lists them all in the order of the file, or nothing.

A table without a single program is a fault too.
"""

from __future__ import annotations

import dataclasses
import math
from typing import TYPE_CHECKING

from decision.errors import BadPrograms, Code, Fault

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from decision.intake.table.settle import Settled

__all__ = ["named", "refuse"]


def refuse(faults: Sequence[Fault], settled: Settled, file: str, header_row: int | None) -> None:
    """Raise all faults at once.

    Parameters
    ----------
    faults
        All that is wrong.
    settled
        The programs.
    file
        The file as the user named it.
    header_row
        The row of the header; ``None`` where rows have no numbers.

    Raises
    ------
    BadPrograms
        There is a fault, or no program.
    """
    if not faults and not settled.keep.any():
        problem = "there is a header and no program under it. One row for each program is wanted."
        faults = [Fault(code=Code.NO_ROWS, row=header_row, problem=problem)]
    if faults:
        in_order = sorted(faults, key=lambda fault: math.inf if fault.row is None else fault.row)
        raise BadPrograms(named(in_order, file))


def named(faults: Iterable[Fault], file: str) -> tuple[Fault, ...]:
    """Give the faults with the name of their file."""
    return tuple(dataclasses.replace(fault, file=file) for fault in faults)
