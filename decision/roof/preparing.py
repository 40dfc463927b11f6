"""A table as it was read becomes the programs that criteria are asked of: translated, joined to others, chosen from.

The one place where the three meet, always in this order: joins and filters name columns as they stand by then.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from decision.intake.choose.where import choose
from decision.intake.join import several
from decision.intake.sources.by_source import by_source

if TYPE_CHECKING:
    from pathlib import Path

    from decision.intake.choose.condition import Where
    from decision.intake.join.several import On, Others
    from decision.model import Programs

__all__ = ["prepared"]


def prepared(
    programs: Programs,
    *,
    source: str | Path | None = None,
    where: Where = (),
    join: Others = (),
    on: On = (),
) -> Programs:
    r"""Make a table as it was read ready for criteria: translate it, join others to it, choose programs.

    Parameters
    ----------
    programs
        As `read_programs` gave it.
    source
        As for `decide`. Other tables are translated where they are recognised; ``"none"`` leaves them as they stand.
    where
        What a program's columns must say: ``["state=MA,RI", "cip=51.07*"]`` or ``{"state": ["MA", "RI"]}``; all of it
        must hold.
    join
        Another table that says more of the same programs (a path, bytes, a DataFrame or what `read_programs` gave), or
        a list of such tables.
    on
        The columns that tell which row is whose, ``"providerid,cipcode"`` or ``"unitid=UNITID"``; a list of such texts
        where ``join`` is a list.

    Returns
    -------
    Programs
        The programs that criteria are asked of, with notes on what was done, and counts in ``filters`` and ``joined``.

    Raises
    ------
    BadPrograms, BadSource, BadOptions
        A table cannot be read or does not go with the others, a map has faults, or no program is left.

    Examples
    --------
    >>> from decision import read_programs
    >>> programs = read_programs(b"program,id\nHarbor,7\nQuay,8\n")
    >>> prepared(programs, join=b"id,state\n7,MA\n8,NH\n", on="id", where="state=MA").cells(0)
    ['Harbor', '7', 'MA']
    """
    return choose(several.joined(by_source(programs, source), join, on, source=source), where)
