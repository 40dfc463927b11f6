"""What a school has not said becomes what to ask it, and what the answer could do.

The one rule: what an answer does is said of that answer alone, with everything else as it surely is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from decision.model import Rule, Status, Unknown, Verdict
from decision.report.explain.counterfactual import reach
from decision.report.words.amounts import spell_points
from decision.report.words.bills import BELOW
from decision.report.words.conditions import question_about
from decision.report.words.questions import speaks_of
from decision.report.words.safe_side import safe
from decision.report.words.wording import joined

if TYPE_CHECKING:
    from decision.model import Criterion
    from decision.nouns.advice import Question
    from decision.nouns.insight import Insight
    from decision.report.view.sight import Sight

__all__ = ["answer_range", "asked_of"]


def asked_of(sight: Sight, insight: Insight, program: int) -> list[tuple[str, str]]:
    """Give what to ask about a program, and what each answer could do.

    Parameters
    ----------
    sight
        Knows the program.
    insight
        What one run found out.
    program
        Its number.

    Returns
    -------
    list of tuple of str
        A question, and a sentence about its answer; those that can change the result first, in the order of their use.
    """
    row = int(sight.outcome.programs.rows[program])
    useful = [question for question in insight.questions.questions if question.row == row]
    named = {question.criterion for question in useful}
    told = [(_question(sight, of.criterion, program), _effect(sight, of)) for of in useful]
    rest = [criterion.name for criterion in _open(sight, program) if criterion.name not in named]
    return told + [(_question(sight, name, program), _no_effect(sight, program, name)) for name in rest]


def answer_range(sight: Sight, program: int, other: int | None) -> str:
    """Say between which points the answers can bring a program.

    Parameters
    ----------
    sight
        Knows both.
    program
        Its number.
    other
        The number of another, to compare with; ``None`` when there is none.

    Returns
    -------
    str
        ``It surely has 46 points and could have up to 91; Harbor has 67.``; empty where points do not depend on them.
    """
    points = sight.outcome.points
    low, high = float(points.score[program]), float(points.score_high[program])
    if round(high - low, 9) <= 0:
        return ""
    ends = [(low, low), (high, high)]
    ends += [] if other is None else [(float(points.score[other]), float(points.score_high[other]))]
    least, most, *theirs = spell_points(ends)
    beside = f"; {sight.short[other]} has {theirs[0]}" if other is not None else ""
    return f"It surely has {least} {'point' if least == '1' else 'points'} and could have up to {most}{beside}."


def _question(sight: Sight, name: str, program: int) -> str:
    return sight.say(question_about(sight.outcome, sight.outcome.criteria[name], program, rest_is=BELOW))


def _open(sight: Sight, program: int) -> list[Criterion]:
    """List unanswered must-haves first, then what is not known and could earn points."""
    outcome = sight.outcome
    verdicts = outcome.elimination.verdicts[:, program]
    musts = [
        must for must, verdict in zip(outcome.elimination.must_haves, verdicts, strict=True) if verdict == Verdict.ASK
    ]
    unknown = [criterion for criterion in outcome.criteria.weighted if sight.is_unknown(criterion.name, program)]
    return [*musts, *(criterion for criterion in unknown if criterion not in musts)]


def _effect(sight: Sight, asked: Question) -> str:
    criterion = sight.outcome.criteria[asked.criterion]
    first, shortlist = (
        _answer(sight, criterion, value) for value in (asked.break_even_first, asked.break_even_shortlist)
    )
    told = [f"It comes first {first}."] if first else []
    if shortlist and shortlist != first:
        told.append(f"It comes onto the shortlist {shortlist}.")
    return " ".join(told) or "The answer can change who comes first or is on the shortlist."


def _answer(sight: Sight, criterion: Criterion, value: float | str | None) -> str:
    """Word the least favourable answer that does it."""
    if value is None:
        return ""
    if isinstance(value, str):
        return f"if the answer is {joined([sight.say(label) for label in _enough(criterion, value)], 'or')}"
    rises = _rises(criterion)
    if rises is None:
        return f"at {sight.say(criterion.spell(value))}"
    said = sight.say(safe(criterion, value, is_rising=rises))
    bound = reach(criterion, value, is_rising=rises)
    if bound and rises and criterion.is_shrunk and speaks_of(criterion.name, "exam", "pass"):
        return f"if at least {said} of a large class passed"
    return f"at {said}{bound}"


def _enough(criterion: Criterion, least: str) -> list[str]:
    """List the labels that do at least as much."""
    must, scale = criterion.must, criterion.scale
    allowed = must.labels if must is not None and must.rule in (Rule.ANY_OF, Rule.IS) else None
    if scale is None:
        return list(allowed or (least,))
    floor = scale.shares.get(least, scale.other)
    better = [label for label, share in scale.shares.items() if share >= floor]
    return [label for label in better if allowed is None or label in allowed] or [least]


def _rises(criterion: Criterion) -> bool | None:
    """Whether more is better; ``None`` where neither is."""
    knots = criterion.scale.knots if criterion.scale else ()
    if knots:
        return None if knots[0][1] == knots[-1][1] else knots[0][1] < knots[-1][1]
    must = criterion.must
    return None if must is None or must.rule is Rule.BETWEEN else must.rule is Rule.AT_LEAST


def _no_effect(sight: Sight, program: int, name: str) -> str:
    """Say why one answer alone changes nothing."""
    outcome = sight.outcome
    is_must = {must.name for must in outcome.elimination.must_haves}
    open_musts = [criterion for criterion in _open(sight, program) if criterion.name in is_must]
    others = [criterion for criterion in open_musts if criterion.name != name]
    if outcome.elimination.status[program] == Status.ASK and others:
        return f"It can fit only when {joined([sight.say(c.name) for c in others])} {_is(len(others))} answered too."
    if Unknown(int(outcome.facts[name].unknown[outcome.facts[name].codes[program]])) is Unknown.STATED:
        return "Whatever the answer, the first place and the shortlist stay."
    return "No answer to this alone changes the first place or the shortlist."


def _is(count: int) -> str:
    return "is" if count == 1 else "are"
