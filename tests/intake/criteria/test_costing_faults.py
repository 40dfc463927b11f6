"""Faults of a cost's own keys and of the lists it names: every one at once, each with its file and line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from decision.errors import BadCriteria, BadInput, BadOptions
from decision.intake.criteria.criteria_set import read_criteria
from decision.nouns.costs import NO_COSTING
from tests.intake.costs.lists import AID, LINES, written

if TYPE_CHECKING:
    from pathlib import Path

COST = {"name": "cost", "kind": "money", "column": "total", "best": "$0", "worst": "$8,000"}


def refused(**keys: object) -> str:
    """What is said of a cost with these keys."""
    with pytest.raises(BadInput) as caught:
        read_criteria({"criteria": [{**COST, **keys}]})
    return "\n".join(str(fault) for fault in caught.value.faults)


def test_a_list_that_is_not_there_offers_the_nearest() -> None:
    assert refused(add="medical-codng") == (
        'criteria[1].add  "medical-codng"  is no bundled list and no file. Did you mean "medical-coding"? '
        "The bundled lists are: medical-coding."
    )


def test_each_of_several_lists_is_looked_for() -> None:
    assert refused(aid=["massachusets", "nowhere.yaml"]) == (
        'criteria[1].aid[1]  "massachusets"  is no bundled list and no file. Did you mean "massachusetts"? '
        "The bundled lists are: federal, massachusetts.\n"
        'criteria[1].aid[2]  "nowhere.yaml"  is no bundled list and no file. '
        "The bundled lists are: federal, massachusetts."
    )


def test_answers_need_a_list_that_asks() -> None:
    assert refused(person={"bachelor": "no"}) == (
        "criteria[1].person  needs `aid:`. Your answers say which grants are for you."
    )


def test_an_answer_to_nothing_offers_the_nearest() -> None:
    said = refused(aid="massachusetts", person={"massachusets resident": "yes", "bachelor": "perhaps", "start": "July"})

    assert said == (
        'criteria[1].person.massachusets resident  "massachusets resident"  is asked by no list of aid. '
        'Did you mean "massachusetts resident"?\n'
        'criteria[1].person.bachelor  "perhaps"  takes yes or no.\n'
        'criteria[1].person.start  "July"  is no month. Write it such as 2026-07.'
    )


def test_an_award_is_yes_or_no_or_an_amount() -> None:
    assert refused(aid="federal", person={"Pell Grant": "some"}) == (
        'criteria[1].person.Pell Grant  "some"  is no amount. Write $425, or a range such as $157 to $222.'
    )


def test_the_keys_of_a_bill_go_with_money_only() -> None:
    said = {"name": "length", "kind": "duration", "column": "months", "best": "0", "worst": "24 months"}

    with pytest.raises(BadCriteria) as caught:
        read_criteria({"criteria": [{**said, "add": "medical-coding", "override": "mine"}]})

    assert [str(fault) for fault in caught.value.faults] == [
        "criteria[1].add  does not go with duration. It goes with: money.",
        "criteria[1].override  does not go with duration. It goes with: money.",
    ]


def test_your_own_figure_is_a_way_to_state_a_cost() -> None:
    only_own = {key: value for key, value in COST.items() if key != "column"}

    assert read_criteria({"criteria": [{**only_own, "override": "mine"}]})["cost"].costing.override == "mine"


BAD_LINES = """
titel: x
lines:
  - {name: dues, amount: a lot, source: AAPC}
  - {name: exam, amount: $425 per year, when: exam CPC}
  - {name: exam, amount: $300, column: exam_fee, pass_rate: 1, source: s}
  - dues
words: [CPC]
"""
BAD_AID = """
grants:
  - {name: Student loan, covers: [tuition], source: a bank}
  - {name: Both, covers: [tuition], gives: time, source: s}
  - {name: Odd, amount: $500, person: [poor], program: [hours 150], from: July, source: s}
  - {name: Maybe, covers: [tuition], last_dollar: perhaps, person: {poor: often}, source: s}
  - {covers: [tuition]}
  - {name: Late, covers: [tuition], not_with: [Late, Mabye], source: s}
