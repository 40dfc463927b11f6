"""An area, an occupation and the user's own wages become `Pay`: what this work pays there, and when that was.

Older tables that name the same area stand beside, so that a printed figure is seen to be old.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from decision.errors import BadOptions, Code, Fault
from decision.intake.wages.find_area import find_area, find_work
from decision.intake.wages.stated import STATED, read_stated
from decision.intake.wages.wage_tables import bundled_wages, read_wages
from decision.nouns.wages import Older, Pay

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from decision.nouns.wages import Wage, WageTable, Work

__all__ = ["NO_AREA", "WAGES_KEYS", "look_up", "tables_for", "works_for"]

NO_AREA = 'is missing. Say where these wages are paid; "United States" will do.'
"""The problem of wages without a place."""

WAGES_KEYS = (*STATED, "occupation", "table")
"""What can be said of wages beside the area."""


def tables_for(name: str | Path | None = None) -> tuple[WageTable, ...]:
    """Give the table that is meant, then those that ship and are older than it.

    Parameters
    ----------
    name
        A bundled name or a path; the newest bundled table when ``None``.
    """
    bundled = bundled_wages()
    meant = bundled[0] if name is None else read_wages(name)
    return (meant, *(table for table in bundled if table.as_of < meant.as_of))


def works_for(name: str | Path | None, occupation: str | None) -> tuple[WageTable, Work]:
    """Give a table and an occupation of it, its first where none is named."""
    tables = tables_for(name)
    return tables[0], find_work(tables, occupation)


def look_up(
    area: str | None,
    wages: Mapping[str, object] | None = None,
    *,
    options: Mapping[str, str] | None = None,
) -> Pay | None:
    """Look up what an area pays.

    Parameters
    ----------
    area
        As the user names it; ``None`` when pay was not asked for.
    wages
        ``now``, ``then``, ``hours``, ``given_up``: the user's own; ``occupation`` and ``table``: which figures.
    options
        The name of each on the command line, for faults.

    Returns
    -------
    Pay or None
        ``None`` when neither an area nor wages were given.

    Raises
    ------
    BadOptions
        An area, occupation or wage that is not understood.
    BadCriteria
        A wage table with faults.

    Examples
    --------
    >>> look_up("Worcester").wage.median
    24.54
    >>> look_up(None) is None
    True
    """
    given = {key: value for key, value in (wages or {}).items() if value is not None}
    named = options or {}
    if area is None and not given:
        return None
    if area is None:
        raise BadOptions([Fault(code=Code.OPTION, path=named.get("area", "area"), problem=NO_AREA)])
    stated = read_stated(
        {key: value for key, value in given.items() if key not in ("occupation", "table")}, named, known=WAGES_KEYS
    )
    table = given.get("table")
    tables = tables_for(None if table is None else str(table))
    occupation = given.get("occupation")
    work = find_work(tables, None if occupation is None else str(occupation))
    wage = find_area(tables, work, area)
    return Pay(
        asked=area,
        table=tables[0],
        work=work,
        wage=wage,
        older=tuple(_older(tables[1:], work, wage)),
        stated=stated,
    )


def _older(tables: Sequence[WageTable], work: Work, wage: Wage) -> Iterator[Older]:
    """Find what older tables say of the same area, for the same work or the one it was split from."""
    for table in tables:
        for each in table.works.values():
            if each.code != work.code and work.code not in each.became:
                continue
            for said in each.wages.values():
                if (said.now or said.area) == wage.area:
                    yield Older(table=table, work=each, wage=said)
