"""Cells of public files, read with the vocabularies that ship; every expected reading was made by hand."""

from __future__ import annotations

import csv
import re
from functools import lru_cache
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from decision.intake.cells.cell import read_cell
from decision.intake.criteria.criteria_set import read_criteria
from decision.intake.criteria.tree import plain_tree
from decision.intake.criteria.yaml_tree import read_tree
from decision.intake.facts.sources import labels_of
from decision.intake.shelf import shelf
from decision.intake.vocabulary.vocabulary import read_vocabulary
from decision.model import Kind, Reading, Unknown

if TYPE_CHECKING:
    from pathlib import Path

    from decision.intake.cells.labels import Labels


@lru_cache
def labels_with(vocabulary: str) -> Labels:
    """The labels of a criterion that has nothing but a vocabulary."""
    criterion = {"name": "x", "kind": "category", "column": "x", "must": {"none_of": ["-"]}, "vocabulary": vocabulary}
    return labels_of(read_criteria({"criteria": [criterion]})["x"])


def read(text: str, vocabulary: str) -> Reading:
    return read_cell(text, Kind.CATEGORY, labels=labels_with(vocabulary))


def distinct(path: Path, column: str, *, only: str = "") -> set[str]:
    """What the rows of a file say in a column, of those whose official name has some words in it."""
    with path.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    return {row[column] for row in rows if row[column] and re.search(only, row.get("officialname", ""), re.I)}


SCHOOL = "institutional"
APPROVALS: dict[str, tuple[set[str], tuple[str, ...]]] = {
    "Middle States": ({"Middle States", SCHOOL}, ()),
    "Middle State Accreditation": ({"Middle States", SCHOOL}, ()),
    "Middle States Association of Colleges and Schools": ({"Middle States", SCHOOL}, ()),
    "Middle  States Association of Colleges and Schools": ({"Middle States", SCHOOL}, ()),
    "Middle States Association for Colleges & Universities": ({"Middle States", SCHOOL}, ()),
    "Middle States Commission and Council on Occupational Education": ({"Middle States", "COE", SCHOOL}, ()),
    "Middle States Association Commission on Secondary Schools": ({"MSA-CESS", SCHOOL}, ()),
    "MSA-CESS (Middle States Association for Commission on Higher Secondary Schools)": ({"MSA-CESS", SCHOOL}, ()),
    "Comm. on Higher Edu. of the Middle States Association of Colleges and Schools": ({"MSCHE", SCHOOL}, ()),
    '"MSA-CESS, ARMRIT,CAAHEP, NHA, NCCT, AMT, ARRT"': (
        {"MSA-CESS", SCHOOL, "CAAHEP", "NHA", "NCCT"},
        ("ARMRIT", "AMT", "ARRT"),
    ),
    "Council on Occupational Education": ({"COE", SCHOOL}, ()),
    "ACCSC": ({"ACCSC", SCHOOL}, ()),
    "A.C.C.S.C.": ({"ACCSC", SCHOOL}, ()),
    "ACCSCT": ({"ACCSC", SCHOOL}, ()),
    "Accrediting Commission of Career Schools and Colleges of Technology": ({"ACCSC", SCHOOL}, ()),
    "Accrediting Bureau of Health Education Schools": ({"ABHES", SCHOOL}, ()),
    "ABHES and CAAHEP Accredited School": ({"ABHES", SCHOOL, "CAAHEP"}, ()),
    "ACCET": ({"ACCET", SCHOOL}, ()),
    "NACCAS": ({"NACCAS", SCHOOL}, ()),
    "COMTA": ({"COMTA"}, ()),
    "ACICS": ({"ACICS"}, ()),
    "Accrediting Council for Independent Colleges and Schools": ({"ACICS"}, ()),
    "Accrediting Council for Independent Colleges and Schools (ACICS)": ({"ACICS"}, ()),
    "CARF": ({"CARF"}, ()),
    "CARF (9/02)": ({"CARF"}, ()),
    "CARF Three Year Accreditation": ({"CARF"}, ()),
    "CARF (Commission on Accreditation of Rehabilitation Facilities)": ({"CARF"}, ()),
    "Commission on Accreditation for Home Care (CAHC)": ({"CAHC"}, ()),
    '"National Healthcareer Association, NHA - American Medical Billing Association"': ({"NHA", "AMBA"}, ()),
    '"Microsoft, CompTIA"': (set(), ("Microsoft", "CompTIA")),
    '"Microsoft, Oracle and IBM"': (set(), ("Microsoft", "Oracle and IBM")),
    "GAINS; RAPIDS #2019-NJ-73552": (set(), ("GAINS", "RAPIDS #2019-NJ-73552")),
    "NJ Departmnt of Health and Senior Services  NJ Board of Nsg.": (
        set(),
        ("NJ Departmnt of Health and Senior Services NJ Board of Nsg.",),
    ),
}
"""As typed -> labels of the vocabulary, and words that it does not have."""

