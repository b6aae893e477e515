"""The participant's path as one file: what goes in, where Python comes from, what it gives."""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
import os
import re
import sys
import zipfile
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from telling import found_in, secrets, telling_words

from casekit import language
from casekit.authoring.story import body
from casekit.cli import main
from casekit.errors import InvalidArgument
from casekit.language import LANGUAGES
from casekit.onefile import Company, bytecode, drawn_for_exam, sources, write_one_file, writing
from casekit.onefile.bytecode import compiled, tar, untar
from casekit.onefile.lock import Lock, LockedFile, lock_text, read_lock
from casekit.onefile.locking import CORE, PURE, pinned
from casekit.onefile.page import STATIC, Embedded, page_html
from casekit.onefile.slimming import is_carried
from casekit.questions.seal import SEALED_FILE

ROOT = Path(__file__).parents[1]
REQUIRED = os.environ.get("CASEKIT_REQUIRE_BROWSER") == "1"


def locked(name: str, content: bytes, **fields: Any) -> LockedFile:
    """A file of a lock."""
    told = {"version": "1.0", "part": "library", "licence": "MIT", **fields}
    digest = hashlib.sha256(content).hexdigest()
    return LockedFile(name=name, file=f"{name}.whl", sha256=digest, size=len(content), **told)


def parts_of(page: Path) -> dict[str, bytes]:
    """Files inside a page by path, archives unpacked; what is read in it as `page.html`."""
    html = page.read_text(encoding="utf-8")
    held = r'<script type="text/plain" data-file="([^"]+)" data-kind="(\w+)"( data-gzip)?>([^<]*)<'
    found: dict[str, bytes] = {"page.html": re.sub(held, "", html).encode()}
    for name, kind, packs, coded in re.findall(held, html):
        content = base64.b64decode(coded)
        if packs:
            content = gzip.decompress(content)
        found |= untar(gzip.decompress(content)) if kind == "archive" else {name: content}
    return found


def case_in(page: dict[str, bytes]) -> dict[str, Any]:
    """What is read in a page before Python runs."""
    told = re.search(r'id="case">([^<]*)<', page["page.html"].decode())
    assert told
    return dict(json.loads(told[1]))


