"""Words that a vocabulary does not have are listed with how many programs state them and the nearest label it has.

The one rule: the most frequent come first, and what is not shown is counted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from decision.errors import nearest
from decision.report.screen.layout import clean, hang, wrap

if TYPE_CHECKING:
    from decision.model import CriteriaSet, Criterion, Facts

__all__ = ["outside_lines"]

_MOST = 12
"""Words listed for each criterion."""
_LONGEST = 80
_ALIKE = 0.8
"""How alike a label must be to be offered: a slip of the hand, not another body with a similar name."""


def outside_lines(criteria: CriteriaSet, facts: Facts, width: int) -> list[str]:
    """List the words outside the vocabularies of criteria.

    Parameters
    ----------
    criteria
        What the user wants.
    facts
        What the table states about it.
    width
        Columns of the terminal, at least 40.

    Returns
    -------
    list of str
        None wider than ``width``; empty where every word is known.
    """
    blocks = [_listed(criterion, facts.outside.get(criterion.name, ()), width) for criterion in criteria.criteria]
    lines = [line for block in blocks if block for line in [*block, ""]]
    return lines[:-1]


def _listed(criterion: Criterion, words: tuple[tuple[str, int], ...], width: int) -> list[str]:
    if not words or criterion.words is None:
        return []
    place = f"{clean(criterion.column)} that the vocabulary {clean(criterion.words.vocabulary)}"
    head = f"Words in {place} does not have, kept as typed, and how many programs state each:"
    size = len(f"{words[0][1]:,}") + 4
    known = {other: label for label, others in criterion.words.spellings.items() for other in (label, *others)}
    lines = [
        line
        for word, count in words[:_MOST]
        for line in hang(f"{count:,}".rjust(size - 2), f"{clean(word)}{_near(word, known)}", size, width)
    ]
    rest = len(words) - _MOST
    return [*wrap(head, width), *lines, *([f"  and {rest:,} more"] if rest > 0 else [])]


def _near(word: str, known: dict[str, str]) -> str:
    found = nearest(word, known, likeness=_ALIKE) if len(word) <= _LONGEST else ""
    return f" (nearest is {known[found]})" if found else ""
