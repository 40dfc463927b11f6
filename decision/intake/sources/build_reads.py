"""One way to read a column becomes `Reads`: closed keys, one source of cells, and nothing that contradicts another.

What cannot be built is left out and its fault noted, so that one pass finds every fault of a map.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from decision.errors import Code, Fault
from decision.intake.criteria.tree import Leaf, Listing, Node, Table, fault_at
from decision.intake.criteria.words import did_you_mean, read_text, read_words, refuse_keys
from decision.intake.sources.map_values import (
    read_count,
    read_member,
    read_reason,
    read_reasons,
    read_texts,
    read_when,
)
from decision.nouns.source_map import NUMBER, Basis, How, Reads, TextForm

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

__all__ = ["READS_KEYS", "build_ways"]

_CELLS = tuple(how.value for how in How)
READS_KEYS = (
    *_CELLS,
    *("with", "n", "when", "flag", "text", "unknown", "zero", "like", "before", "after"),
    *("each", "codes", "others", "unit", "basis"),
)
"""The keys of one way to read a column."""


def build_ways(node: Node, faults: list[Fault], *, has_several: bool) -> tuple[Reads, ...]:
    """Build the ways to read one column, the first that states something first.

    Parameters
    ----------
    node
        A header, a table of keys, or a list of these.
    faults
        Where faults are added; where any was, the answer is not to be used.
    has_several
        Whether one row of the source holds several programs, so that headers may hold ``{n}``.
    """
    items = node.items if isinstance(node, Listing) else (node,)
    if not items:
        faults.append(fault_at(node, Code.WRONG_SHAPE, "is empty. Name a header, or leave the column out."))
    built = tuple(_way(item, faults) for item in items)
    if not has_several:
        for item, reads in zip(items, built, strict=True):
            _refuse_numbers(item, reads, faults)
    return built


def _way(node: Node, faults: list[Fault]) -> Reads:
    match node:
        case Leaf():
            return Reads(headers=(_header(node, faults),))
        case Listing():
            faults.append(fault_at(node, Code.WRONG_SHAPE, "is a list in a list. Write a header or a table of keys."))
            return Reads()
        case Table():
            return _of_table(node, faults)


def _of_table(table: Table, faults: list[Fault]) -> Reads:
    refuse_keys(table, READS_KEYS, faults)
    entries = table.entries
    how, headers, text = _cells(table, faults)
    _refuse_needless(table, how, faults)
    return Reads(
        how=how,
        headers=headers,
        text=text,
        between=_as_typed(entries.get("with"), faults) or "; ",
        number=read_count(entries.get("n"), faults, least=1),
        when=read_when(entries.get("when"), faults),
        flag=read_text(entries.get("flag"), faults),
        form=read_member(entries.get("text"), TextForm, TextForm.PLAIN, faults),
        unknown=read_reasons(entries.get("unknown"), faults),
        zero=_zero(entries.get("zero"), headers, faults),
        like=read_text(entries.get("like"), faults),
        before=_as_typed(entries.get("before"), faults),
        after=_as_typed(entries.get("after"), faults),
        each=_as_typed(entries.get("each"), faults),
        codes=read_texts(entries.get("codes"), faults, '{"7": 6-12 months}'),
        keeps_others=_keeps_others(entries.get("others"), faults),
        unit=read_text(entries.get("unit"), faults),
        basis=read_member(entries.get("basis"), Basis, Basis.WHOLE, faults),
    )


def _cells(table: Table, faults: list[Fault]) -> tuple[How, tuple[str, ...], str]:
    """Find the one key that says where the cells are."""
    given = [how for how in How if how.value in table.entries]
    if len(given) != 1:
        problem = "says nowhere what it is read from. Add `from:` and a header."
        if given:
            names = " and ".join(f"`{how.value}:`" for how in given)
            problem = f"is read from two things at once: {names}. Keep one of them."
        faults.append(Fault(code=Code.MISSING_KEY, line=table.line, path=table.path, problem=problem))
        return How.FROM, (), ""
    node = table.entries[given[0].value]
    match given[0]:
        case How.ALWAYS:
            return How.ALWAYS, (), read_text(node, faults)
        case How.FROM:
            return How.FROM, (_header(node, faults),), ""
        case _:
            return given[0], read_words(node, faults), ""


def _zero(node: Node | None, headers: Sequence[str], faults: list[Fault]) -> dict[str, str]:
    """Read what a zero stands for: one reason for all cells, or a reason for some of them."""
    if not isinstance(node, Table):
        reason = read_reason(node, faults)
        return dict.fromkeys(headers, reason) if reason else {}
    for header, key in node.keys.items():
        if header not in headers:
            problem = f"is not read here. {did_you_mean(header, headers)}"
            faults.append(Fault(code=Code.UNKNOWN_KEY, line=key.line, path=key.path, problem=problem))
    return read_reasons(node, faults)


def _header(node: Node, faults: list[Fault]) -> str:
    header = read_text(node, faults)
    if isinstance(node, Leaf) and not header:
        faults.append(fault_at(node, Code.MISSING_KEY, "is empty. Name a header, or leave the column out."))
    return header


def _as_typed(node: Node | None, faults: list[Fault]) -> str:
    """Read a mark, whose spaces count."""
    read_text(node, faults)
    return node.text if isinstance(node, Leaf) else ""


def _keeps_others(node: Node | None, faults: list[Fault]) -> bool:
    word = read_text(node, faults)
    if word not in ("", "keep", "unknown") and node is not None:
        faults.append(
            fault_at(node, Code.WRONG_VALUE, f"is not a word here. {did_you_mean(word, ('keep', 'unknown'))}")
        )
    return word == "keep"


_NEEDS: Mapping[str, str] = {"with": "join", "others": "codes", "each": "codes"}


def _refuse_needless(table: Table, how: How, faults: list[Fault]) -> None:
    """Refuse keys that would do nothing."""
    for key, needed in _NEEDS.items():
        if key in table.entries and needed not in table.entries:
            problem = f"does nothing without `{needed}:`. Add that, or take this out."
            faults.append(_key_fault(table, key, problem))
    if how is How.ALWAYS:
        for key in ("text", "unknown", "zero", "like", "before", "after", "each", "codes", "unit", "basis"):
            if key in table.entries:
                faults.append(_key_fault(table, key, "does nothing beside `always:`. Write the text as it should be."))
    if "unit" in table.entries and "basis" in table.entries:
        faults.append(_key_fault(table, "basis", "stands beside `unit:`. A price has a basis, other numbers a unit."))


def _refuse_numbers(node: Node, reads: Reads, faults: list[Fault]) -> None:
    numbered = [header for header in reads.all_headers if NUMBER in header]
    if numbered:
        problem = f"{NUMBER} in a header needs `several:`, which says how many programs a row holds."
        faults.append(fault_at(node, Code.WRONG_VALUE, problem))
    if isinstance(node, Table) and "n" in node.entries:
        problem = "needs `several:`, which says how many programs a row holds."
        faults.append(_key_fault(node, "n", problem))


def _key_fault(table: Table, key: str, problem: str) -> Fault:
    leaf = table.keys[key]
    return Fault(code=Code.UNKNOWN_KEY, line=leaf.line, path=leaf.path, problem=problem)
