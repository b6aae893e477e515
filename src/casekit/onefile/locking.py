"""Writes `browser.lock` anew: `python -m casekit.onefile.locking` in the kit's folder.

Versions of what Pyodide compiles, and of what that rests on, are Pyodide's own; all other
libraries are those that participants install (`requirements.lock`).
"""

from __future__ import annotations

import hashlib
import json
import re
import zipfile
from collections.abc import Iterator, Sequence
from email.parser import Parser
from pathlib import Path
from tempfile import TemporaryDirectory

from casekit.onefile.lock import LOCK_FILE, Carrier, Lock, LockedFile, lock_text
from casekit.onefile.registries import download_npm, download_pypi, members

PYODIDE = "314.0.3"
PYTHON = "3.14"
#: A package on PyPI that carries Pyodide whole; nothing of its own is taken.
CARRIER = ("open-webui", "0.12.4", "open_webui/frontend/pyodide/")

#: Files of the runtime with their licences.
CORE = {
    "pyodide.mjs": "MPL-2.0",
    "pyodide.asm.mjs": "MPL-2.0",
    "pyodide.asm.wasm": "MPL-2.0",
    "python_stdlib.zip": "PSF-2.0",
}

#: Libraries that Pyodide compiles, taken with what they depend on by its own lock.
COMPILED = ("numpy", "pandas", "scipy", "matplotlib", "pillow", "pydantic")
#: Libraries that casekit imports in a browser, and what these import, by `requirements.lock`.
PURE = (
    "anywidget", "asttokens", "attrs", "babel", "comm", "executing", "fluent-runtime",
    "fluent-syntax", "ipython", "ipython-pygments-lexers", "ipywidgets", "matplotlib-inline",
    "mypy-extensions", "pandera", "prompt-toolkit", "psygnal", "pure-eval", "pygments",
    "stack-data", "traitlets", "typeguard", "typing-inspect", "wcwidth", "xlsxwriter",
)  # fmt: skip
#: What JupyterLite adds, by name and version; None for the version in `requirements.lock`.
LABORATORY = {
    "jedi": "0.20.1",
    "jupyterlab-language-pack-ru-ru": None,
    "jupyterlab-widgets": None,
    "jupyterlite-core": "0.8.6",
    "jupyterlite-pyodide-kernel": "0.8.6",
    "parso": "0.8.7",
}
#: And of Pyodide's own.
LABORATORY_COMPILED = ("micropip",)


def pinned(requirements: str, name: str) -> tuple[str, list[str]]:
    """Version of a library in a requirements lock, and the sums that it allows."""
    joined = requirements.replace("\\\n", " ")
    found = re.search(rf"(?m)^{re.escape(name)}==(\S+)(.*)$", joined)
    if found is None:
        raise LookupError(f"requirements.lock does not hold {name}")
    return found[1], re.findall(r"--hash=sha256:([0-9a-f]{64})", found[2])


def licence_of(wheel: Path) -> str:
    """Licence that a wheel declares."""
    with zipfile.ZipFile(wheel) as bundle:
        place = next(n for n in bundle.namelist() if n.endswith(".dist-info/METADATA"))
        told = Parser().parsestr(bundle.read(place).decode("utf-8"))
    classified = [
        each.rsplit(" :: ", 1)[-1]
        for each in told.get_all("Classifier", [])
        if each.startswith("License ::") and not each.endswith("OSI Approved")
    ]
    declared = told.get("License", "").strip()
    short = declared if declared and "\n" not in declared and len(declared) < 60 else ""
    return told.get("License-Expression") or " AND ".join(classified) or short


