"""A wage table with faults: every one of them is told at once, with its line and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from decision.errors import BadCriteria
from decision.intake.wages.wage_tables import read_wages

if TYPE_CHECKING:
    from pathlib import Path

ALL_WRONG = """\
titel: Mine
as_of: last year
source_url: www.bls.gov
areas:
  - {name: Worchester, also: [Leominster]}
  - {name: Boston, also: [Leominster]}
occupations:
  - code: 29-2072
    title: Coders
    certified_gap: 20.7%
    outlook: {area: US, from: 2024, to: 2034, jobs_from: many, jobs_to: 5, growth: 7.1, openings_a_year: 3, source: x}
    wages:
      - {area: Worcester, low: 18.02, median: 24.54, high: 36.33}
      - {area: worcester, low: 30, median: 24.54, high: 36.33}
      - {area: Boston, low: 37,480, median: abc}
  - {code: 29-2072, title: "", wages: none}
"""
TOLD = """\
mine.yaml: 18 faults.
  line 1, titel  not a key here. Did you mean "title"?
  line 1, title  is missing.
  line 1, source  is missing.
  line 2, as_of  "last year"  is no date. Write 2025, 2025-05 or 2025-05-31.
  line 3, source_url  "www.bls.gov"  is no address. It begins with https:// or http://.
  line 5, areas[1].name  "Worchester"  has no wages here. Did you mean "Worcester"?
  line 6, areas[2].also  names "Leominster", which is in Worchester already.
  line 10, occupations[1].certified_gap  not a key here. It can be: code, title, became, outlook, wages.
  line 11, occupations[1].outlook.jobs_from  "many"  is no whole number. Write digits, or - where it is not released.
  line 11, occupations[1].outlook.growth  "7.1"  is no percentage. Write it with its sign, such as 7.1%.
  line 14, occupations[1].wages[2]  has wages out of order. The low one is at most the median, the median at most the \
high one.
  line 14, occupations[1].wages[2].area  "worcester"  stands in occupations[1].wages[1] already. Keep one.
  line 15, occupations[1].wages[3].low  YAML cuts an amount at a comma inside {} or []. Put it in quotes: low: "37,480".
  line 15, occupations[1].wages[3].high  is missing.
  line 15, occupations[1].wages[3].median  "abc"  is no wage. Write dollars an hour, such as 18.02, or - where it is \
not released.
  line 16, occupations[2].title  is missing.
  line 16, occupations[2].wages  "none"  is a list, with one entry for each area.
  line 16, occupations[2].code  "29-2072"  stands in occupations[1] already. Keep one."""


def test_every_fault_is_told_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mine.yaml").write_text(ALL_WRONG)

    with pytest.raises(BadCriteria) as raised:
        read_wages("mine.yaml")

    assert str(raised.value) == TOLD


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("title: A\nas_of: 2025\nsource: b\noccupations: []\n", "line 4, occupations  is a list, with one entry for "),
        ("title: A\nas_of: 2025\nsource: b\noccupations: [x]\n", 'line 4, occupations[1]  "x"  is no occupation. '),
        ("title: [A]\nas_of: 2025\nsource: b\noccupations: [x]\n", "line 1, title  takes one text, not a list or ta"),
    ],
)
def test_a_wrong_shape_is_told(tmp_path: Path, text: str, told: str) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(text)

    with pytest.raises(BadCriteria) as raised:
        read_wages(path)

    assert str(raised.value.faults[0]).startswith(told)


@pytest.mark.parametrize(
    ("name", "told"),
    [
        (
            "bls-2025",
            '  is no bundled wage table and no file. Did you mean "bls-2025-05"? Bundled are: bls-2025-05, guide.',
        ),
        (".", "  cannot be read: Is a directory."),
        ("a\0b", "  cannot be read: its name cannot be used."),
    ],
)
def test_a_table_that_is_not_there_is_named(name: str, told: str) -> None:
    with pytest.raises(BadCriteria) as raised:
        read_wages(name)

    assert str(raised.value) == f"{name}: 1 fault.\n{told}"
