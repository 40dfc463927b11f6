"""The parts of an Excel workbook -> what each sheet holds beside its values.

A formula is worked out when its value was saved and the workbook does not ask for all to be worked out anew: programs
that write workbooks without calculating put a 0 there and ask for that, and such a 0 is no price.
"""

from __future__ import annotations

import posixpath
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from decision.intake.workbook.look import Look, local, parsed
from decision.intake.workbook.number_signs import signs_of_styles
from decision.intake.workbook.thin_excel import thinned

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from xml.parsers.expat import XMLParserType

    from decision.intake.workbook.look import Area, Cell

__all__ = ["look_at_excel"]

_DIGITS = "0123456789"
_YES = ("1", "true")


def look_at_excel(parts: Mapping[str, bytes], *, file: str) -> dict[str, Look]:
    """Look at every sheet.

    Parameters
    ----------
    parts
        As `unpacked` gives them.
    file
        The file's name, for what is said.

    Returns
    -------
    dict
        Name of a sheet -> what was seen; sheets without a part of their own are left out.

    Raises
    ------
    BadPrograms
        A part is damaged.
    """
    by_folded = {name.casefold(): content for name, content in parts.items()}
    workbook = _workbook_part(by_folded.get("_rels/.rels", b""), file)
    folder, name = posixpath.split(workbook)
    places, is_stale = _sheets(by_folded.get(workbook, b""), file)
    targets = _targets(by_folded.get(f"{folder}/_rels/{name}.rels", b""), folder, file)
    signs = signs_of_styles(by_folded.get("xl/styles.xml", b""), file=file)
    signed = {b"%d" % number for number, sign in enumerate(signs) if sign}
    found = {}
    for sheet, place in places.items():
        part = by_folded.get(targets.get(place, "").casefold())
        if part is not None:
            reader = _SheetReader(signs=signs, is_stale=is_stale)
            parsed(thinned(part, signed), file=file, start=reader.start)
            found[sheet] = reader.done()
    return found


def _sheets(workbook: bytes, file: str) -> tuple[dict[str, str], bool]:
    """Give the sheets' names with the keys of their parts, and whether all formulas are to be worked out anew."""
    places: dict[str, str] = {}
    is_stale = False

    def start(_: XMLParserType, name: str, attributes: dict[str, str]) -> None:
        nonlocal is_stale
        if local(name) == "sheet":
            places[attributes.get("name", "")] = next((v for k, v in attributes.items() if k.endswith(":id")), "")
        elif local(name) == "calcPr":
            is_stale = attributes.get("fullCalcOnLoad", "") in _YES

    if workbook:
        parsed(workbook, file=file, start=start)
    return places, is_stale


def _workbook_part(relations: bytes, file: str) -> str:
    """Find the part that lists the sheets."""
    found = "xl/workbook.xml"

    def start(_: XMLParserType, name: str, attributes: dict[str, str]) -> None:
        nonlocal found
        if local(name) == "Relationship" and attributes.get("Type", "").endswith("/officeDocument"):
            found = _joined("", attributes.get("Target", "")).casefold()

    if relations:
        parsed(relations, file=file, start=start)
    return found


def _joined(folder: str, target: str) -> str:
    """Follow a target from a folder; one that begins with a slash begins at the top."""
    return posixpath.normpath(posixpath.join(f"/{folder}", target.replace("\\", "/"))).lstrip("/")


def _targets(relations: bytes, folder: str, file: str) -> dict[str, str]:
    """Give the part that each key stands for."""
    targets: dict[str, str] = {}

    def start(_: XMLParserType, name: str, attributes: dict[str, str]) -> None:
        if local(name) == "Relationship":
            targets[attributes.get("Id", "")] = _joined(folder, attributes.get("Target", ""))

    if relations:
        parsed(relations, file=file, start=start)
    return targets


@dataclass(slots=True, kw_only=True)
class _SheetReader:
    """Takes the elements of a sheet as they begin; a cell is judged when the next thing begins."""

    signs: Sequence[str]
    is_stale: bool
    look: Look = field(default_factory=Look)
    at: Cell = (-1, -1)
    kind: str = ""
    style: str = ""
    has_value: bool = False
    formula: str | None = None
    value: str = ""
    text: list[str] = field(default_factory=list)
    columns: dict[str, int] = field(default_factory=dict)

    def start(self, parser: XMLParserType, name: str, attributes: dict[str, str]) -> None:
        match local(name):
            case "c":
                self._close()
                self._open(attributes)
            case "v" | "is" as tag:
                self.has_value = True
                if tag == "v" and (self.formula is not None or self.kind == "e"):
                    self._collect(parser, "value")
            case "f":
                self.formula = ""
                self._collect(parser, "formula")
            case "row":
                self._close()
                self._row(attributes)
            case "mergeCell":
                self.look.merged.extend(self._areas(attributes.get("ref", "")))

    def done(self) -> Look:
        self._close()
        return self.look

    def _open(self, attributes: dict[str, str]) -> None:
        place = attributes.get("r", "")
        self.at = self._cell(place) if place else (self.at[0], self.at[1] + 1)
        self.kind, self.style = attributes.get("t", ""), attributes.get("s", "")
        self.has_value, self.formula, self.value = False, None, ""

    def _row(self, attributes: dict[str, str]) -> None:
        number = attributes.get("r", "")
        row = int(number) - 1 if number.isdecimal() else self.at[0] + 1
        self.at = (row, -1)
        if attributes.get("hidden") in _YES:
            self.look.hidden.append(row)

    def _close(self) -> None:
        """Judge the cell that ends here."""
        if self.formula is None and not self.has_value:
            return
        is_blank = self.value == "" and self.kind != "str"
        if self.formula is not None and (self.is_stale or not self.has_value or is_blank):
            self.look.formulas[self.at] = self.formula
        elif self.kind == "e":
            self.look.errors[self.at] = self.value
        elif self.kind in ("", "n") and self.style.isdecimal() and int(self.style) < len(self.signs):
            sign = self.signs[int(self.style)]
            if sign:
                self.look.signs[self.at] = sign
        self.look.reach(*self.at)
        self.has_value, self.formula = False, None

    def _collect(self, parser: XMLParserType, into: str) -> None:
        """Gather the text of the element that begins, up to its end."""
        self.text.clear()
        parser.CharacterDataHandler = self.text.append

        def end(_: str) -> None:
            setattr(self, into, "".join(self.text))
            parser.CharacterDataHandler = parser.EndElementHandler = None

        parser.EndElementHandler = end

    def _cell(self, place: str) -> Cell:
        """Read a place such as ``B12``; one that is none is taken for the next cell."""
        letters = place.rstrip(_DIGITS)
        column = self.columns.get(letters)
        if column is None:
            column = self.columns[letters] = _column(letters)
        digits = place[len(letters) :]
        return (int(digits) - 1, column) if digits and column >= 0 else (self.at[0], self.at[1] + 1)

    def _areas(self, ref: str) -> list[Area]:
        first, _, last = ref.partition(":")
        return [(*self._cell(first), *self._cell(last))] if last else []


def _column(letters: str) -> int:
    """Give the number of a column, counted from 0, or -1."""
    number = 0
    for letter in letters.upper():
        if not "A" <= letter <= "Z":
            return -1
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1
