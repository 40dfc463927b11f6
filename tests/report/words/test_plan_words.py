"""What a user can take on, and what would stretch it, in words."""

from __future__ import annotations

from datetime import date

import pytest

from decision.nouns.advice import Setting
from decision.nouns.plans import Plan
from decision.report.words.plan_words import plan_clauses, setting_clause


def test_all_that_is_checked_is_said() -> None:
    plan = Plan(
        travel=30,
        study=1.5,
        is_study_named=True,
        hours_free=25,
        ready=date(2027, 1, 5),
        finish_by=date(2027, 12, 31),
        aid_hours=15,
        aid="6 credits",
    )

    assert plan_clauses(plan) == (
        "30 minutes of travel",
        "25 hours a week (1.5 of study for 1 of class)",
        "ready January 5, 2027",
        "done by December 31, 2027",
        "6 credits for aid",
    )


def test_nothing_to_check_says_nothing() -> None:
    assert plan_clauses(Plan()) == ()


@pytest.mark.parametrize(
    ("setting", "now", "then", "said"),
    [
        (Setting.EARLIER, 0.0, 30.0, "you were free 30 minutes earlier"),
        (Setting.LATER, 0.0, 5.0, "you were free 5 minutes longer"),
        (Setting.TRAVEL, 30.0, 1.0, "the way to class took 1 minute (now 30)"),
        (Setting.HOURS_FREE, 25.0, 30.01, "you had 30.1 hours a week (now 25)"),
        (Setting.READY, "2027-01-05", "2026-12-01", "you were ready by December 1, 2026 (now January 5, 2027)"),
        (
            Setting.FINISH_BY,
            "2027-12-31",
            "2028-01-31",
            "you could finish by January 31, 2028 (now December 31, 2027)",
        ),
    ],
)
def test_each_setting_says_what_would_have_to_be_otherwise(
    setting: Setting, now: float | str, then: float | str, said: str
) -> None:
    assert setting_clause(setting, now, then) == said
