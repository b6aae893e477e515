"""Verbs that make, hand out and mark the case; participants' packs do not contain them."""

import time
from pathlib import Path
from typing import Annotated, Any

import typer

from casekit import language
from casekit.language import text


def add_instructor_verbs(app: typer.Typer, Lang: Any) -> None:  # noqa: N803
    """Add the verbs to the command line; `Lang` is the option every verb takes."""
    called = language.program()
    option_family = typer.Option("--family", metavar="LETTER", help=text("cli-variant-family"))

    @app.command(help=text("cli-build"), epilog=f"{called} build --check")
    def build(
        names: Annotated[
            list[str] | None, typer.Argument(metavar="[NAME]...", help=text("cli-build-names"))
        ] = None,
        check: Annotated[bool, typer.Option("--check", help=text("cli-build-check"))] = False,
        lang: Lang = None,
    ) -> None:
        from casekit.authoring import build_kit
        from casekit.workplace import kit_folder

        for line in build_kit(kit_folder(), names or (), check=check):
            typer.echo(line)

    @app.command(help=text("cli-variant"), epilog=f"{called} variant 7 --out team-7 --family B")
    def variant(
        seed: Annotated[int, typer.Argument(metavar="SEED", help=text("cli-variant-seed"))],
        out: Annotated[str, typer.Option("--out", metavar="DIR", help=text("cli-variant-out"))],
        family: Annotated[str, option_family] = "A",
        lang: Lang = None,
    ) -> None:
        from casekit.world.dataset import INSTRUCTOR, write_variant
        from casekit.world.facts import company_with_facts

        started = time.perf_counter()
        proven = company_with_facts(seed, family)
        write_variant(proven, Path(out))
        seconds = language.number(time.perf_counter() - started, 1)
        typer.echo(
            text(
                "variant-done",
                seed=str(seed),
                family=family,
                folder=out,
                redraws=proven.redraws,
                seconds=seconds,
            )
        )
        typer.echo(text("variant-instructor", folder=str(Path(out) / INSTRUCTOR)))

    @app.command(
        help=text("cli-pack"),
        epilog=f"{called} pack --out team-7.zip --variant 7 --lang ru --wheels windows,macos",
    )
    def pack(
        out: Annotated[str, typer.Option("--out", metavar="PACK.zip", help=text("cli-pack-out"))],
        seed: Annotated[
            int | None, typer.Option("--variant", metavar="SEED", help=text("cli-pack-variant"))
        ] = None,
        family: Annotated[
            str | None, typer.Option("--family", metavar="LETTER", help=text("cli-pack-family"))
        ] = None,
        exam: Annotated[bool, typer.Option("--exam", help=text("cli-pack-exam"))] = False,
        teams: Annotated[
            int | None, typer.Option("--teams", metavar="N", help=text("cli-pack-teams"))
        ] = None,
        wheels: Annotated[
            str | None,
            typer.Option("--wheels", metavar="SYSTEM,...", help=text("cli-pack-wheels")),
        ] = None,
        lang: Annotated[
            str | None,
            typer.Option(
                "--lang", metavar="|".join(language.LANGUAGES), help=text("cli-pack-lang")
            ),
        ] = None,
    ) -> None:
        from casekit.cli.packing import run_pack

        langs = (lang,) if lang else language.LANGUAGES
        systems = (wheels,) if wheels is not None else ()
        run_pack(Path(out), seed, family, exam, teams, langs, systems)

    @app.command(
        "one-file",
        help=text("cli-one-file"),
        epilog=f"{called} one-file --out for-participants --lang ru",
    )
    def one_file(
        out: Annotated[str, typer.Option("--out", metavar="DIR", help=text("cli-one-file-out"))],
        seed: Annotated[
            int | None, typer.Option("--variant", metavar="SEED", help=text("cli-pack-variant"))
        ] = None,
        family: Annotated[
            str | None, typer.Option("--family", metavar="LETTER", help=text("cli-pack-family"))
        ] = None,
        exam: Annotated[bool, typer.Option("--exam", help=text("cli-one-file-exam"))] = False,
        teams: Annotated[
            int | None, typer.Option("--teams", metavar="N", help=text("cli-one-file-teams"))
        ] = None,
        pyodide: Annotated[
            str | None,
            typer.Option("--pyodide", metavar="FOLDER", help=text("cli-one-file-pyodide")),
        ] = None,
        lite: Annotated[bool, typer.Option("--lite", help=text("cli-one-file-lite"))] = False,
        lang: Annotated[
            str | None,
            typer.Option(
                "--lang", metavar="|".join(language.LANGUAGES), help=text("cli-pack-lang")
            ),
        ] = None,
    ) -> None:
        from casekit.cli.one_file import run_one_file

        langs = (lang,) if lang else language.LANGUAGES
        place = Path(pyodide) if pyodide is not None else None
        run_one_file(Path(out), seed, family, exam, teams, langs, place, lite)

    @app.command(
        help=text("cli-room"), epilog=f"{called} room --minutes 180 --file workshop.sqlite"
    )
    def room(
        minutes: Annotated[
            int | None, typer.Option("--minutes", metavar="90|180", help=text("cli-room-minutes"))
        ] = None,
        file: Annotated[
            str | None, typer.Option("--file", metavar="ROOM.sqlite", help=text("cli-room-file"))
        ] = None,
        seed: Annotated[
            int | None, typer.Option("--variant", metavar="SEED", help=text("cli-room-variant"))
        ] = None,
        family: Annotated[str, option_family] = "A",
        host: Annotated[
            str, typer.Option("--host", metavar="ADDRESS", help=text("cli-room-host"))
        ] = "0.0.0.0",
        port: Annotated[
            int, typer.Option("--port", metavar="PORT", min=0, max=65535, help=text("cli-app-port"))
        ] = 0,
        address: Annotated[
            str | None, typer.Option("--address", metavar="URL", help=text("cli-room-address"))
        ] = None,
        no_browser: Annotated[
            bool, typer.Option("--no-browser", help=text("cli-lab-no-browser"))
        ] = False,
        lang: Lang = None,
    ) -> None:
        from casekit.cli.room import run_room
        from casekit.room.server.opening import Asked

        asked = Asked(minutes, None if seed is None else (seed, family))
        path = None if file is None else Path(file)
        run_room(path, asked, host, port, address, not no_browser)

    @app.command(help=text("cli-serve"), epilog=f"{called} serve site")
    def serve(
        folder: Annotated[str, typer.Argument(metavar="DIR", help=text("cli-serve-folder"))],
        host: Annotated[
            str, typer.Option("--host", metavar="ADDRESS", help=text("cli-serve-host"))
        ] = "localhost",
        port: Annotated[
            int, typer.Option("--port", metavar="PORT", min=0, max=65535, help=text("cli-app-port"))
        ] = 0,
        no_browser: Annotated[
            bool, typer.Option("--no-browser", help=text("cli-lab-no-browser"))
        ] = False,
        lang: Lang = None,
    ) -> None:
        from casekit.cli.one_file import run_serve

        run_serve(Path(folder), host, port, not no_browser)

    @app.command(
        "carry-on",
        help=text("cli-carry-on"),
        epilog=f"{called} carry-on handed-in --out nine-months",
    )
    def carry_on(
        handed_in: Annotated[
            str, typer.Argument(metavar="HANDED_IN", help=text("cli-grade-folder"))
        ],
        out: Annotated[str, typer.Option("--out", metavar="DIR", help=text("cli-carry-on-out"))],
        luck: Annotated[
            int | None, typer.Option("--seed", metavar="N", help=text("cli-carry-on-seed"))
        ] = None,
        seed: Annotated[
            int | None, typer.Option("--variant", metavar="SEED", help=text("cli-grade-variant"))
        ] = None,
        family: Annotated[str, option_family] = "A",
        companies: Annotated[
            str | None,
            typer.Option("--companies", metavar="FILE", help=text("cli-carry-on-companies")),
        ] = None,
        marks: Annotated[
            str | None, typer.Option("--marks", metavar="DIR", help=text("cli-carry-on-marks"))
        ] = None,
        lang: Lang = None,
    ) -> None:
        from casekit.cli.carrying_on import run_carry_on

        variant = None if seed is None else (seed, family)
        listed = Path(companies) if companies is not None else None
        batch = Path(marks) if marks is not None else None
        run_carry_on(Path(handed_in), Path(out), luck, variant, listed, batch)

    @app.command(help=text("cli-grade"), epilog=f"{called} grade handed-in --out marks --jobs 2")
    def grade(
        submissions: Annotated[
            str, typer.Argument(metavar="SUBMISSIONS", help=text("cli-grade-folder"))
        ],
        out: Annotated[str, typer.Option("--out", metavar="OUT", help=text("cli-grade-out"))],
        hidden: Annotated[
            int | None,
            typer.Option("--hidden-variant", metavar="SEED", help=text("cli-grade-hidden")),
        ] = None,
        seed: Annotated[
            int | None, typer.Option("--variant", metavar="SEED", help=text("cli-grade-variant"))
        ] = None,
        family: Annotated[str, option_family] = "A",
        companies: Annotated[
            str | None,
            typer.Option("--companies", metavar="FILE", help=text("cli-grade-companies")),
        ] = None,
        jobs: Annotated[int, typer.Option("--jobs", metavar="N", help=text("cli-grade-jobs"))] = 1,
        only: Annotated[
            str | None, typer.Option("--only", metavar="NAME", help=text("cli-grade-only"))
        ] = None,
        accept: Annotated[
            str | None, typer.Option("--accept", metavar="NAME", help=text("cli-grade-accept"))
        ] = None,
        require_sandbox: Annotated[
            bool, typer.Option("--require-sandbox", help=text("cli-grade-walls"))
        ] = False,
        cluster: Annotated[
            str | None, typer.Option("--cluster", metavar="ADDRESS", help=text("cli-grade-cluster"))
        ] = None,
        cold: Annotated[bool, typer.Option("--cold", help=text("cli-grade-cold"))] = False,
        cell_seconds: Annotated[
            float, typer.Option("--cell-seconds", metavar="N", help=text("cli-grade-seconds"))
        ] = 60.0,
        question: Annotated[
            str | None, typer.Option("--question", metavar="NAME", help=text("cli-grade-question"))
        ] = None,
        blind: Annotated[
            bool | None, typer.Option("--blind/--names", help=text("cli-grade-blind"))
        ] = None,
        late_penalty: Annotated[
            str | None,
            typer.Option("--late-penalty", metavar="N[/day]", help=text("cli-grade-late")),
        ] = None,
        worksheet: Annotated[
            str | None,
            typer.Option("--worksheet", metavar="FILE", help=text("cli-grade-worksheet")),
        ] = None,
        gradebook: Annotated[
            str | None,
            typer.Option("--gradebook", metavar="FILE", help=text("cli-grade-gradebook")),
        ] = None,
        assignment: Annotated[
            str | None,
            typer.Option("--assignment", metavar="NAME", help=text("cli-grade-assignment")),
        ] = None,
        lang: Lang = None,
    ) -> None:
        from casekit.cli.grading import run_grade
        from casekit.grading.options import GradeOptions

        options = GradeOptions(
            hidden_seed=hidden, variant=seed, family=family, jobs=jobs, only=only or "",
            accept=accept or "",
            require_sandbox=require_sandbox, cluster=cluster or "", warm=not cold,
            question=question or "", blind=blind, late_penalty=late_penalty,
            worksheet=Path(worksheet) if worksheet else None,
            gradebook=Path(gradebook) if gradebook else None, assignment=assignment or "",
        )  # fmt: skip
        listed = Path(companies) if companies is not None else None
        run_grade(Path(submissions), Path(out), options, cell_seconds, listed)
