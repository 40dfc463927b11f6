from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from decision.report.view.sight import look
from decision.report.words.names import full_names, short_names
from tests.report.views_fixture import FOUR, HARBOR, outcome_of

WORDS = st.sampled_from(
    ["Harbor", "harbor", "Blue", "Hills", "College", "Community", "School", "Coding:", "(row", "2)"]
)
NAMES = st.lists(WORDS, min_size=1, max_size=4).map(" ".join)


@given(names=st.lists(NAMES, unique_by=str.casefold, min_size=1, max_size=8))
def test_no_two_programs_are_called_alike(names: list[str]) -> None:
    shorts = short_names(dict(enumerate(names)))

    assert len({short.casefold() for short in shorts.values()}) == len(names)


@pytest.mark.parametrize(
    ("names", "shorts"),
    [
        (["Harbor Community College", "Linden Institute"], ["Harbor", "Linden"]),
        (
            ["Harbor Community College", "Harbor Technical School"],
            ["Harbor Community College", "Harbor Technical School"],
        ),
        (["Community College"], ["Community"]),
        (["Bay: Medical Coding", "Bay: Medical Billing"], ["Bay: Medical Coding", "Bay: Medical Billing"]),
        (["Bay State College: Coding", "Cape: Coding"], ["Bay State", "Cape"]),
        (["Bay Academy of Health & Technology: Coding", "Cape: Coding"], ["Bay Academy of Health", "Cape"]),
        (["Medical Coding", "Medical Billing"], ["Medical Coding", "Medical Billing"]),
        (["Bay State College: Coding", "Bay State College: Billing"], ["Bay State: Coding", "Bay State: Billing"]),
        (
            ["Bay College: Coding", "Bay College: Billing", "Bay School: Coding"],
            ["Bay College: Coding", "Bay College: Billing", "Bay School: Coding"],
        ),
    ],
)
def test_words_are_dropped_only_where_the_name_stays_clear(names: list[str], shorts: list[str]) -> None:
    assert list(short_names(dict(enumerate(names))).values()) == shorts


def test_programs_without_a_name_are_called_by_their_row() -> None:
    assert full_names({0: "", 1: ""}, {0: 2, 1: 9}) == {0: "row 2 (no name)", 1: "row 9 (no name)"}


def test_long_names_that_begin_alike_are_told_apart_when_cut() -> None:
    beginning = "A course in medical coding and billing for everybody who works"
    outcome = outcome_of(FOUR, [(f"{beginning} {time}", HARBOR[1]) for time in ("by day", "by night")])

    sight = look(outcome, [0, 1], unicode=True)

    assert sight.short == {
        0: "A course in medical coding and billing ... who works by day",
        1: "A course in medical coding and ... who works by night",
    }


def test_long_names_that_end_alike_too_are_told_apart_by_their_rows() -> None:
    name = "A course in the coding of medical bills {} records for everybody who works by day"
    outcome = outcome_of(FOUR, [(name.format(word), HARBOR[1]) for word in ("and", "or")])

    sight = look(outcome, [0, 1], unicode=True)

    assert sight.short == {
        0: "A course in the coding of medical bills ... who works by day (row 2)",
        1: "A course in the coding of medical bills ... who works by day (row 3)",
    }


def test_a_name_of_one_long_word_is_cut_at_its_end() -> None:
    outcome = outcome_of(FOUR, [("Coding" * 20, HARBOR[1])])

    sight = look(outcome, [0], unicode=True)

    assert sight.short == {0: "CodingCodingCodingCodingCodingCodingCodingCodingCodingCod..."}
