"""The closed lists of what may stand in a criteria file, and which of it goes with which kind.

One place, so that the reader, the options and the nearest legal name never disagree.
"""

from __future__ import annotations

from types import MappingProxyType

from decision.model import Kind, Rule, WeightMethod
from decision.nouns.plans import ROLE_KEYS, SETTING_KEYS

__all__ = [
    "COMMON_KEYS",
    "COSTING_KEYS",
    "CRITERION_KEYS",
    "FRESH_KEYS",
    "HEAD_KEYS",
    "KEYS_OF_KIND",
    "PLAN_KEYS",
    "RULES_OF_KIND",
    "SETTABLE_KEYS",
    "WEIGHT_WAYS",
    "WEIGHT_WORDS",
]

HEAD_KEYS = ("title", "shortlist", "fresh", "criteria", "weights")
FRESH_KEYS = ("column", "url", "since")
COMMON_KEYS = ("name", "column", "kind", "must", "scale", "unknown", "why", "source")

COSTING_KEYS = ("override", "credits", "length", "add", "aid", "person")
"""How the bill of a cost is made."""

PLAN_KEYS = (*SETTING_KEYS, *ROLE_KEYS)
"""What a user can take on beside free hours, and the columns that say what a program asks for."""

_LIMITS = (Rule.AT_LEAST, Rule.AT_MOST, Rule.BETWEEN)
_LABELS = (Rule.ANY_OF, Rule.ALL_OF, Rule.NONE_OF)

KEYS_OF_KIND = MappingProxyType(
    {
        Kind.MONEY: ("best", "worst", "parts", "less", *COSTING_KEYS),
        Kind.SHARE: ("best", "worst", "passed", "took", "base_rate", "base_takers"),
        Kind.NUMBER: ("best", "worst", "unit", "parts", "less"),
        Kind.DURATION: ("best", "worst", "parts", "less"),
        Kind.CATEGORY: ("aliases", "vocabulary"),
        Kind.SCHEDULE: ("aliases", "vocabulary", *PLAN_KEYS),
        Kind.YES_NO: ("best", "worst", "aliases"),
    }
)
RULES_OF_KIND = MappingProxyType(
    {
        Kind.MONEY: _LIMITS,
        Kind.SHARE: _LIMITS,
        Kind.NUMBER: _LIMITS,
        Kind.DURATION: _LIMITS,
        Kind.CATEGORY: _LABELS,
        Kind.SCHEDULE: (*_LABELS, Rule.AVAILABLE),
        Kind.YES_NO: (Rule.IS,),
    }
)
CRITERION_KEYS = tuple(dict.fromkeys([*COMMON_KEYS, *(key for keys in KEYS_OF_KIND.values() for key in keys)]))
SETTABLE_KEYS = (
    *(rule.value for rule in Rule),
    *(key for key in CRITERION_KEYS if key not in ("name", "kind", "scale", "aliases")),
)

WEIGHT_WORDS = tuple(method.value for method in (WeightMethod.ORDER, WeightMethod.RANK_SUM, WeightMethod.EQUAL))
"""Ways to weigh that a word alone names."""

WEIGHT_WAYS = tuple(method.value for method in (WeightMethod.SWINGS, WeightMethod.PAIRWISE, WeightMethod.RANGES))
"""Ways to weigh whose numbers stand under their own key."""
