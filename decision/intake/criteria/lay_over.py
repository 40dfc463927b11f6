"""Recorded options are laid over a raw set before anything is judged: one validator serves file and options alike.

Each value laid over carries the option it came from as its path, so that a fault names the option and not the file.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from decision.intake.criteria.keys import PLAN_KEYS
from decision.intake.criteria.option_text import amounts, split_list
from decision.intake.criteria.overrides import MUST_KEYS
from decision.intake.criteria.raw_criteria import RawSet
from decision.intake.criteria.tree import Leaf, Listing, Node, Table
from decision.intake.criteria.weight_text import weights_node
from decision.model import Rule

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

__all__ = ["lay_over"]

_HEAD = ("order", "weights", "shortlist", "fresh_since")
_LISTS = (
    "parts",
    "less",
    "add",
    "aid",
    *(rule.value for rule in (Rule.ANY_OF, Rule.ALL_OF, Rule.NONE_OF, Rule.AVAILABLE)),
)
_THOUSANDS = re.compile(r"(\$[0-9]{1,3}),([0-9]{3})(?![0-9])")
_POINTS = {"best", "worst", "scale"}


def lay_over(raw: RawSet, names: Sequence[str], overrides: Mapping[str, str]) -> RawSet:
    """Lay options over a raw set.

    Parameters
    ----------
    raw
        The file as typed, without faults.
    names
        The names of its criteria, in the same order.
    overrides
        As recorded: ``cost.at_most`` and the like, ``order``, ``weights``, ``shortlist``, ``fresh_since``.

    Returns
    -------
    RawSet
        A criterion left with neither a must-have nor points is dropped from it.
    """
    tables = dict(zip(names, raw.criteria, strict=True))
    for path, text in overrides.items():
        name, dot, key = path.rpartition(".")
        if dot and path not in _HEAD:
            tables[name] = _laid(tables[name], key, text, f"--set {path}")
    kept = {name: table for name, table in tables.items() if _POINTS & set(table.entries) or "must" in table.entries}
    head = raw.head
    if "weights" in overrides:
        head = _with(head, "weights", weights_node(overrides["weights"]))
    if "shortlist" in overrides:
        head = _with(head, "shortlist", Leaf(text=overrides["shortlist"], path="--shortlist"))
    if "fresh_since" in overrides:
        head = _with_fresh(head, Leaf(text=overrides["fresh_since"], path="--fresh-since"))
    order = [name for name in split_list(overrides.get("order", "")) if name]
    front = [name for name in order if name in kept]
    moved = [kept[name] for name in [*front, *(name for name in kept if name not in front)]]
    return RawSet(
        head=_with_order(head, order), criteria=tuple(moved), dropped=tuple(name for name in names if name not in kept)
    )


def _laid(table: Table, key: str, text: str, option: str) -> Table:
    if key == "must" and text.strip() == "none":
        return _without(table, {"must", *PLAN_KEYS})
    if key == "must":
        return _with(table, "must", Leaf(text=text, path=option))
    if key in MUST_KEYS:
        rule = Table(entries={key: _value(key, text, option)}, keys={key: Leaf(text=key, path=option)}, path=option)
        return _with(table, "must", rule)
    if key in ("best", "worst"):
        table = _without(table, {"scale"})
    return _with(table, key, _value(key, text, option))


def _value(key: str, text: str, option: str) -> Node:
    if key == "unknown":
        return _unknown(text, option)
    if key == "person":
        return _answers(text, option)
    if key == "between":
        return _listing(amounts(text), option)
    return _listing(split_list(text), option) if key in _LISTS else Leaf(text=text, path=option)


def _unknown(text: str, option: str) -> Node:
    word, _, rest = text.strip().partition(" ")
    if word not in ("assume", "between"):
        return Leaf(text=text.strip(), path=option)
    value = Leaf(text=rest.strip(), path=option) if word == "assume" else _listing(amounts(rest), option)
    return Table(entries={word: value}, keys={word: Leaf(text=word, path=option)}, path=option)


def _answers(text: str, option: str) -> Node:
    """Give answers typed as ``question: yes, other question: no`` as a table."""
    pairs = [part.rpartition(":") for part in _THOUSANDS.sub(r"\1\2", text).split(",") if part.strip()]
    if not all(colon for _, colon, _ in pairs):
        return Leaf(text=text, path=option)
    entries: dict[str, Node] = {name.strip(): Leaf(text=word.strip(), path=option) for name, _, word in pairs}
    keys = {name: Leaf(text=name, path=option) for name in entries}
    return Table(entries=entries, keys=keys, path=option)


def _listing(texts: Sequence[str], option: str) -> Listing:
    return Listing(items=tuple(Leaf(text=text, path=option) for text in texts), path=option)


def _with(table: Table, key: str, value: Node) -> Table:
    keys = {**table.keys, key: Leaf(text=key, path=value.path)}
    return replace(table, entries={**table.entries, key: value}, keys=keys)


def _with_fresh(head: Table, since: Leaf) -> Table:
    """Lay the limit over what the file says of dates, if it says anything."""
    fresh = head.entries.get("fresh")
    empty = Table(entries={}, keys={}, path="fresh")
    return _with(head, "fresh", _with(fresh if isinstance(fresh, Table) else empty, "since", since))


def _without(table: Table, keys: set[str]) -> Table:
    return replace(
        table,
        entries={key: value for key, value in table.entries.items() if key not in keys},
        keys={key: leaf for key, leaf in table.keys.items() if key not in keys},
    )


def _with_order(head: Table, order: Sequence[str]) -> Table:
    """Move names to the front of an order of importance that stands apart from the list's."""
    weights = head.entries.get("weights")
    if not order or not isinstance(weights, Table) or set(weights.entries) != {"order"}:
        return head
    groups = weights.entries["order"]
    if not isinstance(groups, Listing):
        return head
    front = tuple(Leaf(text=name, path="--order") for name in order)
    rest = tuple(left for item in groups.items if (left := _left(item, order)) is not None)
    moved = replace(groups, items=(*front, *rest))
    return _with(head, "weights", replace(weights, entries={"order": moved}))


def _left(item: Node, order: Sequence[str]) -> Node | None:
    """Give what is left of one place in the order once the named ones are gone."""
    if not isinstance(item, Listing):
        return None if isinstance(item, Leaf) and item.text.strip() in order else item
    members = tuple(left for member in item.items if (left := _left(member, order)) is not None)
    return replace(item, items=members) if members else None
