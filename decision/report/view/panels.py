"""The nouns of what a person sees: terminal and page draw the same ones, so they say the same in the same order.

All texts are fit to show: cleaned of control and direction marks, but not escaped for HTML.
"""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["FunnelLine", "Head", "Item", "Place", "Remark", "View"]


@dataclass(frozen=True, slots=True, kw_only=True)
class FunnelLine:
    """One line of the way from all programs to those that are left."""

    left: int
    words: str
    out: int = 0
    ask: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The head of a column of facts; numbers stand at its right end."""

    words: str
    is_number: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One program in the table.

    Parameters
    ----------
    rank
        Its rank, with a question mark when its school must be asked.
    name
        In full.
    points
        Assured, or from assured to possible; empty when nothing earns points.
    low, high
        The same as numbers, 0..100.
    facts
        What the file says, one text per head.
    is_sure
        Whether it surely fits.
    links
        Web addresses of its source, safe to follow, not escaped.
    """

    rank: str
    name: str
    points: str
    low: float
    high: float
    facts: tuple[str, ...]
    is_sure: bool
    links: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """Sentences of a remark, about one thing (``term``) or in general (no term)."""

    sentences: tuple[str, ...]
    term: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """A labelled paragraph below the table: why, but, ask first, not far off."""

    label: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """Everything a person sees of one run, in this order.

    Parameters
    ----------
    answer
        The answer, in sentences.
    funnel
        The first line counts all programs, the next what was chosen of them, the rest what was required; empty when
        nothing was chosen or required.
    heads
        Of the columns of facts, the most telling first.
    places
        The programs that fit or may, from the first on.
    more
        How many of them are not shown, as a sentence, or empty.
    remarks
        In the order of reading.
    closing
        What the account does not depend on, and where the rest is.
    """

    answer: str
    funnel: tuple[FunnelLine, ...]
    heads: tuple[Head, ...]
    places: tuple[Place, ...]
    more: str
    remarks: tuple[Remark, ...]
    closing: tuple[str, ...]
