"""The front door: few names, sorted, real and documented."""

from __future__ import annotations

import pytest

import decision


def test_the_names_are_sorted() -> None:
    assert decision.__all__ == sorted(decision.__all__)


@pytest.mark.parametrize("name", decision.__all__)
def test_every_name_is_there(name: str) -> None:
    assert getattr(decision, name) is not None


@pytest.mark.parametrize("name", [name for name in decision.__all__ if not name.startswith("__")])
def test_every_name_says_what_it_is(name: str) -> None:
    assert (getattr(decision, name).__doc__ or "").strip() != ""


def test_a_name_that_is_not_there_is_said_plainly() -> None:
    with pytest.raises(AttributeError, match=r"^module 'decision' has no attribute 'rank'$"):
        decision.rank  # noqa: B018


def test_dir_lists_the_front_door() -> None:
    assert dir(decision) == decision.__all__
