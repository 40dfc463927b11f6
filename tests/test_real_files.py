"""Whole public files go through as they stand, every row accounted for. The criteria are this test's own."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from tests.commands import decide

if TYPE_CHECKING:
    from pathlib import Path

NEW_JERSEY = """\
criteria:
  - {name: cost, kind: money, column: Cost, must: {at_most: 5000}, worst: 8000, best: 0}
  - {name: hours, kind: number, unit: hours, column: Hours, must: {at_least: 1}, worst: 0, best: 600}
"""
MASSACHUSETTS = """\
criteria:
  - name: certification
    kind: category
    column: exam
    must: {any_of: [CPC, CBCS, CCA]}
    aliases: {CBCS: [Certified Billing and Coding Specialist]}
  - {name: accreditation, kind: category, column: accreditation, must: {any_of: [CAHIIM, AAPC]}}
  - name: pass rate
    kind: share
    column: exam_pass_rate
    passed: exam_passers
    took: exam_takers
    worst: 40%
    best: 100%
  - {name: cost, kind: money, column: total_cost, parts: [tuition, fees, books_supplies], worst: 20000, best: 0}
"""
FEDERAL = """\
criteria:
  - {name: price, kind: money, column: CHG1PY3, must: {at_most: 20000}, worst: 30000, best: 0}
  - {name: length, kind: duration, column: MTHCMP1, worst: 24, best: 4}
"""
FILES = [
    ("nj_etpl_2018_listing.csv", NEW_JERSEY, 4499),
    ("ma_coding_programs.csv", MASSACHUSETTS, 36),
    ("ipeds_ic2021_py.csv", FEDERAL, 2222),
]


@pytest.mark.parametrize(("name", "rows"), [(name, rows) for name, _, rows in FILES])
def test_check_counts_every_row(shared: Path, tmp_path: Path, name: str, rows: int) -> None:
    run = decide("check", shared / "data" / name, "--source", "none", folder=tmp_path)

    assert run.returncode == 0
    assert f"{rows:,} programs" in " ".join(run.stdout.decode().split())


@pytest.mark.parametrize(("name", "criteria", "rows"), FILES)
def test_rank_accounts_for_every_row(shared: Path, tmp_path: Path, name: str, criteria: str, rows: int) -> None:
    (tmp_path / "mine.yaml").write_text(criteria)
    table = (shared / "data" / name).read_bytes()
    options = ("rank", "-", "--source", "none", "--criteria", "mine.yaml")

    run = decide(*options, "-o", "out.csv", "--json", folder=tmp_path, given=table)

    assert run.returncode == 0, run.stderr.decode()
    ranked = list(csv.DictReader(io.StringIO((tmp_path / "out.csv").read_text(encoding="utf-8"), newline="")))
    told = json.loads(run.stdout)["programs"]
    by_status = Counter(program["status"] for program in told)
    assert len(ranked) == len(told) == rows
    assert Counter(row["status"] for row in ranked) == by_status
    assert len({program["row"] for program in told}) == rows
    assert all(row["reason"] for row in ranked)


def test_the_trailing_comma_of_the_federal_file_shifts_nothing(shared: Path, tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").write_text(FEDERAL)
    raw = (shared / "data" / "ipeds_ic2021_py.csv").read_bytes().splitlines()

    options = ("--source", "none", "--criteria", "mine.yaml", "-q")
    run = decide("rank", shared / "data" / "ipeds_ic2021_py.csv", *options, folder=tmp_path)

    lines = run.stdout.splitlines()
    assert lines[0].count(b",") == raw[0].count(b",") + 7 + 2
    assert sorted(line.split(b",")[-3 - raw[0].count(b",")] for line in lines[1:]) == sorted(
        line.split(b",")[0] for line in raw[1:]
    )
