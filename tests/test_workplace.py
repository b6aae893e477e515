"""JupyterLab and the page where a computer is not as it should be: starts at once, busy ports,
the user's own settings, folders that cannot be written, libraries that are gone.
"""

from __future__ import annotations

import errno
import http.server
import json
import os
import re
import shutil
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from browser import FIRST, ROOT, environment
from fresh import NAMES

from casekit import language
from casekit.cli import broken, main
from casekit.errors import InvalidArgument, WorkplaceError
from casekit.page.ports import free_port, is_free
from casekit.setup.places import EXAMINED_VARIABLE
from casekit.workplace import doctor, lab, trials
from casekit.workplace.app import boards_file
from casekit.workplace.browsing import browse
from casekit.workplace.environment import prepare, try_writing, variables
from casekit.workplace.running import Register

#: Seconds that a busy computer may take.
PATIENCE = 90
#: What the page of each verb asks for.
SIGNS = {"lab": "jupyter-config-data", "app": "/open.js"}


@pytest.fixture
def kit(tmp_path: Path) -> Path:
    """A copy of what JupyterLab needs of the kit: the first notebook of each language."""
    for lang in language.LANGUAGES:
        folder = tmp_path / "kit" / "notebooks" / lang
        folder.mkdir(parents=True)
        shutil.copy(ROOT / "notebooks" / lang / f"{FIRST}.ipynb", folder)
    shutil.copy(ROOT / "start.py", tmp_path / "kit")
    return tmp_path / "kit"


class Start:
    """A start of lab or app, and what it says."""

    def __init__(self, kit: Path, *words: str, **more: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "casekit", *words],
            cwd=kit,
            env=environment(kit.parent, **more),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
        )
        self.patience = threading.Timer(PATIENCE, self.process.kill)
        self.patience.start()

    def address(self) -> str:
        """The address that is printed."""
        assert self.process.stdout is not None
        said = ""
        for line in self.process.stdout:
            said += line
            found = re.search(r"http://\S+", line)
            if found:
                return found[0]
        raise AssertionError(f"no address: {said}")

    def rest(self) -> str:
        """What it says until it ends by itself."""
        assert self.process.stdout is not None
        said = self.process.stdout.read()
        self.process.wait(PATIENCE)
        return said

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait(PATIENCE)
        assert self.process.stdout is not None
        self.process.stdout.close()
        self.patience.cancel()


@pytest.fixture
def start(kit: Path) -> Iterator:
    """Starts a verb in the kit; all are stopped at the end."""
    started = []

    def begin(*words: str, **more: str) -> Start:
        started.append(Start(kit, *words, **more))
        return started[-1]

    yield begin
    for each in started:
        each.stop()


def page(address: str | urllib.request.Request) -> str:
    """The page at an address, without anybody's proxy."""
    direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    with direct.open(address, timeout=PATIENCE) as answer:
        return answer.read().decode()


@pytest.mark.slow
@pytest.mark.parametrize("verb", ["lab", "app"])
def test_two_starts_at_once_lead_to_one_server_and_a_dead_one_is_none(verb: str, start) -> None:
    words = [verb, "--no-browser", "--lang", "en"]
    words += ["--data", str(ROOT / "data")] if verb == "app" else []
    both = [start(*words), start(*words)]
    first, second = (each.address() for each in both)
    assert first == second
    again = language.text(f"{verb}-again", lang="en", address=first)
    leads = [each for each in both if each.process.poll() is not None or not waits(each)]
    assert len(leads) == 1 and leads[0].process.wait(PATIENCE) == 0
    assert again.splitlines()[0][:40] in start(*words).rest()
    # Killed, it leaves its record behind.
    serving = next(each for each in both if each not in leads)
    serving.process.kill()
    # Those who asked have left no trace in its window.
    assert not re.search(r"\d{3} GET", serving.rest())
    third = start(*words).address()
    assert third != first and SIGNS[verb] in page(third)


def waits(each: Start) -> bool:
    """Whether a start goes on after it has printed its address."""
    try:
        each.process.wait(5)
    except subprocess.TimeoutExpired:
        return True
    return False


