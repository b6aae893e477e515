"""The one-file page: what it shows, how cells run, and that nothing a reader enters is lost."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from board_page import AXE
from browser import CHROMIUM, a_browser, keep_screenshot
from path_page import PathTab, Reader, changed, contents, write_page

REQUIRED = os.environ.get("CASEKIT_REQUIRE_BROWSER") == "1"
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None and not REQUIRED, reason="needs Chromium"),
]

#: What nobody sees or reads that reaches beyond the window.
WIDER = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with a_browser() as found:
        yield found


@pytest.fixture
def reader(browser: Any) -> Iterator[Reader]:
    made = Reader(browser)
    yield made
    made.context.close()
    assert made.complaints == []


def line(answer: str, at: str) -> str:
    """An answer as a cell appends it to the answers' file."""
    told = json.dumps({"question": "q", "at": at, "answer": answer}, separators=(",", ":"))
    return f"append my_answers.jsonl {told}"


def enter(tab: PathTab, name: str, code: str) -> None:
    """Write code into a cell and run it."""
    tab.code(name).fill(code)
    tab.run(name)
    tab.becomes(name, "done")
    tab.kept()


def test_it_reads_before_python_is_there(reader: Reader, tmp_path: Path) -> None:
    tab = reader.tab(write_page(tmp_path / "case.html", contents(), asleep=True))
    assert tab.page.get_by_role("heading", name="The first", level=1).is_visible()
    tab.page.get_by_text(tab.words("step-2")).wait_for()
    assert tab.page.get_by_role("progressbar").get_attribute("value") == "2.5"
    # Where a notebook names a text of the case, it is opened.
    tab.page.get_by_role("link", name="case/en/case.html").click()
    assert tab.page.get_by_role("heading", name="The case").is_visible()


def test_a_cell_runs_after_those_above_it(reader: Reader, tmp_path: Path) -> None:
    tab = reader.tab(write_page(tmp_path / "case.html", contents()))
    tab.run("c2")
    tab.becomes("c2", "done")
    assert (tab.output("c1"), tab.output("c2")) == ("one", "two ...")
    assert tab.cell("c3").locator(".ckp-outputs").count() == 0
    tab.button("run-all").click()
    tab.becomes("c4", "done")


@pytest.mark.slow
def test_shift_and_enter_goes_through_a_notebook(reader: Reader, tmp_path: Path) -> None:
    tab = reader.tab(write_page(tmp_path / "case.html", contents()))
    tab.page.get_by_text("Some words.", exact=False).click()
    for _ in range(6):
        tab.page.keyboard.press("Shift+Enter")
        tab.page.wait_for_timeout(0)
    tab.becomes("c4", "done")
    assert tab.output("c2") == "two ..."
    assert tab.page.evaluate("document.activeElement.closest('section').id") == "c4"


def test_code_is_folded_but_where_a_blank_waits(reader: Reader, tmp_path: Path) -> None:
    tab = reader.tab(write_page(tmp_path / "case.html", contents()))
    opened = tab.page.locator(".ckp-cell:has(.cm-content)")
    assert [each.get_attribute("id") for each in opened.all()] == ["c2"]
    fold = tab.button("unfold", tab.cell("c1"))
    fold.click()
    assert tab.cell("c1").locator(".cm-content").inner_text() == "say one"
    # Tab leaves the editor, as it leaves any field.
    tab.code("c2").click()
    tab.page.keyboard.press("Tab")
    assert tab.page.evaluate("document.activeElement.closest('.cm-content')") is None


def test_an_error_is_one_line(reader: Reader, tmp_path: Path) -> None:
    case = changed(changed(contents(), "c1", "fail too much"), "c2", "told In plain words.")
    tab = reader.tab(write_page(tmp_path / "case.html", case))
    tab.button("run-all").click()
    tab.becomes("c4", "done")
    assert tab.cell("c1").locator(".ckp-fault > pre").inner_text() == "ValueError: too much"
    assert not tab.page.get_by_text("Traceback of it all").is_visible()
    tab.page.get_by_text(tab.words("error-whole")).click()
    assert tab.page.get_by_text("Traceback of it all").is_visible()
    assert tab.output("c2") == "In plain words."


