"""A list that a criterion names becomes its tree: a bundled one by its name, or a user's own file by its path.

Whatever is wrong with it is a fault with the list's own file and line, beside the faults of the criteria.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from decision.errors import BadCriteria, Code, nearest
from decision.intake.criteria.tree import Leaf, Listing, Table, fault_at
from decision.intake.criteria.yaml_text import LARGEST, decode
from decision.intake.criteria.yaml_tree import read_tree
from decision.intake.shelf import bundled_list, bundled_lists

if TYPE_CHECKING:
    from decision.errors import Fault

__all__ = ["ListFile", "digest_of", "entries_of", "read_list"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ListFile:
    """A list as typed, its name as given, and the SHA-256 of its bytes."""

    tree: Table
    name: str
    digest: str


def read_list(node: Leaf, folder: str, faults: list[Fault]) -> ListFile | None:
    """Read the list that a text names.

    Parameters
    ----------
    node
        Its bundled name or its path.
    folder
        Where bundled ones stand: ``costs`` or ``aid``.
    faults
        Where faults are added.

    Returns
    -------
    ListFile or None
        ``None`` after a fault.
    """
    name = node.text.strip()
    content = _bytes(name, folder)
    if content is None:
        names = bundled_lists(folder)
        near = nearest(name, names)
        offered = f'Did you mean "{near}"? ' if near else ""
        problem = f"is no bundled list and no file. {offered}The bundled lists are: {', '.join(names)}."
        faults.append(fault_at(node, Code.UNREADABLE, problem))
        return None
    try:
        tree = read_tree(decode(content, file=name), file=name)
    except BadCriteria as error:
        faults.extend(error.faults)
        return None
    return ListFile(tree=tree, name=name, digest=hashlib.sha256(content).hexdigest())


def digest_of(name: str, folder: str) -> str:
    """Give the SHA-256 of a list's bytes as they are now; empty when it is gone."""
    content = _bytes(name, folder)
    return "" if content is None else hashlib.sha256(content).hexdigest()


def entries_of(listed: ListFile, key: str, faults: list[Fault]) -> list[Table]:
    """Give the entries under a key of a list; anything else there is a fault.

    Parameters
    ----------
    listed
        The list.
    key
        ``lines`` or ``grants``.
    faults
        Where faults are added, each with the list's file.
    """
    node = listed.tree.entries.get(key)
    if not isinstance(node, Listing) or not node.items:
        at = node or Leaf(text="", path=key, line=listed.tree.line)
        problem = f"is missing or no list. List what there is under `{key}:`, each begun with `- name:`."
        faults.append(replace(fault_at(at, Code.WRONG_SHAPE, problem), file=listed.name))
        return []
    others = [item for item in node.items if not isinstance(item, Table)]
    problem = "is no entry. Begin each with `- name:` and put its keys below."
    faults.extend(replace(fault_at(item, Code.WRONG_SHAPE, problem), file=listed.name) for item in others)
    return [item for item in node.items if isinstance(item, Table)]


def _bytes(name: str, folder: str) -> bytes | None:
    if name in bundled_lists(folder):
        return bundled_list(folder, name).read_bytes()
    try:
        with Path(name).open("rb") as stream:
            return stream.read(LARGEST + 1)
    except (OSError, ValueError):
        return None
