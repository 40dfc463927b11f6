"""Rows that are spoken of become programs, so that they can be called by their names.

The one rule: whoever is named in a sentence about certainty or advice is found here first.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

import numpy as np

from decision.model import Status, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from decision.model import Outcome
    from decision.nouns.insight import Insight
    from decision.report.view.sight import Sight

__all__ = [
    "ASKED",
    "OUTDONE",
    "called",
    "named_programs",
    "open_must_haves",
    "program_at",
    "programs_by_row",
    "rival",
    "row_at",
]

ASKED = 3
"""How many programs are asked about at most."""

OUTDONE = 3
"""How many programs are said to be outdone by another at most."""


def program_at(outcome: Outcome, row: int) -> int:
    """Give the number of the program that stands in a row of the spreadsheet."""
    return int(np.flatnonzero(outcome.programs.rows == row)[0])


def programs_by_row(outcome: Outcome) -> dict[int, int]:
    """Give the number of every program by the row it stands in, to look up many."""
    return {row: program for program, row in enumerate(outcome.programs.rows.tolist())}


def row_at(insight: Insight, place: int) -> int:
    """Give the row of a program by its place among those that fit, from 0."""
    return int(insight.certainty.standing.rows[place])


def called(sight: Sight, row: int) -> str:
    """Give the name by which the program in a row is called in a sentence."""
    return sight.short[program_at(sight.outcome, row)]


def named_programs(outcome: Outcome, insight: Insight) -> list[int]:
    """Find every program that a sentence about certainty or advice may name.

    Parameters
    ----------
    outcome
        Everything one run worked out.
    insight
        What was found out about it.

    Returns
    -------
    list of int
        Their numbers, each once.
    """
    return [program_at(outcome, row) for row in dict.fromkeys(_rows(insight))]


def rival(insight: Insight) -> int | None:
    """Find the place, among those that fit, of the one that comes first most often beside the first itself.

    Returns
    -------
    int or None
        ``None`` when no other ever comes first.
    """
    first = insight.certainty.readings.first
    if len(first) < 2:
        return None
    best = 1 + int(np.argmax(first[1:]))
    return best if first[best] > 0 else None


def open_must_haves(outcome: Outcome) -> list[int]:
    """Count the unanswered must-haves of each program to ask about."""
    from_all = (outcome.elimination.verdicts == Verdict.ASK).sum(axis=0)
    counts: list[int] = from_all[outcome.elimination.status == Status.ASK].tolist()
    return counts


def _rows(insight: Insight) -> Iterator[int]:
    certainty = insight.certainty
    standing, opinions = certainty.standing, certainty.opinions
    yield from standing.rows[:2].tolist()
    place = rival(insight)
    if place is not None:
        yield int(standing.rows[place])
    if certainty.within_ranges is not None:
        often = np.argsort(-certainty.within_ranges.first, kind="stable")[:2]
        yield from standing.rows[often].tolist()
    for pair in islice(certainty.dominated.items(), OUTDONE):
        yield from pair
    can_be_first = standing.rows[~certainty.order.never_first].tolist()
    yield from can_be_first[:4]
    ends = [end for keeps in certainty.weights.values() if keeps.first for end in (keeps.first.low, keeps.first.high)]
    yield from (end.row for end in ends if end.row is not None)
    yield from (row for row in (opinions.equal, opinions.rank_sum, opinions.bands, opinions.regret) if row is not None)
    asked = dict.fromkeys(question.row for question in insight.questions.questions)
    yield from [*asked][:ASKED] or [together.row for together in insight.questions.together[:ASKED]]
    yield from [*dict.fromkeys(question.row for question in insight.questions.again)][:ASKED]
    yield from (price.regains_row for price in insight.loosening.each if price.regains_row is not None)
