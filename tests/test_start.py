"""start.py as a participant meets it: run as a program, on a kit that is whole but tiny."""

from __future__ import annotations

import ast
import base64
import contextlib
import hashlib
import io
import os
import re
import shutil
import signal
import subprocess
import sys
import threading
import tokenize
import tomllib
import zipfile
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import SimpleNamespace

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from casekit.authoring.environment import environment_yml
from casekit.setup import before, certificates
from casekit.setup.advice import advice
from casekit.setup.places import INSTRUCTORS_VERBS, LONGEST_INSIDE
from casekit.setup.pruning import is_needed
from casekit.setup.surroundings import pip_settings
from casekit.setup.words import TEXTS, Stop

ROOT = Path(__file__).parents[1]
PYTHON = ("Scripts", "python.exe") if os.name == "nt" else ("bin", "python")

PYPROJECT = """
[project]
name = "casekit"
version = "1"
dependencies = ["toy>=1"]
[project.optional-dependencies]
more = ["toy; sys_platform == 'win32'"]
[project.entry-points."papermill.engine"]
casekit = "casekit.engine:Engine"
"""
#: A library as small as can be: a module, a kernel's description, languages of Babel.
TOY = {
    "toy/__init__.py": "IT = 'works'\n",
    "toy/more.py": "MORE = 1\n",
    "babel/locale-data/ru.dat": "ru",
    "babel/locale-data/de.dat": "de",
    "toy-1.data/data/share/jupyter/kernels/python3/kernel.json": "{}",
}
MAIN = """
import os, sys
print("HANDED OVER", *sys.argv[1:], "in", os.getcwd(), "speaking", os.environ["CASEKIT_LANG"])
if os.environ.get("CASEKIT_EXAMINED"):
    print("EXAMINED ALREADY")
strange = ("PYTHONPATH", "PYTHONWARNINGS", "PYTHONSTARTUP", "PIP_USER", "VIRTUAL_ENV")
print("LEAKED", *[name for name in strange if name in os.environ])
import toy
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
        env=environment, capture_output=True, encoding="utf-8", timeout=600, **options,
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


def wheel(folder: Path, name: str, version: str, files: dict[str, str]) -> tuple[Path, str]:
    """A wheel and its line in a lock."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}-{version}-py3-none-any.whl"
    info = f"{name}-{version}.dist-info/"
    described = {
        info + "METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n",
        info + "WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any",
    }
    whole = {**files, **described}
    rows = [f"{inside},{checksum(text)},{len(text)}" for inside, text in whole.items()]
    with zipfile.ZipFile(path, "w") as archive:
        for inside, text in whole.items():
            archive.writestr(inside, text)
        archive.writestr(info + "RECORD", "\n".join([*rows, info + "RECORD,,"]))
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    return path, f"{name}=={version} --hash=sha256:{digest}\n"


def checksum(text: str) -> str:
    """As a library's own list has it."""
    found = base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest())
    return "sha256=" + found.rstrip(b"=").decode()


def bare_kit(folder: Path) -> Path:
    """A kit before its first start."""
    source = folder / "src" / "casekit"
    shutil.copytree(
        ROOT / "src" / "casekit" / "setup", source / "setup",
        ignore=shutil.ignore_patterns("__pycache__", "node_modules"),
    )  # fmt: skip
    shutil.copy(ROOT / "start.py", folder)
    _, line = wheel(folder / "wheels", "toy", "1", TOY)
    files = {
        "pyproject.toml": PYPROJECT,
        "requirements.lock": line,
        "requirements-instructor.lock": line,
        "requirements-test.lock": line,
        "src/casekit/__init__.py": "",
        "src/casekit/__main__.py": MAIN,
    }
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def first(tmp_path_factory) -> tuple[Path, subprocess.CompletedProcess]:
    """A kit under a path with a space and Cyrillic letters, and its first start, from elsewhere,
    on a computer whose settings for other Pythons would lead astray.
    """
    kit = bare_kit(tmp_path_factory.mktemp("first") / "мой кейс 1")
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (elsewhere / "tomllib.py").write_text("raise SystemExit('taken for the library')")
    strange = {
        "PYTHONPATH": str(elsewhere), "PYTHONWARNINGS": "error", "PYTHONSTARTUP": "gone.py",
        "PYTHONNOUSERSITE": "", "VIRTUAL_ENV": str(elsewhere), "PIP_USER": "1",
        "PIP_TARGET": str(elsewhere / "target"), "PIP_REQUIRE_VIRTUALENV": "1",
        "PIP_PREFIX": str(elsewhere), "PIP_NO_BINARY": ":all:", "PIP_CONSTRAINT": "gone.txt",
    }  # fmt: skip
    return kit, run(kit, "--lang", "ru", "--no-browser", cwd=elsewhere, env=strange)


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
    assert "speaking ru\n" in result.stdout


