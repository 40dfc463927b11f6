"""Small worlds of programs and criteria, whole outcomes made from them by hand, and the same world after one change.

What the advice claims is held against these: change one thing, rank again, and look who is on top.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
from hypothesis import strategies as st

from decision.intake.facts.sayings import Saying, as_fact
from decision.judge.eliminate import eliminate
from decision.judge.points import score
from decision.judge.rank import rank
from decision.judge.weights.weights import weigh
from decision.model import (
    CriteriaSet,
    Criterion,
    Facts,
    Kind,
    MustHave,
    Outcome,
    Programs,
    Rule,
    Scale,
    Status,
    TextColumn,
    Unknown,
    WeightMethod,
    WeightRule,
)
from decision.nouns.advice import Change, Effect, Lever
from tests.judge.build import amount, labelled, unknown

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

FIRST_ROW = 2
COST = Criterion(
    name="cost",
    kind=Kind.MONEY,
    column="cost",
    must=MustHave(rule=Rule.AT_MOST, high=6000.0),
    scale=Scale(knots=((0.0, 1.0), (8000.0, 0.0))),
)
CREDITS = Criterion(
    name="credits", kind=Kind.NUMBER, column="credits", scale=Scale(knots=((10.0, 0.0), (20.0, 1.0), (40.0, 0.0)))
)
TARGET = replace(CREDITS, must=MustHave(rule=Rule.BETWEEN, low=12.0, high=30.0))
MONTHS = Criterion(name="months", kind=Kind.DURATION, column="months", must=MustHave(rule=Rule.AT_MOST, high=12.0))
RATE = Criterion(name="rate", kind=Kind.SHARE, column="rate", scale=Scale(knots=((0.4, 0.0), (0.9, 1.0))))
WHEN = Criterion(
    name="when",
    kind=Kind.SCHEDULE,
    column="when",
    must=MustHave(rule=Rule.ANY_OF, labels=("evening", "weekend")),
    scale=Scale(shares={"evening": 1.0, "day": 0.25}, other=0.5),
)


@dataclass(frozen=True)
class World:
    """Criteria, and what each program says about each of them."""

    wanted: CriteriaSet
    sayings: Mapping[str, Sequence[Saying]]

    @property
    def outcome(self) -> Outcome:
        """Everything one run works out."""
        length = len(next(iter(self.sayings.values())))
        facts = Facts(by_criterion={n: as_fact(np.arange(length, dtype=np.int32), s) for n, s in self.sayings.items()})
        names = TextColumn(
            codes=np.arange(length, dtype=np.int32), texts=tuple(f"P{number:03d}" for number in range(length))
        )
        programs = Programs(
            file="made.csv", header=("program",), columns=(names,), rows=np.arange(length, dtype=np.int64) + FIRST_ROW
        )
        elimination = eliminate(facts, self.wanted)
        points = score(facts, self.wanted, weigh(self.wanted))
        return Outcome(
            programs=programs,
            criteria=self.wanted,
            facts=facts,
            elimination=elimination,
            points=points,
            ranking=rank(programs, names, elimination, points, shortlisted=self.wanted.shortlist),
            names=names,
            settings={},
        )

    def told(self, program: int, criterion: str, saying: Saying) -> World:
        """The same world with one fact of one program stated otherwise."""
        changed = list(self.sayings[criterion])
        changed[program] = saying
        return World(self.wanted, {**self.sayings, criterion: changed})

    def with_limit(self, criterion: str, before: float, after: float) -> World:
        """The same world with one limit moved."""
        must = self.wanted[criterion].must
        assert must is not None
        moved = replace(must, high=after) if must.high == before else replace(must, low=after)
        members = tuple(replace(c, must=moved) if c.name == criterion else c for c in self.wanted.criteria)
        return World(replace(self.wanted, criteria=members), self.sayings)

    def with_weight(self, criterion: str, weight: float) -> World:
        """The same world with one weight moved, the others in proportion."""
        now = weigh(self.wanted)
        points = {n: weight if n == criterion else w * (1 - weight) / (1 - now[criterion]) for n, w in now.items()}
        rule = WeightRule(method=WeightMethod.POINTS, groups=self.wanted.weights.groups, points=points)
        return World(replace(self.wanted, weights=rule), self.sayings)


def wanting(*members: Criterion, shortlist: int = 2, points: Mapping[str, float] | None = None) -> CriteriaSet:
    """A set in the order given, weighed by that order or by points."""
    groups = tuple((member.name,) for member in members if member.scale is not None)
    rule = WeightRule(method=WeightMethod.ORDER, groups=groups)
    if points is not None:
        rule = WeightRule(method=WeightMethod.POINTS, groups=groups, points=points)
    return CriteriaSet(title="Made", name="made", criteria=members, weights=rule, shortlist=shortlist)


def firsts(outcome: Outcome) -> frozenset[int]:
    """The programs that fit and stand first."""
    is_first = (outcome.elimination.status == Status.FITS) & (outcome.ranking.rank == 1)
    return frozenset(np.flatnonzero(is_first).tolist())


def shortlisted(outcome: Outcome) -> frozenset[int]:
    """The programs on the shortlist."""
    return frozenset(np.flatnonzero(outcome.ranking.is_shortlisted).tolist())


def worth(outcome: Outcome, program: int) -> float:
    """A program's score, or nothing where it does not surely fit."""
    return float(outcome.points.score[program]) if outcome.elimination.status[program] == Status.FITS else 0.0


