"""The shelves: criteria sets that account for themselves, and sample programs that state no more than their source."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

import pytest
import yaml

from decision.intake.criteria.criteria_set import read_criteria
from tests.conftest import PROJECT

if TYPE_CHECKING:
    from pathlib import Path

CRITERIA = PROJECT / "criteria"
SAMPLES = PROJECT / "sample_programs"
SETS = ("guide", "medical-coding", "training-program")
COLUMNS = frozenset(
    [
        "program",
        "school",
        "city",
        "state",
        "cip",
        "credential",
        "accreditation",
        "exam",
        "pass_rate",
        "exam_passers",
        "exam_takers",
        "schedule",
        "delivery",
        "months",
        "weeks",
        "hours",
        "credits",
        "tuition",
        "fees",
        "books",
        "exam_fee",
        "grants",
        "total_cost",
        "internship",
        "as_of",
        "source_url",
    ]
)
OWN_WORDS = frozenset(
    [
        "award_level",
        "length",
        "cost_per_credit",
        "academic_year_tuition_fees",
        "cost_as_of",
        "cost_note",
        "internship_note",
        "awards_2021",
        "awards_2022",
        "awards_2023",
        "awards_2024",
        "source_detail",
        "source_note",
    ]
)
AS_THE_SOURCE = {
    "school": "school",
    "city": "city",
    "cip": "cip",
    "accreditation": "accreditation",
    "pass_rate": "exam_pass_rate",
    "exam_passers": "exam_passers",
    "exam_takers": "exam_takers",
    "length": "length",
    "credits": "credits",
    "tuition": "tuition",
    "books": "books_supplies",
    "total_cost": "total_cost",
    "academic_year_tuition_fees": "academic_year_tuition_fees",
    "cost_as_of": "cost_as_of",
    "awards_2021": "awards_2021",
    "awards_2022": "awards_2022",
    "awards_2023": "awards_2023",
    "awards_2024": "awards_2024",
    "as_of": "as_of",
    "source_detail": "source_detail",
}
"""Our header -> the header of the source, for facts that are taken over to the letter."""
FIRST_WORDS = {
    "exam": {"CBCS or CPC (the page compares them)": "CBCS; CPC"},
    "hours": {"80 contact hours": "80"},
    "internship": {"Yes: 40 hours, one week, fall semester": "yes", "No (Practicode simulates it)": "no"},
    "schedule": {
        "Evening; designed for working students. Internship mostly daytime on weekdays": "evening",
        "Same price per credit for days, evenings, weekends or any combination": "",
    },
    "state": {"online": "", "online (state not stated)": ""},
}
"""Our header -> the source's words -> what is written here, where a sentence became a word."""


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def _criteria(name: str) -> list[dict[str, yaml.Node]]:
    root = yaml.compose((CRITERIA / f"{name}.yaml").read_text(encoding="utf-8"), Loader=yaml.SafeLoader)
    assert isinstance(root, yaml.MappingNode)
    listed = _keys(root)["criteria"]
    assert isinstance(listed, yaml.SequenceNode)
    return [_keys(node) for node in listed.value]


def _keys(node: yaml.Node) -> dict[str, yaml.Node]:
    return {key.value: value for key, value in node.value}


def _words(node: yaml.Node) -> list[str]:
    return [node.value] if isinstance(node, yaml.ScalarNode) else [item.value for item in node.value]


def _headers(name: str) -> set[str]:
    places = ("column", "passed", "took", "parts", "less")
    return {word for keys in _criteria(name) for place in places if place in keys for word in _words(keys[place])}


def _labels(name: str, criterion: str) -> list[str]:
    return next(_words(_keys(keys["must"])["any_of"]) for keys in _criteria(name) if keys["name"].value == criterion)


@pytest.fixture(scope="module")
def massachusetts() -> list[dict[str, str]]:
    return _rows(SAMPLES / "massachusetts.csv")


@pytest.fixture(scope="module")
def invented() -> list[dict[str, str]]:
    return _rows(SAMPLES / "invented.csv")


@pytest.fixture
def source(shared: Path) -> list[dict[str, str]]:
    return _rows(shared / "data" / "ma_coding_programs.csv")


# ── criteria ──────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("name", SETS)
@pytest.mark.parametrize("key", ["why", "source"])
def test_every_rule_says_why_and_where_it_comes_from(name: str, key: str) -> None:
    silent = [keys["name"].value for keys in _criteria(name) if key not in keys or not keys[key].value.strip()]

    assert silent == []