NO_ACCREDITORS = (
    "ACCETP",  # a slip for ACCET, perhaps; a guess would be a yes
    "ACCTS",
    "AMTA counsel of massage schools",
    "American Association of Drugless Practitioners",
    "American Massage Therapy Association Counsel of Schools",
    "American Society of Home Inspectors",
    "CompTIA Licensed Partner",
    "Department of Health & Senior Services",
    "GAINS RAPIDS #2020-NJ-78796",
    "Microsoft Corporation",
    "Mid-Atlantic States",
    "NJ State Police (Security Officer Training - SORA",
    "National Certification Board for Therapeutic Massage and Bobywork",
    "Office of Higher Education",
    "PA Department of Education",
    "Pathways to Recovery",
    "RAPIDS #2017-ZA-500-21233",
    "RAPIDS #2019-NJ-73410",
    "RAPIDS #NJ004092751",
    "RAPIDS #NJ005050020",
    "RAPIDS #NJ00547002",
    "RAPIDS #NJ005940057",
    "RAPIDS ID #2019-NJ-73109",
    "Rapids #2021-NJ-80266.",
    "The Council Chiropractic",
    "WFNJ",
    "WIOA YOUTH",
    "Welfare-to-Work",
)
"""One word of its own each, which the vocabulary does not have."""

EXAMS: dict[str, tuple[set[str], tuple[str, ...]]] = {
    "Certified Billing & Coding Specialist (CBCS)": ({"CBCS"}, ()),
    "Certified Medical Administrative Assistant(CMAA)": ({"CMAA"}, ()),
    "Certified Professional Coder (CPC)": ({"CPC"}, ()),
    "Certified Medical Assistant (CCMA)": ({"CCMA"}, ()),
    "Certified Electronic Health Records Specialist (CEHRS)": ({"CEHRS"}, ()),
    "Certified Coding Associate (CCA®)": ({"CCA"}, ()),
    "Certified Professional Biller (CPB)": ({"CPB"}, ()),
    "RBCS - Registered Billing & Coding Specialist": ({"RBCS"}, ()),
    "Clinical Medical Administrative Assistant Certification": (
        set(),
        ("Clinical Medical Administrative Assistant Certification",),
    ),
    "Insurance and Coding Specialists- NCICS": ({"NCICS"}, ()),
    "CPC; COC": ({"CPC", "COC"}, ()),
    "CPC": ({"CPC"}, ()),
    "RHIT": ({"RHIT"}, ()),
    "CBCS or CPC (the page compares them)": ({"CBCS", "CPC"}, ()),
    # forms met elsewhere
    "CBCS or CPC": ({"CBCS", "CPC"}, ()),
    "CCS or CCS-P": ({"CCS", "CCS-P"}, ()),
    "CCS-P": ({"CCS-P"}, ()),
    "Certified Coding Specialist – Physician-based (CCS-P)": ({"CCS-P"}, ()),
    "CPC-A": ({"CPC"}, ()),
    "CMA/RMA/NCMA/CCMA/CMAC": ({"CCMA"}, ("CMA", "RMA", "NCMA", "CMAC")),
    "CPC, CPB and COC": ({"CPC", "CPB", "COC"}, ()),
    "CCA™ / CCS®": ({"CCA", "CCS"}, ()),
    "Clinical Medical Assistant Certification (CMAC)": (set(), ("Clinical Medical Assistant Certification (CMAC)",)),
}

