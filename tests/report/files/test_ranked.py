from __future__ import annotations

import csv
import io
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from decision.report.files.guard import guard
from decision.report.files.ranked import OWN_COLUMNS, decimals, ranked_csv, score_pieces
from tests.conftest import PROJECT
from tests.report.outcomes import (
    COST,
    FOUR_SCHOOLS,
    FOUR_SCHOOLS_TYPED_ANEW,
    SCHOOLS,
    outcome,
    table,
    value,
)

GOLDEN = PROJECT / "tests" / "golden" / "ranked.csv"


def test_the_ranked_file_is_the_golden_one() -> None:
    assert b"".join(ranked_csv(FOUR_SCHOOLS)) == GOLDEN.read_bytes()


def test_copied_lines_and_lines_typed_anew_hold_the_same_cells() -> None:
    copied, anew = (b"".join(ranked_csv(each)).decode() for each in (FOUR_SCHOOLS, FOUR_SCHOOLS_TYPED_ANEW))

    assert list(csv.reader(io.StringIO(copied, newline=""))) == list(csv.reader(io.StringIO(anew, newline="")))


def test_the_users_cells_come_back_as_typed() -> None:
    typed = list(csv.reader(io.StringIO(SCHOOLS.decode(), newline="")))
    written = list(csv.reader(io.StringIO(b"".join(ranked_csv(FOUR_SCHOOLS)).decode(), newline="")))
    start, end = len(OWN_COLUMNS), len(OWN_COLUMNS) + len(typed[0])

    back = {row[start]: row[start:end] for row in written[1:]}

    assert back == {row[0]: [guard(cell) for cell in row] for row in typed[1:]}


def test_a_needless_quote_of_the_users_is_kept() -> None:
    programs = table(b'program,cost\n"Harbor","3450"\n')
    written = b"".join(ranked_csv(outcome(programs, [COST], {"cost": [value("$3,450", 3450)]})))

    assert b',"Harbor","3450",' in written


def test_a_needless_quote_goes_where_a_cell_had_to_be_guarded() -> None:
    programs = table(b'program,cost\n"Harbor","=3450"\n')
    written = b"".join(ranked_csv(outcome(programs, [COST], {"cost": [value("$3,450", 3450)]})))

    assert b",Harbor,'=3450," in written


def test_a_criterion_with_a_comma_in_its_name_is_quoted() -> None:
    cost = replace(COST, name="cost, in all")
    header = next(iter(ranked_csv(outcome(table(b"program\nA\n"), [cost], {"cost, in all": [value("$1", 1)]}))))

    assert header == b'rank,status,shortlist,score,score_high,reason,ask,program,"points: cost, in all"\n'


def test_many_programs_come_in_pieces_and_none_is_lost() -> None:
    count = 10_000
    programs = table(b"program\n" + b"".join(b"School %d\n" % number for number in range(count)))
    pieces = list(
        ranked_csv(outcome(programs, [COST], {"cost": [value("$1", 1), value("$9,000", 9000)] * (count // 2)}))
    )

    assert [piece.count(b"\n") for piece in pieces] == [1, 4096, 904, 4096, 904]
    assert len({line.split(b",")[-2] for line in b"".join(pieces[1:]).splitlines()}) == count


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (75.0, "75"),
        (-0.0, "0"),
        (-0.00001, "0"),
        (1 / 3, "0.3333"),
        (100.0, "100"),
        (0.1, "0.1"),
        (69.99999999999, "70"),
    ],
)
def test_numbers_have_at_most_four_decimals_and_no_needless_zeros(number: float, text: str) -> None:
    assert decimals(number) == text


@given(st.lists(st.floats(-1e7, 1e7) | st.floats(0, 100) | st.integers(0, 2_000_000).map(lambda half: half / 20_000)))
@example([0.00005, 0.00015, 49.99995, 99.99995, 99.9999500001, 100.0, 100.99999, 101.0, -0.0])
def test_scores_in_two_pieces_are_written_like_any_number(scores: list[float]) -> None:
    every = np.arange(len(scores))

    whole, part = (piece.of(every) for piece in score_pieces(np.array(scores, dtype=np.float64)))

    assert [a + b for a, b in zip(whole, part, strict=True)] == [decimals(score).encode() + b"," for score in scores]
