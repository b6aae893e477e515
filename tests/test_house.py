"""The house: rooms import only downward, the public list is short, importing costs nothing."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections import defaultdict
from graphlib import TopologicalSorter
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import grimp

import casekit as ck

ROOT = Path(__file__).parents[1]

#: Not to be loaded by `import casekit` alone.
HEAVY = ("pandas", "numpy", "scipy", "matplotlib", "ipywidgets", "papermill", "pandera", "IPython")


def python(code: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT
    )
    return done.stdout


def test_rooms_import_only_downward() -> None:
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            "from importlinter.cli import lint_imports_command as lint; lint()",
            "--no-cache",
        ],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=False,
    )
    assert done.returncode == 0, done.stdout


def test_every_room_is_in_the_contract() -> None:
    rooms = {
        path.stem
        for path in (ROOT / "src" / "casekit").iterdir()
        if (path.suffix == ".py" or (path / "__init__.py").is_file())
        and not path.name.startswith("__")
    }
    contract = (ROOT / "pyproject.toml").read_text(encoding="utf-8").split("layers = [")[1]
    assert {room for room in rooms if f'"casekit.{room}"' not in contract.split("]")[0]} == set()


def test_no_module_imports_itself_by_way_of_others() -> None:
    """Inside rooms too; an import for type checking or inside a function counts as one."""
    graph = grimp.build_graph("casekit", cache_dir=None)
    imports = {module: graph.find_modules_directly_imported_by(module) for module in graph.modules}
    # Raises CycleError, which names the modules of the circle.
    TopologicalSorter(imports).prepare()


def test_a_name_means_one_public_class() -> None:
    homes: dict[str, list[str]] = defaultdict(list)
    for path in (ROOT / "src" / "casekit").rglob("*.py"):
        for found in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(found, ast.ClassDef) and not found.name.startswith("_"):
                homes[found.name].append(path.name)
    assert {name: where for name, where in homes.items() if len(where) > 1} == {}


def test_importing_the_package_loads_nothing_heavy() -> None:
    loaded = python("import casekit, sys; print(*sys.modules)").split()
    assert not set(HEAVY) & set(loaded)


def test_public_names_are_these_and_all_load() -> None:
    assert sorted(ck.__all__) == [
        "Case",
        "CasekitError",
        "Plan",
        "analysis",
        "ask",
        "attainable",
        "charts",
        "check",
        "cockpit",
        "commit",
        "decide",
        "first_slider",
        "guess",
        "hand_in",
        "hint",
        "language",
        "later",
        "load_case",
        "memo",
        "model",
        "my_plan",
        "opinions",
        "progress",
        "show",
    ]
    for name in ck.__all__:
        assert getattr(ck, name) is not None


def test_modules_are_short() -> None:
    long = {
        path.name: lines
        for path in (ROOT / "src").rglob("*.py")
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > 400
    }
    assert long == {}


def test_benchmarks_ask_for_what_is_there() -> None:
    """Nobody runs them every day; what they import from the kit must still be there."""
    gone = [
        f"{path.name}: {node.module}.{alias.name}"
        for path in (ROOT / "benchmarks").glob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("casekit")
        for alias in node.names
        if not hasattr(import_module(node.module), alias.name)
        and find_spec(f"{node.module}.{alias.name}") is None
    ]
    assert gone == []


def test_a_foreseeable_mistake_is_shown_without_traceback() -> None:
    error = ck.CasekitError("month-unreadable", found="x")
    assert error._render_traceback_() == [str(error)]
