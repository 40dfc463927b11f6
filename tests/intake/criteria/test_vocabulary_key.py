"""A vocabulary adds labels and spellings to a criterion; the criterion's own aliases win."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from decision.errors import BadCriteria, BadOptions
from decision.intake.cells.cell import read_cell
from decision.intake.criteria.criteria_set import read_criteria
from decision.intake.facts.sources import labels_of
from decision.intake.vocabulary.vocabulary import read_vocabulary
from decision.model import Kind
from tests.intake.criteria.criteria_texts import one

if TYPE_CHECKING:
    from pathlib import Path

    from decision.model import CriteriaSet

WORDS = """\
as_of: 2026
terms:
  - {label: online school, spellings: [de casa], also: [online], source: mine}
  - {label: online, spellings: [en linea], source: mine}
  - {label: evening, spellings: [noches], source: mine}
"""


def criteria_with(**keys: object) -> CriteriaSet:
    """A set of one category criterion."""
    criterion = {"name": "x", "kind": "category", "column": "x", "must": {"any_of": ["CPC"]}, **keys}
    return read_criteria({"criteria": [criterion]})


def labels(criteria: CriteriaSet, text: str, kind: Kind = Kind.CATEGORY) -> frozenset[str]:
    return read_cell(text, kind, labels=labels_of(criteria["x"])).labels


def test_a_spelling_of_the_vocabulary_is_its_label() -> None:
    criteria = criteria_with(vocabulary="certifications")

    assert labels(criteria, "Certified Professional Coder®") == {"CPC"}


def test_a_rule_may_use_any_spelling() -> None:
    criteria = criteria_with(vocabulary="certifications", must={"any_of": ["certified professional coder", "cca"]})

    must = criteria["x"].must

    assert must is not None
    assert must.labels == ("CPC", "CCA")


def test_a_label_counts_as_what_the_vocabulary_says_too() -> None:
    criteria = criteria_with(vocabulary="accreditors", must={"any_of": ["Institutional"]})

    assert labels(criteria, "New England Commission of Higher Education") == {"NECHE", "institutional"}


def test_an_alias_of_the_criterion_wins_over_the_vocabulary() -> None:
    criteria = criteria_with(vocabulary="certifications", aliases={"mine": ["Certified Professional Coder"]})

    assert labels(criteria, "Certified Professional Coder; CPC") == {"mine", "CPC"}


def test_a_label_that_an_alias_claims_takes_its_spellings_along() -> None:
    criteria = criteria_with(vocabulary="accreditors", aliases={"good": ["NECHE", "institutional"]})

    assert labels(criteria, "New England Commission of Higher Education") == {"good"}
    assert labels(criteria, "Council on Occupational Education") == {"COE", "good"}


def test_aliases_and_vocabulary_of_one_label_add_up() -> None:
    criteria = criteria_with(vocabulary="certifications", aliases={"CPC": ["the coder exam"]})

    assert labels(criteria, "the coder exam") == labels(criteria, "Certified Professional Coder") == {"CPC"}


def test_a_file_is_found_beside_the_criteria(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "words.yaml").write_text(WORDS)
    (tmp_path / "sub" / "mine.yaml").write_text(one("schedule", "must: {any_of: [evening]}", "vocabulary: words.yaml"))
    monkeypatch.chdir(tmp_path)

    criteria = read_criteria("sub/mine.yaml")

    assert labels(criteria, "noches, de casa", Kind.SCHEDULE) == {"evening", "online school", "online"}
    assert criteria.vocabularies == {"sub/words.yaml": read_vocabulary("sub/words.yaml").digest}


def test_a_file_that_has_changed_since_is_read_anew(tmp_path: Path) -> None:
    path = tmp_path / "words.yaml"
    path.write_text(WORDS)
    first = criteria_with(kind="schedule", vocabulary=str(path), must={"any_of": ["evening"]})

    path.write_text(WORDS.replace("noches", "tardes"))
    second = criteria_with(kind="schedule", vocabulary=str(path), must={"any_of": ["evening"]})

    assert labels(first, "noches", Kind.SCHEDULE) == labels(second, "tardes", Kind.SCHEDULE) == {"evening"}
    assert labels(second, "noches", Kind.SCHEDULE) == set()


def test_every_fault_of_the_file_is_told_where_it_is_named(tmp_path: Path) -> None:
    (tmp_path / "words.yaml").write_text("as_of: soon\nterms:\n  - {lable: x, source: y}\n")
    (tmp_path / "mine.yaml").write_text(one("category", "must: {any_of: [a]}", "vocabulary: words.yaml", "colum: z"))

    with pytest.raises(BadCriteria) as caught:
        read_criteria(tmp_path / "mine.yaml")

    found = 'line 6, criteria[1].vocabulary  "words.yaml"  has a fault: '
    assert [str(fault) for fault in caught.value.faults] == [
        f'{found}line 1, as_of: "soon" is no date. Write 2026, 2026-11 or 2026-11-23.',
        f'{found}line 3, terms[1].lable: not a key here. Did you mean "label"?',
        f"{found}line 3, terms[1].label: is missing. Every term needs a word of its own.",
        'line 7, criteria[1].colum  not a key here. Did you mean "column"?',
    ]


def test_an_option_may_name_another_vocabulary() -> None:
    criteria = read_criteria("guide", set={"accreditation.vocabulary": "certifications"})

    words = criteria["accreditation"].words

    assert words is not None
    assert (words.vocabulary, [*criteria.vocabularies]) == ("certifications", ["certifications"])


def test_an_option_that_names_none_is_told() -> None:
    with pytest.raises(BadOptions) as caught:
        read_criteria("guide", set={"accreditation.vocabulary": "zebra"})

    assert [str(fault) for fault in caught.value.faults] == [
        (
            '--set accreditation.vocabulary  "zebra"  is no vocabulary and no file. '
            "The bundled ones are: accreditors, certifications, credentials, delivery, schedule."
        )
    ]


@pytest.mark.parametrize(
    ("name", "vocabularies"),
    [
        ("guide", ["accreditors"]),
        ("medical-coding", ["accreditors", "certifications", "credentials"]),
        ("training-program", []),
    ],
)
def test_a_bundled_set_uses_vocabularies_and_repeats_none_of_their_spellings(
    name: str, vocabularies: list[str]
) -> None:
    criteria = read_criteria(name)

    assert [*criteria.vocabularies] == vocabularies
    assert {criterion.name: dict(criterion.aliases) for criterion in criteria.criteria if criterion.aliases} == {}
