"""What the cells behind one fact say together: one `Saying` per distinct combination of them, then arrays of them."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from decision.model import Fact, Reading, Unknown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from decision.arrays import Codes
    from decision.model import Bills
    from decision.nouns.plans import Timetable

__all__ = ["Saying", "as_fact", "unstated"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """One distinct way in which the file states, or does not state, a fact.

    Parameters
    ----------
    text
        Fit to show.
    unknown
        ``STATED``, or why it is not known.
    low, high
        As stated, in the kind's unit; NaN where unknown, but for the low end of a partly stated sum.
    counted_low, counted_high
        What earns points; as stated unless given.
    passed, took
        The counts behind a rate.
    labels
        What a label cell offers.
    doubt
        What is odd about the cells together; or empty.
    fault
        What is impossible about the cells together; or empty.
    blamed
        Which of the columns a doubt or fault is told at, counted from 0.
    is_suspect
        Used as stated, and odd.
    timetable
        What more is said of when it runs; ``None`` where the criterion has no plan.
    assumed
        How much of it is assumed, in words; or empty.
    """

    text: str
    unknown: Unknown = Unknown.STATED
    low: float = math.nan
    high: float = math.nan
    counted_low: float | None = None
    counted_high: float | None = None
    passed: float = math.nan
    took: float = math.nan
    labels: frozenset[str] = field(default_factory=frozenset)
    doubt: str = ""
    fault: str = ""
    blamed: int = 0
    is_suspect: bool = False
    timetable: Timetable | None = None
    assumed: str = ""


def unstated(reading: Reading) -> Saying:
    """Say why one cell states nothing.

    Parameters
    ----------
    reading
        One that is not stated.

    Returns
    -------
    Saying
        Its text is the reason; for a cell that is not understood, what was typed.

    Examples
    --------
    >>> unstated(Reading(text="evning", unknown=Unknown.NOT_UNDERSTOOD)).text
    'evning'
    >>> unstated(Reading(text=" ", unknown=Unknown.BLANK)).text
    'not stated'
    """
    is_typed = reading.unknown is Unknown.NOT_UNDERSTOOD
    text = " ".join(reading.text.split()) if is_typed else reading.unknown.words
    return Saying(text=text, unknown=reading.unknown)


def as_fact(codes: Codes, sayings: Sequence[Saying], bills: Bills = ()) -> Fact:
    """Lay out the distinct sayings as arrays.

    Parameters
    ----------
    codes
        ``(n_programs,)``, numbers into the sayings.
    sayings
        Each distinct one.
    bills
        The bill of each, for a cost that is made up of several amounts.

    Returns
    -------
    Fact
        The same, by column.
    """

    def numbers(values: Sequence[float]) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
        return np.array(values, dtype=np.float64)

    return Fact(
        codes=codes,
        texts=[saying.text for saying in sayings],
        unknown=np.array([saying.unknown for saying in sayings], dtype=np.int8),
        low=numbers([saying.low for saying in sayings]),
        high=numbers([saying.high for saying in sayings]),
        counted_low=numbers([saying.low if saying.counted_low is None else saying.counted_low for saying in sayings]),
        counted_high=numbers(
            [saying.high if saying.counted_high is None else saying.counted_high for saying in sayings]
        ),
        passed=numbers([saying.passed for saying in sayings]),
        took=numbers([saying.took for saying in sayings]),
        labels=[saying.labels for saying in sayings],
        is_suspect=np.array([saying.is_suspect for saying in sayings], dtype=bool),
        timetables=[saying.timetable for saying in sayings if saying.timetable is not None],
        assumed=[saying.assumed for saying in sayings] if any(saying.assumed for saying in sayings) else (),
        bills=bills,
    )
