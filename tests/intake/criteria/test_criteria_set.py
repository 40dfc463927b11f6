"""What a criteria file without faults becomes."""

from __future__ import annotations

import hashlib
import math
from typing import TYPE_CHECKING

import pytest

from decision.errors import BadCriteria
from decision.intake.criteria.criteria_set import DEFAULT_SET, read_criteria
from decision.intake.shelf import bundled_sets
from decision.model import (
    CriteriaSet,
    Criterion,
    Kind,
    MustHave,
    Rule,
    Scale,
    WeightMethod,
    WeightRule,
    WhenUnknown,
)
from tests.intake.criteria.criteria_texts import EXAMPLE, one, several

if TYPE_CHECKING:
    from pathlib import Path

CAHIIM = "Commission on Accreditation for Health Informatics and Information Management Education"


def read(tmp_path: Path, text: str) -> CriteriaSet:
    path = tmp_path / "criteria.yaml"
    path.write_text(text, encoding="utf-8")
    return read_criteria(path)


def test_the_example_of_the_design_is_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "example.yaml"
    path.write_text(EXAMPLE)

    wanted = read_criteria(path)

    # repr, because a base rate that is not there is NaN, which equals nothing
    assert repr(wanted) == repr(
        CriteriaSet(
            title="Medical coding and billing, Massachusetts",
            name=str(path),
            criteria=(
                Criterion(
                    name="accreditation",
                    kind=Kind.CATEGORY,
                    column="accreditation",
                    must=MustHave(rule=Rule.ANY_OF, labels=("CAHIIM", "AAPC")),
                    scale=Scale(shares={"CAHIIM": 1.0, "AAPC": 1.0}, other=0.0),
                    aliases={"CAHIIM": (CAHIIM,)},
                    why="...",
                    source="...",
                ),
                Criterion(
                    name="exam pass rate",
                    kind=Kind.SHARE,
                    column="pass_rate",
                    passed="exam_passers",
                    took="exam_takers",
                    base_rate=0.62,
                    base_takers=20.0,
                    must=MustHave(rule=Rule.AT_LEAST, low=0.6),
                    scale=Scale(knots=((0.4, 0.0), (1.0, 1.0))),
                ),
                Criterion(
                    name="schedule",
                    kind=Kind.SCHEDULE,
                    column="schedule",
                    must=MustHave(rule=Rule.ANY_OF, labels=("evening", "weekend", "online")),
                ),
                Criterion(
                    name="cost",
                    kind=Kind.MONEY,
                    column="total_cost",
                    parts=("tuition", "fees", "books", "exam_fee"),
                    less=("grants",),
                    must=MustHave(rule=Rule.AT_MOST, high=6000.0),
                    scale=Scale(knots=((0.0, 1.0), (8000.0, 0.0))),
                ),
            ),
            weights=WeightRule(method=WeightMethod.ORDER, groups=(("accreditation",), ("exam pass rate",), ("cost",))),
            shortlist=3,
            digest=hashlib.sha256(EXAMPLE.encode()).hexdigest(),
            text=EXAMPLE,
        )
    )


@pytest.mark.parametrize("name", bundled_sets())
def test_every_bundled_set_loads(name: str) -> None:
    wanted = read_criteria(name)

    assert wanted.name == name
    assert wanted.criteria


def test_without_a_source_the_default_set_is_read() -> None:
    assert read_criteria().name == DEFAULT_SET


def test_a_title_defaults_to_the_file_name_without_its_ending(tmp_path: Path) -> None:
    wanted = read(tmp_path, several("cost"))

    assert (wanted.title, wanted.shortlist) == ("criteria", 3)


@pytest.mark.parametrize(
    ("typed", "share"),
    [("0.7", 0.7), ("70", 0.7), ("70%", 0.7), ("70 %", 0.7), ("0", 0.0), ("100", 1.0), ("1%", 0.01), ("100%", 1.0)],
)
def test_a_share_in_criteria_may_be_a_fraction_or_percent(tmp_path: Path, typed: str, share: float) -> None:
    wanted = read(tmp_path, one("share", f"must: {{at_least: {typed}}}"))

    assert wanted["x"].must == MustHave(rule=Rule.AT_LEAST, low=share)


