from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from decision.intake.table.arrow import encode_with_arrow, quickest_encode
from decision.intake.table.grid import find_grid
from decision.intake.table.grid_column import GridColumn, encode
from tests.conftest import PROJECT

pytest.importorskip("pyarrow")

CELLS = st.sampled_from(["", "a", "é", " b", '"a"', '"a, b"', '""', '"""q"""']) | st.text("abcdefgh", max_size=3)


@given(st.lists(st.tuples(CELLS, CELLS), min_size=1, max_size=30), st.sampled_from(["\n", "\r\n"]))
def test_arrow_finds_the_same_texts_in_the_same_order(rows: list[tuple[str, str]], line_end: str) -> None:
    data = ("a,b\n" + "".join(f"{one},{other}{line_end}" for one, other in rows)).encode()
    grid = find_grid(data, 4, sign=",", width=2)
    assert grid is not None

    plain, quick = ([GridColumn(grid, at, by) for at in (0, 1)] for by in (encode, encode_with_arrow))

    assert [column.texts for column in quick] == [column.texts for column in plain]
    assert [column.codes.tolist() for column in quick] == [column.codes.tolist() for column in plain]


def test_without_arrow_the_plain_way_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    assert quickest_encode() is encode_with_arrow

    monkeypatch.setitem(sys.modules, "pyarrow", None)

    assert quickest_encode() is encode


def test_arrow_does_not_bring_pandas_along() -> None:
    work = (
        "from decision.intake.table.arrow import encode_with_arrow as encode; "
        "from decision.intake.table.grid import find_grid; "
        "import sys; encode(find_grid(b'a,b\\n1,x\\n2,x\\n', 4, sign=',', width=2), 1); print('pandas' in sys.modules)"
    )

    done = subprocess.run([sys.executable, "-c", work], cwd=PROJECT, capture_output=True, text=True, check=True)

    assert done.stdout == "False\n"