def test_nothing_of_the_users_own_leaks_in(first) -> None:
    assert "LEAKED\n" in first[1].stdout
    assert first[1].stderr == ""
    assert not list(first[0].parent.parent.glob("elsewhere*/target"))


def test_path_file_is_ascii_and_relative(first) -> None:
    text = (site_packages(first[0]) / "_casekit.pth").read_bytes()
    assert re.fullmatch(rb"(\.\./){3,4}src\r?\n", text)


def test_the_package_is_known_without_being_built(first) -> None:
    code = (
        "from importlib import metadata as m; print(m.version('casekit'), m.requires('casekit'), "
        "m.entry_points(group='papermill.engine', name='casekit')['casekit'].value)"
    )
    python = first[0].joinpath(".venv", *PYTHON)
    told = subprocess.check_output([python, "-c", code], text=True, env=surroundings())
    wanted = ["toy>=1", "toy; (sys_platform == 'win32') and extra == \"more\""]
    assert told.strip() == f"1 {wanted} casekit.engine:Engine"


def test_what_nobody_needs_is_taken_out(first) -> None:
    site = site_packages(first[0])
    assert [path.name for path in (site / "babel/locale-data").iterdir()] == ["ru.dat"]
    assert "de.dat" not in (site / "toy-1.dist-info/RECORD").read_text(encoding="utf-8")
    assert not (site / "pip").exists()
    assert not (site / "setuptools").exists()


def test_second_start_sets_nothing_up(first) -> None:
    kit, _ = first
    log = (kit / ".venv/setup.log").stat().st_mtime_ns
    result = run(kit, "app", "--lang", "en")
    assert result.stdout.startswith("HANDED OVER app --lang en")
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


@pytest.mark.parametrize(
    ("verb", "library", "words"),
    [("test", "pytest", "The tests need more"), ("grade", "papermill", "grading need a few more")],
)
def test_a_verb_adds_what_it_needs(kit: Path, verb: str, library: str, words: str) -> None:
    _, line = wheel(kit / "wheels", library, "1", {f"{library}.py": RUNNER})
    name = {"test": "requirements-test.lock", "grade": "requirements-instructor.lock"}[verb]
    with (kit / name).open("a", encoding="utf-8") as stream:
        stream.write(line)
    result = run(kit, verb, "-q", "--lang", "en", cwd=kit.parent)
    assert words in result.stdout
    assert was_set_up(result), result.stdout
    if verb == "test":
        assert result.returncode == 5
        assert f"TESTED -q in {kit}" in result.stdout
    assert not was_set_up(run(kit, verb))
    assert not was_set_up(run(kit, "lab"))  # the larger set-up serves participants too


def test_a_pack_without_the_instructors_rooms_adds_nothing(kit: Path) -> None:
    (kit / "requirements-instructor.lock").unlink()
    result = run(kit, "grade", "--lang", "en")
    assert "HANDED OVER grade" in result.stdout
    assert not was_set_up(result)


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


def test_what_was_half_copied_is_put_right_and_the_rest_stays(kit: Path) -> None:
    site = site_packages(kit)
    (site / "toy/__init__.py").write_text("IT = ")
    (site / "~oy").mkdir()
    (site / "left.py").touch()
    (kit / ".venv/ready.lab").unlink()  # the machine was switched off in the middle
    (kit / ".venv/setup.files").unlink()
    (kit / ".venv/setup.half").touch()
    result = run(kit, "--lang", "en", before=failing("venv", "no more is needed here"))
    assert "HANDED OVER lab" in result.stdout
    assert "IT = 'works'" in (site / "toy/__init__.py").read_text()
    assert not (site / "~oy").exists()
    assert (site / "left.py").exists()


def break_module(kit: Path) -> Path:
    path = site_packages(kit) / "toy/more.py"
    path.write_bytes(path.read_bytes()[:3])
    return path


def lose_library(kit: Path) -> Path:
    shutil.rmtree(site_packages(kit) / "toy")
    shutil.rmtree(site_packages(kit) / "toy-1.dist-info")
    return site_packages(kit) / "toy/__init__.py"


def lose_kernel(kit: Path) -> Path:
    path = kit / ".venv/share/jupyter/kernels/python3/kernel.json"
    path.unlink()
    return path


def lose_path_file(kit: Path) -> Path:
    path = site_packages(kit) / "_casekit.pth"
    path.unlink()
    return path


