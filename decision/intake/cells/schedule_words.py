"""The bundled vocabularies `schedule` and `delivery` become what a schedule cell is read by: phrases and ignored words.

They are read when the first schedule cell is, and kept: a table without schedules costs nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from decision.intake.vocabulary.vocabulary import read_vocabulary
from decision.nouns.blocks import parse_block

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["ScheduleWords", "schedule_words", "spaced"]

_NAMES = ("schedule", "delivery")
_JOINED = re.compile(r"[-‐‑–_®™]")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ScheduleWords:
    """What a schedule cell is read by.

    Parameters
    ----------
    phrases
        One word or several, spaced -> labels, the most telling first; none where the phrase says nothing.
    ignored
        Words that say nothing.
    """

    phrases: Mapping[str, tuple[str, ...]]
    ignored: frozenset[str]


@lru_cache(maxsize=1)
def schedule_words() -> ScheduleWords:
    """Give the phrases and the ignored words.

    Examples
    --------
    >>> words = schedule_words()
    >>> words.phrases["self paced"], words.phrases["onlineonly"], "classes" in words.ignored
    (('online any time', 'online'), ('online',), True)
    """
    phrases: dict[str, tuple[str, ...]] = {}
    ignored: set[str] = set()
    for vocabulary in map(read_vocabulary, _NAMES):
        for term in vocabulary.terms:
            own = () if str(parse_block(term.label)) == term.label else (term.label,)  # days are understood as such
            phrases.update((spaced(phrase), (term.label, *term.also)) for phrase in (*own, *term.spellings))
        ignored.update(word for word in vocabulary.ignored if " " not in word)
        phrases.update((spaced(phrase), ()) for phrase in vocabulary.ignored if " " in phrase)
    return ScheduleWords(phrases=phrases, ignored=frozenset(ignored))


def spaced(text: str) -> str:
    """Give a phrase in lower case with spaces for hyphens and no dot behind.

    Examples
    --------
    >>> spaced("Part-Time."), spaced("e-Learning")
    ('part time', 'e learning')
    """
    return " ".join(_JOINED.sub(" ", text.casefold()).split()).rstrip(".")
