"""Promises about every cell of every kind."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from decision.intake.cells.cell import read_cell
from decision.intake.cells.labels import Labels
from decision.model import Kind, Reading, Unknown

if TYPE_CHECKING:
    from pathlib import Path

NUMERIC = [kind for kind in Kind if kind.is_numeric]
LABELS = Labels(("CAHIIM", "AAPC", "ß", "i", "Evenings"), {"AAPC": ("American Academy of Professional Coders",)})
NAUGHTY_NUMBERS = {
    *("0", "1", "1.00", "$1.00", "1/2", "1,000", "1,000.00", "1,000,000", "1,000,000.00", "01000", "08", "09", ".0"),
    *("0.00", "012", "+0", "+0.0", "-0", "-0.0", "0.0", "0/0", "2", "+1", "-1", "-1.00"),
    *("1.000,00", "1.000.000,00", "0,00"),
}
PIECES = st.sampled_from(
    [
        *(
            "$",
            "3,450",
            "4.9k",
            "-",
            "–",
            "to",
            " ",
            ";",
            "/",
            "per",
            "credit",
            "of",
            "28",
            "37",
            "%",
            "(",
            ")",
            "evenıng",
        ),
        *("Mon", "Sat", "6-9 pm", "18:00-21:00", "n/a", "TBD", "free", "no", "yes", "AAPC", "İ", "ı", "K", "ſ", "and"),
        *(
            "inf",
            "nan",
            "1e5",
            "1_000",
            "\n",
            "&#0;",
            "'",
            '"',
            "½",
            "1/2",
            "weeks",
            "*",
            "12-Oct",
            "9" * 20,
            "..",
            "٣",
        ),
    ]
)


def naughty(shared: Path) -> list[str]:
    return list(json.loads((shared / "corpora/blns/blns.json").read_text(encoding="utf-8")))


@pytest.mark.parametrize("kind", Kind)
def test_naughty_strings_are_read_or_refused_without_a_word_lost(kind: Kind, shared: Path) -> None:
    strings = naughty(shared)

    readings = [read_cell(text, kind, unit="credits", labels=LABELS) for text in strings]

    assert [reading.text for reading in readings] == strings
    assert len(strings) == 515


@pytest.mark.parametrize("kind", NUMERIC)
def test_naughty_strings_give_no_number_but_from_numbers(kind: Kind, shared: Path) -> None:
    readings = [read_cell(text, kind) for text in naughty(shared)]

    assert {reading.text for reading in readings if reading.is_stated} <= NAUGHTY_NUMBERS


@pytest.mark.parametrize(
    "text",
    [
        *("1_000", "nan", "NaN", "inf", "1e5", "1E400", "0x1F", "0b1", "１２", "١٢", "१२", "²", "Ⅻ", "½", "1.", "1..2"),
        *("1,,0", "True", "None", "null", "1e309", "1,00", "12-Oct", "2.9E+03", "=1+1", "1;2", "3450\u0660"),
    ],
)
@pytest.mark.parametrize("kind", NUMERIC)
def test_what_other_parsers_take_for_a_number_is_none(kind: Kind, text: str) -> None:
    assert not read_cell(text, kind).is_stated


@pytest.mark.parametrize("kind", Kind)
@given(text=st.one_of(st.text(), st.lists(PIECES, max_size=8).map("".join), st.lists(PIECES, max_size=8).map(" ".join)))
def test_any_text_gives_a_reading_that_holds_together(kind: Kind, text: str) -> None:
    reading = read_cell(text, kind, unit="credits", labels=LABELS)

    is_number = reading.low <= reading.high
    assert (reading.text, reading.fault == "" or reading.doubt == "") == (text, True)
    assert is_number is (reading.is_stated and kind.is_numeric)
    assert bool(reading.labels) is (reading.is_stated and not kind.is_numeric)
    assert reading.is_stated or reading.unknown is not Unknown.NOT_UNDERSTOOD or bool(reading.fault or reading.doubt)


@pytest.mark.parametrize("kind", NUMERIC)
@given(
    text=st.text().filter(
        lambda text: not re.search(r"\d|&#|free|cost|charge|y|n|two|three|four|five|six|eight|twelve", text.casefold())
    )
)
def test_a_text_without_a_digit_or_a_number_word_is_no_number(kind: Kind, text: str) -> None:
    assert not read_cell(text, kind).is_stated


@pytest.mark.parametrize("kind", Kind)
@given(text=st.text())
def test_the_same_text_reads_the_same(kind: Kind, text: str) -> None:
    assert read_cell(text, kind, labels=LABELS) == read_cell(text, kind, labels=LABELS)


@pytest.mark.parametrize("kind", Kind)
def test_a_very_long_cell_is_not_known_rather_than_slow(kind: Kind) -> None:
    texts = ["between " * 20_000, "mon " * 50_000, "*" * 50_000 + "x", "&#" * 50_000, "AAPC," * 20_000, "n/a " * 20_000]

    readings = [read_cell(text, kind, labels=LABELS) for text in texts]

    assert {reading.is_stated for reading in readings} <= {False, kind is Kind.CATEGORY}


def test_a_reading_keeps_the_text_as_typed() -> None:
    text = "\u00a0'-  "

    assert read_cell(text, Kind.MONEY) == Reading(text=text, unknown=Unknown.NOT_PUBLISHED)
