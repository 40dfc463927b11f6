"""The answers to a question become what it is worth to know: the points that the first place is expected to gain.

The one rule: in closed form over stretches of uniform points; knowing is never worth less than nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from decision.arrays import Floats

__all__ = ["expected_gain"]

_LEAST = 1e-9
"""A smaller gain, in points, is a rounding error."""


def expected_gain(answers: Sequence[tuple[float, Floats, Floats]], best: Floats) -> Floats:
    """Give how much better the first place is expected to be when the answer is known.

    Parameters
    ----------
    answers
        Stretches that the answer can lie in: the chance of each, and the programs' scores at its two ends,
        ``(n_programs,)``, points, the lower first. What the chances leave to 1 is an answer after which the program
        does not fit, worth 0.
    best
        ``(n_programs,)``, the best score of the others that fit.

    Returns
    -------
    array
        ``(n_programs,)``, points.

    Notes
    -----
    With ``S`` the score of the program as its answer has it, uniform within a stretch, and ``b`` the best of the
    others, the gain is ``E[max(b, S)] - max(b, E[S])``: the expected value of perfect information.

    References
    ----------
    Howard, R. A. (1966). Information value theory. IEEE Transactions on Systems Science and Cybernetics 2, 22-26.

    Examples
    --------
    An even chance of 80 points or of none, beside one that has 50: half the time 30 more.

    >>> high, low = np.array([80.0]), np.array([0.0])
    >>> expected_gain([(0.5, high, high), (0.5, low, low)], np.array([50.0])).tolist()
    [15.0]
    """
    knowing, alone = best.copy(), np.zeros(len(best))
    for chance, low, high in answers:
        reached = np.clip(best, low, high)
        with np.errstate(divide="ignore", invalid="ignore"):
            over = np.where(high > low, (high - reached) ** 2 / (2 * (high - low)), 0.0)
        knowing += chance * (over + np.maximum(low - best, 0.0))
        alone += chance * (low + high) / 2
    gain = knowing - np.maximum(best, alone)
    return np.where(gain > _LEAST, gain, 0.0)
