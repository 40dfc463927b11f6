"""The nouns of an account: the ledger of one program, and how far its counted rates can be trusted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from decision.kinds import Unknown

__all__ = ["Account", "Entry", "Ledger"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One criterion's line in the account of a program.

    Parameters
    ----------
    criterion
        Its name.
    found
        What the file says, fit to show.
    low, high
        The points it surely earns, and can earn at most.
    possible
        The points that anyone can earn with it: its weight times 100.
    unknown
        Why the fact is not known; ``STATED`` when it is.
    """

    criterion: str
    found: str
    low: float
    high: float
    possible: float
    unknown: Unknown


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """The account behind one program's score: the entries add up to it, always."""

    row: int
    name: str
    entries: tuple[Entry, ...]
    score: float
    score_high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """Everything behind one program's score.

    Parameters
    ----------
    ledger
        An entry for each weighted criterion; they add up to the score.
    rates
        Name of each weighted criterion whose rate was counted -> the ends, shares 0..1, of the range that holds the
        true rate 19 times in 20.
    """

    ledger: Ledger
    rates: Mapping[str, tuple[float, float]]
