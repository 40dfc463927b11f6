"""The nouns of vocabularies: a term, its other spellings, and what is known about it, each with its source and date.

The one rule: what no source was reached for is left out or said to be so; nothing here is a guess.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["COVERS", "Term", "Vocabulary"]

COVERS = ("program", "school", "course", "people")
"""What an accreditation, approval or certificate may be about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One word of a vocabulary.

    Parameters
    ----------
    label
        The word that facts, rules and scales use.
    spellings
        Other ways to write it.
    also
        Labels it counts as as well: a class that is online at any time is online.
    covers
        What a body looks at, among `COVERS`.
    issuer
        Who issues a certification.
    requires
        What one needs to get it.
    about
        What else is worth knowing.
    codes
        Name of a list of codes -> its codes for this term.
    source, as_of
        Where this is stated, and the year, month or day of which it is true.
    """

    label: str
    spellings: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    covers: tuple[str, ...] = ()
    issuer: str = ""
    requires: str = ""
    about: str = ""
    codes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    source: str = ""
    as_of: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """The words of one field and their spellings.

    Parameters
    ----------
    name
        The bundled name, or the path it was read from.
    title
        What the words are about.
    terms
        In the order of the file; labels are unique, and no spelling stands for two of them.
    ignored
        Words, or several of them, that say nothing where this vocabulary is read word by word.
    takes_back
        Words beside a label after which it is no plain fact any more, such as ``provisional``.
    digest
        SHA-256 of the file's bytes, as hexadecimal.
    """

    name: str
    title: str
    terms: tuple[Term, ...]
    ignored: tuple[str, ...] = ()
    takes_back: tuple[str, ...] = ()
    digest: str = ""

    def __getitem__(self, label: str) -> Term:
        return next(term for term in self.terms if term.label == label)

    def __repr__(self) -> str:
        return f"Vocabulary({self.name}: {len(self.terms)} terms)"
