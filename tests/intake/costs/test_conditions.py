"""A condition on a column holds, does not hold, or is open."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from decision.intake.costs.condition_text import parse_condition
from decision.intake.costs.conditions import answer
from decision.model import Verdict

if TYPE_CHECKING:
    from decision.nouns.costs import Condition

EXAMS: dict[str, Any] = {
    "known": ("CPC", "COC", "CCA", "CBCS"),
    "aliases": {"CPC": ("Certified Professional Coder",), "CCA": ("Certified Coding Associate (CCA)",)},
}


def condition(text: str) -> Condition:
    parsed = parse_condition(text)
    assert parsed is not None
    return parsed


def test_a_condition_is_written_as_it_was_typed() -> None:
    texts = ["exam is CPC or COC", "school has Community College", "hours at least 150", "weeks below 15"]

    assert [condition(text).text for text in texts] == texts


@pytest.mark.parametrize(
    "text", ["", "exam", "exam is", "is CPC", "hours at least many", "hours at least 2-3", "exam=CPC"]
)
def test_what_is_no_condition_is_none(text: str) -> None:
    assert parse_condition(text) is None


@pytest.mark.parametrize(
    ("cell", "verdict"),
    [
        ("CPC", Verdict.PASS),
        ("certified professional coder", Verdict.PASS),
        ("CPC; COC", Verdict.PASS),
        ("CBCS", Verdict.FAIL),
        ("Certified Coding Associate (CCA®)", Verdict.FAIL),
        ("CCS", Verdict.FAIL),
        ("CBCS or CPC", Verdict.ASK),
        ("", Verdict.ASK),
        ("not CPC", Verdict.ASK),
        ("TBD", Verdict.ASK),
    ],
)
def test_a_label_is_meant_or_not_or_open(cell: str, verdict: Verdict) -> None:
    assert answer(replace(condition("exam is CPC or COC"), **EXAMS), cell) is verdict


@pytest.mark.parametrize(
    ("text", "cell", "verdict"),
    [
        ("hours at least 150", "300", Verdict.PASS),
        ("hours at least 150", "300 hours", Verdict.PASS),
        ("hours at least 150", "150", Verdict.PASS),
        ("hours at least 150", "149", Verdict.FAIL),
        ("hours at least 150", "120-200", Verdict.ASK),
        ("hours at least 150", "about 9?", Verdict.ASK),
        ("hours at most 599", "600", Verdict.FAIL),
        ("weeks below 15", "15", Verdict.FAIL),
        ("weeks below 15", "14 weeks", Verdict.PASS),
        ("weeks above 8", "8", Verdict.FAIL),
        ("school has Community College", "Bunker Hill Community College", Verdict.PASS),
        ("school has Community College", "MTTI", Verdict.FAIL),
        ("school has Community College", "", Verdict.ASK),
    ],
)
def test_a_number_or_a_text_is_compared(text: str, cell: str, verdict: Verdict) -> None:
    assert answer(condition(text), cell) is verdict


@pytest.mark.parametrize(("cell", "verdict"), [("Yes", Verdict.PASS), ("f", Verdict.FAIL), ("", Verdict.ASK)])
def test_yes_and_no_are_read_as_everywhere(cell: str, verdict: Verdict) -> None:
    assert answer(replace(condition("wioa is yes"), known=("yes",)), cell) is verdict
