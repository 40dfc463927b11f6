"""The name or the path that a user gave becomes the bytes of a YAML file, or a fault that offers the nearest name.

Criteria, maps and vocabularies are all named so: a bundled one by its name, a file of one's own by its path.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn

from decision.errors import BadCriteria, Code, Fault, nearest
from decision.intake.criteria.yaml_text import LARGEST

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

__all__ = ["is_meant_as_a_path", "own_bytes", "refuse", "refuse_unknown_name"]


def is_meant_as_a_path(typed: str, path: Path) -> bool:
    """Whether a text that is no bundled name can only be a path: it ends as one, names a folder, or is there."""
    return path.suffix.casefold() in (".yaml", ".yml") or path.name != typed or path.exists()


def own_bytes(path: Path, *, called: str, inside: str, bundled: Sequence[str]) -> bytes:
    """Read a file, but never more than one byte past what is allowed.

    Parameters
    ----------
    path
        The user's own file.
    called
        What a bundled one is called: ``set``.
    inside
        What is looked for where a folder was named: ``criteria file``.
    bundled
        The names that ship.

    Raises
    ------
    BadCriteria
        It cannot be read.
    """
    try:
        with path.open("rb") as stream:
            return stream.read(LARGEST + 1)
    except FileNotFoundError:
        near = nearest(path.stem, bundled)
        offered = f' A bundled {called} is called "{near}".' if near else ""
        refuse(str(path), f"there is no such file.{offered}")
    except IsADirectoryError:
        refuse(str(path), f"is a folder. Name the {inside} inside it.")
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "its name cannot be used"
        refuse(str(path), f"cannot be read: {reason}.")


def refuse_unknown_name(typed: str, *, called: str, bundled: Sequence[str]) -> NoReturn:
    """Refuse a text that is neither a bundled name nor a path."""
    near = nearest(typed, bundled)
    offered = f'Did you mean "{near}"? ' if near else ""
    refuse(typed, f"is no bundled {called} and no file. {offered}The bundled {called}s are: {', '.join(bundled)}.")


def refuse(name: str, problem: str) -> NoReturn:
    """Refuse a file as a whole."""
    raise BadCriteria([Fault(code=Code.UNREADABLE, file=name, problem=problem)])
