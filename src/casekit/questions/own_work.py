"""Files of one's own that notebooks use: what else has to be handed in so that they run again."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from fnmatch import fnmatch
from pathlib import Path

__all__ = ["LARGEST_OWN_MB", "used_files"]

#: Kinds that the grader keeps for notebooks, and notebooks that others run.
_KINDS = (".py", ".csv", ".tsv", ".txt", ".json", ".ipynb")
#: As the grader's bounds: megabytes of one, and how many.
LARGEST_OWN_MB = 2
_MOST, _DEEPEST = 200, 7
#: Directory entries looked at: somebody may work in the folder of all documents.
_MOST_ENTRIES = 5000
_LEFTOVERS = ("__pycache__", "node_modules", "venv", "site-packages")


def used_files(here: Path, notebooks: Sequence[Path], known: Sequence[Path]) -> list[Path]:
    """Files below a folder that notebooks name, or that a module which they name names.

    A file is named by its name or a pattern, a module by its import, and a folder in a path for
    all that is in it. Whatever else lies there is nobody's business.

    Parameters
    ----------
    here
        The notebooks' folder.
    notebooks
        Those that are handed in.
    known
        Files that are handed in anyway.
    """
    given = {*notebooks, *known}
    waiting = [path for path in _files(here) if path not in given]
    found: list[Path] = []
    texts = [_code_of(path) for path in notebooks]
    while texts:
        named = _Named("\n".join(texts))
        new = [path for path in waiting if named.holds(path.relative_to(here))]
        waiting = [path for path in waiting if path not in new]
        found += new
        texts = [_code_of(path) for path in new if path.suffix.lower() in (".py", ".ipynb")]
    return sorted(found)[:_MOST]


class _Named:
    """What code names: files and patterns, folders of paths, modules."""

    def __init__(self, code: str) -> None:
        self._words = set(re.split(r"[\s'\"`,;:()\[\]{}=/\\]+", code))
        self._patterns = [word for word in self._words if "*" in word and "." in word]
        self._folders = set(re.split(r"['\"/\\\n]", code))
        imports = re.findall(r"(?m)^[ \t]*(?:from|import)[ \t]+(.+)$", code)
        self._modules = {word for line in imports for word in re.split(r"[\s,.]+", line)}

    def holds(self, path: Path) -> bool:
        kind = path.suffix.lower()
        if path.name in self._words:
            return True
        if kind == ".ipynb":
            # Another version of a notebook may lie in a folder that is named for its tables.
            return False
        if kind == ".py" and not self._modules.isdisjoint({path.stem, *path.parts[:-1]}):
            return True
        if any(fnmatch(path.name, pattern) for pattern in self._patterns):
            return True
        return not self._folders.isdisjoint(path.parts[:-1])


def _files(here: Path) -> Iterator[Path]:
    waiting, seen = [here], 0
    while waiting:
        folder = waiting.pop()
        try:
            inside = sorted(folder.iterdir())
        except OSError:
            # A folder that may not be read holds nothing that a notebook could use.
            continue
        for path in inside:
            seen += 1
            if seen > _MOST_ENTRIES:
                return
            if path.name.startswith(".") or path.name in _LEFTOVERS or path.is_symlink():
                continue
            if path.is_dir():
                if len(path.relative_to(here).parts) < _DEEPEST:
                    waiting.append(path)
            elif path.suffix.lower() in _KINDS:
                yield path


def _code_of(path: Path) -> str:
    """Code of a module or of a notebook's cells; empty where it cannot be read."""
    try:
        text = path.read_text(encoding="utf-8", errors="replace")
        if path.suffix.lower() != ".ipynb":
            return text
        cells = json.loads(text)["cells"]
        code = [cell for cell in cells if cell.get("cell_type") == "code"]
        return "\n".join("".join(cell.get("source", "")) for cell in code)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return ""
