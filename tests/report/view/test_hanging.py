"""The conditions on which programs fit, as the remark a person sees."""

from __future__ import annotations

from decision import decide
from decision.report.view.hanging import only_if_remark
from decision.report.view.sight import leading, look

SCHEDULE = {
    "name": "schedule",
    "kind": "schedule",
    "column": "when",
    "must": {"any_of": ["evening"]},
    "blocks": "internship",
}


def told(*rows: str) -> list[tuple[str, tuple[str, ...]]]:
    """Terms and sentences of the remark."""
    text = "\n".join(["program,when,internship,prerequisites", *rows, ""])
    outcome = decide(text.encode(), {"criteria": [SCHEDULE]}).outcome
    shown = leading(outcome, 10)
    remarks = only_if_remark(look(outcome, shown, unicode=True), shown)
    return [(item.term, item.sentences) for remark in remarks for item in remark.items]


def test_nothing_is_said_where_nothing_hangs_on_a_condition() -> None:
    assert told("Harbor,evening,none,", "Mill,day,40 hours by day,") == []


def test_several_conditions_of_a_program_are_all_named() -> None:
    assert told('Harbor,evening,"40 hours, weekdays",a diploma') == [
        (
            "Harbor",
            (
                'You can also take about 40 hours for "40 hours, weekdays".',
                'You meet what it asks for before: "a diploma".',
            ),
        )
    ]


def test_programs_with_the_same_conditions_stand_together() -> None:
    assert told("Harbor,evening,none,a diploma", "Linden,evening,none,a diploma") == [
        ("Harbor and Linden", ('You meet what it asks for before: "a diploma".',))
    ]


def test_a_long_list_is_cut_and_says_so() -> None:
    found = told(*(f"P{number},evening,none,{number} diplomas" for number in range(5)))

    assert [term for term, _ in found] == ["P0", "P1", "P2", ""]
    assert found[-1][1] == ("And other conditions for other programs: see the reason of each.",)
