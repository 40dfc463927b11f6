"""The scores of the programs that fit become the bar each program must reach to change who is on top.

The one rule: scores are compared as the ranking does, rounded, and a tie for the last place is never cut.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from decision.judge.points import DECIMALS
from decision.model import Outcome, Status

if TYPE_CHECKING:
    from decision.arrays import Flags, Floats

__all__ = ["Bars", "bars", "best_of_others", "falling_scores", "own_scores", "staying_bars"]


class Bars(NamedTuple):
    """What each program's score must come to for the top places to go to another set of programs.

    Parameters
    ----------
    at
        ``(n,)``, points; infinite where no score does it, minus infinite where any does.
    is_strict
        ``(n,)``, whether it must be passed, not only reached.
    """

    at: Floats
    is_strict: Flags


def falling_scores(outcome: Outcome) -> Floats:
    """Give the rounded scores of the programs that fit, from best to worst."""
    fits = outcome.elimination.status == Status.FITS
    return -np.sort(-np.round(outcome.points.score[fits], DECIMALS))


def own_scores(outcome: Outcome) -> Floats:
    """Give each program's rounded score; NaN where it does not surely fit."""
    fits = outcome.elimination.status == Status.FITS
    return np.where(fits, np.round(outcome.points.score, DECIMALS), np.nan)


def best_of_others(falling: Floats, own: Floats) -> Floats:
    """Give the best score that fits apart from each program's own; minus infinite where there is none.

    Examples
    --------
    >>> best_of_others(np.array([71.0, 68.0]), np.array([71.0, 68.0, np.nan])).tolist()
    [68.0, 71.0, 71.0]
    """
    return _place_of_others(falling, own, 1)


def bars(falling: Floats, own: Floats, places: int) -> Bars:
    """Give the bar that each program must reach.

    Parameters
    ----------
    falling
        ``(n_fits,)``, rounded scores of the programs that fit, from best to worst.
    own
        ``(n,)``, the program's own rounded score; NaN where it is not among those that fit.
    places
        How many top places: 1 for the first, else the length of the shortlist.

    Returns
    -------
    Bars
        For a better score of this program alone; its score can only grow, since an unknown counts for nothing now.

    Examples
    --------
    Two places: the third and a newcomer must reach the second; the second is in already, and so is the first.

    >>> bars(np.array([71.0, 68.0, 55.0]), np.array([71.0, 68.0, 55.0, np.nan]), 2).at.tolist()
    [inf, inf, 68.0, 68.0]

    Where two share the first place, either takes it alone by passing the other.

    >>> tie = bars(np.array([68.0, 68.0]), np.array([68.0]), 1)
    >>> tie.at.tolist(), tie.is_strict.tolist()
    ([68.0], [True])
    """
    last = _place_of_others(falling, own, places)
    before = _place_of_others(falling, own, places - 1) if places > 1 else np.full(len(own), np.inf)
    is_level = own == last
    is_settled = (own > last) | (is_level & ~(before > last))
    return Bars(at=np.where(is_settled, np.inf, last), is_strict=is_level)


def staying_bars(falling: Floats, own: Floats, places: int) -> Bars:
    """Give the bar above which a program that is on top keeps the top as it is.

    Parameters
    ----------
    falling
        ``(n_fits,)``, rounded scores of the programs that fit, from best to worst.
    own
        ``(n,)``, the program's own rounded score; NaN where it is not among those that fit.
    places
        How many top places: 1 for the first, else the length of the shortlist.

    Returns
    -------
    Bars
        A score at the bar lets the next one in, unless that one shares a place that is in already, or this program
        stands at the bar now.

    Examples
    --------
    >>> staying = staying_bars(np.array([71.0, 68.0, 55.0]), np.array([71.0]), 1)
    >>> staying.at.tolist(), staying.is_strict.tolist()
    ([68.0], [True])
    """
    last = _place_of_others(falling, own, places)
    before = _place_of_others(falling, own, places - 1) if places > 1 else np.full(len(own), np.inf)
    return Bars(at=last, is_strict=(before > last) & (own > last))


def _place_of_others(falling: Floats, own: Floats, place: int) -> Floats:
    """Give the score at a place among the others; minus infinite where they are fewer."""
    padded = np.concatenate([falling, np.full(place + 1, -np.inf)])
    among: Floats = np.where(own >= padded[place - 1], padded[place], padded[place - 1])
    return among
