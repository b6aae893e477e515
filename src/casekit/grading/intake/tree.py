"""Folders and archives as one tree, looked into without unpacking anything on the disk."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from casekit.errors import GradingError
from casekit.grading.intake.archives import Packed, archive_errors, entries_of, opened
from casekit.grading.intake.naming import is_leftover, normal, stem_of, suffix_of
from casekit.questions.answers_file import ANSWERS_FILE
from casekit.questions.journal import PROGRESS_FILE

__all__ = ["Node", "Tree"]

#: Most names of a folder that are looked at.
_MOST_NAMES = 20_000


@dataclass(frozen=True)
class Node:
    """A file, a folder or an archive.

    Parameters
    ----------
    part
        Where it lies.
    kind
        `folder`, `zip` or `file`; a link is a file, since nobody follows it.
    """

    part: Path | Packed
    kind: str

    @property
    def name(self) -> str:
        """Its own name, composed."""
        return normal(self.part.name)

    @property
    def stem(self) -> str:
        """Its name without the ending of a file."""
        return self.name if self.kind == "folder" else stem_of(self.name)

    @property
    def is_work(self) -> bool:
        """Whether notebooks may lie in it, or it is one."""
        return self.kind != "file" or suffix_of(self.name) == ".ipynb"

    @classmethod
    def of(cls, path: Path) -> Node:
        """A node for what lies on the disk."""
        if path.is_symlink():
            return cls(path, "file")
        if path.is_dir():
            return cls(path, "folder")
        return cls(path, "zip" if suffix_of(path) == ".zip" and path.is_file() else "file")


class Tree:
    """Looks into folders and archives, each once."""

    def __init__(self) -> None:
        self._listed: dict[tuple[Path, tuple[str, ...]], list[str]] = {}

    def children(self, node: Node) -> list[Node]:
        """What lies in a folder or an archive; nothing where it cannot be opened."""
        part = node.part
        if node.kind == "file":
            return []
        if isinstance(part, Packed):
            if node.kind == "folder":
                return self._inside(part.archive, part.way, f"{part.place}/")
            return self._inside(part.archive, (*part.way, part.place), "")
        if node.kind == "zip":
            return self._inside(part, (), "")
        try:
            paths = sorted(part.iterdir(), key=lambda path: normal(path.name))[:_MOST_NAMES]
        except OSError:
            return []
        return [Node.of(path) for path in paths if not is_leftover(path.name)]

    def unwrapped(self, node: Node) -> list[Node]:
        """What lies in a node, or in the only folder or archive that it holds."""
        inside = self.children(node)
        for _ in range(3):
            if len(inside) != 1 or inside[0].kind == "file":
                break
            inside = self.children(inside[0])
        return inside

    def holds_work(self, node: Node, depth: int = 4) -> bool:
        """Whether a notebook or an archive lies in it."""
        if node.kind != "folder":
            return node.is_work
        return depth > 0 and any(self.holds_work(each, depth - 1) for each in self.children(node))

    def holds_answers(self, node: Node, depth: int = 2) -> bool:
        """Whether answers or progress lie in it."""
        inside = self.children(node)
        if any(each.name in (ANSWERS_FILE, PROGRESS_FILE) for each in inside):
            return True
        return depth > 0 and any(self.holds_answers(each, depth - 1) for each in inside)

    def _inside(self, archive: Path, way: tuple[str, ...], top: str) -> list[Node]:
        kinds: dict[str, str] = {}
        for place in self._places(archive, way):
            if place.startswith(top):
                name, inner, _ = place[len(top) :].partition("/")
                file = "zip" if suffix_of(name) == ".zip" else "file"
                kinds[name] = "folder" if inner else kinds.get(name, file)
        return [Node(Packed(archive, way, top + name), kinds[name]) for name in sorted(kinds)]

    def _places(self, archive: Path, way: tuple[str, ...]) -> list[str]:
        key = (archive, way)
        if key not in self._listed:
            try:
                with archive_errors(), opened(archive, way) as bundle:
                    self._listed[key] = [place for place, _ in entries_of(bundle)]
            except (GradingError, OSError):
                # Whoever reads it later says why it cannot be read.
                self._listed[key] = []
        return self._listed[key]
