from __future__ import annotations

import csv
import io

import pytest

from decision.procedure import find_out
from decision.report.files.questions_csv import QUESTION_COLUMNS, questions_csv
from tests.conftest import PROJECT
from tests.report.found_out import CASES, INSIGHTS
from tests.report.views_fixture import FOUR, HARBOR, dollars, label, outcome_of, program, unknown


def test_the_file_is_the_golden_one() -> None:
    written = b"".join(questions_csv(CASES["too_close"], INSIGHTS["too_close"]))

    assert written == (PROJECT / "tests" / "golden" / "questions.csv").read_bytes()


@pytest.mark.parametrize("name", CASES)
def test_every_question_has_its_line_in_order(name: str) -> None:
    text = b"".join(questions_csv(CASES[name], INSIGHTS[name])).decode()

    lines = list(csv.DictReader(io.StringIO(text)))

    found = INSIGHTS[name].questions
    asked = [(str(asked.row), asked.criterion) for asked in found.questions]
    asked += [(str(together.row), criterion) for together in found.together for criterion in together.criteria]
    assert [(line["row"], line["criterion"]) for line in lines] == asked
    assert [line["answer"] for line in lines] == [""] * len(asked)


def test_what_must_be_answered_together_names_the_rest() -> None:
    outcome = outcome_of(FOUR, [program("Fells", unknown(), dollars(4100), label("evening"), "")])

    lines = list(csv.DictReader(io.StringIO(b"".join(questions_csv(outcome, find_out(outcome))).decode())))

    # Two thirds of the scale from 40 % to 100 % meet 60 %; accreditation is an even chance.
    assert [(line["criterion"], line["together_with"]) for line in lines] == [
        ("exam pass rate", "accreditation"),
        ("accreditation", "exam pass rate"),
    ]
    assert [(line["changes_first"], line["gain"], line["break_even_first"]) for line in lines] == [
        ("0.3333", "", "")
    ] * 2


def test_without_questions_there_is_a_header() -> None:
    assert b"".join(questions_csv(CASES["sure"], INSIGHTS["sure"])).decode() == ",".join(QUESTION_COLUMNS) + "\n"


@pytest.mark.parametrize("name", ["=1+1", "@SUM(A1)", "\t=1", " =1"])
def test_a_name_that_a_spreadsheet_would_run_is_guarded(name: str) -> None:
    outcome = outcome_of(FOUR, [HARBOR, program(name, unknown(), dollars(100), label("online"))])

    header, line, *_ = b"".join(questions_csv(outcome, find_out(outcome))).decode().splitlines()

    assert header.startswith("row,name,")
    assert next(csv.reader([line]))[1] == f"'{name}"
