"""Notebooks from their sources: participants' and solved ones, written or compared."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from casekit.authoring.compare import WHOLE, Cell, everything, first_difference, inputs, results
from casekit.authoring.execute import NotebookTask, run_all
from casekit.authoring.faults import SourceFault, refuse
from casekit.authoring.files import BuildReport, content_of, write_built
from casekit.authoring.notebooks import BuiltNotebook, compose_all
from casekit.authoring.source import Source, find_sources, inspect_source
from casekit.errors import InvalidArgument
from casekit.language import LANGUAGES

__all__ = ["build_notebooks"]


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
    products = compose_all(_sources(root, only), LANGUAGES, (False, True))
    stale = [] if only else _stale(root)
    if check:
        _check(root, products, stale)
        return BuildReport((), tuple(PurePosixPath(product.name) for product in products))
    _run(root, products, root)
    return write_built(root, {product.name: product.content for product in products}, stale)


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


def _stale(root: Path) -> list[str]:
    """Notebooks that were built from a source which is gone.

    Only those whose metadata say that they were built here, under this name: somebody's own
    notebook, or a copy of one of ours with somebody's work in it, must not be removed.
    """
    names = {path.stem for path in find_sources(root / "solutions")}
    return [
        path.relative_to(root).as_posix()
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


def _run(root: Path, products: Sequence[BuiltNotebook], top: Path) -> None:
    """Run the solved notebooks in their folders below `top`, on the data of the kit."""
    data = (root / "data").resolve()
    tasks = []
    for product in products:
        if not product.solution:
            continue
        folder = (top / product.name).parent.resolve()
        folder.mkdir(parents=True, exist_ok=True)
        where = data if data.is_dir() else None
        label = product.source.label
        tasks.append(
            NotebookTask(product.notebook, product.steps, label, product.lang, folder, where)
        )
    faults = run_all(tasks)
    if faults:
        refuse("authoring-run-faults", faults)


def _check(root: Path, products: Sequence[BuiltNotebook], stale: Sequence[str]) -> None:
    faults = {name: SourceFault("authoring-stale", {"path": name}) for name in stale}
    to_run: list[BuiltNotebook] = []
    for product in products:
        fault = _difference(root, product, inputs if product.solution else everything)
        if fault:
            faults[product.name] = fault
        elif product.solution:
            to_run.append(product)  # outputs can be compared only where the code is the same
    with TemporaryDirectory(prefix="casekit-") as apart:
        _run(root, to_run, Path(apart))
    for product in to_run:
        fault = _difference(root, product, results)
        if fault:
            faults[product.name] = fault
    if faults:
        refuse("authoring-check-faults", [faults[name] for name in sorted(faults)])


def _difference(
    root: Path, product: BuiltNotebook, by: Callable[[Cell], Cell]
) -> SourceFault | None:
    """First difference between the notebook in the kit and the one its source gives, if any."""
    facts = {"path": product.name, "file": product.source.label}
    standing = content_of(root / product.name)
    if standing is None:
        return SourceFault("authoring-missing", facts)
    position = first_difference(product.content, standing, by)
    if position is None:
        return None
    if position == WHOLE:
        return SourceFault("authoring-differs-whole", facts)
    if position >= len(product.steps):
        return SourceFault("authoring-differs-longer", facts)
    step = product.steps[position]
    where = {"id": step.id, "cell": step.cell, "line": step.line}
    return SourceFault("authoring-differs", {**facts, **where})
