"""Validation of a company's tables, with all faults at once.

Cells are checked by pandera against the schema; what holds between tables is checked by the
rules at the end, which run only on tables without faults of cells.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

import pandas as pd
import pandera.pandas as pa

from casekit.company.faults import Fault
from casekit.company.reading import FIRST_ROW
from casekit.company.schema import COMPANY_KEYS, TABLES, Column, Table
from casekit.company.terms import faults_of_terms

Frames = Mapping[str, pd.DataFrame]

#: Allowed months; bounds catch typing errors such as 2205.
_MONTHS = frozenset(f"{year}-{month:02d}" for year in range(1990, 2100) for month in range(1, 13))


def validate(frames: Frames) -> list[Fault]:
    """All faults of the tables, in no particular order; empty if they are valid."""
    faults = [
        fault for name, frame in frames.items() for fault in _faults_of_cells(name, frame, frames)
    ]
    broken = {fault.table for fault in faults}
    for rule, needed in RULES.items():
        if not broken & set(needed) and frames.keys() >= set(needed):
            faults.extend(rule(*(frames[name] for name in needed)))
    return faults


def _faults_of_cells(name: str, frame: pd.DataFrame, frames: Frames) -> Iterator[Fault]:
    table = TABLES[name]
    if frame.empty:
        yield Fault("no-rows", name)
        return
    try:
        _pandera(table, frames).validate(frame, lazy=True)
    except pa.errors.SchemaErrors as errors:
        cases = errors.failure_cases
        for column, key, found, index in zip(
            cases["column"], cases["check"], cases["failure_case"], cases["index"], strict=True
        ):
            declared = table[column]
            row = int(index) + FIRST_ROW
            yield Fault(_kind(key), name, column, row, _shown(found), _facts(declared))
    yield from _doubled_keys(table, frame)


def _pandera(table: Table, frames: Frames) -> pa.DataFrameSchema:
    return pa.DataFrameSchema(
        {
            column.name: pa.Column(
                checks=_checks(column, frames), nullable=column.optional, coerce=False
            )
            for column in table.columns
        }
    )


def _checks(column: Column, frames: Frames) -> list[pa.Check]:
    """Checks of a column; the name of each is the key of its fault."""

    def among(values: frozenset[str], key: str) -> pa.Check:
        allowed = values | {""} if column.optional else values
        return pa.Check(lambda cells: cells.isin(allowed), error=key)

    if column.kind == "number":
        bounds = [
            (column.minimum, pa.Check.ge, "below-minimum"),
            (column.maximum, pa.Check.le, "above-maximum"),
        ]
        return [make(bound, error=key) for bound, make, key in bounds if bound is not None]
    if column.kind == "month":
        return [among(_MONTHS, "not-a-month")]
    if column.kind == "day":
        return [pa.Check(lambda cells: _are_days(cells, column.optional), error="not-a-day")]
    if column.codes:
        return [among(frozenset(column.codes), "unknown-code")]
    checks = [] if column.optional else [pa.Check(lambda cells: cells != "", error="empty-cell")]
    if column.refers_to and column.refers_to in frames:
        known = frozenset(frames[column.refers_to][column.name]) | {""}
        checks.append(among(known, "unknown-reference"))
    return checks


def _are_days(cells: pd.Series, optional: bool) -> pd.Series:
    """Whether each cell is a day; each different text is parsed once."""

    def is_day(text: str) -> bool:
        try:
            return date.fromisoformat(text).isoformat() == text
        except ValueError:
            return optional and text == ""

    return cells.map({text: is_day(text) for text in cells.unique()}).astype(bool)


def _kind(check: str) -> str:
    return "empty-cell" if check == "not_nullable" else str(check)


def _shown(found: Any) -> str:
    return "" if pd.isna(found) else f"{found:g}" if isinstance(found, float) else str(found)


def _facts(column: Column) -> dict[str, Any]:
    return {
        "minimum": column.minimum if column.minimum is not None else "",
        "maximum": column.maximum if column.maximum is not None else "",
        "codes": ", ".join(column.codes),
        "other": f"{column.refers_to}.csv",
    }


def _doubled_keys(table: Table, frame: pd.DataFrame) -> Iterator[Fault]:
    key = list(table.key)
    doubled = frame.duplicated(key)
    cells = frame.loc[doubled, key].astype(str).agg(" · ".join, axis=1) if doubled.any() else {}
    for position, found in dict(cells).items():
        yield Fault(
            "doubled-key", table.name, "", position + FIRST_ROW, found, {"key": ", ".join(key)}
        )


# --- what holds between rows and tables ---------------------------------------------------------


def _company_facts(company: pd.DataFrame) -> Iterator[Fault]:
    for key in COMPANY_KEYS:
        if key not in set(company["key"]):
            yield Fault("missing-fact", "company", "key", found=key)


def _wallets(accounts: pd.DataFrame, positions: pd.DataFrame) -> Iterator[Fault]:
    """An account's wallet is the sum of its points in the last month."""
    now = positions[positions["until_month"] == ""]
    points = now.groupby("account_id")["wallet_krub_per_month"].sum()
    sums = accounts["account_id"].map(points).fillna(0.0)
    # Tolerance of half a thousand: wallets and points may be rounded separately.
    off = (accounts["wallet_krub_per_month"] - sums).abs() > 0.5
    for position in off.to_numpy().nonzero()[0]:
        yield Fault(
            "wallet-not-sum",
            "accounts",
            "wallet_krub_per_month",
            int(position) + FIRST_ROW,
            f"{accounts['wallet_krub_per_month'].iloc[position]:g} / {sums.iloc[position]:g}",
        )


def _reconciled(financials: pd.DataFrame, sales: pd.DataFrame) -> Iterator[Fault]:
    """Revenue and cost of sales of the P&L equal the sums of the sales, to the rouble."""
    sums = sales.groupby("month")[["revenue_krub", "cost_krub"]].sum()
    for line, column in (("revenue", "revenue_krub"), ("cost_of_sales", "cost_krub")):
        stated = financials[financials["line"] == line]
        gap = (stated["amount_krub"] - stated["month"].map(sums[column]).fillna(0.0)).abs()
        for position in stated.index[gap >= 0.001]:
            row = financials.loc[position]
            yield Fault(
                "not-reconciled",
                "financials",
                "amount_krub",
                int(position) + FIRST_ROW,
                f"{row['month']} {line}: {row['amount_krub']:.3f}",
            )


#: Rules between tables with the tables each needs.
RULES: dict[Callable[..., Iterator[Fault]], tuple[str, ...]] = {
    _company_facts: ("company",),
    faults_of_terms: ("company",),
    _wallets: ("accounts", "positions"),
    _reconciled: ("financials", "sales"),
}
