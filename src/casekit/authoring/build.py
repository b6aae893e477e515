"""Notebooks from their sources: participants' and solved ones, written or compared."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from nbformat import NotebookNode

from casekit.authoring.compare import WHOLE, Cell, everything, first_difference, inputs, results
from casekit.authoring.execute import Run, run_all
from casekit.authoring.faults import Fault, refuse
from casekit.authoring.notebooks import compose, place_of, steps_of, written
from casekit.authoring.source import Source, find_sources, inspect_source
from casekit.errors import InvalidArgument
from casekit.language import LANGUAGES

__all__ = ["BuildReport", "build_notebooks"]


@dataclass(frozen=True)
class BuildReport:
    """What a build did; places are relative to the kit's top folder.

    Parameters
    ----------
    written
        Notebooks that are new or changed.
    unchanged
        Notebooks that were already what their source gives.
    removed
        Notebooks whose source is gone.
    seconds
        How long it took.
    """

    written: tuple[PurePosixPath, ...]
    unchanged: tuple[PurePosixPath, ...]
    removed: tuple[PurePosixPath, ...]
    seconds: float


@dataclass(frozen=True)
class _Product:
    """A notebook on its way from a source to its place."""

    source: Source
    lang: str
    solution: bool
    notebook: NotebookNode

    @property
    def place(self) -> PurePosixPath:
        return place_of(self.source, self.lang, self.solution)


def build_notebooks(root: Path, only: Sequence[str] = (), check: bool = False) -> BuildReport:
    """Build every notebook of the kit from its source, or say which are not what it gives.

    Parameters
    ----------
    root
        The kit's top folder, with `solutions/` and `notebooks/`.
    only
        Sources to build, by name (`02_hours`) or number (`02`); all if empty.
    check
        Write nothing: build in a folder apart and compare. Execution counts and the bytes of
        pictures in solved notebooks may differ.

    Raises
    ------
    AuthoringError
        If a source has faults, a solved notebook does not run, or, when checking, a notebook
        is not what its source gives. Lists all of them, and nothing is written.
    InvalidArgument
        If there is no such source.
    """
    started = time.perf_counter()
    products = [
        _Product(source, lang, solution, compose(source, lang, solution))
        for source in _sources(root, only)
        for lang in LANGUAGES
        for solution in (False, True)
    ]
    stale = [] if only else _stale(root)
    if check:
        _check(root, products, stale)
        report = BuildReport((), tuple(product.place for product in products), (), 0.0)
    else:
        _run(root, products, root)
        report = _write(root, products, stale)
    seconds = time.perf_counter() - started
    return BuildReport(report.written, report.unchanged, report.removed, seconds)


def _sources(root: Path, only: Sequence[str]) -> list[Source]:
    folder = root / "solutions"
    paths = find_sources(folder)
    unknown = [name for name in only if not any(map(_named(name), paths))]
    if unknown or not paths:
        names = ", ".join(path.stem for path in paths)
        if not paths:
            raise InvalidArgument("authoring-no-sources", folder=str(folder))
        raise InvalidArgument("authoring-no-source", found=", ".join(unknown), allowed=names)
    chosen = [path for path in paths if not only or any(_named(name)(path) for name in only)]
    read = [inspect_source(path) for path in chosen]
    faults = [fault for _, found in read for fault in found]
    if faults:
        refuse("authoring-faults", faults)
    return [source for source, _ in read if source is not None]


def _named(name: str) -> Callable[[Path], bool]:
    return lambda path: name in (path.name, path.stem, path.stem[:2])


def _stale(root: Path) -> list[PurePosixPath]:
    """Notebooks that were built from a source which is gone.

    Only what says of itself that it was built here, under this name: somebody's own notebook,
    or a copy of one of ours with somebody's work in it, is not ours to remove.
    """
    names = {path.stem for path in find_sources(root / "solutions")}
    return [
        PurePosixPath(path.relative_to(root).as_posix())
        for folder in ("notebooks", "solutions")
        for lang in LANGUAGES
        for path in sorted((root / folder / lang).glob("*.ipynb"))
        if path.stem not in names and _built_as(path) == path.stem
    ]


def _built_as(path: Path) -> str | None:
    try:
        return str(json.loads(path.read_text(encoding="utf-8"))["metadata"]["casekit"]["notebook"])
    except (ValueError, KeyError, TypeError):
        return None


def _run(root: Path, products: Sequence[_Product], top: Path) -> None:
    """Run the solved notebooks in their folders below `top`, on the data of the kit."""
    data = (root / "data").resolve()
    runs = []
    for product in products:
        if not product.solution:
            continue
        folder = (top / product.place.parent).resolve()
        folder.mkdir(parents=True, exist_ok=True)
        steps = steps_of(product.source, solution=True)
        where = data if data.is_dir() else None
        label = product.source.label
        runs.append(Run(product.notebook, steps, label, product.lang, folder, where))
    faults = run_all(runs)
    if faults:
        refuse("authoring-run-faults", faults)


def _write(root: Path, products: Sequence[_Product], stale: Sequence[PurePosixPath]) -> BuildReport:
    changed, unchanged = [], []
    for product in products:
        path = root / product.place
        content = written(product.notebook).encode("utf-8")
        if path.is_file() and path.read_bytes() == content:
            unchanged.append(product.place)
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        changed.append(product.place)
    for place in stale:
        (root / place).unlink()
    return BuildReport(tuple(changed), tuple(unchanged), tuple(stale), 0.0)


def _check(root: Path, products: Sequence[_Product], stale: Sequence[PurePosixPath]) -> None:
    faults = {place: Fault("authoring-stale", {"path": str(place)}) for place in stale}
    to_run: list[_Product] = []
    for product in products:
        fault = _difference(root, product, inputs if product.solution else everything)
        if fault:
            faults[product.place] = fault
        elif product.solution:
            to_run.append(product)  # only where the code agrees can running it tell more
    with TemporaryDirectory(prefix="casekit-") as apart:
        _run(root, to_run, Path(apart))
    for product in to_run:
        fault = _difference(root, product, results)
        if fault:
            faults[product.place] = fault
    if faults:
        refuse("authoring-check-faults", [faults[place] for place in sorted(faults)])


def _difference(root: Path, product: _Product, by: Callable[[Cell], Cell]) -> Fault | None:
    """What tells a notebook in the kit from the one its source gives, if anything."""
    facts = {"path": str(product.place), "file": product.source.label}
    path = root / product.place
    if not path.is_file():
        return Fault("authoring-missing", facts)
    standing = path.read_text(encoding="utf-8", errors="replace")
    position = first_difference(written(product.notebook), standing, by)
    if position is None:
        return None
    if position == WHOLE:
        return Fault("authoring-differs-whole", facts)
    steps = steps_of(product.source, product.solution)
    if position >= len(steps):
        return Fault("authoring-differs-longer", facts)
    step = steps[position]
    where = {"id": step.id, "cell": step.cell, "line": step.line}
    return Fault("authoring-differs", {**facts, **where})
