"""JupyterLite for a static host, and the server that shows it on one's own computer."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from browser import CHROMIUM
from one_file_made import REQUIRED, ROOT, why_not

from casekit import language
from casekit.cli import main
from casekit.errors import InvalidArgument
from casekit.language import LANGUAGES
from casekit.onefile import Company, write_site
from casekit.onefile.serving import make_server

WHY_NOT = why_not("core", "library", "laboratory")


@pytest.fixture
def served(tmp_path: Path) -> Iterator[str]:
    """Address of a folder with files of several kinds."""
    folder = tmp_path / "site"
    folder.mkdir()
    for name in ("index.html", "a.wasm", "a.mjs", "a.js", "a.json", "a.whl", "имя.css"):
        (folder / name).write_bytes(b"{}")
    (tmp_path / "beside.txt").write_text("not for others", encoding="utf-8")
    server = make_server(folder, "localhost", 0)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://localhost:{server.server_port}/"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("", "text/html"),
        ("a.wasm", "application/wasm"),
        ("a.mjs", "text/javascript"),
        ("a.js", "text/javascript"),
        ("a.json", "application/json"),
        ("a.whl", "application/octet-stream"),
        ("%D0%B8%D0%BC%D1%8F.css", "text/css"),
    ],
)
def test_files_have_the_types_that_browsers_ask_for(served: str, name: str, kind: str) -> None:
    with urlopen(served + name) as answer:
        assert answer.headers["Content-Type"].split(";")[0] == kind
        # These headers break JupyterLite's kernel.
        assert not [key for key in answer.headers if key.lower().startswith("cross-origin")]
        assert answer.read() == b"{}"


@pytest.mark.parametrize("name", ["../beside.txt", "%2e%2e/beside.txt", "..%2fbeside.txt"])
def test_nothing_outside_the_folder_is_shown(served: str, name: str) -> None:
    with pytest.raises(HTTPError) as raised:
        urlopen(served + name)
    assert raised.value.code == 404
    raised.value.close()


def test_a_port_that_is_taken_is_told(served: str, tmp_path: Path) -> None:
    port = int(re.findall(r"\d+", served)[-1])
    with pytest.raises(InvalidArgument, match=str(port)):
        make_server(tmp_path / "site", "localhost", port)


@pytest.mark.slow
@pytest.mark.browser
@pytest.mark.skipif(bool(WHY_NOT), reason=WHY_NOT or "")
@pytest.mark.skipif(CHROMIUM is None and not REQUIRED, reason="needs Chromium")
def test_jupyterlite_runs_a_notebook_and_asks_for_nothing_outside(tmp_path: Path) -> None:
    from playwright.sync_api import Route, sync_playwright

    site = write_site(ROOT, tmp_path / "site", Company(), ["ru"])
    with pytest.raises(InvalidArgument):
        write_site(ROOT, tmp_path / "site", Company(), ["ru"])
    server = make_server(site.path, "localhost", 0)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    address = f"http://localhost:{server.server_port}/"
    outside, missing = [], []

    def only_here(route: Route) -> None:
        if route.request.url.startswith((address, "data:", "blob:")):
            route.continue_()
        else:
            outside.append(route.request.url)
            route.abort()

    with sync_playwright() as started:
        browser = started.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_page()
        page.set_default_timeout(240_000)
        page.route("**/*", only_here)
        page.on("response", lambda r: missing.append(r.url) if r.status >= 400 else None)
        page.goto(address)
        # In the reader's language, and once its Python is there.
        page.locator("#jp-main-statusbar", has_text="Простаивает").wait_for()
        page.locator(".jp-CodeCell").first.wait_for()
        # What is asked before Python is there is lost (upstream), so that it is asked again.
        shown = page.locator(".jp-OutputArea-output table")
        for _ in range(20):
            if shown.count():
                break
            page.get_by_role("menuitem", name="Выполнить").first.click()
            page.get_by_text("Запустить все ячейки", exact=True).first.click()
            page.locator("#jp-main-statusbar", has_text="Простаивает").wait_for()
            page.wait_for_timeout(500)
        page.locator(".ckc").first.wait_for()
        assert page.locator("[data-mime-type='application/vnd.jupyter.error']").count() == 0
        assert page.locator("[data-mime-type='application/vnd.jupyter.stderr']").count() == 0
        browser.close()
    server.shutdown()
    thread.join()
    server.server_close()
    assert outside == [] and missing == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_folder_that_is_none_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], lang: str
) -> None:
    with pytest.raises(SystemExit) as stop:
        main(["serve", str(tmp_path / "nowhere"), "--no-browser", "--lang", lang])
    assert stop.value.code == 2
    with language.using(lang):
        told = language.text("serve-no-folder", folder=str(tmp_path / "nowhere"))
    assert capsys.readouterr().err.strip() == told
