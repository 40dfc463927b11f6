"""A program that is out becomes the must-haves it fails, each with its margin, and what would let it in.

The one rule: what would let it in is said only where it is enough by itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from decision.model import Rule, Unknown, Verdict
from decision.nouns.advice import Lever
from decision.report.words.amounts import count_word
from decision.report.words.conditions import found_of
from decision.report.words.safe_side import safe
from decision.report.words.sentences import failing
from decision.report.words.wording import joined

if TYPE_CHECKING:
    from collections.abc import Sequence

    from decision.nouns.advice import Change
    from decision.report.view.sight import Sight

__all__ = ["failed_sentences", "way_in"]


def failed_sentences(sight: Sight, program: int) -> list[str]:
    """Say each must-have that a program fails, and whether it is the only one.

    Parameters
    ----------
    sight
        Knows the program.
    program
        Its number; it is out.

    Returns
    -------
    list of str
        One sentence each, in the order of concern, then one about all the others.
    """
    outcome = sight.outcome
    verdicts, margins = outcome.elimination.verdicts[:, program], outcome.elimination.margins[:, program]
    told = []
    for must, verdict, margin in zip(outcome.elimination.must_haves, verdicts, margins, strict=True):
        if verdict == Verdict.FAIL:
            fact = outcome.facts[must.name]
            code = int(fact.codes[program])
            found = found_of(outcome, must.name, code)
            told.append(sight.say(failing(must, fact, code, float(margin), findings=found)))
    return [*told, *_the_rest(sight, program)]


def _the_rest(sight: Sight, program: int) -> list[str]:
    outcome = sight.outcome
    must_haves, verdicts = outcome.elimination.must_haves, outcome.elimination.verdicts[:, program].tolist()
    asked = [sight.say(must.name) for must, verdict in zip(must_haves, verdicts, strict=True) if verdict == Verdict.ASK]
    met = verdicts.count(Verdict.PASS)
    told = []
    if verdicts.count(Verdict.FAIL) == 1 and len(verdicts) > 1:
        told.append("This is the only one it fails." if asked else f"It meets the other {_many(met)}.")
    elif met:
        told.append(f"It meets the other {_many(met)}." if not asked else f"It meets {_many(met)}.")
    if asked:
        told.append(f"Not known: whether it meets {joined(asked)}.")
    return told


def _many(count: int) -> str:
    return "one" if count == 1 else count_word(count)


def way_in(sight: Sight, program: int, changes: Sequence[Change]) -> list[str]:
    """Say what would let a program in.

    Parameters
    ----------
    sight
        Knows the program.
    program
        Its number; it is out.
    changes
        What would bring it to the first place or the shortlist.

    Returns
    -------
    list of str
        One sentence, or none where a change of the limit says more already.
    """
    outcome = sight.outcome
    failed = [
        (must, outcome.facts[must.name])
        for must, verdict in zip(outcome.elimination.must_haves, outcome.elimination.verdicts[:, program], strict=True)
        if verdict == Verdict.FAIL
    ]
    if len(failed) > 1:
        names = joined([sight.say(must.name) for must, _ in failed])
        return [
            f"No single limit would let it in: {count_word(len(failed))} must-haves would have to give way ({names})."
        ]
    must, fact = failed[0]
    assert must.must is not None, "only a must-have fails"
    reading = fact.codes[program]
    is_known = fact.unknown[reading] == Unknown.STATED
    asked = (outcome.elimination.verdicts[:, program] == Verdict.ASK).any()
    then = "it would be one to ask about" if asked else "it would fit"
    name = sight.say(must.name)
    if any(change.what is Lever.LIMIT for change in changes):
        return []
    if is_known and must.kind.is_numeric:
        is_over = float(fact.low[reading]) > must.must.high
        limit = safe(must, float(fact.high[reading] if is_over else fact.low[reading]), is_rising=is_over)
        return [f"With a limit of {sight.say(limit)} for {name}, {then}."]
    if is_known and must.must.rule is Rule.ANY_OF and must.plan is None:
        offered = joined([sight.say(label) for label in sorted(fact.labels[reading])], "or")
        return [f"If you also took {offered} for {name}, {then}."]
    return [f"If you gave up the must-have {name}, {then}."]
