"""A true schedule from the table to what a person sees, on rules that real schools state.

- Bunker Hill Community College, Medical Coding Certificate: evenings, 27 credits over four semesters, and an internship
  of 40 hours in one week, mostly in the daytime on weekdays (bhcc.edu/surgicaltech/frequentlyaskedquestions, undated).
- Borough of Manhattan Community College, Health Information Technology: "HIT courses only during the day, liberal arts
  evenings and weekends" (bmcc.cuny.edu).
- MassBay Community College, Medical Coding Certificate: fully online, asynchronous, two semesters (massbay.edu).

Hours, dates and prices below are invented where the schools state none.
"""

from __future__ import annotations

import csv
import io
import itertools
import json
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from decision import Decision, decide
from decision.model import Status
from decision.report.screen.check import check
from decision.report.screen.criteria_view import criteria_text
from decision.report.screen.page import html
from decision.report.screen.terminal import terminal
from decision.roof.again import replayed
from tests.report.files.test_document import SCHEMA
from tests.report.golden import golden

if TYPE_CHECKING:
    from pathlib import Path

HEADER = "program,schedule,delivery,daytime_blocks,weekly_hours,start_date,months,cost"
BUNKER_HILL = 'Bunker Hill,Mon/Wed 18:00-21:00,in person,"40 hours, weekdays, one week",,2027-01-19,16,$6750'
BMCC = "BMCC,Mon-Fri 09:00-13:00,in person,none,,2027-01-25,24,$4800"
MASSBAY = "MassBay,,asynchronous,none,6,rolling,9,$4900"
HARBOR = "Harbor,Tue 17:30-20:30,in person,none,,2027-02-01,9,$3450"
LINDEN = "Linden,Tu Th 6-9pm,live online,,12,2027-02-01,9,$4000"
QUAY = "Quay,evening,,none,4,January 2027,9,$4100"
TABLE = "\n".join([HEADER, BUNKER_HILL, BMCC, MASSBAY, HARBOR, LINDEN, QUAY, ""])

SCHEDULE: dict[str, Any] = {
    "name": "schedule",
    "kind": "schedule",
    "column": "schedule",
    "must": {"available": ["Mon-Fri 17:15-22:00", "Sat"]},
    "travel": "30 minutes",
    "hours_free": 25,
    "ready": "2027-01-05",
    "finish_by": "2028-06-30",
    "aid_load": "6 credits",
}
COST: dict[str, Any] = {
    "name": "cost",
    "kind": "money",
    "column": "cost",
    "must": {"at_most": 7000},
    "worst": 8000,
    "best": 0,
}
CRITERIA: dict[str, Any] = {"title": "Evenings", "criteria": [SCHEDULE, COST]}


@pytest.fixture(scope="module")
def decision() -> Decision:
    """The six programs, decided."""
    return decide(TABLE.encode(), CRITERIA)


def by_name(decided: Decision) -> dict[str, dict[str, Any]]:
    """The programs of the document by their names."""
    programs: Any = decided.to_dict()["programs"]
    return {program["name"]: program for program in programs}


def statuses(rows: list[str], schedule: dict[str, Any]) -> dict[str, str]:
    """Where each program stands by its schedule alone."""
    text = "\n".join([HEADER, *rows, ""])
    decided = decide(text.encode(), {"criteria": [schedule]})
    return {name: program["status"] for name, program in by_name(decided).items()}


def test_each_program_has_its_answer_and_its_reason(decision: Decision) -> None:
    told = {name: (program["status"], program["reason"]) for name, program in by_name(decision).items()}

    assert told == {
        "Bunker Hill": (
            "fits",
            (
                "Meets both must-haves. Most earned: 15.6 of 100 points for cost, $6,750. Only if you can also take "
                'about 40 hours for "40 hours, weekdays, one week".'
            ),
        ),
        "MassBay": ("fits", "Meets both must-haves. Most earned: 38.7 of 100 points for cost, $4,900."),
        "Quay": (
            "ask",
            "May fit: schedule evening leaves open on which days and hours classes meet and on which day it starts.",
        ),
        "Harbor": (
            "out",
            (
                "Schedule: Tue 17:30-20:30 with 30 minutes on each side does not fit: you are free from 17:15. It "
                "meets all else."
            ),
        ),
        "Linden": (
            "out",
            (
                "Schedule: 12 hours of class a week and 2 hours of study for each (assumed) come to 36 hours, 11 "
                "more than your 25. It meets all else."
            ),
        ),
        "BMCC": (
            "out",
            (
                "Schedule: Mon 09:00-13:00 with 30 minutes on each side does not fit: you are not free on Mon at "
                "that time; 20 hours of class a week (from sessions) and 2 hours of study for each (assumed) come to "
                "60 hours, 35 more than your 25; it ends about January 24, 2029, 208 days after your last day, June "
                "30, 2028. It meets all else."
            ),
        ),
    }


