"""Doubts and faults: each sentence of the rules as a test, in their order."""

from __future__ import annotations

import pytest

from tests.asking import COST, RATE, WHEN, answer, bad_programs, doubts, programs, scores, statuses

COUNTS = {"passed": "passers", "took": "takers"}
LENGTH = {"name": "length", "column": "months", "kind": "duration", "worst": "24 months", "best": "0 months"}
CREDITS = {"name": "credits", "column": "credits", "kind": "number", "worst": "-10", "best": "10"}
LABEL = {"name": "accreditation", "column": "accreditation", "kind": "category", "scale": {"AAPC": "100%"}}


# ── not understood ────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("cell", ["about 4k?", "four or so", "$4,500*", "1e309", "2.9E+03"])
def test_what_is_not_understood_is_unknown_and_the_run_goes_on(cell: str) -> None:
    table = f'program,cost\nAsh,"{cell}"\nBirch,"$4,000"\n'

    assert scores(table, COST) == [(0.0, 100.0), (60.0, 60.0)]
    assert doubts(table, COST) == [("not-understood", 2, "cost", cell)]


def test_a_misspelt_schedule_is_not_understood_and_must_be_asked() -> None:
    table = "program,schedule\nAsh,evning\nBirch,evening\n"

    assert statuses(table, WHEN) == ["ask", "fits"]
    assert doubts(table, WHEN) == [("not-understood", 2, "schedule", "evning")]


def test_0_dollars_not_called_free_is_used_as_stated_and_marked_suspect() -> None:
    table = "program,cost\nAsh,$0\n"

    assert scores(table, COST) == [(100.0, 100.0)]
    assert doubts(table, COST) == [("suspect", 2, "cost", "$0")]


PARTED = COST | {"parts": ["tuition", "books"], "less": ["grants"]}


@pytest.mark.parametrize(
    ("total", "codes"),
    [("$3,030", []), ("$3,031", ["suspect"]), ("$2,000", ["suspect"]), ("$3,000", [])],
)
def test_a_total_that_differs_from_its_parts_by_over_1_percent_is_marked_suspect(total: str, codes: list[str]) -> None:
    table = f'program,cost,tuition,books,grants\nAsh,"{total}","$2,500",$500,\n'

    assert [code for code, *_ in doubts(table, PARTED)] == codes


def test_a_suspect_total_is_used_as_stated() -> None:
    table = 'program,cost,tuition,books,grants\nAsh,"$2,000","$2,500",$500,\n'

    assert scores(table, PARTED) == [(80.0, 80.0)]


def test_strict_makes_each_doubt_a_fault() -> None:
    table = "program,cost\nAsh,about 4k?\nBirch,$0\nCedar,$100\n"

    assert bad_programs(table, COST, strict=True) == [("not-understood", 2, "cost"), ("suspect", 3, "cost")]


# ── understood and impossible, or the shape in doubt ──────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("table", "criterion", "column"),
    [
        ("program,rate\nAsh,150%\n", RATE, "rate"),
        ("program,rate\nAsh,-5%\n", RATE, "rate"),
        ("program,rate\nAsh,33 of 31\n", RATE, "rate"),
        ("program,cost\nAsh,-$400\n", COST, "cost"),
        ("program,cost\nAsh,inf\n", COST, "cost"),
        ("program,cost\nAsh,1234567890123456\n", COST, "cost"),
        ("program,months\nAsh,-3 months\n", LENGTH, "months"),
    ],
)
def test_what_is_understood_and_impossible_is_a_fault(table: str, criterion: dict[str, object], column: str) -> None:
    assert bad_programs(table, criterion) == [("impossible", 2, column)]


@pytest.mark.parametrize("counts", ["33,31", "-1,31"])
def test_impossible_counts_are_a_fault(counts: str) -> None:
    faults = bad_programs(f"program,rate,passers,takers\nAsh,,{counts}\n", RATE | COUNTS)

    assert [(code, row) for code, row, _ in faults] == [("impossible", 2)]


