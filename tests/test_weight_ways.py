"""Four ways to say the same weights rank the same, by the command as in Python."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from decision import decide as decide_in_python
from tests.commands import decide

if TYPE_CHECKING:
    from pathlib import Path

PROGRAMS = b"program,cost,rate\nHarbor,$3000,80%\nLinden,$4000,95%\nQuabbin,$1000,60%\n"
CRITERIA = """\
criteria:
  - {name: cost, column: cost, kind: money, best: 0, worst: 8000}
  - {name: exam pass rate, column: rate, kind: share, best: 100%, worst: 40%}
weights: {cost: 3, exam pass rate: 1}
"""


@pytest.mark.parametrize(
    "weights",
    [
        "swings: cost=100,exam pass rate=33.33333333333333",
        "pairwise: cost over exam pass rate=3",
        "pairwise: exam pass rate over cost=1/3",
        "ranges: cost=75%,exam pass rate=25%",
        "ranges: exam pass rate=20% to 30%,cost=70%-80%",
    ],
)
def test_the_command_takes_every_way_and_ranks_the_same(tmp_path: Path, weights: str) -> None:
    (tmp_path / "programs.csv").write_bytes(PROGRAMS)
    (tmp_path / "criteria.yaml").write_text(CRITERIA)
    command = ("rank", "programs.csv", "--criteria", "criteria.yaml", "-q")

    by_points = decide(*command, folder=tmp_path)
    by_way = decide(*command, "--weights", weights, folder=tmp_path)

    assert (by_way.returncode, by_way.stdout) == (0, by_points.stdout)


def test_python_takes_a_way_as_a_file_holds_it(tmp_path: Path) -> None:
    (tmp_path / "programs.csv").write_bytes(PROGRAMS)
    (tmp_path / "criteria.yaml").write_text(CRITERIA)

    decision = decide_in_python(
        tmp_path / "programs.csv", tmp_path / "criteria.yaml", weights={"pairwise": {"cost over exam pass rate": 3}}
    )

    assert decision.to_dict()["weights"] == pytest.approx({"cost": 0.75, "exam pass rate": 0.25})


def test_criteria_that_rise_and_fall_together_are_said_to_count_one_thing_twice(tmp_path: Path) -> None:
    lines = [f"p{n},${1000 + 300 * n},${1500 + 300 * n}" for n in range(9)]
    (tmp_path / "programs.csv").write_text("\n".join(["program,tuition,total", *lines, ""]))
    (tmp_path / "mine.yaml").write_text(
        "criteria:\n"
        "  - {name: tuition, column: tuition, kind: money, best: 0, worst: 9000}\n"
        "  - {name: total cost, column: total, kind: money, best: 0, worst: 9000}\n"
    )

    run = decide("rank", "programs.csv", "--criteria", "mine.yaml", "-o", "ranked.csv", folder=tmp_path)

    said = "tuition and total cost nearly always earn points together (in 9 programs): one thing may count twice."
    assert said in " ".join(run.stdout.decode().split())
