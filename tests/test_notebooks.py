"""Every notebook as participants and graders run it: papermill, both languages, untouched."""

from __future__ import annotations

import ast
import json
import re
from pathlib import Path

import nbformat
import numpy as np
import pandas as pd
import papermill
import pytest
from fresh import NAMES, fresh_kit

import casekit as ck
from casekit import language
from casekit.analysis import reference_gaps, time_audit
from casekit.analysis.wallets import status_by_month
from casekit.company import Case, load_case
from casekit.company.schema import ACTIVITIES, SELLING
from casekit.model import Comparison, Limits, Projection, best_plan, project
from casekit.questions import QUESTIONS
from casekit.questions.checking import ANSWER_TYPE
from casekit.world.dataset import write_variant
from casekit.world.facts import company_with_facts

ROOT = Path(__file__).parents[1]

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


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A kit whose notebooks nobody has used."""
    return fresh_kit(tmp_path_factory.mktemp("kit"))


def all_but_one_slow(quick: str) -> list:
    """Names of the notebooks; all but one are of the whole proof."""
    return [pytest.param(n, marks=[] if n == quick else pytest.mark.slow) for n in NAMES]


@pytest.mark.parametrize("name", all_but_one_slow("05_what_if"))
def test_run_all_untouched(name: str, lang: str, fresh: Path, tmp_path: Path) -> None:
    source = fresh / "notebooks" / lang / f"{name}.ipynb"
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


@pytest.mark.parametrize("name", all_but_one_slow("04_the_eight_months"))
def test_another_company_is_a_parameter(
    name: str, variant: Path, fresh: Path, tmp_path: Path
) -> None:
    source = fresh / "notebooks" / "en" / f"{name}.ipynb"
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


@pytest.fixture(scope="module")
def case() -> Case:
    return load_case(ROOT / "data")


def model_text(name: str, variable: str, lang: str) -> str:
    """A model text of a notebook's source, one line, with the blanks of the keyboard."""
    source = (ROOT / "solutions" / f"{name}.py").read_text(encoding="utf-8")
    told = re.search(rf"(?ms)^{variable} = (\{{.*?^\}})\[lang\]$", source)
    assert told is not None
    return " ".join(ast.literal_eval(told[1])[lang].split())


def money(krub: float, digits: int) -> str:
    """Amount as the languages write it, with the blanks of the keyboard."""
    return language.money(krub, "₽", digits).replace("\u00a0", " ")


def said(text: str, *phrases: dict[str, str] | str) -> None:
    """Hold that a text says all this; a phrase is the same in both languages or told in each."""
    lang = language.current()
    wanted = [phrase if isinstance(phrase, str) else phrase[lang] for phrase in phrases]
    assert [phrase for phrase in wanted if phrase not in text] == []


def test_every_figure_of_the_model_letter_is_that_of_the_data(case: Case, lang: str) -> None:
    letter = model_text("04_the_eight_months", "letter", lang)
    reports, deals = case.reports, case.deals
    cycle = ck.analysis.cycle_estimates(deals, case.first_month, case.last_month)["with_open"]
    along = ck.analysis.pursuit_productivity(reports, case.sales, deals, case.positions)
    hour = ck.analysis.cost_of_hours(case.financials, reports).loc["selling", "krub_per_hour"]
    win = ck.analysis.win_over_time(case.sales, deals, case.positions, case.accounts)
    margins = win["three_years_margin_krub"]
    recurring = 100 * margins["recurring"] / margins.sum()
    known = ck.model.calibrate_history(case).intervals.set_index("activity")
    focus = ck.analysis.wins_by_focus(reports, deals, case.first_month, case.last_month)
    ends = focus.loc["many", ["times_few_low", "times_few_high"]]
    least, most = (language.number(end, 1) for end in ends)
    times = focus.loc["many", "times_few"]
    still_open = (deals["outcome"] == "open").sum()
    low, high = known.loc["conversion", ["marginal_low", "marginal_high"]]
    months, times = language.number(cycle, 1), language.number(times, 1)
    compared = focus.loc[["few", "many"], "wins"].sum()
    said(
        letter,
        {"ru": f"{months} месяца", "en": f"{months} months"},
        {
            "ru": f"{money(along['revenue_krub_per_hour'], 0)} выручки",
            "en": f"{money(along['revenue_krub_per_hour'], 0)} of revenue",
        },
        {
            "ru": f"{money(along['margin_krub_per_hour'], 1)} маржи",
            "en": f"{money(along['margin_krub_per_hour'], 1)} of margin",
        },
        money(hour, 1),
        {"ru": f"{recurring:.0f} % маржи", "en": f"{recurring:.0f}% of the margin"},
        money(known.loc["conversion", "marginal"], 1),
        money(known.loc["retention", "marginal"], 1),
        {"ru": f"{still_open} открытых сделок", "en": f"the {still_open} open deals"},
        {"ru": f"в {times} раза больше часов", "en": f"{times} times as many hours"},
        {"ru": f"{compared} побед", "en": f"{compared} wins"},
        {"ru": f"и {least}, и {most}", "en": f"{least} or {most}"},
        {
            "ru": f"и {language.number(low, 1)}, и {money(high, 1)}",
            "en": f"{money(low, 1)} or {money(high, 1)}",
        },
        {"ru": "девять месяцев", "en": "nine months"},
    )
    # The pilot of the letter outlasts a deal; the band of the ratio does not reach down to one.
    assert cycle < 9 and focus.loc["many", "times_few_low"] > 1


