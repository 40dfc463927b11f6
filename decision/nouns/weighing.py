"""The noun for how much each criterion counts, and what should be said about that.

It stands beside `decision.nouns.findings` and follows its rules. A weight is never shown without the range it belongs
to: "30 %" means nothing before it is said from what to what.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from decision.kinds import plain

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["Weighing", "times"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighing:
    """The weights, where they come from, and what to know about them.

    Parameters
    ----------
    weights
        Name of each criterion that earns points, in the order of concern -> weight; they sum to 1. Empty when none
        does.
    method
        Where the weights come from, in words that go on after "the weights are".
    is_assumed
        Whether the user gave an order alone, so that the sizes are an assumption.
    notes
        Plain sentences: what was assumed, how well comparisons agree, what counts twice, what a changed reference point
        does to a weight.
    ranges
        Name -> the range its weight belongs to, such as ``cost: from $8,000 to $0``, in the order of concern.
    """

    weights: Mapping[str, float]
    method: str
    is_assumed: bool
    notes: tuple[str, ...]
    ranges: Mapping[str, str]


def times(ratio: float) -> str:
    """Write how many times as much one counts as another: a whole or a fraction, as people type it.

    Parameters
    ----------
    ratio
        Above 0.

    Examples
    --------
    >>> times(3.0), times(1 / 3), times(0.4), times(1 / 3 * 3)
    ('3', '1/3', '1/2.5', '1')
    """
    return plain(ratio) if ratio > 1 - 1e-9 else f"1/{plain(1 / ratio)}"
