"""Maps of public sources are shown in words: by which headers they are known, and what is read from what.

The one rule: it says what the engine does with the map, in the map's own order.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from decision.nouns.source_map import How, Reads, SourceMap
from decision.report.screen.layout import NARROWEST, clean, cut, display_width, hang, wrap
from decision.report.words.wording import counted, joined

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

__all__ = ["source_text", "sources_list"]

_LONGEST_NAME = 24


def sources_list(maps: Iterable[SourceMap], *, width: int = 80) -> str:
    """List maps by name and title.

    Parameters
    ----------
    maps
        At least one.
    width
        Columns of the terminal; fewer than 40 are taken as 40.

    Returns
    -------
    str
        Lines, the last of them ended too.
    """
    width = max(width, NARROWEST)
    known = [(cut(clean(one.name), _LONGEST_NAME), clean(one.title)) for one in maps]
    indent = max(display_width(name) for name, _ in known) + 4
    return "\n".join(line for name, title in known for line in hang(f"  {name}", title, indent, width)) + "\n"


def source_text(source: SourceMap, *, width: int = 80) -> str:
    """Show one map.

    Parameters
    ----------
    source
        The map.
    width
        Columns of the terminal; fewer than 40 are taken as 40.

    Returns
    -------
    str
        Lines, the last of them ended too.
    """
    width = max(width, NARROWEST)
    told = [(name, _ways(ways)) for name, ways in source.columns.items()]
    indent = min(max(display_width(clean(name)) for name, _ in told), _LONGEST_NAME) + 4
    head = wrap(f"{clean(source.title)} ({clean(source.name)})", width)
    rows = [line for name, text in told for line in hang(f"  {clean(name)}", clean(text), indent, width)]
    blocks = [[*head, *_about(source, width)], rows]
    return "\n\n".join("\n".join(block) for block in blocks) + "\n"


def _about(source: SourceMap, width: int) -> list[str]:
    several = source.several
    told = (
        ("known by", ", ".join(source.recognise)),
        ("source", source.source),
        ("facts from", " ".join(part for part in (source.as_of, source.source_url) if part)),
        ("not known", "; ".join(f'"{text}" is {reason}' for text, reason in source.unknown.items())),
        ("flags", "; ".join(f'"{text}" is {reason}' for text, reason in source.flags.items())),
        ("programs", f"up to {counted(several.most, 'program')} in a row" if several else ""),
    )
    return [line for label, text in told if text for line in hang(label, clean(text), 12, width)]


def _ways(ways: Sequence[Reads]) -> str:
    return "; else ".join(map(_way, ways))


def _way(way: Reads) -> str:
    parts = (
        _cells(way),
        f"for program {way.number} of a row" if way.number else "",
        *(f"where {header} is {joined(texts, 'or')}" for header, texts in way.when.items()),
        f"unless {way.flag} says why not" if way.flag else "",
        f"where it is like {way.like}" if way.like else "",
        f'what stands before "{way.before}"' if way.before else "",
        f'what stands after "{way.after}"' if way.after else "",
        f"in {way.unit}" if way.unit else "",
        way.basis.value,
        _listed(way.codes),
        _listed(way.unknown),
        _zeros(way),
    )
    return ", ".join(part for part in parts if part)


def _zeros(way: Reads) -> str:
    """Say what a zero stands for, once where it stands for the same in every cell."""
    reasons = dict.fromkeys(way.zero.values())
    if len(way.zero) == len(way.headers) and len(reasons) == 1:
        return f"0 is {next(iter(reasons))}"
    return ", ".join(f"0 in {header} is {reason}" for header, reason in way.zero.items())


def _listed(meanings: Mapping[str, str]) -> str:
    return ", ".join(f'"{text}" is {meaning}' for text, meaning in meanings.items())


def _cells(way: Reads) -> str:
    match way.how:
        case How.FROM:
            return way.headers[0]
        case How.JOIN:
            return f"{joined(way.headers)}, one behind the other"
        case How.SUM:
            return " plus ".join(way.headers)
        case How.ALWAYS:
            return f'always "{way.text}"'
        case _:
            assert_never(way.how)
