from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from decision.model import CriteriaSet, Criterion, Kind, MustHave, Rule, Scale, WeightMethod, WeightRule, WhenUnknown
from decision.report.screen.criteria_view import criteria_list, criteria_text
from tests.report.golden import golden
from tests.report.views_fixture import COST, FOUR, PASS_RATE, SCHEDULE, criteria_of

NAMED = (
    replace(COST, less=("grants",), unknown=WhenUnknown(low=3000.0, high=9000.0)),
    replace(PASS_RATE, unknown=WhenUnknown(low=0.6, high=0.6, assumed=True)),
    replace(SCHEDULE, unknown=WhenUnknown(labels=("evening", "day"))),
    Criterion(
        name="internship",
        kind=Kind.YES_NO,
        column="internship",
        must=MustHave(rule=Rule.IS, labels=("yes",)),
        unknown=WhenUnknown(out=True),
    ),
    Criterion(
        name="length",
        kind=Kind.NUMBER,
        unit="weeks",
        column="weeks",
        scale=Scale(knots=((10.0, 1.0), (30.0, 0.25), (52.0, 0.0))),
    ),
)


def weighed(method: WeightMethod, *criteria: Criterion) -> CriteriaSet:
    names = tuple(criterion.name for criterion in criteria if criterion.scale)
    groups = (names[:2], *((name,) for name in names[2:]))
    return replace(
        criteria_of(*criteria),
        weights=WeightRule(
            method=method,
            groups=groups,
            points=dict.fromkeys(names, 10.0) | {names[0]: 100.0},
            comparisons=dict.fromkeys(pairwise(names), 1 / 3),
            ranges=dict.fromkeys(names, (0.1, 0.4)) | {names[0]: (0.25, 0.25)},
        ),
        overrides={"cost.at_most": "5000"},
    )


@pytest.mark.parametrize("width", [80, 50])
def test_a_set_is_drawn_as_the_golden_file_shows(width: int) -> None:
    assert criteria_text(FOUR, width=width) == golden(f"criteria_four_{width}")


@pytest.mark.parametrize("method", WeightMethod)
def test_the_users_own_words_are_named(method: WeightMethod) -> None:
    assert criteria_text(weighed(method, *NAMED)) == golden(f"criteria_named_{method.value}")


def test_a_set_in_which_nothing_earns_points_says_so() -> None:
    only_musts = criteria_of(replace(COST, scale=None))

    assert criteria_text(only_musts) == golden("criteria_only_musts")


def test_sets_are_listed_a_line_each_within_eighty_columns() -> None:
    other = replace(FOUR, name="guide", title="The guide's four questions, kept to the letter, " * 3)

    listed = criteria_list([FOUR, other])

    assert listed == (
        "  medical-coding  Medical coding and billing\n"
        "  guide           The guide's four questions, kept to the letter, The guide's...\n"
    )


def test_control_characters_of_a_criteria_file_are_spelled_out() -> None:
    hostile = criteria_of(replace(COST, name="cost\x1b[31m", why="\u202eabc"))

    drawn = criteria_text(hostile)

    assert all(character.isprintable() for character in drawn.replace("\n", ""))
