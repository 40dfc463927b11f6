"""A list of costs becomes the lines that every graduate pays on top of what a school charges.

A line stands for what is assumed: it says its amount, for whom, and where it comes from. A line with `pass_rate` is an
expected cost: the amount times the share who must pay it again.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from decision.errors import Code
from decision.intake.criteria.list_entries import knowing, read_amount, read_condition, read_spellings, refuse_missing
from decision.intake.criteria.list_file import ListFile, entries_of
from decision.intake.criteria.tree import Table, fault_at
from decision.intake.criteria.values import read_share
from decision.intake.criteria.words import read_text, read_words, refuse_keys
from decision.nouns.costs import AddedLine

if TYPE_CHECKING:
    from decision.errors import Fault

__all__ = ["HEAD_KEYS", "LINE_KEYS", "build_lines"]

HEAD_KEYS = ("title", "lines", "words")
LINE_KEYS = ("name", "amount", "pass_rate", "when", "column", "included_in", "why", "source", "as_of")
_PLACES = 0
"""An expected cost is no price: whole dollars will do."""


def build_lines(listed: ListFile, faults: list[Fault]) -> tuple[AddedLine, ...]:
    """Build the lines of a list.

    Parameters
    ----------
    listed
        As typed.
    faults
        Where faults are added, each with the list's file.
    """
    own: list[Fault] = []
    refuse_keys(listed.tree, HEAD_KEYS, own)
    aliases = read_spellings(listed.tree.entries.get("words"), own)
    lines = [_line(table, own) for table in entries_of(listed, "lines", faults)]
    _refuse_second(listed, lines, own)
    conditions = [line.when for line in lines if line.when is not None]
    faults.extend(replace(fault, file=listed.name) for fault in own)
    return tuple(
        line if line.when is None else replace(line, when=knowing(line.when, conditions, aliases)) for line in lines
    )


def _line(table: Table, faults: list[Fault]) -> AddedLine:
    entries = table.entries
    refuse_keys(table, LINE_KEYS, faults)
    refuse_missing(table, ("name", "amount", "source"), faults)
    low, high = read_amount(entries.get("amount"), faults)
    if "pass_rate" in entries:
        again = 1 - read_share(entries["pass_rate"], faults)
        low, high = round(low * again, _PLACES), round(high * again, _PLACES)
    return AddedLine(
        name=read_text(entries.get("name"), faults),
        low=low,
        high=high,
        when=read_condition(entries.get("when"), faults),
        column=read_text(entries.get("column"), faults),
        included_in=read_words(entries["included_in"], faults) if "included_in" in entries else (),
        source=read_text(entries.get("source"), faults),
        as_of=read_text(entries.get("as_of"), faults),
    )


def _refuse_second(listed: ListFile, lines: list[AddedLine], faults: list[Fault]) -> None:
    """Of lines with one name, only the first says where it is stated and what holds it already."""
    first: dict[str, AddedLine] = {}
    for line, table in zip(lines, entries_of(listed, "lines", []), strict=True):
        earlier = first.setdefault(line.name, line)
        for key in ("column", "included_in"):
            if earlier is not line and key in table.entries:
                problem = f"stands on the first line called {line.name}, and counts for all of them."
                faults.append(fault_at(table.entries[key], Code.WRONG_VALUE, problem))
