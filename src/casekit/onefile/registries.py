"""Packages of registries, got by the registries' own clients."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Iterable, Sequence
from pathlib import Path

from casekit.errors import InvalidArgument

__all__ = ["download_npm", "download_pypi", "members", "npm_client"]


def download_pypi(wanted: Sequence[tuple[str, str, Sequence[str]]], python: str, to: Path) -> None:
    """Have pip download wheels without compiled code.

    Parameters
    ----------
    wanted
        Name, version and SHA-256 sums one of which the wheel must have; any if there is none.
    python
        Python the wheels are for, such as "3.14".
    to
        Folder for the wheels.

    Raises
    ------
    InvalidArgument
        If one cannot be had.
    """
    asked = to / "wanted.txt"
    asked.write_text(
        "".join(
            f"{name}=={version} {' '.join(f'--hash=sha256:{each}' for each in hashes)}\n"
            for name, version, hashes in wanted
        ),
        encoding="utf-8",
    )
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-input", "--no-deps"]
    command += ["--disable-pip-version-check", "--only-binary", ":all:"]
    if all(hashes for _, _, hashes in wanted):
        command.append("--require-hashes")
    # A carrier runs on another Python than the one whose files it holds.
    command += ["--ignore-requires-python", "--python-version", python]
    command += ["--implementation", "py", "--abi", "none", "--platform", "any"]
    done = subprocess.run(
        [*command, "--dest", str(to), "--requirement", str(asked)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
    )
    asked.unlink()
    if done.returncode:
        reason = (done.stderr.strip().splitlines() or ["pip"])[-1]
        raise InvalidArgument("one-file-pip", found=reason)


def npm_client() -> str | None:
    """The program npm; None if this computer has none."""
    return shutil.which("npm")


def download_npm(name: str, version: str, to: Path) -> Path:
    """Have npm download a package; nothing of it is run.

    Raises
    ------
    InvalidArgument
        If it cannot be had.
    """
    done = subprocess.run(
        [npm_client() or "npm", "pack", f"{name}@{version}", "--json", "--ignore-scripts"],
        cwd=to,
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
    )
    if done.returncode:
        reason = (done.stderr.strip().splitlines() or ["npm"])[-1]
        raise InvalidArgument("one-file-npm", found=reason)
    return to / str(json.loads(done.stdout)[0]["filename"])


def members(package: Path, inside: str, names: Iterable[str]) -> dict[str, bytes]:
    """Files of a folder in a package that was downloaded; those that it lacks are left out."""
    if package.suffix == ".whl":
        with zipfile.ZipFile(package) as bundle:
            present = set(bundle.namelist())
            return {n: bundle.read(inside + n) for n in names if inside + n in present}
    with tarfile.open(package) as archive:
        found = {}
        for name in names:
            try:
                file = archive.extractfile(inside + name)
            except KeyError:
                continue
            if file is not None:
                found[name] = file.read()
        return found
