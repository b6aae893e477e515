"""start.py as a participant meets it: run as a program, on a kit that is whole but tiny."""

from __future__ import annotations

import ast
import contextlib
import hashlib
import os
import re
import shutil
import signal
import subprocess
import sys
import time
import tomllib
import zipfile
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from casekit.authoring.environment import environment_yml

ROOT = Path(__file__).parents[1]
PYTHON = ("Scripts", "python.exe") if os.name == "nt" else ("bin", "python")

#: Installs the stand-in package as hatchling would: a .pth file with the absolute path.
BACKEND = """
import os, zipfile

def build_editable(wheel_directory, config_settings=None, metadata_directory=None):
    info = "casekit-1.dist-info/"
    with zipfile.ZipFile(os.path.join(wheel_directory, "casekit-1-py3-none-any.whl"), "w") as w:
        w.writestr("_casekit.pth", os.path.abspath("src"))
        w.writestr(info + "METADATA", "Metadata-Version: 2.1\\nName: casekit\\nVersion: 1\\n")
        w.writestr(info + "WHEEL", "Wheel-Version: 1.0\\nRoot-Is-Purelib: true\\nTag: py3-none-any")
        w.writestr(info + "RECORD", "")
    return "casekit-1-py3-none-any.whl"
"""
PYPROJECT = """
[build-system]
requires = []
build-backend = "backend"
backend-path = ["."]
[project]
name = "casekit"
version = "1"
"""
MAIN = """
import os, sys
print("HANDED OVER", *sys.argv[1:], "in", os.getcwd(), "speaking", os.environ["CASEKIT_LANG"])
sys.exit(7 if "fail" in sys.argv else 0)
"""
#: Stands for the test runner, which is far too large to install here.
RUNNER = """
import os, sys
print("TESTED", *sys.argv[1:], "in", os.getcwd())
sys.exit(5)
"""


def run(kit: Path, *words: str, before: str = "", **options) -> subprocess.CompletedProcess:
    """Run the kit's start.py offline; `before` are statements that run ahead of it."""
    program = [str(kit / "start.py")]
    if before:
        starter = f"import runpy; runpy.run_path({program[0]!r}, run_name='__main__')"
        program = ["-c", f"{before}\n{starter}"]
    environment = surroundings(**options.pop("env", {}))
    return subprocess.run(
        [sys.executable, *program, *words],
        env=environment, capture_output=True, encoding="utf-8", timeout=60, **options,
    )  # fmt: skip


def surroundings(**more: str) -> dict[str, str]:
    mine = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("PIP_", "LC_", "LANG", "CASEKIT"))
    }
    pip = {"PIP_NO_INDEX": "1", "PIP_CONFIG_FILE": os.devnull}
    # Set on some machines, and must not keep the set-up from compiling.
    return {**mine, **pip, "PYTHONDONTWRITEBYTECODE": "1", "PYTHONIOENCODING": "utf-8", **more}


def bare_kit(folder: Path) -> Path:
    """A kit before its first start."""
    (folder / "src" / "casekit").mkdir(parents=True)
    shutil.copy(ROOT / "start.py", folder)
    files = {
        "pyproject.toml": PYPROJECT,
        "backend.py": BACKEND,
        "requirements.lock": "# nothing to install\n",
        "requirements-test.lock": "# nothing to install\n",
        "src/casekit/__init__.py": "",
        "src/casekit/__main__.py": MAIN,
    }
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def first(tmp_path_factory) -> tuple[Path, subprocess.CompletedProcess]:
    """A kit under a path with a space and Cyrillic letters, and its first start, from elsewhere."""
    kit = bare_kit(tmp_path_factory.mktemp("first") / "мой кейс 1")
    return kit, run(kit, "--lang", "ru", "--no-browser", cwd=tmp_path_factory.mktemp("elsewhere"))


@pytest.fixture
def kit(first, tmp_path: Path) -> Path:
    """A kit that was set up, then copied to another place: to be spoilt by a test."""
    return Path(shutil.copytree(first[0], tmp_path / "кейс 2", symlinks=True))


def site_packages(kit: Path) -> Path:
    return next((kit / ".venv").rglob("site-packages"))


