"""An old fact counts as stated and says how old it is; a date that is not known is neither old nor new."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import jsonschema
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from decision import BadCriteria, BadOptions, BadPrograms, decide, describe, read_criteria, read_programs, sample
from decision.report.files.document import dumps
from decision.report.files.ranked import ranked_csv
from tests.commands import decide as run_decide
from tests.conftest import PROJECT
from tests.intake.criteria.test_criteria_schema import VALIDATOR
from tests.report.files.test_document import SCHEMA
from tests.report.golden import golden

if TYPE_CHECKING:
    from pathlib import Path

TABLE = b"""program,schedule,total_cost,pass_rate,took,passed,as_of,source_url
Harbor,evening,"$4,900",,52,47,2021-22,https://harbor.edu/coding
Linden,evening,"$5,200",90 %,,,2024-09-16,javascript:alert(1)
Quay,online,"$6,250",,20,17,March-April 2021,"http://quay.edu/a?b=1&c=2; https://quay.edu/""x"
Mill,day,$900,,,,2018-11,
Teal,evening,"$3,000",,10,9,,
Rook,evening,,,,,2019,
Fern,evening,"$4,000-4,400",,30,27,last year,
"""
WANTED: dict[str, Any] = {
    "criteria": [
        {"name": "when", "kind": "schedule", "column": "schedule", "must": {"any_of": ["evening", "online"]}},
        {
            "name": "exam pass rate",
            "kind": "share",
            "column": "pass_rate",
            "passed": "passed",
            "took": "took",
            "base_rate": "62%",
            "worst": "40%",
            "best": "100%",
        },
        {"name": "cost", "kind": "money", "column": "total_cost", "must": {"at_most": 6000}, "worst": 8000, "best": 0},
    ]
}
LIMITS = st.sampled_from([None, "2019", "2021-04-30", "2021-05-01", "2022-07-01", "2024-09-16", "2025", "2030"])


def programs_of(**options: Any) -> dict[str, dict[str, Any]]:  # noqa: ANN401 -- options of decide
    """Every program of the document, by its name."""
    document: Any = decide(TABLE, WANTED, **options).to_dict()
    return {program["name"]: program for program in document["programs"]}


@pytest.mark.parametrize(
    ("limit", "old"),
    [
        ("2018-11-30", []),
        ("2018-12-01", ["Mill"]),
        ("2021-04-30", ["Mill", "Rook"]),
        ("2021-05-01", ["Mill", "Quay", "Rook"]),
        ("2022-06-30", ["Mill", "Quay", "Rook"]),
        ("2022-07-01", ["Harbor", "Mill", "Quay", "Rook"]),
        ("2024-09-16", ["Harbor", "Mill", "Quay", "Rook"]),
        ("2024-09-17", ["Harbor", "Linden", "Mill", "Quay", "Rook"]),
    ],
)
def test_a_period_is_old_when_its_last_day_is_before_the_limit(limit: str, old: list[str]) -> None:
    assert sorted(name for name, program in programs_of(fresh_since=limit).items() if program["stale"]) == old


def test_only_stated_facts_that_are_asked_for_are_old() -> None:
    old = {name: program["stale"] for name, program in programs_of(fresh_since="2025").items()}

    assert old == {
        "Harbor": ["when", "exam pass rate", "cost"],
        "Linden": ["when", "exam pass rate", "cost"],
        "Quay": ["when", "exam pass rate", "cost"],
        "Mill": ["when", "cost"],
        "Rook": ["when"],
        "Teal": [],
        "Fern": [],
    }


@given(LIMITS)
def test_an_old_fact_counts_as_stated(limit: str | None) -> None:
    plain, marked = decide(TABLE, WANTED).outcome, decide(TABLE, WANTED, fresh_since=limit).outcome

    assert marked.points.score.tolist() == plain.points.score.tolist()
    assert marked.points.score_high.tolist() == plain.points.score_high.tolist()
    assert marked.elimination.status.tolist() == plain.elimination.status.tolist()
    assert marked.elimination.funnel == plain.elimination.funnel
    assert marked.ranking.order.tolist() == plain.ranking.order.tolist()
    assert marked.ranking.rank.tolist() == plain.ranking.rank.tolist()
    assert marked.ranking.is_shortlisted.tolist() == plain.ranking.is_shortlisted.tolist()


@given(st.dates(), st.dates())
def test_a_later_limit_never_makes_fewer_facts_old(one: object, other: object) -> None:
    limits = sorted(["2000-01-01", *(f"20{str(day)[2:]}" for day in (one, other))])

    counts = [sum(len(program["stale"]) for program in programs_of(fresh_since=limit).values()) for limit in limits]

    assert counts == sorted(counts)


@given(st.permutations(TABLE.splitlines()[1:]))
def test_the_order_of_rows_never_matters(rows: list[bytes]) -> None:
    mixed = decide(b"\n".join([TABLE.splitlines()[0], *rows]), WANTED, fresh_since="2025")

    told: Any = mixed.to_dict()
    expected = programs_of(fresh_since="2025")
    assert {program["name"]: (program["stale"], program["reason"]) for program in told["programs"]} == {
        name: (program["stale"], program["reason"]) for name, program in expected.items()
    }


def test_old_facts_are_marked_in_every_reason() -> None:
    reasons = {name: program["reason"] for name, program in programs_of(fresh_since="2025").items()}

    assert reasons["Harbor"] == (
        "Meets both must-haves. Most earned: 53.1 of 75 points for exam pass rate, 47 of 52 (90.4 %) in 2021-22 (old)."
    )
    assert reasons["Quay"] == (
        "Cost $6,250 in March-April 2021 (old) is over your limit of $6,000 by $250. It meets all else."
    )
    assert reasons["Mill"] == "When is day in 2018-11 (old), not evening or online. It meets all else."
    assert "(old)" not in reasons["Teal"] + reasons["Fern"]


def test_the_ranked_csv_has_the_same_reasons() -> None:
    decision = decide(TABLE, WANTED, fresh_since="2025")

    written = b"".join(ranked_csv(decision.outcome)).decode()

    assert "Cost $6,250 in March-April 2021 (old) is over your limit of $6,000 by $250." in written


def test_the_answer_marks_and_counts_old_facts() -> None:
    assert str(decide(TABLE, WANTED, fresh_since="2025")) == golden("old_facts")


def test_without_a_limit_nothing_is_old_and_dates_still_travel() -> None:
    programs = programs_of()

    assert (programs["Harbor"]["as_of"], programs["Harbor"]["source_url"]) == ("2021-22", "https://harbor.edu/coding")
    assert "stale" not in programs["Harbor"]
    assert "old" not in str(decide(TABLE, WANTED))


@pytest.mark.parametrize(
    ("program", "told"),
    [
        (
            "Harbor",
            "The file's facts are as of 2021-22, which is before 2025: old.\nSource: https://harbor.edu/coding\n",
        ),
        ("Teal", "The file gives no date for these facts.\n"),
        ("Fern", 'Of when these facts are is not understood: "last year".\n'),
    ],
)
def test_a_program_is_explained_with_its_date_and_source(program: str, told: str) -> None:
    assert decide(TABLE, WANTED, fresh_since="2025").explain(program).endswith(f"\n\n{told}")


def test_the_document_counts_them() -> None:
    document: Any = decide(TABLE, WANTED, fresh_since="2025").to_dict()

    assert document["freshness"] == {
        "column": "as_of",
        "url": "source_url",
        "since": "2025-01-01",
        "stale": 5,
        "undated": 1,
        "not_understood": 1,
    }


@pytest.mark.parametrize("limit", [None, "2025"])
def test_the_document_is_of_its_schema(limit: str | None) -> None:
    document = decide(TABLE, WANTED, fresh_since=limit).to_dict()

    jsonschema.Draft202012Validator(SCHEMA).validate(json.loads(dumps(document)))


def test_a_notebook_links_to_sources_that_are_safe() -> None:
    shown = decide(TABLE, WANTED, fresh_since="2025")._repr_html_()

    assert 'Harbor <a href="https://harbor.edu/coding" rel="noopener noreferrer">source</a></th>' in shown
    assert shown.count("<a ") == 1
    assert "javascript" not in shown


def test_a_link_is_escaped() -> None:
    table = TABLE.replace(b"$6,250", b"$5,250")

    shown = decide(table, WANTED)._repr_html_()

    assert 'Quay <a href="http://quay.edu/a?b=1&amp;c=2" rel="noopener noreferrer">source</a></th>' in shown


def test_a_date_that_is_not_understood_is_told_where_a_limit_makes_it_count() -> None:
    doubts = decide(TABLE, WANTED, fresh_since="2025").outcome.facts.doubts

    assert [str(doubt) for doubt in doubts] == [
        'row 8, as_of  "last year"  is not understood as a date. Write 2025, 2025-03, 2025-03-01, 2024-25 or Fall 2024.'
    ]
    assert decide(TABLE, WANTED).outcome.facts.doubts == ()


def test_strict_makes_it_a_fault() -> None:
    with pytest.raises(BadPrograms, match="1 fault") as raised:
        decide(TABLE, WANTED, fresh_since="2025", strict=True)

    assert raised.value.faults[0].column == "as_of"


def test_without_a_column_of_dates_every_date_is_not_known() -> None:
    document: Any = decide(b"program,total_cost\nA,$5\n", {"criteria": WANTED["criteria"][2:]}, fresh_since="2025")

    assert document.to_dict()["freshness"] == {
        "column": None,
        "url": None,
        "since": "2025-01-01",
        "stale": 0,
        "undated": 1,
        "not_understood": 0,
    }


def test_the_criteria_may_name_the_columns_and_the_limit() -> None:
    table = TABLE.replace(b"as_of,source_url", b"seen on,page")
    fresh = {"column": "Seen_On", "url": "page", "since": "2025-01-01"}

    document: Any = decide(table, {**WANTED, "fresh": fresh}).to_dict()

    assert (document["freshness"]["column"], document["freshness"]["stale"]) == ("seen on", 5)


@pytest.mark.parametrize(("given", "since"), [("2022", 20220101), ("none", 0), (None, 20250101)])
def test_an_option_takes_the_place_of_the_limit_in_the_file(given: str | None, since: int) -> None:
    criteria = read_criteria({**WANTED, "fresh": {"column": "as_of", "since": "2025"}}, fresh_since=given)

    assert (criteria.fresh.since, criteria.fresh.column) == (since, "as_of")


def test_a_column_that_the_criteria_name_must_be_there() -> None:
    with pytest.raises(BadPrograms) as raised:
        decide(TABLE, {**WANTED, "fresh": {"column": "as_off", "url": "zebra"}})

    assert str(raised.value) == (
        "<bytes>: 2 faults.\n"
        '  as_off  no such column, which `fresh:` of the criteria names. The nearest header is "as_of". '
        "Name another, or leave it out.\n"
        "  zebra  no such column, which `fresh:` of the criteria names. Name another, or leave it out."
    )


FRESH_FAULTS = {
    "a list": ("[2025]", "line 1, fresh  takes the keys column, url, since."),
    "a stranger": ("{sinse: 2025}", 'line 1, fresh.sinse  not a key here. Did you mean "since"?'),
    "no date": (
        "{since: soon}",
        (
            'line 1, fresh.since  "soon"  is not understood as a date. Write 2025, 2025-03, 2025-03-01, 2024-25 or '
            "Fall 2024."
        ),
    ),
    "two dates": (
        "{since: 2011-12}",
        'line 1, fresh.since  "2011-12"  could be a month or a school year. Write 2011-12-01, or 2011-2012.',
    ),
    "unknown": ("{since: N/A}", 'line 1, fresh.since  "N/A"  is no date. Write 2025-01-01.'),
}


@pytest.mark.parametrize("name", FRESH_FAULTS)
def test_a_fault_of_fresh_is_told(tmp_path: Path, name: str) -> None:
    fresh, told = FRESH_FAULTS[name]
    path = tmp_path / "mine.yaml"
    path.write_text(f"fresh: {fresh}\ncriteria: [{{name: cost, kind: money, column: c, best: 0, worst: 9}}]\n")

    with pytest.raises(BadCriteria) as raised:
        read_criteria(path)

    assert [str(fault) for fault in raised.value.faults] == [told]


@pytest.mark.parametrize("fresh", [{"since": "2025-01-01"}, {"since": 2025, "column": "a", "url": "b"}, {}])
def test_the_schema_of_criteria_knows_fresh(fresh: dict[str, object]) -> None:
    assert [error.message for error in VALIDATOR.iter_errors({**WANTED, "fresh": fresh})] == []


@pytest.mark.parametrize("fresh", [{"sinse": "2025-01-01"}, {"since": "soon"}, ["2025"]])
def test_the_schema_of_criteria_refuses_what_the_reader_does(fresh: object) -> None:
    assert not VALIDATOR.is_valid({**WANTED, "fresh": fresh})


def test_an_option_that_is_no_date_is_told() -> None:
    with pytest.raises(BadOptions) as raised:
        decide(TABLE, WANTED, fresh_since="soon")

    assert str(raised.value) == (
        '1 fault.\n  --fresh-since  "soon"  is not understood as a date. Write 2025, 2025-03, 2025-03-01, 2024-25 or '
        "Fall 2024."
    )


def test_massachusetts_rests_mostly_on_facts_from_before_2025() -> None:
    document: Any = decide(sample("massachusetts"), fresh_since="2025").to_dict()

    assert {key: document["freshness"][key] for key in ("stale", "undated", "not_understood")} == {
        "stale": 30,
        "undated": 4,
        "not_understood": 0,
    }
    old = {program["row"]: program for program in document["programs"] if program["stale"]}
    assert (old[2]["as_of"], old[2]["stale"]) == ("IPEDS 2020-21 to 2023-24 awards; 2021-22 charges", ["credential"])


@pytest.mark.parametrize(
    ("as_of", "limit", "is_old"),
    [
        ("Sep 27, 2022", "2023", True),
        ("May 2012", "2023", True),
        ("2018-19 catalog", "2019-07-01", True),
        ("2018-19 catalog", "2019-06-30", False),
        ("Catalog 2024-2025; IPEDS", "2025", False),
        ("undated", "2030", False),
        ("page undated; price 2022-23", "2030", False),
        ("IPEDS 2020-21 to 2023-24 awards; 2021-22 charges", "2023", True),
    ],
)
def test_a_row_of_massachusetts_is_old_by_its_own_date(as_of: str, limit: str, is_old: bool) -> None:
    programs = read_programs(sample("massachusetts"))
    outcome = decide(programs, fresh_since=limit).outcome

    freshness = outcome.facts.freshness

    assert freshness is not None
    rows = np.array([date.text == as_of for date in freshness.dates])[freshness.codes]
    assert rows.any()
    assert set(freshness.is_old[rows].tolist()) == {is_old}


def test_a_run_again_gives_the_same_bytes(tmp_path: Path) -> None:
    table = PROJECT / "sample_programs" / "massachusetts.csv"
    first = run_decide("rank", table, "-q", "--json", "--fresh-since", "2025", folder=tmp_path)
    (tmp_path / "a.json").write_bytes(first.stdout)

    again = run_decide("replay", "a.json", folder=tmp_path)

    assert (again.stdout, again.stderr, again.returncode) == (first.stdout, b"", 0)


SCHEDULED = b"""program,schedule,weekly_hours,months,total_cost,as_of
Harbor,Mon/Wed 18:00-21:00,6,9,"$4,900",2021-22
Linden,Mon/Wed 18:00-21:00,6,9,"$5,200",2026
Quay,Sat 9:00-12:00,3,12,"$3,000",2019
Mill,day,,,"$900",2018-11
"""
FREE = {"available": ["Mon-Fri 17:30-22:00", "Sat"]}


def test_an_old_schedule_is_held_against_free_time_as_any_other() -> None:
    when = {**WANTED["criteria"][0], "must": FREE, "travel": "20 minutes", "weekly_hours": "weekly_hours"}
    wanted = {"criteria": [when, WANTED["criteria"][2]]}

    plain, marked = decide(SCHEDULED, wanted), decide(SCHEDULED, wanted, fresh_since="2025")

    assert marked.outcome.elimination.status.tolist() == plain.outcome.elimination.status.tolist()
    assert marked.outcome.ranking.order.tolist() == plain.outcome.ranking.order.tolist()
    assert "Mon/Wed 18:00-21:00 in 2021-22 (old)" in marked.outcome.facts["when"].texts
    assert len(marked.outcome.facts["when"].timetables) == len(marked.outcome.facts["when"].texts)
    assert marked.explain("Harbor").startswith("Harbor: second")
    assert {(asked.row, asked.criterion) for asked in marked.insight.questions.again} <= {
        (row, name) for row in (2, 4, 5) for name in ("when", "cost")
    }


def test_every_part_of_a_fact_is_taken_along() -> None:
    fact = decide(TABLE, WANTED, fresh_since="2025").outcome.facts["cost"]

    taken = fact.taken(np.array([1, 1, 0]))

    assert list(taken.texts) == [fact.texts[1], fact.texts[1], fact.texts[0]]
    assert taken.low.tolist()[:2] == [fact.low[1], fact.low[1]]
    assert len(taken.labels) == len(taken.old) == len(taken.is_suspect) == 3


def test_the_criteria_tell_their_limit() -> None:
    criteria = read_criteria({**WANTED, "fresh": {"since": "2025-01-01"}})

    assert "The shortlist holds 3. Facts from before 2025 are marked as old." in " ".join(describe(criteria).split())


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        ("27,$223 per credit,$150,no,CPC,", "$6,958 to $7,793 added up in 2019 (old), of it $787 to $1,622 assumed"),
        (",,,,CPC,$1200", "$1,200, your own figure"),
    ],
)
def test_the_date_stands_with_the_price_and_never_with_what_is_assumed_or_your_own(cells: str, told: str) -> None:
    table = b"program,as_of,credits,tuition,fees,internship,exam,my_cost\nP,2019," + cells.encode() + b"\n"

    found = decide(table, "true-cost", set={"cost.aid": "none"}, allow_missing=True, fresh_since="2025").facts.cost

    assert found.tolist() == [told]


def test_a_grant_is_named_behind_the_date() -> None:
    table = b"program,as_of,tuition,fees,books,exam_fee,exam,dues\nP,2019,$4000,$0,$0,$0,CPC,$0\n"

    found = decide(table, "true-cost", allow_missing=True, fresh_since="2025").facts.cost

    assert found.tolist() == ["$0 to $4,625 in 2019 (old), $0 to $625 assumed, with or without grants"]


def test_your_own_figure_is_not_among_the_old_facts() -> None:
    table = b"program,as_of,total_cost,my_cost,exam\nP,2019,$9000,$1200,CPC\n"

    document: Any = decide(table, "true-cost", allow_missing=True, fresh_since="2025").to_dict()

    assert [program["stale"] for program in document["programs"]] == [["certification"]]


def test_an_old_rate_without_takers_says_its_date_first() -> None:
    found = decide(TABLE, WANTED, fresh_since="2025").facts["exam pass rate"]

    assert "90 % on 2024-09-16 (old), of how many is not stated" in found.tolist()


def test_the_check_names_the_columns_of_dates_and_of_sources(tmp_path: Path) -> None:
    (tmp_path / "programs.csv").write_bytes(TABLE)

    run = run_decide("check", "programs.csv", "--criteria", "guide", "--allow-missing", folder=tmp_path)

    drawn = run.stdout.decode()
    assert "  as_of       date of facts         5  2018-11 to           1 not stated, 1 not\n" in drawn
    assert "  source_url  source of facts       3\n" in drawn


def test_the_check_shows_one_date_once(tmp_path: Path) -> None:
    (tmp_path / "programs.csv").write_text("program,total_cost,as_of\nBay,$100,2021\nElm,$200,2021\n")

    run = run_decide("check", "programs.csv", "--criteria", "guide", "--allow-missing", folder=tmp_path)

    assert "  as_of       date of facts       2  2021\n" in run.stdout.decode()


def test_the_check_of_a_column_of_dates_that_is_blank_gives_none(tmp_path: Path) -> None:
    (tmp_path / "programs.csv").write_text("program,total_cost,as_of\nBay,$100,\nElm,$200,\n")

    run = run_decide("check", "programs.csv", "--criteria", "guide", "--allow-missing", folder=tmp_path)

    assert " as_of date of facts 0 2 not stated " in " ".join(run.stdout.decode().split())
