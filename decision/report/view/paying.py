"""What the user's area pays becomes a remark beside the answer, with how soon the first programs are paid back.

The one rule: it says of when the figures are, and months only of wages that the user stated.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from decision.model import Kind, Status, spell_range
from decision.report.pay.words import (
    dated,
    earned_words,
    gain_words,
    no_gain,
    place_words,
    price_words,
    repaid,
    then_words,
)
from decision.report.view.panels import Item, Remark
from decision.report.words.wording import capital, joined

if TYPE_CHECKING:
    from decision.nouns.wages import Pay, Payback
    from decision.report.view.sight import Sight

__all__ = ["payback_of", "payback_words", "what_it_pays"]

_MOST = 3


def what_it_pays(sight: Sight, shown: list[int]) -> list[Remark]:
    """Say what the work pays in the user's area, and how soon the first programs are paid back.

    Parameters
    ----------
    sight
        Of the programs that are shown.
    shown
        Their numbers, from the first on.

    Returns
    -------
    list of Remark
        One, or none when no area was named.
    """
    pay = sight.outcome.pay
    if pay is None:
        return []
    area, title, code = (sight.say(text) for text in (pay.wage.area, pay.work.title, pay.work.code))
    head = f"{area}, {dated(pay.table.as_of)}: {earned_words(pay.wage)} ({title}, {code})."
    told = (head, sight.say(place_words(pay)), *_paid_back(sight, pay, shown))
    return [Remark(label="Pay", items=tuple(Item(sentences=(words,)) for words in told if words))]


def payback_of(sight: Sight, program: int) -> Payback | None:
    """Give the payback of a program that fits or may; ``None`` when no wages were stated or nothing is a cost."""
    found, outcome = sight.outcome.paybacks, sight.outcome
    if found is None or outcome.elimination.status[program] == Status.OUT:
        return None
    return found.of(int(outcome.facts[found.criterion].codes[program]))


def payback_words(sight: Sight, program: int) -> str:
    """Say how soon one program is paid back, in a sentence or two; empty where that was not asked for."""
    payback, pay, found = payback_of(sight, program), sight.outcome.pay, sight.outcome.paybacks
    if payback is None or pay is None or pay.stated is None or found is None:
        return ""
    if not payback.is_gain:
        return no_gain(pay.stated)
    gain = gain_words(pay.stated, payback.gain)
    if not payback.is_known:
        return f"{gain} How soon it is paid back is not known, since its {sight.say(found.criterion)} is not."
    if payback.high <= 0:
        return f"{gain} {capital(repaid(payback))}."
    fact = sight.outcome.facts[found.criterion]
    reading = fact.codes[program]
    price = price_words(float(fact.low[reading]), float(fact.high[reading]), pay.stated.given_up)
    return f"{gain} {price} {'are' if pay.stated.given_up else 'is'} {repaid(payback)}."


def _paid_back(sight: Sight, pay: Pay, shown: list[int]) -> list[str]:
    if pay.stated is None or sight.outcome.paybacks is None:
        return []
    if not sight.outcome.paybacks.gain > 0:
        return [no_gain(pay.stated)]
    found = [(program, payback_of(sight, program)) for program in shown]
    known = [(program, payback) for program, payback in found if payback is not None and payback.is_known][:_MOST]
    gain = gain_words(pay.stated, sight.outcome.paybacks.gain)
    if not known:
        return [gain, "How soon a program is paid back is not known: no cost of those shown is."] if shown else [gain]
    each = joined(f"{sight.short[program]} {_months(payback)}" for program, payback in known)
    over = " and the wages given up" if pay.stated.given_up else ""
    return [gain, f"Months of it that pay back the cost{over}: {each}.", sight.say(then_words(pay))]


def _months(payback: Payback) -> str:
    return spell_range(Kind.DURATION, payback.low, payback.high).partition(" month")[0]
