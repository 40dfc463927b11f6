"""The settings of a recorded decision become a run that can be done again.

The one rule: what was never kept as a file (standard input, bytes, a DataFrame, criteria given as a mapping) is refused
with what to do instead, before anything is read.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from decision.errors import BadInput, Code, Fault

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = ["RecordedJoin", "RecordedRun", "recorded_run"]

_SETTINGS: dict[tuple[str, ...], type] = {
    ("programs", "file"): str,
    ("programs", "encoding"): str,
    ("programs", "separator"): str,
    ("programs", "header_row"): int,
    ("criteria", "name"): str,
    ("options",): dict,
    ("allow_missing",): bool,
    ("strict",): bool,
}
_JOIN: dict[str, type] = {"file": str, "encoding": str, "separator": str, "header_row": int}
_WORDS = {str: "a text", int: "a whole number", dict: "an object", bool: "true or false"}
_NO_FILES = {
    "<stdin>": "was read from standard input. Save the table as a file and rank it from there.",
    "<bytes>": "was given as bytes. Save the table as a file and rank it from there.",
    "<table>": "was given as a DataFrame. Save the table as a file and rank it from there.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedJoin:
    """A table that was brought beside the programs: how it was read, by which map, and the names of its keys."""

    file: str
    encoding: str
    separator: str
    header_row: int
    sheet: str
    source: str
    on: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedRun:
    """What is needed to run a decision again.

    Parameters
    ----------
    programs, encoding, separator, header_row, sheet
        The table, and how it was read; no sheet where the file has none.
    source
        The map it was translated by; ``none`` where it was read as it stands.
    joined
        The tables that were brought beside it, in order.
    where
        What the programs were chosen by.
    criteria
        The name of a bundled set, or a file.
    options
        Single changes, ``{"cost.at_most": "5000"}``.
    order, weights, shortlist, fresh_since
        As given; ``None`` where they were not.
    allow_missing, strict
        As given.
    area, wages
        Where pay was looked up, and the wages that were stated; ``None`` where not asked for.
    draws, seed
        Of the readings; ``None`` when nothing was found out beyond the ranking.
    """

    programs: str
    encoding: str
    separator: str
    header_row: int
    sheet: str
    source: str
    joined: tuple[RecordedJoin, ...]
    where: tuple[str, ...]
    criteria: str
    options: Mapping[str, str]
    order: str | None
    weights: str | None
    shortlist: str | None
    fresh_since: str | None
    allow_missing: bool
    strict: bool
    area: str | None
    wages: Mapping[str, object] | None
    draws: int | None
    seed: int | None


def recorded_run(document: Mapping[str, Any], *, file: str = "") -> RecordedRun:
    """Take from a recorded decision what is needed to run it again.

    Parameters
    ----------
    document
        As `read_decision` gave it.
    file
        The file it was read from, for what is said of it.

    Returns
    -------
    RecordedRun
        What to run.

    Raises
    ------
    BadInput
        When settings are missing, or the table or the criteria were not files.

    Examples
    --------
    >>> recorded_run({"settings": {"programs": {"file": "<stdin>"}}}, file="a.json")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    decision.errors.BadInput: a.json: 8 faults.
    ...
    """
    settings = document["settings"]
    faults = [
        *_not_as_written(settings),
        *_choice_faults(settings),
        *_not_kept(settings),
        *_chance_faults(document),
    ]
    if faults:
        raise BadInput([Fault(code=code, file=file, path=path, problem=said) for code, path, said in faults])
    given, options = settings["programs"], dict(settings["options"])
    names = ("order", "weights", "shortlist", "fresh_since")
    order, weights, shortlist, fresh_since = (options.pop(name, None) for name in names)
    chance = document["certainty"]["readings"] if "certainty" in document else {}
    return RecordedRun(
        programs=given["file"],
        encoding=given["encoding"],
        separator=given["separator"],
        header_row=given["header_row"],
        sheet=given.get("sheet", ""),
        source=given.get("source") or "none",
        joined=tuple(map(_join, settings.get("join", ()))),
        where=tuple(settings.get("where", ())),
        criteria=settings["criteria"]["name"],
        options=options,
        order=order,
        weights=weights,
        shortlist=shortlist,
        fresh_since=fresh_since,
        allow_missing=settings["allow_missing"],
        strict=settings["strict"],
        area=settings.get("area"),
        wages=settings.get("wages"),
        draws=chance.get("draws"),
        seed=chance.get("seed"),
    )


def _join(other: Mapping[str, Any]) -> RecordedJoin:
    return RecordedJoin(
        **{key: other[key] for key in _JOIN},
        sheet=other.get("sheet", ""),
        source=other.get("source") or "none",
        on=tuple(other["on"]),
    )


_Said = tuple[Code, str, str]


def _not_as_written(settings: Mapping[str, Any]) -> Iterator[_Said]:
    for path, kind in _SETTINGS.items():
        found = _at(settings, path)
        where = ".".join(("settings", *path))
        if found is None:
            yield Code.MISSING_KEY, where, "is missing. Write the decision anew with decide rank --json."
        elif type(found) is not kind:
            yield Code.WRONG_SHAPE, where, f"wanted {_WORDS[kind]}."
    if not isinstance(_at(settings, ("programs", "sheet")), str | None):
        yield Code.WRONG_SHAPE, "settings.programs.sheet", "wanted a text."
    source = _at(settings, ("programs", "source"))
    if source is not None and not isinstance(source, str):
        yield Code.WRONG_SHAPE, "settings.programs.source", "wanted a text."
    for name, kind in (("area", str), ("wages", dict)):
        if not isinstance(_at(settings, (name,)), kind | None):
            yield Code.WRONG_SHAPE, f"settings.{name}", f"wanted {_WORDS[kind]}."
    options = _at(settings, ("options",))
    for name, value in options.items() if isinstance(options, dict) else ():
        if not isinstance(value, str):
            yield Code.WRONG_SHAPE, f"settings.options.{name}", "wanted a text."


def _choice_faults(settings: Mapping[str, Any]) -> Iterator[_Said]:
    """Look at what chose the programs and what was brought beside them; an earlier version recorded neither."""
    if not _are_texts(settings.get("where", [])):
        yield Code.WRONG_SHAPE, "settings.where", "wanted a list of texts."
    others = settings.get("join", [])
    if not isinstance(others, list):
        yield Code.WRONG_SHAPE, "settings.join", "wanted a list of objects."
        return
    for number, other in enumerate(others):
        path = f"settings.join[{number}]"
        if not isinstance(other, dict) or any(type(other.get(key)) is not kind for key, kind in _JOIN.items()):
            yield Code.WRONG_SHAPE, path, f"wanted an object with {', '.join(_JOIN)} and on."
        elif not other.get("on") or not _are_texts(other["on"]):
            yield Code.WRONG_SHAPE, f"{path}.on", "wanted a list of texts."
        elif other["file"] in _NO_FILES:
            yield Code.UNREADABLE, f"{path}.file", f"the table {_NO_FILES[other['file']]}"


def _are_texts(found: object) -> bool:
    return isinstance(found, list) and all(isinstance(text, str) for text in found)


def _not_kept(settings: Mapping[str, Any]) -> Iterator[_Said]:
    file = _at(settings, ("programs", "file"))
    if file in _NO_FILES:
        yield Code.UNREADABLE, "settings.programs.file", f"the table {_NO_FILES[file]}"
    if _at(settings, ("criteria", "name")) == "":
        said = "the criteria were given as a mapping. Save them as a YAML file and rank with that."
        yield Code.UNREADABLE, "settings.criteria.name", said


def _chance_faults(document: Mapping[str, Any]) -> Iterator[_Said]:
    if "certainty" not in document:
        return
    for key, least in (("draws", 1), ("seed", 0)):
        found = _at(document, ("certainty", "readings", key))
        if type(found) is not int or found < least:
            yield Code.WRONG_SHAPE, f"certainty.readings.{key}", f"wanted a whole number from {least} up."


def _at(settings: object, path: tuple[str, ...]) -> Any:  # noqa: ANN401 -- anything may stand in the file
    for key in path:
        settings = settings.get(key) if isinstance(settings, dict) else None
    return settings
