"""A criteria file, a bundled set or a mapping becomes a `CriteriaSet`, with options laid over it.

Faults of the file come first and all at once (`BadCriteria`), then all faults of the options (`BadOptions`). In the
paths of faults the criteria count from 1: ``criteria[2]`` is the second in the list.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from decision.errors import BadCriteria, BadOptions, Code, Fault
from decision.intake.criteria.build_set import build_set
from decision.intake.criteria.build_words import digests
from decision.intake.criteria.lay_over import lay_over
from decision.intake.criteria.list_file import digest_of
from decision.intake.criteria.named_file import is_meant_as_a_path, own_bytes, refuse, refuse_unknown_name
from decision.intake.criteria.overrides import merged, record
from decision.intake.criteria.raw_criteria import RawSet, raw_set
from decision.intake.criteria.shipped_tree import read_shipped_tree
from decision.intake.criteria.yaml_text import as_text, decode
from decision.intake.criteria.yaml_tree import read_tree
from decision.intake.shelf import bundled_set, bundled_sets
from decision.model import CriteriaSet

__all__ = ["DEFAULT_SET", "read_criteria"]

DEFAULT_SET = "medical-coding"
_CRITERION = re.compile(r"criteria\[([0-9]+)\]")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Source:
    """The text of a criteria set and where it came from."""

    text: str
    name: str
    title: str
    digest: str
    has_lines: bool = True
    is_shipped: bool = False
    overrides: Mapping[str, str] | None = None


def read_criteria(
    source: str | Path | Mapping[str, object] | CriteriaSet | None = None,
    *,
    set: Mapping[str, object] | None = None,  # noqa: A002 - the name of the option
    order: str | Sequence[str] | None = None,
    weights: str | Mapping[str, object] | None = None,
    shortlist: int | str | None = None,
    fresh_since: str | None = None,
) -> CriteriaSet:
    """Read what the user wants.

    Parameters
    ----------
    source
        The name of a bundled set, a path, a mapping as a file holds it, or a set read before (its options stay where
        no new one speaks of the same thing). ``None`` is the bundled set ``medical-coding``.
    set
        Changes by ``criterion.key``: ``{"cost.at_most": 5000, "schedule.any_of": ["evening", "online"]}``. A rule takes
        the place of the one the criterion had; ``{"cost.must": "none"}`` takes it away, and the criterion with it where
        it earns no points. ``{"cost.unknown": "assume $5,000"}`` or ``"between $4,000,$6,000"`` names plausible values,
        ``ask`` and ``out`` say what an unknown means.
    order
        Names that go to the front of the order of concern; the rest follow as they stood.
    weights
        ``order``, ``rank_sum``, ``equal``; points for every criterion that earns any (``"cost=3,schedule=1"`` or a
        mapping); or ``{"swings": {"cost": 100, ...}}``, ``{"pairwise": {"cost over schedule": 3, ...}}``,
        ``{"ranges": {"cost": "30% to 50%", ...}}``, as text ``"swings: cost=100,schedule=40"``,
        ``"pairwise: cost over schedule=3"``, ``"ranges: cost=30%-50%,schedule=50%-70%"``.
    shortlist
        How many programs the shortlist holds, at least 1.
    fresh_since
        Facts from before this date are marked as old, ``2025-01-01`` or ``2025``; ``none`` takes the file's limit away.

    Raises
    ------
    BadCriteria
        The file cannot be read or has faults; every one is listed.
    BadOptions
        The options have faults; every one is listed.

    Examples
    --------
    >>> cost = {"name": "cost", "kind": "money", "column": "total_cost", "best": 0, "worst": 8000}
    >>> wanted = read_criteria({"criteria": [cost]}, set={"cost.at_most": "$5,000"})
    >>> wanted["cost"].must.high, wanted.overrides
    (5000.0, {'cost.at_most': '$5,000'})
    >>> read_criteria({"criteria": [{**cost, "kind": "mony"}]})
    Traceback (most recent call last):
    decision.errors.BadCriteria: 1 fault.
      criteria[1].kind  "mony"  is no kind. Did you mean "money"?
    """
    found = _found(source)
    raw, plain = _read_now(replace(found, overrides=None))
    faults: list[Fault] = []
    given = record(
        plain.criteria, faults, set=set, order=order, weights=weights, shortlist=shortlist, fresh_since=fresh_since
    )
    if faults:
        raise BadOptions(faults)
    overrides = merged(found.overrides or {}, given)
    return _with_options(raw, plain, overrides) if overrides else plain


def _read_now(found: _Source) -> tuple[RawSet, CriteriaSet]:
    """Read a text, anew where a vocabulary or a list that it names has changed since."""
    raw, plain = _read(found)
    if plain.vocabularies != digests(plain.vocabularies) or not _is_fresh(plain):
        _read.cache_clear()
        raw, plain = _read(found)
    return raw, plain


@lru_cache(maxsize=8)  # one file serves many learners, each with options of their own
def _read(found: _Source) -> tuple[RawSet, CriteriaSet]:
    """Read a text as typed and as it is without options."""
    faults: list[Fault] = []
    if found.is_shipped:
        tree = read_shipped_tree(found.text, file=found.name)
    else:
        tree = read_tree(found.text, file=found.name, has_lines=found.has_lines)
    raw = raw_set(tree, faults)
    built = build_set(raw, faults, name=found.name, title=found.title)
    if faults:
        ordered = sorted(faults, key=lambda fault: fault.line or 0)
        raise BadCriteria([replace(fault, file=fault.file or found.name) for fault in ordered])
    plain = replace(built, digest=found.digest, text=found.text)
    return raw, plain


def _is_fresh(plain: CriteriaSet) -> bool:
    """Whether the lists that its costs name are still those that were read."""
    lists = (item for criterion in plain.criteria for item in criterion.costing.lists.items())
    return all(digest_of(*reversed(name.split("/", 1))) == digest for name, digest in lists)


def _with_options(raw: RawSet, plain: CriteriaSet, overrides: Mapping[str, str]) -> CriteriaSet:
    """Build the set anew with options laid over the raw file."""
    laid = lay_over(raw, [criterion.name for criterion in plain.criteria], overrides)
    faults: list[Fault] = []
    built = build_set(laid, faults, name=plain.name, title=plain.title)
    if not laid.criteria:
        faults.append(
            Fault(code=Code.OPTION, path="--set", problem="leaves no criterion. Keep at least one must-have.")
        )
    if faults:
        raise BadOptions([_of_option(fault, plain, overrides) for fault in faults])
    before = {criterion.name: criterion.scale for criterion in plain.weighted if criterion.scale}
    changed = {now.name: before[now.name] for now in built.weighted if before.get(now.name, now.scale) != now.scale}
    return replace(built, digest=plain.digest, text=plain.text, overrides=overrides, scales_before=changed)


def _of_option(fault: Fault, plain: CriteriaSet, overrides: Mapping[str, str]) -> Fault:
    """Name the options where a fault stands at a place in the file, which had none before they were laid over it."""
    if fault.file or fault.path.startswith("--"):
        return fault
    place = _CRITERION.match(fault.path)
    name = plain.criteria[int(place[1]) - 1].name if place else ""
    keys = [key for key in overrides if key.rpartition(".")[0] == name] if place else list(overrides)
    options = ", ".join(f"--set {key}" if "." in key else f"--{key}" for key in keys)
    return replace(fault, path=options, line=None, found=None, problem=f"{fault.path} {fault.problem}")


def _found(source: str | Path | Mapping[str, object] | CriteriaSet | None) -> _Source:
    match source:
        case None:
            return _of_bundled(DEFAULT_SET)
        case CriteriaSet():
            return _Source(
                text=source.text,
                name=source.name,
                title=source.title,
                digest=source.digest,
                has_lines=bool(source.name),
                overrides=source.overrides,
            )
        case Mapping():
            return replace(_of_file("", as_text(source).encode(), "criteria"), has_lines=False)
        case Path():
            return _of_file(str(source), _bytes(source), source.stem)
        case str() if source in bundled_sets():
            return _of_bundled(source)
        case str():
            return _of_typed_path(source)
        case _:
            raise TypeError(f"criteria are a name, a path or a mapping, not {type(source).__name__}")


def _of_bundled(name: str) -> _Source:
    return replace(_of_file(name, bundled_set(name).read_bytes(), name), is_shipped=True)


def _of_file(name: str, content: bytes, title: str) -> _Source:
    return _Source(text=decode(content, file=name), name=name, title=title, digest=hashlib.sha256(content).hexdigest())


def _of_typed_path(typed: str) -> _Source:
    if typed == "-":
        refuse(typed, "criteria are read from a file or a bundled set, not from standard input.")
    path = Path(typed)
    if not is_meant_as_a_path(typed, path):
        refuse_unknown_name(typed, called="set", bundled=bundled_sets())
    return _of_file(typed, _bytes(path), path.stem)


def _bytes(path: Path) -> bytes:
    return own_bytes(path, called="set", inside="criteria file", bundled=bundled_sets())
