"""A notebook's kernel: what it says after a restart, what it keeps out, where its files lie."""

from __future__ import annotations

import json
import os
import shutil
import sys
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from jupyter_client.kernelspec import KernelSpecManager
from jupyter_client.manager import KernelManager

from casekit import language
from casekit.notebook import beside, hook, place, reader_folder
from casekit.questions import hand_in
from casekit.questions.journal import PROGRESS_FILE, journal_path
from casekit.workplace.lab import kernel_encryption

ROOT = Path(__file__).parents[1]
FIRST, SECOND = "00_start_here.ipynb", "01_the_company.ipynb"
#: What a kernel sent for a cell: kinds and contents of its messages.
Told = list[tuple[str, dict[str, Any]]]


@pytest.fixture
def kit(tmp_path: Path) -> Path:
    """A kit of two notebooks in each language."""
    top = tmp_path / "мой кейс"
    for lang in language.LANGUAGES:
        folder = top / "notebooks" / lang
        folder.mkdir(parents=True)
        for name in (FIRST, SECOND):
            shutil.copy(ROOT / "notebooks" / lang / name, folder)
    (top / "start.py").write_text("", encoding="utf-8")
    return top


@pytest.fixture
def run(tmp_path: Path) -> Iterator[Callable[..., list[Told]]]:
    """Runs cells in a real kernel of this environment, as a front end would start it."""
    hook.install()
    started = []

    def cells(*codes: str, folder: Path = tmp_path, **variables: str) -> list[Told]:
        away = ("CASEKIT_", "JPY_", "MPL")
        clean = {name: value for name, value in os.environ.items() if not name.startswith(away)}
        clean["CASEKIT_STATE"] = str(tmp_path / "state")
        manager = KernelManager(
            transport_encryption=kernel_encryption(),
            kernel_spec_manager=KernelSpecManager(kernel_dirs=[]),
        )
        manager.start_kernel(cwd=str(folder), env={**clean, **variables})
        client = manager.client()
        client.start_channels()
        started.append((manager, client))
        client.wait_for_ready(timeout=90)
        told: list[Told] = []
        for code in codes:
            said: Told = []
            client.execute_interactive(
                code,
                timeout=90,
                output_hook=lambda m, said=said: said.append((m["msg_type"], m["content"])),
            )
            told.append(said)
        return told

    yield cells
    for manager, client in started:
        client.stop_channels()
        manager.shutdown_kernel(now=True)


def error(said: Told) -> str:
    """Everything that is shown for the error of a cell."""
    return "\n".join("\n".join(each["traceback"]) for kind, each in said if kind == "error")


def printed(said: Told) -> str:
    return "".join(each.get("text", "") for kind, each in said if kind == "stream")


def test_a_cell_run_before_those_above_says_which_to_run(kit: Path, run, lang: str) -> None:
    file = kit / "notebooks" / lang / FIRST
    first, second, other, own, last = run(
        "ck.charts",
        "import casekit as ck\nck.language(lang)",
        "zzz",
        "case",
        "ck.no_such_name",
        folder=file.parent,
        JPY_SESSION_NAME=str(file),
        CASEKIT_LANG=lang,
    )
    for said, name in ((first, "ck"), (second, "lang"), (own, "case")):
        words = language.text("cells-above", lang=lang, name=name)
        assert error(said).split() == words.split()
    # A slip of the reader's own is told as what it is.
    assert "zzz" in error(other) and words[:20] not in error(other)
    assert "no_such_name" in error(last)


def test_the_words_are_those_of_the_menu() -> None:
    import jupyterlab_language_pack_ru_RU as pack

    path = next(Path(pack.__file__).parent.rglob("LC_MESSAGES/jupyterlab.json"))
    russian = json.loads(path.read_text(encoding="utf-8"))
    for lang, menu in (("en", "Run"), ("ru", russian["menu\x04Run"][0])):
        entry = "Run All Above Selected Cell"
        entry = entry if lang == "en" else russian[entry][0]
        words = language.text("cells-above", lang=lang, name="ck")
        assert menu in words and entry in words


@pytest.mark.parametrize("more", [{}, {"CASEKIT_RECORD": "1"}, {"JPY_SESSION_NAME": "other.ipynb"}])
def test_papermill_grading_and_other_notebooks_see_errors_as_ever(
    more: dict[str, str], run, tmp_path: Path
) -> None:
    if "JPY_SESSION_NAME" in more:  # a notebook that has nothing to do with the case
        (tmp_path / "other.ipynb").write_text('{"cells": []}', encoding="utf-8")
        more = {"JPY_SESSION_NAME": str(tmp_path / "other.ipynb")}
    (said,) = run("ck.charts", **more)
    assert "Traceback" in error(said) and "NameError" in error(said)


def test_nothing_of_the_users_own_enters_a_kernel(run, tmp_path: Path) -> None:
    own = tmp_path / "ipython" / "profile_default"
    (own / "startup").mkdir(parents=True)
    (own / "startup" / "00.py").write_text("leaked = 1", encoding="utf-8")
    (own / "ipython_config.py").write_text(
        "c.InteractiveShellApp.exec_lines = ['leaked = 2']\n"
        "c.InteractiveShellApp.extensions = []\n",
        encoding="utf-8",
    )
    (tmp_path / "startup.py").write_text("leaked = 3", encoding="utf-8")
    (tmp_path / "mpl").mkdir()
    (tmp_path / "mpl" / "matplotlibrc").write_text("text.usetex: True\n", encoding="utf-8")
    leaked, drawn, usetex = run(
        "print('leaked' in dir())",
        "import matplotlib.pyplot as plt\nplt.plot([1, 2]);",
        "import matplotlib\nprint(matplotlib.rcParams['text.usetex'], matplotlib.get_backend())",
        IPYTHONDIR=str(tmp_path / "ipython"),
        PYTHONSTARTUP=str(tmp_path / "startup.py"),
        MPLBACKEND="TkAgg",
        MPLCONFIGDIR=str(tmp_path / "mpl"),
        MATPLOTLIBRC=str(tmp_path / "mpl"),
    )
    assert printed(leaked).strip() == "False"
    assert any("image/png" in each.get("data", {}) for _, each in drawn)
    assert printed(usetex).split()[0] == "False" and "inline" in printed(usetex)


