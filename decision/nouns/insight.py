"""What one run found out beyond the ranking, held together: every report of certainty and advice reads from it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from decision.nouns.advice import Change, Contrast, Loosening, Questions
    from decision.nouns.findings import Certainty
    from decision.nouns.weighing import Weighing

__all__ = ["Insight"]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Insight:
    """How sure a decision is, what to ask, what to loosen, and why each program stands where it does.

    Parameters
    ----------
    weighing
        The weights, how they were given, and what to know about that.
    certainty
        What the order alone proves, how far weights can move, shares of plausible readings.
    questions
        What to ask the schools, the most useful question first.
    loosening
        What to give up when few fit.
    contrasts
        Number of each program that is explained -> why it scores as it does beside another.
    changes
        Number of each program that is explained -> the least changes that bring it first or onto the shortlist.
    """

    weighing: Weighing
    certainty: Certainty
    questions: Questions
    loosening: Loosening
    contrasts: Mapping[int, Contrast]
    changes: Mapping[int, tuple[Change, ...]]
