"""The odd forms that real public files hold, one test for each: what is read, and what is only told.

Counts are those of whole files, counted here with the csv module alone.
"""

from __future__ import annotations

import csv
from collections import Counter
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from decision import decide
from decision.intake.cells.cell import read_cell
from decision.intake.cells.labels import Labels
from decision.intake.sources.by_source import by_source
from decision.intake.sources.reasons import reasons_in
from decision.intake.table.programs import read_programs
from decision.kinds import Kind, Unknown
from tests.asking import COST, RATE, WHEN, answer, bad_programs, doubts, programs, scores, statuses
from tests.intake.sources.maps import column
from tests.intake.sources.tracing import reasons, stated, translation

if TYPE_CHECKING:
    from pathlib import Path

    from decision.model import Outcome

LENGTH = {"name": "length", "column": "length", "kind": "duration", "worst": "24 months", "best": "0 months"}
COUNTED = RATE | {"passed": "passers", "took": "takers", "base_rate": "62%", "base_takers": "20"}
PARTS = ["tuition", "fees", "booksmaterialscost", "suppliestoolscost", "othercosts"]


def rows_of(path: Path) -> list[dict[str, str]]:
    """Read a file with the csv module alone."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def decided(path: Path, **criterion: object) -> Outcome:
    """Decide on a whole file, as it stands, by one criterion."""
    return decide(path, {"criteria": [{"name": "fact"} | criterion]}, source="none").outcome


# ── the file's shape ──────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_trailing_comma_on_every_row_shifts_nothing_and_is_told(shared: Path) -> None:
    path = shared / "data" / "ipeds_ic2021_py.csv"

    found = read_programs(path)

    plain = list(csv.reader(path.read_text(encoding="ascii").splitlines()))
    assert {len(row) - len(plain[0]) for row in plain[1:]} == {1}
    assert [found.cells(number) for number in range(len(found))] == [row[:-1] for row in plain[1:]]
    assert [note.problem for note in found.notes] == [
        "every row ends with one more cell than the header has, and it is always empty; it was left out."
    ]


def test_a_trailing_comma_on_some_rows_only_is_a_fault() -> None:
    table = "program,cost\nAsh,$1,\nBirch,$2\n"

    assert bad_programs(table, COST) == [("ragged-row", 2, "")]


def test_a_space_after_a_name_in_the_header_is_no_part_of_it(shared: Path) -> None:
    path = shared / "data" / "ipeds_ic2021_py.csv"

    assert path.read_bytes().split(b"\r\n")[0].endswith(b"MTHCMP6 ")
    assert read_programs(path).header[-1] == "MTHCMP6"


def test_the_mark_before_a_utf_8_file_is_no_part_of_the_first_name() -> None:
    assert read_programs(b"\xef\xbb\xbfUNITID,INSTNM\n100654,Alabama A & M\n").header == ("UNITID", "INSTNM")


def test_a_byte_that_utf_8_does_not_have_far_into_a_file_turns_to_the_older_encoding_and_is_told() -> None:
    first = b"UNITID,INSTNM\n" + b"100654,Alabama A & M\n" * 7_000

    found = read_programs(first + b"243744,Pont\xfan\n")

    assert len(first) > 142_532
    assert (found.encoding, found.cells(7000)[1]) == ("Windows-1252", "Pontún")
    assert [note.problem for note in found.notes] == [
        (
            'it is not UTF-8; it was read as Windows-1252. Line 7002 then holds "243744,Pontún". '
            "If that is wrong, name the encoding, or save the file as UTF-8."
        )
    ]


def test_line_breaks_inside_quoted_cells_start_no_row(shared: Path) -> None:
    path = shared / "data" / "nj_etpl_2021_records.csv"

    found = read_programs(path)

    plain = rows_of(path)
    broken = Counter(name for row in plain for name, cell in row.items() if "\n" in cell)
    assert broken == {"description": 300, "featuresdescription": 105}
    assert [found.cells(number) for number in range(len(found))] == [list(row.values()) for row in plain]
    assert found.rows.tolist() == list(range(2, 1112))


# ── cost ──────────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_every_dollar_form_of_a_state_list_is_read_to_the_cent(shared: Path) -> None:
    path = shared / "data" / "nj_etpl_2018_listing.csv"

    outcome = decided(path, kind="money", column="Cost", worst="$10,000", best="$0")

    fact, plain = outcome.facts["fact"], [row["Cost"] for row in rows_of(path)]
    forms = Counter("".join("9" if sign.isdigit() else sign for sign in cell) for cell in plain)
    assert forms == {"$9,999.99": 3110, "$99,999.99": 683, "$999.99": 532, "$9": 123, "$999,999.99": 36, "$99.99": 15}
    assert fact.low[fact.codes].tolist() == [float(cell.replace("$", "").replace(",", "")) for cell in plain]


def test_bare_digits_are_dollars(shared: Path) -> None:
    path = shared / "data" / "nj_etpl_2021_records.csv"

    outcome = decided(path, kind="money", column="totalcost", worst="$10,000", best="$0")

    fact = outcome.facts["fact"]
    assert fact.low[fact.codes].tolist() == [float(row["totalcost"]) for row in rows_of(path)]


def test_totals_that_disagree_with_their_five_parts_are_told_and_used_as_stated(shared: Path) -> None:
    path = shared / "data" / "nj_etpl_2021_records.csv"

    outcome = decided(path, kind="money", column="totalcost", parts=PARTS, worst="$10,000", best="$0")

    plain = rows_of(path)
    apart = [abs(float(row["totalcost"]) - sum(float(row[part]) for part in PARTS)) for row in plain]
    told = {doubt.row: doubt.problem for doubt in outcome.facts.doubts if "parts" in doubt.problem}
    assert sum(distance > 1 for distance in apart) == 13
    assert told == {
        17: "its parts come to $1,000. Used as stated.",
        456: "its parts come to $2,005. Used as stated.",
        572: "its parts come to $4,000. Used as stated.",
        603: "its parts come to $2,582. Used as stated.",
        630: "10,001 times its parts ($4,198): a slip? Used as stated.",
        788: "its parts come to $825. Used as stated.",
        855: "its parts come to $4,122. Used as stated.",
        925: "its parts come to $5,100. Used as stated.",
    }
    assert max(distance for distance, row in zip(apart, range(2, 1112), strict=True) if row not in told) <= 100


@pytest.mark.parametrize(
    ("name", "column", "zeros", "slips"),
    [
        ("nj_etpl_2018_listing.csv", "Cost", 123, {}),
        (
            "nj_etpl_2021_records.csv",
            "totalcost",
            73,
            {"10,496 times the middle of its column ($4,000): a slip? Used as stated.": 1},
        ),
    ],
)
def test_every_zero_price_is_told_since_it_may_be_not_reported(
    shared: Path, name: str, column: str, zeros: int, slips: dict[str, int]
) -> None:
    outcome = decided(shared / "data" / name, kind="money", column=column, worst="$10,000", best="$0")

    assert Counter(doubt.problem for doubt in outcome.facts.doubts) == {
        "$0 is not called free: is it not reported?": zeros,
        **slips,
    }


def test_five_parts_of_zero_do_not_make_a_zero_total_sure(shared: Path) -> None:
    path = shared / "data" / "nj_etpl_2021_records.csv"

    outcome = decided(path, kind="money", column="totalcost", parts=PARTS, worst="$10,000", best="$0")

    told = Counter(doubt.problem for doubt in outcome.facts.doubts)
    assert told["$0 is not called free: is it not reported?"] == 72


@pytest.mark.parametrize(
    ("cell", "problem"),
    [
        (
            "$250 (MA residents: $24 tuition/$216 course fees/$10 technology fee); $456 non-residents",
            "not understood: it holds several amounts. Write the one for the whole program, such as $4,000.",
        ),
        ("$211.00/credit*", 'not understood; nearest is "$211.00/credit".'),
        ("$215 per credit*", 'not understood; nearest is "$215 per credit".'),
    ],
)
def test_of_several_amounts_in_a_cell_none_is_picked(cell: str, problem: str) -> None:
    reading = read_cell(cell, Kind.MONEY)

    assert (reading.unknown, reading.doubt) == (Unknown.NOT_UNDERSTOOD, problem)


def test_a_price_per_credit_or_per_year_never_counts_as_the_price_of_the_program() -> None:
    table = 'program,cost\nAsh,$24/credit\nBirch,$252 per credit\nCedar,"$5,492 per year"\nDogwood,$900\n'

    assert scores(table, COST) == [(0.0, 100.0), (0.0, 100.0), (0.0, 100.0), (91.0, 91.0)]


def test_two_programs_alike_but_for_the_test_fees_stay_two() -> None:
    names = ["Medical Billing", "Medical Billing w/Test Fees", "Medical Billing Voucher Included"]

    told = programs("program,cost\n" + "".join(f"{name},$1000\n" for name in names), COST)

    assert [(program["name"], program["rank"]) for program in told] == [(name, 1) for name in names]


# ── what is missing ───────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("cell", "reason"),
    [
        (".", Unknown.NOT_PUBLISHED),
        ("PrivacySuppressed", Unknown.SUPPRESSED),
        ("PS", Unknown.SUPPRESSED),
        ("NULL", Unknown.NOT_PUBLISHED),
        ("NA", Unknown.NOT_APPLICABLE),
        ("-", Unknown.NOT_PUBLISHED),
        ("Estimate not released", Unknown.NOT_PUBLISHED),
        ("", Unknown.BLANK),
    ],
)
@pytest.mark.parametrize("kind", [Kind.MONEY, Kind.SHARE, Kind.NUMBER, Kind.DURATION, Kind.CATEGORY])
def test_a_sign_for_missing_is_unknown_with_its_own_reason(kind: Kind, cell: str, reason: Unknown) -> None:
    reading = read_cell(cell, kind)

    assert (reading.unknown, reading.doubt, reading.fault) == (reason, "", "")


@pytest.mark.parametrize("cell", ["-1", "-2     ", "-99999"])
@pytest.mark.parametrize("kind", [Kind.MONEY, Kind.SHARE, Kind.DURATION])
def test_a_code_for_missing_that_nobody_explained_stops_the_run_and_is_never_a_value(kind: Kind, cell: str) -> None:
    reading = read_cell(cell, kind)

    assert (reading.unknown, reading.fault != "") == (Unknown.NOT_UNDERSTOOD, True)


def test_a_dot_that_does_not_apply_is_kept_apart_from_one_that_is_not_known(shared: Path) -> None:
    path = shared / "data" / "ipeds_ic2021_py.csv"

    assert reasons(path, "books") == {"": 7418, "said not to apply": 679, "not published": 10}


def test_a_padded_code_for_no_such_program_makes_no_program(shared: Path) -> None:
    path = shared / "data" / "ipeds_ic2021_py.csv"

    cells = [cell for row in csv.reader(path.read_text("ascii").splitlines()[1:]) for cell in row]
    assert cells.count("-2     ") == 5225 == 6 * 2222 - len(translation(path))


def test_minus_one_is_too_few_people_but_for_a_length_it_is_by_competency() -> None:
    table = (
        "field_etp,field_program_name,field_cip_code,field_program_length_weeks,competency_based,total_exited,"
        "total_completed,field_non_wioa_tuition_cost,field_non_wioa_supplies_cost\n"
        "Harbor,Coding,51.0713,-1,,-1,-1,3450,0\n"
    )

    (because,) = column(by_source(read_programs(table.encode())), "unknown_because")

    reason = {name: found for name, (found, _) in reasons_in(because).items()}
    assert (reason["months"], reason["weeks"]) == (Unknown.NOT_APPLICABLE, Unknown.NOT_APPLICABLE)
    assert (reason["starters"], reason["completers"]) == (Unknown.NOT_PUBLISHED, Unknown.NOT_PUBLISHED)


def test_minus_99999_of_the_outcomes_is_suppressed_and_counted(shared: Path) -> None:
    path = shared / "data" / "nj_outcomes_by_provider_cip.csv"

    raw = Counter(row["PerEmployed2"] for row in rows_of(path))
    assert raw["-99999"] == 476
    assert reasons(path, "employment_rate")["withheld to protect privacy"] == 476


@pytest.mark.parametrize(("name", "zeros"), [("nj_etpl_2018_listing.csv", 220), ("nj_etpl_2021_records.csv", 39)])
def test_zero_hours_are_no_length(shared: Path, name: str, zeros: int) -> None:
    path = shared / "data" / name

    assert reasons(path, "hours")["not stated"] == zeros
    assert "0" not in column(translation(path), "hours")


def test_most_earnings_and_debts_of_the_federal_scorecard_are_empty_and_stay_unknown(shared: Path) -> None:
    path = shared / "data" / "scorecard_programs_truewise.csv.gz"
    found = read_programs(path)

    blank = {name: _blanks(found.columns[found.header.index(name)]) for name in ("earnings", "debt_median")}

    assert len(found) == 220_960
    assert blank == {"earnings": 159_034, "debt_median": 174_829}
    assert [round(100 * n / len(found)) for n in blank.values()] == [72, 79]


def _blanks(cells: Any) -> int:  # noqa: ANN401 -- a column of either reader
    is_blank = np.array([read_cell(text, Kind.MONEY).unknown is Unknown.BLANK for text in cells.texts])
    return int(is_blank[cells.codes].sum())


# ── rates ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("cells", "points"),
    [
        (["83%", "100 percent", "100-percent"], [83.0, 100.0, 100.0]),
        (["0.64", "0.588235294117647"], [64.0, 58.8235294117647]),
    ],
)
def test_percents_and_fractions_are_both_read(cells: list[str], points: list[float]) -> None:
    table = "program,rate\n" + "".join(f"{name},{cell}\n" for name, cell in zip("ABC", cells, strict=False))

    assert [round(low or 0, 9) for low, _ in scores(table, RATE)] == [round(point, 9) for point in points]


@pytest.mark.parametrize("ones", ["A,1\nB,1\n", "A,1.0\nB,1.00\n"])
def test_a_column_of_exactly_1_is_not_guessed(ones: str) -> None:
    assert scores("program,rate\n" + ones, RATE) == [(0.0, 100.0), (0.0, 100.0)]


@pytest.mark.parametrize(
    "cell", ["79.9.%", "100{06cf2b9696b159f874511d23dbc893eb1ac83014175ed30550cfff22781411e5}", "over 90%"]
)
def test_a_mangled_rate_is_not_a_number_and_is_told(cell: str) -> None:
    assert doubts(f"program,rate\nAsh,{cell}\nBirch,50%\n", RATE) == [("not-understood", 2, "rate", cell)]


@pytest.mark.parametrize("cell", ["28 of 37", "Twenty-eight (28) of thirty-seven (37)"])
def test_takers_and_passers_in_words_beat_a_bare_rate(cell: str) -> None:
    (told, bare) = programs(
        f"program,rate\nAsh,{cell}\nBirch,75.7%\n", RATE | {"base_rate": "62%", "base_takers": "20"}
    )

    assert told["score"] == pytest.approx(100 * (28 + 0.62 * 20) / (37 + 20))
    assert bare["score"] < told["score"]


def test_more_passed_than_took_it_is_an_error_and_no_rate_over_100_percent() -> None:
    table = "program,rate,passers,takers\nAsh,,33,31\nBirch,,30,31\nCedar,,9,8\n"

    assert bad_programs(table, COUNTED) == [("impossible", 2, "passers"), ("impossible", 4, "passers")]


def test_a_rate_that_does_not_equal_its_counts_is_told_and_the_counts_are_used() -> None:
    table = "program,rate,passers,takers\nAsh,90%,28,37\n"

    assert doubts(table, COUNTED) == [("suspect", 2, "rate", "90%")]
    assert scores(table, COUNTED) == scores("program,rate,passers,takers\nAsh,,28,37\n", COUNTED)


def test_a_perfect_rate_without_takers_earns_little_more_than_nothing_known() -> None:
    table = "program,rate,passers,takers\nAsh,100%,,\nBirch,,380,470\n"

    (perfect, counted) = scores(table, COUNTED)

    assert (perfect[0] or 0) < (counted[0] or 0)


def test_an_hourly_wage_in_a_rate_is_no_rate() -> None:
    assert doubts("program,rate\nAsh,$16\nBirch,50%\n", RATE) == [("not-understood", 2, "rate", "$16")]


# ── length ────────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("cell", "months"), [("9", 9), ("18", 18), ("26 weeks", 6), ("3 1/2 years", 42), ("P9M", 9), ("P1Y6M", 18)]
)
def test_a_stated_length_becomes_months(cell: str, months: float) -> None:
    reading = read_cell(cell, Kind.DURATION)

    assert (reading.low, reading.high) == (months, months)


@pytest.mark.parametrize(
    "cell",
    [
        "900 clock hours",
        "28 credits",
        "2-semester",
        "four semesters",
        "within five months of registration",
        "2 years full-time, lockstep",
        "PT240H",
    ],
)
def test_what_is_not_a_length_of_time_keeps_its_words_and_gets_no_months(cell: str) -> None:
    table = f'program,length\nAsh,"{cell}"\nBirch,9 months\n'

    (found, _) = programs(table, LENGTH)

    assert doubts(table, LENGTH) == [("not-understood", 2, "length", cell)]
    assert (found["score"], found["score_high"]) == (0.0, 100.0)


def test_coded_ranges_of_lengths_are_ranges_of_months(shared: Path) -> None:
    path = shared / "data" / "nj_etpl_2021_records.csv"

    coded = Counter(row["calendarlengthid"] for row in rows_of(path))
    lengths = Counter(column(translation(path), "months"))
    assert (coded["7"], coded["6"]) == (308, 328) == (lengths["6-12 months"], lengths["3-5 months"])
    assert read_cell("6-12 months", Kind.DURATION).low == 6


def test_a_length_in_clock_hours_and_one_in_credit_hours_are_two_facts(shared: Path) -> None:
    path = shared / "data" / "ipeds_ic2021_py.csv"

    assert (stated(path, "hours") + 10, stated(path, "credits")) == (6025, 2082)


def test_hours_per_week_are_no_hours_in_all(shared: Path) -> None:
    programs = translation(shared / "data" / "dol_etp_ca_sample.csv")

    assert set(column(programs, "hours")) == {""}


# ── when classes meet ─────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("sentence", "label"),
    [
        ("This program provides in-person instruction only.", "in person"),
        ("This program provides online instruction, e-learning, or distance learning only.", "online"),
        ("This is a hybrid or blended program providing both in-person and online instruction.", "hybrid"),
    ],
)
def test_a_sentence_for_how_a_program_is_taught_is_read_by_its_words(sentence: str, label: str) -> None:
    assert read_cell(sentence, Kind.SCHEDULE).labels == {label}


@pytest.mark.parametrize(
    "sentence",
    [
        "evening; designed for working students; internships are primarily daytime on weekdays",
        "HIT courses only during the day, liberal arts evenings and weekends",
    ],
)
def test_a_sentence_in_which_classes_and_internship_differ_is_asked_about(sentence: str) -> None:
    assert statuses(f'program,schedule\nAsh,"{sentence}"\n', WHEN) == ["ask"]


def test_evening_courses_of_a_provider_are_not_those_of_a_program(shared: Path) -> None:
    path = shared / "data" / "nj_etpl_2021_records.csv"

    assert Counter(row["eveningcourses"] for row in rows_of(path)) == {"1": 805, "2": 160, "": 145}
    assert set(column(translation(path), "schedule")) == {""}


# ── yes and no ────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(("cell", "label"), [("True", "yes"), ("t", "yes"), ("f", "no"), ("Yes: 40 hours", "yes")])
def test_yes_and_no_are_read_in_every_form(cell: str, label: str) -> None:
    assert read_cell(cell, Kind.YES_NO).labels == {label}


def test_a_2_for_no_is_not_guessed_without_its_code_list() -> None:
    assert read_cell("2", Kind.YES_NO).unknown is Unknown.NOT_UNDERSTOOD


# ── names of bodies and exams ─────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("cell", "labels"),
    [
        ("Certified Billing & Coding Specialist (CBCS)", {"CBCS"}),
        ("Certified Coding Associate (CCA®)", {"CCA"}),
        ("Insurance and Coding Specialists- NCICS", {"NCICS"}),
        ("CBCS or CPC", {"CBCS", "CPC"}),
        ("CPC; COC", {"CPC", "COC"}),
        ("CCS or CCS-P", {"CCS", "CCS-P"}),
    ],
)
def test_an_exam_is_known_by_its_letters(cell: str, labels: set[str]) -> None:
    exams = Labels(known=("CBCS", "CCA", "CCS", "CCS-P", "COC", "CPC", "NCICS"), aliases={})

    assert read_cell(cell, Kind.CATEGORY, labels=exams).labels == labels


def test_quotes_inside_the_value_are_no_part_of_it_and_commas_part_names() -> None:
    assert read_cell('"Microsoft, CompTIA"', Kind.CATEGORY).labels == {"Microsoft", "CompTIA"}


@pytest.mark.parametrize(
    "spelling",
    [
        "Middle States",
        "Middle State Accreditation",
        "Middle States Association of Colleges and Schools",
        "Middle  States Association of Colleges and Schools",
        "Middle States Association for Colleges & Universities",
        "Middle States Commission and Council on Occupational Education",
        "Middle States Association Commission on Secondary Schools",
        "Comm. on Higher Edu. of the Middle States Association of Colleges and Schools",
        "MSA-CESS (Middle States Association for Commission on Higher Secondary Schools)",
    ],
)
def test_nine_spellings_of_middle_states_are_institutional_accreditation(spelling: str) -> None:
    outcome = decide(f'program,accreditation\nAsh,"{spelling}"\n'.encode(), allow_missing=True).outcome

    assert "institutional" in outcome.facts["accreditation"].labels[0]


# ── codes ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "code", ["51.0713", '"""51.0713"""', "510713", "5107", "51.0710", "1.0505", "01", "7645", "07645"]
)
def test_codes_stay_text_to_the_last_zero(code: str) -> None:
    found = read_programs(f"program,code\nAsh,{code}\nBirch,1.5\n".encode())

    assert found.cells(0)[1] == code.strip('"').join(['"', '"'] if '"""' in code else ["", ""])


