"""What a criteria file says of dates becomes a `FreshRule`: which columns, and from when on facts are wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from decision.errors import Code
from decision.intake.cells.as_of import read_as_of
from decision.intake.criteria.keys import FRESH_KEYS
from decision.intake.criteria.tree import Leaf, Table, fault_at
from decision.intake.criteria.words import read_text, refuse_keys
from decision.nouns.freshness import FreshRule

if TYPE_CHECKING:
    from decision.errors import Fault
    from decision.intake.criteria.tree import Node

__all__ = ["build_fresh"]


def build_fresh(node: Node | None, faults: list[Fault]) -> FreshRule:
    """Build the rule of freshness.

    Parameters
    ----------
    node
        What stands under ``fresh:``; ``None`` where nothing does.
    faults
        Where faults are added.

    Examples
    --------
    >>> since = Leaf(text="2025-01-01")
    >>> build_fresh(Table(entries={"since": since}, keys={}), []).since
    20250101
    """
    if node is None:
        return FreshRule()
    if not isinstance(node, Table):
        faults.append(fault_at(node, Code.WRONG_SHAPE, f"takes the keys {', '.join(FRESH_KEYS)}."))
        return FreshRule()
    refuse_keys(node, FRESH_KEYS, faults)
    since, words = _since(node.entries.get("since"), faults)
    return FreshRule(
        column=read_text(node.entries.get("column"), faults),
        url=read_text(node.entries.get("url"), faults),
        since=since,
        since_words=words,
    )


def _since(node: Node | None, faults: list[Fault]) -> tuple[int, str]:
    """Read the limit; a period counts by its first day."""
    if node is None:
        return 0, ""
    text = node.text.strip() if isinstance(node, Leaf) else ""
    if isinstance(node, Leaf) and text.casefold() in ("", "none"):
        return 0, ""
    date = read_as_of(text)
    if not date.is_known:
        faults.append(fault_at(node, Code.WRONG_VALUE, date.problem or "is no date. Write 2025-01-01."))
        return 0, ""
    return date.first, text
