"""Turns a table of programs into a workbook with one sheet: its header and its cells as typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from decision.report.sheets.sheet import Sheet
from decision.report.sheets.users_columns import users_columns
from decision.report.sheets.xlsx import xlsx

if TYPE_CHECKING:
    from decision.model import Programs

__all__ = ["table_workbook"]


def table_workbook(programs: Programs) -> bytes:
    """Write a table as an Excel workbook.

    Parameters
    ----------
    programs
        The table.

    Returns
    -------
    bytes
        The file, with one sheet, ``programs``.

    Raises
    ------
    CannotWrite
        The library is absent, or there is more than such a file can hold.
    """
    return xlsx([Sheet(name="programs", columns=users_columns(programs, np.arange(len(programs))))])
