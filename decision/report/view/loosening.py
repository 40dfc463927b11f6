"""What the must-haves cost becomes sentences: what each removed by itself, and what to give up when few are left.

The one rule: a change that is named lets in who is named, so an amount is never rounded below it.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from decision.model import Kind, Status
from decision.report.view.named import called
from decision.report.view.panels import Item, Remark
from decision.report.words.amounts import count_word
from decision.report.words.plan_words import setting_clause
from decision.report.words.wording import capital, counted, distance, joined

if TYPE_CHECKING:
    from decision.nouns.advice import Loosening, Price, RelaxedSet, Slack
    from decision.report.view.sight import Sight

__all__ = ["what_to_loosen"]

_MOST_SETS = 3
_STEPS = {Kind.MONEY: 0.01, Kind.SHARE: 0.001, Kind.DURATION: 0.1}
_FINEST = 0.01


def what_to_loosen(sight: Sight, loosening: Loosening) -> list[Remark]:
    """Say what would let more programs in, where fewer fit than the shortlist holds.

    Parameters
    ----------
    sight
        Knows the names of those that would be back.
    loosening
        The price of each must-have, and the smallest sets to give up.

    Returns
    -------
    list of Remark
        One, or none where enough fit or nothing helps.
    """
    outcome = sight.outcome
    if int((outcome.elimination.status == Status.FITS).sum()) >= outcome.criteria.shortlist:
        return []
    told = [
        *(_price(sight, price) for price in loosening.each if price.only_loss),
        *map(_slack, loosening.settings),
        *_sets(sight, loosening),
    ]
    return [Remark(label="Loosen", items=(Item(sentences=tuple(told)),))] if told else []


def _price(sight: Sight, price: Price) -> str:
    lost = f"The {sight.say(price.criterion)} rule alone removed {counted(price.only_loss, 'program')}"
    if price.regains_limit is None or price.regains_row is None:
        return f"{lost}."
    criterion = sight.outcome.criteria[price.criterion]
    must = criterion.must
    assert must is not None, "only a must-have has a price"
    is_over = price.regains_limit > must.high
    step = _STEPS.get(criterion.kind, _FINEST)
    margin = price.regains_limit - must.high if is_over else must.low - price.regains_limit
    by = sight.say(distance(criterion, math.ceil(margin / step - 1e-6) * step))
    return f"{lost}; {by} {'more' if is_over else 'less'} would bring back {called(sight, price.regains_row)}."


def _slack(slack: Slack) -> str:
    clause = setting_clause(slack.setting, slack.from_value, slack.to_value)
    return f"If {clause}, {slack.fits:,} more would fit."


def _sets(sight: Sight, loosening: Loosening) -> list[str]:
    """Name the ways that let enough in, the one that keeps the greatest concerns first."""
    sets = sorted(loosening.sets, key=lambda relaxed: relaxed.drop != loosening.preferred)
    more = len(sets) - _MOST_SETS
    told = [_set(sight, relaxed, is_told=len(sets) > 1 and relaxed.drop == loosening.preferred) for relaxed in sets]
    rest = f"{capital(count_word(more))} more way{'' if more == 1 else 's'} would let enough in."
    return [*told[:_MOST_SETS], *([rest] if more > 0 else [])]


def _set(sight: Sight, relaxed: RelaxedSet, *, is_told: bool) -> str:
    if len(relaxed.drop) == len(sight.outcome.elimination.must_haves) > 1:
        return f"Only with none of your rules would {relaxed.fits:,} fit."
    names = joined(sight.say(name) for name in relaxed.drop)
    rules = f"the {names} rule{'' if len(relaxed.drop) == 1 else 's'}"
    may = f", and {relaxed.ask:,} more may" if relaxed.ask else ""
    why = "; this keeps your greatest concerns" if is_told else ""
    return f"Without {rules}, {relaxed.fits:,} would fit{may}{why}."