@pytest.mark.parametrize(
    ("break_it", "library"),
    [(break_module, "toy"), (lose_library, "toy"), (lose_kernel, "toy"),
     (lose_path_file, "casekit")],
)  # fmt: skip
def test_what_is_gone_or_damaged_is_named_and_mended(kit: Path, break_it, library: str) -> None:
    sound = {path: path.read_bytes() for path in site_packages(kit).rglob("*.py")}
    spoilt = break_it(kit)
    now = spoilt.read_bytes() if spoilt.exists() else None
    told = run(kit, "doctor", "--lang", "en")
    assert told.returncode == 1
    assert f"✗ Libraries: gone or damaged: {library}." in told.stdout
    assert "HANDED OVER" not in told.stdout
    assert (spoilt.read_bytes() if spoilt.exists() else None) == now  # the doctor mends nothing
    result = run(kit, "--lang", "en")
    assert f"gone or damaged: {library}. They are being put back" in result.stdout
    assert "Step 1" not in result.stdout
    assert "HANDED OVER lab" in result.stdout
    assert spoilt.is_file()
    if spoilt in sound:
        assert spoilt.read_bytes() == sound[spoilt]
    assert not was_set_up(run(kit, "lab"))


def test_the_doctor_reads_libraries_through(kit: Path) -> None:
    spoilt = site_packages(kit) / "toy/more.py"
    spoilt.write_bytes(b"\0" * spoilt.stat().st_size)  # as a loss of power leaves it
    told = run(kit, "doctor", "--lang", "en")
    assert "✗ Libraries: gone or damaged: toy." in told.stdout
    assert told.returncode == 1
    assert "HANDED OVER lab" in run(kit, "lab").stdout
    assert spoilt.read_text() == TOY["toy/more.py"]
    told = run(kit, "doctor").stdout
    # Of Python and the disk the case's own doctor says nothing more.
    assert "HANDED OVER doctor" in told and "EXAMINED ALREADY" in told
    assert "EXAMINED ALREADY" not in run(kit, "lab").stdout


def test_a_compiled_twin_cut_short_is_made_anew(kit: Path) -> None:
    twin = next((site_packages(kit) / "toy/__pycache__").glob("__init__.*.pyc"))
    twin.write_bytes(twin.read_bytes()[:-9])
    result = run(kit, "lab")
    assert "HANDED OVER lab" in result.stdout
    assert not was_set_up(result)


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("__main__.py", b"print('half", "src/casekit/__main__.py is damaged"),
        ("__main__.py", b"\0" * 40, "src/casekit/__main__.py is damaged"),
        ("__main__.py", b"", "src/casekit/__main__.py is damaged"),
        ("__main__.py", None, "src/casekit/__main__.py is missing"),
        ("setup/advice.py", None, "src/casekit (No module named 'casekit.setup.advice')"),
        ("setup/advice.py", b"\0", "The folder of the case is not whole: src/casekit"),
    ],
)
def test_a_damaged_kit_is_said(kit: Path, name: str, content: bytes | None, words: str) -> None:
    path = kit / "src/casekit" / name
    path.unlink() if content is None else path.write_bytes(content)
    for verb in ("lab", "doctor"):
        result = run(kit, verb, "--lang", "en")
        assert words in result.stdout
        assert "unpack the whole archive" in result.stdout
        assert "HANDED OVER" not in result.stdout
        assert (result.returncode, result.stderr) == (1, "")


def test_a_developers_edit_is_no_damage(kit: Path) -> None:
    with (kit / "src/casekit/__main__.py").open("a") as stream:
        stream.write("# one line more\n")
    assert "HANDED OVER lab" in run(kit, "lab").stdout


def test_a_pack_is_held_against_what_was_packed(kit: Path) -> None:
    main, data = kit / "src/casekit/__main__.py", kit / "data.csv"
    data.write_bytes(b"1\n")
    lines = [
        f"{path.stat().st_size} {hashlib.sha256(path.read_bytes()).hexdigest()} "
        f"{path.relative_to(kit).as_posix()}"
        for path in (main, data)
    ]
    (kit / "src/casekit/setup/contents.txt").write_text("\n".join(lines) + "\n")
    assert "HANDED OVER doctor" in run(kit, "doctor").stdout
    data.write_bytes(b"2\n")
    assert "data.csv is damaged" in run(kit, "doctor", "--lang", "en").stdout
    assert "HANDED OVER lab" in run(kit, "lab").stdout
    main.unlink()
    assert "__main__.py is missing" in run(kit, "lab", "--lang", "en").stdout


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
    shutil.move(kit / "wheels", kit / "away")
    result = run(kit, "--lang", "ru")
    assert result.returncode == 1
    assert "No matching distribution found for no-such-library" in result.stdout
    assert "PIP_NO_INDEX" in result.stdout
    assert "зеркала PyPI" in result.stdout
    assert "установите" not in result.stdout
    assert "setup.log" in result.stdout
    assert "Traceback" not in result.stdout + result.stderr
    lock.write_text(sound, encoding="utf-8")
    shutil.move(kit / "away", kit / "wheels")
    again = run(kit, "--lang", "en")
    assert "HANDED OVER lab" in again.stdout
    assert was_set_up(again)


