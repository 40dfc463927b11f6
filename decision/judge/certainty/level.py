"""Programs that cannot be told apart by their points, or hardly."""

from __future__ import annotations

import itertools

from decision.nouns.findings import Level, Standing

__all__ = ["TOO_CLOSE", "level"]

TOO_CLOSE = 1.0
"""Points; less than this behind the first is no difference to build on."""


def level(standing: Standing) -> Level:
    """Find the programs that share their place, and those that the first is hardly ahead of.

    Parameters
    ----------
    standing
        The programs that fit, in ranking order.

    Returns
    -------
    Level
        Ties from the first place down; rows behind the first by less than one point.
    """
    placed = list(zip(standing.score.tolist(), standing.rows.tolist(), strict=True))
    runs = [[row for _, row in run] for _, run in itertools.groupby(placed, key=lambda pair: pair[0])]
    close = [row for score, row in placed if 0 < round(placed[0][0] - score, 9) < TOO_CLOSE]
    return Level(ties=tuple(tuple(run) for run in runs if len(run) > 1), too_close=tuple(close))
