"""Pictures of nine months later: words inside the picture, apart, and in one language."""

from __future__ import annotations

from itertools import combinations

import matplotlib

matplotlib.use("Agg")

import matplotlib.pyplot as plt
import pytest
from test_charts import CYRILLIC, LATIN, words

from casekit import language, later
from casekit.company import Case, load_case
from casekit.company.outcome_file import read_outcome
from casekit.grading.later import Later
from casekit.later import NineMonths
from casekit.later.months import _truth
from casekit.model import Plan
from casekit.world.shipped import shipped_company

PLANS = {
    "leave": Plan(),
    "much": Plan({"all": {"retention": -8, "conversion": +8}}),
    "little": Plan({"R03": {"admin": -3, "expansion": +3}}),
}


@pytest.fixture(scope="module")
def lived(tmp_path_factory: pytest.TempPathFactory) -> dict[str, NineMonths]:
    folder = tmp_path_factory.mktemp("lived")
    found = {}
    case: Case = load_case()
    for seed, (name, plan) in enumerate(PLANS.items()):
        months, truth = Later(shipped_company().world, case, 2**100 + seed).files(plan)
        (folder / "a.zip").write_bytes(months)
        (folder / "a.json").write_bytes(truth)
        outcome = read_outcome(folder / "a.zip")
        known = _truth(folder / "a.json", outcome)
        found[name] = NineMonths(case, "file", found=outcome, truth=known)
    return found


@pytest.mark.parametrize("lang", language.LANGUAGES)
@pytest.mark.parametrize("picture", [n for n in later.__all__ if n.startswith("plot_")])
def test_words_are_of_one_language_inside_the_picture_and_apart(
    lived: dict[str, NineMonths], picture: str, lang: str
) -> None:
    with language.using(lang):
        for name, months in lived.items():
            ax = getattr(later, picture)(months)
            ax.figure.canvas.draw()
            frame, boxes = ax.figure.bbox, []
            for word in words(ax):
                text = word.get_text()
                foreign = LATIN if lang == "ru" else CYRILLIC
                assert not foreign & set(text.lower()), text
                box = word.get_window_extent()
                assert frame.x0 <= box.x0 and box.x1 <= frame.x1, f"{name}, cut: {text}"
                assert frame.y0 <= box.y0 and box.y1 <= frame.y1, f"{name}, cut: {text}"
                boxes.append((text, box))
            for (one, box), (other, second) in combinations(boxes, 2):
                overlap = box.width * box.height and box.overlaps(second)
                assert not overlap, f"{name}: {one!r} on {other!r}"
            plt.close(ax.figure)


@pytest.mark.parametrize("lang", language.LANGUAGES)
def test_tables_speak_one_language(lived: dict[str, NineMonths], lang: str) -> None:
    foreign = LATIN if lang == "ru" else CYRILLIC
    with language.using(lang):
        for months in lived.values():
            for name in ("show_books", "show_luck", "show_people", "show_proposals"):
                shown = getattr(later, name)(months)
                for cell in [*shown.heads, *(cell for row in shown.rows for cell in row)]:
                    assert not foreign & set(cell.lower()), cell
            for line in later.show_events(months).lines:
                # Specialists are named by code.
                assert not foreign & set(line.lower().replace("r", "")), line


@pytest.mark.parametrize("lang", language.LANGUAGES)
def test_margin_is_told_apart_from_profit(lived: dict[str, NineMonths], lang: str) -> None:
    months = lived["much"]
    assert months.truth is not None
    came, left = months.truth["came"], months.truth["left"]
    margin, profit = (sum(came[name]) - sum(left[name]) for name in ("margin_krub", "profit_krub"))
    with language.using(lang):
        (line,) = later.say_margin_and_profit(months).lines
        for amount in (margin, margin - profit, profit):
            assert language.signed_money(amount, months.before.currency) in line
        foretold = language.month(came["month"][0]), language.month(came["month"][-1])
        assert all(name in line for name in foretold)
        untold = NineMonths(months.before, "file", found=months.found)
        assert later.say_margin_and_profit(untold).lines == ()


@pytest.mark.parametrize("lang", language.LANGUAGES)
def test_opinions_are_told_by_the_kits_file_where_the_truth_lacks_them(
    lived: dict[str, NineMonths], lang: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Without the records no file of the truth has the opinions.
    months = lived["leave"]
    assert months.truth is not None and not months.truth["opinions"]
    with language.using(lang):
        lines = later.show_opinions(months).lines
        assert len(lines) == 6
        assert lines[0].startswith(language.text("later-opinion-costs"))
        assert all("{" not in line for line in lines)
        monkeypatch.setattr("casekit.later.shown.revealed", lambda question: None)
        assert later.show_opinions(months).lines == (language.text("later-no-opinions"),)
