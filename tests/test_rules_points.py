"""Points and ranks: each sentence of the rules as a test, in their order."""

from __future__ import annotations

from typing import Any

import pytest

from tests.asking import CHEAP, COST, RATE, WHEN, answer, programs, scores

TARGET = {
    "name": "class size",
    "column": "size",
    "kind": "number",
    "scale": {"0": "20%", "10": "100%", "30": "40%"},
}
SIZE = {"name": "size", "column": "size", "kind": "number", "worst": "0", "best": "100"}


def order(text: str, *criteria: dict[str, Any], **keys: Any) -> list[tuple[str, int | None]]:  # noqa: ANN401
    """Give (name, rank) from first to last."""
    return [(p["name"], p["rank"]) for p in answer(text, *criteria, **keys)["programs"]]


# ── points ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_an_unknowns_share_runs_from_0_even_where_the_scales_least_is_above_0() -> None:
    assert scores("program,size\nAsh,\nBirch,0\n", TARGET) == [(0.0, 100.0), (20.0, 20.0)]


def test_an_unknowns_share_runs_to_the_best_on_its_scale() -> None:
    modest = {"name": "badge", "column": "badge", "kind": "category", "scale": {"AAPC": "60%", "other": "70%"}}

    assert scores("program,badge\nAsh,\n", modest) == [(0.0, 70.0)]


@pytest.mark.parametrize(
    ("cell", "points"),
    [("0", 20.0), ("5", 60.0), ("10", 100.0), ("20", 70.0), ("30", 40.0), ("90", 40.0), ("-5", 20.0)],
)
def test_a_numeric_scale_may_rise_and_fall(cell: str, points: float) -> None:
    assert scores(f"program,size\nAsh,{cell}\n", TARGET) == [(points, points)]


@pytest.mark.parametrize(
    ("cell", "points"),
    [("5-20", (60.0, 100.0)), ("12-20", (70.0, 94.0)), ("0-90", (20.0, 100.0)), ("40-50", (40.0, 40.0))],
)
def test_a_range_earns_from_the_least_to_the_greatest_share_anywhere_inside_it(
    cell: str, points: tuple[float, float]
) -> None:
    assert scores(f"program,size\nAsh,{cell}\n", TARGET) == [points]


def test_a_program_that_is_better_than_the_best_earns_no_more_than_all() -> None:
    criterion = COST | {"worst": "$8,000", "best": "$2,000"}

    assert scores("program,cost\nAsh,$1000\nBirch,$9000\n", criterion) == [(100.0, 100.0), (0.0, 0.0)]


# ── equal, and shared ranks ───────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(("second", "ranks"), [("50.0000000001", [1, 1]), ("50.000001", [2, 1])])
def test_scores_are_rounded_to_9_decimals_before_any_comparison(second: str, ranks: list[int]) -> None:
    found = programs(f"program,size\nAsh,50\nBirch,{second}\n", SIZE)

    assert [p["rank"] for p in found] == ranks


def test_equal_after_rounding_means_equal_in_the_shortlist_too() -> None:
    found = programs("program,size\nAsh,50\nBirch,50.0000000001\n", SIZE, shortlist="1")

    assert [p["shortlist"] for p in found] == [True, True]


def test_sums_that_are_equal_on_paper_share_a_rank() -> None:
    thirds = [SIZE, SIZE | {"name": "hours", "column": "hours"}, SIZE | {"name": "rooms", "column": "rooms"}]
    table = "program,size,hours,rooms\nAsh,10,20,30\nBirch,30,10,20\nCedar,20,30,10\n"

    assert [p["rank"] for p in programs(table, *thirds, weights="equal")] == [1, 1, 1]


def test_ranks_are_1_2_2_4_one_more_than_the_number_strictly_ahead() -> None:
    table = "program,size\nAsh,90\nBirch,50\nCedar,50\nElm,10\n"

    assert order(table, SIZE) == [("Ash", 1), ("Birch", 2), ("Cedar", 2), ("Elm", 4)]


def test_those_to_ask_go_on_after_all_that_fit_and_never_share_with_them() -> None:
    table = "program,size,cost\nAsh,50,$1\nBirch,90,\nCedar,50,\nElm,10,$1\nFir,50,\n"

    assert order(table, SIZE, CHEAP) == [("Ash", 1), ("Elm", 2), ("Birch", 3), ("Cedar", 4), ("Fir", 4)]


# ── the shortlist ─────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("shortlist", "names"), [("1", "A"), ("2", "ABCD"), ("3", "ABCD"), ("4", "ABCD"), ("5", "ABCDE")]
)
def test_a_tie_at_the_edge_of_the_shortlist_is_never_cut(shortlist: str, names: str) -> None:
    table = "program,size\nA,90\nB,50\nC,50\nD,50\nE,10\nF,5\n"

    found = [p["name"] for p in programs(table, SIZE, shortlist=shortlist) if p["shortlist"]]

    assert "".join(found) == names


