"""Words that a vocabulary does not have are counted, whatever the order of the rows."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from decision.intake.criteria.criteria_set import read_criteria
from decision.intake.facts.facts import read_facts
from decision.intake.table.programs import read_programs
from decision.procedure import decide

if TYPE_CHECKING:
    import random

CRITERIA = {
    "criteria": [
        {
            "name": "approval",
            "kind": "category",
            "column": "approval",
            "vocabulary": "accreditors",
            "must": {"any_of": ["institutional"]},
            "scale": {"NECHE": "100%", "institutional": "50%"},
        }
    ]
}
CELLS = ["", "Middle States", "DEAC; NECHE", "deac", "DEAC", "ACCETP", "not COE", "N/A", "COE (a, b)", "AAPC"]


def table(cells: list[str]) -> bytes:
    rows = [f'P{number:02},"{cell}"' for number, cell in enumerate(cells)]
    return "\n".join(["program,approval", *rows, ""]).encode()


def programs_of(cells: list[str]) -> dict[str, Any]:
    """What is decided of each program, by name."""
    programs: Any = decide(table(cells), CRITERIA).to_dict()["programs"]
    return {program["name"]: program for program in programs}


def outside(cells: list[str]) -> object:
    criteria = read_criteria(CRITERIA)
    return read_facts(read_programs(table(cells)), criteria).outside


def test_words_are_counted_by_program_and_case_makes_no_difference() -> None:
    assert outside([*CELLS, "ACCETP; accetp"]) == {"approval": (("DEAC", 3), ("ACCETP", 2))}


def test_a_column_of_known_words_has_none() -> None:
    assert outside(["Middle States", "", "not COE"]) == {}


def test_what_is_recognized_counts_beside_what_is_not() -> None:
    cells = ["DEAC; NECHE", "DEAC", "not COE"]

    programs = programs_of(cells)

    assert {name: (program["status"], program["score"]) for name, program in programs.items()} == {
        "P00": ("fits", 100.0),
        "P02": ("ask", 0.0),
        "P01": ("out", None),
    }
    assert decide(table(cells), CRITERIA).to_dict()["outside_vocabulary"] == {
        "approval": [{"word": "DEAC", "programs": 2}]
    }


def test_a_decision_records_which_vocabularies_it_used() -> None:
    decision = decide(table(["COE"]), CRITERIA)

    recorded = json.loads(json.dumps(decision.to_dict()))["settings"]["criteria"]["vocabularies"]

    assert recorded == dict(read_criteria(CRITERIA).vocabularies)
    assert [*recorded] == ["accreditors"]


@given(st.lists(st.sampled_from(CELLS), min_size=1, max_size=8), st.randoms(use_true_random=False))
def test_the_order_of_rows_changes_no_count(cells: list[str], chance: random.Random) -> None:
    shuffled = list(cells)
    chance.shuffle(shuffled)

    assert outside(shuffled) == outside(cells)


@given(st.lists(st.sampled_from(CELLS), min_size=1, max_size=5))
def test_blanking_an_approval_never_helps(cells: list[str]) -> None:
    stated = programs_of(cells)["P00"]

    blanked = programs_of(["", *cells[1:]])["P00"]

    assert blanked["status"] == "ask"
    assert blanked["score"] <= (stated["score"] or 0)


@pytest.mark.parametrize("text", ["not accredited by COE", "COE candidacy", "applied for COE accreditation"])
def test_a_negation_is_asked_about(text: str) -> None:
    assert programs_of([text])["P00"]["status"] == "ask"
