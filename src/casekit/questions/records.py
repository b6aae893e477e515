"""The records of the kit's folder, read. Only who builds or marks has them."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module, invalidate_caches
from importlib.machinery import ModuleSpec
from importlib.util import module_from_spec
from itertools import count
from pathlib import Path, PurePosixPath
from types import ModuleType

from casekit.errors import AuthoringError
from casekit.questions.record import Record, Words

__all__ = ["RECORDS", "Chapter", "chapters_of", "read_chapters", "solutions_of"]

#: Where records lie, from the kit's top folder.
RECORDS = "solutions/questions"

Load = Callable[[str], ModuleType]

_readings = count()


@dataclass(frozen=True)
class Chapter:
    """The records of a notebook.

    Parameters
    ----------
    label
        Name of the file in messages.
    records
        Its questions, in the order of the notebook.
    topics
        What the first parts of their ids are called, where this file says it.
    """

    label: str
    records: tuple[Record, ...]
    topics: dict[str, Words]

    @property
    def notebook(self) -> str:
        """Number of the notebook, as its file has it."""
        return PurePosixPath(self.label).name[:2]


def read_chapters(root: Path) -> list[Chapter]:
    """Records of every notebook of a kit, in the order of the path.

    Raises
    ------
    AuthoringError
        If a file cannot be run, or lacks its list of questions.
    """
    with solutions_of(root) as load:
        return chapters_of(root, load)


def chapters_of(root: Path, load: Load) -> list[Chapter]:
    """The same within one reading of a folder: see `solutions_of`."""
    chapters = []
    for path in sorted((root / RECORDS).glob("[0-9]*.py")):
        label = f"{RECORDS}/{path.name}"
        module = load(label)
        records = getattr(module, "QUESTIONS", ())
        if not records or not all(isinstance(record, Record) for record in records):
            raise AuthoringError("asked-none", file=label)
        chapters.append(Chapter(label, tuple(records), dict(getattr(module, "TOPICS", {}))))
    return chapters


@contextmanager
def solutions_of(root: Path) -> Iterator[Load]:
    """Run files below `solutions/` as modules of one package, so that they share their figures.

    Parameters
    ----------
    root
        The kit's top folder.

    Yields
    ------
    Load
        Takes a file's place in the kit (`solutions/figures.py`) and gives its module, or raises an
        `AuthoringError` that names the line at which it cannot be run.
    """
    # A name of its own for each reading: two kits, or one that has changed, are not mixed up.
    package = f"casekit_solutions_{next(_readings)}"
    invalidate_caches()
    spec = ModuleSpec(package, None, is_package=True)
    spec.submodule_search_locations = [str(root / "solutions")]
    sys.modules[package] = module_from_spec(spec)

    def load(label: str) -> ModuleType:
        inside = PurePosixPath(label).relative_to("solutions").with_suffix("")
        try:
            return import_module(".".join([package, *inside.parts]))
        except Exception as error:  # whatever a file with a slip in it may raise
            reason = f"{type(error).__name__}: {error}"
            where = {"file": label, "line": _line(error, root / label), "reason": reason}
            raise AuthoringError("asked-unreadable", **where) from error

    # What Python keeps of a file it has run would lie in the kit's folder, and in its packs.
    kept, sys.dont_write_bytecode = sys.dont_write_bytecode, True
    try:
        yield load
    finally:
        sys.dont_write_bytecode = kept
        for name in [each for each in sys.modules if each.split(".")[0] == package]:
            del sys.modules[name]


def _line(error: Exception, path: Path) -> int:
    """Last line of a file that an error went through; 0 if none."""
    if isinstance(error, SyntaxError):
        return error.lineno or 0
    passed = reversed(traceback.extract_tb(error.__traceback__))
    here = [each for each in passed if Path(each.filename).absolute() == path.absolute()]
    return here[0].lineno or 0 if here else 0
