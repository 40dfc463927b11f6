"""Input at which well-known ranking libraries answer wrongly in silence, or die: what is answered here.

Every case was met in a library that people use; each test says the right answer, or the whole fault.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from decision import decide
from decision.errors import BadInput

if TYPE_CHECKING:
    from decision import Decision

RATE = {"name": "pass rate", "kind": "share", "column": "rate", "worst": "40%", "best": "100%"}
COST = {"name": "cost", "kind": "money", "column": "cost", "worst": 8000, "best": 0}
HEADER = "program,rate,cost\n"
THREE = HEADER + "Cheap,60%,$1000\nGood,90%,$2900\nDear,80%,$7000\n"


def decided(table: str, *criteria: dict[str, Any], weights: object = None) -> Decision:
    """A decision about a small table by pass rate, then cost."""
    wanted: dict[str, Any] = {"criteria": list(criteria or (RATE, COST))}
    return decide(table.encode(), wanted if weights is None else {**wanted, "weights": weights})


def places(decision: Decision) -> dict[str, int]:
    """Name -> place."""
    return {program["name"]: program["rank"] for program in decision.to_dict()["programs"]}  # type: ignore[attr-defined]


def scores(decision: Decision) -> dict[str, float]:
    """Name -> assured points."""
    return {program["name"]: program["score"] for program in decision.to_dict()["programs"]}  # type: ignore[attr-defined]


def told(table: str, *, weights: object = None) -> list[str]:
    """Everything that is said of input that is refused."""
    with pytest.raises(BadInput) as refused:
        decided(table, weights=weights)
    return [fault.problem for fault in refused.value.faults]


# ── cells ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("cell", ["", "NaN", "nan", "N/A", "not published"])
def test_a_program_with_an_unknown_rate_moves_nobody_else(cell: str) -> None:
    alone, joined = decided(THREE), decided(f"{THREE}Unknown,{cell},$5000\n")

    assert {name: score for name, score in scores(joined).items() if name != "Unknown"} == scores(alone)
    assert places(joined) == {**places(alone), "Unknown": 4}


def test_an_unknown_is_asked_about_and_not_eliminated() -> None:
    needed = {**RATE, "must": {"at_least": "70%"}}

    statuses = [p["status"] for p in decided(f"{THREE}Unknown,,$5000\n", needed, COST).to_dict()["programs"]]  # type: ignore[attr-defined]

    assert statuses == ["fits", "fits", "ask", "out"]


@pytest.mark.parametrize("cell", ["inf", "-inf"])
def test_infinity_is_never_a_price(cell: str) -> None:
    with pytest.raises(BadInput):
        decided(f"{THREE}Odd,90%,{cell}\n")


def test_a_number_past_all_bounds_is_not_understood_and_said() -> None:
    decision = decided(f"{THREE}Odd,90%,1e999\n")

    assert [(doubt.row, doubt.column) for doubt in decision.outcome.facts.doubts] == [(5, "cost")]
    assert scores(decision)["Odd"] < scores(decision)["Good"]


def test_a_negative_price_is_a_fault() -> None:
    assert told(f"{THREE}Odd,90%,-$500\n") == [
        "a price is never below $0. Correct it, or leave the cell blank if it is not known."
    ]


def test_a_program_that_costs_nothing_takes_no_points_from_the_others() -> None:
    joined = decided(f"{THREE}Free,50%,free\n")

    assert {name: score for name, score in scores(joined).items() if name != "Free"} == scores(decided(THREE))


def test_a_price_with_a_comma_is_a_number() -> None:
    assert scores(decided(THREE.replace("$2900", '"2,900"'))) == scores(decided(THREE))


# ── columns and rows ──────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_criterion_in_which_all_are_equal_adds_the_same_to_all() -> None:
    equal = decided(HEADER + "A,80%,$1000\nB,80%,$2000\nC,80%,$3000\n")

    assert places(equal) == {"A": 1, "B": 2, "C": 3}
    assert {round(of["pass rate"], 9) for of in (p["points"] for p in equal.to_dict()["programs"])} == {50.0}  # type: ignore[attr-defined]


def test_rows_that_are_all_the_same_share_the_first_place() -> None:
    assert [p["rank"] for p in decided(HEADER + "A,80%,$1000\n" * 3).to_dict()["programs"]] == [1, 1, 1]  # type: ignore[attr-defined]


def test_a_tie_for_second_place_leaves_third_empty_and_no_worse_program_overtakes() -> None:
    table = HEADER + "Second,80%,$1000\nFirst,90%,$1000\nAlso second,80%,$1000\nLast,60%,$1000\n"

    assert places(decided(table)) == {"First": 1, "Second": 2, "Also second": 2, "Last": 4}


def test_one_program_is_first_and_has_its_points() -> None:
    assert scores(decided(HEADER + "Only,100%,$0\n")) == {"Only": 100.0}


def test_no_program_at_all_is_said() -> None:
    assert told(HEADER) == ["there is a header and no program under it. One row for each program is wanted."]


def test_two_programs_of_one_name_are_told_apart_by_row() -> None:
    programs = decided(HEADER + "Same,80%,$1000\nSame,90%,$1000\n").to_dict()["programs"]

    assert [(p["name"], p["row"], p["rank"]) for p in programs] == [("Same", 3, 1), ("Same", 2, 2)]  # type: ignore[attr-defined]


def test_nobody_left_is_an_answer_and_not_an_error() -> None:
    decision = decided(THREE, {**RATE, "must": {"at_least": "99%"}}, COST)

    assert len(decision.shortlist) == 0
    assert len(decision.eliminated) == 3


@pytest.mark.parametrize(("worst", "best"), [(8000, 0), (0, 8000)])
def test_better_on_every_criterion_never_loses_whichever_way_a_scale_runs(worst: int, best: int) -> None:
    cost = {**COST, "worst": worst, "best": best}
    better, other = sorted((1000, 2000), key=lambda price: abs(price - best))

    found = decided(HEADER + f"Other,70%,${other}\nBetter,90%,${better}\n", RATE, cost)

    assert places(found) == {"Better": 1, "Other": 2}


# ── weights ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_weights_that_sum_to_7_give_points_of_100_all_the_same() -> None:
    assert scores(decided(THREE, weights={"pass rate": 4, "cost": 3})) == pytest.approx(
        scores(decided(THREE, weights={"pass rate": 40, "cost": 30}))
    )


def test_a_weight_of_0_leaves_the_criterion_out() -> None:
    assert scores(decided(THREE, weights={"pass rate": 1, "cost": 0})) == scores(decided(THREE, RATE))


@pytest.mark.parametrize(
    ("weights", "said"),
    [
        ({"pass rate": 0, "cost": 0}, ["are all 0. Give at least one criterion a weight above 0."]),
        ({"pass rate": 1}, ["does not name cost. Weigh every criterion that earns points; 0 is allowed."]),
    ],
)
def test_weights_that_cannot_be_meant_are_faults(weights: dict[str, int], said: list[str]) -> None:
    assert told(THREE, weights=weights) == said


@pytest.mark.parametrize("weight", ["-1", "nan", "inf"])
def test_a_weight_that_is_below_0_or_no_number_is_a_fault(weight: str) -> None:
    with pytest.raises(BadInput):
        decided(THREE, weights={"pass rate": weight, "cost": 1})


def test_comparing_two_criteria_twice_is_a_fault() -> None:
    with pytest.raises(BadInput):
        decided(THREE, weights={"pairwise": {"pass rate over cost": 3, "cost over pass rate": 5}})
