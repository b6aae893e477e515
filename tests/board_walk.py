"""What a reader does at the board from its opening to a forecast, the same wherever it stands."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable
from functools import cache

import numpy as np
import pytest
from board_page import BASE, CASE, TENTH, BoardPage, plain
from browser import keep_screenshot

from casekit import language
from casekit.company import ACTIVITIES
from casekit.language import LANGUAGES, text
from casekit.model import Plan, best_norm, share_of_gain

#: What five efforts bring, of clients won in a year.
JUDGED = ("0", "3", "5", "6", "8")
#: Millions: profit of nine months, margin of the ninth, each from, likely and to.
FORECAST = {"profit": ("-1,5", "2", "6,25"), "margin": ("36", "37,5", "39")}


def walk(board: BoardPage, where: str, reload: Callable[[], None], name: str) -> None:
    """Everything by hand, once; what is on screen is the model's all the way.

    Parameters
    ----------
    board
        A board that nobody has touched.
    where
        What of the page belongs to the board.
    reload
        Loads the page again.
    name
        What pictures of it are called.
    """
    board.settle()
    assert board.says(board.words("nothing"))
    today = dict(zip(ACTIVITIES, BASE.today(), strict=True))
    assert board.hours("expansion") == pytest.approx(today["expansion"], abs=TENTH)
    keep_screenshot(board.page, f"{name}-today")
    move_lock_and_go_back(board)
    keep_screenshot(board.page, f"{name}-moved")
    later_and_elsewhere(board)
    sound(board, where)
    one_person(board)
    sound(board, where)
    how_sure(board)
    sound(board, where)
    beside_each_other(board)
    broken_limits_are_told(board)
    assert secrets() & board.line.numbers() == set()
    decide(board)
    sound(board, where)
    keep_screenshot(board.page, f"{name}-committed")
    plan = board.plan()
    reload()
    board.settle()
    assert (board.plan(), board.agree().gain_krub > 0) == (plan, True)
    assert board.says(board.words("committed", reason="Сначала двери"))
    if _foretells(board):
        assert board.says(board.words("forecast-kept")) and _kept_margin(board)
    # The same search finds the optimum once it may be told.
    assert secrets() <= board.line.numbers()


def sound(board: BoardPage, where: str) -> None:
    """Nothing is hidden from readers, with or without eyes and a pointer."""
    assert board.serious(where) == []
    assert board.crowded() == []


def move_lock_and_go_back(board: BoardPage) -> None:
    """Drag, type, hold, undo and redo; it ends with what was dragged and typed."""
    held = board.drag("expansion", 0.6)
    assert held > BASE.today()[1] + 3
    assert board.agree().hours[1] == pytest.approx(held, abs=TENTH)
    board.type("conversion", 18.5)
    assert board.agree().hours[2] == pytest.approx(18.5, abs=TENTH)
    moved = board.plan()
    board.lock("retention")
    assert board.field("retention").is_disabled() and board.slider("retention").is_disabled()
    before = board.hours("retention")
    board.type("expansion", 12)
    assert board.agree().hours[0] == pytest.approx(before, abs=TENTH)
    board.press("undo")
    board.press("undo")
    assert board.plan() == moved and board.field("retention").is_enabled()
    board.press("undo")
    board.press("undo")
    assert board.plan() == Plan() and board.button("undo").is_disabled()
    board.press("redo")
    board.press("redo")
    assert board.plan() == moved
    board.agree()


def later_and_elsewhere(board: BoardPage) -> None:
    """Hours from month nine on, and those of a region; the others stay."""
    before = board.hours("conversion")
    _from(board, 9)
    board.type("conversion", 14)
    assert board.agree().hours[2] == pytest.approx(14, abs=TENTH)
    _from(board, 1)
    assert board.hours("conversion") == before
    region = BASE.calibration.regions[0]
    hours = _hours(board)
    _for(board, region)
    board.type("service", 25)
    assert board.agree().hours[3] == pytest.approx(25, abs=0.3)
    outside = [k for k, other in enumerate(BASE.calibration.regions) if other != region]
    assert _hours(board)[:, outside] == pytest.approx(hours[:, outside], abs=1e-3)
    _for(board, "all")
    board.agree()


def one_person(board: BoardPage) -> None:
    """People by how much their month changes; one is opened and moved."""
    board.sheet("people")
    rows = board.root.locator("[data-person]")
    codes = [row.get_attribute("data-person") for row in rows.all()]
    ids, today = list(BASE.calibration.rep_ids), BASE.calibration.today_hours
    change = np.abs(_hours(board)[0] - today).sum(axis=1)[[ids.index(code) for code in codes]]
    assert sorted(codes) == sorted(ids) and (np.diff(change) < 0.01).all()
    person = codes[0]
    with language.using(board.lang):
        rows.first.get_by_role("button", name=CASE.label(person)).click()
        opened = board.root.get_by_role("group", name=CASE.label(person), exact=True)
    before, row = _hours(board), ids.index(person)
    wish = before[0, row, 1] - 3
    board.type("expansion", wish, opened)
    board.agree()
    hours = _hours(board)
    assert hours[0, row, 1] == pytest.approx(wish, abs=TENTH)
    assert board.hours("expansion", opened) == pytest.approx(wish, abs=TENTH)
    others = np.arange(len(ids)) != row
    assert hours[:, others] == pytest.approx(before[:, others], abs=1e-3)


def how_sure(board: BoardPage) -> None:
    """Curves and risk, in the other language too, under other prices and by own judgement."""
    board.sheet("curves")
    board.until(lambda: board.root.locator(".ckb-p-curve svg").count() >= 3)
    mine, other = board.lang, next(code for code in LANGUAGES if code != board.lang)
    board.root.get_by_role("button", name=text("language-name", lang=other), exact=True).click()
    board.lang = other
    board.settle()
    board.agree()
    assert board.says(board.words("risk-assumed"))
    board.root.get_by_role("button", name=text("language-name", lang=mine), exact=True).click()
    board.lang = mine
    board.settle()
    gain = board.agree().gain_krub
    prices = board.root.get_by_role("checkbox", name=board.words("pressure"), exact=True)
    prices.click()
    board.settle()
    assert board.agree().gain_krub != gain
    prices.click()
    board.settle()
    board.root.get_by_text(board.words("judge"), exact=True).click()
    form = board.root.locator(".ckb-judge")
    form.get_by_role("combobox").select_option("conversion")
    form.get_by_role("button", name=board.words("judge-send")).click()
    assert board.says(board.words("judge-missing"))
    efforts = ("none", "half", "today", "half_more", "saturation")
    for effort, answer in zip(efforts, JUDGED, strict=True):
        form.get_by_label(board.words(f"effort-{effort}"), exact=True).fill(answer)
    board.press("judge-send")
    assert board.agree().gain_krub != gain
    board.press("judge-drop")
    assert board.agree().gain_krub == pytest.approx(gain)
    board.sheet("plan")


def beside_each_other(board: BoardPage) -> None:
    """A plan is put aside, another one tried, and the first one shown again."""
    plan = board.plan()
    board.root.get_by_label(board.words("keep-name"), exact=True).fill("дверь")
    board.press("keep")
    board.press("try-hunting")
    assert board.plan() != plan
    board.agree()
    board.press("show-tip", name="дверь")
    assert board.plan() == plan
    board.press("drop-tip", name="дверь")
    assert board.button("drop-tip", name="дверь").count() == 0


def broken_limits_are_told(board: BoardPage) -> None:
    """What cannot be committed is said, in the reader's language, and nothing is committed."""
    plan = board.plan()
    board.press("commit")
    assert board.says(board.words("commit-missing"))
    board.press("try-service")
    people = len(BASE.calibration.rep_ids)
    assert board.says(board.words("breaches", count=people))
    _commit(board, "Техники дешевле")
    refused = board.root.locator("form [data-refused=commit]").inner_text()
    assert plain(text("deed-breaches", lang=board.lang, people=people)) in plain(refused)
    assert board.line.last("view")["committed"] is None
    board.press("undo")
    assert board.plan() == plan


