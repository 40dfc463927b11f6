"""What a user types of a column becomes header, values and a yes or no; what cannot be read is told whole."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from decision.errors import BadOptions
from decision.intake.choose.condition import Condition, read_conditions

WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["C"]), max_size=8).map(str.strip)
HEADERS = WORDS.filter(bool)


@pytest.mark.parametrize(
    ("text", "header", "values"),
    [
        ("state=MA,RI", "state", ("MA", "RI")),
        (" state = MA , RI ", "state", ("MA", "RI")),
        ("City, County=Newark*", "City, County", ("Newark*",)),
        ('city="Providence, RI",Boston', "city", ("Providence, RI", "Boston")),
        ('size="6"" disk"', "size", ('6" disk',)),
        ('size=6" disk', "size", ('6" disk',)),
        ("state=", "state", ("",)),
        ("state=MA,", "state", ("MA", "")),
        ("note=a=b", "note", ("a=b",)),
        ('"a=b"=c', "a=b", ("c",)),
        ('"say ""hi"""=c', 'say "hi"', ("c",)),
    ],
)
def test_a_condition_is_read(text: str, header: str, values: tuple[str, ...]) -> None:
    assert read_conditions(text) == (Condition(header=header, values=values),)


@pytest.mark.parametrize("text", ["state!=MA", "state != MA", '"state"!=MA'])
def test_a_mark_before_the_sign_means_not(text: str) -> None:
    assert read_conditions([text]) == (Condition(header="state", values=("MA",), is_not=True),)


def test_the_values_of_a_list_are_taken_to_the_letter() -> None:
    found = read_conditions({"city": ["Providence, RI", None], "cip": 5107, "state!": "MA,RI", "zip": None})

    assert found == (
        Condition(header="city", values=("Providence, RI", "")),
        Condition(header="cip", values=("5107",)),
        Condition(header="state", values=("MA", "RI"), is_not=True),
        Condition(header="zip", values=("",)),
    )


@pytest.mark.parametrize("nothing", [(), [], {}])
def test_nothing_wanted_is_no_condition(nothing: tuple[str, ...]) -> None:
    assert read_conditions(nothing) == ()


def test_every_text_that_is_no_condition_is_told() -> None:
    with pytest.raises(BadOptions) as raised:
        read_conditions(["state", "state=MA", "=MA", '"state=MA', 'city="Lynn'])

    assert str(raised.value) == (
        "4 faults.\n"
        '  --where  "state"  wanted a column, =, and values, such as state=MA,RI or cip=51.07*.\n'
        '  --where  "=MA"  wanted a column, =, and values, such as state=MA,RI or cip=51.07*.\n'
        '  --where  ""state=MA"  wanted a column, =, and values, such as state=MA,RI or cip=51.07*.\n'
        '  --where  "city="Lynn"  a quotation mark stands alone. Quote a value whole, and double a mark inside it: '
        '"a ""b""".'
    )


@pytest.mark.parametrize("where", [{"": "MA"}, {"!": "MA"}, {"state": []}, {"state": '"MA'}])
def test_a_pair_that_is_no_condition_is_told(where: dict[str, object]) -> None:
    with pytest.raises(BadOptions, match=r"^1 fault\.\n  --where  "):
        read_conditions(where)


@given(HEADERS.filter(lambda header: not header.endswith("!")), st.lists(WORDS, min_size=1, max_size=3), st.booleans())
def test_what_is_written_reads_back(header: str, values: list[str], is_not: bool) -> None:
    condition = Condition(header=header, values=tuple(values), is_not=is_not)

    assert read_conditions(condition.text) == (condition,)
