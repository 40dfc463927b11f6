"""How sure a decision is becomes plain values for the JSON document, programs named by their rows.

The one rule: keys are text and rows are numbers; a share stands only for a program that was looked at.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from decision.arrays import Floats
    from decision.nouns.findings import Certainty, Interval, Readings, WeightKeeps
    from decision.nouns.weighing import Weighing

__all__ = ["certainty_document", "opinions_document", "weighing_document"]

_NOT_LISTED = "More than 500 programs fit, so who stands above whom is not listed pair by pair."
_NOT_ALL = "More than 500 programs fit, so readings look only at those that can come first."


def certainty_document(certainty: Certainty) -> dict[str, object]:
    """Give the certainty as plain values.

    Parameters
    ----------
    certainty
        What was found out.

    Returns
    -------
    dict
        Keys ``order``, ``weights``, ``readings``, ``within_ranges``, ``dominated`` and ``level``. Above 500 programs
        that fit ``order`` has no ``beats``, and it and ``readings`` have a ``note`` that says so.
    """
    within = certainty.within_ranges
    return {
        "order": _order(certainty),
        "weights": {name: _keeps(keeps) for name, keeps in certainty.weights.items()},
        "readings": _readings(certainty, certainty.readings),
        "within_ranges": None if within is None else _readings(certainty, within),
        "dominated": {str(row): other for row, other in certainty.dominated.items()},
        "level": {
            "ties": [list(rows) for rows in certainty.level.ties],
            "too_close": list(certainty.level.too_close),
        },
    }


def weighing_document(weighing: Weighing) -> dict[str, object]:
    """Give where the weights come from, and the range each belongs to, as plain values."""
    return {
        "method": weighing.method,
        "assumed": weighing.is_assumed,
        "ranges": dict(weighing.ranges),
        "notes": list(weighing.notes),
    }


def opinions_document(certainty: Certainty) -> dict[str, object]:
    """Give the first place by other methods, by row; ``None`` where nobody fits."""
    opinions = certainty.opinions
    return {
        "equal": opinions.equal,
        "rank_sum": opinions.rank_sum,
        "bands": opinions.bands,
        "regret": opinions.regret,
    }


def _order(certainty: Certainty) -> dict[str, object]:
    proof, rows = certainty.order, certainty.standing.rows.tolist()
    found: dict[str, object] = {}
    if proof.beats is None:
        found["note"] = _NOT_LISTED
    else:
        above, below = (places.tolist() for places in np.nonzero(proof.beats))
        found["beats"] = [[rows[one], rows[other]] for one, other in zip(above, below, strict=True)]
    return {
        **found,
        "never_first": [row for row, is_never in zip(rows, proof.never_first.tolist(), strict=True) if is_never],
        "rank_from": _by_row(rows, proof.rank_from.tolist()),
        "rank_to": _by_row(rows, proof.rank_to.tolist()),
    }


def _keeps(keeps: WeightKeeps) -> dict[str, object]:
    return {"weight": keeps.weight, "first": _interval(keeps.first), "shortlist": _interval(keeps.shortlist)}


def _interval(interval: Interval | None) -> dict[str, object] | None:
    if interval is None:
        return None
    low, high = interval.low, interval.high
    return {"from": low.at, "to": high.at, "below": low.row, "above": high.row}


def _readings(certainty: Certainty, readings: Readings) -> dict[str, object]:
    seen = np.flatnonzero(readings.looked_at)
    rows = certainty.standing.rows[seen].tolist()

    def of_each(values: Floats) -> dict[str, object]:
        return _by_row(rows, values[seen].tolist())

    return {
        "draws": readings.draws,
        "seed": readings.seed,
        "error": readings.error,
        **({"note": _NOT_ALL} if certainty.order.beats is None else {}),
        "first": of_each(readings.first),
        "shortlist": of_each(readings.shortlist),
        "mean_rank": of_each(readings.mean_rank),
        "from_weights": of_each(readings.from_weights),
        "from_unknowns": of_each(readings.from_unknowns),
    }


def _by_row(rows: list[int], values: list[int] | list[float]) -> dict[str, object]:
    return {str(row): value for row, value in zip(rows, values, strict=True)}
