"""What stands under ``weights`` becomes a `WeightRule`.

It names every criterion that earns points, once, and no other; nobody's weight is guessed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from decision.errors import Code, Fault
from decision.intake.criteria.build_pairwise import build_pairwise
from decision.intake.criteria.build_points import build_points, build_swings
from decision.intake.criteria.build_ranges import build_ranges
from decision.intake.criteria.keys import WEIGHT_WAYS, WEIGHT_WORDS
from decision.intake.criteria.tree import Leaf, Listing, Node, Table, fault_at
from decision.intake.criteria.weight_names import no_such
from decision.intake.criteria.words import did_you_mean
from decision.model import Criterion, WeightMethod, WeightRule

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["build_weights"]

_EXAMPLES = {
    "swings": ("{swings: {cost: 100, schedule: 40}}", "swings: cost=100,schedule=40"),
    "pairwise": ("{pairwise: {cost over schedule: 3}}", "pairwise: cost over schedule=3"),
    "ranges": ("{ranges: {cost: 30% to 50%}}", "ranges: cost=30%-50%"),
}
_SHAPES = "takes order, equal, rank_sum, {order: [first, second]}, a mapping from name to points, or one of"


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
        case Leaf() if node.text.strip() in WEIGHT_WORDS:
            return WeightRule(method=WeightMethod(node.text.strip()), groups=by_list)
        case Leaf():
            faults.append(fault_at(node, Code.WRONG_VALUE, _no_way(node)))
        case Listing():
            faults.append(fault_at(node, Code.WRONG_SHAPE, f"{_SHAPES} {', '.join(WEIGHT_WAYS)}."))
        case Table() if set(node.entries) == {"order"} and isinstance(node.entries["order"], Listing):
            known = [criterion.name for criterion in criteria]
            groups = _groups(node.entries["order"], weighted, [*known, *also], faults)
            return WeightRule(method=WeightMethod.ORDER, groups=groups)
        case Table():
            return _numbers(node, criteria, by_list, faults)
    return WeightRule(method=WeightMethod.ORDER, groups=by_list)


def _numbers(
    node: Table, criteria: Sequence[Criterion], groups: tuple[tuple[str, ...], ...], faults: list[Fault]
) -> WeightRule:
    """Build a rule of numbers: of one of the ways, or else of points by name."""
    way = next(iter(node.entries)) if len(node.entries) == 1 else ""
    under = node.entries.get(way)
    if way not in WEIGHT_WAYS or ((way,) in groups and isinstance(under, Leaf)):
        return WeightRule(method=WeightMethod.POINTS, groups=groups, points=build_points(node, criteria, faults))
    if not isinstance(under, Table):
        faults.append(fault_at(node, Code.WRONG_SHAPE, f"needs numbers by name, such as {_EXAMPLES[way][0]}."))
        return WeightRule(method=WeightMethod.ORDER, groups=groups)
    match WeightMethod(way):
        case WeightMethod.SWINGS:
            swings = build_swings(under, criteria, faults)
            return WeightRule(method=WeightMethod.SWINGS, groups=groups, points=swings)
        case WeightMethod.PAIRWISE:
            compared = build_pairwise(under, criteria, faults)
            return WeightRule(method=WeightMethod.PAIRWISE, groups=groups, comparisons=compared)
        case _:
            return WeightRule(method=WeightMethod.RANGES, groups=groups, ranges=build_ranges(under, criteria, faults))


def _no_way(node: Leaf) -> str:
    word = node.text.strip()
    if word in WEIGHT_WAYS:
        in_file, in_option = _EXAMPLES[word]
        return f"needs its numbers, such as {in_option if node.path.startswith('--') else in_file}."
    return f"is no way to weigh. {did_you_mean(node.text, [*WEIGHT_WORDS, *WEIGHT_WAYS])}"


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
        faults.append(fault_at(node, Code.WRONG_VALUE, no_such(name, known)))
    elif name in seen:
        faults.append(fault_at(node, Code.WRONG_VALUE, "stands twice in the order. Keep one."))
    seen.add(name)
    return name
