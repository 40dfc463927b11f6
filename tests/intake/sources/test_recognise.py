"""Which source a table is from: by its headers, said aloud, never guessed, never twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from decision.errors import BadOptions, BadSource
from decision.intake.shelf import bundled_sources
from decision.intake.sources.by_source import by_source
from decision.intake.sources.read_map import read_map
from decision.intake.sources.recognise import recognise
from decision.intake.sources.said import tie_note
from decision.intake.table.programs import read_programs
from tests.intake.sources.maps import a_map, translated

if TYPE_CHECKING:
    from pathlib import Path

LISTING = b'ProgramID,Program,Provider,"City, County",Average Program Rating(1-6)\n7,Billing,Harbor,"Newark, Essex",\n'


@given(name=st.sampled_from(bundled_sources()), data=st.data())
def test_the_order_of_headers_and_further_headers_never_matter(name: str, data: st.DataObject) -> None:
    header = data.draw(st.permutations([*read_map(name).recognise, "remark", "mine"]))

    found = recognise(header)

    assert found.best is not None
    assert found.best.name == name


@given(name=st.sampled_from(bundled_sources()), data=st.data())
def test_a_table_that_lacks_one_header_is_not_of_that_source(name: str, data: st.DataObject) -> None:
    lacking = data.draw(st.sampled_from(read_map(name).recognise))

    found = recognise([header for header in read_map(name).recognise if header != lacking])

    assert found.best is None or found.best.name != name


@given(header=st.lists(st.sampled_from(["program", "school", "total_cost", "city", "state", "name", "tuition"])))
def test_a_table_in_plain_words_is_of_no_source(header: list[str]) -> None:
    assert recognise(header).best is None


def test_a_tie_is_told_and_none_is_taken() -> None:
    programs = read_programs(LISTING)
    tied = [read_map("nj-etpl-2018"), read_map("nj-outcomes")]

    assert str(tie_note(programs, tied)) == (
        "This may be nj-etpl-2018 or nj-outcomes, and is read as it stands. Say which: --source nj-etpl-2018."
    )


def test_a_table_that_two_maps_know_equally_well_is_left_as_it_stands() -> None:
    header = [*read_map("us-dol-api").recognise, *read_map("co-etpl-2018").recognise]
    table = f"{','.join(header)}\n{','.join('abcdefgh')}\n"

    programs = by_source(read_programs(table.encode()))

    assert (programs.source, list(programs.header)) == ("", header)
    assert [str(note) for note in programs.notes] == [
        "This may be co-etpl-2018 or us-dol-api, and is read as it stands. Say which: --source co-etpl-2018."
    ]


def test_a_known_table_is_translated_unasked() -> None:
    programs = by_source(read_programs(LISTING))

    assert (programs.source, programs.cells(0)[:4]) == ("nj-etpl-2018", ["Billing", "Harbor", "Newark", "NJ"])


def test_none_leaves_a_known_table_as_it_stands() -> None:
    programs = read_programs(LISTING)

    assert by_source(programs, "none") is programs


def test_no_table_is_translated_twice() -> None:
    once = by_source(read_programs(LISTING))

    assert by_source(once) is once
    assert by_source(once, "nj-etpl-2018") is once


def test_a_table_with_our_columns_is_ours() -> None:
    programs = read_programs(LISTING.replace(b"ProgramID,Program", b"source_row,program"))

    assert by_source(programs) is programs


def test_a_source_named_for_a_table_of_ours_is_told_to_be_needless() -> None:
    programs = by_source(read_programs(b"program,source_row\nHarbor,2\n"), "nj-etpl-2018")

    assert [str(note) for note in programs.notes] == [
        "It has our columns already and is read as it stands, without --source nj-etpl-2018."
    ]


def test_a_map_of_another_source_is_refused_with_what_is_lacking(tmp_path: Path) -> None:
    with pytest.raises(BadOptions) as refused:
        translated(tmp_path, a_map(), "Courses,Cost\nHarbor,1\n")

    assert [(fault.path, fault.problem) for fault in refused.value.faults] == [
        (
            "--source",
            (
                "<bytes> lacks these headers, by which a table of A list is known: Course, Price. The nearest header "
                'is "Courses". Name another map (decide sources lists them), or none to read the file as it stands.'
            ),
        )
    ]


@pytest.mark.parametrize(
    ("source", "problem"),
    [
        (
            "nj-etpl-208",
            (
                'is no bundled map and no file. Did you mean "nj-etpl-2018"? The bundled maps are: '
                f"{', '.join(bundled_sources())}."
            ),
        ),
        ("nowhere/nj-etpl-2018.yaml", 'there is no such file. A bundled map is called "nj-etpl-2018".'),
        ("nowhere.yaml", "there is no such file."),
        (".", "is a folder. Name the map inside it."),
        ("a\0.yaml", "cannot be read: its name cannot be used."),
    ],
)
def test_a_map_that_is_not_there(source: str, problem: str) -> None:
    with pytest.raises(BadSource) as refused:
        read_map(source)

    assert [(fault.file, fault.problem) for fault in refused.value.faults] == [(source, problem)]
