"""The list of defects in the received reports, part of the solutions.

Made from the planted faults, not from an audit, so that one can check the other.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd

from casekit import language
from casekit.analysis.audit_reports import CERTAIN, FINDING_COLUMNS
from casekit.analysis.received_entries import row_ranges
from casekit.world.received_faults import Draft, Planted
from casekit.world.received_style import HOURS, TICKETS, codes_used

#: From so many identical months on a report counts as copied.
_ALIKE_MONTHS = 3


def written_list(
    draft: Draft, lines: dict[int, list[int]], tables: Mapping[str, pd.DataFrame]
) -> pd.DataFrame:
    """Every defect with its file, what shows it and its repair, in every language.

    Parameters
    ----------
    draft
        What was sent, with the faults planted.
    lines
        Lines of its file that each row of the draft stands on.
    tables
        The company's tables, for suspects that are in them already.
    """
    rows = [row for fault in draft.planted for row in _by_file(draft, fault, lines)]
    rows += [*_file_faults(draft), *_standing_suspects(tables)]
    columns = [name for name in FINDING_COLUMNS if name != "column"]
    blank = {**dict.fromkeys(columns, ""), "row_count": 0}
    frame = pd.DataFrame([{**blank, **row} for row in rows])
    frame["certainty"] = np.where(frame["kind"].isin(CERTAIN), "certain", "suspect")
    keys = ["certainty", "kind", "file", "month", "rep_id", "account_id", "found"]
    frame = frame.sort_values(keys, kind="stable").reset_index(drop=True)
    frame.insert(0, "defect_id", [f"D{number:02d}" for number in range(1, len(frame) + 1)])
    for lang in language.LANGUAGES:
        for part, column in (("shows", "shows"), ("repair", "rule")):
            frame[f"{column}_{lang}"] = [
                language.text(f"received-{part}-{row.kind}", lang=lang, **_facts(row))
                for row in frame.itertuples(index=False)
            ]
    return frame


def _facts(row: Any) -> dict[str, Any]:
    """Facts of a finding under the names its texts use."""
    names = ("file", "rows", "month", "rep_id", "account_id", "found", "repair")
    facts = {name.removesuffix("_id"): str(getattr(row, name)) for name in names}
    return {**facts, "count": int(row.row_count)}


def _by_file(draft: Draft, fault: Planted, lines: dict[int, list[int]]) -> list[dict[str, object]]:
    """A planted fault as rows of the written list, one a file."""
    rows = draft.rows.loc[list(fault.rows)]
    listed = []
    for name, group in rows.groupby("file", sort=True):
        numbers = [line for row in group.index for line in lines[row]]
        months = sorted(set(group["month"]))
        listed.append(
            {
                "kind": fault.kind,
                "file": name,
                "rows": row_ranges(numbers),
                "row_count": len(numbers),
                "month": "/".join(dict.fromkeys((months[0], months[-1]))),
                "rep_id": fault.rep_id,
                "account_id": fault.account_id,
                "found": fault.found,
                "repair": fault.repair,
            }
        )
    return listed


def _file_faults(draft: Draft) -> list[dict[str, object]]:
    """Defects of whole files: encoding, decimals, dates, codes of two languages."""
    listed: list[dict[str, object]] = []
    for name, rows in draft.rows.groupby("file", sort=True):
        style = draft.styles[str(rows["region"].iloc[0])]
        if style.encoding == "cp1251":
            listed.append(
                {"kind": "windows_1251", "file": name, "found": "cp1251", "repair": "utf-8"}
            )
        columns = [*HOURS, TICKETS] if style.tickets else list(HOURS)
        broken = int((rows[columns] % 1 != 0).any(axis=1).sum())
        if style.comma and broken:
            comma = {"kind": "decimal_comma", "found": ",", "repair": "."}
            listed.append({**comma, "file": name, "row_count": broken})
        ways = sorted(rows["month_way"].unique())
        if len(ways) > 1:
            found = ", ".join(ways)
            listed.append(
                {"kind": "mixed_dates", "file": name, "found": found, "repair": "YYYY-MM"}
            )
        used = codes_used(rows) if style.long else {}
        if any(len(codes) > 1 for codes in used.values()):
            found = ", ".join(sorted(code for codes in used.values() for code in codes))
            repair = ", ".join(sorted(used))
            listed.append({"kind": "mixed_codes", "file": name, "found": found, "repair": repair})
    return listed


def _standing_suspects(tables: Mapping[str, pd.DataFrame]) -> list[dict[str, object]]:
    """Suspects present in the clean tables: copied months, returned goods."""
    listed: list[dict[str, object]] = []
    totals = tables["reports"].groupby(["rep_id", "month"])[list(HOURS)].sum().round(2)
    for rep_id, months in totals.groupby(level="rep_id"):
        times = months.value_counts()
        if times.iloc[0] >= _ALIKE_MONTHS:
            alike = months[months.duplicated(keep=False)].index.get_level_values("month")
            listed.append(
                {
                    "kind": "round_months",
                    "rep_id": str(rep_id),
                    "row_count": int(times[times >= _ALIKE_MONTHS].sum()),
                    "month": f"{alike.min()}/{alike.max()}",
                }
            )
    sales = tables.get("sales")
    returns = None if sales is None else sales[sales["revenue_krub"] < 0]
    if returns is not None and len(returns):
        months = returns["month"]
        listed.append(
            {
                "kind": "negative_revenue",
                "file": "sales.csv",
                "row_count": len(returns),
                "month": "/".join(dict.fromkeys((months.min(), months.max()))),
            }
        )
    return listed
