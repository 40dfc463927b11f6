"""The shape of a criteria file once it is taken apart: texts, lists and tables, each knowing where it stands.

Nothing is understood here: every scalar is still the text that was typed, so ``no`` is a word and 12:30 is no number.
Positions in a list count from 1, as a person counts: ``criteria[2]`` is the second criterion.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from decision.errors import Code, Fault

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

__all__ = ["Leaf", "Listing", "Node", "Table", "below", "fault_at", "plain_tree"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """A text as typed.

    Parameters
    ----------
    text
        As typed, without its quotes.
    path
        Where it stands, such as ``criteria[2].name``.
    line
        The line it begins in, from 1; ``None`` when it comes from no file.
    is_glued
        It stands without quotes right behind a comma, no space between: it may be the rest of an amount.
    """

    text: str
    path: str = ""
    line: int | None = None
    is_glued: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """A list, in the order typed."""

    items: tuple[Node, ...]
    path: str = ""
    line: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Keys and what stands under them; ``keys`` holds the keys themselves with their places."""

    entries: Mapping[str, Node]
    keys: Mapping[str, Leaf]
    path: str = ""
    line: int | None = None


Node = Leaf | Listing | Table


def below(path: str, key: str) -> str:
    """Give the path of a key inside the table at a path.

    Examples
    --------
    >>> below("", "title"), below("criteria[2]", "must")
    ('title', 'criteria[2].must')
    """
    return f"{path}.{key}" if path else key


def fault_at(node: Node, code: Code, problem: str) -> Fault:
    """Make the fault of one place; what was found is shown when it is a text that is not empty.

    Examples
    --------
    >>> print(fault_at(Leaf(text="red", path="criteria[1].kind", line=3), Code.WRONG_VALUE, "is no kind."))
    line 3, criteria[1].kind  "red"  is no kind.
    """
    found = node.text or None if isinstance(node, Leaf) else None
    return Fault(code=code, line=node.line, path=node.path, found=found, problem=problem)


def plain_tree(node: Node) -> str | Sequence[object] | Mapping[str, object]:
    """Give a tree as plain texts, lists and dicts, as a JSON Schema judges them.

    Examples
    --------
    >>> plain_tree(Listing(items=(Leaf(text="a"), Listing(items=()))))
    ['a', []]
    """
    match node:
        case Leaf():
            return node.text
        case Listing():
            return [plain_tree(item) for item in node.items]
        case Table():
            return {key: plain_tree(value) for key, value in node.entries.items()}
