"""The case text: true for any company, the same facts in both languages, fit to print."""

from __future__ import annotations

import os
import re
import shutil
import tomllib
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from jinja2 import UndefinedError, nodes

from casekit import language
from casekit.analysis.wallets import OUR_FROM_SHARE
from casekit.authoring.compare import same_file
from casekit.authoring.exhibits import exhibits
from casekit.authoring.story import SOURCE, case_text, glossary, page, story, templates
from casekit.authoring.story_figures import story_figures
from casekit.company import Case
from casekit.language import LANGUAGES, using
from casekit.language.counting import counted
from casekit.questions.key import read_key
from casekit.world.draw import draw_company
from casekit.world.name_parts import SURNAMES
from casekit.world.shipped import shipped_company

KIT_CASE = SOURCE.parent
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
#: Digits a template may hold: what the story itself fixes, and the marks of a numbered list.
ALLOWED_DIGITS = re.compile(r"100\s?%|B2B|^\d\. ", re.MULTILINE)
#: Sections in which the word that the case strikes out may stand, to be struck out.
ABOUT_THE_WORD = (0, -2)
BANNED = {"en": r"\bsimpl[ey]\w*|\bjust\b", "ru": r"\bпросто\b"}
THE_WORD = {"en": r"\bnew\W+(client|customer|account)", "ru": r"\bнов\w+\W+(клиент|заказчик)"}
#: Cases of a company's life the text must be true for: each family, several seeds.
COMPANIES = [
    pytest.param(family, seed, marks=[] if seed == 3 else pytest.mark.slow)
    for family in "ABCD"
    for seed in (3, 17, 40)
]


@pytest.fixture(scope="module")
def shipped() -> Case:
    return Case(shipped_company().world.tables)


@pytest.fixture(scope="module")
def drawn(shipped: Case) -> dict[str, bytes]:
    return exhibits(shipped)


def template(lang: str) -> str:
    return (SOURCE / f"case.{lang}.md").read_text(encoding="utf-8")


def standing(lang: str, name: str) -> str:
    return (KIT_CASE / lang / name).read_text(encoding="utf-8")


def placeholders(lang: str) -> list[str]:
    return re.findall(r"\{\{\s*([\w.]+)", template(lang))


def sections(written: str) -> list[str]:
    return re.split(r"^## ", written, flags=re.MULTILINE)[1:]


def test_the_kit_holds_what_the_sources_give(shipped: Case, drawn: dict[str, bytes]) -> None:
    built = story(shipped, drawn=drawn)
    assert len(built) == 5 * len(LANGUAGES)
    for name, content in built.items():
        assert same_file(name, content, (KIT_CASE / name).read_bytes()), name


@pytest.mark.parametrize(("family", "seed"), COMPANIES)
def test_the_text_fits_any_company(family: str, seed: int, lang: str, shipped: Case) -> None:
    case = Case(draw_company(seed, family).tables)
    exhibits_page = standing(lang, "exhibits.md")
    written = case_text(case, exhibits_page)
    assert case.label(case.name) in written
    assert not re.search(r"\{\{|\bnan\b|None|\[\]|«»|“”|: ?\.|\(\)|[-−]\d", written)
    # What the story says of any company, without knowing which way its answers lie.
    figures = story_figures(case)
    assert len(figures["rival_client"]["rivals"]) == len(figures["shared_client"]["rivals"]) == 1
    assert figures["rival_client"]["points"] >= 3
    assert figures["shared_client"]["our_points"] and figures["shared_client"]["their_points"]
    # Nothing is left of the shipped company.
    with using(lang):
        for value in (shipped.name, story_figures(shipped)["rival_client"]["name"]):
            assert value not in written


