"""Two decisions become what differs between them, and why each program that moved did.

The one rule: what a program's score gained or lost is parted, criterion by criterion, between weights and facts, and
the parts add up to it.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from decision.judge.again.changed_settings import (
    changed_must_haves,
    changed_settings,
    changed_weights,
    is_criterion_touched,
    is_same_file,
    is_same_join,
    is_same_map,
)
from decision.nouns.comparison import Cause, Comparison, Moved, Part, Seen

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

__all__ = ["compare"]

_DECIMALS = 9
Document = dict[str, Any]
_Key = tuple[str, int]


def compare(before: Document, after: Document) -> Comparison:
    """Compare two decisions.

    Parameters
    ----------
    before, after
        Documents as ``decide rank --json`` writes them.

    Returns
    -------
    Comparison
        Programs are matched by name, and by row where a name stands more than once.

    Notes
    -----
    With weights ``w, w'`` and shares ``v, v'`` of one criterion before and after, its points change by
    ``100 (w' - w) v`` for the weight and ``100 w' (v' - v)`` for the fact. The share of a criterion that weighs
    nothing cannot be told from its points; it is taken as the same as in the other decision.
    """
    pairs, new, gone = _matched(before, after)
    changes = _Changes(before, after)
    moved = [found for was, now in pairs if (found := changes.moved(was, now))]
    versions = [document["settings"].get("version") for document in (before, after)]
    return Comparison(
        first_before=_firsts(before),
        first_after=_firsts(after),
        must_haves=changes.must_haves,
        weights=changed_weights(before, after),
        settings=changed_settings(before, after),
        is_same_file=is_same_file(before, after),
        is_same_join=is_same_join(before, after),
        is_same_version=versions[0] == versions[1],
        moved=tuple(sorted(moved, key=_size)),
        stayed=len(pairs) - len(moved),
        new=tuple((program["name"], _seen(program)) for program in new),
        gone=tuple((program["name"], _seen(program)) for program in gone),
    )


def _firsts(document: Document) -> tuple[str, ...]:
    return tuple(p["name"] for p in document["programs"] if p["status"] == "fits" and p["rank"] == 1)


# ── who is who ────────────────────────────────────────────────────────────────────────────────────────────────────────


def _matched(
    before: Document, after: Document
) -> tuple[list[tuple[Document, Document]], list[Document], list[Document]]:
    """Pair the programs; give those that only the later, and only the earlier, decision knows."""
    repeated = _repeated(before) | _repeated(after)
    was, now = (_by_key(document, repeated) for document in (before, after))
    pairs = [(was[key], program) for key, program in now.items() if key in was]
    return pairs, [now[key] for key in now if key not in was], [was[key] for key in was if key not in now]


def _repeated(document: Document) -> set[str]:
    counts = Counter(program["name"] for program in document["programs"])
    return {name for name, count in counts.items() if count > 1}


def _by_key(document: Document, repeated: set[str]) -> dict[_Key, Document]:
    return {(p["name"], p["row"] if p["name"] in repeated else 0): p for p in document["programs"]}


def _seen(program: Document) -> Seen:
    return Seen(
        row=program["row"],
        status=program["status"],
        rank=program["rank"],
        is_shortlisted=program["shortlist"],
        score=program["score"],
        score_high=program["score_high"],
        failed=tuple(failure["criterion"] for failure in program["failed"]),
        asked=tuple(program["ask"]),
    )


def _size(move: Moved) -> tuple[object, ...]:
    """Order moves: into and out of those that fit, by places, by points."""
    before, after = move.before, move.after
    places = abs((before.rank or 0) - (after.rank or 0)) if before.rank and after.rank else 0
    points = abs(sum(part.points for part in move.parts))
    first = 1 in (before.rank, after.rank) and before.rank != after.rank
    return (not first, before.status == after.status, -places, -round(points, _DECIMALS), move.name, after.row)


# ── why it moved ──────────────────────────────────────────────────────────────────────────────────────────────────────


class _Changes:
    """What changed between two decisions, to be asked for each program."""

    def __init__(self, before: Document, after: Document) -> None:
        self.before, self.after = before, after
        are_same = (same(before, after) for same in (is_same_file, is_same_join, is_same_map))
        self.is_same_file = all(are_same)
        self.must_haves = changed_must_haves(before, after)
        self._ruled = {setting.name for setting in self.must_haves}
        self._musts = [{step["criterion"] for step in document["funnel"]} for document in (before, after)]
        names = {*after["weights"], *before["weights"], *self._musts[0], *self._musts[1]}
        self._touched = {name: is_criterion_touched(before, after, name) for name in names}

    def moved(self, was: Document, now: Document) -> Moved | None:
        """Say how a program moved; nothing when it stands as before."""
        seen = _seen(was), _seen(now)
        if _stands(seen[0]) == _stands(seen[1]):
            return None
        parts = self._parts(was, now)
        limits = self._limits(*seen)
        causes = [*self._causes_of_status(limits, parts), *self._causes_of_points(parts)]
        if not causes:
            causes = [self._cause_of_the_rest(*seen)]
        return Moved(
            name=now["name"],
            before=seen[0],
            after=seen[1],
            parts=parts,
            causes=tuple(dict.fromkeys(causes)),
            limits=limits,
        )

    def _parts(self, was: Document, now: Document) -> tuple[Part, ...]:
        if was["score"] is None or now["score"] is None:
            return ()
        weights = self.before["weights"], self.after["weights"]
        return tuple(
            _part(name, weights[0].get(name, 0.0), weights[1].get(name, 0.0), was["points"], now["points"])
            for name in {**weights[1], **weights[0]}
        )

    def _limits(self, was: Seen, now: Seen) -> tuple[str, ...]:
        """Name the must-haves whose answer changed; of a program that is out it is not recorded what is to be asked."""
        names = dict.fromkeys((*now.failed, *now.asked, *was.failed, *was.asked))
        is_asked_told = "out" not in (was.status, now.status)
        answers = {
            name: [
                (name in seen.failed, is_asked_told and name in seen.asked and name in musts)
                for seen, musts in zip((was, now), self._musts, strict=True)
            ]
            for name in names
        }
        return tuple(name for name, (then, today) in answers.items() if then != today)

    def _causes_of_status(self, limits: Iterable[str], parts: tuple[Part, ...]) -> list[Cause]:
        known = {part.criterion for part in parts if not round(part.by_fact, _DECIMALS)}
        causes = []
        for name in limits:
            may_be_fact = not self.is_same_file and name not in known
            if name in self._ruled or self._touched[name]:
                causes.append(Cause.LIMITS_OR_FACTS if may_be_fact else Cause.LIMITS)
            else:
                causes.append(Cause.FACTS)
        return causes

    def _causes_of_points(self, parts: tuple[Part, ...]) -> list[Cause]:
        """Name what moved the points, what moved more first."""
        weighed: dict[Cause, float] = {}
        for part in parts:
            for cause, points in ((Cause.WEIGHTS, part.by_weight), (self._of_fact(part.criterion), part.by_fact)):
                weighed[cause] = weighed.get(cause, 0.0) + abs(round(points, _DECIMALS))
        return sorted((cause for cause, points in weighed.items() if points), key=lambda cause: -weighed[cause])

    def _of_fact(self, name: str) -> Cause:
        if self._touched[name]:
            return Cause.SCALE if self.is_same_file else Cause.EITHER
        return Cause.FACTS

    def _cause_of_the_rest(self, was: Seen, now: Seen) -> Cause:
        if (was.asked, was.score_high) != (now.asked, now.score_high):
            return Cause.EITHER if self.is_same_file else Cause.FACTS
        lengths = [document["settings"].get("shortlist") for document in (self.before, self.after)]
        if was.rank == now.rank and lengths[0] != lengths[1]:
            return Cause.SHORTLIST
        return Cause.OTHERS


def _stands(seen: Seen) -> tuple[object, ...]:
    """Give all of a place that counts: not its row, and points without their rounding errors."""
    points = [None if score is None else round(score, _DECIMALS) for score in (seen.score, seen.score_high)]
    return (seen.status, seen.rank, seen.is_shortlisted, *points, seen.failed, seen.asked)


def _part(
    name: str, was: float, now: float, points_before: Mapping[str, float], points_after: Mapping[str, float]
) -> Part:
    shares = [
        points.get(name, 0.0) / (100 * weight) if weight else None
        for weight, points in ((was, points_before), (now, points_after))
    ]
    before = shares[0] if shares[0] is not None else shares[1] or 0.0
    after = shares[1] if shares[1] is not None else before
    return Part(criterion=name, by_weight=100 * (now - was) * before, by_fact=100 * now * (after - before))
