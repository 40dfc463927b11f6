"""Reasons in words: written, read again, and never invented."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from decision.intake.sources.reasons import REASONS, reason_of, reasons_in, written
from decision.model import Unknown

REMARKS = st.text(alphabet="abc $0,.", min_size=1, max_size=9).map(lambda text: " ".join(text.split())).filter(bool)
COLUMNS = st.sampled_from(["tuition", "months", "total_cost", "employment_rate"])


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("suppressed", (Unknown.SUPPRESSED, "")),
        (" not   applicable ", (Unknown.NOT_APPLICABLE, "")),
        ("not stated ($0 may be free)", (Unknown.BLANK, "$0 may be free")),
        ("secret", None),
        ("", None),
        ("suppressed (a", None),
        ("suppressed (a) b", None),
        ("Suppressed", None),
    ],
)
def test_a_reason_is_one_of_a_closed_list(text: str, read: tuple[Unknown, str] | None) -> None:
    assert reason_of(text) == read


@given(st.dictionaries(COLUMNS, st.tuples(st.sampled_from(sorted(REASONS)), st.none() | REMARKS)))
def test_what_is_written_is_read_again(reasons: dict[str, tuple[str, str | None]]) -> None:
    pairs = [(column, word if remark is None else f"{word} ({remark})") for column, (word, remark) in reasons.items()]

    read = reasons_in(written(pairs))

    assert read == {column: (REASONS[word], remark or "") for column, (word, remark) in reasons.items()}


def test_a_note_of_a_person_among_the_reasons_is_left_out() -> None:
    assert reasons_in("asked on Monday; tuition: suppressed; months: long") == {"tuition": (Unknown.SUPPRESSED, "")}