questions: what
"""


def faults_of(folder: Path, key: str, text: str) -> list[tuple[str, int | None, str]]:
    """Line and words of each fault of a list; each names the list's own file."""
    path = written(folder, "list.yaml", text)
    with pytest.raises(BadCriteria) as caught:
        read_criteria({"criteria": [{**COST, key: path}]})
    assert {fault.file for fault in caught.value.faults} == {path}
    return sorted((fault.path, fault.line, fault.problem) for fault in caught.value.faults)


def test_every_fault_of_a_list_of_costs_is_told_with_its_line(tmp_path: Path) -> None:
    assert faults_of(tmp_path, "add", BAD_LINES) == [
        ("lines[1].amount", 4, "is no amount. Write $425, or a range such as $157 to $222."),
        ("lines[2].amount", 5, "is no amount. Write $425, or a range such as $157 to $222."),
        ("lines[2].source", 5, "is missing. Add it."),
        (
            "lines[2].when",
            5,
            "is no condition. Write a column, is, has, at least, at most, below or above, and a value: exam is CPC.",
        ),
        ("lines[3].column", 6, "stands on the first line called exam, and counts for all of them."),
        ("lines[3].pass_rate", 6, "could be 1 % or 100 %. Write 1% or 100%."),
        ("lines[4]", 7, "is no entry. Begin each with `- name:` and put its keys below."),
        ("titel", 2, 'not a key here. Did you mean "title"?'),
        ("words", 8, "takes a mapping from label to its other spellings."),
    ]


def test_every_fault_of_a_list_of_grants_is_told_with_its_line(tmp_path: Path) -> None:
    one_of_two = "takes one of `covers:`, what it pays, and `gives:`, what it gives that is no money off."

    assert faults_of(tmp_path, "aid", BAD_AID) == [
        ("grants[1].name", 3, "is a loan. A loan is paid back and lowers no cost: leave it out."),
        ("grants[2]", 4, one_of_two),
        ("grants[3]", 5, one_of_two),
        ("grants[3].from", 5, "is no month. Write it such as 2026-07."),
        ("grants[3].person", 5, "takes questions and answers, such as {bachelor: no}."),
        (
            "grants[3].program[1]",
            5,
            "is no condition. Write a column, is, has, at least, at most, below or above, and a value: exam is CPC.",
        ),
        ("grants[4].last_dollar", 6, "takes yes or no."),
        ("grants[4].person.poor", 6, "takes yes or no."),
        ("grants[5].name", 7, "is missing. Add it."),
        ("grants[5].source", 7, "is missing. Add it."),
        ("grants[6].not_with", 8, 'names "Late", which is no other grant of this list.'),
        ("grants[6].not_with", 8, 'names "Mabye", which is no other grant of this list. Did you mean "Maybe"?'),
        ("questions", 9, "takes the sentence of each question, such as {bachelor: Do you hold a bachelor's degree?}."),
    ]


@pytest.mark.parametrize("text", ["title: x", "lines: []", "lines: x"])
def test_a_list_without_entries_is_a_fault(tmp_path: Path, text: str) -> None:
    (fault,) = faults_of(tmp_path, "add", text)

    assert fault[2] == "is missing or no list. List what there is under `lines:`, each begun with `- name:`."


def test_a_list_that_is_no_yaml_says_where(tmp_path: Path) -> None:
    (fault,) = faults_of(tmp_path, "add", "lines:\n  - {name: x")

    assert fault[1:] == (2, "this is not YAML: a { is opened and never closed.")


# ── options ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_lists_and_answers_can_be_set() -> None:
    answers = "massachusetts resident: yes, bachelor: no, Pell Grant: $3,000"
    given = {"cost.add": "medical-coding", "cost.aid": "massachusetts,federal", "cost.person": answers}

    wanted = read_criteria({"criteria": [COST]}, set=given)

    costing = wanted["cost"].costing
    assert list(costing.lists) == ["costs/medical-coding", "aid/massachusetts", "aid/federal"]
    assert costing.person == {"massachusetts resident": "yes", "bachelor": "no", "Pell Grant": "$3000"}


