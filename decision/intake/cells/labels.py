"""The labels that one criterion knows, and the finding of them in what was typed.

Case, spaces, hyphens and the marks ® and ™ never make a difference; the criteria's own spelling comes back.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["NO_LABELS", "Labels", "folded"]

_IGNORED = re.compile(r"\((?:r|tm)\)|[\s\-‐‑–_®™]+", re.I)
_GAP = r"(?:[\s\-‐‑–_®™]|\((?:r|tm)\))*"


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
    def _pattern(self) -> re.Pattern[str] | None:
        """Find any spelling as whole words, the longest first."""
        longest_first = sorted(self.spellings, key=lambda spelling: (-len(spelling), spelling))
        if not longest_first:
            return None
        words = "|".join(_GAP.join(re.escape(letter) for letter in spelling) for spelling in longest_first)
        return re.compile(rf"(?<![\w\-‐‑])(?:{words})(?![\w\-‐‑]|\+)", re.I)

    def exact(self, text: str) -> str | None:
        """Give the label that the whole text spells, or ``None``.

        Parameters
        ----------
        text
            A cleaned text.
        """
        return self.spellings.get(folded(text)) if self.spellings else None

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
        if self._pattern is None:
            return []
        matches = [(found, self.exact(found[0])) for found in self._pattern.finditer(text)]
        return [(found.start(), found.end(), label) for found, label in matches if label is not None]


NO_LABELS = Labels()
"""For a criterion that names no labels."""
