from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from decision.intake.workbook.cell_text import cell_text
from decision.report.sheets.users_columns import typed_cells


@pytest.mark.parametrize(
    ("texts", "cells"),
    [
        (["3450", "12", ""], [3450, 12, None]),
        (["3450.5", "-3"], [3450.5, -3]),
        (["3450", "N/A", "contact school"], [3450, "N/A", "contact school"]),
        (["3450", "$900"], ["3450", "$900"]),
        (["51.0707", "51.0710"], ["51.0707", "51.0710"]),
        (["02134"], ["02134"]),
        (["3450.00"], ["3450.00"]),
        (["1e5"], ["1e5"]),
        (["-0"], ["-0"]),
        (["1234567890123456"], ["1234567890123456"]),
        ([" 5"], [" 5"]),
        (["٣"], ["٣"]),
        (["5", "²"], [5, "²"]),
    ],
)
def test_numbers_are_numbers_where_each_comes_back_as_typed(texts: list[str], cells: list[object]) -> None:
    assert typed_cells(texts) == cells


@given(texts=st.lists(st.from_regex(r"-?[0-9]{0,9}(\.[0-9]{0,6})?", fullmatch=True) | st.floats(0, 1e6).map(str)))
def test_every_cell_reads_as_it_was_typed(texts: list[str]) -> None:
    cells = typed_cells(texts)

    assert [
        "" if cell is None else cell_text(cell if isinstance(cell, str) else float(cell)) for cell in cells
    ] == texts
