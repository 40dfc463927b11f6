"""Plain numbers by name become points, and improvements compared with the largest become swings.

A weight is 0 or more, and at least one is above 0; of swings the largest is 100.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from decision.errors import Code, Fault
from decision.intake.criteria.tree import fault_at
from decision.intake.criteria.values import read_limit
from decision.intake.criteria.weight_names import named_entries
from decision.model import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from decision.intake.criteria.tree import Node, Table
    from decision.model import Criterion

__all__ = ["build_points", "build_swings"]

_LARGEST = 100.0
_SHARE = "The largest improvement is 100, the others a share of it."


def build_points(node: Table, criteria: Sequence[Criterion], faults: list[Fault]) -> dict[str, float]:
    """Read points by name.

    Parameters
    ----------
    node
        ``{cost: 3, schedule: 1}``.
    criteria
        All criteria, in the order of concern.
    faults
        Where faults are added.
    """
    before = len(faults)
    advice = "Weigh every criterion that earns points; 0 is allowed."
    points = {name: _weight(entry, faults) for name, entry in named_entries(node, criteria, advice, faults).items()}
    if points and len(faults) == before and not any(points.values()):
        problem = "are all 0. Give at least one criterion a weight above 0."
        faults.append(Fault(code=Code.WRONG_VALUE, line=node.line, path=node.path, problem=problem))
    return points


def build_swings(node: Table, criteria: Sequence[Criterion], faults: list[Fault]) -> dict[str, float]:
    """Read how much each improvement from worst to best matters, beside the one that matters most.

    Parameters
    ----------
    node
        ``{cost: 100, schedule: 40}``: from the worst to the best schedule matters 40 % as much as from the worst to the
        best cost.
    criteria
        All criteria, in the order of concern.
    faults
        Where faults are added.
    """
    before = len(faults)
    advice = "Compare the improvement of every criterion that earns points; 0 is allowed."
    swings = {name: _swing(entry, faults) for name, entry in named_entries(node, criteria, advice, faults).items()}
    if swings and len(faults) == before and max(swings.values()) < _LARGEST:
        faults.append(Fault(code=Code.WRONG_VALUE, line=node.line, path=node.path, problem=f"name no 100. {_SHARE}"))
    return swings


def _weight(node: Node, faults: list[Fault]) -> float:
    points = read_limit(node, Kind.NUMBER, "", faults)
    if points < 0:
        faults.append(fault_at(node, Code.WRONG_VALUE, "is below 0. A weight is 0 or more."))
    return points


def _swing(node: Node, faults: list[Fault]) -> float:
    swing = _weight(node, faults)
    if swing > _LARGEST:
        faults.append(fault_at(node, Code.WRONG_VALUE, f"is over 100. {_SHARE}"))
    return swing
