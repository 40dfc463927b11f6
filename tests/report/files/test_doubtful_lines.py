from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from decision.model import Lines
from decision.report.files.doubtful_lines import doubtful_lines
from decision.report.files.guard import guard

SIGNS = st.text(st.sampled_from("=+-@\uff1d\t\r\n\x00 \u00a0\u200b\ufeff'\"0123456789,.eE%a\u00e9"), max_size=8)


def typed(cell: str) -> str:
    return '"' + cell.replace('"', '""') + '"' if set(cell) & set(',"\r\n') else cell


def lines_of(texts: list[bytes], gap: bytes) -> Lines:
    """Lay lines one behind the other, something between them."""
    starts = np.cumsum([len(gap), *(len(text) + len(gap) for text in texts[:-1])])
    data = gap + gap.join(texts) + gap
    return Lines(data=data, starts=starts, ends=starts + [len(text) for text in texts])


@given(
    st.lists(st.lists(SIGNS, min_size=2, max_size=4), min_size=1, max_size=5),
    st.sampled_from([b"\n", b"\r\n", b"\r", b",7\n1,fits,"]),
)
def test_no_line_that_must_change_is_missed(table: list[list[str]], gap: bytes) -> None:
    must_change = [any(guard(cell) != cell or "\r" in cell or "\n" in cell for cell in cells) for cells in table]
    lines = lines_of([",".join(map(typed, cells)).encode() for cells in table], gap)

    found = doubtful_lines(lines)

    assert not (np.array(must_change) & ~found).any()


@pytest.mark.parametrize(
    ("text", "is_doubtful"),
    [(b"Harbor,5", False), (b'"Providence, RI",5', False), (b"a=1,b-2", False), (b"Harbor,-5", True), (b" a,b", True)],
)
def test_usual_lines_are_not_looked_at_twice(text: bytes, is_doubtful: bool) -> None:
    assert doubtful_lines(lines_of([text], b"\n")).tolist() == [is_doubtful]


@pytest.mark.parametrize("shift", range(4))
def test_a_sign_at_the_edge_of_a_block_is_found(shift: int) -> None:
    lines = lines_of([b"x" * ((1 << 20) - 4 + shift) + b",=1", b"a,b"], b"\n")

    assert doubtful_lines(lines).tolist() == [True, False]


def test_no_lines_are_no_doubt() -> None:
    lines = Lines(data=b"", starts=np.zeros(0, dtype=np.int64), ends=np.zeros(0, dtype=np.int64))

    assert doubtful_lines(lines).tolist() == []
