"""Cells of a source become one cell of ours: stated as the source spells it, or blank with its reason."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from decision.intake.sources.cell import Cell, read_ways
from decision.nouns.source_map import Basis, How, Reads, TextForm

ONE = ("a",)
TWO = ("a", "b")


def read(ways: Reads | list[Reads], unknown: dict[str, str] | None = None, /, **cells: str) -> Cell:
    """One cell of ours, of a source whose flag A means not applicable."""
    listed = [ways] if isinstance(ways, Reads) else ways
    return read_ways(listed, cells, unknown=unknown or {}, flags={"A": "not applicable"})


@pytest.mark.parametrize(
    ("way", "typed", "text"),
    [
        (Reads(headers=ONE), "$3,450.00", "$3,450.00"),
        (Reads(headers=ONE), "  Harbor  ", "Harbor"),
        (Reads(headers=ONE), "", ""),
        (Reads(headers=ONE, form=TextForm.HTML), '"Billing &amp; Coding"', "Billing & Coding"),
        (Reads(headers=ONE, form=TextForm.HTML), "Children\\'s  Care", "Children's Care"),
        (Reads(headers=ONE), "Billing &amp; Coding", "Billing &amp; Coding"),
        (Reads(headers=ONE, before=", "), "Newark, Essex", "Newark"),
        (Reads(headers=ONE, before=", "), "Newark", "Newark"),
        (Reads(headers=ONE, after=", "), "Newark, Essex", "Essex"),
        (Reads(headers=ONE, after=", "), "Newark", ""),
        (Reads(headers=ONE, unit="weeks"), "40", "40 weeks"),
        (Reads(headers=ONE, unit="weeks"), "26.0", "26.0 weeks"),
        (Reads(headers=ONE, unit="weeks"), "20-30", "20-30 weeks"),
        (Reads(headers=ONE, unit="weeks"), "40 weeks", "40 weeks"),
        (Reads(headers=ONE, unit="weeks"), "about 40", "about 40"),
        (Reads(headers=ONE, basis=Basis.CREDIT), "$250", "$250 per credit"),
        (Reads(headers=ONE, basis=Basis.YEAR), "", ""),
        (Reads(headers=ONE, codes={"7": "6-12 months"}), "7", "6-12 months"),
        (Reads(headers=ONE, codes={"7": "6", "8": "9"}, unit="months"), "8", "9 months"),
        (Reads(headers=ONE, codes={"7": "6-12 months"}, keeps_others=True), "half a year", "half a year"),
        (Reads(headers=ONE, codes={"d": "day", "e": "evening"}, each="|"), "e| d|e", "evening; day"),
        (Reads(how=How.ALWAYS, text="NJ"), "anything", "NJ"),
    ],
)
def test_a_stated_cell(way: Reads, typed: str, text: str) -> None:
    assert read(way, a=typed) == Cell(text=text)


@pytest.mark.parametrize(
    ("way", "typed", "reason"),
    [
        (Reads(headers=ONE, unknown={"-1": "suppressed"}), "-1", "suppressed"),
        (Reads(headers=ONE, unknown={"-2": "not applicable"}), "-2     ", "not applicable"),
        (Reads(headers=ONE, zero={"a": "not stated (no length)"}), "0", "not stated (no length)"),
        (Reads(headers=ONE, zero={"a": "not stated"}), "$0.00", "not stated"),
        (Reads(headers=ONE, zero={"a": "not stated"}), "0.0", "not stated"),
        (Reads(headers=ONE, when={"b": ("1",)}), "900", "not applicable"),
        (Reads(headers=ONE, when={"b": ("2", "")}, unknown={"900": "suppressed"}), "900", "suppressed"),
    ],
)
def test_a_cell_that_says_why_it_is_not_known(way: Reads, typed: str, reason: str) -> None:
    assert read(way, a=typed) == Cell(reason=reason)


@pytest.mark.parametrize("typed", ["10", "0.5", "$100", "none", "00100"])
def test_only_a_zero_is_a_zero(typed: str) -> None:
    assert read(Reads(headers=ONE, zero={"a": "not stated"}), a=typed) == Cell(text=typed)


def test_a_column_knows_its_sentinels_better_than_the_file() -> None:
    way = Reads(headers=ONE, unknown={"-1": "not applicable (by competency)"})

    assert read(way, {"-1": "suppressed"}, a="-1") == Cell(reason="not applicable (by competency)")


def test_a_code_that_the_map_does_not_name_is_not_understood() -> None:
    way = Reads(headers=ONE, codes={"7": "6-12 months"})

    assert read(way, a="11") == Cell(reason="not understood (11)", stranger="11")


def test_a_strange_code_cannot_break_the_list_of_reasons() -> None:
    way = Reads(headers=ONE, codes={"7": "6-12 months"})

    assert read(way, a="a; b: (c)").reason == "not understood (a b c)"


@pytest.mark.parametrize(("flag", "cell"), [("R", Cell(text=".")), ("A", Cell(reason="not applicable"))])
def test_a_flag_says_why_there_is_no_value(flag: str, cell: Cell) -> None:
    assert read(Reads(headers=ONE, flag="b"), a=".", b=flag) == cell


@pytest.mark.parametrize(
    ("first", "second", "text"),
    [("CPC", "RN", "CPC; RN"), ("CPC", "", "CPC"), ("", "RN", "RN"), ("", "", ""), ("CPC", "-1", "CPC")],
)
def test_joined_cells_leave_out_what_is_not_known(first: str, second: str, text: str) -> None:
    way = Reads(how=How.JOIN, headers=TWO, unknown={"-1": "suppressed"})

    assert read(way, a=first, b=second) == Cell(text=text)


@pytest.mark.parametrize(
    ("first", "second", "cell"),
    [
        ("$1,000.50", "200", Cell(text="1200.50")),
        ("0", "0", Cell(text="0")),
        ("100", "", Cell(reason="parts missing")),
        ("100", "-1", Cell(reason="parts missing")),
        ("-1", "-1", Cell(reason="suppressed")),
        ("", "", Cell()),
        ("100", "about 50", Cell(reason="not understood")),
    ],
)
def test_a_sum_needs_every_part(first: str, second: str, cell: Cell) -> None:
    way = Reads(how=How.SUM, headers=TWO, unknown={"-1": "suppressed"})

    assert read(way, a=first, b=second) == cell


def test_a_zero_of_one_part_alone_can_be_doubted() -> None:
    way = Reads(how=How.SUM, headers=TWO, zero={"a": "not stated"})

    assert read(way, a="5660.0", b="0.0") == Cell(text="5660.0")
    assert read(way, a="0.0", b="125.0") == Cell(reason="parts missing")


def test_the_first_way_that_states_something_wins() -> None:
    ways = [Reads(headers=ONE, unknown={".": "not applicable"}), Reads(headers=("b",))]

    assert read(ways, a=".", b="12000") == Cell(text="12000")


def test_of_ways_that_state_nothing_the_first_reason_is_told() -> None:
    ways = [Reads(headers=ONE), Reads(headers=("b",), unknown={".": "suppressed"})]

    assert read(ways, a="", b=".") == Cell(reason="suppressed")


def test_a_way_whose_header_the_table_lacks_is_passed_over() -> None:
    ways = [Reads(headers=("lacking",)), Reads(how=How.SUM, headers=("a", "lacking")), Reads(headers=ONE)]

    assert read(ways, a="12") == Cell(text="12")


@given(typed=st.text(max_size=12))
def test_no_cell_states_something_and_says_why_not(typed: str) -> None:
    way = Reads(headers=ONE, unknown={"-1": "suppressed"}, zero={"a": "not stated"}, codes={"7": "x"}, each="|")

    cell = read(way, a=typed)

    assert not (cell.text and cell.reason)


@given(typed=st.text(max_size=12))
def test_a_cell_without_keys_stays_as_typed(typed: str) -> None:
    assert read(Reads(headers=ONE), a=typed) == Cell(text=typed.strip())
