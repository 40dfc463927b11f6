"""A YAML file that ships with the package becomes the tree that `read_tree` gives, many times faster.

Only for files of ours: they have no faults to tell, and a test holds both trees alike. A user's file always goes the
slow way, so that what is said of it never depends on how PyYAML was built.
"""

from __future__ import annotations

import yaml

from decision.intake.criteria.tree import Table
from decision.intake.criteria.yaml_tree import read_tree, take_apart

__all__ = ["read_shipped_tree"]


def read_shipped_tree(text: str, *, file: str = "") -> Table:
    """Take the text of a shipped file apart.

    Parameters
    ----------
    text
        The whole text, known to be without faults.
    file
        Its name, for faults all the same.

    Examples
    --------
    >>> read_shipped_tree("open: no").entries["open"].text
    'no'
    """
    if not yaml.__with_libyaml__:
        return read_tree(text, file=file)
    root = yaml.compose(text, Loader=yaml.CSafeLoader)
    tree = None if root is None else take_apart(root, [])
    return tree if isinstance(tree, Table) else read_tree(text, file=file)
