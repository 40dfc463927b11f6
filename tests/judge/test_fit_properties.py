"""What must hold of a true schedule, whatever the classes and the hours that are free."""

from __future__ import annotations

import math
from dataclasses import replace
from datetime import date

from hypothesis import assume, given
from hypothesis import strategies as st

from decision.judge.fit import find
from decision.model import Criterion, Kind, MustHave, Rule
from decision.nouns.blocks import is_covered, parse_block
from decision.nouns.plans import Answer, Plan, Timetable, worst
from tests.judge.minutes import Span, is_free_throughout, spans, spelled

DELIVERIES = st.sampled_from([frozenset(), frozenset({"in person"}), frozenset({"online", "online live"})])
HOURS = st.sampled_from([(0.0, 0.0), (40.0, 40.0), (math.nan, math.nan)])
DAYS = st.dates(date(2026, 9, 1), date(2027, 12, 31))


@st.composite
def tables(draw: st.DrawFn) -> Timetable:
    """What a file may say."""
    weekly = draw(st.sampled_from([math.nan, 3.0, 8.0, 12.0]))
    months = draw(st.sampled_from([math.nan, 4.0, 9.0, 18.0]))
    start = draw(st.none() | DAYS)
    return Timetable(
        delivery=draw(DELIVERIES),
        is_delivery_read=True,
        block_hours=draw(st.none() | HOURS),
        block_labels=draw(st.sampled_from([frozenset(), frozenset({"day"}), frozenset({"weekend"})])),
        weekly=(weekly, weekly),
        starts=None if start is None else ((start, start),),
        months=(months, months),
        prerequisites=draw(st.sampled_from(["", "a diploma"])),
    )


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    """What a user may say."""
    return Plan(
        travel=draw(st.integers(0, 90)),
        hours_free=draw(st.sampled_from([math.nan, 10.0, 25.0, 40.0])),
        ready=draw(st.none() | DAYS),
        finish_by=draw(st.none() | DAYS),
    )


def asked(free: list[Span], plan: Plan, *, reverse: bool = False) -> Criterion:
    """A must-have of free hours."""
    labels = tuple(spelled(span) for span in free)
    must = MustHave(rule=Rule.AVAILABLE, labels=labels[::-1] if reverse else labels)
    return Criterion(name="schedule", kind=Kind.SCHEDULE, must=must, plan=plan)


def answer(classes: list[Span], free: list[Span], plan: Plan, table: Timetable) -> Answer:
    """The worst answer; a class is one session of its own."""
    labels = frozenset(str(parse_block(spelled(span))) for span in classes)
    return worst(find(asked(free, plan), labels, table))


ONE_OR_TWO = st.lists(spans(), min_size=1, max_size=2)


@given(spans(), st.lists(spans(), max_size=4), st.integers(0, 120))
def test_a_session_fits_when_every_minute_of_it_and_of_the_way_is_free(
    session: Span, free: list[Span], travel: int
) -> None:
    block = parse_block(spelled(session))
    blocks = [found for span in free if (found := parse_block(spelled(span))) is not None]

    assert block is not None
    assert is_covered(block, blocks, travel=travel) == is_free_throughout(session, free, travel)


@given(spans(), st.lists(spans(), min_size=1, max_size=4), st.integers(0, 120))
def test_one_session_on_site_is_judged_as_minute_by_minute(session: Span, free: list[Span], travel: int) -> None:
    on_site = Timetable(delivery=frozenset({"in person"}), is_delivery_read=True)
    assume(session[1:] != (0, 1440))

    found = answer([session], free, Plan(travel=travel), on_site)

    assert found is (Answer.FITS if is_free_throughout(session, free, travel) else Answer.FAILS)


@given(ONE_OR_TWO, ONE_OR_TWO, spans(), plans(), tables())
def test_more_free_time_never_does_worse(
    classes: list[Span], free: list[Span], more: Span, plan: Plan, table: Timetable
) -> None:
    assert answer(classes, [*free, more], plan, table) <= answer(classes, free, plan, table)


@given(ONE_OR_TWO, ONE_OR_TWO, plans(), tables(), st.integers(1, 60))
def test_more_travel_never_does_better(
    classes: list[Span], free: list[Span], plan: Plan, table: Timetable, more: int
) -> None:
    farther = replace(plan, travel=plan.travel + more)

    assert answer(classes, free, farther, table) >= answer(classes, free, plan, table)


@given(ONE_OR_TWO, ONE_OR_TWO, plans(), tables(), st.floats(0, 30))
def test_more_hours_a_week_never_do_worse(
    classes: list[Span], free: list[Span], plan: Plan, table: Timetable, more: float
) -> None:
    freer = replace(plan, hours_free=plan.hours_free + more)

    assert answer(classes, free, freer, table) <= answer(classes, free, plan, table)


@given(ONE_OR_TWO, ONE_OR_TWO, plans(), tables())
def test_the_worst_check_wins(classes: list[Span], free: list[Span], plan: Plan, table: Timetable) -> None:
    labels = frozenset(str(parse_block(spelled(span))) for span in classes)

    found = find(asked(free, plan), labels, table)

    assert worst(found) == max(of.answer for of in found)


@given(ONE_OR_TWO, ONE_OR_TWO, plans(), tables())
def test_the_order_of_free_hours_never_matters(
    classes: list[Span], free: list[Span], plan: Plan, table: Timetable
) -> None:
    labels = frozenset(str(parse_block(spelled(span))) for span in classes)

    found = find(asked(free, plan), labels, table)

    assert repr(found) == repr(find(asked(free, plan, reverse=True), labels, table))


SILENT: tuple[dict[str, object], ...] = (
    {"delivery": frozenset()},
    {"block_hours": (math.nan, math.nan), "block_labels": frozenset()},
    {"weekly": (math.nan, math.nan)},
    {"starts": None},
    {"months": (math.nan, math.nan)},
)


@given(ONE_OR_TWO, ONE_OR_TWO, plans(), tables(), st.sampled_from(SILENT))
def test_silence_about_anything_never_does_better(
    classes: list[Span], free: list[Span], plan: Plan, table: Timetable, silence: dict[str, object]
) -> None:
    stated = replace(table, block_hours=table.block_hours or (0.0, 0.0), prerequisites="")
    before = answer(classes, free, plan, stated)

    after = answer(classes, free, plan, replace(stated, **silence))  # type: ignore[arg-type]

    assert after >= min(before, Answer.NOT_KNOWN)


@given(ONE_OR_TWO, plans(), tables())
def test_silence_about_when_classes_meet_never_does_better(free: list[Span], plan: Plan, table: Timetable) -> None:
    silent = find(asked(free, plan), frozenset(), replace(table, is_known=False))

    assert worst(silent) >= Answer.NOT_KNOWN
