"""The memo: a page that stands alone, safe whatever is written, with the model's own figures."""

from __future__ import annotations

import io
import re
from html import unescape
from pathlib import Path
from typing import Any

import matplotlib
import pytest
from openpyxl import load_workbook

matplotlib.use("Agg")

import matplotlib.pyplot as plt

import casekit as ck
from casekit import language
from casekit.company import load_case
from casekit.errors import CasekitError, InvalidArgument
from casekit.handout import Memo, memo, page
from casekit.model import Comparison, Plan, shifted_plan

CASE = load_case(Path(__file__).parents[1] / "data")
PLAN = Plan({"all": {"expansion": +6, "retention": -6}})


def test_a_memo_holds_words_figures_and_picture(tmp_path: Path, lang: str) -> None:
    words = "Первое: <b>решение</b> & «цена».\n\nВторое.\nТа же мысль."
    done = memo(CASE, PLAN, words, tmp_path)
    assert ck.memo is memo
    page = done.page.read_text(encoding="utf-8")
    assert page.count("<p>") == 2
    assert "<b>решение</b>" not in page and "<b>решение</b> & «цена»" in unescape(page)
    gain = Comparison(CASE).figures(PLAN).gain_krub
    assert language.money(gain, CASE.currency) in unescape(page)
    # One file: nothing is asked of the internet.
    assert not re.search(r"(src|href)=\"(?!data:)", page)
    assert f'lang="{lang}"' in page and 'alt="' in page
    book = load_workbook(done.sheet)
    assert len(book.worksheets) == 4
    book.close()
    assert done.page.name in repr(done) and done.sheet.name in repr(done)


def test_the_boards_file_will_do(tmp_path: Path) -> None:
    saved = tmp_path / "my_plan.json"
    saved.write_text(PLAN.to_json(), encoding="utf-8")
    one = memo(CASE, str(saved), "words", tmp_path).page.read_text(encoding="utf-8")
    assert one == memo(CASE, PLAN, "words", tmp_path).page.read_text(encoding="utf-8")


def test_without_words_there_is_no_memo(tmp_path: Path, lang: str) -> None:
    assert memo(CASE, PLAN, "\n \n", tmp_path) == Memo()
    assert repr(Memo()) == language.text("memo-blank")
    assert not list(tmp_path.iterdir())


def test_what_is_no_memo_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InvalidArgument):
        memo(5, PLAN, "words", tmp_path)  # type: ignore[arg-type]
    with pytest.raises(InvalidArgument):
        memo(CASE, PLAN, 5, tmp_path)  # type: ignore[arg-type]
    with pytest.raises(CasekitError):
        memo(CASE, "no such file.json", "words", tmp_path)
    assert not list(tmp_path.iterdir())


def test_a_grading_run_writes_no_memo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CASEKIT_RECORD", "1")
    done = memo(CASE, PLAN, "words", tmp_path)
    assert done == Memo(graded=True) and not list(tmp_path.iterdir())
    assert repr(done) == language.text("memo-graded")


@pytest.mark.slow
@pytest.mark.parametrize("more", [0, 1, 6])
def test_the_pictures_words_stay_on_the_page(
    lang: str, more: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    comparison = Comparison(load_case("data"))
    plan = shifted_plan(comparison.calibration, "retention", 0.6, into="conversion")
    told = page.plan_words

    def longer(*args: Any) -> list[str]:
        return [*told(*args), *more * [" ".join(2 * told(*args)[:1])]]

    monkeypatch.setattr(page, "plan_words", longer)
    picture = plt.imread(io.BytesIO(page.plan_page(comparison, plan)))[..., :3]
    words = picture[: int(0.28 * len(picture))].min(axis=(0, 2))
    width = len(words)
    assert words[: width // 2].min() < 0.5
    assert words[int(0.99 * width) :].min() == 1.0
    # Between the words and the pictures' titles the page is white.
    rows = picture.min(axis=(1, 2)) == 1.0
    gap = next(k for k in range(int(0.1 * len(rows)), len(rows)) if rows[k : k + 20].all())
    assert gap < 0.5 * len(rows)
