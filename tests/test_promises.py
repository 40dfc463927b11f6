"""The five promises, each clause a property: what is owed to every user, whatever the table and the criteria."""

from __future__ import annotations

import csv
import io
import os
import subprocess
import sys
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from decision import decide
from tests.asking import said
from tests.conftest import PROJECT
from tests.oracle import judge
from tests.strategies import Problem, csv_bytes, problems
from tests.variants import by_row, document, facts_blanked, points_only, scored_problems

SLACK = 1e-9
OWN = ["rank", "status", "shortlist", "score", "score_high", "reason", "ask"]


# ── 1. silence never pays ─────────────────────────────────────────────────────────────────────────────────────────────


@given(facts_blanked(is_honest=True))
def test_blanking_a_stated_fact_never_raises_its_assured_points(case: tuple[Problem, Problem, int]) -> None:
    before, after, row = case
    assume(before.scored)

    stated, blank = by_row(points_only(before))[row], by_row(points_only(after))[row]

    assert blank["score"] <= stated["score"] + SLACK
    assert [name for name, points in blank["points"].items() if points > stated["points"][name] + SLACK] == []


@given(facts_blanked(is_honest=False))
def test_blanking_a_stated_fact_never_turns_ask_or_out_into_fits(case: tuple[Problem, Problem, int]) -> None:
    before, after, row = case

    stated, blank = by_row(before)[row]["status"], by_row(after)[row]["status"]

    assert (stated, blank) not in [("ask", "fits"), ("out", "fits")]


@given(problems())
def test_a_program_to_ask_about_stands_below_every_program_that_surely_fits(problem: Problem) -> None:
    programs = document(problem)["programs"]

    statuses = [program["status"] for program in programs]
    ranks = {status: [p["rank"] for p in programs if p["status"] == status] for status in ("fits", "ask")}

    assert statuses == sorted(statuses, key=["fits", "ask", "out"].index)
    assert max(ranks["fits"], default=0) < min(ranks["ask"], default=len(programs) + 1)


@given(scored_problems(is_honest=True))
def test_an_unknown_earns_no_assured_points_and_all_of_its_possible_ones(problem: Problem) -> None:
    blank = problem.with_cells(0, dict.fromkeys(problem.header[1:], ""))
    expected = judge(blank.header, blank.rows[:1], blank.criteria).lines[0].score_high

    program = by_row(blank)[0]

    assert program["score"] == 0.0
    assert program["score_high"] == pytest.approx(float(expected or 0), abs=SLACK)


RATES = st.sampled_from([1, 2, 4, 5, 10, 20, 25, 50, 100]).flatmap(
    lambda took: st.tuples(st.integers(0, took), st.just(took))
)
SHARE_SCALES = st.sampled_from(
    [
        {"worst": "40%", "best": "100%"},
        {"worst": "0%", "best": "100%"},
        {"worst": "100%", "best": "50%"},
        {"scale": {"0%": "0%", "70%": "100%", "100%": "50%"}},
        {"scale": {"50%": "0%", "60%": "90%", "100%": "100%"}},
    ]
)


def rate_criteria(scale: dict[str, Any], base_rate: int, base_takers: int) -> dict[str, Any]:
    """Criteria with a pass rate alone."""
    counts = {"passed": "passers", "took": "takers", "base_rate": f"{base_rate}%", "base_takers": str(base_takers)}
    return {"criteria": [{"name": "pass rate", "column": "pass_rate", "kind": "share"} | counts | scale]}


@given(RATES, SHARE_SCALES, st.integers(0, 100), st.integers(1, 60))
def test_a_bare_rate_never_beats_the_same_rate_with_takers(
    counts: tuple[int, int], scale: dict[str, Any], base_rate: int, base_takers: int
) -> None:
    passed, took = counts
    header = ["program", "pass_rate", "passers", "takers"]
    table = [header, ["Bare", f"{100 * passed // took}%", "", ""], ["Counted", "", str(passed), str(took)]]

    bare, counted = sorted(
        said(csv_bytes(table), rate_criteria(scale, base_rate, base_takers))["programs"],
        key=lambda program: str(program["name"]),
    )

    assert bare["score"] <= counted["score"] + SLACK


