"""Messages name the program as its reader calls it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import typer.main

from casekit import language
from casekit.cli import main
from casekit.cli.verbs import make_app
from casekit.setup import handover
from casekit.setup.words import start_words

TEXTS = Path(language.__file__).parent / "texts"
STARTED = "python3 start.py"


def verbs() -> list[str]:
    return list(typer.main.get_command(make_app()).commands)


def test_no_text_writes_the_program_out() -> None:
    typed = re.compile(rf"(?m)^[^#\n]*\bcasekit (?:{'|'.join(verbs())})\b.*$")
    files = sorted(TEXTS.glob("*/*.ftl"))
    assert len(files) > 20
    assert [found for path in files for found in typed.findall(path.read_text("utf-8"))] == []
    assert typed.search("x = Run casekit doctor.") and not typed.search("# casekit build wrote it")


@pytest.mark.parametrize("called", [STARTED, "py start.py", ""])
def test_every_help_names_the_program_as_it_was_called(
    called: str, lang: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(language.PROGRAM_VARIABLE, called)
    program = called or "casekit"
    for verb in verbs():
        with pytest.raises(SystemExit) as stop:
            main([verb, "--help", "--lang", lang])
        assert stop.value.code == 0
        told = " ".join(capsys.readouterr().out.split())
        # Once in the line of usage, once in the example.
        assert told.count(f"{program} {verb} ") >= 2
        assert program == "casekit" or f"casekit {verb}" not in told
    with pytest.raises(SystemExit):
        main(["grade", "--no-such", "--lang", lang])
    assert f"{program} grade --help" in capsys.readouterr().err


@pytest.mark.parametrize(
    "key", ["pack-exam", "pack-practice", "serve-no-folder", "grading-template"]
)
def test_what_to_type_next_is_told_so_too(
    key: str, lang: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    facts = dict.fromkeys(language.keys(lang)[key], "x") | {"casekit": None}
    del facts["casekit"]
    for called in (STARTED, "casekit"):
        monkeypatch.setenv(language.PROGRAM_VARIABLE, called)
        assert f"{called} " in language.text(key, lang, **facts)


def test_a_start_says_how_it_was_called(monkeypatch: pytest.MonkeyPatch) -> None:
    assert handover.PROGRAM_VARIABLE == language.PROGRAM_VARIABLE
    begun: list[dict[str, str]] = []
    monkeypatch.setattr(handover, "examine", lambda: True)
    monkeypatch.setattr(handover, "_run", lambda command, environment: begun.append(environment))
    handover._start(["doctor"], "ru")
    (environment,) = begun
    assert environment[language.PROGRAM_VARIABLE] == start_words()
    # As the README says it.
    readme = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")
    assert f"`{start_words()} doctor`" in readme
    monkeypatch.delenv(language.PROGRAM_VARIABLE, raising=False)
    assert language.program() == "casekit"
