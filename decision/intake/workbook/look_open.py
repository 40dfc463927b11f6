"""The content of a LibreOffice spreadsheet -> what each sheet holds beside its values.

Rows and cells stand there once and say how often they repeat; only those that hold something are counted.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from decision.intake.workbook.look import Look, local, parsed
from decision.intake.workbook.number_signs import CURRENCY_SIGNS

if TYPE_CHECKING:
    from xml.parsers.expat import XMLParserType

    from decision.intake.workbook.look import Cell

__all__ = ["look_at_open"]

_MOST_REPEATED = 1 << 20
_CELLS = ("table-cell", "covered-table-cell")


def look_at_open(content: bytes, *, file: str) -> dict[str, Look]:
    """Look at every sheet.

    Parameters
    ----------
    content
        The part that holds the cells.
    file
        The file's name, for what is said.

    Returns
    -------
    dict
        Name of a sheet -> what was seen.

    Raises
    ------
    BadPrograms
        The part is damaged.
    """
    reader = _ContentReader()
    if content:
        parsed(content, file=file, start=reader.start)
    return reader.found


@dataclass(slots=True, kw_only=True)
class _ContentReader:
    """Takes the elements as they begin and end."""

    found: dict[str, Look] = field(default_factory=dict)
    look: Look | None = None
    row: int = 0
    column: int = 0
    cell: dict[str, str] | None = None
    text: list[str] = field(default_factory=list)
    rows_repeated: int = 1

    def start(self, parser: XMLParserType, name: str, attributes: dict[str, str]) -> None:
        match local(name):
            case "table":
                parser.EndElementHandler = lambda ended: self._end(parser, ended)
                self.look = self.found[attributes.get("table:name", "")] = Look()
                self.row = 0
            case "table-row" if self.look is not None:
                self.column, self.rows_repeated = 0, _repeated(attributes, "table:number-rows-repeated")
                if attributes.get("table:visibility", "visible") != "visible" and self.rows_repeated < _MOST_REPEATED:
                    self.look.hidden.extend(range(self.row, self.row + self.rows_repeated))
            case tag if tag in _CELLS and self.look is not None:
                self.cell = attributes
                self.text.clear()
                parser.CharacterDataHandler = self.text.append

    def _end(self, parser: XMLParserType, name: str) -> None:
        match local(name):
            case "table":
                self.look = None
            case "table-row":
                self.row += self.rows_repeated
            case tag if tag in _CELLS and self.cell is not None:
                parser.CharacterDataHandler = None
                self._judge(self.cell, "".join(self.text).strip())
                self.column += _repeated(self.cell, "table:number-columns-repeated")
                self.cell = None

    def _judge(self, cell: dict[str, str], text: str) -> None:
        """Note what is odd about a cell, in each place that it stands for."""
        kind, formula = cell.get("office:value-type", ""), cell.get("table:formula", "")
        if self.look is None or not (kind or text or formula):
            return
        columns = _repeated(cell, "table:number-columns-repeated")
        self.look.reach(self.row + self.rows_repeated - 1, self.column + columns - 1)
        rows, across = (_repeated(cell, f"table:number-{each}-spanned") for each in ("rows", "columns"))
        if rows > 1 or across > 1:
            self.look.merged.append((self.row, self.column, self.row + rows - 1, self.column + across - 1))
        into, said = _odd(self.look, cell, text)
        if said and self.rows_repeated * columns <= _MOST_REPEATED:
            down, right = range(self.row, self.row + self.rows_repeated), range(self.column, self.column + columns)
            into.update(dict.fromkeys(itertools.product(down, right), said))


def _odd(look: Look, cell: dict[str, str], text: str) -> tuple[dict[Cell, str], str]:
    """Give what is odd about a cell, an empty text for nothing, and where to note it."""
    kind, formula = cell.get("office:value-type", ""), cell.get("table:formula", "")
    if cell.get("calcext:value-type") == "error":
        return look.errors, text or "#VALUE!"
    if formula and not kind:
        return look.formulas, formula.partition("=")[2]
    if kind == "currency":
        currency = cell.get("office:currency", "")
        return look.signs, CURRENCY_SIGNS.get(currency, currency)
    return look.signs, "%" if kind == "percentage" else ""


def _repeated(attributes: dict[str, str], name: str) -> int:
    number = attributes.get(name, "1")
    return max(1, int(number)) if number.isdecimal() and len(number) < 10 else 1
