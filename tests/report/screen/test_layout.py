from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from decision.report.screen.layout import NO_BREAK, clean, columns, cut, display_width, hang, pad, stack, wrap

ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=120)
SHOWN_TEXT = ANY_TEXT.map(clean)


@given(text=ANY_TEXT, is_unicode=st.booleans())
def test_a_cleaned_text_is_one_printable_line(text: str, is_unicode: bool) -> None:
    cleaned = clean(text, unicode=is_unicode)

    assert cleaned.isprintable()
    assert not any(unicodedata.category(character) in ("Cc", "Cf", "Cs") for character in cleaned)
    assert cleaned.isascii() or is_unicode


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[2JHarbor", "\\x1b[2JHarbor"),
        ("Har\u202ebor", "Har\\u202ebor"),
        ("\u2066Harbor\u2069", "\\u2066Harbor\\u2069"),
        ("Har\u200bbor", "Har\\u200bbor"),
        ("Harbor\r\nCollege\x0b", "Harbor College"),
        ("Harbor\u00a0College", "Harbor College"),
        ("\ud800", "\\ud800"),
        ("\x9b31m", "\\x9b31m"),
    ],
)
def test_marks_that_could_move_the_cursor_are_spelled_out(text: str, shown: str) -> None:
    assert clean(text) == shown


@given(text=SHOWN_TEXT, width=st.integers(4, 40))
def test_a_cut_text_fits_and_keeps_its_beginning(text: str, width: int) -> None:
    shorter = cut(text, width)

    assert display_width(shorter) <= width
    assert shorter == text or text.startswith(shorter.removesuffix("..."))


@given(text=SHOWN_TEXT, width=st.integers(2, 40))
def test_wrapping_keeps_every_character_and_the_width(text: str, width: int) -> None:
    lines = wrap(text, width)

    assert max(map(display_width, lines)) <= width
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


@given(text=SHOWN_TEXT, width=st.integers(4, 20), tallest=st.integers(1, 4))
def test_a_stacked_text_keeps_to_its_cell(text: str, width: int, tallest: int) -> None:
    lines = stack(text, width, tallest=tallest)

    assert 1 <= len(lines) <= tallest
    assert max(map(display_width, lines)) <= width


@given(text=st.text(max_size=20).map(clean), is_right=st.booleans())
def test_a_padded_text_is_exactly_as_wide_as_asked(text: str, is_right: bool) -> None:
    width = display_width(text) + 3

    assert display_width(pad(text, width, right=is_right)) == width


def test_a_number_keeps_its_percent_sign_and_glued_words_stay_together() -> None:
    assert wrap("passed at least 60 % of", 18) == ["passed at least", "60 % of"]
    assert wrap(f"header in{NO_BREAK}row 1", 12) == ["header", "in row 1"]


def test_wide_characters_are_measured_as_two_columns() -> None:
    assert columns([["東京"], ["x"]], [6, 1], right=[True, False]) == ["  東京  x"]
    assert cut("東京医療", 7) == "東京..."
    assert display_width("❤\ufe0f") == 2


def test_a_hanging_text_is_indented_on_every_line() -> None:
    assert hang("Why", "one two three", 5, 10) == ["Why  one", "     two", "     three"]
