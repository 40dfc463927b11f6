"""A value that just does it is written so that what is written does it too.

The one rule: rounding goes away from where it would no longer do.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from decision.model import Kind

if TYPE_CHECKING:
    from decision.model import Criterion

__all__ = ["safe"]

_DIGITS = {Kind.MONEY: 2, Kind.SHARE: 3, Kind.DURATION: 1}
"""How finely values are written; a plain number as money."""


def safe(criterion: Criterion, value: float, *, is_rising: bool) -> str:
    """Write a value with its unit, rounded up where larger values do it, else down.

    Parameters
    ----------
    criterion
        Of a numeric kind.
    value
        Just does it, in the kind's unit.
    is_rising
        Whether larger values do it too.

    Examples
    --------
    >>> from decision.model import Criterion
    >>> share = Criterion(name="exam pass rate", kind=Kind.SHARE)
    >>> safe(share, 11 / 24, is_rising=False), safe(share, 11 / 24, is_rising=True), safe(share, 0.6, is_rising=True)
    ('45.8 %', '45.9 %', '60 %')
    """
    unit = 10 ** _DIGITS.get(criterion.kind, 2)
    whole = math.ceil(value * unit - 1e-6) if is_rising else math.floor(value * unit + 1e-6)
    return criterion.spell(whole / unit)
