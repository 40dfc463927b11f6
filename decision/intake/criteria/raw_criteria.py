"""A tree becomes a raw set: the criteria one by one, everything else beside them, nothing judged yet.

Options are laid over a raw set, so that one strict build serves the file and the options alike.
"""

from __future__ import annotations

from dataclasses import dataclass

from decision.errors import Code, Fault
from decision.intake.criteria.tree import Leaf, Listing, Table, fault_at

__all__ = ["RawSet", "raw_set"]


@dataclass(frozen=True, slots=True, kw_only=True)
class RawSet:
    """A criteria file as typed.

    Parameters
    ----------
    head
        What stands at the top of the file; its ``criteria`` are left as they were read.
    criteria
        The criteria, in the order of concern, with whatever was laid over them.
    dropped
        Names of criteria that options took away, which may still be named in an order.
    """

    head: Table
    criteria: tuple[Table, ...]
    dropped: tuple[str, ...] = ()


def raw_set(tree: Table, faults: list[Fault]) -> RawSet:
    """Take the criteria out of a tree.

    Parameters
    ----------
    tree
        The whole file.
    faults
        Where faults of shape are added: no ``criteria``, not a list, an entry that is no table.

    Examples
    --------
    >>> faults: list[Fault] = []
    >>> raw_set(Table(entries={}, keys={}, line=1), faults).criteria
    ()
    >>> print(faults[0])
    line 1, criteria  is missing. List what matters to you under `criteria:`.
    """
    found = tree.entries.get("criteria")
    if found is None:
        missing = Leaf(text="", path="criteria", line=tree.line)
        faults.append(fault_at(missing, Code.MISSING_KEY, "is missing. List what matters to you under `criteria:`."))
        return RawSet(head=tree, criteria=())
    if not isinstance(found, Listing) or not found.items:
        faults.append(
            fault_at(found, Code.WRONG_SHAPE, "is a list of at least one criterion, each begun with `- name:`.")
        )
        return RawSet(head=tree, criteria=())
    criteria = tuple(item for item in found.items if isinstance(item, Table))
    problem = "is no criterion. Begin each with `- name:` and put its keys below."
    faults.extend(fault_at(item, Code.WRONG_SHAPE, problem) for item in found.items if not isinstance(item, Table))
    return RawSet(head=tree, criteria=criteria)