@pytest.mark.parametrize(
    ("kind", "rule", "must"),
    [
        ("money", "at_least: 500", MustHave(rule=Rule.AT_LEAST, low=500.0)),
        ("money", "between: [$500, '$1,500']", MustHave(rule=Rule.BETWEEN, low=500.0, high=1500.0)),
        ("money", "between: [500, 500]", MustHave(rule=Rule.BETWEEN, low=500.0, high=500.0)),
        ("number", "at_most: -3", MustHave(rule=Rule.AT_MOST, high=-3.0)),
        ("number", "between: [5, 500]", MustHave(rule=Rule.BETWEEN, low=5.0, high=500.0)),
        ("share", "between: [40,100]", MustHave(rule=Rule.BETWEEN, low=0.4, high=1.0)),
        ("duration", "at_most: 9 months", MustHave(rule=Rule.AT_MOST, high=9.0)),
        ("duration", "at_most: 9", MustHave(rule=Rule.AT_MOST, high=9.0)),
        ("duration", "at_most: 2 years", MustHave(rule=Rule.AT_MOST, high=24.0)),
        ("category", "all_of: [a, b, a]", MustHave(rule=Rule.ALL_OF, labels=("a", "b"))),
        ("category", "none_of: a", MustHave(rule=Rule.NONE_OF, labels=("a",))),
        ("yes_no", "is: yes", MustHave(rule=Rule.IS, labels=("yes",))),
        ("yes_no", "is: False", MustHave(rule=Rule.IS, labels=("no",))),
        (
            "schedule",
            "available: [Mon-Fri 17:30-22:00, Sat]",
            MustHave(rule=Rule.AVAILABLE, labels=("Mon-Fri 17:30-22:00", "Sat")),
        ),
    ],
)
def test_a_must_have_holds_its_rule(tmp_path: Path, kind: str, rule: str, must: MustHave) -> None:
    wanted = read(tmp_path, one(kind, f"must: {{{rule}}}"))

    assert wanted["x"].must == must


@pytest.mark.parametrize(
    ("kind", "lines", "scale"),
    [
        ("money", ("best: 0", "worst: $8,000"), Scale(knots=((0.0, 1.0), (8000.0, 0.0)))),
        ("number", ("best: 9", "worst: -9"), Scale(knots=((-9.0, 0.0), (9.0, 1.0)))),
        (
            "money",
            ("scale: {$6000: 0%, $0: 50%, $3000: 100%}",),
            Scale(knots=((0.0, 0.5), (3000.0, 1.0), (6000.0, 0.0))),
        ),
        ("money", ('scale: {"$2,000": 100%, "$8,000": 0%}',), Scale(knots=((2000.0, 1.0), (8000.0, 0.0)))),
        ("category", ("scale: {a: 100%, b: 0.5, other: 10}",), Scale(shares={"a": 1.0, "b": 0.5}, other=0.1)),
        ("yes_no", ("best: yes",), Scale(shares={"yes": 1.0, "no": 0.0})),
        ("yes_no", ("best: no", "worst: yes"), Scale(shares={"yes": 0.0, "no": 1.0})),
        ("yes_no", ("worst: no",), Scale(shares={"yes": 1.0, "no": 0.0})),
        ("yes_no", ("scale: {yes: 100%, no: 20%}",), Scale(shares={"yes": 1.0, "no": 0.2})),
    ],
)
def test_points_come_from_reference_points_or_a_scale(
    tmp_path: Path, kind: str, lines: tuple[str, ...], scale: Scale
) -> None:
    wanted = read(tmp_path, one(kind, *lines))

    assert wanted["x"].scale == scale


