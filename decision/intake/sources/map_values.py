"""One value of a map of a source is understood: a mapping of texts, a reason, one of a closed list of words.

Every reader adds a fault where it cannot, and gives an empty answer then: all faults of a map are found at once.
"""

from __future__ import annotations

from enum import Enum
from typing import TypeVar

from decision.errors import Code, Fault
from decision.intake.criteria.tree import Leaf, Node, Table, fault_at
from decision.intake.criteria.words import did_you_mean, read_text, read_words
from decision.intake.sources.reasons import REASONS, reason_of

__all__ = ["read_count", "read_member", "read_reason", "read_reasons", "read_texts", "read_when"]

_LARGEST = 99
Member = TypeVar("Member", bound=Enum)


def read_texts(node: Node | None, faults: list[Fault], wanted: str) -> dict[str, str]:
    """Read a mapping of text to text; ``wanted`` says how one is written."""
    if node is None:
        return {}
    if not isinstance(node, Table):
        faults.append(fault_at(node, Code.WRONG_SHAPE, f"takes a mapping, such as {wanted}."))
        return {}
    return {text.strip(): read_text(value, faults) for text, value in node.entries.items()}


def read_reasons(node: Node | None, faults: list[Fault]) -> dict[str, str]:
    """Read a mapping of text to the reason it stands for."""
    reasons = read_texts(node, faults, '{"-1": not applicable}')
    if isinstance(node, Table):
        for value in node.entries.values():
            _refuse_no_reason(value, faults)
    return reasons


def read_reason(node: Node | None, faults: list[Fault]) -> str:
    """Read one reason; empty where there is none."""
    if node is None:
        return ""
    _refuse_no_reason(node, faults)
    return read_text(node, faults)


def read_when(node: Node | None, faults: list[Fault]) -> dict[str, tuple[str, ...]]:
    """Read headers and the texts that their cells must have."""
    if node is None:
        return {}
    if not isinstance(node, Table):
        faults.append(fault_at(node, Code.WRONG_SHAPE, 'takes a mapping, such as {PRGMSR1: "1"}.'))
        return {}
    return {header.strip(): read_words(value, faults) for header, value in node.entries.items()}


def read_member(node: Node | None, kind: type[Member], default: Member, faults: list[Fault]) -> Member:
    """Read one of a closed list of words."""
    if node is None:
        return default
    word = read_text(node, faults)
    words = [str(member.value) for member in kind if member.value]
    if word in words:
        return kind(word)
    if isinstance(node, Leaf):
        faults.append(fault_at(node, Code.WRONG_VALUE, f"is not a word here. {did_you_mean(word, words)}"))
    return default


def read_count(node: Node | None, faults: list[Fault], *, least: int) -> int:
    """Read a whole number up to 99; 0 where there is none, or after a fault."""
    if node is None:
        return 0
    text = read_text(node, faults)
    if text.isascii() and text.isdigit() and least <= int(text) <= _LARGEST:
        return int(text)
    if isinstance(node, Leaf):
        faults.append(fault_at(node, Code.WRONG_VALUE, f"takes a whole number from {least} to {_LARGEST}."))
    return 0


def _refuse_no_reason(node: Node, faults: list[Fault]) -> None:
    if isinstance(node, Leaf) and reason_of(node.text) is None:
        problem = f"is no reason. It can be: {', '.join(REASONS)}; a remark goes in brackets behind it."
        faults.append(fault_at(node, Code.WRONG_VALUE, problem))
