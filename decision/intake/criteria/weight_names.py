"""The names under ``weights`` are held against the criteria: every one that earns points is named, and no other.

One place, so that points, swings and ranges say the same of the same slip.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from decision.errors import Code, Fault
from decision.intake.criteria.keys import WEIGHT_WAYS
from decision.intake.criteria.tree import Table
from decision.intake.criteria.words import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Sequence

    from decision.intake.criteria.tree import Leaf, Node
    from decision.model import Criterion

__all__ = ["fault_of_name", "named_entries", "no_such", "weighted_names"]


def weighted_names(criteria: Sequence[Criterion]) -> list[str]:
    """Give the names of the criteria that earn points, in the order of concern."""
    return [criterion.name for criterion in criteria if criterion.scale is not None]


def no_such(name: str, names: Sequence[str]) -> str:
    """Say that a name is no criterion, with the nearest that is one.

    Examples
    --------
    >>> no_such("cots", ["cost"]), no_such("cots", [])
    ('is no criterion. Did you mean "cost"?', 'is no criterion that earns points.')
    """
    return f"is no criterion. {did_you_mean(name, names)}" if names else "is no criterion that earns points."


def fault_of_name(key: Leaf, problem: str) -> Fault:
    """Make the fault of a name that weights are given for; the path in a file ends with it, an option does not."""
    found = key.text if key.path.startswith("--") else None
    return Fault(code=Code.WRONG_VALUE, line=key.line, path=key.path, found=found, problem=problem)


def named_entries(node: Table, criteria: Sequence[Criterion], advice: str, faults: list[Fault]) -> dict[str, Node]:
    """Give what stands under each criterion that earns points.

    Parameters
    ----------
    node
        Name to what was given for it.
    criteria
        All criteria, in the order of concern.
    advice
        A sentence for where a criterion is missing.
    faults
        Where a fault is added for every name that is a stranger, and one for all that are missing.

    Returns
    -------
    dict
        In the order of concern; what is missing is left out.
    """
    weighted = weighted_names(criteria)
    for key in (key for text, key in node.keys.items() if text not in weighted):
        problem = _stranger(key.text, node.entries[key.text], criteria)
        faults.append(fault_of_name(key, problem))
    missing = [name for name in weighted if name not in node.entries]
    if missing:
        problem = f"does not name {', '.join(missing)}. {advice}"
        faults.append(Fault(code=Code.MISSING_KEY, line=node.line, path=node.path, problem=problem))
    return {name: node.entries[name] for name in weighted if name in node.entries}


def _stranger(name: str, entry: Node, criteria: Sequence[Criterion]) -> str:
    if name in WEIGHT_WAYS and isinstance(entry, Table):
        return "is a way to weigh and stands alone. Take away what stands beside it."
    is_must_only = name in [criterion.name for criterion in criteria]
    return "earns no points, so it has no weight." if is_must_only else no_such(name, weighted_names(criteria))
