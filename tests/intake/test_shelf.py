"""What ships with the package is found."""

from __future__ import annotations

import pytest

from decision.intake.shelf import bundled_set, bundled_sets, shelf


@pytest.mark.parametrize("name", ["criteria", "sample_programs"])
def test_a_folder_that_ships_is_found(name: str) -> None:
    assert shelf(name).is_dir()


def test_a_folder_that_does_not_ship_is_named() -> None:
    with pytest.raises(FileNotFoundError, match=r'^this installation lacks its folder "cupboard"$'):
        shelf("cupboard")


def test_bundled_sets_are_listed_by_name() -> None:
    assert bundled_sets() == tuple(sorted(bundled_sets()))
    assert {"guide", "medical-coding"} <= set(bundled_sets())


@pytest.mark.parametrize("name", bundled_sets())
def test_a_bundled_set_is_a_file_with_words_in_it(name: str) -> None:
    assert bundled_set(name).read_text("utf-8").strip()