def test_a_reload_keeps_cells_results_and_answers(reader: Reader, tmp_path: Path) -> None:
    address = write_page(tmp_path / "case.html", contents())
    tab = reader.tab(address)
    enter(tab, "c2", "say mine")
    enter(tab, "c4", line("a", "2026-01-01T00:00:01"))
    tab.button("add", tab.cell("c1")).click()
    own = tab.page.locator("[id^='own-']")
    own.locator(".cm-content").fill("read my_answers.jsonl")
    tab.button("run", own).click()
    own.get_by_text('"answer":"a"').wait_for()
    tab.kept()
    tab.page.reload()
    tab.page.wait_for_selector("main")
    tab.page.get_by_text("mine", exact=True).wait_for()
    assert tab.code("c2").inner_text() == "say mine"
    # The case's own cells are alive again; one that the reader added waits for the reader.
    tab.becomes("c1", "done")
    tab.becomes("c4", "done")
    assert tab.words("state-old") in own.inner_text()
    tab.button("run", own).click()
    tab.page.wait_for_selector("[id^='own-'].ckp-done")
    # Beside the cell below which it was added.
    before = own.evaluate("own => own.previousElementSibling.id")
    assert before == "c1"
    tab.button("original", tab.cell("c2")).click()
    assert tab.code("c2").inner_text() == "say two ..."


@pytest.mark.slow
def test_two_tabs_keep_the_answers_of_both(reader: Reader, tmp_path: Path) -> None:
    address = write_page(tmp_path / "case.html", contents())
    one, two = reader.tab(address), reader.tab(address)
    one.page.get_by_text(one.words("kept-tabs")).wait_for()
    enter(one, "c4", line("later", "2026-01-01T00:00:02"))
    enter(two, "c4", line("sooner", "2026-01-01T00:00:01"))
    for tab in (one, two):
        told = ""
        # What one tab keeps reaches the other a moment later.
        while not {"sooner", "later"} <= set(re.findall("sooner|later", told)):
            enter(tab, "c2", "read my_answers.jsonl")
            told = tab.output("c2")
        assert told.index("sooner") < told.index("later")


@pytest.mark.slow
def test_a_newer_file_of_the_company_keeps_what_was_entered(reader: Reader, tmp_path: Path) -> None:
    case = contents()
    tab = reader.tab(write_page(tmp_path / "case.html", case))
    enter(tab, "c2", "say mine")
    enter(tab, "c4", line("a", "2026-01-01T00:00:01"))
    newer = changed(changed(case, "c2", "say another ..."), "c4", None)
    tab = reader.tab(write_page(tmp_path / "newer.html", newer))
    assert tab.code("c2").inner_text() == "say mine"
    # A cell that the newer file lacks stands at the end.
    assert tab.cell("c4").evaluate("last => last.previousElementSibling.id") == "c3"
    enter(tab, "c4", "read my_answers.jsonl")
    assert '"answer":"a"' in tab.output("c4")
    tab.button("original", tab.cell("c2")).click()
    assert tab.code("c2").inner_text() == "say another ..."
    other = {**case, "company": {"name": "Another", "digest": "fedcba9876543210"}}
    tab = reader.tab(write_page(tmp_path / "other.html", other))
    assert tab.code("c2").inner_text() == "say two ..."


@pytest.mark.slow
def test_work_goes_to_another_browser_as_a_file(
    browser: Any, reader: Reader, tmp_path: Path
) -> None:
    address = write_page(tmp_path / "case.html", contents())
    tab = reader.tab(address)
    enter(tab, "c2", "say mine")
    enter(tab, "c4", line("a", "2026-01-01T00:00:01"))
    tab.button("work").click()
    with tab.page.expect_download() as coming:
        tab.button("save").click()
    saved = tmp_path / coming.value.suggested_filename
    coming.value.save_as(saved)
    elsewhere = Reader(browser)
    there = elsewhere.tab(address)
    enter(there, "c4", line("b", "2026-01-01T00:00:02"))
    there.button("work").click()
    field = there.page.locator("input[type=file]")
    (tmp_path / "photo.json").write_bytes(b"\xff\xd8 no text")
    field.set_input_files(tmp_path / "photo.json")
    there.page.get_by_text(there.words("open-unreadable", name="photo.json")).wait_for()
    stranger = json.loads(saved.read_text("utf-8")) | {"company": "another"}
    (tmp_path / "stranger.json").write_text(json.dumps(stranger), encoding="utf-8")
    field.set_input_files(tmp_path / "stranger.json")
    there.page.get_by_text(there.words("open-other-company", name="stranger.json")).wait_for()
    field.set_input_files(saved)
    there.page.get_by_text(there.words("opened", count=3)).wait_for()
    there.button("close").click()
    assert there.code("c2").inner_text() == "say mine"
    enter(there, "c2", "read my_answers.jsonl")
    told = there.output("c2")
    assert told.index('"a"') < told.index('"b"')
    there.page.reload()
    there.page.get_by_text('"answer":"b"').first.wait_for()
    elsewhere.context.close()
    assert elsewhere.complaints == []