# ── all answers to one question, by plain enumeration ─────────────────────────────────────────────────────────────────

GRID = 48
STEPS = [(step + 0.5) / GRID for step in range(GRID)]


def answers_to(world: World, program: int, criterion: str) -> list[tuple[float, Saying]]:
    """Every answer on a fine grid, with its chance."""
    saying = world.sayings[criterion][program]
    if saying.unknown is Unknown.STATED:
        return [(1 / GRID, amount(saying.low + step * (saying.high - saying.low))) for step in STEPS]
    match criterion:
        case "cost":
            return [(1 / GRID, amount(8000 - 8000 * step)) for step in STEPS]
        case "rate":
            return [(1 / GRID, amount(0.4 + 0.5 * step)) for step in STEPS]
        case "credits":
            rising = [(0.5 / GRID, amount(10 + 10 * step)) for step in STEPS]
            return rising + [(0.5 / GRID, amount(40 - 20 * step)) for step in STEPS]
        case "months":
            return [(0.5, amount(1)), (0.5, amount(99))]
        case _:
            one = 1 / 3
            shared = [(one / 2, labelled("weekend")), (one / 2, labelled("by post"))]
            return [(one, labelled("evening")), (one, labelled("day")), *shared]


def weighed(world: World, program: int, criterion: str) -> tuple[float, float, float]:
    """Chances of another first place and of another shortlist, and gain of 1: by ranking again after every answer."""
    before = world.outcome
    others = [worth(before, other) for other in range(len(before.programs)) if other != program]
    best = max(others, default=0.0)
    first = shortlist = knowing = alone = 0.0
    for chance, saying in answers_to(world, program, criterion):
        after = world.told(program, criterion, saying).outcome
        first += chance * (firsts(after) != firsts(before))
        shortlist += chance * (shortlisted(after) != shortlisted(before))
        knowing += chance * max(best, worth(after, program))
        alone += chance * worth(after, program)
    return first, shortlist, (knowing - max(best, alone)) / 100


# ── changes, applied ──────────────────────────────────────────────────────────────────────────────────────────────────


def applied(world: World, program: int, change: Change, part: float) -> World:
    """The world after a part of a change: 1 is the whole of it."""
    if isinstance(change.from_value, str) or isinstance(change.to_value, str):
        held = world.sayings[change.criterion][program].labels
        return world.told(program, change.criterion, labelled(*held, str(change.to_value)))
    value = change.from_value + part * (change.to_value - change.from_value)
    match change.what:
        case Lever.FACT:
            return world.told(program, change.criterion, amount(value))
        case Lever.LIMIT:
            return world.with_limit(change.criterion, change.from_value, value)
        case Lever.WEIGHT:
            return world.with_weight(change.criterion, min(1.0, max(0.0, value)))


def is_reached(world: World, program: int, effect: Effect) -> bool:
    """Whether a program stands where a change should bring it."""
    outcome = world.outcome
    return program in (firsts(outcome) if effect is Effect.FIRST else shortlisted(outcome))


def any_reaches(worlds: Iterable[World], program: int, effect: Effect) -> bool:
    """Whether a program stands there in any of several worlds."""
    return any(is_reached(world, program, effect) for world in worlds)


# ── random worlds ─────────────────────────────────────────────────────────────────────────────────────────────────────


def _numbers(values: Sequence[float]) -> st.SearchStrategy[Saying]:
    ends = st.lists(st.sampled_from(values), min_size=2, max_size=2, unique=True).map(sorted)
    stated = st.sampled_from(values).map(amount)
    return stated | stated | st.just(unknown()) | ends.map(lambda pair: amount(pair[0], pair[1]))


SAID: Mapping[str, st.SearchStrategy[Saying]] = {
    "cost": _numbers([0, 1000, 2500, 4000, 6000, 7000, 9000]),
    "credits": _numbers([5, 11, 15, 20, 28, 30, 36]),
    "months": _numbers([3, 9, 12, 15]),
    "rate": _numbers([0.2, 0.4, 0.5, 0.75, 0.9, 1.0]),
    "when": st.sampled_from(
        [labelled("evening"), labelled("day"), labelled("weekend"), labelled("by post"), unknown()]
    ),
}


@st.composite
def worlds(draw: st.DrawFn, *, members: Sequence[Criterion] = (COST, TARGET, MONTHS, RATE, WHEN)) -> World:
    """One to six programs under one to four criteria."""
    chosen = draw(st.lists(st.sampled_from(members), min_size=1, max_size=4, unique_by=lambda member: member.name))
    length = draw(st.integers(1, 6))
    sayings = {c.name: draw(st.lists(SAID[c.name], min_size=length, max_size=length)) for c in chosen}
    return World(wanting(*chosen, shortlist=draw(st.integers(1, 3))), sayings)


def is_open_range(saying: Saying) -> bool:
    """Whether a saying is a range."""
    return saying.unknown is Unknown.STATED and not math.isnan(saying.low) and saying.low != saying.high