@pytest.mark.parametrize("name", SETS)
def test_every_set_is_read_without_a_fault(name: str) -> None:
    names = [keys["name"].value for keys in _criteria(name)]

    assert [criterion.name for criterion in read_criteria(name).criteria] == names


@pytest.mark.parametrize("name", SETS)
def test_every_rule_has_a_must_have_or_points(name: str) -> None:
    idle = [keys["name"].value for keys in _criteria(name) if not {"must", "best", "scale"} & set(keys)]

    assert idle == []


def test_the_guide_keeps_the_guides_four_questions_in_its_order() -> None:
    names = [keys["name"].value for keys in _criteria("guide")]

    assert names == ["accreditation", "exam pass rate", "schedule", "cost"]


def test_the_guide_asks_for_cahiim_or_aapc_to_the_letter() -> None:
    assert _labels("guide", "accreditation") == ["CAHIIM", "AAPC"]


def test_the_guides_false_rule_carries_its_correction() -> None:
    why = _criteria("guide")[0]["why"].value

    assert "Correction: nobody needs such a program to sit the exams of AAPC" in why


@pytest.mark.parametrize("certification", ["CPC", "CPB", "CBCS", "CCA", "NCICS", "CMBS", "CMRT"])
def test_the_default_accepts_every_certification_the_guide_names(certification: str) -> None:
    assert certification in _labels("medical-coding", "certification")


def test_the_default_never_removes_a_program_for_an_unknown_fact() -> None:
    answers = [keys["unknown"].value for keys in _criteria("medical-coding") if "must" in keys]

    assert answers == ["ask", "ask", "ask", "ask"]


def test_the_default_has_no_must_have_on_the_pass_rate_nobody_publishes() -> None:
    rated = [keys for keys in _criteria("medical-coding") if keys["column"].value == "pass_rate"]

    assert ["must" in keys for keys in rated] == [False]


@pytest.mark.parametrize("name", SETS)
def test_no_amount_inside_brackets_is_cut_at_its_comma(name: str) -> None:
    limits = [_keys(keys["must"]) for keys in _criteria(name) if keys["kind"].value == "money"]

    assert [list(limit) for limit in limits] == [["at_most"]]


# ── both samples, and Massachusetts ───────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("name", ["massachusetts", "invented"])
def test_a_sample_is_utf_8_without_mark_with_plain_line_ends(name: str) -> None:
    data = (SAMPLES / f"{name}.csv").read_bytes()

    assert (data.decode("utf-8").startswith("\ufeff"), b"\r" in data, data.endswith(b"\n")) == (False, False, True)


def test_massachusetts_has_our_headers_and_no_strange_ones(massachusetts: list[dict[str, str]]) -> None:
    assert set(massachusetts[0]) == COLUMNS | OWN_WORDS


@pytest.mark.parametrize("name", ["guide", "medical-coding"])
def test_massachusetts_has_every_column_the_coding_sets_read(name: str, massachusetts: list[dict[str, str]]) -> None:
    assert _headers(name) - set(massachusetts[0]) == set()


@pytest.mark.parametrize("name", SETS)
def test_invented_programs_have_every_column_that_each_set_reads(name: str, invented: list[dict[str, str]]) -> None:
    assert _headers(name) - set(invented[0]) == set()


def test_every_massachusetts_row_has_a_date_and_a_source(massachusetts: list[dict[str, str]]) -> None:
    lacking = [row["program"] for row in massachusetts if not row["as_of"] or "http" not in row["source_url"]]

    assert lacking == []


def test_massachusetts_rows_are_told_apart_by_their_names(massachusetts: list[dict[str, str]]) -> None:
    assert len({row["program"] for row in massachusetts}) == len(massachusetts) == 36


@pytest.mark.parametrize("column", ["accreditation", "pass_rate", "exam_passers", "exam_takers", "tuition", "fees"])
def test_what_no_massachusetts_school_states_is_blank(column: str, massachusetts: list[dict[str, str]]) -> None:
    assert {row[column] for row in massachusetts} == {""}


def test_a_price_per_credit_or_year_is_never_a_total(massachusetts: list[dict[str, str]]) -> None:
    mixed = [
        row["program"]
        for row in massachusetts
        if row["total_cost"] and (row["cost_per_credit"] or row["academic_year_tuition_fees"])
    ]

    assert mixed == []


