"""Category cells, one by one: the labels, or the whole sentence."""

from __future__ import annotations

import pytest

from decision.intake.cells.cell import read_cell
from decision.intake.cells.labels import Labels
from decision.model import Kind, Reading, Unknown

LONG_NAME = "Commission on Accreditation for Health Informatics and Information Management Education"
LABELS = Labels(
    known=("CAHIIM", "AAPC", "CCA", "CPC", "CCS", "Health Informatics and Information Management", "Part-time", "A/B"),
    aliases={"CAHIIM": (LONG_NAME,), "CPC": ("Certified Professional Coder",), "NHA": ("National Healthcareer Assn.",)},
)
DATE = "not understood: a spreadsheet seems to have turned it into a date. Type it again in a column formatted as text."
SHORTENED = "not understood: a spreadsheet seems to have shortened it. Type it again in a column formatted as text."
GENERAL = "not understood. Write a label, or several with ; between them."
TAKEN_BACK = "not understood: it names CAHIIM, but not as a plain fact. Write the label alone, or leave the cell blank."


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("CAHIIM", {"CAHIIM"}),
        ("cahiim", {"CAHIIM"}),
        (" Cahiim ", {"CAHIIM"}),
        ("C A H I I M", {"CAHIIM"}),
        (LONG_NAME, {"CAHIIM"}),
        (LONG_NAME.upper(), {"CAHIIM"}),
        (f"Accredited by the {LONG_NAME} (CAHIIM)", {"CAHIIM"}),
        ("AAPC; CAHIIM", {"AAPC", "CAHIIM"}),
        ("AAPC, CAHIIM", {"AAPC", "CAHIIM"}),
        ("AAPC/CAHIIM", {"AAPC", "CAHIIM"}),
        ("AAPC | CAHIIM", {"AAPC", "CAHIIM"}),
        ("AAPC\nCAHIIM", {"AAPC", "CAHIIM"}),
        ("AAPC\r\nCAHIIM", {"AAPC", "CAHIIM"}),
        ("AAPC and CAHIIM", {"AAPC", "CAHIIM"}),
        ("AAPC & CAHIIM", {"AAPC", "CAHIIM"}),
        ("AAPC &amp; CAHIIM", {"AAPC", "CAHIIM"}),
        ("AAPC or CAHIIM", {"AAPC", "CAHIIM"}),
        ("AAPC; AAPC", {"AAPC"}),
        ("Accredited by AAPC", {"AAPC"}),
        ("Accredited by AAPC, DEAC", {"AAPC", "DEAC"}),
        ("Health Informatics and Information Management", {"Health Informatics and Information Management"}),
        (
            "health-informatics and information management; AAPC",
            {"Health Informatics and Information Management", "AAPC"},
        ),
        ("A/B", {"A/B"}),
        ("a / b", {"A/B"}),
        ("part time", {"Part-time"}),
        ("PART-TIME", {"Part-time"}),
        ("Certified Coding Associate (CCA®)", {"CCA"}),
        ("Certified Coding Associate (CCA(R))", {"CCA"}),
        ("CCA™", {"CCA"}),
        ("Certified Professional Coder (CPC)", {"CPC"}),
        ("certified professional-coder", {"CPC"}),
        ("National Healthcareer Assn.", {"NHA"}),
        ("CBCS or CPC", {"CBCS", "CPC"}),
        ("CPC; COC", {"CPC", "COC"}),
        ("CPC and COC", {"CPC", "COC"}),
        ("CCS or CCS-P", {"CCS", "CCS-P"}),
        ("CPC-A", {"CPC-A"}),
        ("non-CAHIIM", {"non-CAHIIM"}),
        ("CAHIIMX", {"CAHIIMX"}),
        ("none", {"none"}),
        ("None", {"None"}),
        ("no", {"no"}),
        ("DEAC*", {"DEAC*"}),
        ("AAPC; N/A", {"AAPC"}),
        ("AAPC, n/a", {"AAPC"}),
        ("Middle States Association of Colleges and Schools", {"Middle States Association of Colleges and Schools"}),
        ('"Microsoft, CompTIA"', {"Microsoft", "CompTIA"}),
        ("CompTIA A+", {"CompTIA A+"}),
        ("Insurance and Coding Specialists- NCICS", {"Insurance and Coding Specialists- NCICS"}),
        ("Certified Billing &amp; Coding Specialist (CBCS)", {"Certified Billing & Coding Specialist (CBCS)"}),
        ("CMA/RMA/NCMA", {"CMA", "RMA", "NCMA"}),
        ("45292", {"45292"}),
        ("02134", {"02134"}),
        ("École  de   codage", {"École de codage"}),
    ],
)
def test_a_category_gives_its_labels(text: str, labels: set[str]) -> None:
    assert read_cell(text, Kind.CATEGORY, labels=LABELS) == Reading(text=text, labels=frozenset(labels))


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        ("not CAHIIM", TAKEN_BACK),
        ("not accredited by CAHIIM or AAPC", TAKEN_BACK),
        ("No CAHIIM accreditation", TAKEN_BACK),
        ("isn't CAHIIM accredited", TAKEN_BACK),
        ("CAHIIM pending", TAKEN_BACK),
        ("CAHIIM, pending", TAKEN_BACK),
        ("CAHIIM candidate", TAKEN_BACK),
        ("seeking CAHIIM", TAKEN_BACK),
        ("formerly CAHIIM", TAKEN_BACK),
        ("CAHIIM?", TAKEN_BACK),
        ("DEAC; CAHIIM (expired)", TAKEN_BACK),
        ("CAHIIM*", 'not understood; nearest is "CAHIIM".'),
        ("AAPC†", 'not understood; nearest is "AAPC".'),
        ("AAPC*; DEAC", GENERAL),
        (";", GENERAL),
        (", ,", GENERAL),
        ("12-Oct", DATE),
        ("2.9E+03", SHORTENED),
    ],
)
def test_a_category_that_is_no_plain_fact_is_not_known(text: str, doubt: str) -> None:
    reading = read_cell(text, Kind.CATEGORY, labels=LABELS)

    assert reading == Reading(text=text, unknown=Unknown.NOT_UNDERSTOOD, doubt=doubt)


