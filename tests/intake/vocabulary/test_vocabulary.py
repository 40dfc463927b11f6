"""Vocabularies are read whole, or every fault is told; what ships has a source and a date for every word."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

import pytest

from decision.errors import BadCriteria
from decision.intake.criteria.shipped_tree import read_shipped_tree
from decision.intake.criteria.tree import Leaf, Listing, Node
from decision.intake.criteria.yaml_tree import read_tree
from decision.intake.shelf import bundled_set, bundled_sets, bundled_vocabularies, bundled_vocabulary
from decision.intake.vocabulary.vocabulary import read_vocabulary
from decision.nouns.vocabulary import Term, Vocabulary
from tests.intake.vocabulary.vocabulary_texts import FAULTS, GOOD

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable
    from pathlib import Path

SHIPPED = [bundled_set(name) for name in bundled_sets()] + [bundled_vocabulary(name) for name in bundled_vocabularies()]


def placed(node: Node) -> list[tuple[str, int | None, str]]:
    """Every text of a tree with its place; how close it stands to its neighbor matters only for what is told."""
    if isinstance(node, Leaf):
        return [(node.path, node.line, node.text)]
    below = node.items if isinstance(node, Listing) else (*node.keys.values(), *node.entries.values())
    return [(node.path, node.line, ""), *(found for part in below for found in placed(part))]


def test_a_file_of_the_users_is_read(tmp_path: Path) -> None:
    path = tmp_path / "words.yaml"
    path.write_text(GOOD)

    read = read_vocabulary(path)

    assert read == Vocabulary(
        name=str(path),
        title="Words",
        terms=(
            Term(
                label="CPC",
                spellings=("Certified Professional Coder",),
                covers=("people",),
                issuer="AAPC",
                requires="nothing",
                codes={"list": ("1", "1a")},
                source="somewhere",
                as_of="2026",
            ),
            Term(label="exam", also=("CPC",), source="not reached", as_of="2025-10-31"),
        ),
        ignored=("the",),
        takes_back=("provisional",),
        digest=hashlib.sha256(GOOD.encode()).hexdigest(),
    )
    assert repr(read) == f"Vocabulary({path}: 2 terms)"


def test_a_file_that_has_changed_is_read_anew(tmp_path: Path) -> None:
    path = tmp_path / "words.yaml"
    path.write_text(GOOD)
    before = read_vocabulary(str(path))

    path.write_text(GOOD.replace("CPC", "COC"))

    assert (before.terms[0].label, read_vocabulary(str(path)).terms[0].label) == ("CPC", "COC")


def test_a_file_without_a_title_has_its_name_for_one(tmp_path: Path) -> None:
    path = tmp_path / "words.yaml"
    path.write_text("terms: [{label: x, source: y, as_of: 2026}]")

    assert read_vocabulary(path).title == "words"


@pytest.mark.parametrize(("text", "messages"), FAULTS)
def test_every_fault_of_a_vocabulary_is_told(tmp_path: Path, text: str, messages: list[str]) -> None:
    path = tmp_path / "words.yaml"
    path.write_text(text)

    with pytest.raises(BadCriteria) as caught:
        read_vocabulary(path)

    assert [str(fault) for fault in caught.value.faults] == messages
    assert {fault.file for fault in caught.value.faults} == {str(path)}


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("certificatons", 'is no vocabulary and no file. Did you mean "certifications"?'),
        (
            "zebra",
            (
                "is no vocabulary and no file. "
                "The bundled ones are: accreditors, certifications, credentials, delivery, schedule."
            ),
        ),
        ("schedul.yaml", 'there is no such file. A bundled vocabulary is called "schedule".'),
        ("zebra.yaml", "there is no such file."),
        ("tests/", "is a folder. Name the vocabulary file inside it."),
        ("a\0b.yaml", "cannot be read: its name cannot be used."),
    ],
)
def test_what_is_no_vocabulary_is_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, typed: str, message: str
) -> None:
    (tmp_path / "tests").mkdir()
    monkeypatch.chdir(tmp_path)

    with pytest.raises(BadCriteria, match=re.escape(message) + "$"):
        read_vocabulary(typed)


@pytest.mark.parametrize("name", bundled_vocabularies())
def test_every_term_that_ships_has_a_source_and_a_date(name: str) -> None:
    bare = [term.label for term in read_vocabulary(name).terms if not (term.source and term.as_of)]

    assert bare == []


def test_the_bundled_vocabularies_are_listed_by_name() -> None:
    assert bundled_vocabularies() == ("accreditors", "certifications", "credentials", "delivery", "schedule")


@pytest.mark.parametrize("file", SHIPPED, ids=lambda file: file.name)
def test_what_ships_is_the_same_tree_read_fast_or_slow(file: Traversable) -> None:
    text = file.read_text("utf-8")

    assert placed(read_shipped_tree(text)) == placed(read_tree(text))


def test_what_ships_is_read_without_libyaml_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("yaml.__with_libyaml__", False)

    assert read_shipped_tree("open: no").entries["open"] == read_tree("open: no").entries["open"]


@pytest.mark.parametrize("label", ["CPC", "CPB", "COC"])
def test_no_exam_of_aapc_asks_for_a_program(label: str) -> None:
    assert read_vocabulary("certifications")[label].requires.startswith("No proof of education or experience.")


@pytest.mark.parametrize(
    ("label", "issuer"),
    [
        ("CPC", "AAPC"),
        ("CPB", "AAPC"),
        ("COC", "AAPC"),
        ("CCA", "AHIMA"),
        ("CCS", "AHIMA"),
        ("CCS-P", "AHIMA"),
        ("RHIT", "AHIMA"),
        ("RHIA", "AHIMA"),
        ("CBCS", "NHA (National Healthcareer Association)"),
        ("NCICS", "NCCT (National Center for Competency Testing)"),
        ("CMBS", "Medical Association of Billers"),
        ("CMRT", "Medical Association of Billers"),
    ],
)
def test_a_certification_names_its_issuer(label: str, issuer: str) -> None:
    assert read_vocabulary("certifications")[label].issuer == issuer


@pytest.mark.parametrize(
    ("label", "covers"),
    [
        ("CAHIIM", ("program",)),
        ("AHIMA PCAP", ("program",)),
        ("AAPC", ("course", "people")),
        ("NECHE", ("school",)),
        ("Middle States", ("school",)),
        ("ACCSC", ("school",)),
        ("COE", ("school",)),
        ("ABHES", ("school", "program")),
        ("NHA", ("people",)),
    ],
)
def test_an_accreditor_says_what_it_covers(label: str, covers: tuple[str, ...]) -> None:
    assert read_vocabulary("accreditors")[label].covers == covers


def test_a_body_that_is_recognized_no_more_does_not_count_as_institutional() -> None:
    assert read_vocabulary("accreditors")["ACICS"].also == ()


@pytest.mark.parametrize(
    ("codes", "code", "label"),
    [
        ("ipeds", "1a", "certificate under 12 weeks"),
        ("ipeds", "20", "certificate under 12 weeks"),
        ("ipeds", "1b", "certificate of 12 weeks to 1 year"),
        ("ipeds", "2", "certificate of 1 to 2 years"),
        ("ipeds", "3", "associate degree"),
        ("ipeds", "5", "bachelor's degree"),
        ("ipeds", "7", "master's degree"),
        ("scorecard", "2", "associate degree"),
        ("scorecard", "3", "bachelor's degree"),
        ("nj_etpl", "101", "certificate of completion"),
    ],
)
def test_a_code_stands_for_one_credential_in_its_list(codes: str, code: str, label: str) -> None:
    found = [term.label for term in read_vocabulary("credentials").terms if code in term.codes.get(codes, ())]

    assert found == [label]
