"""Hypothesis strategies: small tables of programs and criteria that read like real ones, and shrink to a line or two.

Everything is written in the oracle's canonical notation; `another_spelling` gives other ways to type the same fact.
The one rule: whatever these give is legal input, so that a fault raised in a property is a fault of ours.
"""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

__all__ = ["CONCERNS", "Concern", "Problem", "another_spelling", "cells_of", "csv_bytes", "problems", "weightings"]

LABELS = {
    "accreditation": ("AAPC", "CAHIIM", "NHA", "state board"),
    "schedule": ("evening", "weekend", "online", "daytime"),
    "job help": ("yes", "no"),
}
UNKNOWN_WORDS = ("", "N/A", "TBD", "-", "contact school", "not published", "PrivacySuppressed")


@dataclass(frozen=True)
class Concern:
    """One criterion and the columns its fact is read from."""

    criterion: dict[str, Any]
    columns: tuple[str, ...]

    @property
    def name(self) -> str:
        return str(self.criterion["name"])


@dataclass(frozen=True)
class Problem:
    """A table and criteria, as the oracle and the package take them."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    concerns: tuple[Concern, ...]
    weights: Any = "order"
    shortlist: int = 3

    def __repr__(self) -> str:
        table = "\n".join(",".join(row) for row in (self.header, *self.rows))
        return f"Problem(\n{table}\n{self.criteria}\n)"

    @property
    def criteria(self) -> dict[str, Any]:
        """The criteria as a mapping in the format of the criteria file."""
        listed = [concern.criterion for concern in self.concerns]
        return {"title": "Test", "shortlist": str(self.shortlist), "criteria": listed, "weights": self.weights}

    @property
    def data(self) -> bytes:
        """The table as CSV."""
        return csv_bytes([self.header, *self.rows])

    @property
    def scored(self) -> list[str]:
        """The names of the criteria that earn points."""
        return [c.name for c in self.concerns if "scale" in c.criterion or "best" in c.criterion]

    def cell(self, row: int, column: str) -> str:
        """Give one cell; rows count from 0."""
        return self.rows[row][self.header.index(column)]

    def with_cells(self, row: int, changed: Mapping[str, str]) -> Problem:
        """Give the same problem with some cells of one row changed."""
        cells = tuple(changed.get(h, text) for h, text in zip(self.header, self.rows[row], strict=True))
        return self.with_rows([*self.rows[:row], cells, *self.rows[row + 1 :]])

    def with_rows(self, rows: Sequence[Sequence[str]]) -> Problem:
        """Give the same problem with other rows."""
        return Problem(self.header, tuple(map(tuple, rows)), self.concerns, self.weights, self.shortlist)

    def with_concerns(self, concerns: Sequence[Concern]) -> Problem:
        """Give the same table with other criteria."""
        return Problem(self.header, self.rows, tuple(concerns), self.weights, self.shortlist)


def csv_bytes(table: Sequence[Sequence[str]], *, separator: str = ",", line_end: str = "\r\n") -> bytes:
    """Write a table as CSV."""
    out = io.StringIO()
    csv.writer(out, delimiter=separator, lineterminator=line_end).writerows(table)
    return out.getvalue().encode()


# ── amounts ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def write(kind: str, value: int) -> str:
    """Write a whole amount in the canonical notation of its kind."""
    match kind:
        case "money":
            return f"${value:,}"
        case "share":
            return f"{value}%"
        case "duration":
            return f"{value} months"
        case _:
            return str(value)


def write_range(kind: str, low: int, high: int) -> str:
    """Write a range with its unit once."""
    match kind:
        case "money":
            return f"${low:,}-{high:,}"
        case "share":
            return f"{low}-{high}%"
        case "duration":
            return f"{low}-{high} months"
        case _:
            return f"{low}-{high}"


def amounts(kind: str) -> st.SearchStrategy[int]:
    """Whole amounts that a school would state; the first is the simplest."""
    match kind:
        case "money":
            return st.integers(1, 80).map(lambda hundreds: hundreds * 125)
        case "share":
            return st.integers(0, 20).map(lambda twentieths: twentieths * 5) | st.integers(0, 100)
        case "duration":
            return st.integers(1, 36)
        case _:
            return st.integers(1, 60)


def pairs(kind: str) -> st.SearchStrategy[tuple[int, int]]:
    """Two different amounts, rising."""
    return st.lists(amounts(kind), min_size=2, max_size=2, unique=True).map(lambda pair: (min(pair), max(pair)))


def stated(kind: str) -> st.SearchStrategy[str]:
    """One cell that states an amount or a range."""
    one = amounts(kind).map(lambda value: write(kind, value))
    return one | pairs(kind).map(lambda pair: write_range(kind, *pair))


def percents() -> st.SearchStrategy[str]:
    """Shares of points, 0..100 %."""
    return st.sampled_from(["0%", "100%", "50%", "25%", "80%"])


# ── criteria ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def musts(kind: str, labels: Sequence[str]) -> st.SearchStrategy[dict[str, Any]]:
    """A must-have that goes with the kind."""
    if kind == "yes_no":
        return st.sampled_from([{"is": "yes"}, {"is": "no"}])
    if labels:
        named = st.lists(st.sampled_from(labels), min_size=1, max_size=2, unique=True)
        return st.builds(lambda rule, names: {rule: names}, st.sampled_from(["any_of", "all_of", "none_of"]), named)
    one = st.builds(lambda rule, x: {rule: write(kind, x)}, st.sampled_from(["at_least", "at_most"]), amounts(kind))
    return one | pairs(kind).map(lambda pair: {"between": [write(kind, x) for x in pair]})


def scales(kind: str, labels: Sequence[str]) -> st.SearchStrategy[dict[str, Any]]:
    """Two reference points, or a mapping that may rise and fall."""
    if labels:
        names = st.sampled_from([*labels[:3], "other"]) if kind != "yes_no" else st.sampled_from(labels)
        return st.dictionaries(names, percents(), min_size=1, max_size=3).map(lambda scale: {"scale": scale})
    ends = st.lists(amounts(kind), min_size=2, max_size=2, unique=True)
    two = ends.map(lambda pair: {"worst": write(kind, pair[0]), "best": write(kind, pair[1])})
    knots = st.dictionaries(amounts(kind).map(lambda x: write(kind, x)), percents(), min_size=2, max_size=4)
    return two | knots.map(lambda scale: {"scale": scale})


def unknowns(kind: str, labels: Sequence[str]) -> st.SearchStrategy[Any]:
    """What the user says of an unknown."""
    if labels:
        plausible = st.lists(st.sampled_from(labels), min_size=1, max_size=2, unique=True)
        value = st.sampled_from(labels)
    else:
        plausible = pairs(kind).map(lambda pair: [write(kind, x) for x in pair])
        value = amounts(kind).map(lambda x: write(kind, x))
    return (
        st.sampled_from(["ask", "out"])
        | plausible.map(lambda named: {"between": named})
        | value.map(lambda named: {"assume": named})
    )


@st.composite
def concern(draw: st.DrawFn, name: str, *, is_honest: bool) -> Concern:
    """One criterion by its name; an honest one has no plausible values of the user's own."""
    column, kind, extra = CONCERNS[name]
    labels = LABELS.get(name, ())
    more = draw(st.sampled_from(extra))
    shape = draw(st.sampled_from(["scale", "must", "both"]))
    criterion: dict[str, Any] = {"name": name, "column": column, "kind": kind} | more
    if shape != "scale":
        criterion["must"] = draw(musts(kind, labels))
    if shape != "must":
        criterion |= draw(scales(kind, labels))
    rules = st.sampled_from(["ask", "out"]) if is_honest else unknowns(kind, labels)
    rule = draw(st.none() | rules)
    if rule is not None and (shape != "scale" or not isinstance(rule, str)):
        criterion["unknown"] = rule if shape != "must" or isinstance(rule, str) else "ask"
    listed = (column, more.get("passed"), more.get("took"), *more.get("parts", ()), *more.get("less", ()))
    return Concern(criterion, tuple(header for header in listed if header))


