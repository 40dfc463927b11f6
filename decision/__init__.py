"""Choose a training program: eliminate in your order of concern, rank what is left, and know why.

    from decision import decide
    decide("programs.csv", "medical-coding", set={"cost.at_most": 5000})

The names below are the front door. They are loaded when first used, so that importing the package costs nothing.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

from decision.version import VERSION as __version__

if TYPE_CHECKING:
    from decision.errors import BadCriteria, BadInput, BadOptions, BadPrograms, CannotWrite, DecisionError, Fault
    from decision.intake.criteria import read_criteria
    from decision.intake.programs import read_programs
    from decision.model import CriteriaSet, Criterion, Kind, Ledger, Programs, Status, Unknown
    from decision.procedure import Decision, decide

__all__ = [
    "BadCriteria",
    "BadInput",
    "BadOptions",
    "BadPrograms",
    "CannotWrite",
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
    "decide",
    "read_criteria",
    "read_programs",
]

_HOMES = {
    "decision.errors": ("BadCriteria", "BadInput", "BadOptions", "BadPrograms", "CannotWrite", "DecisionError", "Fault"),
    "decision.intake.criteria": ("read_criteria",),
    "decision.intake.programs": ("read_programs",),
    "decision.model": ("CriteriaSet", "Criterion", "Kind", "Ledger", "Programs", "Status", "Unknown"),
    "decision.procedure": ("Decision", "decide"),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}


def __getattr__(name: str) -> object:
    if name not in _HOME_OF:
        raise AttributeError(f"module 'decision' has no attribute {name!r}")
    return getattr(importlib.import_module(_HOME_OF[name]), name)


def __dir__() -> list[str]:
    return sorted(__all__)
