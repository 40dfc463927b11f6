from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from decision.report.alike import shared_by_alike

NUMBERS = st.integers(-3, 3) | st.sampled_from([-(1 << 31), (1 << 31) - 1])


@given(st.lists(st.tuples(NUMBERS, NUMBERS, NUMBERS, NUMBERS)))
def test_every_program_gets_what_its_own_numbers_make(keys: list[tuple[int, ...]]) -> None:
    parts = [np.array([key[at] for key in keys], dtype=np.int64) for at in range(4)]

    assert shared_by_alike(parts, lambda key: key) == keys


def test_each_kind_is_made_once() -> None:
    made: list[tuple[int, ...]] = []

    shared_by_alike([np.array([2, 1, 2, 1, 1])], made.append)

    assert sorted(made) == [(1,), (2,)]
