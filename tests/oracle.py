"""A second ranker, written from the rules alone: exact fractions, one row at a time, nothing clever.

It reads a plain table (a header and rows of text in one canonical notation) and criteria as a plain mapping, and gives
what a decision must say. It shares no line with the package: where both agree, the rules were read the same way twice.

Canonical cells: `$3,450`, `$3,000-4,500`, `92%`, `60-70%`, `28 of 37`, `9 months`, `6-9 months`, `27`, `20-30`,
`evening; online`, `yes`, and an empty cell for what is not known.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from typing import Any

__all__ = ["Answer", "Line", "Loss", "Step", "judge", "share_on_scale", "weights_of"]

Range = tuple[Fraction, Fraction]
Raw = Mapping[str, Any]

LABEL_KINDS = ("category", "schedule", "yes_no")


@dataclass(frozen=True)
class Loss:
    """One failed must-have of one program."""

    criterion: str
    margin: Fraction | None
    only: bool


@dataclass(frozen=True)
class Step:
    """One line of the funnel."""

    criterion: str
    before: int
    out: int
    ask: int
    left: int


@dataclass(frozen=True)
class Line:
    """What is said of one program."""

    row: int
    name: str
    status: str
    rank: int | None
    shortlist: bool
    score: Fraction | None
    score_high: Fraction | None
    points: Mapping[str, Fraction]
    failed: tuple[Loss, ...]
    ask: tuple[str, ...]


@dataclass(frozen=True)
class Answer:
    """The whole answer: programs from first to last, and the road there."""

    lines: tuple[Line, ...]
    funnel: tuple[Step, ...]
    weights: Mapping[str, Fraction]


@dataclass(frozen=True)
class Fact:
    """What one row states about one criterion."""

    stated: Range | None = None
    """As stated: what must-haves judge."""
    counted: Range | None = None
    """As counted: what earns points."""
    labels: frozenset[str] | None = None
    at_least: Fraction | None = None
    """Of an unknown sum: what its stated parts come to."""

    @property
    def is_known(self) -> bool:
        return self.stated is not None or self.labels is not None


@dataclass(frozen=True)
class Verdict:
    """One program's answer to one must-have: ``pass``, ``ask`` or ``fail``."""

    word: str
    margin: Fraction | None = None


# ── texts ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


def number(text: str) -> Fraction:
    """Read one amount of any numeric kind."""
    text = text.strip()
    if text.endswith("%"):
        return Fraction(text[:-1].strip().replace(",", "")) / 100
    bare = text.replace("$", "").replace(",", "").split()[0]
    return Fraction(bare)


def numbers(text: str) -> Range:
    """Read an amount or a range of two; the unit stands once or twice."""
    low, dash, high = text[1:].partition("-")
    low = text[0] + low
    if not dash:
        return number(low), number(low)
    if high.strip().endswith("%") and not low.strip().endswith("%"):
        low += "%"
    return number(low), number(high)


def counts(text: str) -> tuple[Fraction, Fraction] | None:
    """Read `28 of 37`."""
    passed, of, took = text.partition(" of ")
    return (Fraction(passed), Fraction(took)) if of else None


def label_set(text: str, aliases: Mapping[str, Sequence[str]]) -> frozenset[str]:
    """Read several labels, each by the name that the criteria use."""
    names = {other: label for label, others in aliases.items() for other in others}
    words = [word.strip() for word in text.split(";")]
    return frozenset(names.get(word, word) for word in words)


# ── facts ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


def read_fact(criterion: Raw, cells: Mapping[str, str]) -> Fact:
    """Read all the cells of one fact; a column that the file lacks is blank."""

    def cell(header: str | None) -> str:
        return cells.get(header, "").strip() if header else ""

    kind, text = criterion["kind"], cell(criterion.get("column"))
    if kind in LABEL_KINDS:
        return Fact(labels=label_set(text, criterion.get("aliases", {})) if text else None)
    if kind == "share":
        return read_share(criterion, text, cell(criterion.get("passed")), cell(criterion.get("took")))
    if text:
        return Fact(stated=numbers(text), counted=numbers(text))
    return read_sum([cell(h) for h in criterion.get("parts", [])], [cell(h) for h in criterion.get("less", [])])