@pytest.mark.parametrize(
    ("output", "expected"),
    [
        ("OSError: [Errno 28] No space left on device", "space"),
        ("NewConnectionError: getaddrinfo failed", "net"),
        ("SSLError(SSLCertVerificationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED]", "certificate"),
        ("ProxyError('Cannot connect to proxy.', NewConnectionError", "proxy"),
        ("ProxyError('Cannot connect', OSError('Tunnel connection failed: 407 Proxy Auth",
         "proxy-password"),
        ("HTTP error 401 while getting http://x", "password"),
        ("403 Client Error: Forbidden for url: https://x/simple/", "forbidden"),
        ("HINT: Windows Long Path support is off", "long"),
        ("[WinError 32] The process cannot access the file", "write"),
        ("THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE", "changed"),
        ("IncompleteRead(9 bytes read, 7 more expected)", "net"),
        ("WARNING: the ssl module in Python is not available", "no-ssl"),
        ("something else", "other"),
    ],
)  # fmt: skip
def test_cause_is_told_from_what_pip_says(output: str, expected: str) -> None:
    asked: list[str] = []
    assert advice(output, lambda wanted: asked.append(wanted) or "")[0] == expected
    assert asked == []


#: What pip saw on an index in which it found no fitting file -> the cause.
SEEN = {
    "old-mirror": "Found link http://m/toy-0.9-py3-none-any.whl (from http://m/), version: 0.9",
    "portal": "Fetching project page and analyzing links: http://m/simple/toy/",
    "wheel": "Skipping link: none of the wheel's tags (cp312-cp312-win_amd64) are compatible (run "
    "pip debug --verbose to show compatible tags): http://m/toy-1-cp312-cp312-win_amd64.whl",
    "forbidden": "Could not fetch URL http://m/simple/toy/: 403 Client Error: Forbidden",
    "password": "WARNING: 401 Error, Credentials not correct for http://m/simple/toy/",
}


@pytest.mark.parametrize(("expected", "seen"), SEEN.items())
def test_cause_is_asked_for_where_pip_names_none(expected: str, seen: str) -> None:
    output = "ERROR: No matching distribution found for toy==1"
    key, facts = advice(output, lambda wanted: f"{wanted}\n{seen}")
    assert (key, facts["library"], facts["version"]) == (expected, "toy", "1")
    assert facts["server"] == ("m" if "http" in seen else "pypi.org")


class Mirror(BaseHTTPRequestHandler):
    """A server in an office: forbids, wants a password, shows its own page, is out of date."""

    def do_GET(self) -> None:
        server = self.server
        server.asked.append(self.path)
        if isinstance(server.answer, int):
            self.send_error(server.answer)
            return
        content, short = server.answer(self.path, len(server.asked))
        self.send_response(200)
        kind = "application/zip" if self.path.endswith(".whl") else "text/html"
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content[: len(content) - short])

    def log_message(self, *words: object) -> None:
        """Tell nobody."""


@pytest.fixture
def mirror() -> Iterator[ThreadingHTTPServer]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Mirror)
    server.asked = []
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()
    thread.join()


def run_against(kit: Path, server: ThreadingHTTPServer, *words: str, **more: str):
    """A start of a kit whose library is gone, and whose pip is told of a mirror."""
    if (kit / "wheels").exists():
        (kit / "wheels").rename(kit / "away")
        lose_library(kit)
    address = f"http://127.0.0.1:{server.server_port}/simple"
    env = {"PIP_NO_INDEX": "", "PIP_INDEX_URL": address, "PIP_RETRIES": "0", **more}
    env |= {"NO_PROXY": "127.0.0.1", "no_proxy": "127.0.0.1", "PIP_CACHE_DIR": str(kit / "cache")}
    return run(kit, *words, env=env)


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (403, "127.0.0.1 forbids the download (403)"),
        (401, "127.0.0.1 wants a name and a password (401)"),
        (lambda path, count: (b"<html>Sign in, please</html>", 0),
         "127.0.0.1 answered, but with a page that lists no libraries"),
        (lambda path, count: (b'<a href="toy-0.9-py3-none-any.whl">toy</a>', 0),
         "127.0.0.1 has toy only in other versions\nthan 1"),
        (lambda path, count: (b'<a href="toy-1-cp399-cp399-win_amd64.whl">toy</a>', 0),
         "there is no ready-made toy"),
    ],
    ids=["forbidden", "password", "portal", "old", "wheel"],
)  # fmt: skip
def test_right_advice_for_what_a_server_says(kit: Path, mirror, answer, words: str) -> None:
    mirror.answer = answer
    result = run_against(kit, mirror, "--lang", "en")
    assert words in result.stdout
    assert result.returncode == 1
    assert "check the internet" not in result.stdout


