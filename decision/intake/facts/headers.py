"""Which column of the file a header in the criteria means, and which one names the programs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from decision.errors import Code, Fault, nearest

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from decision.model import CriteriaSet, Criterion, Programs

__all__ = [
    "NAME_HEADERS",
    "can_be_stated",
    "columns_behind",
    "columns_of",
    "find_header",
    "folded",
    "has_any_column",
    "missing_columns",
    "name_column",
    "repeated_headers",
]

NAME_HEADERS = ("program", "program_name", "name")
"""Headers that name the programs, the first of them that the file has."""


def folded(header: str) -> str:
    """Give a header without case and with one mark between words, for comparing.

    Examples
    --------
    >>> folded("Total  Cost") == folded("total_cost")
    True
    """
    return re.sub(r"[\s_\-]+", "_", header.strip().casefold())


def find_header(header: Sequence[str], wanted: str) -> int | None:
    """Find a column by its header: to the letter first, then ignoring case and the mark between words.

    Parameters
    ----------
    header
        The file's header.
    wanted
        The header that is looked for.

    Returns
    -------
    int or None
        The column's number from 0, the first where several match.

    Examples
    --------
    >>> find_header(["program", "Total Cost"], "total_cost")
    1
    >>> find_header(["program"], "total_cost") is None
    True
    """
    if wanted in header:
        return list(header).index(wanted)
    alike = [number for number, name in enumerate(header) if folded(name) == folded(wanted)]
    return alike[0] if alike else None


def columns_of(header: Sequence[str], criterion: Criterion) -> tuple[int, ...]:
    """Find the columns that a criterion is read from.

    Parameters
    ----------
    header
        The file's header.
    criterion
        What is read.

    Returns
    -------
    tuple of int
        Column numbers from 0, the most direct first; empty when the file has none of them.
    """
    usual = criterion.plan.usual if criterion.plan else ()
    found = (find_header(header, wanted) for wanted in (*criterion.headers, *usual))
    return tuple(dict.fromkeys(number for number in found if number is not None))


def columns_behind(header: Sequence[str], criterion: Criterion) -> tuple[int, ...]:
    """Find all columns that a criterion looks at: those that state it, and of a cost those that its bill depends on.

    Parameters
    ----------
    header
        The file's header.
    criterion
        What is read.

    Returns
    -------
    tuple of int
        As `columns_of`, then the others; empty when the file has no way to state it.
    """
    stating = columns_of(header, criterion)
    if not can_be_stated(header, criterion):
        return stating
    others = (find_header(header, wanted) for wanted in criterion.costing.headers)
    return tuple(dict.fromkeys([*stating, *(number for number in others if number is not None)]))


def name_column(programs: Programs, criteria: CriteriaSet) -> int:
    """Find the column that names the programs.

    Parameters
    ----------
    programs
        The table.
    criteria
        What the user wants.

    Returns
    -------
    int
        The first of ``program``, ``program_name``, ``name``; else the first column that no criterion uses; else the
        first.
    """
    for wanted in NAME_HEADERS:
        found = find_header(programs.header, wanted)
        if found is not None:
            return found
    used = {number for criterion in criteria.criteria for number in columns_of(programs.header, criterion)}
    return next((number for number in range(len(programs.header)) if number not in used), 0)


def missing_columns(programs: Programs, criteria: CriteriaSet) -> list[Fault]:
    """Say which criteria the file has no way to state.

    Parameters
    ----------
    programs
        The table.
    criteria
        What the user wants.

    Returns
    -------
    list of Fault
        One for each criterion that has neither its column, nor both counts, nor one of its parts in the file.
    """
    missing = [criterion for criterion in criteria.criteria if not can_be_stated(programs.header, criterion)]
    if len(missing) > 1 and len(missing) == len(criteria.criteria):
        return [Fault(code=Code.COLUMN_MISSING, file=programs.file, problem=_two_ways_on(programs, criteria))]
    return [
        Fault(
            code=Code.COLUMN_MISSING,
            file=programs.file,
            column=criterion.headers[0],
            problem=_missing_words(programs.header, criterion),
        )
        for criterion in missing
    ]


def can_be_stated(header: Sequence[str], criterion: Criterion) -> bool:
    """Whether the file has one way to state a criterion."""

    def has(wanted: str) -> bool:
        return bool(wanted) and find_header(header, wanted) is not None

    others = (criterion.costing.override, *criterion.parts)
    return has(criterion.column) or (has(criterion.passed) and has(criterion.took)) or any(map(has, others))


def repeated_headers(programs: Programs, wanted: Iterable[str]) -> list[Fault]:
    """Say which of the headers that are needed stand more than once in the file."""
    needed = sorted(
        {programs.header[found] for header in wanted if (found := find_header(programs.header, header)) is not None}
    )
    return [
        Fault(
            code=Code.HEADER_REPEATED,
            file=programs.file,
            row=programs.header_row,
            column=header,
            problem=f"this header stands {programs.header.count(header)} times. Rename all but the one to be used.",
        )
        for header in needed
        if programs.header.count(header) > 1
    ]


def _missing_words(header: Sequence[str], criterion: Criterion) -> str:
    near = [found for wanted in criterion.headers if (found := nearest(wanted, [name for name in header if name]))]
    hint = f' The nearest header is "{near[0]}".' if near else ""
    return (
        f'no such column, and no other way to read "{criterion.name}".{hint} Rename a header, name the column with '
        f'--set "{criterion.name}.column=...", or use --allow-missing to read it as not known.'
    )


def _two_ways_on(programs: Programs, criteria: CriteriaSet) -> str:
    """Say what to do with a file that has nothing of what the criteria ask for."""
    wanted = ", ".join(criterion.headers[0] for criterion in criteria.criteria)
    return (
        f"none of the columns of the criteria set {criteria.name} is here ({wanted}). Two ways on: write criteria for "
        f'this file (decide criteria --new mine.yaml --from "{programs.file}", then --criteria mine.yaml), or give its '
        "columns these names."
    )


def has_any_column(programs: Programs, criteria: CriteriaSet) -> bool:
    """Whether the file has a way to state at least one of the criteria."""
    return any(can_be_stated(programs.header, criterion) for criterion in criteria.criteria)
