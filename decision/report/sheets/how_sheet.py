"""How a ranking was decided becomes a sheet: the table and the criteria, weights, rules, and what is not known.

One rule: what is assumed, whether by the user or by us, is named here in the words of every other view.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from decision.kinds import Kind, spell
from decision.model import Status, WeightMethod
from decision.report.pay.words import dated, earned_words, gain_words, no_gain, place_words
from decision.report.screen.criteria_view import rules_in_words, weights_in_words
from decision.report.sheets.sheet import Shape, Sheet, column_of
from decision.report.words.unknown_counts import unknown_counts
from decision.report.words.wording import counted
from decision.version import VERSION

if TYPE_CHECKING:
    from collections.abc import Iterator

    from decision.model import Outcome

__all__ = ["how_sheet"]

_SCORES = (
    "Points of 100 that a program surely earns. What is not known surely earns nothing, so score_high, with all that "
    "unknowns may earn, can be more. Points stand on the reference points below, not on the list: adding a program "
    "changes nobody else's."
)


def how_sheet(outcome: Outcome) -> Sheet:
    """Give the sheet.

    Parameters
    ----------
    outcome
        What was worked out.
    """
    lines = [*_about(outcome), *_weights(outcome), *_rules(outcome), *_pay(outcome)]
    return Sheet(
        name="how it was decided",
        columns=[
            column_of("about", [about for about, _, _ in lines]),
            column_of("what", [what for _, what, _ in lines]),
            column_of("in words", [words for _, _, words in lines], Shape.LONG),
        ],
    )


def _about(outcome: Outcome) -> Iterator[tuple[str, str, str]]:
    programs, criteria = outcome.programs, outcome.criteria
    status = outcome.elimination.status
    yield "decision", "title", criteria.title
    yield "decision", "made by", f"decide {VERSION}"
    yield "decision", "table", programs.file + (f', sheet "{programs.sheet}"' if programs.sheet else "")
    if programs.source:
        yield "decision", "read by the map", programs.source
    for joined in programs.joined:
        yield "decision", "joined with", joined.other.file
    for chosen in programs.filters:
        yield "decision", "chosen", chosen.where
    yield "decision", "criteria", criteria.name or "given in Python"
    fits, asked, out = (int((status == each).sum()) for each in (Status.FITS, Status.ASK, Status.OUT))
    yield "decision", "programs", f"{counted(len(programs), 'program')}: {fits:,} fit, {asked:,} to ask, {out:,} out"
    yield "decision", "shortlist", f"the first {criteria.shortlist} that surely fit"
    yield "decision", "score", _SCORES
    for name, value in criteria.overrides.items():
        yield "decision", "changed by you", f"{name}={value}"
    if outcome.facts.doubts:
        told = counted(len(outcome.facts.doubts), "cell needs a look", "cells need a look")
        yield "decision", "odd cells", f"{told}; decide check names each"


def _weights(outcome: Outcome) -> Iterator[tuple[str, str, str]]:
    yield "weights", "", weights_in_words(outcome.criteria)
    if outcome.criteria.weights.method in (WeightMethod.ORDER, WeightMethod.RANK_SUM) and outcome.points.weights:
        yield "weights", "assumed", "You gave an order and no sizes, so these sizes are assumed."
    for name, weight in outcome.points.weights.items():
        yield "weights", name, spell(Kind.SHARE, float(weight))


def _rules(outcome: Outcome) -> Iterator[tuple[str, str, str]]:
    for criterion in outcome.criteria.criteria:
        for label, words in rules_in_words(criterion):
            yield criterion.name, label, words
        unknown = unknown_counts(outcome.facts[criterion.name])
        yield criterion.name, "not known", unknown or "nothing: every program states it"


def _pay(outcome: Outcome) -> Iterator[tuple[str, str, str]]:
    """Say what was shown of wages beside the ranking, where an area was named."""
    pay = outcome.pay
    if pay is None:
        return
    work, table = f"{pay.work.title}, {pay.work.code}", pay.table
    yield "pay", pay.wage.area, f"{dated(table.as_of)}: {earned_words(pay.wage)} ({work})."
    if place_words(pay):
        yield "pay", pay.asked, place_words(pay)
    if pay.stated is not None and outcome.paybacks is not None:
        gain = outcome.paybacks.gain
        yield "pay", "payback", gain_words(pay.stated, gain) if gain > 0 else no_gain(pay.stated)
    told = (f"{part.rstrip('.')}." for part in (table.by, table.source) if part)
    yield "pay", "source", " ".join([*told, *filter(None, [table.source_url])])
