"""A least and a greatest weight for each criterion become ranges.

Some weights within them must add up to 100 %: else the ranges say nothing, and that is a fault.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from decision.errors import Code, Fault
from decision.intake.cells.cell import read_cell
from decision.intake.criteria.tree import Leaf, Listing, fault_at
from decision.intake.criteria.values import read_limits, read_share
from decision.intake.criteria.weight_names import named_entries
from decision.model import Kind, spell

if TYPE_CHECKING:
    from collections.abc import Sequence

    from decision.intake.criteria.tree import Node, Table
    from decision.model import Criterion

__all__ = ["build_ranges"]

_NOTHING = (math.nan, math.nan)
_ALMOST = 1e-9
_WANTED = "is no range of weights. Write 30% to 50%, the smaller first, or one share such as 10%."


def build_ranges(node: Table, criteria: Sequence[Criterion], faults: list[Fault]) -> dict[str, tuple[float, float]]:
    """Read a least and a greatest weight for every criterion that earns points.

    Parameters
    ----------
    node
        ``{cost: 30% to 50%, schedule: 10%}``; ``[30%, 50%]`` is a range too.
    criteria
        All criteria, in the order of concern.
    faults
        Where faults are added.

    Returns
    -------
    dict
        Name -> least and greatest weight, 0..1, in the order of concern.
    """
    before = len(faults)
    advice = "Give every criterion that earns points a range; 0% is allowed."
    ranges = {name: _range(entry, faults) for name, entry in named_entries(node, criteria, advice, faults).items()}
    problem = _empty(ranges) if ranges and len(faults) == before else ""
    if problem:
        faults.append(Fault(code=Code.WRONG_VALUE, line=node.line, path=node.path, problem=problem))
    return ranges


def _empty(ranges: dict[str, tuple[float, float]]) -> str:
    """Say why no weights within the ranges add up to 100 %, or nothing."""
    least = math.fsum(low for low, _ in ranges.values())
    most = math.fsum(high for _, high in ranges.values())
    if least > 1 + _ALMOST:
        return f"add up to at least {spell(Kind.SHARE, least)}. Lower some until the low ends add up to 100 % at most."
    if most < 1 - _ALMOST:
        return f"add up to at most {spell(Kind.SHARE, most)}. Raise some until the high ends add up to 100 % at least."
    return ""


def _range(node: Node, faults: list[Fault]) -> tuple[float, float]:
    if isinstance(node, Listing):
        return read_limits(node, Kind.SHARE, "", faults)
    if isinstance(node, Leaf):
        return _written(node, faults)
    faults.append(fault_at(node, Code.WRONG_SHAPE, "takes a range, such as 30% to 50%."))
    return _NOTHING


def _written(node: Leaf, faults: list[Fault]) -> tuple[float, float]:
    reading = read_cell(node.text.strip(), Kind.SHARE)
    if reading.is_bare and reading.low == reading.high:
        share = read_share(node, faults)
        return share, share
    if not reading.is_stated or reading.is_bare or math.isnan(reading.low) or not math.isnan(reading.took):
        faults.append(fault_at(node, Code.WRONG_VALUE, _WANTED))
        return _NOTHING
    return reading.low, reading.high
