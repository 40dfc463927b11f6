"""Tables whose headers are terms of a published vocabulary: CTDL and schema.org."""

from __future__ import annotations

import pytest

from decision.intake.cells.cell import read_cell
from decision.intake.sources.by_source import by_source
from decision.intake.table.programs import read_programs
from decision.kinds import Kind
from tests.intake.sources.maps import column


def read(table: str) -> dict[str, list[str]]:
    """Translate a table; nothing says which source it is."""
    programs = by_source(read_programs(table.encode()))
    return {name: column(programs, name) for name in programs.header}


# ── CTDL ──────────────────────────────────────────────────────────────────────────────────────────────────────────────


def ctdl(**terms: str) -> dict[str, list[str]]:
    """One learning opportunity with some terms."""
    row = {"ceterms:name": "Medical Coding", "ceterms:offeredBy": "Harbor"}
    row |= {f"ceterms:{term}": text for term, text in terms.items()}
    return read(",".join(row) + "\n" + ",".join(f'"{text}"' for text in row.values()) + "\n")


def test_a_learning_opportunity_is_recognised_by_its_terms() -> None:
    found = ctdl(accreditedBy="CAHIIM", approvedBy="AAPC", subjectWebpage="https://harbor.example/coding")

    assert (found["program"], found["school"]) == (["Medical Coding"], ["Harbor"])
    assert (found["accreditation"], found["source_url"]) == (["CAHIIM; AAPC"], ["https://harbor.example/coding"])


@pytest.mark.parametrize(
    ("timing", "schedule"),
    [
        ("scheduleTiming:Evening", "evening"),
        ("Evening|Weekends", "evening; weekend"),
        ("scheduleTiming:Daytime", "day"),
        ("Weekdays", "weekdays"),
    ],
)
def test_the_timing_of_classes_is_read_with_and_without_its_prefix(timing: str, schedule: str) -> None:
    found = ctdl(scheduleTimingType=timing)["schedule"]

    assert found == [schedule]
    assert read_cell(found[0], Kind.SCHEDULE).is_stated


@pytest.mark.parametrize(
    ("term", "delivery"),
    [
        ("deliveryType:OnlineOnly", "online"),
        ("InPerson", "in person"),
        ("BlendedDelivery", "hybrid"),
        ("deliveryType:VariableSite", "in person"),
    ],
)
def test_how_it_is_delivered_is_read_with_and_without_its_prefix(term: str, delivery: str) -> None:
    assert ctdl(deliveryType=term)["delivery"] == [delivery]


def test_a_concept_that_the_vocabulary_does_not_have_is_not_understood() -> None:
    found = ctdl(scheduleTimingType="scheduleTiming:Moonlight")

    assert (found["schedule"], found["unknown_because"]) == (
        [""],
        ["schedule: not understood (scheduleTiming Moonlight)"],
    )


@pytest.mark.parametrize(
    ("kind", "ours"),
    [
        ("costType:Tuition", "tuition"),
        ("MixedFees", "fees"),
        ("costType:LearningResource", "books"),
        ("costType:StandaloneAssessment", "exam_fee"),
        ("AggregateCost", "total_cost"),
    ],
)
def test_a_price_goes_where_its_cost_type_says(kind: str, ours: str) -> None:
    found = ctdl(price="3450", directCostType=kind)

    stated = {name for name in ("tuition", "fees", "books", "exam_fee", "total_cost") if found[name] != [""]}
    assert (stated, found[ours]) == ({ours}, ["3450"])


@pytest.mark.parametrize(
    ("terms", "months", "hours"),
    [
        ({"exactDuration": "P9M"}, "P9M", ""),
        ({"exactDuration": "PT240H"}, "", "240"),
        ({"minimumDuration": "P6M", "maximumDuration": "P9M"}, "P6M to P9M", ""),
        ({"exactDuration": "P26W", "timeRequired": "PT120H"}, "P26W", "120"),
    ],
)
def test_a_length_and_the_hours_are_two_facts(terms: dict[str, str], months: str, hours: str) -> None:
    found = ctdl(**terms)

    assert (found["months"], found["hours"]) == ([months], [hours])


# ── schema.org ────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_marked_up_page_becomes_a_program() -> None:
    found = read(
        "name,provider,educationalCredentialAwarded,occupationalCredentialAwarded,timeOfDay,dayOfWeek,"
        "educationalProgramMode,timeToComplete,numberOfCredits,offers,url\n"
        "Medical Coding,Harbor,Certificate,CPC,evening,Mon Wed,online,P9M,27,$3450,https://harbor.example\n"
        "Medical Billing,Harbor,Certificate,,,,,PT240H,,,\n"
    )

    assert found["exam"] == ["CPC", ""]
    assert found["schedule"] == ["evening; Mon Wed", ""]
    assert (found["months"], found["hours"]) == (["P9M", ""], ["", "240"])
    assert (found["credits"], found["total_cost"], found["delivery"]) == (["27", ""], ["$3450", ""], ["online", ""])


@pytest.mark.parametrize(("written", "months"), [("P9M", 9), ("P1Y6M", 18), ("P26W", 6), ("P6M to P9M", 6)])
def test_the_lengths_that_come_through_are_read_as_months(written: str, months: float) -> None:
    assert read_cell(written, Kind.DURATION).low == months
