"""What stands under ``vocabulary`` becomes the words that it adds to a criterion.

The criterion's own aliases win: a spelling that they claim is theirs, and a word that they claim takes its other
spellings along.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from decision.errors import BadCriteria, Code, Fault
from decision.intake.cells.labels import folded
from decision.intake.criteria.tree import Leaf, Node, fault_at
from decision.intake.criteria.words import read_text
from decision.intake.shelf import bundled_vocabularies
from decision.intake.vocabulary.vocabulary import read_vocabulary
from decision.model import Words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from decision.nouns.vocabulary import Vocabulary

__all__ = ["build_words", "digests"]


def build_words(
    node: Node | None, aliases: Mapping[str, tuple[str, ...]], folder: Path, faults: list[Fault]
) -> Words | None:
    """Build what a vocabulary adds to one criterion, or ``None`` when it names none.

    Parameters
    ----------
    node
        What stands under ``vocabulary``: a bundled name, or a path from the file's folder.
    aliases
        The criterion's own.
    folder
        Where the criteria file stands.
    faults
        Where faults are added, those of the vocabulary among them.
    """
    name = read_text(node, faults)
    if not name or node is None:
        if isinstance(node, Leaf):
            faults.append(fault_at(node, Code.WRONG_VALUE, f"is empty. {_listed()}"))
        return None
    try:
        return _words(read_vocabulary(_place(name, folder)), aliases)
    except BadCriteria as error:
        faults += [_inner(fault, node) for fault in error.faults]
        return None


def digests(names: Iterable[str]) -> dict[str, str]:
    """Give the SHA-256 of each vocabulary as it stands now.

    Examples
    --------
    >>> [len(digest) for digest in digests(["certifications", "certifications"]).values()]
    [64]
    """
    return {name: read_vocabulary(name).digest for name in names}


def _listed() -> str:
    return f"Name one: {', '.join(bundled_vocabularies())}, or a file."


def _place(name: str, folder: Path) -> str:
    """Give a bundled name as it is, a path from the file's folder where there is such a file."""
    beside = folder / name
    return str(beside) if name not in bundled_vocabularies() and beside.exists() else name


def _inner(fault: Fault, node: Node) -> Fault:
    """Tell a fault of the vocabulary where the criteria name it."""
    if fault.code is Code.UNREADABLE:
        return fault_at(node, fault.code, fault.problem)
    found = "" if fault.found is None else f"{fault.shown} "
    return fault_at(node, fault.code, f"has a fault: {fault.place}: {found}{fault.problem}")


def _words(vocabulary: Vocabulary, aliases: Mapping[str, tuple[str, ...]]) -> Words:
    owners = {folded(spelling): label for label, others in aliases.items() for spelling in (label, *others)}
    names = {term.label: owners.get(folded(term.label), term.label) for term in vocabulary.terms}
    spellings: dict[str, tuple[str, ...]] = {}
    also: dict[str, tuple[str, ...]] = {}
    for term in vocabulary.terms:
        label = names[term.label]
        others = (other for other in (term.label, *term.spellings) if owners.get(folded(other), label) == label)
        spellings[label] = _once((*spellings.get(label, ()), *others), label)
        also[label] = _once((*also.get(label, ()), *(names[other] for other in term.also)), label)
    return Words(
        vocabulary=vocabulary.name,
        spellings=spellings,
        also={label: others for label, others in also.items() if others},
        takes_back=vocabulary.takes_back,
    )


def _once(words: Iterable[str], but: str) -> tuple[str, ...]:
    return tuple(word for word in dict.fromkeys(words) if word != but)
