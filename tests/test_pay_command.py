"""`decide pay`, used as a person would."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.commands import decide
from tests.report.golden import golden

if TYPE_CHECKING:
    from pathlib import Path


def test_an_area_is_told(tmp_path: Path) -> None:
    run = decide("pay", "Worcester", folder=tmp_path)

    assert (run.stdout.decode(), run.stderr, run.returncode) == (golden("pay_worcester"), b"", 0)


def test_wages_and_a_cost_give_the_months(tmp_path: Path) -> None:
    run = decide(
        *("pay", "Worcester", "--now", "17.50", "--then", "22", "--cost", "$4,500", "--given-up", "300"),
        folder=tmp_path,
    )

    assert (run.stdout.decode(), run.stderr, run.returncode) == (golden("pay_worcester_wages"), b"", 0)


def test_without_an_area_all_are_listed(tmp_path: Path) -> None:
    run = decide("pay", folder=tmp_path)

    assert (run.stdout.decode(), run.stderr, run.returncode) == (golden("pay_list"), b"", 0)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["Wooster"], '  area  "Wooster"  is no area of this table. Did you mean "Worcester"?\n'),
        (
            ["Worcester", "--now", "17.50"],
            "  --then  is missing. A gain needs both wages: state --then beside --now.\n",
        ),
        (["Worcester", "--cost", "4k-ish"], '  --cost  "4k-ish"  is no amount. Write 4500 or $4,500.\n'),
        (["--cost", "4500"], '  AREA  is missing. Say where these wages are paid; "United States" will do.\n'),
    ],
)
def test_a_wrong_command_is_told_what_is_wrong(tmp_path: Path, arguments: list[str], told: str) -> None:
    run = decide("pay", *arguments, folder=tmp_path)

    assert (run.stdout, run.stderr.decode(), run.returncode) == (b"", f"1 fault.\n{told}", 2)


def test_a_table_with_faults_is_told_with_its_lines(tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").write_text("title: Mine\nas_of: 2025\nsource: me\noccupation: []\n")

    run = decide("pay", "Worcester", "--wage-table", "mine.yaml", folder=tmp_path)

    assert (run.stdout, run.stderr.decode(), run.returncode) == (
        b"",
        (
            "mine.yaml: 2 faults.\n"
            "  line 1, occupations  is missing.\n"
            '  line 4, occupation   not a key here. Did you mean "occupations"?\n'
        ),
        1,
    )
