"""Where the browser's Python comes from: a folder, what was fetched before, PyPI, npm.

Whatever the place, a file is taken only if it has the bytes that `browser.lock` names.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

from casekit.errors import InvalidArgument
from casekit.language import text
from casekit.notebook import state_folder
from casekit.onefile.lock import Carrier, Lock, LockedFile
from casekit.onefile.registries import download_npm, download_pypi, members, npm_client

__all__ = ["gather", "keep", "kept_folder"]

Tell = Callable[[str], None]


def kept_folder() -> Path:
    """Where fetched files are kept, so that the next file is made without a network."""
    return state_folder() / "browser"


def gather(
    lock: Lock, wanted: Iterable[LockedFile], given: Path | None, tell: Tell
) -> dict[str, bytes]:
    """Content of locked files by their names.

    Parameters
    ----------
    lock
        Says where each can come from.
    wanted
        The files.
    given
        A folder with the official distribution, unpacked; wheels of the index may lie there too.
    tell
        Takes a line of text before anything is fetched.

    Raises
    ------
    InvalidArgument
        If the folder is none or holds another version, or a file cannot be had; the message
        names each and what to do.
    """
    if given is not None and not given.is_dir():
        raise InvalidArgument("one-file-folder", folder=str(given))
    found: dict[str, bytes] = {}
    missing = list(wanted)
    for folder, official in ((given, True), (kept_folder(), False)):
        if folder is not None:
            found |= _in_folder(folder, missing, official)
            missing = [file for file in missing if file.file not in found]
    if missing:
        found |= _fetched(lock, missing, given, tell)
    return found


def _in_folder(folder: Path, wanted: Iterable[LockedFile], official: bool) -> dict[str, bytes]:
    """Files that lie in a folder and are what the lock names."""
    found, others = {}, []
    for file in wanted:
        path = folder / file.file
        if path.is_file():
            content = path.read_bytes()
            if _is(file, content):
                found[file.file] = content
            else:
                others.append(file.file)
    if official and others:
        # Another version beside the lock's would pass for it by its name.
        raise InvalidArgument("one-file-another", folder=str(folder), files=", ".join(others))
    return found


def _fetched(
    lock: Lock, missing: list[LockedFile], given: Path | None, tell: Tell
) -> dict[str, bytes]:
    """Files of the registries, kept for the next time."""
    found: dict[str, bytes] = {}
    reasons: list[str] = []
    with TemporaryDirectory(prefix="casekit-") as name:
        for registry in (_from_carriers("pypi"), _of_their_own, _from_carriers("npm")):
            left = [file for file in missing if file.file not in found]
            if left:
                try:
                    found |= registry(lock, left, Path(name), tell)
                except InvalidArgument as error:
                    reasons.append(str(error))
    left = [file for file in missing if file.file not in found]
    keep({file.file: found[file.file] for file in missing if file.file in found})
    if left:
        raise InvalidArgument(
            "one-file-missing" if given is None else "one-file-missing-folder",
            files="\n".join(f"    {file.file}" for file in left),
            count=len(left),
            pyodide=lock.pyodide,
            reasons="\n".join(f"    {reason}" for reason in dict.fromkeys(reasons)),
            folder=str(given),
        )
    return found


def _from_carriers(
    registry: str,
) -> Callable[[Lock, list[LockedFile], Path, Tell], dict[str, bytes]]:
    """Fetches what lies in packages of others on a registry."""

    def fetch(lock: Lock, files: list[LockedFile], to: Path, tell: Tell) -> dict[str, bytes]:
        found: dict[str, bytes] = {}
        for carrier in lock.carriers:
            carried = [file for file in files if carrier.name in file.carriers]
            if carrier.registry == registry and carried:
                if registry == "npm" and npm_client() is None:
                    raise InvalidArgument("one-file-no-npm")
                tell(text("one-file-fetch", name=carrier.name, megabytes=_megabytes([carrier])))
                package = _package(carrier, lock.python, to)
                names = [file.file for file in carried]
                inside = members(package, carrier.inside, names)
                found |= {f.file: inside[f.file] for f in carried if _is(f, inside.get(f.file))}
        return found

    return fetch


def _of_their_own(lock: Lock, files: list[LockedFile], to: Path, tell: Tell) -> dict[str, bytes]:
    """Fetches wheels that lie on PyPI under their own names."""
    own = [file for file in files if not file.carriers]
    if own:
        tell(text("one-file-fetch", name="PyPI", megabytes=_megabytes(own)))
        download_pypi([(f.name, f.version, [f.sha256]) for f in own], lock.python, to)
    return _in_folder(to, own, official=False)


def _package(carrier: Carrier, python: str, to: Path) -> Path:
    if carrier.registry == "npm":
        return download_npm(carrier.name, carrier.version, to)
    before = set(to.iterdir())
    download_pypi([(carrier.name, carrier.version, [carrier.sha256])], python, to)
    return next(path for path in to.iterdir() if path not in before)


def keep(files: dict[str, bytes]) -> None:
    """Keep what was fetched or made; where that may not be written, it is fetched again."""
    folder = kept_folder()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in files.items():
            partial = folder / f".{name}.part"
            partial.write_bytes(content)
            partial.replace(folder / name)
    except OSError:
        return


def _is(file: LockedFile, content: bytes | None) -> bool:
    return content is not None and hashlib.sha256(content).hexdigest() == file.sha256


def _megabytes(files: Iterable[LockedFile | Carrier]) -> int:
    return max(1, round(sum(file.size for file in files) / 2**20))
