"""The tree of a vocabulary file becomes a `Vocabulary`: closed keys, a source and a date for every term.

No spelling may stand for two terms, so that what a cell says never depends on the order of a file.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from decision.errors import Code, Fault
from decision.intake.cells.labels import folded
from decision.intake.criteria.tree import Leaf, Listing, Node, Table, fault_at
from decision.intake.criteria.words import did_you_mean, read_text, read_words, refuse_keys
from decision.nouns.vocabulary import COVERS, Term, Vocabulary

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

__all__ = ["HEAD_KEYS", "TERM_KEYS", "build_vocabulary"]

HEAD_KEYS = ("title", "as_of", "terms", "ignored", "takes_back")
TERM_KEYS = (
    "label",
    "spellings",
    "also",
    "covers",
    "issuer",
    "requires",
    "about",
    "codes",
    "source",
    "as_of",
)
_DATE = re.compile(r"[0-9]{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]))?)?")


def build_vocabulary(tree: Table, faults: list[Fault], *, name: str, title: str, digest: str) -> Vocabulary:
    """Build a vocabulary.

    Parameters
    ----------
    tree
        The file as typed.
    faults
        Where faults are added; where any was, the vocabulary is not to be used.
    name
        The bundled name or path of the file.
    title
        What it is called where it gives no title itself.
    digest
        SHA-256 of the file's bytes, as hexadecimal.
    """
    refuse_keys(tree, HEAD_KEYS, faults)
    entries = tree.entries
    tables = _tables(tree, faults)
    as_of = _date(entries.get("as_of"), faults)
    terms = tuple(_term(table, as_of, faults) for table in tables)
    _refuse_shared_spellings(tables, terms, faults)
    _refuse_strangers(tables, terms, faults)
    return Vocabulary(
        name=name,
        title=read_text(entries.get("title"), faults) or title,
        terms=terms,
        ignored=_words(entries.get("ignored"), faults),
        takes_back=_words(entries.get("takes_back"), faults),
        digest=digest,
    )


def _tables(tree: Table, faults: list[Fault]) -> tuple[Table, ...]:
    """Give the terms as typed."""
    node = tree.entries.get("terms")
    if node is None:
        faults.append(_missing(tree, "terms", "List the words under `terms:`."))
        return ()
    if not isinstance(node, Listing) or not node.items:
        faults.append(fault_at(node, Code.WRONG_SHAPE, "is a list of at least one term, each begun with `- label:`."))
        return ()
    problem = "is no term. Begin each with `- label:` and put its keys below."
    faults.extend(fault_at(item, Code.WRONG_SHAPE, problem) for item in node.items if not isinstance(item, Table))
    return tuple(item for item in node.items if isinstance(item, Table))


def _term(table: Table, as_of: str, faults: list[Fault]) -> Term:
    refuse_keys(table, TERM_KEYS, faults)
    entries = table.entries
    term = Term(
        label=read_text(entries.get("label"), faults),
        spellings=_words(entries.get("spellings"), faults),
        also=_words(entries.get("also"), faults),
        covers=_covers(entries.get("covers"), faults),
        issuer=read_text(entries.get("issuer"), faults),
        requires=read_text(entries.get("requires"), faults),
        about=read_text(entries.get("about"), faults),
        codes=_codes(entries.get("codes"), faults),
        source=read_text(entries.get("source"), faults),
        as_of=_date(entries.get("as_of"), faults) or as_of,
    )
    wanted = {
        "label": "Every term needs a word of its own.",
        "source": "Say where it is stated; write `not reached` where no source was.",
        "as_of": "Give the date of the source, such as 2026 or 2026-11-23, here or at the top.",
    }
    faults += [_missing(table, key, words) for key, words in wanted.items() if not getattr(term, key)]
    return term


def _missing(table: Table, key: str, wanted: str) -> Fault:
    path = f"{table.path}.{key}" if table.path else key
    return Fault(code=Code.MISSING_KEY, line=table.line, path=path, problem=f"is missing. {wanted}")


def _words(node: Node | None, faults: list[Fault]) -> tuple[str, ...]:
    return () if node is None else read_words(node, faults)


def _covers(node: Node | None, faults: list[Fault]) -> tuple[str, ...]:
    words = _words(node, faults)
    places = {
        item.text.strip(): item
        for item in (node.items if isinstance(node, Listing) else (node,))
        if isinstance(item, Leaf)
    }
    for word in words:
        if word not in COVERS:
            faults.append(
                fault_at(places[word], Code.WRONG_VALUE, f"is nothing it can cover. {did_you_mean(word, COVERS)}")
            )
    return words


def _codes(node: Node | None, faults: list[Fault]) -> Mapping[str, tuple[str, ...]]:
    if node is None:
        return {}
    if not isinstance(node, Table):
        faults.append(fault_at(node, Code.WRONG_SHAPE, "takes a mapping from a list of codes to the codes in it."))
        return {}
    return {text.strip(): read_words(value, faults) for text, value in node.entries.items()}


def _date(node: Node | None, faults: list[Fault]) -> str:
    text = read_text(node, faults)
    if text and node is not None and not _DATE.fullmatch(text):
        faults.append(fault_at(node, Code.WRONG_VALUE, "is no date. Write 2026, 2026-11 or 2026-11-23."))
    return text


def _refuse_shared_spellings(tables: Sequence[Table], terms: Sequence[Term], faults: list[Fault]) -> None:
    owners: dict[str, str] = {}
    for table, term in zip(tables, terms, strict=True):
        if term.label and folded(term.label) in owners:
            faults.append(
                fault_at(table.entries["label"], Code.WRONG_VALUE, f"stands for {owners[folded(term.label)]} already.")
            )
        owners.setdefault(folded(term.label), term.label)
    for table, term in zip(tables, terms, strict=True):
        for spelling in term.spellings:
            owner = owners.setdefault(folded(spelling), term.label)
            if owner != term.label:
                problem = f'"{spelling}" stands for {owner} already.'
                faults.append(fault_at(table.entries["spellings"], Code.WRONG_VALUE, problem))


def _refuse_strangers(tables: Sequence[Table], terms: Sequence[Term], faults: list[Fault]) -> None:
    """Refuse an ``also`` that is no term of this vocabulary."""
    labels = [term.label for term in terms]
    for table, term in zip(tables, terms, strict=True):
        for other in term.also:
            if other not in labels:
                problem = f'"{other}" is no label here. {did_you_mean(other, labels)}'
                faults.append(fault_at(table.entries["also"], Code.WRONG_VALUE, problem))
