"""What to loosen equals trying everything."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from decision import decide
from decision.judge.advice.loosen import limits_for, loosen
from decision.judge.advice.relax import smallest_sets
from decision.model import Criterion, Kind, MustHave, Outcome, Rule, Status, Unknown, Verdict
from decision.nouns.advice import Loosening, NearMiss, Price, RelaxedSet
from tests.judge.build import amount, fact, labelled, unknown
from tests.judge.worlds import COST, FIRST_ROW, MONTHS, RATE, WHEN, World, firsts, wanting, worlds

if TYPE_CHECKING:
    from decision.intake.facts.sayings import Saying

YES = Criterion(name="aid", kind=Kind.YES_NO, column="aid", must=MustHave(rule=Rule.IS, labels=("yes",)))


def of_costs(*costs: Saying, shortlist: int = 1) -> World:
    """A world with a limit of $6,000 and nothing else."""
    return World(wanting(replace(COST, scale=None), shortlist=shortlist), {"cost": costs})


def by_brute_force(patterns: Counter[int], size: int, enough: int) -> set[int]:
    """Try every set of must-haves; keep those that are enough and hold no smaller one that is."""
    if patterns[0] >= enough:
        return set()
    good = {
        union
        for union in range(1 << size)
        if sum(count for pattern, count in patterns.items() if not pattern & ~union) >= enough
    }
    return {union for union in good if not any(other != union and not other & ~union for other in good)}


@pytest.mark.parametrize("seed", range(200))
def test_the_smallest_sets_are_those_of_brute_force(seed: int) -> None:
    draws = np.random.default_rng(seed)
    size, enough = int(draws.integers(1, 9)), int(draws.integers(1, 5))
    is_failed = draws.random((int(draws.integers(1, 30)), size)) < draws.uniform(0.1, 0.9)
    patterns = Counter(int(bits) for bits in is_failed @ (1 << np.arange(size)))

    assert set(smallest_sets(patterns, enough)) == by_brute_force(patterns, size, enough)
    assert set(smallest_sets(patterns, enough, in_a_table=0)) == by_brute_force(patterns, size, enough)


@given(st.dictionaries(st.integers(0, 63), st.integers(1, 3), min_size=1), st.integers(1, 6))
def test_they_are_the_same_in_every_order_of_programs(patterns: dict[int, int], enough: int) -> None:
    turned = dict(reversed(patterns.items()))

    assert smallest_sets(patterns, enough) == smallest_sets(turned, enough)
    assert set(smallest_sets(patterns, enough)) == by_brute_force(Counter(patterns), 6, enough)


def test_many_must_haves_do_not_need_a_table_of_all_sets() -> None:
    patterns = {1 << at: 1 for at in range(70)} | {(1 << 70) - 1: 5}

    assert len(smallest_sets(patterns, 2)) == 70 * 69 // 2


def without(world: World, dropped: tuple[str, ...]) -> Outcome:
    """The same world with must-haves dropped."""
    members = tuple(replace(c, must=None) if c.name in dropped else c for c in world.wanted.criteria)
    return World(replace(world.wanted, criteria=members), world.sayings).outcome


def statuses_without(world: World, dropped: tuple[str, ...]) -> tuple[int, int]:
    """How many fit, and how many are to ask about, with must-haves dropped."""
    status = without(world, dropped).elimination.status
    return int((status == Status.FITS).sum()), int((status == Status.ASK).sum())


def sets_by_dropping(world: World) -> set[tuple[str, ...]]:
    """Every smallest set, by deciding anew without each set of must-haves."""
    names = [criterion.name for criterion in world.wanted.must_haves]
    every = [dropped for size in range(len(names) + 1) for dropped in combinations(names, size)]
    good = [dropped for dropped in every if statuses_without(world, dropped)[0] >= world.wanted.shortlist]
    smallest = {dropped for dropped in good if not any(set(other) < set(dropped) for other in good)}
    return smallest - {()}


@given(worlds())
def test_dropping_a_set_leaves_what_is_said(world: World) -> None:
    found = loosen(world.outcome).sets

    assert {relaxed.drop for relaxed in found} == sets_by_dropping(world)
    assert [(relaxed.fits, relaxed.ask) for relaxed in found] == [statuses_without(world, r.drop) for r in found]


@given(worlds())
def test_the_price_of_each_must_have(world: World) -> None:
    outcome = world.outcome
    failed = outcome.elimination.verdicts == Verdict.FAIL

    prices = loosen(outcome).each

    assert [price.criterion for price in prices] == [criterion.name for criterion in world.wanted.must_haves]
    assert [price.only_loss for price in prices] == [int((row & (failed.sum(axis=0) == 1)).sum()) for row in failed]


def fits_at(world: World, price: Price, part: float) -> bool:
    """Whether the named program fits when the limit is moved part of the way."""
    must = world.wanted[price.criterion].must
    assert must is not None
    assert price.regains_limit is not None
    assert price.regains_row is not None
    before = must.high if price.regains_limit > must.high else must.low
    moved = world.with_limit(price.criterion, before, before + part * (price.regains_limit - before))
    return bool(moved.outcome.elimination.status[price.regains_row - FIRST_ROW] == Status.FITS)


@given(worlds())
def test_the_limit_that_regains_a_program_is_the_nearest(world: World) -> None:
    regained = [price for price in loosen(world.outcome).each if price.regains_row is not None]

    assert [(fits_at(world, price, 1), fits_at(world, price, 1 - 1e-6)) for price in regained] == [(True, False)] * len(
        regained
    )


def kept(world: World, count: int) -> list[str]:
    """The preferred must-haves among the first so many, by deciding anew."""
    if not count:
        return []
    before, name = kept(world, count - 1), world.wanted.must_haves[count - 1].name
    dropped = tuple(c.name for c in world.wanted.must_haves if c.name not in (*before, name))
    return [*before, name] if statuses_without(world, dropped)[0] >= world.wanted.shortlist else before


@given(worlds())
def test_the_preferred_way_keeps_the_greatest_concerns_it_can(world: World) -> None:
    names = [criterion.name for criterion in world.wanted.must_haves]

    assert loosen(world.outcome).preferred == tuple(n for n in names if n not in kept(world, len(names)))


def test_when_enough_fit_nothing_needs_loosening() -> None:
    assert loosen(of_costs(amount(1), amount(9000)).outcome) == Loosening(
        sets=(),
        each=(Price(criterion="cost", only_loss=1, regains_limit=9000, regains_row=3),),
        near_misses=(),
        preferred=(),
    )


def test_when_none_fits_the_limit_is_given_up() -> None:
    assert loosen(of_costs(amount(7000), amount(6500, 6800), unknown()).outcome) == Loosening(
        sets=(RelaxedSet(drop=("cost",), fits=3, ask=0),),
        each=(Price(criterion="cost", only_loss=2, regains_limit=6800, regains_row=3),),
        near_misses=(NearMiss(row=3, criterion="cost", margin=500),),
        preferred=("cost",),
    )


def test_more_than_there_are_programs_can_never_fit() -> None:
    found = loosen(of_costs(amount(7000), shortlist=2).outcome)

    assert (found.sets, found.preferred) == ((), ("cost",))


def test_without_must_haves_there_is_nothing_to_loosen() -> None:
    world = World(wanting(RATE), {"rate": [amount(0.5)]})

    assert loosen(world.outcome) == Loosening(sets=(), each=(), near_misses=(), preferred=())


def test_the_fewest_come_first_and_then_those_that_spare_the_greater_concerns() -> None:
    sayings = {
        "cost": [amount(9000), amount(1), amount(1)],
        "months": [amount(1), amount(20), amount(20)],
        "when": [labelled("evening"), labelled("evening"), labelled("day")],
    }
    world = World(wanting(COST, MONTHS, WHEN, shortlist=1), sayings)

    assert [relaxed.drop for relaxed in loosen(world.outcome).sets] == [("months",), ("cost",)]


def test_a_program_left_to_ask_about_is_counted_apart() -> None:
    sayings = {"cost": [amount(9000), amount(9000)], "months": [amount(1), unknown()]}
    world = World(wanting(COST, MONTHS, shortlist=1), sayings)

    assert loosen(world.outcome).sets == (RelaxedSet(drop=("cost",), fits=1, ask=1),)


def test_a_label_regains_nothing_by_number() -> None:
    world = World(wanting(YES, shortlist=1), {"aid": [labelled("no")]})

    assert loosen(world.outcome).each == (Price(criterion="aid", only_loss=1, regains_limit=None, regains_row=None),)


def test_only_a_program_that_would_then_fit_is_regained() -> None:
    sayings = {"cost": [amount(6100), amount(6900)], "months": [unknown(), amount(1)]}
    world = World(wanting(COST, MONTHS), sayings)

    assert loosen(world.outcome).each[0] == Price(criterion="cost", only_loss=2, regains_limit=6900, regains_row=3)


def test_of_two_programs_at_one_limit_the_upper_row_is_named() -> None:
    assert loosen(of_costs(amount(6900), amount(6900)).outcome).each[0].regains_row == FIRST_ROW


def test_near_misses_are_off_by_a_tenth_at_most_the_nearest_first() -> None:
    costs = [amount(6600), amount(6601), amount(6300), amount(6300), amount(5000)]

    found = loosen(of_costs(*costs).outcome).near_misses

    assert [(miss.row, miss.margin) for miss in found] == [(4, 300), (5, 300), (2, 600)]


def test_two_failures_are_no_near_miss() -> None:
    world = World(wanting(COST, MONTHS), {"cost": [amount(6100)], "months": [amount(13)]})

    assert loosen(world.outcome).near_misses == ()


def test_a_limit_of_nothing_has_no_near_miss() -> None:
    free = replace(COST, must=MustHave(rule=Rule.AT_MOST, high=0.0))

    assert loosen(World(wanting(free), {"cost": [amount(1)]}).outcome).near_misses == ()


def test_stated_parts_above_the_limit_are_near_but_no_limit_regains_them() -> None:
    found = loosen(of_costs(unknown(Unknown.PARTS_MISSING, at_least=6100)).outcome)

    assert [miss.margin for miss in found.near_misses] == [100]
    assert found.each[0].regains_limit is None


def test_limits_for_a_reading_on_either_side() -> None:
    between = replace(MONTHS, must=MustHave(rule=Rule.BETWEEN, low=6.0, high=12.0))

    now, then = limits_for(between, fact(amount(3, 4), amount(13, 15), amount(9), amount(5, 7)))

    assert now.tolist() == pytest.approx([6, 12, np.nan, np.nan], nan_ok=True)
    assert then.tolist() == pytest.approx([3, 15, np.nan, np.nan], nan_ok=True)


def test_dropping_what_is_named_works_on_a_real_table() -> None:
    table = b"program,cost,when\nA,7000,evening\nB,8000,day\nC,,evening\n"
    cost = {"name": "cost", "kind": "money", "column": "cost", "must": {"at_most": "6000"}}
    when = {"name": "when", "kind": "schedule", "column": "when", "must": {"any_of": ["evening"]}}
    found = loosen(decide(table, {"criteria": [cost, when], "shortlist": "2"}).outcome)

    after = decide(table, {"criteria": [when], "shortlist": "2"}).outcome

    assert found.sets == (RelaxedSet(drop=("cost",), fits=2, ask=0),)
    assert firsts(after) == {0, 2}
