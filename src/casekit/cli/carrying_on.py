"""The verb `carry-on`: whose plans there are, progress, and who got nine months."""

from __future__ import annotations

from pathlib import Path

import typer
from rich.console import Console

from casekit.authoring import read_companies
from casekit.errors import InvalidArgument
from casekit.grading.carrying import NO_PLAN, carry_all
from casekit.grading.companies import ListedCompany
from casekit.grading.later import Drawn
from casekit.language import text
from casekit.workplace import kit_folder


def run_carry_on(
    handed_in: Path,
    out: Path,
    luck: int | None,
    variant: Drawn | None,
    companies: Path | None,
    marks: Path | None,
) -> None:
    """Make everybody's nine months and say who got them.

    Raises
    ------
    InvalidArgument
        If an argument cannot be used.
    typer.Exit
        With code 1 if nobody got any.
    """
    if luck is not None and luck < 0:
        raise InvalidArgument("carry-on-seed", found=str(luck))
    if variant is not None and companies is not None:
        raise InvalidArgument("companies-variant-and-list")
    if companies is not None:
        drawn = read_companies(companies)
    else:
        drawn = [ListedCompany(*variant)] if variant else []
    console = Console(stderr=True, highlight=False, soft_wrap=True)

    def progress(done: int, total: int, name: str) -> None:
        if name:
            line = text("carry-on-progress", done=done + 1, total=total, name=name)
            console.print(line, markup=False)

    rows = carry_all(kit_folder(), handed_in, out, luck, drawn, marks, progress)
    for row in rows:
        how = text(f"carry-on-source-{row.source}") if row.source else row.why
        typer.echo(f"{'✓' if row.source else '✗'} {row.name}: {how}")
    made = sum(bool(row.source) for row in rows)
    typer.echo(text("carry-on-done", made=made, total=len(rows), folder=str(out)))
    if marks is None and any(row.key == NO_PLAN for row in rows):
        typer.echo(text("carry-on-plans-in-code"))
    if not made:
        raise typer.Exit(1)
