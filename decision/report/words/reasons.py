"""Turns an outcome into one line per program: why it fits, why it may, or why it is out.

One rule: programs that read alike are worded once. What a sentence depends on (which readings, which verdicts) is
gathered by column into a short key; the sentence is made for a new key and shared by all that have it.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np

from decision.model import Status, Unknown, Verdict
from decision.nouns.plans import Answer, Check
from decision.report.words.alike import Alike, kinds_of
from decision.report.words.conditions import conditions_by_reading, found_of, only_if
from decision.report.words.out_reasons import OPEN, out_reasons
from decision.report.words.schedule_words import open_words
from decision.report.words.sentences import (
    assumed,
    failing,
    met,
    named,
    partly_assumed,
    shown,
    suspect,
    unanswered,
    unsettled,
)
from decision.report.words.wording import points_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from decision.arrays import Floats, Whole
    from decision.model import Criterion, Fact, Outcome
    from decision.nouns.plans import Finding

__all__ = ["reasons", "reasons_by_kind"]

_NONE = -1


def reasons(outcome: Outcome) -> list[str]:
    """Give the reason of every program, one line each.

    Parameters
    ----------
    outcome
        What was worked out.

    Returns
    -------
    list of str
        ``(n_programs,)``, in the order of the file; equal lines are one object.

    Notes
    -----
    A program that fits is told by where it earns and loses most, one to ask about by what is not known, one that is out
    by its first failed must-have and the others it fails. What the user assumed, and odd facts that count, are named.
    """
    return reasons_by_kind(outcome).of_each()


def reasons_by_kind(outcome: Outcome) -> Alike[str]:
    """Give the reasons, one for each kind of program, and which of them every program has.

    Parameters
    ----------
    outcome
        What was worked out.
    """
    teller = _Teller(outcome)
    keys = teller.keys()
    kinds, first = kinds_of(keys)
    return Alike(kinds, teller.tell_all([part[first] for part in keys]))


class _Teller:
    """Makes the keys, and one sentence from one key."""

    def __init__(self, outcome: Outcome) -> None:
        self.outcome = outcome
        self.must_haves = outcome.elimination.must_haves
        self.weighted = [outcome.criteria[name] for name in outcome.points.weights]
        self.margins = [self._margins(at) for at in range(len(self.must_haves))]
        judged = dict.fromkeys([*(must.name for must in self.must_haves), *outcome.points.weights])
        self.suspects = [outcome.criteria[name] for name in judged if outcome.facts[name].is_suspect.any()]
        # A sentence about many readings is put together from clauses about one, each made once.
        self.failing, self.named, self.odd = cache(self._failing), cache(self._named), cache(self._odd)
        self.earned = cache(self._earned)
        self.assumptions = [criterion for criterion in self.weighted if criterion.unknown.is_named]
        self.conditions = {must.name: conditions_by_reading(outcome, must) for must in self.must_haves if must.plan}
        self.costs = [outcome.criteria[name] for name in judged if outcome.facts[name].assumed]

    def _margins(self, at: int) -> Floats:
        """Give the margin of each reading of a must-have, instead of each program."""
        fact = self.outcome.facts[self.must_haves[at].name]
        margins = np.full(len(fact.texts), np.nan)
        margins[fact.codes] = self.outcome.elimination.margins[at]
        return margins

    def keys(self) -> list[NDArray[np.integer[Any]]]:
        """Give the parts of the keys, each over programs."""
        status = self.outcome.elimination.status
        is_in = status != Status.OUT
        parts: list[NDArray[np.integer[Any]]] = [
            status,
            *(self._answers(at) for at in range(len(self.must_haves))),
            *self._extremes(),
        ]
        for criterion in self.suspects:
            fact = self.outcome.facts[criterion.name]
            parts.append(np.where(is_in & fact.is_suspect[fact.codes], fact.codes, _NONE))
        for criterion in self.assumptions:
            fact = self.outcome.facts[criterion.name]
            parts.append(np.where(is_in & (fact.unknown[fact.codes] != Unknown.STATED), fact.codes, _NONE))
        for name, of_reading in self.conditions.items():
            codes = self.outcome.facts[name].codes
            has_any = np.array([bool(clauses) for clauses in of_reading], dtype=np.bool_)
            parts.append(np.where(is_in & has_any[codes], codes, _NONE))
        for criterion in self.costs:
            fact = self.outcome.facts[criterion.name]
            has_assumed = np.array([bool(words) for words in fact.assumed], dtype=np.bool_)
            parts.append(np.where(is_in & has_assumed[fact.codes], fact.codes, _NONE))
        return parts

    def _answers(self, at: int) -> Whole:
        """Give the reading where a must-have is failed or, of those still in, open."""
        codes = self.outcome.facts[self.must_haves[at].name].codes.astype(np.int64)
        verdicts = self.outcome.elimination.verdicts[at]
        is_out = self.outcome.elimination.status == Status.OUT
        codes[verdicts == Verdict.PASS] = _NONE
        codes[(verdicts == Verdict.ASK) & is_out] = OPEN
        return codes

    def _extremes(self) -> list[Whole]:
        """Give, for those that fit, the criterion that earns most and the one that loses most, with their readings."""
        points, fits = self.outcome.points, self.outcome.elimination.status == Status.FITS
        shape = len(fits)
        most = [np.full(shape, -np.inf), np.full(shape, -np.inf)]
        which = [np.full(shape, _NONE, dtype=np.int64) for _ in range(4)]
        for at, (name, weight) in enumerate(points.weights.items()):
            codes = self.outcome.facts[name].codes
            earned = np.round(points.low[name], 9)
            for side, amounts in enumerate((earned, np.round(100 * weight - earned, 9))):
                is_more = fits & (amounts[codes] > most[side])
                most[side][is_more] = amounts[codes][is_more]
                which[2 * side][is_more] = at
                which[2 * side + 1][is_more] = codes[is_more]
        return which

    def tell_all(self, keys: Sequence[NDArray[np.integer[Any]]]) -> list[str]:
        """Make the sentences of keys, given part by part."""
        told = np.empty(len(keys[0]), dtype=object)
        is_out = keys[0] == Status.OUT
        if is_out.any():
            answers = [part[is_out].astype(np.int64) for part in keys[1 : 1 + len(self.must_haves)]]
            names = [must.name for must in self.must_haves]
            told[is_out] = out_reasons(answers, names, failing=self.failing, named=self.named, odd=self.odd)
        others = zip(*(part[~is_out].tolist() for part in keys), strict=True)
        told[~is_out] = [self._in(key) for key in others]
        return list(told)

    def _in(self, key: tuple[int, ...]) -> str:
        """Make the sentence of a key of programs that are not out."""
        status, answers, rest = key[0], key[1 : 1 + len(self.must_haves)], key[1 + len(self.must_haves) :]
        extremes, flags, n_suspect = rest[:4], rest[4:], len(self.suspects)
        n_flags = n_suspect + len(self.assumptions)
        first = self._fits(extremes) if status == Status.FITS else [self._ask(answers)]
        odd = [suspect(*self._fact(c, code)) for c, code in zip(self.suspects, flags, strict=False) if code >= 0]
        own = [assumed(c) for c, code in zip(self.assumptions, flags[n_suspect:n_flags], strict=True) if code >= 0]
        n_plans = n_flags + len(self.conditions)
        told = zip(self.conditions.values(), flags[n_flags:n_plans], strict=True)
        hangs_on = only_if(tuple(clause for of_reading, code in told if code >= 0 for clause in of_reading[code]))
        counted = [self._fact(c, code) for c, code in zip(self.costs, flags[n_plans:], strict=True) if code >= 0]
        own += [partly_assumed(*triple) for triple in counted if shown(*triple) not in " ".join(first)]
        return " ".join([*first, *([hangs_on] if hangs_on else []), *own, *odd])

    def _fact(self, criterion: Criterion, code: int) -> tuple[Criterion, Fact, int]:
        return criterion, self.outcome.facts[criterion.name], code

    def _fits(self, extremes: Sequence[int]) -> list[str]:
        parts = [met(len(self.must_haves))]
        strongest, strongest_code, weakest, weakest_code = extremes
        if not self.weighted:
            return parts
        earned, possible, what = self.earned(strongest, strongest_code)
        is_earned = points_words(earned) != "0"
        parts.append(
            f"Most earned: {points_words(earned)} of {points_words(possible)} points for {what}."
            if is_earned
            else "Earns no points."
        )
        earned, possible, what = self.earned(weakest, weakest_code)
        lost = points_words(possible - earned)
        if is_earned and weakest != strongest and lost != "0":
            parts.append(f"Most lost: {lost} of {points_words(possible)} points for {what}.")
        return parts

    def _earned(self, at: int, code: int) -> tuple[float, float, str]:
        """Give the points earned, those possible, and the fact that earns them."""
        criterion, fact, _ = self._fact(self.weighted[at], code)
        points = self.outcome.points
        what = f"{criterion.name}, {shown(criterion, fact, code)}"
        return float(points.low[criterion.name][code]), 100 * points.weights[criterion.name], what

    def _ask(self, answers: Sequence[int]) -> str:
        asked = [self._fact(c, code) for c, code in zip(self.must_haves, answers, strict=True) if code >= 0]
        unknown = [triple for triple in asked if self._is_silent(*triple)]
        stated = [
            unsettled(*triple, findings=self._found(triple[0], triple[2]))
            for triple in asked
            if not self._is_silent(*triple)
        ]
        stated += [also for triple in unknown if (also := self._also_open(triple[0], triple[2]))]
        return f"May fit: {'; '.join([unanswered(unknown), *stated] if unknown else stated)}."

    def _found(self, criterion: Criterion, code: int) -> tuple[Finding, ...]:
        return found_of(self.outcome, criterion.name, code)

    def _is_silent(self, criterion: Criterion, fact: Fact, code: int) -> bool:
        """Whether the fact itself is not known, and nothing beside it says what is needed."""
        classes = [of for of in self._found(criterion, code) if of.check is Check.CLASSES]
        is_settled = any(of.answer is not Answer.NOT_KNOWN for of in classes)
        return bool(fact.unknown[code] != Unknown.STATED) and not is_settled

    def _also_open(self, criterion: Criterion, code: int) -> str:
        """Say what else is open of a schedule that is not stated; empty where that is all."""
        others = open_words(of for of in self._found(criterion, code) if of.check is not Check.CLASSES)
        return f"nor is it known {others}" if others else ""

    def _failing(self, at: int, code: int) -> str:
        must = self.must_haves[at]
        return failing(*self._fact(must, code), float(self.margins[at][code]), findings=self._found(must, code))

    def _named(self, at: int, code: int) -> str:
        must = self.must_haves[at]
        return named(*self._fact(must, code), findings=self._found(must, code))

    def _odd(self, at: int, code: int) -> str:
        triple = self._fact(self.must_haves[at], code)
        return " " + suspect(*triple) if triple[1].is_suspect[code] else ""
