"""A fact that is not known becomes the question that a person asks the school.

The one rule: the wording of a question follows from the criterion alone, and stands here only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from decision.model import Criterion, Kind
from decision.report.words.schedule_words import questions_for
from decision.report.words.wording import joined

if TYPE_CHECKING:
    from collections.abc import Sequence

    from decision.nouns.plans import Missing

__all__ = ["ask_again", "question", "rate_name", "speaks_of"]


def question(criterion: Criterion, missing: Sequence[Missing] = ()) -> str:
    """Word the question for a criterion.

    Parameters
    ----------
    criterion
        Whose fact is not known.
    missing
        What of a schedule is not known, where that has been found out.

    Returns
    -------
    str
        One question, as put to the school.

    Examples
    --------
    >>> from decision.model import Criterion
    >>> question(Criterion(name="schedule", kind=Kind.SCHEDULE))
    'When do classes meet?'
    >>> question(Criterion(name="exam pass rate", kind=Kind.SHARE, passed="passers", took="takers"))
    'How many took the exam last year, and how many passed?'
    >>> question(Criterion(name="certification", kind=Kind.CATEGORY))
    'Which certification exam does it prepare for?'
    >>> question(Criterion(name="cost", kind=Kind.MONEY, parts=("tuition", "exam_fee")))
    'What does the whole program cost, with tuition and exam fee?'
    >>> question(Criterion(name="length", kind=Kind.NUMBER, unit="credits"))
    'What is its length, in credits?'
    """
    name = criterion.name
    if missing:
        return questions_for(missing)
    match criterion.kind:
        case Kind.MONEY:
            return _money_question(criterion)
        case Kind.SHARE:
            return _share_question(criterion)
        case Kind.DURATION:
            return f"What is its {name}, in months from start to finish?"
        case Kind.NUMBER:
            return f"What is its {name}, in {criterion.unit}?" if criterion.unit else f"What is its {name}?"
        case Kind.SCHEDULE:
            return "When do classes meet?"
        case Kind.CATEGORY:
            return _category_question(name)
        case Kind.YES_NO:
            return f"Does it {'have' if speaks_of(name, 'accredit', 'approv', 'licen') else 'offer'} {name}?"
        case _:
            assert_never(criterion.kind)


def ask_again(criterion: Criterion, said: str, as_of: str) -> str:
    """Word the question whether an old fact still holds.

    Parameters
    ----------
    criterion
        Whose fact it is.
    said, as_of
        What is stated, and of when that is.

    Examples
    --------
    >>> ask_again(Criterion(name="cost", kind=Kind.MONEY), "$4,900", "in 2021-22")
    'In 2021-22, cost was $4,900. Is that still so?'
    """
    return f"{as_of[:1].upper()}{as_of[1:]}, {criterion.name} was {said}. Is that still so?"


def _category_question(name: str) -> str:
    if speaks_of(name, "accredit", "approv"):
        return "Who accredits or approves the program?"
    if speaks_of(name, "certif", "exam"):
        return "Which certification exam does it prepare for?"
    return f"What is its {name}?"


def _money_question(criterion: Criterion) -> str:
    if not speaks_of(criterion.name, "cost", "price", "tuition"):
        return f"How much is its {criterion.name}, in dollars?"
    parts = [part.replace("_", " ") for part in criterion.parts] or ["fees", "books", "exam"]
    return f"What does the whole program cost, with {joined(parts)}?"


def _share_question(criterion: Criterion) -> str:
    if speaks_of(criterion.name, "exam", "pass"):
        return "How many took the exam last year, and how many passed?"
    return f"What is its {rate_name(criterion.name)}, and of how many people?"


def rate_name(name: str) -> str:
    """Call a share of people a rate, where its name does not say what it is.

    Examples
    --------
    >>> rate_name("completion"), rate_name("placement rate"), rate_name("share who finish")
    ('completion rate', 'placement rate', 'share who finish')
    """
    return name if speaks_of(name, "rate", "share", "percent", "%") else f"{name} rate"


def speaks_of(name: str, *words: str) -> bool:
    """Say whether the name of a criterion holds one of some words.

    Parameters
    ----------
    name
        As the user wrote it.
    words
        In small letters.

    Examples
    --------
    >>> speaks_of("Exam pass rate", "exam"), speaks_of("wage", "cost", "price")
    (True, False)
    """
    return any(word in name.casefold() for word in words)
