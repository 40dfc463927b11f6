"""Places over many plausible readings: weights that respect the order, facts over what they may turn out to be.

The one rule: the same seed gives the same bytes on every machine. Shortfalls are whole numbers of 1e-9 points times
whole steps of weight, which a matrix product adds up without rounding in whatever order; so ties are ties everywhere.
"""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from decision.judge.certainty.corners import corner_scores, weights_of_mixes
from decision.judge.certainty.draws import draw_mixes, draw_shares
from decision.judge.certainty.order_proof import LISTED
from decision.judge.certainty.tally import tally_firsts, tally_places
from decision.judge.points import DECIMALS
from decision.nouns.findings import Readings, Standing, Uncertain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from decision.arrays import Flags, Floats, Whole

__all__ = ["DRAWS", "SEED", "readings"]

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
    seen = np.flatnonzero(looked_at)
    tally = np.zeros((5, n))
    tally[:, seen] = _tally(_only(standing, seen), [_among(facts, seen) for facts in uncertain], draws, seed)
    varies = n > 1 and (len(standing.groups) > 1 or any(len(facts.programs) for facts in uncertain))
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


def _tally(standing: Standing, uncertain: Sequence[Uncertain], draws: int, seed: int) -> Floats:
    """Add up the blocks: first, shortlist, ranks, and first by the weights alone and by the facts alone."""
    n = len(standing.rows)
    tally = np.zeros((5, n))
    if not n:
        return tally
    corners = _WHOLE - np.rint(_WHOLE * corner_scores(standing.low, standing.groups))
    mixes = draw_mixes(len(standing.groups), draws, np.random.default_rng([seed, 0]))
    rng = np.random.default_rng([seed, 1])
    step = max(1, _SCORES_AT_ONCE // n)
    for start in range(0, draws, step):
        tally += _tally_block(standing, uncertain, corners, mixes[start : start + step], rng)
    return tally


def _tally_block(
    standing: Standing, uncertain: Sequence[Uncertain], corners: Floats, mixes: Floats, rng: np.random.Generator
) -> Floats:
    tally = np.zeros((5, len(standing.rows)))
    short = mixes @ corners
    as_stated = _WHOLE - np.rint(_WHOLE / 100 * standing.score)
    if uncertain:
        tally[3] = tally_firsts(short)
        weights = weights_of_mixes(mixes, standing.groups)
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
