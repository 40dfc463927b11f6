"""Our own columns: their names, their order and what stands in them. The one table that `decide convert` writes by.

Maps of sources name these columns, bundled criteria read them, and a person may fill in what a source leaves blank.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["BECAUSE", "COLUMNS", "OURS", "PROGRAM", "SOURCE_ROW", "is_ours"]

PROGRAM = "program"
SOURCE_ROW = "source_row"
BECAUSE = "unknown_because"

COLUMNS = MappingProxyType(
    {
        PROGRAM: "the name of the program",
        "school": "who offers it",
        "city": "where its classes are, or its school",
        "state": "two letters",
        "cip": "the code of its field (CIP), as the source writes it",
        "credential": "what a graduate holds at the end",
        "accreditation": "who accredits or approves it or its school",
        "exam": "the certification or license it prepares for",
        "pass_rate": "the share of its takers who passed that exam",
        "exam_passers": "how many passed",
        "exam_takers": "how many took it",
        "schedule": "when classes meet",
        "delivery": "in person, online or both",
        "months": "how long it takes, in months unless the cell says weeks or years",
        "weeks": "how long it takes, in weeks",
        "hours": "hours of class in all",
        "credits": "credits in all",
        "tuition": "tuition for the whole program, unless the cell says per credit or per year",
        "fees": "all fees",
        "books": "books, supplies and tools",
        "exam_fee": "the price of the exam",
        "grants": "what is given and not paid back",
        "total_cost": "the price of the whole program",
        "internship": "whether the program finds a place to practice",
        SOURCE_ROW: "the row of the source's file, as a spreadsheet shows it",
        "as_of": "the date the facts are from",
        "source_url": "where they stand",
        BECAUSE: "why cells of these columns are blank: tuition: suppressed; months: not applicable",
    }
)
"""Name -> what stands there, in the order in which they are written."""

OURS = tuple(COLUMNS)
"""Their names, in order."""


def is_ours(header: Iterable[str]) -> bool:
    """Whether a table is one that we wrote: it names the programs and the rows of the source they are from.

    Examples
    --------
    >>> is_ours(["program", "cost", "source_row"]), is_ours(["program", "cost"])
    (True, False)
    """
    return {PROGRAM, SOURCE_ROW} <= set(header)
