"""The environment: how it stands, and how it is made, mended or renewed."""

from __future__ import annotations

import errno
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from casekit.setup import before, manifest
from casekit.setup.installing import failure, has_pip, install, run_step
from casekit.setup.other_python import wheels_fit
from casekit.setup.package import make_known
from casekit.setup.places import (
    DOWNLOAD_MB,
    ENVIRONMENT,
    HERE,
    KINDS,
    LOCKS,
    PYTHON,
    VERSION,
    kinds_within,
    mark,
)
from casekit.setup.pruning import prune
from casekit.setup.sources import listed, write_down_sources
from casekit.setup.surroundings import clean
from casekit.setup.warming import warm
from casekit.setup.words import Stop, say, word

__all__ = ["EnvironmentState", "look", "set_up"]


@dataclass(frozen=True)
class EnvironmentState:
    """How the environment stands.

    Parameters
    ----------
    stage
        `ready`, `none` (never made), `broken` (its Python does not start), `outdated` (made for
        another state of the kit, or not finished) or `damaged`.
    damaged
        Libraries of which files are gone or cut short.
    files
        How many files are whole.
    """

    stage: str
    damaged: tuple[str, ...] = ()
    files: int = 0


def _ready(kind: str) -> Path:
    return ENVIRONMENT / f"ready.{kind}"


def _digest(kind: str) -> str:
    """What a finished set-up of the kit, as it is now, is known by."""
    digest = hashlib.sha256()
    for name in ("pyproject.toml", LOCKS["lab"], LOCKS[kind]):
        if not (HERE / name).is_file():
            raise Stop("files", listed=word("gone", file=name))
        digest.update((HERE / name).read_bytes())
    return digest.hexdigest()


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""


def _written_down() -> dict[str, Any]:
    try:
        found = json.loads(_text(mark("files")))
        return found if isinstance(found, dict) and "folders" in found else {}
    except ValueError:
        return {}


def _stamp() -> str:
    """What tells that the Python behind the environment is the same: its place, size and time."""
    config = re.search(r"(?m)^home *= *(.+)$", _text(ENVIRONMENT / "pyvenv.cfg"))
    real = Path(config[1].strip(), "python.exe") if os.name == "nt" and config else PYTHON.resolve()
    try:
        told = real.stat()
        own = PYTHON.stat().st_size
    except OSError:
        return ""
    return f"{real} {told.st_size} {told.st_mtime_ns} {own}"


def _version() -> str:
    """Version of the environment's Python, or "" if it does not start."""
    code = "import sys; sys.stdout.write('%d.%d' % sys.version_info[:2])"
    try:
        return subprocess.check_output(
            [str(PYTHON), "-c", code], env=clean(), stdin=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL, encoding="ascii",
        )  # fmt: skip
    except (OSError, subprocess.CalledProcessError, UnicodeError):
        return ""


def look(kind: str) -> EnvironmentState:
    """How the environment stands for this kind of start."""
    digest, _, version = _text(_ready(kind)).partition(" ")
    written = _written_down()
    if not ENVIRONMENT.is_dir() or not (PYTHON.is_symlink() or PYTHON.exists()):
        return EnvironmentState("none")
    # Asking Python itself takes longer than all else here; it is asked when it is another one.
    stamp = _stamp()
    if written.get("python") != stamp and (not stamp or not _version()):
        return EnvironmentState("broken")
    if digest != _digest(kind) or not written:
        return EnvironmentState("outdated")
    if written.get("python") != stamp and version != _version():
        return EnvironmentState("broken")
    damaged = {*manifest.owners_of(manifest.differing(written["folders"]))}
    damaged |= {*_text(mark("ill")).split()}  # the doctor has read them through
    if damaged:
        return EnvironmentState("damaged", tuple(sorted(damaged)))
    return EnvironmentState("ready", files=sum(map(len, written["folders"].values())))


def set_up(kind: str) -> None:
    """Make, mend or renew the environment; what is sound in it stays.

    Raises
    ------
    Stop
        If something stands in the way that a person must mend.
    """
    before.check_python()
    before.check_folder()
    ENVIRONMENT.mkdir(parents=True, exist_ok=True)
    with mark("lock").open("ab") as guard:
        os.set_inheritable(guard.fileno(), True)
        _take_turn(guard)
        condition = look(kind)
        if condition.stage == "ready":  # another start has just done it
            return
        begun = time.time()
        say(_opening(kind, condition))
        sound = _make_sound(kind, condition)
        if condition.stage != "damaged" or set(condition.damaged) != {"casekit"}:
            mark("half").touch()
            install(kind)
        _finish(kind, sound)
        mark("half").unlink(missing_ok=True)
        say(word("done", seconds=int(time.time() - begun)))


