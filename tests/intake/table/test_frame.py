from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
import pytest

from decision.errors import BadPrograms
from decision.intake.table.programs import read_programs

if TYPE_CHECKING:
    from decision.model import Programs


def _cells(programs: Programs) -> list[list[str]]:
    return [programs.cells(number) for number in range(len(programs))]


def test_a_frame_reads_as_the_file_it_would_be_saved_as() -> None:
    frame = pd.DataFrame({"program ": ["A", "B"], "cost": [3450.0, np.nan], "takers": [52, 4], "open": [True, False]})

    programs = read_programs(frame)

    assert (programs.file, programs.header, programs.rows.tolist()) == (
        "<table>",
        ("program", "cost", "takers", "open"),
        [2, 3],
    )
    assert _cells(programs) == [["A", "3450", "52", "True"], ["B", "", "4", "False"]]
    assert programs.lines is None


@pytest.mark.parametrize(
    ("cells", "texts"),
    [
        (pd.Series([0.1, 1e16, -0.0]), ["0.1", "10000000000000000", "0"]),
        (pd.Series([1, True, 1.0, "1", None, ["a"]], dtype=object), ["1", "True", "1", "1", "", "['a']"]),
        (pd.Series(["day", None, "day"], dtype="category"), ["day", "", "day"]),
        (pd.Series(["day", None], dtype="string"), ["day", ""]),
        (pd.Series([3, None], dtype="Int64"), ["3", ""]),
        (pd.to_datetime(pd.Series(["2026-05-01", None])), ["2026-05-01", ""]),
        (pd.Series([float("inf"), 0.35], dtype="float32"), ["inf", "0.35"]),
    ],
)
def test_values_are_written_plainly(cells: pd.Series, texts: list[str]) -> None:
    frame = pd.DataFrame({"program": [f"P{number}" for number in range(len(cells))], "x": cells})

    assert [row[1] for row in _cells(read_programs(frame))] == texts


def test_texts_of_a_column_are_distinct() -> None:
    frame = pd.DataFrame({"x": pd.Series([1, "1", None, "", 2.0, "2"], dtype=object), "y": list("abcdef")})

    assert list(read_programs(frame).columns[0].texts) == ["1", "", "2"]


def test_a_named_index_is_left_out_and_said() -> None:
    frame = pd.DataFrame({"cost": [1, 2]}, index=pd.Index(["A", "B"], name="program"))

    programs = read_programs(frame)

    assert programs.header == ("cost",)
    assert [note.problem for note in programs.notes] == [
        'the index ("program") was left out; reset_index() makes it a column.'
    ]


def test_repeated_names_of_columns_are_both_kept() -> None:
    frame = pd.DataFrame([["A", "1", "2"]], columns=["program", "cost", "cost"])

    assert _cells(read_programs(frame)) == [["A", "1", "2"]]


def test_blank_rows_and_totals_are_told_apart_as_in_a_file() -> None:
    frame = pd.DataFrame({"program": ["A", None, "Total"], "cost": [1, None, 1]})

    programs = read_programs(frame)

    assert (programs.rows.tolist(), programs.set_aside) == ([2], (4,))


@pytest.mark.parametrize(
    ("frame", "said"),
    [
        (
            pd.DataFrame({"program": []}),
            "there is a header and no program under it. One row for each program is wanted.",
        ),
        (pd.DataFrame(), "the table has no columns."),
        (
            pd.DataFrame([[1]], columns=pd.MultiIndex.from_tuples([("a", "b")])),
            "the columns have 2 levels of names. Give each column one name.",
        ),
    ],
)
def test_a_frame_that_is_no_table_of_programs_is_a_fault(frame: pd.DataFrame, said: str) -> None:
    with pytest.raises(BadPrograms) as caught:
        read_programs(frame)

    assert [fault.problem for fault in caught.value.faults] == [said]


def test_the_same_frame_has_the_same_digest() -> None:
    frame = pd.DataFrame({"program": ["A", "B"]})

    assert read_programs(frame).digest == read_programs(frame.copy()).digest
    assert read_programs(frame).digest != read_programs(frame.iloc[::-1]).digest
