"""Turns what to ask the schools into a workbook to send, fill in and file: the lines of the questions' CSV."""

from __future__ import annotations

from typing import TYPE_CHECKING

from decision.report.files.questions_csv import QUESTION_COLUMNS, question_rows
from decision.report.sheets.sheet import Shape, Sheet, column_of
from decision.report.sheets.users_columns import typed_cells
from decision.report.sheets.xlsx import xlsx

if TYPE_CHECKING:
    from decision.model import Outcome
    from decision.nouns.insight import Insight

__all__ = ["questions_workbook"]

_NUMBERS = ("row", "changes_first", "changes_shortlist", "gain")
_SHAPES = {"question": Shape.LONG, "answer": Shape.LONG}


def questions_workbook(outcome: Outcome, insight: Insight) -> bytes:
    """Write the questions as an Excel workbook.

    Parameters
    ----------
    outcome
        Everything one run worked out.
    insight
        What was found out.

    Returns
    -------
    bytes
        The file, with one sheet, ``questions``; shares and points are numbers.

    Raises
    ------
    CannotWrite
        The library is absent, or there is more than such a file can hold.
    """
    columns = [
        column_of(name, typed_cells(texts) if name in _NUMBERS else texts, _SHAPES.get(name, Shape.PLAIN))
        for name, *texts in zip(QUESTION_COLUMNS, *question_rows(outcome, insight), strict=True)
    ]
    return xlsx([Sheet(name="questions", columns=columns)])
