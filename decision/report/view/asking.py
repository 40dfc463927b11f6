"""What is not known of the most promising programs becomes the questions to ask first.

The one rule: what the answers can change decides who is asked about; where that is not known, only programs that are
shown are asked about, and those with the most to win come first.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from decision.model import Status, Verdict
from decision.report.view.named import ASKED, called, open_must_haves, program_at
from decision.report.view.panels import Item, Remark
from decision.report.words.again import effect_words
from decision.report.words.amounts import count_word
from decision.report.words.conditions import question_about
from decision.report.words.turning import turning_point
from decision.report.words.wording import capital, joined

if TYPE_CHECKING:
    from collections.abc import Sequence

    from decision.model import Criterion
    from decision.nouns.advice import Question, Questions
    from decision.report.view.sight import Sight

__all__ = ["ask_first"]

_MOST_QUESTIONS = 3
_LOOKED_AT = 10
"""So many of the first programs, however many are shown."""


def ask_first(sight: Sight, questions: Questions | None = None) -> list[Remark]:
    """Give the questions for up to three programs; those with the same questions stand together.

    Parameters
    ----------
    sight
        Of the first programs that fit or may, in the order of the ranking, and of those that are asked about.
    questions
        What each answer can change, the most useful first; ``None`` when that was not found out.

    Returns
    -------
    list of Remark
        What to ask first, and which old facts to ask again; none when nothing is to be asked.
    """
    if questions is None:
        items = _grouped(_by_program(sight))
    elif questions.questions:
        items = [*_grouped(_useful(sight, questions)), *_general(_what_else(sight, questions))]
    else:
        items = _nothing_alone(sight, questions)
    again = _again(sight, questions) if questions is not None else []
    both = (("Ask first", items), ("Ask again", again))
    return [Remark(label=label, items=tuple(told)) for label, told in both if told]


def _again(sight: Sight, questions: Questions) -> list[Item]:
    """Ask again for the old facts on which the first place or the shortlist rests, of up to three programs."""
    by_row: dict[int, list[Question]] = {}
    for asked in questions.again:
        by_row.setdefault(asked.row, []).append(asked)
    items = [
        Item(term=called(sight, row), sentences=(_still_so(sight, asked), effect_words(asked)))
        for row, asked in [*by_row.items()][:ASKED]
    ]
    more = len(by_row) - ASKED
    return [*items, *_general(f"And old facts of {_programs(more, 'more ')} could change it." if more > 0 else "")]


def _still_so(sight: Sight, asked: Sequence[Question]) -> str:
    """Ask whether the old facts of one program, all of one date, still hold."""
    facts = "; ".join(f"{sight.say(each.criterion)} {sight.say(each.said)}" for each in asked[:_MOST_QUESTIONS])
    return f"Is this still so as it was {sight.say(asked[0].as_of)}: {facts}?"


def _grouped(asked: dict[str, tuple[str, ...]]) -> list[Item]:
    """Set those with the same questions together."""
    names_by_questions: dict[tuple[str, ...], list[str]] = {}
    for name, told in asked.items():
        names_by_questions.setdefault(told, []).append(name)
    return [Item(term=joined(names), sentences=told) for told, names in names_by_questions.items()]


def _general(sentence: str) -> list[Item]:
    return [Item(sentences=(sentence,))] if sentence else []


# ── by what the answers can change ────────────────────────────────────────────────────────────────────────────────────


def _useful(sight: Sight, questions: Questions) -> dict[str, tuple[str, ...]]:
    """Give the questions that matter by themselves, each with the answer from which on it does."""
    by_row: dict[int, list[Question]] = {}
    for asked in questions.questions:
        by_row.setdefault(asked.row, []).append(asked)
    return {
        called(sight, row): tuple(told for asked in found[:_MOST_QUESTIONS] for told in _asked(sight, asked) if told)
        for row, found in islice(by_row.items(), ASKED)
    }


def _asked(sight: Sight, asked: Question) -> tuple[str, str]:
    """Word a question, and what its answer brings."""
    criterion, program = sight.outcome.criteria[asked.criterion], program_at(sight.outcome, asked.row)
    return (
        sight.say(question_about(sight.outcome, criterion, program)),
        sight.say(turning_point(criterion, asked)),
    )


def _what_else(sight: Sight, questions: Questions) -> str:
    """Say what is not asked: less useful questions, and what alone changes nothing."""
    rows = {asked.row for asked in questions.questions}
    more = len(rows) - ASKED
    others = [f"{_programs(more, 'more ')} could move up by an answer"] * (more > 0)
    several = sum(count > 1 for count in open_must_haves(sight.outcome))
    if several:
        others.append(f"{_programs(several)} {'leaves' if several == 1 else 'leave'} two or more must-haves open")
    elif questions.without_effect:
        others.append(_without_effect(questions.without_effect))
    return f"{capital('; '.join(others))}." if others else ""


def _without_effect(count: int) -> str:
    more = "one more open question" if count == 1 else f"{count_word(count)} more open questions"
    return (
        f"{more} would by {'itself' if count == 1 else 'themselves'} change neither the first place nor the shortlist"
    )


def _programs(count: int, more: str = "") -> str:
    return f"{count_word(count)} {more}program{'' if count == 1 else 's'}"


def _nothing_alone(sight: Sight, questions: Questions) -> list[Item]:
    """Ask about the most promising where no single answer is enough; else say that there is no need."""
    if any(count > 1 for count in open_must_haves(sight.outcome)):
        has_fits = bool((sight.outcome.elimination.status == Status.FITS).any())  # else the answer says it
        told = "No single answer is enough: each of these leaves two or more must-haves open." if has_fits else ""
        return [*_grouped(_together(sight, questions)), *_general(told)]
    if not questions.without_effect or questions.again:
        return []
    return _general("No need to ask: no single answer would change the first place or the shortlist.")


def _together(sight: Sight, questions: Questions) -> dict[str, tuple[str, ...]]:
    """Give the questions that have to be asked together."""
    outcome = sight.outcome
    return {
        called(sight, asked.row): tuple(
            sight.say(question_about(outcome, outcome.criteria[name], program_at(outcome, asked.row)))
            for name in asked.criteria
        )
        for asked in questions.together[:ASKED]
    }


# ── by what could be reached ──────────────────────────────────────────────────────────────────────────────────────────


def _by_program(sight: Sight) -> dict[str, tuple[str, ...]]:
    """Give every question about the most promising."""
    return {
        sight.short[program]: _at_most(
            tuple(
                sight.say(question_about(sight.outcome, criterion, program))
                for criterion in _unanswered(sight, program)
            )
        )
        for program in _promising(sight)
    }


def _promising(sight: Sight) -> list[int]:
    """Pick those to ask, and those on the shortlist with an unknown, by what they could reach."""
    outcome = sight.outcome
    open_ones = [
        program
        for program in [*sight.full][:_LOOKED_AT]
        if (outcome.elimination.status[program] == Status.ASK or outcome.ranking.is_shortlisted[program])
        and _unanswered(sight, program)
    ]
    return sorted(open_ones, key=lambda program: -round(float(outcome.points.score_high[program]), 9))[:ASKED]


def _unanswered(sight: Sight, program: int) -> list[Criterion]:
    """List unanswered must-haves first, then unknowns that could earn points."""
    outcome = sight.outcome
    verdicts = outcome.elimination.verdicts[:, program]
    open_musts = [
        criterion
        for criterion, verdict in zip(outcome.elimination.must_haves, verdicts, strict=True)
        if verdict == Verdict.ASK
    ]
    named = {criterion.name for criterion in open_musts}
    unknown = [criterion for criterion in outcome.criteria.weighted if sight.is_unknown(criterion.name, program)]
    return [*open_musts, *(criterion for criterion in unknown if criterion.name not in named)]


def _at_most(asked: tuple[str, ...]) -> tuple[str, ...]:
    rest = len(asked) - _MOST_QUESTIONS
    return asked if rest <= 1 else (*asked[:_MOST_QUESTIONS], f"And {rest} more: see the column ask.")
