"""What kinds of fact there are, how values are written, why one is not known, and the answers a must-have can get."""

from __future__ import annotations

import math
from enum import Enum, IntEnum

__all__ = ["Kind", "Status", "Unknown", "Verdict", "plain", "spell", "spell_range"]


class Kind(Enum):
    """What a criterion measures; it decides how cells are read and in which unit values are held."""

    MONEY = "money"
    """Dollars."""
    SHARE = "share"
    """A share of people, 0..1."""
    NUMBER = "number"
    """A plain number in the criterion's own unit; may be negative."""
    DURATION = "duration"
    """Months."""
    CATEGORY = "category"
    """Labels, every one of which is known."""
    SCHEDULE = "schedule"
    """Labels for when classes meet, from a vocabulary."""
    YES_NO = "yes_no"
    """The label ``yes`` or ``no``."""

    @property
    def is_numeric(self) -> bool:
        """Whether values are numbers (else they are labels)."""
        return self in (Kind.MONEY, Kind.SHARE, Kind.NUMBER, Kind.DURATION)


def plain(value: float, decimals: int = 2) -> str:
    """Write a number with commas for thousands and no needless zeros.

    Examples
    --------
    >>> plain(3450.0), plain(4.5), plain(-0.004)
    ('3,450', '4.5', '0')
    """
    text = f"{value:,.{decimals}f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text == "-0" else text


def spell(kind: Kind, value: float, unit: str = "") -> str:
    """Write a value of a kind as a person would: the one place where numbers get their units.

    Parameters
    ----------
    kind
        A numeric kind.
    value
        In the kind's own unit: dollars, share 0..1, months, or ``unit``.
    unit
        The unit of a plain number, such as ``credits``; empty for none.

    Examples
    --------
    >>> spell(Kind.MONEY, 3450), spell(Kind.MONEY, 250.5), spell(Kind.SHARE, 28 / 37), spell(Kind.DURATION, 1)
    ('$3,450', '$250.50', '75.7 %', '1 month')
    >>> spell(Kind.NUMBER, 27, "credits")
    '27 credits'
    """
    match kind:
        case Kind.MONEY:
            sign, size = ("-" if value < 0 else ""), abs(value)
            return f"{sign}${size:,.0f}" if math.isclose(size, round(size), abs_tol=0.005) else f"{sign}${size:,.2f}"
        case Kind.SHARE:
            return f"{plain(100 * value, 1)} %"
        case Kind.DURATION:
            number = plain(value, 1)
            return f"{number} month" if number == "1" else f"{number} months"
        case _:
            return f"{plain(value)} {unit}".strip()


def spell_range(kind: Kind, low: float, high: float, unit: str = "") -> str:
    """Write the two ends of a range, with a unit that is a word once, or the one value that both are.

    Parameters
    ----------
    kind
        A numeric kind.
    low, high
        The end that is said first and the other, in the kind's own unit.
    unit
        The unit of a plain number; empty for none.

    Examples
    --------
    >>> spell_range(Kind.DURATION, 0.9, 2.5), spell_range(Kind.DURATION, 0.5, 1), spell_range(Kind.DURATION, 9, 9)
    ('0.9 to 2.5 months', '0.5 to 1 month', '9 months')
    >>> spell_range(Kind.MONEY, 7200, 8400), spell_range(Kind.SHARE, 0.4, 0.9)
    ('$7,200 to $8,400', '40 % to 90 %')
    """
    ends = [spell(kind, end, unit) for end in (low, high)]
    if ends[0] == ends[1]:
        return ends[1]
    first = plain(low, 1) if kind is Kind.DURATION else plain(low) if kind is Kind.NUMBER else ends[0]
    return f"{first} to {ends[1]}"


class Unknown(IntEnum):
    """Why a fact is not known; ``STATED`` when it is."""

    STATED = 0
    BLANK = 1
    NOT_PUBLISHED = 2
    SUPPRESSED = 3
    NOT_APPLICABLE = 4
    CONTACT_SCHOOL = 5
    NOT_UNDERSTOOD = 6
    NO_COLUMN = 7
    PARTS_MISSING = 8
    OTHER_BASIS = 9

    @property
    def words(self) -> str:
        """The reason in words, fit to stand alone or in brackets."""
        return _UNKNOWN_WORDS[self]


_UNKNOWN_WORDS = {
    Unknown.STATED: "stated",
    Unknown.BLANK: "not stated",
    Unknown.NOT_PUBLISHED: "not published",
    Unknown.SUPPRESSED: "withheld to protect privacy",
    Unknown.NOT_APPLICABLE: "said not to apply",
    Unknown.CONTACT_SCHOOL: "the school asks to be contacted",
    Unknown.NOT_UNDERSTOOD: "not understood",
    Unknown.NO_COLUMN: "no such column",
    Unknown.PARTS_MISSING: "only some parts are stated",
    Unknown.OTHER_BASIS: "not stated for the whole program",
}


class Verdict(IntEnum):
    """The three answers a program gives to one must-have."""

    PASS = 0
    ASK = 1
    FAIL = 2


class Status(IntEnum):
    """Where a program stands after all must-haves: the worst of its verdicts."""

    FITS = 0
    ASK = 1
    OUT = 2

    @property
    def word(self) -> str:
        """``fits``, ``ask`` or ``out``: the word in every table."""
        return self.name.lower()
