"""What a user can take on: what is read, and every fault with the whole message."""

from __future__ import annotations

import math
from datetime import date

import pytest
from jsonschema import Draft202012Validator

from decision.errors import BadCriteria, BadOptions
from decision.intake.criteria.criteria_set import read_criteria
from decision.intake.criteria.keys import PLAN_KEYS
from decision.nouns.plans import Plan, Role
from tests.intake.criteria.test_criteria_schema import SCHEMA

EVENINGS: dict[str, object] = {
    "name": "schedule",
    "kind": "schedule",
    "column": "when",
    "must": {"available": ["Mon-Fri after 17:30", "Sat"]},
}


def plan_of(**keys: object) -> Plan | None:
    """The plan of a schedule with some keys."""
    return read_criteria({"criteria": [EVENINGS | keys]}).criteria[0].plan


def refused(criterion: dict[str, object]) -> list[str]:
    """What is said of a criterion that is refused, without the line of the generated text."""
    with pytest.raises(BadCriteria) as caught:
        read_criteria({"criteria": [criterion]})
    return [f"{fault.path.removeprefix('criteria[1].')}: {fault.problem}" for fault in caught.value.faults]


def test_nothing_said_is_no_plan() -> None:
    assert plan_of() is None


@pytest.mark.parametrize(
    ("key", "value", "name", "read"),
    [
        ("travel", "30 minutes", "travel", 30),
        ("travel", 30, "travel", 30),
        ("travel", "1.5 hours", "travel", 90),
        ("study", "1.5", "study", 1.5),
        ("hours_free", "25 hours a week", "hours_free", 25.0),
        ("hours_free", 25, "hours_free", 25.0),
        ("ready", "2027-01-05", "ready", date(2027, 1, 5)),
        ("ready", "January 5, 2027", "ready", date(2027, 1, 5)),
        ("finish_by", "2027-12-31", "finish_by", date(2027, 12, 31)),
        ("delivery", "mode", "columns", {Role.DELIVERY: "mode"}),
        ("blocks", "internship", "columns", {Role.BLOCKS: "internship"}),
    ],
)
def test_each_key_is_read(key: str, value: object, name: str, read: object) -> None:
    plan = plan_of(**{key: value})

    assert getattr(plan, name) == read


@pytest.mark.parametrize(
    ("load", "study", "hours"),
    [("6 credits", 2, 18.0), ("6 credits", 1, 12.0), ("20 hours", 2, 20.0), ("20 hours a week", 2, 20.0)],
)
def test_a_credit_is_a_class_hour_with_its_study(load: str, study: int, hours: float) -> None:
    plan = plan_of(aid_load=load, study=study, hours_free=25)

    assert plan is not None
    assert plan.aid_hours == hours


def test_study_is_two_hours_where_the_user_names_none() -> None:
    plan = plan_of(hours_free=25)

    assert plan is not None
    assert (plan.study, plan.is_study_named, math.isnan(plan.aid_hours)) == (2.0, False, True)


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        (
            {"travel": "far"},
            ["travel: is not a travel time. Write the minutes to class one way, such as 30 minutes."],
        ),
        (
            {"travel": "900 minutes"},
            ["travel: is not a travel time. Write the minutes to class one way, such as 30 minutes."],
        ),
        (
            {"study": "some"},
            ["study: is not a number of study hours. Write how many for each class hour, such as 2."],
        ),
        ({"hours_free": 169}, ["hours_free: is not a number of hours a week. Write it in digits, such as 25."]),
        ({"ready": "1/5/2027"}, ["ready: is not a day. Write year, month and day, such as 2027-01-05."]),
        ({"finish_by": "2027-02-30"}, ["finish_by: is not a day. Write year, month and day, such as 2027-01-05."]),
        (
            {"ready": "2027-01-05", "finish_by": "2026-12-31"},
            ["finish_by: is before the day you are ready, 2027-01-05."],
        ),
        (
            {"aid_load": 6, "hours_free": 25},
            ["aid_load: is not a load. Write credits or hours a week, such as 6 credits or 20 hours."],
        ),
        (
            {"aid_load": "6 credits"},
            ["aid_load: needs `hours_free:`, the hours a week that you have for it."],
        ),
        (
            {"travel": "far", "hours_free": "many", "ready": "soon"},
            [
                "travel: is not a travel time. Write the minutes to class one way, such as 30 minutes.",
                "hours_free: is not a number of hours a week. Write it in digits, such as 25.",
                "ready: is not a day. Write year, month and day, such as 2027-01-05.",
            ],
        ),
        ({"delivery": ["a", "b"]}, ["delivery: takes one text, not a list or table."]),
    ],
)
def test_every_fault_is_told_at_once(keys: dict[str, object], said: list[str]) -> None:
    assert sorted(refused(EVENINGS | keys)) == sorted(said)


def test_a_plan_needs_a_must_have() -> None:
    points_alone = {key: value for key, value in EVENINGS.items() if key != "must"} | {"scale": {"evening": "100%"}}

    assert refused(points_alone | {"travel": 30}) == [
        "travel: goes with a must-have. Add `must:`, such as {available: [Mon-Fri 17:30-22:00]} or {any_of: [evening]}."
    ]


def test_a_plan_goes_with_a_schedule_alone() -> None:
    assert refused(
        {"name": "length", "kind": "duration", "column": "months", "must": {"at_most": 9}, "travel": 30}
    ) == ["travel: does not go with duration. It goes with: schedule."]


def test_the_schema_knows_every_key_and_refuses_it_elsewhere() -> None:
    validator = Draft202012Validator(SCHEMA)
    elsewhere = {"name": "x", "kind": "category", "column": "x", "must": {"any_of": ["a"]}}

    valid = [validator.is_valid({"criteria": [EVENINGS | {"hours_free": 25, key: "2027"}]}) for key in PLAN_KEYS]
    misplaced = [validator.is_valid({"criteria": [elsewhere | {key: "2027"}]}) for key in PLAN_KEYS]

    assert (set(valid), set(misplaced)) == ({True}, {False})


def test_options_set_and_give_up_a_plan() -> None:
    base = {
        "criteria": [
            EVENINGS | {"travel": 45},
            {"name": "cost", "kind": "money", "column": "c", "must": {"at_most": 9}},
        ]
    }

    less, gone = read_criteria(base, set={"schedule.travel": 15}), read_criteria(base, set={"schedule.must": "none"})

    assert less.criteria[0].plan == Plan(travel=15)
    assert [criterion.name for criterion in gone.criteria] == ["cost"]


def test_an_option_that_is_no_value_is_named() -> None:
    with pytest.raises(BadOptions) as caught:
        read_criteria({"criteria": [EVENINGS]}, set={"schedule.travel": "far"})

    assert str(caught.value) == (
        '1 fault.\n  --set schedule.travel  "far"  is not a travel time. Write the minutes to class one way, such as '
        "30 minutes."
    )
