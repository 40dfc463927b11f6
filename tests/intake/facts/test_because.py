"""Why a blank cell is blank reaches the facts, and never touches what is stated."""

from __future__ import annotations

import pytest

from decision import decide, read_criteria, read_programs
from decision.intake.facts.facts import read_facts
from decision.model import Unknown

COST = {"name": "cost", "kind": "money", "column": "total_cost", "must": {"at_most": 5000}, "best": 0, "worst": 8000}
WANTED = {"criteria": [COST]}


def reason(table: str) -> Unknown:
    """Why the cost of the first program is not known."""
    fact = read_facts(read_programs(table.encode()), read_criteria(WANTED))["cost"]
    return Unknown(fact.unknown[fact.codes[0]])


@pytest.mark.parametrize(
    ("cell", "because", "unknown"),
    [
        ("", "total_cost: suppressed", Unknown.SUPPRESSED),
        ("", "months: not applicable; total_cost: not published (-1)", Unknown.NOT_PUBLISHED),
        ("", "Total Cost: contact school", Unknown.CONTACT_SCHOOL),
        ("", "total_cost: not stated ($0 may be free)", Unknown.BLANK),
        ("", "tuition: suppressed", Unknown.BLANK),
        ("", "total_cost: secret", Unknown.BLANK),
        ("", "", Unknown.BLANK),
        ("N/A", "total_cost: suppressed", Unknown.NOT_APPLICABLE),
        ("$90", "total_cost: suppressed", Unknown.STATED),
    ],
)
def test_a_blank_cell_knows_why(cell: str, because: str, unknown: Unknown) -> None:
    assert reason(f'program,total_cost,unknown_because\nHarbor,{cell},"{because}"\n') is unknown


def test_a_reason_is_told_in_the_ranked_table() -> None:
    table = b"program,total_cost,unknown_because\nHarbor,,total_cost: suppressed\nMill,$9,\nQuay,,\n"

    facts = decide(table, WANTED).facts

    assert facts["cost"].tolist() == ["$9", "withheld to protect privacy", "not stated"]


def test_what_was_not_understood_shows_what_stood_there() -> None:
    table = b"program,total_cost,unknown_because\nHarbor,,total_cost: not understood (11)\n"

    facts = decide(table, WANTED).facts

    assert facts["cost"].tolist() == ['not understood: "11"']


def test_a_reason_never_settles_a_must_have() -> None:
    table = b"program,total_cost,unknown_because\nHarbor,,total_cost: not applicable\n"

    assert [program["status"] for program in decide(table, WANTED).to_dict()["programs"]] == ["ask"]  # type: ignore[attr-defined]
