"""What the user names as keys of a join, ``providerid,cipcode``, -> pairs of headers, one for each table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from decision.errors import BadOptions, Code, Fault

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["ON", "read_on", "written_on"]

ON = "--on"
"""The name of the option, for what is said about it."""


def read_on(on: str | Sequence[str]) -> tuple[tuple[str, str], ...]:
    """Read the names of the key columns.

    Parameters
    ----------
    on
        Headers, in a list or separated by commas; ``unitid=UNITID`` where the other table calls it otherwise.

    Returns
    -------
    tuple
        Header among the programs, header in the other table.

    Raises
    ------
    BadOptions
        One of them names no column.

    Examples
    --------
    >>> read_on("providerid,cipcode"), read_on(["unitid=UNITID"])
    ((('providerid', 'providerid'), ('cipcode', 'cipcode')), (('unitid', 'UNITID'),))
    """
    names = on.split(",") if isinstance(on, str) else [str(name) for name in on]
    pairs = []
    for name in names:
        ours, equals, theirs = (part.strip() for part in name.partition("="))
        pairs.append((ours, theirs if equals else ours))
    if not pairs or not all(ours and theirs for ours, theirs in pairs):
        found = on if isinstance(on, str) else ",".join(names)
        problem = "wanted the columns that tell whose row it is, such as providerid,cipcode or unitid=UNITID."
        raise BadOptions([Fault(code=Code.OPTION, path=ON, found=found, problem=problem)])
    return tuple(pairs)


def written_on(on: Sequence[tuple[str, str]]) -> list[str]:
    """Write pairs of headers as `read_on` reads them.

    Parameters
    ----------
    on
        Header among the programs, header in the other table.

    Examples
    --------
    >>> written_on([("providerid", "providerid"), ("unitid", "UNITID")])
    ['providerid', 'unitid=UNITID']
    """
    return [ours if ours == theirs else f"{ours}={theirs}" for ours, theirs in on]
