"""The labels that one criterion knows, and the finding of them in what was typed.

Case, spaces, hyphens and the marks ® and ™ never make a difference; the criteria's own spelling comes back.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

__all__ = ["NO_LABELS", "Labels", "folded"]

_IGNORED = re.compile(r"\((?:r|tm)\)|[\s\-‐‑–_®™]+", re.I)
_GAP = r"[\s\-‐‑–_]*"
_JOINS_BEFORE = re.compile(r"[\w\-‐‑]")
_JOINS_AFTER = re.compile(r"[\w\-‐‑+]")


def folded(text: str) -> str:
    """Give a label without what makes no difference.

    Examples
    --------
    >>> folded("Part-Time"), folded("CCA®") == folded("cca (R)")
    ('parttime', True)
    """
    return _IGNORED.sub("", text.casefold())


@dataclass(frozen=True, eq=False)
class Labels:
    """The known labels of one criterion and their other spellings.

    Parameters
    ----------
    known
        Labels that the criteria file names, in its spelling.
    aliases
        Label -> other spellings of it.
    also
        Label -> labels it counts as as well.
    takes_back
        Words beside a label after which it is no plain fact, besides those that always are.
    is_listed
        Whether a vocabulary lists the words there are, so that any other is reported.

    Examples
    --------
    >>> labels = Labels(("CCA", "CPC"), {"CPC": ("Certified Professional Coder",)})
    >>> labels.exact("certified professional-coder"), labels.exact("CCS")
    ('CPC', None)
    >>> [name for _, _, name in labels.within("Certified Coding Associate (CCA®) or CPC")]
    ['CCA', 'CPC']
    """

    known: tuple[str, ...] = ()
    aliases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    also: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    takes_back: tuple[str, ...] = ()
    is_listed: bool = False

    @cached_property
    def spellings(self) -> Mapping[str, str]:
        """Every spelling, folded -> the label in the criteria's own spelling; the first to claim a spelling has it."""
        pairs = [(label, label) for label in (*self.known, *self.aliases)]
        pairs += [(other, label) for label, others in self.aliases.items() for other in others]
        found: dict[str, str] = {}
        for spelling, label in pairs:
            if folded(spelling):
                found.setdefault(folded(spelling), found.get(folded(label), label))
        return found

    @cached_property
    def taking_back(self) -> re.Pattern[str] | None:
        """Find a word that takes a label back, or ``None`` where there is none."""
        words = "|".join(_GAP.join(map(re.escape, word.split())) for word in self.takes_back)
        return re.compile(rf"\b(?:{words})\b", re.I) if words else None

    @cached_property
    def _lengths(self) -> Mapping[str, tuple[int, ...]]:
        """First letter -> how long the folded spellings are that begin with it, the longest first."""
        lengths: dict[str, set[int]] = {}
        for spelling in self.spellings:
            lengths.setdefault(spelling[0], set()).add(len(spelling))
        return {first: tuple(sorted(found, reverse=True)) for first, found in lengths.items()}

    def exact(self, text: str) -> str | None:
        """Give the label that the whole text spells, or ``None``.

        Parameters
        ----------
        text
            A cleaned text.
        """
        return self.spellings.get(folded(text)) if self.spellings else None

    def with_also(self, found: Iterable[str]) -> frozenset[str]:
        """Give labels together with those they count as as well.

        Examples
        --------
        >>> sorted(Labels(("NECHE",), also={"NECHE": ("institutional",)}).with_also(["NECHE", "DEAC"]))
        ['DEAC', 'NECHE', 'institutional']
        """
        return frozenset(other for label in found for other in (label, *self.also.get(label, ())))

    def within(self, text: str) -> list[tuple[int, int, str]]:
        """Find labels that stand as whole words in a longer text.

        Parameters
        ----------
        text
            A cleaned text.

        Returns
        -------
        list
            Start, end and label of each, from left to right.
        """
        if not self.spellings:
            return []
        letters, places = _letters(text)
        lengths = self._lengths
        found: list[tuple[int, int, str]] = []
        at = 0
        for first, start in enumerate(places[:-1]):
            if start >= at and letters[first] in lengths and not _JOINS_BEFORE.match(text[start - 1 : start]):
                length = self._length_at(text, letters, places, first)
                if length:
                    at = places[first + length - 1] + 1
                    found.append((start, at, self.spellings[letters[first : first + length]]))
        return found

    def _length_at(self, text: str, letters: str, places: list[int], first: int) -> int:
        """Give how many letters the longest spelling has that begins here and ends with its word; 0 for none."""
        for length in self._lengths[letters[first]]:
            last = first + length - 1
            if (
                letters[first : last + 1] in self.spellings
                and last + 1 < len(places)
                and places[last] != places[last + 1]
                and not _JOINS_AFTER.match(text, places[last] + 1)
            ):
                return length
        return 0


def _letters(text: str) -> tuple[str, list[int]]:
    """Fold a text and say where each letter stands in the text as it is, with a last place behind its end."""
    spans = list(_told_spans(text))
    if text.isascii():
        places: list[int] = []
        for start, end in spans:
            places.extend(range(start, end))
        places.append(len(text))
        return "".join([text[start:end] for start, end in spans]).lower(), places
    letters = [(text[place].casefold(), place) for start, end in spans for place in range(start, end)]
    return "".join(letter for letter, _ in letters), [*(at for letter, at in letters for _ in letter), len(text)]


def _told_spans(text: str) -> Iterator[tuple[int, int]]:
    """Give the stretches of a text between what makes no difference."""
    at = 0
    for ignored in _IGNORED.finditer(text):
        yield at, ignored.start()
        at = ignored.end()
    yield at, len(text)


NO_LABELS = Labels()
"""For a criterion that names no labels."""
