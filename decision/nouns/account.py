"""The noun of a full account: the ledger of one program, and how far its counted rates can be trusted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from decision.model import Ledger

__all__ = ["Account"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """Everything behind one program's score.

    Parameters
    ----------
    ledger
        An entry for each weighted criterion; they add up to the score.
    rates
        Name of each weighted criterion whose rate was counted -> the ends, shares 0..1, of the range that holds the
        true rate 19 times in 20.
    """

    ledger: Ledger
    rates: Mapping[str, tuple[float, float]]
