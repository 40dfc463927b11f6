"""What the checks of a schedule found becomes words: on which conditions it fits, why it does not, what to ask.

One rule: a failing check says what would do, a condition says what the user takes on, and an open one names what is
missing; none of them says more than was found.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from decision.errors import printable
from decision.model import plain
from decision.nouns.plans import Answer, Check, Finding, Missing
from decision.report.words.plan_words import day_words, hours_words, minutes_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from decision.nouns.blocks import Block
    from decision.nouns.plans import Plan

__all__ = ["conditions_of", "failing_clauses", "missing_of", "open_words", "questions_for"]

_LONGEST = 100

_OPEN = {
    Missing.HOURS: "on which days and hours classes meet",
    Missing.WAY: "whether classes are on site or online",
    Missing.BLOCKS: "whether an internship falls in daytime hours",
    Missing.LOAD: "how many class hours a week there are",
    Missing.START: "on which day it starts",
    Missing.LENGTH: "how long it takes",
}
_QUESTIONS = {
    Missing.HOURS: "Which days and hours do classes meet?",
    Missing.WAY: "Are classes on site or online, and live or at any time?",
    Missing.BLOCKS: "Is there an internship in daytime hours, and for how long?",
    Missing.LOAD: "How many class hours are there a week?",
    Missing.START: "On which day does it next start?",
    Missing.LENGTH: "How long does it take from start to finish?",
}


def missing_of(findings: Iterable[Finding]) -> tuple[Missing, ...]:
    """List what is not known, in the order of the checks, each once."""
    return tuple(dict.fromkeys(of.missing for of in findings if of.missing is not None))


def questions_for(missing: Iterable[Missing]) -> str:
    """Word what to ask the school.

    Examples
    --------
    >>> questions_for([Missing.BLOCKS])
    'Is there an internship in daytime hours, and for how long?'
    """
    return " ".join(_QUESTIONS[what] for what in missing)


def open_words(findings: Iterable[Finding]) -> str:
    """Say what is not known, to stand behind ``does not say``; empty where all is.

    Examples
    --------
    >>> open_words([Finding(check=Check.LOAD, answer=Answer.NOT_KNOWN, missing=Missing.LOAD)])
    'how many class hours a week there are'
    """
    *before, last = [_OPEN[what] for what in missing_of(findings)] or [""]
    return f"{', '.join(before)} and {last}" if before else last


def conditions_of(findings: Iterable[Finding], plan: Plan) -> tuple[str, ...]:
    """Say on which conditions a program fits, each to stand behind ``if``.

    Parameters
    ----------
    findings
        Of one program.
    plan
        What the user can take on.

    Examples
    --------
    >>> internship = Finding(check=Check.BLOCKS, answer=Answer.ON_CONDITION, low=40, high=40, text="40 hours, weekdays")
    >>> from decision.nouns.plans import Plan
    >>> conditions_of([internship], Plan())
    ('you can also take about 40 hours for "40 hours, weekdays"',)
    """
    return tuple(_condition(of, plan) for of in findings if of.answer is Answer.ON_CONDITION)


def _condition(finding: Finding, plan: Plan) -> str:
    text = f'"{printable(finding.text, _LONGEST)}"'
    if finding.check is Check.BLOCKS:
        return f"you can also take about {hours_words(finding.low, finding.high)} for {text}"
    if finding.check is Check.PREREQUISITES:
        return f"you meet what it asks for before: {text}"
    assert finding.first is not None, "a start by a day has that day"
    assert plan.finish_by is not None, "only a last day makes a start by a day"
    return f"you start by {day_words(finding.first)}, to be done by {day_words(plan.finish_by)}"


def failing_clauses(findings: Iterable[Finding], plan: Plan) -> tuple[str, ...]:
    """Say why a program does not fit, each clause to stand by itself; none where only words are at odds.

    Parameters
    ----------
    findings
        Of one program.
    plan
        What the user can take on.
    """
    clauses = (_failure(of, plan) for of in findings if of.answer is Answer.FAILS)
    return tuple(clause for clause in clauses if clause)


def _failure(finding: Finding, plan: Plan) -> str:
    match finding.check:
        case Check.CLASSES:
            return _session(finding)
        case Check.LOAD:
            return _load(finding, plan)
        case Check.START:
            assert finding.first is not None and plan.ready is not None, "a start is held against a day"  # noqa: PT018
            starts = day_words(finding.first, finding.last)
            when = "in" if finding.first != finding.last else "on"
            return f"it starts {when} {starts}, and you are ready from {day_words(plan.ready)}"
        case Check.FINISH:
            return _finish(finding, plan)
        case Check.AID:
            return _aid(finding, plan)
        case _:
            return ""


def _session(finding: Finding) -> str:
    session, free = finding.session, finding.free
    if session is None:
        return ""
    way = f" with {minutes_words(finding.travel)} on each side" if finding.travel else ""
    return f"{session}{way} does not fit: {_when_free(session, free, finding.travel)}"


def _when_free(session: Block, free: Block | None, travel: int) -> str:
    day = str(session).partition(" ")[0]
    if free is None:
        return f"you are not free on {day} at that time"
    if not free.has_hours:
        return f"you are free on {day} alone, and it reaches into another day"
    begin, _, end = str(free).rpartition(" ")[2].partition("-")
    is_late, is_early = free.start > session.start - travel, free.end < session.end + travel
    if is_late and is_early:
        return f"you are free from {begin} to {end}"
    return f"you are free from {begin}" if is_late else f"you are free until {end}"


def _load(finding: Finding, plan: Plan) -> str:
    least = "at least " if finding.high != finding.low else ""
    assumed = "" if plan.is_study_named else " (assumed)"
    source = f" (from {finding.text})" if finding.text else ""
    over = plain(finding.low - plan.hours_free, 1)
    return (
        f"{least}{hours_words(finding.class_low)} of class a week{source} and {hours_words(plan.study)} of study for "
        f"each{assumed} come to {hours_words(finding.low)}, {over} more than your {plain(plan.hours_free, 1)}"
    )


def _aid(finding: Finding, plan: Plan) -> str:
    hours, free = hours_words(finding.low), plain(plan.hours_free, 1)
    if "credit" in finding.text:
        return f"your aid requires {finding.text}, about {hours} a week with study, and you have {free}"
    return f"your aid requires {hours} a week, and you have {free}"


def _finish(finding: Finding, plan: Plan) -> str:
    assert finding.first is not None, "an end is a day"
    assert plan.finish_by is not None, "an end is held against a day"
    limit = day_words(plan.finish_by)
    if finding.last is None:
        return f"it starts on {day_words(finding.first)}, after your last day, {limit}"
    days = (finding.first - plan.finish_by).days
    late = "1 day" if days == 1 else f"{days:,} days"
    earliest = "" if finding.first == finding.last else " at the earliest"
    return f"it ends about {day_words(finding.first)}{earliest}, {late} after your last day, {limit}"
