"""Public files from their raw bytes to a ranked CSV: a bundled set, command-line options, and nothing else."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from decision import decide as decided
from tests.commands import decide

if TYPE_CHECKING:
    from pathlib import Path

    import pandas as pd

FILES = [
    ("nj_etpl_2018_listing.csv", "nj-etpl-2018", 4499),
    ("nj_etpl_2021_records.csv", "nj-etpl-2021", 1110),
    ("nj_outcomes_by_provider_cip.csv", "nj-outcomes", 1565),
    ("dol_etp_ca_sample.csv", "us-dol-api", 60),
    ("ipeds_ic2021_py.csv", "ipeds-program-charges", 8107),
    ("ipeds_completions_cip5107_2021_2024.csv", "ipeds-completions", 18985),
    ("ipeds_hd2024_slim.csv", "ipeds-directory", 6072),
    ("scorecard_ma_cip5107.csv", "scorecard-truewise", 76),
    ("co_etpl_2018_names.csv", "co-etpl-2018", 2572),
    ("co_etpl_2018_sample.json", "co-etpl-2018-records", 9),
]
PRINTED_RATES = (
    *("--set", "exam pass rate.column=pass_rate_as_printed"),
    *("--set", "exam pass rate.passed=passers"),
    *("--set", "exam pass rate.took=takers"),
)
COMPARED = ["name", "rank", "status", "score", "score_high", "reason", "ask"]


def rows_of(path: Path) -> list[dict[str, str]]:
    """The rows of a CSV file."""
    return list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8"), newline="")))


@pytest.mark.parametrize(("name", "source", "programs"), FILES, ids=[name for name, _, _ in FILES])
def test_a_public_file_is_ranked_as_it_is(shared: Path, tmp_path: Path, name: str, source: str, programs: int) -> None:
    run = decide("rank", shared / "data" / name, "-o", "ranked.csv", "--json", folder=tmp_path)

    assert run.returncode == 0, run.stderr.decode()
    told, ranked = json.loads(run.stdout), rows_of(tmp_path / "ranked.csv")
    assert told["settings"]["programs"]["source"] == source
    assert len(ranked) == len(told["programs"]) == programs
    assert Counter(row["status"] for row in ranked) == Counter(program["status"] for program in told["programs"])
    assert all(row["reason"] and row["source_row"] for row in ranked)


@pytest.mark.parametrize(("name", "source", "programs"), FILES, ids=[name for name, _, _ in FILES])
def test_what_convert_wrote_is_ranked_as_the_file_itself(
    shared: Path, tmp_path: Path, name: str, source: str, programs: int
) -> None:
    run = decide("convert", shared / "data" / name, "-o", "programs.csv", folder=tmp_path)

    original, again = decided(shared / "data" / name), decided(tmp_path / "programs.csv")

    assert (run.returncode, run.stdout) == (0, b"")
    assert f": {programs:,} programs" in " ".join(run.stderr.decode().split())
    assert (original.outcome.programs.source, again.outcome.programs.source) == (source, "")
    assert again.ranking[COMPARED].to_csv(index=False) == original.ranking[COMPARED].to_csv(index=False)


@pytest.mark.parametrize("name", ["nj_etpl_2021_records.csv", "dol_etp_ca_sample.csv", "ipeds_ic2021_py.csv"])
def test_what_rank_wrote_is_ranked_as_the_file_itself(shared: Path, tmp_path: Path, name: str) -> None:
    original = decided(shared / "data" / name)
    original.to_csv(tmp_path / "ranked.csv")

    again = decided(tmp_path / "ranked.csv")

    assert again.ranking[COMPARED].to_csv(index=False) == original.ranking[COMPARED].to_csv(index=False)


@pytest.mark.parametrize(
    ("name", "options", "programs"),
    [
        ("scorecard_programs_truewise.csv.gz", ("--where", "state=MA"), 6348),
        ("scorecard_programs_truewise.csv.gz", ("--where", "state=MA", "--where", "cip=5107"), 76),
        ("ma_coding_programs.csv", (), 36),
        ("published_pass_rates_raw.csv", ("--allow-missing", *PRINTED_RATES), 11),
        ("ipeds_ic2021_py.csv", ("--where", "cip=51.0713,51.0714"), 166),
    ],
)
def test_a_public_file_is_ranked_with_no_more_than_options(
    shared: Path, tmp_path: Path, name: str, options: tuple[str, ...], programs: int
) -> None:
    run = decide("rank", shared / "data" / name, *options, "-o", "ranked.csv", "--json", folder=tmp_path)

    assert run.returncode == 0, run.stderr.decode()
    told, ranked = json.loads(run.stdout), rows_of(tmp_path / "ranked.csv")
    assert len(ranked) == len(told["programs"]) == programs
    assert Counter(row["status"] for row in ranked) == Counter(program["status"] for program in told["programs"])
    assert all(row["reason"] for row in ranked)


def test_charges_without_names_are_joined_to_their_schools(shared: Path, tmp_path: Path) -> None:
    charges, schools = shared / "data" / "ipeds_ic2021_py.csv", shared / "data" / "ipeds_hd2024_slim.csv"
    options = ("--join", schools, "--on", "UNITID", "--where", "cip=51.0713,51.0714", "--where", "state=MA,RI,CT,NH")

    run = decide("rank", charges, *options, "-o", "ranked.csv", "--json", folder=tmp_path)

    ranked = {row["school"]: row for row in rows_of(tmp_path / "ranked.csv")}
    assert list(ranked) == ["American Institute of Healthcare & Technology", "American Institute-West Hartford"]
    assert [(row["city"], row["tuition"], row["books"]) for row in ranked.values()] == [
        ("Stratford", "3125", "750"),
        ("West Hartford", "18495", "0"),
    ]
    assert json.loads(run.stdout)["programs"][0]["name"] == (
        "American Institute of Healthcare & Technology: Medical Insurance Specialist/Medical Biller"
    )


@pytest.mark.parametrize("options", [(), ("--source", "none", "--allow-missing")])
def test_a_decision_on_a_public_file_is_replayed_to_the_byte(
    shared: Path, tmp_path: Path, options: tuple[str, ...]
) -> None:
    run = decide("rank", shared / "data" / "dol_etp_ca_sample.csv", "-q", "--json", *options, folder=tmp_path)
    (tmp_path / "before.json").write_bytes(run.stdout)

    again = decide("replay", "before.json", folder=tmp_path)

    assert (again.returncode, again.stdout) == (0, run.stdout)


# ── from a raw cell to what it is judged by ───────────────────────────────────────────────────────────────────────────


@pytest.fixture(scope="module")
def records(shared: Path) -> pd.DataFrame:
    return decided(shared / "data" / "nj_etpl_2021_records.csv", "training-program", allow_missing=True).facts


@pytest.fixture(scope="module")
def listing(shared: Path) -> pd.DataFrame:
    return decided(shared / "data" / "nj_etpl_2018_listing.csv", "training-program", allow_missing=True).facts


@pytest.fixture(scope="module")
def california(shared: Path) -> pd.DataFrame:
    return decided(shared / "data" / "dol_etp_ca_sample.csv", "training-program").facts


@pytest.mark.parametrize(
    ("row", "cost", "length"),
    [
        (106, "$4,350", "0.9 to 2.5 months"),
        (138, "$4,850", "3 to 5 months"),
        (153, "$10,905", "13 to 24 months"),
        (17, "only some parts are stated (at least $1,000)", "0.9 to 2.5 months"),
        (262, "$8,000", "not stated"),
        (15, "only some parts are stated (at least $0)", "6 to 12 months"),
    ],
)
def test_readings_of_new_jerseys_records(records: pd.DataFrame, row: int, cost: str, length: str) -> None:
    found = records.loc[row]

    assert (found["cost"], found["length"]) == (cost, length)
    assert (found["approval"], found["schedule"], found["completion"]) == ("yes", "not stated", "no such column")


@pytest.mark.parametrize(
    ("row", "cost"), [(2, "not stated"), (3, "$1,575"), (5, "$5,750"), (51, "$4,000"), (4152, "$186,193")]
)
def test_readings_of_new_jerseys_listing(listing: pd.DataFrame, row: int, cost: str) -> None:
    found = listing.loc[row]

    assert (found["approval"], found["cost"], found["length"]) == ("yes", cost, "not stated")


@pytest.mark.parametrize(
    ("row", "completion", "is_online", "cost", "length"),
    [
        (2, "9 of 9 (100 %)", True, "$5,660", "said not to apply"),
        (5, "141 of 273 (51.6 %)", True, "$8,368.40", "said not to apply"),
        (6, "not stated", False, "$25,099", "60 months"),
        (7, "not stated", True, "$7,900", "6 months"),
        (10, "6 of 11 (54.5 %)", True, "$10,900", "8.8 months"),
    ],
)
def test_readings_of_california(
    california: pd.DataFrame, row: int, completion: str, is_online: bool, cost: str, length: str
) -> None:
    found = california.loc[row]

    assert (found["completion"], found["cost"], found["length"]) == (completion, cost, length)
    assert ("online instruction" in found["schedule"]) is is_online