def decide(board: BoardPage) -> None:
    """Commit, see what was attainable, look at the best plans, take files along, forecast."""
    plan = board.plan()
    _commit(board, "Сначала двери")
    with language.using(board.lang, BASE.currency):
        share = language.percent(share_of_gain(CASE, plan))
        gain, most = BASE.figures(plan).gain_krub, BASE.best.gain_krub
        money = {"gain": f"+{language.money(gain)}", "attainable": f"+{language.money(most)}"}
    assert board.says(board.words("committed-share", share=share, **money))
    board.press("try-norm")
    assert board.agree().gain_krub == pytest.approx(best_norm(CASE).gain_krub)
    board.press("best")
    assert board.agree().hours == pytest.approx(BASE.best_hours(), abs=1e-3)
    board.press("save")
    link = board.root.get_by_role("link", name="my_plan.json", exact=True)
    content = base64.b64decode(link.get_attribute("href").partition("base64,")[2])
    assert Plan.from_json(content.decode()) == BASE.best.plan
    # Who looks at the best plan may still go back to their own.
    board.press("undo")
    board.press("undo")
    assert board.plan() == plan
    _forecast(board)


def _foretells(board: BoardPage) -> bool:
    return bool(board.line.last("view")["committed"]["foretells"])


def _kept_margin(board: BoardPage) -> bool:
    """Whether the range that was kept of the ninth month stands in words."""
    with language.using(board.lang):
        ends = {"low": language.number(36), "high": language.number(39)}
        ends["likely"] = language.number(37.5, 1)
    return board.says(board.words("forecast-kept-margin", currency=BASE.currency, **ends))