def test_conditions_travel_as_a_list_of_their_own(decision: Decision) -> None:
    told = {name: program["conditions"] for name, program in by_name(decision).items() if program["conditions"]}

    assert told == {"Bunker Hill": ['you can also take about 40 hours for "40 hours, weekdays, one week"']}


def test_labels_have_no_margin_and_the_reason_says_by_how_much(decision: Decision) -> None:
    (failed,) = by_name(decision)["Linden"]["failed"]

    assert failed == {
        "criterion": "schedule",
        "found": "Tu Th 6-9pm: 12 hours of class a week and 2 hours of study for each (assumed) come to 36 hours, 11 "
        "more than your 25",
        "wanted": "within Mon-Fri 17:15-22:00 or Sat, 30 minutes of travel, 25 hours a week (2 of study for 1 of "
        "class, assumed), ready January 5, 2027, done by June 30, 2028, 6 credits for aid",
        "margin": None,
        "only": True,
    }


@pytest.mark.parametrize("width", [80, 60])
def test_the_answer_is_drawn_as_the_golden_file_shows(decision: Decision, width: int) -> None:
    drawn = terminal(decision.outcome, decision.insight, width=width, output="ranked.csv")

    assert drawn == golden(f"true_schedule_{width}")


@pytest.mark.parametrize(("name", "file"), [("Bunker Hill", "fits"), ("Harbor", "out"), ("Quay", "ask")])
def test_a_program_is_explained_as_the_golden_file_shows(decision: Decision, name: str, file: str) -> None:
    assert decision.explain(name) == golden(f"true_schedule_explain_{file}")


def test_the_criteria_are_shown_with_all_that_is_checked(decision: Decision) -> None:
    assert criteria_text(decision.outcome.criteria) == golden("true_schedule_criteria")


def test_the_check_names_the_columns_that_were_read(decision: Decision) -> None:
    outcome = decision.outcome

    drawn = check(outcome.programs, outcome.criteria, outcome.facts)

    assert drawn == golden("true_schedule_check")


def test_the_page_names_the_condition(decision: Decision) -> None:
    assert "You can also take about 40 hours" in html(decision.outcome, decision.insight)


def test_the_document_is_of_its_schema(decision: Decision) -> None:
    jsonschema.Draft202012Validator(SCHEMA).validate(json.loads(json.dumps(decision.to_dict())))


def test_what_is_not_known_is_asked_in_words_for_the_school(decision: Decision) -> None:
    rows = list(csv.DictReader(io.StringIO(decision.questions_csv().decode())))

    assert [(row["name"], row["question"]) for row in rows] == [
        ("Quay", "Which days and hours do classes meet? On which day does it next start?")
    ]


def test_a_run_is_repeated_from_what_was_recorded(tmp_path: Path) -> None:
    (tmp_path / "programs.csv").write_text(TABLE)
    lines = "\n".join(f"    {key}: {json.dumps(value)}" for key, value in SCHEDULE.items() if key != "name")
    (tmp_path / "mine.yaml").write_text(f"criteria:\n  - name: schedule\n{lines}\n")
    first = decide(tmp_path / "programs.csv", tmp_path / "mine.yaml", set={"schedule.travel": 10}).to_dict()

    again = replayed(json.loads(json.dumps(first)))

    assert json.dumps(again) == json.dumps(first)


def test_what_was_set_otherwise_is_named_as_the_cause(decision: Decision) -> None:
    told = decision.compare(decide(TABLE.encode(), CRITERIA, set={"schedule.travel": 10}))

    assert told == golden("true_schedule_compare")