def test_examples_are_what_the_tables_say(shipped: Case) -> None:
    figures = story_figures(shipped)
    accounts = shipped.accounts.set_index("name")
    now = shipped.positions[shipped.positions["until_month"] == ""]
    for key, status in (("rival_client", "competitor"), ("shared_client", "shared")):
        account = accounts.loc[figures[key]["name"]]
        assert account["status"] == status
        points = now[now["account_id"] == account["account_id"]]
        held = set(points["supplier"])
        assert held - {"us"} == set(figures[key]["rivals"])
        assert ("us" in held) == (status == "shared")
        assert points["wallet_krub_per_month"].sum() == account["wallet_krub_per_month"]
        # Nobody ever came to the one; at the other our points have been ours all along.
        known = shipped.positions[shipped.positions["account_id"] == account["account_id"]]
        if status == "competitor":
            assert "us" not in set(known["supplier"])
            for table in (shipped.deals, shipped.reports, shipped.sales):
                assert account["account_id"] not in set(table["account_id"])
        else:
            ours = points.loc[points["supplier"] == "us", "since_month"]
            assert ours.max() <= shipped.first_month
    financials = shipped.financials
    year_2 = financials[financials["month"] > "2025-06"].groupby("line")["amount_krub"].sum()
    assert figures["revenue_2"] == language.money(year_2["revenue"])
    profit = 2 * year_2["revenue"] - year_2.sum()
    assert figures["profit_2"] == language.money(profit)
    wallet = shipped.accounts["wallet_krub_per_month"].sum()
    assert figures["wallet"] == language.money(wallet)


def test_the_board_meets_on_a_monday_after_the_books_are_closed(shipped: Case) -> None:
    assert shipped.last_month == "2026-06"
    assert story_figures(shipped)["board_date"] == "20 July 2026"


def test_both_languages_say_the_same_in_the_same_order() -> None:
    english, russian = (sections(template(lang)) for lang in LANGUAGES)
    assert len(english) == len(russian)
    for one, two in zip(english, russian, strict=True):
        assert one.count("\n\n") == two.count("\n\n"), one.splitlines()[0]
        assert one.count("**") == two.count("**"), one.splitlines()[0]
    assert placeholders("en") == placeholders("ru")


def test_a_misspelt_figure_is_an_error_and_no_figure_lies_idle(shipped: Case) -> None:
    with pytest.raises(UndefinedError):
        templates().from_string("{{ figures.revenu_2 }}").render(figures=story_figures(shipped))
    quoted = set(placeholders("en"))
    figures = {f"figures.{name}": value for name, value in story_figures(shipped).items()}
    names = {
        f"{name}.{inner}" if inner else name
        for name, value in figures.items()
        for inner in (value if isinstance(value, dict) else [""])
    }
    assert names - quoted == {"figures.rival_client.points"}


def test_templates_hold_no_figure_of_their_own(lang: str) -> None:
    outside = "".join(
        part.data
        for output in templates().parse(template(lang)).find_all(nodes.Output)
        for part in output.nodes
        if isinstance(part, nodes.TemplateData)
    )
    assert re.findall(r"\S*\d\S*", ALLOWED_DIGITS.sub("", outside)) == []


def test_words_that_the_case_does_without(lang: str) -> None:
    written = standing(lang, "case.md")
    assert not re.search(BANNED[lang], written, re.IGNORECASE)
    parts = sections(written)
    about = [parts[place] for place in ABOUT_THE_WORD]
    assert all(re.search(THE_WORD[lang], part, re.IGNORECASE) for part in about)
    rest = "".join(part for part in parts if part not in about) + standing(lang, "glossary.md")
    assert not re.search(THE_WORD[lang], rest, re.IGNORECASE)


def test_the_facts_the_story_must_tell(lang: str) -> None:
    told = {
        "en": "better business solution|100%|doors|process point|complete solution|adds value|"
        "repeat purchases|expansion|activation|retention|conversion|8.months|service, travel|"
        "Istanbul|KPD|online|Profitability is falling",
        "ru": "лучшее бизнес-решение|100.%|двери|точк|комплексное решение|добавленн|"
        "повторные покупки|расширение|активация|удержание|конверсия|8.месяцев|сервис, командировки|"
        "Стамбул|КПД|онлайн|Доходность падает",
    }
    written = standing(lang, "case.md")
    missing = [p for p in told[lang].split("|") if not re.search(p, written, re.IGNORECASE)]
    assert missing == []


