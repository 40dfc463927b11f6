"""The notebook: it runs from top to bottom in a fresh kernel, shows the decision, and leaves nothing behind."""

from __future__ import annotations

import json
import os
import shutil
import sys
import tempfile
from typing import TYPE_CHECKING, NamedTuple

import nbformat
import pytest
from nbclient import NotebookClient
from nbformat import NotebookNode

from decision import decide
from tests.conftest import PROJECT

if TYPE_CHECKING:
    from pathlib import Path

SAMPLES = PROJECT / "sample_programs"
NOTEBOOK = SAMPLES / "explore.ipynb"
TO_THE_SHORTLIST = ("set-up", "criteria", "invented", "invented-shortlist-names")
SHORTLIST = "['Harbor Community College', 'Quabbin Career Center', 'Linden Institute']"
MACHINE = (str(PROJECT), sys.prefix, tempfile.gettempdir(), "/home/", "/Users/", ":\\\\")


class Run(NamedTuple):
    """A run of the whole notebook in its own folder, and what stood in the project before and after."""

    notebook: NotebookNode
    before: dict[str, bytes]
    after: dict[str, bytes]


def stored() -> NotebookNode:
    notebook: NotebookNode = nbformat.read(NOTEBOOK, as_version=nbformat.NO_CONVERT)  # type: ignore[no-untyped-call]
    return notebook


def execute(notebook: NotebookNode, folder: Path, settings: Path) -> NotebookNode:
    """Run it in a fresh kernel that reads this checkout, keeps no bytecode and no history; a failing cell raises."""
    kept_out = {"PYTHONDONTWRITEBYTECODE": "1", "IPYTHONDIR": str(settings)}
    client = NotebookClient(notebook, kernel_name="python3", timeout=60, resources={"metadata": {"path": str(folder)}})
    return client.execute(env=os.environ | kept_out | {"PYTHONPATH": str(PROJECT)})


def shortlist_in(folder: Path) -> str:
    """Run the cells that lead to the shortlist of the invented programs, from a copy in that folder."""
    notebook = stored()
    notebook.cells = [cell for cell in notebook.cells if cell.id in TO_THE_SHORTLIST]
    return shown(execute(notebook, folder, folder / "settings"), "invented-shortlist-names", "text/plain")


def shown(notebook: NotebookNode, cell_id: str, mime: str) -> str:
    """The one value that a cell shows."""
    (output,) = next(cell.outputs for cell in notebook.cells if cell.id == cell_id)
    return str(output.data[mime])


def code_cells(notebook: NotebookNode) -> list[NotebookNode]:
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def contents() -> dict[str, bytes]:
    """What stands in the notebook's folder, and the names beside that folder."""
    files = {path.name: path.read_bytes() for path in SAMPLES.iterdir() if path.is_file()}
    return files | {f"{path.name}/": b"" for path in (*PROJECT.iterdir(), *SAMPLES.iterdir()) if path.name[0] != "."}


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    before = contents()
    executed = execute(stored(), SAMPLES, tmp_path_factory.mktemp("settings"))
    return Run(executed, before, contents())


def test_every_cell_runs_without_a_word_of_warning(run: Run) -> None:
    outputs = [output for cell in code_cells(run.notebook) for output in cell.outputs]

    assert {output.output_type for output in outputs} == {"execute_result", "stream"}
    assert [output.text for output in outputs if output.get("name") == "stderr"] == []


@pytest.mark.parametrize(("cell_id", "file"), [("decide", "massachusetts.csv"), ("invented", "invented.csv")])
def test_a_decision_shows_itself(run: Run, cell_id: str, file: str) -> None:
    page = shown(run.notebook, cell_id, "text/html")

    assert page == decide(SAMPLES / file, "medical-coding")._repr_html_()


def test_the_shortlist_names_those_that_fit_best(run: Run) -> None:
    assert shown(run.notebook, "invented-shortlist-names", "text/plain") == SHORTLIST


def test_the_account_adds_up(run: Run) -> None:
    account = shown(run.notebook, "ledger-sum", "text/plain")

    assert account == "'Harbor Community College: the parts add up to 73.1293, the score is 73.1293'"


def test_nothing_is_written_into_the_project(run: Run) -> None:
    assert run.after == run.before


def test_no_output_names_this_machine(run: Run) -> None:
    text = json.dumps(run.notebook)

    assert [path for path in MACHINE if path in text] == []


def test_the_files_beside_the_notebook_are_the_ones_read(tmp_path: Path) -> None:
    rows = (SAMPLES / "invented.csv").read_text(encoding="utf-8").splitlines(keepends=True)
    fewer = [row for row in rows if not row.startswith(("Linden", "Paper"))]
    (tmp_path / "invented.csv").write_text("".join(fewer), encoding="utf-8")
    shutil.copy(NOTEBOOK, tmp_path)

    names = shortlist_in(tmp_path)

    assert names == "['Harbor Community College', 'Quabbin Career Center', 'Teaspoon Academy']"


def test_alone_in_a_folder_it_reads_the_files_of_the_package(tmp_path: Path) -> None:
    shutil.copy(NOTEBOOK, tmp_path)

    names = shortlist_in(tmp_path)

    assert names == SHORTLIST


def test_the_stored_notebook_is_valid_and_for_any_python_3() -> None:
    notebook = stored()

    nbformat.validate(notebook)

    assert (notebook.nbformat, notebook.nbformat_minor) == (4, 5)
    assert notebook.metadata.kernelspec.name == "python3"


def test_the_stored_notebook_holds_no_outputs() -> None:
    cells = code_cells(stored())

    assert [cell.id for cell in cells if cell.outputs or cell.execution_count is not None] == []


def test_the_stored_notebook_names_no_machine() -> None:
    text = NOTEBOOK.read_text(encoding="utf-8")

    assert [path for path in MACHINE if path in text] == []
