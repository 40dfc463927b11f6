"""One program's place becomes its explanation: what speaks for it, what against it, and what would change it.

The one rule: reasons are parts of the difference of two scores, and every number comes from the one account.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from decision.model import Status
from decision.report.explain.account_table import account_lines, account_notes
from decision.report.explain.bill_table import bill_lines
from decision.report.explain.counterfactual import change_sentences
from decision.report.explain.open_answers import answer_range, asked_of
from decision.report.explain.reasons_beside import alone, beside
from decision.report.explain.standing_words import standing_line
from decision.report.explain.weight_lines import weight_lines
from decision.report.explain.why_out import failed_sentences, way_in
from decision.report.screen.layout import NARROWEST, hang, pad, wrap
from decision.report.view.named import program_at
from decision.report.view.paying import payback_words
from decision.report.view.sight import look
from decision.report.words.conditions import conditions_of_program
from decision.report.words.dates import date_words
from decision.report.words.figures import figures

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from decision.model import Outcome
    from decision.nouns.account import Account
    from decision.nouns.advice import Contrast
    from decision.nouns.insight import Insight
    from decision.report.view.sight import Sight

__all__ = ["Explanation", "explain_text", "explanation"]

_INDENT = 12
_WIDE = 60
"""Columns from which points stand in a column of their own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """Why a program stands where it does, in sentences.

    Parameters
    ----------
    row
        The program.
    reasons_for
        At most two, the strongest first; none for a program that is out.
    against
        The strongest reason against it, for one that is out the first must-have that it fails; or empty.
    change
        What would bring it up, or let it in.
    """

    row: int
    reasons_for: tuple[str, ...]
    against: str
    change: tuple[str, ...]


def explanation(outcome: Outcome, insight: Insight, program: int, *, contrast: Contrast | None = None) -> Explanation:
    """Explain where a program stands.

    Parameters
    ----------
    outcome
        Everything one run worked out.
    insight
        What it found out beyond; `Insight.changes` must name the program.
    program
        The program's number, from 0.
    contrast
        The program beside one that the user named; left out, the contrast of the insight.

    Returns
    -------
    Explanation
        All texts fit to show.
    """
    held = contrast or insight.contrasts.get(program)
    sight = _look(outcome, program, held)
    if outcome.elimination.status[program] == Status.OUT:
        reasons: list[_Reason] = []
        against = failed_sentences(sight, program)[0]
    else:
        reasons, doubts = _reasons(sight, program, held)
        against = doubts[0].sentence if doubts else ""
    return Explanation(
        row=int(outcome.programs.rows[program]),
        reasons_for=tuple(reason.sentence for reason in reasons),
        against=against,
        change=tuple(_changes(sight, insight, program)),
    )


def explain_text(
    outcome: Outcome,
    insight: Insight,
    program: int,
    *,
    account: Account,
    contrast: Contrast | None = None,
    width: int = 80,
    unicode: bool = True,
) -> str:
    """Draw the explanation of one program for a terminal, with its full account.

    Parameters
    ----------
    outcome
        Everything one run worked out.
    insight
        What it found out beyond; `Insight.changes` must name the program.
    program
        The program's number, from 0.
    account
        Its full account.
    contrast
        The program beside one that the user named; left out, the contrast of the insight.
    width
        Columns of the terminal; fewer than 40 are taken as 40.
    unicode
        Whether it can show characters outside ASCII; else those of the data are spelled out.

    Returns
    -------
    str
        Lines, the last of them ended too.
    """
    width = max(width, NARROWEST)
    held = contrast or insight.contrasts.get(program)
    sight = _look(outcome, program, held, unicode=unicode)
    other = _other(outcome, held)
    is_out = outcome.elimination.status[program] == Status.OUT
    head = wrap(standing_line(sight, program, None if is_out else other), width)
    reasons = _failures(sight, program, width) if is_out else _for_and_against(sight, program, held, width)
    blocks = [
        [*head, *reasons, *([] if is_out else _hanging(sight, program, width))]
        + ([] if is_out else _asked(sight, insight, program, other, width)),
        _paragraphs(_changes(sight, insight, program), width),
        [] if is_out else account_lines(sight, account, other, width),
        [] if is_out else _paragraphs(account_notes(sight, account, program), width),
        [] if is_out else weight_lines(sight, insight.weighing, width),
        *bill_lines(sight, program, width),
        _paragraphs(_of_when(sight, program), width),
        wrap(paid, width) if (paid := payback_words(sight, program)) else [],
    ]
    return "\n\n".join("\n".join(block) for block in blocks if block) + "\n"


def _look(outcome: Outcome, program: int, contrast: Contrast | None, *, unicode: bool = True) -> Sight:
    other = _other(outcome, contrast)
    return look(outcome, [program] if other in (None, program) else [program, other], unicode=unicode)


def _other(outcome: Outcome, contrast: Contrast | None) -> int | None:
    """Find the number of the program that is held against."""
    return None if contrast is None else program_at(outcome, contrast.against)


# ── for and against ───────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class _Reason:
    """A sentence, and the points it makes up."""

    sentence: str
    points: str