@pytest.mark.parametrize(("ours", "theirs"), AS_THE_SOURCE.items())
def test_massachusetts_states_what_the_source_states(
    ours: str, theirs: str, massachusetts: list[dict[str, str]], source: list[dict[str, str]]
) -> None:
    assert [row[ours] for row in massachusetts] == [row[theirs] for row in source]


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [("exam", "exam"), ("hours", "clock_hours"), ("internship", "internship"), ("state", "state")],
)
def test_massachusetts_shortens_a_sentence_only_as_listed(
    ours: str, theirs: str, massachusetts: list[dict[str, str]], source: list[dict[str, str]]
) -> None:
    expected = [FIRST_WORDS[ours].get(row[theirs], row[theirs]) for row in source]

    assert [row[ours] for row in massachusetts] == expected


def test_massachusetts_says_when_only_where_the_source_does(
    massachusetts: list[dict[str, str]], source: list[dict[str, str]]
) -> None:
    by_page = [FIRST_WORDS["schedule"].get(row["schedule"], row["schedule"]) for row in source]
    online = ["online" if "online" in row["delivery"].lower() else "" for row in source]

    assert [row["schedule"] for row in massachusetts] == [page or by for page, by in zip(by_page, online, strict=True)]


def test_massachusetts_months_are_stated_in_months(
    massachusetts: list[dict[str, str]], source: list[dict[str, str]]
) -> None:
    in_months = [row["length"].removesuffix(" months") if row["length"][:1].isdigit() else "" for row in source]

    assert [row["months"] for row in massachusetts] == [text if text.isdigit() else "" for text in in_months]


def test_massachusetts_price_per_credit_is_the_first_amount_of_the_source(
    massachusetts: list[dict[str, str]], source: list[dict[str, str]]
) -> None:
    first = [row["cost_per_credit"].lstrip("$").split(" ")[0].split("/")[0] for row in source]

    assert [row["cost_per_credit"] for row in massachusetts] == [text.removesuffix(".00").strip(".") for text in first]


def test_massachusetts_awards_have_the_sources_level(
    massachusetts: list[dict[str, str]], source: list[dict[str, str]]
) -> None:
    ours = [f"{row['credential']} ({row['award_level']})".removesuffix(" ()") for row in massachusetts]

    assert ours == [row["credential"].lower() for row in source]


def test_massachusetts_names_hold_the_sources_names(
    massachusetts: list[dict[str, str]], source: list[dict[str, str]]
) -> None:
    strange = [
        ours["program"]
        for ours, row in zip(massachusetts, source, strict=True)
        if row["program"] not in ours["program"]
    ]

    assert strange == []


def test_massachusetts_keeps_every_doubt_of_the_source(
    massachusetts: list[dict[str, str]], source: list[dict[str, str]]
) -> None:
    lost = [
        row["doubt"] for ours, row in zip(massachusetts, source, strict=True) if row["doubt"] not in ours["source_note"]
    ]

    assert lost == []


# ── invented ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_every_invented_row_says_that_it_is_invented(invented: list[dict[str, str]]) -> None:
    assert [row["note"] for row in invented] == ["invented example"] * 14


def test_no_invented_row_claims_a_source(invented: list[dict[str, str]]) -> None:
    assert {"source_url", "as_of"} & set(invented[0]) == set()


@pytest.mark.parametrize(
    ("program", "passers", "takers"),
    [
        ("Harbor Community College", "47", "52"),
        ("Linden Institute", "380", "470"),
        ("Quabbin Career Center", "17", "20"),
        ("Paper Moon Night School", "4", "4"),
    ],
)
def test_the_invented_classes_have_their_sizes(
    program: str, passers: str, takers: str, invented: list[dict[str, str]]
) -> None:
    found = next(row for row in invented if row["program"] == program)

    assert (found["exam_passers"], found["exam_takers"]) == (passers, takers)


@pytest.mark.parametrize(
    ("column", "cell"),
    [
        ("pass_rate", "100%"),
        ("pass_rate", "not published"),
        ("pass_rate", "PrivacySuppressed"),
        ("accreditation", "contact school"),
        ("schedule", "evening; online"),
        ("total_cost", "free"),
        ("total_cost", "$7,200-8,400"),
        ("grants", "$1,499"),
        ("remark", "=1+1"),
        ("program", "École Imaginée"),
        ("program", 'Owl, Lantern and "Daylight" School'),
    ],
)
def test_the_invented_programs_show_each_kind_of_cell(column: str, cell: str, invented: list[dict[str, str]]) -> None:
    assert cell in {row[column] for row in invented}
