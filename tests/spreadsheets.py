"""Spreadsheets for tests: made by another library than reads them, or part by part where no library would."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape, quoteattr

import openpyxl

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

__all__ = ["excel", "excel_of_parts", "excel_of_xml", "open_of_xml", "open_table", "zipped"]

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_KEYS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_OPEN = "application/vnd.oasis.opendocument.spreadsheet"
_NAMES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{short}:1.0"' for short in ("office", "table", "text")
)


def zipped(parts: Mapping[str, bytes | str]) -> bytes:
    """A zip file of these parts."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return made.getvalue()


def excel(sheets: Mapping[str, Sequence[Sequence[Any]]], *, hidden: Sequence[str] = ()) -> bytes:
    """A workbook with these sheets, as openpyxl writes it; a text that begins with = is a formula."""
    book = openpyxl.Workbook()
    for number, (name, rows) in enumerate(sheets.items()):
        sheet = book.active if number == 0 else book.create_sheet()
        assert sheet is not None
        sheet.title = name
        sheet.sheet_state = "hidden" if name in hidden else "visible"
        for down, row in enumerate(rows, 1):
            for right, value in enumerate(row, 1):
                sheet.cell(down, right).value = value or None if isinstance(value, str) else value
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def excel_of_parts(sheet: str, *, changed: Mapping[str, bytes | str] | None = None) -> bytes:
    """A workbook with one sheet called Programs, whose part is given whole; other parts may be put in its place."""
    parts: dict[str, bytes | str] = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "_rels/.rels": (
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            f'<Relationship Id="rId1" Type="{_KEYS}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
        ),
        "xl/workbook.xml": (
            f'<workbook xmlns="{MAIN}" xmlns:r="{_KEYS}"><sheets><sheet name="Programs" sheetId="1" r:id="rId1"/>'
            "</sheets></workbook>"
        ),
        "xl/_rels/workbook.xml.rels": (
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            f'<Relationship Id="rId1" Type="{_KEYS}/worksheet" Target="worksheets/sheet1.xml"/>'
            f'<Relationship Id="rId2" Type="{_KEYS}/styles" Target="styles.xml"/>'
            f'<Relationship Id="rId3" Type="{_KEYS}/sharedStrings" Target="sharedStrings.xml"/></Relationships>'
        ),
        "xl/worksheets/sheet1.xml": sheet,
    }
    return zipped({**parts, **(changed or {})})


def excel_of_xml(rows: str, *, after: str = "", changed: Mapping[str, bytes | str] | None = None) -> bytes:
    """A workbook with one sheet called Programs, its rows given as XML."""
    sheet = f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData>{after}</worksheet>'
    return excel_of_parts(sheet, changed=changed)


def open_of_xml(tables: str, *, changed: Mapping[str, bytes | str] | None = None) -> bytes:
    """A LibreOffice spreadsheet, its tables given as XML."""
    content = (
        f"<office:document-content {_NAMES} "
        'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0">'
        f"<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"
    )
    manifest = '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
    parts = {"mimetype": _OPEN, "content.xml": content, "META-INF/manifest.xml": manifest}
    return zipped({**parts, **(changed or {})})


def open_table(name: str, rows: Sequence[Sequence[str]]) -> str:
    """A table of text cells, as XML of a LibreOffice spreadsheet."""
    written = "".join(f"<table:table-row>{''.join(map(_open_cell, row))}</table:table-row>" for row in rows)
    return f"<table:table table:name={quoteattr(name)}>{written}</table:table>"


def _open_cell(text: str) -> str:
    if not text:
        return "<table:table-cell/>"
    spaced = escape(text).replace(" ", "<text:s/>")
    return f'<table:table-cell office:value-type="string"><text:p>{spaced}</text:p></table:table-cell>'