def read_sum(parts: Sequence[str], less: Sequence[str]) -> Fact:
    """Add up the parts, take off what is less; a sum of some parts only is a low end."""
    stated = [numbers(part) for part in parts if part]
    off = [numbers(part) for part in less if part]
    zero = Fraction(0)
    low = max(zero, sum((r[0] for r in stated), zero) - sum((r[1] for r in off), zero))
    high = max(zero, sum((r[1] for r in stated), zero) - sum((r[0] for r in off), zero))
    if parts and len(stated) == len(parts):
        return Fact(stated=(low, high), counted=(low, high))
    return Fact(at_least=low if stated else None)


def read_share(criterion: Raw, text: str, passed: str, took: str) -> Fact:
    """Read a rate: counts beat a printed rate; small classes are pulled toward the base rate."""
    counted = (Fraction(passed), Fraction(took)) if passed and took else counts(text)
    is_shrunk = "took" in criterion or "base_rate" in criterion
    if counted is not None:
        x, n = counted
        rate = x / n
        shrunk = pull(criterion, x, n) if is_shrunk else rate
        return Fact(stated=(rate, rate), counted=(shrunk, shrunk))
    if not text:
        return Fact()
    low, high = numbers(text)
    if not is_shrunk:
        return Fact(stated=(low, high), counted=(low, high))
    ends = (low, high, pull(criterion, low, Fraction(1)), pull(criterion, high, Fraction(1)))
    return Fact(stated=(low, high), counted=(min(ends), max(ends)))


def pull(criterion: Raw, x: Fraction, n: Fraction) -> Fraction:
    """Pull x of n toward the base rate, as if by so many earlier takers."""
    p0, n0 = number(criterion.get("base_rate", "50%")), Fraction(criterion.get("base_takers", "20"))
    return (x + p0 * n0) / (n + n0)


# ── must-haves ────────────────────────────────────────────────────────────────────────────────────────────────────────


def check(criterion: Raw, fact: Fact) -> Verdict:
    """Give the answer of one fact to the criterion's must-have."""
    ((rule, wanted),) = criterion["must"].items()
    values = [wanted] if isinstance(wanted, str) else list(wanted)
    judged = check_labels if criterion["kind"] in LABEL_KINDS else check_numbers
    verdict = judged(rule, values, fact)
    if verdict.word == "ask" and criterion.get("unknown") == "out":
        return Verdict("fail")
    return verdict


def check_labels(rule: str, wanted: Sequence[str], fact: Fact) -> Verdict:
    """Judge a set of labels."""
    if fact.labels is None:
        return Verdict("ask")
    names = set(wanted)
    met = {
        "is": bool(fact.labels & names),
        "any_of": bool(fact.labels & names),
        "all_of": names <= fact.labels,
        "none_of": not fact.labels & names,
    }[rule]
    return Verdict("pass" if met else "fail")


def check_numbers(rule: str, wanted: Sequence[str], fact: Fact) -> Verdict:
    """Judge an amount or a range: inside, outside, or not sure; limits are inclusive."""
    least = None if rule == "at_most" else number(wanted[0])
    most = None if rule == "at_least" else number(wanted[-1])
    if fact.stated is None:
        if most is not None and fact.at_least is not None and fact.at_least > most:
            return Verdict("fail", fact.at_least - most)
        return Verdict("ask")
    low, high = fact.stated
    if least is not None and high < least:
        return Verdict("fail", least - high)
    if most is not None and low > most:
        return Verdict("fail", low - most)
    inside = (least is None or low >= least) and (most is None or high <= most)
    return Verdict("pass" if inside else "ask")


# ── points ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def knots_of(criterion: Raw) -> list[tuple[Fraction, Fraction]]:
    """Give the (value, share) points of a numeric scale, by rising value."""
    if "scale" in criterion:
        return sorted((number(value), number(share)) for value, share in criterion["scale"].items())
    return sorted([(number(criterion["worst"]), Fraction(0)), (number(criterion["best"]), Fraction(1))])


def share_on_scale(knots: Sequence[tuple[Fraction, Fraction]], value: Fraction) -> Fraction:
    """Give the share of one value: straight between the points, flat outside."""
    if value <= knots[0][0]:
        return knots[0][1]
    for (x0, y0), (x1, y1) in pairwise(knots):
        if value <= x1:
            return y0 + (y1 - y0) * (value - x0) / (x1 - x0)
    return knots[-1][1]


