"""Vocabularies are drawn whole, and words outside them are listed."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from decision.intake.shelf import bundled_vocabularies
from decision.intake.vocabulary.vocabulary import read_vocabulary
from decision.model import Words
from decision.nouns.vocabulary import Term, Vocabulary
from decision.report.screen.layout import display_width
from decision.report.screen.outside_view import outside_lines
from decision.report.screen.vocabulary_view import vocabulary_list, vocabulary_text
from tests.report.golden import golden
from tests.report.views_fixture import FOUR, SOME_FIT, criteria_of


@pytest.mark.parametrize("width", [80, 60])
def test_certifications_are_drawn_as_the_golden_file_shows(width: int) -> None:
    assert vocabulary_text(read_vocabulary("certifications"), width=width) == golden(
        f"vocabulary_certifications_{width}"
    )


@pytest.mark.parametrize("name", ["accreditors", "credentials", "delivery", "schedule"])
def test_the_others_are_drawn_as_the_golden_files_show(name: str) -> None:
    assert vocabulary_text(read_vocabulary(name)) == golden(f"vocabulary_{name}")


def test_all_are_listed() -> None:
    assert vocabulary_list(map(read_vocabulary, bundled_vocabularies())) == golden("vocabularies")


@given(st.text(max_size=60), st.text(max_size=60), st.integers(40, 120))
def test_no_line_is_wider_than_asked_for(label: str, told: str, width: int) -> None:
    term = Term(label=label, spellings=(told,), issuer=told, requires=told, source=label, as_of="2026")

    drawn = vocabulary_text(Vocabulary(name=label, title=told, terms=(term,), takes_back=(label,)), width=width)

    assert max(map(display_width, drawn.splitlines())) <= width


@pytest.mark.parametrize("width", [80, 40])
def test_words_outside_a_vocabulary_are_listed_with_the_nearest_label(width: int) -> None:
    words = Words(vocabulary="accreditors", spellings={"ACCET": (), "COE": ("Council on Occupational Education",)})
    criterion = replace(FOUR.criteria[0], name="approval", column="approvals", words=words)
    told = [
        ("Microsoft", 1082),
        ("ACCETP", 3),
        ("Council of Occupational Educ", 2),
        *((f"other {n}", 1) for n in range(12)),
    ]
    facts = replace(SOME_FIT.facts, outside={"approval": tuple(told)})

    lines = outside_lines(criteria_of(criterion), facts, width)

    assert "\n".join(lines) + "\n" == golden(f"outside_{width}")


def test_where_every_word_is_known_nothing_is_listed() -> None:
    assert outside_lines(FOUR, SOME_FIT.facts, 80) == []
