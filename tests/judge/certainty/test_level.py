"""Ties, and programs hardly behind the first."""

from __future__ import annotations

import numpy as np

from decision.judge.certainty.level import level
from decision.nouns.findings import Level
from tests.judge.standings import standing_of


def test_ties_and_near_ties_are_told_apart() -> None:
    shares = [[0.70], [0.70], [0.695], [0.69], [0.50], [0.50], [0.50], [0.10]]

    assert level(standing_of(shares)) == Level(ties=((2, 3), (6, 7, 8)), too_close=(4,))


def test_exactly_one_point_behind_is_not_too_close() -> None:
    assert level(standing_of([[0.70], [0.69]])) == Level(ties=(), too_close=())


def test_a_difference_past_the_ninth_decimal_is_a_tie() -> None:
    assert level(standing_of([[0.5 + 1e-13], [0.5]])) == Level(ties=((2, 3),), too_close=())


def test_nobody_and_one_alone_are_level_with_nobody() -> None:
    assert level(standing_of(np.zeros((0, 2)))) == level(standing_of([[0.4, 0.2]])) == Level(ties=(), too_close=())
