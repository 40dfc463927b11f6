"""A bundled name or a path becomes a `WageTable`, with every fault of its file told at once.

The newest bundled table is meant where none is named; the others stand beside it as older ones.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from decision.errors import BadCriteria, Code, Fault, nearest
from decision.intake.criteria.yaml_text import LARGEST, decode
from decision.intake.criteria.yaml_tree import read_tree
from decision.intake.shelf import shelf
from decision.intake.wages.build_table import build_table

if TYPE_CHECKING:
    from decision.nouns.wages import WageTable

__all__ = ["bundled_wages", "read_wages", "wage_names"]


def wage_names() -> tuple[str, ...]:
    """Give the names of the wage tables that ship with the package, in alphabetical order."""
    names = (entry.name for entry in shelf("criteria").joinpath("wages").iterdir())
    return tuple(sorted(name.removesuffix(".yaml") for name in names if name.endswith(".yaml")))


def bundled_wages() -> tuple[WageTable, ...]:
    """Read the wage tables that ship with the package, the newest first."""
    return tuple(sorted(map(read_wages, wage_names()), key=lambda table: table.as_of, reverse=True))


def read_wages(source: str | Path) -> WageTable:
    """Read one wage table.

    Parameters
    ----------
    source
        A bundled name, or the path of a YAML file.

    Raises
    ------
    BadCriteria
        The file cannot be read or has faults; every one is listed.

    Examples
    --------
    >>> table = read_wages("bls-2025-05")
    >>> table.works["29-2072"].wages["Worcester, MA"].median
    24.54
    """
    name = str(source)
    if name in wage_names():
        content = shelf("criteria").joinpath("wages", f"{name}.yaml").read_bytes()
    else:
        content = _bytes(Path(source), name)
    faults: list[Fault] = []
    table = build_table(read_tree(decode(content, file=name), file=name), faults, name=name)
    if faults:
        ordered = sorted(faults, key=lambda fault: fault.line or 0)
        raise BadCriteria([replace(fault, file=name) for fault in ordered])
    return table


def _bytes(path: Path, name: str) -> bytes:
    """Read a file, but never more than one byte past what is allowed."""
    try:
        with path.open("rb") as stream:
            return stream.read(LARGEST + 1)
    except FileNotFoundError:
        near = nearest(name, wage_names())
        offered = f'Did you mean "{near}"? ' if near else ""
        _refuse(name, f"is no bundled wage table and no file. {offered}Bundled are: {', '.join(wage_names())}.")
    except (OSError, ValueError) as error:
        _refuse(name, f"cannot be read: {getattr(error, 'strerror', None) or 'its name cannot be used'}.")


def _refuse(name: str, problem: str) -> NoReturn:
    raise BadCriteria([Fault(code=Code.UNREADABLE, file=name, problem=problem)])