def _reasons(sight: Sight, program: int, contrast: Contrast | None) -> tuple[list[_Reason], list[_Reason]]:
    """Give at most two reasons for a program, and at most one against it."""
    return _by_itself(sight, program) if contrast is None else _held_against(sight, program, contrast)


def _held_against(sight: Sight, program: int, contrast: Contrast) -> tuple[list[_Reason], list[_Reason]]:
    other = _other(sight.outcome, contrast)
    assert other is not None, "a contrast has two sides"
    names = [difference.criterion for difference in contrast.differences]
    if not names:
        return [], []
    columns = [[sight.earned(name, at) for name in names] for at in (program, other)]
    shown = figures(columns)
    mine, theirs = (dict(zip(names, shown.units(column), strict=True)) for column in columns)

    def reason(name: str) -> _Reason:
        pair = mine[name], theirs[name]
        return _Reason(beside(sight, name, (program, other), pair, shown), shown.signed(pair[0] - pair[1]))

    against = contrast.strongest_against
    return [reason(of.criterion) for of in contrast.strongest_for], [reason(against.criterion)] if against else []


def _by_itself(sight: Sight, program: int) -> tuple[list[_Reason], list[_Reason]]:
    """Give what earns and what loses the most where there is nothing to compare with."""
    weights = sight.outcome.points.weights
    if not weights:
        return [], []
    earned, possible = [sight.earned(name, program) for name in weights], [100 * weight for weight in weights.values()]
    shown = figures([earned, possible])
    own, most = (dict(zip(weights, shown.units(column), strict=True)) for column in (earned, possible))

    def reason(name: str, points: int) -> _Reason:
        return _Reason(alone(sight, name, program, (own[name], most[name]), shown), shown.signed(points))

    best = sorted((name for name in weights if own[name] > 0), key=lambda name: -own[name])[:2]
    worst = sorted((name for name in weights if own[name] < most[name]), key=lambda name: own[name] - most[name])
    lost = [name for name in worst if name not in best][:1]
    return [reason(name, own[name]) for name in best], [reason(name, own[name] - most[name]) for name in lost]


def _for_and_against(sight: Sight, program: int, contrast: Contrast | None, width: int) -> list[str]:
    reasons, doubts = _reasons(sight, program, contrast)
    lines = _labelled("for", reasons, width) + _labelled("against", doubts, width)
    if lines or not sight.outcome.points.weights:
        return lines
    other = _other(sight.outcome, contrast)
    level = "It earns nothing." if other is None else f"It earns as much as {sight.short[other]} with every fact."
    return [f"  {line}" for line in wrap(level, width - 2)]


def _labelled(label: str, reasons: Sequence[_Reason], width: int) -> list[str]:
    side = max((len(reason.points) for reason in reasons), default=0)
    lines = []
    for number, reason in enumerate(reasons):
        before = f"  {label}" if number == 0 else ""
        if width < _WIDE:
            lines += hang(before, f"{reason.sentence} ({reason.points})", _INDENT, width)
            continue
        first, *rest = hang(before, reason.sentence, _INDENT, width - 8)
        lines += [pad(first, width - 6) + pad(reason.points, max(side, 6), right=True), *rest]
    return lines


# ── the rest ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def _failures(sight: Sight, program: int, width: int) -> list[str]:
    told = failed_sentences(sight, program)
    return [
        line
        for number, sentence in enumerate(told)
        for line in hang("  fails" if number == 0 else "", sentence, _INDENT, width)
    ]


def _hanging(sight: Sight, program: int, width: int) -> list[str]:
    """Draw the conditions on which it fits."""
    told = [sight.say(clause) for clause in conditions_of_program(sight.outcome, program)]
    return [
        line
        for number, clause in enumerate(told)
        for line in hang("  only if" if number == 0 else "", f"{clause}.", _INDENT, width)
    ]


def _asked(sight: Sight, insight: Insight, program: int, other: int | None, width: int) -> list[str]:
    """Draw what to ask, each with what its answer could do."""
    asked = asked_of(sight, insight, program)
    lines = []
    for number, (question, effect) in enumerate(asked):
        before = "  ask" if number == 0 else ""
        lines += hang(before, question, _INDENT, width) + hang("", effect, _INDENT, width)
    span = answer_range(sight, program, other)
    return lines + (hang("", span, _INDENT, width) if asked and span else [])


def _changes(sight: Sight, insight: Insight, program: int) -> list[str]:
    changes = insight.changes.get(program, ())
    ways = way_in(sight, program, changes) if sight.outcome.elimination.status[program] == Status.OUT else []
    return [*ways, *change_sentences(sight, program, changes)]


def _of_when(sight: Sight, program: int) -> list[str]:
    """Say of when the facts are, and where they stand."""
    freshness = sight.outcome.facts.freshness
    if freshness is None:
        return []
    address = sight.say(freshness.address(program))
    return [told for told in (sight.say(date_words(freshness, program)), f"Source: {address}" * bool(address)) if told]


def _paragraphs(sentences: Iterable[str], width: int) -> list[str]:
    return [line for sentence in sentences for line in wrap(sentence, width)]
