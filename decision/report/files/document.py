"""Turns an outcome into the JSON document: plain Python values, whose shape is `decision.schema.json`.

One rule: the same outcome gives the same text, whatever the machine: keys in a fixed order, numbers whole, letters
beyond ASCII escaped, so that no terminal and no locale can change them.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from decision.model import Status
from decision.report.files.advice_document import (
    explanations_document,
    loosening_document,
    questions_document,
    settling_document,
    together_document,
)
from decision.report.files.bill_document import bills_document
from decision.report.files.certainty_document import certainty_document, opinions_document, weighing_document
from decision.report.files.dates_document import dates_of_programs, freshness_document
from decision.report.pay.pay_document import pay_document
from decision.report.words.asked import asked, failures
from decision.report.words.conditions import conditions
from decision.report.words.reasons import reasons
from decision.report.words.wording import rule_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from decision.model import Outcome
    from decision.nouns.insight import Insight

__all__ = ["SCHEMA", "document", "dumps"]

SCHEMA = "decision/1"
"""The name of the document's shape."""


def document(outcome: Outcome, insight: Insight | None = None) -> dict[str, object]:
    """Give the result as plain values, ready for JSON.

    Parameters
    ----------
    outcome
        What was worked out.
    insight
        How sure it is, what to ask and what to loosen; ``None`` when that was not found out.

    Returns
    -------
    dict
        Keys ``schema``, ``title``, ``weights`` (criterion -> weight, in the order of concern), ``joined`` (one object
        per table brought beside the programs), ``filters`` (one object per condition that programs were chosen by),
        ``funnel`` (one object per must-have), ``programs`` (one object per program chosen, in the order of the
        ranking) and ``settings``. Scores are points of 100 in full; margins in dollars, months, the criterion's unit
        or share 0..1; ``None`` for no value. With an insight also ``weighing``, ``certainty``, ``questions``,
        ``questions_without_effect``, ``questions_together``, ``questions_settling``, ``loosening``, ``explanations``
        and ``second_opinions``, before the settings; where the file dates its facts or a limit is stated,
        ``freshness``; where an area was named, ``pay``; where a column has words that its criterion's vocabulary does
        not have, ``outside_vocabulary``.
    """
    return {
        "schema": SCHEMA,
        "title": outcome.criteria.title,
        "weights": {name: float(weight) for name, weight in outcome.points.weights.items()},
        "joined": _joined(outcome),
        "filters": _filters(outcome),
        "funnel": _funnel(outcome),
        "programs": _programs(outcome),
        **(_found_out(outcome, insight) if insight is not None else {}),
        **freshness_document(outcome),
        **({"pay": pay_document(outcome)} if outcome.pay is not None else {}),
        **_outside(outcome),
        "settings": dict(outcome.settings),
    }


def _outside(outcome: Outcome) -> dict[str, object]:
    found = outcome.facts.outside
    listed = {name: [{"word": word, "programs": n} for word, n in words] for name, words in found.items()}
    return {"outside_vocabulary": listed} if listed else {}


def _found_out(outcome: Outcome, insight: Insight) -> dict[str, object]:
    return {
        "weighing": weighing_document(insight.weighing),
        "certainty": certainty_document(insight.certainty),
        "questions": questions_document(outcome, insight.questions),
        "questions_without_effect": insight.questions.without_effect,
        "questions_together": together_document(outcome, insight.questions),
        "questions_settling": settling_document(insight.questions.settling),
        "loosening": loosening_document(insight.loosening),
        "explanations": explanations_document(outcome, insight),
        "second_opinions": opinions_document(insight.certainty),
    }


def _joined(outcome: Outcome) -> list[dict[str, object]]:
    return [
        {
            "file": each.other.file,
            "on": [ours for ours, _ in each.on],
            "programs": len(each.programs),
            "matched": each.matched,
            "rows": len(each.other),
            "used": each.used,
        }
        for each in outcome.programs.joined
    ]


def _filters(outcome: Outcome) -> list[dict[str, object]]:
    return [
        {"where": step.where, "before": step.before, "left": step.left, "blank": step.blank}
        for step in outcome.programs.filters
    ]


def _funnel(outcome: Outcome) -> list[dict[str, object]]:
    return [
        {
            "criterion": step.criterion,
            "rule": rule_words(must),
            "before": step.before,
            "out": step.out,
            "ask": step.ask,
            "left": step.left,
        }
        for must, step in zip(outcome.elimination.must_haves, outcome.elimination.funnel, strict=True)
    ]


def _programs(outcome: Outcome) -> list[dict[str, object]]:
    points, ranking = outcome.points, outcome.ranking
    why, to_ask, failed = reasons(outcome), asked(outcome), failures(outcome)
    hangs_on = conditions(outcome)
    status = outcome.elimination.status.tolist()
    rows, ranks, listed = outcome.programs.rows.tolist(), ranking.rank.tolist(), ranking.is_shortlisted.tolist()
    score, score_high = points.score.tolist(), points.score_high.tolist()
    earned, dated = _earned(outcome), dates_of_programs(outcome)
    bills = bills_document(outcome)
    entries: list[dict[str, object]] = []
    for at in ranking.order.tolist():
        is_in = status[at] != Status.OUT
        entries.append(
            {
                "row": rows[at],
                "name": outcome.name(at),
                "rank": ranks[at] if is_in else None,
                "status": Status(status[at]).word,
                "shortlist": listed[at],
                "score": score[at] if is_in else None,
                "score_high": score_high[at] if is_in else None,
                "points": {name: of[at] for name, of in earned.items()} if is_in else {},
                "failed": [failure._asdict() for failure in failed[at]],
                "ask": list(to_ask[at]),
                "conditions": list(hangs_on[at]),
                "reason": why[at],
                **dated[at],
                **({"bills": made} if (made := bills(at)) else {}),
            }
        )
    return entries


def _earned(outcome: Outcome) -> dict[str, list[float]]:
    """Give the assured points of every program, a list for each criterion."""
    points, facts = outcome.points, outcome.facts
    return {name: points.low[name][facts[name].codes].tolist() for name in points.weights}


def dumps(document: Mapping[str, object]) -> str:
    r"""Write the document as JSON text, one line for each entry of a list.

    Parameters
    ----------
    document
        Plain values; a number that is not finite is a slip of ours.

    Returns
    -------
    str
        ASCII, with a line feed at the end.

    Raises
    ------
    ValueError
        If a number is not finite.

    Examples
    --------
    >>> print(dumps({"title": "Café", "funnel": [], "programs": [{"row": 2}, {"row": 3}]}), end="")
    {
      "title": "Caf\u00e9",
      "funnel": [],
      "programs": [
        {"row": 2},
        {"row": 3}
      ]
    }
    """
    members = ",\n".join(f"  {_text(key)}: {_member(value)}" for key, value in document.items())
    return f"{{\n{members}\n}}\n"


def _member(value: object) -> str:
    if not isinstance(value, list) or not value:
        return _text(value)
    lines = ",\n".join(f"    {_text(entry)}" for entry in value)
    return f"[\n{lines}\n  ]"


def _text(value: object) -> str:
    return json.dumps(value, allow_nan=False)
