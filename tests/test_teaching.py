"""The instructor's side: what it quotes is computed, and it fits the notebooks it speaks of."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PIL import Image

from casekit.analysis import (
    average_productivity,
    profit_bridge,
    reference_gaps,
    time_audit,
)
from casekit.authoring import read_source
from casekit.authoring.teaching import TEXTS
from casekit.charts import plot_whiteboard
from casekit.company import load_case
from casekit.language import LANGUAGES
from casekit.model import Comparison, project
from casekit.model.plans.limits import MOST_CHANGE_HOURS
from casekit.questions import QUESTIONS
from casekit.questions.bank import EXPRESS

ROOT = Path(__file__).parents[1]
SOLUTIONS = ROOT / "solutions"

#: Figures the templates may hold: minutes and sizes of the lesson, points, levels, ports.
PLAIN = {
    "guide": {"0", "01", "1", "3", "04", "90", "180", "0.0.0.0"},
    "teaching_note": {"0", "00", "01", "02", "03", "04", "05", "06", "1", "2", "4", "5", "6", "10",
                      "15", "20", "24", "25", "30", "40", "90", "180"},
    "rubric": {"0", "04", "06", "1", "2", "3"},
    "checklist": {"0", "00", "02", "03", "04", "06", "7", "90", "180", "0.0.0.0"},
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
    made_up = -steps["volume"] / (steps["margin_our"] + steps["margin_shared"])
    assert made_up == pytest.approx(0.1, abs=0.005)
    assert steps.drop(["year_1", "year_2"]).idxmin() == "margin_shared"
    gaps = reference_gaps(time_audit(case.reports, case.benchmarks))["gap_hours"]
    assert gaps[["service", "admin"]].sum() > -gaps["selling"] > 0
    # Retention comes first on average and last by the next hour, beyond the bands.
    average = average_productivity(case.reports, case.sales, case.positions)
    comparison = Comparison(case)
    known, best = comparison.calibration, comparison.best
    hour = known.intervals.set_index("activity")
    assert average["margin_krub_per_hour"].idxmax() == hour["marginal"].idxmin() == "retention"
    others = hour.drop(index="retention")
    assert hour.at["retention", "marginal_high"] < others["marginal_low"].min()
    assert others["marginal_low"].max() < others["marginal_high"].min()
    # What added hours bring is mostly assumed.
    assert others["learned_share"].max() < 0.5
    # Most people's hours move as far as the limits let them; phases hardly differ; all is tried.
    moved = best.hours - known.today_hours
    assert (abs(moved).max(axis=(0, 2)) > MOST_CHANGE_HOURS - 0.01).mean() > 0.9
    assert abs((moved[0] - moved[-1]).mean(axis=0)).max() < 0.1
    figures = comparison.figures(best.plan)
    assert figures.untried.empty and figures.trough_krub > 0
    # The borrowed split takes almost seven hours of retention, the best plan next to none, and
    # about four per cent less is left of the margin of today's business after three years.
    split = comparison.benchmark.hours(known.today_hours, known.rep_ids, known.regions)
    assert -7 < (split - known.today_hours)[-1, :, 0].mean() < -6.5
    assert abs(moved[-1, :, 0].mean()) < 1
    kept = []
    for plan in (comparison.benchmark, best.plan):
        told = project(known, plan).monthly
        stays = (told["origin"] == "repeat") & ~told["in_pipe"] & (told["month"] == 36)
        kept.append(told.loc[stays, "margin_krub"].sum())
    assert 1 - kept[0] / kept[1] == pytest.approx(0.04, abs=0.002)


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