def was_set_up(result: subprocess.CompletedProcess) -> bool:
    return re.search(r"It took \d+ s|заняла \d+ с", result.stdout) is not None


# --- the first start and the next ones


def test_first_start_sets_up_and_hands_over(first) -> None:
    result = first[1]
    assert result.returncode == 0, result.stdout + result.stderr
    assert "Первый запуск" in result.stdout
    assert was_set_up(result)
    assert "HANDED OVER lab --no-browser --lang ru in" in result.stdout
    assert "elsewhere" in result.stdout  # the reader's folder stays the current one
    assert result.stdout.rstrip().endswith("speaking ru")


def test_path_file_is_ascii_and_relative(first) -> None:
    text = (site_packages(first[0]) / "_casekit.pth").read_bytes()
    assert re.fullmatch(rb"(\.\./){3,4}src\r?\n", text)


def test_everything_is_byte_compiled(first) -> None:
    assert list((first[0] / "src/casekit/__pycache__").glob("__main__.*.pyc"))
    assert list((site_packages(first[0]) / "pip/__pycache__").glob("*.pyc"))


def test_second_start_sets_nothing_up(first) -> None:
    kit, _ = first
    log = (kit / ".venv/setup.log").stat().st_mtime_ns
    begun = time.monotonic()
    result = run(kit, "doctor", "--lang", "en")
    assert time.monotonic() - begun < 3
    assert result.stdout.startswith("HANDED OVER doctor --lang en")
    assert (kit / ".venv/setup.log").stat().st_mtime_ns == log


def test_exit_code_is_passed_on(first) -> None:
    assert run(first[0], "doctor", "fail").returncode == 7


def test_moved_folder_still_works(kit: Path) -> None:
    moved = kit.rename(kit.parent / "renamed")
    result = run(moved, "lab")
    assert result.stdout.startswith("HANDED OVER lab")
    code = "import casekit; print(casekit.__file__)"
    found = subprocess.check_output([moved.joinpath(".venv", *PYTHON), "-c", code], text=True)
    assert found.startswith(str(moved))


def test_tests_are_set_up_on_first_use(kit: Path) -> None:
    wheel = kit / "pytest-1-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        info = "pytest-1.dist-info/"
        archive.writestr("pytest.py", RUNNER)
        archive.writestr(info + "METADATA", "Metadata-Version: 2.1\nName: pytest\nVersion: 1\n")
        archive.writestr(
            info + "WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any"
        )
        archive.writestr(info + "RECORD", "")
    digest = hashlib.sha256(wheel.read_bytes()).hexdigest()
    line = f"./{wheel.name} --hash=sha256:{digest}\n"
    (kit / "requirements-test.lock").write_text(line, encoding="utf-8")
    result = run(kit, "test", "-q", "--lang", "en", cwd=kit.parent)
    assert was_set_up(result), result.stdout
    assert result.returncode == 5
    assert f"TESTED -q in {kit}" in result.stdout
    assert not was_set_up(run(kit, "test"))
    assert not was_set_up(run(kit, "lab"))  # the larger set-up serves participants too


# --- what is out of date or broken


def test_changed_kit_renews_the_set_up_and_keeps_the_environment(kit: Path) -> None:
    kept = kit / ".venv" / "pyvenv.cfg"
    before = kept.stat().st_mtime_ns
    with (kit / "pyproject.toml").open("a", encoding="utf-8") as stream:
        stream.write("# changed\n")
    result = run(kit, "--lang", "en")
    assert "out of date" in result.stdout
    assert was_set_up(result)
    assert result.returncode == 0
    assert kept.stat().st_mtime_ns == before


def test_broken_environment_is_made_anew(kit: Path) -> None:
    left = site_packages(kit) / "left_over.py"
    left.touch()
    python = kit.joinpath(".venv", *PYTHON)  # the Python it was made from is gone
    python.unlink()
    python.write_text("no program")
    result = run(kit, "--lang", "en")
    assert was_set_up(result), result.stdout
    assert "HANDED OVER lab" in result.stdout
    assert not left.exists()