@pytest.mark.parametrize(
    ("text", "unknown"),
    [
        ("", Unknown.BLANK),
        ("N/A", Unknown.NOT_APPLICABLE),
        ("N/A; N/A", Unknown.NOT_APPLICABLE),
        ("TBD / TBD", Unknown.NOT_PUBLISHED),
        ("pending", Unknown.NOT_PUBLISHED),
        ("PS", Unknown.SUPPRESSED),
        ("contact school", Unknown.CONTACT_SCHOOL),
    ],
)
def test_a_category_may_be_unknown(text: str, unknown: Unknown) -> None:
    assert read_cell(text, Kind.CATEGORY, labels=LABELS) == Reading(text=text, unknown=unknown)


def test_a_label_that_the_criteria_name_wins_over_a_word_that_means_unknown() -> None:
    reading = read_cell("pending", Kind.CATEGORY, labels=Labels(("Pending",)))

    assert reading == Reading(text="pending", labels=frozenset({"Pending"}))


def test_a_text_in_the_private_letters_of_the_reader_harms_nothing() -> None:
    text = "\ue0009\ue001, AAPC"

    assert read_cell(text, Kind.CATEGORY, labels=LABELS) == Reading(text=text, labels=frozenset({"9", "AAPC"}))


def test_the_first_label_to_claim_a_spelling_has_it() -> None:
    labels = Labels(("First", "Second", "-"), {"Second": ("first",), "First": ("second",)})

    assert [labels.exact("FIRST"), labels.exact("second")] == ["First", "Second"]
    assert labels.exact("-") is None
