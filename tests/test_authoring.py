"""Notebooks from their sources: every fault named, answers kept apart, two languages in step."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Iterator
from itertools import chain
from pathlib import Path

import nbformat
import pytest

from casekit import language
from casekit.authoring import build_notebooks, find_sources, read_source
from casekit.authoring import execute as execution
from casekit.authoring.answers import unsolved
from casekit.authoring.notebooks import compose, place_of, steps_of, written
from casekit.errors import AuthoringError, InvalidArgument

PARAMETERS = '# %% tags=["parameters"]\nlang = "en"\ndata = None\n'

SOUND = f"""\
# %% [markdown] lang="ru"
# # Неделю съедает удержание
# %% [markdown] lang="en"
# # Retention eats the week
{PARAMETERS}
# %% tags=["hide-input", "run-only"]
hours = {{"retention": 60, "selling": 40}}
sum(hours.values())

# %% tags=["your-turn"]
# <solution>
helper = "MARKER_CODE"
share = (
    hours["selling"]
    / sum(hours.values())
)
# </solution>
share

# %% [markdown] lang="en" tags=["solution"]
# MARKER_TEXT: forty per cent. A common wrong answer is sixty.
# %% [markdown] lang="ru" tags=["solution"]
# MARKER_TEXT: сорок процентов. Частая ошибка — шестьдесят.