@pytest.mark.parametrize(
    ("must", "bmcc", "massbay"),
    [
        ({"any_of": ["evening", "weekend", "online"]}, "out", "fits"),
        ({"any_of": ["day"]}, "fits", "ask"),
        ({"none_of": ["day"]}, "out", "ask"),
        ({"available": ["Mon-Fri"]}, "fits", "fits"),
    ],
)
def test_real_rules_are_judged_by_words_as_by_hours(must: dict[str, Any], bmcc: str, massbay: str) -> None:
    found = statuses(
        [BMCC, MASSBAY], {"name": "s", "kind": "schedule", "column": "schedule", "must": must, "travel": 0}
    )

    assert found == {"BMCC": bmcc, "MassBay": massbay}


def test_without_the_keys_the_same_table_is_judged_by_its_words_alone() -> None:
    plain = {"name": "s", "kind": "schedule", "column": "schedule", "must": {"any_of": ["evening"]}}

    assert statuses([BUNKER_HILL, BMCC, MASSBAY], plain) == {"Bunker Hill": "fits", "BMCC": "out", "MassBay": "ask"}


def test_blocks_that_are_not_stated_are_asked_about_and_never_none() -> None:
    schedule = {**SCHEDULE, "must": {"any_of": ["evening", "online"]}}
    silent = BUNKER_HILL.replace('"40 hours, weekdays, one week"', "")

    assert statuses([BUNKER_HILL], schedule) == {"Bunker Hill": "fits"}
    assert statuses([silent], schedule) == {"Bunker Hill": "ask"}


def test_an_old_fact_is_held_against_the_same_plan() -> None:
    header, row = f"{HEADER},as_of", f"{BUNKER_HILL},2019"
    decided = decide(f"{header}\n{row}\n".encode(), CRITERIA | {"fresh": {"since": "2025"}})

    (program,) = by_name(decided).values()

    assert (program["status"], len(program["conditions"]), program["stale"]) == ("fits", 1, ["schedule", "cost"])


CELLS = {
    "schedule": ["Mon/Wed 18:00-21:00", "evening", "Sat 09:00-13:00", "Mon-Fri 09:00-13:00", "evening; online", ""],
    "delivery": ["in person", "live online", "asynchronous", "hybrid", ""],
    "daytime_blocks": ["none", '"40 hours, weekdays, one week"', "yes", ""],
    "weekly_hours": ["4", "8", "12", "6-12", ""],
    "start_date": ["2026-09-01", "2027-01-19", "January 2027", "rolling", "September", ""],
    "months": ["6", "9", "6-24", ""],
    "cost": ["$4000"],
}
ROWS = st.tuples(*(st.sampled_from(cells) for cells in CELLS.values()))
TOGETHER = {"weekly_hours": ("weekly_hours", "schedule")}
"""Class hours a week are stated by their own column or by sessions: one fact, whose cells are blanked together."""


def gains_by_silence(must: dict[str, Any]) -> list[tuple[str, tuple[str, ...]]]:
    """Of all programs that the cells above make: those that fit only when a cell is blanked, and which."""
    rows = list(itertools.product(*CELLS.values()))
    text = "".join(f"P{number},{','.join(cells)}\n" for number, cells in enumerate(rows))
    status = decide(f"{HEADER}\n{text}".encode(), {"criteria": [{**SCHEDULE, "must": must}]}).outcome.elimination.status
    fits = {cells for cells, standing in zip(rows, status.tolist(), strict=True) if standing == Status.FITS}
    return [
        (blanked, cells)
        for blanked in CELLS
        for cells in rows
        if cells not in fits and _without(cells, TOGETHER.get(blanked, (blanked,))) in fits
    ]


def _without(cells: tuple[str, ...], silent: tuple[str, ...]) -> tuple[str, ...]:
    return tuple("" if name in silent else cell for name, cell in zip(CELLS, cells, strict=True))


@pytest.mark.parametrize(
    "must",
    [
        {"available": ["Mon-Fri 17:15-22:00", "Sat"]},
        {"any_of": ["evening", "online"]},
        {"all_of": ["evening", "online"]},
        {"none_of": ["day", "weekend"]},
    ],
)
def test_blanking_any_cell_never_turns_ask_or_out_into_fits(must: dict[str, Any]) -> None:
    assert gains_by_silence(must) == []


