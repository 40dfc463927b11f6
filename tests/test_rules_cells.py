"""Cells: each sentence of the rules as a test, in their order."""

from __future__ import annotations

import pytest

from decision import decide
from tests.asking import CHEAP, COST, RATE, answer, bad_programs, programs, scores, statuses

COUNTED = RATE | {"passed": "passers", "took": "takers"}
SHRUNK = COUNTED | {"base_rate": "62%", "base_takers": "20"}
PARTED = COST | {"parts": ["tuition", "books"], "less": ["grants"]}
PARTED_CHEAP = CHEAP | {"parts": ["tuition", "books"], "less": ["grants"]}
LENGTH = {"name": "length", "column": "months", "kind": "duration", "worst": "20 months", "best": "0 months"}
CREDITS = {"name": "credits", "column": "credits", "kind": "number", "worst": "0", "best": "100"}
LABELLED = {
    "name": "schedule",
    "column": "schedule",
    "kind": "schedule",
    "scale": {"evening": "60%", "online": "100%", "daytime": "20%"},
}


# ── one fact, several cells ───────────────────────────────────────────────────────────────────────────────────────────


def test_a_column_that_is_stated_wins_over_its_parts() -> None:
    table = "program,cost,tuition,books,grants\nAsh,$4000,$2500,$1500,\nBirch,,$2500,$1500,\n"

    assert scores(table, PARTED) == [(60.0, 60.0), (60.0, 60.0)]
    assert scores("program,cost,tuition,books,grants\nAsh,$9000,$1,$1,\n", PARTED) == [(10.0, 10.0)]


@pytest.mark.parametrize("column", ["cost", "tuition", "books"])
def test_a_fact_is_all_the_cells_it_is_read_from(column: str) -> None:
    cells = {"program": "Ash", "cost": "", "tuition": "", "books": "", "grants": ""} | {column: "$1,000"}

    table = ",".join(cells) + "\n" + ",".join(f'"{cell}"' for cell in cells.values()) + "\n"

    assert scores(table, PARTED)[0][1] == 90.0


# ── several labels ────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("rule", "status"),
    [
        ({"any_of": ["evening", "weekend"]}, "fits"),
        ({"any_of": ["weekend", "daytime"]}, "out"),
        ({"all_of": ["evening", "online"]}, "fits"),
        ({"all_of": ["evening", "weekend"]}, "out"),
        ({"none_of": ["weekend", "daytime"]}, "fits"),
        ({"none_of": ["weekend", "online"]}, "out"),
    ],
    ids=str,
)
def test_with_several_labels_any_of_needs_one_all_of_all_and_none_of_none(rule: dict[str, object], status: str) -> None:
    criterion = {"name": "schedule", "column": "schedule", "kind": "schedule", "must": rule}

    assert statuses("program,schedule\nAsh,evening; online\n", criterion) == [status]


def test_on_a_scale_a_cell_earns_the_best_of_its_labels() -> None:
    table = "program,schedule\nAsh,evening; online\nBirch,daytime; evening\nCedar,daytime\n"

    assert scores(table, LABELLED) == [(100.0, 100.0), (60.0, 60.0), (20.0, 20.0)]


@pytest.mark.parametrize(("scale", "points"), [({"other": "30%"}, 30.0), ({}, 0.0)], ids=["other", "none"])
def test_a_label_that_the_scale_does_not_name_earns_the_share_of_other_and_is_known(
    scale: dict[str, str], points: float
) -> None:
    criterion = {"name": "badge", "column": "badge", "kind": "category", "scale": {"AAPC": "100%"} | scale}

    found = programs("program,badge\nAsh,NHA\n", criterion)[0]

    assert (found["score"], found["score_high"], found["ask"]) == (points, points, [])


def test_a_named_label_beside_one_that_is_not_named_earns_the_better() -> None:
    criterion = {"name": "badge", "column": "badge", "kind": "category", "scale": {"AAPC": "10%", "other": "30%"}}

    assert scores("program,badge\nAsh,AAPC; NHA\nBirch,AAPC\n", criterion) == [(30.0, 30.0), (10.0, 10.0)]


# ── ranges ────────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("cell", "criterion", "points"),
    [
        ("$3,000-4,500", COST, (55.0, 70.0)),
        ("$3,000-$4,500", COST, (55.0, 70.0)),
        ("60-70%", RATE, (60.0, 70.0)),
        ("60%-70%", RATE, (60.0, 70.0)),
        ("6-9 months", LENGTH, (55.0, 70.0)),
        ("6 months-9 months", LENGTH, (55.0, 70.0)),
        ("20-30", CREDITS, (20.0, 30.0)),
    ],
)
def test_any_numeric_kind_may_hold_low_to_high_the_unit_once_or_twice(
    cell: str, criterion: dict[str, object], points: tuple[float, float]
) -> None:
    assert scores(f'program,{criterion["column"]}\nAsh,"{cell}"\n', criterion) == [points]


