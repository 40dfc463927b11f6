"""One raw criterion becomes a `Criterion`: closed keys, one way to be stated, a must-have or points.

What cannot be built is left out and its fault noted, so that one pass finds every fault.
"""

from __future__ import annotations

import math
import unicodedata
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from decision.errors import Code, Fault
from decision.intake.cells.labels import folded
from decision.intake.criteria.build_costing import build_costing
from decision.intake.criteria.build_must import build_must, build_unknown
from decision.intake.criteria.build_plan import build_plan
from decision.intake.criteria.build_scale import build_scale
from decision.intake.criteria.build_words import build_words
from decision.intake.criteria.keys import COMMON_KEYS, CRITERION_KEYS, KEYS_OF_KIND
from decision.intake.criteria.tree import Leaf, Node, Table, fault_at
from decision.intake.criteria.values import read_limit
from decision.intake.criteria.words import did_you_mean, read_text, read_words, refuse_keys
from decision.model import Criterion, Kind, Scale
from decision.nouns.costs import NO_COSTING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

__all__ = ["build_criterion"]

_BASE_RATE = 0.5
_BASE_TAKERS = 20.0


def build_criterion(table: Table, faults: list[Fault], *, folder: Path = Path()) -> Criterion:
    """Build one criterion.

    Parameters
    ----------
    table
        The criterion as typed.
    faults
        Where faults are added; where any was, the criterion is not to be used.
    folder
        Where its file stands, and a vocabulary of the user's beside it.

    Returns
    -------
    Criterion
        With the labels of its rule and of its plausible values in the spelling that its scale or aliases use.
    """
    name = _name(table, faults)
    kind = _kind(table, faults)
    if kind is None:
        refuse_keys(table, CRITERION_KEYS, faults)
        has_points = bool({"best", "worst", "scale"} & set(table.entries))
        return Criterion(name=name, kind=Kind.CATEGORY, scale=Scale() if has_points else None)
    _refuse_keys_of_other_kinds(table, kind, faults)
    entries = table.entries
    unit = read_text(entries.get("unit"), faults)
    base_rate, base_takers = _base(entries, faults)
    aliases = _aliases(entries.get("aliases"), faults)
    built = Criterion(
        name=name,
        kind=kind,
        column=read_text(entries.get("column"), faults),
        unit=unit,
        passed=read_text(entries.get("passed"), faults),
        took=read_text(entries.get("took"), faults),
        base_rate=base_rate,
        base_takers=base_takers,
        parts=_headers(entries.get("parts"), faults),
        less=_headers(entries.get("less"), faults),
        costing=build_costing(table, faults) if kind is Kind.MONEY else NO_COSTING,
        must=build_must(entries.get("must"), kind, unit, faults),
        scale=build_scale(table, kind, unit, faults),
        unknown=build_unknown(entries.get("unknown"), kind, unit, faults),
        aliases=aliases,
        words=build_words(entries.get("vocabulary"), aliases, folder, faults),
        plan=build_plan(table, faults) if kind is Kind.SCHEDULE else None,
        why=read_text(entries.get("why"), faults),
        source=read_text(entries.get("source"), faults),
    )
    _refuse_gaps(table, built, faults)
    return _in_one_spelling(built, table, faults)


def _name(table: Table, faults: list[Fault]) -> str:
    node = table.entries.get("name")
    name = read_text(node, faults)
    if isinstance(node, Leaf) and any(unicodedata.category(character) == "Cc" for character in name):
        faults.append(fault_at(node, Code.WRONG_VALUE, "is no name: it holds a line break or control character."))
    if not name and (node is None or isinstance(node, Leaf)):
        faults.append(_missing(table, "name", "Every criterion needs a name of its own."))
    return name


def _kind(table: Table, faults: list[Fault]) -> Kind | None:
    node = table.entries.get("kind")
    kinds = [kind.value for kind in Kind]
    word = read_text(node, faults)
    if word in kinds:
        return Kind(word)
    if isinstance(node, Leaf) and word:
        faults.append(fault_at(node, Code.WRONG_VALUE, f"is no kind. {did_you_mean(word, kinds)}"))
    elif node is None or isinstance(node, Leaf):
        faults.append(_missing(table, "kind", f"It can be: {', '.join(kinds)}."))
    return None


def _missing(table: Table, key: str, wanted: str) -> Fault:
    path = f"{table.path}.{key}" if table.path else key
    return Fault(code=Code.MISSING_KEY, line=table.line, path=path, problem=f"is missing. {wanted}")


def _refuse_keys_of_other_kinds(table: Table, kind: Kind, faults: list[Fault]) -> None:
    legal = (*COMMON_KEYS, *KEYS_OF_KIND[kind])
    others = [text for text in table.keys if text in CRITERION_KEYS and text not in legal]
    for key in (table.keys[text] for text in others):
        kinds = [other.value for other, keys in KEYS_OF_KIND.items() if key.text in keys]
        problem = f"does not go with {kind.value}. It goes with: {', '.join(kinds)}."
        if key.text in ("best", "worst"):
            problem = f"does not go with {kind.value}. Labels earn points by `scale:`."
        faults.append(Fault(code=Code.UNKNOWN_KEY, line=key.line, path=key.path, problem=problem))
    refuse_keys(table, (*legal, *others), faults)


