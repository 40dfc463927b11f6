"""What stands under ``weights`` becomes a `WeightRule`.

It names every criterion that earns points, once, and no other; nobody's weight is guessed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from decision.errors import Code, Fault
from decision.intake.tree import Leaf, Listing, Node, Table, fault_at
from decision.intake.values import did_you_mean, read_limit
from decision.model import Criterion, Kind, WeightMethod, WeightRule

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["build_weights"]

_METHODS = [method.value for method in WeightMethod if method is not WeightMethod.POINTS]


def build_weights(
    node: Node | None, criteria: Sequence[Criterion], also: Sequence[str], faults: list[Fault]
) -> WeightRule:
    """Build the rule by which the criteria are weighted.

    Parameters
    ----------
    node
        What stands under ``weights``; ``None`` is the order of concern.
    criteria
        All criteria, in the order of concern.
    also
        Names that an order may hold as well, though they are no criteria any more.
    faults
        Where faults are added.
    """
    weighted = [criterion.name for criterion in criteria if criterion.scale is not None]
    by_list = tuple((name,) for name in weighted)
    match node:
        case None:
            return WeightRule(method=WeightMethod.ORDER, groups=by_list)
        case Leaf() if node.text.strip() in _METHODS:
            return WeightRule(method=WeightMethod(node.text.strip()), groups=by_list)
        case Leaf():
            faults.append(fault_at(node, Code.WRONG_VALUE, f"is no way to weigh. {did_you_mean(node.text, _METHODS)}"))
        case Listing():
            problem = "takes order, equal, rank_sum, {order: [first, second]} or a mapping from name to points."
            faults.append(fault_at(node, Code.WRONG_SHAPE, problem))
        case Table() if set(node.entries) == {"order"} and isinstance(node.entries["order"], Listing):
            known = [criterion.name for criterion in criteria]
            groups = _groups(node.entries["order"], weighted, [*known, *also], faults)
            return WeightRule(method=WeightMethod.ORDER, groups=groups)
        case Table():
            return WeightRule(method=WeightMethod.POINTS, groups=by_list, points=_points(node, criteria, faults))
    return WeightRule(method=WeightMethod.ORDER, groups=by_list)


def _points(node: Table, criteria: Sequence[Criterion], faults: list[Fault]) -> dict[str, float]:
    weighted = [criterion.name for criterion in criteria if criterion.scale is not None]
    before = len(faults)
    for key in (key for text, key in node.keys.items() if text not in weighted):
        is_must_only = key.text in [criterion.name for criterion in criteria]
        problem = "earns no points, so it has no weight." if is_must_only else _no_such(key.text, weighted)
        faults.append(Fault(code=Code.WRONG_VALUE, line=key.line, path=key.path, problem=problem))
    missing = [name for name in weighted if name not in node.entries]
    if missing:
        problem = f"does not name {', '.join(missing)}. Weigh every criterion that earns points; 0 is allowed."
        faults.append(Fault(code=Code.MISSING_KEY, line=node.line, path=node.path, problem=problem))
    points = {name: _weight(node.entries[name], faults) for name in weighted if name in node.entries}
    if points and len(faults) == before and not any(points.values()):
        problem = "are all 0. Give at least one criterion a weight above 0."
        faults.append(Fault(code=Code.WRONG_VALUE, line=node.line, path=node.path, problem=problem))
    return points


def _weight(node: Node, faults: list[Fault]) -> float:
    points = read_limit(node, Kind.NUMBER, "", faults)
    if points < 0:
        faults.append(fault_at(node, Code.WRONG_VALUE, "is below 0. A weight is 0 or more."))
    return points


def _no_such(name: str, names: Sequence[str]) -> str:
    return f"is no criterion. {did_you_mean(name, names)}" if names else "is no criterion that earns points."


def _groups(
    node: Node, weighted: Sequence[str], known: Sequence[str], faults: list[Fault]
) -> tuple[tuple[str, ...], ...]:
    """Read an order of importance; names in a nested list are of equal concern."""
    seen: set[str] = set()
    groups: list[tuple[str, ...]] = []
    for item in node.items if isinstance(node, Listing) else ():
        members = item.items if isinstance(item, Listing) else (item,)
        names = [_ordered(member, known, seen, faults) for member in members]
        groups.append(tuple(name for name in names if name in weighted))
    missing = [name for name in weighted if name not in seen]
    if missing:
        problem = f"does not name {', '.join(missing)}. Name every criterion that earns points, once."
        faults.append(Fault(code=Code.MISSING_KEY, line=node.line, path=node.path, problem=problem))
    return tuple(group for group in groups if group)


def _ordered(node: Node, known: Sequence[str], seen: set[str], faults: list[Fault]) -> str:
    if not isinstance(node, Leaf):
        faults.append(fault_at(node, Code.WRONG_SHAPE, "is nested too deep. A list inside the list is the deepest."))
        return ""
    name = node.text.strip()
    if name not in known:
        faults.append(fault_at(node, Code.WRONG_VALUE, _no_such(name, known)))
    elif name in seen:
        faults.append(fault_at(node, Code.WRONG_VALUE, "stands twice in the order. Keep one."))
    seen.add(name)
    return name