@given(st.integers(1, 200), st.integers(0, 99), st.integers(1, 60))
def test_a_bare_100_percent_never_beats_all_of_any_number_of_takers(
    took: int, base_rate: int, base_takers: int
) -> None:
    header = ["program", "pass_rate", "passers", "takers"]
    table = [header, ["Bare", "100%", "", ""], ["Counted", "", str(took), str(took)]]

    answer = said(csv_bytes(table), rate_criteria({"worst": "0%", "best": "100%"}, base_rate, base_takers))

    ranks = {program["name"]: program["rank"] for program in answer["programs"]}
    assert ranks["Counted"] <= ranks["Bare"]


# ── 2. nobody else moves ──────────────────────────────────────────────────────────────────────────────────────────────


@given(problems(min_rows=2), st.data())
def test_removing_a_program_changes_no_other_programs_points(problem: Problem, data: st.DataObject) -> None:
    gone = data.draw(st.integers(0, len(problem.rows) - 1))
    fewer = problem.with_rows([*problem.rows[:gone], *problem.rows[gone + 1 :]])

    all_of_them, others = by_row(problem), by_row(fewer)

    assert account([*all_of_them[:gone], *all_of_them[gone + 1 :]]) == account(others)


def account(programs: list[dict[str, Any]]) -> list[tuple[Any, ...]]:
    """Give what must not move, without rank and row."""
    return [(p["status"], p["score"], p["score_high"], p["points"], p["failed"], p["ask"]) for p in programs]


# ── 3. every program is accounted for ─────────────────────────────────────────────────────────────────────────────────


@given(problems())
def test_every_row_is_in_the_answer_once_with_a_status_and_a_reason(problem: Problem) -> None:
    programs = document(problem)["programs"]

    assert sorted(program["row"] for program in programs) == list(range(2, len(problem.rows) + 2))
    assert {program["status"] for program in programs} <= {"fits", "ask", "out"}
    assert [program["row"] for program in programs if not program["reason"].strip()] == []


@given(problems())
def test_the_users_own_columns_come_back_exactly_as_typed(problem: Problem) -> None:
    decision = decide(problem.data, problem.criteria)

    table = list(csv.reader(io.StringIO(decision.csv().decode("utf-8-sig"), newline="")))

    width = len(problem.header)
    assert table[0] == [*OWN, *problem.header, *(f"points: {name}" for name in problem.scored)]
    assert sorted(row[7 : 7 + width] for row in table[1:]) == sorted(map(list, problem.rows))


@given(problems())
def test_the_funnel_adds_up(problem: Problem) -> None:
    answer = document(problem)
    funnel = answer["funnel"]

    lost = sum(program["status"] == "out" for program in answer["programs"])

    assert [step["before"] - step["out"] for step in funnel] == [step["left"] for step in funnel]
    assert [step["before"] for step in funnel] == [len(problem.rows), *(step["left"] for step in funnel)][: len(funnel)]
    assert sum(step["out"] for step in funnel) == lost


# ── 4. the account adds up ────────────────────────────────────────────────────────────────────────────────────────────


@given(problems())
def test_a_score_is_the_sum_of_its_points(problem: Problem) -> None:
    programs = [program for program in document(problem)["programs"] if program["status"] != "out"]

    assert [sum(p["points"].values()) for p in programs] == pytest.approx([p["score"] for p in programs], abs=SLACK)
    assert [p["row"] for p in programs if p["score"] > p["score_high"] + SLACK] == []


