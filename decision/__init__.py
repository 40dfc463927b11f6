"""Choose a training program: eliminate in your order of concern, rank what is left, and know why.

    from decision import decide
    decide("programs.csv", "medical-coding", set={"cost.at_most": 5000})

The names below are the front door. They are loaded when first used, so that importing the package costs nothing.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

from decision.version import VERSION as __version__  # noqa: N811 -- the name by which a package tells its version

if TYPE_CHECKING:
    from decision.conversion import Converted, convert
    from decision.errors import (
        BadCriteria,
        BadInput,
        BadOptions,
        BadPrograms,
        BadSource,
        CannotWrite,
        DecisionError,
        Fault,
    )
    from decision.intake.choose.where import choose
    from decision.intake.criteria.criteria_set import read_criteria
    from decision.intake.join.join import join
    from decision.intake.shelf import sample
    from decision.intake.table.programs import read_programs
    from decision.intake.vocabulary.vocabulary import read_vocabulary
    from decision.model import CriteriaSet, Criterion, Kind, Ledger, Programs, Status, Unknown
    from decision.paying import AreaPay, pay
    from decision.procedure import Decision, decide
    from decision.report.screen.criteria_view import criteria_text as describe

__all__ = [
    "AreaPay",
    "BadCriteria",
    "BadInput",
    "BadOptions",
    "BadPrograms",
    "BadSource",
    "CannotWrite",
    "Converted",
    "CriteriaSet",
    "Criterion",
    "Decision",
    "DecisionError",
    "Fault",
    "Kind",
    "Ledger",
    "Programs",
    "Status",
    "Unknown",
    "__version__",
    "choose",
    "convert",
    "decide",
    "describe",
    "join",
    "pay",
    "read_criteria",
    "read_programs",
    "read_vocabulary",
    "sample",
]

_HOMES = {
    "decision.conversion": ("Converted", "convert"),
    "decision.errors": (
        "BadCriteria",
        "BadInput",
        "BadOptions",
        "BadPrograms",
        "BadSource",
        "CannotWrite",
        "DecisionError",
        "Fault",
    ),
    "decision.intake.choose.where": ("choose",),
    "decision.intake.criteria.criteria_set": ("read_criteria",),
    "decision.intake.join.join": ("join",),
    "decision.intake.table.programs": ("read_programs",),
    "decision.intake.shelf": ("sample",),
    "decision.intake.vocabulary.vocabulary": ("read_vocabulary",),
    "decision.model": ("CriteriaSet", "Criterion", "Kind", "Ledger", "Programs", "Status", "Unknown"),
    "decision.paying": ("AreaPay", "pay"),
    "decision.procedure": ("Decision", "decide"),
    "decision.report.screen.criteria_view": ("describe",),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}
_NAMED_THERE = {"describe": "criteria_text"}


def __getattr__(name: str) -> object:
    if name not in _HOME_OF:
        raise AttributeError(f"module 'decision' has no attribute {name!r}")
    return getattr(importlib.import_module(_HOME_OF[name]), _NAMED_THERE.get(name, name))


def __dir__() -> list[str]:
    return sorted(__all__)
