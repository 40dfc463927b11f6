"""Codes of programs: one code in all its spellings is one, and what is no code is none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from decision.intake.choose.cip import cip_code, cip_glob, is_cip_header

SERIES = st.integers(1, 61)
BELOW = st.integers(0, 9999)


def spellings(series: int, below: int) -> list[str]:
    """Every way in which public files write one code of six digits."""
    dotted = f"{series:02}.{below:04}"
    plain = dotted.replace(".", "")
    as_number = dotted.rstrip("0") if below % 100 else dotted
    return [
        dotted,
        plain,
        f'"{dotted}"',
        f'="{dotted}"',
        f"'{dotted}'",
        f"  {dotted} ",
        f"{plain}.0",
        str(int(plain)),
        f"{series}.{below:04}",
        as_number,
        as_number.lstrip("0"),
        f"{dotted} - Medical Coding",
    ]


@given(SERIES, BELOW)
def test_all_spellings_are_one_code(series: int, below: int) -> None:
    assert {cip_code(text) for text in spellings(series, below)} == {f"{series:02}{below:04}"}


@given(SERIES, st.integers(1, 99))
def test_all_spellings_of_a_family_are_one(series: int, family: int) -> None:
    texts = [f"{series:02}.{family:02}", f"{series:02}{family:02}", f"{series}.{family:02}", f"{series}{family:02}"]

    assert {cip_code(text) for text in texts} == {f"{series:02}{family:02}"}


@given(SERIES, BELOW)
def test_a_code_and_its_families_mean_it(series: int, below: int) -> None:
    code = f"{series:02}{below:04}"
    wanted = [
        code,
        code[:4],
        code[:2],
        f"{code[:2]}.{code[2:4]}",
        f"{code[:2]}.{code[2:4]}*",
        f"{code[:2]}*",
        f"*{code[2:]}",
    ]

    globs = [cip_glob(text) for text in wanted]

    assert [glob.match(code) is not None for glob in globs if glob] == [True] * len(wanted)


@given(SERIES, BELOW, SERIES, BELOW)
def test_another_code_is_not_meant(series: int, below: int, other_series: int, other_below: int) -> None:
    code, other = f"{series:02}{below:04}", f"{other_series:02}{other_below:04}"
    glob = cip_glob(code)

    assert glob is not None
    assert (glob.match(other) is not None) == (code == other)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "Medical Coding",
        "51-0713",
        "51.07.13",
        "5107130",
        "51.07134",
        "$51",
        "51,07",
        "0x51",
        "٥١.٠٧",
        "-2",
        "A",
    ],
)
def test_what_is_no_code_is_none(text: str) -> None:
    assert cip_code(text) == ""


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("51.071", "510710"),
        ("1.0505", "010505"),
        ("10505", "010505"),
        ("51.1", "5110"),
        ("51.0", "51"),
        ("51.", "51"),
        ("5107.0", "5107"),
        ("99.9999", "999999"),
    ],
)
def test_a_zero_that_a_spreadsheet_took_is_put_back(text: str, code: str) -> None:
    assert cip_code(text) == code


@pytest.mark.parametrize("wanted", ["*", "*coding*", "51.07 or 51.08", "[abc]", ""])
def test_a_pattern_without_digits_means_no_code(wanted: str) -> None:
    assert cip_glob(wanted) is None


@pytest.mark.parametrize(
    ("wanted", "code", "is_meant"),
    [
        ("51.07??", "510713", True),
        ("51.07??", "5107", False),
        ("51.07[01]?", "510713", True),
        ("51.07[!1]?", "510713", False),
        ("1.05*", "010505", True),
        ("1*", "010505", False),
        ("1*", "110101", True),
        ("51.0713", "5107", False),
        ("51.071", "510713", False),
        ("51.071*", "510713", True),
    ],
)
def test_wildcards_stand_for_digits(wanted: str, code: str, is_meant: bool) -> None:
    glob = cip_glob(wanted)

    assert glob is not None
    assert (glob.match(code) is not None) == is_meant


@pytest.mark.parametrize("header", ["cip", "CIP", "cipcode", "CIPCODE1", "CIP Code", "field_cip_code", "programCip"])
def test_a_header_of_codes(header: str) -> None:
    assert is_cip_header(header)


@pytest.mark.parametrize("header", ["", "participants", "discipline", "recipient", "CIPTUIT1", "XCIPSUP1", "municipal"])
def test_a_header_in_which_the_letters_stand_by_chance(header: str) -> None:
    assert not is_cip_header(header)
