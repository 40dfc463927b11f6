"""The cells behind a cost become its bill: stated wins, assumed is named, grants pay only what they cover."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import pytest

from decision import decide
from decision.errors import BadPrograms
from decision.model import Unknown
from decision.nouns.costs import Bill, LineSource, Paid
from tests.intake.costs.lists import AID, LINES, written
from tests.intake.costs.priced import COUNTS, bill, cost, fact, facts

if TYPE_CHECKING:
    from pathlib import Path

STATED, ASSUMED = LineSource.STATED, LineSource.ASSUMED


@pytest.fixture
def add(tmp_path: Path) -> str:
    return written(tmp_path, "lines.yaml", LINES)


@pytest.fixture
def aid(tmp_path: Path) -> str:
    return written(tmp_path, "aid.yaml", AID)


def lines(made: Bill) -> list[tuple[str, float, float, LineSource]]:
    return [(line.name, line.low, line.high, line.source) for line in made.lines]


def paid(made: Bill) -> list[tuple[str, float, float]]:
    return [(grant.name, grant.least, grant.most) for grant in made.grants]


# ── your own figure ───────────────────────────────────────────────────────────────────────────────────────────────────


def test_your_own_figure_wins_over_everything(add: str, aid: str) -> None:
    row = {"total_cost": "$9,000", "tuition": "$8,000", "my_cost": "$900", "exam": "CPC", "grants": "$500"}

    found = cost(row, override="my_cost", add=add, aid=aid)

    assert found == ("$900, your own figure", 900, 900)


def test_the_bill_of_your_own_figure_is_one_line(add: str) -> None:
    made = bill({"total_cost": "$9,000", "my_cost": "$900", "exam": "CPC"}, override="my_cost", add=add)

    assert lines(made) == [("my cost", 900, 900, LineSource.OWN)]


def test_your_own_figure_counts_where_the_school_says_nothing() -> None:
    assert cost({"total_cost": "", "my_cost": "0"}, override="my_cost") == ("$0, your own figure", 0, 0)


def test_a_blank_figure_of_your_own_leaves_what_is_stated() -> None:
    assert cost({"total_cost": "$9,000", "my_cost": ""}, override="my_cost") == ("$9,000", 9000, 9000)


def test_your_own_figure_that_is_not_understood_is_not_passed_over() -> None:
    found = fact({"total_cost": "$9,000", "my_cost": "about 3k?"}, override="my_cost")

    assert found.unknown.tolist() == [Unknown.NOT_UNDERSTOOD]


# ── added lines ───────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_part_that_no_school_states_is_assumed_and_named(add: str) -> None:
    row = {"tuition": "$3,000", "fees": "$450", "exam": "CBCS"}

    assert cost(row, add=add) == ("$3,867 added up, of it $417 assumed", 3867, 3867)
    assert lines(bill(row, add=add)) == [
        ("tuition", 3000, 3000, STATED),
        ("fees", 450, 450, STATED),
        ("books", 300, 300, ASSUMED),
        ("exam fee", 117, 117, ASSUMED),
    ]


def test_what_a_cell_states_wins_over_what_a_list_assumes(add: str) -> None:
    row = {"tuition": "$3,000", "fees": "$450", "books": "$540", "exam_fee": "$399", "dues": "$200", "exam": "CPC"}

    assert cost(row, add=add) == ("$4,589 added up", 4589, 4589)


def test_an_amount_in_a_range_stays_a_range(add: str) -> None:
    row = {"tuition": "$3,000", "fees": "$450", "books": "$300", "exam_fee": "$425", "exam": "CPC"}

    assert cost(row, add=add) == ("$4,332 to $4,397 added up, of it $157 to $222 assumed", 4332, 4397)


def test_an_exam_that_is_not_stated_leaves_every_line_possible(add: str) -> None:
    row = {"tuition": "$3,000", "fees": "$450", "books": "$300", "exam": ""}

    assert lines(bill(row, add=add))[3:] == [("exam fee", 100, 500, ASSUMED), ("dues", 0, 222, ASSUMED)]


def test_one_of_two_exams_leaves_both_possible(add: str) -> None:
    row = {"tuition": "$3,000", "fees": "$450", "books": "$300", "exam": "CBCS or CPC"}

    assert lines(bill(row, add=add))[3:] == [("exam fee", 100, 500, ASSUMED), ("dues", 0, 222, ASSUMED)]


def test_a_line_that_surely_does_not_apply_is_left_out(add: str) -> None:
    row = {"total_cost": "$5,000", "exam": "CBCS"}

    assert lines(bill(row, add=add)) == [("total cost", 5000, 5000, STATED)]


def test_a_stated_total_holds_what_is_said_to_be_in_it(add: str) -> None:
    row = {"total_cost": "$5,000", "tuition": "$4,000", "exam": "CPC"}

    assert cost(row, add=add) == ("$5,157 to $5,222, of it $157 to $222 assumed", 5157, 5222)


def test_tuition_is_never_assumed(add: str) -> None:
    row = {"fees": "$450", "exam": "CBCS"}

    found = fact(row, add=add)

    code = int(found.codes[0])
    assert (found.unknown[code], found.low[code], math.isnan(found.high[code])) == (Unknown.PARTS_MISSING, 867, True)
    assert found.texts[code] == "at least $867 added up, of it $417 assumed: only some parts are stated"


def test_nothing_is_assumed_where_nothing_is_stated(add: str) -> None:
    found = fact({"exam": "CPC"}, add=add)

    assert (found.unknown.tolist(), found.bills[0]) == ([Unknown.BLANK], None)


def test_a_total_per_credit_is_worked_out_before_lines_are_added(add: str) -> None:
    row = {"total_cost": "$223 per credit", "credits": "27", "exam": "CPC"}

    assert cost(row, add=add, **COUNTS)[1:] == (6021 + 157, 6021 + 222)


# ── grants ────────────────────────────────────────────────────────────────────────────────────────────────────────────

FULL = {"tuition": "$3,000", "fees": "$450", "books": "$540", "exam_fee": "$399", "hours": "720"}


def test_a_grant_pays_only_what_it_covers(aid: str) -> None:
    made = bill(FULL, aid=aid, person={"resident": "yes", "poor": "no"})

    assert (paid(made), made.net_low, made.net_high) == ([("Benefits", 0, 0), ("Last", 3450, 3450)], 939, 939)


def test_a_last_dollar_grant_pays_what_others_leave(aid: str) -> None:
    made = bill(FULL, aid=aid, person={"resident": "yes", "poor": "yes"})

    assert paid(made) == [("First", 1000, 1000), ("Benefits", 0, 0), ("Last", 2450, 2450)]
    assert cost(FULL, aid=aid, person={"resident": "yes", "poor": "yes"}) == ("$939, after grants", 939, 939)


def test_what_nobody_answered_shows_both(aid: str) -> None:
    found = cost(FULL, aid=aid, person={"poor": "no"})

    assert found == ("$939 to $4,389, with or without grants", 939, 4389)


def test_what_nobody_answered_is_asked_by_name(aid: str) -> None:
    made = bill(FULL, aid=aid, person={"poor": "no"})

    assert made.asked == ("Have you lived here for a year?",)


def test_a_question_without_a_sentence_is_asked_by_its_name(aid: str) -> None:
    assert bill(FULL, aid=aid, person={"resident": "no"}).asked == ("poor",)


def test_a_grant_for_short_programs_passes_over_a_long_one(aid: str) -> None:
    short = bill({**FULL, "hours": "300"}, aid=aid, person={"resident": "no", "poor": "no"})
    long = bill(FULL, aid=aid, person={"resident": "no", "poor": "no"})

    assert (paid(short)[0], [name for name, _, _ in paid(long)]) == (("Short", 500, 500), ["Benefits"])


def test_a_condition_that_the_table_does_not_answer_shows_both(aid: str) -> None:
    made = bill({**FULL, "hours": ""}, aid=aid, person={"resident": "no", "poor": "no"})

    assert made.grants[0] == Paid(name="Short", least=0, most=500, open=("hours at least 150", "hours at most 599"))


def test_a_grant_of_your_own_is_taken_at_your_word(aid: str) -> None:
    made = bill(FULL, aid=aid, person={"resident": "no", "First": "$700"})

    assert paid(made) == [("First", 700, 700), ("Benefits", 0, 0)]


def test_a_grant_refused_is_not_counted(aid: str) -> None:
    made = bill({**FULL, "hours": "300"}, aid=aid, person={"Last": "no", "First": "no", "Short": "no"})

    assert paid(made) == [("Benefits", 0, 0)]


def test_grants_in_the_file_pay_first_and_of_the_parts_only(aid: str) -> None:
    refused = {"resident": "no", "First": "no"}

    assert paid(bill({**FULL, "grants": "$600"}, aid=aid, person=refused))[0] == ("grants", 600, 600)
    assert paid(bill({**FULL, "total_cost": "$4,000", "grants": "$600"}, aid=aid, person=refused)) == [
        ("Benefits", 0, 0)
    ]


def test_of_a_total_only_stated_parts_are_surely_covered(aid: str) -> None:
    sure = {"resident": "yes", "poor": "no"}

    assert cost({"total_cost": "$4,000", "hours": "720"}, aid=aid, person=sure)[1:] == (0, 4000)
    assert cost({"total_cost": "$4,000", "tuition": "$3,000", "hours": "720"}, aid=aid, person=sure)[1:] == (0, 1000)
    assert cost({"total_cost": "$4,389", **FULL}, aid=aid, person=sure)[1:] == (939, 939)


def test_a_total_below_its_parts_is_never_paid_for_twice(aid: str) -> None:
    assert cost({**FULL, "total_cost": "$2,000"}, aid=aid, person={"resident": "yes", "poor": "yes"})[1:] == (0, 0)


def test_a_part_that_nobody_states_stays_unknown_under_a_grant(aid: str) -> None:
    found = fact({"fees": "$450", "books": "$540", "exam_fee": "$399"}, aid=aid, person={"resident": "yes"})

    assert found.unknown.tolist() == [Unknown.PARTS_MISSING]


@pytest.mark.parametrize(("start", "names"), [("2026-06", []), ("2026-07", ["Later"]), ("2027-08", [])])
def test_a_grant_counts_from_its_first_to_its_last_month(tmp_path: Path, start: str, names: list[str]) -> None:
    text = "grants: [{name: Later, covers: everything, amount: $100, from: 2026-07, to: 2027-07, source: a law}]"

    made = bill(FULL, aid=written(tmp_path, "later.yaml", text), person={"start": start})

    assert [grant.name for grant in made.grants] == names


def test_a_dated_grant_asks_for_the_month_of_the_start(tmp_path: Path) -> None:
    text = "grants: [{name: Later, covers: everything, amount: $100, from: 2026-07, source: a law}]"

    made = bill(FULL, aid=written(tmp_path, "later.yaml", text))

    assert (paid(made), made.asked) == ([("Later", 0, 100)], ("In which month will you start?",))


EITHER = """
grants:
  - {name: A, covers: [tuition], amount: "$1,000", person: {a: yes}, source: s}
  - {name: B, covers: [tuition, fees], amount: "$1,500", person: {b: yes}, not_with: [A], source: s}
  - {name: C, covers: [fees], amount: $200, source: s}
