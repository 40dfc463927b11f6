"""Proof and readings become one of three verdicts: sure, likely, or too close to call.

The one rule: the proof takes counted rates as they stand and the readings let them vary, so neither is told without
saying which it is.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from decision.report.view.named import called, rival, row_at
from decision.report.words.odds import odds, odds_alone
from decision.report.words.wording import joined

if TYPE_CHECKING:
    from decision.model import Outcome
    from decision.nouns.findings import Readings, Standing
    from decision.nouns.insight import Insight
    from decision.report.view.sight import Sight

__all__ = ["is_counted", "verdict"]

_CALLED = 0.65
"""First in fewer of the readings than this is too close to call."""
_CALLED_CLOSE = 0.75
"""The same where the next is less than a point behind."""
_DOUBT = 0.15
"""One source of doubt is named where it takes this much more than the other."""


def verdict(sight: Sight, insight: Insight) -> list[str]:
    """Say whether the first place is sure, likely or too close to call.

    Parameters
    ----------
    sight
        Knows the names of the first and of its rival.
    insight
        What was found out; two programs or more fit.

    Returns
    -------
    list of str
        One to three sentences.
    """
    certainty = insight.certainty
    standing = certainty.standing
    if certainty.level.ties and certainty.level.ties[0][0] == standing.rows[0]:
        return _level(sight, insight)
    if certainty.within_ranges is not None and len(standing.names) > 1:
        return _within_ranges(sight, insight, certainty.within_ranges)
    if not _follows_order(standing):
        return _by_weights_alone(sight, insight)
    if certainty.order.rank_to[0] == 1:
        return _sure(sight, insight)
    return _likely(sight, insight)


def is_counted(outcome: Outcome, standing: Standing) -> bool:
    """Say whether the points of any program that fits rest on a rate from counts, which readings vary."""
    return any(
        criterion.is_shrunk and not np.isnan(fact.took[fact.codes[standing.programs]]).all()
        for criterion in outcome.criteria.weighted
        for fact in [outcome.facts[criterion.name]]
    )


def _sure(sight: Sight, insight: Insight) -> list[str]:
    """Say what the order alone proves; what luck does to counted rates is said apart."""
    readings, standing = insight.certainty.readings, insight.certainty.standing
    below = called(sight, row_at(insight, 1)) if len(standing.rows) == 2 else "every other program that fits"
    is_single = len(standing.names) == 1
    head = "Sure" if is_single else "Sure from your order alone"
    why = "on the only concern that earns points" if is_single else "whatever weights follow that order"
    proof = f"{called(sight, row_at(insight, 0))} stands above {below}, {why}."
    share = float(readings.first[0])
    if share == 1:
        return [f"{head}: {proof}"]
    return [
        f"{head}, with every rate as counted: {proof}",
        f"Allowing for the luck of small classes, it is first in {odds(share, readings.error)} readings.",
    ]


def _level(sight: Sight, insight: Insight) -> list[str]:
    """Say that several share the first place, and what readings make of it where they tell two apart."""
    readings, place = insight.certainty.readings, rival(insight)
    told = ["Too close to call: what you told us puts them level. Visit them, or say what else matters to you."]
    if place is None:
        return told
    here, there = (float(readings.first[at]) for at in (0, place))
    often, rarely = odds(here, readings.error), odds_alone(there, readings.error)
    names = [called(sight, row_at(insight, at)) for at in (0, place)]
    what = _varying(sight, insight.certainty.standing, with_weights=True)
    apart = f"{names[0]} comes first or level in {often} readings of {what}, {names[1]} in {rarely}."
    return told if abs(here - there) <= 2 * readings.error else [*told, apart]


def _likely(sight: Sight, insight: Insight) -> list[str]:
    certainty = insight.certainty
    readings, share = certainty.readings, float(certainty.readings.first[0])
    is_close = bool(certainty.level.too_close)
    what = f"{odds(share, readings.error)} readings of {_varying(sight, certainty.standing, with_weights=True)}"
    if share >= (_CALLED_CLOSE if is_close else _CALLED):
        gap = ", though the next is less than a point behind" if is_close else ""
        return [f"Likely: first in {what}{gap}.", *_source(insight)]
    place = rival(insight)
    other = ""
    if place is not None:
        also = odds_alone(float(readings.first[place]), readings.error)
        other = f", {called(sight, row_at(insight, place))} in {also}"
    is_next = place is not None and row_at(insight, place) in certainty.level.too_close
    gap = " They are less than a point apart." if is_next else ""
    return [
        f"Too close to call: {called(sight, row_at(insight, 0))} is first in {what}{other}.{gap}",
        *_source(insight),
    ]


def _within_ranges(sight: Sight, insight: Insight, readings: Readings) -> list[str]:
    """Say how often the first place holds anywhere in the user's own ranges."""
    share = float(readings.first[0])
    doubt = _varying(sight, insight.certainty.standing, with_weights=False)
    between = ", of " if " and of " in doubt else " and of "
    what = f"your ranges of weights{between}{doubt}" if doubt else "your ranges of weights"
    name, often = called(sight, row_at(insight, 0)), odds(share, readings.error)
    if share >= _CALLED:
        return [f"Likely: first in {often} readings of {what}."]
    others = readings.first.copy()
    others[0] = 0
    best = int(others.argmax())
    also = f", {called(sight, row_at(insight, best))} in {odds_alone(float(others[best]), readings.error)}"
    return [f"Too close to call: {name} is first in {often} readings of {what}{also}."]


