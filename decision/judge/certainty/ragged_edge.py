"""A shortlist that holds more than its length because programs share its last place: how far a tie lasts.

Such a list mostly changes at once when a weight moves, but twins keep it. So it is followed from crossing to crossing,
and looked at between them.
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import numpy as np

from decision.judge.points import DECIMALS

if TYPE_CHECKING:
    from decision.arrays import Flags, Floats

__all__ = ["is_listed", "ragged_end"]

_SAME_PLACE = 1e-9


def is_listed(scores: Floats, length: int) -> Flags:
    """Say who is on the shortlist by these scores.

    Parameters
    ----------
    scores
        ``(n,)``, points; level after rounding is level.
    length
        How many places it has; a tie for the last is never cut.

    Returns
    -------
    array
        ``(n,)``.

    Examples
    --------
    >>> is_listed(np.array([50.0, 70.0, 50.0, 20.0]), 2).tolist()
    [True, True, True, False]
    """
    rounded = np.round(scores, DECIMALS)
    if len(rounded) <= length:
        return np.ones(len(rounded), dtype=bool)
    return np.asarray(rounded >= np.sort(rounded)[-length], dtype=bool)


def ragged_end(here: Floats, there: Floats, is_in: Flags, length: int) -> tuple[float, int | None]:
    """Find how far the same programs stay on the shortlist as scores move in straight lines.

    Parameters
    ----------
    here, there
        ``(n,)``, points at the start and at the end of the way.
    is_in
        ``(n,)``, who is on the shortlist at the start.
    length
        How many places it has.

    Returns
    -------
    tuple
        How far along the way it holds, 0..1, and who takes over: the first to come onto the list, or where nobody does
        the last that stays on it; ``None`` when it holds to the end.

    Examples
    --------
    Two share the one place; whichever way the weight moves, the one that rises keeps it alone.

    >>> ragged_end(np.array([50.0, 50.0]), np.array([40.0, 60.0]), np.array([True, True]), 1)
    (0.0, 1)
    """
    stops = _crossings(here, there, is_in)
    for start, stop in itertools.pairwise(stops):
        scores = np.round(here + (start + stop) / 2 * (there - here), DECIMALS)
        listed = is_listed(scores, length)
        if (listed != is_in).any():
            entered = np.flatnonzero(listed & ~is_in)
            if len(entered):
                return start, int(entered[np.argmax(scores[entered])])
            stayed = np.flatnonzero(listed)
            return start, int(stayed[np.argmin(scores[stayed])])
    return 1.0, None


def _crossings(here: Floats, there: Floats, is_in: Flags) -> list[float]:
    """Where somebody on the list meets anybody, along the way; both ends are among them."""
    lead = here[is_in][:, np.newaxis] - here
    change = lead - there[is_in][:, np.newaxis] + there
    is_moving = np.round(change, DECIMALS) != 0
    meets = np.unique(lead[is_moving] / change[is_moving])
    inner = meets[(meets > _SAME_PLACE) & (meets < 1 - _SAME_PLACE)]
    is_new = np.diff(inner, prepend=0.0) > _SAME_PLACE
    return [0.0, *inner[is_new].tolist(), 1.0]
