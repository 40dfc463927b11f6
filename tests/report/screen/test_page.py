from __future__ import annotations

import json
from dataclasses import replace
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest

from decision.report.screen.page import html
from decision.report.screen.terminal import terminal
from tests.report.golden import golden
from tests.report.views_fixture import (
    FOUR,
    HARBOR,
    LINDEN,
    OUTCOMES,
    QUAY,
    SOME_FIT,
    criteria_of,
    dollars,
    label,
    outcome_of,
    passed,
    program,
)

if TYPE_CHECKING:
    from pathlib import Path

PAYLOADS = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)>',
    "' onmouseover='alert(1)",
    '" onfocus="alert(1)" autofocus="',
    "<a href=javascript:alert(1)>x</a>",
    "<iframe src=//example.org></iframe>",
    "</td></tr></table><script>alert(1)</script>",
    "<style>*{display:none}</style>",
    "<!-- <script>alert(1)</script> -->",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "<math><mtext><script>alert(1)</script></mtext></math>",
    "<link rel=stylesheet href=//example.org/x.css>",
    "<base href=//example.org>",
    "<form action=//example.org><input name=x>",
    "]]><script>alert(1)</script>",
)
TAGS = {"b", "br", "div", "p", "span", "table", "tbody", "td", "th", "thead", "tr", "style"}
ATTRIBUTES = {"aria-hidden", "class", "scope", "style"}


class Reader(HTMLParser):
    """Notes every tag, attribute and text."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.styles: set[str] = set()
        self.texts: list[str] = []
        self.depth: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes.update(name for name, _ in attrs)
        self.styles.update(value or "" for name, value in attrs if name == "style")
        self.depth.extend([tag] * (tag != "br"))

    def handle_endtag(self, tag: str) -> None:
        assert self.depth.pop() == tag

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


def read(page: str) -> Reader:
    reader = Reader()
    reader.feed(page)
    reader.close()
    return reader


def test_the_page_is_written_as_the_golden_file_shows() -> None:
    assert html(SOME_FIT).replace("><", ">\n<") + "\n" == golden("page_some_fit")


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_name_that_is_markup_is_shown_as_text(payload: str) -> None:
    outcome = outcome_of(FOUR, [(payload, HARBOR[1]), (f"{payload} 2", LINDEN[1]), (f"{payload} 3", QUAY[1])])

    reader = read(html(outcome))

    assert reader.tags <= TAGS
    assert reader.attributes <= ATTRIBUTES
    assert payload in reader.texts


def test_naughty_strings_bring_no_tag_no_attribute_and_no_control(shared: Path) -> None:
    strings = json.loads((shared / "corpora" / "blns" / "blns.json").read_text(encoding="utf-8"))
    plain = html(SOME_FIT)

    pages = [
        html(
            outcome_of(FOUR, [program(text, passed(9, 10), dollars(1), label("evening", text), text), (text, QUAY[1])])
        )
        for text in strings
    ]

    readers = [read(page) for page in pages]
    assert {tag for reader in readers for tag in reader.tags} <= TAGS
    assert {name for reader in readers for name in reader.attributes} <= ATTRIBUTES
    assert {style.partition("width:")[0] for reader in readers for style in reader.styles} <= {
        style.partition("width:")[0] for style in read(plain).styles
    }
    assert "".join(pages).isprintable()


def test_the_page_is_one_closed_div() -> None:
    page = html(SOME_FIT)

    assert page.startswith('<div class="decision">')
    assert page.endswith("</div>")
    assert read(page).depth == []


@pytest.mark.parametrize("name", OUTCOMES)
def test_page_and_terminal_say_the_same_sentences(name: str) -> None:
    texts = read(html(OUTCOMES[name])).texts
    lines = " ".join(terminal(OUTCOMES[name], width=200).split())

    sentences = [text.removeprefix(": ") for text in texts if text.endswith((".", " passed?", "program?"))]

    assert [sentence for sentence in sentences if sentence not in lines] == []


def test_above_fifty_programs_the_first_twenty_are_shown() -> None:
    table = [program(f"Town {cost}", passed(9, 10), dollars(cost), label("evening")) for cost in range(100, 151)]

    reader = read(html(outcome_of(FOUR, table)))

    assert sum(text.startswith("Town 1") and len(text) == 8 for text in reader.texts) == 20
    assert "And 31 that fit, not shown here." in reader.texts


def test_the_page_is_a_few_kilobytes() -> None:
    assert len(html(SOME_FIT)) < 8000


def test_without_must_haves_there_is_no_funnel() -> None:
    wanted = criteria_of(*(replace(criterion, must=None) for criterion in FOUR.weighted))

    page = html(outcome_of(wanted, [HARBOR, LINDEN]))

    assert page.count("<table>") == 2
    assert "must-have" not in page
