"""The digits of a number become its value: strictly, by a pattern of our own.

Python's own float() also takes ``1_000``, ``nan``, ``inf`` and digits of other scripts; nothing here does. A number
may be held up to 15 digits before the point (17 in all, as computers write 0.5882352941176471): more is refused,
since the rest would be lost.
"""

from __future__ import annotations

import re

__all__ = ["DASH", "NUMBER", "TooManyDigitsError", "unsigned", "value"]

NUMBER = r"(?:(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?|\.[0-9]+)(?![0-9,.])"
"""Pattern of an unsigned number; commas stand only as correct thousands groups."""

DASH = r"[-‐‑‒–—−]"
"""Pattern of the dash between the ends of a range."""

_WHOLE_DIGITS = 15
_ALL_DIGITS = 17
_MINUS = re.compile(r"((?:us|ca|c|a|nz)?[$€£¥₹]|usd |) ?[-–−] ?(?=[^-–− ])", re.I)


class TooManyDigitsError(ValueError):
    """A number has more digits than can be held."""


def value(number: str, *, exponent: int = 0) -> float:
    """Turn the text of a number into its value.

    Parameters
    ----------
    number
        A text that `NUMBER` matches, with or without a sign.
    exponent
        Power of ten to multiply by, exactly: 3 for thousands, -2 for percent.

    Raises
    ------
    TooManyDigitsError
        When digits would be lost.

    Examples
    --------
    >>> value("3,450"), value("4.9", exponent=3), value("70.9", exponent=-2)
    (3450.0, 4900.0, 0.709)
    """
    digits = number.replace(",", "")
    if len(digits) > _WHOLE_DIGITS:
        whole, _, fraction = digits.lstrip("+-").partition(".")
        if len(whole.lstrip("0")) > _WHOLE_DIGITS or len((whole + fraction).strip("0")) > _ALL_DIGITS:
            raise TooManyDigitsError
    return float(f"{digits}e{exponent}") if exponent else float(digits)


def unsigned(text: str) -> str:
    """Give a text without the minus sign that it begins with, before or after a currency sign; empty without one.

    Examples
    --------
    >>> unsigned("-5 %"), unsigned("$-3,450"), unsigned("5-6")
    ('5 %', '$3,450', '')
    """
    found = _MINUS.match(text)
    return found[1] + text[found.end() :] if found else ""