def test_a_connection_that_breaks_off_is_taken_up_again(kit: Path, mirror) -> None:
    content = (kit / "wheels/toy-1-py3-none-any.whl").read_bytes()
    broken: list[str] = []

    def answer(path: str, count: int) -> tuple[bytes, int]:
        if not path.endswith(".whl"):
            return b'<a href="/toy-1-py3-none-any.whl">toy</a>', 0
        broken.append(path)
        return content, 20 if len(broken) == 1 else 0

    mirror.answer = answer
    # The office's own address is read from pip's file, where offices write it.
    result = run_against(kit, mirror, "--lang", "en")
    assert "The connection broke off. Trying again (2 of 3)" in result.stdout
    assert "HANDED OVER lab" in result.stdout


def test_the_offices_pip_file_is_heeded_in_what_leads_to_libraries(
    kit: Path, mirror, tmp_path: Path
) -> None:
    content = (kit / "wheels/toy-1-py3-none-any.whl").read_bytes()
    page = b'<a href="/toy-1-py3-none-any.whl">toy</a>'
    mirror.answer = lambda path, count: (content if path.endswith(".whl") else page, 0)
    address = f"http://127.0.0.1:{mirror.server_port}/simple"
    config = tmp_path / "pip.conf"
    config.write_text(f"[global]\nindex-url = {address}\nuser = true\n[install]\nprefix = /gone\n")
    result = run_against(kit, mirror, "--lang", "en", PIP_INDEX_URL="", PIP_CONFIG_FILE=str(config))
    assert "HANDED OVER lab" in result.stdout
    assert mirror.asked


@pytest.mark.skipif(os.name == "nt", reason="a script stands for the other Python")
def test_wheels_for_another_python_are_used_by_it(kit: Path, tmp_path: Path) -> None:
    lose_library(kit)
    (kit / "wheels/other-1-cp399-cp399-manylinux_2_17_x86_64.whl").touch()
    (kit / "wheels/other-1-cp399-cp399-macosx_11_0_arm64.whl").touch()
    none = run(kit, "--lang", "en", env={"PATH": str(tmp_path)})
    assert none.returncode == 1
    assert "are for Python 3.99" in none.stdout
    assert "install Python 3.99 from" in none.stdout
    other = tmp_path / "python3.99"
    other.write_text('#!/bin/sh\n[ "$1" = -c ] && echo 3.99 || echo WENT ON "$@"\n')
    other.chmod(0o755)
    found = run(kit, "--lang", "en", env={"PATH": f"{tmp_path}:/bin"})
    assert "WENT ON" in found.stdout
    assert found.stdout.rstrip().endswith("start.py lab --lang en")


def test_two_starts_at_the_same_time(kit: Path) -> None:
    with (kit / "pyproject.toml").open("a", encoding="utf-8") as stream:
        stream.write("# changed\n")
    command = [sys.executable, str(kit / "start.py"), "--lang", "en"]
    pair = [
        subprocess.Popen(command, env=surroundings(), stdout=subprocess.PIPE, encoding="utf-8")
        for _ in range(2)
    ]
    said = [process.communicate(timeout=600)[0] for process in pair]
    assert all("HANDED OVER lab" in text for text in said)
    assert sum("It took" in text for text in said) == 1
    assert sum("waiting for it to finish" in text for text in said) == 1


@pytest.mark.skipif(os.name == "nt", reason="Windows sends Ctrl-C to whole consoles only")
def test_ctrl_c_stops_calmly_and_the_next_start_finishes(kit: Path) -> None:
    (kit / "pyproject.toml").write_text(PYPROJECT + "#", encoding="utf-8")
    command = [sys.executable, str(kit / "start.py"), "--lang", "en"]
    # A proof that was started in the background ignores Ctrl-C, and so would what it starts.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    process = subprocess.Popen(
        command, env=surroundings(), stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        encoding="utf-8", start_new_session=True,
    )  # fmt: skip
    signal.signal(signal.SIGINT, before)
    assert "out of date" in process.stdout.readline()
    said = ""
    for _ in range(300):
        # An interrupt that falls into Python's own tidying up is lost; people press again.
        os.killpg(process.pid, signal.SIGINT)
        with contextlib.suppress(subprocess.TimeoutExpired):
            said = process.communicate(timeout=0.1)[0]
            break
    assert process.returncode == 1
    assert "You stopped the set-up" in said
    assert "Traceback" not in said
    assert "HANDED OVER lab" in run(kit, "--lang", "en").stdout


