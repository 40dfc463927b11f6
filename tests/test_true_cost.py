"""What a program truly costs, from the table and the bundled lists to the answer: examples worked out by hand."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft202012Validator

from decision import decide
from decision.cli import main

if TYPE_CHECKING:
    from pathlib import Path

    from decision import Decision

HEADER = (
    "program,school,state,exam,credits,months,weeks,hours,tuition,fees,books,exam_fee,dues,practical,total_cost,"
    "internship,workforce_pell,wioa,my_cost"
)
REFUSED = {
    "Pell Grant": "no",
    "Workforce Pell Grant": "no",
    "WIOA training account": "no",
    "section 30": "no",
    "book allowance": "no",
}
RESIDENT = {"massachusetts resident": "yes", "bachelor": "no", "fafsa": "yes", "six credits a term": "yes"}


def table(**cells: str) -> bytes:
    """One program, with these cells."""
    row = {"program": "P", **cells}
    line = ",".join(f'"{row.get(name, "")}"' for name in HEADER.split(","))
    return f"{HEADER}\n{line}\n".encode()


def decided(cells: dict[str, str], person: dict[str, str] | None = None, **options: str) -> Decision:
    """A decision by the bundled set, with the user's answers."""
    return decide(table(**cells), "true-cost", set={"cost.person": person or {}, **options}, allow_missing=True)


def programs(decision: Decision) -> list[dict[str, Any]]:
    """The programs of the document."""
    found: Any = decision.to_dict()["programs"]
    return list(found)


def bill(decision: Decision) -> dict[str, tuple[float, float]]:
    """The lines of the bill: name -> least and most."""
    lines = decision.bill("P")
    return {name: (low, high) for name, low, high in zip(lines.line, lines.low, lines.high, strict=True)}


# ── a community college ───────────────────────────────────────────────────────────────────────────────────────────────

COLLEGE = {
    "school": "Bunker Hill Community College",
    "state": "MA",
    "exam": "CPC",
    "credits": "27",
    "tuition": "$223 per credit",
    "fees": "$150",
    "internship": "no",
}
"""Bunker Hill's coding certificate: 27 credits (its catalog) at $223 each (IPEDS, 2021-22); the fees are invented."""


def test_a_community_college_with_free_tuition_leaves_books_exam_and_dues() -> None:
    """27 x $223 = $6,021 and $150 are paid by MassEducate; books, exam, dues and a retake are left."""
    made = bill(decided(COLLEGE, {**RESIDENT, **REFUSED}))

    assert made["tuition"] == (6021, 6021)
    assert made["MassEducate"] == (-6171, -6171)
    assert made["left to pay"] == (205 + 425 + 157 + 0, 550 + 425 + 222 + 425)


def test_the_same_college_costs_all_of_it_with_a_bachelors_degree() -> None:
    made = bill(decided(COLLEGE, {**RESIDENT, "bachelor": "yes", **REFUSED}))

    assert made["left to pay"] == made["all in"] == (6021 + 150 + 205 + 425 + 157, 6021 + 150 + 550 + 425 + 222 + 425)


def test_a_pell_grant_pays_first_and_frees_nothing_twice() -> None:
    """$3,000 of tuition by Pell, the other $3,171 of tuition and fees by MassEducate: as much as without Pell."""
    made = bill(decided(COLLEGE, {**RESIDENT, **REFUSED, "Pell Grant": "$3,000"}))

    assert (made["Pell Grant"], made["MassEducate"]) == ((-3000, -3000), (-3171, -3171))
    assert made["left to pay"] == (787, 1622)


def test_the_allowance_for_books_pays_at_most_the_books() -> None:
    made = bill(decided({**COLLEGE, "books": "$540"}, {**RESIDENT, **REFUSED, "MassEducate book allowance": "$1,200"}))

    assert made["MassEducate book allowance"] == (-540, -540)