@pytest.mark.parametrize(
    ("lines", "base"),
    [
        (("base_rate: 62%",), (0.62, 20.0)),
        (("base_takers: 5",), (0.5, 5.0)),
        (("passed: a", "took: b"), (0.5, 20.0)),
        (("passed: a", "took: b", "base_rate: 70", "base_takers: 3"), (0.7, 3.0)),
    ],
)
def test_a_base_rate_and_its_takers_bring_each_other(
    tmp_path: Path, lines: tuple[str, ...], base: tuple[float, float]
) -> None:
    wanted = read(tmp_path, one("share", "must: {at_least: 60%}", *lines))["x"]

    assert (wanted.base_rate, wanted.base_takers) == base


@pytest.mark.parametrize("lines", [(), ("passed: a", "took: b", "base_takers: 0")])
def test_a_rate_without_takers_in_its_criteria_is_never_shrunk(tmp_path: Path, lines: tuple[str, ...]) -> None:
    wanted = read(tmp_path, one("share", "must: {at_least: 60%}", *lines))["x"]

    assert math.isnan(wanted.base_rate)
    assert math.isnan(wanted.base_takers)


@pytest.mark.parametrize(
    ("kind", "must", "unknown", "meant"),
    [
        ("money", "at_most: 9", "ask", WhenUnknown()),
        ("money", "at_most: 9", "out", WhenUnknown(out=True)),
        ("money", "at_most: 9", "{assume: '$3,000'}", WhenUnknown(low=3000.0, high=3000.0, assumed=True)),
        ("share", "at_least: 9%", "{between: [40%, 90%]}", WhenUnknown(low=0.4, high=0.9)),
        ("category", "any_of: [CPC, CCA]", "{assume: cpc}", WhenUnknown(labels=("CPC",), assumed=True)),
        ("category", "any_of: [CPC, CCA]", "{between: [cca, CPC, other]}", WhenUnknown(labels=("CCA", "CPC", "other"))),
        ("yes_no", "is: yes", "{assume: true}", WhenUnknown(labels=("yes",), assumed=True)),
    ],
)
def test_an_unknown_means_what_the_user_says(
    tmp_path: Path, kind: str, must: str, unknown: str, meant: WhenUnknown
) -> None:
    wanted = read(tmp_path, one(kind, f"must: {{{must}}}", f"unknown: {unknown}"))

    assert repr(wanted["x"].unknown) == repr(meant)


@pytest.mark.parametrize(
    ("weights", "rule"),
    [
        ("", WeightRule(method=WeightMethod.ORDER, groups=(("a",), ("b",), ("c",)))),
        ("weights: rank_sum", WeightRule(method=WeightMethod.RANK_SUM, groups=(("a",), ("b",), ("c",)))),
        ("weights: equal", WeightRule(method=WeightMethod.EQUAL, groups=(("a",), ("b",), ("c",)))),
        ("weights: {order: [b, [c, a]]}", WeightRule(method=WeightMethod.ORDER, groups=(("b",), ("c", "a")))),
        (
            "weights: {c: 0, a: 2.5, b: 1}",
            WeightRule(
                method=WeightMethod.POINTS, groups=(("a",), ("b",), ("c",)), points={"a": 2.5, "b": 1.0, "c": 0.0}
            ),
        ),
    ],
)
def test_weights_are_given_in_five_ways(tmp_path: Path, weights: str, rule: WeightRule) -> None:
    wanted = read(tmp_path, several("a", "b", "c", head=weights))

    assert wanted.weights == rule


def test_a_criterion_called_order_can_be_weighed(tmp_path: Path) -> None:
    wanted = read(tmp_path, several("order", head="weights: {order: 3}"))

    assert wanted.weights == WeightRule(method=WeightMethod.POINTS, groups=(("order",),), points={"order": 3.0})


def test_an_order_may_name_what_earns_no_points(tmp_path: Path) -> None:
    text = several("a", "b", head="weights: {order: [rule, b, a]}")
    rule = "  - {name: rule, column: r, kind: yes_no, must: {is: yes}}"

    wanted = read(tmp_path, text.replace("criteria:", f"criteria:\n{rule}"))

    assert wanted.weights.groups == (("b",), ("a",))