@pytest.mark.slow
@pytest.mark.parametrize("editor", ["VS Code", "the kit's folder"])
def test_with_another_current_folder_all_lies_beside_the_notebook(
    editor: str, kit: Path, run
) -> None:
    notebooks = kit / "notebooks" / "ru"
    named = repr(str(notebooks / FIRST)) if editor == "VS Code" else "None"
    here = Path(kit.anchor) if editor == "VS Code" else kit
    _, _, handed, plan = run(
        f"__vsc_ipynb_file__ = {named}",
        "import casekit as ck\nck.language('ru')\ncase = ck.load_case()\n"
        "ck.check('start.competitors', ...)\nck.cockpit(case).save();",
        "print(ck.hand_in('Команда 3'))",
        "print(ck.check('plan.committed', 'my_plan.json').state)",
        folder=here,
    )
    assert error(handed) == error(plan) == ""
    made = {path.name for path in notebooks.iterdir()}
    assert {PROGRESS_FILE, "my_plan.json", "my_plan.xlsx", "Команда 3.zip"} <= made
    assert {path.name for path in kit.iterdir()} == {"notebooks", "start.py"}
    with zipfile.ZipFile(notebooks / "Команда 3.zip") as bundle:
        inside = {Path(name).name for name in bundle.namelist()}
    assert {FIRST, SECOND, PROGRESS_FILE, "my_plan.json"} <= inside
    assert str(Path("notebooks", "ru", "Команда 3.zip")) in printed(handed)
    # A plan that moves nothing was read from the file, and judged: it keeps limits, and no more.
    assert printed(plan).strip() == "partial"


@pytest.fixture
def stand(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path, Path], None]:
    """Puts this process into a folder, as the kernel of a notebook."""

    def in_folder(folder: Path, notebook: Path) -> None:
        running = SimpleNamespace(kernel=1, user_ns={"__vsc_ipynb_file__": str(notebook)})
        monkeypatch.setattr(place, "shell", lambda: running)
        monkeypatch.delenv("CASEKIT_PROGRESS", raising=False)
        monkeypatch.chdir(folder)

    return in_folder


def test_notebooks_moved_in_the_kit_are_found_and_copies_stay_apart(kit: Path, stand) -> None:
    home = kit / "notebooks" / "en"
    for moved in (home / "done" / "first.ipynb", kit / "notebooks" / SECOND, kit / SECOND):
        moved.parent.mkdir(exist_ok=True)
        (home / (FIRST if "first" in moved.name else SECOND)).rename(moved)
        stand(moved.parent, moved)
        assert reader_folder() == home and beside("my_plan.json") == home / "my_plan.json"
        assert journal_path() == home / PROGRESS_FILE
        assert moved.name in hand_in("Team 3").files
        if "first" not in moved.name:
            moved.rename(home / SECOND)
    # Renamed in its place, and beside a copy: both are handed in, and what was moved as well.
    (home / SECOND).rename(home / "mine.ipynb")
    shutil.copy(home / "mine.ipynb", home / "mine-Copy1.ipynb")
    assert set(hand_in("Team 3").files) == {"first.ipynb", "mine.ipynb", "mine-Copy1.ipynb"}
    # A second person's copies in a folder of their own, and notebooks out of the kit.
    for other in (kit / "notebooks" / "anna", home / "anna", kit / "solutions" / "en"):
        other.mkdir(parents=True)
        shutil.copy(home / "mine.ipynb", other)
        stand(kit, other / "mine.ipynb")
        assert reader_folder() == other
        assert hand_in("Anna").files == ("mine.ipynb",)


def test_a_script_and_a_grading_run_stay_where_they_are(
    kit: Path, stand, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand(kit, kit / "notebooks" / "en" / FIRST)
    monkeypatch.setenv("CASEKIT_RECORD", "1")
    assert reader_folder() == kit
    monkeypatch.delenv("CASEKIT_RECORD")
    monkeypatch.setattr(place, "shell", lambda: None)
    assert reader_folder() == kit


@pytest.mark.parametrize("found", ["", "{", "[]", '{"IPKernelApp": 7}'])
def test_the_hook_is_written_once_and_mended(
    found: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "prefix", str(tmp_path))
    hook.hook_file().parent.mkdir(parents=True)
    hook.hook_file().write_text(found, encoding="utf-8")
    assert [hook.install(), hook.install()] == [True, False]
    told = json.loads(hook.hook_file().read_text(encoding="utf-8"))
    assert told["IPKernelApp"]["extra_extensions"] == [hook.EXTENSION]


def test_what_others_wrote_for_kernels_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "prefix", str(tmp_path))
    hook.hook_file().parent.mkdir(parents=True)
    theirs = {"IPKernelApp": {"extra_extensions": ["theirs"]}, "Other": {"a": 1}}
    hook.hook_file().write_text(json.dumps(theirs), encoding="utf-8")
    hook.install()
    told = json.loads(hook.hook_file().read_text(encoding="utf-8"))
    assert told["Other"] == {"a": 1}
    assert told["IPKernelApp"]["extra_extensions"] == ["theirs", hook.EXTENSION]
