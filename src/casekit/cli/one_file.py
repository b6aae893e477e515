"""The verb `one-file`: what goes together, and what an instructor has to keep."""

from __future__ import annotations

import time
import webbrowser
from collections.abc import Sequence
from pathlib import Path

import typer

from casekit import language
from casekit.authoring import GUESSABLE_BELOW, list_file
from casekit.errors import InvalidArgument
from casekit.language import text
from casekit.onefile import Company, drawn_for_exam, write_one_file, write_site
from casekit.onefile.serving import make_server
from casekit.workplace import kit_folder


def run_one_file(
    out: Path,
    seed: int | None,
    family: str | None,
    exam: bool,
    teams: int | None,
    langs: Sequence[str],
    pyodide: Path | None,
    lite: bool,
) -> None:
    """Write the files, and say what they are and what to keep.

    Raises
    ------
    InvalidArgument
        If an argument cannot be used, or two do not go together.
    """
    if teams is not None and not exam:
        raise InvalidArgument("pack-teams-exam")
    if teams is not None and seed is not None:
        raise InvalidArgument("pack-teams-variant")
    if teams is not None and lite:
        raise InvalidArgument("one-file-lite-teams")
    unknown = [lang for lang in langs if lang not in language.LANGUAGES]
    if unknown:
        allowed = ", ".join(language.LANGUAGES)
        raise InvalidArgument("pack-language", found=", ".join(unknown), allowed=allowed)
    root = kit_folder()
    drawn = exam and seed is None
    companies = (
        drawn_for_exam(out, teams, family) if drawn else [Company(seed, family or "A", exam)]
    )
    started = time.perf_counter()
    files = (
        iter([write_site(root, out, companies[0], langs, pyodide, typer.echo)])
        if lite
        else write_one_file(root, out, companies, langs, pyodide, typer.echo)
    )
    for written in files:
        facts = {
            "file": str(written.path),
            "megabytes": language.number(written.size / 2**20, 1),
            "seconds": language.number(time.perf_counter() - started),
        }
        typer.echo(text("one-file-site" if lite else "one-file-done", **facts))
    if drawn:
        typer.echo(text("pack-exam", file=str(list_file(out))))
    elif seed is not None:
        typer.echo(text("pack-variant", seed=str(seed), family=family or "A"))
        if seed < GUESSABLE_BELOW:
            typer.echo(text("pack-guessable-exam" if exam else "pack-guessable"))
    if not exam:
        typer.echo(text("one-file-practice"))


def run_serve(folder: Path, host: str, port: int, browser: bool) -> None:
    """Serve a folder until Ctrl+C.

    Raises
    ------
    InvalidArgument
        If there is no such folder, or nobody may listen there.
    """
    server = make_server(folder, host, port)
    address = f"http://{host}:{server.server_port}/"
    typer.echo(text("serve-open", address=address))
    if browser:
        webbrowser.open(address)
    try:
        server.serve_forever()
    finally:
        server.server_close()