def test_half_copied_libraries_are_thrown_away(kit: Path) -> None:
    left = site_packages(kit) / "left_over.py"
    left.touch()
    (kit / ".venv/ready.lab").unlink()  # the machine was switched off in the middle
    (kit / ".venv/setup.half").touch()
    (kit / ".venv/setup.log").write_text("Installing collected packages: numpy\n")
    result = run(kit, "--lang", "en", before=failing("venv", "no more is needed here"))
    assert "Step 1 of 3" in result.stdout
    assert not left.exists()


def failing(module: str, output: str) -> str:
    """Statements after which `python -m module` prints the output and fails."""
    script = f"print({output!r}); raise SystemExit(1)"
    return (
        "import subprocess, sys; real = subprocess.Popen\n"
        "def popen(command, **how):\n"
        f"    fails = [sys.executable, '-c', {script!r}]\n"
        f"    return real(fails if {module!r} in command else command, **how)\n"
        "subprocess.Popen = popen"
    )


def test_failed_install_shows_the_reason_and_can_be_repeated(kit: Path) -> None:
    lock = kit / "requirements.lock"
    sound = lock.read_text(encoding="utf-8")
    lock.write_text(f"no-such-library==1 --hash=sha256:{'0' * 64}\n", encoding="utf-8")
    result = run(kit, "--lang", "ru")
    assert result.returncode == 1
    assert "No matching distribution found for no-such-library" in result.stdout
    assert "Что делать: установите 64-битный Python" in result.stdout
    assert "setup.log" in result.stdout
    assert "Traceback" not in result.stdout + result.stderr
    lock.write_text(sound, encoding="utf-8")
    again = run(kit, "--lang", "en")
    assert "HANDED OVER lab" in again.stdout
    assert was_set_up(again)


@pytest.mark.parametrize(
    ("output", "advice"),
    [
        ("OSError: [Errno 28] No space left on device", "too little room"),
        ("NewConnectionError: getaddrinfo failed", "internet connection"),
        ("SSLError(SSLCertVerificationError)", "ask your IT people"),
        ("HINT: Windows Long Path support is off", "path is too long"),
        ("[WinError 32] The process cannot access the file", "close other windows"),
        ("something else", "send the full record"),
    ],
)
def test_advice_fits_what_pip_says(kit: Path, output: str, advice: str) -> None:
    (kit / "pyproject.toml").write_text(PYPROJECT + "#", encoding="utf-8")
    result = run(kit, "--lang", "en", before=failing("pip", output))
    assert result.returncode == 1
    assert advice in result.stdout


def test_two_starts_at_the_same_time(kit: Path) -> None:
    with (kit / "pyproject.toml").open("a", encoding="utf-8") as stream:
        stream.write("# changed\n")
    command = [sys.executable, str(kit / "start.py"), "--lang", "en"]
    pair = [
        subprocess.Popen(command, env=surroundings(), stdout=subprocess.PIPE, encoding="utf-8")
        for _ in range(2)
    ]
    said = [process.communicate(timeout=60)[0] for process in pair]
    assert all("HANDED OVER lab" in text for text in said)
    assert sum("It took" in text for text in said) == 1
    assert sum("waiting for it to finish" in text for text in said) == 1


@pytest.mark.skipif(os.name == "nt", reason="Windows sends Ctrl-C to whole consoles only")
def test_ctrl_c_stops_calmly_and_the_next_start_finishes(kit: Path) -> None:
    (kit / "pyproject.toml").write_text(PYPROJECT + "#", encoding="utf-8")
    command = [sys.executable, str(kit / "start.py"), "--lang", "en"]
    process = subprocess.Popen(
        command, env=surroundings(), stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        encoding="utf-8", start_new_session=True,
    )  # fmt: skip
    assert "out of date" in process.stdout.readline()
    said = ""
    for _ in range(30):
        # An interrupt that falls into Python's own tidying up is lost; people press again.
        os.killpg(process.pid, signal.SIGINT)
        with contextlib.suppress(subprocess.TimeoutExpired):
            said = process.communicate(timeout=1)[0]
            break
    assert process.returncode == 1
    assert "You stopped the set-up" in said
    assert "Traceback" not in said
    assert "HANDED OVER lab" in run(kit, "--lang", "en").stdout


