"""Places over many plausible readings: weights that respect the order, facts over what they may turn out to be.

The one rule: the same seed gives the same bytes on every machine. Shortfalls are whole numbers of 1e-9 points times
whole steps of weight, which a matrix product adds up without rounding in whatever order; so ties are ties everywhere.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from decision.judge.certainty.corners import corner_scores, weights_of_mixes
from decision.judge.certainty.draws import draw_mixes, draw_shares, draw_within
from decision.judge.certainty.order_proof import LISTED
from decision.judge.certainty.tally import tally_firsts, tally_places
from decision.judge.points import DECIMALS
from decision.nouns.findings import Readings, Standing, Uncertain

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from decision.arrays import Flags, Floats, Whole

__all__ = ["DRAWS", "SEED", "readings", "readings_within"]

DRAWS = 10_000
"""Readings that are drawn unless asked otherwise: shares are then right to one point in a hundred."""

SEED = 1
"""Where chance starts unless asked otherwise."""

_WHOLE = 100 * 10.0**DECIMALS
_SCORES_AT_ONCE = 1 << 17
_HALF_WIDTH = 1.96 * 0.5


def readings(
    standing: Standing, uncertain: Sequence[Uncertain], never_first: Flags, *, draws: int = DRAWS, seed: int = SEED
) -> Readings:
    """Count how often each program comes first, is on the shortlist, and where it stands on average.

    Parameters
    ----------
    standing
        The programs that fit.
    uncertain
        Which of their facts vary, and how.
    never_first
        ``(n,)``, programs that are left aside when more than 500 fit.
    draws
        How many readings, at least 1.
    seed
        Where chance starts, at least 0.

    Returns
    -------
    Readings
        Shares of the readings; programs that are level share a place, so shares of the first place may sum to over 1.

    References
    ----------
    Lahdelma, R., Hokkanen, J. and Salminen, P. (1998). SMAA: stochastic multiobjective acceptability analysis. European
    Journal of Operational Research 106, 137-143. Lahdelma, R. and Salminen, P. (2001). SMAA-2. Operations Research 49,
    444-454.
    """
    n = len(standing.rows)
    looked_at = np.ones(n, dtype=bool) if n <= LISTED else ~never_first
    varies = n > 1 and (len(standing.groups) > 1 or any(len(facts.programs) for facts in uncertain))
    corners = _Corners(
        scores=corner_scores(standing.low, standing.groups),
        mixes=draw_mixes(len(standing.groups), draws, np.random.default_rng([seed, 0])),
        weights_of=lambda mixes: weights_of_mixes(mixes, standing.groups),
    )
    return _readings(standing, uncertain, corners, looked_at, seed, varies=varies)


def readings_within(
    standing: Standing,
    uncertain: Sequence[Uncertain],
    ranges: Sequence[tuple[float, float]],
    *,
    draws: int = DRAWS,
    seed: int = SEED,
) -> Readings | None:
    """Count the same over weights within the user's own ranges, whatever the order of concern.

    Parameters
    ----------
    standing
        The programs that fit.
    uncertain
        Which of their facts vary, and how.
    ranges
        Least and greatest weight of each weighted criterion, 0..1, in the order of concern.
    draws
        How many readings, at least 1.
    seed
        Where chance starts, at least 0.

    Returns
    -------
    Readings or None
        ``None`` when more than 500 programs fit: the order that would leave most of them aside does not hold here.
    """
    if len(standing.rows) > LISTED:
        return None
    corners = _Corners(
        scores=standing.low,
        mixes=draw_within(ranges, draws, np.random.default_rng([seed, 2])),
        weights_of=lambda weights: weights,
    )
    varies = len(standing.rows) > 1 and (len(ranges) > 1 or any(len(facts.programs) for facts in uncertain))
    return _readings(standing, uncertain, corners, np.ones(len(standing.rows), dtype=bool), seed, varies=varies)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Corners:
    """What the weights that are drawn are mixed from, and how a mixture becomes weights."""

    scores: Floats
    mixes: Floats
    weights_of: Callable[[Floats], Floats]


def _readings(
    standing: Standing, uncertain: Sequence[Uncertain], corners: _Corners, looked_at: Flags, seed: int, *, varies: bool
) -> Readings:
    draws, seen = len(corners.mixes), np.flatnonzero(looked_at)
    tally = np.zeros((5, len(standing.rows)))
    among = replace(corners, scores=np.ascontiguousarray(corners.scores[:, seen]))  # a product of rows is quicker
    tally[:, seen] = _tally(_only(standing, seen), [_among(facts, seen) for facts in uncertain], among, seed)
    return Readings(
        draws=draws,
        seed=seed,
        error=_HALF_WIDTH / math.sqrt(draws) if varies else 0.0,
        first=tally[0] / draws,
        shortlist=tally[1] / draws,
        mean_rank=tally[2] / draws,
        from_weights=tally[3] / draws,
        from_unknowns=tally[4] / draws,
        looked_at=looked_at,
    )


def _tally(standing: Standing, uncertain: Sequence[Uncertain], corners: _Corners, seed: int) -> Floats:
    """Add up the blocks: first, shortlist, ranks, and first by the weights alone and by the facts alone."""
    n = len(standing.rows)
    tally = np.zeros((5, n))
    if not n:
        return tally
    whole = replace(corners, scores=_WHOLE - np.rint(_WHOLE * corners.scores))
    rng = np.random.default_rng([seed, 1])
    step = max(1, _SCORES_AT_ONCE // n)
    for start in range(0, len(corners.mixes), step):
        block = replace(whole, mixes=corners.mixes[start : start + step])
        tally += _tally_block(standing, uncertain, block, rng)
    return tally


def _tally_block(
    standing: Standing, uncertain: Sequence[Uncertain], corners: _Corners, rng: np.random.Generator
) -> Floats:
    tally, mixes = np.zeros((5, len(standing.rows))), corners.mixes
    short = mixes @ corners.scores
    as_stated = _WHOLE - np.rint(_WHOLE / 100 * standing.score)
    if uncertain:
        tally[3] = tally_firsts(short)
        weights = corners.weights_of(mixes)
        fixed = np.repeat(as_stated[np.newaxis], len(mixes), axis=0)
        for facts in uncertain:
            gain = draw_shares(facts, len(mixes), rng) - standing.low[facts.criterion, facts.programs]
            gain *= _WHOLE
            short[:, facts.programs] -= weights[:, [facts.criterion]] * gain
            fixed[:, facts.programs] -= standing.weights[facts.criterion] * gain
        tally[4] = tally_firsts(fixed)
    tally[:3] = tally_places(short, standing.shortlist)
    if not uncertain:
        tally[3], tally[4] = tally[0], len(mixes) * (as_stated == as_stated.min())
    return tally


def _only(standing: Standing, seen: Whole) -> Standing:
    """Leave aside the other programs."""
    return replace(
        standing,
        programs=standing.programs[seen],
        rows=standing.rows[seen],
        score=standing.score[seen],
        low=standing.low[:, seen],
        high=standing.high[:, seen],
    )


def _among(uncertain: Uncertain, seen: Whole) -> Uncertain:
    """Renumber the programs among those seen."""
    kept = np.isin(uncertain.programs, seen)
    return replace(
        uncertain,
        programs=np.searchsorted(seen, uncertain.programs[kept]),
        first=uncertain.first[kept],
        second=uncertain.second[kept],
    )
