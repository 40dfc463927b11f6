"""When classes meet, as typed, becomes labels from the vocabularies `schedule` and `delivery`.

Every word must be known: one that is not (``no evening classes``, ``mostly daytime``) leaves the whole cell not
understood. A class with days and hours becomes a label of its own (``Mon Wed 18:00-21:00``) beside the plain word it
amounts to. Any-time and live online classes are online as well.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from decision.intake.cells.schedule_words import schedule_words, spaced
from decision.intake.cells.unknowns import unknown_reason
from decision.model import Reading
from decision.nouns.blocks import DAYS, EVENING_START, SESSION, Block, parse_block, parse_days, spell_days

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from decision.intake.cells.labels import Labels

__all__ = ["read_schedule"]

_LONGEST_PHRASE = 7
_PIECE = re.compile(r"[;|]")
_WORD = re.compile(r"[^\s,/&+():]+")
_PART_OF_DAY = re.compile(rf"({DAYS}),? (mornings?|afternoons?|evenings?|nights?)\b", re.I | re.A)


def read_schedule(text: str, typed: str, labels: Labels) -> Reading | None:
    """Read when classes meet.

    Parameters
    ----------
    text
        The cleaned cell; a line break in it stands as ``;``.
    typed
        The cell as typed.
    labels
        The criteria's own labels, which add to the vocabulary.

    Returns
    -------
    Reading or None
        ``None`` when a word is outside the vocabulary.

    Examples
    --------
    >>> from decision.intake.cells.labels import NO_LABELS
    >>> sorted(read_schedule("Evenings; self-paced", "", NO_LABELS).labels)
    ['evening', 'online', 'online any time']
    >>> sorted(read_schedule("Mon & Wed 6-9 pm", "", NO_LABELS).labels)
    ['Mon Wed 18:00-21:00', 'evening']
    >>> read_schedule("no evening classes", "", NO_LABELS) is None
    True
    """
    words = _own_words(labels)
    found = set(words.get(text.casefold(), ()))
    if found:
        return Reading(text=typed, labels=_own_spelling(found, labels))
    for piece in _PIECE.split(text):
        offered = _offered(piece.strip(), words, labels)
        if offered is None:
            return None
        found |= offered
    return Reading(text=typed, labels=_own_spelling(found, labels)) if found else None


def _offered(piece: str, words: Mapping[str, tuple[str, ...]], labels: Labels) -> set[str] | None:
    """Give the labels of one piece, or ``None`` when a word is not known."""
    own = None if parse_block(piece) else labels.exact(piece)
    plain = words.get(spaced(piece)) or ((own,) if own is not None else None)
    if plain or not piece or unknown_reason(piece):
        return set(plain or ())
    found: set[str] = set()
    rest = _PART_OF_DAY.sub(lambda match: _take_part_of_day(match, found), spell_days(piece))
    blocks: list[Block] = []
    rest = SESSION.sub(lambda match: _take_block(match, blocks), rest)
    phrases = _phrases(rest, words)
    if phrases is None:
        return None
    return found.union(map(str, blocks), _amount_to(blocks), phrases)


def _phrases(text: str, words: Mapping[str, tuple[str, ...]]) -> set[str] | None:
    """Read a text phrase by phrase, the longest first; ``None`` when a word is neither known nor a filler."""
    typed = [word for part in _WORD.findall(text) for word in spaced(part).split()]
    found: set[str] = set()
    at = 0
    while at < len(typed):
        for length in range(min(_LONGEST_PHRASE, len(typed) - at), 0, -1):
            labels = words.get(" ".join(typed[at : at + length]))
            if labels is not None:
                found.update(labels)
                at += length
                break
        else:
            if typed[at] not in schedule_words().ignored:
                return None
            at += 1
    return found


def _take_part_of_day(match: re.Match[str], found: set[str]) -> str:
    """Note the label of ``Tuesday evenings`` or ``Saturday mornings`` and cut it out."""
    days = parse_days(match[1])
    if min(days) < 5:
        found.update(schedule_words().phrases[match[2].casefold()])
    if max(days) >= 5:
        found.add("weekend")
    return " "


def _take_block(match: re.Match[str], blocks: list[Block]) -> str:
    """Note a session and cut it out; what is no session stays."""
    block = parse_block(match[0].strip())
    if block is None:
        return match[0]
    blocks.append(block)
    return " "


def _amount_to(blocks: Iterable[Block]) -> tuple[str, ...]:
    """Give the plain word for sessions that all must be attended; none where days have no hours, or it is a mix."""
    found = {_plain(block) for block in blocks}
    if "day" in found:
        return ("day",)
    return tuple(found) if len(found) == 1 and found != {""} else ()


def _plain(block: Block) -> str:
    """Give the plain word for one session."""
    if block.is_weekend:
        return "weekend"
    if not block.has_hours:
        return ""
    return "evening" if block.start >= EVENING_START and block.days[-1] < 5 else "day"


@lru_cache(maxsize=64)
def _own_words(labels: Labels) -> Mapping[str, tuple[str, ...]]:
    """Give the vocabulary with the criteria's own labels and aliases added."""
    words = dict(schedule_words().phrases)
    named = [label for label in (*labels.known, *labels.aliases) if parse_block(label) is None]
    for label in (*named, *labels.aliases):
        words.setdefault(spaced(label), (label, *labels.also.get(label, ())))
    for label, others in labels.aliases.items():
        for other in others:
            words[spaced(other)] = words[spaced(label)]
    return words


@lru_cache(maxsize=64)
def _spelling(labels: Labels) -> Mapping[str, frozenset[str]]:
    """Give the criteria's spellings of vocabulary labels: ``evening`` -> ``Evenings``."""
    spellings: dict[str, frozenset[str]] = {}
    for label in (*labels.known, *labels.aliases):
        meant = schedule_words().phrases.get(spaced(label)) or (_block_spelling(label),)
        spellings[meant[0]] = spellings.get(meant[0], frozenset()) | {label}
    return spellings


def _block_spelling(label: str) -> str:
    """Give a label of days and hours in our spelling, any other as it is."""
    block = parse_block(label)
    return label if block is None else str(block)


def _own_spelling(found: set[str], labels: Labels) -> frozenset[str]:
    """Give labels as the criteria spell them."""
    spellings = _spelling(labels)
    return frozenset(own for label in found for own in spellings.get(label, (label,)))
