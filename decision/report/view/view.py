"""An outcome becomes what a person sees of it: the answer, the way there, who is left, why, and what to do next.

The one rule: terminal and page draw this view and add nothing, so they cannot disagree.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from decision.model import Kind, Status
from decision.report.view.answer import answer
from decision.report.view.asking import ask_first
from decision.report.view.hanging import only_if_remark
from decision.report.view.loosening import what_to_loosen
from decision.report.view.misses import near_misses, not_far_off
from decision.report.view.named import named_programs
from decision.report.view.panels import FunnelLine, Head, Item, Place, Remark, View
from decision.report.view.paying import what_it_pays
from decision.report.view.sight import Sight, leading, look
from decision.report.view.sure import how_sure
from decision.report.view.why import why
from decision.report.words.amounts import spell_points
from decision.report.words.choosing import aside_words, in_file_words, where_words
from decision.report.words.dates import old_sentences
from decision.report.words.links import safe_links
from decision.report.words.outside_words import outside_sentences
from decision.report.words.wording import joined, rule_words

if TYPE_CHECKING:
    from decision.model import Criterion, Outcome
    from decision.nouns.insight import Insight
    from decision.report.view.misses import Miss

__all__ = ["view"]

_ORDER_NOTE = "In another order the counts above would differ; the programs left would not."


def view(outcome: Outcome, insight: Insight | None = None, *, most: int, unicode: bool, rest: str) -> View:
    """Gather what a person sees.

    Parameters
    ----------
    outcome
        Everything one run worked out.
    insight
        How sure it is, what to ask and what to loosen; ``None`` when that was not found out.
    most
        How many programs that fit or may are shown.
    unicode
        Whether characters outside ASCII can be shown.
    rest
        Where all programs with their reasons are: a file, or how to get it.

    Returns
    -------
    View
        In the order of reading.
    """
    shown = leading(outcome, most)
    misses = near_misses(outcome)
    named = [*(miss.program for miss in misses), *(named_programs(outcome, insight) if insight is not None else ())]
    sight = look(outcome, dict.fromkeys([*shown, *named]), unicode=unicode)
    telling = _telling(sight, shown)
    return View(
        answer=answer(sight, None if insight is None else insight.questions),
        funnel=_funnel(sight),
        heads=tuple(_head(sight, name) for name in telling),
        places=_places(sight, shown, telling),
        more=_more(outcome, shown),
        remarks=(
            *why(sight),
            *only_if_remark(sight, shown),
            *_advice(sight, misses, insight),
            *_old_facts(sight),
            *what_it_pays(sight, shown),
        ),
        closing=_closing(sight, sight.say(rest)),
    )


def _advice(sight: Sight, misses: list[Miss], insight: Insight | None) -> tuple[Remark, ...]:
    """Say how sure it is, what to ask, what to loosen, and who just missed."""
    if insight is None:
        return (*ask_first(sight), *not_far_off(sight, misses))
    loosened = what_to_loosen(sight, insight.loosening)
    brought_back = {price.regains_row for price in insight.loosening.each} if loosened else set()
    left = [miss for miss in misses if sight.outcome.programs.rows[miss.program] not in brought_back]
    return (
        *how_sure(sight, insight),
        *ask_first(sight, insight.questions),
        *loosened,
        *not_far_off(sight, left),
    )


def _old_facts(sight: Sight) -> list[Remark]:
    """Say how many programs rest on facts from before the user's limit."""
    told = tuple(sight.say(words) for words in old_sentences(sight.outcome))
    return [Remark(label="Old facts", items=(Item(sentences=told),))] if told else []


def _funnel(sight: Sight) -> tuple[FunnelLine, ...]:
    elimination = sight.outcome.elimination
    steps = [
        FunnelLine(left=step.left, words=sight.say(rule_words(criterion)), out=step.out, ask=step.ask)
        for criterion, step in zip(elimination.must_haves, elimination.funnel, strict=True)
    ]
    chosen = sight.outcome.programs.filters
    if chosen:
        whole = chosen[0].before
        before = [FunnelLine(left=whole, words=in_file_words(whole))]
        before += [FunnelLine(left=step.left, words=sight.say(where_words(step))) for step in chosen]
        return (*before, *steps)
    count = len(sight.outcome.programs)
    return (FunnelLine(left=count, words="program" if count == 1 else "programs"), *steps) if steps else ()


def _telling(sight: Sight, shown: list[int]) -> list[str]:
    """Order the facts: first those in which the programs differ, of these first what earns points.

    Facts of which nothing is known say nothing, and stand only where there are no others.
    """

    def is_dull(criterion: Criterion) -> tuple[bool, bool]:
        return len({sight.brief(criterion.name, program) for program in shown}) < 2, criterion.scale is None

    names = [criterion.name for criterion in sorted(sight.outcome.criteria.criteria, key=is_dull)]
    known = [name for name in names if not all(sight.is_unknown(name, program) for program in shown)]
    return known or names


def _head(sight: Sight, name: str) -> Head:
    kind = sight.outcome.criteria[name].kind
    return Head(words=sight.say(name), is_number=kind in (Kind.MONEY, Kind.NUMBER, Kind.DURATION))


def _places(sight: Sight, shown: list[int], telling: list[str]) -> tuple[Place, ...]:
    outcome = sight.outcome
    ranges = [(float(outcome.points.score[program]), float(outcome.points.score_high[program])) for program in shown]
    texts = spell_points(ranges) if outcome.points.weights else [""] * len(shown)
    freshness = outcome.facts.freshness
    return tuple(
        Place(
            rank=f"{outcome.ranking.rank[program]}{'' if is_sure else '?'}",
            name=sight.full[program],
            points=text,
            low=low,
            high=high,
            facts=tuple(sight.brief(name, program) for name in telling),
            is_sure=is_sure,
            links=() if freshness is None else safe_links(freshness.address(program)),
        )
        for program, text, (low, high) in zip(shown, texts, ranges, strict=True)
        for is_sure in [outcome.elimination.status[program] == Status.FITS]
    )


def _more(outcome: Outcome, shown: list[int]) -> str:
    """Say how many are left that are not shown."""
    status = outcome.elimination.status
    fits, ask = (
        int((status == standing).sum()) - int((status[shown] == standing).sum())
        for standing in (Status.FITS, Status.ASK)
    )
    parts = [f"{fits:,} that fit{'s' if fits == 1 else ''}"] * (fits > 0) + [f"{ask:,} to ask about"] * (ask > 0)
    if not parts:
        return ""
    ranks = outcome.ranking.rank
    level = int((ranks == ranks[shown[-1]]).sum()) - int((ranks[shown] == ranks[shown[-1]]).sum())
    told = "; what is stated does not tell them from the last one shown" if level == fits + ask else ""
    return f"And {joined(parts)}, not shown here{told}."


def _closing(sight: Sight, rest: str) -> tuple[str, ...]:
    outcome = sight.outcome
    count = len(outcome.programs)
    everything = f"All {count:,}, each with its reason: {rest}" if count > 1 else f"Its reason in full: {rest}"
    is_told = len(outcome.elimination.funnel) > 1 and any(step.out for step in outcome.elimination.funnel)
    aside = aside_words(outcome.programs)
    unheard = [sight.say(sentence) for sentence in outside_sentences(outcome)]
    return tuple(text for text in (_ORDER_NOTE if is_told else "", *unheard, aside, everything) if text)
