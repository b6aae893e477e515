"""Names and writing of the files a batch leaves."""

from __future__ import annotations

import csv
import hashlib
import io
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

# What a spreadsheet may take for the beginning of a cell, before what it takes for a formula; an
# apostrophe of the writer's own is marked as well, so that it comes back.
_BEGINNING = r"(^|[;,\t\r\n\v\f\x1c-\x1e\x85\u2028\u2029]\s{0,8})"
_STARTS = re.compile(_BEGINNING + r"(?='*[=+\-@\t\r])")
_TAMED = re.compile(_BEGINNING + r"'(?='*[=+\-@\t\r])")
_NAME_BYTES = 150
_OWN_ENDINGS = (".csv", ".html", ".json", ".jsonl")


def folder_name(name: str) -> str:
    """A name that any system takes for a folder's, different for different names."""
    bare = re.sub(r"[^\w .()-]", "_", name).strip(" .")
    # Systems count bytes, and letters of most scripts take several.
    kept = bare.encode("utf-8", "ignore")[:_NAME_BYTES].decode("utf-8", "ignore").strip(" .") or "_"
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
    """A cell of a table in which a spreadsheet computes nothing.

    Also where it splits the table in another way than it was written: at the other separator,
    or at the end of a line inside a cell.
    """
    return _STARTS.sub(r"\1'", cell.replace("\0", ""))


def untame(cell: str) -> str:
    """What `tame` was given."""
    return _TAMED.sub(r"\1", cell)