COUNTED = {"passed": "passers", "took": "takers"}
CONCERNS: Mapping[str, tuple[str, str, tuple[dict[str, Any], ...]]] = {
    "cost": ("total_cost", "money", ({}, {"parts": ["tuition", "books"], "less": ["grants"]}, {"parts": ["tuition"]})),
    "pass rate": (
        "pass_rate",
        "share",
        ({}, COUNTED, {**COUNTED, "base_rate": "62%", "base_takers": "20"}, {"base_rate": "60%"}),
    ),
    "length": ("months", "duration", ({},)),
    "credits": ("credits", "number", ({}, {"unit": "credits"})),
    "accreditation": ("accreditation", "category", ({},)),
    "schedule": ("schedule", "schedule", ({},)),
    "job help": ("job_help", "yes_no", ({},)),
}
"""Name -> column, kind, and what else the criterion may say."""


def weightings(names: Sequence[str]) -> st.SearchStrategy[Any]:
    """A way to weigh the criteria of these names."""
    plain = st.sampled_from(["order", "rank_sum", "equal"])
    if not names:
        return plain
    points = st.lists(st.integers(0, 5), min_size=len(names), max_size=len(names)).filter(any)
    mapping = points.map(lambda given: {n: str(p) for n, p in zip(names, given, strict=True)})
    order = st.permutations(names).flatmap(
        lambda listed: st.integers(0, len(listed) - 1).map(
            lambda cut: {"order": [*listed[:cut], list(listed[cut:])] if cut < len(listed) - 1 else list(listed)}
        )
    )
    return plain | mapping | order


