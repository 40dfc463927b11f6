"""No sentence means the same document; any difference gives at least one."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from decision import decide
from decision.judge.again.replay import differences
from decision.report.files.document import document as plain

WANTED = {
    "criteria": [
        {"name": "cost", "kind": "money", "column": "cost", "must": {"at_most": "6000"}, "worst": "8000", "best": "0"}
    ]
}


def document(costs: str = "3000,4000,9000", **options: Any) -> dict[str, Any]:  # noqa: ANN401
    lines = [f"{name},{cost}" for name, cost in zip(("Ash", "Bay", "Mill"), costs.split(","), strict=True)]
    table = "\n".join(["program,cost", *lines, ""]).encode()
    found: dict[str, Any] = json.loads(json.dumps(plain(decide(table, WANTED, **options).outcome)))
    return found


def test_the_same_run_has_no_differences() -> None:
    assert differences(document(), document()) == []


def test_what_is_not_yet_json_is_read_as_json() -> None:
    assert differences({"settings": {}, "rows": [1]}, {"settings": {}, "rows": (1,)}) == []


def test_other_bytes_come_first_then_the_programs() -> None:
    found = differences(document(), document("5000,4000,9000"))

    assert found == [
        "The table of programs (<bytes>) changed since: its bytes are not those recorded.",
        "Row 2 (Ash): rank 2; recorded was 1.",
        "Row 2 (Ash): points 37.5; recorded was 62.5.",
        "Row 2 (Ash): possible points 37.5; recorded was 62.5.",
        "Row 2 (Ash): its points.cost is 37.5; recorded was 62.5.",
        (
            "Row 2 (Ash): its reason is Meets the must-have. Most earned: 37.5 of 100 points for ...; recorded was "
            "Meets the must-have. Most earned: 62.5 of 100 points for ...."
        ),
        "Row 3 (Bay): rank 1; recorded was 2.",
        "The programs stand in another order.",
    ]


@pytest.mark.parametrize(
    ("place", "value", "sentence"),
    [
        (["settings", "version"], "0.9", "The version of decide is 0.9; recorded was 9.9."),
        (
            ["settings", "criteria", "sha256"],
            "00",
            "The criteria (mine) changed since: its bytes are not those recorded.",
        ),
        (["settings", "criteria", "name"], "b", "settings.criteria.name is b; recorded was mine."),
        (["settings", "seed"], 8, "settings.seed is new."),
        (["settings", "strict"], 0, "settings.strict is 0; recorded was false."),
        (["title"], "Other\x1b", "title is Other?; recorded was Mine."),
        (["programs", 0, "row"], 9, "Row 2 (Ash) is gone."),
        (["programs", 0, "status"], "ask", "Row 2 (Ash): status ask; recorded was fits."),
        (["programs"], None, "programs is null; recorded was [{...}]."),
        (["certainty"], {"draws": 5}, "certainty is new."),
    ],
)
def test_each_difference_is_a_sentence(place: list[str | int], value: object, sentence: str) -> None:
    recorded = {
        "title": "Mine",
        "settings": {"version": "9.9", "criteria": {"name": "mine", "sha256": "aa"}, "strict": False},
        "programs": [{"row": 2, "name": "Ash", "status": "fits"}],
    }
    again: Any = json.loads(json.dumps(recorded))
    inner = again
    for step in place[:-1]:
        inner = inner[step]
    inner[place[-1]] = value

    found = differences(recorded, again)

    assert found[0] == sentence.replace("[{...}]", '[{"row": 2, "name": "Ash", "status": "fits"}]')


def test_keys_in_another_order_are_a_difference() -> None:
    assert differences({"a": 1, "b": 2}, {"b": 2, "a": 1}) == ["The keys of the document stand in another order."]
    assert differences({"settings": {"version": 1, "b": 2}}, {"settings": {"b": 2, "version": 1}}) == [
        "The keys of the document stand in another order."
    ]


def test_too_many_are_counted() -> None:
    found = differences({"a": [0] * 99}, {"a": [1] * 99})

    assert len(found) == 50
    assert found[-2:] == ["a[48] is 1; recorded was 0.", "And 50 more differences."]


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-3, 3) | st.sampled_from(["", "a"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from("abc"), inner, max_size=3),
    max_leaves=8,
)
PROGRAMS = st.lists(
    st.fixed_dictionaries({"row": st.integers(2, 4), "name": st.just("Ash"), "rank": st.integers(1, 2)}), max_size=3
)
DOCUMENTS = st.fixed_dictionaries(
    {"settings": VALUES, "programs": PROGRAMS | VALUES}, optional={"title": VALUES, "funnel": VALUES}
)


@given(DOCUMENTS, DOCUMENTS)
def test_differences_are_empty_for_the_same_text_only(recorded: dict[str, Any], again: dict[str, Any]) -> None:
    assert (differences(recorded, again) == []) == (json.dumps(recorded) == json.dumps(again))