# --- what cannot be set up at all


@pytest.mark.parametrize(
    ("before", "words"),
    [
        ("import sys; sys.version_info = (3, 8, 1); sys.version = '3.8.1 (old)'",
         {"en": "this is Python 3.8.1", "ru": "а здесь Python 3.8.1"}),
        ("import sys; sys.modules['ensurepip'] = None", {"en": "sudo apt install python3.",
                                                          "ru": "sudo apt install python3."}),
        ("import shutil; shutil.disk_usage = lambda path: shutil._ntuple_diskusage(9, 9, 7 << 20)",
         {"en": "7 MB are free, 1200 MB are needed", "ru": "Свободно 7 МБ, нужно 1200 МБ"}),
        ("import os\ndef makedirs(path): raise PermissionError(13, 'Permission denied', path)\n"
         "os.makedirs = makedirs", {"en": "cannot be written", "ru": "Не удалось записать"}),
        ("import os\ndef makedirs(path): raise OSError(28, 'No space left', path)\n"
         "os.makedirs = makedirs", {"en": "too little room", "ru": "Мало места на диске"}),
        ("import os\ndef makedirs(path): raise OSError(5, 'Input/output error', path)\n"
         "os.makedirs = makedirs", {"en": "Input/output error", "ru": "пришлите этот текст"}),
        ("import os, sys; os.remove(os.path.join(os.environ['KIT'], 'requirements.lock'))",
         {"en": "no file requirements.lock", "ru": "нет файла requirements.lock"}),
    ],
    ids=["old", "ensurepip", "space", "denied", "full", "system", "files"],
)  # fmt: skip
@pytest.mark.parametrize("lang", ["en", "ru"])
def test_what_is_wrong_and_what_to_do(tmp_path: Path, before: str, words, lang: str) -> None:
    kit = bare_kit(tmp_path / "кейс")
    result = run(kit, "--lang", lang, before=before, env={"KIT": str(kit)})
    assert result.returncode == 1
    assert words[lang] in result.stdout
    assert {"en": "What to do:", "ru": "Что делать:"}[lang] in result.stdout
    assert result.stderr == ""


def test_any_old_python_can_read_it() -> None:
    source = (ROOT / "start.py").read_text(encoding="utf-8")
    ast.parse(source, feature_version=(3, 4))
    assert source.startswith("# -*- coding: utf-8 -*-\n")  # Python 2 asks for it
    kinds = (ast.JoinedStr, ast.AnnAssign, ast.Nonlocal, ast.YieldFrom, ast.Starred)
    newer = [node for node in ast.walk(ast.parse(source)) if isinstance(node, kinds)]
    # `f(*words)` is as old as Python itself.
    calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
    starred = {ast.dump(argument) for call in calls for argument in call.args}
    assert all(ast.dump(node) in starred for node in newer)
    functions = [n for n in ast.walk(ast.parse(source)) if isinstance(n, ast.FunctionDef)]
    assert not any(f.returns or f.args.kwonlyargs or f.args.posonlyargs for f in functions)
    handlers = [n for n in ast.walk(ast.parse(source)) if isinstance(n, ast.Raise)]
    assert not any(raised.cause for raised in handlers)


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "cp1251"])
def test_any_terminal_can_show_it(tmp_path: Path, encoding: str) -> None:
    kit = bare_kit(tmp_path / "кейс")
    environment = surroundings(PYTHONIOENCODING=encoding)
    command = [sys.executable, str(kit / "start.py"), "--help", "--lang", "ru"]
    result = subprocess.run(command, env=environment, capture_output=True, check=True)
    expected = "открыть кейс" if encoding == "cp1251" else "open the case"
    assert expected in result.stdout.decode(encoding)


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({"LANG": "ru_RU.UTF-8"}, "открыть кейс"),
        ({"LANG": "de_DE.UTF-8"}, "open the case"),
        ({"LANG": "en_GB.UTF-8", "CASEKIT_LANG": "ru"}, "открыть кейс"),
        ({"LC_ALL": "C", "LANG": "ru_RU.UTF-8"}, "открыть кейс"),
    ],
)
def test_speaks_the_language_of_the_system(tmp_path: Path, environment, expected: str) -> None:
    assert expected in run(bare_kit(tmp_path / "kit"), "--help", env=environment).stdout