def shares_between(criterion: Raw, low: Fraction, high: Fraction | None) -> Range:
    """Give the least and greatest share of any value from low to high; without a high, of any value from low up."""
    knots = knots_of(criterion)
    top = max(low, knots[-1][0]) if high is None else high
    inside = [value for value, _ in knots if low < value < top]
    found = [share_on_scale(knots, value) for value in (low, top, *inside)]
    return min(found), max(found)


def share_of_labels(criterion: Raw, labels: frozenset[str]) -> Fraction:
    """Give the best share of any of the labels."""
    scale = criterion["scale"]
    return max(number(scale.get(label, scale.get("other", "0%"))) for label in labels)


def shares(criterion: Raw, fact: Fact) -> Range:
    """Give what the fact surely earns and can earn at most, of all the points of the criterion."""
    if fact.labels is not None:
        share = share_of_labels(criterion, fact.labels)
        return share, share
    if fact.counted is not None:
        return shares_between(criterion, *fact.counted)
    return shares_of_unknown(criterion, fact)


def shares_of_unknown(criterion: Raw, fact: Fact) -> Range:
    """Give 0 to the best of the scale, or the user's own plausible values."""
    rule, is_label = criterion.get("unknown", "ask"), criterion["kind"] in LABEL_KINDS
    if isinstance(rule, Mapping):
        ((_, named),) = rule.items()
        values = [named] if isinstance(named, str) else list(named)
        if is_label:
            found = [share_of_labels(criterion, frozenset([value])) for value in values]
            return min(found), max(found)
        floor = number(values[0]) if fact.at_least is None else fact.at_least
        return shares_between(criterion, max(number(values[0]), floor), max(number(values[-1]), floor))
    if is_label:
        return Fraction(0), max(number(share) for share in criterion["scale"].values())
    best = max(share for _, share in knots_of(criterion))
    return Fraction(0), best if fact.at_least is None else shares_between(criterion, fact.at_least, None)[1]


# ── weights ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def is_weighted(criterion: Raw) -> bool:
    """Whether the criterion earns points."""
    return "scale" in criterion or "best" in criterion


def weights_of(problem: Raw) -> dict[str, Fraction]:
    """Give each weighted criterion its weight; they sum to 1."""
    names = [criterion["name"] for criterion in problem["criteria"] if is_weighted(criterion)]
    rule, n = problem.get("weights", "order"), len(names)
    if not names:
        return {}
    if rule == "equal":
        return {name: Fraction(1, n) for name in names}
    if rule == "rank_sum":
        return {name: Fraction(2 * (n - k), n * (n + 1)) for k, name in enumerate(names)}
    if rule == "order":
        return centroid([[name] for name in names])
    if list(rule) == ["order"]:
        groups = [[item] if isinstance(item, str) else list(item) for item in rule["order"]]
        kept = [[name for name in group if name in names] for group in groups]
        given = centroid([group for group in kept if group])
        return {name: given[name] for name in names}
    total = sum(Fraction(rule[name]) for name in names)
    return {name: Fraction(rule[name]) / total for name in names}


def centroid(groups: Sequence[Sequence[str]]) -> dict[str, Fraction]:
    """Give rank-order centroid weights; concerns of equal rank share the mean of their ranks' weights."""
    n = sum(len(group) for group in groups)
    by_rank = [sum((Fraction(1, j) for j in range(k, n + 1)), Fraction(0)) / n for k in range(1, n + 1)]
    given: dict[str, Fraction] = {}
    for group in groups:
        mine = by_rank[len(given) : len(given) + len(group)]
        given |= {name: sum(mine, Fraction(0)) / len(mine) for name in group}
    return given


# ── the answer ────────────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True)
class Case:
    """One program while it is judged."""

    row: int
    name: str
    cells: tuple[str, ...]
    facts: Mapping[str, Fact]
    verdicts: Mapping[str, Verdict]
    points: Mapping[str, Range]

    @property
    def failed(self) -> list[str]:
        return [name for name, verdict in self.verdicts.items() if verdict.word == "fail"]

    @property
    def asked(self) -> list[str]:
        return [name for name, verdict in self.verdicts.items() if verdict.word == "ask"]

    @property
    def status(self) -> str:
        return "out" if self.failed else "ask" if self.asked else "fits"

    @property
    def score(self) -> Fraction:
        return sum((low for low, _ in self.points.values()), Fraction(0))

    @property
    def score_high(self) -> Fraction:
        return sum((high for _, high in self.points.values()), Fraction(0))


