from __future__ import annotations

import pytest

from decision import read_criteria, read_programs
from decision.procedure import work_out
from decision.report.words.outside_words import outside_sentences

TABLE = b"""program,accreditation
Harbor,AAPC
Linden,State license only
Quay,state license ONLY
Mill,DEAC-like body; CAHIIM
Teal,
"""


def criteria_of(must: str) -> dict[str, object]:
    return {
        "criteria": [
            {"name": "accreditation", "kind": "category", "column": "accreditation", "vocabulary": "accreditors"}
            | {"must": {must: ["AAPC"]}}
        ]
    }


def told(must: str, table: bytes = TABLE) -> list[str]:
    outcome = work_out(read_programs(table), read_criteria(criteria_of(must)))
    return list(outside_sentences(outcome))


def test_programs_that_fail_with_a_word_the_vocabulary_lacks_are_counted() -> None:
    said = "3 programs fail accreditation with a word that the vocabulary accreditors does not have; decide check lists"

    assert told("any_of") == [f"{said} such words."]


@pytest.mark.parametrize("table", [TABLE[: TABLE.index(b"Linden")], b"program,accreditation\nBay,CAHIIM\n"])
def test_nothing_is_said_where_the_vocabulary_has_every_word(table: bytes) -> None:
    assert told("any_of", table) == []


def test_a_word_that_passes_is_not_told() -> None:
    assert told("none_of") == []
