"""How certain a decision is becomes a few sentences: how sure, until when, and who else can come first.

The one rule: nothing is said to be impossible that any reading shows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from decision.model import Status
from decision.report.screen.layout import clean
from decision.report.view.named import called, row_at
from decision.report.view.opinions import second_opinions
from decision.report.view.outdone import outdone
from decision.report.view.panels import Item, Remark
from decision.report.view.staying import stays_first
from decision.report.view.verdict import is_counted, verdict
from decision.report.words.wording import joined

if TYPE_CHECKING:
    from decision.nouns.insight import Insight
    from decision.report.view.sight import Sight

__all__ = ["how_sure"]

_MOST_NAMED = 4


def how_sure(sight: Sight, insight: Insight) -> list[Remark]:
    """Say how sure the first place is, and what would end it.

    Parameters
    ----------
    sight
        Knows the names of `named_programs`.
    insight
        What was found out.

    Returns
    -------
    list of Remark
        One, or none where nothing is ranked.
    """
    status = sight.outcome.elimination.status
    if not sight.outcome.points.weights or (status == Status.OUT).all():
        return []
    told = _told(sight, insight, has_questions=bool((status == Status.ASK).any()))
    return [Remark(label="How sure", items=(Item(sentences=tuple(told)),))]


def _told(sight: Sight, insight: Insight, *, has_questions: bool) -> list[str]:
    fits = len(insight.certainty.standing.rows)
    notes = [clean(note, unicode=sight.unicode) for note in insight.weighing.notes]
    if not fits:
        return ["Nothing is sure yet: every place hangs on what the schools answer.", *notes]
    if fits == 1:
        name = called(sight, row_at(insight, 0))
        if has_questions:
            return [f"{name} is the only program that surely fits, so nothing competes with it yet.", *notes]
        return [f"{name} is the only program that fits, so nothing competes with it."]
    return [
        *verdict(sight, insight),
        *stays_first(sight, insight.certainty),
        *_who_can(sight, insight),
        *outdone(sight, insight.certainty),
        *second_opinions(sight, insight.certainty),
        *_looked_at(insight),
        *notes,
    ]


def _who_can(sight: Sight, insight: Insight) -> list[str]:
    """Name the few that can come first at all, unless a reading says otherwise of another."""
    certainty = insight.certainty
    never = certainty.order.never_first
    can = np.flatnonzero(~never)
    is_told = 1 < len(can) <= _MOST_NAMED and len(can) < len(never) and not certainty.readings.first[never].any()
    if not is_told or 0 not in can:
        return []
    names = joined([called(sight, row_at(insight, place)) for place in can.tolist()])
    facts = ", with every rate as counted" if is_counted(sight.outcome, certainty.standing) else ""
    return [f"Of the {len(never):,} that fit, only {names} can come first with your order{facts}."]


def _looked_at(insight: Insight) -> list[str]:
    readings = insight.certainty.readings
    if insight.certainty.order.beats is not None:
        return []
    count, seen = len(readings.looked_at), int(readings.looked_at.sum())
    return [f"With {count:,} that fit, these readings look only at the {seen:,} that can come first."]