def test_it_is_as_long_as_a_case_people_read(lang: str) -> None:
    body = standing(lang, "case.md").rsplit("\n**", 1)[0]
    assert 1800 <= len(re.findall(r"\w[\w’-]*", body)) <= 3000


def test_no_answer_is_given_away(shipped: Case, lang: str) -> None:
    key = read_key(KIT_CASE.parent)
    written = standing(lang, "case.md")
    share = key["company.served_share"].right(shipped)
    gap = key["time.selling_gap"].right(shipped)
    for answer in (language.percent(share), language.percent(share, 1), language.hours(gap, 1)):
        assert answer not in written


def test_people_of_the_story_are_nobody_in_the_tables() -> None:
    people = re.findall(r"^\*\*\w+ (\w+),", template("ru"), re.MULTILINE)
    assert len(people) == 6
    assert not {name.removesuffix("а") for name in people} & set(SURNAMES)


def test_published_figures_are_those_of_the_reference_table(shipped: Case) -> None:
    entries = tomllib.loads((SOURCE / "sources.toml").read_text(encoding="utf-8"))["source"]
    survey = next(entry for entry in entries if entry["key"] == "cso")
    benchmarks = shipped.benchmarks.set_index("metric")
    assert benchmarks.at["selling_share", "reference"] == survey["selling_share"]
    assert survey["en"].split(",")[0] in benchmarks.at["selling_share", "basis"]
    quoted = "".join(placeholders("en"))
    assert all(f"number.{entry['key']}" in quoted for entry in entries)


def test_exhibits_are_called_by_their_numbers(drawn: dict[str, bytes], lang: str) -> None:
    page_of_exhibits = drawn[f"{lang}/exhibits.md"].decode("utf-8")
    word = {"en": r"Exhibit (\d)", "ru": r"приложени[еи] (\d)"}[lang]
    called = set(re.findall(word, standing(lang, "case.md"), re.IGNORECASE))
    assert called == {"1", "2", "3", "4", "5"}
    for title in re.findall(r"!\[(.+?)\]", standing(lang, "case.md")):
        assert f"## {title}" in page_of_exhibits


class _Page(HTMLParser):
    """What a page would fetch, where it leads, and whether every tag is closed."""

    def __init__(self) -> None:
        super().__init__()
        self.fetched: list[str] = []
        self.links: list[str] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "a":
            self.links.append(str(given["href"]))
        elif tag in ("script", "link", "iframe", "object"):
            self.fetched.append(tag)
        self.fetched += [str(given[name]) for name in ("src", "srcset", "poster") if name in given]
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.mark.parametrize(("name", "pictures"), [("case", 2), ("exhibits", 4)])
def test_the_page_fetches_nothing_and_prints(lang: str, name: str, pictures: int) -> None:
    written = standing(lang, f"{name}.html")
    seen = _Page()
    seen.feed(written)
    assert seen.open == []
    assert len(seen.fetched) == pictures
    assert all(address.startswith("data:image/png;base64,iVBOR") for address in seen.fetched)
    entries = tomllib.loads((SOURCE / "sources.toml").read_text(encoding="utf-8"))["source"]
    assert seen.links == [entry["url"] for entry in entries if name == "case"]
    assert "url(" not in written and "@import" not in written
    assert "@media print" in written and "@page" in written
    assert f'<html lang="{lang}">' in written
    assert written.count("<figcaption>") == pictures and "<p><figure" not in written


