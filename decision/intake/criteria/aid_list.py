"""A list of aid becomes grants: what each covers, how much, for whom, for which programs, and in which months.

A condition that the list leaves out is not asked. A loan is no aid here: it lowers nothing.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from decision.errors import Code, nearest
from decision.intake.criteria.build_must import yes_or_no
from decision.intake.criteria.list_entries import knowing, read_amount, read_condition, read_spellings, refuse_missing
from decision.intake.criteria.list_file import ListFile, entries_of
from decision.intake.criteria.tree import Leaf, Listing, Node, Table, fault_at
from decision.intake.criteria.words import read_text, read_words, refuse_keys
from decision.nouns.costs import Grant

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from decision.errors import Fault
    from decision.nouns.costs import Condition

__all__ = ["GRANT_KEYS", "HEAD_KEYS", "MONTH", "Aid", "build_aid"]

MONTH = re.compile(r"[12][0-9]{3}-(?:0[1-9]|1[0-2])")
"""A month as it is written: ``2026-07``."""
HEAD_KEYS = ("title", "grants", "questions", "words")
GRANT_KEYS = (
    "name",
    "covers",
    "amount",
    "last_dollar",
    "not_with",
    "person",
    "program",
    "from",
    "to",
    "gives",
    "why",
    "source",
    "as_of",
)
_NO_LOAN = "is a loan. A loan is paid back and lowers no cost: leave it out."


@dataclass(frozen=True, slots=True, kw_only=True)
class Aid:
    """The grants of a list, and the questions about the person that they take, in whole sentences."""

    grants: tuple[Grant, ...] = ()
    questions: Mapping[str, str] = field(default_factory=dict)


def build_aid(listed: ListFile, faults: list[Fault]) -> Aid:
    """Build the grants of a list.

    Parameters
    ----------
    listed
        As typed.
    faults
        Where faults are added, each with the list's file.
    """
    own: list[Fault] = []
    entries = listed.tree.entries
    refuse_keys(listed.tree, HEAD_KEYS, own)
    aliases = read_spellings(entries.get("words"), own)
    tables = entries_of(listed, "grants", faults)
    grants = [_grant(table, own) for table in tables]
    _refuse_strangers(tables, grants, own)
    conditions = [condition for grant in grants for condition in grant.program]
    questions = _questions(entries.get("questions"), own)
    faults.extend(replace(fault, file=listed.name) for fault in own)
    known = tuple(
        replace(grant, program=tuple(knowing(condition, conditions, aliases) for condition in grant.program))
        for grant in grants
    )
    return Aid(grants=known, questions=questions)


def _grant(table: Table, faults: list[Fault]) -> Grant:
    entries = table.entries
    refuse_keys(table, GRANT_KEYS, faults)
    refuse_missing(table, ("name", "source"), faults)
    name = read_text(entries.get("name"), faults)
    if re.search(r"\bloans?\b", name, re.I):
        faults.append(fault_at(entries["name"], Code.WRONG_VALUE, _NO_LOAN))
    if ("covers" in entries) == ("gives" in entries):
        problem = "takes one of `covers:`, what it pays, and `gives:`, what it gives that is no money off."
        faults.append(fault_at(replace(table, entries={}), Code.MISSING_KEY, problem))
    low, high = read_amount(entries["amount"], faults) if "amount" in entries else (math.inf, math.inf)
    return Grant(
        name=name,
        covers=read_words(entries["covers"], faults) if "covers" in entries else (),
        low=low,
        high=high,
        not_with=read_words(entries["not_with"], faults) if "not_with" in entries else (),
        is_last="last_dollar" in entries and yes_or_no(entries["last_dollar"], faults) == "yes",
        person=_answers(entries.get("person"), faults),
        program=_conditions(entries.get("program"), faults),
        begins=_month(entries.get("from"), faults),
        ends=_month(entries.get("to"), faults),
        gives=read_text(entries.get("gives"), faults),
        source=read_text(entries.get("source"), faults),
        as_of=read_text(entries.get("as_of"), faults),
    )


def _refuse_strangers(tables: Sequence[Table], grants: Sequence[Grant], faults: list[Fault]) -> None:
    """Add a fault for every grant that one is not to be had with and that is no other grant of the list."""
    for table, grant in zip(tables, grants, strict=True):
        others = [other.name for other in grants if other is not grant]
        for name in grant.not_with:
            if name not in others:
                near = nearest(name, others)
                hint = f' Did you mean "{near}"?' if near else ""
                problem = f'names "{name}", which is no other grant of this list.{hint}'
                faults.append(fault_at(table.entries["not_with"], Code.WRONG_VALUE, problem))


def _answers(node: Node | None, faults: list[Fault]) -> dict[str, bool]:
    if node is None:
        return {}
    if not isinstance(node, Table):
        faults.append(fault_at(node, Code.WRONG_SHAPE, "takes questions and answers, such as {bachelor: no}."))
        return {}
    return {text.strip(): yes_or_no(value, faults) == "yes" for text, value in node.entries.items()}


def _conditions(node: Node | None, faults: list[Fault]) -> tuple[Condition, ...]:
    items = node.items if isinstance(node, Listing) else () if node is None else (node,)
    found = [read_condition(item, faults) for item in items]
    return tuple(condition for condition in found if condition is not None)


def _month(node: Node | None, faults: list[Fault]) -> str:
    text = read_text(node, faults)
    if text and not MONTH.fullmatch(text):
        faults.append(fault_at(node or Leaf(text=text), Code.WRONG_VALUE, "is no month. Write it such as 2026-07."))
        return ""
    return text


def _questions(node: Node | None, faults: list[Fault]) -> dict[str, str]:
    if node is None:
        return {}
    if not isinstance(node, Table):
        problem = "takes the sentence of each question, such as {bachelor: Do you hold a bachelor's degree?}."
        faults.append(fault_at(node, Code.WRONG_SHAPE, problem))
        return {}
    return {text.strip(): read_text(value, faults) for text, value in node.entries.items()}
