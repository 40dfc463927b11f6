"""Options as given become one record of plain text, each under the criterion's own name.

Earlier options stay unless a new one speaks of the same thing; a new rule takes the place of an earlier one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from decision.errors import Code, Fault
from decision.intake.criteria.keys import SETTABLE_KEYS
from decision.intake.criteria.option_names import find_criterion
from decision.intake.criteria.option_text import answers_text, join_list, option_text, split_list
from decision.intake.criteria.weight_text import record_weights
from decision.intake.criteria.words import did_you_mean
from decision.model import Criterion, Rule

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

__all__ = ["MUST_KEYS", "merged", "record"]

MUST_KEYS = ("must", *(rule.value for rule in Rule))
"""The keys that speak of a must-have: only one of them can hold."""


def record(
    criteria: Sequence[Criterion],
    faults: list[Fault],
    *,
    set: Mapping[str, object] | None,  # noqa: A002 - the name of the option
    order: str | Sequence[str] | None,
    weights: str | Mapping[str, object] | None,
    shortlist: int | str | None,
    fresh_since: str | None = None,
) -> dict[str, str]:
    """Write options as plain text.

    Parameters
    ----------
    criteria
        Of the file, by whose names and columns options find their criterion.
    faults
        Where faults are added.
    set, order, weights, shortlist, fresh_since
        As given.

    Returns
    -------
    dict
        ``cost.at_most`` and the like in alphabetical order, then ``order``, ``weights``, ``shortlist`` and
        ``fresh_since``.
    """
    recorded = _set(criteria, faults, set or {})
    if order is not None:
        typed = split_list(order) if isinstance(order, str) else [option_text(name) for name in order]
        recorded["order"] = join_list(_order(criteria, faults, typed))
    if weights is not None:
        recorded["weights"] = record_weights(criteria, faults, weights)
    if shortlist is not None:
        recorded["shortlist"] = option_text(shortlist)
    if fresh_since is not None:
        recorded["fresh_since"] = option_text(fresh_since)
    return recorded


def merged(earlier: Mapping[str, str], given: Mapping[str, str]) -> dict[str, str]:
    """Lay new options over earlier ones.

    Examples
    --------
    >>> merged({"cost.at_most": "5000", "shortlist": "2"}, {"cost.between": "0,4000"})
    {'shortlist': '2', 'cost.between': '0,4000'}
    """
    taken = {_subject(key) for key in given}
    return {key: value for key, value in earlier.items() if _subject(key) not in taken} | dict(given)


def _subject(path: str) -> str:
    """Give what an option speaks of: every rule of one criterion is the same subject."""
    name, dot, key = path.rpartition(".")
    return f"{name}.must" if dot and key in MUST_KEYS else path


def _set(criteria: Sequence[Criterion], faults: list[Fault], given: Mapping[str, object]) -> dict[str, str]:
    recorded: dict[str, str] = {}
    subjects: dict[str, str] = {}
    for typed, value in given.items():
        path = _path(criteria, faults, typed)
        if not path:
            continue
        other = subjects.setdefault(_subject(path), typed)
        if other != typed:
            problem = f"speaks of the same thing as --set {other}. Keep one; two limits are `between`."
            faults.append(Fault(code=Code.OPTION, path=f"--set {typed}", problem=problem))
        recorded[path] = answers_text(value) if path.endswith(".person") else option_text(value)
    return dict(sorted(recorded.items()))


def _path(criteria: Sequence[Criterion], faults: list[Fault], typed: str) -> str:
    """Give ``name.key`` with the criterion's own name, or an empty text after a fault."""
    option = f"--set {typed}"
    name, _, key = typed.rpartition(".")
    if not name:
        problem = "names no key. Write a criterion, a dot and a key, such as cost.at_most."
        faults.append(Fault(code=Code.OPTION, path=option, problem=problem))
        return ""
    found = find_criterion(name.strip(), criteria, option, faults)
    if key.strip() not in SETTABLE_KEYS:
        problem = f"is no key that can be set. {did_you_mean(key.strip(), SETTABLE_KEYS)}"
        faults.append(Fault(code=Code.OPTION, path=option, found=key.strip(), problem=problem))
        return ""
    return f"{found}.{key.strip()}" if found else ""


def _order(criteria: Sequence[Criterion], faults: list[Fault], typed: Sequence[str]) -> list[str]:
    names: list[str] = []
    for word in typed:
        name = find_criterion(word.strip(), criteria, "--order", faults)
        if name in names:
            problem = "stands twice in the order. Keep one."
            faults.append(Fault(code=Code.OPTION, path="--order", found=word, problem=problem))
        elif name:
            names.append(name)
    return names
