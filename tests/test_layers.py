"""The arrows between the rooms point down, and nothing is imported before it is needed."""

from __future__ import annotations

import ast
import json
import subprocess
import sys

import pytest

from decision.arguments import COMMANDS
from tests.conftest import PROJECT

PACKAGE = PROJECT / "decision"
MODULES = {
    ".".join(path.relative_to(PROJECT).with_suffix("").parts).removesuffix(".__init__"): path
    for path in sorted(PACKAGE.rglob("*.py"))
}
ROOMS = {"intake", "judge", "report"}


def imports_of(module: str) -> set[str]:
    """Every module of ours that a module imports, at its top or late."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(MODULES[module].read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] == "decision":
            found |= {
                whole if (whole := f"{node.module}.{alias.name}") in MODULES else node.module for alias in node.names
            }
        elif isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names if alias.name.split(".")[0] == "decision"}
    return found - {module}


ARROWS = {module: imports_of(module) for module in MODULES}
GROUND = {"errors", "kinds", "arrays", "version"}


def room_of(module: str) -> str:
    """The folder or top file a module stands in; the package itself is the front door."""
    return module.split(".")[1] if "." in module else "front door"


def floor_of(module: str) -> int:
    """How high a module stands: ground, nouns, their page, rooms, roof, what leans on it, commands, and the entry."""
    room = room_of(module)
    floors = [
        GROUND,
        {"nouns"},
        {"model"},
        ROOMS,
        {"procedure", "roof", "paying"},
        {"conversion"},
        {"arguments", "commands", "front door"},
        {"cli"},
        {"__main__"},
    ]
    return next(height for height, names in enumerate(floors) if room in names)


@pytest.mark.parametrize("module", MODULES)
def test_a_module_imports_only_what_stands_below_it(module: str) -> None:
    above = {other for other in ARROWS[module] if floor_of(other) > floor_of(module)}

    assert above == set()


@pytest.mark.parametrize("module", [module for module in MODULES if room_of(module) in ROOMS])
def test_the_rooms_are_strangers(module: str) -> None:
    sideways = {other for other in ARROWS[module] if room_of(other) in ROOMS - {room_of(module)}}

    assert sideways == set()


def test_no_circle_of_imports() -> None:
    reached = {module: set(others) for module, others in ARROWS.items()}
    for _ in MODULES:
        reached = {module: others.union(*(reached[other] for other in others)) for module, others in reached.items()}

    assert [module for module, others in reached.items() if module in others] == []


def loaded_by(code: str) -> set[str]:
    """The top-level packages that a fresh interpreter has loaded after some code."""
    probe = f"import sys, json\n{code}\njson.dump(sorted({{name.split('.')[0] for name in sys.modules}}), sys.stderr)"
    run = subprocess.run([sys.executable, "-c", probe], cwd=PROJECT, capture_output=True, text=True, check=True)
    return set(json.loads(run.stderr.splitlines()[-1]))


def test_every_command_has_a_file_of_its_name() -> None:
    files = {module.removeprefix("decision.commands.") for module in MODULES if room_of(module) == "commands"}

    assert set(COMMANDS) <= files


HEAVY = {"numpy", "pandas", "pyarrow", "yaml"}


@pytest.mark.parametrize(
    "code",
    [
        "import decision",
        "from decision.cli import main; main(['--help'])",
        "from decision.cli import main; main(['rank', '-h'])",
    ],
)
def test_importing_and_help_load_nothing_heavy(code: str) -> None:
    loaded = loaded_by(code)

    assert loaded & HEAVY == set()


@pytest.mark.parametrize("arguments", [["criteria", "guide"], ["vocabulary"], ["vocabulary", "certifications"]])
def test_showing_criteria_or_words_loads_no_numpy(arguments: list[str]) -> None:
    loaded = loaded_by(f"from decision.cli import main; main({arguments})")

    assert loaded & HEAVY == {"yaml"}


def test_ranking_a_small_file_loads_no_pandas() -> None:
    loaded = loaded_by("from decision.cli import main; main(['rank', 'sample_programs/invented.csv', '-q'])")

    assert loaded & HEAVY == {"numpy", "yaml"}
