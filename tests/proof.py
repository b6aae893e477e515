"""The proof as a whole: what is in its quick set, where it runs, and what it may see.

A pytest plugin (`-p proof` in pyproject.toml), so that it also holds where no test module is
named: doctests in `src` and solved notebooks in `solutions`.

Without arguments the quick set runs: one of each kind of proof, in Russian alone what runs in both
languages, and on one kind of company what runs on all. `--all` runs everything. Who names files, or
chooses by `-k` or `-m`, gets what they named. A whole run spreads over the computer's cores.
"""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from jupyter_client.manager import KernelManager
from nbval.kernel import CURRENT_ENV_KERNEL_NAME, RunningKernel
from nbval.plugin import IPyNbFile
from xdist.scheduler import LoadScopeScheduling

ROOT = Path(__file__).parents[1]

#: Wishes to the proof itself; all else that begins like them is the user's own and stays outside.
OURS = {"CASEKIT_ONE_FILE", "CASEKIT_REQUIRE_BROWSER", "CASEKIT_SCREENSHOTS"}
#: Settings of the user's own for what tests start: this kit, Python, Jupyter, pictures, pip.
THEIRS = ("CASEKIT_", "PYTHON", "JUPYTER", "IPYTHON", "MPL", "MATPLOTLIB", "VOILA", "PIP_", "XDG_")
#: Tests meet this computer alone; what stands between it and the world is not asked.
PROXIES = ("http_proxy", "https_proxy", "all_proxy", "no_proxy")
#: The languages a system may ask for; one that asks for none has the kit speak English.
LOCALE = ("LC_", "LANGUAGE")

#: The solved notebook that nbval runs in the quick set.
QUICK_NOTEBOOK = "en/00_start_here"
#: Parameters of which the quick set keeps one value, the last. Russian words are longer.
ONE_OF = {"lang": ("en", "ru"), "family": ("A", "B", "C", "D")}
#: Where set-ups are tried: in its fixture `first` the first start, in `kit` a copy to spoil.
SET_UPS = "tests/test_start.py"
#: Files whose tests share nothing and take long.
ALONE = ("tests/test_answers.py", "tests/test_notebooks.py", "tests/test_used_folder.py")
#: Files that take longest, in that order.
LONGEST = {
    f"tests/test_{name}.py": place
    for place, name in enumerate(
        ("grading", "lab", "exam_of_teams", "classroom", "app", "room_workshop", "used_folder",
         "answers", "cluster", "start", "engine", "pack", "board", "board_module", "card_module",
         "room_module", "later", "workplace", "notebooks", "story", "variant", "authoring", "facts")
    )
}  # fmt: skip
#: More workers than this want more memory than an office computer has.
MOST_WORKERS = 4
#: One more than there are cores: browsers, kernels and servers keep their tests waiting.
WORKERS = min(MOST_WORKERS, (os.cpu_count() or 1) + 1)


def clean_environment(home: Path) -> dict[str, str]:
    """What tests and all that they start see: the machine's variables without the user's own.

    Parameters
    ----------
    home
        An empty folder that stands for the user's.
    """
    kept = {
        name: value
        for name, value in os.environ.items()
        if name in OURS or not (name.startswith((*THEIRS, *LOCALE)) or name.lower() in PROXIES)
    }
    own = {
        # Notebooks that tests run are nobody's progress.
        "CASEKIT_PROGRESS": "",
        "HOME": str(home),
        "HYPOTHESIS_STORAGE_DIRECTORY": str(home / "hypothesis"),
        "IPYTHONDIR": str(home / "ipython"),
        "JUPYTER_CONFIG_DIR": str(home / "jupyter"),
        "JUPYTER_DATA_DIR": str(home / "data"),
        "LANG": "C.UTF-8",
        # One for all, so that the list of fonts is made once.
        "MPLCONFIGDIR": str(home / "matplotlib"),
    }
    return {**kept, **own}


def _leave_the_user_outside() -> None:
    """Replace this process's environment; workers inherit it."""
    if "PYTEST_XDIST_WORKER" in os.environ:
        return
    home = Path(tempfile.mkdtemp(prefix="casekit-home-"))
    atexit.register(shutil.rmtree, home, ignore_errors=True)
    environment = clean_environment(home)
    os.environ.clear()
    os.environ.update(environment)


# Before any test module is read: some load the company at once.
_leave_the_user_outside()


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("casekit")
    group.addoption("--all", action="store_true", help="every test, not only the quick set")


def pytest_configure(config: pytest.Config) -> None:
    # A busy computer is slow, and what earlier runs found lies in somebody's folder.
    slow = [HealthCheck.too_slow]
    settings.register_profile("proof", deadline=None, database=None, suppress_health_check=slow)
    settings.load_profile("proof")
    if os.name != "nt":
        _give_kernels_sockets_of_their_own()


