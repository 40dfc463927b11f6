"""Joining keeps every program once and in its place, and never takes an unknown key for a known one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from decision.errors import BadOptions, BadPrograms
from decision.intake.join.join import join
from decision.intake.join.on import read_on, written_on
from decision.intake.join.several import joined
from decision.intake.table.programs import read_programs
from decision.roof.preparing import prepared
from tests.intake.sources.maps import column
from tests.strategies import csv_bytes

if TYPE_CHECKING:
    from pathlib import Path

    from decision.model import Programs

PROGRAMS = b"program,id,cip,city\nHarbor,7,51.0713,Boston\nQuay,8,5107,Lynn\nMill, 7 ,51.071,Salem\nPier,,510713,\n"
OUTCOMES = b"id,cipcode,city,passed\n7,510713,Quincy,31\n7,510710,,12\n9,510713,,5\n,510713,,6\nN/A,51.0713,,7\n"
KEYS = st.sampled_from(["1", "2", "3", "4", "", " 1", "N/A"])


def programs_of(keys: list[str]) -> Programs:
    return read_programs(csv_bytes([["program", "id"], *([f"P{n}", key] for n, key in enumerate(keys))]))


def other_of(keys: list[str]) -> Programs:
    return read_programs(csv_bytes([["id", "said"], *([key, f"said of {key}"] for key in keys)]))


def test_columns_stand_beside_their_program() -> None:
    found = join(read_programs(PROGRAMS), read_programs(OUTCOMES), on="id,cip=cipcode")

    assert found.header == ("program", "id", "cip", "city", "<bytes>: city", "passed")
    assert [found.cells(at)[-2:] for at in range(4)] == [["Quincy", "31"], ["", ""], ["", "12"], ["", ""]]
    assert found.rows.tolist() == [2, 3, 4, 5]
    assert found.lines is None


def test_what_found_no_partner_is_counted_on_both_sides() -> None:
    found = join(read_programs(PROGRAMS), read_programs(OUTCOMES), on="id,cip=cipcode")

    assert (found.joined[0].matched, found.joined[0].used) == (2, 2)
    assert found.joined[0].row_of.tolist() == [0, -1, 1, -1]
    assert str(found.notes[-1]) == (
        "joined by id and cip=cipcode: 2 of 4 programs have a row here, 2 have none; "
        "3 of its 5 rows belong to no program (--unmatched FILE lists them)."
    )


def test_when_all_match_no_more_is_said() -> None:
    found = join(programs_of(["1", "2"]), other_of(["2", "1"]), on="ID")

    assert [str(note) for note in found.notes] == ["joined by id: 2 of 2 programs have a row here."]


def test_a_header_that_is_taken_gets_the_name_of_its_file(tmp_path: Path) -> None:
    path = tmp_path / "schools.v2.csv"
    path.write_bytes(b"id,City,state\n1,Lynn,MA\n")
    programs = read_programs(b"program,id,city,schools: city\nHarbor,1,Boston,Quincy\n")

    found = join(programs, read_programs(path), on="id")

    assert found.header == ("program", "id", "city", "schools: city", "schools 2: City", "state")


def test_keys_that_stand_again_are_told_with_their_rows_and_a_way_on() -> None:
    with pytest.raises(BadPrograms) as raised:
        join(read_programs(PROGRAMS), read_programs(b"id,cip,x\n7,51.0713,a\n8,5107,b\n7,5107,c\n 7,52,d\n"), on="id")

    assert str(raised.value) == (
        "<bytes>: 2 faults.\n"
        '  row 2, id  "7"  this key stands again in rows 4, 5.\n'
        "  A program takes one row at most. The column cip tells these rows apart: --on id,cip."
    )


def test_keys_that_stand_again_without_a_column_that_helps() -> None:
    with pytest.raises(BadPrograms) as raised:
        join(read_programs(PROGRAMS), read_programs(b"UNIT,x\n7,a\n7,b\n"), on="id=UNIT")

    assert str(raised.value) == (
        "<bytes>: 2 faults.\n"
        '  row 2, UNIT  "7"  this key stands again in row 3.\n'
        "  A program takes one row at most. Name one more column with --on that tells these rows apart, or keep one "
        "row for each key."
    )


def test_many_keys_that_stand_again_are_not_all_told() -> None:
    keys = [str(n) for n in range(30)]

    with pytest.raises(BadPrograms) as raised:
        join(programs_of(keys), other_of([*keys, *keys]), on="id")

    assert len(raised.value.faults) == 21
    assert raised.value.faults[-1].problem.startswith("10 more keys are repeated. A program takes one row at most.")


def test_tables_without_a_common_key_are_told_with_what_both_say() -> None:
    with pytest.raises(BadPrograms) as raised:
        join(read_programs(PROGRAMS), read_programs(b"UNITID,x\n700,a\n"), on="id=UNITID")

    assert str(raised.value) == (
        "<bytes>: 1 fault.\n"
        '  --on  "id=UNITID"  no program has a row here. The programs say "7" under "id", this table says "700" under '
        '"UNITID".'
    )


def test_every_key_column_that_is_not_there_is_told() -> None:
    differs = "Where its name differs: --on ours=theirs."

    with pytest.raises(BadPrograms) as raised:
        join(read_programs(PROGRAMS), read_programs(OUTCOMES), on="ids=id,zzz=passed,city=citi")

    assert [(fault.found, fault.problem) for fault in raised.value.faults] == [
        ("ids", 'there is no such column here. Did you mean "id"? ' + differs),
        ("zzz", f"there is no such column here. The columns are: program, id, cip, city. {differs}"),
        ("citi", 'there is no such column here. Did you mean "city"? ' + differs),
    ]


def test_a_key_column_that_stands_twice_is_told() -> None:
    with pytest.raises(BadPrograms, match=r"this header stands 2 times\. Rename all but the one to be used\.$"):
        join(read_programs(b"program,id,id\nHarbor,1,1\n"), other_of(["1"]), on="id")


@pytest.mark.parametrize("on", ["", "id,", "=id", "id=", [], [""]])
def test_a_key_without_a_name_is_told(on: str | list[str]) -> None:
    with pytest.raises(BadOptions, match=r"such as providerid,cipcode or unitid=UNITID\.$"):
        read_on(on)


@given(st.lists(KEYS, min_size=1, max_size=8), st.lists(KEYS, min_size=1, max_size=5))
def test_a_join_keeps_every_program_with_its_own_row_or_blanks(keys: list[str], others: list[str]) -> None:
    known = [key.strip() for key in others if key not in ("", "N/A")]
    assume(len(set(known)) == len(known))
    assume(set(known) & {key.strip() for key in keys})
    programs = programs_of(keys)

    found = join(programs, other_of(others), on="id")

    assert [found.cells(at)[:2] for at in range(len(found))] == [programs.cells(at) for at in range(len(programs))]
    assert found.rows.tolist() == programs.rows.tolist()
    assert [found.cells(at)[2].removeprefix("said of").strip() for at in range(len(found))] == [
        key.strip() if key.strip() in known else "" for key in keys
    ]


@given(st.permutations(range(4)), st.permutations(range(5)))
def test_the_order_of_rows_does_not_matter(ours: list[int], theirs: list[int]) -> None:
    def said(first: list[int], second: list[int]) -> set[tuple[str, ...]]:
        head, *rows = PROGRAMS.splitlines()
        other_head, *other_rows = OUTCOMES.splitlines()
        programs = read_programs(b"\n".join([head, *(rows[at] for at in first)]))
        other = read_programs(b"\n".join([other_head, *(other_rows[at] for at in second)]))
        found = join(programs, other, on="id,cip=cipcode")
        return {tuple(found.cells(at)) for at in range(len(found))}

    assert said(ours, theirs) == said(list(range(4)), list(range(5)))


def test_several_tables_one_after_the_other() -> None:
    found = joined(programs_of(["1", "2"]), [other_of(["1"]), b"key,x\n2,b\n"], ["id", ["id=key"]])

    assert [found.cells(at) for at in range(2)] == [["P0", "1", "said of 1", ""], ["P1", "2", "", "b"]]
    assert [each.matched for each in found.joined] == [1, 1]
    assert [written_on(each.on) for each in found.joined] == [["id"], ["id=key"]]


def test_one_table_with_a_list_of_keys() -> None:
    found = joined(read_programs(PROGRAMS), read_programs(OUTCOMES), ["id", "cip=cipcode"])

    assert found.joined[0].matched == 2


def test_a_table_without_keys_is_told_with_the_columns_of_both() -> None:
    with pytest.raises(BadOptions) as raised:
        joined(read_programs(PROGRAMS), OUTCOMES, ())

    assert str(raised.value) == (
        "<bytes>: 1 fault.\n"
        "  --on  each --join takes one --on: the columns that tell whose row it is, such as providerid,cipcode. "
        "Both tables have id, city."
    )


def test_keys_without_a_table_are_told() -> None:
    with pytest.raises(BadOptions) as raised:
        joined(read_programs(PROGRAMS), (), "id")

    assert str(raised.value) == ("1 fault.\n  --on  names the columns to join by; name the other table with --join.")


def test_a_large_table_is_joined_like_a_small_one() -> None:
    rows = [[f"P{n}", str(n % 50), f"51.07{n % 100:02}"] for n in range(300)]
    programs = csv_bytes([["program", "id", "cip"], *rows], line_end="\n")
    others = csv_bytes(
        [["id", "cip", "x"], *([str(n % 50), f"5107{n:02}", f"x{n}"] for n in range(100))], line_end="\n"
    )

    small, large = (
        join(read_programs(programs, large=size), read_programs(others, large=size), on="id,cip")
        for size in (1 << 40, 0)
    )

    assert np.array_equal(small.joined[0].row_of, large.joined[0].row_of)
    assert small.joined[0].matched == 300
    assert [small.cells(at) for at in range(300)] == [large.cells(at) for at in range(300)]


def test_new_jersey_records_and_outcomes(shared: Path) -> None:
    records, outcomes = (
        read_programs(shared / "data" / name)
        for name in ("nj_etpl_2021_records.csv", "nj_outcomes_by_provider_cip.csv")
    )

    found = join(records, outcomes, on="providerid,cipcode")

    assert (len(found), len(found.header)) == (1110, 73 + 18 - 2)
    assert (found.joined[0].matched, found.joined[0].used) == (365, 219)


def test_federal_charges_and_the_directory(shared: Path) -> None:
    charges, directory = (
        read_programs(shared / "data" / name) for name in ("ipeds_ic2021_py.csv", "ipeds_hd2024_slim.csv")
    )

    found = join(charges, directory, on="unitid=UNITID")

    assert (len(found), found.joined[0].matched) == (2222, 2048)
    assert found.cells(0)[0] == "101277"
    assert found.cells(0)[-8:-5] == ["New Beginning College of Cosmetology", "Albertville", "AL"]


CHARGES = (
    b"UNITID,PRGMOFR,CIPCODE1,XCIPTUI1,CIPTUIT1,XCIPSUP1,CIPSUPP1,PRGMSR1,MTHCMP1\n"
    b"100654,1,51.0713,R,3450,R,200,1,9\n999999,1,51.0714,R,2900,R,100,1,6\n"
)
DIRECTORY = b"UNITID,INSTNM,CITY,STABBR,WEBADDR\n100654,Harbor College,Lynn,MA,www.harbor.example\n"


def test_a_column_of_ours_that_the_source_leaves_blank_is_filled() -> None:
    found = prepared(read_programs(CHARGES), join=DIRECTORY, on="UNITID")

    at = {name: found.header.index(name) for name in ("school", "city", "state", "website")}
    assert [[found.cell(program, at[name]) for name in at] for program in (0, 1)] == [
        ["Harbor College", "Lynn", "MA", "www.harbor.example"],
        ["", "", "", ""],
    ]
    assert {name for name in found.header if name.endswith(("school", "city", "state"))} == {"school", "city", "state"}


def test_a_filled_column_can_be_chosen_by() -> None:
    found = prepared(read_programs(CHARGES), join=DIRECTORY, on="UNITID", where="state=MA")

    assert (len(found), found.cells(0)[1]) == (1, "Harbor College")


def test_a_column_that_any_program_states_is_not_filled() -> None:
    programs = read_programs(b"UNITID,CIPCODE,AWLEVEL,CTOTALT,INSTNM\n100654,51.0713,21,4,Mill\n999999,51.0713,21,4,\n")

    found = prepared(programs, join=DIRECTORY, on="UNITID")

    assert column(found, "school") == ["Mill", ""]
    assert column(found, "city") == ["Lynn", ""]


def test_a_blank_column_of_the_users_own_is_never_filled() -> None:
    found = join(read_programs(b"program,id,city\nHarbor,7,\n"), read_programs(b"id,city\n7,Lynn\n"), on="id")

    assert found.cells(0) == ["Harbor", "7", "", "Lynn"]
