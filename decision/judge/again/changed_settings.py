"""Two decisions become what the user set otherwise, and what may therefore be the cause of a move."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from decision.nouns.comparison import Setting
from decision.nouns.plans import SETTING_KEYS

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = [
    "changed_must_haves",
    "changed_settings",
    "changed_weights",
    "is_criterion_touched",
    "is_same_file",
    "is_same_join",
    "is_same_map",
]

_RULES = ("at_least", "at_most", "between", "any_of", "all_of", "none_of", "is", "available", *SETTING_KEYS)
_TOLD_ELSEWHERE = ("weights", "shortlist")
_IN_WORDS = {"fresh_since": "date from which facts are fresh"}
_SWITCHES = {"allow_missing": "missing columns allowed", "strict": "odd cells are faults"}


def changed_must_haves(before: Mapping[str, Any], after: Mapping[str, Any]) -> tuple[Setting, ...]:
    """Give the must-haves that are new, gone or have another rule, those of the later decision first.

    Parameters
    ----------
    before, after
        Two documents.

    Returns
    -------
    tuple of Setting
        Rules without the name of their criterion.
    """
    was, now = _rules(before), _rules(after)
    return tuple(
        Setting(name=name, before=was.get(name, ""), after=now.get(name, ""))
        for name in {**now, **was}
        if was.get(name) != now.get(name)
    )


def _rules(document: Mapping[str, Any]) -> dict[str, str]:
    return {step["criterion"]: step["rule"].removeprefix(step["criterion"]).strip() for step in document["funnel"]}


def changed_weights(
    before: Mapping[str, Any], after: Mapping[str, Any]
) -> tuple[tuple[str, float | None, float | None], ...]:
    """Give the weights that differ, in the order of the later decision.

    Parameters
    ----------
    before, after
        Two documents.

    Returns
    -------
    tuple
        Name, weight before and after; ``None`` where the criterion had or has none.
    """
    was, now = before["weights"], after["weights"]
    return tuple(
        (name, was.get(name), now.get(name))
        for name in {**now, **was}
        if (name in was) != (name in now) or round(was[name] - now[name], 9)
    )


def changed_settings(before: Mapping[str, Any], after: Mapping[str, Any]) -> tuple[Setting, ...]:
    """Give what else was set otherwise, limits and weights aside.

    Parameters
    ----------
    before, after
        Two documents.

    Returns
    -------
    tuple of Setting
        The criteria file, the map of the source, filters, joined tables, the shortlist, and single options.
    """
    was, now = before["settings"], after["settings"]
    found = [_setting("criteria", _part(was, "criteria", "name"), _part(now, "criteria", "name"))]
    if not found[0] and _part(was, "criteria", "sha256") != _part(now, "criteria", "sha256"):
        found.append(Setting(name="criteria", before="another text", after="edited since"))
    found.append(_setting("map of the source", _source(was), _source(now)))
    if not found[-1] and not is_same_map(before, after):
        found.append(Setting(name="map of the source", before="another text", after="edited since"))
    found.append(_setting("filter", _filter(was), _filter(now)))
    found.append(_setting("joined tables", _joined(was), _joined(now)))
    found.append(_setting("shortlist", was.get("shortlist"), now.get("shortlist")))
    found += [_setting(words, was.get(key), now.get(key)) for key, words in _SWITCHES.items()]
    options = _options(was), _options(now)
    found += [
        _setting(_IN_WORDS.get(name, name), options[0].get(name), options[1].get(name))
        for name in sorted({**options[0], **options[1]})
        if name not in _TOLD_ELSEWHERE and name.rpartition(".")[2] not in _RULES
    ]
    return tuple(setting for setting in found if setting)


def is_criterion_touched(before: Mapping[str, Any], after: Mapping[str, Any], name: str) -> bool:
    """Say whether the criteria file, or an option about one criterion, is another.

    Parameters
    ----------
    before, after
        Two documents.
    name
        Of the criterion.

    Returns
    -------
    bool
        Whether what is wanted of it, or what it earns, may have changed; its weight and limit aside.
    """
    was, now = before["settings"], after["settings"]
    if any(_part(was, "criteria", key) != _part(now, "criteria", key) for key in ("name", "sha256", "vocabularies")):
        return True
    options = _options(was), _options(now)
    keys = (key for key in {**options[0], **options[1]} if key.rpartition(".")[0] == name)
    return any(options[0].get(key) != options[1].get(key) for key in keys if key.rpartition(".")[2] not in _RULES)


def is_same_join(before: Mapping[str, Any], after: Mapping[str, Any]) -> bool:
    """Say whether the same bytes were joined to the programs, by the same keys.

    Parameters
    ----------
    before, after
        Two documents.

    Returns
    -------
    bool
        True where neither joined anything.
    """
    read = [
        [(other.get("sha256"), other.get("on")) for other in _others(document["settings"])]
        for document in (before, after)
    ]
    return read[0] == read[1]


def is_same_map(before: Mapping[str, Any], after: Mapping[str, Any]) -> bool:
    """Say whether the programs were read by the same map of their source, or by none both times.

    Parameters
    ----------
    before, after
        Two documents.
    """
    digests = [_part(document["settings"], "programs", "source_sha256") or "" for document in (before, after)]
    return digests[0] == digests[1]


def is_same_file(before: Mapping[str, Any], after: Mapping[str, Any]) -> bool:
    """Say whether both decisions read the same bytes of programs.

    Parameters
    ----------
    before, after
        Two documents.

    Returns
    -------
    bool
        False where one of them does not say.
    """
    digests = [_part(document["settings"], "programs", "sha256") for document in (before, after)]
    return bool(digests[0]) and digests[0] == digests[1]


def _part(settings: Mapping[str, Any], key: str, inner: str) -> object:
    part = settings.get(key)
    return part.get(inner) if isinstance(part, dict) else None


def _options(settings: Mapping[str, Any]) -> dict[str, object]:
    options = settings.get("options")
    return options if isinstance(options, dict) else {}


def _source(settings: Mapping[str, Any]) -> object:
    """Give the map that the programs were read by; nothing where they were read as they stand."""
    return _part(settings, "programs", "source") or None


def _filter(settings: Mapping[str, Any]) -> str | None:
    """Give the filters as typed; nothing where there are none."""
    where = settings.get("where")
    return " and ".join(sorted(map(str, where))) or None if isinstance(where, list) else None


def _others(settings: Mapping[str, Any]) -> list[dict[str, Any]]:
    others = settings.get("join")
    return [other for other in others if isinstance(other, dict)] if isinstance(others, list) else []


def _joined(settings: Mapping[str, Any]) -> str | None:
    """Give the joined files and their keys; nothing where there are none."""
    told = [f"{other.get('file')} by {', '.join(map(str, other.get('on') or []))}" for other in _others(settings)]
    return " and ".join(told) or None


def _setting(name: str, before: object, after: object) -> Setting | None:
    if before == after:
        return None
    return Setting(name=name, before=_words(before), after=_words(after))


def _words(value: object) -> str:
    match value:
        case None:
            return ""
        case True:
            return "yes"
        case False:
            return "no"
        case _:
            return str(value)
