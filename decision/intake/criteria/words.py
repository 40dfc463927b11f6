"""The words of any YAML file of ours are understood: a text, a list of words, keys that must be among the legal ones.

Every reader adds a fault where it cannot, and gives an empty answer then: all faults of a file are found at once.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from decision.errors import Code, Fault, nearest
from decision.intake.criteria.tree import Leaf, Listing, Node, Table, fault_at

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["CUT", "did_you_mean", "read_text", "read_words", "refuse_keys"]

CUT = "YAML cuts an amount at a comma inside {} or []. Put it in quotes: "
"""The beginning of what is said where YAML cut an amount."""

_REST = re.compile(r"[0-9]+(\.[0-9]+)?%?")


def did_you_mean(word: str, names: Sequence[str]) -> str:
    """Offer the nearest of the names as a sentence, or list them all when none is near.

    Examples
    --------
    >>> did_you_mean("mony", ["money", "share"])
    'Did you mean "money"?'
    >>> did_you_mean("zebra", ["money", "share"])
    'It can be: money, share.'
    """
    near = nearest(word, names)
    return f'Did you mean "{near}"?' if near else f"It can be: {', '.join(names)}."


def refuse_keys(table: Table, legal: Sequence[str], faults: list[Fault]) -> None:
    """Add a fault for every key that is not a legal one; bare digits are the rest of an amount that was cut."""
    texts = list(table.keys)
    for text, following in zip(texts, [*texts[1:], ""], strict=False):
        key = table.keys[text]
        if text in legal:
            continue
        if _is_rest(table, text):
            if not _is_rest(table, following):
                faults.append(_cut_in_table(table, key))
        elif nearest(text, ["weight"]) and "kind" in legal:
            near = "" if text == "weight" else ' Did you mean "weight"?'
            problem = f"not a key here.{near} Weights stand under `weights:`."
            faults.append(Fault(code=Code.UNKNOWN_KEY, line=key.line, path=key.path, problem=problem))
        else:
            problem = f"not a key here. {did_you_mean(text, legal)}"
            faults.append(Fault(code=Code.UNKNOWN_KEY, line=key.line, path=key.path, problem=problem))


def _is_rest(table: Table, text: str) -> bool:
    """Whether a key is the rest of an amount that YAML cut at its comma: bare digits with nothing below them."""
    value = table.entries.get(text)
    return _REST.fullmatch(text) is not None and isinstance(value, Leaf) and not value.text


def _cut_in_table(table: Table, key: Leaf) -> Fault:
    texts = list(table.keys)
    before = texts[: texts.index(key.text)]
    owner = next((text for text in reversed(before) if not _REST.fullmatch(text)), "")
    value = table.entries.get(owner)
    start = value.text if isinstance(value, Leaf) else ""
    rest = texts[texts.index(owner) + 1 : texts.index(key.text) + 1] if owner else [key.text]
    path = table.keys[owner].path if owner else key.path
    problem = f'{CUT}{owner}: "{",".join([start, *rest])}".'
    return Fault(code=Code.WRONG_VALUE, line=key.line, path=path, problem=problem)


def read_text(node: Node | None, faults: list[Fault]) -> str:
    """Read a text; an absent or empty one is empty."""
    if node is None or isinstance(node, Leaf):
        return "" if node is None else node.text.strip()
    faults.append(fault_at(node, Code.WRONG_SHAPE, "takes one text, not a list or table."))
    return ""


def read_words(node: Node, faults: list[Fault]) -> tuple[str, ...]:
    """Read a list of words, or one word alone; repeated words are taken once."""
    match node:
        case Leaf() if "," in node.text:
            listed = ", ".join(word.strip() for word in node.text.split(","))
            faults.append(fault_at(node, Code.WRONG_SHAPE, f"is one text. Write a list: [{listed}]."))
            return ()
        case Leaf():
            items: Sequence[Node] = (node,)
        case Listing():
            items = node.items
        case Table():
            faults.append(fault_at(node, Code.WRONG_SHAPE, "takes a list, such as [first, second]."))
            return ()
    before = len(faults)
    words = tuple(dict.fromkeys(_word(item, faults) for item in items))
    if not words:
        faults.append(fault_at(node, Code.WRONG_VALUE, "is empty. Write at least one."))
    return words if len(faults) == before else ()


def _word(node: Node, faults: list[Fault]) -> str:
    if isinstance(node, Leaf) and node.text.strip():
        return node.text.strip()
    is_empty = isinstance(node, Leaf)
    problem = "is empty. Write at least one." if is_empty else "is a list or table. Write one word."
    faults.append(fault_at(node, Code.WRONG_VALUE if is_empty else Code.WRONG_SHAPE, problem))
    return ""
