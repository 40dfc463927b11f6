"""On one side of a break-even the result changes, on the other it does not."""

from __future__ import annotations

import itertools
import math
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from decision.judge.advice.break_even import Need, break_even, edges
from decision.judge.advice.label_answers import label_answers
from decision.judge.advice.questions import find_questions
from decision.model import Criterion, Kind, MustHave, Rule, Scale, WhenUnknown
from tests.judge.build import amount, fact, labelled, unknown
from tests.judge.worlds import COST, CREDITS, FIRST_ROW, MONTHS, RATE, TARGET, WHEN, World, firsts, shortlisted, worlds

if TYPE_CHECKING:
    from decision.nouns.advice import Question

ANY = Need(share=-math.inf)
BESIDE = 1e-6


def does_turn(world: World, question: Question, value: float, *, is_first: bool) -> bool:
    """Whether the result changes on one side of a value and not on the other, or only at the peak of the scale."""
    tops, scale = firsts if is_first else shortlisted, world.wanted[question.criterion].scale
    before, program = tops(world.outcome), question.row - FIRST_ROW
    step = BESIDE * max(1.0, abs(value))
    below, there, above = (
        tops(world.told(program, question.criterion, amount(value + side)).outcome) != before
        for side in (-step, 0.0, step)
    )
    is_peak = scale is not None and math.isclose(at(scale, value), scale.best, abs_tol=1e-9)
    return below != above or (there and not below and is_peak)


def numeric_breaks(world: World) -> list[tuple[Question, float, bool]]:
    """Every numeric break-even inside what the fact can be; the ends of a stated range are no turning points."""
    found = []
    for question in find_questions(world.outcome).questions:
        saying = world.sayings[question.criterion][question.row - FIRST_ROW]
        pair = ((question.break_even_first, True), (question.break_even_shortlist, False))
        found += [
            (question, value, is_first)
            for value, is_first in pair
            if isinstance(value, float) and value not in (saying.low, saying.high)
        ]
    return found


@given(worlds())
def test_the_result_turns_at_the_break_even(world: World) -> None:
    found = numeric_breaks(world)

    assert all(does_turn(world, question, value, is_first=is_first) for question, value, is_first in found)


def least_favourable(world: World, question: Question, value: float, *, is_first: bool) -> bool:
    """Whether no other value of a grid does it with fewer points."""
    tops = firsts if is_first else shortlisted
    before, scale = tops(world.outcome), world.wanted[question.criterion].scale
    program, saying = question.row - FIRST_ROW, world.sayings[question.criterion][question.row - FIRST_ROW]
    top = {"cost": 10_000.0, "credits": 50.0, "rate": 1.0, "months": 20.0}[question.criterion]
    low, high = (0.0, top) if math.isnan(saying.high) else (saying.low, saying.high)
    grid = [low + (high - low) * step / 60 for step in range(61)]
    worse = [v for v in grid if scale and at(scale, v) < at(scale, value) - 1e-9]
    return all(tops(world.told(program, question.criterion, amount(v)).outcome) == before for v in worse)


def at(scale: Scale, value: float) -> float:
    """The share of a value, by hand."""
    knots = scale.knots
    if value <= knots[0][0]:
        return knots[0][1]
    for (x0, y0), (x1, y1) in itertools.pairwise(knots):
        if value <= x1:
            return y0 + (y1 - y0) * (value - x0) / (x1 - x0)
    return knots[-1][1]


@given(worlds(members=(COST, TARGET, RATE, CREDITS)))
def test_no_less_favourable_value_does_it(world: World) -> None:
    found = numeric_breaks(world)

    assert all(least_favourable(world, question, value, is_first=is_first) for question, value, is_first in found)


@given(worlds())
def test_an_answer_that_can_change_it_has_a_break_even(world: World) -> None:
    found = find_questions(world.outcome).questions

    assert all(q.break_even_first is not None for q in found if q.changes_first and q.criterion != "when")
    assert all(q.break_even_first is None for q in found if not q.changes_first and q.gain)


