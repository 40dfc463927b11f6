"""Options laid over a criteria file."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import pytest

from decision.errors import BadCriteria, BadOptions
from decision.intake.criteria.criteria_set import read_criteria
from decision.model import CriteriaSet, Kind, MustHave, Rule, Scale, WeightMethod, WeightRule, WhenUnknown
from tests.intake.criteria.criteria_texts import EXAMPLE, several

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def example(tmp_path: Path) -> CriteriaSet:
    path = tmp_path / "example.yaml"
    path.write_text(EXAMPLE)
    return read_criteria(path)


def names(wanted: CriteriaSet) -> list[str]:
    return [criterion.name for criterion in wanted.criteria]


def refused(example: CriteriaSet, **options: Any) -> str:  # noqa: ANN401 - whatever a user may type
    with pytest.raises(BadOptions) as caught:
        read_criteria(example, **options)
    return str(caught.value)


def test_without_options_nothing_is_recorded(example: CriteriaSet) -> None:
    assert repr(read_criteria(example)) == repr(example)
    assert example.overrides == {}


@pytest.mark.parametrize(
    ("path", "value", "must"),
    [
        ("cost.at_most", "5000", MustHave(rule=Rule.AT_MOST, high=5000.0)),
        ("cost.at_most", 5000, MustHave(rule=Rule.AT_MOST, high=5000.0)),
        ("cost.at_most", "$5,000", MustHave(rule=Rule.AT_MOST, high=5000.0)),
        ("cost.at_least", 0.5, MustHave(rule=Rule.AT_LEAST, low=0.5)),
        ("cost.between", "$3,000,$6,500", MustHave(rule=Rule.BETWEEN, low=3000.0, high=6500.0)),
        ("cost.between", (3000, 6500), MustHave(rule=Rule.BETWEEN, low=3000.0, high=6500.0)),
        ("Cost . at_most".replace(" ", ""), "9", MustHave(rule=Rule.AT_MOST, high=9.0)),
        ("total_cost.at_most", "9", MustHave(rule=Rule.AT_MOST, high=9.0)),
        ("cost.must", "none", None),
    ],
)
def test_a_rule_takes_the_place_of_the_one_there_was(
    example: CriteriaSet, path: str, value: object, must: MustHave | None
) -> None:
    assert read_criteria(example, set={path: value})["cost"].must == must


@pytest.mark.parametrize(
    ("value", "labels"),
    [
        ("evening,online", ("evening", "online")),
        (["evening", "online"], ("evening", "online")),
        ('"at home, online", evening', ("at home, online", "evening")),
        (["at home, online"], ("at home, online",)),
        ("evening", ("evening",)),
    ],
)
def test_labels_are_given_as_a_list_or_with_commas(
    example: CriteriaSet, value: object, labels: tuple[str, ...]
) -> None:
    wanted = read_criteria(example, set={"schedule.any_of": value})

    assert wanted["schedule"].must == MustHave(rule=Rule.ANY_OF, labels=labels)


def test_free_time_is_given_as_blocks(example: CriteriaSet) -> None:
    wanted = read_criteria(example, set={"schedule.available": "Mon-Fri 17:30-22:00,Sat"})

    assert wanted["schedule"].must == MustHave(rule=Rule.AVAILABLE, labels=("Mon-Fri 17:30-22:00", "Sat"))


@pytest.mark.parametrize(
    ("path", "value", "meant"),
    [
        ("cost.unknown", "out", WhenUnknown(out=True)),
        ("cost.unknown", "ask", WhenUnknown()),
        ("cost.unknown", "assume $5,000", WhenUnknown(low=5000.0, high=5000.0, assumed=True)),
        ("cost.unknown", "between $4,000,$6,000", WhenUnknown(low=4000.0, high=6000.0)),
        ("exam pass rate.unknown", "between 40%,90%", WhenUnknown(low=0.4, high=0.9)),
        ("accreditation.unknown", "assume cahiim", WhenUnknown(labels=("CAHIIM",), assumed=True)),
        ("accreditation.unknown", "between AAPC,none", WhenUnknown(labels=("AAPC", "none"))),
    ],
)
def test_an_unknown_can_be_given_a_meaning(example: CriteriaSet, path: str, value: str, meant: WhenUnknown) -> None:
    wanted = read_criteria(example, set={path: value})

    assert repr(wanted[path.rpartition(".")[0]].unknown) == repr(meant)


def test_every_other_key_can_be_set(example: CriteriaSet) -> None:
    given = {
        "cost.column": "price",
        "cost.parts": ["tuition", "books"],
        "cost.less": "grants",
        "cost.worst": "$9,000",
        "cost.best": 100,
        "cost.why": "my budget",
        "cost.source": "my bank",
        "exam_pass_rate.passed": "p",
        "exam-pass-rate.took": "t",
        "exam pass rate.base_rate": "70%",
        "exam pass rate.base_takers": 5,
    }

    wanted = read_criteria(example, set=given)

    cost, rate = wanted["cost"], wanted["exam pass rate"]
    assert (cost.column, cost.parts, cost.less) == ("price", ("tuition", "books"), ("grants",))
    assert (cost.scale, cost.why, cost.source) == (Scale(knots=((100.0, 1.0), (9000.0, 0.0))), "my budget", "my bank")
    assert (rate.passed, rate.took, rate.base_rate, rate.base_takers) == ("p", "t", 0.7, 5.0)


def test_reference_points_take_the_place_of_a_scale() -> None:
    cost = {"name": "cost", "kind": "money", "column": "c", "scale": {"0": "100%", "5": "50%", "9": "0%"}}

    wanted = read_criteria({"criteria": [cost]}, set={"cost.best": 1, "cost.worst": 2})

    assert wanted["cost"].scale == Scale(knots=((1.0, 1.0), (2.0, 0.0)))


def test_a_criterion_left_with_nothing_is_dropped(example: CriteriaSet) -> None:
    wanted = read_criteria(example, set={"schedule.must": "none"})

    assert names(wanted) == ["accreditation", "exam pass rate", "cost"]


def test_an_order_may_still_name_what_was_dropped() -> None:
    rule = {"name": "rule", "kind": "yes_no", "column": "r", "must": {"is": "yes"}}
    cost = {"name": "cost", "kind": "money", "column": "c", "best": 0, "worst": 9}
    criteria = {"criteria": [rule, cost], "weights": {"order": ["rule", "cost"]}}

    wanted = read_criteria(criteria, set={"rule.must": "none"})

    assert (names(wanted), wanted.weights.groups) == (["cost"], (("cost",),))


@pytest.mark.parametrize("order", ["cost,schedule", ["Cost", "schedule"], "total_cost, schedule"])
def test_an_order_moves_names_to_the_front(example: CriteriaSet, order: str | list[str]) -> None:
    wanted = read_criteria(example, order=order)

    assert names(wanted) == ["cost", "schedule", "accreditation", "exam pass rate"]
    assert wanted.weights.groups == (("cost",), ("accreditation",), ("exam pass rate",))


def test_an_order_moves_names_out_of_their_group(tmp_path: Path) -> None:
    path = tmp_path / "criteria.yaml"
    path.write_text(several("a", "b", "c", "d", head="weights: {order: [[a, b], [c], d]}"))

    wanted = read_criteria(path, order="c,b")

    assert names(wanted) == ["c", "b", "a", "d"]
    assert wanted.weights.groups == (("c",), ("b",), ("a",), ("d",))


def test_an_order_leaves_points_as_they_are() -> None:
    criteria = [{"name": name, "kind": "money", "column": "c", "best": 0, "worst": 9} for name in ("a", "order")]
    plain = {"criteria": [*criteria], "weights": {"a": 1, "order": 3}}
    alone = {"criteria": criteria[1:], "weights": {"order": 3}}

    assert read_criteria(plain, order="order").weights.points == {"order": 3.0, "a": 1.0}
    assert read_criteria(alone, order="order").weights.points == {"order": 3.0}


@pytest.mark.parametrize(
    ("weights", "rule"),
    [
        ("equal", WeightRule(method=WeightMethod.EQUAL, groups=(("a",), ("b",)))),
        ("rank_sum", WeightRule(method=WeightMethod.RANK_SUM, groups=(("a",), ("b",)))),
        ("order", WeightRule(method=WeightMethod.ORDER, groups=(("a",), ("b",)))),
        (
            {"B": 3, "a": 0.5},
            WeightRule(method=WeightMethod.POINTS, groups=(("a",), ("b",)), points={"a": 0.5, "b": 3.0}),
        ),
        ("b=3,a=0.5", WeightRule(method=WeightMethod.POINTS, groups=(("a",), ("b",)), points={"a": 0.5, "b": 3.0})),
    ],
)
def test_weights_take_the_place_of_the_files(
    tmp_path: Path, weights: str | dict[str, object], rule: WeightRule
) -> None:
    path = tmp_path / "criteria.yaml"
    path.write_text(several("a", "b", head="weights: {order: [b, a]}"))

    assert read_criteria(path, weights=weights).weights == rule


@pytest.mark.parametrize("shortlist", [2, "2"])
def test_the_shortlist_can_be_set(example: CriteriaSet, shortlist: int | str) -> None:
    assert read_criteria(example, shortlist=shortlist).shortlist == 2


def test_options_are_recorded_as_plain_text(example: CriteriaSet) -> None:
    wanted = read_criteria(
        example,
        set={"Schedule.any_of": ["online", "at home, or not"], "pass_rate.base_rate": 0.7, "cost.at_most": 5000},
        order=["schedule", "cost"],
        weights={"cost": 3, "accreditation": 1.5, "exam pass rate": 2},
        shortlist=2,
    )

    assert wanted.overrides == {
        "cost.at_most": "5000",
        "exam pass rate.base_rate": "0.7",
        "schedule.any_of": 'online,"at home, or not"',
        "order": "schedule,cost",
        "weights": "accreditation=1.5,exam pass rate=2,cost=3",
        "shortlist": "2",
    }


def test_a_set_read_before_keeps_its_options_where_no_new_one_speaks_of_the_same(example: CriteriaSet) -> None:
    before = read_criteria(example, set={"cost.at_most": 5000, "cost.worst": 9000}, order="cost", shortlist=2)

    wanted = read_criteria(before, set={"cost.between": "1000,2000"}, order="schedule")

    assert wanted.overrides == {
        "cost.worst": "9000",
        "cost.between": "1000,2000",
        "order": "schedule",
        "shortlist": "2",
    }
    assert wanted["cost"].must == MustHave(rule=Rule.BETWEEN, low=1000.0, high=2000.0)
    assert names(wanted) == ["schedule", "accreditation", "exam pass rate", "cost"]


def test_a_recorded_set_is_built_again_from_its_record(example: CriteriaSet) -> None:
    before = read_criteria(example, set={"schedule.must": "none", "cost.unknown": "assume 3"}, weights="equal")

    assert repr(read_criteria(before)) == repr(before)


def test_a_name_may_hold_dots_commas_and_signs() -> None:
    name = 'cost, in. "all" = c'
    criterion = {"name": name, "kind": "money", "column": "c", "best": 0, "worst": 9}

    wanted = read_criteria({"criteria": [criterion]}, set={f"{name}.at_most": 3}, weights={name: 2}, order=[name])

    assert (wanted[name].must, wanted.weights.points) == (MustHave(rule=Rule.AT_MOST, high=3.0), {name: 2.0})
    assert repr(read_criteria(wanted)) == repr(wanted)


def test_faults_of_the_file_come_before_those_of_options() -> None:
    with pytest.raises(BadCriteria) as caught:
        read_criteria({"criteria": [{"name": "x"}]}, set={"y.z": 3})

    assert str(caught.value) == (
        "1 fault.\n"
        "  criteria[1].kind  is missing. It can be: money, share, number, duration, category, schedule, yes_no."
    )


SETTABLE = (
    "at_least, at_most, between, any_of, all_of, none_of, is, available, column, must, unknown, why, source, best, "
    "worst, parts, less, override, credits, length, add, aid, person, passed, took, base_rate, base_takers, unit, "
    "vocabulary, travel, study, hours_free, ready, finish_by, aid_load, delivery, blocks, weekly_hours, starts, "
    "class_hours, prerequisites"
)


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"cots.at_most": 5}, '--set cots.at_most  "cots"  is no criterion. Did you mean "cost"?'),
        (
            {"zebra.at_most": 5},
            '--set zebra.at_most  "zebra"  is no criterion. It can be: accreditation, exam pass rate, schedule, cost.',
        ),
        ({"cost.at_mots": 5}, '--set cost.at_mots  "at_mots"  is no key that can be set. Did you mean "at_most"?'),
        ({"cost.name": 5}, f'--set cost.name  "name"  is no key that can be set. It can be: {SETTABLE}.'),
        ({"cost": 5}, "--set cost  names no key. Write a criterion, a dot and a key, such as cost.at_most."),
        ({"cost.at_most": "lots"}, '--set cost.at_most  "lots"  is not an amount. Write 8000 or $8,000.'),
        (
            {"cost.any_of": "a"},
            "--set cost.any_of  does not go with money. It can be: at_least, at_most, between.",
        ),
        ({"cost.must": "no"}, '--set cost.must  "no"  takes a rule and its limit, such as {at_least: ...}.'),
        ({"cost.between": "3"}, "--set cost.between  takes two limits, not 1."),
        (
            {"cost.unknown": "drop"},
            '--set cost.unknown  "drop"  takes ask, out, {assume: value} or {between: [low, high]}.',
        ),
        ({"cost.unit": "credits"}, "--set cost.unit  does not go with money. It goes with: number."),
        ({"schedule.any_of": ""}, "--set schedule.any_of  is empty. Write at least one."),
        (
            {"schedule.available": "noonish"},
            (
                '--set schedule.available  "noonish"  is not a time of the week. '
                "Write Sat, Mon-Fri 17:30-22:00 or Tue after 18:00."
            ),
        ),
        (
            {"accreditation.took": "t"},
            "--set accreditation.took  does not go with category. It goes with: share.",
        ),
        (
            {"cost.at_least": 1, "cost.at_most": 2},
            "--set cost.at_most  speaks of the same thing as --set cost.at_least. Keep one; two limits are `between`.",
        ),
        (
            {"cost.best": 9000, "cost.worst": 9000},
            '--set cost.worst  "9000"  is the same as best. The two must differ.',
        ),
    ],
)
def test_a_fault_in_an_option_names_the_option(example: CriteriaSet, given: dict[str, object], message: str) -> None:
    assert refused(example, set=given) == f"1 fault.\n  {message}"


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"order": "cost,lenght"}, '--order  "lenght"  is no criterion. It can be: NAMES.'),
        ({"order": "cost,Cost"}, '--order  "Cost"  stands twice in the order. Keep one.'),
        ({"weights": "evn"}, '--weights  "evn"  is no way to weigh. It can be: WAYS.'),
        ({"weights": "equall"}, '--weights  "equall"  is no way to weigh. Did you mean "equal"?'),
        ({"weights": {"cots": 1}}, '--weights  "cots"  is no criterion. Did you mean "cost"?'),
        ({"weights": {"cost": 1, "Cost": 1}}, '--weights  "Cost"  is weighed twice. Keep one.'),
        (
            {"weights": "cost=1"},
            (
                "--weights  does not name accreditation, exam pass rate. "
                "Weigh every criterion that earns points; 0 is allowed."
            ),
        ),
        ({"shortlist": 0}, '--shortlist  "0"  takes a whole number of programs, at least 1.'),
        ({"shortlist": "some"}, '--shortlist  "some"  takes a whole number of programs, at least 1.'),
    ],
)
def test_a_fault_in_order_weights_or_shortlist_names_it(
    example: CriteriaSet, options: dict[str, object], message: str
) -> None:
    ways = "order, rank_sum, equal, swings, pairwise, ranges"
    wanted = message.replace("NAMES", ", ".join(names(example))).replace("WAYS", ways)

    assert refused(example, **options) == f"1 fault.\n  {wanted}"


def test_all_faults_of_options_are_listed_at_once(example: CriteriaSet) -> None:
    assert refused(example, set={"cost.at_most": "lots", "schedule.best": 3}, shortlist=0) == (
        "3 faults.\n"
        "  --set schedule.best  does not go with schedule. Labels earn points by `scale:`.\n"
        '  --set cost.at_most  "lots"  is not an amount. Write 8000 or $8,000.\n'
        '  --shortlist  "0"  takes a whole number of programs, at least 1.'
    )


def test_a_name_that_could_be_two_is_asked_back(tmp_path: Path) -> None:
    path = tmp_path / "criteria.yaml"
    path.write_text(several("a-b", "a_b"))

    with pytest.raises(BadOptions) as caught:
        read_criteria(path, order="A B")

    assert str(caught.value) == '1 fault.\n  --order  "A B"  could be a-b or a_b. Write the whole name.'


def test_a_fault_that_options_bring_about_in_the_file_names_the_options() -> None:
    rule = {"name": "rule", "kind": "money", "column": "c", "must": {"at_most": 9}}
    criteria = {"criteria": [rule]}

    with pytest.raises(BadOptions) as caught:
        read_criteria(criteria, set={"rule.column": " "}, shortlist=2)

    assert str(caught.value) == (
        "1 fault.\n  --set rule.column  criteria[1].column is missing. Say where it is stated: `column:` or `parts:`."
    )


def test_at_least_one_criterion_is_left() -> None:
    rule = {"name": "rule", "kind": "money", "column": "c", "must": {"at_most": 9}}

    with pytest.raises(BadOptions) as caught:
        read_criteria({"criteria": [rule]}, set={"rule.must": "none"})

    assert str(caught.value) == "1 fault.\n  --set  leaves no criterion. Keep at least one must-have."


def test_a_value_of_another_type_is_the_programmers_slip(example: CriteriaSet) -> None:
    with pytest.raises(TypeError, match=r"^an option takes a text, a number or a list of them, not dict$"):
        read_criteria(example, set={"cost.unknown": {"assume": 3}})


def test_a_number_of_numpy_is_a_number(example: CriteriaSet) -> None:
    numpy = pytest.importorskip("numpy")

    wanted = read_criteria(example, set={"cost.at_most": numpy.float64(0.5)}, shortlist=numpy.int64(2))

    assert wanted.overrides == {"cost.at_most": "0.5", "shortlist": "2"}
    assert not math.isnan(wanted["exam pass rate"].base_rate)
    assert wanted["cost"].kind is Kind.MONEY
