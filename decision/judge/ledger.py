"""The account behind one program's score. Every sentence, bar and cell reads from it, so they cannot disagree."""

from __future__ import annotations

from decision.model import Entry, Ledger, Outcome, Unknown

__all__ = ["ledger"]


def ledger(outcome: Outcome, program: int) -> Ledger:
    """Give the account of one program: an entry for each weighted criterion, in the order of concern.

    Parameters
    ----------
    outcome
        Everything one run worked out.
    program
        The program's number in ``outcome.programs``, from 0.

    Returns
    -------
    Ledger
        Its entries sum to its score.
    """
    points = outcome.points
    entries = []
    for name, weight in points.weights.items():
        fact = outcome.facts[name]
        reading = int(fact.codes[program])
        own_word = outcome.criteria[name].taken_as if fact.unknown[reading] else ""
        entries.append(
            Entry(
                criterion=name,
                found=", ".join(part for part in (fact.texts[reading], own_word) if part),
                low=float(points.low[name][reading]),
                high=float(points.high[name][reading]),
                possible=100 * weight,
                unknown=Unknown(int(fact.unknown[reading])),
            )
        )
    return Ledger(
        row=int(outcome.programs.rows[program]),
        name=outcome.name(program),
        entries=tuple(entries),
        score=float(points.score[program]),
        score_high=float(points.score_high[program]),
    )
