"""A plain number as typed, in the criterion's own unit.

It may be negative. A unit beside it must be the criterion's: another unit is another fact, never converted.
"""

from __future__ import annotations

import re

from decision.intake.cells.numerals import DASH, NUMBER, value
from decision.intake.cells.remarks import not_understood
from decision.model import Reading

__all__ = ["read_number"]

_PLAIN = re.compile(r"-?(?:[0-9]{1,15}|[0-9]{1,3}(?:,[0-9]{3}){1,4})")
_SIGN = r"(?:[-+−] ?)?"
_NUMBERS = re.compile(
    rf"(?P<low>{_SIGN}{NUMBER})(?: ?(?P<k_a>k)(?![a-z]))?"
    rf"(?: ?(?:{DASH} ?(?P<high>{NUMBER})|to (?P<signed>{_SIGN}{NUMBER}))(?: ?(?P<k_b>k)(?![a-z]))?)?(?P<unit>.*)",
    re.I | re.A,
)
_REVERSED = "not understood: the range ends below where it begins. Write the smaller number first, such as 20-30."


def read_number(text: str, typed: str, unit: str) -> Reading | None:
    """Read a plain number or a range.

    Parameters
    ----------
    text
        The cleaned cell.
    typed
        The cell as typed.
    unit
        The criterion's unit; empty for none.

    Returns
    -------
    Reading or None
        ``None`` when it is no number, or one in another unit.

    Raises
    ------
    TooManyDigitsError
        When digits would be lost.

    Examples
    --------
    >>> read_number("20-30 credits", "", "credits").high, read_number("-3", "", "").low
    (30.0, -3.0)
    >>> read_number("27 hours", "", "credits") is None
    True
    """
    if _PLAIN.fullmatch(text):
        number = value(text) + 0.0
        return Reading(text=typed, low=number, high=number)
    found = _NUMBERS.fullmatch(text)
    if not found or not (found["unit"] == "" or _is_unit(found["unit"], unit)):
        return None
    low = _signed(found["low"], found["k_a"])
    last = found["high"] or found["signed"]
    high = _signed(last, found["k_b"]) if last else low
    if found["k_b"] and not found["k_a"] and low < high / 1000:
        low = _signed(found["low"], found["k_b"])
    return not_understood(typed, _REVERSED) if low > high else Reading(text=typed, low=low, high=high)


def _signed(text: str, thousands: str | None) -> float:
    """Turn a number with its sign into its value; never a negative nothing."""
    return value(text.replace("−", "-").replace(" ", ""), exponent=3 if thousands else 0) + 0.0


def _is_unit(words: str, unit: str) -> bool:
    """Whether the words behind a number are the unit, in singular or plural."""
    return bool(unit) and _singular(words.strip(" -")) == _singular(unit)


def _singular(unit: str) -> str:
    """Give a unit without case and plural, so that ``Credits.`` is ``credit``."""
    return unit.casefold().strip(" .").removesuffix("s")