CREDENTIALS: dict[str, tuple[set[str], tuple[str, ...]]] = {
    "Certificate of Completion": ({"certificate of completion"}, ()),
    "Course certificate of completion": ({"certificate of completion"}, ()),
    "Certificate": ({"certificate"}, ()),
    "Community College Certificate": ({"certificate"}, ()),
    "Certificate (12 weeks to less than 1 year)": ({"certificate", "certificate of 12 weeks to 1 year"}, ()),
    "Certificate (1 to less than 2 years)": ({"certificate", "certificate of 1 to 2 years"}, ()),
    "At least one year but less than two year Certificate": ({"certificate", "certificate of 1 to 2 years"}, ()),
    "At least two year but less than four year Certificate": ({"certificate", "certificate of 2 to 4 years"}, ()),
    "Undergraduate Certificate or Diploma": ({"certificate", "diploma"}, ()),
    "Associate degree": ({"associate degree"}, ()),
    "Associate's Degree": ({"associate degree"}, ()),
    "Bachelor's degree": ({"bachelor's degree"}, ()),
    "Bachelor's Degree": ({"bachelor's degree"}, ()),
    "Post-Baccalaureate(below Master's)": ({"certificate", "post-baccalaureate certificate"}, ()),
    "Post-baccalaureate Certificate": ({"certificate", "post-baccalaureate certificate"}, ()),
    "Master's Degree": ({"master's degree"}, ()),
    "Graduate/Professional Certificate": ({"certificate", "graduate certificate"}, ()),
    "Doctoral Degree": ({"doctor's degree"}, ()),
    "First Professional Degree/Award": ({"first professional degree"}, ()),
    "First Professional Degree": ({"first professional degree"}, ()),
    "High School Diploma or Equivalent": ({"high school diploma"}, ()),
    "Certification preparation": (set(), ("Certification preparation",)),
}
CELLS = [
    *(("accreditors", text, *reading) for text, reading in APPROVALS.items()),
    *(("accreditors", text, set(), (text,)) for text in NO_ACCREDITORS),
    *(("certifications", text, *reading) for text, reading in EXAMS.items()),
    *(("credentials", text, *reading) for text, reading in CREDENTIALS.items()),
]


@pytest.mark.parametrize(("vocabulary", "text", "known", "outside"), CELLS, ids=[cell[1] for cell in CELLS])
def test_a_cell_of_a_public_file_is_read(vocabulary: str, text: str, known: set[str], outside: tuple[str, ...]) -> None:
    assert read(text, vocabulary) == Reading(text=text, labels=frozenset(known.union(outside)), outside=outside)


@pytest.mark.parametrize(
    ("file", "column", "only", "expected"),
    [
        ("nj_etpl_2021_records.csv", "nongovapproval", "", {*APPROVALS, *NO_ACCREDITORS}),
        (
            "nj_etpl_2021_records.csv",
            "industrycredentialname",
            r"cod(ing|er)|billing|health info|medical off",
            {*EXAMS},
        ),
        ("nj_etpl_2021_records.csv", "degreeawardedname", "", {*CREDENTIALS}),
        ("ma_coding_programs.csv", "exam", "", {*EXAMS}),
        ("ma_coding_programs.csv", "accreditation", "", set()),
        ("ma_coding_programs.csv", "credential", "", {*CREDENTIALS}),
        ("scorecard_ma_cip5107.csv", "credential_desc", "", {*CREDENTIALS}),
    ],
)
def test_every_spelling_in_the_public_files_has_its_reading_here(
    shared: Path, file: str, column: str, only: str, expected: set[str]
) -> None:
    met = distinct(shared / "data" / file, column, only=only)

    assert met - expected == set()


