"""Three answers to every must-have, and a funnel that tells each loss once."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from decision.judge.eliminate import eliminate, judge_readings
from decision.model import Criterion, Kind, MustHave, Rule, Step, Unknown, WhenUnknown
from tests.judge.build import amount, cost, criteria, fact, facts, labelled, unknown, words

WHEN = Criterion(
    name="schedule",
    kind=Kind.SCHEDULE,
    column="schedule",
    must=MustHave(rule=Rule.ANY_OF, labels=("evening", "online")),
)


def test_limits_are_inclusive() -> None:
    verdicts, margins = judge_readings(cost(), fact(amount(6000), amount(6000.01)))

    assert words(verdicts) == ["pass", "fail"]
    assert np.round(margins, 6).tolist()[1] == 0.01


def test_a_range_astride_the_limit_is_to_ask() -> None:
    verdicts, _ = judge_readings(cost(), fact(amount(5000, 6000), amount(5500, 6500), amount(6500, 7000)))

    assert words(verdicts) == ["pass", "ask", "fail"]


def test_the_margin_is_from_the_nearest_end_of_a_range() -> None:
    _, margins = judge_readings(cost(), fact(amount(6500, 7000)))

    assert margins.tolist() == [500]


def test_below_a_least_limit_the_margin_is_positive() -> None:
    months = Criterion(name="hours", kind=Kind.NUMBER, column="hours", must=MustHave(rule=Rule.AT_LEAST, low=80))

    verdicts, margins = judge_readings(months, fact(amount(50, 60), amount(80)))

    assert words(verdicts) == ["fail", "pass"]
    assert margins[0] == 20


def test_an_unknown_neither_passes_nor_fails() -> None:
    verdicts, margins = judge_readings(cost(), fact(unknown()))

    assert words(verdicts) == ["ask"]
    assert np.isnan(margins).tolist() == [True]


def test_an_unknown_fails_where_the_user_said_out_and_has_no_margin() -> None:
    strict = Criterion(name="cost", kind=Kind.MONEY, must=cost().must, unknown=WhenUnknown(out=True))

    verdicts, margins = judge_readings(strict, fact(unknown()))

    assert words(verdicts) == ["fail"]
    assert np.isnan(margins).tolist() == [True]


def test_stated_parts_above_the_limit_fail_though_the_sum_is_not_known() -> None:
    some = unknown(Unknown.PARTS_MISSING, at_least=6500)

    verdicts, margins = judge_readings(cost(), fact(some, unknown(Unknown.PARTS_MISSING, at_least=3000)))

    assert words(verdicts) == ["fail", "ask"]
    assert margins[0] == 500


@pytest.mark.parametrize(
    ("rule", "answers"),
    [
        (Rule.ANY_OF, ["pass", "pass", "fail"]),
        (Rule.ALL_OF, ["pass", "fail", "fail"]),
        (Rule.NONE_OF, ["fail", "fail", "pass"]),
    ],
)
def test_label_rules_look_at_everything_the_cell_offers(rule: Rule, answers: list[str]) -> None:
    must = MustHave(rule=rule, labels=("evening", "online"))
    criterion = Criterion(name="schedule", kind=Kind.SCHEDULE, must=must)

    verdicts, _ = judge_readings(
        criterion, fact(labelled("evening", "online", "day"), labelled("online"), labelled("day"))
    )

    assert words(verdicts) == answers


def test_times_are_held_against_free_hours() -> None:
    must = MustHave(rule=Rule.AVAILABLE, labels=("Mon-Fri 17:30-22:00", "Sat"))
    criterion = Criterion(name="schedule", kind=Kind.SCHEDULE, must=must)

    verdicts, _ = judge_readings(criterion, fact(labelled("Mon Wed 18:00-21:00"), labelled("evening"), labelled("day")))

    assert words(verdicts) == ["pass", "ask", "fail"]


def test_the_funnel_tells_each_loss_at_the_first_failed_must_have() -> None:
    stated = facts(
        {
            "schedule": fact(labelled("evening"), labelled("day"), labelled("day"), unknown()),
            "cost": fact(amount(5000), amount(9000), amount(5000), amount(9000)),
        }
    )

    result = eliminate(stated, criteria(WHEN, cost()))

    assert result.funnel == (
        Step(criterion="schedule", before=4, out=2, ask=1, left=2),
        Step(criterion="cost", before=2, out=1, ask=0, left=1),
    )
    assert result.first_failed.tolist() == [2, 0, 0, 1]
    assert words(result.status.tolist()) == ["pass", "fail", "fail", "fail"]


def test_who_is_left_does_not_depend_on_the_order_of_must_haves() -> None:
    stated = facts(
        {
            "schedule": fact(labelled("evening"), labelled("day"), unknown(), labelled("online")),
            "cost": fact(amount(9000), amount(5000), amount(5000), amount(5000)),
        }
    )

    orders = [eliminate(stated, criteria(*order)).status.tolist() for order in itertools.permutations([WHEN, cost()])]

    assert orders[0] == orders[1] == [2, 2, 1, 0]


def test_without_must_haves_every_program_fits() -> None:
    result = eliminate(facts({"cost": fact(unknown(), amount(1))}), criteria(cost(must=None)))

    assert result.status.tolist() == [0, 0]
    assert result.funnel == ()


def test_a_range_astride_the_limit_counts_as_unknown_and_fails_where_the_user_said_out() -> None:
    strict = Criterion(name="cost", kind=Kind.MONEY, must=cost().must, unknown=WhenUnknown(out=True))

    verdicts, margins = judge_readings(strict, fact(amount(5500, 6500)))

    assert words(verdicts) == ["fail"]
    assert np.isnan(margins).tolist() == [True]
