"""One outcome for every verdict that an answer can give, and what was found out about it.

Each case is named after the golden files that show it, `insight_<case>_80.txt` and `insight_<case>_60.txt`.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from decision.model import WeightMethod, WeightRule
from decision.procedure import find_out
from tests.report.views_fixture import (
    ACCREDITATION,
    BLUE_HILLS,
    COST,
    FOUR,
    HARBOR,
    LINDEN,
    MILL,
    OUTCOMES,
    QUABBIN,
    QUAY,
    SCHEDULE,
    TARN,
    criteria_of,
    dollars,
    label,
    outcome_of,
    passed,
    program,
    unknown,
)

if TYPE_CHECKING:
    from decision.model import Outcome
    from decision.nouns.insight import Insight

__all__ = ["CASES", "INSIGHTS"]

DEAN = program("Dean Institute", passed(270, 400), dollars(3000), label("online"))
DAY_SCHOOL = program("Day School", passed(45, 50), dollars(4000), label("day"))
DEAR_SCHOOL = program("Dear School", passed(45, 50), dollars(9000), label("day"), "none")

COST_THEN_SCHEDULE = criteria_of(COST, SCHEDULE)

EVEN = outcome_of(
    replace(FOUR, weights=WeightRule(method=WeightMethod.ORDER, groups=(("exam pass rate", "cost"), ("schedule",)))),
    [HARBOR, DEAN, QUABBIN],
)
UNLIKE_THE_ORDER = outcome_of(
    replace(
        FOUR,
        weights=WeightRule(
            method=WeightMethod.POINTS,
            groups=FOUR.weights.groups,
            points={"exam pass rate": 10.0, "cost": 20.0, "schedule": 70.0},
        ),
    ),
    [HARBOR, LINDEN, QUABBIN],
)
WITHIN_RANGES = outcome_of(
    replace(
        FOUR,
        weights=WeightRule(
            method=WeightMethod.RANGES,
            groups=FOUR.weights.groups,
            ranges={"exam pass rate": (0.2, 0.5), "cost": (0.2, 0.5), "schedule": (0.2, 0.5)},
        ),
    ),
    [HARBOR, LINDEN, QUABBIN],
)
SURE = outcome_of(
    COST_THEN_SCHEDULE,
    [
        ("Harbor Community College", {"cost": dollars(3450), "schedule": label("online")}),
        ("Linden Institute", {"cost": dollars(4900), "schedule": label("evening")}),
        ("Quabbin Career Center", {"cost": dollars(5200), "schedule": label("weekend")}),
    ],
)
SURE_ON_ONE_CONCERN = outcome_of(
    criteria_of(COST, ACCREDITATION),
    [
        (name, {"cost": dollars(cost), "accreditation": label("AAPC")})
        for name, cost in (("Harbor", 3450), ("Linden", 4900), ("Quabbin", 5200))
    ],
)
TIE_WITH_AN_UNKNOWN = outcome_of(
    criteria_of(COST, replace(SCHEDULE, must=None)),
    [
        ("Harbor", {"cost": dollars(3000), "schedule": unknown()}),
        ("Linden", {"cost": dollars(3000), "schedule": label("day")}),
        ("Quabbin", {"cost": dollars(3500), "schedule": unknown()}),
    ],
)
ABOVE_500 = outcome_of(
    COST_THEN_SCHEDULE,
    [
        (
            f"Town {number}",
            {"cost": dollars(1000 + 7 * number), "schedule": label("evening" if number < 9 else "online")},
        )
        for number in range(1, 503)
    ],
)

CASES: dict[str, Outcome] = {
    "sure": SURE,
    "sure_as_counted": outcome_of(FOUR, [HARBOR, QUABBIN]),
    "sure_on_one_concern": SURE_ON_ONE_CONCERN,
    "likely": outcome_of(FOUR, [HARBOR, DEAN, QUABBIN, BLUE_HILLS]),
    "too_close": OUTCOMES["some_fit"],
    "even": EVEN,
    "tie": OUTCOMES["tie"],
    "tie_with_an_unknown": TIE_WITH_AN_UNKNOWN,
    "unlike_the_order": UNLIKE_THE_ORDER,
    "within_ranges": WITHIN_RANGES,
    "above_500": ABOVE_500,
    "one_fits": outcome_of(replace(FOUR, shortlist=2), [HARBOR, BLUE_HILLS, QUAY, MILL]),
    "one_program": OUTCOMES["one_program"],
    "one_answer_each": OUTCOMES["ask_only"],
    "no_weights": OUTCOMES["no_weights"],
    "nobody_fits": outcome_of(replace(FOUR, shortlist=2), [QUAY, MILL, TARN, DAY_SCHOOL, DEAR_SCHOOL]),
    "nothing_published": OUTCOMES["nothing_published"],
}
INSIGHTS: dict[str, Insight] = {name: find_out(outcome) for name, outcome in CASES.items()}
