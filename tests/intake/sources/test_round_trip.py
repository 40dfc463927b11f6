"""A table that was converted is ranked as the source's own file is, and is never translated twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from decision import convert, decide

if TYPE_CHECKING:
    from pathlib import Path

FILES = ["nj_etpl_2018_listing.csv"]


@pytest.mark.parametrize("name", FILES)
def test_what_convert_wrote_is_ranked_as_the_original(shared: Path, tmp_path: Path, name: str) -> None:
    convert(shared / "data" / name).to_csv(tmp_path / "converted.csv")

    original, again = decide(shared / "data" / name), decide(tmp_path / "converted.csv")

    columns = ["name", "rank", "status", "score", "score_high", "reason", "ask"]
    assert original.outcome.programs.source != ""
    assert again.outcome.programs.source == ""
    assert again.ranking[columns].values.tolist() == original.ranking[columns].values.tolist()


@pytest.mark.parametrize("name", FILES)
def test_what_rank_wrote_is_ranked_as_the_original(shared: Path, tmp_path: Path, name: str) -> None:
    original = decide(shared / "data" / name)
    original.to_csv(tmp_path / "ranked.csv")

    again = decide(tmp_path / "ranked.csv")

    columns = ["name", "rank", "status", "score", "score_high", "reason", "ask"]
    assert again.ranking[columns].values.tolist() == original.ranking[columns].values.tolist()
