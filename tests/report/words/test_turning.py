from __future__ import annotations

from dataclasses import replace

import pytest

from decision.model import Criterion, Kind, MustHave, Rule, Scale
from decision.nouns.advice import Question
from decision.report.words.turning import condition, turning_point
from tests.report.views_fixture import ACCREDITATION, COST, PASS_RATE, SCHEDULE

LENGTH = Criterion(name="length", kind=Kind.DURATION, scale=Scale(knots=((3.0, 1.0), (24.0, 0.0))))
CREDITS = Criterion(
    name="size", kind=Kind.NUMBER, unit="credits", scale=Scale(knots=((0.0, 0.0), (30.0, 1.0), (60.0, 0.0)))
)
LIMITED = Criterion(name="wage", kind=Kind.MONEY, must=MustHave(rule=Rule.AT_LEAST, low=40000.0))
BETWEEN = Criterion(name="wage", kind=Kind.MONEY, must=MustHave(rule=Rule.BETWEEN, low=10.0, high=20.0))
INTERNSHIP = Criterion(name="an internship", kind=Kind.YES_NO, scale=Scale(shares={"yes": 1.0}))
PLACES = Criterion(name="place", kind=Kind.CATEGORY, must=MustHave(rule=Rule.ANY_OF, labels=("A", "B", "C", "D", "E")))
NOT_DAY = replace(SCHEDULE, must=MustHave(rule=Rule.NONE_OF, labels=("day",)))
MANY = Criterion(name="place", kind=Kind.CATEGORY, scale=Scale(shares=dict.fromkeys("ABCDE", 1.0)))


@pytest.mark.parametrize(
    ("criterion", "value", "words"),
    [
        (COST, 4150.0, "at most $4,150"),
        (COST, 4150.7, "at most $4,150"),
        (COST, 6000.0, "at most $6,000"),
        (COST, 3.456, "at most $3.45"),
        (PASS_RATE, 0.6, "at least 60 %"),
        (PASS_RATE, 0.84125, "at least 84.2 %"),
        (PASS_RATE, 1.0, "at least 100 %"),
        (LENGTH, 9.04, "at most 9 months"),
        (CREDITS, 12.341, "at least 12.35 credits"),
        (CREDITS, 44.449, "at most 44.44 credits"),
        (LIMITED, 40000.0, "at least $40,000"),
        (BETWEEN, 20.0, "at most $20"),
        (BETWEEN, 10.0, "at least $10"),
        (SCHEDULE, "evening", "online, evening or weekend"),
        (SCHEDULE, "online", "online"),
        (NOT_DAY, "evening", "evening or better"),
        (ACCREDITATION, "CAHIIM", "CAHIIM or AAPC"),
        (PLACES, "A", "one that you accept"),
        (replace(PLACES, must=None), "A", "A"),
        (MANY, "A", "A or better"),
        (INTERNSHIP, "yes", "yes"),
    ],
)
def test_the_answers_that_do_it_are_said_with_their_side_and_unit(
    criterion: Criterion, value: float | str, words: str
) -> None:
    assert condition(criterion, value) == words


def asked(criterion: Criterion, first: float | str | None, shortlist: float | str | None) -> str:
    question = Question(
        row=2,
        criterion=criterion.name,
        changes_first=0.5,
        changes_shortlist=0.5,
        gain=0.0,
        break_even_first=first,
        break_even_shortlist=shortlist,
    )
    return turning_point(criterion, question)


@pytest.mark.parametrize(
    ("criterion", "first", "shortlist", "sentence"),
    [
        (PASS_RATE, 0.78, None, "It comes first if at least 78 % passed (more in a small class)."),
        (PASS_RATE, 0.6, 0.6, "It comes first if at least 60 % passed."),
        (
            COST,
            3000.0,
            5000.0,
            "It comes first if it costs at most $3,000, and makes the shortlist with at most $5,000.",
        ),
        (COST, None, 5000.0, "It makes the shortlist if it costs at most $5,000."),
        (LENGTH, 9.0, 9.0, "It comes first if its length is at most 9 months."),
        (ACCREDITATION, None, "AAPC", "It makes the shortlist if the answer is CAHIIM or AAPC."),
        (
            replace(PASS_RATE, name="placement rate", base_rate=float("nan"), must=None),
            0.9,
            None,
            "It comes first if its placement rate is at least 90 %.",
        ),
        (
            Criterion(name="completion", kind=Kind.SHARE, scale=Scale(knots=((0.0, 0.0), (1.0, 1.0)))),
            None,
            0.5,
            "It makes the shortlist if its completion rate is at least 50 %.",
        ),
        (LIMITED, None, 40000.0, "It makes the shortlist if its wage is at least $40,000."),
        (COST, None, None, ""),
    ],
)
def test_the_sentence_says_what_the_answer_brings(
    criterion: Criterion, first: float | str | None, shortlist: float | str | None, sentence: str
) -> None:
    assert asked(criterion, first, shortlist) == sentence
