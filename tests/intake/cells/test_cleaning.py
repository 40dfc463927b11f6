"""What people cannot see or do not mean goes, and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from decision.intake.cells.cleaning import clean


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("plain", "plain"),
        ("  two   words ", "two words"),
        ("\u00a0no-break\u00a0space\u2007", "no-break space"),
        ("ze\u200bro\u200d wi\u2060dth\ufeff", "zero width"),
        ("left\u200e-right\u202e", "left-right"),
        ("nul\x00", "nul"),
        ('"quoted"', "quoted"),
        ("'quoted'", "quoted"),
        ("“quoted”", "quoted"),
        ('"one pair only""', '"one pair only""'),
        ('"a", "b"', '"a", "b"'),
        ('"', '"'),
        ("'-", "-"),
        ("'=1+1", "=1+1"),
        ("'+5", "+5"),
        ("' -5", "-5"),
        ("'@x", "@x"),
        ("''-", "''-"),
        ("'90s", "'90s"),
        ("Billing &amp; Coding", "Billing & Coding"),
        ("&#233;t&eacute;", "été"),
        ("AT&T; R&D", "AT&T; R&D"),
        ("master\\'s", "master's"),
        ("&#9999999999;", "&#9999999999;"),
        ("$3,450*", "$3,450*"),
        ("two\nlines", "two lines"),
    ],
)
def test_cleaning_takes_off_what_is_not_meant(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned


def test_a_line_break_becomes_what_is_asked() -> None:
    assert clean(" one \r\n two\nthree\n", line_break="; ") == "one; two; three"


@given(st.text())
def test_no_text_keeps_spaces_at_its_ends(text: str) -> None:
    cleaned = clean(text)

    assert cleaned == cleaned.strip()