def _give_kernels_sockets_of_their_own() -> None:
    """Have kernels that tests start listen in a folder instead of on ports.

    Ports are chosen before a kernel takes them, and on a busy computer another kernel, server or
    browser is sometimes quicker. The folders go with the user's.
    """
    begin = KernelManager.__init__

    def begin_in_a_folder(self: KernelManager, *args: Any, **wish: Any) -> None:
        wish.setdefault("transport", "ipc")
        folder = Path(tempfile.mkdtemp(prefix="k-", dir=os.environ["HOME"]))
        wish["connection_file"] = str(folder / "kernel.json")
        begin(self, *args, **wish)

    KernelManager.__init__ = begin_in_a_folder


@pytest.hookimpl(tryfirst=True)
def pytest_cmdline_main(config: pytest.Config) -> None:
    """Decide what runs and on how many workers."""
    option = config.option
    named = config.args_source is pytest.Config.ArgsSource.ARGS
    chosen = bool(option.keyword or option.markexpr)
    # Workers are told by their options: to them every file is named.
    option.quick = not (named or chosen or option.all)
    # A worker that asked for workers of its own would fill the computer.
    whole = not (named or chosen) and "PYTEST_XDIST_WORKER" not in os.environ
    if whole and option.numprocesses is None and not (option.collectonly or option.usepdb):
        option.numprocesses = WORKERS
        # What xdist makes of that number, in case its own turn came first.
        option.dist, option.tx = "loadscope", ["popen"] * option.numprocesses


def pytest_report_header(config: pytest.Config) -> str | None:
    if config.option.quick:
        return "the quick set, one of each kind; --all runs everything"
    return None


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> LoadScopeScheduling:
    # In the order of `pytest_collection_modifyitems`, not by the number of tests.
    config.option.loadscopereorder = False
    return Together(config, log)


class Together(LoadScopeScheduling):
    """Gives a worker all tests that share what is costly to make, and the next to who is free."""

    def _split_scope(self, nodeid: str) -> str:
        return unit(nodeid)


def unit(nodeid: str) -> str:
    """Which tests run on one worker: those of a file, unless they share nothing."""
    file = nodeid.partition("::")[0]
    return nodeid if file in ALONE else file


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    for item in items:
        for marker in marks(item):
            item.add_marker(marker)
    if config.option.quick:
        slow = [item for item in items if item.get_closest_marker("slow")]
        config.hook.pytest_deselected(items=slow)
        items[:] = [item for item in items if not item.get_closest_marker("slow")]
        for name, values in ONE_OF.items():
            left_out = set(twins(items, name, values))
            config.hook.pytest_deselected(items=list(left_out))
            items[:] = [item for item in items if item not in left_out]
    # Whatever takes longest begins first, so that no worker is left with it at the end.
    items.sort(key=lambda item: LONGEST.get(item.nodeid.partition("::")[0], len(LONGEST)))


def twins(items: list[pytest.Item], name: str, values: Sequence[str]) -> list[pytest.Item]:
    """Of tests that differ in one parameter alone all but one: the last of the values stays."""
    alike: dict[tuple[object, ...], dict[str, pytest.Item]] = {}
    for item in items:
        params = dict(item.callspec.params) if hasattr(item, "callspec") else {}
        value = params.pop(name, None)
        if value in values:
            others = tuple(sorted((other, repr(told)) for other, told in params.items()))
            key = (item.nodeid.partition("[")[0], *others)
            alike.setdefault(key, {})[value] = item
    return [each[value] for each in alike.values() for value in sorted(each, key=values.index)[:-1]]


def marks(item: pytest.Item) -> Iterator[str]:
    """Marks that follow from what an item is; others stand beside the tests themselves."""
    if isinstance(item.parent, SolvedNotebook) and item.parent.label != QUICK_NOTEBOOK:
        yield "slow"
    if item.nodeid.startswith(SET_UPS):
        fixtures = getattr(item, "fixturenames", ())
        if "first" in fixtures:
            yield "setup"
        # Spoils a finished set-up and sets up again; the first start is of the quick set.
        if "kit" in fixtures:
            yield "slow"


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """The solved notebooks that have a source; a copy that somebody keeps there has none."""
    folder = file_path.parent.parent
    source = folder / f"{file_path.stem}.py"
    if file_path.suffix != ".ipynb" or folder != ROOT / "solutions" or not source.is_file():
        return None
    return SolvedNotebook.from_parent(parent, path=file_path)


class SolvedNotebook(IPyNbFile):
    """A solved notebook under nbval, run in a folder where nobody has left anything."""

    @property
    def label(self) -> str:
        """Language and name."""
        return f"{self.path.parent.name}/{self.path.stem}"

    def setup(self) -> None:
        self.folder = tempfile.TemporaryDirectory(prefix="casekit-nbval-")
        self.kernel = RunningKernel(
            CURRENT_ENV_KERNEL_NAME,
            cwd=self.folder.name,
            startup_timeout=self.config.option.nbval_kernel_startup_timeout,
        )
        self.setup_sanitize_files()

    def teardown(self) -> None:
        super().teardown()
        self.folder.cleanup()
