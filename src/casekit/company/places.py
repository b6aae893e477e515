"""Errors for places without a company's tables: what is there instead, and what to do."""

from __future__ import annotations

import re
import zipfile
from difflib import get_close_matches
from pathlib import Path

from casekit.company.schema import TABLES
from casekit.errors import DataNotFound

#: Fewest of the company's tables that make a folder a company's.
_ENOUGH = 2
#: Most names of folders or sheets that are listed.
_TOLD = 8
_WORKBOOKS = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods")
_ARCHIVES = (".zip", ".7z", ".rar", ".gz", ".tgz")
_SHEET = re.compile(r'<sheet\b[^>]*\bname="([^"]*)"')


def not_a_folder(place: Path, asked: str) -> DataNotFound:
    """Why a path that is no folder cannot be loaded.

    Parameters
    ----------
    place
        The path.
    asked
        `argument`, or `variable` where the environment named it.
    """
    if place.is_file():
        return _a_file(place)
    above = next((folder for folder in place.parents if folder.is_dir()), Path.cwd())
    missing = place.relative_to(above).parts[0] if above in place.parents else place.name
    near = _near(above, missing)
    return DataNotFound(
        "data-no-folder-near" if near else "data-no-folder",
        folder=str(place),
        above=str(above),
        missing=missing,
        near=", ".join(near),
        asked=asked,
    )


def no_tables(place: Path) -> DataNotFound:
    """Why a folder that holds none of the company's tables cannot be loaded."""
    names = _file_names()
    for folder in (place.parent, *_subfolders(place)):
        if _tables_in(folder) >= _ENOUGH:
            return DataNotFound("data-tables-elsewhere", folder=str(place), found=str(folder))
    files = sorted(path for path in place.iterdir() if path.is_file())
    workbooks = [path.name for path in files if _ends(path, _WORKBOOKS)]
    if workbooks:
        found = ", ".join(workbooks[:_TOLD])
        return DataNotFound("data-only-workbooks", folder=str(place), found=found, allowed=names)
    archives = [path.name for path in files if _ends(path, _ARCHIVES)]
    if archives:
        found = ", ".join(archives[:_TOLD])
        return DataNotFound("data-only-archives", folder=str(place), found=found)
    return DataNotFound("data-no-tables", folder=str(place), allowed=names)


def name_like(place: Path, table: str) -> str:
    """A file that is probably a table under another name: `Reports.CSV`, `reports.csv.csv`."""
    wanted = {f"{table}{end}" for end in (".csv", ".csv.csv", ".csv.txt", ".txt", *_WORKBOOKS)}
    found = (path.name for path in sorted(place.iterdir()) if path.name != f"{table}.csv")
    return next((name for name in found if name.lower().strip() in wanted), "")


def _a_file(place: Path) -> DataNotFound:
    names = _file_names()
    if _ends(place, _WORKBOOKS):
        sheets = ", ".join(_sheets(place)[:_TOLD])
        key = "data-a-workbook-sheets" if sheets else "data-a-workbook"
        return DataNotFound(key, found=str(place), sheets=sheets, allowed=names)
    if _ends(place, _ARCHIVES):
        return DataNotFound("data-an-archive", found=str(place))
    if _tables_in(place.parent) >= _ENOUGH:
        return DataNotFound("data-a-table", found=str(place), folder=str(place.parent))
    return DataNotFound("data-a-file", found=str(place), allowed=names)


def _ends(path: Path, endings: tuple[str, ...]) -> bool:
    # Prefix of Excel's lock files beside an open workbook.
    return path.suffix.lower() in endings and not path.name.startswith("~$")


def _sheets(place: Path) -> list[str]:
    """Names of a workbook's sheets; none if it is of the old kind, damaged or locked."""
    try:
        with zipfile.ZipFile(place) as book:
            text = book.read("xl/workbook.xml").decode("utf-8", errors="replace")
    except (OSError, KeyError, ValueError, zipfile.BadZipFile, NotImplementedError, RuntimeError):
        return []
    return _SHEET.findall(text)


def _tables_in(folder: Path) -> int:
    return sum((folder / f"{name}.csv").is_file() for name in TABLES)


def _subfolders(place: Path) -> list[Path]:
    try:
        return sorted(path for path in place.iterdir() if path.is_dir())
    except OSError:
        return []


def _near(above: Path, missing: str) -> list[str]:
    """Existing folders with a similar name."""
    names = [path.name for path in _subfolders(above) if not path.name.startswith(".")]
    by_small = {name.lower(): name for name in names}
    close = get_close_matches(missing.lower(), by_small, n=3, cutoff=0.6)
    return [str(above / by_small[name]) for name in close]


def _file_names() -> str:
    return ", ".join(f"{name}.csv" for name in TABLES)
