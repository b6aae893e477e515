"""The instructor's side: what it quotes is computed, and it fits the notebooks it speaks of."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PIL import Image

from casekit.analysis import profit_bridge
from casekit.authoring import read_source
from casekit.authoring.teaching import TEXTS
from casekit.charts import plot_whiteboard
from casekit.company import load_case
from casekit.language import LANGUAGES
from casekit.model import best_plan, project
from casekit.questions import QUESTIONS
from casekit.questions.bank import EXPRESS

ROOT = Path(__file__).parents[1]
SOLUTIONS = ROOT / "solutions"

#: Figures the templates may hold: minutes and sizes of the lesson, points, levels, ports.
PLAIN = {
    "guide": {"0", "01", "1", "3", "04", "90", "180", "200", "0.0.0.0"},
    "teaching_note": {"0", "00", "01", "02", "03", "04", "05", "06", "1", "2", "4", "5", "6", "10",
                      "15", "20", "24", "25", "30", "40", "90", "180"},
    "rubric": {"0", "04", "06", "1", "2", "3"},
    "checklist": {"0", "00", "02", "03", "04", "06", "7", "90", "180", "200", "0.0.0.0"},
}  # fmt: skip


def template(name: str, lang: str) -> str:
    return (SOLUTIONS / "source" / f"{name}.{lang}.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", TEXTS)
def test_figures_come_from_the_data(name: str, lang: str) -> None:
    prose = re.sub(r"\{\{.*?\}\}|\{%.*?%\}|`[^`]*`", " ", template(name, lang))
    prose = re.sub(r"(?m)^\d+\. ", "", prose)
    found = set(re.findall(r"\d+(?:[.,]\d+)*", prose))
    assert found <= PLAIN[name]


@pytest.mark.parametrize("name", TEXTS)
def test_both_languages_quote_the_same_figures(name: str) -> None:
    quoted = [re.findall(r"\{\{ (.*?) \}\}", template(name, lang)) for lang in LANGUAGES]
    headings = [len(re.findall(r"(?m)^#+ ", template(name, lang))) for lang in LANGUAGES]
    assert sorted(quoted[0]) == sorted(quoted[1])
    assert headings[0] == headings[1]


def test_what_the_note_says_in_words_is_so() -> None:
    case = load_case(ROOT / "data")
    steps = profit_bridge(case.financials, case.sales, case.positions, case.accounts)
    assert 0.5 < -steps["volume"] / (steps["margin_our"] + steps["margin_shared"]) < 0.75
    today, planned = project(case).hours, project(case, best_plan(case).plan).hours
    moved = abs(planned - today).mean(axis=(1, 2))
    assert moved[0] == max(moved) and moved[-1] < 0.9 * moved[0]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_page_fetches_nothing(lang: str) -> None:
    for name in TEXTS:
        page = (SOLUTIONS / lang / f"{name}.html").read_text(encoding="utf-8")
        # A link to a page that lies beside it is not fetched before it is clicked.
        beside = {f"{other}.html" for other in TEXTS}
        linked = set(re.findall(r'(?:src|href)="(?!data:)([^"]*)"', page))
        assert linked <= beside
        assert "{{" not in page


def test_the_rubric_names_every_question_once() -> None:
    for lang in LANGUAGES:
        page = (SOLUTIONS / lang / "rubric.html").read_text(encoding="utf-8")
        assert all(page.count(f"({name})") == 1 for name in QUESTIONS)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_slides_have_a_projectors_proportions(lang: str) -> None:
    slides = sorted((SOLUTIONS / lang / "slides").glob("*.png"))
    assert len(slides) == 12
    for path in slides:
        with Image.open(path) as picture:
            width, height = picture.size
        assert abs(width / height - 16 / 9) < 0.01 and width >= 1600


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("place", EXPRESS)
def test_each_notebook_names_the_questions_of_its_short_path(place: str, lang: str) -> None:
    (path,) = SOLUTIONS.glob(f"{place}_*.py")
    texts = [step.texts[lang] for step in read_source(path).steps if step.kind == "markdown"]
    sign = {"en": "In a workshop of 90 minutes", "ru": "На занятии в 90 минут"}[lang]
    (line,) = [row for words in texts for row in words.splitlines() if sign in row]
    told = tuple(int(number) for number in re.findall(r"\d+", line.replace("90", "", 1)))
    assert told == EXPRESS[place]
    asked = {
        int(number)
        for words in texts
        for number in re.findall(r"(?m)^#+ (?:Question|Вопрос) (\d+)", words)
    }
    assert set(told) <= asked


def test_the_whiteboard_folds_long_lines_and_keeps_columns_apart() -> None:
    import matplotlib.pyplot as plt

    ax = plot_whiteboard([("Left", "a word " * 12), ("Right", "short\n\nlines")])
    ax.figure.canvas.draw()
    left, right = (
        max(
            (t.get_window_extent() for t in ax.texts if int(t.get_position()[0]) == place),
            key=lambda box: box.x1,
        )
        for place in (0, 1)
    )
    border = ax.transData.transform((1, 0))[0]
    assert left.x1 < border < right.x0
    plt.close(ax.figure)
