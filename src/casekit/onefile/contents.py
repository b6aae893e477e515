"""What the page shows before Python runs: notebooks, case text, exhibits, words."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from casekit import __version__
from casekit.authoring.files import Files, write_files
from casekit.authoring.story import body
from casekit.company import Case
from casekit.company.loading import read_company
from casekit.language import current, open_texts
from casekit.onefile.lock import Lock

__all__ = ["case_contents", "company_of"]

#: Texts of the case in the order in which they are read.
_TEXTS = ("case", "exhibits", "glossary", "dictionary", "reference")
#: Libraries whose versions the page tells.
_TOLD = ("numpy", "pandas", "scipy", "matplotlib", "ipython", "ipywidgets", "anywidget")


def company_of(pack: Files) -> Case:
    """The company of a pack."""
    inside = {name: each for name, each in pack.items() if name.startswith("data/")}
    with TemporaryDirectory(prefix="casekit-") as folder:
        write_files(Path(folder), inside)
        return read_company(Path(folder) / "data")


def case_contents(
    pack: Files, case: Case, lang: str, exam: bool, lock: Lock, licences: list[dict[str, str]]
) -> dict[str, Any]:
    """Everything that is read in the page, as its program takes it.

    Parameters
    ----------
    pack
        Files of a participant's pack in the language.
    case
        Its company.
    lang
        The language, which is the one at hand.
    exam
        Whether the pack is an exam's.
    lock
        Names the versions of Python and libraries.
    licences
        Of all parts.
    """
    # Names in the data are read in the language at hand.
    assert current() == lang
    versions = {file.name: file.version for file in lock.files if file.name in _TOLD}
    texts = list(_texts(pack, lang))
    return {
        "lang": lang,
        "title": texts[0]["title"],
        "mode": "exam" if exam else "practice",
        "company": {"name": case.label(case.name), "digest": case.digest},
        "notebooks": list(_notebooks(pack, lang)),
        "texts": texts,
        "licences": licences,
        "versions": {
            "casekit": __version__, "pyodide": lock.pyodide, "python": lock.python, **versions,
        },
        "words": open_texts(("path-",), lang),
    }  # fmt: skip


def _notebooks(pack: Files, lang: str) -> Iterator[dict[str, Any]]:
    """Notebooks with their cells; nothing in them is run."""
    for place in sorted(pack):
        if place.startswith(f"notebooks/{lang}/") and place.endswith(".ipynb"):
            told = json.loads(pack[place])
            first = "".join(told["cells"][0]["source"]).partition("\n")[0]
            cells = [
                {**cell, "source": "".join(cell["source"])}
                | ({"outputs": []} if cell["cell_type"] == "code" else {})
                for cell in told["cells"]
            ]
            yield {
                "name": Path(place).stem,
                "title": first.lstrip("# "),
                "metadata": told["metadata"],
                "cells": cells,
            }


def _texts(pack: Files, lang: str) -> Iterator[dict[str, str]]:
    """Texts as HTML with their pictures inside."""
    pictures = {
        place.removeprefix(f"case/{lang}/"): content
        for place, content in pack.items()
        if place.startswith(f"case/{lang}/") and place.endswith(".png")
    }
    for name in _TEXTS:
        written = pack[f"case/{lang}/{name}.md"].decode("utf-8")
        title, _, rest = written.partition("\n")
        yield {"name": name, "title": title.lstrip("# "), "html": body(rest, pictures)}
