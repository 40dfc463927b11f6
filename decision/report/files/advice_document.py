"""What to ask and what to loosen becomes plain values for the JSON document.

The one rule: limits, margins and break-evens are in dollars, months, the unit or share 0..1; labels are text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from decision.report.explain.explanation import explanation
from decision.report.view.named import programs_by_row
from decision.report.words.again import by_usefulness, question_words
from decision.report.words.conditions import question_about

if TYPE_CHECKING:
    from decision.model import Outcome
    from decision.nouns.advice import Loosening, Price, Questions, Settling, Slack
    from decision.nouns.insight import Insight

__all__ = [
    "explanations_document",
    "loosening_document",
    "questions_document",
    "settling_document",
    "together_document",
]


def questions_document(outcome: Outcome, questions: Questions) -> list[dict[str, object]]:
    """Give the questions as plain values, the most useful first.

    Parameters
    ----------
    outcome
        Knows the names, and how a question is worded.
    questions
        What was found out.

    Returns
    -------
    list of dict
        One object per question; of an old fact to ask again also what is ``stated``, and ``as_of`` when.
    """
    programs = programs_by_row(outcome)
    return [
        {
            "row": asked.row,
            "name": outcome.name(programs[asked.row]),
            "criterion": asked.criterion,
            "question": question_words(outcome, asked, programs[asked.row]),
            "changes_first": asked.changes_first,
            "changes_shortlist": asked.changes_shortlist,
            "gain": asked.gain,
            "break_even": {"first": asked.break_even_first, "shortlist": asked.break_even_shortlist},
            **({"stated": asked.said, "as_of": asked.as_of} if asked.as_of else {}),
        }
        for asked in by_usefulness(questions)
    ]


def together_document(outcome: Outcome, questions: Questions) -> list[dict[str, object]]:
    """Give what has to be asked together as plain values, the most useful first.

    Parameters
    ----------
    outcome
        Knows the names, and how a question is worded.
    questions
        What was found out.

    Returns
    -------
    list of dict
        One object per program that leaves two or more must-haves open.
    """
    criteria, programs = outcome.criteria, programs_by_row(outcome)
    return [
        {
            "row": asked.row,
            "name": outcome.name(programs[asked.row]),
            "criteria": list(asked.criteria),
            "questions": [question_about(outcome, criteria[name], programs[asked.row]) for name in asked.criteria],
            "all_met": asked.all_met,
            "changes_first": asked.changes_first,
            "changes_shortlist": asked.changes_shortlist,
        }
        for asked in questions.together
    ]


def settling_document(settling: Settling | None) -> dict[str, object] | None:
    """Give the few questions that decide most as plain values; ``None`` when few do not."""
    if settling is None:
        return None
    return {"criteria": list(settling.criteria), "settles": settling.settles, "of": settling.of}


def explanations_document(outcome: Outcome, insight: Insight) -> list[dict[str, object]]:
    """Give the reasons of each program that is explained, in the order of the ranking.

    Parameters
    ----------
    outcome
        Everything one run worked out.
    insight
        What was found out; it names the programs that are explained.

    Returns
    -------
    list of dict
        One object per program: at most two reasons for it, the strongest against it or an empty text, and what would
        bring it up.
    """
    explained = [explanation(outcome, insight, program) for program in insight.changes]
    return [
        {
            "row": each.row,
            "for": list(each.reasons_for),
            "against": each.against,
            "change": list(each.change),
        }
        for each in explained
    ]


def loosening_document(loosening: Loosening) -> dict[str, object]:
    """Give the ways to let more programs in as plain values.

    Parameters
    ----------
    loosening
        What was found out.

    Returns
    -------
    dict
        Keys ``sets``, ``each``, ``near_misses``, ``preferred`` and ``settings``.
    """
    return {
        "sets": [{"drop": list(each.drop), "fits": each.fits, "ask": each.ask} for each in loosening.sets],
        "each": [_price(price) for price in loosening.each],
        "near_misses": [
            {"row": miss.row, "criterion": miss.criterion, "margin": miss.margin} for miss in loosening.near_misses
        ],
        "preferred": list(loosening.preferred),
        "settings": [_slack(slack) for slack in loosening.settings],
    }


def _slack(slack: Slack) -> dict[str, object]:
    return {
        "criterion": slack.criterion,
        "setting": slack.setting.value,
        "from": slack.from_value,
        "to": slack.to_value,
        "fits": slack.fits,
        "row": slack.row,
    }


def _price(price: Price) -> dict[str, object]:
    return {
        "criterion": price.criterion,
        "only_loss": price.only_loss,
        "regains": {"limit": price.regains_limit, "row": price.regains_row},
    }
