"""Every kind of fault in a map, each with the whole message a person sees; and the schema refuses the same."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import TYPE_CHECKING

import pytest
from jsonschema import Draft202012Validator

from decision.errors import BadSource
from decision.intake.criteria.tree import plain_tree
from decision.intake.criteria.yaml_tree import read_tree
from decision.intake.sources.read_map import read_map
from tests.intake.sources.maps import HEAD, a_map

if TYPE_CHECKING:
    from pathlib import Path

VALIDATOR = Draft202012Validator(
    json.loads(files("decision.intake.sources").joinpath("source.schema.json").read_text("utf-8"))
)
REASONS = (
    "It can be: not stated, not published, suppressed, not applicable, contact school, not understood, parts missing, "
    "other basis; a remark goes in brackets behind it."
)
SEVERAL = HEAD + "several: {n: 2, none: {'CIP{n}': '-2'}}\n"

FAULTS = [
    pytest.param(
        "",
        [
            "line 1, title  is missing. Say what the source is called.",
            "line 1, recognise  is missing. List the headers by which a table of this source is known.",
            "line 1, columns  is missing. Say which header each column of ours is read from.",
        ],
        id="an empty file",
    ),
    pytest.param(
        a_map(head=HEAD + "colums: x\n"),
        ['line 3, colums  not a key here. Did you mean "columns"?'],
        id="a key at the top is misspelt",
    ),
    pytest.param(
        "title: A\nrecognise: [Course]\ncolumns:\n  school: Course\n",
        ["line 4, columns.program  is missing. Every table says what its programs are called."],
        id="no column names the programs",
    ),
    pytest.param(
        "title: A\nrecognise: [Course]\ncolumns: all\n",
        ['line 3, columns  "all"  takes a mapping, such as program: officialname.'],
        id="columns is a text",
    ),
    pytest.param(
        "title: A\nrecognise: Course, Price\ncolumns:\n  program: Course\n",
        ['line 2, recognise  "Course, Price"  is one text. Write a list: [Course, Price].'],
        id="headers in one text",
    ),
    pytest.param(
        a_map("tution: Price"),
        [
            (
                'line 5, columns.tution  is not one of our columns. Did you mean "tuition"? Further columns stand '
                "under `also:`."
            )
        ],
        id="a column of ours is misspelt",
    ),
    pytest.param(
        a_map("source_row: Row"),
        ["line 5, columns.source_row  is written by decide itself. Take it out."],
        id="a column that we write",
    ),
    pytest.param(
        a_map() + "also:\n  tuition: Price\n",
        ["line 6, also.tuition  is one of our columns. It stands under `columns:`."],
        id="a column of ours among the further ones",
    ),
    pytest.param(
        a_map("tuition: {form: Price}"),
        [
            'line 5, columns.tuition.form  not a key here. Did you mean "from"?',
            "line 5, columns.tuition  says nowhere what it is read from. Add `from:` and a header.",
        ],
        id="a key of a column is misspelt",
    ),
    pytest.param(
        a_map("tuition: {from: Price, sum: [A, B]}"),
        ["line 5, columns.tuition  is read from two things at once: `from:` and `sum:`. Keep one of them."],
        id="two things at once",
    ),
    pytest.param(
        a_map("tuition:"),
        ["line 5, columns.tuition  is empty. Name a header, or leave the column out."],
        id="no header",
    ),
    pytest.param(
        a_map("tuition: []"),
        ["line 5, columns.tuition  is empty. Name a header, or leave the column out."],
        id="no way at all",
    ),
    pytest.param(
        a_map("tuition: [[A]]"),
        ["line 5, columns.tuition[1]  is a list in a list. Write a header or a table of keys."],
        id="a list in a list",
    ),
    pytest.param(
        a_map("tuition: {from: Price, unknown: {'-1': secret}}"),
        [f'line 5, columns.tuition.unknown.-1  "secret"  is no reason. {REASONS}'],
        id="no reason",
    ),
    pytest.param(
        a_map(head=HEAD + "unknown: {PS: private}\n"),
        [f'line 3, unknown.PS  "private"  is no reason. {REASONS}'],
        id="no reason for the whole file",
    ),
    pytest.param(
        a_map(head=HEAD + "unknown: PS\n"),
        ['line 3, unknown  "PS"  takes a mapping, such as {"-1": not applicable}.'],
        id="a sentinel without a reason",
    ),
    pytest.param(
        a_map("tuition: {from: Price, zero: free}"),
        [f'line 5, columns.tuition.zero  "free"  is no reason. {REASONS}'],
        id="no reason of a zero",
    ),
    pytest.param(
        a_map("tuition: {sum: [Price, Fee], zero: {Prise: not stated}}"),
        ['line 5, columns.tuition.zero.Prise  is not read here. Did you mean "Price"?'],
        id="a zero of another header",
    ),
    pytest.param(
        a_map("tuition: {from: Price, basis: a credit}"),
        ['line 5, columns.tuition.basis  "a credit"  is not a word here. Did you mean "per credit"?'],
        id="no basis",
    ),
    pytest.param(
        a_map("program: {from: Course, text: htm}").replace("  program: Course\n", ""),
        ['line 4, columns.program.text  "htm"  is not a word here. Did you mean "html"?'],
        id="no form of text",
    ),
    pytest.param(
        a_map("program: {from: Course, text: [html]}").replace("  program: Course\n", ""),
        ["line 4, columns.program.text  takes one text, not a list or table."],
        id="a form of text in a list",
    ),
    pytest.param(
        a_map("hours: {from: Length, n: [1]}", head=SEVERAL),
        ["line 6, columns.hours.n  takes one text, not a list or table."],
        id="n in a list",
    ),
    pytest.param(
        a_map("hours: {from: [A, B]}"),
        ["line 5, columns.hours.from  takes one text, not a list or table."],
        id="from takes one header",
    ),
    pytest.param(
        a_map("months: {from: Length, codes: {'7': x}, others: kept}"),
        ['line 5, columns.months.others  "kept"  is not a word here. Did you mean "keep"?'],
        id="no word for others",
    ),
    pytest.param(
        a_map("months: {from: Length, others: keep, each: '|', with: ' '}"),
        [
            "line 5, columns.months.with  does nothing without `join:`. Add that, or take this out.",
            "line 5, columns.months.others  does nothing without `codes:`. Add that, or take this out.",
            "line 5, columns.months.each  does nothing without `codes:`. Add that, or take this out.",
        ],
        id="keys that do nothing",
    ),
    pytest.param(
        a_map("state: {always: NJ, zero: not stated}"),
        ["line 5, columns.state.zero  does nothing beside `always:`. Write the text as it should be."],
        id="a key beside always",
    ),
    pytest.param(
        a_map("hours: {from: Length, unit: hours, basis: per hour}"),
        ["line 5, columns.hours.basis  stands beside `unit:`. A price has a basis, other numbers a unit."],
        id="a unit and a basis",
    ),
    pytest.param(
        a_map("hours: {from: Length, when: Kind}"),
        ['line 5, columns.hours.when  "Kind"  takes a mapping, such as {PRGMSR1: "1"}.'],
        id="when is a text",
    ),
    pytest.param(
        a_map("hours: {from: Length, codes: [a]}"),
        ['line 5, columns.hours.codes  takes a mapping, such as {"7": 6-12 months}.'],
        id="codes are a list",
    ),
    pytest.param(
        a_map("hours: {from: Length, flag: X}"),
        ["line 1, flags  is missing. Columns name a flag: say what its texts mean, such as {A: not applicable}."],
        id="a flag that says nothing",
    ),
    pytest.param(
        a_map("hours: 'LEN{n}'"),
        [
            (
                'line 5, columns.hours  "LEN{n}"  {n} in a header needs `several:`, which says how many programs a row '
                "holds."
            )
        ],
        id="a number without several",
    ),
    pytest.param(
        a_map("hours: {from: Length, n: 1}"),
        ["line 5, columns.hours.n  needs `several:`, which says how many programs a row holds."],
        id="n without several",
    ),
    pytest.param(
        a_map("hours: {from: Length, n: first}", head=SEVERAL),
        ['line 6, columns.hours.n  "first"  takes a whole number from 1 to 99.'],
        id="n is no number",
    ),
    pytest.param(
        a_map(head=HEAD + "several: 6\n"),
        ['line 3, several  "6"  takes a mapping, such as {n: 6, none: {"CIPCODE{n}": "-2"}}.'],
        id="several is a number",
    ),
    pytest.param(
        a_map(head=HEAD + "several: {n: 1, none: {CIP: '-2'}}\n"),
        [
            "line 3, several.none  is missing. Say which header with {n} tells that there is no such program.",
            'line 3, several.n  "1"  takes a whole number from 2 to 99.',
        ],
        id="several of one",
    ),
    pytest.param(
        a_map(head=HEAD + "several: {none: {'CIP{n}': '-2'}}\n"),
        ["line 3, several.n  is missing. Say how many programs a row holds at most."],
        id="several of how many",
    ),
]
BEYOND_A_SCHEMA = {
    "a zero of another header",
    "a flag that says nothing",
    "a number without several",
    "n without several",
    "several of one",
}


@pytest.mark.parametrize(("text", "told"), FAULTS)
def test_a_fault_of_a_map(tmp_path: Path, text: str, told: list[str]) -> None:
    (tmp_path / "mine.yaml").write_text(text, encoding="utf-8")

    with pytest.raises(BadSource) as refused:
        read_map(tmp_path / "mine.yaml")

    assert [str(fault) for fault in refused.value.faults] == told
    assert {fault.file for fault in refused.value.faults} == {str(tmp_path / "mine.yaml")}


@pytest.mark.parametrize("text", [str(fault.values[0]) for fault in FAULTS if fault.id not in BEYOND_A_SCHEMA])
def test_the_schema_refuses_what_the_reader_refuses(text: str) -> None:
    assert list(VALIDATOR.iter_errors(plain_tree(read_tree(text)))) != []


@pytest.mark.parametrize("text", ["- a list\n", "only words\n"])
def test_a_file_that_is_no_map_is_told_what_one_is(tmp_path: Path, text: str) -> None:
    (tmp_path / "mine.yaml").write_text(text, encoding="utf-8")

    with pytest.raises(BadSource) as refused:
        read_map(tmp_path / "mine.yaml")

    assert [str(fault) for fault in refused.value.faults] == [
        "line 1  a map is written as `key: value`, with `recognise:` and `columns:` among the keys."
    ]
