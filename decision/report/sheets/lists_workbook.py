"""Turns the lists that go with a ranking into workbooks of one sheet: questions to schools, rows without a partner.

One rule: they hold the cells of the CSV of the same name, in its order.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from decision.report.files.questions_csv import QUESTION_COLUMNS, question_rows
from decision.report.files.unmatched_csv import OWN_COLUMNS, unmatched_rows
from decision.report.sheets.sheet import Shape, Sheet, column_of
from decision.report.sheets.users_columns import typed_cells
from decision.report.sheets.xlsx import xlsx

if TYPE_CHECKING:
    from collections.abc import Iterable

    from decision.model import Outcome, Programs
    from decision.nouns.insight import Insight

__all__ = ["questions_workbook", "unmatched_workbook"]

_LONG = ("question", "answer")


def questions_workbook(outcome: Outcome, insight: Insight) -> bytes:
    """Write what to ask the schools, to send, fill in and file.

    Parameters
    ----------
    outcome
        Everything one run worked out.
    insight
        What was found out.

    Returns
    -------
    bytes
        The file, with one sheet, ``questions``.

    Raises
    ------
    CannotWrite
        The library is absent, or there is more than such a file can hold.
    """
    return _listed("questions", QUESTION_COLUMNS, question_rows(outcome, insight))


def unmatched_workbook(programs: Programs) -> bytes:
    """Write the rows without a partner.

    Parameters
    ----------
    programs
        Programs that other tables were brought beside.

    Returns
    -------
    bytes
        The file, with one sheet, ``unmatched``.

    Raises
    ------
    CannotWrite
        The library is absent, or there is more than such a file can hold.
    """
    return _listed("unmatched", (*OWN_COLUMNS, *programs.header), unmatched_rows(programs))


def _listed(name: str, header: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> bytes:
    columns = [
        column_of(title, typed_cells(texts), Shape.LONG if title in _LONG else Shape.PLAIN)
        for title, *texts in zip(header, *rows, strict=True)
    ]
    return xlsx([Sheet(name=name, columns=columns)])
