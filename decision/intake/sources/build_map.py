"""A tree becomes a `SourceMap`: the one strict validator of maps. All faults of a map are found in one pass."""

from __future__ import annotations

from typing import TYPE_CHECKING

from decision.errors import Code, Fault
from decision.intake.criteria.tree import Leaf, Node, Table, fault_at
from decision.intake.criteria.words import did_you_mean, read_text, read_words, refuse_keys
from decision.intake.sources.build_reads import build_ways
from decision.intake.sources.columns import BECAUSE, OURS, SOURCE_ROW
from decision.intake.sources.map_values import read_count, read_reasons, read_texts
from decision.nouns.source_map import NUMBER, Reads, Several, SourceMap

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["MAP_KEYS", "build_map"]

MAP_KEYS = (
    *("title", "source", "recognise", "as_of", "source_url", "unknown", "flags", "several"),
    *("columns", "also"),
)
"""The keys at the top of a map."""
_WRITTEN_BY_US = (SOURCE_ROW, BECAUSE)


def build_map(tree: Table, faults: list[Fault], *, name: str) -> SourceMap:
    """Build a map.

    Parameters
    ----------
    tree
        As typed.
    faults
        Where faults are added; where any was, the map is not to be used.
    name
        The bundled name or the path of its file.
    """
    refuse_keys(tree, MAP_KEYS, faults)
    entries = tree.entries
    title = _required(tree, "title", "Say what the source is called.", faults)
    recognised = _recognise(tree, faults)
    several = _several(entries.get("several"), faults)
    columns = _columns(tree, faults, has_several=several is not None)
    flags = read_reasons(entries.get("flags"), faults)
    _refuse_unnamed_flags(tree, columns, flags, faults)
    return SourceMap(
        name=name,
        title=title,
        recognise=recognised,
        columns=columns,
        source=read_text(entries.get("source"), faults),
        as_of=read_text(entries.get("as_of"), faults),
        source_url=read_text(entries.get("source_url"), faults),
        unknown=read_reasons(entries.get("unknown"), faults),
        flags=flags,
        several=several,
    )


def _required(tree: Table, key: str, wanted: str, faults: list[Fault]) -> str:
    text = read_text(tree.entries.get(key), faults)
    if not text and isinstance(tree.entries.get(key, Leaf(text="")), Leaf):
        faults.append(_missing(tree, key, wanted))
    return text


def _recognise(tree: Table, faults: list[Fault]) -> tuple[str, ...]:
    node = tree.entries.get("recognise")
    if node is None:
        faults.append(_missing(tree, "recognise", "List the headers by which a table of this source is known."))
        return ()
    return read_words(node, faults)


def _missing(tree: Table, key: str, wanted: str) -> Fault:
    return Fault(code=Code.MISSING_KEY, line=tree.line, path=key, problem=f"is missing. {wanted}")


def _columns(tree: Table, faults: list[Fault], *, has_several: bool) -> dict[str, tuple[Reads, ...]]:
    ours = _under(tree, "columns", "program: officialname", faults)
    if ours is None:
        faults.append(_missing(tree, "columns", "Say which header each column of ours is read from."))
    others = _under(tree, "also", "completion_rate: completed", faults)
    columns: dict[str, tuple[Reads, ...]] = {}
    for table, is_ours in ((ours, True), (others, False)):
        for name, node in (table.entries if table else {}).items():
            _refuse_name(table, name, faults, is_ours=is_ours)
            columns[name.strip()] = build_ways(node, faults, has_several=has_several)
    if ours is not None and "program" not in columns:
        problem = "is missing. Every table says what its programs are called."
        faults.append(Fault(code=Code.MISSING_KEY, line=ours.line, path="columns.program", problem=problem))
    return columns


def _under(tree: Table, key: str, example: str, faults: list[Fault]) -> Table | None:
    node = tree.entries.get(key)
    if node is None or isinstance(node, Table):
        return node
    faults.append(fault_at(node, Code.WRONG_SHAPE, f"takes a mapping, such as {example}."))
    return Table(entries={"program": Leaf(text="-")}, keys={"program": Leaf(text="program")})


def _refuse_name(table: Table | None, name: str, faults: list[Fault], *, is_ours: bool) -> None:
    assert table is not None, "a name stands in a table"
    wrong = ""
    if name in _WRITTEN_BY_US:
        wrong = "is written by decide itself. Take it out."
    elif is_ours and name not in OURS:
        wrong = f"is not one of our columns. {did_you_mean(name, OURS)} Further columns stand under `also:`."
    elif not is_ours and name in OURS:
        wrong = "is one of our columns. It stands under `columns:`."
    if wrong:
        key = table.keys[name]
        faults.append(Fault(code=Code.UNKNOWN_KEY, line=key.line, path=key.path, problem=wrong))


def _several(node: Node | None, faults: list[Fault]) -> Several | None:
    if node is None:
        return None
    if not isinstance(node, Table):
        faults.append(fault_at(node, Code.WRONG_SHAPE, 'takes a mapping, such as {n: 6, none: {"CIPCODE{n}": "-2"}}.'))
        return Several(most=1, none={})
    refuse_keys(node, ("n", "none"), faults)
    none = read_texts(node.entries.get("none"), faults, '{"CIPCODE{n}": "-2"}')
    if "n" not in node.entries:
        faults.append(_missing_in(node, "n", "Say how many programs a row holds at most."))
    if not any(NUMBER in header for header in none):
        faults.append(_missing_in(node, "none", f"Say which header with {NUMBER} tells that there is no such program."))
    return Several(most=read_count(node.entries.get("n"), faults, least=2), none=none)


def _missing_in(table: Table, key: str, wanted: str) -> Fault:
    return Fault(code=Code.MISSING_KEY, line=table.line, path=f"{table.path}.{key}", problem=f"is missing. {wanted}")


def _refuse_unnamed_flags(
    tree: Table, columns: Mapping[str, tuple[Reads, ...]], flags: Mapping[str, str], faults: list[Fault]
) -> None:
    if flags or not any(reads.flag for ways in columns.values() for reads in ways):
        return
    faults.append(_missing(tree, "flags", "Columns name a flag: say what its texts mean, such as {A: not applicable}."))
