"""Points become an order, with shared places.

File position never decides: equal programs stand by possible points, then name, then their other cells.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

import numpy as np

from decision.judge.points import DECIMALS
from decision.model import Column, Elimination, Points, Programs, Ranking, Status

if TYPE_CHECKING:
    from collections.abc import Sequence

    from decision.arrays import Flags, Floats, Whole

__all__ = ["places", "rank", "shortlist"]


def rank(programs: Programs, names: Column, elimination: Elimination, points: Points, *, shortlisted: int) -> Ranking:
    """Order all programs: those that fit, then those to ask, then those out by how far they came.

    Parameters
    ----------
    programs
        The table, for breaking ties by its cells.
    names
        The column that names the programs.
    elimination
        Where each program stands.
    points
        What each has earned.
    shortlisted
        How many programs the shortlist holds, at least 1; a tie for the last place is never cut.

    Returns
    -------
    Ranking
        The order, the ranks (shared where scores are equal), and the shortlist.
    """
    score, high = np.round(points.score, DECIMALS), np.round(points.score_high, DECIMALS)
    status = elimination.status
    is_out = status == Status.OUT
    later = np.where(is_out, -elimination.first_failed, 0)
    keys = (status.astype(np.int64), later, np.where(is_out, 0, -score), np.where(is_out, 0, -high))
    order = _ordered(programs, names, keys)
    ranks = np.zeros(len(status), dtype=np.int64)
    ahead = 0
    for standing in (Status.FITS, Status.ASK):
        group = order[status[order] == standing]
        ranks[group] = ahead + places(score[group])
        ahead += len(group)
    return Ranking(order=order, rank=ranks, is_shortlisted=shortlist(ranks, status == Status.FITS, shortlisted))


def places(falling: Floats) -> Whole:
    """Give each of a falling list of scores its place: one more than the number strictly ahead.

    Parameters
    ----------
    falling
        ``(n,)``, scores from best to worst, rounded.

    Returns
    -------
    array
        ``(n,)``, places from 1; equal scores share one.

    Examples
    --------
    >>> places(np.array([71.0, 68.0, 68.0, 55.0])).tolist()
    [1, 2, 2, 4]
    """
    is_new = np.concatenate([[True], falling[1:] != falling[:-1]])[: len(falling)]
    return np.maximum.accumulate(np.where(is_new, np.arange(1, len(falling) + 1), 1)).astype(np.int64)


def shortlist(ranks: Whole, fits: Flags, length: int) -> Flags:
    """Say which programs are on the shortlist.

    Parameters
    ----------
    ranks
        ``(n_programs,)``, shared ranks.
    fits
        ``(n_programs,)``, which programs surely fit; no other is ever on the shortlist.
    length
        How many places it has.

    Returns
    -------
    array
        ``(n_programs,)``; more than ``length`` where several share the last place.

    Examples
    --------
    >>> shortlist(np.array([1, 2, 2, 4]), np.array([True, True, True, False]), 2).tolist()
    [True, True, True, False]
    """
    return fits & (ranks <= length)


def _ordered(programs: Programs, names: Column, keys: Sequence[Whole | Floats]) -> Whole:
    """Sort by the keys, then by name, then by the other cells in the order of their headers' names."""
    by_name = _text_places(names.texts)[names.codes]
    order = np.lexsort((by_name, *reversed(keys))).astype(np.int64)
    is_tied = np.concatenate([[False], np.ones(max(len(order) - 1, 0), dtype=bool)])[: len(order)]
    for key in (*keys, by_name):
        in_order = key[order]
        is_tied[1:] &= in_order[1:] == in_order[:-1]
    if is_tied.any():
        _settle_ties(programs, order, is_tied)
    return order


def _settle_ties(programs: Programs, order: Whole, is_tied: Flags) -> None:
    """Put each run of rows that are level so far in the order of their other cells."""
    run = np.cumsum(~is_tied)
    in_a_run = np.flatnonzero(is_tied | np.append(is_tied[1:], False))
    level = order[in_a_run]
    keys = []
    for column in sorted(range(len(programs.header)), key=lambda number: programs.header[number]):
        cells = programs.columns[column]
        codes = cells.codes[level]
        used, inverse = np.unique(codes, return_inverse=True)
        keys.append(_text_places([cells.texts[code] for code in used])[inverse])
    order[in_a_run] = level[np.lexsort((*reversed(keys), run[in_a_run]))]


def _text_places(texts: Sequence[str]) -> Whole:
    """Where each distinct text stands in the order of characters; an apostrophe that guards a cell does not count."""
    order = sorted(range(len(texts)), key=texts.__getitem__)
    first, past = (bisect_left(order, mark, key=texts.__getitem__) for mark in ("'", "("))
    if first < past:
        order.sort(key=lambda number: texts[number].lstrip("'"))
    places_of = np.empty(len(texts), dtype=np.int64)
    places_of[order] = np.arange(len(texts))
    return places_of
