"""The order of concern as a shape: the weights that respect it, and the corners they are all mixed from.

Weights that never rise along the order are exactly the mixtures of its corners: the first concern alone, the first two
alike, and so on to all alike. Criteria of equal concern weigh the same, so they enter together. What holds at every
corner holds for every weight set that respects the order.
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from decision.arrays import Floats, Whole

__all__ = ["corner_scores", "group_ends", "partial_sums", "weights_of_mixes"]


def group_ends(groups: Sequence[Sequence[int]]) -> Whole:
    """Give how many criteria each corner weighs alike.

    Parameters
    ----------
    groups
        Criteria of equal concern together, the greatest concern first.

    Returns
    -------
    array
        ``(n_corners,)``, rising; one corner for each group.

    Examples
    --------
    >>> group_ends([[0], [1, 2]]).tolist()
    [1, 3]
    """
    return np.array(list(itertools.accumulate(len(group) for group in groups)), dtype=np.int64)


def partial_sums(shares: Floats, groups: Sequence[Sequence[int]]) -> Floats:
    """Add shares from the greatest concern down, up to the end of each group.

    Parameters
    ----------
    shares
        ``(n_criteria, n_programs)``, shares 0..1.
    groups
        Numbers of the criteria, those of equal concern together, the greatest concern first.

    Returns
    -------
    array
        ``(n_corners, n_programs)``.

    Examples
    --------
    >>> partial_sums(np.array([[1.0, 0.0], [0.25, 0.5], [0.25, 0.5]]), [[0], [1, 2]]).tolist()
    [[1.0, 0.0], [1.5, 1.0]]
    """
    sums = np.zeros((len(groups), shares.shape[1]))
    running = np.zeros(shares.shape[1])
    for corner, group in enumerate(groups):
        of_group = np.zeros(shares.shape[1])
        for criterion in group:
            of_group += shares[criterion]
        running += of_group
        sums[corner] = running
    return sums


def corner_scores(shares: Floats, groups: Sequence[Sequence[int]]) -> Floats:
    """Score programs at each corner: the mean of the shares that it weighs alike.

    Parameters
    ----------
    shares
        ``(n_criteria, n_programs)``, shares 0..1.
    groups
        Numbers of the criteria, those of equal concern together, the greatest concern first.

    Returns
    -------
    array
        ``(n_corners, n_programs)``, 0..1. The score under any weights that respect the order is a mixture of these.

    References
    ----------
    Kirkwood, C. W. and Sarin, R. K. (1985). Ranking with partial information: a method and an application. Operations
    Research 33, 38-48.

    Examples
    --------
    >>> corner_scores(np.array([[1.0, 0.0], [0.5, 1.0]]), [[0], [1]]).tolist()
    [[1.0, 0.0], [0.75, 0.5]]
    """
    return partial_sums(shares, groups) / group_ends(groups)[:, np.newaxis]


def weights_of_mixes(mixes: Floats, groups: Sequence[Sequence[int]]) -> Floats:
    """Turn mixtures of corners into weights.

    Parameters
    ----------
    mixes
        ``(n, n_corners)``, at least 0; each row sums to 1.
    groups
        Numbers of the criteria, those of equal concern together, the greatest concern first.

    Returns
    -------
    array
        ``(n, n_criteria)``, weights that sum to 1 and never rise along the order.

    Examples
    --------
    >>> weights_of_mixes(np.array([[0.5, 0.5]]), [[1], [0]]).tolist()
    [[0.25, 0.75]]
    """
    of_each = mixes / group_ends(groups)
    of_group = np.cumsum(of_each[:, ::-1], axis=1)[:, ::-1]
    group_of = {criterion: number for number, group in enumerate(groups) for criterion in group}
    return of_group[:, [group_of[criterion] for criterion in range(len(group_of))]]
