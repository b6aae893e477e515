"""JupyterLite for a static host, and the server that shows it on one's own computer."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from casekit import language
from casekit.cli import main
from casekit.errors import InvalidArgument
from casekit.language import LANGUAGES
from casekit.onefile.serving import make_server


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
