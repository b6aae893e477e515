"""Checks of input that is not in the table: files, columns, lines, cells, months.

Everything that was sent and is in no entry is listed with its place.
"""

from __future__ import annotations

from casekit.analysis.received_checks import pieces
from casekit.analysis.received_entries import AMOUNTS, HOURS
from casekit.analysis.received_notes import quoted
from casekit.analysis.received_work import AuditState, Finding, plain


def notes(work: AuditState) -> list[Finding]:
    """Notes of reading the files: cells, lines and columns with their reason."""
    return [
        Finding(
            note.kind,
            name,
            row_count=len(note.lines),
            found=note.found,
            repair=note.repair,
            column=note.column,
            lines=note.lines,
        )
        for name, told in work.entries.notes.items()
        for note in told
    ]


def unread_files(work: AuditState) -> list[Finding]:
    """Files that are neither a table nor a letter, so that they were not read."""
    return [Finding("unread_file", name) for name in work.sent.unread]


def outside_period(work: AuditState) -> list[Finding]:
    """Months before the company's history or after it: a wrong year; they are set aside."""
    if work.reference.window is None:
        return []
    first, last = work.reference.window
    frame = work.frame
    outside = frame["kept"] & ((frame["month"] < first) | (frame["month"] > last))
    frame.loc[outside, "kept"] = False
    found = frame.loc[outside, "month"]
    rows = work.groups("outside_period", frame.index[outside], ["file"], found, "aside")
    return [work.in_column(finding, "month") for finding in rows]


def several_lines(work: AuditState) -> list[Finding]:
    """A month of a specialist at an account in several lines of one file: added up, to be judged.

    They may be several meetings, or a line entered twice. Where a file tells days, only equal
    work on the same day is listed.
    """
    kept = work.kept()
    keys = ["file", "month", "rep_id", "account_id"]
    rows = kept[[*keys, *AMOUNTS]].assign(piece=pieces(kept))
    many = rows.duplicated(keys, keep=False) & (rows["piece"] == "")
    equal = rows.duplicated([*keys, "piece", *AMOUNTS], keep=False)
    index = rows.index[many | equal]
    if index.empty:
        return []
    sums = kept.loc[index, list(HOURS)].sum(axis=1).map(plain)
    groups = sums.groupby([rows.loc[index, key] for key in [*keys, "piece"]])
    found = groups.transform(lambda hours: quoted(" + ".join(hours)))
    return list(work.groups("several_lines", index, keys, found, "sum"))