@pytest.mark.slow
def test_the_users_own_settings_and_home_change_nothing(start, kit: Path, tmp_path: Path) -> None:
    home, trap = tmp_path / "home", tmp_path / "trap"
    own = home / ".jupyter"
    (own / "labconfig").mkdir(parents=True)
    (own / "jupyter_server_config.py").write_text(
        'c.ServerApp.base_url = "/me/"\nc.ServerApp.ip = "0.0.0.0"\n'
        'c.ServerApp.contents_manager_class = "gone.Manager"\n',
        encoding="utf-8",
    )
    disabled = {"disabledExtensions": {"@jupyter-widgets/jupyterlab-manager": True}}
    (own / "labconfig" / "page_config.json").write_text(json.dumps(disabled), encoding="utf-8")
    spec = home / ".local" / "share" / "jupyter" / "kernels" / "python3"
    spec.mkdir(parents=True)
    (spec / "kernel.json").write_text('{"argv": ["gone"], "display_name": "G"}', encoding="utf-8")
    trap.mkdir()
    (trap / "jupyter_server.py").write_text("raise SystemExit('leaked')", encoding="utf-8")
    more = {
        "HOME": str(home),
        "PYTHONPATH": str(trap),
        "JUPYTER_CONFIG_DIR": str(own),
        "JUPYTER_TOKEN": "weak",
        "MPLBACKEND": "TkAgg",
    }
    address = start("lab", "--no-browser", "--lang", "en", **more).address()
    shown = page(address)
    told = json.loads(re.search(r'jupyter-config-data" type="application/json">(.*?)</', shown)[1])
    assert told["baseUrl"] == "/"
    assert "@jupyter-widgets/jupyterlab-manager" in str(told["federated_extensions"])
    assert "@jupyter-widgets/jupyterlab-manager" not in told.get("disabledExtensions", [])
    base, token = re.match(r"(http://localhost:(\d+))/", address), told["token"]
    assert token in address and token != "weak"
    listening = subprocess.run(["ss", "-ltnH"], capture_output=True, text=True, check=False).stdout
    assert f"0.0.0.0:{base[2]}" not in listening
    specs = json.loads(page(f"{base[1]}/api/kernelspecs?token={token}"))
    assert specs["kernelspecs"]["python3"]["spec"]["argv"][0] != "gone"


@pytest.mark.slow
def test_what_a_reader_chooses_is_kept_until_the_next_start(start) -> None:
    themes = "/lab/api/settings/@jupyterlab/apputils-extension:themes"

    def settings(address: str, chosen: bytes | None = None) -> str:
        base, token = address.split("/lab/")[0], address.split("token=")[1]
        how = {"Authorization": f"token {token}"}
        request = urllib.request.Request(base + themes, chosen, how)
        request.method = "PUT" if chosen else "GET"
        return page(request)

    begun = start("lab", "--no-browser", "--lang", "en")
    address = begun.address()
    assert "Dark" not in json.loads(settings(address))["raw"]
    chosen = {"raw": '{"theme": "JupyterLab Dark"}'}
    settings(address, json.dumps(chosen).encode())
    begun.process.terminate()
    begun.process.wait(PATIENCE)
    # In either language.
    again = start("lab", "--no-browser", "--lang", "ru").address()
    assert "Dark" in json.loads(settings(again))["raw"]