def _headers(node: Node | None, faults: list[Fault]) -> tuple[str, ...]:
    return () if node is None else read_words(node, faults)


def _base(entries: Mapping[str, Node], faults: list[Fault]) -> tuple[float, float]:
    """Give base rate and takers; one alone brings the other's default, no takers at all mean never shrunk."""
    rate_node, takers_node = entries.get("base_rate"), entries.get("base_takers")
    if rate_node is None and takers_node is None and "took" not in entries:
        return math.nan, math.nan
    rate = _BASE_RATE if rate_node is None else read_limit(rate_node, Kind.SHARE, "", faults)
    takers = _BASE_TAKERS if takers_node is None else read_limit(takers_node, Kind.NUMBER, "", faults)
    if takers_node is not None and takers < 0:
        faults.append(fault_at(takers_node, Code.WRONG_VALUE, "is below 0. Write how many takers, such as 20."))
    return (math.nan, math.nan) if takers == 0 else (rate, takers)


def _aliases(node: Node | None, faults: list[Fault]) -> dict[str, tuple[str, ...]]:
    if node is None:
        return {}
    if not isinstance(node, Table):
        faults.append(fault_at(node, Code.WRONG_SHAPE, "takes a mapping from label to its other spellings."))
        return {}
    aliases = {text.strip(): read_words(value, faults) for text, value in node.entries.items()}
    owners = {_key(label): label for label in aliases}
    for label, spellings in aliases.items():
        for spelling in spellings:
            owner = owners.setdefault(_key(spelling), label)
            if owner != label:
                problem = f'"{spelling}" stands for {owner} already.'
                faults.append(fault_at(node.keys.get(label, Leaf(text=label)), Code.WRONG_VALUE, problem))
    return aliases


def _refuse_gaps(table: Table, built: Criterion, faults: list[Fault]) -> None:
    entries = table.entries
    if built.kind is Kind.SHARE and ("passed" in entries) != ("took" in entries):
        stated, missing = ("passed", "took") if "passed" in entries else ("took", "passed")
        problem = f"stands alone. Passed and took come together: add `{missing}:`."
        faults.append(fault_at(entries[stated], Code.MISSING_KEY, problem))
    if "less" in KEYS_OF_KIND[built.kind] and "less" in entries and "parts" not in entries:
        problem = "needs `parts:`. It is taken off their sum."
        faults.append(
            Fault(code=Code.MISSING_KEY, line=entries["less"].line, path=entries["less"].path, problem=problem)
        )
    if not any(key in entries and _is_given(entries[key]) for key in ("column", "passed", "took", "parts", "override")):
        ways = {Kind.SHARE: "`column:`, or `passed:` and `took:`", Kind.CATEGORY: "`column:`"}
        way = ways.get(built.kind, "`column:` or `parts:`" if "parts" in KEYS_OF_KIND[built.kind] else "`column:`")
        faults.append(_missing(table, "column", f"Say where it is stated: {way}."))
    if not {"must", "best", "worst", "scale"} & set(entries):
        problem = "has neither a must-have nor points. Add `must:`, or `best:` and `worst:`, or `scale:`."
        if not built.kind.is_numeric:
            problem = "has neither a must-have nor points. Add `must:` or `scale:`."
        faults.append(Fault(code=Code.MISSING_KEY, line=table.line, path=table.path, problem=problem))


def _is_given(node: Node) -> bool:
    return not isinstance(node, Leaf) or bool(node.text.strip())


def _in_one_spelling(built: Criterion, table: Table, faults: list[Fault]) -> Criterion:
    """Give the criterion with each label in one spelling, so that labels are compared as they stand."""
    spelled: dict[str, str] = {}
    added = built.words.spellings.items() if built.words else ()
    for label, spellings in (*built.aliases.items(), *added):
        for spelling in (label, *spellings):
            spelled.setdefault(_key(spelling), label)
    _refuse_merged(built, spelled, table, faults)
    for label in [*(built.scale.shares if built.scale else ()), *(built.must.labels if built.must else ())]:
        spelled.setdefault(_key(label), label)

    def same(labels: Iterable[str]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(spelled.get(_key(label), label) for label in labels))

    scale = built.scale and replace(built.scale, shares={same([k])[0]: v for k, v in built.scale.shares.items()})
    must = built.must and replace(built.must, labels=same(built.must.labels))
    return replace(built, must=must, scale=scale, unknown=replace(built.unknown, labels=same(built.unknown.labels)))


def _refuse_merged(built: Criterion, spelled: Mapping[str, str], table: Table, faults: list[Fault]) -> None:
    """Refuse a scale with two labels that the vocabulary takes for one."""
    if built.words is None or built.scale is None:
        return
    first: dict[str, str] = {}
    for label in built.scale.shares:
        earlier = first.setdefault(spelled.get(_key(label), label), label)
        if earlier != label:
            problem = f"{label} and {earlier} are one label in the vocabulary {built.words.vocabulary}. Keep one."
            faults.append(fault_at(table.entries["scale"], Code.WRONG_VALUE, problem))


def _key(label: str) -> str:
    """Give what labels are compared by: as cells are, but a label of marks alone is itself."""
    return folded(label) or label
