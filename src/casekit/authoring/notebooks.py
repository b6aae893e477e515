"""Notebooks from a source: the participant's without answers, the solved one with them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

import nbformat
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from casekit.authoring.answers import solved, unsolved
from casekit.authoring.source import Source, Step

__all__ = [
    "BuiltNotebook",
    "compose",
    "compose_all",
    "notebook_metadata",
    "place_of",
    "steps_of",
    "written",
]


@dataclass(frozen=True)
class BuiltNotebook:
    """A notebook built from a source.

    Parameters
    ----------
    source, lang
        What it was built from.
    solution
        Whether it is the solved one.
    notebook
        Its cells; outputs are filled in by running it.
    """

    source: Source
    lang: str
    solution: bool
    notebook: nbformat.NotebookNode

    @property
    def name(self) -> str:
        """Path below the kit's top folder."""
        return place_of(self.source, self.lang, self.solution).as_posix()

    @property
    def content(self) -> bytes:
        """Content of its file."""
        return written(self.notebook).encode("utf-8")

    @property
    def steps(self) -> list[Step]:
        """The source's step of each cell."""
        return steps_of(self.source, self.solution)


def compose_all(
    sources: Sequence[Source], langs: Sequence[str], solutions: Sequence[bool]
) -> list[BuiltNotebook]:
    """Notebooks of sources, not yet run.

    Parameters
    ----------
    sources
        Sound sources.
    langs
        Languages.
    solutions
        False for participants' notebooks, True for solved ones.
    """
    return [
        BuiltNotebook(source, lang, solution, compose(source, lang, solution))
        for source in sources
        for lang in langs
        for solution in solutions
    ]


def place_of(source: Source, lang: str, solution: bool) -> PurePosixPath:
    """Where a notebook lies in the kit."""
    folder = "solutions" if solution else "notebooks"
    return PurePosixPath(folder, lang, f"{source.name}.ipynb")


def compose(source: Source, lang: str, solution: bool) -> nbformat.NotebookNode:
    """Notebook of a source in one language, not yet run.

    Parameters
    ----------
    source
        A sound source.
    lang
        Language of its texts, written into the parameters cell.
    solution
        Whether answers and explanations stay.
    """
    cells = [_cell(step, lang, solution) for step in steps_of(source, solution)]
    notebook = new_notebook(cells=cells, metadata=notebook_metadata(source.name, lang))
    nbformat.validate(notebook)
    return notebook


def steps_of(source: Source, solution: bool) -> list[Step]:
    """Steps that a notebook shows, in the order of its cells."""
    return [step for step in source.steps if solution or "solution" not in step.tags]


def notebook_metadata(name: str, lang: str) -> dict[str, Any]:
    """Metadata of a notebook, without anything that differs between machines or days."""
    return {
        "casekit": {"language": lang, "notebook": name},
        "kernelspec": {
            "display_name": "Python 3 (ipykernel)",
            "language": "python",
            "name": "python3",
        },
        "language_info": {
            "codemirror_mode": {"name": "ipython", "version": 3},
            "file_extension": ".py",
            "mimetype": "text/x-python",
            "name": "python",
            "nbconvert_exporter": "python",
            "pygments_lexer": "ipython3",
        },
    }


def written(notebook: nbformat.NotebookNode) -> str:
    """Text of a notebook's file: keys sorted, a line break at its end."""
    return str(nbformat.writes(notebook, version=4)).rstrip("\n") + "\n"


def _cell(step: Step, lang: str, solution: bool) -> nbformat.NotebookNode:
    metadata: dict[str, Any] = {"tags": list(step.tags)} if step.tags else {}
    if step.kind == "markdown":
        return new_markdown_cell(step.texts[lang], id=step.id, metadata=metadata)
    if "hide-input" in step.tags:
        metadata["jupyter"] = {"source_hidden": True}
    return new_code_cell(_code(step, lang, solution), id=step.id, metadata=metadata)


def _code(step: Step, lang: str, solution: bool) -> str:
    code = step.texts[lang]
    if "parameters" in step.tags:
        return f'lang = "{lang}"\ndata = None'
    return solved(code) if solution else unsolved(code, "text-answer" in step.tags)
