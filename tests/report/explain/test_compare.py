"""What moved between two decisions, in words: whole texts, and lines that fit."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from decision import decide
from decision.judge.again.compare import compare
from decision.report.explain.compare import compare_text
from tests.conftest import PROJECT
from tests.report.golden import golden
from tests.report.screen.test_terminal import columns_at_most

if TYPE_CHECKING:
    from decision.nouns.comparison import Comparison

SAMPLE = (PROJECT / "sample_programs" / "invented.csv").read_bytes()
ANSWERED = SAMPLE.replace(b"not published,,,evening", b",70,80,evening").replace(b"Quay School", b"Wharf School")

Document = dict[str, Any]


def decided(table: bytes, criteria: str, **options: Any) -> Document:  # noqa: ANN401
    found: Document = json.loads(json.dumps(decide(table, criteria, **options).to_dict()))
    return found


def sample(name: str) -> Comparison:
    """The sample decided by the guide, and again after one thing changed."""
    before = decided(SAMPLE, "guide")
    after = {
        "same": lambda: before,
        "budget": lambda: decided(SAMPLE, "guide", set={"cost.at_most": 7000}),
        "order": lambda: decided(SAMPLE, "guide", order="cost"),
        "scale": lambda: decided(SAMPLE, "guide", set={"cost.worst": 20000}, shortlist=1),
        "facts": lambda: decided(ANSWERED, "guide"),
        "criteria": lambda: decided(SAMPLE, "medical-coding"),
        "nobody": lambda: decided(SAMPLE, "guide", set={"cost.at_most": 1000}),
    }
    return compare(before, after[name]())


@pytest.mark.parametrize("name", ["same", "budget", "order", "scale", "facts", "criteria", "nobody"])
def test_what_moved_is_told_as_the_golden_file_shows(name: str) -> None:
    assert compare_text(sample(name)) == golden(f"compare_{name}")


def test_nothing_moved_is_said() -> None:
    assert compare_text(sample("same")) == (
        "Harbor Community College still comes first.\n\nNothing moved: all 14 programs stand as before.\n"
    )


@pytest.mark.parametrize("name", ["budget", "order", "scale", "facts", "criteria", "nobody"])
@pytest.mark.parametrize("width", [1, 40, 60])
def test_no_line_of_the_sample_is_too_wide(name: str, width: int) -> None:
    drawn = compare_text(sample(name), width=width)

    assert max(map(columns_at_most, drawn.splitlines())) <= max(width, 40)


def test_what_was_not_known_of_a_program_that_was_out_is_not_called_met() -> None:
    drawn = compare_text(sample("nobody"))

    assert "  École Imaginée: still out.\n    Cost: not failed before, failed now; your must-have changed.\n" in drawn


TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)


@given(names=st.lists(TEXTS, min_size=3, max_size=3), criterion=TEXTS, rule=TEXTS, width=st.integers(40, 160))
def test_no_line_is_too_wide_and_no_mark_gets_through(names: list[str], criterion: str, rule: str, width: int) -> None:
    before = made(names, criterion, "at most $6,000", [70.0, 60.0, 50.0])
    after = made(names, criterion, rule, [40.0, 60.0, 50.0])

    drawn = compare_text(compare(before, after), width=width)

    assert max(map(columns_at_most, drawn.splitlines())) <= width
    assert all(character.isprintable() for character in drawn.replace("\n", ""))


def made(names: list[str], criterion: str, rule: str, scores: list[float]) -> Document:
    """A document of three programs that fit, written down by hand."""
    ranks = [1 + sum(other > score for other in scores) for score in scores]
    return {
        "weights": {criterion: 1.0},
        "funnel": [{"criterion": criterion, "rule": f"{criterion} {rule}"}],
        "settings": {},
        "programs": [
            {
                "row": row,
                "name": name,
                "rank": rank,
                "status": "fits",
                "shortlist": rank == 1,
                "score": score,
                "score_high": score,
                "points": {criterion: score},
                "failed": [],
                "ask": [],
            }
            for row, (name, rank, score) in enumerate(zip(names, ranks, scores, strict=True), start=2)
        ],
    }


@given(st.lists(st.integers(0, 1000), min_size=30, max_size=30, unique=True))
def test_many_moves_are_counted(scores: list[int]) -> None:
    names = [f"Town {number}" for number in range(30)]
    before = made(names, "cost", "at most $6,000", [100 + number / 10 for number in range(30)])

    found = compare(before, made(names, "cost", "at most $6,000", [score / 10 for score in scores]))

    assert len(found.moved) + found.stayed == 30
    assert (f"And {len(found.moved) - 20} more moved." in compare_text(found)) == (len(found.moved) > 20)
