"""The quick reader of large files gives just what the plain one gives, or leaves the file to it."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from decision.errors import BadInput
from decision.intake.table.grid_column import GridColumn
from decision.intake.table.programs import read_programs
from decision.model import Programs

QUICK, PLAIN = 0, 1 << 60

TEXTS = [
    "",
    " ",
    "a",
    "b ",
    "é",
    "\u3000",
    "Total",
    "name",
    "cost",
    "-5",
    "=1",
    "2,5",
    "\t",
    "$2,900",
    "\x1f",
    "rank",
    "\r",
]
QUOTED = ['"a"', '"x, y"', '"3/4"" pipe"', '"two\nlines"', '""', '" a"', '"$2,900"']
ODD = ['6" disk', '"', '"a""', '"a" ', ' "a"']
TYPED = st.sampled_from([*TEXTS, *QUOTED, *ODD])
LINES = st.lists(st.lists(TYPED, min_size=2, max_size=3), max_size=12)
WIDE_LINES = st.lists(st.lists(TYPED, min_size=3, max_size=3), max_size=12)


def read(data: bytes, large: int, **options: Any) -> Programs | tuple[object, ...]:  # noqa: ANN401
    """Read a table; or give the faults."""
    try:
        return read_programs(data, large=large, **options)
    except BadInput as error:
        return error.faults


def told(found: Programs | tuple[object, ...]) -> object:
    """Everything that was read, as plain values."""
    if not isinstance(found, Programs):
        return found
    lines = found.lines
    return (
        [(list(column.texts), column.codes.tolist()) for column in found.columns],
        [(name, getattr(found, name)) for name in ("file", "header", "notes", "set_aside", "encoding", "separator")],
        [(name, getattr(found, name)) for name in ("header_row", "digest", "is_own_output")],
        found.rows.tolist(),
        None if lines is None else [lines.typed(program) for program in range(len(found))],
    )


def is_quick(found: Programs | tuple[object, ...]) -> bool:
    return isinstance(found, Programs) and all(isinstance(column, GridColumn) for column in found.columns)


def joined(lines: list[list[str]], sign: str, line_end: str) -> bytes:
    return line_end.join([sign.join(["name", "cost", "city"]), *map(sign.join, lines)]).encode()


@given(LINES | WIDE_LINES, st.sampled_from(",;\t"), st.sampled_from(["\n", "\r\n", "\r"]), st.booleans())
@example([["a", "", ""], ["", "", ""], ["b", "", ""], ["Total", "", "9"]], ",", "\n", True)
@example([["a", '"x"', "x"], ["a", "x", '"x"']], ",", "\r\n", False)
def test_any_table_is_read_alike(lines: list[list[str]], sign: str, line_end: str, is_ended: bool) -> None:
    data = joined(lines, sign, line_end) + line_end.encode() * is_ended

    assert told(read(data, QUICK)) == told(read(data, PLAIN))


@given(st.text(st.sampled_from('ab,";\n\r\t =é\x00'), max_size=60))
def test_any_text_is_read_alike(text: str) -> None:
    data = ("name,cost\n" + text).encode()

    assert told(read(data, QUICK)) == told(read(data, PLAIN))


@given(WIDE_LINES, st.sampled_from(["utf-8-sig", "utf-16", "cp1252"]), st.integers(0, 2))
def test_other_encodings_and_headers_are_read_alike(lines: list[list[str]], encoding: str, header_row: int) -> None:
    data = ("My list\n" + joined(lines, ",", "\n").decode()).encode(encoding, "replace")

    assert told(read(data, QUICK, header_row=header_row)) == told(read(data, PLAIN, header_row=header_row))


@pytest.mark.parametrize(
    "body",
    [
        b"Harbor,1\nLinden,2\n",
        b"Harbor,1\r\nLinden,2\r\n",
        b"Harbor,1\nLinden,2",
        b'"Harbor, MA","$2,900"\n"3/4"" pipe",""\n',
        b"Harbor,1\n,\nLinden,2\nTotal,3\n",
        "Harbör,1\nLinden,2\n".encode(),
    ],
    ids=ascii,
)
def test_a_regular_file_is_read_quickly_and_alike(body: bytes) -> None:
    data = b"program,cost\n" + body

    assert is_quick(read(data, QUICK))
    assert told(read(data, QUICK)) == told(read(data, PLAIN))


@pytest.mark.parametrize(
    "body",
    [
        b"Harbor,1\nLinden,2,3\n",
        b"Harbor,1\n\nLinden,2\n",
        b'Harbor,6" disk\nLinden,2\n',
        b'Harbor,"two\nlines"\nLinden,2\n',
        b"Harbor,1\rLinden,2\n",
        b"Harbor,1\x00\nLinden,2\n",
        b'Harbor,"1\nLinden,2\n',
        b'Harbor,"1" \nLinden,2\n',
    ],
    ids=ascii,
)
def test_any_other_file_is_left_to_the_plain_reader(body: bytes) -> None:
    data = b"program,cost\n" + body

    assert not is_quick(read(data, QUICK))
    assert told(read(data, QUICK)) == told(read(data, PLAIN))


def test_our_own_output_is_read_alike() -> None:
    own = b"rank,status,shortlist,score,score_high,reason,ask,program,cost,points: cost\n"
    data = own + b'1,fits,yes,7,7,"a, b",,Harbor,"$1,000",7\n,out,,,,no,,"Linden",$2,\n'

    assert told(read(data, QUICK)) == told(read(data, PLAIN))


def test_a_line_longer_than_a_cell_may_be_is_left_to_the_plain_reader() -> None:
    data = b"program,cost\nHarbor,1\n" + b"x" * (1 << 20) + b"y,2\n"

    assert told(read(data, QUICK)) == told(read(data, PLAIN))


def test_no_column_is_read_before_it_is_wanted() -> None:
    found = read_programs(b"program,cost\nHarbor,1\nLinden,2\n", large=QUICK)
    columns = [column for column in found.columns if isinstance(column, GridColumn)]

    assert [column.is_read for column in columns] == [False, False]
    assert found.columns[0].texts == ["Harbor", "Linden"]
    assert [column.is_read for column in columns] == [True, False]