def judge(header: Sequence[str], rows: Sequence[Sequence[str]], problem: Raw) -> Answer:
    """Judge a table by criteria: the header is row 1, programs follow."""
    criteria, weights = problem["criteria"], weights_of(problem)
    name_at = list(header).index(name_column(header, criteria))
    by_header = sorted((h, i) for i, h in enumerate(header) if i != name_at)
    cases = []
    for row, texts in enumerate(rows, start=2):
        cells = dict(zip(header, texts, strict=True))
        facts = {criterion["name"]: read_fact(criterion, cells) for criterion in criteria}
        verdicts = {c["name"]: check(c, facts[c["name"]]) for c in criteria if "must" in c}
        earned = {c["name"]: shares(c, facts[c["name"]]) for c in criteria if is_weighted(c)}
        points = {name: scaled(share, weights[name]) for name, share in earned.items()}
        others = tuple(texts[i] for _, i in by_header)
        cases.append(Case(row, texts[name_at], others, facts, verdicts, points))
    must_haves = [criterion["name"] for criterion in criteria if "must" in criterion]
    lines = arrange(cases, must_haves, int(problem.get("shortlist", 3)))
    return Answer(tuple(lines), tuple(funnel(cases, must_haves)), weights)


def name_column(header: Sequence[str], criteria: Sequence[Raw]) -> str:
    """Give the column that names the programs."""
    for name in ("program", "program_name", "name"):
        if name in header:
            return name
    used = {header for c in criteria for header in (c.get("column"), c.get("passed"), c.get("took"))}
    used |= {header for c in criteria for header in (*c.get("parts", []), *c.get("less", []))}
    return next(name for name in header if name not in used)


def scaled(share: Range, weight: Fraction) -> Range:
    """Give points of 100."""
    return 100 * weight * share[0], 100 * weight * share[1]


def funnel(cases: Sequence[Case], must_haves: Sequence[str]) -> list[Step]:
    """Blame the first failed must-have for each loss."""
    left, steps = list(cases), []
    for name in must_haves:
        kept = [case for case in left if case.verdicts[name].word != "fail"]
        asked = sum(case.verdicts[name].word == "ask" for case in kept)
        steps.append(Step(name, len(left), len(left) - len(kept), asked, len(kept)))
        left = kept
    return steps


def arrange(cases: Sequence[Case], must_haves: Sequence[str], shortlist: int) -> list[Line]:
    """Put those that fit first, then those to ask, then those out by how far they came."""
    lines: list[Line] = []
    for status in ("fits", "ask"):
        group = sorted((c for c in cases if c.status == status), key=tie_key)
        done = len(lines)
        for case in group:
            rank = done + 1 + sum(round(other.score, 9) > round(case.score, 9) for other in group)
            lines.append(line(case, rank, status == "fits" and rank <= shortlist))
    out = [case for case in cases if case.status == "out"]
    out.sort(key=lambda case: (-must_haves.index(case.failed[0]), case.name, case.cells))
    return lines + [line(case, None, False) for case in out]


def tie_key(case: Case) -> tuple[Fraction, Fraction, str, tuple[str, ...]]:
    """Order by sure points, then possible points, then name, then the other cells."""
    return -round(case.score, 9), -round(case.score_high, 9), case.name, case.cells


def line(case: Case, rank: int | None, shortlist: bool) -> Line:
    """Say what is said of one program."""
    failed = case.failed
    losses = tuple(Loss(name, case.verdicts[name].margin, failed == [name]) for name in failed)
    unknown = [name for name in case.points if not case.facts[name].is_known and name not in case.asked]
    is_out = bool(failed)
    return Line(
        row=case.row,
        name=case.name,
        status=case.status,
        rank=rank,
        shortlist=shortlist,
        score=None if is_out else case.score,
        score_high=None if is_out else case.score_high,
        points={} if is_out else {name: low for name, (low, _) in case.points.items()},
        failed=losses,
        ask=() if is_out else (*case.asked, *unknown),
    )