def test_what_nobody_answered_leaves_the_limit_open_and_is_asked_of_oneself() -> None:
    decision = decided(COLLEGE, REFUSED, **{"accreditation.must": "none", "schedule.must": "none"})

    (program,) = programs(decision)
    assert program["status"] == "ask"
    assert program["reason"] == (
        "May fit: cost $787 to $7,793, $787 to $1,622 assumed, with or without grants, is partly over your limit of "
        "$6,000."
    )
    questions: Any = decision.to_dict()["questions"]
    (asked,) = [one for one in questions if one["criterion"] == "cost"]
    assert asked["question"] == (
        "Answer for yourself: Will you have lived in Massachusetts for at least a year when you start? "
        "(And 3 more: decide explain lists them.)"
    )


# ── a trade school ────────────────────────────────────────────────────────────────────────────────────────────────────

TRADE = {"school": "MTTI", "state": "MA", "exam": "CBCS", "weeks": "30", "hours": "720", "total_cost": "$16,300"}
"""A Massachusetts trade school: $16,300 for the whole program (IPEDS, 2021-22), about 7 months and 30 credits."""


def test_workforce_pell_is_not_for_a_long_program() -> None:
    """720 clock hours and 30 weeks: Workforce Pell takes 150 to 599 hours and 8 to under 15 weeks."""
    answers = {**REFUSED, "Workforce Pell Grant": "yes", "start": "2026-09"}

    long = bill(decided({**TRADE, "workforce_pell": "yes"}, answers))
    short = bill(decided({**TRADE, "workforce_pell": "yes", "weeks": "12", "hours": "300"}, answers))

    assert ("Workforce Pell Grant" in long, short["Workforce Pell Grant"]) == (False, (-7395, 0))


@pytest.mark.parametrize(
    ("cells", "start", "names"),
    [
        ({"hours": "599", "weeks": "14"}, "2026-07", ["Workforce Pell Grant"]),
        ({"hours": "150", "weeks": "8"}, "2026-07", ["Workforce Pell Grant"]),
        ({"hours": "600", "weeks": "14"}, "2026-07", []),
        ({"hours": "149", "weeks": "14"}, "2026-07", []),
        ({"hours": "300", "weeks": "15"}, "2026-07", []),
        ({"hours": "300", "weeks": "7"}, "2026-07", []),
        ({"hours": "300", "weeks": "12"}, "2026-06", []),
        ({"hours": "300", "weeks": "12", "workforce_pell": "no"}, "2026-07", []),
    ],
)
def test_workforce_pell_holds_to_its_hours_weeks_state_and_month(
    cells: dict[str, str], start: str, names: list[str]
) -> None:
    """ncan.org and newamerica.org: 150-599 hours, 8 to under 15 weeks, state-approved, from July 2026."""
    row = {**TRADE, "workforce_pell": "yes", **cells}

    made = bill(decided(row, {**REFUSED, "Workforce Pell Grant": "yes", "start": start}))

    assert [name for name in made if name.endswith("Grant")] == names


def test_nobody_has_both_kinds_of_pell() -> None:
    """sbctc.edu: students cannot receive both the general Pell Grant and Workforce Pell at the same time."""
    row = {**TRADE, "total_cost": "$20,000", "hours": "300", "weeks": "12", "workforce_pell": "yes", "wioa": "no"}

    made = bill(decided(row, {"start": "2026-09", "section 30": "no"}))

    assert (made["Pell Grant"], made["Workforce Pell Grant"]) == ((-7395, 0), (0, 0))
    assert made["left to pay"] == (20000 - 7395, made["all in"][1])


def test_a_training_account_is_capped() -> None:
    """A WIOA account of $4,000, of a program of $16,300; a stated total holds exam and books."""
    made = bill(decided({**TRADE, "wioa": "yes"}, {**REFUSED, "WIOA training account": "$4,000"}))

    assert made["all in"] == (16300, 16300 + 425 + 200)
    assert made["WIOA training account"] == (-4000, 0)


def test_a_training_account_surely_pays_stated_parts() -> None:
    row = {"exam": "CBCS", "wioa": "yes", "tuition": "$4,500", "fees": "$0", "books": "$300", "exam_fee": "$117"}

    made = bill(decided({**row, "internship": "no"}, {**REFUSED, "WIOA training account": "yes"}))

    assert made["WIOA training account"] == (-4917, -3000)
    assert made["left to pay"] == (0, 4917 + 425 - 3000)


