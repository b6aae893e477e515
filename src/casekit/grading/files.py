"""Names and writing of the files that a batch leaves."""

from __future__ import annotations

import csv
import hashlib
import io
import re
import unicodedata
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

# What a spreadsheet may take for the start of a cell, followed by the start of a formula. An
# apostrophe of the text itself is escaped as well, so that `unescape_cell` restores it.
_BEGINNING = r"(^|[;,\t\r\n\v\f\x1c-\x1e\x85\u2028\u2029]\s{0,8})"
_STARTS = re.compile(_BEGINNING + r"(?='*[=+\-@\t\r])")
_ESCAPED = re.compile(_BEGINNING + r"'(?='*[=+\-@\t\r])")
_NAME_BYTES = 150
_SAME_TIME = (1980, 1, 1, 0, 0, 0)
_OWN_ENDINGS = (".csv", ".html", ".json", ".jsonl")


def folder_name(name: str) -> str:
    """A folder name that every system accepts, different for different names."""
    # Marks above and below letters, which some scripts cannot do without, are part of words.
    bare = "".join(
        each if each in " .()-_" or unicodedata.category(each)[0] in "LMN" else "_" for each in name
    ).strip(" .")
    # Systems limit bytes, and letters of most scripts take several.
    kept = bare.encode("utf-8", "ignore")[:_NAME_BYTES].decode("utf-8", "ignore").strip(" .") or "_"
    # A folder must not take the name of one of the batch's own files.
    if kept == name and not kept.lower().endswith(_OWN_ENDINGS):
        return kept
    # A digest of the whole name: nobody can choose a name that maps to another's folder.
    mark = hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:16]
    return f"{kept}~{mark}"


def write_files(files: Mapping[str, bytes], folder: Path) -> None:
    """Write files below a folder, by their path there."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def write_atomically(path: Path, content: str | bytes) -> None:
    """Write a file so that a reader sees either the whole new content or the old one."""
    partial = path.with_name(f".{path.name}.part")
    try:
        partial.write_bytes(
            content if isinstance(content, bytes) else content.encode("utf-8", "replace")
        )
        partial.replace(path)
    except OSError:
        partial.unlink(missing_ok=True)
        raise


def without_half_letters(value: Any) -> Any:
    """Plain data whose texts, keys too, can be written: half a letter becomes a sign for one.

    JSON may hold half of a surrogate pair, which no file can; two halves in a row are a letter.
    """
    if isinstance(value, str):
        return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if isinstance(value, list):
        return [without_half_letters(each) for each in value]
    if isinstance(value, dict):
        clean = without_half_letters
        return {clean(key): clean(each) for key, each in value.items()}
    return value


def as_csv(rows: Iterable[Sequence[str]]) -> str:
    """A table as CSV for spreadsheets, with every formula escaped."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    for row in rows:
        writer.writerow([escape_cell(cell) for cell in row])
    return "\ufeff" + out.getvalue()


def as_zip(files: Mapping[str, bytes]) -> bytes:
    """An archive of files by their place; the same files make the same archive."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for place, content in files.items():
            info = zipfile.ZipInfo(place, _SAME_TIME)
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, content)
    return out.getvalue()


def escape_cell(cell: str) -> str:
    """Escape what a spreadsheet would take for a formula.

    Also where it splits the table in another way than it was written: at the other separator,
    or at a line break inside a cell.
    """
    return _STARTS.sub(r"\1'", cell.replace("\0", ""))


def unescape_cell(cell: str) -> str:
    """The text that `escape_cell` was given."""
    return _ESCAPED.sub(r"\1", cell)
