"""A question is worth what its answers do: closed forms against ranking again after every answer."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given

from decision import decide
from decision.judge.advice.questions import find_questions
from decision.model import MustHave, Scale, Unknown, WhenUnknown
from decision.nouns.advice import Question, Questions
from tests.judge.build import amount, labelled, unknown
from tests.judge.worlds import (
    COST,
    CREDITS,
    FIRST_ROW,
    GRID,
    MONTHS,
    RATE,
    TARGET,
    WHEN,
    World,
    wanting,
    weighed,
    worlds,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from decision.intake.facts.sayings import Saying

PLAIN = replace(COST, must=None)


def asked(world: World) -> dict[tuple[int, str], Question]:
    """The questions by program and criterion."""
    return {(q.row - FIRST_ROW, q.criterion): q for q in find_questions(world.outcome).questions}


def of_costs(*costs: Saying, must: bool = False, shortlist: int = 2) -> World:
    """A world where only cost counts."""
    return World(wanting(COST if must else PLAIN, shortlist=shortlist), {"cost": costs})


def open_facts(world: World) -> list[tuple[int, str]]:
    """Every question there is: unanswered must-haves, and unknowns that could earn points."""
    outcome = world.outcome
    found = []
    for criterion in world.wanted.criteria:
        for program, saying in enumerate(world.sayings[criterion.name]):
            alone = World(wanting(criterion), {criterion.name: [saying]}).outcome
            is_unanswered = criterion.must is not None and alone.elimination.status[0] == 1
            is_unknown = criterion.scale is not None and saying.unknown is not Unknown.STATED
            if outcome.elimination.status[program] != 2 and (is_unanswered or is_unknown):
                found.append((program, criterion.name))
    return found


def brute(world: World) -> list[tuple[float, float, float]]:
    """What each question does, by enumeration."""
    return [weighed(world, program, criterion) for program, criterion in open_facts(world)]


def closed(world: World) -> list[tuple[float, float, float]]:
    """What each question does, as found."""
    found = asked(world)
    questions = [found.get(key) for key in open_facts(world)]
    return [(q.changes_first, q.changes_shortlist, q.gain / 100) if q else (0.0, 0.0, 0.0) for q in questions]


@given(worlds())
def test_closed_forms_agree_with_ranking_again_after_every_answer(world: World) -> None:
    by_hand = brute(world)

    assert closed(world) == [pytest.approx(row, abs=2 / GRID) for row in by_hand]


@given(worlds(members=(PLAIN, CREDITS, RATE)))
def test_they_agree_where_nothing_is_a_must_have(world: World) -> None:
    by_hand = brute(world)

    assert closed(world) == [pytest.approx(row, abs=2 / GRID) for row in by_hand]


@given(worlds())
def test_every_unknown_is_asked_or_counted(world: World) -> None:
    found = find_questions(world.outcome)

    assert len(found.questions) + found.without_effect == len(open_facts(world))
    assert all(max(q.changes_first, q.changes_shortlist) > 0 for q in found.questions)


@given(worlds())
def test_chances_are_shares_and_nothing_is_lost_by_asking(world: World) -> None:
    found = find_questions(world.outcome).questions

    assert all(0 <= share <= 1 for q in found for share in (q.changes_first, q.changes_shortlist))
    assert all(q.gain >= 0 for q in found)


@given(worlds())
def test_the_most_likely_to_change_the_first_place_comes_first(world: World) -> None:
    found = find_questions(world.outcome).questions
    keys = [(-round(q.changes_first, 9), -round(q.gain, 9), -round(q.changes_shortlist, 9)) for q in found]

    assert keys == sorted(keys)


def test_an_unknown_price_changes_the_first_place_as_often_as_it_is_below_the_best() -> None:
    world = of_costs(amount(2000), amount(6000), unknown())

    question = asked(world)[2, "cost"]

    assert (question.changes_first, question.changes_shortlist) == (0.25, 0.75)
    assert (question.break_even_first, question.break_even_shortlist) == (2000, 6000)


def test_the_gain_is_what_the_first_place_wins_on_average() -> None:
    """Half of the answers beat 50 points, by 25 on average: Howard's value of perfect information, by hand."""
    world = of_costs(amount(4000), unknown())

    assert asked(world)[1, "cost"].gain == 12.5


def test_an_answer_must_meet_the_must_have_as_well() -> None:
    world = of_costs(unknown(), must=True, shortlist=1)

    question = asked(world)[0, "cost"]

    assert (question.changes_first, question.gain, question.break_even_first) == (0.75, 0, 6000)


def test_without_points_the_chance_of_a_good_answer_is_one_half() -> None:
    world = World(wanting(MONTHS, PLAIN), {"months": [amount(9), unknown()], "cost": [amount(4000), amount(2000)]})

    question = asked(world)[1, "months"]

    assert (question.changes_first, question.gain, question.break_even_first) == (0.5, 12.5, 12)


