"""Must-haves: each sentence of the rules as a test, in their order."""

from __future__ import annotations

from typing import Any

import pytest

from tests.asking import CHEAP, COST, RATE, WHEN, answer, programs, scores, statuses

PASSING = {
    "name": "pass rate",
    "column": "rate",
    "kind": "share",
    "passed": "passers",
    "took": "takers",
    "must": {"at_least": "60%"},
}
AID = {"name": "job help", "column": "help", "kind": "yes_no", "must": {"is": "yes"}}


def failures(program: dict[str, Any]) -> list[tuple[Any, ...]]:
    """Give (criterion, margin, only) of every failed must-have; margins to nine decimals."""
    return [
        (f["criterion"], None if f["margin"] is None else round(f["margin"], 9), f["only"]) for f in program["failed"]
    ]


@pytest.mark.parametrize(
    ("rule", "cell", "status"),
    [
        ({"at_most": "$5,000"}, "$5,000", "fits"),
        ({"at_most": "$5,000"}, "$5,000.01", "out"),
        ({"at_least": "$5,000"}, "$5,000", "fits"),
        ({"at_least": "$5,000"}, "$4,999.99", "out"),
        ({"between": ["$2,000", "$5,000"]}, "$2,000", "fits"),
        ({"between": ["$2,000", "$5,000"]}, "$5,000", "fits"),
        ({"between": ["$2,000", "$5,000"]}, "$1,999", "out"),
        ({"between": ["$2,000", "$5,000"]}, "$5,001", "out"),
    ],
    ids=str,
)
def test_limits_are_inclusive(rule: dict[str, object], cell: str, status: str) -> None:
    assert statuses(f'program,cost\nAsh,"{cell}"\n', CHEAP | {"must": rule}) == [status]


@pytest.mark.parametrize(("counts", "status"), [("3,5", "fits"), ("6,10", "fits"), ("1,1", "fits"), ("59,100", "out")])
def test_they_judge_facts_as_stated_passed_of_took_unshrunk(counts: str, status: str) -> None:
    shrunk = PASSING | {"base_rate": "10%", "base_takers": "50"}

    assert statuses(f"program,rate,passers,takers\nAsh,,{counts}\n", shrunk) == [status]


def test_found_shows_both_the_counts_and_the_rate() -> None:
    found = programs("program,rate,passers,takers\nAsh,,28,50\n", PASSING)[0]["failed"][0]["found"]

    assert ("28 of 50" in found, "56 %" in found) == (True, True)


@pytest.mark.parametrize(
    ("cell", "status"),
    [
        ("$4,000-5,000", "fits"),
        ("$5,001-6,000", "out"),
        ("$4,000-5,001", "ask"),
        ("$5,000-6,000", "ask"),
    ],
)
def test_a_range_inside_a_limit_passes_outside_fails_else_it_counts_as_unknown(cell: str, status: str) -> None:
    assert statuses(f'program,cost\nAsh,"{cell}"\n', CHEAP) == [status]


def test_a_range_wider_than_two_limits_counts_as_unknown() -> None:
    between = CHEAP | {"must": {"between": ["$2,000", "$5,000"]}}

    assert statuses('program,cost\nAsh,"$1,000-9,000"\n', between) == ["ask"]


def test_a_range_that_counts_as_unknown_is_out_where_the_user_says_so() -> None:
    found = programs('program,cost\nAsh,"$4,000-6,000"\n', CHEAP | {"unknown": "out"})[0]

    assert (found["status"], failures(found)) == ("out", [("cost", None, True)])


@pytest.mark.parametrize("rule", [{}, {"unknown": "ask"}], ids=["default", "said"])
def test_an_unknown_must_have_is_to_ask_by_default(rule: dict[str, str]) -> None:
    found = programs("program,cost\nAsh,\n", CHEAP | rule)[0]

    assert (found["status"], found["ask"], found["failed"]) == ("ask", ["cost"], [])


def test_with_out_the_must_have_stands_under_failed_with_margin_null() -> None:
    found = programs("program,cost\nAsh,\n", CHEAP | {"unknown": "out"})[0]

    assert (found["status"], failures(found), found["ask"]) == ("out", [("cost", None, True)], [])


@pytest.mark.parametrize("named", [{"between": ["$1,000", "$4,000"]}, {"assume": "$1,000"}], ids=str)
def test_between_and_assume_imply_ask(named: dict[str, object]) -> None:
    criterion = COST | {"must": {"at_most": "$5,000"}, "unknown": named}

    assert statuses("program,cost\nAsh,\n", criterion) == ["ask"]


