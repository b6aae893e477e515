"""Shared by the checks of received reports: findings, reference tables, state of the audit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
import pandas as pd

from casekit.analysis.months import month_number
from casekit.analysis.received_entries import Entries
from casekit.analysis.received_files import SentReports


@dataclass(frozen=True)
class Finding:
    """One finding; the entries it means are turned into lines of its file later."""

    kind: str
    file: str = ""
    entries: Sequence[int] = ()
    row_count: int = 0
    month: str = ""
    rep_id: str = ""
    account_id: str = ""
    found: str = ""
    repair: str = ""
    column: str = ""
    #: Lines of the file, of what made no entry.
    lines: Sequence[int] = ()


@dataclass(frozen=True)
class Reference:
    """The company's own tables, with which the reports are compared."""

    reps: pd.DataFrame
    accounts: pd.DataFrame
    assignments: pd.DataFrame
    calendar: pd.DataFrame | None
    sales: pd.DataFrame | None
    #: First and last month of the company's history, where its table tells them.
    window: tuple[str, str] | None = None

    @classmethod
    def of(cls, tables: Mapping[str, pd.DataFrame]) -> Reference:
        """Reference from a company's tables; months of assignments become numbers."""
        assignments = tables["assignments"][["account_id", "rep_id"]].astype("object")
        assignments["since"] = month_number(tables["assignments"]["since_month"])
        until = month_number(tables["assignments"]["until_month"])
        assignments["until"] = until.where(until >= 0, np.iinfo(np.int32).max)
        return cls(
            tables["reps"],
            tables["accounts"],
            assignments.sort_values("since", kind="stable"),
            tables.get("calendar"),
            tables.get("sales"),
            _window(tables.get("company")),
        )


def _window(company: pd.DataFrame | None) -> tuple[str, str] | None:
    facts = {} if company is None else dict(company.itertuples(index=False, name=None))
    ends = (str(facts.get("first_month", "")), str(facts.get("last_month", "")))
    return ends if all(ends) else None


@dataclass
class AuditState:
    """State of the audit: entries with the repairs made so far."""

    sent: SentReports
    entries: Entries
    reference: Reference
    frame: pd.DataFrame
    ticket_files: list[str] = field(default_factory=list)

    def kept(self) -> pd.DataFrame:
        """Entries that stay in the clean table."""
        return self.frame[self.frame["kept"]]

    def in_column(self, finding: Finding, column: str) -> Finding:
        """A finding with the heading that a column has in its file."""
        heads = {file.name: file.headings for file in self.sent.files}
        return replace(finding, column=heads.get(finding.file, {}).get(column, column))

    def groups(
        self, kind: str, entries: pd.Index, by: Sequence[str], found: Any = "", repair: Any = ""
    ) -> Iterator[Finding]:
        """One finding for each group of entries alike in `by`, in what is found and repaired."""
        rows = self.frame.loc[entries, ["file", "month", "rep_id", "account_id"]]
        rows = rows.assign(found=found, repair=repair)
        keys = [*by, "found", "repair"]
        for key, group in rows.groupby(keys, sort=True):
            named: dict[str, Any] = dict(zip(keys, map(str, key), strict=True))
            named["month"] = span(group["month"])
            yield Finding(kind, entries=group.index.to_list(), **named)


def span(months: Iterable[str]) -> str:
    """A month, or the first and the last of several."""
    known = sorted(month for month in set(months) if month)
    return "/".join(dict.fromkeys((known[0], known[-1]))) if known else ""


def plain(value: Any) -> str:
    """Number as a program writes it, without trailing zeros."""
    return f"{float(value):.2f}".rstrip("0").rstrip(".")
