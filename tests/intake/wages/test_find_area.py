from __future__ import annotations

import pytest

from decision.errors import BadOptions
from decision.intake.wages.find_area import find_area, find_work
from decision.intake.wages.look_up import look_up, tables_for

TABLES = tables_for()
CODER = find_work(TABLES, None)


@pytest.mark.parametrize(
    ("asked", "area"),
    [
        ("Worcester, MA", "Worcester, MA"),
        (" worcester ", "Worcester, MA"),
        ("Boston", "Boston-Cambridge-Newton, MA-NH"),
        ("Nashua", "Manchester-Nashua, NH"),
        ("Barnstable", "Barnstable Town, MA"),
        ("ma", "Massachusetts"),
        ("US", "United States"),
        ("Lowell", "Boston-Cambridge-Newton, MA-NH"),
        ("New Bedford", "Providence-Warwick, RI-MA"),
        ("Leominster", "Worcester, MA"),
        ("Boston-Cambridge-Quincy", "Boston-Cambridge-Newton, MA-NH"),
        ("Northwest Massachusetts BOS", "Pittsfield, MA"),
    ],
)
def test_a_place_is_found_by_the_name_people_use(asked: str, area: str) -> None:
    assert find_area(TABLES, CODER, asked).area == area


@pytest.mark.parametrize("area", [*CODER.wages])
def test_every_area_is_found_by_its_own_name(area: str) -> None:
    assert find_area(TABLES, CODER, area).area == area


@pytest.mark.parametrize(
    ("asked", "code", "told"),
    [
        ("Wooster", None, 'area  "Wooster"  is no area of this table. Did you mean "Worcester"?'),
        (
            "Lowel",
            None,
            (
                'area  "Lowel"  is no area of this table. Did you mean "Lowell" (counted in '
                "Boston-Cambridge-Newton, MA-NH)?"
            ),
        ),
        (
            "Paris",
            None,
            (
                'area  "Paris"  is no area of this table. decide pay lists those it has; a state or the United States '
                "will do too."
            ),
        ),
        (
            "",
            None,
            (
                'area  ""  is no area of this table. decide pay lists those it has; a state or the United States will '
                "do too."
            ),
        ),
        (
            "New",
            None,
            (
                'area  "New"  could be New Hampshire or New York or New Haven, CT or Norwich-New London-Willimantic, '
                "CT. Write the whole name."
            ),
        ),
        (
            "Barnstable",
            "29-9021",
            (
                'area  "Barnstable"  has no figure for 29-9021 Health Information Technologists and Medical '
                "Registrars. Larger areas that have one: United States, Massachusetts, Connecticut, New Hampshire, "
                "New York, Rhode Island, Vermont, Northern New Hampshire nonmetropolitan area."
            ),
        ),
    ],
)
def test_a_place_that_is_not_there_is_answered_with_near_ones(asked: str, code: str | None, told: str) -> None:
    with pytest.raises(BadOptions) as raised:
        find_area(TABLES, find_work(TABLES, code), asked)

    assert str(raised.value) == f"1 fault.\n  {told}"


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("29-2071", "no longer exists: it was split into 29-2072 and 29-9021."),
        ("29-2073", 'is no occupation of this table. Did you mean "29-2072"?'),
        ("coder", "is no occupation of this table."),
    ],
)
def test_an_occupation_that_is_not_there_is_answered_with_those_that_are(code: str, told: str) -> None:
    known = (
        "Known are: 29-2072 Medical Records Specialists; 29-9021 Health Information Technologists and Medical "
        "Registrars."
    )

    with pytest.raises(BadOptions) as raised:
        find_work(TABLES, code)

    assert str(raised.value) == f'1 fault.\n  --occupation  "{code}"  {told} {known}'


def test_the_guide_stands_beside_as_the_older_table() -> None:
    pay = look_up("Worcester")

    assert pay is not None
    assert [(older.table.name, older.wage.median) for older in pay.older] == [("guide", 20.84)]


def test_an_area_the_guide_does_not_have_has_nothing_older() -> None:
    pay = look_up("Massachusetts")

    assert pay is not None
    assert pay.older == ()


def test_wages_without_a_place_are_asked_back() -> None:
    with pytest.raises(BadOptions) as raised:
        look_up(None, {"now": 17.5, "then": 22}, options={"area": "--area"})

    assert str(raised.value) == (
        '1 fault.\n  --area  is missing. Say where these wages are paid; "United States" will do.'
    )
