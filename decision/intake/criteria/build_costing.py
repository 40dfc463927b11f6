"""The keys of a cost become how its bill is made: the user's own figure, counts, added lines, grants, answers.

A list is named and read here; an answer must be to something that a list asks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from decision.errors import Code
from decision.intake.cells.labels import folded
from decision.intake.costs.grants import START
from decision.intake.criteria.aid_list import MONTH, Aid, build_aid
from decision.intake.criteria.cost_list import build_lines
from decision.intake.criteria.keys import COSTING_KEYS
from decision.intake.criteria.list_entries import read_amount
from decision.intake.criteria.list_file import ListFile, read_list
from decision.intake.criteria.tree import Leaf, Listing, Node, Table, fault_at
from decision.intake.criteria.words import did_you_mean, read_text
from decision.nouns.costs import NO_COSTING, Costing

if TYPE_CHECKING:
    from collections.abc import Mapping

    from decision.errors import Fault

__all__ = ["build_costing"]

_NONE = "none"
_YES_NO = {"yes": "yes", "true": "yes", "no": "no", "false": "no"}


def build_costing(table: Table, faults: list[Fault]) -> Costing:
    """Build how the bill of a criterion is made.

    Parameters
    ----------
    table
        The whole criterion, of kind money.
    faults
        Where faults are added.
    """
    entries = table.entries
    if not set(COSTING_KEYS) & set(entries):
        return NO_COSTING
    costs = _lists(entries.get("add"), "costs", faults)
    aids = _lists(entries.get("aid"), "aid", faults)
    lines = [line for listed in costs for line in build_lines(listed, faults)]
    built = [build_aid(listed, faults) for listed in aids]
    return Costing(
        override=read_text(entries.get("override"), faults),
        credits=read_text(entries.get("credits"), faults),
        length=read_text(entries.get("length"), faults),
        lines=tuple(lines),
        grants=tuple(grant for aid in built for grant in aid.grants),
        questions={name: sentence for aid in built for name, sentence in aid.questions.items()},
        person=_person(entries, built, faults),
        lists={
            f"{folder}/{listed.name}": listed.digest
            for folder, of in (("costs", costs), ("aid", aids))
            for listed in of
        },
    )


def _lists(node: Node | None, folder: str, faults: list[Fault]) -> list[ListFile]:
    if node is None or (isinstance(node, Leaf) and not node.text.strip()):
        return []
    if isinstance(node, Table):
        faults.append(fault_at(node, Code.WRONG_SHAPE, "takes the name of a list, or several: [first, second]."))
        return []
    items = node.items if isinstance(node, Listing) else (node,)
    leaves = [item for item in items if isinstance(item, Leaf) and item.text.strip() != _NONE]
    read = [read_list(leaf, folder, faults) for leaf in leaves]
    return [listed for listed in read if listed is not None]


def _person(entries: Mapping[str, Node], aids: list[Aid], faults: list[Fault]) -> dict[str, str]:
    node, named = entries.get("person"), entries.get("aid")
    if node is None or (isinstance(node, Leaf) and not node.text.strip()):
        return {}
    if not isinstance(node, Table):
        faults.append(fault_at(node, Code.WRONG_SHAPE, "takes your answers, such as {bachelor: no}."))
        return {}
    if named is None:
        faults.append(fault_at(node, Code.MISSING_KEY, "needs `aid:`. Your answers say which grants are for you."))
    if not aids:
        return {}
    grants = {folded(grant.name): grant.name for aid in aids for grant in aid.grants}
    asked = {folded(name): name for aid in aids for grant in aid.grants for name in grant.person}
    names = {**asked, **grants, START: START}
    answers = {}
    for text, value in node.entries.items():
        name = names.get(folded(text))
        if name is None:
            problem = f"is asked by no list of aid. {did_you_mean(text, sorted(names.values()))}"
            faults.append(fault_at(node.keys.get(text, Leaf(text=text)), Code.UNKNOWN_KEY, problem))
        else:
            answers[name] = _answer(value, faults, is_grant=name in grants.values(), is_start=name == START)
    return answers


def _answer(node: Node, faults: list[Fault], *, is_grant: bool, is_start: bool) -> str:
    text = read_text(node, faults)
    if is_start:
        if not MONTH.fullmatch(text):
            faults.append(fault_at(node, Code.WRONG_VALUE, "is no month. Write it such as 2026-07."))
        return text
    word = _YES_NO.get(text.casefold(), "")
    if word:
        return word
    if is_grant:
        read_amount(node, faults)
        return text
    faults.append(fault_at(node, Code.WRONG_VALUE, "takes yes or no."))
    return ""
