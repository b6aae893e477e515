"""Load a folder of CSV files as a case, or report all of its faults."""

from __future__ import annotations

import hashlib
import os
import time
from pathlib import Path

import pandas as pd

from casekit import language
from casekit.company.case import Case
from casekit.company.faults import Fault, report
from casekit.company.package import is_known
from casekit.company.places import name_like, no_tables, not_a_folder
from casekit.company.reading import read_table
from casekit.company.schema import TABLES
from casekit.errors import DataError, DataNotFound, InvalidArgument
from casekit.notebook import reader_folder, recording

#: Names a folder of tables that `load_case()` takes in place of the shipped one.
DATA_VARIABLE = "CASEKIT_DATA"

#: Of each table's file its name, its size and when it was written, nanoseconds.
_Files = tuple[tuple[str, int, int], ...]

#: A folder with this table holds a company; used to find the kit's own.
_MARK = "company.csv"

# The folder loaded last: checks of a notebook refer to the company it loaded.
_loaded: Path | None = None
# Cases are immutable, so loading the same tables again returns the same case, with its cached
# calibration.
_known: dict[tuple[Path, str], Case] = {}
# The same by sizes and times of the files, so that not every card of a notebook reads them all.
_unchanged: dict[tuple[Path, _Files], Case] = {}
#: From this age on a file of the same size and time is the same file: the coarsest clocks of file
#: systems tell every second second.
_SETTLED_NS = 4_000_000_000


def load_case(folder: str | Path | None = None) -> Case:
    """Load a company: specialists, clients, hours, sales and pursuits.

    Parameters
    ----------
    folder
        Folder with the company's tables as CSV files: UTF-8 (a byte order mark does no harm),
        commas between the columns, decimal points. Excel's other kinds of CSV (semicolons,
        tabs, Windows-1251, UTF-16, decimal commas) are reported as faults that say how to save the
        file; its cells are parsed nevertheless, to find other faults.
        Left out, the folder named by the environment variable CASEKIT_DATA, else the company
        that comes with the kit.

    Returns
    -------
    Case
        With the tables

        - `company`: name, currency and window of the history,
        - `reps`, `accounts`, `positions`, `assignments`: who looks after whom, and which
          supplier holds which point of a client's production process,
        - `reports`, `calendar`: hours as reported (per month, rep and account) and as observed,
        - `sales`, `deals`: thousands of roubles by month, account, point and line; pursuits of
          competitors' clients,
        - `benchmarks`, `financials`: reference values; the monthly profit and loss account,
        - `labels`: names in the languages of the kit;

        and `received`, the folder with the reports as the regions sent them. A company may lack
        `positions`, `calendar`, `deals`, `benchmarks`, `financials`, `labels` and `received`:
        what rests on one of them then says so.

    Raises
    ------
    InvalidArgument
        If `folder` is no path.
    DataNotFound
        If there is no such folder or no table in it; the message says what lies there instead
        (a workbook, an archive, a folder of tables one level above or below).
    DataError
        If the tables have faults; the message names all of them, `faults` holds them.

    Examples
    --------
    >>> case = load_case()
    >>> sorted(case.reports["month"].unique())[0] == case.first_month
    True
    """
    global _loaded
    place = _find_data(folder)
    at = time.time_ns()
    there = (place.resolve(), _files_of(place))
    case = _unchanged.get(there)
    if case is None:
        case = _read(place)
        _unchanged.clear()
        if all(written < at - _SETTLED_NS for _, _, written in there[1]):
            _unchanged[there] = case
    _loaded = place
    language.use_currency(case.currency)
    return case


def _read(place: Path) -> Case:
    """Case of a folder's tables; the one made before if they say the same."""
    contents, locked = _read_files(place)
    same = (place.resolve(), _checksum(contents))
    if locked or same not in _known:
        _known.clear()
        _known[same] = _made(place, contents, locked)
    return _known[same]


