"""The sheets of a file -> the one that is meant, and what should be said of the others.

The only sheet with a table is taken, and so is a ranking of ours; where several hold one, the user is asked: none is
read in place of another in silence. A hidden sheet is read only where it is named.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from decision.errors import BadOptions, BadPrograms, Code, Fault, nearest
from decision.intake.table.settle import own_columns

if TYPE_CHECKING:
    from collections.abc import Sequence

    from decision.intake.workbook.workbook import Workbook
    from decision.intake.workbook.worksheet import WorkSheet

__all__ = ["choose_sheet"]


def choose_sheet(workbook: Workbook, *, stated: str = "") -> tuple[WorkSheet, list[Fault]]:
    """Choose the sheet to read.

    Parameters
    ----------
    workbook
        The file's sheets.
    stated
        The name or the number (from 1) that the user gave; empty to find out.

    Returns
    -------
    WorkSheet
        The one to read.
    list of Fault
        What should be said: sheets left out, and hidden ones; without the file's name.

    Raises
    ------
    BadPrograms
        No sheet holds a table, or several do.
    BadOptions
        No sheet is called that.
    """
    if stated:
        chosen = workbook.sheet(_named(workbook, stated))
        return chosen, [_hidden_note(chosen.name, "is hidden; it was read, as you asked.")] if chosen.is_hidden else []
    shown = [workbook.sheet(name) for name in workbook.names if name not in workbook.hidden]
    tables = [sheet for sheet in shown if sheet.is_table]
    ours = [sheet for sheet in tables if own_columns(sheet.records[0])]
    filled = [sheet for sheet in shown if sheet.records]
    few = next((each for each in (ours, tables, filled) if len(each) == 1), None)
    if few is None:
        raise _unclear(workbook, tables)
    return few[0], _about_others(workbook, few[0], [] if few is ours else filled)


def _named(workbook: Workbook, stated: str) -> str:
    """Find the name that is meant: as typed, then without its case, then by number."""
    by_folded = {name.casefold(): name for name in reversed(workbook.names)}
    if stated in workbook.names:
        return stated
    if stated.casefold() in by_folded:
        return by_folded[stated.casefold()]
    if stated.isdecimal() and 1 <= int(stated) <= len(workbook.names):
        return workbook.names[int(stated) - 1]
    near = nearest(stated, workbook.names)
    offered = f' Did you mean "{near}"?' if near else ""
    problem = f"is no sheet of {workbook.file}.{offered} It has {_listed(workbook)}."
    raise BadOptions([Fault(code=Code.OPTION, path="--sheet", found=stated, problem=problem)])


def _unclear(workbook: Workbook, tables: Sequence[WorkSheet]) -> BadPrograms:
    listed = _listed(workbook)
    if not workbook.names:
        return _refusal(workbook, Code.NO_ROWS, "it has no sheet with cells. A sheet with a table is wanted.")
    example = (tables[0].name if tables else workbook.names[0]).replace('"', "")
    asked = f'Say which is meant: --sheet "{example}", or by its number.'
    if tables:
        return _refusal(workbook, Code.NOT_A_TABLE, f"several sheets hold a table: {listed}. {asked}")
    return _refusal(workbook, Code.NO_ROWS, f"no sheet in sight holds a table: {listed}. {asked}")


def _listed(workbook: Workbook) -> str:
    """List all sheets with their sizes."""
    told = []
    for number, name in enumerate(workbook.names, 1):
        try:
            size = workbook.sheet(name).size
        except BadPrograms:
            size = "too large or damaged"
        told.append(f'{number} "{name}" ({size}{", hidden" if name in workbook.hidden else ""})')
    return ", ".join(told)


def _about_others(workbook: Workbook, chosen: WorkSheet, filled: Sequence[WorkSheet]) -> list[Fault]:
    others = [f'"{sheet.name}"' for sheet in filled if sheet is not chosen]
    notes = []
    if others:
        problem = f'the sheet "{chosen.name}" was read; {" and ".join(others)} {_were(others)} left out.'
        notes.append(Fault(code=Code.SKIPPED, problem=problem))
    hidden = [name for name in workbook.names if name in workbook.hidden]
    return [*notes, *(_hidden_note(name, "is hidden and was not read.") for name in hidden)]


def _were(names: Sequence[str]) -> str:
    return "was" if len(names) == 1 else "were"


def _hidden_note(name: str, said: str) -> Fault:
    return Fault(code=Code.SKIPPED, problem=f'the sheet "{name}" {said}')


def _refusal(workbook: Workbook, code: Code, problem: str) -> BadPrograms:
    return BadPrograms([Fault(code=code, file=workbook.file, problem=problem)])