def test_a_training_account_is_not_for_a_program_off_the_list() -> None:
    made = bill(decided({**TRADE, "wioa": "no"}, {**REFUSED, "WIOA training account": "$4,000"}))

    assert "WIOA training account" not in made


def test_the_training_opportunities_program_takes_no_money_off() -> None:
    decision = decided(TRADE, {**REFUSED, "section 30": "yes"})

    made = bill(decision)

    assert made["Training Opportunities Program (Section 30)"] == (0, 0)
    assert "No money off." in decision.explain("P")


# ── exams ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("exam", "lines"),
    [
        ("CPC", {"exam fee": (425, 425), "dues": (157, 222), "expected retakes": (0, 425)}),
        ("Certified Professional Coder (CPC)", {"exam fee": (425, 425), "dues": (157, 222)}),
        ("CCA", {"exam fee": (199, 299), "expected retakes": (76, 114)}),
        ("Certified Billing & Coding Specialist (CBCS)", {"exam fee": (117, 117), "expected retakes": (0, 425)}),
        ("CBCS or CPC", {"exam fee": (117, 425), "dues": (0, 222)}),
        ("", {"exam fee": (117, 425), "dues": (0, 222)}),
    ],
)
def test_an_exam_brings_its_own_fees(exam: str, lines: dict[str, tuple[float, float]]) -> None:
    """CPC $425 and AAPC dues of $157 or $222; CCA $199 or $299, 62 % of 2,101 passed in 2025; CBCS about $117."""
    made = bill(decided({"exam": exam, "tuition": "$3,000", "fees": "$0", "books": "$300"}, REFUSED))

    assert {name: made[name] for name in lines} == lines


def test_dues_are_not_paid_where_the_exam_asks_for_none() -> None:
    assert "dues" not in bill(decided({"exam": "CBCS", "tuition": "$3,000", "fees": "$0"}, REFUSED))


# ── faces ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_what_is_assumed_is_named_where_it_counts() -> None:
    row = {**COLLEGE, "tuition": "$3,000", "books": "$300", "exam_fee": "$425", "dues": "$157", "exam": "CCA"}
    musts = {f"{name}.must": "none" for name in ("accreditation", "schedule")}

    (program,) = programs(decided(row, {**REFUSED, "bachelor": "yes"}, **musts))

    assert program["reason"] == (
        "Meets both must-haves. Most earned: 13 of 27.1 points for cost, $4,108 to $4,146 added up, of it $76 to $114 "
        "assumed. Most lost: 52.1 of 52.1 points for exam pass rate, no such column."
    )


def test_what_is_assumed_is_named_also_where_another_fact_tells_more() -> None:
    row = {**COLLEGE, "tuition": "$5,000", "books": "$300", "exam_fee": "$425", "exam": "CPC", "internship": "yes"}
    musts = {f"{name}.must": "none" for name in ("accreditation", "schedule")}

    (program,) = programs(decided(row, {**REFUSED, "bachelor": "yes"}, **{**musts, "cost.at_most": "9000"}))

    assert program["reason"].endswith("Of cost, $157 to $847 is assumed.")


def test_the_document_holds_every_line_and_keeps_to_its_schema() -> None:
    schema = json.loads(files("decision.report.files").joinpath("decision.schema.json").read_text("utf-8"))
    decision = decided(COLLEGE, {**RESIDENT, **REFUSED})
    document = decision.to_dict()

    (program,) = programs(decision)
    made = program["bills"]["cost"]

    assert Draft202012Validator(schema).is_valid(document)
    assert [line["name"] for line in made["lines"]] == [
        "tuition",
        "fees",
        "books",
        "exam fee",
        "dues",
        "expected retakes",
    ]
    assert made["lines"][0] == {
        "name": "tuition",
        "low": 6021.0,
        "high": 6021.0,
        "source": "worked out",
        "note": "$223 x 27 credits",
    }
    assert (made["all_in"], made["net"]) == ({"low": 6958.0, "high": 7793.0}, {"low": 787.0, "high": 1622.0})


