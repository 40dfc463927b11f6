"""The table and the criteria become facts; what is odd or impossible is told at its row."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from decision import BadPrograms, decide, read_criteria, read_programs
from decision.errors import Code
from decision.intake.facts.facts import read_facts

if TYPE_CHECKING:
    from decision.model import Facts

CRITERIA = {
    "criteria": [
        {"name": "cost", "kind": "money", "column": "cost", "parts": ["tuition", "fees"], "worst": "8000", "best": "0"},
        {"name": "pass rate", "kind": "share", "column": "rate", "worst": "40%", "best": "100%"},
        {"name": "schedule", "kind": "schedule", "column": "when", "must": {"any_of": ["evening"]}},
    ]
}
HEADER = "program,cost,rate,when,fees\n"


def facts_of(*rows: str, allow_missing: bool = False, strict: bool = False) -> Facts:
    """The facts of a small table."""
    programs = read_programs((HEADER + "\n".join(rows) + "\n").encode())
    return read_facts(programs, read_criteria(CRITERIA), allow_missing=allow_missing, strict=strict)


def test_equal_texts_are_read_once() -> None:
    fact = facts_of("A,$100,90%,evening,", "B,$100,80%,day,", "C,$100,90%,evening,")["cost"]

    assert (fact.codes.tolist(), list(fact.texts), fact.low.tolist()) == ([0, 0, 0], ["$100"], [100])


def test_every_odd_cell_is_told_at_its_row_and_the_others_stay() -> None:
    facts = facts_of("A,about 4k?,90%,evning,", "B,$100,80%,day,", "C,$100,maybe,evening,")

    assert [(doubt.row, doubt.column, doubt.found) for doubt in facts.doubts] == [
        (2, "cost", "about 4k?"),
        (4, "rate", "maybe"),
        (2, "when", "evning"),
    ]
    assert {doubt.code for doubt in facts.doubts} == {Code.NOT_UNDERSTOOD}


def test_strict_makes_each_of_them_a_fault() -> None:
    with pytest.raises(BadPrograms) as raised:
        facts_of("A,about 4k?,90%,evning,", "B,$100,80%,day,", strict=True)

    assert [fault.row for fault in raised.value.faults] == [2, 2]


def test_every_impossible_cell_of_the_file_is_told_in_one_run() -> None:
    with pytest.raises(BadPrograms) as raised:
        facts_of("A,-5,150%,evening,", "B,$1,90%,evening,", "C,$1,200 %,evening,")

    assert [(fault.row, fault.column, fault.found) for fault in raised.value.faults] == [
        (2, "cost", "-5"),
        (2, "rate", "150%"),
        (4, "rate", "200 %"),
    ]


def test_mixed_scales_are_told_at_the_rarer_cells() -> None:
    with pytest.raises(BadPrograms) as raised:
        facts_of("A,1,92,evening,", "B,1,0.9,evening,", "C,1,88,evening,")

    assert [(fault.code, fault.row) for fault in raised.value.faults] == [(Code.MIXED_SCALE, 3)]


def test_another_currency_is_told() -> None:
    with pytest.raises(BadPrograms) as raised:
        facts_of('A,"€3,000",92%,evening,', "B,$1,90%,evening,")

    assert [(fault.code, fault.row) for fault in raised.value.faults] == [(Code.MIXED_CURRENCY, 2)]


def test_headers_that_the_file_lacks_are_named_where_another_way_is_there() -> None:
    assert facts_of("A,$1,92%,evening,").absent == ("tuition",)


def test_a_fact_of_labels_shows_the_cell_as_typed() -> None:
    fact = facts_of("A,$1,92%, Evenings ;online,")["schedule"]

    assert list(fact.texts) == ["Evenings ;online"]
    assert "evening" in fact.labels[0]


@pytest.mark.parametrize("count", [1, 50])
def test_all_faults_of_a_file_are_told(count: int) -> None:
    with pytest.raises(BadPrograms) as raised:
        facts_of(*(f"P{number},$1,{101 + number}%,evening," for number in range(count)))

    assert [fault.row for fault in raised.value.faults] == list(range(2, count + 2))


def test_more_than_a_thousand_odd_cells_of_a_column_are_counted() -> None:
    facts = facts_of(*("A,?!,90%,evening," for _ in range(1005)))

    assert len(facts.doubts) == 1001
    assert facts.doubts[-1].problem == "5 more cells of this column are like those above."


def test_names_that_cannot_be_told_apart_are_said() -> None:
    table = HEADER + "A,$1,92%,evening,\nA,$2,92%,evening,\n,$3,92%,evening,\nA,$1,92%,evening,\n"

    notes = decide(table.encode(), CRITERIA).outcome.facts.notes

    assert [note.problem for note in notes] == [
        "no name: told apart by row.",
        "rows 2, 3, 5: the name stands more than once: told apart by row.",
        "the same in every cell as an earlier row: all are kept.",
    ]
    assert [note.row for note in notes] == [4, None, 5]
