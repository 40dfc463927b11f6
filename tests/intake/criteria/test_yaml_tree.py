"""YAML of every sort is answered: with a tree or a fault, never with anything else, and soon."""

from __future__ import annotations

import base64
import codecs
import dataclasses
import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from decision.errors import BadCriteria, Code
from decision.intake.criteria.criteria_set import read_criteria
from decision.intake.criteria.tree import plain_tree
from decision.intake.criteria.yaml_text import LARGEST, as_text, decode
from decision.intake.criteria.yaml_tree import DEEPEST, read_tree
from decision.model import CriteriaSet
from tests.conftest import SHARED
from tests.intake.criteria.criteria_texts import EXAMPLE, one, several

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path
    from random import Random

CORPORA = SHARED / "corpora"
SUITE = sorted((CORPORA / "yaml-test-suite").glob("*/*.yaml"))
LEGACY = sorted(path for path in (CORPORA / "pyyaml-legacy").glob("*") if path.suffix not in (".md", ".txt"))
NAUGHTY = CORPORA / "blns" / "blns.base64.json"


def answer(source: Path | Mapping[str, object]) -> CriteriaSet | BadCriteria:
    try:
        return read_criteria(source)
    except BadCriteria as refused:
        return refused


def faults_of(text: str) -> list[tuple[Code, str]]:
    with pytest.raises(BadCriteria) as caught:
        read_tree(text)
    return [(fault.code, str(fault)) for fault in caught.value.faults]


@pytest.mark.skipif(not SUITE, reason="the reference data beside the project (../shared) is absent")
def test_the_reference_inputs_are_all_there() -> None:
    assert (len(SUITE), len(LEGACY)) == (406, 99)


@pytest.mark.parametrize("path", [*SUITE, *LEGACY], ids=lambda path: path.name)
def test_a_reference_input_is_a_criteria_set_or_a_list_of_faults(path: Path) -> None:
    answered = answer(path)

    assert isinstance(answered, BadCriteria)
    assert all(fault.file == str(path) for fault in answered.faults)
    assert all(fault.line is not None or fault.code is Code.TOO_LARGE for fault in answered.faults)
    assert str(answered).isprintable() or "\n" in str(answered)


def refused_lines(content: bytes) -> list[int | None]:
    """The lines of all faults; empty when it was read."""
    try:
        read_tree(decode(content))
    except BadCriteria as refused:
        return [fault.line for fault in refused.faults]
    return []


def naughty_strings() -> list[str]:
    found: Sequence[str] = json.loads(NAUGHTY.read_text()) if NAUGHTY.is_file() else []
    return [base64.b64decode(text).decode("utf-8", "surrogateescape") for text in found]


@pytest.mark.skipif(not NAUGHTY.is_file(), reason="the reference data beside the project (../shared) is absent")
@pytest.mark.parametrize("text", naughty_strings())
def test_a_naughty_string_as_name_and_label_is_kept_or_refused(text: str) -> None:
    criterion = {"name": text, "kind": "category", "column": "c", "must": {"any_of": [text]}, "why": text}

    answered = answer({"criteria": [criterion]})

    kept = isinstance(answered, CriteriaSet) and [
        (found.name, found.must and found.must.labels) for found in answered.criteria
    ] == [(text.strip(), (text.strip(),))]
    assert kept or (isinstance(answered, BadCriteria) and not text.strip().isprintable()) or not text.strip()


@given(st.text(max_size=300))
def test_any_text_is_answered(text: str) -> None:
    assert None not in refused_lines(text.encode("utf-8", "surrogatepass"))


@given(st.binary(max_size=300))
def test_any_bytes_are_answered(content: bytes) -> None:
    assert None not in refused_lines(content)


@given(st.lists(st.sampled_from(list(" \n-:[]{},&*!|>'\"%@`#?ab1~\t<=\\x")), max_size=60).map("".join))
def test_any_punctuation_is_answered(text: str) -> None:
    assert None not in refused_lines(text.encode())


JSON_LIKE = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=12,
)
KEYS = st.sampled_from(
    ["name", "kind", "column", "must", "scale", "best", "worst", "unknown", "aliases", "took", "parts"]
)


@given(st.lists(st.dictionaries(KEYS, JSON_LIKE | st.sampled_from(["money", "share", "category"]), max_size=8)))
def test_any_criteria_are_answered(criteria: list[dict[str, object]]) -> None:
    assert isinstance(answer({"criteria": criteria, "weights": "equal"}), CriteriaSet | BadCriteria)


@given(JSON_LIKE)
def test_what_python_holds_is_written_as_yaml_that_reads_the_same(value: object) -> None:
    text = as_text({"a": value})

    assert as_text(plain_tree(read_tree(text))) == text


@given(st.randoms(use_true_random=False))
def test_the_order_of_keys_never_matters(random: Random) -> None:
    tree = plain_tree(read_tree(EXAMPLE))

    shuffled = json.loads(json.dumps(tree), object_pairs_hook=lambda pairs: dict(random.sample(pairs, len(pairs))))

    assert unordered(read_criteria(shuffled)) == unordered(read_criteria(json.loads(json.dumps(tree))))