def test_of_a_program_with_two_unanswered_must_haves_neither_is_asked_alone() -> None:
    world = World(wanting(COST, MONTHS), {"cost": [unknown()], "months": [unknown()]})

    found = find_questions(world.outcome)

    assert (found.questions, found.without_effect) == ((), 2)


def test_a_program_that_is_out_is_not_asked_about() -> None:
    world = World(wanting(COST, MONTHS), {"cost": [amount(9000)], "months": [unknown()]})

    assert find_questions(world.outcome) == Questions(questions=(), without_effect=0)


def test_where_all_is_known_nothing_is_asked() -> None:
    assert find_questions(of_costs(amount(1), amount(1)).outcome) == Questions(questions=(), without_effect=0)


def test_where_all_is_unknown_any_answer_takes_the_first_place() -> None:
    found = asked(of_costs(unknown(), unknown(), shortlist=1))

    assert [question.changes_first for question in found.values()] == [1, 1]
    assert [question.break_even_first for question in found.values()] == [8000, 8000]


def test_a_criterion_that_weighs_nothing_is_not_worth_a_question() -> None:
    wanted = wanting(PLAIN, RATE, points={"cost": 0, "rate": 1})
    world = World(wanted, {"cost": [unknown(), amount(1)], "rate": [amount(0.5), amount(0.6)]})

    assert find_questions(world.outcome) == Questions(questions=(), without_effect=1)


def test_without_weighted_criteria_a_must_have_alone_decides() -> None:
    world = World(wanting(MONTHS, shortlist=1), {"months": [amount(9), unknown()]})

    question = asked(world)[1, "months"]

    assert (question.changes_first, question.changes_shortlist, question.gain) == (0.5, 0.5, 0)


def test_a_straddling_range_is_uniform_over_its_values() -> None:
    world = of_costs(amount(5500), amount(5000, 9000), must=True, shortlist=1)

    question = asked(world)[1, "cost"]

    assert (question.changes_first, question.break_even_first) == (0.125, 5500)


def test_a_target_may_be_missed_on_either_side() -> None:
    world = World(wanting(TARGET, shortlist=1), {"credits": [amount(15), unknown()]})

    question = asked(world)[1, "credits"]

    assert (question.changes_first, question.break_even_first) == (0.5, 30)


@pytest.mark.parametrize(
    ("when_unknown", "chance", "value"),
    [
        (WhenUnknown(low=3000.0, high=5000.0), 0.5, 4000.0),
        (WhenUnknown(low=3000.0, high=3000.0, assumed=True), 0.0, None),
        (WhenUnknown(low=5000.0, high=7000.0), 0.0, None),
    ],
)
def test_the_users_own_range_bounds_the_answer(when_unknown: WhenUnknown, chance: float, value: float | None) -> None:
    cost = replace(PLAIN, unknown=when_unknown)
    world = World(wanting(cost, shortlist=1), {"cost": [amount(4000), unknown()]})

    found = find_questions(world.outcome).questions

    assert [(q.changes_first, q.break_even_first) for q in found] == [(chance, value)] * (chance > 0)


def test_stated_parts_bound_the_answer() -> None:
    world = of_costs(amount(6000), unknown(Unknown.PARTS_MISSING, at_least=4000.0))

    question = asked(world)[1, "cost"]

    assert (question.changes_first, question.break_even_first) == (0.5, 6000)


def test_a_label_is_named_that_just_does_it() -> None:
    world = World(wanting(WHEN, shortlist=1), {"when": [labelled("weekend"), unknown()]})

    question = asked(world)[1, "when"]

    assert question.changes_first == pytest.approx(1 / 3 + 1 / 6)
    assert question.break_even_first == "weekend"


def test_a_limit_beyond_the_reference_point_leaves_one_half() -> None:
    """Points cannot tell $1,000 from $2,500 here, so the chance to meet the limit is taken as one half."""
    must = replace(COST, scale=Scale(knots=((3000.0, 1.0), (8000.0, 0.0))), must=replace_limit(2000.0))
    world = World(wanting(must, shortlist=1), {"cost": [unknown()]})

    question = asked(world)[0, "cost"]

    assert (question.changes_first, question.break_even_first) == (0.5, 2000)


def replace_limit(high: float) -> MustHave:
    """The must-have of cost with another limit."""
    assert COST.must is not None
    return replace(COST.must, high=high)


@pytest.mark.parametrize("cell", ["2,010", "1,990"])
def test_the_break_even_is_where_the_first_place_turns(cell: str) -> None:
    criteria = {"criteria": [{"name": "cost", "kind": "money", "column": "cost", "worst": "8000", "best": "0"}]}
    found = find_questions(decide(b"program,cost\nA,2000\nB,\n", criteria).outcome).questions

    after = decide(f'program,cost\nA,2000\nB,"${cell}"\n'.encode(), criteria).to_dict()["programs"]

    assert [question.break_even_first for question in found] == [2000]
    assert names(after)[0] == ("A" if cell == "2,010" else "B")


def names(programs: object) -> Sequence[str]:
    """The programs' names in their order."""
    assert isinstance(programs, list)
    return [program["name"] for program in programs]
