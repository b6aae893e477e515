"""Every notebook as participants and graders run it: papermill, both languages, untouched."""

from __future__ import annotations

import ast
import json
import re
from collections import Counter
from pathlib import Path

import nbformat
import papermill
import pytest
from fresh import NAMES, fresh_kit

import casekit as ck
from casekit import language
from casekit.analysis import reference_gaps, time_audit
from casekit.analysis.wallets import status_by_month
from casekit.authoring import read_source
from casekit.company import Case, load_case
from casekit.company.schema import SELLING
from casekit.questions import QUESTIONS
from casekit.questions.checking import ANSWER_TYPE
from casekit.questions.verdict import SIGNS
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


def asked_in(notebook: nbformat.NotebookNode, call: str) -> list[str]:
    """Questions that a notebook asks by a call; words about the call are none."""
    code = [cell.source for cell in notebook.cells if cell.cell_type == "code"]
    return [each for source in code for each in re.findall(rf'ck\.{call}\(\s*"([\w.]+)"', source)]


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
    waiting = language.text("verdict-not-attempted", lang=lang)
    assert sum(waiting in text for text in shown) == len(asked_in(done, "check"))
    cards = asked_in(done, "ask")
    with language.using(lang, "₽"):
        words = [language.text(QUESTIONS[each].text_key) for each in cards]
    assert cards and [each for each in words if not any(each in text for text in shown)] == []
    assert not any(o["output_type"] in ("error", "stream") for o in found)
    assert not any(ANSWER_TYPE in o.get("data", {}) for o in found)


@pytest.fixture(scope="module")
def variant(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folder of another company, of the family least like the shipped one."""
    folder = tmp_path_factory.mktemp("variant") / "company"
    write_variant(company_with_facts(17, "D"), folder)
    return folder


@pytest.mark.slow
@pytest.mark.parametrize("name", all_but_one_slow("04_when_the_money_comes"))
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
    asked = asked_in(solved, "ask") + asked_in(solved, "check")
    found = {
        record["question"]: " ".join(str(o.get("data", {}).get("text/plain", "")) for o in outs)
        for outs in (cell.get("outputs", []) for cell in solved.cells)
        for record in (o["data"][ANSWER_TYPE] for o in outs if ANSWER_TYPE in o.get("data", {}))
    }
    assert asked and set(found) - set(asked_in(solved, "guess")) == set(asked)
    # A bet, a text and a forecast are kept; whatever can be right is.
    kept = {
        each for each in asked if QUESTIONS[each].guess or QUESTIONS[each].kind in ("text", "range")
    }
    sign = {each: SIGNS["recorded" if each in kept else "correct"] for each in asked}
    assert [each for each in asked if f"{sign[each]} " not in found[each]] == []


@pytest.mark.parametrize("name", NAMES)
def test_a_cell_shows_a_picture_once_and_above_its_card(name: str, lang: str) -> None:
    solved = nbformat.read(ROOT / "solutions" / lang / f"{name}.ipynb", as_version=4)
    pictures = 0
    for cell in solved.cells:
        # A board is a cell's result; its picture on paper is part of it.
        kinds = [
            "picture"
            if output["output_type"] == "display_data" and "image/png" in output["data"]
            else output["output_type"]
            for output in cell.get("outputs", [])
        ]
        drawn = kinds.count("picture")
        assert drawn == len(re.findall(r"ck\.(?:charts|later)\.plot_", cell.source))
        if drawn and "execute_result" in kinds:
            assert kinds.index("execute_result") == len(kinds) - 1
            pictures += 1
    assert pictures or name.startswith("00")


@pytest.mark.parametrize("name", NAMES)
def test_a_notebook_is_fifteen_to_thirty_cells(name: str) -> None:
    assert 15 <= len(read_source(ROOT / "solutions" / f"{name}.py").steps) <= 30


def test_one_verdict_has_one_word_wherever_an_opinion_is_judged(lang: str) -> None:
    words: dict[str, set[str]] = {}
    with language.using(lang):
        for name, question in QUESTIONS.items():
            if name.startswith("opinions."):
                for code, key in question.word_keys.items():
                    words.setdefault(code, set()).add(language.text(key))
    assert set(words) == {"right", "partly", "wrong", "unsaid"}
    assert [code for code, told in words.items() if len(told) > 1] == []


def test_every_question_is_asked_once() -> None:
    source = "".join((ROOT / "solutions" / f"{n}.py").read_text(encoding="utf-8") for n in NAMES)
    asked = Counter(re.findall(r'ck\.(?:ask|check)\(\s*"([\w.]+)"', source))
    guesses = set(re.findall(r'ck\.guess\(\s*"([\w.]+)"', source))
    assert set(asked.values()) == {1}
    assert {*asked, *guesses} == set(QUESTIONS)


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
    letter = model_text("04_when_the_money_comes", "letter", lang)
    reports, deals = case.reports, case.deals
    cycle = ck.analysis.cycle_estimates(deals, case.first_month, case.last_month)["with_open"]
    along = ck.analysis.pursuit_productivity(reports, case.sales, deals, case.positions)
    told, seen = (
        ck.analysis.cost_of_hours(case.financials, hours).loc["selling", "krub_per_hour"]
        for hours in (reports, ck.analysis.as_observed(reports, case.calendar))
    )
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
            "ru": f"{money(along['margin_krub_per_hour'], 1)} маржи",
            "en": f"{money(along['margin_krub_per_hour'], 1)} of margin",
        },
        money(told, 1),
        money(seen, 1),
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
    # 02: retention stands further past its reference than service.
    audit = time_audit(case.reports, case.benchmarks)
    gaps = reference_gaps(audit)["gap_hours"]
    assert gaps["retention"] > gaps["service"] > 0 > gaps["selling"]
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
