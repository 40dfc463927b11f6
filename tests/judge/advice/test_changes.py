"""A change that is named does what it says; a little less does not."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from decision import decide
from decision.judge.advice.changes import find_changes
from decision.judge.advice.weight_change import least_weight
from decision.judge.weights.weights import weigh
from decision.model import Criterion, Kind, MustHave, Rule, Scale, Status
from decision.nouns.advice import Change, Effect, Lever
from tests.judge.build import amount, labelled, unknown
from tests.judge.worlds import (
    COST,
    CREDITS,
    MONTHS,
    RATE,
    TARGET,
    WHEN,
    World,
    any_reaches,
    applied,
    is_open_range,
    is_reached,
    wanting,
    worlds,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from decision.arrays import Floats

PLAIN = replace(COST, must=None)


def changes(world: World) -> list[tuple[int, Change]]:
    """Every change of every program."""
    outcome = world.outcome
    return [(program, change) for program in range(len(outcome.programs)) for change in find_changes(outcome, program)]


@given(worlds())
def test_a_change_brings_what_it_says(world: World) -> None:
    found = changes(world)

    assert all(is_reached(applied(world, program, change, 1.0), program, change.effect) for program, change in found)


@given(worlds(members=(PLAIN, CREDITS, RATE)))
def test_a_change_brings_it_where_nothing_is_a_must_have(world: World) -> None:
    found = changes(world)

    assert all(is_reached(applied(world, program, change, 1.0), program, change.effect) for program, change in found)


@given(worlds())
def test_a_little_less_does_not(world: World) -> None:
    found = [(p, c) for p, c in changes(world) if not isinstance(c.to_value, str)]

    assert not any(is_reached(applied(world, p, change, 1 - 1e-6), p, change.effect) for p, change in found)


@given(worlds())
def test_nothing_on_the_way_does_it(world: World) -> None:
    parts = [step / 20 for step in range(20)]
    found = [(p, c) for p, c in changes(world) if not isinstance(c.to_value, str) and c.what is not Lever.LIMIT]
    stated = [(p, c) for p, c in found if c.what is Lever.WEIGHT or not is_open_range(world.sayings[c.criterion][p])]

    assert not any(any_reaches((applied(world, p, c, x) for x in parts), p, c.effect) for p, c in stated)


def unexplained_weights(world: World) -> Iterator[tuple[int, str, Effect]]:
    """Programs, weights and effects for which no change was found."""
    outcome = world.outcome
    for program in np.flatnonzero(outcome.elimination.status == Status.FITS).tolist():
        named = {(c.criterion, c.effect) for c in find_changes(outcome, program) if c.what is Lever.WEIGHT}
        for name, weight in weigh(world.wanted).items():
            for effect in Effect:
                if weight < 1 and (name, effect) not in named and not is_reached(world, program, effect):
                    yield program, name, effect


@given(worlds(members=(PLAIN, CREDITS, RATE)))
def test_where_no_weight_is_named_none_would_do(world: World) -> None:
    grid = [step / 25 for step in range(1, 25)]

    assert not any(
        any_reaches((world.with_weight(name, weight) for weight in grid), program, effect)
        for program, name, effect in unexplained_weights(world)
    )


@given(worlds())
def test_values_are_possible(world: World) -> None:
    found = [c for _, c in changes(world) if not isinstance(c.to_value, str)]

    assert all(float(c.to_value) >= 0 for c in found if c.criterion in ("cost", "months", "rate"))
    assert all(float(c.to_value) <= 1 for c in found if c.criterion == "rate" or c.what is Lever.WEIGHT)


@given(worlds())
def test_a_program_on_top_needs_no_change(world: World) -> None:
    found = changes(world)

    assert not any(is_reached(world, program, change.effect) for program, change in found)


def test_cheaper_to_the_dollar() -> None:
    world = World(wanting(PLAIN, shortlist=1), {"cost": [amount(3000), amount(4900)]})

    assert find_changes(world.outcome, 1) == tuple(
        Change(what=Lever.FACT, criterion="cost", from_value=4900, to_value=3000, effect=effect) for effect in Effect
    )


@pytest.mark.parametrize(("cell", "first"), [("3010", "A"), ("2990", "B")])
def test_the_table_agrees(cell: str, first: str) -> None:
    criteria = {"criteria": [{"name": "cost", "kind": "money", "column": "cost", "worst": "8000", "best": "0"}]}
    found = find_changes(decide(b"program,cost\nA,3000\nB,4900\n", criteria).outcome, 1)

    after = decide(f"program,cost\nA,3000\nB,{cell}\n".encode(), criteria).outcome

    assert found[0].to_value == 3000
    assert after.name(int(after.ranking.order[0])) == first


def test_a_higher_limit_lets_it_in_but_others_come_in_with_it() -> None:
    sayings = {"cost": [amount(6500), amount(6200)], "rate": [amount(0.9), amount(0.5)]}
    world = World(wanting(RATE, COST, shortlist=1), sayings)

    assert [c.to_value for c in find_changes(world.outcome, 0) if c.what is Lever.LIMIT] == [6500, 6500]
    assert [c.to_value for c in find_changes(world.outcome, 1) if c.what is Lever.LIMIT] == [6200, 6200]


def test_a_limit_that_lets_a_better_one_in_too_does_not_bring_the_first_place() -> None:
    sayings = {"cost": [amount(6500), amount(6200)], "rate": [amount(0.5), amount(0.9)]}
    world = World(wanting(RATE, COST, shortlist=2), sayings)

    found = [(c.effect, c.to_value) for c in find_changes(world.outcome, 0) if c.what is Lever.LIMIT]

    assert found == [(Effect.SHORTLIST, 6500)]


def test_a_lower_limit_may_be_what_is_in_the_way() -> None:
    low = replace(TARGET, must=MustHave(rule=Rule.BETWEEN, low=16.0, high=30.0))
    world = World(wanting(low, shortlist=1), {"credits": [amount(15)]})

    found = [(c.what, c.from_value, c.to_value) for c in find_changes(world.outcome, 0) if c.effect is Effect.FIRST]

    assert found == [(Lever.FACT, 15, 16), (Lever.LIMIT, 16, 15)]


def test_a_weight_at_which_two_are_level() -> None:
    sayings = {"cost": [amount(0), amount(8000)], "rate": [amount(0.4), amount(0.9)]}
    world = World(wanting(PLAIN, RATE, shortlist=1), sayings)

    found = [c for c in find_changes(world.outcome, 1) if c.what is Lever.WEIGHT and c.effect is Effect.FIRST]

    assert [(c.criterion, c.from_value) for c in found] == [("cost", 0.75), ("rate", 0.25)]
    assert [c.to_value for c in found] == pytest.approx([0.5, 0.5])


def test_a_criterion_that_weighs_nothing_may_be_raised() -> None:
    sayings = {"cost": [amount(0), amount(4000)], "rate": [amount(0.4), amount(0.9)]}
    world = World(wanting(PLAIN, RATE, shortlist=1, points={"cost": 1, "rate": 0}), sayings)

    found = [c for c in find_changes(world.outcome, 1) if c.what is Lever.WEIGHT and c.criterion == "rate"]

    assert [c.to_value for c in found] == pytest.approx([1 / 3, 1 / 3])


def test_another_label_is_named_beside_what_is_offered() -> None:
    world = World(wanting(WHEN, shortlist=1), {"when": [labelled("evening"), labelled("day", "by post")]})

    assert find_changes(world.outcome, 1)[0] == Change(
        what=Lever.FACT, criterion="when", from_value="by post; day", to_value="evening", effect=Effect.FIRST
    )


def test_no_becomes_yes() -> None:
    aid = Criterion(
        name="aid",
        kind=Kind.YES_NO,
        must=MustHave(rule=Rule.IS, labels=("yes",)),
        scale=Scale(shares={"yes": 1.0, "no": 0.0}),
    )
    world = World(wanting(aid, shortlist=1), {"aid": [labelled("no")]})

    assert [(c.from_value, c.to_value) for c in find_changes(world.outcome, 0)] == [("no", "yes")] * 2


@pytest.mark.parametrize("saying", [unknown(), amount(5000, 7000)])
def test_what_must_be_asked_is_a_question_not_a_change(saying: object) -> None:
    world = World(wanting(COST), {"cost": [saying]})  # type: ignore[list-item]

    assert find_changes(world.outcome, 0) == ()


def test_no_price_is_below_nothing() -> None:
    """Free would not be enough: the other is free and better at everything else."""
    sayings = {"cost": [amount(0), amount(1000)], "rate": [amount(0.9), amount(0.5)]}
    world = World(wanting(PLAIN, RATE, shortlist=1), sayings)

    assert [c for c in find_changes(world.outcome, 1) if c.criterion == "cost"] == []


def rates(passed: int) -> str:
    """Three classes; the second passes so many of 50."""
    return f"program,passed,took\nA,45,50\nB,{passed},50\nC,1,1\n"


PASSING = {
    "name": "rate",
    "kind": "share",
    "column": "rate",
    "passed": "passed",
    "took": "took",
    "base_rate": "60%",
    "base_takers": "20",
    "worst": "40%",
    "best": "100%",
}


def test_a_counted_rate_changes_with_the_same_takers() -> None:
    found = find_changes(decide(rates(30).encode(), {"criteria": [PASSING], "shortlist": "1"}).outcome, 1)

    assert [c.from_value for c in found] == [0.6, 0.6]
    assert [c.to_value for c in found] == pytest.approx([0.9, 0.9])


def test_a_single_taker_can_never_reach_a_large_class() -> None:
    found = find_changes(decide(rates(30).encode(), {"criteria": [PASSING], "shortlist": "1"}).outcome, 2)

    assert found == ()


def test_a_bare_rate_is_a_question_of_how_many() -> None:
    table = b"program,rate,passed,took\nA,,45,50\nB,70%,,\n"

    found = find_changes(decide(table, {"criteria": [PASSING], "shortlist": "1"}).outcome, 1)

    assert found == ()


def test_months_without_points_must_only_meet_their_limit() -> None:
    world = World(wanting(MONTHS, shortlist=1), {"months": [amount(15, 18)]})

    assert [(c.what, c.from_value, c.to_value) for c in find_changes(world.outcome, 0)][:2] == [
        (Lever.FACT, 18, 12),
        (Lever.LIMIT, 12, 18),
    ]


@given(
    st.lists(st.tuples(st.integers(0, 8), st.integers(0, 8)), min_size=2, max_size=7),
    st.integers(0, 9),
    st.integers(1, 3),
)
def test_the_least_weight_is_the_nearest_of_all_crossings(
    pairs: list[tuple[int, int]], tenths: int, places: int
) -> None:
    shares, rest = (np.array(column) / 8 for column in zip(*pairs, strict=True))
    weight = tenths / 10

    assume(standing_above(weight, shares, rest) >= places)

    found = least_weight(weight, shares, rest, 0, places)

    assert found == by_hand(weight, shares, rest, places)


def standing_above(weight: float, shares: Floats, rest: Floats) -> int:
    """How many stand above the first of them at a weight."""
    total = weight * shares + (1 - weight) * rest
    return int((total > total[0] + 1e-9).sum())


def by_hand(weight: float, shares: Floats, rest: Floats, places: int) -> object:
    """Look at every crossing; the nearest that will do."""
    slopes = [(rest[0] - rest[i], shares[i] - shares[0]) for i in range(1, len(shares))]
    crossings = [a / (a + b) for a, b in slopes if not math.isclose(a + b, 0, abs_tol=1e-12)]
    enough = [x for x in crossings if 1e-9 < x < 1 - 1e-9 and standing_above(x, shares, rest) < places]
    return pytest.approx(min(enough, key=lambda x: abs(x - weight))) if enough else None


def test_level_only_when_nothing_else_counts_is_no_first_place() -> None:
    assert least_weight(0.2, np.array([1.0, 1.0]), np.array([1.0, 0.0]), 1, 1) is None