def test_both_languages_say_the_same_things() -> None:
    texts = start_texts()
    assert texts["en"].keys() == texts["ru"].keys()
    for key, english in texts["en"].items():
        fields = [set(re.findall(r"{\w+}", text)) for text in (english, texts["ru"][key])]
        assert fields[0] == fields[1], key


def start_texts() -> dict[str, dict[str, str]]:
    tree = ast.parse((ROOT / "start.py").read_text(encoding="utf-8"))
    for node in tree.body:
        if isinstance(node, ast.Assign) and node.targets[0].id == "TEXTS":
            return ast.literal_eval(node.value)
    raise AssertionError("start.py has no TEXTS")


def test_start_cmd_suits_windows() -> None:
    content = (ROOT / "start.cmd").read_bytes()
    assert content.count(b"\n") == content.count(b"\r\n") > 20
    run_lines = [line for line in content.splitlines() if not line.startswith(b"::ru")]
    assert all(line.isascii() for line in run_lines)
    assert "*.cmd text eol=crlf" in (ROOT / ".gitattributes").read_text(encoding="utf-8")


# --- pyproject.toml, the locks and environment.yml stay in step


def pins(name: str) -> dict[str, list[Requirement]]:
    """Library -> its pinned versions; several where they differ by Python."""
    found: dict[str, list[Requirement]] = {}
    for line in (ROOT / name).read_text(encoding="utf-8").splitlines():
        if line and line[0] not in "# ":
            pinned = Requirement(line.removesuffix("\\").strip())
            found.setdefault(canonicalize_name(pinned.name), []).append(pinned)
    return found


def declared() -> dict:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def outside(wanted: list[str], locked: dict[str, list[Requirement]]) -> list[str]:
    """The dependencies that a lock lacks, or pins outside their range."""
    wrong = []
    for requirement in map(Requirement, wanted):
        versions = [
            next(iter(pinned.specifier)).version
            for pinned in locked.get(canonicalize_name(requirement.name), [])
        ]
        if not versions or not all(requirement.specifier.contains(v) for v in versions):
            wrong.append(str(requirement))
    return wrong


def test_environment_yml_is_written_from_pyproject() -> None:
    text = environment_yml((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert (ROOT / "environment.yml").read_text(encoding="utf-8") == text


def test_locks_hold_every_dependency_within_its_range() -> None:
    project = declared()
    assert outside(project["dependencies"], pins("requirements.lock")) == []
    tested = project["dependencies"] + project["optional-dependencies"]["test"]
    assert outside(tested, pins("requirements-test.lock")) == []


def test_a_pin_outside_its_range_is_noticed() -> None:
    locked = {"numpy": [Requirement("numpy==1.0")]}
    assert outside(["numpy>=1.26", "pandas>=2"], locked) == ["numpy>=1.26", "pandas>=2"]


def test_locks_agree() -> None:
    lab, tested = pins("requirements.lock"), pins("requirements-test.lock")

    def told(found: list[Requirement]) -> list[str]:
        # A single pin may be for more systems where the test tools want it too.
        alone = len(found) == 1
        return sorted(str(each.specifier) if alone else str(each) for each in found)

    differing = {
        name: (told(mine), told(tested.get(name, [])))
        for name, mine in lab.items()
        if told(mine) != told(tested.get(name, []))
    }
    assert differing == {}
    narrower = [
        name
        for name, mine in lab.items()
        if len(mine) == 1 and tested[name][0].marker not in (None, mine[0].marker)
    ]
    assert narrower == []


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-test.lock"])
def test_locks_pin_by_hash_and_hold_no_address(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    assert not re.search(r"://|--index|--find-links|\bfile:", text)
    entries = re.split(r"\n(?=\S)", text.strip())
    assert all("==" in entry and "--hash=sha256:" in entry for entry in entries)
