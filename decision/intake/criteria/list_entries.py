"""What the entries of lists of costs and of grants have in common: amounts, conditions and words in one spelling.

Every reader adds a fault where it cannot, and gives an empty answer then.
"""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

from decision.errors import Code, Fault
from decision.intake.cells.cell import read_cell
from decision.intake.costs.condition_text import WANTED, parse_condition
from decision.intake.criteria.tree import Leaf, Listing, Node, Table, below, fault_at
from decision.intake.criteria.words import read_words
from decision.model import Basis, Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from decision.nouns.costs import Condition

__all__ = ["knowing", "read_amount", "read_condition", "read_spellings", "refuse_missing"]

_AMOUNT = "is no amount. Write $425, or a range such as $157 to $222."


def read_amount(node: Node | None, faults: list[Fault]) -> tuple[float, float]:
    """Read an amount or a range in dollars; two NaN after a fault."""
    if not isinstance(node, Leaf):
        if node is not None:
            faults.append(fault_at(node, Code.WRONG_SHAPE, "takes one amount or range, not a list or table."))
        return math.nan, math.nan
    reading = read_cell(node.text.strip(), Kind.MONEY)
    is_amount = reading.is_stated and not reading.fault and reading.basis is Basis.WHOLE
    if not is_amount or reading.currency not in ("", "USD"):
        faults.append(fault_at(node, Code.WRONG_VALUE, _AMOUNT))
        return math.nan, math.nan
    return reading.low, reading.high


def read_condition(node: Node | None, faults: list[Fault]) -> Condition | None:
    """Read one condition; ``None`` where there is none, and after a fault."""
    if node is None:
        return None
    found = parse_condition(node.text) if isinstance(node, Leaf) else None
    if found is None:
        faults.append(fault_at(node, Code.WRONG_VALUE, WANTED))
    return found


def read_spellings(node: Node | None, faults: list[Fault]) -> dict[str, tuple[str, ...]]:
    """Read ``words``: a mapping from label to its other spellings."""
    if node is None:
        return {}
    if isinstance(node, Table):
        return {text.strip(): read_words(value, faults) for text, value in node.entries.items()}
    problem = "takes a mapping from label to its other spellings."
    shape = Code.WRONG_SHAPE
    faults.append(fault_at(node if isinstance(node, Leaf | Listing) else Leaf(text=""), shape, problem))
    return {}


def refuse_missing(table: Table, keys: Iterable[str], faults: list[Fault]) -> None:
    """Add a fault for every needed key that is absent or empty."""
    for key in keys:
        node = table.entries.get(key)
        if node is None or (isinstance(node, Leaf) and not node.text.strip()):
            path = below(table.path, key)
            faults.append(Fault(code=Code.MISSING_KEY, line=table.line, path=path, problem="is missing. Add it."))


def knowing(condition: Condition, others: Iterable[Condition], aliases: Mapping[str, tuple[str, ...]]) -> Condition:
    """Give a condition the labels that all conditions on its column name, so that a cell is cut between them."""
    words = [word for other in others if other.column == condition.column for word in other.words]
    return replace(condition, known=tuple(dict.fromkeys([*words, *aliases])), aliases=aliases)