def test_every_figure_of_the_model_memo_is_that_of_the_data(case: Case, lang: str) -> None:
    memo = model_text("06_the_decision", "my_memo", lang)
    comparison = Comparison(case)
    best, known = comparison.best.plan, comparison.calibration
    half = best.scaled(0.5)
    whole, part = comparison.figures(best), comparison.figures(half)
    today, begun = project(known), project(known, half)
    cost = (project(known, best).profit - today.profit)["cost_krub"]
    hours = best.hours(known.today_hours, known.rep_ids, known.regions)
    first, last = ((at - known.today_hours).mean(axis=0) for at in (hours[0], hours[-1]))
    _, expansion, conversion, service, _, admin = last
    moves = round(expansion + conversion)
    years = [money(amount, 1) for amount in whole.profit_krub]
    share = ck.model.share_of_gain(known, half)
    luck = ck.analysis.region_experiment(
        case, "Ponizovye", "2025-10", case.last_month, ["old_clients_krub", "margin_krub"]
    )["noise_during"]
    clients, margin = (language.number(100 * noise, 1) for noise in luck)
    ahead = of_nine_months(begun) / of_nine_months(today) - 1
    rise = language.number(100 * ahead, 1)
    chance = {language.chance(comparison.outlook(plan).chance_of_gain) for plan in (best, half)}
    said(
        memo,
        {
            "ru": f"{years[0]} в первый год, на {years[1]} во второй и на {years[2]} в третий",
            "en": f"{years[0]} in the first year, {years[1]} in the second and {years[2]} in the",
        },
        {"ru": f"{money(cost[1], 1)} в год", "en": f"{money(cost[1], 1)} a year"},
        {"ru": f"{moves} часов в месяц", "en": f"{moves} hours a month"},
        {"ru": f"{whole.months_below} месяца", "en": f"for {whole.months_below} months"},
        money(whole.trough_krub, 0),
        {"ru": f"с {whole.payback_month}-го месяца", "en": f"from month {whole.payback_month}"},
        {"ru": f"{100 * share:.0f} % выигрыша", "en": f"{100 * share:.0f}% of the gain"},
        money(part.trough_krub, 0),
        {"ru": "примерно в 49 из 50", "en": "about 49 in 50"},
        {"ru": f"примерно на {clients} %", "en": f"by about {clients}%"},
        {"ru": "больше чем на 5 %", "en": "more than 5% behind"},
        {"ru": f"примерно на {rise} %", "en": f"by about {rise}%"},
        {"ru": f"на {margin} %", "en": f"by {margin}%"},
        {"ru": "девять месяцев", "en": "nine months"},
        {"ru": "Понизовье", "en": "Ponizovye"},
        {"ru": "с 1 августа", "en": "from 1 August"},
    )
    assert cost.nunique() == 1
    assert chance == {{"ru": "примерно 49 из 50", "en": "about 49 in 50"}[lang]}
    # Hours move from service and paperwork alone, and much the same from the first month on.
    # "Retention gives up half an hour on average."
    assert last[0] == pytest.approx(-0.5, abs=0.1) and last[4] == 0
    assert round(-service - admin) in (moves, moves - 1)
    assert expansion == pytest.approx(conversion, rel=0.1)
    assert service == pytest.approx(admin, rel=0.1)
    assert abs(first - last).max() < 0.1
    # Nobody is asked for hours that nobody has tried, nor for more than eight of a kind.
    assert whole.untried.empty and whole.below_floor == 0
    assert abs(hours - known.today_hours).max() < 8.01
    # What added hours bring is mostly assumed; what today's bring was learned.
    learned = known.intervals.set_index("activity")["learned_share"]
    assert learned[["expansion", "conversion"]].max() < 0.5 < learned["retention"]
    # No lag is expected; one stops at one that luck hardly makes, and margin tells too little.
    assert kept(begun)[9] >= kept(today)[9]
    assert 1.5 * luck["old_clients_krub"] < 0.05 < 2 * luck["old_clients_krub"]
    assert 0 < ahead < luck["margin_krub"] / 2
    # The pilot has three other regions to compare with.
    assert "Ponizovye" in known.regions and len(set(known.regions)) == 4
    assert case.label("Ponizovye") in memo


