"""The headers of a table become a commented criteria file to start from.

Every criterion it guesses stands on a header's own words; a header that says nothing becomes a commented entry, never a
rule.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from decision.intake.criteria.yaml_text import as_text
from decision.model import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["starting_file"]

_HEAD = """\
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
"""
_WORDS = (
    (re.compile(r"cost|price|tuition|fees?\b|amount", re.I), Kind.MONEY),
    (re.compile(r"rate\b|percent|share\b|%", re.I), Kind.SHARE),
    (re.compile(r"months?\b|duration|length", re.I), Kind.DURATION),
    (re.compile(r"schedule|class times?\b|meets\b", re.I), Kind.SCHEDULE),
)
_GUESSES = {
    Kind.MONEY: ("    # must: {at_most: 6000}   # your budget", "    worst: $10,000", "    best: $0"),
    Kind.SHARE: ("    # must: {at_least: 60%}", "    worst: 0%", "    best: 100%"),
    Kind.DURATION: ("    # must: {at_most: 12 months}", "    worst: 24 months", "    best: 0 months"),
    Kind.SCHEDULE: ("    must: {any_of: [evening, weekend, online]}   # when you can come",),
}
_OTHERS = """\
  # What the other columns hold cannot be told from their headers. Take those that matter to you, say their kind (money,
  # share, number, duration, category, schedule, yes_no) and add a rule, such as
  #   kind: category
  #   must: {any_of: [the words you accept]}"""
_PROGRAM = ("program", "program name", "name")
_EXAMPLE = "total_cost"
_MOST = 40  # entries of each sort; more would be no start


def starting_file(headers: Sequence[str]) -> str:
    """Write a criteria file to start from.

    Parameters
    ----------
    headers
        The headers of a table of programs, as typed; blank and repeated ones are passed over.

    Returns
    -------
    str
        A criteria file without faults, ready to be changed.

    Examples
    --------
    >>> print(starting_file(["program", "total_cost"])[-140:])
      - name: "total cost"
        column: "total_cost"
        kind: money
        # must: {at_most: 6000}   # your budget
        worst: $10,000
        best: $0
    <BLANKLINE>
    """
    by_name: dict[str, str] = {}
    for header in headers:
        by_name.setdefault(_name(header).casefold(), header)
    named = [header for name, header in by_name.items() if name and name not in _PROGRAM]
    guessed = [(header, kind) for header in named if (kind := _kind(header))][:_MOST]
    others = [header for header in named if not _kind(header)][:_MOST]
    entries = [_entry(header, kind) for header, kind in guessed or [(_EXAMPLE, Kind.MONEY)]]
    return _HEAD + "\n".join([*entries, *([_commented(others)] if others else [])])


def _name(header: str) -> str:
    """Give a header as a name: one line of printable characters; empty where it holds half a character."""
    if any("\ud800" <= character <= "\udfff" for character in header):
        return ""
    return " ".join("".join(c if c.isprintable() and c != "_" else " " for c in header).split())


def _kind(header: str) -> Kind | None:
    words = header.replace("_", " ")
    return next((kind for pattern, kind in _WORDS if pattern.search(words)), None)


def _entry(header: str, kind: Kind) -> str:
    lines = [f"  - name: {as_text(_name(header))}", f"    column: {as_text(header.strip())}", f"    kind: {kind.value}"]
    return "\n".join([*lines, *_GUESSES[kind], ""])


def _commented(headers: Sequence[str]) -> str:
    """Give the headers that say nothing of their kind as entries in comments."""
    lines = [_OTHERS]
    for header in headers:
        lines += [f"  # - name: {as_text(_name(header))}", f"  #   column: {as_text(header.strip())}"]
    return "\n".join([*lines, ""])
