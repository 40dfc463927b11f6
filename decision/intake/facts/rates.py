"""A share of people, from a printed rate and the counts behind it.

Counts beat a printed rate, and a rate without takers is a claim: it earns what one taker would be worth, and no more
for being silent about them.
"""

from __future__ import annotations

import math

from decision.intake.facts.sayings import Saying, unstated
from decision.model import Criterion, Reading, Unknown

__all__ = ["ONE_POINT", "say_rate", "shrunk"]

ONE_POINT = 0.01
"""A printed rate and its counts may differ by this much, for rounding."""


def shrunk(passed: float, took: float, base_rate: float, base_takers: float) -> float:
    """Pull a rate toward a base rate, the more the fewer people stand behind it.

    Parameters
    ----------
    passed, took
        Counts, ``0 <= passed <= took``.
    base_rate
        The share 0..1 it is pulled toward.
    base_takers
        As if by this many earlier takers, at least 0.

    Returns
    -------
    float
        A share 0..1: the mean of the beta distribution that these counts leave.

    References
    ----------
    Goldstein, H. and Spiegelhalter, D. J. (1996). League tables and their limitations. Journal of the Royal Statistical
    Society A 159, 385-443.

    Examples
    --------
    A perfect class of four stays below 380 of 470.

    >>> round(shrunk(4, 4, 0.62, 20), 3), round(shrunk(380, 470, 0.62, 20), 3)
    (0.683, 0.801)
    """
    return (passed + base_rate * base_takers) / (took + base_takers)


def say_rate(criterion: Criterion, rate: Reading, passed: Reading, took: Reading) -> Saying:
    """Say what a printed rate and two counts state together.

    Parameters
    ----------
    criterion
        A share.
    rate
        The printed rate, whose scale is settled; its own counts are used where the count cells are blank.
    passed, took
        The two counts.

    Returns
    -------
    Saying
        The rate as stated, the rate that earns points, and the counts behind it.
    """
    for blamed, count in ((1, passed), (2, took)):
        wrong = _count_fault(count)
        if wrong:
            return Saying(text=count.text, fault=wrong, blamed=blamed)
    if passed.is_stated and took.is_stated:
        return _from_counts(criterion, passed.low, took.low, rate)
    if not math.isnan(rate.took):
        return _from_counts(criterion, rate.passed, rate.took, rate)
    if rate.is_stated and took.is_stated and took.low > 0:
        return _with_takers(criterion, rate, took.low)
    if rate.is_stated:
        return _claim(criterion, rate)
    if rate.unknown is Unknown.BLANK and took.is_stated and took.low == 0:
        return Saying(text="nobody took it", unknown=Unknown.NOT_APPLICABLE)
    return unstated(rate)


def _count_fault(count: Reading) -> str:
    if not count.is_stated:
        return ""
    is_whole = count.low == count.high and count.low == math.floor(count.low)
    is_count = is_whole and count.low >= 0
    return "" if is_count else "a count of people is a whole number from 0 up. Correct it, or blank it."


def _from_counts(criterion: Criterion, passed: float, took: float, rate: Reading) -> Saying:
    """Let the counts decide; a printed rate beside them is only checked."""
    if passed > took:
        wrong = f"{passed:.0f} of {took:.0f} passed: more than took it. Correct one of the two counts, or blank both."
        return Saying(text=f"{passed:.0f} of {took:.0f}", fault=wrong, blamed=1)
    if took == 0:
        return Saying(text="nobody took it", unknown=Unknown.NOT_APPLICABLE)
    share = passed / took
    counted = shrunk(passed, took, criterion.base_rate, criterion.base_takers) if criterion.is_shrunk else share
    differs = rate.is_stated and not rate.low - ONE_POINT <= share <= rate.high + ONE_POINT
    said = (
        f"{passed:.0f} of {took:.0f} is {criterion.spell(share)}, not {criterion.spell(rate.low)}; the counts are used."
    )
    return Saying(
        text=f"{passed:.0f} of {took:.0f} ({criterion.spell(share)})",
        low=share,
        high=share,
        counted_low=counted,
        counted_high=counted,
        passed=passed,
        took=took,
        doubt=said if differs else "",
        is_suspect=differs,
    )


def _with_takers(criterion: Criterion, rate: Reading, took: float) -> Saying:
    """Take a printed rate whose takers are known, though not how many passed."""

    def counted(share: float) -> float:
        return shrunk(share * took, took, criterion.base_rate, criterion.base_takers) if criterion.is_shrunk else share

    return Saying(
        text=f"{criterion.spell_range(rate.low, rate.high)} of {took:.0f}",
        low=rate.low,
        high=rate.high,
        counted_low=counted(rate.low),
        counted_high=counted(rate.high),
        passed=rate.low * took if rate.low == rate.high else math.nan,
        took=took,
    )


def _claim(criterion: Criterion, rate: Reading) -> Saying:
    """Take a printed rate alone: anything down (or up) to what one taker would be worth."""
    shown = criterion.spell_range(rate.low, rate.high)
    if not criterion.is_shrunk:
        return Saying(text=shown, low=rate.low, high=rate.high)

    def one_taker(share: float) -> float:
        return shrunk(share, 1, criterion.base_rate, criterion.base_takers)

    return Saying(
        text=f"{shown}, of how many is not stated",
        low=rate.low,
        high=rate.high,
        counted_low=min(rate.low, one_taker(rate.low)),
        counted_high=max(rate.high, one_taker(rate.high)),
    )
