"""Criteria weighed in each of the ways, for tests of weights alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from decision.model import CriteriaSet, Criterion, Kind, Scale, WeightMethod, WeightRule

if TYPE_CHECKING:
    from collections.abc import Mapping

EIGHT_TO_NOTHING = Scale(knots=((0.0, 1.0), (8000.0, 0.0)))


def concern(name: str, *, column: str = "", parts: tuple[str, ...] = (), scale: Scale = EIGHT_TO_NOTHING) -> Criterion:
    """One weighted criterion of money."""
    return Criterion(name=name, kind=Kind.MONEY, column=column or name, parts=parts, scale=scale)


def weighed(
    method: WeightMethod,
    *members: Criterion | str,
    points: Mapping[str, float] | None = None,
    comparisons: Mapping[tuple[str, str], float] | None = None,
    ranges: Mapping[str, tuple[float, float]] | None = None,
    overrides: Mapping[str, str] | None = None,
    before: Mapping[str, Scale] | None = None,
) -> CriteriaSet:
    """A set weighed in one way; a name alone stands for a criterion of money."""
    criteria = tuple(concern(member) if isinstance(member, str) else member for member in members)
    groups = tuple((member.name,) for member in criteria if member.scale is not None)
    rule = WeightRule(
        method=method, groups=groups, points=points or {}, comparisons=comparisons or {}, ranges=ranges or {}
    )
    return CriteriaSet(
        title="Test",
        name="test",
        criteria=criteria,
        weights=rule,
        overrides=overrides or {},
        scales_before=before or {},
    )
