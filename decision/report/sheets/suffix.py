"""The ending of a file's name -> whether a workbook or a CSV file is wanted there.

One rule: a name that promises what cannot be written is refused before any work, with what can be.
"""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

from decision.errors import BadOptions, CannotWrite, Code, Fault

__all__ = ["is_workbook"]

_WORKBOOK = ".xlsx"
_OTHERS = (".ods", ".xls", ".xlsm", ".xlsb", ".xltx", ".fods", ".numbers")


def is_workbook(path: str | Path | None, *, option: str = "-o") -> bool:
    """Say whether a workbook is wanted there.

    Parameters
    ----------
    path
        Where the answer is to be written; ``None`` for nowhere.
    option
        What named it, for what is said.

    Raises
    ------
    BadOptions
        The ending is that of another kind of spreadsheet.
    CannotWrite
        A workbook is wanted, and the library that writes it is absent.

    Examples
    --------
    >>> is_workbook("ranked.XLSX"), is_workbook("ranked.csv"), is_workbook("-"), is_workbook(None)
    (True, False, False, False)
    """
    suffix = Path(path).suffix.casefold() if path is not None else ""
    if suffix in _OTHERS:
        problem = f"{suffix} is not written. {_WORKBOOK} is, and LibreOffice and Numbers open it; so is .csv."
        raise BadOptions([Fault(code=Code.OPTION, path=option, found=str(path), problem=problem)])
    if suffix == _WORKBOOK and find_spec("xlsxwriter") is None:
        raise CannotWrite(
            f"{path} was not written. To write {_WORKBOOK}, type: pip install 'program-decision[sheets]'. Or name a "
            "file that ends in .csv."
        )
    return suffix == _WORKBOOK
