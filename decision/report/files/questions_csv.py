"""What to ask the schools becomes a CSV to send, fill in and file: a line for each question, the most useful first.

Questions that only count together follow, a line for each of them, the lines of one program side by side. The one rule:
no cell can run as a formula, and a break-even says its side and its unit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from decision.report.files.guard import write_cell
from decision.report.files.ranked import decimals
from decision.report.view.named import programs_by_row
from decision.report.words.again import by_usefulness, question_words
from decision.report.words.conditions import question_about
from decision.report.words.turning import condition

if TYPE_CHECKING:
    from collections.abc import Iterator

    from decision.model import Criterion, Outcome
    from decision.nouns.advice import Question, Together
    from decision.nouns.insight import Insight

__all__ = ["QUESTION_COLUMNS", "question_rows", "questions_csv"]

QUESTION_COLUMNS = (
    "row",
    "name",
    "criterion",
    "question",
    "together_with",
    "changes_first",
    "changes_shortlist",
    "gain",
    "break_even_first",
    "break_even_shortlist",
    "answer",
)
"""The header; ``together_with`` names what must be answered as well, ``answer`` is left for the school's answer."""


def questions_csv(outcome: Outcome, insight: Insight) -> Iterator[bytes]:
    """Write the questions that can change the result, by themselves or together; old facts are asked again.

    Parameters
    ----------
    outcome
        Everything one run worked out.
    insight
        What was found out; its questions are written in their order.

    Yields
    ------
    bytes
        The header, then a line for each question. ``changes_first`` and ``changes_shortlist`` are shares 0..1 of the
        possible answers, ``gain`` is in points of 100, break-evens are in words: ``at least 78 %``; empty where no
        answer that has a name does it. Where ``together_with`` is not empty the shares are those of all these answers
        together, and gain and break-evens are empty.
    """
    yield ",".join(QUESTION_COLUMNS).encode() + b"\n"
    for cells in question_rows(outcome, insight):
        yield b",".join(map(write_cell, cells)) + b"\n"


def question_rows(outcome: Outcome, insight: Insight) -> Iterator[tuple[str, ...]]:
    """Give the cells of each line under the header, as text.

    Parameters
    ----------
    outcome, insight
        As for `questions_csv`.
    """
    programs = programs_by_row(outcome)
    for asked in by_usefulness(insight.questions):
        program, criterion = programs[asked.row], outcome.criteria[asked.criterion]
        yield _cells(outcome.name(program), criterion, asked, question_words(outcome, asked, program))
    for together in insight.questions.together:
        for name in together.criteria:
            program, criterion = programs[together.row], outcome.criteria[name]
            words = question_about(outcome, criterion, program)
            yield _cells_together(outcome.name(program), criterion, together, words)


def _cells_together(name: str, criterion: Criterion, asked: Together, words: str) -> tuple[str, ...]:
    others = "; ".join(other for other in asked.criteria if other != criterion.name)
    chances = map(decimals, (asked.changes_first, asked.changes_shortlist))
    return (str(asked.row), name, criterion.name, words, others, *chances, "", "", "", "")


def _cells(name: str, criterion: Criterion, asked: Question, words: str) -> tuple[str, ...]:
    evens = (asked.break_even_first, asked.break_even_shortlist)
    return (
        str(asked.row),
        name,
        criterion.name,
        words,
        "",
        *map(decimals, (asked.changes_first, asked.changes_shortlist, asked.gain)),
        *("" if even is None else condition(criterion, even) for even in evens),
        "",
    )