"""


@pytest.mark.parametrize(
    ("said", "low", "high"),
    [
        ({}, 4450 - 1500 - 200, 4450 - 200),
        ({"a": "yes"}, 4450 - 1000 - 200, 4450 - 1000 - 200),
        ({"b": "yes"}, 4450 - 1500 - 200, 4450 - 1500 - 200),
        ({"a": "no"}, 4450 - 1500 - 200, 4450 - 200),
        ({"b": "no"}, 4450 - 1000 - 200, 4450 - 200),
        ({"a": "yes", "b": "yes"}, 4450 - 1500 - 200, 4450 - 1000 - 200),
        ({"A": "$2,000"}, 4450 - 2000 - 200, 4450 - 2000 - 200),
    ],
)
def test_of_grants_that_nobody_has_together_one_pays(
    tmp_path: Path, said: dict[str, str], low: float, high: float
) -> None:
    made = bill(
        {"tuition": "$4,000", "fees": "$450", "books": "$0", "exam_fee": "$0"},
        aid=written(tmp_path, "either.yaml", EITHER),
        person=said,
    )

    assert (made.net_low, made.net_high) == (low, high)


def test_a_grant_that_another_stands_for_says_so(tmp_path: Path) -> None:
    row = {"tuition": "$4,000", "fees": "$450", "books": "$0", "exam_fee": "$0"}

    made = bill(row, aid=written(tmp_path, "either.yaml", EITHER))

    assert [(grant.name, grant.most, grant.instead) for grant in made.grants] == [
        ("A", 0, "B"),
        ("B", 1500, ""),
        ("C", 200, ""),
    ]


def test_an_old_cost_keeps_its_bill(add: str) -> None:
    row = {"tuition": "$3,000", "fees": "$450", "exam": "CBCS", "as_of": "2019"}
    cost = {"name": "cost", "kind": "money", "column": "total_cost", "parts": ["tuition", "fees"], "add": add}
    table = "program," + ",".join(row) + "\nP," + ",".join(f'"{cell}"' for cell in row.values()) + "\n"

    decision = decide(table.encode(), {"criteria": [{**cost, "best": 0, "worst": 8000}]}, fresh_since="2024")

    assert decision.facts["cost"].tolist() == ["$3,867 added up in 2019 (old), of it $417 assumed"]
    assert decision.bill("P").line.tolist() == ["tuition", "fees", "books", "exam fee", "all in", "left to pay"]


def test_your_own_figure_alone_is_a_way_to_state_a_cost() -> None:
    wanted = {"criteria": [{"name": "cost", "kind": "money", "override": "mine", "best": 0, "worst": 8000}]}

    found = decide(b"program,mine\nP,$900\n", wanted).outcome.facts

    assert (found["cost"].texts, found.read_from) == (["$900, your own figure"], {"cost": (1,)})


def test_a_missing_figure_of_your_own_is_said_like_any_missing_column() -> None:
    wanted = {"criteria": [{"name": "cost", "kind": "money", "override": "mine", "best": 0, "worst": 8000}]}

    with pytest.raises(BadPrograms) as caught:
        decide(b"program,price\nP,$900\n", wanted)

    assert [fault.column for fault in caught.value.faults] == ["mine"]


def test_columns_that_a_bill_depends_on_are_no_guesses(add: str) -> None:
    found = facts({"total_cost": "$223 per credit", "credits": "27", "exam": "CPC"}, add=add, **COUNTS)

    assert found.read_from["cost"] == (1, 2, 3)