def _opening(kind: str, condition: EnvironmentState) -> str:
    """What is about to happen, in a line."""
    if condition.stage == "damaged":
        return word("mend", listed=listed(list(condition.damaged)))
    if not mark("log").exists():
        first = "first-offline" if wheels_fit() else "first-online"
        return word(first, download=DOWNLOAD_MB[kind])
    if kind != "lab" and look("lab").stage == "ready":
        return word(f"more-{kind}")
    return word("again")


def _make_sound(kind: str, condition: EnvironmentState) -> list[str]:
    """Leave of the environment what is sound, and make it if nothing is.

    Returns
    -------
    list of str
        Libraries that an earlier set-up wrote down.
    """
    # An environment that no record of this kit tells of, nor one half made, is begun anew.
    told = bool(_written_down()) or mark("half").exists()
    keep = condition.stage not in ("none", "broken") and told and _version() == VERSION
    earlier: list[str] = []
    if keep:
        site = manifest.site_packages()
        found = manifest.infos(site)
        earlier = [manifest.name_of(info) for info in found] if _written_down() else []
        spoilt = {manifest.name_of(info) for info in found if not manifest.is_whole(info)}
        manifest.remove(site, {*spoilt, *condition.damaged})
        for left in site.glob("~*"):  # pip's own, from an exchange that was cut short
            shutil.rmtree(left, ignore_errors=True)
        keep = (ENVIRONMENT / "pyvenv.cfg").is_file() and "venv" not in condition.damaged
    for path in ENVIRONMENT.iterdir():
        ours = path.name.startswith(("ready.", "setup."))
        kept = path in (mark("lock"), mark("owners"), mark("cache"))
        if not kept and (ours or not keep):
            shutil.rmtree(path) if path.is_dir() and not path.is_symlink() else path.unlink()
    if keep:
        return earlier
    before.check_room(kind)
    base = getattr(sys, "_base_executable", sys.executable)  # the one deleted may be ours
    how = ["--without-pip"] if has_pip() else []
    code, line, output = run_step("step1", [base, "-m", "venv", *how, str(ENVIRONMENT)])
    if code:
        raise failure(line, output, kind, "other", {})
    return []


def _finish(kind: str, earlier: list[str]) -> None:
    """Take out what nobody needs, make the package known, try it, write all down."""
    begun = time.time()
    site = manifest.site_packages()
    wanted = {"casekit", *_locked()}
    manifest.remove(site, {name for name in earlier if name not in wanted})
    prune(site, manifest.infos(site))
    make_known(site)
    code, output = warm()
    line = word("step3", seconds=int(time.time() - begun))
    say(line)
    if code:
        with mark("log").open("a", encoding="utf-8") as log:
            log.write(output)
        raise failure(line, output, kind, "other", {})
    for folder in (mark("cache"), mark("asked")):
        shutil.rmtree(folder, ignore_errors=True)
    manifest.write_down(site, _stamp())
    write_down_sources()
    for each in kinds_within(kind):  # last of all: what is cut short before stays unfinished
        if (HERE / LOCKS[each]).is_file():
            _ready(each).write_text(f"{_digest(each)} {VERSION}", encoding="utf-8")


def _locked() -> set[str]:
    """Libraries of all locks that there are."""
    names: set[str] = set()
    for kind in KINDS:
        names |= set(re.findall(r"(?m)^([\w.-]+)(?===)", _text(HERE / LOCKS[kind])))
    return {manifest.canonical(name) for name in names}


def _take_turn(guard: BinaryIO) -> None:
    """Wait while another start sets up this folder; the system frees the lock with its process."""
    waiting = False
    while True:
        try:
            if sys.platform == "win32":
                import msvcrt

                msvcrt.locking(guard.fileno(), msvcrt.LK_NBLCK, 1)
            else:
                import fcntl

                fcntl.flock(guard, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            if error.errno in (errno.EAGAIN, errno.EACCES, errno.EDEADLK):
                if not waiting:
                    say(word("wait"))
                waiting = True
                time.sleep(0.3)
                continue
            # A network disk that knows no locks.
        return