@pytest.mark.browser
@pytest.mark.skipif(
    CHROMIUM is None and not os.environ.get("CASEKIT_REQUIRE_BROWSER"), reason="needs Chromium"
)
# Playwright's own event loop is closed late on some Pythons.
@pytest.mark.filterwarnings("ignore::ResourceWarning")
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_on_paper_it_has_four_to_six_pages(lang: str) -> None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as tools:
        browser = tools.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"]
        )
        paper = browser.new_page()
        asked: list[str] = []
        paper.on("request", lambda request: asked.append(request.url.split(":")[0]))
        paper.goto((KIT_CASE / lang / "case.html").as_uri())
        shown = paper.evaluate("[...document.images].map(image => image.naturalWidth > 0)")
        printed = paper.pdf(prefer_css_page_size=True)
        browser.close()
    assert shown == [True, True]
    assert set(asked) <= {"file", "data"}
    assert 4 <= len(re.findall(rb"/Type\s*/Page\b", printed)) <= 6


def test_what_looks_like_a_tag_is_text() -> None:
    shown = page("# A <b> & co\n\n<script>alert()</script>\n", {})
    assert "<script" not in shown and "&lt;script" in shown
    assert "<title>A &lt;b&gt; &amp; co</title>" in shown


def test_only_bytes_of_pictures_may_differ() -> None:
    one, two = b'<p>a</p><img src="data:image/png;base64,AA=="', b"data:image/png;base64,BB=="
    other = one.replace(b"data:image/png;base64,AA==", two)
    assert same_file("case.html", one, other)
    assert not same_file("case.html", one, other.replace(b"<p>a", b"<p>b"))
    assert not same_file("case.html", one, one.replace(b"data:image/png;base64,AA==", b""))
    assert not same_file("case.md", one, other)
    assert same_file("a.png", b"1", b"2") and not same_file("a.png", b"1", None)


def terms() -> Iterator[dict[str, dict[str, str]]]:
    yield from tomllib.loads((SOURCE / "glossary.toml").read_text(encoding="utf-8"))["term"]


def test_every_term_is_told_in_every_language() -> None:
    codes = [str(term["code"]) for term in terms()]
    assert len(set(codes)) == len(codes) >= 25
    for lang in LANGUAGES:
        with using(lang):
            table = glossary()
            names = [term[lang]["term"] for term in terms()]
            assert len(set(names)) == len(names)
            assert all(f"| **{name}** |" in table for name in names)
        assert all(term[lang]["meaning"].endswith(".") for term in terms())
    assert all(term.keys() == {"code", *LANGUAGES} for term in terms())


def test_whose_client_it_is_depends_on_the_share_the_code_takes(lang: str) -> None:
    told = {str(term["code"]): term[lang]["meaning"] for term in terms()}
    with using(lang):
        border = language.percent(1 - OUR_FROM_SHARE)
        assert border in told["our_client"] and border in told["shared_client"]
        assert border in language.text("column-accounts-status")


def test_terms_are_those_of_charts_and_tables(lang: str) -> None:
    names = {str(term["code"]): term[lang]["term"] for term in terms()}
    for activity in ("retention", "expansion", "conversion"):
        assert names[activity] == language.text(f"activity-{activity}")
    plural = {"en": "s", "ru": ""}[lang]
    assert names["shared_client"] + plural in {"shared clients", "общий клиент"}
    for code, key in (("margin", "pnl-gross_margin"), ("operating_profit", "pnl-operating_profit")):
        assert names[code] == language.text(key).lower()


@pytest.mark.parametrize(
    ("lang_", "count", "told"),
    [("en", 1, "1 day"), ("en", 11, "11 days"), ("ru", 1, "1 день"), ("ru", 22, "22 дня"),
     ("ru", 11, "11 дней"), ("ru", 1005, "1 005 дней")],
)  # fmt: skip
def test_counted_things_take_the_right_form(lang_: str, count: int, told: str) -> None:
    forms = {"en": ("day", "days"), "ru": ("день", "дня", "дней")}[lang_]
    with using(lang_):
        assert counted(count, *forms).replace("\N{NO-BREAK SPACE}", " ") == told
        with pytest.raises(ValueError):
            counted(count, *forms, "one too many")


def test_source_folder_is_in_the_kit() -> None:
    assert Path(__file__).parents[1] / "case" / "source" == SOURCE