def _by_weights_alone(sight: Sight, insight: Insight) -> list[str]:
    """Vary the facts alone where the weights break the order: readings of the order speak of something else."""
    readings = insight.certainty.readings
    name = called(sight, row_at(insight, 0))
    doubt = _varying(sight, insight.certainty.standing, with_weights=False)
    in_facts = f"is first in {odds(float(readings.from_unknowns[0]), readings.error)} readings of {doubt}"
    by_order = odds(float(readings.first[0]), readings.error)
    return [
        f"With your weights {name} {in_facts if doubt else 'comes first for sure'}.",
        f"Those weights do not follow the order of your concerns: by that order, it is first in {by_order} readings.",
    ]


def _source(insight: Insight) -> list[str]:
    """Name what most of the doubt comes from, where that is clear."""
    readings = insight.certainty.readings
    weights, facts = float(readings.from_weights[0]), float(readings.from_unknowns[0])
    if facts + _DOUBT <= weights:
        return ["The doubt is in the facts, not in how much each concern counts."]
    if weights + _DOUBT <= facts:
        return ["The doubt is in how much each concern counts, not in the facts."]
    return []


def _follows_order(standing: Standing) -> bool:
    """Whether no criterion counts for more than one of greater concern."""
    levels = [[float(standing.weights[number]) for number in group] for group in standing.groups]
    return all(max(after) <= min(before) + 1e-9 for before, after in pairwise(levels))


def _varying(sight: Sight, standing: Standing, *, with_weights: bool) -> str:
    """Say in words what the readings vary; empty where nothing does."""
    is_unknown, is_range = False, False
    for number, criterion in enumerate(sight.outcome.criteria.weighted):
        fact = sight.outcome.facts[criterion.name]
        is_open = standing.low[number] < standing.high[number]
        is_silent = fact.unknown[fact.codes[standing.programs]] != 0
        is_unknown |= bool((is_open & is_silent).any())
        is_range |= bool((is_open & ~is_silent).any())
    parts = (
        ("your priorities", with_weights and len(standing.groups) > 1),
        ("what is not known for sure" if is_range else "what is not published", is_unknown),
        ("what is stated as a range", is_range and not is_unknown),
        ("the luck of small classes", is_counted(sight.outcome, standing)),
    )
    told = [words for words, varies in parts if varies]
    return joined([*told[:1], *(f"of {words}" for words in told[1:])])
