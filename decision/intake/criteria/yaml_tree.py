"""Text becomes a tree of texts, through PyYAML's composer and nothing after it: no value is ever constructed.

Repeated keys, tags, anchors, aliases, a second document and more than 20 levels are faults. Whatever PyYAML raises,
also what is not its own error, becomes one fault with its line; it never reaches the user as a traceback.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import yaml

from decision.errors import BadCriteria, Code, Fault
from decision.intake.criteria.tree import Leaf, Listing, Node, Table, below

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["DEEPEST", "read_tree", "take_apart"]

DEEPEST = 20
_WANTED = "criteria are written as `key: value`, with `criteria:` among the keys."

_RAISED = (yaml.YAMLError, ValueError, LookupError, AttributeError, RecursionError, ArithmeticError, TypeError)
_TEXT_TAG = "tag:yaml.org,2002:str"
_NO_ANCHOR = "anchors and aliases (& and *) are not used here. Write the value out; a text that begins so needs quotes."
_NO_TAG = "tags (!) are not used here. Leave it out; a text that begins with ! needs quotes."
_HINTS = {
    "mapping values are not allowed here": "a text that holds `: ` needs quotes.",
    "could not find expected ':'": "a key is followed by `: ` and its value.",
    "found character '\\t' that cannot start any token": "a tab cannot indent a line. Use spaces.",
    "found unexpected end of stream": "a quote is opened and never closed.",
    "expected <block end>, but found '<block mapping start>'": "this line is indented unlike the ones it belongs to.",
    "expected <block end>, but found '<block sequence start>'": "this line is indented unlike the ones it belongs to.",
    "expected the node content, but found '<stream end>'": "the file ends where a value or a ] or } is missing.",
    "expected ',' or ']', but got '<stream end>'": "a [ is opened and never closed.",
    "expected ',' or '}', but got '<stream end>'": "a { is opened and never closed.",
}


def read_tree(text: str, *, file: str = "", has_lines: bool = True, wanted: str = _WANTED) -> Table:
    """Take a criteria text apart.

    Parameters
    ----------
    text
        The whole text of one YAML document.
    file
        Its name, for faults.
    has_lines
        Whether the text is one the user sees, so that its lines mean something to them.
    wanted
        What is said of a text that holds no keys.

    Raises
    ------
    BadCriteria
        It is not YAML, or YAML of a kind that is not used here; all that was seen is listed.

    Examples
    --------
    >>> read_tree("open: no").entries["open"].text
    'no'
    """
    faults: list[Fault] = []
    root = _composed(text, faults)
    tree = None if root is None else take_apart(root, faults)
    if tree is not None and not isinstance(tree, Table):
        faults.append(_fault(Code.WRONG_SHAPE, tree.line, wanted))
    if faults:
        ordered = sorted(faults, key=lambda fault: fault.line or 0)
        raise BadCriteria([replace(fault, file=file, line=fault.line if has_lines else None) for fault in ordered])
    empty = Table(entries={}, keys={}, line=1)
    table = tree if isinstance(tree, Table) else empty
    return table if has_lines else _without_lines(table)


def take_apart(root: yaml.Node, faults: list[Fault]) -> Node:
    """Turn PyYAML's nodes into ours.

    Parameters
    ----------
    root
        The root of a document.
    faults
        Where keys that stand twice, and keys that are no words, are added.
    """
    return _Taker(faults).node(root, "")


class _TooDeepError(Exception):
    """More levels than a criteria file may have."""


class _Composer(yaml.SafeLoader):
    """PyYAML's composer, which notes what is not used here and stops when it gets too deep."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.depth = 0
        self.faults: list[Fault] = []

    def event(self) -> Any:  # noqa: ANN401 - PyYAML's events share no useful type
        """Give the next event and leave it there."""
        return self.peek_event()  # type: ignore[no-untyped-call]

    def take(self) -> None:
        """Take the next event away."""
        self.get_event()  # type: ignore[no-untyped-call]

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        """Compose one node and all below it; an alias becomes an empty text."""
        event = self.event()
        line = event.start_mark.line + 1
        if event.anchor is not None:
            self.faults.append(_fault(Code.NOT_YAML, line, _NO_ANCHOR))
        if isinstance(event, yaml.AliasEvent):
            self.take()
            mark: Any = event.start_mark
            return yaml.ScalarNode(_TEXT_TAG, "", mark, mark, style='"')
        if event.tag is not None:
            self.faults.append(_fault(Code.NOT_YAML, line, _NO_TAG))
        if isinstance(event, yaml.ScalarEvent):
            return super().compose_node(parent, index)
        self.depth += 1
        if self.depth > DEEPEST:
            raise _TooDeepError
        node = super().compose_node(parent, index)
        self.depth -= 1
        return node


