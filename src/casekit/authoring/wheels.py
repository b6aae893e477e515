"""Wheels of the lock's libraries, for packs that are installed without internet."""

from __future__ import annotations

import hashlib
import json
import re
import subprocess
import sys
import urllib.request
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from packaging.markers import Marker

from casekit.errors import InvalidArgument

__all__ = ["PYTHON", "SYSTEMS", "Target", "Wheels", "fetch", "find_wheels", "read_targets"]

#: Python whose wheels are fetched unless another is asked for: the one `start.cmd` tells people
#: without Python to install.
PYTHON = "3.13"


def _macos(of_version_11: tuple[str, ...], of_version_10: tuple[str, ...]) -> tuple[str, ...]:
    newer = [f"macosx_{n}_0_{kind}" for n in (14, 13, 12, 11) for kind in of_version_11]
    older = [f"macosx_10_{n}_{kind}" for n in (15, 13, 12, 9) for kind in of_version_10]
    return (*newer, *older)


#: Platform tags of a system by processor, the newest first.
SYSTEMS: dict[str, dict[str, tuple[str, ...]]] = {
    "windows": {"AMD64": ("win_amd64",)},
    "macos": {
        "arm64": _macos(("arm64", "universal2"), ("universal2",)),
        "x86_64": _macos(("x86_64", "universal2"), ("x86_64", "universal2")),
    },
    "linux": {
        "x86_64": (
            *(f"manylinux_2_{glibc}_x86_64" for glibc in (35, 34, 31, 28, 27, 26, 24, 17, 12, 5)),
            *(f"manylinux{year}_x86_64" for year in ("2014", "2010", "1")),
        ),
    },
}
# Values of the environment markers that the lock uses.
_MARKED = {
    "windows": {"sys_platform": "win32", "os_name": "nt", "platform_system": "Windows"},
    "macos": {"sys_platform": "darwin", "os_name": "posix", "platform_system": "Darwin"},
    "linux": {"sys_platform": "linux", "os_name": "posix", "platform_system": "Linux"},
}


@dataclass(frozen=True)
class Target:
    """A system with a Python, such as Windows with 3.13."""

    system: str
    python: str

    @property
    def latest(self) -> str:
        """A late patch version, as people install; a few libraries refuse the first ones."""
        return f"{self.python}.99"


@dataclass(frozen=True)
class Wheels:
    """Wheels that targets need: file name to the address and the size in bytes."""

    files: dict[str, tuple[str, int]]
    hashes: frozenset[str]
    python: str = PYTHON

    @property
    def megabytes(self) -> int:
        """Size of all files together."""
        return round(sum(size for _, size in self.files.values()) / 2**20)


def read_targets(words: Sequence[str]) -> list[Target]:
    """Targets as people write them: `windows,macos` or `linux-3.12`.

    Raises
    ------
    InvalidArgument
        If a system or a Python is not known.
    """
    targets = []
    for word in filter(None, (part.strip() for text in words for part in text.split(","))):
        system, _, python = word.lower().partition("-")
        if system not in SYSTEMS or not re.fullmatch(r"3\.(1[1-9])", python or PYTHON):
            allowed = ", ".join([*SYSTEMS, f"windows-{PYTHON}"])
            raise InvalidArgument("pack-wheels-unknown", found=word, allowed=allowed)
        targets.append(Target(system, python or PYTHON))
    return list(dict.fromkeys(targets))


