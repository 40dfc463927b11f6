"""Start and finish against the days that the user has named."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from decision.judge.dates import judge_dates, last_day
from decision.nouns.plans import Answer, Finding, Missing, Plan, Timetable

JANUARY = date(2027, 1, 5)
DECEMBER = date(2027, 12, 31)
DAYS = st.dates(date(2026, 1, 1), date(2029, 12, 31))


def day(text: str) -> tuple[date, date]:
    """One day as first and last."""
    return date.fromisoformat(text), date.fromisoformat(text)


def answers(table: Timetable, *, ready: date | None = JANUARY, finish_by: date | None = DECEMBER) -> list[str]:
    """What is found of start and finish."""
    return [finding.answer.name for finding in judge_dates(table, Plan(ready=ready, finish_by=finish_by))]


def worst_of(table: Timetable, plan: Plan) -> Answer:
    return max(finding.answer for finding in judge_dates(table, plan))


@pytest.mark.parametrize(
    ("table", "found"),
    [
        (Timetable(starts=(day("2027-01-05"),), months=(9, 9)), ["FITS", "FITS"]),
        (Timetable(starts=(day("2027-01-04"),), months=(9, 9)), ["FAILS", "FITS"]),
        (Timetable(starts=(day("2027-04-01"),), months=(9, 9)), ["FITS", "FITS"]),
        (Timetable(starts=(day("2027-04-02"),), months=(9, 9)), ["FITS", "FAILS"]),
        (Timetable(starts=(day("2027-04-01"),), months=(6, 12)), ["FITS", "NOT_KNOWN"]),
        (Timetable(starts=(day("2027-04-01"),)), ["FITS", "NOT_KNOWN"]),
        (Timetable(starts=(day("2028-04-01"),)), ["FITS", "FAILS"]),
        (Timetable(starts=((date(2027, 1, 1), date(2027, 1, 31)),), months=(9, 9)), ["NOT_KNOWN", "FITS"]),
        (Timetable(starts=((date(2027, 2, 1), date(2027, 2, 28)),), months=(9, 9)), ["FITS", "FITS"]),
        (Timetable(starts=(day("2026-09-01"), day("2027-02-01")), months=(9, 9)), ["FITS", "FITS"]),
        (Timetable(starts=(), is_rolling=True, months=(9, 9)), ["FITS", "FITS"]),
        (Timetable(starts=(), is_rolling=True, months=(18, 18)), ["FITS", "FAILS"]),
        (Timetable(starts=(), yearly=(9,), months=(3, 3)), ["FITS", "FITS"]),
        (Timetable(starts=(), yearly=(1,), months=(3, 3)), ["NOT_KNOWN", "FITS"]),
        (Timetable(starts=(), yearly=(9,), months=(12, 12)), ["FITS", "FAILS"]),
        (Timetable(), ["NOT_KNOWN"]),
    ],
)
def test_the_start_that_does_best_counts(table: Timetable, found: list[str]) -> None:
    assert answers(table) == found


def test_without_days_nothing_is_checked() -> None:
    assert answers(Timetable(), ready=None, finish_by=None) == []


def test_a_start_at_any_time_is_a_condition_where_the_user_does_not_say_when() -> None:
    table = Timetable(starts=(), is_rolling=True, months=(9, 9))

    (found,) = judge_dates(table, Plan(finish_by=DECEMBER))

    assert (found.answer, found.first) == (Answer.ON_CONDITION, date(2027, 4, 1))


def test_a_start_at_any_time_of_unknown_length_must_be_asked_about() -> None:
    (found,) = judge_dates(Timetable(starts=(), yearly=(1,)), Plan(finish_by=DECEMBER))

    assert (found.answer, found.missing) == (Answer.NOT_KNOWN, Missing.LENGTH)


def test_of_starts_that_are_too_early_the_last_is_told() -> None:
    table = Timetable(starts=(day("2025-09-01"), day("2026-09-01")))

    (found,) = judge_dates(table, Plan(ready=JANUARY))

    assert found == Finding(check=found.check, answer=Answer.FAILS, first=date(2026, 9, 1), last=date(2026, 9, 1))


@given(DAYS, st.floats(0, 48), st.floats(0, 48))
def test_what_takes_longer_never_ends_earlier(start: date, months: float, more: float) -> None:
    assert last_day(start, months) <= last_day(start, months + more)


@given(DAYS, DAYS, st.floats(0, 48))
def test_what_starts_later_never_ends_earlier(start: date, other: date, months: float) -> None:
    early, late = sorted((start, other))

    assert last_day(early, months) <= last_day(late, months)


def test_a_length_beyond_the_calendar_ends_at_its_end() -> None:
    assert last_day(date(2027, 1, 1), 1e6).year >= 9998


@given(st.lists(DAYS, max_size=3), st.booleans(), st.sets(st.integers(1, 12), max_size=2), st.floats(0, 30), DAYS, DAYS)
def test_a_later_last_day_never_does_worse(
    starts: list[date], is_rolling: bool, yearly: set[int], months: float, one: date, other: date
) -> None:
    table = Timetable(
        starts=tuple((start, start) for start in starts),
        is_rolling=is_rolling or not (starts or yearly),
        yearly=tuple(sorted(yearly)),
        months=(months, months),
    )
    early, late = sorted((one, other))

    found = [worst_of(table, Plan(ready=date(2026, 1, 1), finish_by=day)) for day in (early, late)]

    assert found[1] <= found[0]


@given(st.lists(DAYS, max_size=3), st.booleans(), st.floats(0, 30), DAYS, DAYS)
def test_being_ready_earlier_never_does_worse(
    starts: list[date], is_rolling: bool, months: float, one: date, other: date
) -> None:
    table = Timetable(
        starts=tuple((start, start) for start in starts),
        is_rolling=is_rolling or not starts,
        months=(months, months),
    )
    early, late = sorted((one, other))

    found = [worst_of(table, Plan(ready=day, finish_by=date(2030, 6, 1))) for day in (early, late)]

    assert found[0] <= found[1]


@given(DAYS, st.floats(0, 30))
def test_the_last_day_to_start_is_the_last(finish_by: date, months: float) -> None:
    table = Timetable(starts=(), is_rolling=True, months=(months, months))

    (found,) = judge_dates(table, Plan(finish_by=finish_by))

    assert found.first is not None
    assert last_day(found.first, months) <= finish_by
