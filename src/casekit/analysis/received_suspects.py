"""Suspects in received reports: findings for a person to judge, which may be correct.

Same interface as the checks: each reads the audit's state and returns its findings. None of them
drops entries.
"""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from casekit.analysis.received_entries import HOUR_DIGITS, HOURS, TICKET_HOURS
from casekit.analysis.received_work import AuditState, Finding, plain, span
from casekit.company import SELLING

#: From so many identical months on a report counts as copied.
ALIKE_MONTHS = 3


def service_as_retention(work: AuditState) -> list[Finding]:
    """Files that show hours on service tickets and next to no service: booked as retention."""
    kept = work.kept()
    sums = kept.groupby("file")[["service_hours", TICKET_HOURS]].sum()
    work.ticket_files = list(sums.index[sums[TICKET_HOURS] > sums["service_hours"]])
    rows = kept.index[kept["file"].isin(work.ticket_files) & (kept[TICKET_HOURS] > 0)]
    found = kept.loc[rows, "file"].map(lambda name: plain(sums.loc[name, TICKET_HOURS]))
    return list(work.groups("service_as_retention", rows, ["file"], found, "tickets"))


def with_service_by_tickets(frame: pd.DataFrame, files: Sequence[str]) -> pd.DataFrame:
    """Hours on service tickets moved from retention to service, in the files that need it."""
    tickets = frame[TICKET_HOURS].where(frame["file"].isin(list(files)), 0.0)
    return frame.assign(
        retention_hours=(frame["retention_hours"] - tickets).round(HOUR_DIGITS),
        service_hours=(frame["service_hours"] + tickets).round(HOUR_DIGITS),
    )


def round_months(work: AuditState) -> list[Finding]:
    """Specialists with identical months, beside what an observer saw."""
    frame = with_service_by_tickets(work.kept(), work.ticket_files)
    totals = frame.groupby(["rep_id", "month"], as_index=False)[list(HOURS)].sum().round(2)
    alike = totals.groupby(["rep_id", *HOURS])["month"].transform("size") >= ALIKE_MONTHS
    findings = []
    selling = [f"{name}_hours" for name in SELLING]
    for rep_id, group in totals[alike].groupby("rep_id"):
        found = plain(group[selling].sum(axis=1).mean())
        seen = _observed_selling(work.reference.calendar, str(rep_id))
        months = span(group["month"])
        count = len(group)
        findings.append(
            Finding(
                "round_months", "", (), count, months, rep_id=str(rep_id), found=found, repair=seen
            )
        )
    return findings


def negative_revenue(work: AuditState) -> list[Finding]:
    """Returned goods in the sales: legitimate, but relevant before revenue is summed."""
    sales = work.reference.sales
    if sales is None:
        return []
    returned = sales[sales["revenue_krub"] < 0]
    if returned.empty:
        return []
    found = plain(returned["revenue_krub"].sum())
    months = span(returned["month"].astype(str))
    return [Finding("negative_revenue", "sales.csv", (), len(returned), months, found=found)]


def _observed_selling(calendar: pd.DataFrame | None, rep_id: str) -> str:
    """Selling hours a month that an observer saw; empty without observations."""
    if calendar is None:
        return ""
    mine = calendar[(calendar["rep_id"] == rep_id) & calendar["activity"].isin(SELLING)]
    months = mine["month"].nunique()
    return plain(mine["hours"].sum() / months) if months else ""
