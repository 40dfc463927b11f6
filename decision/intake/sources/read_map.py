"""The name of a bundled map, or the path of a user's own, becomes a `SourceMap`.

What is wrong with a map is told all at once, with its lines; a map with faults is never used.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from decision.errors import BadCriteria, BadSource, Fault
from decision.intake.criteria.named_file import is_meant_as_a_path, own_bytes, refuse_unknown_name
from decision.intake.criteria.shipped_tree import read_shipped_tree
from decision.intake.criteria.tree import Listing
from decision.intake.criteria.words import read_words
from decision.intake.criteria.yaml_text import decode
from decision.intake.criteria.yaml_tree import read_tree
from decision.intake.shelf import bundled_source, bundled_sources
from decision.intake.sources.build_map import build_map

if TYPE_CHECKING:
    from decision.nouns.source_map import SourceMap

__all__ = ["quick_recognise", "read_map"]

_WANTED = "a map is written as `key: value`, with `recognise:` and `columns:` among the keys."
_RECOGNISE = re.compile(r"^recognise:.*\n(?:[ \t#-].*\n|\n)*", re.M)


def read_map(source: str | Path) -> SourceMap:
    """Read a map of a source.

    Parameters
    ----------
    source
        The name of a bundled map, or the path of a YAML file.

    Raises
    ------
    BadSource
        It cannot be read or has faults; every one is listed.

    Examples
    --------
    >>> read_map("nj-etpl-2018").title
    "New Jersey's eligible training provider listing, 2018"
    """
    if isinstance(source, str) and source in bundled_sources():
        return _built(bundled_source(source).read_bytes(), source, is_shipped=True)
    path, names = Path(source), bundled_sources()
    try:
        if not is_meant_as_a_path(str(source), path):
            refuse_unknown_name(str(source), called="map", bundled=names)
        content = own_bytes(path, called="map", inside="map", bundled=names)
    except BadCriteria as error:
        raise BadSource(error.faults) from None
    return _built(content, str(source), is_shipped=False)


def quick_recognise(name: str) -> tuple[str, ...]:
    """Read only by which headers a bundled map is known: the whole map is read when they are there.

    Examples
    --------
    >>> quick_recognise("nj-etpl-2018")[:3]
    ('ProgramID', 'Program', 'Provider')
    """
    found = _RECOGNISE.search(bundled_source(name).read_text("utf-8"))
    node = read_shipped_tree(found[0]).entries["recognise"] if found else Listing(items=())
    return read_words(node, [])


@lru_cache(maxsize=32)
def _built(content: bytes, name: str, *, is_shipped: bool) -> SourceMap:
    faults: list[Fault] = []
    try:
        text = decode(content, file=name)
        tree = read_shipped_tree(text, file=name) if is_shipped else read_tree(text, file=name, wanted=_WANTED)
    except BadCriteria as error:
        raise BadSource(error.faults) from None
    built = build_map(tree, faults, name=name)
    if faults:
        ordered = sorted(faults, key=lambda fault: fault.line or 0)
        raise BadSource([replace(fault, file=name) for fault in ordered])
    return replace(built, digest=hashlib.sha256(content).hexdigest())
