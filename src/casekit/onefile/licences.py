"""Whose work the file carries, and under which licence: told in the page, as licences ask."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from casekit.onefile.lock import Lock

__all__ = ["licences_of"]

#: Written by the build of the page's program: the same for the libraries in it.
BUNDLED_FILE = "licences.json"
_TEXT = re.compile(r"\.dist-info/(licenses/.+|(LICEN[CS]E|COPYING|NOTICE|AUTHORS)[^/]*)$", re.I)

#: Whose file has the words of a licence that some name and leave out.
_WORDS_OF = {"Apache Software License": ("packaging", "LICENSE.APACHE")}

#: What the core's own files do not hold: where its source is, as the MPL asks.
_CORE = {
    "MPL-2.0": (
        "Pyodide {version} is subject to the Mozilla Public License, v. 2.0 "
        "(https://mozilla.org/MPL/2.0/). Its source: "
        "https://github.com/pyodide/pyodide/tree/{version}. Compiled with Emscripten (MIT)."
    ),
    "PSF-2.0": (
        "Python's standard library is subject to the Python Software Foundation License "
        "(https://docs.python.org/3/license.html). Copyright © 2001 Python Software Foundation."
    ),
}

Licence = dict[str, str]


def licences_of(
    lock: Lock, content: Mapping[str, bytes], root: Path, static: Path
) -> list[Licence]:
    """Name, version, licence and its text of each part.

    Parameters
    ----------
    lock, content
        The browser's Python, and its files by name.
    root
        The kit's top folder, whose own licence comes first.
    static
        Folder of the page's built program.
    """
    own = (root / "LICENSE").read_text(encoding="utf-8")
    told = [_told("casekit", "", "MIT AND CC-BY-4.0", own), *_core(lock)]
    libraries = {file.name: content[file.file] for file in lock.parts("library")}
    for file in lock.parts("library"):
        words = _texts(libraries[file.name])
        if not words and file.licence in _WORDS_OF:
            name, place = _WORDS_OF[file.licence]
            words = _texts(libraries[name], place)
        told.append(_told(file.name, file.version, file.licence, words))
    bundled = static / BUNDLED_FILE
    if bundled.is_file():
        told += json.loads(bundled.read_text(encoding="utf-8"))
    return told


def _core(lock: Lock) -> Iterable[Licence]:
    seen = set()
    for file in lock.parts("core"):
        if file.licence not in seen:
            seen.add(file.licence)
            words = _CORE[file.licence].format(version=file.version)
            yield _told(file.name, file.version, file.licence, words)


def _texts(wheel: bytes, end: str = "") -> str:
    """Licences and notices in a wheel, of those whose names end so."""
    with zipfile.ZipFile(io.BytesIO(wheel)) as bundle:
        texts = [
            bundle.read(name).decode("utf-8", errors="replace").strip()
            for name in sorted(bundle.namelist())
            if _TEXT.search(name) and name.endswith(end) and not name.endswith("/")
        ]
    return "\n\n".join(dict.fromkeys(texts))


def _told(name: str, version: str, licence: str, text: str) -> Licence:
    return {"name": name, "version": version, "licence": licence, "text": text}
