"""A rounded change still does what it says, one step less does not, and it can be typed as it is said."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given

from decision import decide
from decision.judge.advice.changes import find_changes
from decision.judge.advice.rounded import does, rounded
from decision.nouns.advice import Change, Effect, Lever
from tests.judge.build import amount
from tests.judge.worlds import COST, CREDITS, RATE, World, applied, is_reached, wanting, worlds

PLAIN = replace(COST, must=None)


def said(world: World) -> list[tuple[int, Change, Change]]:
    """Every change in numbers, exact and rounded."""
    outcome = world.outcome
    return [
        (program, exact, coarse)
        for program in range(len(outcome.programs))
        for changes in [find_changes(outcome, program)]
        for exact, coarse in zip(changes, rounded(outcome, program, changes), strict=True)
        if not isinstance(coarse.to_value, str)
    ]


@given(worlds())
def test_a_rounded_change_brings_what_it_says(world: World) -> None:
    changed = [(p, coarse) for p, exact, coarse in said(world) if coarse != exact]

    assert all(is_reached(applied(world, program, change, 1.0), program, change.effect) for program, change in changed)


@given(worlds())
def test_it_is_tried_as_the_whole_procedure_would(world: World) -> None:
    tried = [(p, coarse) for p, _, coarse in said(world)]
    outcome = world.outcome

    assert all(does(outcome, p, c) == is_reached(applied(world, p, c, 1.0), p, c.effect) for p, c in tried)


@given(worlds())
def test_it_never_goes_less_far(world: World) -> None:
    found = [[float(c.to_value) - float(exact.from_value) for c in (exact, coarse)] for _, exact, coarse in said(world)]

    assert all(abs(coarse) >= abs(exact) - 1e-6 for exact, coarse in found)


STEPS = {"cost": 1.0, "credits": 0.01, "months": 0.1, "rate": 0.001, "when": 1.0}


def one_step_less(change: Change) -> Change:
    """The same change, a step nearer to what is now."""
    step = 0.01 if change.what is Lever.WEIGHT else STEPS[change.criterion]
    back = step if float(change.to_value) < float(change.from_value) else -step
    return replace(change, to_value=float(change.to_value) + back)


@given(worlds())
def test_one_step_less_does_not_do_it(world: World) -> None:
    found = [(p, coarse) for p, exact, coarse in said(world) if exact.what is not Lever.LIMIT]
    nearer = [(p, c, one_step_less(c)) for p, c in found]
    between = [
        (p, less)
        for p, c, less in nearer
        if abs(float(c.to_value) - float(c.from_value)) > abs(float(less.to_value) - float(c.from_value))
    ]

    assert not any(is_reached(applied(world, p, less, 1.0), p, less.effect) for p, less in between)


def test_dollars_are_whole_and_weights_are_whole_percents() -> None:
    sayings = {"cost": [amount(3333.34), amount(5000)], "rate": [amount(0.5), amount(0.6)]}
    world = World(wanting(PLAIN, RATE, shortlist=1), sayings)

    found = rounded(world.outcome, 1, find_changes(world.outcome, 1))

    assert [(c.criterion, c.what, c.to_value) for c in found if c.effect is Effect.FIRST] == [
        ("cost", Lever.FACT, 3866),
        ("rate", Lever.FACT, 0.813),
        ("cost", Lever.WEIGHT, 0.48),
        ("rate", Lever.WEIGHT, 0.52),
    ]


def test_a_label_stays_as_it_is() -> None:
    change = Change(what=Lever.FACT, criterion="when", from_value="day", to_value="evening", effect=Effect.FIRST)
    world = World(wanting(COST), {"cost": [amount(1)]})

    assert rounded(world.outcome, 0, [change]) == (change,)


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


@pytest.mark.parametrize(("passed", "first"), [(43, "A"), (44, "B")])
def test_a_counted_rate_is_rounded_to_whole_people(passed: int, first: str) -> None:
    criteria = {"criteria": [PASSING], "shortlist": "1"}
    outcome = decide(b"program,passed,took\nA,90,109\nB,30,50\n", criteria).outcome

    change = rounded(outcome, 1, find_changes(outcome, 1))[0]
    after = decide(f"program,passed,took\nA,90,109\nB,{passed},50\n".encode(), criteria)

    assert change.to_value == 44 / 50
    assert after.to_dict()["programs"][0]["name"] == first  # type: ignore[index]


def test_a_round_value_stays_as_it_is() -> None:
    sayings = {"credits": [amount(20), amount(15)]}
    world = World(wanting(CREDITS, shortlist=1), sayings)

    found = rounded(world.outcome, 1, find_changes(world.outcome, 1))[0]

    assert found.to_value == 20