def test_all_spellings_of_middle_states_in_new_jersey_are_the_nine_above(shared: Path) -> None:
    met = distinct(shared / "data" / "nj_etpl_2021_records.csv", "nongovapproval")

    assert {text for text in met if "Middle" in text} == {text for text in APPROVALS if "Middle" in text}
    assert len({text for text in met if "Middle" in text}) == 9


def codes_of(source: str) -> list[tuple[str, str]]:
    """The codes of a public source's credentials, and the word its map gives for each."""
    tree = plain_tree(read_tree(shelf("criteria").joinpath("sources", f"{source}.yaml").read_text("utf-8")))
    return [*dict(tree["columns"]["credential"]["codes"]).items()]  # type: ignore[call-overload, index]


@pytest.mark.parametrize(("code", "word"), codes_of("ipeds-completions"))
def test_a_code_and_the_word_of_its_map_are_the_same_credential(code: str, word: str) -> None:
    (term,) = (term for term in read_vocabulary("credentials").terms if code in term.codes.get("ipeds", ()))

    assert term.label in read(word, "credentials").labels


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("Middle States Commission on Higher Education (MSCHE)", {"MSCHE", SCHOOL}),
        ("New England Commission of Higher Education (NECHE)", {"NECHE", SCHOOL}),
        ("Accredited by NECHE; coding certificate approved by AHIMA (PCAP)", {"NECHE", SCHOOL, "AHIMA PCAP"}),
        ("CAHIIM-accredited", {"CAHIIM-accredited"}),
        ("American Academy of Professional Coders", {"AAPC"}),
        ("National Healthcare Association (NHA)", {"NHA"}),
        ("institutionally accredited", {SCHOOL}),
    ],
)
def test_a_name_and_its_letters_are_one(text: str, labels: set[str]) -> None:
    assert read(text, "accreditors").labels == labels


NEGATIONS = (
    "not accredited by {}",
    "not {}",
    "no {} accreditation",
    "applied for {} accreditation",
    "application for {} submitted",
    "{} candidacy",
    "candidate for {}",
    "candidates for {} accreditation",
    "in candidacy with {}",
    "{} pending",
    "seeking {}",
    "{} (pending)",
    "{} (application under review)",
    "{}: provisional",
    "preaccredited by {}",
    "formerly {}",
    "{} (expired 2019)",
    "awaiting {}",
    "working toward {}",
    "{}, on probation",
    "in the process of {} accreditation",
    "aligned with {} standards",
    "institutional member of {}",
    "{} self study submitted",
    "will seek {}",
    "no longer accredited by {}",
    "Applied for accreditation; {}",
    "{}; pending",
    "{}; accreditation (pending)",
    "Not yet accredited | {}",
    "{}?",
    "{}*",
)


@pytest.mark.parametrize("label", ["CAHIIM", "AHIMA PCAP", "AAPC", "NECHE", "Middle States Association"])
@pytest.mark.parametrize("words", NEGATIONS)
def test_a_name_that_is_taken_back_is_never_a_yes(label: str, words: str) -> None:
    reading = read(words.format(label), "accreditors")

    assert (reading.unknown, reading.labels) == (Unknown.NOT_UNDERSTOOD, frozenset())
    assert reading.doubt != ""


@pytest.mark.parametrize(
    ("vocabulary", "text"),
    [
        ("certifications", "CPC required"),
        ("certifications", "Prerequisite: CPC or CCS"),
        ("certifications", "similar to the CPC"),
        ("certifications", "For CPC holders"),
        ("credentials", "High school diploma required"),
        ("credentials", "Credits transfer to an associate degree"),
        ("credentials", "First step leading to a bachelor's degree"),
    ],
)
def test_what_one_must_hold_before_or_may_get_later_is_not_what_one_gets(vocabulary: str, text: str) -> None:
    reading = read(text, vocabulary)

    assert (reading.unknown, reading.labels) == (Unknown.NOT_UNDERSTOOD, frozenset())


