"""Keeping some rows: cells, lines and row numbers go with their program, read late or not."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from decision.intake.table.grid_column import GridColumn
from decision.intake.table.kept import kept_column, kept_programs
from decision.intake.table.programs import read_programs
from tests.strategies import csv_bytes

CELLS = st.sampled_from(["", "a", "b", 'say "c"', "d, e"])
ROWS = st.lists(st.tuples(CELLS, CELLS, st.booleans(), st.booleans()), min_size=2, max_size=10)


@given(ROWS, st.sampled_from([0, 1 << 40]))
def test_kept_rows_are_those_of_the_whole(rows: list[tuple[str, str, bool, bool]], large: int) -> None:
    table = csv_bytes([["program", "x", "y"], *([f"P{n}", x, y] for n, (x, y, _, _) in enumerate(rows))], line_end="\n")
    whole = read_programs(table, large=large)
    first = np.array([keep for _, _, keep, _ in rows])
    second = np.array([keep for _, _, _, keep in rows])

    kept = kept_programs(kept_programs(whole, first), second[first])

    at = np.flatnonzero(first & second).tolist()
    assert kept.rows.tolist() == [at + 2 for at in at]
    assert [kept.cells(number) for number in range(len(kept))] == [whole.cells(number) for number in at]
    assert kept.lines is not None
    assert whole.lines is not None
    assert [kept.lines.typed(number) for number in range(len(kept))] == [whole.lines.typed(number) for number in at]


def test_a_column_that_nobody_read_stays_unread() -> None:
    whole = read_programs(csv_bytes([["program", "x"], *([f"P{n}", "a"] for n in range(9))], line_end="\n"), large=0)

    kept = kept_column(whole.columns[1], np.arange(9) % 2 == 0)

    assert isinstance(kept, GridColumn)
    assert not kept.is_read
    assert len(kept.codes) == 5


def test_a_column_that_was_read_is_not_read_again() -> None:
    whole = read_programs(csv_bytes([["program", "x"], *([f"P{n}", "a"] for n in range(9))], line_end="\n"), large=0)
    whole.columns[1].codes.tolist()

    kept = kept_column(whole.columns[1], np.arange(9) < 2)

    assert not isinstance(kept, GridColumn)
    assert (kept.texts, kept.codes.tolist()) == (["a"], [0, 0])
