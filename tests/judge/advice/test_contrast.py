"""Reasons are parts of the difference of two scores, and add up to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given

from decision.judge.advice.contrast import contrast
from tests.judge.build import amount, unknown
from tests.judge.worlds import COST, CREDITS, FIRST_ROW, MONTHS, RATE, World, wanting, worlds

if TYPE_CHECKING:
    from decision.nouns.advice import Contrast


def all_pairs(world: World) -> list[Contrast]:
    """Every program against every other and itself."""
    outcome = world.outcome
    numbers = range(len(outcome.programs))
    return [found for a in numbers for b in numbers if (found := contrast(outcome, a, b))]


@given(worlds())
def test_the_parts_add_up(world: World) -> None:
    found = all_pairs(world)

    assert all(sum(d.points for d in c.differences) == pytest.approx(c.gap, abs=1e-9) for c in found)


@given(worlds())
def test_reasons_are_among_the_parts_and_on_the_right_side(world: World) -> None:
    found = all_pairs(world)

    assert all(reason.points > 0 and reason in c.differences for c in found for reason in c.strongest_for)
    assert all(c.strongest_against is None or c.strongest_against.points < 0 for c in found)
    assert all(len(c.strongest_for) <= 2 for c in found)


@given(worlds())
def test_what_speaks_for_one_speaks_against_the_other(world: World) -> None:
    outcome = world.outcome
    last = len(outcome.programs) - 1

    here, there = contrast(outcome, 0, last), contrast(outcome, last, 0)

    assert here is not None
    assert there is not None
    assert [d.points for d in here.differences] == [-d.points for d in there.differences]


THREE = World(
    wanting(COST, RATE, CREDITS),
    {
        "cost": [amount(2000), amount(4000), amount(6000)],
        "rate": [amount(0.4), amount(0.9), amount(0.65)],
        "credits": [amount(20), amount(10), unknown()],
    },
)


def test_two_strongest_for_and_the_strongest_against() -> None:
    found = contrast(THREE.outcome, 0, 1)

    assert found is not None
    assert (found.row, found.against) == (FIRST_ROW, FIRST_ROW + 1)
    assert [d.criterion for d in found.strongest_for] == ["cost", "credits"]
    assert found.strongest_against == found.differences[1]
    assert found.differences[1].points == pytest.approx(-100 * 5 / 18)


@pytest.mark.parametrize(("program", "against"), [(1, 0), (0, 1), (2, 1)])
def test_the_first_is_held_against_the_next_and_all_others_against_the_first(program: int, against: int) -> None:
    found = contrast(THREE.outcome, program)

    assert found is not None
    assert found.against == FIRST_ROW + against


def test_equals_have_no_reasons() -> None:
    world = World(wanting(COST), {"cost": [amount(1000), amount(1000)]})

    found = contrast(world.outcome, 0)

    assert found is not None
    assert (found.strongest_for, found.strongest_against, found.gap) == ((), None, 0)


def test_a_program_that_is_out_is_held_against_the_first() -> None:
    world = World(wanting(COST), {"cost": [amount(9000), amount(1000)]})

    found = contrast(world.outcome, 0)

    assert found is not None
    assert found.against == FIRST_ROW + 1


@pytest.mark.parametrize("costs", [[1000.0], [1000.0, 9000.0]])
def test_one_program_alone_is_held_against_none(costs: list[float]) -> None:
    world = World(wanting(COST), {"cost": [amount(cost) for cost in costs]})

    assert contrast(world.outcome, 0) is None


def test_without_points_nothing_differs() -> None:
    world = World(wanting(MONTHS), {"months": [amount(9), amount(6)]})

    found = contrast(world.outcome, 0)

    assert found is not None
    assert (found.differences, found.gap) == ((), 0)
