"""The noun of what one cell says: a value, labels, counts, or the reason why there is none.

A reading with a fault or a doubt carries the sentence for it; a blank is a reason, never a number.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import Enum

from decision.kinds import Unknown

__all__ = ["Basis", "Reading"]


class Basis(Enum):
    """What an amount is for."""

    WHOLE = "the whole program"
    CREDIT = "each credit"
    YEAR = "each year"
    TERM = "each term"
    MONTH = "each month"
    WEEK = "each week"
    HOUR = "each hour"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What one cell says.

    Parameters
    ----------
    text
        As typed.
    unknown
        ``STATED``, or why there is no value.
    low, high
        The value, in the kind's unit; unlike for a range; NaN where unknown or where the cell holds labels.
    labels
        What a label cell offers, in the criteria's own spelling.
    passed, took
        Counts that stand in a share cell; NaN where none.
    basis
        What an amount of money is for.
    is_bare
        A share without a sign: the whole column decides whether 92 or 0.92 is meant.
    is_free
        The cell says that it costs nothing.
    is_inside
        The cell says that this amount is part of another (fees ``included in tuition``): it adds nothing to a sum, and
        alone it states nothing.
    currency
        The currency sign or code of an amount, upper case; empty when none was typed.
    outside
        Labels, as typed, that the criterion's vocabulary does not have; empty where it has no vocabulary.
    fault
        Understood and impossible: a sentence that says why; or empty.
    doubt
        Odd: a sentence that says what is odd and what it was read as; or empty.
    """

    text: str
    unknown: Unknown = Unknown.STATED
    low: float = math.nan
    high: float = math.nan
    labels: frozenset[str] = frozenset()
    passed: float = math.nan
    took: float = math.nan
    basis: Basis = Basis.WHOLE
    is_bare: bool = False
    is_free: bool = False
    is_inside: bool = False
    currency: str = ""
    outside: tuple[str, ...] = ()
    fault: str = ""
    doubt: str = ""

    @property
    def is_stated(self) -> bool:
        """Whether there is a value."""
        return self.unknown is Unknown.STATED
