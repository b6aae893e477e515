"""What participants get of a card's answer and of a given line, and how a blank runs."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

from casekit.authoring.answers import code_faults, solved, unsolved
from casekit.notebook.blanks import fill_blanks
from casekit.questions import QUESTIONS

ROOT = Path(__file__).parents[1]

CARD = """\
# <solution>
gaps = ck.analysis.reference_gaps(audit)
ck.ask("time.gap", gaps["gap_hours"].idxmax())
# </solution>"""
LINE = """\
# <blank>gap = -gaps.loc[..., "gap_hours"]</blank>
# <solution>
gap = -gaps.loc["selling", "gap_hours"]
# </solution>
ck.check("time.selling_gap", gap)"""


def test_a_card_s_answer_leaves_with_what_led_to_it() -> None:
    assert unsolved(CARD) == 'ck.ask("time.gap")'
    assert solved(CARD) == "\n".join(CARD.splitlines()[1:3])
    guess = '# <solution>\nck.guess("time.share", 50)\n# </solution>'
    assert unsolved(guess) == 'ck.guess("time.share")'
    assert not code_faults(CARD) and not code_faults(guess)


def test_a_line_is_given_but_for_its_blank() -> None:
    assert unsolved(LINE).splitlines() == [
        'gap = -gaps.loc[..., "gap_hours"]',
        'ck.check("time.selling_gap", gap)',
    ]
    assert "blank" not in solved(LINE) and '"selling"' in solved(LINE)
    assert not code_faults(LINE)
    # Other names of the block are still to be filled in.
    more = LINE.replace('gap = -gaps.loc["selling"', 'row = 1\ngap = -gaps.loc["selling"')
    assert unsolved(more).splitlines()[:2] == ['gap = -gaps.loc[..., "gap_hours"]', "row = ..."]


@pytest.mark.parametrize(
    ("standing", "instead", "key"),
    [
        ("<blank>gap = -gaps", "<blank>gap = gaps", "authoring-blank-differs"),
        ("[..., ", '["selling", ', "authoring-blank-differs"),
        ('"gap_hours"]</blank>', "...]</blank>", "authoring-blank-differs"),
        ("<blank>gap = -", "<blank>gap = (", "authoring-blank-differs"),
        ("</blank>", "<blank>", "authoring-blank-misspelt"),
        ("# <blank>", "#<blank>", "authoring-blank-misspelt"),
        ("</blank>\n", "</blank>\n\n", "authoring-blank-misspelt"),
        ("<blank>gap", "<Blank>gap", "authoring-blank-misspelt"),
    ],
)
def test_a_line_that_gives_more_or_less_than_its_blank_is_refused(
    standing: str, instead: str, key: str
) -> None:
    assert LINE.count(standing) == 1
    found = code_faults(LINE.replace(standing, instead))
    assert key in [fault.key for fault in found]


def filled(code: str) -> str:
    return ast.unparse(fill_blanks(ast.parse(code)))


def test_a_line_with_a_blank_gives_the_blank_where_an_answer_is_checked() -> None:
    assert filled('a = f(...)\nb = 2\nck.check("x", a)') == "a = ...\nb = 2\nck.check('x', a)"
    # Elsewhere dots are what Python says they are.
    for code in ("a = b[..., 0]", "a = b[..., 0]\nck.show(a)", "check('x', a)"):
        assert filled(code) == ast.unparse(ast.parse(code))


def test_ipython_heeds_blanks_from_the_import_on(tmp_path: Path) -> None:
    computed = next(name for name, q in QUESTIONS.items() if q.basis == "computed")
    cells = [
        "import casekit as ck\nck.language('en')",
        "import pandas as pd\ngaps = pd.DataFrame({'gap_hours': [1.0, 2.0]}, index=['a', 'b'])",
        unsolved(LINE).replace("time.selling_gap", computed),
        "gap",
        "float(gaps.loc[..., 'gap_hours'].sum())",
    ]
    code = f"""
from IPython.core.interactiveshell import InteractiveShell
shell = InteractiveShell.instance()
for cell in {cells!r}:
    result = shell.run_cell(cell)
    assert result.success, result.error_in_exec
    print(repr(result.result))
print(sum(type(each).__name__ == "_Blanks" for each in shell.ast_transformers))
"""
    clean = {**os.environ, "CASEKIT_PROGRESS": "", "IPYTHONDIR": str(tmp_path)}
    clean.pop("PYTHONWARNINGS", None)
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=tmp_path, env=clean,
        check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    told = [line for line in done.stdout.splitlines() if not line.startswith("Out[")]
    assert "Ellipsis" in told and "3.0" in told and told[-1] == "1"
    assert any(line.startswith("○") for line in told)
