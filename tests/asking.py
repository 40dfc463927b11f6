"""How the rule tests ask: a few lines of CSV and a list of criteria in, one program or one fault by its place out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from decision import decide
from decision.errors import BadCriteria, BadPrograms
from decision.report.files.document import document

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    import pandas as pd

__all__ = [
    "CHEAP",
    "COST",
    "RATE",
    "WHEN",
    "answer",
    "bad_criteria",
    "bad_programs",
    "doubts",
    "programs",
    "said",
    "scores",
    "statuses",
]

COST = {"name": "cost", "column": "cost", "kind": "money", "worst": "$10,000", "best": "$0"}
"""Cost alone: $10,000 earns nothing, each $100 less a point."""
CHEAP = {"name": "cost", "column": "cost", "kind": "money", "must": {"at_most": "$5,000"}}
"""At most $5,000, and no points."""
RATE = {"name": "pass rate", "column": "rate", "kind": "share", "worst": "0%", "best": "100%"}
"""A plain share: each percent a point."""
WHEN = {"name": "schedule", "column": "schedule", "kind": "schedule", "must": {"any_of": ["evening", "online"]}}
"""Evening or online, and no points."""

Criterion = dict[str, Any]


def said(
    table: bytes | str | Path | pd.DataFrame,
    criteria: Mapping[str, Any] | Path,
    *,
    order: Sequence[str] | str | None = None,
    allow_missing: bool = False,
) -> dict[str, Any]:
    """Decide, and give the JSON object without what is found out beyond the ranking."""
    return document(decide(table, criteria, order=order, allow_missing=allow_missing).outcome)


def answer(text: str, *criteria: Criterion, allow_missing: bool = False, **keys: Any) -> dict[str, Any]:  # noqa: ANN401
    """Decide on a CSV text by some criteria; more keys of the criteria file (`weights`, `shortlist`) may follow."""
    return said(text.encode(), {"criteria": list(criteria)} | keys, allow_missing=allow_missing)


def programs(text: str, *criteria: Criterion, **keys: Any) -> list[dict[str, Any]]:  # noqa: ANN401
    """Give the programs in the order of the file."""
    return sorted(answer(text, *criteria, **keys)["programs"], key=lambda program: int(program["row"]))


def scores(text: str, *criteria: Criterion, **keys: Any) -> list[tuple[float | None, float | None]]:  # noqa: ANN401
    """Give (sure points, possible points) in the order of the file, to nine decimals."""
    return [(nine(p["score"]), nine(p["score_high"])) for p in programs(text, *criteria, **keys)]


def nine(score: float | None) -> float | None:
    """Round as every comparison of points does."""
    return None if score is None else round(score, 9)


def statuses(text: str, *criteria: Criterion, **keys: Any) -> list[str]:  # noqa: ANN401
    """Give the statuses in the order of the file."""
    return [program["status"] for program in programs(text, *criteria, **keys)]


def doubts(text: str, *criteria: Criterion) -> list[tuple[str, int | None, str, str | None]]:
    """Give (code, row, column, what stands there) of every odd cell."""
    outcome = decide(text.encode(), {"criteria": list(criteria)}).outcome
    return [(str(doubt.code), doubt.row, doubt.column, doubt.found) for doubt in outcome.facts.doubts]


def bad_programs(text: str | bytes, *criteria: Criterion, strict: bool = False) -> list[tuple[str, int | None, str]]:
    """Give (code, row, column) of every fault of a table that must be refused."""
    with pytest.raises(BadPrograms) as error:
        decide(text if isinstance(text, bytes) else text.encode(), {"criteria": list(criteria)}, strict=strict)
    return [(str(fault.code), fault.row, fault.column) for fault in error.value.faults]


def bad_criteria(criteria: Sequence[Criterion], **keys: Any) -> list[tuple[str, str]]:  # noqa: ANN401
    """Give (code, place) of every fault of criteria that must be refused."""
    with pytest.raises(BadCriteria) as error:
        decide(b"program,cost,rate,schedule\nAsh,$1,50%,evening\n", {"criteria": list(criteria)} | keys)
    return [(str(fault.code), fault.path) for fault in error.value.faults]
