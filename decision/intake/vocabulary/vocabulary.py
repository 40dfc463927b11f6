"""A bundled name or a path becomes a `Vocabulary`: words of the field, their spellings, and what is known of them.

A bundled one is read once; a file of the user's is read anew each time, since it may have changed.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from decision.errors import BadCriteria, Fault, nearest
from decision.intake.criteria.named_file import is_meant_as_a_path, own_bytes, refuse
from decision.intake.criteria.shipped_tree import read_shipped_tree
from decision.intake.criteria.yaml_text import decode
from decision.intake.criteria.yaml_tree import read_tree
from decision.intake.shelf import bundled_vocabularies, bundled_vocabulary
from decision.intake.vocabulary.build_vocabulary import build_vocabulary

if TYPE_CHECKING:
    from decision.intake.criteria.tree import Table
    from decision.nouns.vocabulary import Vocabulary

__all__ = ["read_vocabulary"]


def read_vocabulary(name_or_path: str | Path) -> Vocabulary:
    """Read a vocabulary.

    Parameters
    ----------
    name_or_path
        A bundled one, such as ``certifications``, or the path of a YAML file.

    Returns
    -------
    Vocabulary
        Its terms, each with its source and date.

    Raises
    ------
    BadCriteria
        The file cannot be read or has faults; every one is listed.

    Examples
    --------
    >>> certifications = read_vocabulary("certifications")
    >>> certifications["NCICS"].issuer
    'NCCT (National Center for Competency Testing)'
    >>> read_vocabulary("certificatons")
    Traceback (most recent call last):
    decision.errors.BadCriteria: certificatons: 1 fault.
      is no vocabulary and no file. Did you mean "certifications"?
    """
    if isinstance(name_or_path, str) and name_or_path in bundled_vocabularies():
        return _bundled(name_or_path)
    path = Path(name_or_path)
    if isinstance(name_or_path, str) and not is_meant_as_a_path(name_or_path, path):
        refuse(name_or_path, f"is no vocabulary and no file. {_offered(name_or_path)}")
    content = own_bytes(path, called="vocabulary", inside="vocabulary file", bundled=bundled_vocabularies())
    return _built(read_tree(decode(content, file=str(path)), file=str(path)), content, str(path), path.stem)


@lru_cache(maxsize=16)
def _bundled(name: str) -> Vocabulary:
    content = bundled_vocabulary(name).read_bytes()
    return _built(read_shipped_tree(decode(content), file=name), content, name, name)


def _built(tree: Table, content: bytes, name: str, title: str) -> Vocabulary:
    faults: list[Fault] = []
    built = build_vocabulary(tree, faults, name=name, title=title, digest=hashlib.sha256(content).hexdigest())
    if faults:
        raise BadCriteria([replace(fault, file=name) for fault in sorted(faults, key=lambda fault: fault.line or 0)])
    return built


def _offered(typed: str) -> str:
    near = nearest(typed, bundled_vocabularies())
    return f'Did you mean "{near}"?' if near else f"The bundled ones are: {', '.join(bundled_vocabularies())}."