def test_the_shortlist_holds_3_by_default() -> None:
    table = "program,size\nA,90\nB,50\nC,40\nD,30\n"

    assert [p["shortlist"] for p in programs(table, SIZE)] == [True, True, True, False]


def test_those_to_ask_are_never_in_the_shortlist() -> None:
    table = "program,size,cost\nAsh,90,\nBirch,50,\nCedar,10,$1\n"

    assert [p["shortlist"] for p in programs(table, SIZE, CHEAP)] == [False, False, True]


@pytest.mark.parametrize("rule", ["order", "rank_sum", "equal"])
def test_without_a_weighted_criterion_every_score_is_0_and_all_that_fit_rank_1(rule: str) -> None:
    found = answer("program,cost\nBirch,$2\nAsh,$1\nCedar,\nElm,$9000\n", CHEAP, weights=rule)

    assert found["weights"] == {}
    assert [(p["name"], p["rank"], p["score"], p["score_high"], p["points"]) for p in found["programs"]] == [
        ("Ash", 1, 0.0, 0.0, {}),
        ("Birch", 1, 0.0, 0.0, {}),
        ("Cedar", 3, 0.0, 0.0, {}),
        ("Elm", None, None, None, {}),
    ]


# ── the order inside a tie ────────────────────────────────────────────────────────────────────────────────────────────


def test_inside_a_tie_rows_stand_by_possible_points() -> None:
    assert order("program,size\nAsh,50\nBirch,50-60\nCedar,50-90\n", SIZE) == [("Cedar", 1), ("Birch", 1), ("Ash", 1)]


def test_then_by_name() -> None:
    assert order("program,size\nCedar,50\nAsh,50\nBirch,50\n", SIZE) == [("Ash", 1), ("Birch", 1), ("Cedar", 1)]


def test_then_by_their_other_cells_in_the_order_of_their_headers_names_never_by_file_position() -> None:
    table = "zone,program,size,area\na,Ash,50,3\nb,Ash,50,2\nc,Ash,50,1\n"

    assert [p["row"] for p in answer(table, SIZE)["programs"]] == [4, 3, 2]


def test_the_later_the_first_failed_must_have_the_higher_an_out_row() -> None:
    table = (
        "program,cost,schedule,size\nAsh,$9000,evening,9\nBirch,$1,daytime,1\nCedar,$9000,daytime,8\nElm,$1,evening,0\n"
    )

    assert [p["name"] for p in answer(table, CHEAP, WHEN, SIZE)["programs"]] == ["Elm", "Birch", "Ash", "Cedar"]


def test_then_out_rows_stand_by_name_then_text() -> None:
    table = "program,cost,notes\nBirch,$9000,a\nAsh,$9000,c\nAsh,$9000,b\n"

    assert [p["row"] for p in answer(table, CHEAP)["programs"]] == [4, 3, 2]


# ── rows and names ────────────────────────────────────────────────────────────────────────────────────────────────────


def test_row_counts_preamble_header_and_blank_lines_as_a_spreadsheet_shows_them() -> None:
    table = "Our schools\n\nprogram,cost\nAsh,$1\n\nBirch,$2\n"

    assert [(p["row"], p["name"]) for p in programs(table, COST)] == [(4, "Ash"), (6, "Birch")]


def test_a_quoted_line_break_inside_a_cell_is_still_one_row() -> None:
    table = 'program,cost\n"Ash\nSalem",$1\nBirch,$2\n'

    assert [(p["row"], p["name"]) for p in programs(table, COST)] == [(2, "Ash Salem"), (3, "Birch")]


@pytest.mark.parametrize(
    ("header", "name"),
    [
        ("name,program_name,program,cost", "c"),
        ("name,program_name,school,cost", "b"),
        ("school,town,name,cost", "c"),
        ("school,town,street,cost", "a"),
    ],
)
def test_name_is_the_first_of_program_program_name_and_name(header: str, name: str) -> None:
    assert programs(f"{header}\na,b,c,$1\n", COST)[0]["name"] == name


def test_name_is_else_the_first_column_that_no_criterion_uses() -> None:
    assert programs("cost,rate,school\n$1,50%,Ash\n", COST, RATE)[0]["name"] == "Ash"


def test_a_part_of_a_cost_is_used_by_its_criterion_and_names_no_program() -> None:
    parted = COST | {"parts": ["tuition"]}

    assert programs("tuition,cost,school\n$1,,Ash\n", parted)[0]["name"] == "Ash"