def test_a_number_may_be_negative() -> None:
    assert scores("program,credits\nAsh,-5\n", CREDITS) == [(25.0, 25.0)]


def test_a_number_of_15_digits_is_read() -> None:
    assert scores("program,credits\nAsh,999999999999999\n", CREDITS) == [(100.0, 100.0)]


@pytest.mark.parametrize(
    ("table", "fault"),
    [
        ("program,cost\nAsh,$1,$2\nBirch,$1\n", ("ragged-row", 2)),
        ("program,cost\nAsh\nBirch,$1\n", ("ragged-row", 2)),
        ("program,cost\nAsh,$1\nprogram,cost\nBirch,$2\n", ("header-repeated", 3)),
        ("program,cost\nAsh,$1\n* as of last fall\n", ("ragged-row", 3)),
        ("program,cost\nAsh,$1\nBirch,€2\n", ("mixed-currency", 3)),
    ],
    ids=["too long", "too short", "header again", "footnote", "two currencies"],
)
def test_a_shape_in_doubt_is_a_fault_at_its_row(table: str, fault: tuple[str, int]) -> None:
    assert fault in [(code, row) for code, row, _ in bad_programs(table, COST)]


@pytest.mark.parametrize(
    ("table", "codes"),
    [
        ('program,cost\nAsh,"$1\nBirch,$2\n', ["open-quote"]),
        ("program,cost,cost\nAsh,$1,$2\n", ["header-repeated"]),
        ("program,price\nAsh,$1\n", ["column-missing"]),
        ("program,cost\n", ["no-rows"]),
    ],
    ids=["open quote", "repeated header", "missing header", "no rows"],
)
def test_a_table_in_doubt_is_a_fault(table: str, codes: list[str]) -> None:
    assert [code for code, *_ in bad_programs(table, COST)] == codes


def test_a_repeated_header_that_is_not_needed_is_no_fault() -> None:
    assert statuses("program,notes,cost,notes\nAsh,a,$1,b\n", COST) == ["fits"]


def test_every_fault_of_the_file_is_listed() -> None:
    table = "program,cost,rate\nAsh,-$1,150%\nBirch,$2,50%\nCedar,inf,-1%\n"

    assert sorted(bad_programs(table, COST, RATE), key=str) == [
        ("impossible", 2, "cost"),
        ("impossible", 2, "rate"),
        ("impossible", 4, "cost"),
        ("impossible", 4, "rate"),
    ]


# ── shares without signs ──────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("cells", "points"),
    [
        (["0.92", "0.5", "1"], [92.0, 50.0, 100.0]),
        (["92", "50", "100"], [92.0, 50.0, 100.0]),
        (["0", "0.5", "0.7"], [0.0, 50.0, 70.0]),
        (["0", "50", "70"], [0.0, 50.0, 70.0]),
    ],
    ids=["fractions", "percent", "0 with fractions", "0 with percent"],
)
def test_a_share_column_without_signs_is_fractions_if_none_exceeds_1_and_percent_if_all_do(
    cells: list[str], points: list[float]
) -> None:
    table = "program,rate\n" + "".join(f"P{i},{cell}\n" for i, cell in enumerate(cells))

    assert scores(table, RATE) == [(p, p) for p in points]


def test_one_share_column_that_mixes_092_and_92_is_a_fault() -> None:
    assert {code for code, *_ in bad_programs("program,rate\nAsh,0.92\nBirch,92\n", RATE)} == {"mixed-scale"}


def test_a_share_column_of_only_1s_is_not_understood() -> None:
    table = "program,rate\nAsh,1\nBirch,1\n"

    assert scores(table, RATE) == [(0.0, 100.0), (0.0, 100.0)]
    assert [code for code, *_ in doubts(table, RATE)] == ["not-understood", "not-understood"]


# ── labels ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_for_category_every_label_is_known() -> None:
    table = "program,accreditation\nAsh,Grandmothers of Salem\n"

    assert scores(table, LABEL) == [(0.0, 0.0)]
    assert doubts(table, LABEL) == []


