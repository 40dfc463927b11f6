"""Grants meet a bill: who may have them, and what each then pays.

Each pays only what it covers, those that pay last what the others leave, and nothing below $0. What nobody answered
leaves a grant open: it pays in the cheapest reading of the bill and not in the dearest. Of grants that nobody has
together one pays: the one that leaves least in the cheapest reading, and the one that leaves most in the dearest.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from decision.intake.cells.cell import read_cell
from decision.intake.cells.labels import folded
from decision.model import Kind, Verdict
from decision.nouns.costs import EVERYTHING, Paid

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from decision.nouns.costs import Condition, Costing, Grant

__all__ = ["START", "Atom", "Offer", "offers", "pay"]

START = "start"
"""Among the user's answers: the month in which they start."""
_START_QUESTION = "In which month will you start?"
_CENT_PLACES = 6


@dataclass(frozen=True, slots=True)
class Atom:
    """A part of a bill that grants cover or do not.

    Parameters
    ----------
    names
        What it is called, folded; empty for the rest of a total that its parts do not explain.
    amount
        Dollars; what is not known is left out, or 0.
    is_any
        Whether any grant may pay it that takes money off.
    within
        The stated total that it is part of, which bounds what grants pay of all its parts; infinite for none.
    """

    names: frozenset[str]
    amount: float
    is_any: bool = False
    within: float = math.inf


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """A grant that one program and person may have, and how much it gives.

    Parameters
    ----------
    name
        Of the grant.
    covers
        Folded names of what it may pay.
    least, most
        What it surely gives and what it may give, before it is limited to what it covers.
    is_last
        Whether it pays what others leave.
    not_with
        Folded names of grants that nobody has together with this one.
    asked, open, note
        As in `decision.nouns.costs.Paid`.
    """

    name: str
    covers: frozenset[str]
    least: float
    most: float
    is_last: bool = False
    not_with: frozenset[str] = frozenset()
    asked: tuple[str, ...] = ()
    open: tuple[str, ...] = ()
    note: str = ""

    @property
    def is_sure(self) -> bool:
        """Whether nothing about it is open."""
        return not (self.asked or self.open)

    def bars(self, other: Offer) -> bool:
        """Whether nobody has both."""
        return folded(other.name) in self.not_with or folded(self.name) in other.not_with


def offers(costing: Costing, holds: Callable[[Condition], Verdict]) -> list[Offer]:
    """List the grants that may be had, in the order in which they pay.

    Parameters
    ----------
    costing
        The grants and the user's answers.
    holds
        Answers a condition for the program at hand.

    Returns
    -------
    list of Offer
        None that is surely not to be had, also because another one surely is; those that pay last at the end.
    """
    answers = {folded(name): word for name, word in costing.person.items()}
    made = [offer for grant in costing.grants if (offer := _offer(grant, costing, answers, holds)) is not None]
    sure = [offer for offer in made if offer.is_sure]
    kept = [offer for offer in made if offer.is_sure or not any(offer.bars(other) for other in sure)]
    return sorted(kept, key=lambda offer: offer.is_last)


def _offer(
    grant: Grant, costing: Costing, answers: Mapping[str, str], holds: Callable[[Condition], Verdict]
) -> Offer | None:
    own = answers.get(folded(grant.name), "")
    told = [
        (question, _told(answers.get(folded(question), ""), takes=takes)) for question, takes in grant.person.items()
    ]
    is_refused = own == "no" or (not own and any(verdict is Verdict.FAIL for _, verdict in told))
    judged = [(condition.text, holds(condition)) for condition in grant.program]
    dated = _dated(grant, answers.get(START, ""))
    if is_refused or Verdict.FAIL in (dated, *(verdict for _, verdict in judged)):
        return None
    asked = [] if own else [costing.questions.get(name, name) for name, verdict in told if verdict is Verdict.ASK]
    asked += [_START_QUESTION] if dated is Verdict.ASK else []
    open_ones = [text for text, verdict in judged if verdict is Verdict.ASK]
    least, most = _amounts(grant, own)
    return Offer(
        name=grant.name,
        covers=frozenset(map(folded, grant.covers)),
        least=0.0 if asked or open_ones else least,
        most=most,
        is_last=grant.is_last,
        not_with=frozenset(map(folded, grant.not_with)),
        asked=tuple(asked),
        open=tuple(open_ones),
        note=grant.gives,
    )