# ── counts ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_counts_beat_a_printed_rate() -> None:
    table = "program,rate,passers,takers\nAsh,100%,30,40\nBirch,,30,40\n"

    assert scores(table, SHRUNK)[0] == scores(table, SHRUNK)[1]


def test_counts_are_shrunk_for_points() -> None:
    table = "program,rate,passers,takers\nAsh,,4,4\nBirch,,380,470\n"

    four_of_four, many = 100 * (4 + 0.62 * 20) / (4 + 20), 100 * (380 + 0.62 * 20) / (470 + 20)

    assert scores(table, SHRUNK) == [(round(x, 9), round(x, 9)) for x in (four_of_four, many)]
    assert four_of_four < many


def test_a_cell_may_hold_the_counts_itself() -> None:
    table = "program,rate,passers,takers\nAsh,28 of 37,,\nBirch,,28,37\n"

    assert scores(table, SHRUNK)[0] == scores(table, SHRUNK)[1]


@pytest.mark.parametrize("printed", [90, 100, 62, 40, 0])
def test_a_printed_rate_without_takers_is_read_as_the_range_down_or_up_to_one_taker(printed: int) -> None:
    one_taker = round(100 * (printed / 100 + 0.62 * 20) / 21, 9)

    found = scores(f"program,rate,passers,takers\nAsh,{printed}%,,\n", SHRUNK)

    assert found == [(min(printed, one_taker), max(printed, one_taker))]


def test_a_share_with_took_but_without_a_base_uses_50_percent_and_20() -> None:
    table = "program,rate,passers,takers\nAsh,,10,10\nBirch,90%,,\n"

    counted, bare = round(100 * (10 + 0.5 * 20) / 30, 9), round(100 * (0.9 + 0.5 * 20) / 21, 9)

    assert scores(table, COUNTED) == [(counted, counted), (bare, 90.0)]


def test_a_share_with_a_base_rate_but_without_took_is_shrunk_too() -> None:
    bare = round(100 * (0.9 + 0.6 * 20) / 21, 9)

    assert scores("program,rate\nAsh,90%\n", RATE | {"base_rate": "60%", "base_takers": "20"}) == [(bare, 90.0)]


def test_a_share_with_neither_took_nor_base_rate_is_a_plain_number_and_is_never_shrunk() -> None:
    assert scores("program,rate\nAsh,90%\nBirch,9 of 10\n", RATE) == [(90.0, 90.0), (90.0, 90.0)]


# ── parts ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_parts_count_when_the_column_is_blank_and_every_part_is_stated() -> None:
    table = "program,cost,tuition,books,grants\nAsh,,$2500,$500,\nBirch,N/A,$2500,$500,\n"

    assert scores(table, PARTED) == [(70.0, 70.0), (70.0, 70.0)]


def test_with_a_part_missing_the_fact_is_unknown_with_the_stated_sum_as_its_low_end_for_points() -> None:
    found = programs("program,cost,tuition,books,grants\nAsh,,$2500,,\n", PARTED)[0]

    assert (found["score"], found["score_high"], found["ask"]) == (0.0, 75.0, ["cost"])


@pytest.mark.parametrize(
    ("tuition", "status", "margins"),
    [("$5000", "ask", []), ("$5001", "out", [1.0]), ("$6200", "out", [1200.0])],
)
def test_with_a_part_missing_the_stated_sum_fails_an_at_most(tuition: str, status: str, margins: list[float]) -> None:
    found = programs(f"program,cost,tuition,books,grants\nAsh,,{tuition},,\n", PARTED_CHEAP)[0]

    assert (found["status"], [loss["margin"] for loss in found["failed"]]) == (status, margins)


def test_with_a_part_missing_the_stated_sum_fails_the_upper_limit_of_a_between() -> None:
    between = PARTED_CHEAP | {"must": {"between": ["$1,000", "$5,000"]}}

    found = programs("program,cost,tuition,books,grants\nAsh,,$6000,,\nBirch,,$5000,,\n", between)

    assert [(p["status"], [loss["margin"] for loss in p["failed"]]) for p in found] == [("out", [1000.0]), ("ask", [])]


