from __future__ import annotations

import pytest

from decision.errors import BadOptions
from decision.report.sheets.suffix import is_workbook


@pytest.mark.parametrize("name", ["ranked.xlsx", "a/b.XLSX", "ranked.csv.xlsx"])
def test_a_name_that_ends_so_wants_a_workbook(name: str) -> None:
    assert is_workbook(name)


@pytest.mark.parametrize("name", ["ranked.csv", "ranked", "ranked.txt", "xlsx", ".xlsx", "-", None])
def test_any_other_name_wants_csv(name: str | None) -> None:
    assert not is_workbook(name)


@pytest.mark.parametrize("ending", [".ods", ".xls", ".xlsm", ".xlsb", ".numbers", ".ODS"])
def test_what_cannot_be_written_is_refused_with_what_can(ending: str) -> None:
    with pytest.raises(BadOptions) as caught:
        is_workbook(f"ranked{ending}", option="--questions")

    assert str(caught.value) == (
        f'1 fault.\n  --questions  "ranked{ending}"  {ending.lower()} is not written. .xlsx is, and LibreOffice and '
        "Numbers open it; so is .csv."
    )