def test_codes_that_begin_with_zero_come_back_whole(shared: Path) -> None:
    found = read_programs(shared / "data" / "scorecard_programs_truewise.csv.gz")

    codes = found.columns[found.header.index("cip_code")]
    is_zero = np.array([text.startswith("0") for text in codes.texts])
    assert int(is_zero[codes.codes].sum()) == 14_950
    assert {len(text) for text in codes.texts} == {4}


@pytest.mark.parametrize(("wanted", "found"), [("01.0505", 2), ("1.0505", 2), ("51.0710", 2), ("51.07*", 3)])
def test_a_code_that_a_spreadsheet_shortened_is_the_same_code(wanted: str, found: int) -> None:
    table = "program,cip,cost\nA,1.0505,$1\nB,01.0505,$1\nC,51.071,$1\nD,51.0710,$1\nE,5107,$1\n"

    assert len(decide(table.encode(), {"criteria": [COST]}, where=f"cip={wanted}").outcome.programs) == found


# ── text ──────────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ('"""Medical Billing"""', "Medical Billing"),
        ("Cut &amp; Sew", "Cut & Sew"),
        ("Winsor\\'s Driving", "Winsor's Driving"),
        ("  CERTIFIED NURSE AIDE ", "CERTIFIED NURSE AIDE"),
        ("Middle  States", "Middle States"),
        ("(AH-102) Phlebotomy", "(AH-102) Phlebotomy"),
        ("HI-1100: Coding", "HI-1100: Coding"),
        ("Educación Bilingüe", "Educación Bilingüe"),
    ],
)
def test_a_name_is_shown_clean_and_comes_back_as_typed(typed: str, name: str) -> None:
    table = f"program,cost\n{typed},$900\n".encode()

    result = decide(table, {"criteria": [COST]})

    assert result.outcome.name(0) == name
    assert typed.encode() in result.csv()


