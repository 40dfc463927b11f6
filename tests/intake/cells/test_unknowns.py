"""Words that mean unknown, each with its reason and without a doubt, for every kind."""

from __future__ import annotations

import pytest

from decision.intake.cells.cell import read_cell
from decision.model import Kind, Reading, Unknown

WORDS = [
    ("", Unknown.BLANK),
    ("   ", Unknown.BLANK),
    ("\u00a0\u200b\ufeff", Unknown.BLANK),
    ('""', Unknown.BLANK),
    ("\r\n", Unknown.BLANK),
    ("n/a", Unknown.NOT_APPLICABLE),
    ("N/A", Unknown.NOT_APPLICABLE),
    ("(N/A)", Unknown.NOT_APPLICABLE),
    ("n.a.", Unknown.NOT_APPLICABLE),
    ("NA", Unknown.NOT_APPLICABLE),
    ("Not Applicable", Unknown.NOT_APPLICABLE),
    ("not-applicable.", Unknown.NOT_APPLICABLE),
    ("not published", Unknown.NOT_PUBLISHED),
    ("[Not Published]", Unknown.NOT_PUBLISHED),
    ("unknown", Unknown.NOT_PUBLISHED),
    ("TBD", Unknown.NOT_PUBLISHED),
    ("t.b.d.", Unknown.NOT_PUBLISHED),
    ("TBA", Unknown.NOT_PUBLISHED),
    ("pending", Unknown.NOT_PUBLISHED),
    ("none stated", Unknown.NOT_PUBLISHED),
    ("not available", Unknown.NOT_PUBLISHED),
    ("Not  Reported", Unknown.NOT_PUBLISHED),
    ("null", Unknown.NOT_PUBLISHED),
    ("NULL", Unknown.NOT_PUBLISHED),
    ("NaN", Unknown.NOT_PUBLISHED),
    ("varies", Unknown.NOT_PUBLISHED),
    ("#N/A", Unknown.NOT_PUBLISHED),
    ("-", Unknown.NOT_PUBLISHED),
    ("'-", Unknown.NOT_PUBLISHED),
    (" '- ", Unknown.NOT_PUBLISHED),
    ("--", Unknown.NOT_PUBLISHED),
    ("- -", Unknown.NOT_PUBLISHED),
    ("–", Unknown.NOT_PUBLISHED),
    ("—", Unknown.NOT_PUBLISHED),
    ("&mdash;", Unknown.NOT_PUBLISHED),
    (".", Unknown.NOT_PUBLISHED),
    ("...", Unknown.NOT_PUBLISHED),
    ("?", Unknown.NOT_PUBLISHED),
    ("??", Unknown.NOT_PUBLISHED),
    ("PrivacySuppressed", Unknown.SUPPRESSED),
    ("Privacy Suppressed", Unknown.SUPPRESSED),
    ("PS", Unknown.SUPPRESSED),
    ("suppressed", Unknown.SUPPRESSED),
    ("contact school", Unknown.CONTACT_SCHOOL),
    ("Contact the school.", Unknown.CONTACT_SCHOOL),
    ("Contact us!", Unknown.CONTACT_SCHOOL),
    ("call for price", Unknown.CONTACT_SCHOOL),
    ("Call for pricing", Unknown.CONTACT_SCHOOL),
    ("upon request", Unknown.CONTACT_SCHOOL),
    ("see website", Unknown.CONTACT_SCHOOL),
]


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize(("text", "reason"), WORDS)
def test_a_word_for_unknown_is_no_doubt(text: str, reason: Unknown, kind: Kind) -> None:
    assert read_cell(text, kind) == Reading(text=text, unknown=reason)


@pytest.mark.parametrize(
    ("kind", "text"), [(Kind.MONEY, "free"), (Kind.CATEGORY, "none"), (Kind.YES_NO, "no"), (Kind.NUMBER, "0")]
)
def test_a_word_that_states_something_is_not_unknown(kind: Kind, text: str) -> None:
    assert read_cell(text, kind).unknown is Unknown.STATED
