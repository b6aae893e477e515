"""The verb `grade`: checks its arguments, shows progress, reports the result."""

from __future__ import annotations

import contextlib
import os
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

from casekit.errors import InvalidArgument, full_disk
from casekit.grading.batch import grade
from casekit.grading.execution.interrupts import first_stops
from casekit.grading.marks.review_file import REVIEW
from casekit.grading.options import GradeOptions
from casekit.grading.sandbox.limits import RunLimits
from casekit.grading.sandbox.lockdown import why_unsandboxed
from casekit.language import text
from casekit.workplace import kit_folder

_MOST_JOBS = 256
#: Time limit of a notebook, in multiples of a cell's.
_CELLS_PER_NOTEBOOK = 4
#: The same of a whole submission on both companies.
_CELLS_PER_SUBMISSION = 20
#: Exit codes: nothing could be marked; something could not be run and must be tried again.
_NOTHING, _INFRASTRUCTURE = 1, 3


def run_grade(
    folder: Path, out: Path, options: GradeOptions, cell_seconds: float, listed: Path | None = None
) -> None:
    """Grade with a progress bar on a terminal, and say where everything is.

    Parameters
    ----------
    folder, out, options
        As `grade` takes them; the limits of `options` follow from `cell_seconds`.
    cell_seconds
        Longest time of a cell.
    listed
        List of an exam's companies, where every team had its own.

    Raises
    ------
    InvalidArgument
        If an argument cannot be used.
    typer.Exit
        With code 3 if something has to be tried again, with code 1 if nothing could be marked.
    """
    if not 1 <= options.jobs <= _MOST_JOBS:
        raise InvalidArgument("grade-jobs", found=options.jobs, most=_MOST_JOBS)
    if not cell_seconds >= 1:
        raise InvalidArgument("grade-seconds", found=cell_seconds)
    if listed is not None:
        if options.variant is not None:
            raise InvalidArgument("companies-variant-and-list")
        # What builds notebooks takes long to load, and a batch without a list needs none of it.
        from casekit.authoring import read_companies

        companies = tuple(read_companies(listed))
        options = replace(options, companies=companies, list_file=listed)
    console = Console(stderr=True, highlight=False)
    # Reported before anything runs, and again at the end, in run.json and in cohort.html.
    missing = why_unsandboxed()
    if missing and not options.require_sandbox:
        console.print(text("no-walls", why=missing), style="bold red", markup=False)
    if options.companies:
        console.print(text("grade-preparing", count=len(options.companies)), markup=False)
    notebook_seconds = _CELLS_PER_NOTEBOOK * cell_seconds
    limits = RunLimits(
        cell_seconds=cell_seconds,
        notebook_seconds=notebook_seconds,
        submission_seconds=_CELLS_PER_SUBMISSION * cell_seconds,
    )
    options = replace(options, limits=limits)
    started = time.monotonic()
    columns = (BarColumn(), TextColumn("{task.completed}/{task.total} {task.description}"),
               TimeRemainingColumn())  # fmt: skip
    shown = console.is_terminal
    with Progress(*columns, console=console, transient=True, disable=not shown) as bar:
        task = bar.add_task("", total=None)

        def on_progress(done: int, total: int, name: str) -> None:
            if not shown and name:
                # A bar is nothing in a log: there each submission is a line.
                said = text("grade-progress", done=done, total=total, name=" ".join(name.split()))
                typer.echo(said, err=True)
            bar.update(task, completed=done, total=total, description=name.replace("[", "("))

        try:
            with first_stops(_stopping()):
                report = grade(kit_folder(), folder, out, options, on_progress)
        except OSError as error:
            if full_disk(error) and not error.filename:
                # A write that fails does not say where; everything is written below this folder.
                error.filename = str(out)
            raise
    lost = report.counts.get("infrastructure", 0)
    graded = report.counts.get("graded", 0)
    done = text(
        "grade-done",
        folder=str(out),
        graded=graded,
        unreadable=report.counts.get("unreadable", 0),
        infrastructure=lost,
    )
    typer.echo(done)
    typer.echo(text("grade-seconds-taken", seconds=round(time.monotonic() - started)))
    for key, facts in report.told:
        typer.echo(text(key, **facts))
    if report.pending:
        typer.echo(text("grade-pending", file=str(out / REVIEW)))
    if report.unsandboxed:
        console.print(text("no-walls", why=report.unsandboxed), style="bold red", markup=False)
    if lost:
        raise typer.Exit(_INFRASTRUCTURE)
    if not graded:
        raise typer.Exit(_NOTHING)


def _stopping() -> Callable[[], None]:
    """What says at once that it stops, past all that may be half written at that moment."""
    line = f"\n{text('grade-stopping')}\n".encode(sys.stderr.encoding or "ascii", "replace")

    def tell() -> None:
        with contextlib.suppress(OSError, ValueError):
            os.write(sys.stderr.fileno(), line)

    return tell
