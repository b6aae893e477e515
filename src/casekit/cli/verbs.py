"""The verbs. Help is in the reader's language, so the app is built once that is known."""

from importlib.util import find_spec
from typing import Annotated

import typer
from rich.console import Console

from casekit import __version__, language
from casekit.language import text


def make_app() -> typer.Typer:
    """The command line in the language of this session."""
    called = language.program()
    app = typer.Typer(
        help=text("cli-help"),
        add_completion=False,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    option_lang = typer.Option(
        "--lang", metavar="|".join(language.LANGUAGES), help=text("cli-option-lang")
    )
    # Every verb takes --lang, before or after its name; `main` has read it by now.
    Lang = Annotated[str | None, option_lang]  # noqa: N806

    @app.callback(invoke_without_command=True)
    def casekit(
        context: typer.Context,
        lang: Lang = None,
        version: Annotated[
            bool, typer.Option("--version", help=text("cli-option-version"), is_eager=True)
        ] = False,
    ) -> None:
        if version:
            typer.echo(__version__)
            raise typer.Exit
        if context.invoked_subcommand is None:
            typer.echo(context.get_help())

    @app.command(help=text("cli-lab"), epilog=f"{called} lab --lang ru")
    def lab(
        lang: Lang = None,
        no_browser: Annotated[
            bool, typer.Option("--no-browser", help=text("cli-lab-no-browser"))
        ] = False,
    ) -> None:
        from casekit.workplace import open_lab

        open_lab(browser=not no_browser, tell=typer.echo)

    @app.command("app", help=text("cli-app"), epilog=f"{called} app --lang ru --data DIR")
    def board(
        data: Annotated[
            str | None, typer.Option("--data", metavar="DIR", help=text("cli-app-data"))
        ] = None,
        no_browser: Annotated[
            bool, typer.Option("--no-browser", help=text("cli-lab-no-browser"))
        ] = False,
        host: Annotated[
            str, typer.Option("--host", metavar="ADDRESS", help=text("cli-app-host"))
        ] = "localhost",
        port: Annotated[
            int | None,
            typer.Option("--port", metavar="PORT", help=text("cli-app-port")),
        ] = None,
        optimum: Annotated[bool, typer.Option("--optimum", help=text("cli-app-optimum"))] = False,
        lang: Lang = None,
    ) -> None:
        from casekit.workplace import open_app

        open_app(data, not no_browser, typer.echo, host, port, optimum)

    @app.command(help=text("cli-doctor"), epilog=f"{called} doctor --data DIR")
    def doctor(
        data: Annotated[
            str | None, typer.Option("--data", metavar="DIR", help=text("cli-doctor-data"))
        ] = None,
        lang: Lang = None,
    ) -> None:
        from casekit.workplace import examine

        console = Console(highlight=False, soft_wrap=True)
        well = True
        for finding in examine(data):
            well &= finding.well
            mark = "[green]✓[/]" if finding.well else "[red]✗[/]"
            console.print(f"{mark} {text(f'doctor-{finding.name}')}: ", end="")
            console.print(finding.found, markup=False)
            advice = f"doctor-{finding.name}-advice"
            if not finding.well and language.has_text(advice):
                console.print("  " + text(advice), markup=False)
        console.print(text("doctor-well" if well else "doctor-ill"))
        raise typer.Exit(0 if well else 1)

    # A participant's pack does not contain the rooms that make and mark the case.
    if find_spec("casekit.authoring"):
        from casekit.cli.instructor_verbs import add_instructor_verbs

        add_instructor_verbs(app, Lang)
    return app
