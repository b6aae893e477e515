"""Every notebook as participants and graders run it: papermill, both languages, untouched."""

from __future__ import annotations

import json
from pathlib import Path

import nbformat
import papermill
import pytest

from casekit import language
from casekit.analysis import reference_gaps, time_audit
from casekit.company import load_case
from casekit.questions import QUESTIONS
from casekit.questions.checking import ANSWER_TYPE
from casekit.world.dataset import write_variant
from casekit.world.facts import company_with_facts

ROOT = Path(__file__).parents[1]
NAMES = sorted(path.stem for path in (ROOT / "solutions").glob("[0-9]*.py"))

# Jupyter's own libraries leave sockets to the garbage collector at the end of a run.
pytestmark = [
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),
]


def outputs(notebook: nbformat.NotebookNode) -> list[dict]:
    return [output for cell in notebook.cells for output in cell.get("outputs", [])]


def checks_in(notebook: nbformat.NotebookNode) -> int:
    """How many answers are checked; words about `ck.check(...)` are none."""
    code = [cell.source for cell in notebook.cells if cell.cell_type == "code"]
    return sum(source.count("ck.check(") for source in code)


@pytest.mark.parametrize("name", NAMES)
def test_run_all_untouched(name: str, lang: str, tmp_path: Path) -> None:
    source = ROOT / "notebooks" / lang / f"{name}.ipynb"
    done = papermill.execute_notebook(
        source, tmp_path / "out.ipynb", cwd=source.parent, progress_bar=False
    )
    found = outputs(done)
    shown = [str(o.get("data", {}).get("text/plain", "")) for o in found]
    questions = checks_in(done)
    waiting = language.text("verdict-not-attempted", lang=lang)
    assert sum(waiting in text for text in shown) == questions > 0
    assert not any(o["output_type"] in ("error", "stream") for o in found)
    assert not any(ANSWER_TYPE in o.get("data", {}) for o in found)


@pytest.fixture(scope="module")
def variant(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folder of another company, of the family least like the shipped one."""
    folder = tmp_path_factory.mktemp("variant") / "company"
    write_variant(company_with_facts(17, "D"), folder)
    return folder


@pytest.mark.parametrize("name", NAMES)
def test_another_company_is_a_parameter(name: str, variant: Path, tmp_path: Path) -> None:
    source = ROOT / "notebooks" / "en" / f"{name}.ipynb"
    done = papermill.execute_notebook(
        source,
        tmp_path / "out.ipynb",
        {"data": str(variant)},
        cwd=source.parent,
        progress_bar=False,
    )
    assert load_case(variant).name in json.dumps(done, ensure_ascii=False)


@pytest.mark.parametrize("name", NAMES)
def test_solved_notebooks_answer_every_question_rightly(name: str, lang: str) -> None:
    solved = nbformat.read(ROOT / "solutions" / lang / f"{name}.ipynb", as_version=4)
    right = language.text("verdict-correct", lang=lang)
    texts = [str(o.get("data", {}).get("text/plain", "")) for o in outputs(solved)]
    records = [o["data"][ANSWER_TYPE] for o in outputs(solved) if ANSWER_TYPE in o.get("data", {})]
    asked = checks_in(solved)
    # A plan is good by the model; a text is kept for a person.
    others = [language.text(f"verdict-{name}", lang=lang) for name in ("plan-full", "text-kept")]
    well = sum(any(words in text for words in (right, *others)) for text in texts)
    assert well == len(records) == asked
    assert {record["question"] for record in records} <= set(QUESTIONS)


def test_every_question_is_asked_once() -> None:
    sources = [(ROOT / "solutions" / f"{name}.py").read_text(encoding="utf-8") for name in NAMES]
    for question in QUESTIONS:
        assert sum(source.count(f'ck.check("{question}"') for source in sources) == 1


def test_what_the_words_of_02_claim_holds_in_the_data() -> None:
    case = load_case(ROOT / "data")
    audit = time_audit(case.reports, case.benchmarks)
    gap = reference_gaps(audit)["gap_hours"]
    # "Retention fills more than half of the selling time."
    assert audit.loc["retention", "hours"] > audit.loc["selling", "hours"] / 2
    # "The missing hours sit in service and administration"; "travel sits on its reference."
    assert gap["service"] + gap["admin"] > -2 / 3 * gap["selling"] > 0
    assert abs(gap["travel"]) < -0.1 * gap["selling"]
    # "A point is a hundredth of the working month, which is more than an hour."
    assert audit.drop(index="selling")["hours"].sum() / 100 > 1
