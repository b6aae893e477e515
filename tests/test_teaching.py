"""The instructor's side: what it quotes is computed, and it fits the notebooks it speaks of."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PIL import Image

from casekit import analysis, model
from casekit.authoring import read_source
from casekit.authoring.teaching import TEXTS
from casekit.charts import plot_whiteboard
from casekit.company import SELLING, Case, load_case
from casekit.language import LANGUAGES
from casekit.model.plans.limits import MOST_CHANGE_HOURS
from casekit.questions import QUESTIONS
from casekit.questions.bank import EXPRESS
from casekit.world import FAMILIES
from casekit.world.facts import company_with_facts

ROOT = Path(__file__).parents[1]
SOLUTIONS = ROOT / "solutions"

#: Figures the templates may hold: minutes and sizes of the lesson, points, levels, ports.
PLAIN = {
    "guide": {"0", "00", "01", "1", "3", "04", "06", "07", "90", "180", "0.0.0.0"},
    "teaching_note": {"0", "00", "01", "02", "03", "04", "05", "06", "07", "1", "5", "8", "10",
                      "12", "15", "18", "20", "25", "30", "35", "90", "180"},
    "arguments": set(),
    "families": set(),
    "roles": set(),
    "rubric": {"0", "04", "06", "07", "1", "2", "3"},
    "checklist": {"0", "00", "02", "03", "04", "06", "07", "7", "90", "180", "0.0.0.0"},
}  # fmt: skip
#: Where titles of sources begin, whose years are no figures of the case.
SOURCES = ("## Sources for you", "## Источники для Вас")
#: Words that a Russian reader stumbles over, and that the case says otherwise.
STUMBLING = (
    "что заметить", "мысли с собой", "и что с этого руководителю", "план в сумме позади",
    "пока нет", "потеря базы", "часы уступят", "загружают компанию", "просто ",
)  # fmt: skip


def template(name: str, lang: str) -> str:
    return (SOLUTIONS / "source" / f"{name}.{lang}.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def case() -> Case:
    return load_case(ROOT / "data")


@pytest.fixture(scope="module")
def comparison(case: Case) -> model.Comparison:
    return model.Comparison(case)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", TEXTS)
def test_figures_come_from_the_data(name: str, lang: str) -> None:
    told = re.split("|".join(SOURCES), template(name, lang))[0]
    prose = re.sub(r"\{\{.*?\}\}|\{%.*?%\}|`[^`]*`", " ", told)
    prose = re.sub(r"(?m)^\d+\. ", "", prose)
    found = set(re.findall(r"\d+(?:[.,]\d+)*", prose))
    assert found <= PLAIN[name]


@pytest.mark.parametrize("name", TEXTS)
def test_both_languages_quote_the_same_figures(name: str) -> None:
    quoted = [re.findall(r"\{\{ (.*?) \}\}", template(name, lang)) for lang in LANGUAGES]
    headings = [len(re.findall(r"(?m)^#+ ", template(name, lang))) for lang in LANGUAGES]
    assert sorted(quoted[0]) == sorted(quoted[1])
    assert headings[0] == headings[1]


@pytest.mark.parametrize("name", TEXTS)
def test_both_languages_are_built_alike(name: str) -> None:
    shapes = []
    for lang in LANGUAGES:
        lines = template(name, lang).splitlines()
        rows = [line.count("|") for line in lines if line.startswith("|")]
        kinds = re.findall(r"(?m)^(?:> )?(?:-|#+|\d\.) |^>$", "\n".join(lines))
        shapes.append((rows, kinds))
    assert shapes[0] == shapes[1]


@pytest.mark.parametrize("name", TEXTS)
def test_russian_has_none_of_the_words_to_stumble_over(name: str) -> None:
    told = template(name, "ru").lower()
    assert [words for words in STUMBLING if words in told] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_roadmap_fills_both_lessons(lang: str) -> None:
    rows = re.findall(r"(?m)^\| (\d+) \| (\d+) \| \*\*", template("teaching_note", lang))
    short, long = (sum(int(row[place]) for row in rows) for place in (0, 1))
    assert (short, long) == (90, 180)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_manager_has_a_role_and_an_argument(lang: str) -> None:
    story = (ROOT / "case" / lang / "case.md").read_text(encoding="utf-8")
    speakers = re.findall(r"(?m)^\*\*([^,*]+), [^*]+\*\* [“«]", story)
    briefs = re.findall(r"(?m)^> ## ([^,]+),", template("roles", lang))
    assert len(speakers) == 6 and briefs == speakers
    board, errors = re.split(r"(?m)^## ", template("arguments", lang))[1:]
    # A head, the line below it, and six opinions, each with all five cells filled.
    rows = [line for line in board.splitlines() if line.startswith("|")]
    assert len(rows) == 2 + 6
    assert all(cell.strip() for row in rows[2:] for cell in row.strip("|").split("|"))
    assert errors.count("\n| ") >= 12


def test_what_is_said_of_the_company_is_so(case: Case) -> None:
    bridge = analysis.profit_bridge(case.financials, case.sales, case.positions, case.accounts)
    steps = bridge.drop(["year_1", "year_2"])
    made_up = -steps["volume"] / (steps["margin_our"] + steps["margin_shared"])
    assert made_up == pytest.approx(0.1, abs=0.005)
    assert steps.idxmin() == "margin_shared"
    costs = steps.drop(["volume", "margin_our", "margin_shared"])
    # Finance is right in part: most is cost, and most of the cost is not the specialists'.
    assert costs.sum() / steps.sum() > 0.5 > steps["reps"] / steps.sum()
    assert (costs < 0).all()
    # Divided by all that took something the share is a little smaller.
    assert 0.9 < (costs.sum() / steps[steps < 0].sum()) / (costs.sum() / steps.sum()) < 1.0
    # Another activity is furthest beyond its reference by the observer's hours.
    both = analysis.audit_both_ways(case.reports, case.calendar, case.benchmarks)
    others = both.loc[["service", "travel", "admin"]]
    assert others["told_gap_hours"].idxmax() != others["seen_gap_hours"].idxmax()
    assert both.at["selling", "seen_gap_hours_high"] < both.at["selling", "told_gap_hours"]
    # Of the first three by revenue some stay in the best third: of learning a part holds.
    league = analysis.league_table(case.sales, case.accounts, reports=case.reports)
    third = len(league) // 3
    assert 1 <= (league["adjusted_rank"].iloc[:3] <= third).sum() < 3
    assert len(league) // 4 == 6
    # The region: what was given is outside its noise, the net is not.
    tried = analysis.region_that_changed(case)
    assert tried is not None
    found = analysis.region_experiment(
        case, tried.region, tried.first_month, tried.last_month,
        ["opened", "margin_krub", "old_clients_krub"],
    )  # fmt: skip
    assert found.at["old_clients_krub", "times_noise_after"] < -1
    assert 0 < found.at["margin_krub", "times_noise_after"] < 1
    assert found.at["opened", "times_noise_during"] > 2


def test_what_is_said_of_hours_and_plans_is_so(case: Case, comparison: model.Comparison) -> None:
    # Retention comes first on average and last by the next hour, beyond the bands.
    average = analysis.average_productivity(case.reports, case.sales, case.positions)
    known, best = comparison.calibration, comparison.best
    hour = known.intervals.set_index("activity")
    assert average["margin_krub_per_hour"].idxmax() == hour["marginal"].idxmin() == "retention"
    told = analysis.told_apart(hour, "marginal")
    assert told.loc["retention", ["expansion", "conversion"]].all()
    assert not told.loc["expansion", "conversion"]
    # What added hours bring is mostly assumed.
    assert (
        hour.drop(index="retention")["learned_share"].max()
        < 0.5
        < hour.at["retention", "learned_share"]
    )
    # Most people's hours move as far as the limits let them, from the first phase; all is tried.
    moved = best.hours - known.today_hours
    assert (abs(moved[0]).max(axis=1) > MOST_CHANGE_HOURS - 0.01).mean() > 0.9
    found = model.proposals(known)
    chief = model.benchmark_plan(case)
    table = model.weigh(comparison, {**found.plans, "chief": chief})
    assert (table["untried_people"] == 0).all()
    # A norm or a person: neither is better in every column.
    norm, personal = table.loc["norm"], table.loc["personal"]
    assert personal["gain_krub"] > norm["gain_krub"] and personal["p20_krub"] > norm["p20_krub"]
    assert personal["people_affected"] > norm["people_affected"]
    assert personal["trough_krub"] > norm["trough_krub"] > 0
    # The chief executive is right in part, and so is the head of service.
    assert 0 < table.at["chief", "share"] < 0.95
    service = model.service_left(case)["gain_krub"]
    assert service[0.0] < 0 < service[case.terms.service_floor_hours]
    # A fall of margin by three per cent lies inside luck.
    luck = model.indicators(case, found.norm.plan)
    assert luck.at["margin_krub", "low_share"] < -0.03


@pytest.mark.slow
@pytest.mark.parametrize("family", FAMILIES)
def test_what_is_said_of_families_is_so(family: str) -> None:
    case = Case(company_with_facts(7, family).world.tables)
    known = model.calibrate_history(case)
    hour = known.intervals.set_index("activity")
    told = analysis.told_apart(hour, "marginal")
    worth = hour["marginal"]
    more = {
        (one, other): bool(told.loc[one, other] and worth[one] > worth[other])
        for one in SELLING
        for other in SELLING
        if one != other
    }
    average = analysis.average_productivity(case.reports, case.sales, case.positions)
    assert average["margin_krub_per_hour"].idxmax() == "retention"
    change = (model.best_plan(known).hours[-1] - known.today_hours).mean(axis=0)
    retention, expansion, conversion = change[:3]
    said = {
        "A": more["expansion", "retention"]
        and more["conversion", "retention"]
        and not more["expansion", "conversion"]
        and abs(retention) < 2 < min(expansion, conversion),
        "B": more["expansion", "conversion"]
        and more["retention", "conversion"]
        and not more["expansion", "retention"]
        and min(retention, expansion) > 2 * conversion,
        "C": more["expansion", "conversion"]
        and more["expansion", "retention"]
        and not more["retention", "conversion"]
        and conversion > expansion > 2,
        "D": not more["conversion", "retention"] and not more["retention", "expansion"],
    }
    assert said[family]
    missing = model.retention_cut(case)
    assert missing[3] < 0.02 < 0.05 < missing[36]
    table = model.proposals(known).table
    assert (table.loc[["norm", "personal"], "months_below"] > 0).all()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_pages_are_written_in_the_readers_language(lang: str) -> None:
    page = (SOLUTIONS / lang / "teaching_note.html").read_text(encoding="utf-8")
    told = page.split("<main>")[-1] if "<main>" in page else page
    mine, others = {"en": (r"\d\.\d", r"\d,\d\b"), "ru": (r"\d,\d", r"\d\.\d")}[lang]
    prose = re.sub(r"data:image[^\"]*|<style>.*?</style>", " ", told, flags=re.DOTALL)
    assert len(re.findall(mine, prose)) > 30
    assert re.findall(others, prose) == []
    assert {"en": "Podgorye", "ru": "Подгорье"}[lang] in prose


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_page_fetches_nothing(lang: str) -> None:
    for name in TEXTS:
        page = (SOLUTIONS / lang / f"{name}.html").read_text(encoding="utf-8")
        # A link to a page that lies beside it is not fetched before it is clicked.
        beside = {f"{other}.html" for other in TEXTS}
        linked = set(re.findall(r'(?:src|href)="(?!data:)([^"]*)"', page))
        assert linked <= beside
        assert "{{" not in page


def test_the_rubric_names_every_marked_question_once() -> None:
    for lang in LANGUAGES:
        page = (SOLUTIONS / lang / "rubric.html").read_text(encoding="utf-8")
        marked = [name for name, question in QUESTIONS.items() if question.points > 0]
        assert [name for name in QUESTIONS if page.count(f"({name})") != (name in marked)] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_slides_have_a_projectors_proportions(lang: str) -> None:
    slides = sorted((SOLUTIONS / lang / "slides").glob("*.png"))
    assert [path.name[:2] for path in slides] == [f"{place:02d}" for place in range(1, 17)]
    for path in slides:
        with Image.open(path) as picture:
            width, height = picture.size
        assert abs(width / height - 16 / 9) < 0.01 and width >= 1600


def test_the_short_path_fits_ninety_minutes() -> None:
    assert {place: len(numbers) for place, numbers in EXPRESS.items()} == {
        "01": 1, "02": 2, "03": 1, "04": 3, "05": 2, "06": 1,
    }  # fmt: skip


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
