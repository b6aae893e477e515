"""The verb `pack`: what goes together, and what an instructor has to keep."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import typer

from casekit import language
from casekit.authoring import GUESSABLE_BELOW, list_file, write_exam, write_pack
from casekit.errors import InvalidArgument
from casekit.language import text
from casekit.workplace import kit_folder


def run_pack(
    out: Path,
    seed: int | None,
    family: str | None,
    exam: bool,
    teams: int | None,
    langs: Sequence[str],
    wheels: Sequence[str],
) -> None:
    """Write one pack, or an exam's packs with the list of their companies.

    Raises
    ------
    InvalidArgument
        If an argument cannot be used, or two do not go together.
    """
    if teams is not None and not exam:
        raise InvalidArgument("pack-teams-exam")
    if teams is not None and seed is not None:
        raise InvalidArgument("pack-teams-variant")
    root = kit_folder()
    if exam and seed is None:
        for path, _, _ in write_exam(
            root, out, 1 if teams is None else teams, family, langs, wheels, typer.echo
        ):
            _done(path)
        typer.echo(text("pack-exam", file=str(list_file(out))))
        return
    path = write_pack(root, out, seed, family or "A", langs, wheels, typer.echo, exam)
    _done(path)
    if seed is not None:
        typer.echo(text("pack-variant", seed=str(seed), family=family or "A"))
        if seed < GUESSABLE_BELOW:
            typer.echo(text("pack-guessable-exam" if exam else "pack-guessable"))
    if not exam:
        typer.echo(text("pack-practice"))


def _done(path: Path) -> None:
    megabytes = language.number(path.stat().st_size / 2**20, 1)
    typer.echo(text("pack-done", file=str(path), megabytes=megabytes))
