"""A bill, a timetable, dates and wages asked for at once: what each says goes with what the others say."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import openpyxl
import pandas as pd
import pytest

from decision import decide
from decision.model import Status
from decision.report.sheets.ranked_workbook import ranked_workbook
from tests.commands import decide as run_decide

if TYPE_CHECKING:
    from pathlib import Path

    from decision import Decision

COLUMNS = (
    "program,school,state,exam,accreditation,schedule,credits,tuition,fees,total_cost,daytime_blocks,weekly_hours,as_of,"
    "my_cost,months"
)
ROWS = [
    "Evening coding,Mid Community College,MA,CPC,CAHIIM,Tue/Thu 18:00-21:00,27,$223 per credit,$150,,40 hours,6,2019,,",
    "Day coding,MassBay Community College,MA,CCA,CAHIIM,Mon-Fri 9:00-12:00,30,$200 per credit,$100,,none,15,2026,,9",
    'Billing,Penn Foster,PA,CBCS,AAPC,Sat 9:00-13:00,,,,"$1,499",none,4,2018,,4',
    'Own figure,Teaspoon School,NH,CPC,AAPC,Sat 9:00-12:00,,"$9,000",,,none,3,2017,"$1,200",6',
    "Nothing known,,,,,,,,,,,,,,",
]
TABLE = "\n".join([COLUMNS, *ROWS, ""]).encode()
SET: dict[str, Any] = {
    "schedule.available": "Mon-Fri after 17:30,Sat",
    "schedule.travel": 30,
    "schedule.blocks": "daytime_blocks",
    "schedule.hours_free": 20,
    "schedule.aid_load": "6 credits",
    "cost.person": "massachusetts resident: yes, bachelor: no, fafsa: yes",
}
WAGES = {"now": 17.5, "then": 22}


def decided(table: bytes | pd.DataFrame = TABLE, **more: Any) -> Decision:  # noqa: ANN401 -- options of decide
    """All of it at once."""
    options: dict[str, Any] = {"set": SET, "fresh_since": "2025", "area": "Worcester", "wages": WAGES, **more}
    return decide(table, "true-cost", allow_missing=True, **options)


def reason(decision: Decision, name: str) -> str:
    """Why a program stands where it does."""
    found: Any = decision.to_dict()["programs"]
    return str(next(program["reason"] for program in found if program["name"] == name))


def test_a_reason_with_a_bill_and_an_old_date_is_a_sentence() -> None:
    assert reason(decided(), "Evening coding") == (
        "May fit: cost $157 to $7,993 in 2019 (old), $787 to $1,822 assumed, with or without grants, is partly over "
        'your limit of $6,000. Only if you can also take about 40 hours for "40 hours".'
    )


def test_the_table_of_the_answer_says_shortly_that_a_cost_is_partly_assumed() -> None:
    lines = str(decided()).splitlines()

    at = next(number for number, line in enumerate(lines) if "Evening coding" in line)
    assert [line[44:59].strip() for line in lines[at : at + 5]] == [
        "$157 to",
        "$7,993 in",
        "2019 (old),",
        "partly",
        "assumed",
    ]


def test_an_explanation_says_that_the_rest_of_the_questions_stand_below() -> None:
    said = " ".join(decided().explain("Evening").split())

    assert "enrolled for the certificate or degree? (And 5 more, listed below.)" in said
    assert "decide explain" not in said


def test_the_workbook_names_pay_and_answers() -> None:
    rows = openpyxl.load_workbook(io.BytesIO(ranked_workbook(decided().outcome)))["how it was decided"].iter_rows(
        values_only=True
    )

    told = {(about, what): words for about, what, words in rows}
    assert told["cost", "you said"] == "massachusetts resident: yes; bachelor: no; fafsa: yes"
    assert told["pay", "Worcester, MA"] == (
        "May 2025: one person in ten earns less than $18.02 an hour, half earn more than $24.54, one in ten more than "
        "$36.33 (Medical Records Specialists, 29-2072)."
    )
    assert told["pay", "payback"] == (
        "From $17.50 to $22.00 an hour, 40 hours a week (assumed), is $780 more a month before tax."
    )
    assert str(told["pay", "source"]).startswith("U.S. Bureau of Labor Statistics. BLS OEWS, release May 2025")


def test_without_an_area_the_workbook_names_no_pay() -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(ranked_workbook(decided(area=None, wages=None).outcome)))[
        "how it was decided"
    ]

    assert "pay" not in [row[0] for row in sheet.iter_rows(values_only=True)]


def test_a_comparison_names_the_date_of_fresh_facts_in_words() -> None:
    told = decided().compare(decided(fresh_since=None))

    assert "  Date from which facts are fresh: not set; before, 2025.\n" in str(told)


def test_a_table_of_pandas_gives_the_same_answer() -> None:
    framed = decided(pd.read_csv(io.BytesIO(TABLE)))

    keys = ("rank", "status", "score", "score_high", "reason")
    told: list[list[Any]] = [
        [[program[key] for key in keys] for program in decision.to_dict()["programs"]]  # type: ignore[attr-defined]
        for decision in (framed, decided())
    ]
    assert told[0] == told[1]


@pytest.mark.parametrize("output", ["ranked.csv", "ranked.xlsx"])
def test_a_run_with_everything_can_be_run_again(tmp_path: Path, output: str) -> None:
    (tmp_path / "programs.csv").write_bytes(TABLE)
    options = [part for name, value in SET.items() for part in ("--set", f"{name}={value}")]
    wages = ["--area", "Worcester", "--wage-now", "17.50", "--wage-then", "22"]
    run = ["rank", "programs.csv", "--criteria", "true-cost", "--allow-missing", "--fresh-since", "2025", "-o", output]

    first = run_decide(*run, *options, *wages, "--json", folder=tmp_path)
    (tmp_path / "kept.json").write_bytes(first.stdout)
    again = run_decide("replay", "kept.json", folder=tmp_path)

    assert (again.returncode, again.stdout) == (0, first.stdout)


BEHIND = {
    "accreditation": ["accreditation"],
    "certification": ["exam"],
    "schedule": ["schedule", "daytime_blocks", "weekly_hours", "months"],
    "cost": ["credits", "tuition", "fees", "total_cost", "my_cost"],
    "date": ["as_of"],
}


@pytest.mark.parametrize("fact", BEHIND)
@pytest.mark.parametrize("row", range(len(ROWS)))
def test_blanking_every_cell_behind_a_fact_makes_no_program_better(fact: str, row: int) -> None:
    frame = pd.read_csv(io.BytesIO(TABLE), dtype=str, keep_default_na=False)
    blank = frame.copy()
    blank.loc[row, BEHIND[fact]] = ""

    stated, silent = decided(frame).outcome, decided(blank).outcome

    assert silent.points.score[row] <= stated.points.score[row]
    assert (silent.elimination.status[row] == Status.FITS) <= (stated.elimination.status[row] == Status.FITS)
