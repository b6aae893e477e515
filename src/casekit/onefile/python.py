"""Python and its libraries as they lie in the page: gathered, slimmed, compiled, packed, kept."""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Mapping
from pathlib import Path

from casekit.authoring.files import Files
from casekit.onefile import bytecode, compiling
from casekit.onefile.home import library_tree, site_packages
from casekit.onefile.lock import Lock
from casekit.onefile.page import Embedded
from casekit.onefile.sources import keep, kept_folder

__all__ = ["RUNTIME_LOCK", "core_files", "library_archive", "packed", "runtime_lock"]

#: The list of packages that Pyodide asks for when it starts; here an empty one.
RUNTIME_LOCK = "pyodide-lock.json"
_KINDS = {".wasm": "wasm", ".mjs": "module", ".zip": "stdlib"}


def runtime_lock(lock: Lock) -> bytes:
    """The list of packages for Pyodide: none, all of them lie unpacked."""
    return json.dumps({"info": lock.info, "packages": {}}).encode()


def core_files(lock: Lock, content: Mapping[str, bytes]) -> list[Embedded]:
    """Python itself, as the page embeds it."""
    files = [
        Embedded(file.file, kind, content[file.file], packs=kind != "stdlib")
        for file in lock.parts("core")
        for kind in [_KINDS[Path(file.file).suffix]]
    ]
    return [*files, Embedded(RUNTIME_LOCK, "data", runtime_lock(lock))]


def core_tree(lock: Lock, content: Mapping[str, bytes]) -> Files:
    """Python itself as files of a folder."""
    files = {file.file: content[file.file] for file in lock.parts("core")}
    return {**files, RUNTIME_LOCK: runtime_lock(lock)}


def packed(tree: Files, lock: Lock, content: Mapping[str, bytes], compile_it: bool) -> bytes:
    """A tree as tar in gzip, with byte code in place of sources where that is asked for."""
    if compile_it:
        tree = bytecode.compiled(tree, lock.python, core_tree(lock, content))
    return gzip.compress(bytecode.tar(tree), 9, mtime=0)


def library_archive(lock: Lock, content: Mapping[str, bytes], compile_it: bool) -> bytes:
    """All libraries, packed; kept for the next file, since they take longest and never change."""
    tree = library_tree(lock.parts("library"), content, site_packages(lock.python))
    way = hashlib.sha256(Path(compiling.__file__).read_bytes()).hexdigest()
    mark = f"{bytecode.tree_digest(tree)} {compile_it} {way} {lock.pyodide}"
    path = kept_folder() / f"libraries-{hashlib.sha256(mark.encode()).hexdigest()[:16]}.tar.gz"
    if path.is_file():
        return path.read_bytes()
    made = packed(tree, lock, content, compile_it)
    for older in path.parent.glob("libraries-*.tar.gz"):
        older.unlink(missing_ok=True)
    keep({path.name: made})
    return made
