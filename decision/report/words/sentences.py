"""Turns one fact and one must-have into a clause: why it fails, why its answer is not known, what was assumed.

One rule: a clause says what was found, what was wanted and by how much, in that order, and an unknown by its reason.
"""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING, assert_never

from decision.errors import printable
from decision.model import Criterion, Fact, Rule, Unknown
from decision.nouns.plans import Answer, Check
from decision.report.words.schedule_words import failing_clauses, open_words
from decision.report.words.wording import before_verb, capital, distance, found, in_brackets, joined, wanted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from decision.model import MustHave
    from decision.nouns.plans import Finding

__all__ = ["assumed", "failing", "met", "named", "partly_assumed", "shown", "suspect", "unanswered", "unsettled"]

_LEFT_OUT = "and you asked to leave such programs out"
LONGEST_SHOWN = 80
"""Characters of one cell that a sentence shows."""


def met(count: int) -> str:
    """Say that every must-have is met.

    Parameters
    ----------
    count
        How many must-haves there are.

    Examples
    --------
    >>> met(4), met(2), met(1), met(0)
    ('Meets all 4 must-haves.', 'Meets both must-haves.', 'Meets the must-have.', 'There are no must-haves.')
    """
    few = {0: "There are no must-haves.", 1: "Meets the must-have.", 2: "Meets both must-haves."}
    return few.get(count, f"Meets all {count:,} must-haves.")


def failing(criterion: Criterion, fact: Fact, code: int, margin: float, *, findings: Sequence[Finding] = ()) -> str:
    """Say how a fact fails its must-have, as a sentence.

    Parameters
    ----------
    criterion
        One that has a must-have.
    fact, code
        Its fact, and which of its readings.
    margin
        How far from the limit, in the kind's unit; NaN for labels and unknowns.
    findings
        What the checks of a schedule found.

    Returns
    -------
    str
        ``Cost $6,250 is over your limit of $6,000 by $250.``
    """
    must = criterion.must
    assert must is not None, "a criterion without a must-have"
    name = capital(criterion.name)
    text = shown(criterion, fact, code)
    if criterion.plan is not None and findings:
        told = _failing_checks(criterion, fact, code, findings)
        if told:
            return told
    if fact.unknown[code] != Unknown.STATED:
        if math.isnan(margin):
            return f"{capital(unanswered([(criterion, fact, code)]))}, {_LEFT_OUT}."
        least = criterion.spell(float(fact.low[code]))
        return (
            f"{name} is at least {least}, {_beyond(criterion, must, fact, code, margin)}; only some parts are stated."
        )
    if criterion.kind.is_numeric and math.isnan(margin):
        return f"{capital(unsettled(criterion, fact, code))}, {_LEFT_OUT}."
    if criterion.kind.is_numeric:
        return f"{name} {before_verb(text)} is {_beyond(criterion, must, fact, code, margin)}."
    return f"{name} is {text}, {_not_as_wanted(criterion, fact, code)}."


def _failing_checks(criterion: Criterion, fact: Fact, code: int, findings: Sequence[Finding]) -> str:
    """Say what is in the way of a schedule, or what is not known of it; empty where words alone are at odds."""
    plan = criterion.plan
    assert plan is not None, "only a plan has checks"
    name = capital(criterion.name)
    is_unlike = any(of.answer is Answer.FAILS and of.check is Check.CLASSES and of.session is None for of in findings)
    clauses = failing_clauses(findings, plan)
    if clauses:
        unlike = [f"{shown(criterion, fact, code)} is {_not_as_wanted(criterion, fact, code)}"] if is_unlike else []
        return f"{name}: {'; '.join([*unlike, *clauses])}."
    return "" if is_unlike else f"{capital(unsettled(criterion, fact, code, findings=findings))}, {_LEFT_OUT}."


def _beyond(criterion: Criterion, must: MustHave, fact: Fact, code: int, margin: float) -> str:
    is_over = float(fact.low[code]) > must.high
    side, limit = ("over", must.high) if is_over else ("under", must.low)
    return f"{side} your limit of {criterion.spell(limit)} by {distance(criterion, margin)}"


def _not_as_wanted(criterion: Criterion, fact: Fact, code: int) -> str:
    """Say how labels are not what is wanted; what else a schedule is held against is told apart."""
    must = criterion.must
    assert must is not None, "a criterion without a must-have"
    return _unlike(replace(criterion, plan=None), must, fact.labels[code])


def _unlike(criterion: Criterion, must: MustHave, labels: frozenset[str]) -> str:
    match must.rule:
        case Rule.ANY_OF | Rule.IS:
            return f"not {wanted(criterion)}"
        case Rule.ALL_OF:
            return f"without {joined([label for label in must.labels if label not in labels])}"
        case Rule.NONE_OF:
            return "which you ruled out"
        case Rule.AVAILABLE:
            return f"not {wanted(criterion)}"
        case Rule.AT_LEAST | Rule.AT_MOST | Rule.BETWEEN:
            raise AssertionError("a rule about numbers")
        case _:
            assert_never(must.rule)