# %% tags=["text-answer"]
# <solution>
memo = {{"ru": \"\"\"Продавать больше: «MARKER_RU».\"\"\", "en": \"\"\"Sell more:
MARKER_EN\"\"\"}}[lang]
# </solution>
"""

MARKERS = ("MARKER_CODE", "MARKER_TEXT", "MARKER_RU", "MARKER_EN")


def make_kit(folder: Path, **sources: str) -> Path:
    """Kit folder with sources by name, such as n02_hours."""
    (folder / "solutions").mkdir(parents=True)
    for name, text in sources.items():
        (folder / "solutions" / f"{name[1:]}.py").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A kit of one notebook, built once; tests that change it copy it back."""
    root = make_kit(tmp_path_factory.mktemp("кит с пробелом"), n02_hours=SOUND)
    build_notebooks(root)
    return root


@pytest.fixture
def kept(built: Path) -> Iterator[Path]:
    """The built kit, put back to its state after the test."""
    files = {path: path.read_bytes() for path in chain(built.rglob("*.ipynb"), built.rglob("*.py"))}
    yield built
    for path in built.rglob("*.ipynb"):
        path.unlink()
    for path, content in files.items():
        path.write_bytes(content)


def load(root: Path, folder: str, lang: str) -> dict:
    path = root / folder / lang / "02_hours.ipynb"
    return json.loads(path.read_text(encoding="utf-8"))


def code_of(notebook: dict, cell_id: str) -> str:
    return next("".join(c["source"]) for c in notebook["cells"] if c["id"] == cell_id)


RU, EN = '# %% [markdown] lang="ru"\n# текст\n', '# %% [markdown] lang="en"\n# text\n'

#: What is wrong: the source after a sound parameters cell (cell 1, lines 1 to 3), then the keys of
#: the faults with cell and line.
FAULTS: dict[str, tuple[str, list[tuple[str, int, int]]]] = {
    "no twin": (RU, [("twin-missing", 2, 4)]),
    "code between twins": (RU + "# %%\n1\n" + EN, [("twin-missing", 2, 4), ("twin-missing", 4, 8)]),
    "same language twice": (RU + RU + EN, [("twin-repeated", 3, 6)]),
    "unknown language": (RU + EN.replace("en", "de", 1), [("lang-unknown", 3, 6)]),
    "no language": (RU + "# %% [markdown]\n# text\n", [("lang-missing", 3, 6)]),
    "language without quotes": (
        RU + "# %% [markdown] lang=en\n# text\n",
        [("key-unknown", 3, 6), ("lang-missing", 3, 6)],
    ),
    "unequal tags": (RU + EN.replace('"en"', '"en" tags=["solution"]'), [("twin-tags", 2, 4)]),
    "raw cell": ("# %% [raw]\n# text\n", [("kind-unknown", 2, 4)]),
    "unclosed": ("# %%\n# <solution>\na = 1\n", [("solution-unclosed", 2, 5)]),
    "nested": (
        "# %%\n# <solution>\n# <solution>\na = 1\n# </solution>\n",
        [("solution-nested", 2, 6)],
    ),
    "unopened": ("# %%\na = 1\n# </solution>\n", [("solution-unopened", 2, 6)]),
    "misspelt mark": (
        "# %%\n#<Solution>\na = 1\n# </solution>\n",
        [
            ("solution-misspelt", 2, 5),
            ("solution-unopened", 2, 7),
        ],
    ),
    "indented mark": (
        "# %%\nif lang:\n    # <solution>\n    a = 1\n    # </solution>\n",
        [
            ("solution-misspelt", 2, 6),
            ("solution-misspelt", 2, 8),
        ],
    ),
    "mark in a text": (RU + EN + "# <solution>\n", [("solution-in-text", 3, 8)]),
    "assigns nothing": (
        "# %%\n# <solution>\nprint(1)\n# </solution>\n",
        [("solution-assigns-nothing", 2, 5)],
    ),
    "half a statement": (
        "# %%\nif lang:\n# <solution>\n    a = 1\n# </solution>\n",
        [("solution-torn", 2, 6)],
    ),
    "unknown tag": ('# %% tags=["skip-execution"]\n1\n', [("tag-unknown", 2, 4)]),
    "tag on another kind": (
        RU.replace('"ru"', '"ru" tags=["text-answer"]')
        + EN.replace('"en"', '"en" tags=["text-answer"]'),
        [("tag-misplaced", 2, 4), ("tag-misplaced", 3, 6)],
    ),
    "tags not a list": ('# %% tags="run-only"\n1\n', [("cell-unreadable", 2, 4)]),
    "unknown key": ('# %% name="a"\n1\n', [("key-unknown", 2, 4)]),
    "title": ("# %% A title\n1\n", [("key-unknown", 2, 4)]),
    "two parameters cells": (PARAMETERS, [("parameters-repeated", 2, 4)]),
    "syntax": ("# %%\n1\nb = = 1\n", [("syntax", 2, 6)]),
    "magic": ("# %%\n%matplotlib inline\n", [("syntax", 2, 5)]),
    "doubtful escape": ('# %%\n"\\d"\n', [("syntax", 2, 5)]),
    "syntax without the solution": (
        "# %%\n# <solution>\na = 1\nif a:\n    a\n# </solution>\nelse:\n    2\n",
        [("syntax-unsolved", 2, 5)],
    ),
    "cyrillic in code": ("# %%\n1\n# считаем\n", [("not-ascii", 2, 6)]),
    "cyrillic in a solution": (
        '# %%\n# <solution>\na = "Да"\n# </solution>\n',
        [("not-ascii", 2, 6)],
    ),
    "text answer without solution": (
        '# %% tags=["text-answer"]\nmemo = ""\n',
        [("text-answer-without-solution", 2, 5)],
    ),
    "several at once": (
        RU + "# %%\nb = = 1\n# %%\n# </solution>\n",
        [("twin-missing", 2, 4), ("syntax", 3, 7), ("solution-unopened", 4, 9)],
    ),
}


@pytest.mark.parametrize("name", FAULTS)
def test_every_fault_of_a_source_is_named_with_its_cell_and_line(
    name: str, tmp_path: Path, lang: str
) -> None:
    text, expected = FAULTS[name]
    root = make_kit(tmp_path, n02_hours=PARAMETERS + text)
    with pytest.raises(AuthoringError) as caught:
        build_notebooks(root)
    faults = caught.value.facts["faults"]
    found = [(f.key.removeprefix("authoring-"), f.facts["cell"], f.facts["line"]) for f in faults]
    assert found == expected
    said = str(caught.value)
    for _, cell, line in expected:
        place = {"en": f"cell {cell}, line {line}:", "ru": f"ячейка {cell}, строка {line}:"}
        assert f"solutions/02_hours.py, {place[lang]}" in said
    assert not list(root.rglob("*.ipynb"))


@pytest.mark.parametrize(
    ("file", "content", "key"),
    [
        ("02_hours.py", RU + EN, "parameters-missing"),
        ("02_hours.py", PARAMETERS.replace("None", '"x"'), "parameters-content"),
        ("02_hours.py", PARAMETERS.replace('"en"', '"de"'), "parameters-content"),
        ("02_hours.py", PARAMETERS + "seed = 1\n", "parameters-content"),
        ("2_hours.py", PARAMETERS, "file-name"),
        ("02-Hours.py", PARAMETERS, "file-name"),
        ("02_hours.py", b"# %%\n'\xcf'\n", "not-utf8"),
        (
            "02_hours.py",
            "# ---\n# jupyter:\n#   kernelspec:\n#     name: x\n# ---\n" + PARAMETERS,
            "unreadable",
        ),
    ],
)
def test_a_fault_of_the_whole_file_is_named(
    file: str, content: str | bytes, key: str, tmp_path: Path, lang: str
) -> None:
    path = make_kit(tmp_path) / "solutions" / file
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    with pytest.raises(AuthoringError) as caught:
        read_source(path)
    assert [fault.key for fault in caught.value.facts["faults"]] == [f"authoring-{key}"]
    assert f"solutions/{file}" in str(caught.value)


def test_faults_of_all_files_are_reported_together(tmp_path: Path) -> None:
    root = make_kit(tmp_path, n01_one=PARAMETERS + RU, n02_two=RU + EN)
    with pytest.raises(AuthoringError, match=r"2 faults[\s\S]*01_one[\s\S]*02_two"):
        build_notebooks(root)


def test_every_text_has_the_same_facts_in_both_languages() -> None:
    told = [
        {key: facts for key, facts in language.keys(lang).items() if key.startswith("authoring-")}
        for lang in language.LANGUAGES
    ]
    assert told[0] == told[1]
    room = Path(execution.__file__).parent
    code = "".join(path.read_text(encoding="utf-8") for path in room.glob("*.py"))
    used = set(re.findall(r'"(authoring-[a-z0-9-]+)"', code))
    assert used == set(told[0]) - {"authoring-place", "authoring-place-run"}


def test_a_file_without_cells_is_no_source(tmp_path: Path) -> None:
    root = make_kit(tmp_path, n02_hours=PARAMETERS, nkey="ANSWERS = {}\n")
    assert [path.name for path in find_sources(root / "solutions")] == ["02_hours.py"]


def test_windows_line_ends_and_byte_order_mark_change_nothing(tmp_path: Path) -> None:
    root = make_kit(tmp_path, n02_hours=SOUND)
    path = root / "solutions" / "02_hours.py"
    before = read_source(path)
    path.write_bytes(b"\xef\xbb\xbf" + SOUND.replace("\n", "\r\n").encode("utf-8"))
    assert read_source(path) == before


def test_names_are_left_to_fill_in_and_all_else_vanishes() -> None:
    code = "\n".join(
        [
            "before = 1",
            "# <solution>",
            "import math  # how",
            'a = """one',
            "# not a comment",
            'two"""',
            "b: float = math.pi",
            "a = a.strip()",
            "rows[0] = 1",
            "for i in (1, 2):",
            "    c = i",
            "# </solution>",
            "after = 2",
            "# <solution>",
            "d = [",
            "    1,",
            "]",
            "# </solution>",
        ]
    )
    assert unsolved(code) == "before = 1\na = ...\nb = ...\nafter = 2\nd = ..."
    assert unsolved('# <solution>\nmemo = "x"\n# </solution>', True) == 'memo = """\n\n"""'


@pytest.mark.parametrize("lang", language.LANGUAGES)
def test_no_answer_is_left_in_the_participants_notebook(built: Path, lang: str) -> None:
    text = (built / "notebooks" / lang / "02_hours.ipynb").read_text(encoding="utf-8")
    assert not [marker for marker in MARKERS if marker in text]
    notebook = load(built, "notebooks", lang)
    cells = [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]
    assert all(cell["outputs"] == [] and cell["execution_count"] is None for cell in cells)
    assert code_of(notebook, "02-c04") == "helper = ...\nshare = ...\nshare"
    assert code_of(notebook, "02-c06") == 'memo = """\n\n"""'


@pytest.mark.parametrize("lang", language.LANGUAGES)
def test_the_solved_notebook_holds_answers_and_outputs(built: Path, lang: str) -> None:
    notebook = load(built, "solutions", lang)
    text = json.dumps(notebook, ensure_ascii=False)
    assert [marker for marker in MARKERS if marker in text] == list(MARKERS)
    assert "<solution>" not in text
    cells = {cell["id"]: cell for cell in notebook["cells"]}
    assert cells["02-c04"]["outputs"][0]["data"]["text/plain"] == ["0.4"]
    counts = [c["execution_count"] for c in cells.values() if c["cell_type"] == "code"]
    assert counts == [1, 2, 3, 4]


def test_languages_share_ids_and_code_but_for_one_line(built: Path) -> None:
    for folder in ("notebooks", "solutions"):
        ru, en = (load(built, folder, lang) for lang in ("ru", "en"))
        assert [cell["id"] for cell in ru["cells"]] == [cell["id"] for cell in en["cells"]]
        pairs = [
            (one["source"], two["source"])
            for one, two in zip(ru["cells"], en["cells"], strict=True)
            if one["cell_type"] == "code" and one["source"] != two["source"]
        ]
        assert pairs == [
            (['lang = "ru"\n', "data = None"], ['lang = "en"\n', "data = None"]),
        ]
        assert "Неделю" in code_of(ru, "02-c01")
        assert "Retention" in code_of(en, "02-c01")
    solved = [cell["id"] for cell in load(built, "solutions", "en")["cells"]]
    assert solved == [f"02-c0{number}" for number in range(1, 7)]
    asked = [cell["id"] for cell in load(built, "notebooks", "en")["cells"]]
    assert asked == [name for name in solved if name != "02-c05"]


def test_notebooks_are_valid_and_name_no_machine(built: Path) -> None:
    for path in built.rglob("*.ipynb"):
        text = path.read_text(encoding="utf-8")
        nbformat.validate(nbformat.reads(text, as_version=4))
        notebook = json.loads(text)
        lang = path.parent.name
        assert notebook["metadata"]["casekit"] == {"notebook": "02_hours", "language": lang}
        assert notebook["metadata"]["kernelspec"]["name"] == "python3"
        assert "version" not in notebook["metadata"]["language_info"]
        assert (notebook["nbformat"], notebook["nbformat_minor"]) == (4, 5)
        assert text.endswith("}\n")
        assert b"\r" not in path.read_bytes()
        folded = next(cell for cell in notebook["cells"] if cell["id"] == "02-c03")
        assert folded["metadata"] == {
            "jupyter": {"source_hidden": True},
            "tags": ["hide-input", "run-only"],
        }
        assert str(built) not in text
        assert '"execution"' not in text


def test_building_again_gives_the_same_bytes(built: Path) -> None:
    before = {path: path.read_bytes() for path in built.rglob("*.ipynb")}
    report = build_notebooks(built)
    assert len(before) == len(report.unchanged) == 4
    assert not report.written
    assert {path: path.read_bytes() for path in built.rglob("*.ipynb")} == before


def test_check_is_content_and_leaves_no_trace(built: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in built.rglob("*")}
    path = built / "solutions" / "en" / "02_hours.ipynb"
    notebook = load(built, "solutions", "en")
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code":
            cell["execution_count"] = 77
    original = path.read_bytes()
    path.write_text(json.dumps(notebook), encoding="utf-8")
    build_notebooks(built, check=True)
    path.write_bytes(original)
    after = {path: path.stat().st_mtime_ns for path in built.rglob("*")}
    assert set(before) == set(after)


def edit(root: Path, place: str, change: Callable[[dict], object]) -> None:
    path = root / place
    notebook = json.loads(path.read_text(encoding="utf-8"))
    change(notebook)
    path.write_text(json.dumps(notebook, ensure_ascii=False), encoding="utf-8")


def test_check_names_each_file_with_its_first_differing_cell(kept: Path) -> None:
    edit(kept, "notebooks/ru/02_hours.ipynb", lambda nb: nb["cells"][3].update(source=["x"]))
    edit(kept, "notebooks/en/02_hours.ipynb", lambda nb: nb["cells"][2].update(execution_count=1))
    edit(kept, "solutions/en/02_hours.ipynb", lambda nb: nb["cells"].append(nb["cells"][0]))
    edit(kept, "solutions/ru/02_hours.ipynb", lambda nb: nb["metadata"].update(path="x"))
    with pytest.raises(AuthoringError) as caught:
        build_notebooks(kept, check=True)
    found = [
        (fault.facts["path"], fault.key, fault.facts.get("id"))
        for fault in caught.value.facts["faults"]
    ]
    assert found == [
        ("notebooks/en/02_hours.ipynb", "authoring-differs", "02-c03"),
        ("notebooks/ru/02_hours.ipynb", "authoring-differs", "02-c04"),
        ("solutions/en/02_hours.ipynb", "authoring-differs-longer", None),
        ("solutions/ru/02_hours.ipynb", "authoring-differs-whole", None),
    ]
    assert "cell 02-c04 (in the source cell 5, line 13)" in str(caught.value)


def test_check_compares_outputs_by_running(kept: Path) -> None:
    edit(
        kept,
        "solutions/ru/02_hours.ipynb",
        lambda nb: nb["cells"][3]["outputs"][0]["data"].update({"text/plain": ["0.5"]}),
    )
    (kept / "notebooks/en/02_hours.ipynb").write_text("{", encoding="utf-8")
    (kept / "notebooks/ru/02_hours.ipynb").unlink()
    with pytest.raises(AuthoringError) as caught:
        build_notebooks(kept, check=True)
    found = [(fault.facts["path"], fault.key) for fault in caught.value.facts["faults"]]
    assert found == [
        ("notebooks/en/02_hours.ipynb", "authoring-differs-whole"),
        ("notebooks/ru/02_hours.ipynb", "authoring-missing"),
        ("solutions/ru/02_hours.ipynb", "authoring-differs"),
    ]


def test_a_notebook_whose_source_is_gone_is_reported_and_removed(kept: Path) -> None:
    stale = kept / "notebooks" / "ru" / "01_old.ipynb"
    own = kept / "notebooks" / "ru" / "02_hours-Copy1.ipynb"
    text = (kept / "notebooks" / "ru" / "02_hours.ipynb").read_text(encoding="utf-8")
    stale.write_text(text.replace('"02_hours"', '"01_old"'), encoding="utf-8")
    own.write_text(text, encoding="utf-8")
    with pytest.raises(AuthoringError, match=r"01_old\.ipynb: its source is gone") as caught:
        build_notebooks(kept, check=True)
    assert len(caught.value.facts["faults"]) == 1
    report = build_notebooks(kept)
    assert [str(place) for place in report.removed] == ["notebooks/ru/01_old.ipynb"]
    assert not stale.exists()
    assert own.exists(), "a copy with somebody's work in it is not ours to remove"


def run_cells(tmp_path: Path, *cells: str) -> list[tuple[str, int]]:
    """Faults of a notebook with these code cells after the parameters."""
    code = "".join(f"# %%\n{cell}\n" for cell in cells)
    path = make_kit(tmp_path, n02_hours=PARAMETERS + code) / "solutions" / "02_hours.py"
    source = read_source(path)
    notebook = compose(source, "en", solution=True)
    run = execution.NotebookTask(notebook, steps_of(source, True), source.label, "en", tmp_path)
    faults = execution.run_all([run])
    assert all(str(fault).startswith("solutions/02_hours.py (en), cell ") for fault in faults)
    return [(fault.key.removeprefix("authoring-"), fault.facts["cell"]) for fault in faults]


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (["1 / 0", "2"], [("cell-failed", 2)]),
        (["import sys", "sys.exit(0)", "3"], [("cell-failed", 3)]),
        (["import os", "os._exit(1)", "3"], [("kernel-died", 3)]),
        (
            [
                "import sys, warnings",
                "object()",
                "print(sys.prefix)",
                "warnings.warn('old')",
                "print(r'C:\\Users')",
                "print('1/2 a/b/c https://example.org/a/b <b>x</b> //')",
            ],
            [
                ("output-address", 3),
                ("output-path", 4),
                ("output-stderr", 5),
                ("output-path", 6),
            ],
        ),
    ],
)
def test_a_run_that_cannot_be_kept_is_refused(
    cells: list[str], expected: list[tuple[str, int]], tmp_path: Path
) -> None:
    assert run_cells(tmp_path, *cells) == expected


