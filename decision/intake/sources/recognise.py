"""A header -> the bundled map of the source it is from. Where two maps know it equally well, neither is taken."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from decision.intake.facts.headers import find_header
from decision.intake.shelf import bundled_sources
from decision.intake.sources.read_map import quick_recognise, read_map

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from decision.nouns.source_map import SourceMap

__all__ = ["Recognised", "lacking", "recognise"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Recognised:
    """What a table was recognised as.

    Parameters
    ----------
    best
        The map that knows most of its headers; ``None`` when there is none, or when it is a tie.
    tied
        The maps that know equally many, where it is a tie.
    """

    best: SourceMap | None = None
    tied: tuple[SourceMap, ...] = ()


def recognise(header: Sequence[str], names: Iterable[str] | None = None) -> Recognised:
    """Find the map of the source that a table is from.

    Parameters
    ----------
    header
        The table's header.
    names
        The bundled maps to look among; all of them when left out.

    Examples
    --------
    >>> recognise(["program", "cost"])
    Recognised(best=None, tied=())
    """
    known = bundled_sources() if names is None else names
    fitting = [read_map(name) for name in known if not lacking(header, quick_recognise(name))]
    scores = [_score(header, one) for one in fitting]
    best = [one for one, score in zip(fitting, scores, strict=True) if score == max(scores)]
    return Recognised(best=best[0]) if len(best) == 1 else Recognised(tied=tuple(best))


def lacking(header: Sequence[str], wanted: Iterable[str]) -> tuple[str, ...]:
    """Give the wanted headers that a table lacks."""
    return tuple(name for name in wanted if find_header(header, name) is None)


def _score(header: Sequence[str], one: SourceMap) -> int:
    return len(one.headers) - len(lacking(header, one.headers))
