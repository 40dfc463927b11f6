"""The least change of what a user says of a schedule that lets a program in."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from decision import decide
from decision.nouns.advice import Setting, Slack

HEADER = "program,schedule,delivery,weekly_hours,start_date,months\n"
SCHEDULE: dict[str, Any] = {
    "name": "schedule",
    "kind": "schedule",
    "column": "schedule",
    "must": {"available": ["Mon-Fri 17:30-21:30"]},
}


def slack(rows: str, **keys: object) -> list[tuple[Setting, float | str, float | str, int, int]]:
    """What would help."""
    decision = decide((HEADER + rows).encode(), {"criteria": [SCHEDULE | keys]})
    return [(of.setting, of.from_value, of.to_value, of.fits, of.row) for of in decision.insight.loosening.settings]


@pytest.mark.parametrize(
    ("rows", "keys", "found"),
    [
        ("A,Wed 17:00-20:00,,,,\n", {}, [(Setting.EARLIER, 0.0, 30.0, 1, 2)]),
        (
            "A,Wed 17:00-20:00,,,,\nB,Thu 17:00-21:00,,,,\nC,Thu 16:00-21:00,,,,\n",
            {},
            [(Setting.EARLIER, 0.0, 30.0, 2, 2)],
        ),
        ("A,Wed 18:00-22:00,,,,\n", {}, [(Setting.LATER, 0.0, 30.0, 1, 2)]),
        ("A,Wed 17:00-22:00,,,,\n", {}, []),
        ("A,Sat 09:00-12:00,,,,\n", {}, []),
        (
            "A,Wed 18:00-21:00,in person,,,\n",
            {"travel": 45},
            [
                (Setting.TRAVEL, 45.0, 30.0, 1, 2),
            ],
        ),
        (
            "A,Wed 18:00-20:00,in person,,,\n",
            {"travel": 45},
            [(Setting.EARLIER, 0.0, 15.0, 1, 2), (Setting.TRAVEL, 45.0, 30.0, 1, 2)],
        ),
        (
            "A,Wed 18:00-20:00,online live,12,,\nB,Wed 18:00-20:00,online live,10,,\n",
            {"hours_free": 25},
            [(Setting.HOURS_FREE, 25.0, 30.0, 1, 3)],
        ),
        (
            "A,Wed 18:00-20:00,online live,,2026-09-01,9\nB,Wed 18:00-20:00,online live,,2026-12-01,9\n",
            {"ready": "2027-01-05"},
            [(Setting.READY, "2027-01-05", "2026-12-01", 1, 3)],
        ),
        (
            "A,Wed 18:00-20:00,online live,,2027-01-05,18\nB,Wed 18:00-20:00,online live,,2027-02-01,12\n",
            {"finish_by": "2027-12-31"},
            [(Setting.FINISH_BY, "2027-12-31", "2028-01-31", 1, 3)],
        ),
    ],
)
def test_the_least_change_is_found_and_counted(
    rows: str, keys: dict[str, object], found: list[tuple[Setting, float | str, float | str, int, int]]
) -> None:
    assert slack(rows, **keys) == found


def test_what_still_fails_elsewhere_is_not_offered() -> None:
    cost = {"name": "cost", "kind": "money", "column": "cost", "must": {"at_most": 10}}
    decision = decide(b"program,schedule,cost\nA,Wed 17:00-20:00,$20\n", {"criteria": [SCHEDULE, cost]})

    assert decision.insight.loosening.settings == ()


def test_plain_words_have_nothing_to_stretch() -> None:
    words = SCHEDULE | {"must": {"any_of": ["evening"]}}
    decision = decide(b"program,schedule\nA,day\n", {"criteria": [words]})

    assert decision.insight.loosening.settings == ()


def settings_for(slack: Slack) -> dict[str, object]:
    """The option that says what is offered."""
    minutes = int(slack.to_value) if slack.setting in (Setting.EARLIER, Setting.LATER) else 0
    options: dict[Setting, dict[str, object]] = {
        Setting.EARLIER: {"schedule.available": [f"Mon-Fri {_clock(17 * 60 + 30 - minutes)}-21:30"]},
        Setting.LATER: {"schedule.available": [f"Mon-Fri 17:30-{_clock(21 * 60 + 30 + minutes)}"]},
        Setting.TRAVEL: {"schedule.travel": slack.to_value},
        Setting.HOURS_FREE: {"schedule.hours_free": slack.to_value},
        Setting.READY: {"schedule.ready": slack.to_value},
        Setting.FINISH_BY: {"schedule.finish_by": slack.to_value},
    }
    return options[slack.setting]


def _clock(minute: int) -> str:
    return f"{minute // 60:02d}:{minute % 60:02d}"


ROWS = st.lists(
    st.tuples(
        st.sampled_from(["Wed 17:00-20:00", "Mon 18:00-21:00", "Tue 18:00-22:15", "evening", "Sat 09:00-12:00"]),
        st.sampled_from(["in person", "online live", "online any time", ""]),
        st.sampled_from(["3", "9", "12", ""]),
        st.sampled_from(["2026-11-01", "2027-02-01", "rolling", ""]),
        st.sampled_from(["6", "12", ""]),
    ),
    min_size=1,
    max_size=5,
)


@given(ROWS)
def test_doing_what_is_offered_lets_in_as_many_as_were_promised(rows: list[tuple[str, ...]]) -> None:
    text = HEADER + "".join(f"P{number},{','.join(row)}\n" for number, row in enumerate(rows))
    planned = SCHEDULE | {"travel": 30, "hours_free": 25, "ready": "2027-01-05", "finish_by": "2027-12-31"}
    decision = decide(text.encode(), {"criteria": [planned]})
    before = sum(program["status"] == "fits" for program in said(decision))

    after = [
        sum(
            program["status"] == "fits"
            for program in said(decide(text.encode(), {"criteria": [planned]}, set=settings_for(of)))
        )
        for of in decision.insight.loosening.settings
    ]

    assert after == [before + of.fits for of in decision.insight.loosening.settings]


def said(decision: Any) -> list[dict[str, Any]]:  # noqa: ANN401 -- a Decision
    """The programs of a decision."""
    programs: list[dict[str, Any]] = decision.to_dict()["programs"]
    return programs