SPELLINGS = [
    (name, term.label, spelling)
    for name in ("accreditors", "certifications", "credentials")
    for term in read_vocabulary(name).terms
    for spelling in (term.label, *term.spellings)
]


@pytest.mark.parametrize(("vocabulary", "label", "spelling"), SPELLINGS)
def test_every_spelling_is_found_in_a_longer_text(vocabulary: str, label: str, spelling: str) -> None:
    reading = read(f"By {spelling.upper()}, 2024; other", vocabulary)

    assert label in reading.labels
    assert reading.outside == ("2024", "other")


ACCREDITORS = read_vocabulary("accreditors")
NAMES = [spelling for term in ACCREDITORS.terms for spelling in (term.label, *term.spellings)]
LABEL_OF = {spelling: term.label for term in ACCREDITORS.terms for spelling in (term.label, *term.spellings)}


@given(st.sampled_from(NAMES), st.sampled_from(NEGATIONS), st.sampled_from(["", "DEAC; ", "state license, "]))
def test_whatever_name_is_taken_back_its_label_is_not_stated(name: str, words: str, before: str) -> None:
    reading = read(before + words.format(name), "accreditors")

    assert LABEL_OF[name] not in reading.labels


@given(
    st.sampled_from(NAMES),
    st.sampled_from(["®", "™", " (R)", "(TM)", ""]),
    st.sampled_from(["upper", "lower", "title"]),
)
def test_marks_and_case_change_nothing(name: str, mark: str, case: str) -> None:
    plain = read(name, "accreditors")

    assert read(getattr(name + mark, case)(), "accreditors").labels == plain.labels


@given(
    st.sampled_from(NAMES),
    st.text(st.sampled_from("abcdefghijklm ,;/|&.:-0123456789"), max_size=30),
    st.booleans(),
)
def test_words_in_brackets_beside_a_name_change_nothing(name: str, words: str, is_before: bool) -> None:
    aside = f"({words})"
    plain = read(name, "accreditors")

    reading = read(f"{aside} {name}" if is_before else f"{name} {aside}", "accreditors")

    assert (reading.labels, reading.outside) == (plain.labels, ())


@given(st.lists(st.sampled_from([*NAMES, "DEAC", "state license"]), min_size=1, max_size=4, unique=True))
def test_a_list_states_what_each_of_its_parts_does(parts: list[str]) -> None:
    each = [read(part, "accreditors") for part in parts]

    whole = read("; ".join(parts), "accreditors")

    assert whole.labels == frozenset().union(*(reading.labels for reading in each))
    assert whole.outside == tuple(word for reading in each for word in reading.outside)


@given(st.text(max_size=60))
def test_any_text_at_all_has_a_reading(text: str) -> None:
    reading = read(text, "certifications")

    assert set(reading.outside) <= reading.labels


def test_without_a_vocabulary_nothing_is_outside_it() -> None:
    assert read_cell("DEAC; CPC (a, b)", Kind.CATEGORY).outside == ()


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("online", {"online"}),
        ("Fully online (asynchronous)", {"online any time", "online"}),
        ("Evening; designed for working students. Internship mostly daytime on weekdays", None),
        ("Same price per credit for days, evenings, weekends or any combination", None),
    ],
)
def test_when_and_how_massachusetts_programs_meet_is_read_or_asked(text: str, labels: set[str] | None) -> None:
    reading = read_cell(text, Kind.SCHEDULE)

    assert reading.labels == (labels or set())
    assert reading.is_stated is (labels is not None)


def test_every_schedule_of_massachusetts_has_its_reading_here(shared: Path) -> None:
    path = shared / "data" / "ma_coding_programs.csv"

    met = distinct(path, "schedule") | distinct(path, "delivery")

    assert len(met) == 4
