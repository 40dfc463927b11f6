"""An area and an occupation as the user names them become one line of a wage table.

A name is found whole, by its first place (``Worcester`` for ``Worcester, MA``), by any of its places (``Nashua``), or
as a place that is counted in an area (``Lowell``). What could mean two areas is asked back, never picked.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from decision.errors import BadOptions, Code, Fault, nearest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from decision.nouns.wages import Wage, WageTable, Work

__all__ = ["find_area", "find_work"]


def find_work(tables: Sequence[WageTable], code: str | None) -> Work:
    """Find the occupation in the first of the tables.

    Parameters
    ----------
    tables
        The table that is meant, then older ones.
    code
        The occupation's number; its first when ``None``.

    Raises
    ------
    BadOptions
        The table has no such occupation; what it became is said.
    """
    works = tables[0].works
    if code is None:
        return next(iter(works.values()))
    if code.strip() in works:
        return works[code.strip()]
    gone = next((table.works[code.strip()] for table in tables[1:] if code.strip() in table.works), None)
    known = "; ".join(f"{work.code} {work.title}" for work in works.values())
    if gone is not None and gone.became:
        problem = f"no longer exists: it was split into {' and '.join(gone.became)}. Known are: {known}."
    else:
        near = nearest(code, works)
        offered = f'Did you mean "{near}"? ' if near else ""
        problem = f"is no occupation of this table. {offered}Known are: {known}."
    raise BadOptions([Fault(code=Code.OPTION, path="--occupation", found=code, problem=problem)])


def find_area(tables: Sequence[WageTable], work: Work, asked: str) -> Wage:
    """Find the wage of an area.

    Parameters
    ----------
    tables
        The table that is meant, then older ones, whose areas lead to those of today.
    work
        The occupation.
    asked
        The area as the user names it.

    Raises
    ------
    BadOptions
        No area, or more than one, is meant, or the occupation has no figure there; near ones are offered.

    Examples
    --------
    >>> from decision.intake.wages.wage_tables import read_wages
    >>> tables = [read_wages("bls-2025-05"), read_wages("guide")]
    >>> work = find_work(tables, None)
    >>> find_area(tables, work, "lowell").area, find_area(tables, work, "Northwest Massachusetts BOS").area
    ('Boston-Cambridge-Newton, MA-NH', 'Pittsfield, MA')
    """
    table, *earlier = tables
    every = dict.fromkeys(area for each in table.works.values() for area in each.wages)
    found = _areas(asked, every, table) or _became(asked, every, earlier)
    if len(found) == 1 and found[0] in work.wages:
        return work.wages[found[0]]
    raise BadOptions([Fault(code=Code.OPTION, path="area", found=asked, problem=_problem(table, work, asked, found))])


def _became(asked: str, known: Iterable[str], earlier: Iterable[WageTable]) -> list[str]:
    """List the areas of today that an area of an older table became."""
    names = [*known]
    for table in earlier:
        wages = {wage.area: wage.now for work in table.works.values() for wage in work.wages.values()}
        found = [wages[area] for area in _areas(asked, wages, table) if wages[area] in names]
        if found:
            return found
    return []


def _areas(asked: str, areas: Iterable[str], table: WageTable) -> list[str]:
    """List the areas that a name can mean, by the first way that finds any."""
    wanted = _folded(asked)
    names = [*areas]
    ways: tuple[Callable[[str], bool], ...] = (
        lambda area: _folded(area) == wanted,
        lambda area: wanted in [_folded(also) for also, of in table.also.items() if of == area],
        lambda area: _places(area)[:1] == [wanted],
        lambda area: wanted in _places(area),
        lambda area: any(place.startswith(f"{wanted} ") for place in _places(area)),
    )
    for way in ways:
        found = [area for area in names if wanted and way(area)]
        if found:
            return found
    return []


def _problem(table: WageTable, work: Work, asked: str, found: Sequence[str]) -> str:
    known = [*work.wages]
    if len(found) > 1:
        return f"could be {' or '.join(found)}. Write the whole name."
    if found:
        others = ", ".join(area for area in known if ", " not in area)
        return f"has no figure for {work.code} {work.title}. Larger areas that have one: {others}."
    places = {place: area for area in known for place in (area, area.partition(",")[0], *_split(area))}
    places |= {also: area for also, area in table.also.items() if area in known}
    near = nearest(asked.partition(",")[0], places)
    if near:
        of = "" if places[near].startswith(near) else f" (counted in {places[near]})"
        return f'is no area of this table. Did you mean "{near}"{of}?'
    return "is no area of this table. decide pay lists those it has; a state or the United States will do too."


def _split(area: str) -> list[str]:
    return area.partition(",")[0].split("-")


def _places(area: str) -> list[str]:
    return [_folded(place) for place in _split(area)]


def _folded(name: str) -> str:
    return re.sub(r"[\s.,-]+", " ", name).strip().casefold()