def test_an_amount_with_a_comma_is_one_answer() -> None:
    given = {"cost.aid": "federal", "cost.person": "Pell Grant: $3,000, wioa award: no"}

    assert read_criteria({"criteria": [COST]}, set=given)["cost"].costing.person == {
        "Pell Grant": "$3000",
        "wioa award": "no",
    }


def test_answers_can_be_given_as_a_mapping() -> None:
    given = {"cost.aid": ["federal"], "cost.person": {"Pell Grant": 3000, "wioa award": False}}

    wanted = read_criteria({"criteria": [COST]}, set=given)

    assert wanted["cost"].costing.person == {"Pell Grant": "3000", "wioa award": "no"}
    assert wanted.overrides == {"cost.aid": "federal", "cost.person": "Pell Grant: 3000, wioa award: no"}


def test_none_takes_lists_away() -> None:
    wanted = read_criteria("true-cost", set={"cost.add": "none", "cost.aid": "none"})

    assert (wanted["cost"].costing.lines, wanted["cost"].costing.grants) == ((), ())


def test_a_fault_in_an_option_names_it() -> None:
    with pytest.raises(BadOptions) as caught:
        read_criteria("true-cost", set={"cost.person": "bachelor"})

    assert [str(fault) for fault in caught.value.faults] == [
        '--set cost.person  "bachelor"  takes your answers, such as {bachelor: no}.'
    ]


# ── what is read ──────────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_default_set_assumes_nothing() -> None:
    costing = read_criteria("medical-coding")["cost"].costing

    assert (costing.override, costing.credits, costing.length) == ("my_cost", "credits", "months")
    assert (costing.lines, costing.grants) == ((), ())


def test_a_cost_without_these_keys_is_as_the_file_states_it() -> None:
    assert read_criteria("guide")["cost"].costing is NO_COSTING


def test_an_expected_cost_is_the_share_who_pay_again_times_the_fee(tmp_path: Path) -> None:
    """The CCA: 62 % of 2,101 passed at the first try in 2025, and a retake is full price ($199 or $299)."""
    text = "lines: [{name: retakes, amount: $199 to $299, pass_rate: 62%, source: the issuer}]"

    (line,) = read_criteria({"criteria": [{**COST, "add": written(tmp_path, "l.yaml", text)}]})["cost"].costing.lines

    assert (line.low, line.high) == (76, 114)


def test_a_list_that_changed_is_read_again(tmp_path: Path) -> None:
    criteria = {"criteria": [{**COST, "add": written(tmp_path, "lines.yaml", LINES)}]}
    before = read_criteria(criteria)["cost"].costing

    written(tmp_path, "lines.yaml", LINES.replace("$300", "$400"))
    after = read_criteria(criteria)["cost"].costing

    assert (before.lines[0].low, after.lines[0].low) == (300, 400)
    assert before.lists != after.lists


def test_the_bundled_lists_say_who_says_so_and_from_when() -> None:
    costing = read_criteria("true-cost")["cost"].costing

    assert [line.name for line in costing.lines if not (line.source and line.as_of)] == []
    assert [grant.name for grant in costing.grants if not (grant.source and grant.as_of)] == []


def test_everything_a_grant_asks_of_a_person_has_a_sentence() -> None:
    costing = read_criteria("true-cost")["cost"].costing

    asked = {name for grant in costing.grants for name in grant.person}
    assert asked == set(costing.questions)


def test_true_cost_is_the_default_set_with_lists() -> None:
    default, dearer = read_criteria("medical-coding"), read_criteria("true-cost")

    for_both = [
        (c.name, c.column, c.must, c.scale, c.unknown, c.aliases, c.words, c.parts, c.less) for c in default.criteria
    ]
    assert for_both == [
        (c.name, c.column, c.must, c.scale, c.unknown, c.aliases, c.words, c.parts, c.less) for c in dearer.criteria
    ]
    assert default.weights == dearer.weights


def test_aid_of_ones_own_is_read_from_a_path(tmp_path: Path) -> None:
    costing = read_criteria({"criteria": [{**COST, "aid": written(tmp_path, "a.yaml", AID)}]})["cost"].costing

    assert [grant.name for grant in costing.grants] == ["Last", "First", "Short", "Benefits"]