def test_between_goes_through_the_scale() -> None:
    assert scores("program,cost\nAsh,\n", COST | {"unknown": {"between": ["$1,000", "$4,000"]}}) == [(60.0, 90.0)]


def test_between_for_a_share_is_in_percent_and_is_not_shrunk() -> None:
    criterion = RATE | {"base_rate": "10%", "base_takers": "50", "unknown": {"between": ["40%", "90%"]}}

    assert scores("program,rate\nAsh,\n", criterion) == [(40.0, 90.0)]


def test_assume_makes_score_high_equal_score() -> None:
    assert scores("program,cost\nAsh,\n", COST | {"unknown": {"assume": "$2,500"}}) == [(75.0, 75.0)]


def test_an_assumed_label_goes_through_the_scale() -> None:
    scale = {"evening": "60%", "online": "100%", "other": "30%"}
    criterion = {"name": "schedule", "column": "schedule", "kind": "schedule", "scale": scale}

    assert scores("program,schedule\nAsh,\n", criterion | {"unknown": {"assume": "evening"}}) == [(60.0, 60.0)]
    assert scores("program,schedule\nAsh,\n", criterion | {"unknown": {"between": ["evening", "online"]}}) == [
        (60.0, 100.0)
    ]


def test_an_assumed_fact_is_still_to_ask_about() -> None:
    assert programs("program,cost\nAsh,\n", COST | {"unknown": {"assume": "$2,500"}})[0]["ask"] == ["cost"]


@pytest.mark.parametrize(
    ("criterion", "cell", "margin"),
    [
        (CHEAP, "$6,250", 1250.0),
        (CHEAP, "$6,000-9,000", 1000.0),
        (CHEAP | {"must": {"at_least": "$5,000"}}, "$1,000-4,000", 1000.0),
        (CHEAP | {"must": {"between": ["$2,000", "$5,000"]}}, "$1,500", 500.0),
        (CHEAP | {"must": {"between": ["$2,000", "$5,000"]}}, "$5,500", 500.0),
        ({"name": "cost", "column": "cost", "kind": "share", "must": {"at_least": "60%"}}, "55%", 0.05),
        ({"name": "cost", "column": "cost", "kind": "duration", "must": {"at_most": "9 months"}}, "12 months", 3.0),
        ({"name": "cost", "column": "cost", "kind": "number", "must": {"at_least": "30"}}, "-2", 32.0),
        ({"name": "cost", "column": "cost", "kind": "yes_no", "must": {"is": "yes"}}, "no", None),
        ({"name": "cost", "column": "cost", "kind": "category", "must": {"any_of": ["AAPC"]}}, "NHA", None),
    ],
)
def test_margin_is_the_positive_distance_from_the_nearest_end_to_the_limit_and_null_for_labels(
    criterion: dict[str, object], cell: str, margin: float | None
) -> None:
    found = programs(f'program,cost\nAsh,"{cell}"\n', criterion)[0]

    assert failures(found) == [("cost", margin, True)]


def test_only_means_that_no_other_must_have_is_failed_but_others_may_be_asked() -> None:
    table = "program,cost,schedule,help\nAsh,$6000,evening,\nBirch,$6000,daytime,yes\nCedar,,daytime,no\n"

    assert [failures(found) for found in programs(table, CHEAP, WHEN, AID)] == [
        [("cost", 1000.0, True)],
        [("cost", 1000.0, False), ("schedule", None, False)],
        [("schedule", None, False), ("job help", None, False)],
    ]


def test_the_funnel_has_a_line_for_each_must_have_and_no_other_criterion() -> None:
    table = "program,cost,schedule,rate\nAsh,$1,evening,50%\n"

    assert [step["criterion"] for step in answer(table, RATE, WHEN, CHEAP)["funnel"]] == ["schedule", "cost"]


def test_in_the_funnel_left_is_before_less_out_and_ask_counts_among_left() -> None:
    table = (
        "program,cost,schedule,help\n"
        "Ash,$6000,evening,yes\n"
        "Birch,,daytime,yes\n"
        "Cedar,,evening,\n"
        "Elm,$1,,no\n"
        "Fir,$1,evening,yes\n"
    )

    funnel = answer(table, CHEAP, WHEN, AID)["funnel"]

    assert [(s["criterion"], s["before"], s["out"], s["ask"], s["left"]) for s in funnel] == [
        ("cost", 5, 1, 2, 4),
        ("schedule", 4, 1, 1, 3),
        ("job help", 3, 1, 1, 2),
    ]
