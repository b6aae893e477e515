"""A sales force as it stands, where no history tells how it answers: state and amounts alone."""

from __future__ import annotations

from dataclasses import dataclass, fields
from math import isfinite
from typing import Any

import numpy as np
import pandas as pd

from casekit.analysis.months import month_number
from casekit.arrays import Array
from casekit.company import Case
from casekit.company.schema import ACTIVITIES
from casekit.errors import InvalidArgument
from casekit.model.response.adbudg import YEAR_MONTHS
from casekit.model.response.cycle import TODAY_MONTHS
from casekit.model.response.dynamics import CONVERSION, EXPANSION, RETENTION, Start

__all__ = ["LEVEL_OF", "Levels", "Snapshot", "monthly_levels", "take_snapshot"]

#: Last months whose sales count as today's.
SALES_MONTHS = 6
#: Months of today's hours that fill the pipe: more than any pursuit lasts.
PIPE_MONTHS = 24
#: Lines that are bought again and again.
RECURRING = ("consumables", "service")
#: Equipment sold with a win, in months of what the client then buys. Assumed.
WIN_EQUIPMENT_MONTHS = 21.0


@dataclass(frozen=True)
class Levels:
    """What today's hours bring in a year, told by people; None where nobody says.

    Parameters
    ----------
    lost_share
        Share of today's business that is lost in a year.
    gained_krub
        Recurring revenue gained at shared clients over a year, thousand roubles a month.
    wins
        Competitors' clients won in a year.
    """

    lost_share: float | None = None
    gained_krub: float | None = None
    wins: float | None = None

    def __post_init__(self) -> None:
        faults = []
        for field in fields(self):
            value = getattr(self, field.name)
            if value is None:
                continue
            real = isinstance(value, int | float | np.number) and not isinstance(value, bool)
            most = 1.0 if field.name == "lost_share" else np.inf
            if not real or not isfinite(value) or not 0.0 <= value < most:
                faults.append(f"{field.name}: {value}")
        if faults:
            raise InvalidArgument("judgement-levels", found="; ".join(faults))


#: Which level tells of which kind of selling.
LEVEL_OF = {"retention": "lost_share", "expansion": "gained_krub", "conversion": "wins"}


def monthly_levels(levels: Levels, specialists: int) -> dict[str, float]:
    """Outcome of today's hours a month, by kind of selling: share lost, and gains a specialist."""
    found = {}
    if levels.lost_share is not None:
        found["retention"] = 1.0 - (1.0 - levels.lost_share) ** (1.0 / YEAR_MONTHS)
    if levels.gained_krub is not None:
        found["expansion"] = levels.gained_krub / YEAR_MONTHS / specialists
    if levels.wins is not None:
        found["conversion"] = levels.wins / YEAR_MONTHS / specialists
    return found


@dataclass(frozen=True)
class Snapshot:
    """Where a sales force stands, from its latest months.

    Parameters
    ----------
    rep_ids, regions
        Specialists and the region of each.
    start
        State of each specialist; nobody's skill is known.
    today_hours
        Mean hours of the latest year, or of the months there are, shape (specialists, 6).
    amounts
        Fields of `Response` that the tables tell.
    """

    rep_ids: tuple[str, ...]
    regions: tuple[str, ...]
    start: Start
    today_hours: Array
    amounts: dict[str, Any]