def _composed(text: str, faults: list[Fault]) -> yaml.Node | None:
    """Give the root node of the only document, or ``None``; what is wrong is added to the faults."""
    try:
        composer = _Composer(text)
    except yaml.YAMLError as error:  # only a character that YAML forbids stops it here
        line = text.count("\n", 0, getattr(error, "position", 0)) + 1
        faults.append(_fault(Code.NOT_YAML, line, "a control character stands here. Delete it."))
        return None
    try:
        return _single(composer)
    except _TooDeepError:
        problem = f"lists and tables are nested more than {DEEPEST} levels deep."
        composer.faults.append(_fault(Code.NOT_YAML, _line_of(composer, None), problem))
    except _RAISED as error:
        composer.faults.append(_fault(Code.NOT_YAML, _line_of(composer, error), _problem(error)))
    finally:
        faults.extend(composer.faults)
        composer.dispose()
    return None


def _single(composer: _Composer) -> yaml.Node | None:
    composer.take()
    if composer.check_event(yaml.StreamEndEvent):
        return None
    root = composer.compose_document()
    if not composer.check_event(yaml.StreamEndEvent):
        line = composer.event().start_mark.line + 1
        composer.faults.append(_fault(Code.NOT_YAML, line, "a second document begins here (---). A file holds one."))
    return root


def _line_of(composer: _Composer, error: Exception | None) -> int:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    line: int = composer.line if mark is None else mark.line
    return line + 1


def _problem(error: Exception) -> str:
    said = getattr(error, "problem", None)
    if not said:
        return "this cannot be read as YAML. A text with odd characters needs single quotes."
    return f"this is not YAML: {_HINTS.get(said, said.rstrip('.') + '.')}"


def _fault(code: Code, line: int | None, problem: str) -> Fault:
    return Fault(code=code, line=line, problem=problem)


class _Taker:
    """Turns PyYAML's nodes into ours and notes keys that stand twice."""

    def __init__(self, faults: list[Fault]) -> None:
        self.faults = faults

    def node(self, node: yaml.Node, path: str, *, is_glued: bool = False) -> Node:
        line = node.start_mark.line + 1
        if isinstance(node, yaml.ScalarNode):
            return self.leaf(node, path, is_glued=is_glued)
        if isinstance(node, yaml.SequenceNode):
            glued = _glued(node.value)
            items = (self.node(item, f"{path}[{i + 1}]", is_glued=glued[i]) for i, item in enumerate(node.value))
            return Listing(items=tuple(items), path=path, line=line)
        return self.table(node, path)

    def leaf(self, node: yaml.ScalarNode, path: str, *, is_glued: bool) -> Leaf:
        line = node.start_mark.line + 1
        if any("\ud800" <= character <= "\udfff" for character in node.value):
            problem = "half of a character is written as \\u here. Write the character itself."
            self.faults.append(_fault(Code.NOT_YAML, line, problem))
        return Leaf(text=node.value, path=path, line=line, is_glued=is_glued and node.style is None)

    def table(self, node: yaml.Node, path: str) -> Table:
        entries: dict[str, Node] = {}
        keys: dict[str, Leaf] = {}
        glued = _glued([part for pair in node.value for part in pair])[::2]
        for (key_node, value_node), is_glued in zip(node.value, glued, strict=True):
            if not isinstance(key_node, yaml.ScalarNode):
                line = key_node.start_mark.line + 1
                self.faults.append(_fault(Code.WRONG_SHAPE, line, "a key is a word, not a list or table."))
                continue
            key = self.leaf(key_node, below(path, key_node.value), is_glued=is_glued)
            value = self.node(value_node, key.path)
            if key.text in keys:
                self.repeated(key, keys[key.text])
            else:
                keys[key.text], entries[key.text] = key, value
        return Table(entries=entries, keys=keys, path=path, line=node.start_mark.line + 1)

    def repeated(self, key: Leaf, first: Leaf) -> None:
        problem = f"this key stands in line {first.line} already. Keep one of them."
        if key.is_glued and key.text.isdecimal():
            problem = 'YAML cuts an amount at a comma inside {} or []. Put amounts in quotes, such as "$6,000".'
        self.faults.append(Fault(code=Code.REPEATED_KEY, line=key.line, path=key.path, problem=problem))


def _glued(nodes: Sequence[yaml.Node]) -> list[bool]:
    """Say which nodes stand one character (the comma) behind the one before; an empty one takes no room."""
    gaps = (node.start_mark.index - before.end_mark.index for before, node in pairwise(nodes))
    return [False, *(gap == 1 for gap in gaps)][: len(nodes)]


def _without_lines(node: Table) -> Table:
    """Give the same tree with no line anywhere: its text is not one the user typed."""

    def bare(node: Node) -> Node:
        match node:
            case Leaf():
                return replace(node, line=None)
            case Listing():
                return replace(node, items=tuple(bare(item) for item in node.items), line=None)
            case Table():
                return _without_lines(node)

    return Table(
        entries={key: bare(value) for key, value in node.entries.items()},
        keys={key: replace(leaf, line=None) for key, leaf in node.keys.items()},
        path=node.path,
    )
