from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from decision.intake.wages.look_up import works_for
from decision.paying import pay
from decision.report.pay.pay_text import pay_list
from decision.report.screen.layout import display_width
from tests.report.golden import golden

if TYPE_CHECKING:
    from collections.abc import Mapping

WAGES = {"now": 17.50, "then": 22}
CASES: dict[str, tuple[str, Mapping[str, object], float | None]] = {
    "pay_worcester": ("Worcester", {}, None),
    "pay_worcester_wages": ("Worcester", {**WAGES, "given_up": 300}, 4500),
    "pay_no_gain": ("Worcester", {"now": 22, "then": 22}, 4500),
    "pay_no_cost": ("Massachusetts", {**WAGES, "hours": 20}, None),
    "pay_free": ("Lowell", WAGES, 0),
    "pay_over_the_middle": ("Pittsfield", {"now": 17.5, "then": 30}, 4500),
    "pay_over_the_high": ("Northwest Massachusetts BOS", {"now": 17.5, "then": 80}, 4500),
    "pay_not_released": ("VT", {}, None),
    "pay_other_work": ("Springfield", {"occupation": "29-9021"}, None),
}


@pytest.mark.parametrize("name", CASES)
def test_pay_is_drawn_as_the_golden_file_shows(name: str) -> None:
    area, wages, cost = CASES[name]

    assert pay(area, wages=wages, cost=cost).text() == golden(name)


def test_the_list_of_areas_is_drawn_as_the_golden_file_shows() -> None:
    assert pay_list(*works_for(None, None)) == golden("pay_list")


@given(st.integers(1, 100), st.sampled_from([*CASES]))
def test_no_line_is_wider_than_the_terminal(width: int, name: str) -> None:
    area, wages, cost = CASES[name]
    lines = [
        *pay(area, wages=wages, cost=cost).text(width=width, unicode=False).splitlines(),
        *pay_list(*works_for(None, None), width=width).splitlines(),
    ]

    assert max(map(display_width, lines)) <= max(width, 40)


@pytest.mark.parametrize("name", ["pay_worcester", "pay_no_cost", "pay_not_released"])
def test_without_a_stated_wage_and_cost_no_months_are_named(name: str) -> None:
    area, wages, cost = CASES[name]

    assert "paid back in" not in pay(area, wages=wages, cost=cost).text()


def test_a_notebook_is_given_escaped_text() -> None:
    shown = pay("Worcester")._repr_html_()

    assert shown.startswith('<pre class="decision">Medical Records Specialists (29-2072) in Worcester, MA, May 2025\n')
    assert shown.endswith("https://www.bls.gov/oes/\n</pre>")


def test_it_says_what_it_holds_in_one_line() -> None:
    found = pay("Worcester")

    assert (repr(found), repr(found.figures)) == (
        "AreaPay(Worcester, MA, 29-2072, 2025-05)",
        "Pay(Worcester, MA, 29-2072, 2025-05)",
    )
    assert str(found) == found.text()