def unordered(wanted: CriteriaSet) -> list[object]:
    """Everything but the text itself, so that mappings are compared without their order and NaN equals itself."""
    criteria = [dataclasses.asdict(criterion) for criterion in wanted.criteria]
    bases = [
        (repr(found.pop("base_rate")), repr(found.pop("base_takers")), str(found.pop("unknown"))) for found in criteria
    ]
    return [wanted.title, wanted.shortlist, wanted.weights, criteria, bases]


def test_a_file_of_exactly_the_allowed_size_is_read() -> None:
    head = several("cost")
    content = (head + "#" * (LARGEST - len(head))).encode()

    assert (len(content), len(decode(content))) == (LARGEST, LARGEST)
    assert read_tree(decode(content)).entries.keys() == {"criteria"}


def test_one_byte_more_is_a_fault(tmp_path: Path) -> None:
    path = tmp_path / "large.yaml"
    path.write_bytes(b"#" * (LARGEST + 1))

    answered = answer(path)

    assert str(answered) == f"{path}: 1 fault.\n  a criteria file is at most 256 KB."


def test_a_large_mapping_is_a_fault() -> None:
    assert str(answer({"title": "x" * LARGEST})) == "1 fault.\n  a criteria file is at most 256 KB."


def test_twenty_levels_are_read() -> None:
    assert read_tree(f"a: {'[' * (DEEPEST - 1)}{']' * (DEEPEST - 1)}").entries.keys() == {"a"}


@pytest.mark.parametrize(
    "text",
    [
        f"a: {'[' * DEEPEST}{']' * DEEPEST}",
        "[" * 50_000,
        "{a: " * 50_000,
        "- " * 50_000,
        "? " * 50_000,
        "[" * 50_000 + "]" * 50_000,
    ],
    ids=["one-level-more", "brackets", "braces", "dashes", "question-marks", "closed-brackets"],
)
def test_more_levels_are_a_fault(text: str) -> None:
    assert faults_of(text) == [(Code.NOT_YAML, "line 1  lists and tables are nested more than 20 levels deep.")]


def test_an_alias_bomb_is_refused_and_not_walked() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 10)}]" for i in range(1, 10)]

    found = faults_of("\n".join(lines))

    assert len(found) == 10 + 90
    assert {code for code, _ in found} == {Code.NOT_YAML}


@pytest.mark.parametrize(
    "text",
    [
        'a: "\\UFFFFFFFF"',
        'a: "\\U00110000"',
        "%YAML 1." + "9" * 5000 + "\n--- \na: b",
        "a: !<tag:yaml.org,2002:float> x",
        "a: !!bool x",
        "a: !!timestamp x",
        "a: !!python/object/apply:os.system [ls]",
        "a: *nobody",
        "a: &a\nb: &a 3",
    ],
)
def test_what_makes_pyyaml_raise_anything_else_is_one_kind_of_fault(text: str) -> None:
    assert {code for code, _ in faults_of(text)} == {Code.NOT_YAML}


def test_no_value_is_ever_constructed() -> None:
    tree = read_tree("a: 2024-02-30\nb: 0x_\nc: " + "9" * 5000 + "\nd: 1_000\ne: =\nf: <<\ng: .inf")

    assert plain_tree(tree) == {
        "a": "2024-02-30",
        "b": "0x_",
        "c": "9" * 5000,
        "d": "1_000",
        "e": "=",
        "f": "<<",
        "g": ".inf",
    }


def test_lines_count_from_one_and_past_folded_texts() -> None:
    tree = read_tree("a: >-\n  one\n  two\n\nb: c\n")

    assert [leaf.line for leaf in tree.keys.values()] == [1, 5]


@pytest.mark.parametrize("mark", [codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_LE])
def test_a_mark_with_nothing_behind_it_is_an_empty_file_or_a_fault(tmp_path: Path, mark: bytes) -> None:
    path = tmp_path / "empty.yaml"
    path.write_bytes(mark)

    assert isinstance(answer(path), BadCriteria)


def test_a_file_of_many_short_lines_is_answered(tmp_path: Path) -> None:
    path = tmp_path / "keys.yaml"
    path.write_text("\n".join(f"k{i}: {i}" for i in range(5_000)))

    answered = answer(path)

    assert isinstance(answered, BadCriteria)
    assert len(answered.faults) == 5_001


def test_the_example_is_still_answered_when_any_line_is_missing(tmp_path: Path) -> None:
    lines = EXAMPLE.splitlines()
    cut = ["\n".join([*lines[:i], *lines[i + 1 :]]) for i in range(len(lines))]
    paths = [tmp_path / f"{i}.yaml" for i in range(len(cut))]
    written = [path.write_text(text) for path, text in zip(paths, cut, strict=True)]

    answers = [answer(path) for path in paths]

    assert len(written) == len(answers)
    assert all(isinstance(answered, CriteriaSet | BadCriteria) for answered in answers)


def test_one_criterion_in_each_style_reads_the_same(tmp_path: Path) -> None:
    block, flow = tmp_path / "block.yaml", tmp_path / "flow.yaml"
    block.write_text(one("money", "best: 0", "worst: $9"))
    flow.write_text('{"criteria": [{"name": "x", "column": "x", "kind": "money", "best": "0", "worst": "$9"}]}')

    assert repr(read_criteria(block).criteria) == repr(read_criteria(flow).criteria)
