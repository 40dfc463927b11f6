from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from decision.report.words.alike import by_kind

NUMBERS = st.integers(-3, 3) | st.sampled_from([-(1 << 31), (1 << 31) - 1])


@given(st.lists(st.tuples(NUMBERS, NUMBERS, NUMBERS, NUMBERS)))
def test_every_program_gets_what_its_own_numbers_make(keys: list[tuple[int, ...]]) -> None:
    parts = [np.array([key[at] for key in keys], dtype=np.int64) for at in range(4)]

    assert by_kind(parts, lambda key: key).of_each() == keys


def test_each_kind_is_made_once() -> None:
    made: list[tuple[int, ...]] = []

    by_kind([np.array([2, 1, 2, 1, 1])], made.append)

    assert sorted(made) == [(1,), (2,)]
