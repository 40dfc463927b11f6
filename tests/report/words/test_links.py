from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from decision.report.words.links import safe_links


@pytest.mark.parametrize(
    ("cell", "links"),
    [
        ("https://bhcc.edu/costs", ("https://bhcc.edu/costs",)),
        ("HTTPS://bhcc.edu", ("HTTPS://bhcc.edu",)),
        ("https://a.edu/x; http://b.edu/y", ("https://a.edu/x", "http://b.edu/y")),
        ("https://a.edu/x;http://b.edu/y", ("https://a.edu/x", "http://b.edu/y")),
        ("see https://a.edu/x.", ("https://a.edu/x",)),
        ("https://a.edu/x https://a.edu/x", ("https://a.edu/x",)),
        ("https://a.edu/p,q?r=1;s=2", ("https://a.edu/p,q?r=1;s=2",)),
    ],
)
def test_addresses_are_found(cell: str, links: tuple[str, ...]) -> None:
    assert safe_links(cell) == links


@pytest.mark.parametrize(
    "cell",
    [
        "",
        "bhcc.edu",
        "javascript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "ftp://a.edu",
        "https://",
        "https:///x",
        "http://[::1",
        'https://a.edu/"onclick=alert(1)',
        "https://a.edu/<b>",
        "https://a.edu/\u202egpj",
        "https://a.edu/\x1b[31m",
        "//a.edu/x",
        f"https://a.edu/{'x' * 2000}",
    ],
)
def test_anything_else_is_no_link(cell: str) -> None:
    assert safe_links(cell) == ()


def test_five_links_are_enough() -> None:
    assert len(safe_links(" ".join(f"https://a.edu/{number}" for number in range(9)))) == 5


@given(
    st.lists(st.sampled_from(["https://", "http://", "a.edu", "/", '"', "<", ">", "'", ";", " ", "java", "\n", "ü"]))
)
def test_no_link_can_leave_its_attribute(parts: list[str]) -> None:
    assert [link for link in safe_links("".join(parts)) if not re.fullmatch(r"https?://[^\s<>\"'`]+", link)] == []
