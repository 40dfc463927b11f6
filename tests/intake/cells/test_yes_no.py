"""Answers as typed, one by one: the label, or the whole sentence."""

from __future__ import annotations

import pytest

from decision.intake.cells.cell import read_cell
from decision.intake.cells.labels import Labels
from decision.model import Kind, Reading, Unknown

GENERAL = "not understood. Write yes or no."
DATE = "not understood: a spreadsheet seems to have turned it into a date. Type it again in a column formatted as text."


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("yes", "yes"),
        ("Yes", "yes"),
        ("YES", "yes"),
        (" yes ", "yes"),
        ("yes.", "yes"),
        ("Yes!", "yes"),
        ("'yes'", "yes"),
        ('"Yes"', "yes"),
        ("y", "yes"),
        ("Y", "yes"),
        ("true", "yes"),
        ("TRUE", "yes"),
        ("t", "yes"),
        ("1", "yes"),
        ("Yes: 40 hours", "yes"),
        ("Yes: 40 hours, one week, fall semester", "yes"),
        ("yes (paid)", "yes"),
        ("Yes - 40 hours", "yes"),
        ("Yes, 40 hours", "yes"),
        ("Yes. Every term.", "yes"),
        ("yes\u200b", "yes"),
        ("no", "no"),
        ("No", "no"),
        ("NO", "no"),
        ("n", "no"),
        ("N", "no"),
        ("false", "no"),
        ("False", "no"),
        ("f", "no"),
        ("0", "no"),
        ("No (Practicode simulates it)", "no"),
        ("no - see catalog", "no"),
        ("no: offered by partners", "no"),
    ],
)
def test_an_answer_reads_as_yes_or_no(text: str, answer: str) -> None:
    assert read_cell(text, Kind.YES_NO) == Reading(text=text, labels=frozenset({answer}))


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        ("yes*", 'not understood; nearest is "yes".'),
        ("Yes †", 'not understood; nearest is "Yes".'),
        ("no?", 'not understood; nearest is "no".'),
        ("yess", 'not understood; nearest is "yes".'),
        ("falsee", GENERAL),
        ("2", GENERAL),
        ("-1", GENERAL),
        ("10", GENERAL),
        ("yes/no", GENERAL),
        ("y/n", GENERAL),
        ("yes; no", GENERAL),
        ("yes, but not in 2024", GENERAL),
        ("yes (pending)", GENERAL),
        ("no: yes for nurses", GENERAL),
        ("maybe", GENERAL),
        ("some", GENERAL),
        ("40 hours", GENERAL),
        ("y: 40", GENERAL),
        ("ｙｅｓ", GENERAL),
        ("45292", DATE),
        ("1-Jan", DATE),
    ],
)
def test_what_is_no_plain_answer_is_not_known(text: str, doubt: str) -> None:
    assert read_cell(text, Kind.YES_NO) == Reading(text=text, unknown=Unknown.NOT_UNDERSTOOD, doubt=doubt)


def test_the_criteria_may_name_other_spellings_of_an_answer() -> None:
    labels = Labels(("yes",), {"yes": ("offered", "2")})

    readings = [read_cell(text, Kind.YES_NO, labels=labels) for text in ("Offered", "2")]

    assert [reading.labels for reading in readings] == [frozenset({"yes"}), frozenset({"yes"})]
