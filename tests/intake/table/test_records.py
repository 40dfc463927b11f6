from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from decision.intake.table.records import NoRecordsError, as_csv, is_json

if TYPE_CHECKING:
    from pathlib import Path

NAMES = st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="."), min_size=1, max_size=6)
TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\n\0"), max_size=12)


def rows(data: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(as_csv(data.encode()).decode(), newline="")))


def refused(data: bytes) -> str:
    with pytest.raises(NoRecordsError) as caught:
        as_csv(data)
    return str(caught.value)


@given(records=st.lists(st.dictionaries(NAMES, TEXTS, min_size=1, max_size=4), min_size=1, max_size=5))
def test_every_text_of_every_record_stands_in_its_cell(records: list[dict[str, str]]) -> None:
    told = rows(json.dumps(records))

    assert [{name: cell for name, cell in row.items() if cell} for row in told] == [
        {name: text for name, text in record.items() if text} for record in records
    ]


@pytest.mark.parametrize("written", ["3450.50", "0", "1e3", "-2", "0.10", "12345678901234567890"])
def test_a_number_keeps_its_digits(written: str) -> None:
    assert rows(f'[{{"cost": {written}}}]') == [{"cost": written}]


def test_yes_no_and_nothing_become_words_and_a_blank() -> None:
    assert rows('[{"a": true, "b": false, "c": null}]') == [{"a": "true", "b": "false", "c": ""}]


def test_a_nested_record_stands_by_its_names_and_a_list_of_records_by_number() -> None:
    assert rows('[{"at": {"city": "Lynn"}, "sites": [{"zip": "01901"}, {"zip": "01902"}], "tags": ["a", 2]}]') == [
        {"at.city": "Lynn", "sites.1.zip": "01901", "sites.2.zip": "01902", "tags": "a; 2"}
    ]


def test_the_only_list_under_a_name_is_the_table() -> None:
    assert rows('{"count": 1, "results": [{"program": "Harbor"}]}') == [{"program": "Harbor"}]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b'[{"a": 1}, 2]', "it is no list of records"),
        (b'{"a": 1}', "it is no list of records"),
        (b"[]", "it is no list of records"),
        (b'{"a": [{"b": 1}], "c": [{"d": 1}]}', "it holds several lists of records"),
        (b'[{"a": NaN}]', "it holds NaN, which is no value"),
        (b'[{"a": 1, "a": 2}]', "a record holds one name twice"),
        (b'[{"a": 1}', "it cannot be read to its end: Expecting ',' delimiter: line 1 column 10 (char 9)"),
        (b'[{"a":' * 12 + b"1" + b"}]" * 12, "its records are nested more than 8 deep"),
        (b'[{"a":' * 100_000, "it is nested too deep"),
    ],
    ids=range(9),
)
def test_what_is_no_table_says_why(data: bytes, said: str) -> None:
    assert refused(data) == said


def test_too_many_names_are_refused() -> None:
    records = [{f"name {number}": 1} for number in range(5001)]

    assert refused(json.dumps(records).encode()) == "its records have more than 5,000 names in all"


@pytest.mark.parametrize("data", [b"program,cost\n", b"[draft] program,cost\n", b'"program","cost"\n', b"{x},y\n"])
def test_a_csv_file_is_no_json(data: bytes) -> None:
    assert not is_json(data)


def test_the_full_records_of_a_state_are_read(shared: Path) -> None:
    told = rows((shared / "data" / "co_etpl_2018_sample.json").read_text(encoding="utf-8"))

    assert len(told) == 9
    assert (told[0]["totalCost"], told[0]["providerAddresses.1.city"], told[0]["booksCost"]) == (
        "2750.0",
        "La Junta",
        "0.0",
    )
