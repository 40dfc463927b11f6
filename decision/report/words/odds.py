"""A share of the readings becomes words: so many of ten.

The one rule: never more exact than the readings themselves, and the ends are not overstated.
"""

from __future__ import annotations

__all__ = ["odds", "odds_alone"]

_ENDS = 0.05
"""Nearer to none or all than this is told as a few, or all but a few."""
_COARSE = 0.05
"""With a larger error not even tenths can be told."""


def odds(share: float, error: float) -> str:
    """Write a share of readings, fit to stand between ``in`` and ``readings``.

    Parameters
    ----------
    share
        Of the readings, 0..1.
    error
        The half-width at 95 % that a share can have.

    Examples
    --------
    >>> odds(0.823, 0.01), odds(0.52, 0.01), odds(0.97, 0.01), odds(0.02, 0.01)
    ('8 of 10', 'about half of the', 'all but a few', 'a few')
    >>> odds(1.0, 0.01), odds(0.0, 0.01), odds(0.8, 0.2)
    ('all', 'no', 'most')
    """
    if share in (0.0, 1.0):
        return "all" if share else "no"
    if abs(share - 0.5) <= max(_ENDS, error):
        return "about half of the"
    if error > _COARSE:
        return "most" if share > 0.5 else "fewer than half of the"
    if min(share, 1 - share) < _ENDS:
        return "all but a few" if share > 0.5 else "a few"
    return f"{round(10 * share)} of 10"


def odds_alone(share: float, error: float) -> str:
    """Write a share of readings, fit to stand at the end of a sentence.

    Parameters
    ----------
    share, error
        As for `odds`.

    Examples
    --------
    >>> odds_alone(0.823, 0.01), odds_alone(0.52, 0.01), odds_alone(0.0, 0.01)
    ('8 of 10', 'about half', 'none')
    """
    words = odds(share, error).removesuffix(" of the")
    return "none" if words == "no" else words
