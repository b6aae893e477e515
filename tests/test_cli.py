"""The command line used rightly and wrongly: one clear line, the right exit code."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from casekit import language
from casekit.cli import main
from casekit.cli.verbs import make_app

ROOT = Path(__file__).parents[1]

VERBS = [command.name or command.callback.__name__ for command in make_app().registered_commands]


def run(*words: str) -> int:
    with pytest.raises(SystemExit) as stop:
        main(list(words))
    return int(stop.value.code or 0)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("lab", "--bogus"), "--bogus"),
        (("lan",), "lab"),
        (("nothing-like-it",), "nothing-like-it"),
        (("variant", "-7"), "-7"),
        (("doctor", "--data"), "--data"),
        (("build", "no_such_part"), "no_such_part"),
        (("lab", "extra"), "extra"),
        (("grade", "My", "class.zip", "--out", "marks"), '"'),
        (("grade", "class.zip"), "--out"),
        (("grade", "--out", "marks"), "SUBMISSIONS"),
        (("grade", "class.zip", "--out", "marks", "--worksheat", "Grades.csv"), "--worksheet"),
        (("grade", "class.zip", "--out"), "--out"),
        (("grade", "class.zip", "--out", "marks", "--jobs", "two"), "--jobs"),
    ],
)
def test_wrong_words(words: tuple[str, ...], told: str, lang: str, capsys) -> None:
    assert run("--lang", lang, *words) == 2
    shown = capsys.readouterr()
    assert told in shown.err
    assert shown.out == ""
    assert len(shown.err.strip().splitlines()) == 1
    assert "Traceback" not in shown.err
    # Nothing of the English of the libraries in a Russian line.
    assert lang == "en" or not {"Got", "No", "Option", "argument", "Input"} & set(shown.err.split())


def test_who_stops_it_is_told_so(lang: str, capsys, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("casekit.workplace.examine", stopped)
    assert run("doctor", "--lang", lang) == 130
    assert capsys.readouterr().err == language.text("cli-stopped", lang=lang) + "\n"


def test_an_unknown_language(capsys) -> None:
    assert run("doctor", "--lang", "fr") == 2
    assert "en, ru" in capsys.readouterr().err


@pytest.mark.parametrize("verb", VERBS)
def test_help_has_an_example_and_the_readers_language(verb: str, lang: str, capsys) -> None:
    assert run(verb, "--help", "--lang", lang) == 0
    shown = capsys.readouterr().out
    assert f"casekit {verb} " in shown.partition("Usage")[2].partition("\n")[2]
    assert language.text(f"cli-{verb}", lang=lang)[:40] in " ".join(shown.split())


@pytest.mark.parametrize("readme", ["README.md", "README.ru.md"])
def test_every_verb_stands_in_the_readme(readme: str) -> None:
    words = (ROOT / readme).read_text(encoding="utf-8")
    told = set(re.findall(r"\b(?:start\.py|casekit) ([a-z-]+)", words))
    assert set(VERBS) - told == {"lab"}
    assert "`python3 start.py` (`lab`)" in words


def test_no_words_is_help(capsys) -> None:
    assert run() == 0
    assert "doctor" in capsys.readouterr().out


@pytest.mark.slow
def test_doctor_on_a_sound_computer(lang: str, capsys) -> None:
    assert run("doctor", "--lang", lang) == 0
    shown = capsys.readouterr().out
    assert language.text("doctor-well") in shown
    assert "✗" not in shown


@pytest.mark.slow
def test_doctor_on_broken_data_is_one_report_and_code_1(
    tiny_folder: Path, lang: str, capsys
) -> None:
    (tiny_folder / "reps.csv").unlink()
    (tiny_folder / "sales.csv").write_bytes(b"")
    assert run("doctor", "--data", str(tiny_folder), "--lang", lang) == 1
    shown = capsys.readouterr()
    assert "reps.csv" in shown.out
    assert "sales.csv" in shown.out
    assert language.text("fault-empty-file", lang=lang) in shown.out
    assert "Traceback" not in shown.out + shown.err


@pytest.mark.parametrize("words", [("grade", "x", "--out", "y"), ("build", "--check")])
def test_a_library_that_only_instructors_have(words, lang: str, capsys, monkeypatch) -> None:
    for name in list(sys.modules):  # as in an environment set up for a participant
        if name.startswith(("casekit.authoring", "casekit.grading", "casekit.cli.grading")):
            monkeypatch.delitem(sys.modules, name)
    for missing in ("papermill", "nbclient", "jupytext", "jinja2"):
        monkeypatch.setitem(sys.modules, missing, None)
    assert run("--lang", lang, *words) == 1
    shown = capsys.readouterr().err
    assert "start.py" in shown
    assert len(shown.strip().splitlines()) == 1