def _told(word: str, *, takes: bool) -> Verdict:
    if not word:
        return Verdict.ASK
    return Verdict.PASS if (word == "yes") is takes else Verdict.FAIL


def _dated(grant: Grant, start: str) -> Verdict:
    """Whether a start in that month counts."""
    if not (grant.begins or grant.ends):
        return Verdict.PASS
    if not start:
        return Verdict.ASK
    return Verdict.PASS if grant.begins <= start <= (grant.ends or start) else Verdict.FAIL


def _amounts(grant: Grant, own: str) -> tuple[float, float]:
    """Give what a grant gives; an amount of the user's own wins."""
    if own in ("", "yes"):
        return grant.low, grant.high
    award = read_cell(own, Kind.MONEY)
    return award.low, award.high


def pay(cheapest: Sequence[Atom], dearest: Sequence[Atom], offered: Sequence[Offer]) -> list[Paid]:
    """Let grants pay, one after the other.

    Parameters
    ----------
    cheapest, dearest
        The bill at its least and at its most.
    offered
        In the order in which they pay.

    Returns
    -------
    list of Paid
        One for each that covers something of the bill, or gives something besides.

    Examples
    --------
    >>> bill = [Atom(frozenset({"tuition"}), 1000.0), Atom(frozenset({"dues"}), 157.0)]
    >>> last = Offer(name="Last", covers=frozenset({"tuition"}), least=5000.0, most=5000.0, is_last=True)
    >>> [(paid.least, paid.most) for paid in pay(bill, bill, [last])]
    [(1000.0, 1000.0)]
    """
    together = _together(dict(enumerate(offered)))
    mosts = max((_taken(cheapest, had, [offer.most for offer in had.values()]) for had in together), key=_sum)
    leasts = min((_taken(dearest, had, [offer.least for offer in had.values()]) for had in together), key=_sum)
    return [
        Paid(
            name=offer.name,
            least=leasts.get(at, 0.0),
            most=mosts.get(at, 0.0),
            asked=() if offer.note else offer.asked,
            open=offer.open,
            note=offer.note,
            instead=""
            if at in mosts
            else next((offered[other].name for other in mosts if offer.bars(offered[other])), ""),
        )
        for at, offer in enumerate(offered)
        if offer.note or any(atom.amount > 0 and _is_covered(atom, offer) for atom in cheapest)
    ]


def _together(offered: dict[int, Offer]) -> list[dict[int, Offer]]:
    """List which grants somebody may have together, by their numbers; those that come first in the lists first."""
    for one, other in combinations(offered, 2):
        if offered[one].bars(offered[other]):
            rest = [{at: offer for at, offer in offered.items() if at != dropped} for dropped in (other, one)]
            return [had for left in rest for had in _together(left)]
    return [offered]


def _taken(bill: Sequence[Atom], had: Mapping[int, Offer], amounts: Sequence[float]) -> dict[int, float]:
    """Let grants pay in turn; give the number of each and what it paid."""
    purse = _Purse(bill)
    return {at: purse.take(offer, amount) for (at, offer), amount in zip(had.items(), amounts, strict=True)}


def _sum(taken: Mapping[int, float]) -> float:
    return round(math.fsum(taken.values()), _CENT_PLACES)


def _is_covered(atom: Atom, offer: Offer) -> bool:
    return EVERYTHING in offer.covers or bool(atom.names & offer.covers) or (atom.is_any and bool(offer.covers))


class _Purse:
    """What is left to pay of each part of a bill, and of the stated total that some are part of."""

    def __init__(self, atoms: Sequence[Atom]) -> None:
        self.atoms = atoms
        self.left = [atom.amount for atom in atoms]
        self.total = min((atom.within for atom in atoms), default=math.inf)

    def take(self, offer: Offer, amount: float) -> float:
        """Take an amount off the parts that a grant covers, in their order; give what was taken."""
        taken = 0.0
        for at, atom in enumerate(self.atoms):
            if not self.left[at] or not _is_covered(atom, offer):
                continue
            is_inside = math.isfinite(atom.within)
            share = min(self.left[at], amount - taken, self.total if is_inside else math.inf)
            if share <= 0:
                continue
            self.left[at] = round(self.left[at] - share, _CENT_PLACES)
            self.total = round(self.total - (share if is_inside else 0.0), _CENT_PLACES)
            taken = round(taken + share, _CENT_PLACES)
        return taken
