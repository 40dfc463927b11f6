"""How sure a decision is, in words: every template whole, at 80 columns and in 60 of ASCII."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from decision.procedure import find_out
from decision.report.screen.page import html
from decision.report.screen.terminal import terminal
from decision.report.view.panels import Item
from decision.report.view.sight import look
from decision.report.view.sure import how_sure
from decision.report.view.view import view
from tests.report.found_out import CASES, INSIGHTS
from tests.report.golden import golden
from tests.report.screen.test_terminal import ANY_NAME, columns_at_most
from tests.report.views_fixture import (
    FOUR,
    HARBOR,
    LINDEN,
    MILL,
    QUABBIN,
    QUAY,
    dollars,
    label,
    outcome_of,
    passed,
    program,
    unknown,
)

JARGON = re.compile(r"\b(alternative|utilit|normali[sz]ed|nan\b|smaa|null\b|draws?\b|robust|dominat)", re.IGNORECASE)


@pytest.mark.parametrize("name", CASES)
def test_the_answer_is_drawn_as_the_golden_file_shows(name: str) -> None:
    drawn = terminal(CASES[name], INSIGHTS[name], output="ranked.csv")

    assert drawn == golden(f"insight_{name}_80")


@pytest.mark.parametrize("name", CASES)
def test_on_a_narrow_terminal_without_unicode_the_same_is_said(name: str) -> None:
    drawn = terminal(CASES[name], INSIGHTS[name], width=60, unicode=False, output="ranked.csv")

    assert drawn == golden(f"insight_{name}_60")
    assert drawn.isascii()


@pytest.mark.parametrize("name", CASES)
def test_no_jargon_is_said(name: str) -> None:
    assert JARGON.findall(terminal(CASES[name], INSIGHTS[name])) == []


@pytest.mark.parametrize("name", CASES)
def test_color_adds_nothing_to_the_text(name: str) -> None:
    painted = terminal(CASES[name], INSIGHTS[name], color=True)

    assert re.sub(r"\x1b\[\d+m", "", painted) == terminal(CASES[name], INSIGHTS[name])


class _Cells(HTMLParser):
    """Gathers the texts of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


@pytest.mark.parametrize("name", CASES)
def test_page_and_terminal_say_the_same_remarks_in_the_same_order(name: str) -> None:
    page = _Cells()

    page.feed(html(CASES[name], INSIGHTS[name]))

    seen = view(CASES[name], INSIGHTS[name], most=20, unicode=True, rest="see .ranking")
    sentences = [sentence for remark in seen.remarks for item in remark.items for sentence in item.sentences]
    lines = " ".join(terminal(CASES[name], INSIGHTS[name], width=300).split())
    places = [lines.index(sentence) for sentence in sentences]
    texts = [text.removeprefix(": ") for text in page.texts]
    assert [text for text in texts if text in sentences] == sentences
    assert places == sorted(places)


def test_without_an_insight_nothing_is_said_of_certainty() -> None:
    labels = [remark.label for remark in view(CASES["too_close"], most=10, unicode=True, rest="").remarks]

    assert labels == ["Why Harbor", "but", "Ask first", "Not far off"]


@given(
    names=st.lists(ANY_NAME, min_size=1, max_size=5),
    width=st.integers(40, 160),
    is_unicode=st.booleans(),
    shortlist=st.integers(1, 4),
)
def test_no_line_is_wider_than_the_terminal(names: list[str], width: int, is_unicode: bool, shortlist: int) -> None:
    cells = [HARBOR, program("", unknown(), dollars(100), label("online")), QUAY, LINDEN, MILL]
    table = [(name, known) for name, (_, known) in zip(names, cells, strict=False)]
    outcome = outcome_of(replace(FOUR, shortlist=shortlist), table)

    drawn = terminal(outcome, find_out(outcome, draws=50), width=width, unicode=is_unicode)

    assert max(map(columns_at_most, drawn.splitlines())) <= width
    assert all(character.isprintable() for character in drawn.replace("\n", ""))


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 60), st.integers(0, 2)), min_size=2, max_size=6))
def test_who_is_sure_to_be_first_is_first(facts: list[tuple[int, int, int]]) -> None:
    times = ("online", "evening", "weekend")
    table = [
        program(f"Town {number}", passed(30 + passers, 60), dollars(100.0 * cost), label(times[time]))
        for number, (passers, cost, time) in enumerate(facts)
    ]
    outcome = outcome_of(FOUR, table)
    insight = find_out(outcome, draws=200)

    seen = view(outcome, insight, most=10, unicode=True, rest="")

    told = [item for remark in seen.remarks if remark.label == "How sure" for item in remark.items]
    verdicts = [item.sentences[0].split(":")[0] for item in told]
    first = outcome.points.score[outcome.ranking.order[:2]].round(9)
    is_level = len(insight.certainty.standing.rows) > 1 and first[0] == first[1]
    assert not (is_level and any(verdict.startswith(("Sure", "Likely")) for verdict in verdicts))