@pytest.mark.slow
@pytest.mark.parametrize("refused", ["indexedDB", "indexedDB, localStorage"])
def test_a_browser_that_keeps_nothing_is_told_of(
    reader: Reader, tmp_path: Path, refused: str
) -> None:
    for name in refused.split(", "):
        reader.context.add_init_script(
            f"Object.defineProperty(globalThis, '{name}',"
            " {get() { throw new DOMException('no', 'SecurityError'); }});"
        )
    tab = reader.tab(write_page(tmp_path / "case.html", contents()))
    alert = tab.page.get_by_role("alert").filter(has_text=tab.words("kept-refused"))
    if "localStorage" not in refused:
        # The smaller store of the browser does as well.
        enter(tab, "c2", "say mine")
        assert alert.count() == 0
        tab.page.reload()
        tab.page.wait_for_selector("main")
        assert tab.code("c2").inner_text() == "say mine"
        return
    alert.wait_for()
    enter(tab, "c2", "say mine")
    assert tab.output("c2") == "mine"
    asked = []
    tab.page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    tab.page.close(run_before_unload=True)
    tab.page.wait_for_timeout(0)
    tab.page.wait_for_function("() => true")
    assert asked == ["beforeunload"]


@pytest.mark.slow
def test_a_full_disk_is_told_of(reader: Reader, tmp_path: Path) -> None:
    tab = reader.tab(write_page(tmp_path / "case.html", contents()))
    tab.python("ready")
    tab.page.evaluate("""() => { IDBObjectStore.prototype.put = () => {
        throw new DOMException("full", "QuotaExceededError");
    }; }""")
    tab.code("c2").fill("say mine")
    tab.page.get_by_role("alert").filter(has_text=tab.words("kept-full")).wait_for()


def test_stop_ends_python_and_keeps_answers(reader: Reader, tmp_path: Path) -> None:
    tab = reader.tab(write_page(tmp_path / "case.html", contents()))
    enter(tab, "c4", line("a", "2026-01-01T00:00:01"))
    tab.code("c2").fill("ever")
    tab.run("c2")
    tab.becomes("c2", "running")
    tab.button("stop").click()
    tab.python("ready")
    assert tab.words("state-stopped") in tab.cell("c2").inner_text()
    tab.code("c2").fill("read my_answers.jsonl")
    tab.run("c2")
    tab.becomes("c2", "done")
    assert '"answer":"a"' in tab.output("c2")
    # In the new Python the cells above ran first.
    tab.becomes("c1", "done")


@pytest.mark.slow
def test_a_cell_that_never_ends_is_not_taken_up_again(reader: Reader, tmp_path: Path) -> None:
    case = changed(contents(), "c1", "say one\never")
    tab = reader.tab(write_page(tmp_path / "case.html", case))
    tab.run("c1")
    tab.becomes("c1", "running")
    tab.page.get_by_text("one", exact=True).wait_for()
    tab.kept()
    tab.page.reload()
    tab.python("ready")
    tab.run("c3")
    tab.becomes("c1", "running")
    tab.button("stop").click()
    tab.python("ready")
    assert tab.words("state-stopped") in tab.cell("c1").inner_text()


@pytest.mark.slow
def test_saving_by_hand_shows_where_the_work_is(reader: Reader, tmp_path: Path) -> None:
    tab = reader.tab(write_page(tmp_path / "case.html", contents()))
    tab.page.keyboard.press("Control+s")
    told = tab.page.get_by_role("dialog", name=tab.words("work-title"))
    told.get_by_text(tab.words("kept-here")).wait_for()


@pytest.mark.slow
def test_python_that_died_is_told_of_and_starts_again(reader: Reader, tmp_path: Path) -> None:
    tab = reader.tab(write_page(tmp_path / "case.html", contents()))
    enter(tab, "c4", line("a", "2026-01-01T00:00:01"))
    tab.code("c2").fill("crash")
    tab.run("c2")
    tab.page.get_by_role("alert").filter(has_text="out of memory").wait_for()
    tab.button("restart").click()
    tab.python("ready")
    tab.code("c2").fill("read my_answers.jsonl")
    tab.run("c2")
    tab.becomes("c2", "done")
    assert '"answer":"a"' in tab.output("c2")
    assert [each for each in reader.complaints if "out of memory" not in each] == []
    reader.complaints.clear()


