"""The words that a criterion's vocabulary does not have are counted over the whole column.

Case makes no difference; of several ways to type a word the most frequent is shown.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import numpy as np

from decision.intake.cells.labels import folded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from decision.arrays import Codes
    from decision.model import Reading

__all__ = ["count_outside"]


def count_outside(codes: Codes, readings: Sequence[Reading]) -> tuple[tuple[str, int], ...]:
    """Count the words outside a vocabulary.

    Parameters
    ----------
    codes
        ``(n_programs,)``, numbers into the readings.
    readings
        One for each distinct text.

    Returns
    -------
    tuple
        Each word and how many programs state it, the most frequent first.

    Examples
    --------
    >>> from decision.model import Reading
    >>> readings = [Reading(text="DEAC; Deac", outside=("DEAC", "Deac")), Reading(text="deac", outside=("deac",))]
    >>> count_outside(np.array([0, 1, 0, 0], dtype=np.int32), readings)
    (('DEAC', 4),)
    """
    if not any(reading.outside for reading in readings):
        return ()
    programs: Counter[str] = Counter()
    ways: dict[str, Counter[str]] = {}
    for reading, count in zip(readings, np.bincount(codes, minlength=len(readings)).tolist(), strict=True):
        words = {folded(word) or word: word for word in reversed(reading.outside)}
        programs.update(dict.fromkeys(words, count))
        for word, shown in words.items():
            ways.setdefault(word, Counter())[shown] += count
    counted = [(_usual(ways[word]), count) for word, count in programs.items() if count]
    return tuple(sorted(counted, key=lambda word: (-word[1], word[0])))


def _usual(ways: Counter[str]) -> str:
    """Give the most frequent of several ways to type a word, the first by letters where two are as frequent."""
    return min(ways, key=lambda way: (-ways[way], way))
