"""Reading of the reports as sent by the regions, without repairs.

A region sends CSV files in its own encoding, separator and language of headings, and a covering
letter. Reading detects these from the bytes and keeps every cell as text, with its line number in a
text editor, so that a finding can be located in the file. What is left out of the cells (an unknown
column, a line of totals, a file of another program) is noted.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

import pandas as pd

from casekit.analysis import received_words as words
from casekit.analysis.received_notes import Note
from casekit.analysis.received_table import Layout, find_layout, read_cells
from casekit.company import ACTIVITIES
from casekit.errors import DataError, DataNotFound

_TABLES = (".csv", ".tsv")
#: A text file is a table if it has headings (Excel's "Unicode text"), else a letter.
_EITHER = ".txt"
_LETTERS = (".md",)
#: Files that programs leave in folders.
_LEFT_BEHIND = ("thumbs.db", "desktop.ini")
#: First bytes of an Excel workbook, new and old.
_WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
#: Invisible characters without meaning.
_UNSEEN = dict.fromkeys(map(ord, "\ufeff\u200b\u200c\u200d\u2060\u00ad"))


@dataclass(frozen=True)
class SentFile:
    """One file of reports as it was sent.

    Attributes
    ----------
    name
        File name.
    encoding
        `utf-8`, `utf-16` or `cp1251` (Windows-1251), detected from the bytes.
    separator
        Separator of cells.
    cells
        Every cell as text; columns by their meaning (`month`, `rep`, `account`, `account_name`,
        `number`, `activity`, `hours`, `tickets`, an activity); the index is the line of the file.
    headings
        Each column's heading as it stands in the file.
    minutes
        Columns whose heading says that they are in minutes.
    notes
        Columns and lines that are not among the cells, and why.
    """

    name: str
    encoding: str
    separator: str
    cells: pd.DataFrame
    headings: Mapping[str, str] = field(default_factory=dict)
    minutes: frozenset[str] = frozenset()
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True)
class SentReports:
    """Everything the regions sent: files of reports, letters by file name, files not read."""

    files: tuple[SentFile, ...]
    letters: Mapping[str, str]
    unread: tuple[str, ...] = ()


def read_received(source: str | Path | Mapping[str, bytes]) -> SentReports:
    r"""Read the reports as the regions sent them, and their covering letters.

    Parameters
    ----------
    source
        A folder (`data/received`), or its files as bytes by their path inside the folder.

    Returns
    -------
    SentReports
        Files of reports (`*.csv`, `*.tsv`, and `*.txt` with headings) in the order of their
        names, letters (`*.md`, other `*.txt`), and the names of all other files.

    Raises
    ------
    DataNotFound
        If there is no such folder, or it holds no file of reports.
    DataError
        If a file cannot be read as a table of reports; all such files are reported.

    Examples
    --------
    >>> sent = read_received({"east.csv": b"month,rep,account,hours,activity\n"})
    >>> sent.files[0].separator
    ','
    """
    contents = received_contents(source)
    files: list[SentFile] = []
    letters: dict[str, str] = {}
    unread: list[str] = []
    faults: list[DataError] = []
    for name in sorted(contents):
        ending = PurePosixPath(name).suffix.lower()
        try:
            if ending in _TABLES:
                files.append(_read_file(name, contents[name]))
            elif ending == _EITHER:
                letters[name] = _decode(name, contents[name])[0]
                files.append(_read_file(name, contents[name]))
                del letters[name]
            elif ending in _LETTERS:
                letters[name] = _decode(name, contents[name])[0]
            else:
                unread.append(name)
        except DataError as error:
            # A text without headings is a letter.
            if not (ending == _EITHER and error.key == "received-no-heading"):
                faults.append(error)
    if len(faults) == 1:
        raise faults[0]
    if faults:
        report = "\n".join(f"  {fault}" for fault in faults)
        raise DataError("received-bad-files", tuple(faults), count=len(faults), report=report)
    return SentReports(tuple(files), letters, tuple(unread))


def received_contents(source: str | Path | Mapping[str, bytes]) -> dict[str, bytes]:
    """Files of reports and letters as bytes, by their path inside the folder.

    Files of other kinds are there by name alone.

    Raises
    ------
    DataNotFound
        If there is no such folder, or no file of reports in it.
    """
    if isinstance(source, Mapping):
        contents, told = dict(source), ""
    else:
        folder, told = Path(source).expanduser(), str(source)
        if not folder.is_dir():
            key = "received-not-a-folder" if folder.exists() else "received-no-folder"
            raise DataNotFound(key, found=told)
        contents = {}
        for path in sorted(folder.rglob("*")):
            name = path.relative_to(folder).as_posix()
            if path.is_file() and not _left_behind(name):
                wanted = path.suffix.lower() in (*_TABLES, _EITHER, *_LETTERS)
                contents[name] = path.read_bytes() if wanted else b""
    if not any(name.lower().endswith((*_TABLES, _EITHER)) for name in contents):
        others = sorted(name for name in contents if not name.lower().endswith(_LETTERS))
        if others:
            raise DataNotFound("received-other-files", folder=told, found=", ".join(others))
        raise DataNotFound("received-no-files", found=told)
    return contents


def _left_behind(name: str) -> bool:
    parts = name.lower().split("/")
    hidden = any(part.startswith((".", "~$")) for part in parts)
    return hidden or parts[-1] in _LEFT_BEHIND


def _decode(name: str, content: bytes) -> tuple[str, str]:
    """Text and the encoding it came in: what is not valid UTF-8 is taken for Windows-1251.

    Raises
    ------
    DataError
        If the bytes are no text: a workbook under another name, a damaged file.
    """
    if content.startswith(_WORKBOOKS):
        raise DataError("received-workbook", file=name)
    try:
        if content.startswith(_UTF_16):
            text, encoding = content.decode("utf-16"), "utf-16"
        else:
            text, encoding = content.decode("utf-8-sig"), "utf-8"
    except UnicodeDecodeError as error:
        # A few invalid bytes in valid UTF-8 are damage: decoding as Windows-1251 would spoil all
        # names.
        mended = content.decode("utf-8", errors="replace")
        bad = mended.count("\ufffd")
        good = sum(letter > "\x7f" for letter in mended) - bad
        if good > bad or content.startswith(_UTF_16):
            line = str(content.count(b"\n", 0, error.start) + 1)
            raise DataError("received-damaged", file=name, line=line) from None
        text, encoding = content.decode("cp1251", errors="replace"), "cp1251"
    if "\0" in text:
        line = str(text.count("\n", 0, text.index("\0")) + 1)
        raise DataError("received-damaged", file=name, line=line)
    return text.translate(_UNSEEN), encoding


def _read_file(name: str, content: bytes) -> SentFile:
    text, encoding = _decode(name, content)
    layout = find_layout(name, text)
    cells, notes = read_cells(name, text, layout)
    notes += _absent(layout)
    labels = {found: layout.label(at) for at, found in reversed(list(enumerate(layout.meanings)))}
    minutes = frozenset(
        found
        for found, head in zip(layout.meanings, layout.heads, strict=True)
        if words.unit(head) == "minutes"
    )
    headings = {found: labels[found] for found in layout.used}
    return SentFile(name, encoding, layout.separator, cells, headings, minutes, tuple(notes))


def _absent(layout: Layout) -> list[Note]:
    """Activities that have no column although others have."""
    if "activity" in layout.used:
        return []
    missing = [found for found in ACTIVITIES if found not in layout.used]
    return [Note("absent_column", found=name) for name in missing]