def test_the_criterias_own_labels_and_their_aliases_are_understood_in_a_schedule() -> None:
    moonlit = WHEN | {"must": {"any_of": ["moonlit"]}, "aliases": {"moonlit": ["by moonlight"]}}
    table = "program,schedule\nAsh,moonlit\nBirch,by moonlight\nCedar,by starlight\n"

    assert statuses(table, moonlit) == ["fits", "fits", "ask"]
    assert doubts(table, moonlit) == [("not-understood", 4, "schedule", "by starlight")]


# ── $0 ────────────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("cell", ["free", "no cost", "Free", "$0 (free)"])
def test_0_dollars_is_as_stated_when_the_cell_says_free(cell: str) -> None:
    table = f"program,cost\nAsh,{cell}\n"

    assert scores(table, COST) == [(100.0, 100.0)]
    assert doubts(table, COST) == []


def test_0_dollars_is_as_stated_when_parts_less_grants_come_to_it() -> None:
    table = "program,cost,tuition,books,grants\nAsh,$0,$400,$100,$500\n"

    assert scores(table, PARTED) == [(100.0, 100.0)]
    assert doubts(table, PARTED) == []


# ── lines that are not programs ───────────────────────────────────────────────────────────────────────────────────────


def test_a_preamble_above_the_header_is_skipped_and_counted_in_the_rows() -> None:
    table = "Programs in Salem\nas of last fall\nprogram,cost\nAsh,$100\n"

    assert [(p["row"], p["name"]) for p in programs(table, COST)] == [(4, "Ash")]


def test_a_totals_row_is_set_aside() -> None:
    table = 'program,cost\nAsh,$100\nBirch,"$2,000"\nTotal,"$2,100"\n'

    assert [(p["row"], p["name"]) for p in programs(table, COST)] == [(2, "Ash"), (3, "Birch")]


def test_one_extra_empty_cell_on_every_data_row_is_accepted() -> None:
    assert scores('program,cost\nAsh,$100,\nBirch,"$2,000",\n', COST) == [(99.0, 99.0), (80.0, 80.0)]


def test_an_extra_empty_cell_on_some_rows_only_is_ragged() -> None:
    faults = bad_programs("program,cost\nAsh,$100,\nBirch,$200\n", COST)

    assert [(code, row) for code, row, _ in faults] == [("ragged-row", 2)]


def test_a_second_table_is_ragged_rows() -> None:
    faults = bad_programs("program,cost\nAsh,$100\n\nschool,town,phone\nSalem,Salem,1\n", COST)

    assert {code for code, *_ in faults} == {"ragged-row"}


@pytest.mark.parametrize(
    "rows", ["Ash,$100\nAsh,$200\n", ",$100\nBirch,$200\n", "Ash,$100\nAsh,$100\n"], ids=["repeated", "blank", "whole"]
)
def test_a_blank_or_repeated_name_or_a_row_repeated_whole_is_kept(rows: str) -> None:
    found = programs("program,cost\n" + rows, COST)

    assert [(p["row"], p["status"]) for p in found] == [(2, "fits"), (3, "fits")]


# ── words that mean unknown ───────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("word", ["N/A", "TBD", "-", "contact school", "PrivacySuppressed", "not published", "", "n/a"])
@pytest.mark.parametrize("criterion", [COST, RATE, LENGTH, LABEL], ids=lambda criterion: str(criterion["kind"]))
def test_words_that_mean_unknown_are_no_doubt(word: str, criterion: dict[str, object]) -> None:
    table = f"program,{criterion['column']}\nAsh,{word}\n"

    assert scores(table, criterion) == [(0.0, 100.0)]
    assert doubts(table, criterion) == []


def test_nothing_is_ranked_when_there_is_a_fault() -> None:
    assert bad_programs("program,cost\nAsh,$1\nBirch,-$2\n", COST) == [("impossible", 3, "cost")]
    assert len(answer("program,cost\nAsh,$1\nBirch,$2\n", COST)["programs"]) == 2