# --- what cannot be set up at all


SPACE = "import shutil; shutil.disk_usage = lambda path: shutil._ntuple_diskusage(9, 9, 7 << 20)"


def refusing(number: int) -> str:
    """Statements after which no folder can be made, for a reason with this number."""
    return (
        "import pathlib\n"
        f"def mkdir(path, *how, **more): raise OSError({number}, 'Refused', str(path))\n"
        "pathlib.Path.mkdir = mkdir"
    )


@pytest.mark.parametrize(
    ("before", "words"),
    [
        ("import sys; sys.version_info = (3, 8, 1); sys.version = '3.8.1 (old)'",
         {"en": "this is Python 3.8.1", "ru": "а здесь Python 3.8.1"}),
        ("import sys; sys.version_info = (3, 99, 1)",
         {"en": "Python 3.99, for which", "ru": "Python 3.99, а библиотек"}),
        ("import sys; sys.maxsize = 2**31 - 1", {"en": "a 32-bit", "ru": "32-битный"}),
        ("import sys; sys.modules['ensurepip'] = None", {"en": "sudo apt install python3.",
                                                          "ru": "sudo apt install python3."}),
        ("import sys; sys.modules['ssl'] = None", {"en": "Anaconda Prompt",
                                                   "ru": "Anaconda Prompt"}),
        (SPACE, {"en": "7 MB are free, 700 MB are needed", "ru": "Свободно 7 МБ, нужно 700 МБ"}),
        (refusing(13), {"en": "cannot be written", "ru": "Не удалось записать"}),
        (refusing(30), {"en": "cannot be written", "ru": "Не удалось записать"}),
        (refusing(28), {"en": "too little room", "ru": "Мало места на диске"}),
        (refusing(5), {"en": "Refused", "ru": "пришлите этот текст"}),
        ("import os, sys; os.remove(os.path.join(os.environ['KIT'], 'requirements.lock'))",
         {"en": "requirements.lock is missing", "ru": "нет файла requirements.lock"}),
    ],
    ids=["old", "new", "bits", "ensurepip", "ssl", "space", "denied", "read-only", "full",
         "system", "files"],
)  # fmt: skip
@pytest.mark.parametrize("lang", ["en", "ru"])
def test_what_is_wrong_and_what_to_do(tmp_path: Path, before: str, words, lang: str) -> None:
    kit = bare_kit(tmp_path / "кейс")
    result = run(kit, "--lang", lang, before=before, env={"KIT": str(kit)})
    assert result.returncode == 1
    assert words[lang] in result.stdout
    assert {"en": "What to do:", "ru": "Что делать:"}[lang] in result.stdout
    assert result.stderr == ""
    assert not (kit / ".venv/pyvenv.cfg").exists()


@pytest.mark.parametrize("name", ["case[1]", "[case"])
def test_brackets_in_the_path_are_said_first(tmp_path: Path, name: str) -> None:
    kit = bare_kit(tmp_path / name)
    for words in (("lab",), ("doctor",)):
        result = run(kit, *words, "--lang", "en")
        assert result.returncode == 1
        assert "holds [ or ]" in result.stdout
    assert not (kit / ".venv").exists()


def test_too_long_a_path_for_windows_is_counted(monkeypatch) -> None:
    monkeypatch.setattr(before, "os", SimpleNamespace(name="nt"))
    monkeypatch.setattr(before, "_takes_long_paths", lambda: False)
    most = 259 - LONGEST_INSIDE - 1
    for letters, stops in ((most, False), (most + 1, True)):
        monkeypatch.setattr(before, "HERE", "C:\\" + "a" * (letters - 3))
        with (
            pytest.raises(Stop, match=f"{letters} letters, at most {most}")
            if stops
            else (contextlib.nullcontext())
        ):
            before.check_folder()


def test_the_longest_path_of_a_set_up_is_known() -> None:
    """The tests' own environment is such a set-up; on Windows no folder names the version."""
    longest = max(
        len(path.relative_to(sys.prefix).as_posix().replace("lib/python3.11/", "Lib/"))
        for path in Path(sys.prefix).rglob("*")
    )
    assert longest + len(".venv/") <= LONGEST_INSIDE


# --- the doctor


def test_the_doctor_goes_on_where_all_is_whole(first) -> None:
    result = run(first[0], "doctor", "--lang", "ru")
    assert "✓ Библиотеки: на месте" in result.stdout
    assert "✗" not in result.stdout
    assert "HANDED OVER doctor" in result.stdout