# ── duplicates and scope ──────────────────────────────────────────────────────────────────────────────────────────────


def test_one_school_with_the_same_program_twice_keeps_both_and_is_told() -> None:
    table = "program,school,cost\nMedical Coding,Ash,$900\nMedical Coding,Ash,$950\nBilling,Ash,$1\n"

    outcome = decide(table.encode(), {"criteria": [COST]}).outcome

    assert len(outcome.ranking.order) == 3
    assert [note.problem for note in outcome.facts.notes] == [
        "rows 2, 3: the name stands more than once: told apart by row."
    ]


def test_a_row_repeated_whole_is_kept_and_told() -> None:
    table = "program,cost\nMedical Coding,$900\nMedical Coding,$900\n"

    told = answer(table, COST)["programs"]

    assert [program["rank"] for program in told] == [1, 1]


def test_a_number_of_the_school_on_every_campus_stays_with_each_row(shared: Path) -> None:
    path = shared / "data" / "scorecard_programs_truewise.csv.gz"
    programs = translation(path)

    names = ("opeid6", "cip_code", "credential_level", "earnings", "unitid")
    campuses = Counter(key[:4] for key in set(zip(*(column(programs, name) for name in names), strict=True)) if key[3])
    assert sum(count > 1 for count in campuses.values()) == 2_525
    assert sum(bool(text) for text in column(programs, "earnings")) == 220_960 - 159_034


def test_an_evening_class_is_not_proved_by_a_sentence_that_takes_it_back() -> None:
    assert statuses('program,schedule\nAsh,"not in the evening"\n', WHEN) == ["ask"]
