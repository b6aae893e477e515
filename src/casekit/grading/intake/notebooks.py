"""Cleaning of a participant's notebook: its cells are kept, its metadata and outputs are not."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any

from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_raw_cell

from casekit.errors import GradingError
from casekit.language import LANGUAGES

_MOST_CELLS = 5000
#: Most characters of a cell; longer ones are cut, since every cell is searched several times.
_LONGEST_SOURCE = 2**23
_MAKERS = {"code": new_code_cell, "markdown": new_markdown_cell, "raw": new_raw_cell}
#: Marks the cell that sets language and company; papermill injects its values after it.
_PARAMETERS = re.compile(r"(?m)^[ \t]*data[ \t]*=")
#: A call of `check` or `ask` as the kit's notebooks write it.
_CHECK = re.compile(r"""(?:check|ask)\(\s{0,20}["']([\w.]{1,100})["']""")


@dataclass(frozen=True)
class Prepared:
    """A notebook ready to run.

    Parameters
    ----------
    notebook
        Its cells, without outputs and metadata.
    language
        Language of its texts; empty if it names none.
    asked
        Questions that each cell checks or asks.
    """

    notebook: NotebookNode
    language: str
    asked: tuple[tuple[str, ...], ...]


def prepare(content: bytes) -> Prepared:
    """A notebook of a submission, reduced to the text of its cells in their order.

    Tags could skip cells or hide errors, outputs could be forged, and the kernel may not exist
    here: all of them are dropped.

    Raises
    ------
    GradingError
        If it is no notebook.
    """
    raw = _parsed(content)
    if not isinstance(raw, dict):
        raise GradingError("unreadable-notebook", found=type(raw).__name__)
    cells = raw.get("cells")
    if cells is None and isinstance(raw.get("worksheets"), list):
        cells = [
            cell for sheet in raw["worksheets"] if isinstance(sheet, dict)
            for cell in sheet.get("cells") or ()
        ]  # fmt: skip
    if not isinstance(cells, list):
        raise GradingError("unreadable-notebook", found="cells")
    if len(cells) > _MOST_CELLS:
        raise GradingError("unreadable-many", found=len(cells), most=_MOST_CELLS)
    kept = [made for cell in cells if (made := _cell(cell)) is not None]
    for index, cell in enumerate(kept):
        cell.id = f"cell-{index}"
    setting = next(
        (c for c in kept if c.cell_type == "code" and _PARAMETERS.search(c.source)), None
    )
    if setting is not None:
        setting.metadata["tags"] = ["parameters"]
    language = _language(raw, setting.source if setting is not None else "")
    asked = tuple(
        tuple(_CHECK.findall(cell.source)) if cell.cell_type == "code" else () for cell in kept
    )
    notebook = new_notebook(cells=kept, metadata={
        "kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"},
        "language_info": {"name": "python"},
    })  # fmt: skip
    return Prepared(notebook, language, asked)


def _parsed(content: bytes) -> Any:
    for encoding in ("utf-8-sig", "utf-16", "cp1251"):
        try:
            text = content.decode(encoding)
            break
        except UnicodeDecodeError:
            continue
    else:
        raise GradingError("unreadable-notebook", found="encoding")
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise GradingError("unreadable-notebook", found=type(error).__name__) from None


def _cell(cell: Any) -> NotebookNode | None:
    """A cell with its text only; None for what is not a cell."""
    if not isinstance(cell, dict):
        return None
    source = cell.get("source", cell.get("input", ""))
    if isinstance(source, list):
        source = "".join(part for part in source if isinstance(part, str))
    if not isinstance(source, str):
        return None
    # A lone surrogate cannot be encoded in a file.
    source = source[:_LONGEST_SOURCE].encode("utf-8", "replace").decode("utf-8")
    maker = _MAKERS.get(str(cell.get("cell_type")), new_raw_cell)
    return maker(source)


def _language(raw: dict[str, Any], parameters: str) -> str:
    told = re.search(r"""(?m)^[ \t]*lang[ \t]*=[ \t]*["'](\w\w)["']""", parameters)
    if told and told[1] in LANGUAGES:
        return told[1]
    try:
        named = raw["metadata"]["casekit"]["language"]
    except (KeyError, TypeError):
        return ""
    return named if named in LANGUAGES else ""
