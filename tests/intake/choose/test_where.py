"""Choosing programs keeps whole rows, counts them, and does not depend on any order."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from decision.errors import BadPrograms
from decision.intake.choose.where import choose
from decision.intake.table.programs import read_programs
from decision.model import Chosen
from tests.strategies import csv_bytes

if TYPE_CHECKING:
    from pathlib import Path

    from decision.model import Programs

TABLE = (
    b'program,city,state,cip\nHarbor,Boston,MA,51.0713\nQuay ,"East  Boston", ri,5107\nMill,Newark,,520101\nPier,,NJ,\n'
)
STATES = ("MA", "RI", "NJ", "")
CITIES = ("Boston", "East Boston", "Newark", "")
ROWS = st.lists(st.tuples(st.sampled_from(CITIES), st.sampled_from(STATES)), min_size=1, max_size=12)
CONDITIONS = st.lists(
    st.sampled_from(
        ["state=MA,RI", "state!=MA", "city=*boston", "city=Newark,", "state=", "city!=", "state=*", "city=?*"]
    ),
    max_size=4,
)


def programs_of(rows: list[tuple[str, str]]) -> Programs:
    return read_programs(csv_bytes([["program", "city", "state"], *([f"P{n}", *row] for n, row in enumerate(rows))]))


def left(programs: Programs, where: list[str]) -> list[int]:
    """The rows that are left; none where all are refused."""
    try:
        return list(choose(programs, where).rows.tolist())
    except BadPrograms:
        return []


@pytest.mark.parametrize(
    ("where", "rows"),
    [
        (["state=MA"], [2]),
        (["STATE=ma,RI"], [2, 3]),
        (["state=M?,N*"], [2, 5]),
        (["state="], [4]),
        (["state=MA,"], [2, 4]),
        (["state!="], [2, 3, 5]),
        (["state!=MA"], [3, 4, 5]),
        (["city=east boston"], [3]),
        (["city=*boston"], [2, 3]),
        (["city=[bn]*"], [2, 4]),
        (["city=[!b]*"], [3, 4]),
        (["city=*boston", "state=ma"], [2]),
        (["cip=51.07"], [2, 3]),
        (["cip=51.07*,52"], [2, 3, 4]),
        (["cip=510713"], [2]),
        (["cip!=51"], [4, 5]),
        (["cip=*"], [2, 3, 4, 5]),
        ([], [2, 3, 4, 5]),
    ],
)
def test_who_is_left(where: list[str], rows: list[int]) -> None:
    assert choose(read_programs(TABLE), where).rows.tolist() == rows


def test_lines_cells_and_what_is_known_of_the_file_stay() -> None:
    whole = read_programs(TABLE)

    chosen = choose(whole, ["state=RI", "city=*boston"])

    assert chosen.lines is not None
    assert chosen.lines.typed(0) == b'Quay ,"East  Boston", ri,5107'
    assert chosen.cells(0) == whole.cells(1)
    assert (chosen.digest, chosen.notes, chosen.header) == (whole.digest, whole.notes, whole.header)


def test_every_filter_is_counted_with_what_does_not_say() -> None:
    chosen = choose(read_programs(TABLE), ["state=MA,NJ", "city!=Boston"])

    assert chosen.filters == (
        Chosen(where="state=MA,NJ", header="state", values=("MA", "NJ"), is_not=False, before=4, left=2, blank=1),
        Chosen(where="city!=Boston", header="city", values=("Boston",), is_not=True, before=2, left=1, blank=0),
    )


def test_choosing_again_counts_on() -> None:
    chosen = choose(choose(read_programs(TABLE), "state!=NJ"), "city!=Newark")

    assert [(step.before, step.left) for step in chosen.filters] == [(4, 3), (3, 2)]


def test_a_column_that_is_not_there_is_told_with_the_nearest() -> None:
    with pytest.raises(BadPrograms) as raised:
        choose(read_programs(TABLE), ["stat=MA", "zzz=1", "city=Boston"])

    assert str(raised.value) == (
        "<bytes>: 2 faults.\n"
        '  --where  "stat=MA"  there is no column "stat". Did you mean "state"?\n'
        '  --where  "zzz=1"  there is no column "zzz". The columns are: program, city, state, cip.'
    )


def test_a_column_that_stands_twice_is_no_column_to_choose_by() -> None:
    with pytest.raises(BadPrograms, match=r"this header stands 2 times\. Rename all but the one to be used\.$"):
        choose(read_programs(b"program,state,state\nHarbor,MA,RI\n"), "state=MA")


def test_a_filter_that_nobody_meets_is_told_with_what_the_column_says() -> None:
    with pytest.raises(BadPrograms) as raised:
        choose(read_programs(TABLE), ["city=Newrk", "state=MA", "cip=61"])

    assert str(raised.value) == (
        "<bytes>: 2 faults.\n"
        '  --where  "city=Newrk"  leaves none of the 4 programs. That column says "Newark" (1), nothing (1), '
        '"Boston" (1), "East Boston" (1).\n'
        '  --where  "cip=61"  leaves none of the 4 programs. That column says nothing (1), "51.0713" (1), "5107" (1), '
        '"520101" (1).'
    )


def test_the_filter_that_removed_the_last_ones_is_told() -> None:
    with pytest.raises(BadPrograms) as raised:
        choose(read_programs(TABLE), ["city=*Boston", "state=MA,NJ", "program=Pier"])

    assert str(raised.value) == (
        "<bytes>: 1 fault.\n"
        '  --where  "program=Pier"  leaves none of the one program that the filters before it left. '
        'That column says "Harbor" (1).'
    )


def test_what_stands_in_a_column_of_many_texts_is_not_all_told() -> None:
    table = csv_bytes([["program", "city"], *([f"P{n}", f"City {n % 9}"] for n in range(20))])

    with pytest.raises(BadPrograms, match=r'says "City 0" \(3\), "City 1" \(3\), .*, and 3 other texts\.$'):
        choose(read_programs(table), "city=Ulm")


@given(ROWS, CONDITIONS.flatmap(lambda where: st.tuples(st.just(where), st.permutations(where))))
def test_the_order_of_filters_does_not_matter_for_who_is_left(
    rows: list[tuple[str, str]], orders: tuple[list[str], list[str]]
) -> None:
    one, other = orders

    assert left(programs_of(rows), one) == left(programs_of(rows), other)


@given(ROWS, st.lists(st.sampled_from(STATES), min_size=1, max_size=3), st.lists(st.sampled_from(STATES), max_size=3))
def test_a_comma_means_or(rows: list[tuple[str, str]], some: list[str], others: list[str]) -> None:
    programs = programs_of(rows)

    union = {row for value in [*some, *others] for row in left(programs, [f"state={value}"])}

    assert left(programs, [f"state={','.join([*some, *others])}"]) == sorted(union)


@given(ROWS, CONDITIONS)
def test_a_second_filter_means_and(rows: list[tuple[str, str]], where: list[str]) -> None:
    programs = programs_of(rows)
    each = [set(left(programs, [condition])) for condition in where]

    assert set(left(programs, where)) == set(programs.rows.tolist()).intersection(*each)


@given(ROWS, st.sampled_from(STATES))
def test_not_means_all_others(rows: list[tuple[str, str]], value: str) -> None:
    programs = programs_of(rows)

    both = sorted([*left(programs, [f"state={value}"]), *left(programs, [f"state!={value}"])])

    assert both == programs.rows.tolist()


@given(st.permutations(TABLE.decode().splitlines()[1:]), CONDITIONS)
def test_the_order_of_rows_does_not_matter(lines: list[str], where: list[str]) -> None:
    def names(table: bytes) -> set[str]:
        programs = read_programs(table)
        return {programs.cell(row - 2, 0) for row in left(programs, where)}

    assert names("\n".join(["program,city,state,cip", *lines]).encode()) == names(TABLE)


def test_a_large_file_is_chosen_from_like_a_small_one() -> None:
    rows = [[f"P{n}", ("MA", "RI", "")[n % 3], f"{51 + n % 2}.07{n % 100:02}"] for n in range(400)]
    table = csv_bytes([["program", "state", "cip"], *rows, ["Total", "", ""]], line_end="\n")

    small, large = (choose(read_programs(table, large=size), ["state=MA", "cip=51"]) for size in (1 << 40, 0))

    assert small.rows.tolist() == large.rows.tolist()
    assert [small.cells(at) for at in range(len(small))] == [large.cells(at) for at in range(len(large))]
    assert small.lines is not None
    assert large.lines is not None
    assert [small.lines.typed(at) for at in range(len(small))] == [large.lines.typed(at) for at in range(len(large))]
    assert np.array_equal(small.columns[1].codes, large.columns[1].codes)


@pytest.mark.parametrize(
    ("where", "counts"),
    [
        (["cip=51.07*"], [31]),
        (["cip=510713"], [8]),
        (["cip=51.0713", "state=MA"], [8, 8]),
        (["state=MA,online*"], [36]),
        (["program=*coding*,*billing*"], [15]),
    ],
)
def test_massachusetts_counts(shared: Path, where: list[str], counts: list[int]) -> None:
    programs = read_programs(shared / "data" / "ma_coding_programs.csv")

    assert [step.left for step in choose(programs, where).filters] == counts


@pytest.mark.parametrize("where", ["cipcode=5107", "cipcode=51.07", "cipcode=51.07*", "cipcode=5107??"])
def test_new_jersey_has_fifty_programs_of_the_family_in_every_spelling(shared: Path, where: str) -> None:
    path = shared / "data" / "nj_etpl_2021_records.csv"
    records = csv.DictReader(io.StringIO(path.read_text(encoding="utf-8"), newline=""))
    expected = sum(record["cipcode"].startswith("5107") for record in records)

    assert (len(choose(read_programs(path), where)), expected) == (50, 50)


def test_a_national_file_of_codes_that_lost_their_zero(shared: Path) -> None:
    programs = read_programs(shared / "data" / "nj_etpl_2021_records.csv")

    lost, kept = (choose(programs, f"cipcode={code}").rows.tolist() for code in ("01.06", "1.06"))

    assert lost == kept
    assert len(lost) > 0
