"""A cost and two wages that the user states become the months in which the higher wage pays the cost back.

One rule: no gain, no number. Where the later wage is no higher, or the cost is not known, it stays unsaid.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from decision.nouns.wages import Payback

if TYPE_CHECKING:
    from decision.nouns.wages import StatedWages

__all__ = ["WEEKS_A_MONTH", "monthly_gain", "payback"]

WEEKS_A_MONTH = 52 / 12


def monthly_gain(stated: StatedWages) -> float:
    """Give the dollars a month, before tax, that the later wage is more than the present one; may be 0 or less.

    Parameters
    ----------
    stated
        The user's own wages.

    Examples
    --------
    >>> from decision.nouns.wages import StatedWages
    >>> round(monthly_gain(StatedWages(now=17.5, then=22.0, hours=40.0)), 2)
    780.0
    """
    return round((stated.then - stated.now) * stated.hours * WEEKS_A_MONTH, 9)


def payback(stated: StatedWages, low: float, high: float) -> Payback:
    """Work out how soon a cost is paid back.

    Parameters
    ----------
    stated
        The user's own wages.
    low, high
        The ends of the cost after grants, in dollars; NaN where not known.

    Returns
    -------
    Payback
        Months are NaN where the cost is not known or nothing is gained.

    Notes
    -----
    ``months = (net cost + wages given up) / monthly gain``.

    Examples
    --------
    >>> from decision.nouns.wages import StatedWages
    >>> wages = StatedWages(now=17.5, then=22.0, given_up=300.0)
    >>> round(payback(wages, 4500.0, 4500.0).low, 2)
    6.15
    >>> payback(StatedWages(now=22.0, then=22.0), 4500.0, 4500.0).is_known
    False
    """
    gain = monthly_gain(stated)
    if gain <= 0 or math.isnan(low) or math.isnan(high):
        return Payback(gain=gain)
    return Payback(gain=gain, low=(low + stated.given_up) / gain, high=(high + stated.given_up) / gain)
