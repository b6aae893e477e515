"""The Python of a one-file page, in Node: every verdict and figure is that of CPython."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import zlib
from pathlib import Path
from typing import Any

import pytest
from browser import SCREENSHOTS
from one_file_made import ROOT, needs_python, one_file

from casekit.authoring.pack import pack_files
from casekit.language import LANGUAGES
from casekit.onefile import sources
from casekit.onefile.bytecode import can_compile
from casekit.onefile.home import kit_tree, site_packages
from casekit.onefile.licences import licences_of
from casekit.onefile.lock import read_lock
from casekit.onefile.page import STATIC


@pytest.mark.slow
@pytest.mark.browser
@needs_python
@pytest.mark.skipif(not can_compile("none"), reason="needs Node.js 20 or newer")
@pytest.mark.parametrize("lang", LANGUAGES if SCREENSHOTS else LANGUAGES[-1:])
def test_every_verdict_and_figure_is_that_of_cpython(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, lang: str
) -> None:
    """All solved notebooks, in the page's Python and in this one: what they show is the same."""
    page = one_file(tmp_path_factory, lang)
    # A learning system takes it, zipped as people zip.
    assert len(zlib.compress(page.read_bytes(), 6)) < 50_000_000
    driver = Path(__file__).with_name("one_file_driver.py")
    run = tmp_path / "run"
    run.mkdir()
    for path in (ROOT / "solutions" / lang).glob("*.ipynb"):
        shutil.copy(path, run)
    node = subprocess.run(
        ["node", str(driver.with_name("one_file.mjs")), str(page), str(driver), str(tmp_path)],
        capture_output=True, encoding="utf-8", errors="replace",
    )  # fmt: skip
    assert node.returncode == 0, node.stderr[-2000:]
    in_page = json.loads((tmp_path / "shown.json").read_text(encoding="utf-8"))
    here = in_this_python(driver, tmp_path, lang)
    assert list(in_page) == list(here) and len(here) == 8
    different = [
        (name, number, plain(first), plain(second))
        for name in here
        for number, (first, second) in enumerate(zip(in_page[name], here[name], strict=True))
        if plain(first) != plain(second)
    ]
    assert different == []
    answers = [
        o for cells in in_page.values() for cell in cells for o in cell if "answer" in str(o)
    ]
    assert len(answers) > 50
    pictures = {
        python: sum(
            "image/png" in o.get("data", {}) for cells in shown.values() for c in cells for o in c
        )
        for python, shown in (("page", in_page), ("here", here))
    }
    assert pictures["page"] == pictures["here"] > 25


def in_this_python(driver: Path, folder: Path, lang: str) -> dict[str, Any]:
    """What the notebooks show when run in the same way by this Python, from the same kit."""
    python = "{}.{}".format(*sys.version_info)
    source = ROOT / "src" / "casekit"
    inpage = {f"inpage/{p.name}": p.read_bytes() for p in (source / "inpage").glob("*.py")}
    site = site_packages(python)
    for place, content in kit_tree(pack_files(ROOT, langs=[lang]), inpage, site).items():
        path = folder / "here" / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    environment = {
        **os.environ,
        "CASEKIT_LANG": lang,
        "CASEKIT_PROGRESS": "",
        "DRIVEN": str(folder),
        "READERS": str(folder / "here" / "case"),
        "PYTHONPATH": str(folder / "here" / site),
        "MPLBACKEND": "module://matplotlib_inline.backend_inline",
    }
    code = f"import asyncio, runpy; asyncio.run(runpy.run_path({str(driver)!r})['main']())"
    done = subprocess.run(
        [sys.executable, "-P", "-c", code],
        env=environment, capture_output=True, encoding="utf-8", errors="replace",
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-2000:]
    return dict(json.loads((folder / "shown.json").read_text(encoding="utf-8")))


def plain(outputs: list[dict[str, Any]]) -> list[Any]:
    """What is read of outputs: texts, tables, recorded answers, errors; pictures by their kind."""
    found = []
    for output in outputs:
        data = dict(output.get("data", {}))
        data.pop("application/vnd.jupyter.widget-view+json", None)
        picture = data.pop("image/png", None) is not None
        told = {key: output.get(key) for key in ("output_type", "text", "ename", "evalue")}
        found.append([told, data, picture])
    return found


@needs_python
def test_every_part_is_told_with_its_licence_and_the_words_of_it() -> None:
    lock = read_lock(ROOT)
    content = sources.gather(lock, lock.parts("core", "library"), None, print)
    told = licences_of(lock, content, ROOT, STATIC)
    assert {file.name for file in lock.parts("library")} <= {each["name"] for each in told}
    assert [each["name"] for each in told if not each["text"] or not each["licence"]] == []
    # In both it stands in the wheels only by name.
    assert all("Apache License" in e["text"] for e in told if e["name"].startswith("fluent"))