def make_lock(root: Path) -> Lock:
    """The lock that the versions above give."""
    requirements = (root / "requirements.lock").read_text(encoding="utf-8")
    with TemporaryDirectory(prefix="casekit-") as name:
        folder = Path(name)
        npm = download_npm("pyodide", PYODIDE, folder)
        official = json.loads(members(npm, "package/", ["pyodide-lock.json"])["pyodide-lock.json"])
        carrier = Carrier(*CARRIER[:2], "pypi", CARRIER[2], *_carried(folder))
        carriers = (carrier, Carrier("pyodide", PYODIDE, "npm", "package/", *_told(npm)))
        files = [
            _locked("pyodide", PYODIDE, "core", file, content, CORE[file],
                    (carrier.name, "pyodide"))
            for file, content in members(npm, "package/", CORE).items()
        ]  # fmt: skip
        packages = official["packages"]
        files += _compiled(folder, packages, carrier, COMPILED, "library")
        have = {file.name for file in files}
        more = _compiled(folder, packages, carrier, LABORATORY_COMPILED, "laboratory")
        files += [file for file in more if file.name not in have]
        wanted = [(name, *pinned(requirements, name)) for name in PURE]
        files += _pure(folder, wanted, "library")
        beside: list[tuple[str, str, list[str]]] = [
            (name, version, []) if version else (name, *pinned(requirements, name))
            for name, version in LABORATORY.items()
        ]
        files += _pure(folder, beside, "laboratory")
    return Lock(PYODIDE, PYTHON, official["info"], carriers, tuple(files))


def _pure(
    folder: Path, wanted: list[tuple[str, str, list[str]]], part: str
) -> Iterator[LockedFile]:
    """Wheels of the index under their own names."""
    for name, version, sums in wanted:
        download_pypi([(name, version, sums)], PYTHON, folder)
        wheel = _wheel(folder, name, version)
        yield _locked(name, version, part, wheel.name, wheel.read_bytes(), licence_of(wheel))


def _compiled(
    folder: Path,
    packages: dict[str, dict[str, object]],
    carrier: Carrier,
    names: Sequence[str],
    part: str,
) -> list[LockedFile]:
    """Pyodide's own wheels with all they depend on, by the sums of its lock."""
    known = {_plain(name): told for name, told in packages.items()}
    taken: dict[str, dict[str, object]] = {}
    open_names = [*names]
    while open_names:
        name = _plain(open_names.pop())
        if name not in taken:
            taken[name] = known[name]
            open_names += [str(each) for each in known[name]["depends"]]  # type: ignore[attr-defined]
    wanted = [str(told["file_name"]) for told in taken.values()]
    found = members(next(folder.glob("open_webui-*.whl")), carrier.inside, wanted)
    files = []
    for name, told in taken.items():
        file = str(told["file_name"])
        if hashlib.sha256(found[file]).hexdigest() != told["sha256"]:
            raise LookupError(f"{file} of {carrier.name} is not what Pyodide's lock names")
        (folder / file).write_bytes(found[file])
        files.append(
            _locked(name, str(told["version"]), part, file, found[file],
                    licence_of(folder / file), (carrier.name,))
        )  # fmt: skip
    return files


def _carried(folder: Path) -> tuple[str, int]:
    """Sum and size of the carrier, as it comes: its files are held against Pyodide's own lock."""
    name, version, _ = CARRIER
    download_pypi([(name, version, ())], PYTHON, folder)
    return _told(_wheel(folder, name, version))


def _wheel(folder: Path, name: str, version: str) -> Path:
    found = [
        path
        for path in folder.glob("*.whl")
        if (_plain(path.name.split("-")[0]), path.name.split("-")[1]) == (_plain(name), version)
    ]
    return found[0]


def _locked(
    name: str, version: str, part: str, file: str, content: bytes, licence: str,
    carriers: tuple[str, ...] = (),
) -> LockedFile:  # fmt: skip
    sha256 = hashlib.sha256(content).hexdigest()
    return LockedFile(name, version, part, file, sha256, len(content), licence, carriers)


def _told(path: Path) -> tuple[str, int]:
    content = path.read_bytes()
    return hashlib.sha256(content).hexdigest(), len(content)


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


if __name__ == "__main__":
    top = Path.cwd()
    (top / LOCK_FILE).write_text(lock_text(make_lock(top)), encoding="utf-8", newline="\n")
