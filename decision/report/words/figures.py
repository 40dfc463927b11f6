"""Columns of points are written so that a reader who adds them up gets the sum that is shown.

The one rule: what is shown adds up exactly, and no difference is hidden by rounding.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from decision.model import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["Figures", "figures"]

_FINEST = 3
_EXACT = 9


class Figures:
    """Points as whole numbers of their last digit, so that they add up exactly.

    Parameters
    ----------
    decimals
        How many digits stand behind the point.
    """

    __slots__ = ("_decimals",)

    def __init__(self, decimals: int) -> None:
        self._decimals = decimals

    def units(self, parts: Sequence[float]) -> list[int]:
        """Give the parts in units of the last digit; they add up to the rounded sum.

        What rounding loses or gains goes to the largest part, where it is least seen.

        Examples
        --------
        >>> Figures(0).units([33.4, 33.2, 33.4]), Figures(0).units([])
        ([34, 33, 33], [])
        """
        scale = 10**self._decimals
        exact = [round(part * scale, _EXACT - self._decimals) for part in parts]
        whole = [round(part) for part in exact]
        if whole:
            whole[exact.index(max(exact))] += round(sum(exact)) - sum(whole)
        return whole

    def say(self, units: int) -> str:
        """Write an amount.

        Examples
        --------
        >>> Figures(1).say(142), Figures(1).say(-5), Figures(1).say(140)
        ('14.2', '-0.5', '14')
        """
        return plain(units / 10**self._decimals, self._decimals)

    def signed(self, units: int) -> str:
        """Write a difference, with its sign.

        Examples
        --------
        >>> Figures(0).signed(6), Figures(0).signed(-13), Figures(0).signed(0)
        ('+6', '-13', '0')
        """
        return f"+{self.say(units)}" if units > 0 else self.say(units)


def figures(columns: Sequence[Sequence[float]]) -> Figures:
    """Find the fewest decimals with which columns add up and show every difference along their rows.

    Parameters
    ----------
    columns
        Of equal length: points, 0..100.

    Returns
    -------
    Figures
        Whole points where these add up by themselves; else tenths, and finer only where two would look equal. Should
        tenths not add up, the largest part takes the difference.

    Examples
    --------
    >>> [figures([column]).say(5) for column in ([53.0, 14.0], [53.14, 14.23], [33.4, 33.4, 33.2])]
    ['5', '5', '0.5']
    """
    return next((Figures(d) for d in range(_FINEST) if _is_faithful(columns, d)), Figures(_FINEST))


def _is_faithful(columns: Sequence[Sequence[float]], decimals: int) -> bool:
    shown = [Figures(decimals).units(column) for column in columns]
    nearest = [[round(round(part, _EXACT)) for part in column] for column in columns]
    rows = zip(*columns, strict=True), zip(*shown, strict=True)
    are_apart = all(_count(exact) == len(set(units)) for exact, units in zip(*rows, strict=True))
    sums_apart = _count([sum(column) for column in columns]) == len({sum(units) for units in shown})
    return are_apart and sums_apart and (decimals > 0 or shown == nearest)


def _count(row: Sequence[float]) -> int:
    """Count the different amounts."""
    return len({round(part, _EXACT) for part in row})