@pytest.mark.slow
def test_work_is_erased_only_when_asked_twice(reader: Reader, tmp_path: Path) -> None:
    tab = reader.tab(write_page(tmp_path / "case.html", contents()))
    enter(tab, "c2", "say mine")
    answers = ["dismiss", "accept"]
    tab.page.on("dialog", lambda dialog: getattr(dialog, answers.pop(0))())
    for code in ("say mine", "say two ..."):
        tab.button("work").click()
        tab.button("erase").click()
        if code == "say mine":
            tab.button("close").click()
        else:
            tab.page.wait_for_selector("dialog", state="detached")
        assert tab.code("c2").inner_text() == code


@pytest.mark.skipif(not AXE.exists() and not REQUIRED, reason="needs `npm ci` in board/browser")
@pytest.mark.parametrize(
    "width", [360, *(pytest.param(n, marks=pytest.mark.slow) for n in (1280, 2560))]
)
def test_axe_finds_nothing_and_nothing_is_cut(browser: Any, tmp_path: Path, width: int) -> None:
    reader = Reader(browser, "ru", width)
    case = changed(contents("ru"), "c1", "fail " + "широкое " * 60)
    tab = reader.tab(write_page(tmp_path / "case.html", case))
    tab.button("run-all").click()
    tab.becomes("c4", "done")
    tab.page.add_script_tag(content=AXE.read_text("utf-8"))

    def sound() -> None:
        found = tab.page.evaluate("async () => (await axe.run()).violations")
        told = [(fault["id"], [node["html"][:90] for node in fault["nodes"]]) for fault in found]
        assert told == []
        assert tab.page.evaluate(WIDER) <= 0

    sound()
    keep_screenshot(tab.page, f"path-{width}")
    tab.page.evaluate("location.hash = 'case'")
    tab.page.get_by_role("heading", name="The case", level=1).wait_for()
    sound()
    for dialog in ("work", "hand-in", "about"):
        tab.button(dialog).click()
        sound()
        tab.page.keyboard.press("Escape")
        tab.page.wait_for_selector("dialog", state="detached")
    reader.context.close()
    assert reader.complaints == []


def test_what_is_chosen_on_a_narrow_screen_is_seen(browser: Any, tmp_path: Path) -> None:
    reader = Reader(browser, width=360)
    tab = reader.tab(write_page(tmp_path / "case.html", contents()))
    chosen = tab.page.locator(".ckp-contents a[href='#01_second']")
    tab.page.locator(".ckp-contents summary").click()
    chosen.click()
    # The list, which filled the screen, is closed; the keyboard goes on in what was opened.
    chosen.wait_for(state="hidden")
    tab.page.get_by_role("heading", name="The second", level=1).wait_for()
    tab.page.wait_for_function("() => document.activeElement.id === 'main'")
    reader.context.close()
    assert reader.complaints == []


@pytest.mark.slow
def test_a_wide_table_scrolls_by_itself(reader: Reader, tmp_path: Path) -> None:
    tab = reader.tab(write_page(tmp_path / "case.html", contents()))
    tab.run("c3")
    tab.becomes("c3", "done")
    box = tab.cell("c3").locator(".ckp-wide")
    box.focus()
    tab.page.keyboard.press("End")
    tab.page.keyboard.press("ArrowRight")
    tab.page.wait_for_function("() => document.querySelector('#c3 .ckp-wide').scrollLeft > 0")
    assert tab.page.evaluate(WIDER) <= 0


@pytest.mark.slow
def test_on_paper_stand_texts_and_results(reader: Reader, tmp_path: Path) -> None:
    tab = reader.tab(write_page(tmp_path / "case.html", contents()))
    tab.button("run-all").click()
    tab.becomes("c4", "done")
    tab.page.emulate_media(media="print")
    assert tab.page.get_by_text("Some words.", exact=False).is_visible()
    assert tab.page.get_by_text("one", exact=True).is_visible()
    assert not tab.page.get_by_role("toolbar").is_visible()
    assert not tab.button("run", tab.cell("c1")).is_visible()


@pytest.mark.slow
def test_about_tells_versions_storage_and_licences(reader: Reader, tmp_path: Path) -> None:
    tab = reader.tab(write_page(tmp_path / "case.html", contents()))
    tab.python("ready")
    tab.button("about").click()
    told = tab.page.get_by_role("dialog").inner_text()
    for words in ("3.14", "0.1.0", tab.words("about-kept-database"), "file:", "part 1"):
        assert words in told
