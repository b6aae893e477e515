"""Trees with byte code in place of sources, compiled by the Python that will run them."""

from __future__ import annotations

import hashlib
import io
import shutil
import subprocess
import sys
import tarfile
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from casekit.authoring.files import Files
from casekit.errors import InvalidArgument
from casekit.onefile.compiling import compile_tar

__all__ = ["can_compile", "compiled", "tar", "tree_digest", "untar"]

_HERE = Path(__file__).parent
#: Fewest Node that runs the browser's Python.
NODE = 20


def can_compile(python: str) -> bool:
    """Whether byte code of a Python can be made here: by this Python itself, or in Node."""
    return _is_own(python) or _node() is not None


def compiled(tree: Files, python: str, core: Mapping[str, bytes]) -> Files:
    """A tree with byte code in place of its sources.

    Parameters
    ----------
    tree
        Files by path below the root that they will have in the page.
    python
        Version of the Python that will run, such as "3.14".
    core
        The browser's Python itself, for Node.

    Raises
    ------
    InvalidArgument
        If Node fails at it.
    """
    with TemporaryDirectory(prefix="casekit-") as name:
        folder = Path(name)
        source, target = folder / "sources.tar", folder / "compiled.tar"
        source.write_bytes(tar(tree))
        if _is_own(python):
            compile_tar(str(source), str(target))
        else:
            _in_node(folder, core)
        return untar(target.read_bytes())


def tar(tree: Files) -> bytes:
    """A tree as tar; the same files give the same bytes on any day."""
    out = io.BytesIO()
    # The old format, which the page's own short reader takes.
    with tarfile.open(fileobj=out, mode="w", format=tarfile.USTAR_FORMAT) as bundle:
        for place, content in sorted(tree.items()):
            entry = tarfile.TarInfo(place)
            entry.size = len(content)
            bundle.addfile(entry, io.BytesIO(content))
    return out.getvalue()


def untar(content: bytes) -> Files:
    """Files of a tar by path."""
    tree: Files = {}
    with tarfile.open(fileobj=io.BytesIO(content)) as bundle:
        for entry in bundle:
            file = bundle.extractfile(entry)
            if file is not None:
                tree[entry.name] = file.read()
    return tree


def tree_digest(tree: Files) -> str:
    """Checksum over a tree's paths and contents."""
    digest = hashlib.sha256()
    for place, content in sorted(tree.items()):
        digest.update(f"{place} {len(content)} ".encode())
        digest.update(content)
    return digest.hexdigest()


def _is_own(python: str) -> bool:
    own = "{}.{}".format(*sys.version_info)
    return own == python and sys.implementation.name == "cpython"


def _node() -> str | None:
    """Node, if it is new enough to run the browser's Python."""
    node = shutil.which("node")
    if node is None:
        return None
    told = subprocess.run([node, "--version"], capture_output=True, text=True)
    major = told.stdout.strip().lstrip("v").partition(".")[0]
    return node if major.isdigit() and int(major) >= NODE else None


def _in_node(folder: Path, core: Mapping[str, bytes]) -> None:
    pyodide = folder / "pyodide"
    pyodide.mkdir()
    for name, content in core.items():
        (pyodide / name).write_bytes(content)
    words = [str(_HERE / "compile.mjs"), str(pyodide), str(_HERE / "compiling.py"), str(folder)]
    done = subprocess.run(
        [str(_node()), *words], capture_output=True, text=True, encoding="utf-8", errors="replace"
    )
    if done.returncode or not (folder / "compiled.tar").is_file():
        reason = (done.stderr.strip().splitlines() or ["node"])[-1]
        raise InvalidArgument("one-file-node", found=reason[:200])
