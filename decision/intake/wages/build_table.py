"""A tree of texts becomes a wage table: closed keys, three wages in order for every area, a date.

All faults of a file are found in one pass. No key takes a gap between two groups of people (certified or not, men or
women): such a gap is no gain that training brings.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from decision.errors import Code, Fault
from decision.intake.criteria.tree import Leaf, Listing, Node, Table, fault_at
from decision.intake.criteria.words import did_you_mean, read_text, read_words, refuse_keys
from decision.intake.wages.values import read_count, read_date, read_growth, read_hourly, refuse_missing
from decision.nouns.wages import Outlook, Wage, WageTable, Work

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

__all__ = ["AREA_KEYS", "HEAD_KEYS", "OUTLOOK_KEYS", "WAGE_KEYS", "WORK_KEYS", "build_table"]

HEAD_KEYS = ("title", "by", "as_of", "as_of_why", "source", "source_url", "areas", "occupations")
AREA_KEYS = ("name", "also")
WORK_KEYS = ("code", "title", "became", "outlook", "wages")
WAGE_KEYS = ("area", "low", "median", "high", "jobs", "now")
OUTLOOK_KEYS = ("area", "from", "to", "jobs_from", "jobs_to", "growth", "openings_a_year", "but", "source")


def build_table(tree: Table, faults: list[Fault], *, name: str) -> WageTable:
    """Build a wage table.

    Parameters
    ----------
    tree
        The file as typed.
    faults
        Where faults are added; where any was, the table is not to be used.
    name
        The bundled name or path of the file.
    """
    refuse_keys(tree, HEAD_KEYS, faults)
    refuse_missing(tree, ("title", "as_of", "source", "occupations"), faults)
    entries = tree.entries
    works = [_work(table, faults) for table in _tables(entries.get("occupations"), "occupation", faults)]
    _refuse_twice(entries.get("occupations"), "code", faults)
    known = dict.fromkeys(area for work in works for area in work.wages)
    return WageTable(
        name=name,
        title=read_text(entries.get("title"), faults),
        by=read_text(entries.get("by"), faults),
        as_of=read_date(entries.get("as_of"), faults),
        as_of_why=read_text(entries.get("as_of_why"), faults),
        source=read_text(entries.get("source"), faults),
        source_url=_url(entries.get("source_url"), faults),
        works={work.code: work for work in works},
        also=_also(entries.get("areas"), known, faults),
    )


def _tables(node: Node | None, what: str, faults: list[Fault]) -> list[Table]:
    """Give the entries of a list of tables."""
    if node is None:
        return []
    if not isinstance(node, Listing) or not node.items:
        faults.append(fault_at(node, Code.WRONG_SHAPE, f"is a list, with one entry for each {what}."))
        return []
    wrong = [item for item in node.items if not isinstance(item, Table)]
    faults.extend(
        fault_at(item, Code.WRONG_SHAPE, f"is no {what}. Write its keys below one another.") for item in wrong
    )
    return [item for item in node.items if isinstance(item, Table)]


def _work(table: Table, faults: list[Fault]) -> Work:
    refuse_keys(table, WORK_KEYS, faults)
    refuse_missing(table, ("code", "title", "wages"), faults)
    entries = table.entries
    wages = [_wage(row, faults) for row in _tables(entries.get("wages"), "area", faults)]
    _refuse_twice(entries.get("wages"), "area", faults)
    became, outlook = entries.get("became"), entries.get("outlook")
    return Work(
        code=read_text(entries.get("code"), faults),
        title=read_text(entries.get("title"), faults),
        wages={wage.area: wage for wage in wages if wage.area},
        became=() if became is None else read_words(became, faults),
        outlook=None if outlook is None else _outlook(outlook, faults),
    )


def _wage(table: Table, faults: list[Fault]) -> Wage:
    refuse_keys(table, WAGE_KEYS, faults)
    refuse_missing(table, ("area", "low", "median", "high"), faults)
    entries = table.entries
    low, median, high = (read_hourly(entries.get(key), faults) for key in ("low", "median", "high"))
    if low > median or median > high or low > high:
        problem = "has wages out of order. The low one is at most the median, the median at most the high one."
        faults.append(Fault(code=Code.WRONG_VALUE, line=table.line, path=table.path, problem=problem))
    return Wage(
        area=read_text(entries.get("area"), faults),
        low=low,
        median=median,
        high=high,
        jobs=read_count(entries.get("jobs"), faults),
        now=read_text(entries.get("now"), faults),
    )


def _outlook(node: Node, faults: list[Fault]) -> Outlook | None:
    if not isinstance(node, Table):
        faults.append(fault_at(node, Code.WRONG_SHAPE, f"takes the keys {', '.join(OUTLOOK_KEYS)}."))
        return None
    refuse_keys(node, OUTLOOK_KEYS, faults)
    refuse_missing(node, (key for key in OUTLOOK_KEYS if key != "but"), faults)
    entries = node.entries
    first, last = (read_date(entries.get(key), faults)[:4] for key in ("from", "to"))
    return Outlook(
        area=read_text(entries.get("area"), faults),
        first=int(first or 0),
        last=int(last or 0),
        jobs_first=read_count(entries.get("jobs_from"), faults),
        jobs_last=read_count(entries.get("jobs_to"), faults),
        growth=read_growth(entries.get("growth"), faults),
        openings=read_count(entries.get("openings_a_year"), faults),
        but=read_text(entries.get("but"), faults),
        source=read_text(entries.get("source"), faults),
    )


def _also(node: Node | None, known: Iterable[str], faults: list[Fault]) -> Mapping[str, str]:
    """Give the other names of areas, each of which belongs to one area."""
    areas = [*known]
    found: dict[str, str] = {}
    for table in _tables(node, "area", faults):
        refuse_keys(table, AREA_KEYS, faults)
        refuse_missing(table, AREA_KEYS, faults)
        name, also = table.entries.get("name"), table.entries.get("also")
        area = read_text(name, faults)
        if name is not None and area and area not in areas:
            faults.append(fault_at(name, Code.WRONG_VALUE, f"has no wages here. {did_you_mean(area, areas)}"))
        for word in () if also is None else read_words(also, faults):
            if found.setdefault(word, area) != area and also is not None:
                faults.append(fault_at(also, Code.WRONG_VALUE, f'names "{word}", which is in {found[word]} already.'))
    return found


def _refuse_twice(node: Node | None, key: str, faults: list[Fault]) -> None:
    """Add a fault for every entry of a list that has the same name as an earlier one."""
    seen: dict[str, str] = {}
    for item in node.items if isinstance(node, Listing) else ():
        value = item.entries.get(key) if isinstance(item, Table) else None
        if not isinstance(value, Leaf) or not value.text.strip():
            continue
        earlier = seen.setdefault(value.text.strip().casefold(), item.path)
        if earlier != item.path:
            faults.append(fault_at(value, Code.WRONG_VALUE, f"stands in {earlier} already. Keep one."))


def _url(node: Node | None, faults: list[Fault]) -> str:
    text = read_text(node, faults)
    if node is not None and text and not text.startswith(("https://", "http://")):
        faults.append(fault_at(node, Code.WRONG_VALUE, "is no address. It begins with https:// or http://."))
        return ""
    return text
