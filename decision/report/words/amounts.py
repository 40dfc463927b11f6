"""Points and small counts become text, no finer than they need to be.

The one rule: two amounts that differ never look equal.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from decision.model import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["count_word", "spell_points"]

_WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_FINEST = 4


def count_word(count: int) -> str:
    """Write a count as a word, up to twelve.

    Examples
    --------
    >>> count_word(3), count_word(0), count_word(1300)
    ('three', 'no', '1,300')
    """
    return _WORDS[count] if count < len(_WORDS) else f"{count:,}"


def spell_points(ranges: Sequence[tuple[float, float]]) -> list[str]:
    """Write points that are seen together: whole, and finer only where two would look equal.

    Parameters
    ----------
    ranges
        The assured and the possible points of each, 0..100.

    Returns
    -------
    list of str
        One text for each; a range where the two ends differ.

    Notes
    -----
    Points less than one apart are written alike: 89.44 below 89.5 is not 89.

    Examples
    --------
    >>> spell_points([(71.2, 71.2), (68.24, 68.24), (68.31, 68.31), (52, 80)])
    ['71', '68.2', '68.3', '52-80']
    >>> spell_points([(50, 50), (50, 50)])
    ['50', '50']
    >>> spell_points([(89.97, 89.97), (89.5, 89.5), (89.44, 89.44)])
    ['90', '89.5', '89.4']
    """
    by_decimals = [[_range(low, high, decimals) for low, high in ranges] for decimals in range(_FINEST + 1)]
    exact = [(round(low, 9), round(high, 9)) for low, high in ranges]
    needed = [
        next((fine for fine, texts in enumerate(by_decimals) if _is_distinct(place, texts, exact)), _FINEST)
        for place in range(len(ranges))
    ]
    return [by_decimals[fine][place] for place, fine in enumerate(_alike(needed, exact))]


def _alike(needed: Sequence[int], exact: Sequence[tuple[float, float]]) -> list[int]:
    """Give neighbours less than a point apart the decimals of the finest among them."""
    fine = list(needed)
    falling = sorted((place for place, (low, high) in enumerate(exact) if low == high), key=lambda p: -exact[p][0])
    for chain in (falling, falling[::-1]):
        for before, place in pairwise(chain):
            if abs(exact[before][0] - exact[place][0]) < 1:
                fine[place] = max(fine[place], fine[before])
    return fine


def _range(low: float, high: float, decimals: int) -> str:
    first, last = plain(low, decimals), plain(high, decimals)
    return first if first == last else f"{first}-{last}"


def _is_distinct(place: int, texts: Sequence[str], exact: Sequence[tuple[float, float]]) -> bool:
    """Whether every other that looks the same is the same."""
    return all(exact[place] == other for text, other in zip(texts, exact, strict=True) if text == texts[place])
