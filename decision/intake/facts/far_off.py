"""An amount far outside of what its column holds is told as a likely slip; it is used as stated, never dropped.

Far is 100 times the amount in the middle of the column; a column of fewer than 20 amounts has no middle to speak of.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from decision.model import Unknown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from decision.arrays import Codes
    from decision.intake.facts.sayings import Saying
    from decision.model import Criterion

__all__ = ["far_off"]

FAR = 100
FEWEST = 20


def far_off(criterion: Criterion, codes: Codes, sayings: Sequence[Saying]) -> list[Saying]:
    """Mark amounts that are far above the rest.

    Parameters
    ----------
    criterion
        Of kind money.
    codes
        ``(n_programs,)``, numbers into the sayings.
    sayings
        Each distinct one.

    Returns
    -------
    list of Saying
        The same; those far off, and not odd for another reason, are suspect and say so.
    """
    is_stated = np.array([saying.unknown is Unknown.STATED for saying in sayings], dtype=bool)
    low = np.array([saying.low for saying in sayings], dtype=np.float64)
    amounts = low[codes[is_stated[codes]]]
    amounts = amounts[amounts > 0]
    if len(amounts) < FEWEST:
        return list(sayings)
    middle = float(np.median(amounts))
    is_far = is_stated & (low >= FAR * middle)
    return [
        _slip(criterion, saying, middle) if far and not saying.doubt else saying
        for saying, far in zip(sayings, is_far.tolist(), strict=True)
    ]


def _slip(criterion: Criterion, saying: Saying, middle: float) -> Saying:
    times = f"{saying.low / middle:,.0f} times the middle of its column ({criterion.spell(middle)})"
    return replace(saying, doubt=f"{times}: a slip? Used as stated.", is_suspect=True)
