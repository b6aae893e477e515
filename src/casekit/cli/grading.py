"""The verb `grade`: its arguments checked, its progress shown, its end told."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path

import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

from casekit.errors import InvalidArgument
from casekit.grading.batch import Wish, grade
from casekit.grading.keeper import Limits
from casekit.grading.running import why_no_walls
from casekit.language import text
from casekit.workplace import kit_folder

_MOST_JOBS = 256
#: A notebook gets so many times the time of a cell.
_NOTEBOOK = 4
#: Exit code: something could not be run and is to be tried again.
_INFRASTRUCTURE = 3


def grade_and_tell(folder: Path, out: Path, wish: Wish, cell_seconds: float) -> None:
    """Grade, with a bar on a terminal, and say where everything is.

    Parameters
    ----------
    folder, out, wish
        As `grade` takes them; the limits of `wish` follow from `cell_seconds`.
    cell_seconds
        Longest time of a cell.

    Raises
    ------
    InvalidArgument
        If an argument cannot be used.
    typer.Exit
        With code 3 if something has to be tried again.
    """
    if not 1 <= wish.jobs <= _MOST_JOBS:
        raise InvalidArgument("grade-jobs", found=wish.jobs, most=_MOST_JOBS)
    if not cell_seconds >= 1:
        raise InvalidArgument("grade-seconds", found=cell_seconds)
    console = Console(stderr=True, highlight=False)
    # Said before anything runs, and again at the end, in run.json and in cohort.html.
    missing = why_no_walls()
    if missing and not wish.require_walls:
        console.print(text("no-walls", why=missing), style="bold red", markup=False)
    limits = Limits(cell_seconds=cell_seconds, notebook_seconds=_NOTEBOOK * cell_seconds)
    wish = replace(wish, limits=limits)
    started = time.monotonic()
    columns = (BarColumn(), TextColumn("{task.completed}/{task.total} {task.description}"),
               TimeRemainingColumn())  # fmt: skip
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task("", total=None)

        def tell(done: int, total: int, name: str) -> None:
            bar.update(task, completed=done, total=total, description=name.replace("[", "("))

        report = grade(kit_folder(), folder, out, wish, tell)
    lost = report.counts.get("infrastructure", 0)
    done = text(
        "grade-done",
        folder=str(out),
        graded=report.counts.get("graded", 0),
        unreadable=report.counts.get("unreadable", 0),
        infrastructure=lost,
    )
    typer.echo(done)
    typer.echo(text("grade-seconds-taken", seconds=round(time.monotonic() - started)))
    if report.unclear:
        typer.echo(text("grade-levels-unclear", listed=", ".join(report.unclear)))
    if report.changed:
        typer.echo(text("grade-texts-changed", listed=", ".join(report.changed)))
    if report.pending:
        typer.echo(text("grade-pending", file=str(out / "review.csv")))
    if report.no_walls:
        console.print(text("no-walls", why=report.no_walls), style="bold red", markup=False)
    if lost:
        raise typer.Exit(_INFRASTRUCTURE)