def test_with_a_part_missing_the_stated_sum_lifts_what_the_user_calls_plausible() -> None:
    plausible = PARTED | {"unknown": {"between": ["$2,000", "$5,000"]}}

    assert scores("program,cost,tuition,books,grants\nAsh,,$3000,,\n", plausible) == [(50.0, 70.0)]


def test_with_a_part_missing_an_at_least_is_still_to_ask() -> None:
    criterion = PARTED_CHEAP | {"must": {"at_least": "$1,000"}}

    assert statuses("program,cost,tuition,books,grants\nAsh,,$2500,,\n", criterion) == ["ask"]


def test_less_is_taken_off_the_parts_sum_only() -> None:
    table = "program,cost,tuition,books,grants\nAsh,$3000,,,$1000\nBirch,,$2500,$500,$1000\n"

    assert scores(table, PARTED) == [(70.0, 70.0), (80.0, 80.0)]


def test_less_is_taken_off_a_partly_stated_sum_too() -> None:
    assert scores("program,cost,tuition,books,grants\nAsh,,$2500,,$1000\n", PARTED) == [(0.0, 85.0)]


def test_a_blank_less_counts_as_none() -> None:
    table = "program,cost,tuition,books,grants\nAsh,,$2500,$500,\nBirch,,$2500,$500,not published\n"

    assert scores(table, PARTED) == [(70.0, 70.0), (70.0, 70.0)]


def test_a_sum_is_never_below_0_dollars() -> None:
    floored = PARTED_CHEAP | {"must": {"at_least": "$0"}}

    assert statuses("program,cost,tuition,books,grants\nAsh,,$500,$500,$3000\n", floored) == ["fits"]


# ── columns that the file lacks ───────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("table", "points"),
    [
        ("program,cost\nAsh,$3000\n", (70.0, 70.0)),
        ("program,tuition\nAsh,$3000\n", (0.0, 70.0)),
        ("program,tuition,books\nAsh,$3000,$1000\n", (60.0, 60.0)),
    ],
    ids=["column", "one part", "all parts"],
)
def test_a_criterion_needs_one_way_to_be_stated_and_the_others_count_as_blank(
    table: str, points: tuple[float, float]
) -> None:
    assert scores(table, PARTED) == [points]


def test_both_count_columns_are_one_way_to_be_stated() -> None:
    assert scores("program,passers,takers\nAsh,30,40\n", SHRUNK) == scores(
        "program,rate,passers,takers\nAsh,,30,40\n", SHRUNK
    )


def test_one_count_column_alone_is_no_way_to_be_stated() -> None:
    assert [code for code, *_ in bad_programs("program,takers\nAsh,40\n", SHRUNK)] == ["column-missing"]


def test_grants_alone_are_no_way_to_be_stated() -> None:
    assert [code for code, *_ in bad_programs("program,grants\nAsh,$40\n", PARTED)] == ["column-missing"]


def test_no_column_present_is_a_fault_that_names_the_nearest_header() -> None:
    with pytest.raises(Exception, match="costs") as error:
        decide(b"program,costs\nAsh,$1\n", {"criteria": [COST]})

    assert type(error.value).__name__ == "BadPrograms"


def test_allow_missing_reads_it_as_unknown_in_every_row() -> None:
    found = answer("program,price\nAsh,$1\nBirch,$2\n", CHEAP, allow_missing=True)

    assert [program["status"] for program in found["programs"]] == ["ask", "ask"]
    assert [(s["before"], s["out"], s["ask"], s["left"]) for s in found["funnel"]] == [(2, 0, 2, 2)]


# ── our own output ────────────────────────────────────────────────────────────────────────────────────────────────────


OWN = "rank,status,shortlist,score,score_high,reason,ask,"


def test_a_file_whose_first_seven_headers_are_ours_is_our_own_output() -> None:
    table = OWN + "program,cost,points: cost\n1,fits,yes,70,70,Cheap.,,Ash,$3000,70\n"

    result = decide(table.encode(), {"criteria": [COST]})

    assert result.csv().decode().splitlines()[0] == OWN + "program,cost,points: cost"
    assert [result.outcome.name(program) for program in range(len(result.outcome.programs))] == ["Ash"]


def test_otherwise_a_column_called_status_is_the_users() -> None:
    table = "program,status,cost\nAsh,open,$3000\n"

    result = decide(table.encode(), {"criteria": [COST]})

    assert result.csv().decode().splitlines()[0] == OWN + "program,status,cost,points: cost"


def test_a_status_column_of_the_users_may_be_a_criterion() -> None:
    criterion = {"name": "open", "column": "status", "kind": "category", "must": {"any_of": ["open"]}}

    assert statuses("program,status\nAsh,open\nBirch,closed\n", criterion) == ["fits", "out"]
