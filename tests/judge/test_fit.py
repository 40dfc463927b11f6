"""The six checks of a true schedule, each answer of each."""

from __future__ import annotations

import math

import pytest

from decision.judge.fit import find, verdict_of
from decision.kinds import Verdict
from decision.model import Criterion, Kind, MustHave, Rule, WhenUnknown
from decision.nouns.plans import Answer, Check, Finding, Missing, Plan, Timetable, worst

IN_PERSON = frozenset({"in person"})
ONLINE = frozenset({"online", "online live"})
ANY_TIME = frozenset({"online any time", "online"})
FREE = MustHave(rule=Rule.AVAILABLE, labels=("Mon-Fri 17:30-22:00", "Sat"))
EVENING = MustHave(rule=Rule.ANY_OF, labels=("evening", "online"))
NAN = math.nan


def findings(
    labels: set[str], table: Timetable, *, must: MustHave = FREE, plan: Plan | None = None, out: bool = False
) -> tuple[Criterion, tuple[Finding, ...]]:
    """Make the checks."""
    criterion = Criterion(
        name="schedule", kind=Kind.SCHEDULE, must=must, plan=plan or Plan(), unknown=WhenUnknown(out=out)
    )
    return criterion, find(criterion, frozenset(labels), table)


def answer_to(check: Check, labels: set[str], table: Timetable, must: MustHave = FREE, plan: Plan | None = None) -> str:
    """The answer of one check; empty where it is not made."""
    _, found = findings(labels, table, must=must, plan=plan)
    return next((of.answer.name for of in found if of.check is check), "")


@pytest.mark.parametrize(
    ("labels", "delivery", "is_known", "travel", "answer"),
    [
        ({"Wed 18:00-21:00", "evening"}, IN_PERSON, True, 30, "FITS"),
        ({"Wed 18:00-21:00", "evening"}, IN_PERSON, True, 31, "FAILS"),
        ({"Wed 18:00-21:00", "evening"}, ONLINE, True, 31, "FITS"),
        ({"Wed 18:00-21:00", "evening"}, frozenset(), True, 31, "NOT_KNOWN"),
        ({"Wed 18:00-21:00", "evening"}, frozenset({"hybrid"}), True, 31, "FAILS"),
        ({"Wed 18:00-21:00", "evening", "online live", "online"}, frozenset(), True, 31, "FITS"),
        ({"Wed 18:00-21:00", "evening", "in person"}, frozenset(), True, 31, "FAILS"),
        ({"Wed 17:00-20:00", "evening"}, frozenset(), True, 0, "FAILS"),
        ({"Mon 09:00-12:00", "day"}, ANY_TIME, True, 30, "FITS"),
        (set(), ANY_TIME, False, 30, "FITS"),
        (set(), ONLINE, False, 30, "NOT_KNOWN"),
        (set(), IN_PERSON, False, 30, "NOT_KNOWN"),
        ({"evening"}, IN_PERSON, True, 0, "NOT_KNOWN"),
        ({"Sat", "weekend"}, IN_PERSON, True, 30, "FITS"),
        ({"day"}, IN_PERSON, True, 30, "FAILS"),
    ],
)
def test_sessions_on_site_need_the_way_and_those_online_need_none(
    labels: set[str], delivery: frozenset[str], is_known: bool, travel: int, answer: str
) -> None:
    table = Timetable(delivery=delivery, is_delivery_read=True, is_known=is_known)

    assert answer_to(Check.CLASSES, labels, table, plan=Plan(travel=travel)) == answer


@pytest.mark.parametrize(
    ("rule", "labels", "delivery", "is_read", "is_known", "answer"),
    [
        (Rule.ANY_OF, {"evening"}, IN_PERSON, True, True, "FITS"),
        (Rule.ANY_OF, {"day"}, ONLINE, True, True, "FITS"),
        (Rule.ANY_OF, {"day"}, IN_PERSON, True, True, "FAILS"),
        (Rule.ANY_OF, {"day"}, frozenset(), True, True, "NOT_KNOWN"),
        (Rule.ANY_OF, {"day"}, frozenset(), False, True, "FAILS"),
        (Rule.ANY_OF, set(), ONLINE, True, False, "FITS"),
        (Rule.ANY_OF, set(), IN_PERSON, True, False, "NOT_KNOWN"),
        (Rule.ALL_OF, {"evening"}, ONLINE, True, True, "FITS"),
        (Rule.ALL_OF, {"evening"}, IN_PERSON, True, True, "FAILS"),
        (Rule.NONE_OF, {"day"}, ONLINE, True, True, "FITS"),
        (Rule.NONE_OF, {"evening"}, ONLINE, True, True, "FAILS"),
        (Rule.NONE_OF, set(), frozenset(), False, False, "NOT_KNOWN"),
    ],
)
def test_plain_words_keep_working_and_delivery_may_say_one(
    rule: Rule, labels: set[str], delivery: frozenset[str], is_read: bool, is_known: bool, answer: str
) -> None:
    must = MustHave(rule=rule, labels=("evening", "online"))
    table = Timetable(delivery=delivery, is_delivery_read=is_read, is_known=is_known)

    assert answer_to(Check.CLASSES, labels, table, must) == answer