@pytest.mark.parametrize(
    ("criterion", "need", "value"),
    [
        (COST, Need(share=0.5), 4000.0),
        (COST, ANY, 6000.0),
        (COST, Need(share=0.1), 6000.0),
        (COST, Need(share=1.0), 0.0),
        (COST, Need(share=1.01), None),
        (COST, Need(share=math.inf), None),
        (RATE, Need(share=0.5), 0.65),
        (RATE, Need(share=0.0, is_strict=True), 0.4),
        (RATE, Need(share=1.0, is_strict=True), None),
        (TARGET, ANY, 12.0),
        (TARGET, Need(share=0.5), 30.0),
        (TARGET, Need(share=0.75), 25.0),
        (TARGET, Need(share=1.0), 20.0),
        (MONTHS, ANY, 12.0),
        (replace(MONTHS, must=MustHave(rule=Rule.AT_LEAST, low=6.0)), ANY, 6.0),
        (replace(MONTHS, must=MustHave(rule=Rule.BETWEEN, low=6.0, high=9.0)), ANY, 9.0),
        (replace(TARGET, must=MustHave(rule=Rule.AT_LEAST, low=50.0)), Need(share=0.0), 50.0),
        (replace(COST, must=MustHave(rule=Rule.BETWEEN, low=100.0, high=100.0)), ANY, 100.0),
        (replace(COST, unknown=WhenUnknown(low=1000.0, high=1000.0, assumed=True)), ANY, 1000.0),
        (replace(COST, unknown=WhenUnknown(low=2000.0, high=3000.0)), ANY, 3000.0),
        (Criterion(name="size", kind=Kind.NUMBER, scale=Scale(knots=((0.0, 0.0), (1.0, 1.0)))), ANY, None),
    ],
)
def test_the_least_favourable_value(criterion: Criterion, need: Need, value: float | None) -> None:
    found = break_even(criterion, fact(unknown()), 0, need)

    assert found == (value if value is None else pytest.approx(value))


def test_both_ends_of_a_target_are_edges() -> None:
    found = edges(CREDITS, -math.inf, math.inf, Need(share=0.5))

    assert [edge.value for edge in found] == [15, 30]


def test_nothing_is_an_edge_where_every_value_does_it() -> None:
    bare = Criterion(name="size", kind=Kind.NUMBER)

    assert edges(bare, -math.inf, math.inf, ANY) == []
    assert break_even(bare, fact(unknown()), 0, ANY) is None


@given(st.floats(0.01, 0.99))
def test_a_peak_is_reached_from_both_sides(share: float) -> None:
    found = [edge.value for edge in edges(CREDITS, -math.inf, math.inf, Need(share=share))]

    assert found == pytest.approx([10 + 10 * share, 40 - 20 * share])


@pytest.mark.parametrize(
    ("need", "label"),
    [(ANY, "weekend"), (Need(share=0.75), "evening"), (Need(share=1.5), None)],
)
def test_the_least_favourable_label(need: Need, label: str | None) -> None:
    assert break_even(WHEN, fact(unknown()), 0, need) == label


def test_a_label_that_the_criteria_do_not_name_has_no_name() -> None:
    other = replace(WHEN, must=MustHave(rule=Rule.NONE_OF, labels=("evening", "day")))

    assert break_even(other, fact(unknown()), 0, ANY) is None


@pytest.mark.parametrize(
    ("must", "label"),
    [
        (MustHave(rule=Rule.ALL_OF, labels=("evening", "weekend")), "evening; weekend"),
        (MustHave(rule=Rule.ANY_OF, labels=("evening", "weekend")), "evening"),
        (MustHave(rule=Rule.AVAILABLE, labels=("Mon-Fri 17:30-20:00",)), "Mon-Fri 17:30-20:00"),
    ],
)
def test_a_must_have_alone_names_its_own_labels(must: MustHave, label: str) -> None:
    when = Criterion(name="when", kind=Kind.SCHEDULE, must=must)

    assert break_even(when, fact(unknown()), 0, ANY) == label


def test_hours_left_open_are_asked_for_beside_what_is_stated() -> None:
    when = Criterion(
        name="when", kind=Kind.SCHEDULE, must=MustHave(rule=Rule.AVAILABLE, labels=("Mon-Fri 17:30-20:00",))
    )

    answers = label_answers(when, frozenset({"evening"}))

    assert [(answer.label, answer.passes, answer.chance) for answer in answers] == [
        ("Mon-Fri 17:30-20:00", True, 0.5),
        (None, False, 0),
    ]
    assert break_even(when, fact(labelled("evening")), 0, ANY) == "Mon-Fri 17:30-20:00"


def test_yes_or_no_has_no_third_answer() -> None:
    job_help = Criterion(name="job help", kind=Kind.YES_NO, scale=Scale(shares={"yes": 1.0}))

    assert [(a.label, a.share, a.chance) for a in label_answers(job_help)] == [("yes", 1, 0.5), ("no", 0, 0.5)]


@pytest.mark.parametrize("scale", [None, Scale(shares={"CPC": 1.0, "CCA": 0.5})])
def test_labels_that_the_user_calls_plausible_are_the_only_ones(scale: Scale | None) -> None:
    exam = Criterion(
        name="exam",
        kind=Kind.CATEGORY,
        must=MustHave(rule=Rule.ANY_OF, labels=("CPC",)),
        scale=scale,
        unknown=WhenUnknown(labels=("CPC", "CCA")),
    )

    assert [(a.label, a.passes, a.chance) for a in label_answers(exam)] == [("CPC", True, 0.5), ("CCA", False, 0.5)]
