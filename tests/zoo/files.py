"""Files that are no notebook, hardly one, or an odd one."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import nbformat
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell

from zoo.animal import (
    BEFORE,
    CONFESSION,
    OWN,
    SOUND,
    Animal,
    Expect,
    insert,
    points,
    save,
)
from zoo.solved import CHOICE, NUMBER, TYPED, Solved

__all__ = ["FILES"]

UNREADABLE = Expect(status="unreadable", max_score=0.0)
_SMALL = points(NUMBER, CHOICE, TYPED)
_HUGE = 200 * 2**20


def _text(notebook: NotebookNode) -> str:
    return str(nbformat.v4.writes(notebook))


def _bytes(
    name: str, make: Callable[[Solved], bytes], expect: Expect = UNREADABLE, suffix: str = ".ipynb"
) -> Animal:
    """An animal that is a file of these bytes."""

    def write(folder: Path, solved: Solved) -> None:
        (folder / f"{name}{suffix}").write_bytes(make(solved))

    return Animal(name, write, expect)


def _json(name: str, change: Callable[[dict[str, Any]], Any], expect: Expect) -> Animal:
    """An animal that is the small notebook after a change of its JSON."""

    def make(solved: Solved) -> bytes:
        content = json.loads(_text(solved.small()))
        changed = change(content)
        return json.dumps(content if changed is None else changed).encode()

    return _bytes(name, make, expect)


def _sparse(folder: Path, solved: Solved) -> None:
    """200 MB on paper, a few kilobytes on disk: a notebook and a hole after it."""
    path = folder / "is_a_sparse_file_of_200_mb.ipynb"
    save(solved.small(), path)
    os.truncate(path, _HUGE)


def _saved_flood(folder: Path, solved: Solved) -> None:
    """A notebook that keeps 200 MB of saved output, and is otherwise sound."""
    name = "keeps_200_mb_of_output"
    notebook = solved.small()
    notebook.cells[-1].outputs = [nbformat.v4.new_output("stream", text="@")]
    start, end = _text(notebook).split('"@"')
    with (folder / f"{name}.ipynb").open("w", encoding="utf-8") as file:
        file.write(f'{start}"')
        for _ in range(200):
            file.write("x" * 2**20)
        file.write(f'"{end}')


def _third_format(solved: Solved) -> bytes:
    """The notebook as it was written ten years ago: worksheets, inputs, prompts."""
    old = nbformat.convert(solved.small(), 3)
    return str(nbformat.v3.writes_json(old)).encode()


def _cells(name: str, change: Callable[[NotebookNode], None], expect: Expect) -> Animal:
    """An animal that is the small notebook with its cells changed."""

    def write(folder: Path, solved: Solved) -> None:
        notebook = solved.small()
        change(notebook)
        (folder / f"{name}.ipynb").write_text(json.dumps(notebook), encoding="utf-8")

    return Animal(name, write, expect)


def _drop_metadata(content: dict[str, Any]) -> None:
    content["metadata"] = {}
    for each in content["cells"]:
        each["metadata"] = {}


def _strip_everything(content: dict[str, Any]) -> dict[str, Any]:
    cells = [
        {"cell_type": each["cell_type"], "source": each["source"]} for each in content["cells"]
    ]
    return {"cells": cells}


def _set_kernel(name: str, language: str) -> Callable[[dict[str, Any]], None]:
    def change(content: dict[str, Any]) -> None:
        content["metadata"]["kernelspec"] = {
            "name": name,
            "language": language,
            "display_name": name,
        }
        content["metadata"]["language_info"] = {"name": language}

    return change


def _r_code(notebook: NotebookNode) -> None:
    _set_kernel("ir", "R")(notebook)
    notebook.cells = [new_code_cell("x <- c(1, 2)\nlibrary(dplyr)"), new_code_cell("x |> sum()")]


def _same_ids(content: dict[str, Any]) -> None:
    for each in content["cells"]:
        each["id"] = "same"


def _strange_cells(content: dict[str, Any]) -> None:
    strange = [
        {"cell_type": "heading", "level": 1, "metadata": {}, "source": ["A heading"]},
        {"cell_type": "quiz", "metadata": {}, "source": "import os; os._exit(0)"},
        {"cell_type": None, "metadata": None},
        "a cell",
        7,
        None,
    ]
    content["cells"][4:4] = strange


def _odd_sources(content: dict[str, Any]) -> None:
    odd = [None, 7, {"a": 1}, [1, None], True]
    new = [
        {"cell_type": "code", "metadata": {}, "outputs": [], "execution_count": None, "source": s}
        for s in odd
    ]
    content["cells"][4:4] = new


def _no_parameters(notebook: NotebookNode) -> None:
    notebook.cells = [each for each in notebook.cells if each.id != "parameters"]


def _set_parameters(source: str) -> Callable[[NotebookNode], None]:
    def change(notebook: NotebookNode) -> None:
        next(each for each in notebook.cells if each.id == "parameters").source = source

    return change


def _twice_everything(notebook: NotebookNode) -> None:
    notebook.cells += [NotebookNode(each) for each in notebook.cells]


def _add(source: str) -> Callable[[NotebookNode], None]:
    def change(notebook: NotebookNode) -> None:
        insert(notebook, "").cells[4].source = source

    return change


def _thousand_cells(notebook: NotebookNode) -> None:
    notebook.cells[4:4] = [new_code_cell("pass") for _ in range(1_000)]


_OWN_LOST = {**SOUND, OWN: "error"}
_CHECK = f'ck.check("{OWN}", case.accounts.status.value_counts().competitor)'

FILES: tuple[Animal, ...] = (
    _bytes("is_empty", lambda _: b""),
    _bytes("is_blank", lambda _: b" \n" * 100),
    _bytes("is_a_web_page", lambda _: b"<!DOCTYPE html><html><body>Please log in</body></html>"),
    _bytes("is_json_null", lambda _: b"null"),
    _bytes("is_a_json_list", lambda _: b"[1, 2, 3]"),
    _bytes("is_json_of_something_else", lambda _: b'{"name": "x", "dependencies": {}}'),
    _bytes("is_cut_in_the_middle", lambda s: _text(s.small()).encode()[:900]),
    _bytes(
        "is_nested_100000_deep", lambda _: b'{"cells": ' + b"[" * 100_000 + b"]" * 100_000 + b"}"
    ),
    _bytes("is_noise", lambda _: bytes(range(256)) * 40),
    _bytes(
        "is_no_utf_8",
        lambda s: _text(s.small()).encode().replace(b"answers", "ответа".encode("cp1251")),
        Expect(status="unreadable|graded", max_score=_SMALL),
    ),
    _bytes("is_all_noughts", lambda _: bytes(10_000)),
    _bytes("is_python_code", lambda _: b"import casekit as ck\n", suffix=".py"),
    _bytes(
        "is_an_archive_of_another_kind",
        lambda _: b"Rar!\x1a\x07\x01\x00" + bytes(99),
        suffix=".rar",
    ),
    _bytes(
        "has_a_byte_order_mark",
        lambda s: _text(s.small()).encode("utf-8-sig"),
        Expect(states=SOUND),
    ),
    _bytes("is_utf_16", lambda s: _text(s.small()).encode("utf-16"), Expect(states=SOUND)),
    _bytes(
        "has_windows_line_ends",
        lambda s: _text(s.small()).replace("\n", "\r\n").encode(),
        Expect(states=SOUND),
    ),
    _bytes(
        "shouts_its_extension",
        lambda s: _text(s.small()).encode(),
        Expect(states=SOUND),
        suffix=".IPYNB",
    ),
    _bytes("is_of_the_third_format", _third_format, Expect(states=SOUND)),
    Animal("is_a_sparse_file_of_200_mb", _sparse, UNREADABLE),
    Animal("keeps_200_mb_of_output", _saved_flood, UNREADABLE),
    _json(
        "is_of_a_format_to_come",
        lambda nb: nb.update(nbformat=9, nbformat_minor=0),
        Expect(status="unreadable|graded", max_score=_SMALL),
    ),
    _json(
        "has_no_cells",
        lambda nb: nb.update(cells=[]),
        Expect(states={NUMBER: "not_attempted"}, max_score=0.0),
    ),
    _json("has_cells_that_are_no_list", lambda nb: nb.update(cells={"0": "x"}), UNREADABLE),
    _json("has_no_metadata", _drop_metadata, Expect(states=SOUND)),
    _json("has_cells_alone", _strip_everything, Expect(states=SOUND)),
    _json("has_metadata_that_is_none", lambda nb: nb.update(metadata=None), Expect(states=SOUND)),
    _json("claims_the_r_kernel", _set_kernel("ir", "R"), Expect(states=SOUND)),
    _json("claims_a_kernel_of_its_own", _set_kernel("../../evil", "python"), Expect(states=SOUND)),
    _json("has_one_id_for_all_cells", _same_ids, Expect(states=SOUND)),
    _json("has_cells_of_no_known_type", _strange_cells, Expect(states=SOUND)),
    _json("has_sources_that_are_no_text", _odd_sources, Expect(states=SOUND)),
    _cells(
        "is_written_in_r",
        _r_code,
        Expect(states={NUMBER: "not_attempted", CONFESSION: "not_attempted"}, max_score=0.0),
    ),
    _cells("lost_its_parameters", _no_parameters, Expect(states=SOUND)),
    _cells(
        "has_a_path_of_its_own_for_data",
        _set_parameters('lang = "en"\ndata = "C:\\\\Users\\\\Anna\\\\case\\\\data"'),
        Expect(states=SOUND),
    ),
    _cells(
        "spoke_another_language",
        _set_parameters('lang = "klingon"\ndata = None'),
        Expect(states={NUMBER: "correct|error", CHOICE: "correct"}),
    ),
    _cells("holds_everything_twice", _twice_everything, Expect(states=SOUND)),
    _cells(
        "has_half_a_letter",
        _add(f'half = "\ud800"\n{_CHECK}'),
        Expect(states={**SOUND, OWN: "error|correct"}),
    ),
    _cells(
        "has_half_a_letter_in_its_text",
        lambda nb: nb.cells[0].update(source="# \ud83d and \udcff"),
        Expect(states=SOUND),
    ),
    _cells("has_a_null_byte_in_its_code", _add(f"x = 1\0\n{_CHECK}"), Expect(states=_OWN_LOST)),
    _cells(
        "has_a_line_of_5_mb",
        _add("x = '" + "y" * 5_000_000 + f"'\n{_CHECK}"),
        Expect(states={**BEFORE, OWN: "correct|error", CHOICE: "correct"}),
    ),
    _cells("has_a_thousand_cells", _thousand_cells, Expect(states=SOUND)),
)
