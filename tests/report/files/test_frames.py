from __future__ import annotations

import subprocess
import sys

from decision.report.files.frames import eliminated_frame, funnel_frame, ranking_frame, shortlist_frame
from tests.conftest import PROJECT
from tests.report.outcomes import COST, FOUR_SCHOOLS, outcome, table

NO_PROGRAMS = outcome(table(b"program\n"), [COST], {"cost": []})


def test_the_ranking_has_every_program_by_its_row() -> None:
    ranking = ranking_frame(FOUR_SCHOOLS)

    assert ranking.index.tolist() == [2, 3, 5, 4]
    assert ranking["name"].tolist() == ["Harbor", "Linden", "Mill", "Quay"]
    assert ranking["rank"].dropna().tolist() == [1, 2]
    assert ranking["status"].tolist() == ["fits", "ask", "out", "out"]
    assert ranking["ask"].tolist() == ["", "exam pass rate", "", ""]


def test_what_is_out_has_no_points() -> None:
    numbers = ranking_frame(FOUR_SCHOOLS)[["rank", "score", "score_high", "points: cost", "points: exam pass rate"]]

    assert numbers.isna().to_numpy().tolist() == [[False] * 5, [False] * 5, [True] * 5, [True] * 5]


def test_the_columns_have_the_stated_types_also_without_programs() -> None:
    types = {
        "name": "object",
        "rank": "Int64",
        "status": "category",
        "shortlist": "bool",
        "score": "Float64",
        "score_high": "Float64",
        "reason": "object",
        "ask": "object",
        "points: cost": "Float64",
    }

    assert {name: str(kind) for name, kind in ranking_frame(NO_PROGRAMS).dtypes.items()} == types
    assert ranking_frame(FOUR_SCHOOLS)[[*types]].dtypes.astype(str).to_dict() == types


def test_statuses_have_an_order() -> None:
    assert ranking_frame(FOUR_SCHOOLS)["status"].cat.categories.tolist() == ["fits", "ask", "out"]
    assert ranking_frame(FOUR_SCHOOLS)["status"].max() == "out"


def test_the_shortlist_is_the_ranking_cut_short() -> None:
    assert shortlist_frame(FOUR_SCHOOLS).to_dict() == ranking_frame(FOUR_SCHOOLS).head(1).to_dict()


def test_each_failed_must_have_has_its_line() -> None:
    lines = eliminated_frame(FOUR_SCHOOLS)

    assert lines.index.tolist() == [5, 5, 5, 4]
    assert lines["criterion"].tolist() == ["cost", "exam pass rate", "schedule", "cost"]
    assert lines["found"].tolist() == ["$9,300", "12 of 25 (48 %)", "day", "$6,250"]
    assert lines["wanted"].tolist() == [
        "at most $6,000",
        "at least 60 %",
        "evening, weekend or online",
        "at most $6,000",
    ]
    assert lines["margin"].isna().tolist() == [False, False, True, False]
    assert lines["only"].tolist() == [False, False, False, True]


def test_the_funnel_has_a_line_for_each_must_have() -> None:
    assert funnel_frame(FOUR_SCHOOLS).to_dict("index") == {
        "cost": {"wanted": "at most $6,000", "before": 4, "out": 2, "ask": 0, "left": 2},
        "exam pass rate": {"wanted": "at least 60 %", "before": 2, "out": 0, "ask": 1, "left": 2},
        "schedule": {"wanted": "evening, weekend or online", "before": 2, "out": 0, "ask": 0, "left": 2},
    }


def test_pandas_is_not_imported_before_a_table_is_asked_for() -> None:
    program = (
        "import sys, decision.report.files.frames, decision.report.files.ranked; sys.exit('pandas' in sys.modules)"
    )

    assert subprocess.run([sys.executable, "-c", program], cwd=PROJECT, check=False).returncode == 0
