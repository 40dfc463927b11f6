"""What the order of concern alone proves, for every weight set that respects it.

The one rule: nothing is called sure unless it holds at every corner of those weights, with every unknown at its least
favourable.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from decision.judge.certainty.corners import partial_sums
from decision.judge.certainty.never_first import never_first
from decision.nouns.findings import OrderProof, Standing

if TYPE_CHECKING:
    from decision.arrays import Flags, Floats

__all__ = ["LISTED", "TOLERANCE", "order_proof"]

LISTED = 500
"""Pairs are listed up to this many programs that fit."""

TOLERANCE = 1e-9
"""Partial sums of shares within this of 0 are 0."""

_PAIRS_AT_ONCE = 1 << 17


def order_proof(standing: Standing, *, whole: bool = True) -> OrderProof:
    """Say who surely stands above whom whatever the weights, as long as they respect the order of concern.

    Parameters
    ----------
    standing
        The programs that fit.
    whole
        Whether every place is worked out. Else, above 500 programs, only the last place of the first one is; of the
        others the places that anyone has stand there, 1 and ``n``. All pairs of many programs take long.

    Returns
    -------
    OrderProof
        Pairs, programs that can never be first, and the places each can have.

    Notes
    -----
    a beats b if and only if every partial sum of (least share of a - greatest share of b), taken at the ends of the
    groups of equal concern, is at least 0 and one is above 0.

    References
    ----------
    Kirkwood, C. W. and Sarin, R. K. (1985). Ranking with partial information: a method and an application. Operations
    Research 33, 38-48.
    """
    low, high = partial_sums(standing.low, standing.groups), partial_sums(standing.high, standing.groups)
    n = low.shape[1]
    beaten_by, beaten = np.zeros(n, dtype=np.int64), np.zeros(n, dtype=np.int64)
    lines: list[Flags] = []
    step = max(1, _PAIRS_AT_ONCE // max(n, 1))
    is_short = not whole and n > LISTED
    for start in range(0, 1 if is_short else n, step):
        beats = _beats(low[:, start : 1 if is_short else start + step], high)
        beaten[start : start + len(beats)] = beats.sum(axis=1)
        beaten_by += 0 if is_short else beats.sum(axis=0)
        if n <= LISTED:
            lines.append(beats)
    return OrderProof(
        beats=np.vstack([np.zeros((0, n), dtype=bool), *lines]) if n <= LISTED else None,
        never_first=never_first(standing),
        rank_from=1 + beaten_by,
        rank_to=n - beaten,
    )


def _beats(low: Floats, high: Floats) -> Flags:
    """Say whether each of some programs surely stands above each of all; none does above itself."""
    is_never_behind = np.ones((low.shape[1], high.shape[1]), dtype=bool)
    is_ahead_somewhere = np.zeros_like(is_never_behind)
    for of_some, of_all in zip(low, high, strict=True):
        is_never_behind &= of_all <= of_some[:, np.newaxis] + TOLERANCE
        is_ahead_somewhere |= of_all < of_some[:, np.newaxis] - TOLERANCE
    return is_never_behind & is_ahead_somewhere
