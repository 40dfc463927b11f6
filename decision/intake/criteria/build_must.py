"""What stands under ``must`` and ``unknown`` becomes a must-have and what an unknown means.

A must-have holds one rule that goes with its kind; two limits are one rule, ``between``.
"""

from __future__ import annotations

from typing import assert_never

from decision.errors import Code, Fault
from decision.intake.criteria.keys import RULES_OF_KIND
from decision.intake.criteria.tree import Leaf, Listing, Node, Table, fault_at
from decision.intake.criteria.values import read_limit, read_limits
from decision.intake.criteria.words import did_you_mean, read_words, refuse_keys
from decision.model import Kind, MustHave, Rule, WhenUnknown
from decision.nouns.blocks import parse_free

__all__ = ["build_must", "build_unknown", "yes_or_no"]

_YES_NO = {"yes": "yes", "true": "yes", "no": "no", "false": "no"}


def build_must(node: Node | None, kind: Kind, unit: str, faults: list[Fault]) -> MustHave | None:
    """Build the must-have of one criterion, or ``None`` when it has none.

    Parameters
    ----------
    node
        What stands under ``must``.
    kind, unit
        Of the criterion.
    faults
        Where faults are added.
    """
    if node is None:
        return None
    legal = [rule.value for rule in RULES_OF_KIND[kind]]
    if not isinstance(node, Table):
        faults.append(fault_at(node, Code.WRONG_SHAPE, f"takes a rule and its limit, such as {{{legal[0]}: ...}}."))
        return None
    other = {rule.value for rule in Rule} - set(legal)
    for key in (node.keys[text] for text in node.keys if text in other):
        problem = f"does not go with {kind.value}. {did_you_mean(key.text, legal)}"
        faults.append(Fault(code=Code.UNKNOWN_KEY, line=key.line, path=key.path, problem=problem))
    refuse_keys(node, [rule.value for rule in Rule] if other & set(node.keys) else legal, faults)
    rules = [rule for rule in RULES_OF_KIND[kind] if rule.value in node.entries]
    if len(rules) > 1:
        problem = "holds one rule. For two limits write `between: [low, high]`."
        faults.append(fault_at(node, Code.WRONG_VALUE, problem))
    elif not node.entries:
        faults.append(fault_at(node, Code.WRONG_VALUE, f"is empty. Write a rule, such as {{{legal[0]}: ...}}."))
    built = [_ruled(rule, node.entries[rule.value], kind, unit, faults) for rule in rules]
    return built[0] if built else None


def _ruled(rule: Rule, node: Node, kind: Kind, unit: str, faults: list[Fault]) -> MustHave:
    match rule:
        case Rule.AT_LEAST:
            return MustHave(rule=rule, low=read_limit(node, kind, unit, faults))
        case Rule.AT_MOST:
            return MustHave(rule=rule, high=read_limit(node, kind, unit, faults))
        case Rule.BETWEEN:
            low, high = read_limits(node, kind, unit, faults)
            return MustHave(rule=rule, low=low, high=high)
        case Rule.ANY_OF | Rule.ALL_OF | Rule.NONE_OF:
            return MustHave(rule=rule, labels=read_words(node, faults))
        case Rule.IS:
            return MustHave(rule=rule, labels=(yes_or_no(node, faults),))
        case Rule.AVAILABLE:
            return MustHave(rule=rule, labels=_blocks(node, faults))
        case _:
            assert_never(rule)


def _blocks(node: Node, faults: list[Fault]) -> tuple[str, ...]:
    words = read_words(node, faults)
    places = {item.text.strip(): item for item in _leaves(node)}
    problem = "is not a time of the week. Write Sat, Mon-Fri 17:30-22:00 or Tue after 18:00."
    faults.extend(fault_at(places[word], Code.WRONG_VALUE, problem) for word in words if parse_free(word) is None)
    return words


def _leaves(node: Node) -> list[Leaf]:
    items = node.items if isinstance(node, Listing) else (node,)
    return [item for item in items if isinstance(item, Leaf)]


def yes_or_no(node: Node, faults: list[Fault]) -> str:
    """Read yes or no; an empty text after a fault."""
    word = _YES_NO.get(node.text.strip().casefold(), "") if isinstance(node, Leaf) else ""
    if not word:
        faults.append(fault_at(node, Code.WRONG_VALUE, "takes yes or no."))
    return word


def build_unknown(node: Node | None, kind: Kind, unit: str, faults: list[Fault]) -> WhenUnknown:
    """Build what an unknown means for one criterion.

    Parameters
    ----------
    node
        What stands under ``unknown``: ``ask``, ``out``, ``{between: [..]}`` or ``{assume: ..}``.
    kind, unit
        Of the criterion.
    faults
        Where faults are added.
    """
    match node:
        case None:
            return WhenUnknown()
        case Leaf() if node.text.strip() in ("ask", "out"):
            return WhenUnknown(out=node.text.strip() == "out")
        case Table():
            return _named(node, kind, unit, faults)
        case _:
            problem = "takes ask, out, {assume: value} or {between: [low, high]}."
            faults.append(fault_at(node, Code.WRONG_VALUE, problem))
            return WhenUnknown()


def _named(node: Table, kind: Kind, unit: str, faults: list[Fault]) -> WhenUnknown:
    refuse_keys(node, ("assume", "between"), faults)
    keys = [key for key in ("assume", "between") if key in node.entries]
    if len(keys) == 2 or not node.entries:
        faults.append(fault_at(node, Code.WRONG_VALUE, "holds one of assume and between."))
    if len(keys) != 1:
        return WhenUnknown()
    value = node.entries[keys[0]]
    is_one = keys[0] == "assume"
    if kind.is_numeric:
        low, high = _range(value, kind, unit, faults, is_one=is_one)
        return WhenUnknown(low=low, high=high, assumed=is_one)
    return WhenUnknown(labels=_labels(value, kind, faults, is_one=is_one), assumed=is_one)


def _range(node: Node, kind: Kind, unit: str, faults: list[Fault], *, is_one: bool) -> tuple[float, float]:
    if not is_one:
        return read_limits(node, kind, unit, faults)
    value = read_limit(node, kind, unit, faults)
    return value, value


def _labels(node: Node, kind: Kind, faults: list[Fault], *, is_one: bool) -> tuple[str, ...]:
    if is_one and not isinstance(node, Leaf):
        faults.append(fault_at(node, Code.WRONG_SHAPE, "takes one label."))
        return ()
    if kind is Kind.YES_NO:
        return tuple(dict.fromkeys(yes_or_no(item, faults) for item in _leaves(node)))
    return (node.text.strip(),) if is_one and isinstance(node, Leaf) and node.text.strip() else read_words(node, faults)
