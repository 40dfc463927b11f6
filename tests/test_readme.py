"""Every command the README shows runs and prints what it says, and every option is in it."""

from __future__ import annotations

import contextlib
import io
import re
import shlex
import shutil
import tomllib
from typing import TYPE_CHECKING, Any

import pytest

from decision import decide as decide_in_python
from tests.commands import decide
from tests.conftest import PROJECT, SHARED

if TYPE_CHECKING:
    from pathlib import Path

README = (PROJECT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```console\n\$ (.+)\n((?:.*\n)*?)```", README)
FILES = re.findall(r"<!-- file: (\S+) -->\n```\w+\n(.*?)```", README, re.DOTALL)
NEEDS = re.findall(r"<!-- needs: (\S+) -->", README)
SHOWN = [(command.split(".venv/bin/")[-1], printed) for command, printed in BLOCKS if "decide " in command]


def write_files(folder: Path, command: str) -> None:
    """Write the files that the README shows under their names, and lay out the public file that a command needs."""
    for name, text in FILES:
        (folder / name).write_text(text, encoding="utf-8")
    for name in NEEDS:
        if name in command:
            shutil.copy(reference_data() / name, folder / name)


def reference_data() -> Path:
    if not SHARED.is_dir():
        pytest.skip("the reference data beside the project (../shared) is absent")
    return SHARED / "data"


@pytest.mark.parametrize(("command", "printed"), SHOWN, ids=[command for command, _ in SHOWN])
def test_a_command_prints_what_the_readme_shows(tmp_path: Path, command: str, printed: str) -> None:
    shutil.copytree(PROJECT / "sample_programs", tmp_path / "sample_programs")
    write_files(tmp_path, command)

    run = decide(*shlex.split(command)[1:], folder=tmp_path)

    shown, elided, _ = printed.partition("\n...\n")
    whole = run.stdout.decode()
    assert whole[: len(shown) if elided else None] == shown
    assert (run.stderr, run.returncode) == (b"", 0)


def test_the_real_question_has_the_answer_that_the_readme_shows() -> None:
    decision = decide_in_python(
        reference_data() / "nj_etpl_2021_records.csv",
        "training-program",
        where=["cip=51.07", "program=*coding*,*billing*"],
        set={"cost.at_most": 5000, "schedule.must": "none"},
        allow_missing=True,
    )
    costs = decision.facts["cost"]
    programs: Any = decision.to_dict()["programs"]

    told = "".join(
        f"{program['rank'] or 'out':>4}  {program['name']}: "
        f"{program['reason'] if program['status'] == 'out' else costs[program['row']]}\n"
        for program in programs
    )

    (shown,) = re.findall(r"<!-- the answer -->\n```text\n(.*?)```", README, re.DOTALL)
    assert shown == told


def help_of(*command: str) -> str:
    """What ``--help`` prints."""
    from decision.cli import main

    told = io.StringIO()
    with contextlib.redirect_stdout(told):
        main([*command, "--help"])
    return told.getvalue()


COMMANDS = re.findall(r"^    (\w+) +\S", help_of(), re.MULTILINE)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_and_option_is_in_the_readme(command: str) -> None:
    options = set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", help_of(command))) - {"--help"}

    assert f"decide {command}" in README
    assert {option for option in options if option not in README} == set()


def test_the_python_lines_of_the_readme_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(PROJECT / "sample_programs", tmp_path / "sample_programs")
    monkeypatch.chdir(tmp_path)
    (code,) = re.findall(r"```python\n(.*?)```", README, re.DOTALL)

    exec(compile(code, "README.md", "exec"), {})  # noqa: S102

    assert (tmp_path / "ranked.csv").exists()


def test_the_criteria_file_of_the_readme_is_one(tmp_path: Path) -> None:
    (text,) = re.findall(r"(?<! -->)\n```yaml\n(.*?)```", README, re.DOTALL)
    (tmp_path / "mine.yaml").write_text(text)

    assert decide("criteria", "mine.yaml", folder=tmp_path).returncode == 0


def test_every_dependency_has_its_reason_beside_it() -> None:
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    lines = (PROJECT / "pyproject.toml").read_text(encoding="utf-8").splitlines()

    bare = [
        needed
        for needed in project["dependencies"]
        if not any(f'"{needed}",' in line and "#" in line for line in lines)
    ]

    assert bare == []


def test_the_test_command_is_the_one_that_all_checks_run() -> None:
    (command,) = re.findall(r"<!-- tests -->\n```console\n\$ (.+)\n```", README)

    assert command.endswith(".venv/bin/pytest -n auto --dist worksteal")
    assert "<!-- tests -->" in (PROJECT / ".ci" / "run").read_text(encoding="utf-8")
