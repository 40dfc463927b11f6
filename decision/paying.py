"""`pay`: what one area pays for a work, with its date, and how soon a price is paid back by wages the user states."""

from __future__ import annotations

import math
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from decision.intake.wages.look_up import look_up
from decision.judge.pay.payback import payback
from decision.report.pay.pay_text import pay_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from decision.nouns.wages import Pay, Payback

__all__ = ["AreaPay", "pay"]


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaPay:
    """What one area pays; it shows itself in a notebook and prints as ``decide pay`` does.

    Parameters
    ----------
    figures
        The wage, its table and date, older figures beside it, and the wages the user states.
    cost
        Dollars to be paid back; NaN when not stated.
    """

    figures: Pay
    cost: float = math.nan

    @property
    def payback(self) -> Payback | None:
        """How soon the cost is paid back; ``None`` when no wages are stated."""
        stated = self.figures.stated
        return None if stated is None else payback(stated, self.cost, self.cost)

    def __repr__(self) -> str:
        return f"AreaPay({self.figures.wage.area}, {self.figures.work.code}, {self.figures.table.as_of})"

    def __str__(self) -> str:
        return self.text()

    def text(self, *, width: int = 80, unicode: bool = True) -> str:
        """Write it for a terminal of a width, in columns; fewer than 40 are taken as 40."""
        return pay_text(self.figures, self.payback, cost=self.cost, width=width, unicode=unicode)

    def _repr_html_(self) -> str:
        return f'<pre class="decision">{escape(str(self))}</pre>'


def pay(area: str, *, wages: Mapping[str, object] | None = None, cost: float | None = None) -> AreaPay:
    """Say what an area pays, when that was, and how soon a price is paid back.

    Parameters
    ----------
    area
        A place, a metropolitan area, a state, or ``United States``.
    wages
        ``now`` and ``then``, dollars an hour as the user states them; ``hours`` a week (40 when left out) and
        ``given_up``, dollars not earned while training; ``occupation``, the code of another occupation; ``table``, a
        bundled wage table or a YAML file.
    cost
        Dollars to be paid back.

    Returns
    -------
    AreaPay
        Prints and shows itself.

    Raises
    ------
    BadOptions
        An area, occupation or wage that is not understood; near ones are offered.
    BadCriteria
        A wage table with faults.

    Examples
    --------
    >>> worcester = pay("Worcester", wages={"now": 17.50, "then": 22}, cost=4500)
    >>> worcester.figures.wage.low, round(worcester.payback.low, 1)
    (18.02, 5.8)
    >>> pay("Worcester", wages={"now": 22, "then": 22}, cost=4500).payback.is_known
    False
    """
    found = look_up(area, wages)
    assert found is not None, "an area was named"
    return AreaPay(figures=found, cost=math.nan if cost is None else float(cost))
