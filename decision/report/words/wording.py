"""Turns counts, rules and facts into the small words that every view shares.

One rule: a number is never written without its unit, and an unknown is always written as its reason. Every table,
sentence and picture takes these words from here, so that they say the same thing the same way.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, assert_never

from decision.model import Criterion, Fact, Kind, Rule, Unknown, plain
from decision.report.words.plan_words import plan_clauses

if TYPE_CHECKING:
    from collections.abc import Iterable

    from decision.model import MustHave

__all__ = [
    "before_verb",
    "capital",
    "counted",
    "delivered",
    "distance",
    "found",
    "in_brackets",
    "joined",
    "points_words",
    "rule_words",
    "wanted",
]


def counted(number: int, noun: str, plural: str = "") -> str:
    """Write a count with its noun.

    Parameters
    ----------
    number
        How many, 0 or more.
    noun
        The word for one.
    plural
        The word for more; the noun with an ``s`` when empty.

    Examples
    --------
    >>> counted(3, "program"), counted(1, "program"), counted(0, "query", "queries"), counted(12000, "row")
    ('3 programs', '1 program', '0 queries', '12,000 rows')
    """
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def joined(words: Iterable[str], last: str = "and") -> str:
    """Join words as a sentence does.

    Parameters
    ----------
    words
        What to join.
    last
        The word before the last one.

    Examples
    --------
    >>> joined(["cost"]), joined(["cost", "schedule"]), joined(["a", "b", "c"], "or"), joined([])
    ('cost', 'cost and schedule', 'a, b or c', '')
    """
    *before, end = [*words] or [""]
    return f"{', '.join(before)} {last} {end}" if before else end


def capital(text: str) -> str:
    """Begin a sentence with the text, the rest of it as it is.

    Examples
    --------
    >>> capital("exam pass rate"), capital("CAHIIM"), capital("")
    ('Exam pass rate', 'CAHIIM', '')
    """
    return text[:1].upper() + text[1:]


def before_verb(text: str) -> str:
    """End with a comma what has one inside, so that the sentence goes on.

    Examples
    --------
    >>> before_verb("$3,450"), before_verb("$582 to $7,793, with or without grants")
    ('$3,450', '$582 to $7,793, with or without grants,')
    """
    return f"{text}," if ", " in text else text


def in_brackets(text: str) -> str:
    """Put the text in brackets; brackets at its own end become a comma.

    Examples
    --------
    >>> in_brackets("day"), in_brackets("28 of 37 (75.7 %)"), in_brackets("a (b) (c)")
    ('(day)', '(28 of 37, 75.7 %)', '(a (b) (c))')
    """
    has_own = text.endswith(")") and text.count("(") == text.count(")") == text.count(" (") == 1
    return f"({text[:-1].replace(' (', ', ')})" if has_own else f"({text})"


def points_words(points: float) -> str:
    """Write points (of 100) with at most one decimal.

    Examples
    --------
    >>> points_words(17.25), points_words(30.0), points_words(0.04)
    ('17.2', '30', '0')
    """
    return plain(points, 1)


def wanted(criterion: Criterion) -> str:
    """Write what a must-have wants, without the name of its criterion.

    Parameters
    ----------
    criterion
        One that has a must-have.

    Examples
    --------
    >>> from decision.model import MustHave
    >>> wanted(Criterion(name="cost", kind=Kind.MONEY, must=MustHave(rule=Rule.AT_MOST, high=6000)))
    'at most $6,000'
    >>> none_of = MustHave(rule=Rule.NONE_OF, labels=("unaccredited", "expired"))
    >>> wanted(Criterion(name="accreditation", kind=Kind.CATEGORY, must=none_of))
    'not unaccredited or expired'
    """
    must = criterion.must
    assert must is not None, "a criterion without a must-have"
    match must.rule:
        case Rule.AT_LEAST:
            return f"at least {criterion.spell(must.low)}"
        case Rule.AT_MOST:
            return f"at most {criterion.spell(must.high)}"
        case Rule.BETWEEN:
            return f"between {criterion.spell(must.low)} and {criterion.spell(must.high)}"
        case _:
            clauses = plan_clauses(criterion.plan) if criterion.plan is not None else ()
            return ", ".join([_wanted_labels(must), *clauses])


def _wanted_labels(must: MustHave) -> str:
    match must.rule:
        case Rule.ANY_OF | Rule.IS:
            return joined(must.labels, "or")
        case Rule.ALL_OF:
            return joined(must.labels, "and")
        case Rule.NONE_OF:
            return f"not {joined(must.labels, 'or')}"
        case Rule.AVAILABLE:
            return f"within {joined(must.labels, 'or')}"
        case Rule.AT_LEAST | Rule.AT_MOST | Rule.BETWEEN:
            raise AssertionError("a rule about numbers")
        case _:
            assert_never(must.rule)


def rule_words(criterion: Criterion) -> str:
    """Write a must-have with the name of its criterion.

    Parameters
    ----------
    criterion
        One that has a must-have.

    Examples
    --------
    >>> from decision.model import MustHave
    >>> any_of = MustHave(rule=Rule.ANY_OF, labels=("evening", "weekend", "online"))
    >>> rule_words(Criterion(name="schedule", kind=Kind.SCHEDULE, must=any_of))
    'schedule evening, weekend or online'
    >>> rule_words(Criterion(name="exam pass rate", kind=Kind.SHARE, must=MustHave(rule=Rule.AT_LEAST, low=0.6)))
    'exam pass rate at least 60 %'
    """
    return f"{criterion.name} {wanted(criterion)}"


def found(criterion: Criterion, fact: Fact, code: int) -> str:
    """Write what the file says: the fact as shown, or why it is not known.

    Parameters
    ----------
    criterion
        Whose fact it is.
    fact
        The criterion's fact.
    code
        Which of its readings.

    Returns
    -------
    str
        ``$3,450``, ``28 of 37 (75.7 %)``, ``not published``, ``not understood: "about 4k?"``, or ``only some parts are
        stated (at least $6,250)``.
    """
    reason = Unknown(int(fact.unknown[code]))
    text = fact.texts[code]
    low = float(fact.low[code])
    match reason:
        case Unknown.STATED:
            return text
        case Unknown.NOT_UNDERSTOOD if text not in ("", reason.words):
            said = f'{reason.words}: "{text}"'
        case Unknown.PARTS_MISSING if not math.isnan(low):
            said = f"{reason.words} (at least {criterion.spell(low)})"
        case _:
            said = delivered(fact, code) or reason.words
    return f"{said}, {criterion.taken_as}" if criterion.taken_as else said


def delivered(fact: Fact, code: int) -> str:
    """Say how classes are held where the file says no more of when; empty where it says nothing."""
    held = sorted(fact.timetables[code].delivery) if fact.timetables else []
    if "online any time" in held:
        return "online any time"
    return f"{joined(held)}, hours {Unknown(int(fact.unknown[code])).words}" if held else ""


_LEAST_SHOWN = {Kind.MONEY: "a cent", Kind.SHARE: "0.1 points", Kind.DURATION: "0.1 months"}


def distance(criterion: Criterion, margin: float) -> str:
    """Write how far a fact is from a limit; shares differ by points.

    Parameters
    ----------
    criterion
        Whose fact it is, of a numeric kind.
    margin
        Positive, in dollars, months, the criterion's unit or share 0..1.

    Examples
    --------
    >>> share = Criterion(name="exam pass rate", kind=Kind.SHARE)
    >>> distance(share, 0.12), distance(share, 0.01), distance(share, 0.0001)
    ('12 points', '1 point', 'less than 0.1 points')
    >>> distance(Criterion(name="cost", kind=Kind.MONEY), 250)
    '$250'
    """
    number = plain(100 * margin, 1) if criterion.kind is Kind.SHARE else ""
    text = f"{number} {'point' if number == '1' else 'points'}" if number else criterion.spell(margin)
    is_shown = any(digit in "123456789" for digit in text.removesuffix(criterion.unit))
    least = _LEAST_SHOWN.get(criterion.kind) or f"0.01 {criterion.unit}".strip()
    return text if is_shown else f"less than {least}"
