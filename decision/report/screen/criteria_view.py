"""Criteria are shown in words: what must hold, what earns points, what an unknown means, and why.

The one rule: it says what the engine does with the file, in the file's own order.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from decision.model import Kind, WeightMethod, spell
from decision.nouns.weighing import times
from decision.report.screen.costing_view import costing_rows
from decision.report.screen.layout import NARROWEST, clean, cut, display_width, hang, pad, wrap
from decision.report.words.wording import counted, joined, wanted

if TYPE_CHECKING:
    from collections.abc import Iterable

    from decision.model import CriteriaSet, Criterion, Scale, WeightRule, WhenUnknown

__all__ = ["criteria_list", "criteria_text", "rules_in_words", "weights_in_words"]

_LIST_WIDTH = 80
_INDENT = 14


def criteria_list(sets: Iterable[CriteriaSet]) -> str:
    """List sets of criteria, one line for each.

    Parameters
    ----------
    sets
        At least one.

    Returns
    -------
    str
        Name and title, at most 80 columns; the last line ended too.
    """
    known = list(sets)
    names = [cut(clean(criteria.name), 24) for criteria in known]
    size = max(map(display_width, names)) + 2
    lines = [f"  {pad(name, size)}{clean(criteria.title)}" for name, criteria in zip(names, known, strict=True)]
    return "\n".join(cut(line, _LIST_WIDTH) for line in lines) + "\n"


def criteria_text(criteria: CriteriaSet, *, width: int = 80) -> str:
    """Show one set of criteria, each rule in words.

    Parameters
    ----------
    criteria
        What the user wants.
    width
        Columns of the terminal; fewer than 40 are taken as 40.

    Returns
    -------
    str
        Lines, the last of them ended too.
    """
    width = max(width, NARROWEST)
    count = counted(len(criteria.criteria), "criterion", "criteria")
    about = f"{count}, the main concern first. {weights_in_words(criteria)} The shortlist holds {criteria.shortlist}."
    if criteria.fresh.since:
        about += f" Facts from {clean(criteria.fresh.limit)} are marked as old."
    changes = [f"{clean(key)}={clean(value)}" for key, value in criteria.overrides.items()]
    changed = wrap(f"Changed by options: {', '.join(changes)}.", width) if changes else []
    head = [*wrap(f"{clean(criteria.title)} ({clean(criteria.name)})", width), *wrap(about, width), *changed]
    blocks = [head, *(_criterion(place, criterion, width) for place, criterion in enumerate(criteria.criteria, 1))]
    return "\n\n".join("\n".join(block) for block in blocks) + "\n"


def weights_in_words(criteria: CriteriaSet) -> str:
    """Say where the weights come from.

    Parameters
    ----------
    criteria
        What the user wants.
    """
    groups = [joined(clean(name) for name in group) for group in criteria.weights.groups]
    if not criteria.weighted:
        return "Nothing earns points."
    match criteria.weights.method:
        case WeightMethod.EQUAL:
            return "All weigh the same."
        case WeightMethod.POINTS | WeightMethod.SWINGS | WeightMethod.PAIRWISE | WeightMethod.RANGES:
            return _given(criteria.weights)
        case WeightMethod.ORDER | WeightMethod.RANK_SUM:
            steepness = (
                "falling evenly" if criteria.weights.method is WeightMethod.RANK_SUM else "the first by far the most"
            )
            return f"Weights follow the order of concern, {steepness}: {', then '.join(groups)}."
        case _:
            assert_never(criteria.weights.method)


def _given(rule: WeightRule) -> str:
    """Repeat the numbers the user gave."""
    match rule.method:
        case WeightMethod.SWINGS:
            swings = [f"{clean(name)} {swing:g}" for name, swing in rule.points.items()]
            return f"Weights from how much each improvement from worst to best matters: {', '.join(swings)}."
        case WeightMethod.PAIRWISE:
            pairs = [
                (f"{clean(first)} over {clean(second)}", ratio) for (first, second), ratio in rule.comparisons.items()
            ]
            compared = [f"{pair} {times(ratio)}" for pair, ratio in pairs]
            return f"Weights from comparing two at a time: {', '.join(compared) or 'none needed'}."
        case WeightMethod.RANGES:
            ranges = [f"{clean(name)} {_ends(low, high)}" for name, (low, high) in rule.ranges.items()]
            return f"Weights in the middle of these ranges: {', '.join(ranges)}."
        case _:
            points = [f"{clean(name)} {points:g}" for name, points in rule.points.items()]
            return f"Weights as given: {', '.join(points)}."


def _ends(low: float, high: float) -> str:
    return " to ".join(dict.fromkeys(spell(Kind.SHARE, end) for end in (low, high)))


def rules_in_words(criterion: Criterion) -> list[tuple[str, str]]:
    """Say what a criterion asks for, what it earns, what an unknown means, and why.

    Parameters
    ----------
    criterion
        One concern of the user.

    Returns
    -------
    list of tuple of str
        What is told of, and the words; nothing that does not apply.
    """
    told = (
        ("must-have", wanted(criterion) if criterion.must else ""),
        ("points", _scale(criterion, criterion.scale) if criterion.scale else ""),
        ("small classes", _shrinking(criterion)),
        ("if not known", _unknown(criterion)),
        ("read from", _headers(criterion)),
        *costing_rows(criterion),
        ("where given", joined([*criterion.plan.named, *criterion.plan.usual]) if criterion.plan else ""),
        ("words", _words(criterion)),
        ("why", criterion.why),
        ("source", criterion.source),
    )
    return [(label, text) for label, text in told if text]


def _criterion(place: int, criterion: Criterion, width: int) -> list[str]:
    name = wrap(f"{place}. {clean(criterion.name)} ({criterion.kind.value.replace('_', ' or ')})", width)
    return [
        *name,
        *(
            line
            for label, text in rules_in_words(criterion)
            for line in hang(f"   {label}", clean(text), _INDENT + 3, width)
        ),
    ]


def _scale(criterion: Criterion, scale: Scale) -> str:
    if scale.knots:
        knots = ", ".join(f"{criterion.spell(value)} earns {_part(share)}" for value, share in scale.knots)
        return f"{knots}; evenly between"
    named = [f"{label} earns {_part(share)}" for label, share in scale.shares.items()]
    return ", ".join([*named, f"any other {_part(scale.other)}"])


def _part(share: float) -> str:
    return {0.0: "none", 1.0: "all"}.get(share, f"{100 * share:g} %")


def _shrinking(criterion: Criterion) -> str:
    if not criterion.is_shrunk:
        return ""
    takers = counted(round(criterion.base_takers), "earlier taker")
    return f"pulled toward {criterion.spell(criterion.base_rate)}, as if by {takers}"


def _unknown(criterion: Criterion) -> str:
    rules = ["out" if criterion.unknown.out else "ask the school"] if criterion.must else []
    if criterion.scale:
        rules.append(_plausible(criterion, criterion.unknown) or "no sure points, all possible ones")
    return "; ".join(rules)


def _plausible(criterion: Criterion, unknown: WhenUnknown) -> str:
    """Name the user's own values for an unknown."""
    if not unknown.is_named:
        return ""
    if unknown.labels:
        return f"counted as {joined(unknown.labels, 'or')}, your own word"
    ends = dict.fromkeys(criterion.spell(end) for end in (unknown.low, unknown.high))
    if unknown.assumed:
        return f"counted as {joined(ends)}, your own word"
    return f"counted as anything from {joined(ends, 'to')}, your own word"


def _words(criterion: Criterion) -> str:
    if criterion.words is None:
        return ""
    name, count = criterion.words.vocabulary, len(criterion.words.spellings)
    return f"{counted(count, 'label')} and their spellings: decide vocabulary {name}"


def _headers(criterion: Criterion) -> str:
    ways = (
        criterion.column,
        f"{criterion.passed} and {criterion.took}" if criterion.passed else "",
        f"the sum of {joined(criterion.parts)}" if criterion.parts else "",
    )
    less = f"; less {joined(criterion.less)}" if criterion.less else ""
    return f"{', or '.join(way for way in ways if way)}{less}"
