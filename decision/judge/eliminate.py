"""Facts meet must-haves: pass, fail or ask.

Every must-have is applied to every program, so who is left does not depend on the order; only the story does: each loss
is told at the first must-have that failed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

import numpy as np

from decision.judge.calendar import answer_times
from decision.judge.fit import find_all, verdict_of
from decision.model import CriteriaSet, Criterion, Elimination, Fact, Facts, MustHave, Rule, Status, Step, Verdict
from decision.nouns.blocks import parse_free

if TYPE_CHECKING:
    from collections.abc import Sequence

    from decision.arrays import Floats, Small, Whole
    from decision.nouns.plans import Finding

__all__ = ["eliminate", "judge_readings"]


def judge_readings(criterion: Criterion, fact: Fact) -> tuple[Small, Floats]:
    """Answer one must-have for every distinct reading of its fact.

    Parameters
    ----------
    criterion
        One with a must-have.
    fact
        Its readings.

    Returns
    -------
    tuple of arrays
        ``(n_readings,)`` each: `Verdict` codes, and margins (NaN where there is none).

    Notes
    -----
    Limits are inclusive. A range wholly inside passes, wholly outside fails, else it counts as unknown. An unknown is
    to ask, or fails where the user said so; a sum whose stated parts already exceed the limit fails.
    """
    must = criterion.must
    assert must is not None, "no must-have to judge"
    if criterion.kind.is_numeric:
        return _judge_numbers(criterion, must, fact)
    if criterion.plan is not None:
        return _judge_found(criterion, fact, find_all(criterion, fact))
    answers = [_judge_labels(must, labels) for labels in fact.labels]
    verdicts = np.array(answers, dtype=np.int8).reshape(len(fact.texts))
    verdicts[fact.unknown != 0] = _when_unknown(criterion)
    return verdicts, np.full(len(verdicts), np.nan)


def eliminate(facts: Facts, criteria: CriteriaSet) -> Elimination:
    """Apply every must-have to every program.

    Parameters
    ----------
    facts
        What the file states.
    criteria
        What the user wants; must-haves in the order of concern.

    Returns
    -------
    Elimination
        Three answers per program and must-have, and the funnel that tells each loss once.

    References
    ----------
    Coombs, C. H. (1964). A Theory of Data. Wiley. (Conjunctive rules.) Tversky, A. (1972). Elimination by aspects.
    Psychological Review 79, 281-299. (Elimination in an order of concern.)
    """
    must_haves = criteria.must_haves
    length = len(next(iter(facts.by_criterion.values())).codes)
    verdicts = np.zeros((len(must_haves), length), dtype=np.int8)
    margins = np.full((len(must_haves), length), np.nan)
    findings = {must.name: find_all(must, facts[must.name]) for must in must_haves if must.plan is not None}
    for number, criterion in enumerate(must_haves):
        fact, found = facts[criterion.name], findings.get(criterion.name)
        judged = judge_readings(criterion, fact) if found is None else _judge_found(criterion, fact, found)
        of_reading, margin_of_reading = judged
        verdicts[number] = of_reading[fact.codes]
        margins[number] = margin_of_reading[fact.codes]
    return Elimination(
        must_haves=must_haves,
        verdicts=verdicts,
        margins=margins,
        status=verdicts.max(axis=0, initial=Status.FITS).astype(np.int8),
        first_failed=_first_failed(verdicts),
        funnel=tuple(_funnel(must_haves, verdicts)),
        findings=findings,
    )


def _judge_numbers(criterion: Criterion, must: MustHave, fact: Fact) -> tuple[Small, Floats]:
    short = must.low - fact.high
    over = fact.low - must.high
    is_out = (short > 0) | (over > 0)
    is_in = (fact.low >= must.low) & (fact.high <= must.high)
    otherwise = np.where(is_in, Verdict.PASS, _when_unknown(criterion))
    verdicts = np.where(is_out, Verdict.FAIL, otherwise).astype(np.int8)
    with np.errstate(invalid="ignore"):
        margins = np.where(is_out, np.fmax(short, over), np.nan)
    return verdicts, margins


def _judge_labels(must: MustHave, labels: frozenset[str]) -> Verdict:
    wanted = set(must.labels)
    match must.rule:
        case Rule.ANY_OF | Rule.IS:
            is_met = bool(wanted & labels)
        case Rule.ALL_OF:
            is_met = wanted <= labels
        case Rule.NONE_OF:
            is_met = not wanted & labels
        case Rule.AVAILABLE:
            return _judge_times(must, labels)
        case Rule.AT_LEAST | Rule.AT_MOST | Rule.BETWEEN:
            raise AssertionError(f"{must.rule} is no rule for labels")
        case _:
            assert_never(must.rule)
    return Verdict.PASS if is_met else Verdict.FAIL


def _judge_times(must: MustHave, labels: frozenset[str]) -> Verdict:
    """Hold the times of a class against the hours the user is free."""
    return answer_times(labels, [block for text in must.labels if (block := parse_free(text)) is not None])


def _judge_found(criterion: Criterion, fact: Fact, findings: Sequence[tuple[Finding, ...]]) -> tuple[Small, Floats]:
    """Give the answers of a must-have with a plan; no margin, since its checks have no unit in common."""
    unknown = fact.unknown.tolist()
    answers = [verdict_of(criterion, found, why) for found, why in zip(findings, unknown, strict=True)]
    return np.array(answers, dtype=np.int8).reshape(len(unknown)), np.full(len(unknown), np.nan)


def _when_unknown(criterion: Criterion) -> Verdict:
    return Verdict.FAIL if criterion.unknown.out else Verdict.ASK


def _first_failed(verdicts: Small) -> Whole:
    """Give the number of each program's first failed must-have, or one past the last."""
    is_failed = np.vstack([verdicts == Verdict.FAIL, np.ones((1, verdicts.shape[1]), dtype=bool)])
    first: Whole = is_failed.argmax(axis=0)
    return first


def _funnel(must_haves: Sequence[Criterion], verdicts: Small) -> list[Step]:
    is_left = np.ones(verdicts.shape[1], dtype=bool)
    steps = []
    for criterion, verdict in zip(must_haves, verdicts, strict=True):
        before = int(is_left.sum())
        is_left &= verdict != Verdict.FAIL
        left = int(is_left.sum())
        ask = int((is_left & (verdict == Verdict.ASK)).sum())
        steps.append(Step(criterion=criterion.name, before=before, out=before - left, ask=ask, left=left))
    return steps
