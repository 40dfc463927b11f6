from __future__ import annotations

import pytest

from decision.model import Criterion, Kind
from decision.report.words.questions import question


@pytest.mark.parametrize(
    ("criterion", "asked"),
    [
        (
            Criterion(name="cost", kind=Kind.MONEY, parts=("tuition", "books", "exam_fee")),
            "What does the whole program cost, with tuition, books and exam fee?",
        ),
        (
            Criterion(name="Total price", kind=Kind.MONEY),
            "What does the whole program cost, with fees, books and exam?",
        ),
        (Criterion(name="starting wage", kind=Kind.MONEY), "How much is its starting wage, in dollars?"),
        (
            Criterion(name="exam pass rate", kind=Kind.SHARE, passed="p", took="t"),
            "How many took the exam last year, and how many passed?",
        ),
        (Criterion(name="placement rate", kind=Kind.SHARE), "What is its placement rate, and of how many people?"),
        (Criterion(name="completion", kind=Kind.SHARE), "What is its completion rate, and of how many people?"),
        (Criterion(name="approval", kind=Kind.YES_NO), "Does it have approval?"),
        (Criterion(name="length", kind=Kind.DURATION), "What is its length, in months from start to finish?"),
        (Criterion(name="size", kind=Kind.NUMBER, unit="credits"), "What is its size, in credits?"),
        (Criterion(name="class size", kind=Kind.NUMBER), "What is its class size?"),
        (Criterion(name="schedule", kind=Kind.SCHEDULE), "When do classes meet?"),
        (Criterion(name="Accreditation", kind=Kind.CATEGORY), "Who accredits or approves the program?"),
        (Criterion(name="certification", kind=Kind.CATEGORY), "Which certification exam does it prepare for?"),
        (Criterion(name="place", kind=Kind.CATEGORY), "What is its place?"),
        (Criterion(name="an internship", kind=Kind.YES_NO), "Does it offer an internship?"),
    ],
)
def test_the_question_follows_from_the_criterion(criterion: Criterion, asked: str) -> None:
    assert question(criterion) == asked