@given(st.lists(ROWS, min_size=2, max_size=4, unique=True), st.randoms())
def test_the_order_of_rows_never_matters(rows: list[tuple[str, ...]], chance: Any) -> None:  # noqa: ANN401
    lines = [f"P{number},{','.join(cells)}" for number, cells in enumerate(rows)]
    moved = lines[:]
    chance.shuffle(moved)

    first, second = (decide("\n".join([HEADER, *of, ""]).encode(), CRITERIA).csv() for of in (lines, moved))

    assert first == second


def test_a_question_about_hours_has_no_answer_with_a_name() -> None:
    silent = "Linden,evening,,none,,2027-02-01,9,$4000"
    schedule = {**SCHEDULE, "must": {"any_of": ["evening"]}}

    decided = decide(f"{HEADER}\n{silent}\n".encode(), {"criteria": [schedule, COST]})

    (asked,) = decided.insight.questions.questions
    assert (asked.criterion, asked.changes_first, asked.break_even_first) == ("schedule", 0.5, None)


def test_a_word_that_settles_it_is_named_where_only_words_are_open() -> None:
    schedule = {"name": "s", "kind": "schedule", "column": "schedule", "must": {"any_of": ["evening"]}, "travel": 30}

    decided = decide(b"program,schedule,cost\nA,,$10\n", {"criteria": [schedule, COST]})

    (asked,) = decided.insight.questions.questions
    assert asked.break_even_first == "evening"


def test_a_label_is_no_way_in_where_hours_are_what_fails() -> None:
    schedule = {**SCHEDULE, "must": {"any_of": ["evening"]}}
    row = LINDEN.replace("Tu Th 6-9pm", "evening").replace("live online,,", "live online,none,")

    told = decide(f"{HEADER}\n{row}\n".encode(), {"criteria": [schedule, COST]}).explain("Linden")

    assert told == (
        "Linden: out. It fails one must-have.\n"
        "  fails     Schedule: 12 hours of class a week and 2 hours of study for each\n"
        "            (assumed) come to 36 hours, 11 more than your 25.\n"
        "            It meets the other one.\n"
        "\n"
        "Linden would come first if you had 36 hours a week (now 25).\n"
    )


PLAIN_EVENING: dict[str, Any] = {**SCHEDULE, "must": {"any_of": ["evening"]}}


@pytest.mark.parametrize(
    ("row", "schedule", "said"),
    [
        (
            "A,evening,in person,,4,2027-02-01,9,$4000",
            PLAIN_EVENING | {"unknown": "out"},
            (
                "Schedule evening leaves open whether an internship falls in daytime hours, and you "
                "asked to leave such "
                "programs out. It meets all else."
            ),
        ),
        (
            "A,day,in person,none,12,2027-02-01,9,$4000",
            PLAIN_EVENING,
            (
                "Schedule: day is not evening; 12 hours of class a week and 2 hours of study for each "
                "(assumed) come to "
                "36 hours, 11 more than your 25. It meets all else."
            ),
        ),
        (
            "A,day,in person,none,4,2027-02-01,9,$4000",
            PLAIN_EVENING,
            "Schedule is day, not evening. It meets all else.",
        ),
        (
            "A,Sat,in person,none,4,2027-02-01,9,$4000",
            PLAIN_EVENING | {"hours_free": 15},
            (
                "Schedule: Sat is not evening; your aid requires 6 credits, about 18 hours a week with study, and you "
                "have 15. It meets all else."
            ),
        ),
    ],
)
def test_whatever_fails_is_told_in_one_sentence(row: str, schedule: dict[str, Any], said: str) -> None:
    decided = decide(f"{HEADER}\n{row}\n".encode(), {"criteria": [schedule, COST]})

    assert by_name(decided)["A"]["reason"] == said


def test_a_schedule_that_fails_behind_another_must_have_says_what_is_in_the_way() -> None:
    row = "A,evening,in person,none,12,2027-02-01,9,$9000"

    decided = decide(f"{HEADER}\n{row}\n".encode(), {"criteria": [COST, PLAIN_EVENING]})

    assert by_name(decided)["A"]["reason"] == (
        "Cost $9,000 is over your limit of $7,000 by $2,000. It also fails schedule (12 hours of class a week and 2 "
        "hours of study for each (assumed) come to 36 hours, 11 more than your 25)."
    )
