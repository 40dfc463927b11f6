"""Numbers written in words become digits: ``Twenty-eight (28) of thirty-seven (37)`` becomes ``28 of 37``.

Words and digits that disagree are left alone, so that the cell is not understood rather than half read.
"""

from __future__ import annotations

import re

__all__ = ["with_digits"]

_ONES = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TEENS = ("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")
_SMALL = (*_ONES, *_TEENS)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_VALUES = {word: count for count, word in enumerate(_SMALL, start=1)} | {
    word: 10 * count for count, word in enumerate(_TENS, start=2)
}
_WORDS = re.compile(
    rf"\b(?:({'|'.join(_TENS)})(?:[- ]({'|'.join(_ONES)}))?|({'|'.join(_SMALL)}))\b(?: ?\(([0-9]{{1,3}})\))?",
    re.I | re.A,
)


def with_digits(text: str) -> str:
    """Write the number words of a text, one to ninety-nine, in digits.

    Examples
    --------
    >>> with_digits("Twenty-eight (28) of thirty-seven"), with_digits("six (7) months")
    ('28 of 37', 'six (7) months')
    """
    return _WORDS.sub(_in_digits, text)


def _in_digits(found: re.Match[str]) -> str:
    """Give the digits of one number in words, or the words where digits beside them disagree."""
    total = sum(_VALUES[word.casefold()] for word in found.groups()[:3] if word)
    return found[0] if found[4] and int(found[4]) != total else str(total)