@given(problems())
def test_the_csv_says_what_the_json_says(problem: Problem) -> None:
    decision = decide(problem.data, problem.criteria)

    programs: Any = decision.to_dict()["programs"]
    rows = list(csv.DictReader(io.StringIO(decision.csv().decode("utf-8-sig"), newline="")))

    assert [(row["rank"], row["status"], row["shortlist"], row["reason"], row["program"]) for row in rows] == [
        (str(p["rank"] or ""), p["status"], "yes" if p["shortlist"] else "", p["reason"], p["name"]) for p in programs
    ]
    assert [float(row["score"] or -1) for row in rows] == pytest.approx(
        [-1 if p["score"] is None else p["score"] for p in programs], abs=0.5e-4 + SLACK
    )


# ── 5. order never matters ────────────────────────────────────────────────────────────────────────────────────────────


@given(problems(min_rows=2), st.data())
def test_the_order_of_rows_never_matters(problem: Problem, data: st.DataObject) -> None:
    shuffled = problem.with_rows(data.draw(st.permutations(problem.rows)))

    first, second = decide(problem.data, problem.criteria), decide(shuffled.data, problem.criteria)

    assert second.csv() == first.csv()


@given(problems(), st.data())
def test_the_order_of_columns_never_matters(problem: Problem, data: st.DataObject) -> None:
    header = data.draw(st.permutations(problem.header))
    places = [problem.header.index(name) for name in header]
    table = [header, *([row[place] for place in places] for row in problem.rows)]

    shuffled = said(csv_bytes(table), problem.criteria)

    assert shuffled["programs"] == document(problem)["programs"]
    assert shuffled["funnel"] == document(problem)["funnel"]


@given(problems(), st.data())
def test_the_order_of_keys_never_matters(problem: Problem, data: st.DataObject) -> None:
    listed = [dict(data.draw(st.permutations(list(c.criterion.items())))) for c in problem.concerns]
    keys = dict(data.draw(st.permutations(list((problem.criteria | {"criteria": listed}).items()))))

    assert decide(problem.data, keys).csv() == decide(problem.data, problem.criteria).csv()


SCRIPT = """
import sys
from decision import decide
decision = decide("-", {"criteria": [
    {"name": "schedule", "column": "schedule", "kind": "schedule",
     "must": {"any_of": ["evening", "online", "weekend"]}},
    {"name": "cost", "column": "cost", "kind": "money", "worst": "$9,000", "best": "$0"},
    {"name": "pass rate", "column": "rate", "kind": "share", "base_rate": "60%", "worst": "40%", "best": "100%"}]})
sys.stdout.buffer.write(decision.csv())
"""
TABLE = csv_bytes(
    [
        ["program", "cost", "rate", "schedule"],
        ["Élan", "$3,000", "28 of 37", "evening; online; weekend"],
        ["Birch", "$3,000-4,500", "", "online; evening"],
        ["Ash", "$1,111", "92%", "daytime"],
        ["Cedar", "", "1 of 3", ""],
    ]
)


@pytest.mark.parametrize(
    "setting",
    [
        {"PYTHONHASHSEED": "1"},
        {"PYTHONHASHSEED": "4242"},
        {"LC_ALL": "C"},
        {"LC_ALL": "de_DE.UTF-8", "TZ": "Asia/Tokyo"},
        {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "COLUMNS": "40"},
    ],
    ids=lambda setting: " ".join(f"{name}={value}" for name, value in setting.items()),
)
def test_hash_seed_locale_time_zone_and_threads_never_matter(setting: dict[str, str]) -> None:
    plain = subprocess.run([sys.executable, "-c", SCRIPT], input=TABLE, capture_output=True, check=True, cwd=PROJECT)

    other = subprocess.run(
        [sys.executable, "-c", SCRIPT],
        input=TABLE,
        capture_output=True,
        check=True,
        cwd=PROJECT,
        env=os.environ | setting,
    )

    assert other.stdout == plain.stdout
    assert plain.stdout.count(b"\n") == 5
