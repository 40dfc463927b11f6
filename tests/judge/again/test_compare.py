"""What moved between two decisions, and why; parts add up to the change of a score."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from decision import decide
from decision.judge.again.compare import compare
from decision.nouns.comparison import Cause, Comparison, Moved, Setting

CRITERIA: list[dict[str, Any]] = [
    {"name": "cost", "kind": "money", "column": "cost", "must": {"at_most": "6000"}, "worst": "8000", "best": "0"},
    {"name": "rate", "kind": "share", "column": "rate", "worst": "0%", "best": "100%"},
]
TABLE = "program,cost,rate\nAsh,3000,50%\nBay,4000,70%\nMill,7000,80%\nQuay,,60%\n"


def decided(table: str = TABLE, **options: Any) -> dict[str, Any]:  # noqa: ANN401
    found: dict[str, Any] = json.loads(json.dumps(decide(table.encode(), {"criteria": CRITERIA}, **options).to_dict()))
    return found


def moves(comparison: Comparison) -> dict[str, Moved]:
    return {move.name: move for move in comparison.moved}


def causes(comparison: Comparison) -> dict[str, tuple[Cause, ...]]:
    return {move.name: move.causes for move in comparison.moved}


def test_the_same_decision_has_nothing_to_tell() -> None:
    found = compare(decided(), decided())

    assert found == Comparison(
        first_before=("Ash",),
        first_after=("Ash",),
        must_haves=(),
        weights=(),
        settings=(),
        is_same_file=True,
        is_same_join=True,
        is_same_version=True,
        moved=(),
        stayed=4,
        new=(),
        gone=(),
    )


def test_a_higher_limit_is_the_cause_for_who_comes_in_and_others_make_room() -> None:
    found = compare(decided(), decided(set={"cost.at_most": "7500"}))

    assert found.must_haves == (Setting(name="cost", before="at most $6,000", after="at most $7,500"),)
    assert found.settings == ()
    assert causes(found) == {"Mill": (Cause.LIMITS,), "Quay": (Cause.OTHERS,)}
    assert [(m.before.rank, m.after.rank, m.limits) for m in found.moved] == [(None, 3, ("cost",)), (3, 4, ())]


def test_weights_are_the_cause_where_nothing_else_changed() -> None:
    found = compare(decided(), decided(weights={"cost": 10, "rate": 90}))

    assert found.weights == (("cost", 0.75, 0.1), ("rate", 0.25, 0.9))
    assert (found.first_before, found.first_after) == (("Ash",), ("Bay",))
    assert causes(found) == dict.fromkeys(("Ash", "Bay", "Quay"), (Cause.WEIGHTS,))


def test_a_fact_is_the_cause_where_only_the_file_changed() -> None:
    found = compare(decided(), decided(TABLE.replace("3000", "5000")))

    assert not found.is_same_file
    assert causes(found) == {"Ash": (Cause.FACTS,), "Bay": (Cause.OTHERS,)}
    assert moves(found)["Ash"].parts[0].by_fact == pytest.approx(-75 * 2000 / 8000)


def test_an_answer_is_a_fact() -> None:
    found = compare(decided(), decided(TABLE.replace("Quay,,", "Quay,2000,")))

    assert moves(found)["Quay"].causes == (Cause.FACTS,)
    assert moves(found)["Quay"].limits == ("cost",)


def test_another_reference_point_is_the_scale() -> None:
    found = compare(decided(), decided(set={"cost.worst": "16000"}))

    assert found.settings == (Setting(name="cost.worst", before="", after="16000"),)
    assert causes(found) == dict.fromkeys(("Ash", "Bay"), (Cause.SCALE,))


def test_file_and_scale_together_may_be_either() -> None:
    found = compare(decided(), decided(TABLE.replace("3000", "3100"), set={"cost.worst": "16000"}))

    assert causes(found) == dict.fromkeys(("Ash", "Bay"), (Cause.EITHER,))


def test_file_and_limit_together_may_be_either_for_who_was_out() -> None:
    found = compare(decided(), decided(TABLE.replace("7000", "6500"), set={"cost.at_most": "6600"}))

    assert causes(found)["Mill"] == (Cause.LIMITS_OR_FACTS,)


def test_a_longer_shortlist_is_its_own_cause() -> None:
    found = compare(decided(shortlist=1), decided(shortlist=2))

    assert found.settings == (Setting(name="shortlist", before="1", after="2"),)
    assert causes(found) == {"Bay": (Cause.SHORTLIST,)}


def test_a_must_have_less_is_told_once() -> None:
    less = [{key: value for key, value in CRITERIA[0].items() if key != "must"}, CRITERIA[1]]
    after = json.loads(json.dumps(decide(TABLE.encode(), {"criteria": less}).to_dict()))

    found = compare(decided(), after)

    assert found.must_haves == (Setting(name="cost", before="at most $6,000", after=""),)
    assert moves(found)["Mill"].causes == (Cause.LIMITS,)
    assert moves(found)["Quay"].limits == ("cost",)


def test_new_and_gone_programs() -> None:
    found = compare(decided(), decided(TABLE.replace("Ash", "Oak")))

    assert [(name, seen.row) for name, seen in found.new] == [("Oak", 2)]
    assert [(name, seen.row) for name, seen in found.gone] == [("Ash", 2)]
    assert found.moved == ()


def test_a_program_that_stands_in_another_row_has_not_moved() -> None:
    lines = TABLE.splitlines()

    found = compare(decided(), decided("\n".join([lines[0], *reversed(lines[1:]), ""])))

    assert (found.moved, found.stayed) == ((), 4)


def test_programs_of_one_name_are_told_apart_by_row() -> None:
    table = TABLE.replace("Bay", "Ash")

    found = compare(decided(table), decided(table.replace("4000", "1000")))

    assert [(move.before.row, move.causes) for move in found.moved] == [(3, (Cause.FACTS,)), (2, (Cause.OTHERS,))]


def test_the_first_place_is_the_largest_move() -> None:
    found = compare(decided(), decided(TABLE.replace("4000", "100").replace("Mill,7000", "Mill,5000")))

    assert [move.name for move in found.moved] == ["Bay", "Ash", "Mill", "Quay"]


def test_a_document_without_settings_can_be_compared() -> None:
    bare = decided() | {"settings": {}}

    found = compare(bare, bare)

    assert (found.is_same_file, found.settings, found.moved) == (False, (), ())


COSTS = st.sampled_from(["", "0", "2500", "4000", "6000", "7000", "9000"])
RATES = st.sampled_from(["", "0%", "40%", "90%", "100%"])
TABLES = st.lists(st.tuples(COSTS, RATES), min_size=1, max_size=5).map(
    lambda rows: "\n".join(["program,cost,rate", *(f"P{at},{c},{r}" for at, (c, r) in enumerate(rows)), ""])
)
WEIGHTS = st.sampled_from(
    [{"cost": 1, "rate": 1}, {"cost": 0, "rate": 5}, {"cost": 3, "rate": 0}, {"cost": 9, "rate": 1}]
)
DECISIONS = st.tuples(TABLES, WEIGHTS, st.sampled_from(["5000", "8000"]), st.sampled_from(["8000", "12000"])).map(
    lambda drawn: decided(
        drawn[0],
        weights=drawn[1],
        set={"cost.at_most": drawn[2], "cost.worst": drawn[3]},
    )
)


@given(DECISIONS, DECISIONS)
def test_the_parts_add_up_to_the_change_of_the_score(before: dict[str, Any], after: dict[str, Any]) -> None:
    scored = [move for move in compare(before, after).moved if move.parts]
    changes = [(move.after.score or 0) - (move.before.score or 0) for move in scored]

    assert [sum(part.points for part in move.parts) for move in scored] == pytest.approx(changes, abs=1e-9)


@given(DECISIONS, DECISIONS)
def test_every_program_is_accounted_for(before: dict[str, Any], after: dict[str, Any]) -> None:
    found = compare(before, after)

    assert len(found.moved) + found.stayed + len(found.new) == len(after["programs"])
    assert len(found.moved) + found.stayed + len(found.gone) == len(before["programs"])
    assert all(move.causes for move in found.moved)


@given(TABLES, TABLES)
def test_without_another_weight_no_move_is_blamed_on_weights(first: str, second: str) -> None:
    found = compare(decided(first), decided(second))

    assert all(cause in (Cause.FACTS, Cause.OTHERS) for move in found.moved for cause in move.causes)
