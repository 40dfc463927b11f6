"""The file to start from is itself without faults, whatever the headers are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from decision.intake.criteria.criteria_set import read_criteria
from decision.intake.criteria.starting import starting_file
from decision.intake.criteria.tree import plain_tree
from decision.intake.criteria.yaml_tree import read_tree
from decision.model import CriteriaSet, Kind

if TYPE_CHECKING:
    from collections.abc import Sequence


def started(headers: Sequence[str]) -> CriteriaSet:
    tree = plain_tree(read_tree(starting_file(headers)))
    assert isinstance(tree, dict)
    return read_criteria(tree)


def test_a_starting_file_is_drawn_whole() -> None:
    assert (
        starting_file(["program", "total_cost", "Pass Rate", "length", "when: schedule", "accreditation"])
        == """\
# What matters to you, the most important first. Every program goes through the must-haves (`must`) in this order;
# those that are left are ranked by points: `best` earns all, `worst` none. Change, move and delete what you like.
# An amount with a comma inside {} or [] needs quotes: must: {at_most: "$6,000"}.

title: My criteria
shortlist: 3       # how many programs the shortlist holds
weights: order     # the order below; or equal, or points by name: {cost: 3, length: 1}. Three more ways:
#   {swings: {cost: 100, length: 40}}      how much each improvement from worst to best matters beside the largest, 100
#   {pairwise: {cost over length: 3}}      how many times as much one counts as another, 1 to 9 or 1/2 to 1/9
#   {ranges: {cost: 30% to 50%, length: 50% to 70%}}

criteria:
  - name: "total cost"
    column: "total_cost"
    kind: money
    # must: {at_most: 6000}   # your budget
    worst: $10,000
    best: $0

  - name: "Pass Rate"
    column: "Pass Rate"
    kind: share
    # must: {at_least: 60%}
    worst: 0%
    best: 100%

  - name: "length"
    column: "length"
    kind: duration
    # must: {at_most: 12 months}
    worst: 24 months
    best: 0 months

  - name: "when: schedule"
    column: "when: schedule"
    kind: schedule
    must: {any_of: [evening, weekend, online]}   # when you can come

  # What the other columns hold cannot be told from their headers. Take those that matter to you, say their kind (money,
  # share, number, duration, category, schedule, yes_no) and add a rule, such as
  #   kind: category
  #   must: {any_of: [the words you accept]}
  # - name: "accreditation"
  #   column: "accreditation"
"""
    )


@pytest.mark.parametrize("headers", [[], ["program"], ["", " "], ["accreditation"], ["cost \ud800"]])
def test_headers_that_say_nothing_give_an_example(headers: list[str]) -> None:
    wanted = started(headers)

    assert [(found.name, found.kind) for found in wanted.criteria] == [("total cost", Kind.MONEY)]


def test_headers_alike_are_taken_once() -> None:
    wanted = started(["Cost", "cost", "COST"])

    assert [found.column for found in wanted.criteria] == ["Cost"]


@given(st.lists(st.text(max_size=12) | st.sampled_from(["Cost\n($)", "rate: %", "# months", "it's a \\schedule"])))
def test_any_headers_give_a_file_without_faults(headers: list[str]) -> None:
    assert started(headers).criteria