def shown(criterion: Criterion, fact: Fact, code: int) -> str:
    """Give what a sentence shows of a fact: safe to print, cut at `LONGEST_SHOWN`."""
    return printable(found(criterion, fact, code), LONGEST_SHOWN)


def named(criterion: Criterion, fact: Fact, code: int, *, findings: Sequence[Finding] = ()) -> str:
    """Give the name of a criterion with what was found: ``schedule (day)``; of a schedule, what is in the way."""
    if criterion.plan is not None:
        clauses = failing_clauses(findings, criterion.plan)
        if clauses:
            return f"{criterion.name} {in_brackets('; '.join(clauses))}"
    return f"{criterion.name} {in_brackets(shown(criterion, fact, code))}"


def unanswered(unknown: Sequence[tuple[Criterion, Fact, int]]) -> str:
    """Say why facts are not known; those with one reason share a clause.

    Parameters
    ----------
    unknown
        Criterion, its fact, and which of its readings, none of them stated.

    Returns
    -------
    str
        ``cost and schedule are not published; exam pass rate is not stated``, without a full stop.
    """
    subjects: dict[Unknown, list[str]] = {}
    for criterion, fact, code in unknown:
        reason = Unknown(int(fact.unknown[code]))
        text = printable(fact.texts[code], LONGEST_SHOWN)
        is_quoted = reason is Unknown.NOT_UNDERSTOOD and text not in ("", reason.words)
        subjects.setdefault(reason, []).append(f'{criterion.name} "{text}"' if is_quoted else criterion.name)
    return "; ".join(_unknown_clause(reason, names) for reason, names in subjects.items())


def _unknown_clause(reason: Unknown, names: list[str]) -> str:
    subject = joined(names)
    match reason:
        case Unknown.CONTACT_SCHOOL:
            return f"for {subject} the school says to contact it"
        case Unknown.NO_COLUMN:
            return f"the file has no column for {subject}"
        case Unknown.PARTS_MISSING:
            return f"only some parts of {subject} are stated"
        case _:
            return f"{subject} {'is' if len(names) == 1 else 'are'} {reason.words}"


def unsettled(criterion: Criterion, fact: Fact, code: int, *, findings: Sequence[Finding] = ()) -> str:
    """Say how a stated fact leaves its must-have open.

    Parameters
    ----------
    criterion
        One that has a must-have.
    fact, code
        Its fact, and which of its readings: a range astride a limit, or words that do not settle it.
    findings
        What the checks of a schedule found.

    Returns
    -------
    str
        ``cost $5,500 to $6,500 is partly over your limit of $6,000``, without a full stop.
    """
    must = criterion.must
    assert must is not None, "a criterion without a must-have"
    text = f"{criterion.name} {shown(criterion, fact, code)}"
    if findings:
        return f"{text} leaves open {open_words(findings)}"
    if not criterion.kind.is_numeric:
        return f"{text} does not say whether it is {wanted(criterion)}"
    text = before_verb(text)
    is_over, is_under = float(fact.high[code]) > must.high, float(fact.low[code]) < must.low
    if is_over and is_under:
        return f"{text} is only partly within your limits of {_limits(criterion, must)}"
    side, limit = ("over", must.high) if is_over else ("under", must.low)
    return f"{text} is partly {side} your limit of {criterion.spell(limit)}"


def _limits(criterion: Criterion, must: MustHave) -> str:
    return f"{criterion.spell(must.low)} and {criterion.spell(must.high)}"


def assumed(criterion: Criterion) -> str:
    """Say what the user's criteria put in place of an unknown.

    Parameters
    ----------
    criterion
        One whose ``unknown`` names plausible values.

    Examples
    --------
    >>> from decision.model import Kind, WhenUnknown
    >>> assumed(Criterion(name="exam pass rate", kind=Kind.SHARE, unknown=WhenUnknown(low=0.4, high=0.9)))
    'Exam pass rate is counted as 40 % to 90 %, your own assumption.'
    """
    word = criterion.unknown
    value = joined(word.labels, "or") or criterion.spell_range(word.low, word.high)
    return f"{capital(criterion.name)} is counted as {value}, your own assumption."


def partly_assumed(criterion: Criterion, fact: Fact, code: int) -> str:
    """Say how much of a cost is assumed.

    Returns
    -------
    str
        ``Of cost, $825 is assumed.``
    """
    return f"Of {criterion.name}, {fact.assumed[code]} is assumed."


def suspect(criterion: Criterion, fact: Fact, code: int) -> str:
    """Say that a fact was used as stated and looks odd.

    Returns
    -------
    str
        ``Cost $0 is suspect: check it.``
    """
    return f"{capital(criterion.name)} {before_verb(shown(criterion, fact, code))} is suspect: check it."
