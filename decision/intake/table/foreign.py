"""Bytes -> what kind of file they are, when they are neither CSV nor a spreadsheet, and what to do about it.

A file that only bears the name of a CSV is named for what it is: never read as cells of rubbish.
"""

from __future__ import annotations

import re

__all__ = ["foreign_kind"]

_SAVE_AS_CSV = "Open it and save the sheet as CSV (UTF-8)."
_UNPACK = "Unpack it first, and give the CSV file inside."
_EXPORT = "Export the table as CSV."

_MARKS: tuple[tuple[bytes, str, str], ...] = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office file", _SAVE_AS_CSV),
    (b"%PDF-", "a PDF", "Ask the source for the table as CSV, or copy it into a spreadsheet and save it as CSV."),
    (b"BZh", "a bzip2 file", _UNPACK),
    (b"\xfd7zXZ\x00", "an xz file", _UNPACK),
    (b"7z\xbc\xaf\x27\x1c", "a 7z file", _UNPACK),
    (b"\x28\xb5\x2f\xfd", "a zstd file", _UNPACK),
    (b"Rar!\x1a\x07", "a RAR file", _UNPACK),
    (b"PAR1", "a Parquet file", "Read it with pandas, and give the DataFrame."),
    (b"ARROW1", "an Arrow file", "Read it with pandas, and give the DataFrame."),
    (b"SQLite format 3\x00", "an SQLite database", _EXPORT),
    (b"\x89PNG\r\n", "a PNG picture", "Give the table itself, as CSV."),
    (b"\xff\xd8\xff", "a JPEG picture", "Give the table itself, as CSV."),
    (b"GIF8", "a GIF picture", "Give the table itself, as CSV."),
    (b"{\\rtf", "an RTF document", _SAVE_AS_CSV),
)
_ZIP_PARTS: tuple[tuple[bytes, str, str], ...] = (
    (b"opendocument.text", "a LibreOffice document", _SAVE_AS_CSV),
    (b"word/", "a Word document", _SAVE_AS_CSV),
)
_HTML = re.compile(rb"\s*(?:<!--.*?-->\s*)?<(?:!doctype\s+html|html|head|body|table)\b", re.IGNORECASE | re.DOTALL)
_XML = re.compile(rb"\s*<\?xml\b")
_UTF8_MARK = b"\xef\xbb\xbf"


def foreign_kind(data: bytes) -> tuple[str, str] | None:
    r"""Name the kind of a file that is not a CSV file.

    Parameters
    ----------
    data
        The file's bytes.

    Returns
    -------
    tuple of str, or None
        What it is ("a PDF"), and what to do; ``None`` when nothing speaks against a CSV file.

    Examples
    --------
    >>> foreign_kind(b"%PDF-1.7 ...")[0]
    'a PDF'
    >>> foreign_kind(b"program,cost\nHarbor,3450\n") is None
    True
    """
    if data.startswith(b"PK\x03\x04"):
        return _kind_of_zip(data)
    for mark, kind, advice in _MARKS:
        if data.startswith(mark):
            return kind, advice
    start = data[:4096].removeprefix(_UTF8_MARK)
    if _HTML.match(start):
        return "a web page (HTML)", "Open it in a browser, copy the table into a spreadsheet, and save that as CSV."
    if _XML.match(start):
        return "an XML file", _EXPORT
    return None


def _kind_of_zip(data: bytes) -> tuple[str, str]:
    """Tell office files, which are zip files too, from a plain zip file by the names of their parts."""
    for part, kind, advice in _ZIP_PARTS:
        if part in data[:4096] or part in data[-65536:]:
            return kind, advice
    return "a zip file", _UNPACK