# ── rows ──────────────────────────────────────────────────────────────────────────────────────────────────────────────


@st.composite
def cells_of(draw: st.DrawFn, concern: Concern, *, is_stated: bool = False) -> dict[str, str]:
    """The cells of one fact, by header; stated in at least one way if asked for."""
    criterion, kind = concern.criterion, str(concern.criterion["kind"])
    cells = dict.fromkeys(concern.columns, "")
    ways = [way for way, key in (("column", "column"), ("counts", "took"), ("parts", "parts")) if key in criterion]
    way = draw(st.sampled_from(ways if is_stated else [*ways, "unknown"]))
    if way == "column":
        cells[criterion["column"]] = draw(typed(concern))
    if way == "counts":
        cells |= draw(counted(criterion))
    if way == "parts":
        blank = st.nothing() if is_stated else st.just("")
        cells |= {part: draw(stated(kind) | blank) for part in criterion["parts"]}
        cells |= {less: draw(st.just("") | stated(kind)) for less in criterion.get("less", ())}
    return cells


def typed(concern: Concern) -> st.SearchStrategy[str]:
    """One cell of the criterion's own column."""
    kind = str(concern.criterion["kind"])
    if concern.name == "job help":
        return st.sampled_from(LABELS[concern.name])
    if concern.name in LABELS:
        return st.lists(st.sampled_from(LABELS[concern.name]), min_size=1, max_size=2, unique=True).map("; ".join)
    if kind == "share":
        return stated(kind) | takers().map(lambda pair: f"{pair[0]} of {pair[1]}")
    return stated(kind)


def takers() -> st.SearchStrategy[tuple[int, int]]:
    """Passed and took."""
    return st.integers(1, 40).flatmap(lambda took: st.integers(0, took).map(lambda passed: (passed, took)))


@st.composite
def counted(draw: st.DrawFn, criterion: Mapping[str, Any]) -> dict[str, str]:
    """Both count columns, and perhaps a printed rate that they beat."""
    passed, took = draw(takers())
    printed = draw(st.just("") | st.just(f"{100 * passed // took}%"))
    return {criterion["passed"]: str(passed), criterion["took"]: str(took), criterion["column"]: printed}


@st.composite
def problems(draw: st.DrawFn, *, is_honest: bool = False, min_rows: int = 1, max_rows: int = 8) -> Problem:
    """A small table of programs and one to five criteria for it."""
    names = draw(st.lists(st.sampled_from(list(CONCERNS)), min_size=1, max_size=5, unique=True))
    concerns = [draw(concern(name, is_honest=is_honest)) for name in names]
    header = ("program", *(column for each in concerns for column in each.columns))
    rows = []
    for _ in range(draw(st.integers(min_rows, max_rows))):
        cells = {"program": draw(st.sampled_from(["Ash", "Birch", "Cedar", "Elm", "Fir", "Holly", "Larch", "Maple"]))}
        for each in concerns:
            cells |= draw(cells_of(each))
        rows.append(tuple(cells[h] for h in header))
    problem = Problem(header, tuple(rows), tuple(concerns))
    weights = draw(weightings(problem.scored))
    return Problem(header, tuple(rows), tuple(concerns), weights, draw(st.sampled_from([3, 1, 2])))


# ── other spellings ───────────────────────────────────────────────────────────────────────────────────────────────────


def another_spelling(text: str) -> st.SearchStrategy[str]:
    """Other ways to type the same cell; the cell itself among them."""
    bare = text.replace(",", "").lstrip("$")
    if not text:
        return st.sampled_from(UNKNOWN_WORDS)
    if text.startswith("$") and "-" not in text:
        return st.sampled_from([text, bare, f"{text}.00", f" {text} ", f"${bare}", f"USD {bare}"])
    if text.startswith("$"):
        low, _, high = text.partition("-")
        return st.sampled_from([text, f"{low}-${high}", f"{low} - ${high}", f"{low} to ${high}", f"{low}\u2013${high}"])
    if " of " in text:
        passed, _, took = text.partition(" of ")
        return st.sampled_from([text, f"{passed}/{took}", f" {passed} of {took} ", f"{passed} out of {took}"])
    if text.endswith("%"):
        return st.sampled_from([text, f"{text[:-1]} %", f" {text}"])
    if text.endswith(" months"):
        return st.sampled_from([text, text.replace("months", "mo"), text.replace(" months", " Months")])
    if text in ("yes", "no"):
        return st.sampled_from([text, text.upper(), text.title(), text[0].upper()])
    return st.sampled_from([text, f" {text} ", text.replace("; ", ";")])