@pytest.mark.parametrize(
    ("hours", "labels", "must", "answer"),
    [
        (None, set(), FREE, ""),
        ((0, 0), set(), FREE, "FITS"),
        ((NAN, NAN), set(), FREE, "NOT_KNOWN"),
        ((40, 40), {"day"}, FREE, "ON_CONDITION"),
        ((40, 40), set(), FREE, "ON_CONDITION"),
        ((40, 40), {"weekend"}, MustHave(rule=Rule.AVAILABLE, labels=("Sat", "Sun")), "FITS"),
        ((NAN, NAN), {"weekend"}, MustHave(rule=Rule.AVAILABLE, labels=("Sat", "Sun")), "FITS"),
        ((40, 40), {"day", "weekend"}, MustHave(rule=Rule.AVAILABLE, labels=("Sat", "Sun")), "ON_CONDITION"),
        ((40, 40), {"day"}, MustHave(rule=Rule.AVAILABLE, labels=("Mon-Fri",)), "FITS"),
        ((40, 40), {"day"}, MustHave(rule=Rule.ANY_OF, labels=("evening",)), "ON_CONDITION"),
        ((40, 40), {"day"}, MustHave(rule=Rule.ANY_OF, labels=("evening", "day")), "FITS"),
        ((40, 40), {"day"}, MustHave(rule=Rule.NONE_OF, labels=("day",)), "ON_CONDITION"),
    ],
)
def test_one_off_blocks_fit_on_a_condition_unless_their_time_is_free(
    hours: tuple[float, float] | None, labels: set[str], must: MustHave, answer: str
) -> None:
    table = Timetable(block_hours=hours, block_labels=frozenset(labels))

    assert answer_to(Check.BLOCKS, {"evening"}, table, must) == answer


@pytest.mark.parametrize(
    ("weekly", "answer"),
    [
        ((8, 8), "FITS"),
        ((25 / 3, 25 / 3), "FITS"),
        ((8.34, 8.34), "FAILS"),
        ((8, 12), "NOT_KNOWN"),
        ((6, math.inf), "NOT_KNOWN"),
        ((9, math.inf), "FAILS"),
        ((NAN, NAN), "NOT_KNOWN"),
    ],
)
def test_class_and_study_must_go_into_the_hours_that_are_free(weekly: tuple[float, float], answer: str) -> None:
    assert answer_to(Check.LOAD, {"evening"}, Timetable(weekly=weekly), plan=Plan(hours_free=25)) == answer


def test_no_check_is_made_for_which_the_user_has_said_nothing() -> None:
    _, found = findings({"Wed 18:00-21:00"}, Timetable(weekly=(60, 60), months=(99, 99)))

    assert [of.check for of in found] == [Check.CLASSES]


@pytest.mark.parametrize(("hours", "answer"), [(18.0, "FITS"), (25.0, "FITS"), (26.0, "FAILS")])
def test_what_aid_requires_must_go_into_the_hours_that_are_free(hours: float, answer: str) -> None:
    plan = Plan(hours_free=25, aid_hours=hours, aid="6 credits")

    assert answer_to(Check.AID, {"evening"}, Timetable(), plan=plan) == answer


def test_prerequisites_are_shown_and_never_judged() -> None:
    _, found = findings({"Sat"}, Timetable(prerequisites="typing, 40 words a minute"))

    assert found[-1] == Finding(check=Check.PREREQUISITES, answer=Answer.ON_CONDITION, text="typing, 40 words a minute")
    assert worst(found).verdict is Verdict.PASS


def test_the_worst_answer_wins_and_all_are_told() -> None:
    table = Timetable(block_hours=(40, 40), delivery=IN_PERSON, weekly=(20, 20))

    _, found = findings({"Mon 09:00-12:00", "day"}, table, plan=Plan(hours_free=25))

    assert [(of.check.value, of.answer.name) for of in found] == [
        ("classes", "FAILS"),
        ("blocks", "ON_CONDITION"),
        ("load", "FAILS"),
    ]
    assert worst(found) is Answer.FAILS


@pytest.mark.parametrize(
    ("table", "unknown", "out", "verdict"),
    [
        (Timetable(block_hours=(NAN, NAN)), 0, False, Verdict.ASK),
        (Timetable(block_hours=(NAN, NAN)), 0, True, Verdict.FAIL),
        (Timetable(is_known=False), 1, True, Verdict.FAIL),
        (Timetable(), 0, True, Verdict.ASK),
    ],
)
def test_who_asked_to_leave_out_the_unknown_is_obeyed(
    table: Timetable, unknown: int, out: bool, verdict: Verdict
) -> None:
    criterion, found = findings({"evening"}, table, out=out)

    assert verdict_of(criterion, found, unknown) is verdict


def test_what_is_missing_is_named() -> None:
    table = Timetable(block_hours=(NAN, NAN), is_known=False)

    _, found = findings(set(), table, plan=Plan(hours_free=20))

    assert [of.missing for of in found] == [Missing.HOURS, Missing.BLOCKS, Missing.LOAD]