def find_wheels(lock: Path, targets: Iterable[Target]) -> Wheels:
    """Wheels of the lock's libraries for some targets, each once; nothing is fetched yet.

    Parameters
    ----------
    lock
        Lock file with markers and hashes.
    targets
        Systems and Pythons.

    Raises
    ------
    InvalidArgument
        If a library has no wheel for a target, or no index can be reached.
    """
    files: dict[str, tuple[str, int]] = {}
    targets = list(targets)
    for target in targets:
        for machine, platforms in SYSTEMS[target.system].items():
            for address in _resolve(_needed(lock, target, machine), target, platforms):
                name = address.rsplit("/", 1)[-1].partition("#")[0]
                if name not in files:
                    files[name] = (address, _size(address))
    hashes = re.findall(r"--hash=sha256:([0-9a-f]{64})", lock.read_text(encoding="utf-8"))
    pythons = list(dict.fromkeys(target.python for target in targets))
    return Wheels(dict(sorted(files.items())), frozenset(hashes), " / ".join(pythons) or PYTHON)


def _needed(lock: Path, target: Target, machine: str) -> str:
    """Lines of the lock that a target needs, with markers evaluated.

    pip would answer markers for the computer it runs on and not for the target.
    """
    environment = {
        **_MARKED[target.system],
        "platform_machine": machine,
        "python_version": target.python,
        "python_full_version": target.latest,
        "implementation_name": "cpython",
        "platform_python_implementation": "CPython",
    }
    kept = []
    joined = lock.read_text(encoding="utf-8").replace("\\\n", " ")
    for line in joined.splitlines():
        match = re.match(r"([\w.-]+==[^\s;]+)\s*(?:;\s*(.*?))?\s*(--hash=.*)$", line)
        if match and (not match[2] or Marker(match[2]).evaluate(environment)):
            kept.append(f"{match[1]} {match[3]}")
    return "\n".join(kept) + "\n"


def _resolve(needed: str, target: Target, platforms: tuple[str, ...]) -> list[str]:
    """Addresses of the wheels that pip would take on a target."""
    abi = "cp" + target.python.replace(".", "")
    with TemporaryDirectory(prefix="casekit-") as folder:
        wanted = Path(folder, "needed.txt")
        wanted.write_text(needed, encoding="utf-8")
        command = [sys.executable, "-m", "pip", "install", "--quiet", "--no-input", "--dry-run"]
        command += ["--ignore-installed", "--no-deps", "--report", "-", "--only-binary", ":all:"]
        command += ["--disable-pip-version-check", "--require-hashes", "--target", folder]
        # pip would compare with this computer's Python; the markers are evaluated already.
        command += ["--ignore-requires-python"]
        command += ["--python-version", target.latest, "--implementation", "cp"]
        for tag in (abi, "abi3", "none"):
            command += ["--abi", tag]
        for platform in platforms:
            command += ["--platform", platform]
        told = subprocess.run(
            [*command, "-r", str(wanted)], capture_output=True, text=True, encoding="utf-8"
        )
    if told.returncode:
        reason = (told.stderr.strip().splitlines() or ["pip"])[-1]
        name = f"{target.system}-{target.python}"
        raise InvalidArgument("pack-wheels-missing", target=name, found=reason)
    return [each["download_info"]["url"] for each in json.loads(told.stdout)["install"]]


def _size(address: str) -> int:
    """Size of a file in bytes by a HEAD request; 0 if the server does not say."""
    request = urllib.request.Request(address.partition("#")[0], method="HEAD")
    try:
        with urllib.request.urlopen(request, timeout=60) as answer:
            return int(answer.headers.get("Content-Length") or 0)
    except OSError as error:
        raise InvalidArgument("pack-wheels-net", found=f"{error}.") from None


def fetch(address: str, hashes: frozenset[str]) -> bytes:
    """Content of a wheel, checked against the hashes of the lock.

    Raises
    ------
    InvalidArgument
        If it cannot be fetched, or is not what the lock names.
    """
    try:
        with urllib.request.urlopen(address.partition("#")[0], timeout=300) as answer:
            content: bytes = answer.read()
    except OSError as error:
        raise InvalidArgument("pack-wheels-net", found=f"{error}.") from None
    if hashlib.sha256(content).hexdigest() not in hashes:
        raise InvalidArgument("pack-wheel-changed", file=address.rsplit("/", 1)[-1])
    return content
