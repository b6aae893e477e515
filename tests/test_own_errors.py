"""Slips in a reader's own cell: one line in the reader's language, with what is there."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from IPython.core.interactiveshell import InteractiveShell

from casekit import language
from casekit.notebook.cells import load_ipython_extension

FRAME = "import pandas as pd\nhours = pd.DataFrame({'hours': [1.0, 2.0], 'share': [0.3, 0.7]}," \
    " index=['selling', 'service'])"  # fmt: skip

#: What is typed, which sentence it gets, and what the sentence must name.
SLIPS = {
    # Quotes and brackets.
    'name = "selling': ("quote", ["1"]),
    "name = hours.loc['selling, 'share']": ("quote", ["1"]),
    "hours.loc[\n'selling', \"share]": ("quote", ["2"]),
    "name = «selling»": ("curly-quotes", ["«"]),
    "name = “selling”": ("curly-quotes", ["“"]),
    "print(len(hours)": ("bracket-open", ["("]),
    "hours.loc['selling', 'share'": ("bracket-open", ["["]),
    "hours.loc['selling', 'share']]": ("bracket-closed", ["]"]),
    "hours.loc['selling', 'share')": ("bracket-closed", [")"]),
    # Other things that cannot be read.
    "hours.loc['selling' 'share'": ("bracket-open", ["["]),
    "name = hours loc": ("unreadable", ["hours loc"]),
    "max(1 2)": ("comma", ["max(1 2)"]),
    "name = ": ("unfinished", ["name ="]),
    "0.5 = name": ("assign", ["0.5"]),
    "name = 1\n  other = 2": ("indent", ["2"]),
    "name = 5 × 3": ("odd-letter", ["×"]),
    # Names.
    "huors": ("name-near", ["huors", "hours"]),
    "xylophone": ("name", ["xylophone", "hours"]),
    "hours.loc[selling, 'share']": ("name-quotes", ['"selling"']),
    "hours[share]": ("name-quotes", ['"share"']),
    "ck.check(lag, 5)": ("name-quotes", ['"lag"']),
    # Libraries.
    "import seaborn_of_ours": ("module", ["seaborn_of_ours", "pandas"]),
    "from scipy.of_ours import stats": ("module", ["scipy.of_ours"]),
    # Columns and rows.
    "hours['huors']": ("column-near", ["huors", "hours", "share"]),
    "hours['profit']": ("column", ["profit", "hours, share"]),
    "hours.loc['selling', 'shar']": ("column-near", ["shar", "share"]),
    "hours.loc['travel', 'share']": ("column", ["travel", "selling, service"]),
    "hours['share']['servise']": ("column-near", ["servise", "service"]),
    "hours[['share', 'nothing']]": ("column", ["nothing"]),
    "terms = {'floor': 18}\nterms['flor']": ("column-near", ["flor", "floor"]),
    # After the dot.
    "hours.shar": ("column-near", ["shar", "share"]),
    "ck.analysis.time_audti": ("attribute-near", ["time_audit"]),
    "ck.load_cace": ("attribute-near", ["load_case"]),
    "(...).share": ("blank", []),
}  # fmt: skip


class Seen(list[tuple[Any, list[str]]]):
    """What a shell showed for errors."""


@pytest.fixture
def shell(monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.delenv("CASEKIT_RECORD", raising=False)
    made = InteractiveShell()
    seen = Seen()
    monkeypatch.setattr(
        made, "_showtraceback", lambda kind, error, lines: seen.append((kind, list(lines)))
    )
    load_ipython_extension(made)
    made.seen = seen
    made.run_cell("import casekit as ck")
    made.run_cell(FRAME)
    assert seen == []
    return made


def told(shell: Any, code: str) -> str:
    shell.seen.clear()
    assert not shell.run_cell(code, silent=False).success
    assert len(shell.seen) == 1
    return "\n".join(shell.seen[0][1])


def head(key: str, lang: str) -> str:
    """The first words of a sentence, which no fact changes."""
    whole = language.open_texts((f"own-error-{key}",), lang)[f"own-error-{key}"]
    return max(re.split(r"\{[^}]*\}", whole), key=len).strip()


@pytest.mark.parametrize("lang", language.LANGUAGES)
def test_every_slip_is_told_in_a_line_with_what_is_there(shell: Any, lang: str) -> None:
    with language.using(lang):
        for code, (key, names) in SLIPS.items():
            said = " ".join(told(shell, code).split())
            assert "Traceback" not in said, code
            assert " ".join(head(key, lang).split()) in said, (code, said)
            assert all(name in said for name in names), (code, said)
            # Where the whole of it is to be had.
            assert "%tb" in said and said.endswith(language.text("own-error-whole"))


@pytest.mark.slow
def test_the_whole_error_is_reached_as_the_line_says(shell: Any) -> None:
    for code, name in (("hours['profit']", "KeyError"), ("xylophone", "NameError"),
                       ('name = "selling', "SyntaxError")):  # fmt: skip
        told(shell, code)
        shell.seen.clear()
        shell.run_line_magic("tb", "")
        ((kind, lines),) = shell.seen
        whole = "\n".join(lines)
        assert kind.__name__ == name and name in whole
        assert "%tb" not in whole
        if name != "SyntaxError":
            assert "Traceback" in whole


def test_errors_of_libraries_and_of_the_case_stay_as_they_are(shell: Any) -> None:
    shell.run_cell("import types; module = types.ModuleType('other')")
    shell.run_cell("exec('def f(): return {}[1]', module.__dict__)")
    assert "Traceback" in told(shell, "module.f()")
    assert "Traceback" in told(shell, "import json; json.loads('{')")
    assert "Traceback" in told(shell, "1 / 0")
    # The case's own errors have words already.
    said = told(shell, "ck.load_case('no such folder')")
    assert "Traceback" not in said and "%tb" not in said


def test_other_notebooks_and_grading_runs_see_errors_as_ever(
    shell: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    shell.run_cell("del ck")
    assert "Traceback" in told(shell, "xylophone")
    monkeypatch.setenv("CASEKIT_RECORD", "1")
    graded = InteractiveShell()
    load_ipython_extension(graded)
    assert graded.custom_exceptions == ()


def test_a_failing_sentence_hides_no_error(shell: Any, tmp_path: Path) -> None:
    """Objects that misbehave when they are looked at."""
    shell.run_cell("class Odd:\n    def __dir__(self): raise RuntimeError('no')\nodd = Odd()")
    said = told(shell, "odd.name")
    assert "AttributeError" in said
