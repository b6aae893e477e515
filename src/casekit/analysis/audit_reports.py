"""Audit of the reports as sent by the regions, and the clean table after repairs.

Every finding comes from the files, the covering letters and the tables of people, accounts and
assignments. *Certain* findings have one repair, which `clean_reports` applies, or cannot be read
unambiguously, and then their lines are left out of the clean table; *suspects* need a person's
judgement
and may be correct. Every line, column and file that came in is in the clean table
or in a finding. Kinds are keys: the texts `received-kind-KIND`, `received-shows-KIND` and
`received-repair-KIND` describe them (`casekit.charts.show_findings`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from casekit.analysis import received_checks as checks
from casekit.analysis import received_shape as shape
from casekit.analysis import received_suspects as suspects
from casekit.analysis.received_entries import HOUR_DIGITS, HOURS, read_entries, row_ranges
from casekit.analysis.received_files import SentReports, read_received, received_contents
from casekit.analysis.received_work import AuditState, Finding, Reference
from casekit.company import Case

__all__ = ["CERTAIN", "SUSPECT", "audit_reports", "clean_reports", "read_received"]

#: Faults with one repair, in the order people read them.
CERTAIN = (
    "windows_1251",
    "decimal_comma",
    "mixed_dates",
    "mixed_codes",
    "renamed_account",
    "unknown_account",
    "unreadable_row",
    "ambiguous_cell",
    "other_notation",
    "ragged_row",
    "total_row",
    "doubled_column",
    "outside_period",
    "territory_handover",
    "negative_hours",
    "over_200_hours",
    "duplicate_report",
    "duplicate_number",
    "missing_month",
)
#: Findings for a person to judge; `service_as_retention` can be repaired from the tickets.
SUSPECT = (
    "service_as_retention",
    "round_months",
    "absent_report",
    "heavy_month",
    "conflicting_report",
    "several_lines",
    "unread_column",
    "absent_column",
    "unread_file",
    "negative_revenue",
)

FINDING_COLUMNS = (
    "kind",
    "certainty",
    "file",
    "rows",
    "row_count",
    "column",
    "month",
    "rep_id",
    "account_id",
    "found",
    "repair",
)

#: Checks in order of dependency: keys before sums, sums before missing reports.
_STEPS: tuple[Callable[[AuditState], Sequence[Finding]], ...] = (
    checks.encodings,
    checks.decimal_commas,
    checks.date_formats,
    checks.activity_codes,
    shape.unread_files,
    shape.notes,
    checks.specialists,
    checks.accounts,
    shape.outside_period,
    checks.handovers,
    checks.negative_hours,
    checks.repeated_numbers,
    checks.duplicates,
    checks.heavy_months,
    checks.conflicts,
    shape.several_lines,
    checks.missing_months,
    suspects.service_as_retention,
    suspects.round_months,
    suspects.negative_revenue,
)

Received = SentReports | str | Path | Mapping[str, bytes]
Tables = Mapping[str, pd.DataFrame] | Case


@dataclass(frozen=True)
class _Audit:
    findings: pd.DataFrame
    work: AuditState


def audit_reports(received: Received, tables: Tables) -> pd.DataFrame:
    """Audit the reports as sent: one row a finding, with its place and its repair.

    Parameters
    ----------
    received
        What `read_received` gives, or the folder (`data/received`) to read.
    tables
        The company, or its tables by name: `reps`, `accounts`, `assignments`, and, where there
        are any, `calendar` and `sales`.

    Returns
    -------
    pandas.DataFrame
        Columns `kind`; `certainty` (`certain` or `suspect`); `file`; `rows`, the lines of the
        file as a text editor counts them (empty when the whole file is meant); `row_count`;
        `column`, its heading as it stands in the file, or its letter in brackets where it has
        none; `month`, one or `first/last`; `rep_id`, `account_id`; `found`, what stands there;
        `repair`, what takes its place: a value, two readings of one cell with a bar between
        them, `aside` for lines that stay out. Cells that do not apply are empty.

    Raises
    ------
    DataNotFound
        If there is no such folder, or no file of reports in it.
    DataError
        If a file cannot be read as a table of reports; all such files are reported.

    Examples
    --------
    >>> findings = audit_reports("data/received", ck.load_case())  # doctest: +SKIP
    >>> findings.query("certainty == 'certain'")["kind"].value_counts()  # doctest: +SKIP
    """
    return _audit(received, tables).findings.copy()


def clean_reports(
    received: Received, tables: Tables, *, service_by_tickets: bool = True
) -> pd.DataFrame:
    """Reports after every certain repair: the table `reports`, hours by month, rep and account.

    Parameters
    ----------
    received, tables
        As for `audit_reports`.
    service_by_tickets
        Whether hours that a region booked as retention, but which its service tickets show, are
        moved to service. A matter of definition, hence optional.

    Returns
    -------
    pandas.DataFrame
        Columns of the table `reports`, ordered by month, rep and account; several lines of one
        file about the same are added up.
    """
    work = _audit(received, tables).work
    frame = work.kept()
    if service_by_tickets:
        frame = suspects.with_service_by_tickets(frame, work.ticket_files)
    keys = ["month", "rep_id", "account_id"]
    clean = frame.sort_values(keys, kind="stable")[[*keys, *HOURS]].reset_index(drop=True)
    if clean.duplicated(keys).any():
        # Several lines of one file count as separate work unless a person decides otherwise.
        clean = clean.groupby(keys, as_index=False, sort=False).sum().round(HOUR_DIGITS)
    return clean.astype(dict.fromkeys(keys, "str"))


def _audit(received: Received, tables: Tables) -> _Audit:
    if isinstance(received, SentReports) or not isinstance(tables, Case):
        return _audited(received, tables)
    return _audit_of(tuple(sorted(received_contents(received).items())), tables)


@lru_cache(maxsize=1)
def _audit_of(contents: tuple[tuple[str, bytes], ...], case: Case) -> _Audit:
    # The last audit is cached: findings and clean table are usually requested for the same files.
    return _audited(dict(contents), case)


def _audited(received: Received, tables: Tables) -> _Audit:
    sent = received if isinstance(received, SentReports) else read_received(received)
    entries = read_entries(sent)
    work = AuditState(sent, entries, Reference.of(_mapping(tables)), entries.frame.copy())
    work.frame["kept"] = True
    found = [finding for step in _STEPS for finding in step(work)]
    return _Audit(_told(found, entries.lines), work)


def _mapping(tables: Tables) -> dict[str, pd.DataFrame]:
    if isinstance(tables, Mapping):
        return dict(tables)
    return {name: getattr(tables, name) for name in tables.tables}


def _told(findings: Sequence[Finding], lines: pd.DataFrame) -> pd.DataFrame:
    """Findings as a frame, certain ones first, kinds in reading order."""
    if not findings:
        return pd.DataFrame({name: pd.Series(dtype="object") for name in FINDING_COLUMNS})
    order = {kind: number for number, kind in enumerate((*CERTAIN, *SUSPECT))}
    places = _lines_of(findings, lines)
    rows: list[dict[str, Any]] = []
    for finding, numbers in zip(findings, places, strict=True):
        rows.append(
            {
                "kind": finding.kind,
                "certainty": "certain" if finding.kind in CERTAIN else "suspect",
                "file": finding.file,
                "rows": row_ranges(numbers),
                "row_count": finding.row_count or len(numbers),
                "column": finding.column,
                "month": finding.month,
                "rep_id": finding.rep_id,
                "account_id": finding.account_id,
                "found": finding.found,
                "repair": finding.repair,
            }
        )
    frame = pd.DataFrame(rows, columns=list(FINDING_COLUMNS))
    keys = ["order", "file", "month", "rep_id", "account_id", "found"]
    frame["order"] = frame["kind"].map(order)
    return frame.sort_values(keys, kind="stable").drop(columns="order").reset_index(drop=True)


def _lines_of(findings: Sequence[Finding], lines: pd.DataFrame) -> list[np.ndarray]:
    """Lines of each finding's entries, in one pass however many findings there are."""
    by_entry = lines.sort_values("entry", kind="stable")
    entry, line = by_entry["entry"].to_numpy(), by_entry["line"].to_numpy()
    places = []
    for finding in findings:
        wanted = np.asarray(finding.entries, dtype=np.int64)
        first = np.searchsorted(entry, wanted, side="left")
        last = np.searchsorted(entry, wanted, side="right")
        spans = [line[a:b] for a, b in zip(first, last, strict=True)]
        spans += [np.asarray(finding.lines, dtype=np.int64)] if len(finding.lines) else []
        places.append(np.concatenate(spans) if spans else np.empty(0, dtype=np.int64))
    return places
