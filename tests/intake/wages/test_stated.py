from __future__ import annotations

import pytest

from decision.errors import BadOptions
from decision.intake.wages.look_up import WAGES_KEYS
from decision.intake.wages.stated import read_dollars, read_stated
from decision.nouns.wages import StatedWages


@pytest.mark.parametrize(
    ("given", "stated"),
    [
        ({}, None),
        ({"now": None, "then": None}, None),
        ({"now": "17.50", "then": "$22"}, StatedWages(now=17.5, then=22.0)),
        (
            {"now": 17.5, "then": 22, "hours": "20", "given_up": "1,200"},
            StatedWages(now=17.5, then=22.0, hours=20.0, is_hours_assumed=False, given_up=1200.0),
        ),
        ({"now": 0, "then": 18}, StatedWages(now=0.0, then=18.0)),
    ],
)
def test_wages_are_read_as_stated(given: dict[str, object], stated: StatedWages | None) -> None:
    assert read_stated(given, {}) == stated


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"now": 17.5}, "--then  is missing. A gain needs both wages: state --then beside --now."),
        ({"then": 22}, "--now  is missing. A gain needs both wages: state --now beside --then."),
        (
            {"hours": 20},
            (
                "--now  is missing. A gain needs both wages: state --now beside --then.\n"
                "  --then  is missing. A gain needs both wages: state --then beside --now."
            ),
        ),
        (
            {"now": "x", "then": "2200", "hours": "0", "given_up": "-5"},
            (
                '--now  "x"  is no wage for an hour. Write dollars such as 17.50, at most 1000.\n'
                '  --then  "2200"  is no wage for an hour. Write dollars such as 17.50, at most 1000.\n'
                '  --hours  "0"  is no number of hours a week. Write more than 0, at most 168.\n'
                '  wages.given_up  "-5"  is no amount. Write 4500 or $4,500.'
            ),
        ),
        (
            {"now": float("nan"), "then": float("inf")},
            (
                '--now  "nan"  is no wage for an hour. Write dollars such as 17.50, at most 1000.\n'
                '  --then  "inf"  is no wage for an hour. Write dollars such as 17.50, at most 1000.'
            ),
        ),
        ({"thn": 5}, 'wages.thn  is not known. Did you mean "then"?'),
        (
            {"median": 24.54},
            "wages.median  is not known. It can be: now, then, hours, given_up, occupation, table.",
        ),
    ],
)
def test_every_wrong_wage_is_told_at_once(given: dict[str, object], told: str) -> None:
    options = {key: f"--{key}" for key in ("now", "then", "hours")}

    with pytest.raises(BadOptions) as raised:
        read_stated(given, options, known=WAGES_KEYS)

    assert str(raised.value).partition("\n")[2] == f"  {told}"


def test_a_cost_that_is_no_amount_is_told() -> None:
    with pytest.raises(BadOptions) as raised:
        read_dollars("about 4k", "--cost")

    assert str(raised.value) == '1 fault.\n  --cost  "about 4k"  is no amount. Write 4500 or $4,500.'