def read_company(folder: Path) -> Case:
    """Case of a folder's tables that is not the company at hand: checks refer to that one still.

    Raises
    ------
    DataNotFound, DataError
        As of `load_case`.
    """
    return _made(folder, *_read_files(folder))


def _made(place: Path, contents: dict[str, bytes], locked: tuple[str, ...]) -> Case:
    """Case of tables as they stand in a folder, checked."""
    frames: dict[str, pd.DataFrame] = {}
    faults = [Fault("locked-file", name) for name in locked]
    for name, table in TABLES.items():
        if name not in contents and name not in locked:
            near = name_like(place, name)
            if near:
                faults.append(Fault("misnamed-file", name, found=near, facts={"table": name}))
            elif not table.optional:
                faults.append(Fault("missing-file", name))
    for name, content in contents.items():
        read = read_table(content, TABLES[name])
        faults.extend(read.faults)
        if read.frame is not None:
            frames[name] = read.frame
    if not is_known(place, contents):
        # pandera is slow to import, so it is loaded only for tables that need validation.
        from casekit.company.validation import validate

        # An unreadable cell is empty here and must not be reported again.
        told = {(fault.table, fault.column, fault.row) for fault in faults}
        faults += [f for f in validate(frames) if (f.table, f.column, f.row) not in told]
    if faults:
        raise DataError(
            "data-faults",
            faults=tuple(faults),
            folder=str(place),
            count=len(faults),
            tables=len({fault.table for fault in faults}),
            report=report(faults),
        )
    return Case(frames, place)


def _checksum(contents: dict[str, bytes]) -> str:
    """Checksum over all tables of a folder."""
    digest = hashlib.sha256()
    for name, content in sorted(contents.items()):
        digest.update(f"{name} {len(content)} ".encode())
        digest.update(content)
    return digest.hexdigest()


def data_folder(folder: str | Path | None = None) -> Path:
    """Folder of the company at hand: the one asked for or loaded last, else the usual one."""
    return _find_data(folder) if folder or _loaded is None else _loaded


def _find_data(folder: str | Path | None) -> Path:
    """Folder to load: asked for, else of CASEKIT_DATA, else of the kit we are in or belong to."""
    if folder is not None and not isinstance(folder, str | os.PathLike):
        raise InvalidArgument("data-not-a-path", found=type(folder).__name__)
    named = os.environ.get(DATA_VARIABLE)
    asked = "argument" if folder else "variable"
    folder = folder or named
    if folder:
        # Windows copies a path in quotes.
        place = Path(str(folder).strip().strip('"')).expanduser()
        if not place.is_dir() and named and recording():
            # The path that the author's computer had is not on the grader's: there the company
            # that is graded on stands for it.
            place = Path(named)
        if not place.is_dir():
            raise not_a_folder(place.absolute(), asked)
        return place
    here = reader_folder()
    # If the package runs from a kit's src/, that kit is used for notebooks outside it.
    kits = (here, *here.parents, Path(__file__).resolve().parents[3])
    for kit in kits:
        if (kit / "data" / _MARK).is_file():
            return kit / "data"
    raise DataNotFound("data-not-found", folder=str(here))


def _files_of(place: Path) -> _Files:
    """The tables' files as they lie in a folder."""
    found = []
    for name in TABLES:
        try:
            about = (place / f"{name}.csv").stat()
        except OSError:
            continue
        found.append((name, about.st_size, about.st_mtime_ns))
    return tuple(found)


def _read_files(place: Path) -> tuple[dict[str, bytes], tuple[str, ...]]:
    """Bytes of each table that lies in a folder, and the tables that may not be opened."""
    contents: dict[str, bytes] = {}
    locked = []
    for name in TABLES:
        path = place / f"{name}.csv"
        if path.exists():
            try:
                contents[name] = path.read_bytes()
            except OSError:
                # Excel locks a file that it has open; a folder may have the name.
                locked.append(name)
    if not contents and not locked:
        raise no_tables(place)
    return contents, tuple(locked)
