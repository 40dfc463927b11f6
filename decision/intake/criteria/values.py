"""One value of a criteria file is understood: a limit, two limits, a share of the points.

Every reader adds a fault where it cannot, and gives an empty answer then: all faults of a file are found at once.
"""

from __future__ import annotations

import math
import re

from decision.errors import Code, Fault
from decision.intake.cells.cell import read_cell
from decision.intake.criteria.tree import Leaf, Listing, Node, fault_at
from decision.intake.criteria.words import CUT
from decision.model import Basis, Kind, Reading

__all__ = ["read_limit", "read_limits", "read_share"]

_BARE = re.compile(r"[0-9]+(\.[0-9]*)?|\.[0-9]+")
_THOUSANDS = re.compile(r"[0-9]{3}(\.[0-9]+)?")
_WANTED = {
    Kind.MONEY: "is not an amount. Write 8000 or $8,000.",
    Kind.SHARE: "is not a share. Write 60% or 0.6.",
    Kind.NUMBER: "is not a number. Write it in digits, such as 27.",
    Kind.DURATION: "is not a length of time. Write 9 months or 40 weeks.",
}


def read_limit(node: Node, kind: Kind, unit: str, faults: list[Fault]) -> float:
    """Read one limit or reference point of a numeric kind.

    Parameters
    ----------
    node
        Where it stands.
    kind, unit
        Of the criterion.
    faults
        Where a fault is added.

    Returns
    -------
    float
        In the kind's unit: dollars, share 0..1, months, or the number's own; NaN after a fault.
    """
    if not isinstance(node, Leaf):
        faults.append(fault_at(node, Code.WRONG_SHAPE, "takes one value, not a list or table."))
        return math.nan
    if kind is Kind.SHARE and _BARE.fullmatch(node.text.strip()):
        return read_share(node, faults)
    reading = read_cell(node.text.strip(), kind, unit=unit)
    problem = _trouble(reading, kind)
    if problem:
        faults.append(fault_at(node, Code.WRONG_VALUE, problem))
        return math.nan
    return reading.low


def _trouble(reading: Reading, kind: Kind) -> str:
    """Say why a reading is no limit, or nothing."""
    if reading.fault:
        return f"{reading.fault.partition('. ')[0].rstrip('.')}."  # what follows speaks of cells
    if not reading.is_stated or math.isnan(reading.low) or reading.is_bare:
        return _WANTED[kind]
    if reading.low != reading.high:
        return "is a range. A limit is one value; for two limits write `between: [low, high]`."
    if reading.currency not in ("", "USD"):
        return f"is an amount in {reading.currency}. Limits are in dollars."
    if reading.basis is not Basis.WHOLE:
        return f"is an amount for {reading.basis.value}. Write the amount for the whole program."
    return ""


def read_share(node: Node, faults: list[Fault]) -> float:
    """Read a share: ``60%`` and ``0.6`` and ``60`` are the same; a bare 1 could be two things and is a fault."""
    if not isinstance(node, Leaf) or not _BARE.fullmatch(node.text.strip()):
        return read_limit(node, Kind.SHARE, "", faults)
    value = float(node.text)
    if value == 1:
        faults.append(fault_at(node, Code.WRONG_VALUE, "could be 1 % or 100 %. Write 1% or 100%."))
        return math.nan
    if value > 100:
        faults.append(fault_at(node, Code.WRONG_VALUE, "is a share over 100 %. Write at most 100%."))
        return math.nan
    return value if value < 1 else value / 100


def read_limits(node: Node, kind: Kind, unit: str, faults: list[Fault]) -> tuple[float, float]:
    """Read two limits, the lower first; two NaN after a fault."""
    nothing = (math.nan, math.nan)
    if not isinstance(node, Listing):
        faults.append(fault_at(node, Code.WRONG_SHAPE, "takes two limits, such as [low, high]."))
        return nothing
    if kind in (Kind.MONEY, Kind.NUMBER) and any(_is_cut(item) for item in node.items[1:]):
        faults.append(_cut_in_list(node))
        return nothing
    if len(node.items) != 2:
        faults.append(fault_at(node, Code.WRONG_SHAPE, f"takes two limits, not {len(node.items)}."))
        return nothing
    low, high = (read_limit(item, kind, unit, faults) for item in node.items)
    if low > high:
        faults.append(fault_at(node, Code.WRONG_VALUE, "has its higher limit first. Write [low, high]."))
        return nothing
    return low, high


def _is_cut(node: Node) -> bool:
    return isinstance(node, Leaf) and node.is_glued and _THOUSANDS.fullmatch(node.text) is not None


def _cut_in_list(node: Listing) -> Fault:
    joined: list[str] = []
    for item in node.items:
        text = item.text if isinstance(item, Leaf) else "..."
        if joined and _is_cut(item):
            joined[-1] = f"{joined[-1]},{text}"
        else:
            joined.append(text)
    shown = ", ".join(f'"{text}"' for text in joined)
    problem = f"{CUT}[{shown}]; or, where two values are meant, put a space after the comma."
    return Fault(code=Code.WRONG_VALUE, line=node.line, path=node.path, problem=problem)