@pytest.mark.slow
def test_a_home_that_is_none_does_not_matter(start, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    address = start("lab", "--no-browser", HOME=str(tmp_path / "file")).address()
    assert "jupyter-config-data" in page(address)


@pytest.mark.skipif(os.name == "nt", reason="the browser here is a shell script")
@pytest.mark.parametrize("verb", ["lab", "app"])
def test_the_browser_is_opened_on_the_printed_address(verb: str, start, tmp_path: Path) -> None:
    script, log = tmp_path / "browser", tmp_path / "log"
    script.write_text(f'#!/bin/sh\necho "$1" > "{log}.part"; mv "{log}.part" "{log}"\n')
    script.chmod(0o755)
    words = ["--data", str(ROOT / "data")] if verb == "app" else []
    address = start(verb, *words, BROWSER=f"{script} %s").address()
    until = time.monotonic() + PATIENCE
    while not log.exists() and time.monotonic() < until:
        time.sleep(0.1)
    assert log.read_text(encoding="utf-8").strip() == address
    assert SIGNS[verb] in page(address)


def test_no_browser_is_a_line(lang: str, monkeypatch: pytest.MonkeyPatch) -> None:
    import webbrowser

    def nothing(using: str | None = None) -> None:
        raise webbrowser.Error("no browser")

    said: list[str] = []
    monkeypatch.setattr(webbrowser, "get", nothing)
    browse("http://localhost:1/", said.append).join(PATIENCE)
    monkeypatch.setattr(webbrowser, "get", lambda: webbrowser.GenericBrowser("w3m"))
    browse("http://localhost:1/", said.append).join(PATIENCE)
    monkeypatch.setattr(webbrowser, "get", lambda: webbrowser.GenericBrowser("/no/such/thing"))
    browse("http://localhost:1/", said.append).join(PATIENCE)
    assert len(said) == 3
    assert set(said) == {language.text("browser-none")}


@pytest.mark.parametrize(
    ("family", "address"), [(socket.AF_INET, "127.0.0.1"), (socket.AF_INET6, "::1")]
)
def test_a_port_taken_in_one_family_is_taken(family: int, address: str) -> None:
    with socket.socket(family) as other:
        other.bind((address, 0))
        other.listen()
        port = other.getsockname()[1]
        assert not is_free(port)
        assert free_port(port) > port


def test_no_port_at_all_is_said(monkeypatch: pytest.MonkeyPatch, lang: str) -> None:
    monkeypatch.setattr("casekit.page.ports.is_free", lambda port: False)
    with pytest.raises(InvalidArgument, match="8937"):
        free_port(8888)


class Anything(http.server.BaseHTTPRequestHandler):
    """A server of somebody else's, which says the same to everybody."""

    code = 404

    def do_GET(self) -> None:
        self.send_response(self.code)
        self.end_headers()

    def log_message(self, *words: object) -> None:
        """Nothing: a test's output is pytest's."""


@pytest.mark.parametrize("code", [200, 403, 404])
def test_a_record_whose_port_belongs_to_somebody_else_is_stale(
    code: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CASEKIT_STATE", str(tmp_path))
    monkeypatch.setattr(Anything, "code", code)
    register = Register("lab", "here")
    assert register.answering() is None
    with http.server.HTTPServer(("127.0.0.1", 0), Anything) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        base = f"http://127.0.0.1:{server.server_port}"
        with register.turn():
            register.write(f"{base}/lab", base, "secret")
        assert register.answering() is None
        server.shutdown()
    record = next((tmp_path / "running").glob("*.json"))
    assert os.name == "nt" or record.stat().st_mode & 0o077 == 0
    record.write_text("[half", encoding="utf-8")
    assert register.answering() is None
    register.forget()
    assert record.exists()  # not what was written


def test_boards_of_the_page_lie_with_the_notebooks_of_the_kit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a set-up makes anew, the environment, is no place for them."""
    monkeypatch.delenv("CASEKIT_STATE", raising=False)
    (tmp_path / "notebooks" / "ru").mkdir(parents=True)
    (tmp_path / "start.py").touch()
    monkeypatch.chdir(tmp_path / "notebooks" / "ru")
    assert boards_file() == tmp_path / "notebooks" / "my_boards.sqlite"
    monkeypatch.setenv("CASEKIT_STATE", str(tmp_path / "state"))
    assert boards_file() is None


@pytest.mark.parametrize(
    ("code", "key"),
    [
        (errno.EROFS, "place-closed"),
        (errno.EACCES, "place-closed"),
        (errno.ENOSPC, "place-full"),
        (errno.EIO, "place-fault"),
    ],
)
def test_a_folder_that_takes_no_file_is_said(
    code: int, key: str, tmp_path: Path, lang: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path, content: bytes) -> int:
        path.touch()
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(Path, "write_bytes", refuse)
    with pytest.raises(WorkplaceError) as told:
        try_writing(tmp_path)
    why = os.strerror(code)
    assert str(told.value) == language.text(key, folder=str(tmp_path), why=why)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    "verb", ["lab", *(pytest.param(verb, marks=pytest.mark.slow) for verb in ("app", "doctor"))]
)
def test_an_environment_that_cannot_be_written_is_one_line_and_code_1(
    verb: str, start, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    begun = start(verb, "--lang", "ru", CASEKIT_STATE=str(tmp_path / "file" / "state"))
    said = begun.rest()
    assert begun.process.returncode == 1
    told = language.text("place-fault", lang="ru", folder="", why="").partition("»")[0]
    assert told[:20] in said and "Traceback" not in said
    assert language.text("doctor-well", lang="ru") not in said


def test_brackets_in_the_path_are_said(lang: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "prefix", "/home/anna/case[1]/.venv")
    with pytest.raises(WorkplaceError) as told:
        prepare()
    folder = "/home/anna/case[1]/.venv"
    assert str(told.value) == language.text("place-brackets", folder=folder)


def test_without_a_package_the_doctor_names_it_and_does_not_say_all_is_well(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, lang: str, capsys
) -> None:
    monkeypatch.setenv("CASEKIT_STATE", str(tmp_path))
    monkeypatch.setattr(trials, "_broken", lambda modules: ["pandas: ImportError: half of it"])
    with pytest.raises(SystemExit) as stop:
        main(["doctor", "--lang", lang])
    said = capsys.readouterr().out
    assert stop.value.code == 1
    assert "pandas: ImportError: half of it" in said
    assert language.text("doctor-packages-advice") in " ".join(said.split())
    assert language.text("doctor-well") not in said and "Traceback" not in said


def test_modules_that_are_gone_break_or_kill_are_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "halved.py").write_text("def f(:", encoding="utf-8")
    (tmp_path / "killer.py").write_text("import os; os._exit(9)", encoding="utf-8")
    ours = {**variables(), "PYTHONPATH": str(tmp_path)}
    monkeypatch.setattr(trials.environment, "variables", lambda: ours)
    faults = trials._broken(["json", "gone_library", "halved", "killer"])
    assert [fault.split(":")[0] for fault in faults] == ["gone_library", "halved", "killer"]
    assert trials._broken(["json"]) == []


def test_the_doctor_survives_whatever_a_look_meets(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trials, "packages", lambda: "all")
    for name in ("font", "kernel", "lab"):

        def fail(name: str = name) -> str:
            raise RecursionError(name)

        monkeypatch.setattr(trials, name, fail)
    found = {each.name: each for each in doctor.examine()}
    assert [found[name].well for name in ("font", "kernel", "lab", "kit")] == [False] * 3 + [True]
    assert "RecursionError: lab" in found["lab"].found
    # Of what start.py has told already nothing is told twice.
    monkeypatch.setenv(EXAMINED_VARIABLE, "1")
    assert set(found) - {each.name for each in doctor.examine()} == {"python", "space"}


def test_a_lab_that_does_not_start_is_told_by_its_last_line(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for code, told in (("raise ValueError('port')", "ValueError: port"), ("", "no answer")):
        monkeypatch.setattr(trials, "_LAB", code)
        with pytest.raises(trials.TrialFailure, match=told):
            trials.lab()


def test_without_a_library_of_the_command_line_itself_there_is_one_line(
    lang: str, tmp_path: Path
) -> None:
    # `-S` leaves out every library; what is ours is found all the same.
    done = subprocess.run(
        [sys.executable, "-S", "-m", "casekit", "doctor", "--lang", lang],
        env={**os.environ, "PYTHONPATH": str(ROOT / "src"), "PYTHONIOENCODING": "utf-8"},
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 1 and done.stdout == ""
    assert len(done.stderr.splitlines()) == 1
    why = re.search(r"No module named '(\w+)[\w.]*'", done.stderr)
    assert why and done.stderr.strip() == language.text("cli-library", name=why[1], why=why[0])


def test_the_line_without_libraries_is_the_line_with_them(
    lang: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "argv", ["casekit", "lab", "--lang", lang])
    assert broken.told("typer", "why") == language.text("cli-library", name="typer", why="why")


def test_jupyterlab_knows_every_setting_that_the_kit_gives(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lab, "state_folder", lambda: tmp_path)
    given = json.loads((lab._settings_folder("ru") / "overrides.json").read_text("utf-8"))
    schemas = Path(sys.prefix, "share", "jupyter", "lab", "schemas")
    for plugin, settings in given.items():
        package, name = plugin.split(":")
        schema = json.loads((schemas / package / f"{name}.json").read_text("utf-8"))
        assert set(settings) <= set(schema["properties"])
    # Or who runs a cell before its kernel has come is asked which kernel to take.
    assert given["@jupyterlab/notebook-extension:tracker"]["autoStartDefaultKernel"] is True


def test_a_notebook_that_somebody_deleted_is_named_and_a_renamed_one_is_not(
    tmp_path: Path, lang: str
) -> None:
    assert list(lab.NOTEBOOKS) == list(NAMES)
    for name in NAMES:
        (tmp_path / f"{name}.ipynb").touch()
    assert lab.missing_notebooks(tmp_path) == []
    (tmp_path / "05_what_if.ipynb").rename(tmp_path / "05_mine.ipynb")
    (tmp_path / "03_what_the_hours_bring.ipynb").unlink()
    gone = lab.missing_notebooks(tmp_path)
    assert gone == ["03_what_the_hours_bring"]
    told = language.text("lab-missing", files=gone[0], count=1, folder="notebooks")
    assert gone[0] in told and "archive" in language.text(
        "lab-missing", lang="en", files=gone[0], count=2, folder="notebooks"
    )


@pytest.mark.slow
def test_a_start_says_which_notebooks_are_gone(start) -> None:
    server = start("lab", "--no-browser", "--lang", "en")
    assert server.process.stdout is not None
    said = server.process.stdout.readline()
    assert "07_nine_months_later.ipynb" in said and "notebooks/en" in said
