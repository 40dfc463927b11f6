"""A raw set becomes a `CriteriaSet`: the one strict validator, of a file and of the options laid over it alike.

All faults of a set are found in one pass.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from decision.errors import Code, Fault
from decision.intake.criteria.build_criterion import build_criterion
from decision.intake.criteria.build_fresh import build_fresh
from decision.intake.criteria.build_weights import build_weights
from decision.intake.criteria.build_words import digests
from decision.intake.criteria.keys import HEAD_KEYS
from decision.intake.criteria.tree import Leaf, Node, Table, fault_at
from decision.intake.criteria.words import read_text, refuse_keys
from decision.model import CriteriaSet, Criterion

if TYPE_CHECKING:
    from decision.intake.criteria.raw_criteria import RawSet

__all__ = ["build_set"]

_SHORTLIST = 3
_LONGEST = 9  # digits; more programs than that are no shortlist


def build_set(raw: RawSet, faults: list[Fault], *, name: str, title: str) -> CriteriaSet:
    """Build a criteria set.

    Parameters
    ----------
    raw
        As typed.
    faults
        Where faults are added; where any was, the set is not to be used.
    name
        The bundled name or path of the file.
    title
        What it is called where it gives no title itself.
    """
    refuse_keys(raw.head, HEAD_KEYS, faults)
    criteria = tuple(build_criterion(table, faults, folder=Path(name).parent) for table in raw.criteria)
    _refuse_same_names(raw.criteria, criteria, faults)
    is_named = all(criterion.name for criterion in criteria)  # else any weights would seem wrong
    weights = build_weights(raw.head.entries.get("weights") if is_named else None, criteria, raw.dropped, faults)
    return CriteriaSet(
        title=read_text(raw.head.entries.get("title"), faults) or title,
        name=name,
        criteria=criteria,
        weights=weights,
        shortlist=_shortlist(raw.head.entries.get("shortlist"), faults),
        fresh=build_fresh(raw.head.entries.get("fresh"), faults),
        vocabularies=digests([criterion.words.vocabulary for criterion in criteria if criterion.words]),
    )


def _refuse_same_names(tables: tuple[Table, ...], criteria: tuple[Criterion, ...], faults: list[Fault]) -> None:
    first: dict[str, Table] = {}
    for table, criterion in zip(tables, criteria, strict=True):
        earlier = first.setdefault(criterion.name.casefold(), table)
        if criterion.name and earlier is not table:
            problem = f"is the name of {earlier.path} too. Give each criterion its own."
            faults.append(fault_at(table.entries["name"], Code.WRONG_VALUE, problem))


def _shortlist(node: Node | None, faults: list[Fault]) -> int:
    if node is None:
        return _SHORTLIST
    text = node.text.strip() if isinstance(node, Leaf) else ""
    is_whole = text.isascii() and text.isdigit() and len(text) <= _LONGEST
    if is_whole and int(text) >= 1:
        return int(text)
    faults.append(fault_at(node, Code.WRONG_VALUE, "takes a whole number of programs, at least 1."))
    return _SHORTLIST
