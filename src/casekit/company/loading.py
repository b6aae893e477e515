"""From a folder of CSV files to a case, or one report of everything that is wrong with it."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pandas as pd

from casekit.company.case import Case
from casekit.company.faults import Fault, report
from casekit.company.package import is_known
from casekit.company.reading import read_table
from casekit.company.schema import TABLES
from casekit.errors import DataError, DataNotFound
from casekit.notebook import reader_folder

#: Names a folder of tables that `load_case()` takes in place of the shipped one.
DATA_VARIABLE = "CASEKIT_DATA"

#: A folder holds a company when this table lies in it; so the kit's own is found.
_MARK = "company.csv"

# The folder loaded last: what a notebook asks about is the company it loaded.
_loaded: Path | None = None
# A case cannot be changed, so the same tables loaded again are the same case, and what the model
# has worked out for it still holds.
_known: dict[tuple[Path, str], Case] = {}


def load_case(folder: str | Path | None = None) -> Case:
    """Load a company: who sells, to whom, with how many hours, and what came of it.

    Parameters
    ----------
    folder
        Folder with the company's tables as CSV files. Left out, the folder named by the
        environment variable CASEKIT_DATA, else the company that comes with the kit.

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
        - `labels`: names in the languages of the kit (optional);

        and `received`, the folder with the reports as the regions sent them.

    Raises
    ------
    DataNotFound
        If there is no such folder or no table in it.
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
    contents = _read_files(place)
    same = (place.resolve(), _checksum(contents))
    if same not in _known:
        _known.clear()
        _known[same] = _made(place, contents)
    _loaded = place
    return _known[same]


def _made(place: Path, contents: dict[str, bytes]) -> Case:
    """Case of tables as they stand in a folder, checked."""
    frames: dict[str, pd.DataFrame] = {}
    faults = [
        Fault("missing-file", name)
        for name, table in TABLES.items()
        if name not in contents and not table.optional
    ]
    for name, content in contents.items():
        read = read_table(content, TABLES[name])
        faults.extend(read.faults)
        if read.frame is not None:
            frames[name] = read.frame
    if not is_known(place, contents):
        # pandera is slow to import, so only tables that nobody has checked yet pay for it.
        from casekit.company.validation import validate

        # A cell that could not be read is empty by now, and must not be reported twice.
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
    """What tells a folder's tables from any others."""
    digest = hashlib.sha256()
    for name, content in sorted(contents.items()):
        digest.update(f"{name} {len(content)} ".encode())
        digest.update(content)
    return digest.hexdigest()


def data_folder() -> Path:
    """Folder of the company at hand: the one loaded last, else the one that would be."""
    return _loaded or _find_data(None)


def _find_data(folder: str | Path | None) -> Path:
    """Folder to load: asked for, else of CASEKIT_DATA, else of the kit we are in or belong to."""
    folder = folder or os.environ.get(DATA_VARIABLE)
    if folder:
        place = Path(folder).expanduser()
        if not place.is_dir():
            raise DataNotFound("data-no-folder", folder=str(place))
        return place
    here = reader_folder()
    # Where the package runs from a kit's own src/, that kit serves notebooks kept elsewhere.
    kits = (here, *here.parents, Path(__file__).resolve().parents[3])
    for kit in kits:
        if (kit / "data" / _MARK).is_file():
            return kit / "data"
    raise DataNotFound("data-not-found", folder=str(here))


def _read_files(place: Path) -> dict[str, bytes]:
    paths = {name: place / f"{name}.csv" for name in TABLES}
    contents = {name: path.read_bytes() for name, path in paths.items() if path.is_file()}
    if not contents:
        names = ", ".join(f"{name}.csv" for name in TABLES)
        raise DataNotFound("data-no-tables", folder=str(place), allowed=names)
    return contents
