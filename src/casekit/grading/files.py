"""Names and writing of the files a batch leaves."""

from __future__ import annotations

import csv
import hashlib
import io
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

#: What a spreadsheet would take for a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_OWN_ENDINGS = (".csv", ".html", ".json", ".jsonl")


def folder_name(name: str) -> str:
    """A name that any system takes for a folder's, different for different names."""
    kept = re.sub(r"[^\w .()-]", "_", name).strip(" .")[:100] or "_"
    # A batch's own files have names with such endings, and a folder must not stand in their place.
    if kept == name and not kept.lower().endswith(_OWN_ENDINGS):
        return kept
    # Nobody can choose a name that ends up in another's folder.
    mark = hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:16]
    return f"{kept}~{mark}"


def write_whole(path: Path, text: str) -> None:
    """Write a file so that whoever reads it sees all of it or what was there before."""
    partial = path.with_name(f".{path.name}.part")
    partial.write_text(text, encoding="utf-8", errors="replace", newline="")
    partial.replace(path)


def as_csv(rows: Iterable[Sequence[str]]) -> str:
    """A table as spreadsheets read it, with nothing in it that they would compute."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    for row in rows:
        writer.writerow([tame(cell) for cell in row])
    return "\ufeff" + out.getvalue()


def tame(cell: str) -> str:
    """A cell of a table in which a spreadsheet computes nothing."""
    cell = cell.replace("\0", "")
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def untame(cell: str) -> str:
    """What `tame` was given."""
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(_FORMULA) else cell