@pytest.fixture
def no_python(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with stand-ins for Python's files: pages are made in seconds, and run nothing."""
    lock = read_lock(ROOT)
    folder = tmp_path / "distribution"
    folder.mkdir()
    files = []
    for file in lock.parts("core"):
        content = f"stand-in of {file.file}".encode()
        (folder / file.file).write_bytes(content)
        files.append(replace(file, sha256=hashlib.sha256(content).hexdigest()))
    monkeypatch.setattr(writing, "read_lock", lambda root: replace(lock, files=tuple(files)))
    monkeypatch.setattr(writing, "can_compile", lambda python: False)
    monkeypatch.setenv("CASEKIT_STATE", str(tmp_path / "state"))
    return folder


# The lock


def test_the_lock_names_every_file_with_its_bytes_and_its_licence() -> None:
    lock = read_lock(ROOT)
    assert lock_text(lock) == (ROOT / "browser.lock").read_text(encoding="utf-8")
    assert {file.file for file in lock.parts("core")} == set(CORE)
    assert {file.name for file in lock.parts("library")} >= set(PURE)
    for file in lock.files:
        assert re.fullmatch("[0-9a-f]{64}", file.sha256) and file.size > 0 and file.licence
        # A wheel has its own place on the index, everything else a carrier.
        assert file.carriers or file.file.endswith("-none-any.whl")
        assert set(file.carriers) <= {carrier.name for carrier in lock.carriers}


def test_pure_libraries_are_those_that_participants_install() -> None:
    requirements = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    versions = {file.name: (file.version, file.sha256) for file in read_lock(ROOT).files}
    for name in PURE:
        version, allowed = pinned(requirements, name)
        assert versions[name][0] == version, f"{name}: python -m casekit.onefile.locking"
        assert versions[name][1] in allowed


def test_a_damaged_lock_is_named(tmp_path: Path) -> None:
    for content in (None, "pyodide = 3", 'pyodide = "1"\n[[file]]\nname = "a"\n'):
        if content is not None:
            (tmp_path / "browser.lock").write_text(content, encoding="utf-8")
        with pytest.raises(InvalidArgument, match=r"browser\.lock"):
            read_lock(tmp_path)


# Where Python comes from


@pytest.fixture
def shelf(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> dict[str, list[str]]:
    """Registries that hold nothing; what was asked of them."""
    asked: dict[str, list[str]] = {"pypi": [], "npm": []}

    def no_pip(wanted: Any, python: str, to: Path) -> None:
        asked["pypi"] += [name for name, _, _ in wanted]
        raise InvalidArgument("one-file-pip", found="no network")

    def no_npm(name: str, version: str, to: Path) -> Path:
        asked["npm"].append(name)
        raise InvalidArgument("one-file-npm", found="no network")

    monkeypatch.setattr(sources, "download_pypi", no_pip)
    monkeypatch.setattr(sources, "download_npm", no_npm)
    monkeypatch.setattr(sources, "npm_client", lambda: "npm")
    monkeypatch.setenv("CASEKIT_STATE", str(tmp_path / "state"))
    return asked


def small_lock(*files: LockedFile) -> Lock:
    return replace(read_lock(ROOT), files=files)


def test_a_folder_with_all_files_asks_no_registry(shelf: Any, tmp_path: Path) -> None:
    (tmp_path / "numpy.whl").write_bytes(b"numpy")
    numpy = locked("numpy", b"numpy", carriers=("open-webui", "pyodide"))
    lock = small_lock(numpy)
    assert sources.gather(lock, lock.files, tmp_path, str) == {"numpy.whl": b"numpy"}
    assert shelf == {"pypi": [], "npm": []}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_cannot_be_had_is_named_with_what_to_do(shelf: Any, tmp_path: Path, lang: str) -> None:
    lock = small_lock(
        locked("numpy", b"numpy", carriers=("open-webui", "pyodide")), locked("comm", b"comm")
    )
    for given in (None, tmp_path):
        with language.using(lang), pytest.raises(InvalidArgument) as raised:
            sources.gather(lock, lock.files, given, str)
        told = str(raised.value)
        for words in ("numpy.whl", "comm.whl", "no network", lock.pyodide):
            assert words in told
    assert set(shelf["pypi"]) == {"open-webui", "comm"} and set(shelf["npm"]) == {"pyodide"}


def test_a_folder_with_another_version_is_refused(shelf: Any, tmp_path: Path) -> None:
    (tmp_path / "numpy.whl").write_bytes(b"another numpy")
    lock = small_lock(locked("numpy", b"numpy", carriers=("pyodide",)))
    with pytest.raises(InvalidArgument, match=r"numpy\.whl"):
        sources.gather(lock, lock.files, tmp_path, str)
    with pytest.raises(InvalidArgument, match="nowhere"):
        sources.gather(lock, lock.files, tmp_path / "nowhere", str)
    assert shelf == {"pypi": [], "npm": []}


def test_what_a_carrier_holds_is_taken_by_its_bytes_and_kept(
    shelf: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock = small_lock(
        locked("numpy", b"numpy", carriers=("open-webui",)),
        locked("pandas", b"pandas", carriers=("open-webui", "pyodide")),
        locked("comm", b"comm"),
    )
    inside = lock.carrier("open-webui").inside

    def pip(wanted: Any, python: str, to: Path) -> None:
        for name, _, sums in wanted:
            assert sums and python == lock.python
            if name == "open-webui":
                with zipfile.ZipFile(to / "open_webui.whl", "w") as wheel:
                    wheel.writestr(f"{inside}numpy.whl", b"numpy")
                    wheel.writestr(f"{inside}pandas.whl", b"not pandas")
            else:
                (to / f"{name}.whl").write_bytes(name.encode())

    monkeypatch.setattr(sources, "download_pypi", pip)
    said: list[str] = []
    # What the carrier holds otherwise than the lock names is looked for elsewhere, and missed.
    with pytest.raises(InvalidArgument, match=r"pandas\.whl"):
        sources.gather(lock, lock.files, None, said.append)
    assert shelf["npm"] == ["pyodide"] and any("open-webui" in line for line in said)
    monkeypatch.setattr(sources, "download_pypi", None)
    kept = [file for file in lock.files if file.name != "pandas"]
    assert sources.gather(lock, kept, None, said.append) == {
        "numpy.whl": b"numpy", "comm.whl": b"comm",
    }  # fmt: skip
    # What was kept and then damaged is fetched again, never taken.
    (sources.kept_folder() / "comm.whl").write_bytes(b"half")
    monkeypatch.setattr(sources, "download_pypi", pip)
    assert sources.gather(lock, kept, None, said.append)["comm.whl"] == b"comm"


# What goes in


@pytest.mark.slow
def test_not_a_byte_of_solutions_key_or_generator(no_python: Path, tmp_path: Path) -> None:
    """Practice and exam, every archive unpacked: nothing of what an instructor keeps."""
    told = telling_words()
    pages = {
        exam: [
            parts_of(file.path)
            for company in (drawn_for_exam(tmp_path / "exam", 1, "B") if exam else [Company()])
            for file in write_one_file(ROOT, tmp_path / str(exam), company, ["ru"], no_python)
        ]
        for exam in (False, True)
    }
    for exam, (page,) in pages.items():
        assert found_in(page.values(), secrets()) == []
        assert not [name for name in page if re.search("solutions|_instructor", name)]
        rooms = {name.split("/")[4] for name in page if "/site-packages/casekit/" in name}
        assert not rooms & {"authoring", "grading", "world", "onefile", "cli", "setup"}
        assert {"inpage", "board", "questions"} <= rooms
        assert (f"case/data/{SEALED_FILE}" in page) is not exam
        told_in = found_in(page.values(), told)
        assert told_in == [] if exam else len(told_in) > 0.9 * len(told)
        assert case_in(page)["mode"] == ("exam" if exam else "practice")
    (exam_page,) = pages[True]
    assert not [name for name in exam_page if name.startswith("case/data/later/")]
    listed = json.loads((tmp_path / "exam_instructor.json").read_text(encoding="utf-8"))
    (company,) = listed["companies"]
    assert not [n for n, content in exam_page.items() if company["variant"].encode() in content]
    # A second exam never takes the place of the list.
    with pytest.raises(InvalidArgument, match=r"exam_instructor\.json"):
        drawn_for_exam(tmp_path / "exam", 1, None)


@pytest.mark.slow
@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_page_reads_without_python(no_python: Path, tmp_path: Path, lang: str) -> None:
    (file,) = write_one_file(ROOT, tmp_path / "out", Company(), [lang], no_python)
    assert file.path.name == f"casekit_{lang}.html" and file.size == file.path.stat().st_size
    page = parts_of(file.path)
    case = case_in(page)
    notebooks = {
        path.stem: json.loads(path.read_text(encoding="utf-8"))
        for path in sorted((ROOT / "notebooks" / lang).glob("*.ipynb"))
    }
    assert [each["name"] for each in case["notebooks"]] == list(notebooks)
    for each in case["notebooks"]:
        source = ["".join(cell["source"]) for cell in notebooks[each["name"]]["cells"]]
        assert [cell["source"] for cell in each["cells"]] == source
        assert source[0].startswith(f"# {each['title']}")
        assert all(not cell.get("outputs") for cell in each["cells"])
        assert f"case/notebooks/{lang}/{each['name']}.ipynb" in page
    assert {"case", "exhibits", "glossary"} <= {each["name"] for each in case["texts"]}
    for each in case["texts"]:
        assert each["title"] and "<script" not in each["html"]
        # Pictures stand inside; whatever else a text loads would be missing.
        assert all(
            src.startswith("data:image/png") for src in re.findall(r'src="([^"]*)', each["html"])
        )
    assert "<img" in next(each["html"] for each in case["texts"] if each["name"] == "exhibits")
    assert case["company"]["digest"] and case["company"]["name"]
    assert all(each["licence"] and each["text"] for each in case["licences"])
    assert "pyodide" in {each["name"] for each in case["licences"]}
    # It fetches nothing.
    outside = re.findall(
        r'(?:src|href)="(https?:[^"]*)"', page["page.html"].decode().split("<script")[0]
    )
    assert outside == []


def test_no_content_ends_its_element_early() -> None:
    words = "</script><!-- <script> \\u003c"
    contents = {"words": words}
    embedded = Embedded("a.bin", "data", b"\0<\xff", packs=True)
    reader = _Scripts()
    reader.feed(page_html("en", "x", contents, [embedded]))
    by_id = {dict(marks).get("id"): text for marks, text in reader.found}
    assert json.loads(by_id["case"]) == contents
    marks, coded = reader.found[-1]
    assert dict(marks)["data-file"] == "a.bin"
    assert gzip.decompress(base64.b64decode(coded)) == embedded.content
    # The page's program, the worker's, the case and the file: none was cut in two.
    assert len(reader.found) == 4
    assert [text for marks, text in reader.found if not marks] == [writing_of("path.js")]


def writing_of(name: str) -> str:
    """A program as it stands in the page."""
    text = (STATIC / name).read_text(encoding="utf-8")
    return text.replace("</script", "<\\/script").replace("<!--", "\\x3c!--")


class _Scripts(HTMLParser):
    """Reads `script` elements as a browser does."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[list[tuple[str, str | None]], str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "script":
            self.found.append((attrs, ""))

    def handle_data(self, data: str) -> None:
        if self.cdata_elem == "script":
            marks, text = self.found[-1]
            self.found[-1] = marks, text + data


def test_a_text_with_markup_stays_text() -> None:
    assert "<b>" not in body("x <b>bold</b>", {})


def test_what_casekit_imports_is_never_left_out() -> None:
    kept = ("numpy/f2py/__init__.py", "scipy/optimize/_optimize.py", "scipy/special/__init__.py",
            "pandas/core/frame.py", "matplotlib_inline-0.2.2.dist-info/entry_points.txt",
            "numpy-2.4.3.dist-info/METADATA", "numpy-2.4.3.dist-info/licenses/LICENSE.txt",
            "pygments/lexers/python.py", "babel/locale-data/ru.dat")  # fmt: skip
    left = ("scipy/stats/__init__.py", "numpy/tests/test_a.py", "babel/locale-data/fr.dat",
            "pygments/lexers/haskell.py", "numpy-2.4.3.dist-info/RECORD")  # fmt: skip
    assert [name for name in kept if not is_carried(name)] == []
    assert [name for name in left if is_carried(name)] == []


def test_trees_become_the_same_bytes_on_any_day() -> None:
    tree = {"b/c.py": b"x = 1\n", "a": b"", f"{'d' * 90}/{'e' * 90}.txt": b"long"}
    assert untar(tar(tree)) == tree
    assert tar(tree) == tar(dict(reversed(tree.items())))


def test_sources_become_byte_code_and_what_is_none_stays() -> None:
    own = "{}.{}".format(*sys.version_info)
    tree = {"lib/a.py": b"def f():\n    return 7\n", "lib/t.py": b"{{ template }} 1 2", "b": b"x"}
    made = compiled(tree, own, {})
    assert set(made) == {"lib/a.pyc", "lib/t.py", "b"} and made["b"] == b"x"
    space: dict[str, Any] = {}
    import marshal

    exec(marshal.loads(made["lib/a.pyc"][16:]), space)
    assert space["f"]() == 7 and space["f"].__code__.co_filename == "/lib/a.py"


def test_a_node_that_fails_is_told_in_one_line(tmp_path: Path, monkeypatch: Any) -> None:
    node = tmp_path / "node"
    node.write_text("#!/bin/sh\necho 'v22.1.0'; echo 'no such module' >&2; exit ${2:+1}\n")
    node.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert bytecode.can_compile("3.99")
    with pytest.raises(InvalidArgument, match="no such module"):
        compiled({"lib/a.py": b"x = 1"}, "3.99", {"pyodide.mjs": b""})
    node.write_text("#!/bin/sh\necho 'v18.0.0'\n")
    assert not bytecode.can_compile("3.99")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_verb_says_what_goes_together(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], lang: str
) -> None:
    out = str(tmp_path / "out")
    (tmp_path / "file").write_text("x", encoding="utf-8")
    for words in (
        ["--out", out, "--teams", "2"],
        ["--out", out, "--exam", "--teams", "2", "--variant", "5"],
        ["--out", out, "--exam", "--teams", "0"],
        ["--out", out, "--exam", "--teams", "2", "--lite"],
        ["--out", str(tmp_path / "file")],
        ["--out", str(tmp_path), "--lite"],
    ):
        with pytest.raises(SystemExit) as stop:
            main(["one-file", *words, "--lang", lang])
        said = capsys.readouterr().err
        assert stop.value.code == 2 and len(said.strip().splitlines()) == 1, said
    assert not (tmp_path / "out").exists()