@pytest.mark.parametrize(
    ("before", "words"),
    [
        ("import tempfile\ndef f(**how): raise PermissionError(13, 'Refused', 'place')\n"
         "tempfile.TemporaryFile = f", "✗ Writing in the folder: A file or folder cannot"),
        (SPACE, "✗ Free disk space: 7 MB"),
        ("import sys; sys.modules['ssl'] = None", "✗ Python: This Python lacks the module ssl"),
        ("import os; os.remove(os.path.join(os.environ['KIT'], '.venv/bin/python'))",
         "✗ Set-up: not made yet"),
        ("import os; os.remove(os.path.join(os.environ['KIT'], '.venv/ready.lab'))",
         "✗ Set-up: out of date"),
        ("import os; os.remove(os.path.join(os.environ['KIT'], 'pyproject.toml'))",
         "✗ Files of the case: The folder of the case is not whole: pyproject.toml is missing"),
    ],
    ids=["read-only", "full", "ssl", "none", "outdated", "files"],
)  # fmt: skip
def test_the_doctor_names_what_is_ill_and_does_not_go_on(kit: Path, before: str, words) -> None:
    result = run(kit, "doctor", "--lang", "en", before=before, env={"KIT": str(kit)})
    assert words in result.stdout
    assert "HANDED OVER" not in result.stdout
    assert (result.returncode, result.stderr) == (1, "")


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
    # A prefix that Python 2.7 does not know, such as `rb`, is a syntax error there.
    assert "from __future__ import unicode_literals" in source
    tokens = list(tokenize.generate_tokens(io.StringIO(source).readline))
    strings = [token.string for token in tokens if token.type == tokenize.STRING]
    assert not any(re.match(r"(?i)(rb|br|b|f|r[\"'])", string) for string in strings)
    assert not any(token.string == "print" for token in tokens)


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
    assert TEXTS["en"].keys() == TEXTS["ru"].keys()
    for key, english in TEXTS["en"].items():
        fields = [set(re.findall(r"{\w+}", text)) for text in (english, TEXTS["ru"][key])]
        assert fields[0] == fields[1], key


def test_every_text_is_said_somewhere_and_every_key_has_its_text() -> None:
    code = "".join(
        path.read_text(encoding="utf-8")
        for path in (ROOT / "src/casekit/setup").glob("*.py")
        if not path.name.startswith("words_")
    )
    made = {f"step{n}" for n in (1, 2, 3)} | {"more-instructor", "more-test"}
    silent = [
        key for key in TEXTS["en"]
        if key not in made and not key.startswith("doctor-") and f'"{key}"' not in code
    ]  # fmt: skip
    assert silent == []
    stages = {"none", "outdated", "broken"}
    names = set(re.findall(r'(?:yield|_tried\(|return) ?"(\w+)"', code)) | stages
    assert {f"doctor-{name}" for name in names & {"python", "path", "write", *stages}} <= set(
        TEXTS["en"]
    )


def test_the_room_needs_nothing_but_python() -> None:
    code = (
        "import sys; sys.path.insert(0, 'src'); import casekit.setup; print([name for name in "
        "sys.modules if name.partition('.')[0] not in sys.stdlib_module_names and not "
        "name.startswith(('casekit.setup', '__main__')) and name not in ('casekit', "
        "'casekit.errors')])"
    )
    told = subprocess.run(
        [sys.executable, "-I", "-S", "-c", code], cwd=ROOT, capture_output=True, text=True,
        check=True,
    )  # fmt: skip
    assert told.stdout.strip() == "[]"


def test_instructors_verbs_are_those_that_packs_lack() -> None:
    source = (ROOT / "src/casekit/cli/instructor_verbs.py").read_text(encoding="utf-8")
    verbs = re.findall(r"@app\.command\((?:\s*\"([\w-]+)\",)?[^@]*?\n    def (\w+)\(", source)
    assert sorted(name or function for name, function in verbs) == sorted(INSTRUCTORS_VERBS)


def test_a_home_that_cannot_be_written_has_its_cache_elsewhere(tmp_path: Path, monkeypatch) -> None:
    for name in [name for name in os.environ if name.startswith("PIP_")]:
        monkeypatch.delenv(name)
    pip = [sys.executable, "-c", "print(\"global.index-url='https://office/simple'\")"]
    for home, elsewhere in ((tmp_path, False), (tmp_path / "gone", True)):
        monkeypatch.setattr(Path, "home", lambda home=home: home)
        found = pip_settings(pip, dict(os.environ))
        assert found["PIP_INDEX_URL"] == "https://office/simple"
        assert ("PIP_CACHE_DIR" in found) is elsewhere