def test_a_part_that_nobody_states_is_null_in_the_document() -> None:
    (program,) = programs(decided({"fees": "$150", "exam": "CPC"}, REFUSED))

    made = program["bills"]["cost"]

    assert (made["lines"][0]["source"], made["lines"][0]["high"], made["net"]["high"]) == ("not stated", None, None)


def test_the_command_takes_lists_and_answers_and_can_be_run_again(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file, record = tmp_path / "programs.csv", tmp_path / "decision.json"
    file.write_bytes(table(**COLLEGE))
    options = ["--set", "cost.add=medical-coding", "--set", "cost.aid=massachusetts"]
    options += ["--set", "cost.person=massachusetts resident: yes, bachelor: no", "--allow-missing", "-q"]

    ranked = main(["rank", str(file), *options, "--json"])
    printed = capsys.readouterr().out
    record.write_text(printed)
    replayed = main(["replay", str(record)])

    assert (ranked, replayed) == (0, 0)
    assert capsys.readouterr().out == printed
    assert sorted(json.loads(printed)["settings"]["criteria"]["lists"]) == ["aid/massachusetts", "costs/medical-coding"]


def test_a_list_is_never_written_over(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file, costs = tmp_path / "programs.csv", tmp_path / "costs.yaml"
    file.write_bytes(table(**COLLEGE))
    costs.write_text("lines: [{name: dues, amount: $10, source: me}]")

    status = main(["rank", str(file), "--set", f"cost.add={costs}", "--allow-missing", "-q", "-o", str(costs)])

    assert (status, costs.read_text()) == (2, "lines: [{name: dues, amount: $10, source: me}]")
    assert "this file is also what is read" in capsys.readouterr().err


# ── New Jersey's records of 2021 ──────────────────────────────────────────────────────────────────────────────────────

NEW_JERSEY = {
    "name": "cost",
    "kind": "money",
    "column": "totalcost",
    "parts": ["tuition", "fees", "booksmaterialscost", "suppliestoolscost", "othercosts"],
    "best": "$0",
    "worst": "$8,000",
}


def test_every_odd_total_of_new_jersey_is_told_before_ranking(shared: Path) -> None:
    """1,110 records: 14 totals are not the sum of their parts, 8 by over 1 %; 73 are $0, one of them with parts."""
    file = shared / "data" / "nj_etpl_2021_records.csv"

    doubts = decide(file, {"criteria": [NEW_JERSEY]}, source="none").outcome.facts.doubts

    differing = [(doubt.row, doubt.found, doubt.problem) for doubt in doubts if "its parts" in doubt.problem]
    zeros = [doubt for doubt in doubts if doubt.problem == "$0 is not called free: is it not reported?"]
    assert (len(doubts), len(zeros)) == (80, 72)
    assert differing == [
        (17, "0", "its parts come to $1,000. Used as stated."),
        (456, "2085", "its parts come to $2,005. Used as stated."),
        (572, "3900", "its parts come to $4,000. Used as stated."),
        (603, "2982", "its parts come to $2,582. Used as stated."),
        (630, "41984198", "10,001 times its parts ($4,198): a slip? Used as stated."),
        (788, "725", "its parts come to $825. Used as stated."),
        (855, "4322", "its parts come to $4,122. Used as stated."),
        (925, "6120", "its parts come to $5,100. Used as stated."),
    ]


def test_a_slip_is_told_where_its_parts_are_not_at_hand(shared: Path) -> None:
    file = shared / "data" / "nj_etpl_2021_records.csv"
    total = {key: value for key, value in NEW_JERSEY.items() if key != "parts"}

    doubts = decide(file, {"criteria": [total]}, source="none").outcome.facts.doubts

    assert [(doubt.row, doubt.problem) for doubt in doubts if "a slip?" in doubt.problem] == [
        (630, "10,496 times the middle of its column ($4,000): a slip? Used as stated.")
    ]