def _forecast(board: BoardPage) -> None:
    if not _foretells(board):
        # In a notebook a card asks for it.
        assert board.says(board.words("forecast-card")) and board.says(board.words("forecast-none"))
        assert not board.says(board.words("forecast-why"))
        return
    board.press("forecast")
    assert board.says(board.words("forecast-missing"))
    ends = ("forecast-from", "forecast-likely", "forecast-to")
    for what, numbers in FORECAST.items():
        legend = board.words(f"forecast-{what}", currency=BASE.currency)
        fields = board.root.get_by_role("group", name=legend, exact=True)
        for end, number in zip(ends, numbers, strict=True):
            fields.get_by_label(board.words(end), exact=True).fill(number)
    board.press("forecast")
    assert board.says(board.words("forecast-kept"))
    assert _kept_margin(board)
    kept = board.line.last("committed")["forecast"]
    assert kept["profit_nine_months_krub"] == [-1500, 2000, 6250]
    assert kept["margin_month_nine_krub"] == [36_000, 37_500, 39_000]
    assert json.loads(json.dumps(kept["plan"])) == board.plan().to_plain()


def fifty_quick_moves(board: BoardPage) -> None:
    """Thirty steps up and twenty down as fast as keys are pressed; they are one step to undo."""
    board.settle()
    # Taken in hand a little further up.
    held = board.drag("expansion", 0.45)
    for step in range(50):
        board.page.keyboard.press("ArrowLeft" if step % 5 > 2 else "ArrowRight")
    board.settle()
    # Half an hour each.
    assert board.agree().hours[1] == pytest.approx(held + 5, abs=TENTH)
    board.press("undo")
    assert board.plan() == Plan()


@cache
def secrets() -> set[float]:
    """Figures of the optimum that nobody may be told before they have committed a plan."""
    best, norm = BASE.best, best_norm(CASE)
    return {round(float(krub), 1) for krub in (best.gain_krub, norm.gain_krub)}


def _hours(board: BoardPage) -> np.ndarray:
    c = BASE.calibration
    return board.plan().hours(c.today_hours, c.rep_ids, c.regions)


def _from(board: BoardPage, month: int) -> None:
    board.root.get_by_role("radio", name=str(month), exact=True).click()
    board.settle()


def _for(board: BoardPage, scope: str) -> None:
    board.root.get_by_role("combobox", name=board.words("scope"), exact=True).select_option(scope)
    board.settle()


def _commit(board: BoardPage, reason: str) -> None:
    board.root.get_by_label(board.words("commit-reason"), exact=True).fill(reason)
    board.press("commit")
