"""What the checks of a schedule found, in whole sentences."""

from __future__ import annotations

import math
from datetime import date

import pytest

from decision.nouns.blocks import parse_block
from decision.nouns.plans import Answer, Check, Finding, Missing, Plan
from decision.report.words.conditions import only_if
from decision.report.words.schedule_words import conditions_of, failing_clauses, open_words, questions_for

PLAN = Plan(travel=30, hours_free=25, ready=date(2027, 1, 5), finish_by=date(2027, 12, 31), aid="6 credits")


def session(text: str, free: str, travel: int = 30) -> Finding:
    """A session that does not fit into free time."""
    return Finding(
        check=Check.CLASSES,
        answer=Answer.FAILS,
        session=parse_block(text),
        free=parse_block(free),
        travel=travel,
    )


def load(low: float, high: float, *, text: str = "") -> Finding:
    """Hours with study that are too many."""
    return Finding(
        check=Check.LOAD, answer=Answer.FAILS, low=low, high=high, class_low=low / 3, class_high=high / 3, text=text
    )


def dated(check: Check, first: str, last: str | None) -> Finding:
    """A start or an end that does not fit."""
    end = None if last is None else date.fromisoformat(last)
    return Finding(check=check, answer=Answer.FAILS, first=date.fromisoformat(first), last=end)


@pytest.mark.parametrize(
    ("finding", "said"),
    [
        (
            session("Wed 18:00-21:00", "Wed 17:45-22:00"),
            "Wed 18:00-21:00 with 30 minutes on each side does not fit: you are free from 17:45",
        ),
        (
            session("Wed 18:00-21:00", "Wed 17:00-21:15"),
            "Wed 18:00-21:00 with 30 minutes on each side does not fit: you are free until 21:15",
        ),
        (
            session("Wed 18:00-21:00", "Wed 18:30-20:00", 0),
            "Wed 18:00-21:00 does not fit: you are free from 18:30 to 20:00",
        ),
        (
            session("Sun 10:00-12:00", "", 1),
            "Sun 10:00-12:00 with 1 minute on each side does not fit: you are not free on Sun at that time",
        ),
        (
            session("Sat 23:00-24:00", "Sat"),
            (
                "Sat 23:00-24:00 with 30 minutes on each side does not fit: you are free on Sat alone, and it "
                "reaches into another day"
            ),
        ),
        (
            load(36, 36),
            "12 hours of class a week and 2 hours of study for each (assumed) come to 36 hours, 11 more than your 25",
        ),
        (
            load(30, math.inf, text="sessions"),
            (
                "at least 10 hours of class a week (from sessions) and 2 hours of study for each (assumed) come to "
                "30 hours, 5 more than your 25"
            ),
        ),
        (
            dated(Check.START, "2026-09-01", "2026-09-01"),
            "it starts on September 1, 2026, and you are ready from January 5, 2027",
        ),
        (
            dated(Check.START, "2026-09-01", "2026-09-30"),
            "it starts in September 2026, and you are ready from January 5, 2027",
        ),
        (
            dated(Check.FINISH, "2028-01-01", "2028-01-01"),
            "it ends about January 1, 2028, 1 day after your last day, December 31, 2027",
        ),
        (
            dated(Check.FINISH, "2028-01-20", "2028-03-01"),
            "it ends about January 20, 2028 at the earliest, 20 days after your last day, December 31, 2027",
        ),
        (
            dated(Check.FINISH, "2028-03-01", None),
            "it starts on March 1, 2028, after your last day, December 31, 2027",
        ),
        (
            Finding(check=Check.AID, answer=Answer.FAILS, low=30, high=30, text="10 credits"),
            "your aid requires 10 credits, about 30 hours a week with study, and you have 25",
        ),
        (
            Finding(check=Check.AID, answer=Answer.FAILS, low=30, high=30, text="30 hours a week"),
            "your aid requires 30 hours a week, and you have 25",
        ),
    ],
)
def test_a_failing_check_says_what_would_do(finding: Finding, said: str) -> None:
    assert failing_clauses([finding], PLAN) == (said,)


def test_words_at_odds_have_no_clause_of_their_own() -> None:
    assert failing_clauses([Finding(check=Check.CLASSES, answer=Answer.FAILS)], PLAN) == ()


def test_study_that_the_user_named_is_not_called_assumed() -> None:
    own = Plan(study=1, is_study_named=True, hours_free=10)
    finding = Finding(check=Check.LOAD, answer=Answer.FAILS, low=12, high=12, class_low=6, class_high=6)

    assert failing_clauses([finding], own) == (
        "6 hours of class a week and 1 hour of study for each come to 12 hours, 2 more than your 10",
    )


def test_every_condition_is_named() -> None:
    found = [
        Finding(check=Check.BLOCKS, answer=Answer.ON_CONDITION, low=40, high=80, text="40-80 hours, weekdays"),
        Finding(check=Check.FINISH, answer=Answer.ON_CONDITION, first=date(2027, 4, 1), last=date(2027, 4, 1)),
        Finding(check=Check.PREREQUISITES, answer=Answer.ON_CONDITION, text="a diploma"),
        Finding(check=Check.LOAD, answer=Answer.FITS),
    ]

    assert only_if(conditions_of(found, PLAN)) == (
        'Only if you can also take about 40 to 80 hours for "40-80 hours, weekdays", and if you start by April 1, '
        '2027, to be done by December 31, 2027, and if you meet what it asks for before: "a diploma".'
    )


def test_every_unknown_has_its_words_and_its_question() -> None:
    found = [Finding(check=Check.LOAD, answer=Answer.NOT_KNOWN, missing=what) for what in Missing]

    assert open_words(found) == (
        "on which days and hours classes meet, whether classes are on site or online, whether an internship falls in "
        "daytime hours, how many class hours a week there are, on which day it starts and how long it takes"
    )
    assert questions_for(Missing) == (
        "Which days and hours do classes meet? Are classes on site or online, and live or at any time? Is there an "
        "internship in daytime hours, and for how long? How many class hours are there a week? On which day does it "
        "next start? How long does it take from start to finish?"
    )
