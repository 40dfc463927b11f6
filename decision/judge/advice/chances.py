"""Possible answers become scores, and the chance that a score comes to a bar.

The one rule: scores are compared as the ranking does, rounded.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from decision.judge.advice.answers import Stretch
from decision.judge.advice.needs import scores_with
from decision.judge.points import DECIMALS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from decision.arrays import Floats, Whole
    from decision.judge.advice.bars import Bars
    from decision.model import Criterion, Outcome
    from decision.nouns.advice import Question

__all__ = ["Scored", "chance_to_reach", "scored_answers", "usefulness"]

Scored = tuple[Stretch, "Floats", "Floats"]
"""A stretch of answers that pass, and the programs' scores at its two ends, the lower first."""


def scored_answers(
    outcome: Outcome, criterion: Criterion, programs: Whole, stretches: Iterable[Stretch]
) -> list[Scored]:
    """Give the scores that answers lead to, of those that meet the must-have.

    Parameters
    ----------
    outcome
        Everything one run worked out.
    criterion
        What is asked for.
    programs
        ``(n,)``, numbers of programs that have the same reading.
    stretches
        Their possible answers.
    """
    return [(stretch, *_span(outcome, criterion, programs, stretch)) for stretch in stretches if stretch.passes]


def _span(outcome: Outcome, criterion: Criterion, programs: Whole, stretch: Stretch) -> tuple[Floats, Floats]:
    """Give the scores at the two ends of a stretch, the lower first."""
    start, end = sorted((stretch.start, stretch.end))
    low = scores_with(outcome, criterion, programs, start)
    return low, low if start == end else scores_with(outcome, criterion, programs, end)


def chance_to_reach(scored: Sequence[Scored], bar: Bars, programs: Whole) -> Floats:
    """Give how likely the score of each program comes to its bar: ``(n,)``, 0..1."""
    at, is_strict = bar.at[programs], bar.is_strict[programs]
    chance = np.zeros(len(programs))
    for stretch, low, high in scored:
        least, most = np.round(low, DECIMALS), np.round(high, DECIMALS)
        is_reached = np.where(is_strict, most > at, most >= at)
        with np.errstate(divide="ignore", invalid="ignore"):
            part = np.where(least == most, is_reached, np.clip((high - at) / (high - low), 0.0, 1.0))
        chance += stretch.chance * part
    return np.minimum(chance, 1.0)


def usefulness(question: Question) -> tuple[float, float, float]:
    """Give what questions are sorted by: the first place counts before the gain, and the gain before the shortlist."""
    parts = (question.changes_first, question.gain, question.changes_shortlist)
    first, gain, shortlist = (-round(part, DECIMALS) for part in parts)
    return first, gain, shortlist