def test_a_cell_that_never_ends_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(execution, "CELL_SECONDS", 1)
    endless = (
        "import time\nwhile True:\n    try:\n        time.sleep(9)\n"
        "    except KeyboardInterrupt:\n        pass"
    )
    assert run_cells(tmp_path, endless, "2") == [("cell-slow", 2)]


def test_kernels_see_their_language_and_nothing_of_the_builders_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONWARNINGS", "error")
    monkeypatch.setenv("CASEKIT_RECORD", "1")
    monkeypatch.setenv("CASEKIT_LANG", "ru")
    cell = (
        "import os, sys, pathlib\n"
        "assert os.environ['CASEKIT_LANG'] == lang == 'en'\n"
        "assert 'CASEKIT_RECORD' not in os.environ\n"
        "assert not sys.warnoptions\n"
        f"assert pathlib.Path.cwd() == pathlib.Path({str(tmp_path)!a}).resolve()\n"
        f"assert sys.prefix == {sys.prefix!a}"
    )
    assert run_cells(tmp_path, cell) == []


def test_a_build_that_fails_writes_nothing(tmp_path: Path) -> None:
    root = make_kit(tmp_path, n02_hours=PARAMETERS + "# %%\n1 / 0\n")
    with pytest.raises(AuthoringError, match=r"2 faults[\s\S]*\(en\), cell 2, line 4: the cell"):
        build_notebooks(root)
    assert not list(root.rglob("*.ipynb"))


def test_one_notebook_is_built_by_name_or_number(tmp_path: Path) -> None:
    root = make_kit(tmp_path, n01_one=PARAMETERS + RU, n02_two=PARAMETERS)
    report = build_notebooks(root, only=["02"])
    assert {place.name for place in report.written} == {"02_two.ipynb"}
    build_notebooks(root, only=["02_two"], check=True)
    with pytest.raises(InvalidArgument, match=r"03_three.*01_one, 02_two"):
        build_notebooks(root, only=["03_three"])


def test_a_folder_without_sources_is_no_kit(tmp_path: Path, lang: str) -> None:
    with pytest.raises(InvalidArgument, match="NN_name"):
        build_notebooks(tmp_path)


def test_the_file_text_is_what_stands_in_the_kit(built: Path) -> None:
    source = read_source(built / "solutions" / "02_hours.py")
    for lang in language.LANGUAGES:
        path = built / place_of(source, lang, solution=False)
        assert path.read_text(encoding="utf-8") == written(compose(source, lang, solution=False))
