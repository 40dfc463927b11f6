from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from decision.intake.table.programs import read_programs
from decision.report.files.pieces import Copies, Piece, rows_of_pieces
from decision.report.files.user_cells import user_cells
from tests.conftest import PROJECT

if TYPE_CHECKING:
    import random

ALWAYS, NEVER = 0, 1 << 60
ROWS = ["Harbor,1", 'Linden,"$2,900"', "Quay,=1", 'Fells,"a ""b"""', '"=x",3', '"two\nlines",4', "Mühle,-5"]


def rows(data: bytes, order: list[int], worth_arrow: int) -> bytes:
    """Write rows of a table between a number and the end of the line."""
    programs = read_programs(data)
    count = len(programs)
    numbers = Piece(codes=np.arange(count), texts=[b"%d," % number for number in range(count)])
    ends = Piece(codes=np.zeros(count, dtype=np.int64), texts=[b"\n"])
    pieces: list[Piece | Copies] = [numbers, user_cells(programs), ends]
    return b"".join(rows_of_pieces(pieces, np.array(order, dtype=np.int64), worth_arrow=worth_arrow))


@given(st.lists(st.sampled_from(ROWS), min_size=1, max_size=9), st.randoms(), st.sampled_from([",", ";"]))
def test_both_ways_join_the_same_bytes(texts: list[str], chance: random.Random, sign: str) -> None:
    pytest.importorskip("pyarrow")
    data = "\n".join(["program,cost", *texts]).replace(",", sign).encode()
    order = chance.sample(range(len(texts)), len(texts))

    assert rows(data, order, ALWAYS) == rows(data, order, NEVER)


def test_without_arrow_rows_are_joined_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    data = b"program,cost\nHarbor,1\nLinden,2\n"
    before = rows(data, [1, 0], ALWAYS)

    monkeypatch.setitem(sys.modules, "pyarrow", None)

    assert before == rows(data, [1, 0], ALWAYS) == b"1,Linden,2\n0,Harbor,1\n"


def test_arrow_does_not_bring_pandas_along() -> None:
    work = (
        "import sys, numpy as np; from decision.report.files.pieces import Piece, rows_of_pieces; "
        "piece = Piece(codes=np.array([0, 1]), texts=[b'a', b'b']); "
        "print(list(rows_of_pieces([piece], np.array([1, 0]), worth_arrow=0)), 'pandas' in sys.modules)"
    )

    done = subprocess.run([sys.executable, "-c", work], cwd=PROJECT, capture_output=True, text=True, check=True)

    assert done.stdout == "[b'ba'] False\n"