def of_nine_months(projection: Projection) -> float:
    """Gross margin of the first nine months."""
    told = projection.monthly
    return float(told.loc[told["month"] <= 9, "margin_krub"].sum())


def kept(projection: Projection) -> pd.Series:
    """Margin by month of what stays of today's business."""
    told = projection.monthly
    stays = told[(told["origin"] == "repeat") & ~told["in_pipe"]]
    return stays.groupby("month")["margin_krub"].sum()


def test_what_the_solutions_of_01_to_04_claim_holds_in_the_data(case: Case) -> None:
    # 01: one process point has most doors, another most money behind them.
    doors = ck.analysis.open_doors(case.positions, case.accounts)
    assert doors["open_krub"].idxmax() != doors["doors"].idxmax()
    # 01: growth in sales made up for no more than a tenth of the margin lost.
    bridge = ck.analysis.profit_bridge(case.financials, case.sales, case.positions, case.accounts)
    made_up = -bridge["volume"] / bridge[["margin_our", "margin_shared"]].sum()
    assert made_up == pytest.approx(0.1, abs=0.005)
    # 01: the longest step is margin at shared clients; every cost rose, and faster than sales.
    steps = bridge.drop(["year_1", "year_2"])
    assert steps.idxmin() == "margin_shared"
    pnl = ck.analysis.profit_and_loss(case.financials)
    costs = ["reps", "sales_management", "marketing", "logistics", "administration", "depreciation"]
    growth = pnl["year_2"] / pnl["year_1"] - 1
    assert growth[["cost_of_sales", *costs]].min() > growth["revenue"] > 0
    # 01: more than a third of competitors' money lies with those who buy from us.
    wallets = ck.analysis.wallets_by_status(case.positions, case.accounts)
    assert 1 / 3 < 1 - wallets.loc["competitor", "competitors_share"] < 0.38
    # 02: retention stands further past its reference than service; the extremes lie far apart.
    audit = time_audit(case.reports, case.benchmarks)
    gaps = reference_gaps(audit)["gap_hours"]
    assert gaps["retention"] > gaps["service"] > 0 > gaps["selling"]
    shares = ck.analysis.hours_by_rep(case.reports)["selling_share"]
    short = audit.loc["selling", "reference_share"] - audit.loc["selling", "share"]
    assert shares.max() - shares.min() > 3 * short
    # 02: less paperwork, service and travel is reported than there was.
    seen = ck.analysis.reports_against_calendar(case.reports, case.calendar)["difference_share"]
    assert seen["selling"] < 0 < seen[["service", "travel", "admin"]].min()
    # 04: points that were ours from the start brought 11% less in the second year.
    months = sorted(case.sales["month"].unique())
    recurring = case.sales[case.sales["line"] != "equipment"]
    ours = case.positions[case.positions["supplier"] == "us"]
    ours = ours.loc[ours["since_month"] <= months[0], ["account_id", "process_point"]]
    sold = recurring.merge(ours.drop_duplicates(), on=["account_id", "process_point"])
    first = sold.loc[sold["month"].isin(months[:12]), "revenue_krub"].sum()
    second = sold.loc[sold["month"].isin(months[12:]), "revenue_krub"].sum()
    assert f"{1 - second / first:.0%}" == "11%"