def test_certificates_of_the_system_are_added_for_an_old_pip(tmp_path: Path, monkeypatch) -> None:
    office = tmp_path / "office.pem"
    office.write_text("OFFICE")
    monkeypatch.setenv("SSL_CERT_FILE", str(office))
    monkeypatch.setattr(certificates, "mark", lambda name: tmp_path / name)
    monkeypatch.setattr(sys, "platform", "linux")
    found = {}
    for version in ("23.2.1", "24.2"):
        pip = tmp_path / f"pip-{version}-py3-none-any.whl"
        with zipfile.ZipFile(pip, "w") as archive:
            archive.writestr("pip/_vendor/certifi/cacert.pem", "OWN")
        found[version] = certificates.bundle(pip)
    assert found["23.2.1"].read_text() == "OWN\nOFFICE"
    assert found["24.2"] is None  # it asks the system itself


def test_start_command_suits_a_mac(tmp_path: Path) -> None:
    content = (ROOT / "start.command").read_bytes()
    assert content.startswith(b"#!/bin/sh\n") and b"\r" not in content
    assert "*.command text eol=lf" in (ROOT / ".gitattributes").read_text(encoding="utf-8")
    shutil.copy(ROOT / "start.command", tmp_path)
    for kit, python, words in (
        (False, "", ["unpacked", "не распакован"]),
        (True, "", ["no Python 3.11 or later", "нет Python 3.11"]),
        (True, "exit 1", ["no Python 3.11 or later", "нет Python 3.11"]),
        (True, 'if [ "$1" = start.py ]; then echo OPENED "$@"; fi', ["OPENED start.py --lang ru"]),
    ):
        if kit:
            (tmp_path / "start.py").touch()
        tools = tmp_path / "tools"
        tools.mkdir(exist_ok=True)
        for name in ("dirname", "sh"):
            (tools / name).unlink(missing_ok=True)
            (tools / name).symlink_to(shutil.which(name))
        if python:
            (tools / "python3.12").write_text(f"#!/bin/sh\n{python}\n")
            (tools / "python3.12").chmod(0o755)
        told = subprocess.run(
            ["/bin/sh", str(tmp_path / "start.command"), "--lang", "ru"],
            env={"PATH": str(tools)}, capture_output=True, encoding="utf-8", check=False,
        )  # fmt: skip
        assert all(word in told.stdout for word in words), told.stdout + told.stderr


@pytest.mark.parametrize(
    ("path", "stays"),
    [
        ("pandas/tests/io/test_csv.py", False), ("pandas/_testing/__init__.py", True),
        ("numpy/testing/__init__.py", True), ("numpy/_core/tests/test_x.py", False),
        ("jinja2/tests.py", True), ("babel/locale-data/en_GB.dat", True),
        ("babel/locale-data/eo.dat", False), ("babel/locale-data/root.dat", True),
        ("jupyterlab/staging/package.json", True), ("jupyterlab/static/1.js", False),
        ("../../../share/jupyter/lab/static/1.js", True),
        ("../../../share/jupyter/kernels/python3/kernel.json", True),
        ("../../share/jupyter/nbextensions/x.js", False),
        ("tomllib/tests/x.py", True), ("fontTools/misc/bezierTools.c", False),
    ],
)  # fmt: skip
def test_what_is_taken_out(path: str, stays: bool) -> None:
    assert is_needed(path) is stays


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
    marking = project["dependencies"] + project["optional-dependencies"]["instructor"]
    assert outside(marking, pins("requirements-instructor.lock")) == []
    tested = marking + project["optional-dependencies"]["test"]
    assert outside(tested, pins("requirements-test.lock")) == []


def test_a_pin_outside_its_range_is_noticed() -> None:
    locked = {"numpy": [Requirement("numpy==1.0")]}
    assert outside(["numpy>=1.26", "pandas>=2"], locked) == ["numpy>=1.26", "pandas>=2"]


@pytest.mark.parametrize(
    ("smaller", "larger"),
    [("requirements", "requirements-instructor"), ("requirements-instructor", "requirements-test")],
)
def test_locks_agree(smaller: str, larger: str) -> None:
    lab, tested = pins(f"{smaller}.lock"), pins(f"{larger}.lock")

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


@pytest.mark.parametrize(
    "name", ["requirements.lock", "requirements-instructor.lock", "requirements-test.lock"]
)
def test_locks_pin_by_hash_and_hold_no_address(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    assert not re.search(r"://|--index|--find-links|\bfile:", text)
    entries = re.split(r"\n(?=\S)", text.strip())
    assert all("==" in entry and "--hash=sha256:" in entry for entry in entries)
