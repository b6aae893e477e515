"""Cleaning of a participant's notebook: its cells are kept, its metadata and outputs are not."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any

from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_raw_cell

from casekit.errors import GradingError
from casekit.grading.files import without_half_letters
from casekit.grading.intake.parameters import companies_named, language_of, setting_of
from casekit.language import LANGUAGES

_MOST_CELLS = 5000
#: Most characters of a cell; longer ones are cut, since every cell is searched several times.
_LONGEST_SOURCE = 2**23
_MAKERS = {"code": new_code_cell, "markdown": new_markdown_cell, "raw": new_raw_cell}
#: Kinds that cells had in the third format.
_OLD_KINDS = ("heading", "html")
#: A call of `check` or `ask` as the kit's notebooks write it.
_CHECK = re.compile(r"""(?:check|ask)\(\s{0,20}["']([\w.]{1,100})["']""")
#: Code that is not run: a line that is a comment, and a cell that its first line makes a text.
_COMMENT = re.compile(r"(?m)^[ \t]{0,40}#.*$")
_TEXT_MAGIC = re.compile(r"\s{0,40}%%(?:markdown|html|latex|script|writefile|bash|sh|cmd)\b")
#: What version control leaves in a file that two have changed.
_CONFLICT = b"\n<<<<<<< "


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
    unasked
        Questions whose check stands in a cell that is not run, such as one turned into text.
    companies
        Companies that it loads by name.
    damaged
        Number of its cells that cannot be read, or only in part.
    """

    notebook: NotebookNode
    language: str
    asked: tuple[tuple[str, ...], ...]
    unasked: tuple[str, ...] = ()
    companies: tuple[str, ...] = ()
    damaged: int = 0


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
    try:
        return _prepared(raw)
    except GradingError:
        raise
    except Exception as error:
        # Whatever else is wrong inside is the file's fault, and will be so at every run.
        raise GradingError("unreadable-notebook", found=type(error).__name__) from None


def _prepared(raw: Any) -> Prepared:
    if not isinstance(raw, dict):
        raise GradingError("unreadable-notebook", found=type(raw).__name__)
    cells, damaged = raw.get("cells"), 0
    if cells is None and isinstance(raw.get("worksheets"), list):
        sheets = [sheet.get("cells") for sheet in raw["worksheets"] if isinstance(sheet, dict)]
        listed = [sheet for sheet in sheets if isinstance(sheet, list)]
        cells = [cell for sheet in listed for cell in sheet] if listed or not sheets else None
        damaged = len(raw["worksheets"]) - len(listed)
    if not isinstance(cells, list):
        raise GradingError("unreadable-notebook", found="cells")
    if len(cells) > _MOST_CELLS:
        raise GradingError("unreadable-many", found=len(cells), most=_MOST_CELLS)
    kept = []
    for cell in cells:
        made, sound = _cell(cell)
        damaged += not sound
        kept += [made] if made is not None else []
    for index, cell in enumerate(kept):
        cell.id = f"cell-{index}"
    code = [cell.source if cell.cell_type == "code" else "" for cell in kept]
    setting = setting_of(code)
    if setting is not None:
        # Papermill injects its values after this cell; without one, before the first.
        kept[setting].metadata["tags"] = ["parameters"]
    language = _language(raw, code, setting)
    asked = tuple(tuple(_CHECK.findall(source)) for source in code)
    notebook = new_notebook(cells=kept, metadata={
        "kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"},
        "language_info": {"name": "python"},
    })  # fmt: skip
    named = companies_named(code)
    return Prepared(notebook, language, asked, _unasked(kept), named, damaged)


def _unasked(cells: list[NotebookNode]) -> tuple[str, ...]:
    """Questions whose check, with an answer in it, stands in what is not run."""
    found: dict[str, None] = {}
    for cell in cells:
        if cell.cell_type != "code" or _TEXT_MAGIC.match(cell.source):
            idle = [cell.source]
        else:
            idle = _COMMENT.findall(cell.source)
        for text in idle:
            # What the kit gives has dots where the answer goes.
            if "..." not in text:
                found.update(dict.fromkeys(_CHECK.findall(text)))
    return tuple(found)


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
        found = _CONFLICT.decode().strip() if _CONFLICT in content else type(error).__name__
        raise GradingError("unreadable-notebook", found=found) from None


def _cell(cell: Any) -> tuple[NotebookNode | None, bool]:
    """A cell with its text only, and whether all of it could be read; None for what is none."""
    if not isinstance(cell, dict):
        return None, False
    kind = str(cell.get("cell_type"))
    source = cell.get("source", cell.get("input", ""))
    parts = source if isinstance(source, list) else [source]
    texts = [part for part in parts if isinstance(part, str)]
    sound = len(texts) == len(parts) and kind in (*_MAKERS, *_OLD_KINDS)
    if parts and not texts:
        return None, False
    source = "".join(texts)
    source = without_half_letters(source[:_LONGEST_SOURCE])
    return _MAKERS.get(kind, new_raw_cell)(source), sound


def _language(raw: dict[str, Any], code: list[str], setting: int | None) -> str:
    """Language of the cell that sets it, else of the metadata, else of any other cell."""
    told = "" if setting is None else language_of(code[setting : setting + 1], 0)
    about = raw.get("metadata")
    about = about.get("casekit") if isinstance(about, dict) else None
    named = about.get("language") if isinstance(about, dict) else None
    if not told and isinstance(named, str) and named in LANGUAGES:
        return named
    return told or language_of(code, None)