@pytest.mark.parametrize(
    "typed", ["no", "NO", "off", "12:30", "010", "1_000", "0x1F", "1e3", "~", "null", "2024-02-30"]
)
def test_scalars_stay_the_text_that_was_typed(tmp_path: Path, typed: str) -> None:
    wanted = read(tmp_path, one("category", f"must: {{any_of: [{typed}, plain]}}", f"why: {typed}"))

    assert (wanted["x"].must, wanted["x"].why) == (MustHave(rule=Rule.ANY_OF, labels=(typed, "plain")), typed)


def test_labels_are_given_in_one_spelling(tmp_path: Path) -> None:
    lines = ("scale: {Part-Time: 100%}", "must: {any_of: [part time, pt]}", "aliases: {Part-Time: [PT]}")

    wanted = read(tmp_path, one("category", *lines))["x"]

    assert wanted.must == MustHave(rule=Rule.ANY_OF, labels=("Part-Time",))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_every_allowed_encoding_gives_the_same_criteria(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "kurse.yaml"
    path.write_bytes(several("für alle").encode(encoding))

    assert read_criteria(path).criteria[0].name == "für alle"


def test_another_encoding_is_a_fault_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "kurse.yaml"
    path.write_bytes(several("für alle").encode("latin-1"))

    with pytest.raises(BadCriteria) as caught:
        read_criteria(path)

    assert [str(fault) for fault in caught.value.faults] == [
        "line 2  a character here is not UTF-8. Save the file as UTF-8 (in an editor: Save as, encoding UTF-8)."
    ]


def test_a_mapping_reads_as_the_same_file_would(tmp_path: Path) -> None:
    cost = {"name": "cost", "kind": "money", "column": "c", "best": 0, "worst": 8000.0, "unknown": {"assume": 500}}
    work = {"name": "work", "kind": "yes_no", "column": "w", "must": {"is": True}, "why": None}
    text = """\
criteria:
  - {name: cost, kind: money, column: c, best: 0, worst: 8000, unknown: {assume: 500}}
  - {name: work, kind: yes_no, column: w, must: {is: yes}}
weights: {cost: 1}
"""

    wanted = read_criteria({"criteria": [cost, work], "weights": {"cost": 1}})

    assert repr(wanted.criteria) == repr(read(tmp_path, text).criteria)
    assert (wanted.title, wanted.name) == ("criteria", "")


def test_a_mapping_that_holds_itself_is_the_programmers_slip() -> None:
    criteria: dict[str, object] = {}
    criteria["criteria"] = criteria

    with pytest.raises(TypeError, match=r"^criteria hold at most 20 levels; this mapping may hold itself$"):
        read_criteria(criteria)


def test_a_mapping_holds_nothing_but_texts_and_numbers() -> None:
    with pytest.raises(TypeError, match=r"^criteria hold texts, numbers, lists and mappings, not bytes$"):
        read_criteria({"title": b"x"})


def test_a_number_is_no_source_of_criteria() -> None:
    with pytest.raises(TypeError, match=r"^criteria are a name, a path or a mapping, not int$"):
        read_criteria(7)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("source", "message"),
    [
        (
            "medicl-coding",
            'is no bundled set and no file. Did you mean "medical-coding"? The bundled sets are: '
            + ", ".join(bundled_sets())
            + ".",
        ),
        ("zzz", f"is no bundled set and no file. The bundled sets are: {', '.join(bundled_sets())}."),
        ("zzz.yaml", "there is no such file."),
        ("medical-coding.yaml", 'there is no such file. A bundled set is called "medical-coding".'),
        ("-", "criteria are read from a file or a bundled set, not from standard input."),
        (".", "is a folder. Name the criteria file inside it."),
        ("a\0.yaml", "cannot be read: its name cannot be used."),
    ],
)
def test_a_source_that_cannot_be_read_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, source: str, message: str
) -> None:
    monkeypatch.chdir(tmp_path)

    with pytest.raises(BadCriteria) as caught:
        read_criteria(source)

    assert [(fault.file, str(fault)) for fault in caught.value.faults] == [(source, message)]
