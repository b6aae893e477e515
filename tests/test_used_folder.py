"""The proof in a folder that its user has worked in, on a computer with settings of its own."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path

import pytest
from fresh import NAMES
from proof import clean_environment

from casekit.language import LANGUAGES
from casekit.model import Plan
from casekit.questions import QUESTIONS
from casekit.questions.journal import PROGRESS_FILE, Line

ROOT = Path(__file__).parents[1]
PYTHON = ("Scripts", "python.exe") if os.name == "nt" else ("bin", "python")

#: What reads the kit's own folders, or starts something in them.
SENSITIVE = (
    "tests/test_lab.py",
    "tests/test_pack.py",
    "tests/test_notebooks.py",
    "tests/test_kinds.py",
    "tests/test_progress.py",
    "tests/test_memo.py",
    "tests/test_story.py",
    "tests/test_cli.py",
    "tests/test_zoo_itself.py",
    "solutions/en/00_start_here.ipynb",
    "src/casekit/company",
)
#: What somebody may have set; each would break or change something by itself.
SETTINGS = {
    "CASEKIT_DATA": "/nowhere",
    "CASEKIT_LANG": "ru",
    "CASEKIT_PROGRESS": "progress of somebody's own.jsonl",
    "CASEKIT_RECORD": "1",
    "IPYTHONDIR": "/nowhere",
    "JUPYTER_CONFIG_DIR": "{home}/jupyter",
    "LANG": "ru_RU.UTF-8",
    "MPLBACKEND": "of_somebody_s_own",
    "MATPLOTLIBRC": "{home}/matplotlibrc",
    "PYTHONSTARTUP": "/nowhere/start.py",
    "PYTHONWARNINGS": "error",
    "http_proxy": "http://127.0.0.1:9",
}


def use(kit: Path) -> None:
    """Leave in a kit what weeks of work leave there."""
    company = json.loads((kit / "data" / "datapackage.json").read_text(encoding="utf-8"))["title"]
    lines = [Line("2026-01-01T00:00:00+00:00", company, name, "correct") for name in QUESTIONS]
    progress = "".join(json.dumps(asdict(line)) + "\n" for line in lines)
    for lang in LANGUAGES:
        place = kit / "notebooks" / lang
        for name in NAMES:
            # Solved and run, with all outputs.
            shutil.copy(kit / "solutions" / lang / f"{name}.ipynb", place)
        shutil.copy(place / f"{NAMES[0]}.ipynb", place / f"{NAMES[0]}-Copy1.ipynb")
        checkpoints = place / ".ipynb_checkpoints"
        checkpoints.mkdir()
        shutil.copy(place / f"{NAMES[0]}.ipynb", checkpoints / f"{NAMES[0]}-checkpoint.ipynb")
        # A computer that went out while it saved.
        (place / f"{NAMES[1]}.ipynb").write_text('{"cells": [', encoding="utf-8")
        (place / "07_my_own.ipynb").write_text("{}", encoding="utf-8")
        for name, content in {
            PROGRESS_FILE: progress,
            "my_plan.json": Plan({"all": {"expansion": +2, "retention": -2}}).to_json(),
            "my_plan.xlsx": "",
            "my_memo.html": "<p>mine",
            "Team 3.zip": "",
            "matplotlib.py": "raise SystemExit('a file of the reader taken for a library')",
        }.items():
            (place / name).write_text(content, encoding="utf-8")
        (kit / "case" / lang / "notes of mine.txt").write_text("mine", encoding="utf-8")
    (kit / PROGRESS_FILE).write_text(progress, encoding="utf-8")
    (kit / "data" / "my_sales.csv").write_text("a;b\n", encoding="utf-8")
    (kit / "data" / "salaries.csv").write_text("mine", encoding="utf-8")
    (kit / "data" / "~$sales.xlsx").write_bytes(b"\0")
    (kit / "solutions" / "en" / "00_start_here-Copy1.ipynb").write_text("{", encoding="utf-8")


def at_home(home: Path) -> None:
    """Settings of a user who has other uses for Jupyter and for pictures."""
    broken = "raise SystemExit('settings of the user')"
    for name in ("jupyter_config.py", "jupyter_server_config.py", "ipython_config.py"):
        for folder in (home / "jupyter", home / ".jupyter", home / ".ipython" / "profile_default"):
            folder.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(broken, encoding="utf-8")
    start = home / ".ipython" / "profile_default" / "startup"
    start.mkdir()
    (start / "00.py").write_text("print('good morning')", encoding="utf-8")
    for place in (home / "matplotlibrc", home / ".config" / "matplotlib" / "matplotlibrc"):
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text("font.size: 40\naxes.titlesize: 60\n", encoding="utf-8")


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="its folders are links to this kit's")
def test_the_quick_set_passes_in_a_folder_that_was_used(tmp_path: Path) -> None:
    kit, home = tmp_path / "мой кейс", tmp_path / "home"
    kit.mkdir()
    # What an archive of the kit holds: no .git.
    for path in ROOT.iterdir():
        if path.is_dir() and path.name in KIT:
            shutil.copytree(
                path, kit / path.name, ignore=shutil.ignore_patterns("__pycache__", "node_modules")
            )
        elif path.is_file() and not path.name.startswith("my_"):
            shutil.copy(path, kit)
    # It runs the package beside it, wherever it lies.
    (kit / ".venv").symlink_to(sys.prefix)
    use(kit)
    at_home(home)
    named = {name: value.format(home=home) for name, value in SETTINGS.items()}
    mine = {n: v for n, v in os.environ.items() if not n.startswith("PYTEST_")}
    done = subprocess.run(
        [kit.joinpath(".venv", *PYTHON), "-m", "pytest", "-q", "-m", "not slow", *SENSITIVE],
        cwd=kit, env={**mine, **named, "HOME": str(home)}, capture_output=True, encoding="utf-8",
    )  # fmt: skip
    assert done.returncode == 0, done.stdout[-5000:] + done.stderr[-2000:]
    assert not (kit / SETTINGS["CASEKIT_PROGRESS"]).exists()


#: Folders of the kit that an archive of it holds.
KIT = ("benchmarks", "case", "data", "notebooks", "solutions", "src", "tests")


def test_nothing_of_the_users_own_is_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in SETTINGS.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("CASEKIT_REQUIRE_BROWSER", "1")
    seen = clean_environment(tmp_path)
    assert seen["CASEKIT_REQUIRE_BROWSER"] == "1" and seen["PATH"] == os.environ["PATH"]
    assert [name for name, value in SETTINGS.items() if seen.get(name) == value] == []
