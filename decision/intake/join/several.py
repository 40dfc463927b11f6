"""Programs and any number of other tables, each with its keys, -> the programs with the columns of all.

Every table has keys of its own: where they are not named, nothing is guessed, and those that both tables have are told.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from decision.errors import BadOptions, Code, Fault
from decision.intake.facts.headers import find_header
from decision.intake.join.join import join
from decision.intake.join.on import ON
from decision.intake.sources.by_source import AS_IT_STANDS, by_source
from decision.intake.table.programs import read_programs
from decision.model import Programs

if TYPE_CHECKING:
    import os

    import pandas as pd

    Other = str | os.PathLike[str] | bytes | Programs | pd.DataFrame
    Others = Other | tuple[Other, ...] | list[Other]

__all__ = ["On", "joined"]

Key = str | Sequence[str]
On = str | Sequence[Key]

_MOST_NAMES = 6


def joined(programs: Programs, others: Others, on: On, *, source: str | os.PathLike[str] | None = None) -> Programs:
    r"""Bring the columns of other tables beside those of the programs, one table after the other.

    Parameters
    ----------
    programs
        The table whose rows stay.
    others
        A table, or a list of tables: paths, bytes, DataFrames, or what `read_programs` gave.
    on
        The key columns, as `read_on` takes them; one such text or list for each table of a list.
    source
        ``"none"`` takes the tables as they stand; else each is translated where its source is recognised.

    Returns
    -------
    Programs
        As `join` gives them.

    Raises
    ------
    BadOptions
        There are not as many keys as tables.
    BadPrograms
        A table cannot be read, or does not go with the programs.

    Examples
    --------
    >>> programs = read_programs(b"program,id\nHarbor,7\n")
    >>> joined(programs, [b"id,city\n7,Salem\n", b"id,state\n7,MA\n"], ["id", "id"]).cells(0)
    ['Harbor', '7', 'Salem', 'MA']
    """
    tables, keys = _one_by_one(others, on)
    read = [_read(other, None if source != AS_IT_STANDS else AS_IT_STANDS) for other in tables]
    if len(keys) != len(read):
        raise BadOptions([_not_as_many(programs, read, len(keys))])
    for other, names in zip(read, keys, strict=True):
        programs = join(programs, other, on=names)
    return programs


def _read(other: Other, source: str | None) -> Programs:
    return by_source(other if isinstance(other, Programs) else read_programs(other), source)


def _one_by_one(others: Others, on: On) -> tuple[Sequence[Other], Sequence[Key]]:
    """Give a list of tables and a list of keys, whether one was given or several."""
    if isinstance(others, list | tuple):
        return others, [on] if isinstance(on, str) else on
    names = [on] if isinstance(on, str) else [[str(name) for name in on]]
    return [others], names if on else []


def _not_as_many(programs: Programs, read: Sequence[Programs], n_keys: int) -> Fault:
    """Say what is missing, with the columns that could be keys."""
    if not read:
        problem = "names the columns to join by; name the other table with --join."
        return Fault(code=Code.OPTION, path=ON, problem=problem)
    other = read[min(n_keys, len(read) - 1)]
    shared = [name for name in programs.header if name and find_header(other.header, name) is not None]
    both = f" Both tables have {', '.join(shared[:_MOST_NAMES])}." if shared else ""
    problem = f"each --join takes one {ON}: the columns that tell whose row it is, such as providerid,cipcode.{both}"
    return Fault(code=Code.OPTION, file=other.file, path=ON, problem=problem)