def said(name: str, **changes: object) -> tuple[str, ...]:
    """Give the sentences of a case, its readings changed."""
    outcome, insight = CASES[name], INSIGHTS[name]
    readings = replace(insight.certainty.readings, **changes)  # type: ignore[arg-type]
    sight = look(outcome, outcome.ranking.order.tolist(), unicode=True)
    certainty = replace(insight.certainty, readings=readings)
    (remark,) = how_sure(sight, replace(insight, certainty=certainty))
    assert [type(item) for item in remark.items] == [Item]
    return remark.items[0].sentences


def test_few_readings_are_told_more_coarsely() -> None:
    assert said("likely", error=0.2)[0] == (
        "Likely: first in most readings of your priorities and of the luck of small classes."
    )


def test_all_readings_are_not_called_sure_where_the_order_does_not_prove_it() -> None:
    sentences = said("likely", first=INSIGHTS["likely"].certainty.readings.first.round())

    assert sentences[0] == "Likely: first in all readings of your priorities and of the luck of small classes."


@pytest.mark.parametrize(
    ("weights", "facts", "doubt"),
    [
        (0.9, 0.6, "The doubt is in the facts, not in how much each concern counts."),
        (0.6, 0.9, "The doubt is in how much each concern counts, not in the facts."),
    ],
)
def test_the_greater_source_of_doubt_is_named(weights: float, facts: float, doubt: str) -> None:
    shares = INSIGHTS["likely"].certainty.readings.first * 0

    assert said("likely", from_weights=shares + weights, from_unknowns=shares + facts)[1] == doubt


def test_a_reading_that_shows_a_program_first_keeps_it_from_being_ruled_out() -> None:
    ruled_out = "Of the 502 that fit, only Town 9 and Town 1 can come first with your order."
    shares = INSIGHTS["above_500"].certainty.readings.first

    assert ruled_out in said("above_500")
    assert ruled_out not in said("above_500", first=shares + 0.001)


def test_a_program_that_fits_alone_with_others_to_ask_has_nothing_beside_it_yet() -> None:
    outcome = outcome_of(FOUR, [HARBOR, program("Blue Hills", unknown(), dollars(4100), label("evening"))])

    (remark,) = how_sure(look(outcome, [0, 1], unicode=True), find_out(outcome))

    assert remark.items[0].sentences[0] == (
        "Harbor is the only program that surely fits, so nothing competes with it yet."
    )


def test_two_that_fit_are_told_by_name() -> None:
    outcome = outcome_of(FOUR, [HARBOR, QUABBIN])

    (remark,) = how_sure(look(outcome, [0, 1], unicode=True), find_out(outcome))

    assert remark.items[0].sentences[0] == (
        "Sure from your order alone, with every rate as counted: Harbor stands above Quabbin, whatever weights follow"
        " that order."
    )


def test_level_programs_of_which_readings_show_no_other_first_are_told_once() -> None:
    first = INSIGHTS["tie"].certainty.readings.first

    assert said("tie", first=first * [1, 0, 0])[0] == (
        "Too close to call: what you told us puts them level. Visit them, or say what else matters to you."
    )


def test_without_a_rival_only_the_first_is_named() -> None:
    first = INSIGHTS["likely"].certainty.readings.first

    assert said("likely", first=first * [0.5, 0, 0])[0] == (
        "Too close to call: Harbor is first in 4 of 10 readings of your priorities and of the luck of small classes."
    )
