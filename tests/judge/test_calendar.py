"""Class times against free hours."""

from __future__ import annotations

import pytest

from decision.judge.calendar import answer_times
from decision.kinds import Verdict
from decision.nouns.blocks import Block, parse_block


def blocks(*texts: str) -> list[Block]:
    """Blocks of time."""
    return [block for text in texts if (block := parse_block(text)) is not None]


@pytest.mark.parametrize(
    ("labels", "answer"),
    [
        ({"Mon Wed 18:00-21:00", "evening"}, Verdict.PASS),
        ({"Mon Wed 17:00-21:00", "evening"}, Verdict.FAIL),
        ({"Mon 18:00-21:00", "Sun 10:00-12:00"}, Verdict.ASK),
        ({"online any time", "online"}, Verdict.PASS),
        ({"online"}, Verdict.ASK),
        ({"online live", "online"}, Verdict.ASK),
        ({"hybrid"}, Verdict.ASK),
        ({"evening"}, Verdict.ASK),
        ({"weekend"}, Verdict.ASK),
        ({"Sat", "weekend"}, Verdict.PASS),
        ({"Sun", "weekend"}, Verdict.FAIL),
        ({"Sun 10:00-12:00", "weekend"}, Verdict.FAIL),
        ({"Mon"}, Verdict.ASK),
        ({"day"}, Verdict.FAIL),
        ({"day", "in person"}, Verdict.FAIL),
        ({"day", "online"}, Verdict.ASK),
        ({"day", "evening"}, Verdict.ASK),
        (set(), Verdict.ASK),
    ],
)
def test_classes_fit_free_time_surely_perhaps_or_not(labels: set[str], answer: Verdict) -> None:
    assert answer_times(labels, blocks("Mon-Fri 17:30-22:00", "Sat")) is answer


def test_free_evenings_on_all_weekdays_hold_any_evening_class() -> None:
    assert answer_times({"evening"}, blocks("Mon-Fri 17:00-24:00")) is Verdict.PASS