def take_snapshot(case: Case) -> Snapshot:
    """Read where a sales force stands off its clients, its latest reports and sales.

    Parameters
    ----------
    case
        A company with specialists, clients, at least one month of reports and one of sales.

    Raises
    ------
    InvalidArgument
        If one of these tables is missing or empty.
    """
    needed = ("reps", "accounts", "reports", "sales")
    empty = [name for name in needed if name not in case.tables or getattr(case, name).empty]
    if empty:
        raise InvalidArgument("calibration-empty", tables=", ".join(empty))
    reps, accounts = case.reps, case.accounts
    rep_ids = reps["rep_id"].tolist()
    today = _todays_hours(case.reports, rep_ids)
    sales = _latest(case.sales, SALES_MONTHS)
    months = sales["month"].nunique()
    sales = sales[sales["line"].isin(RECURRING)]
    held = sales.groupby("account_id")["revenue_krub"].sum() / months
    accounts["held"] = accounts["account_id"].map(held).fillna(0.0).clip(lower=0.0)
    wallet = accounts["wallet_krub_per_month"]
    shared = accounts["status"] == "shared"
    accounts["room"] = (wallet - accounts["held"]).clip(lower=0.0).where(shared, 0.0)
    accounts["pool"] = (accounts["status"] == "competitor").astype(float)
    by_rep = accounts.groupby("rep_id")[["held", "room", "pool"]].sum().reindex(rep_ids)
    state = by_rep.fillna(0.0).to_numpy(dtype=float)
    ones = np.ones(len(rep_ids))
    pipe = np.repeat(today[None], PIPE_MONTHS, axis=0)
    start = Start(
        base_krub=state[:, 0],
        room_krub=state[:, 1],
        pool_accounts=state[:, 2],
        attention_hours=today[:, RETENTION],
        erosion_mix=ones,
        skill=ones.copy(),
        expansion_hours=pipe[:, :, EXPANSION],
        conversion_hours=pipe[:, :, CONVERSION],
    )
    amounts: dict[str, Any] = {**_line_amounts(sales), **_win_amounts(case, accounts[shared])}
    amounts |= {
        "terms": case.terms,
        "room_reference_krub": float(state[:, 1].mean()) or 1.0,
        "pool_reference": float(state[:, 2].mean()) or 1.0,
        "room_per_lost": 1.0,
        "room_per_gained": 1.0,
        "pool_per_lost": 0.0,
    }
    return Snapshot(tuple(rep_ids), tuple(reps["region"]), start, today, amounts)


def _latest(frame: pd.DataFrame, months: int) -> pd.DataFrame:
    """Rows of the last months that the table has."""
    kept = sorted(frame["month"].unique(), key=lambda code: int(month_number(pd.Series([code]))[0]))
    return frame[frame["month"].isin(kept[-months:])]


def _todays_hours(reports: pd.DataFrame, rep_ids: list[str]) -> Array:
    rows = _latest(reports, TODAY_MONTHS)
    columns = [f"{name}_hours" for name in ACTIVITIES]
    total = rows.groupby("rep_id")[columns].sum().reindex(rep_ids).fillna(0.0)
    return np.asarray(total.to_numpy(dtype=float) / rows["month"].nunique())


def _line_amounts(sales: pd.DataFrame) -> dict[str, float]:
    """Shares and margins of the lines of recurring revenue."""
    table = sales.groupby("line")[["revenue_krub", "cost_krub"]].sum().reindex(list(RECURRING))
    table = table.fillna(0.0)
    whole = float(table["revenue_krub"].sum())
    found = {"equipment_share": 0.0}
    for line, (revenue, cost) in zip(table.index, table.to_numpy(dtype=float), strict=True):
        found[f"{line}_share"] = revenue / whole if whole > 0 else 0.0
        if revenue > 0:
            found[f"{line}_margin"] = (revenue - cost) / revenue
    return found


def _win_amounts(case: Case, shared: pd.DataFrame) -> dict[str, float]:
    """What a won client buys: as much as a shared one; equipment as in deals that were won."""
    if shared.empty:
        return {}
    found = {
        "win_recurring_krub": float(shared["held"].mean()),
        "win_room_krub": float(shared["room"].mean()),
    }
    found["win_equipment_krub"] = WIN_EQUIPMENT_MONTHS * found["win_recurring_krub"]
    if "deals" in case.tables:
        sold = case.deals.query("outcome == 'won'")["equipment_krub"].dropna()
        if len(sold):
            found["win_equipment_krub"] = float(sold.astype(float).mean())
    return found
