"""Questions that only count together: their chances against trying every pair of answers."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from decision.judge.advice.questions import find_questions
from decision.judge.advice.sums import chance_to_reach
from decision.model import Criterion, MustHave, Rule
from decision.nouns.advice import Settling, Together
from tests.judge.build import amount, labelled, unknown
from tests.judge.worlds import COST, MONTHS, RATE, WHEN, World, wanting, worlds

RATE_NEEDED = replace(RATE, must=MustHave(rule=Rule.AT_LEAST, low=0.6))
WIDTHS = st.lists(st.tuples(st.floats(0, 60), st.floats(0.01, 40)), min_size=1, max_size=3)


def together(*criteria: Criterion, world: World | None = None, shortlist: int = 1) -> tuple[Together, ...]:
    """What is to be asked together of one program that states nothing."""
    world = world or World(wanting(*criteria, shortlist=shortlist), {c.name: [unknown()] for c in criteria})
    return find_questions(world.outcome).together


def test_two_unanswered_must_haves_are_asked_together_where_each_alone_changes_nothing() -> None:
    world = World(wanting(COST, RATE_NEEDED, shortlist=1), {"cost": [unknown()], "rate": [unknown()]})

    found = find_questions(world.outcome)

    # Three quarters of the points of cost lie within the limit, and 0.6 of those of the rate at or above 60 %.
    assert found.questions == ()
    (both,) = found.together
    assert (both.row, both.criteria) == (2, ("cost", "rate"))
    assert (both.all_met, both.changes_first, both.changes_shortlist) == pytest.approx((0.45, 0.45, 0.45))


def test_the_score_must_also_come_to_that_of_the_best_that_fits() -> None:
    wanted = wanting(COST, RATE_NEEDED, shortlist=1)
    world = World(wanted, {"cost": [amount(2000), unknown()], "rate": [amount(0.8), unknown()]})

    found = together(world=world)

    weights = world.outcome.points.weights
    first = weights["cost"] * 0.75 + weights["rate"] * 0.8
    pairs = product((np.arange(2000) + 0.5) / 2000, repeat=2)
    hits = [weights["cost"] * a + weights["rate"] * b >= first and a >= 0.25 and b >= 0.4 for a, b in pairs]
    assert found[0].changes_first == pytest.approx(np.mean(hits), abs=1e-3)


def test_one_unanswered_must_have_is_asked_by_itself() -> None:
    assert together(COST) == ()


def test_must_haves_without_points_are_even_chances() -> None:
    months, when = MONTHS, replace(WHEN, scale=None)

    assert [found.all_met for found in together(months, when)] == [0.25]


def test_the_most_likely_to_change_the_first_place_stands_first() -> None:
    wanted = wanting(COST, RATE_NEEDED, MONTHS)
    facts = {
        "cost": [unknown(), amount(1000), unknown()],
        "rate": [unknown(), unknown(), unknown()],
        "months": [unknown(), unknown(), amount(6)],
    }

    assert [found.row for found in together(world=World(wanted, facts))] == [4, 3, 2]


@given(worlds(members=(COST, RATE_NEEDED, MONTHS, WHEN)))
def test_chances_are_shares_and_the_shortlist_is_no_harder_than_the_first_place(world: World) -> None:
    found = together(world=world)

    assert all(
        0 <= one.changes_first <= one.changes_shortlist + 1e-9 <= one.all_met + 2e-9 <= 1 + 3e-9 for one in found
    )


@given(worlds(members=(COST, RATE_NEEDED, MONTHS, WHEN)))
def test_every_program_that_leaves_several_must_haves_open_is_named_once(world: World) -> None:
    elimination = world.outcome.elimination
    several = ((elimination.verdicts == 1).sum(axis=0) > 1) & (elimination.status == 1)

    assert sorted(one.row for one in together(world=world)) == world.outcome.programs.rows[several].tolist()


def test_few_questions_settle_most() -> None:
    wanted = wanting(COST, RATE_NEEDED, MONTHS)
    facts = {
        "cost": [unknown(), unknown(), unknown(), amount(3000)],
        "rate": [unknown(), unknown(), amount(0.9), unknown()],
        "months": [amount(9), amount(9), amount(9), unknown()],
    }

    settling = find_questions(World(wanted, facts).outcome).settling

    assert settling == Settling(criteria=("cost", "rate"), settles=3, of=4)


def test_where_few_do_not_settle_most_none_are_named() -> None:
    four = (COST, RATE_NEEDED, MONTHS, replace(WHEN, scale=None))

    assert find_questions(World(wanting(*four), {c.name: [unknown()] for c in four}).outcome).settling is None


def test_nobody_to_ask_leaves_nothing_to_settle() -> None:
    world = World(wanting(WHEN), {"when": [labelled("evening")]})

    assert find_questions(world.outcome).settling is None


@given(WIDTHS, st.floats(-10, 250))
def test_the_chance_of_a_sum_agrees_with_counting(stretches: list[tuple[float, float]], bar: float) -> None:
    """Against a fine grid of equally likely values of each."""
    ends = [(start, start + width) for start, width in stretches]
    steps = {1: 20_000, 2: 400, 3: 60}[len(ends)]
    grids = np.meshgrid(*(start + (np.arange(steps) + 0.5) / steps * (end - start) for start, end in ends))

    counted = float((np.sum(grids, axis=0) >= bar).mean())

    assert chance_to_reach(ends, np.array([bar]))[0] == pytest.approx(counted, abs=2.5 / steps)