def test_what_the_solutions_of_05_and_06_claim_holds_in_the_data(case: Case) -> None:
    best = best_plan(case)
    known, today = best.calibration, project(best.calibration)
    # "First steps bring most": three tenths, then ever less, a fifth at last.
    ways = (0.0, 0.25, 0.5, 0.75, 1.0)
    shares = pd.Series([ck.model.share_of_gain(known, best.plan.scaled(way)) for way in ways])
    steps = shares.diff().dropna()
    assert steps.is_monotonic_decreasing
    assert steps.iloc[0] == pytest.approx(0.3, abs=0.015)
    assert steps.iloc[-1] == pytest.approx(0.2, abs=0.015)
    # "Without the limits the last would yield an eighth."
    free = Limits(change_hours=1000.0, untried=True)
    far = best_plan(known, free).plan.scaled(0.75)
    assert 1 - ck.model.share_of_gain(known, far, free) == pytest.approx(1 / 8, abs=0.01)
    # The borrowed split: the same direction, seven hours of retention, 4% of today's business.
    split = ck.model.benchmark_plan(case, calibration=known)
    moved = split.hours(known.today_hours, known.rep_ids, known.regions) - known.today_hours
    mean = pd.Series(moved[-1].mean(axis=0), ACTIVITIES)
    own = pd.Series((best.hours[-1] - known.today_hours).mean(axis=0), ACTIVITIES)
    assert -7 < mean["retention"] < -6.5 and abs(own["retention"]) < 1
    for change in (mean, own):
        assert change[["expansion", "conversion"]].min() > 0 > change[["service", "admin"]].max()
    behind = 1 - (kept(project(known, split)) / kept(project(known, best.plan)))[36]
    assert behind == pytest.approx(0.04, abs=0.002)
    assert 0.8 <= ck.model.share_of_gain(known, split) < 1
    # "Much alike, by fifteen or sixteen hours"; retention of most stays.
    change = best.hours[-1] - known.today_hours
    hours = abs(change).sum(axis=1) / 2
    assert np.isin(hours.round(), (15, 16)).mean() > 0.9
    assert (abs(change[:, 0]) < 2).mean() > 0.7
    # "In months already known the model erred by less" than three per cent.
    assert abs(ck.model.hindcast(case).error_share) < 0.03
    # 40% less retention: next to nothing in the first quarter, and ever more after that.
    cut = project(known, ck.model.shifted_plan(known, "retention", 0.4, into="admin"))
    missing = 1 - cut.base / today.base
    assert missing.loc[3] < 0.005 and missing.loc[36] > 2 * missing.loc[12]


def test_the_kinds_of_selling_are_where_02_says_they_are(case: Case) -> None:
    """Retention at our clients and shared ones, expansion at shared, conversion at competitors'."""
    reports = case.reports
    status = status_by_month(
        case.positions, case.accounts, reports["month"].min(), reports["month"].max()
    )
    rows = status.index.get_indexer(reports["account_id"])
    where = status.to_numpy()[rows, status.columns.get_indexer(reports["month"])]
    spent = reports.groupby(where)[[f"{name}_hours" for name in SELLING]].sum() > 0
    assert spent["retention_hours"][["our", "shared", "competitor"]].tolist() == [True, True, False]
    assert spent["expansion_hours"][["our", "shared", "competitor"]].tolist() == [
        False,
        True,
        False,
    ]
    assert spent["conversion_hours"][["our", "shared", "competitor"]].tolist() == [
        False, False, True,
    ]  # fmt: skip


def test_what_the_words_of_02_claim_holds_in_the_data(case: Case) -> None:
    audit = time_audit(case.reports, case.benchmarks)
    gap = reference_gaps(audit)["gap_hours"]
    # "Retention fills more than half of the selling time."
    assert audit.loc["retention", "hours"] > audit.loc["selling", "hours"] / 2
    # "The whole gap sits in two rows"; "travel stays a little short of its reference."
    assert gap["service"] + gap["admin"] > -gap["selling"] > 0
    assert 0.1 * gap["selling"] < gap["travel"] < 0
    # "A point is a hundredth of the working month, which is more than an hour."
    assert audit.drop(index="selling")["hours"].sum() / 100 > 1
