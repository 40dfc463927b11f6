"""An amount far outside of what its column holds is told, and used as stated."""

from __future__ import annotations

from tests.intake.costs.priced import facts

USUAL = [{"total_cost": f"${3000 + 50 * number:,}"} for number in range(20)]


def test_an_amount_a_hundred_times_the_middle_is_told_and_kept() -> None:
    found = facts(*USUAL, {"total_cost": "$41,984,198"})

    code = found["cost"].codes[-1]
    assert (found["cost"].low[code], bool(found["cost"].is_suspect[code])) == (41984198, True)
    assert [str(doubt) for doubt in found.doubts] == [
        'row 22, total_cost  "$41,984,198"  11,995 times the middle of its column ($3,500): a slip? Used as stated.'
    ]


def test_a_slip_that_its_parts_show_is_told_by_them() -> None:
    parts = {"tuition": "$4,000", "fees": "$198", "books": "$0", "exam_fee": "$0"}

    found = facts(*USUAL, {"total_cost": "$41,984,198", **parts})

    assert [doubt.problem for doubt in found.doubts] == [
        "10,001 times its parts ($4,198): a slip? Used as stated.",
    ]


def test_a_dear_program_is_no_slip() -> None:
    """The dearest of New Jersey's listing of 2018: $186,193, 47 times the middle."""
    assert facts(*USUAL, {"total_cost": "$186,193"}).doubts == ()


def test_few_amounts_have_no_middle_to_speak_of() -> None:
    assert facts(*USUAL[:5], {"total_cost": "$41,984,198"}).doubts == ()


def test_what_is_free_or_not_known_is_not_in_the_middle() -> None:
    free, unknown = [{"total_cost": "free"}] * 50, [{"total_cost": "TBD"}] * 50

    assert [doubt.row for doubt in facts(*USUAL, *free, *unknown, {"total_cost": "$900,000"}).doubts] == [122]
