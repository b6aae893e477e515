"""The file of the months that came: a company's longer tables, its plan and what befell it.

One zip with the tables as they lie in a company's folder and `outcome.json`. What a reader must
not know (seed, luck, events that did not come) is not given to this module at all.
"""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pandas as pd

from casekit.company.case import Case
from casekit.company.loading import read_company
from casekit.company.package import PACKAGE_FILE, company_files
from casekit.company.schema import TABLES
from casekit.errors import DataError

__all__ = ["OUTCOME_FILE", "TRUTH_FILE", "OutcomeFile", "outcome_bytes", "read_outcome"]

#: What readers put beside their notebooks.
OUTCOME_FILE, TRUTH_FILE = "my_nine_months.zip", "my_truth.json"
#: Version of what is inside.
FORMAT = 1
_ABOUT = "outcome.json"
# One date for every entry: the same outcome has the same bytes on any day.
_MOMENT = (2026, 1, 1, 0, 0, 0)
#: A file is not unpacked beyond this.
_MOST_BYTES = 200 * 2**20


@dataclass(frozen=True)
class OutcomeFile:
    """What a file of months that came holds.

    Parameters
    ----------
    case
        The company with the further months.
    company
        Digest of the company as it was when the plan was made.
    months
        How many months came.
    plan
        The plan as plain JSON.
    events
        What befell the company: `kind`, `month`, `months`, and whom it struck.
    """

    case: Case
    company: str
    months: int
    plan: Any
    events: tuple[Mapping[str, Any], ...]


def outcome_bytes(
    tables: Mapping[str, pd.DataFrame],
    company: str,
    months: int,
    plan: Any,
    events: Sequence[Mapping[str, Any]],
) -> bytes:
    """Content of the file; the facts are those of `OutcomeFile`."""
    about = {
        "format": FORMAT,
        "company": company,
        "months": months,
        "plan": plan,
        "events": list(events),
    }
    files = company_files(tables)
    files[_ABOUT] = (json.dumps(about, ensure_ascii=False, indent=1) + "\n").encode()
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as bundle:
        for name, content in sorted(files.items()):
            entry = zipfile.ZipInfo(name, _MOMENT)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            bundle.writestr(entry, content)
    return written.getvalue()


def read_outcome(path: Path) -> OutcomeFile:
    """Read such a file.

    Raises
    ------
    DataError
        If it cannot be read as one: the message says what to do.
    """
    try:
        with zipfile.ZipFile(path) as bundle, TemporaryDirectory(prefix="casekit-") as apart:
            wanted = {f"{name}.csv" for name in TABLES} | {PACKAGE_FILE, _ABOUT}
            inside = [entry for entry in bundle.infolist() if entry.filename in wanted]
            if sum(entry.file_size for entry in inside) > _MOST_BYTES:
                raise DataError("outcome-unreadable", file=path.name)
            for entry in inside:
                (Path(apart) / entry.filename).write_bytes(bundle.read(entry))
            about = json.loads((Path(apart) / _ABOUT).read_text(encoding="utf-8"))
            read = read_company(Path(apart))
        if not isinstance(about, dict) or about.get("format") != FORMAT:
            raise DataError("outcome-unreadable", file=path.name)
        frames = {name: getattr(read, name) for name in read.tables}
        events = tuple(event for event in about["events"] if isinstance(event, dict))
        # Without a folder: the one it was read from is gone.
        return OutcomeFile(
            Case(frames), str(about["company"]), int(about["months"]), about["plan"], events
        )
    except DataError as error:
        raise DataError("outcome-unreadable", file=path.name) from error
    except (OSError, zipfile.BadZipFile, ValueError, KeyError, TypeError, RuntimeError) as error:
        raise DataError("outcome-unreadable", file=path.name) from error
