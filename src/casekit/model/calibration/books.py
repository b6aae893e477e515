"""Today's business as it was booked: its level, margins and season, its doors and its prices."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from casekit.analysis.months import month_number
from casekit.arrays import Array
from casekit.company import Case
from casekit.company.schema import PRODUCT_LINES
from casekit.model.calibration.amounts import expansion_equipment
from casekit.model.calibration.panel import Panel

__all__ = ["Books", "Business", "door_amounts", "in_revenue", "read_books", "todays_business"]

#: Months at the end of the books from which today's level is taken, where the season is known.
LEVEL_MONTHS = 6
#: Months over which price pressure is measured.
PRESSURE_MONTHS = 12
YEAR_MONTHS = 12
#: Fewest whole years in which a season is told from a trend.
SEASON_YEARS = 2

CONSUMABLES = PRODUCT_LINES.index("consumables")


@dataclass(frozen=True)
class Books:
    """Recurring business of a company as booked, without equipment sold with gains and wins.

    Parameters
    ----------
    revenue_krub, margin_krub
        Shape (months, lines), lines in the order of `PRODUCT_LINES`.
    season
        Seasonal index of each month, shape (months,): 1 is the mean of a year, and every month 1
        where the history holds less than two years.
    """

    revenue_krub: Array
    margin_krub: Array
    season: Array


@dataclass(frozen=True)
class Business:
    """What a rouble of served wallet brings today, and where it is going.

    Parameters
    ----------
    revenue_share
        Recurring revenue for a rouble of the register's wallet, at constant season.
    amounts
        Fields of `Response` that the books tell, money as revenue.
    pressure_share, pressure_error
        Monthly margin lost in each month for a rouble of room, and its standard error; below 0
        where prices rose.
    price_fall_share, price_fall_error
        Part of consumables' prices that clients shared with competitors take off in a year, as
        far as their wallets are open today, and its standard error.
    season
        Seasonal index of the months to come, shape (12,), the first one first. The projection
        and its value are at constant season; months shown beside booked ones carry it.
    """

    revenue_share: float
    amounts: dict[str, float]
    pressure_share: float
    pressure_error: float
    price_fall_share: float
    price_fall_error: float
    season: Array


def read_books(case: Case, panel: Panel) -> Books:
    """Recurring revenue and margin of each month by line, and the season in them."""
    sales = case.sales
    keys = ["account_id", "process_point", "month"]
    began = case.positions.rename(columns={"since_month": "month"})[keys].drop_duplicates()
    new = sales.merge(began.assign(new=True), on=keys, how="left")["new"].notna().to_numpy()
    kept = sales[~(new & (sales["line"] == "equipment").to_numpy())]
    month = month_number(kept["month"]).to_numpy() - _first(case)
    line = pd.Index(PRODUCT_LINES).get_indexer(kept["line"])
    revenue, cost = (np.zeros((panel.months, len(PRODUCT_LINES))) for _ in range(2))
    np.add.at(revenue, (month, line), kept["revenue_krub"].to_numpy(float))
    np.add.at(cost, (month, line), kept["cost_krub"].to_numpy(float))
    held = panel.account_held_krub.sum(axis=1)
    return Books(revenue, revenue - cost, _season(revenue.sum(axis=1) / held))


def todays_business(case: Case, panel: Panel) -> Business:
    """Level and margins at the end of the books, what doors do, and how fast prices give way.

    The level is that of the last half-year at constant season, or of the last year where the
    history is too short to know the season, carried to its last day: prices under pressure lie
    lower there than in the middle.

    Parameters
    ----------
    case
        The company.
    panel
        Its panel in the register's wallets.
    """
    books = read_books(case, panel)
    # Where no season is known, only a whole year has none.
    seasonal = panel.months >= SEASON_YEARS * YEAR_MONTHS
    months = min(LEVEL_MONTHS if seasonal else YEAR_MONTHS, panel.months)
    served = (panel.account_held_krub[-months:].sum(axis=1) * books.season[-months:]).sum()
    revenue = books.revenue_krub[-months:].sum(axis=0) / served
    margin = books.margin_krub[-months:].sum(axis=0) / served
    # What price pressure takes off a rouble of served wallet in a month, for each unit of slope.
    held, room = panel.account_held_krub[-1], panel.account_open_krub[-1]
    fall = revenue[CONSUMABLES] * float((held * _open_share(panel)[-1]).sum() / held.sum())
    slope, error = _price_slope(case, panel)
    for amounts in (revenue, margin):
        amounts[CONSUMABLES] -= slope * fall * (months - 1) / 2.0
    whole = float(revenue.sum())
    amounts = {
        f"{line}_share": float(part / whole)
        for line, part in zip(PRODUCT_LINES, revenue, strict=True)
    }
    amounts |= {
        f"{line}_margin": float(earned / part)
        for line, earned, part in zip(PRODUCT_LINES, margin, revenue, strict=True)
        if part > 0
    }
    equipment = expansion_equipment(case, panel)
    if equipment is not None:
        amounts["equipment_per_yearly_expansion"] = equipment / whole
    doors = door_amounts(panel)
    # Money of the register becomes revenue.
    doors["win_room_krub"] *= whole
    doors["pool_per_lost"] /= whole
    amounts |= doors
    by_room = fall * held.sum() / (room.sum() * whole) if room.sum() > 0 else 0.0
    amounts["pressure_share"] = max(slope * by_room, 0.0)
    # The month after the history's last is the one after the same month a year before.
    ahead = np.resize(books.season[-YEAR_MONTHS:], YEAR_MONTHS)
    # Clients of ours are open for nothing: only what is held at shared ones is pressed.
    pressed = float(held[room > 0].sum())
    opened = float((held * _open_share(panel)[-1]).sum()) / pressed if pressed > 0 else 0.0
    yearly = YEAR_MONTHS * opened
    return Business(
        whole, amounts, slope * by_room, error * by_room, slope * yearly, error * yearly, ahead
    )


def in_revenue(panel: Panel, revenue_share: float) -> Panel:
    """A specialists' panel with money as revenue booked in the place of wallets."""
    money = {
        name: value * revenue_share
        for name, value in vars(panel).items()
        if name.endswith("_krub") and not name.startswith("account_")
    }
    return replace(panel, **money)


def _season(ratio: Array) -> Array:
    """Seasonal index: each month's ratio to the mean of its year, over the whole years there are.

    What changes from year to year by the same months (prices that give way) is a trend and taken
    out first; ratios of less than two years would take it for a season.
    """
    years = len(ratio) // YEAR_MONTHS
    if years < SEASON_YEARS:
        return np.ones_like(ratio)
    whole = ratio[-years * YEAR_MONTHS :].reshape(years, YEAR_MONTHS)
    of_years = whole.mean(axis=1)
    a_month = (of_years[-1] / of_years[0]) ** (1.0 / ((years - 1) * YEAR_MONTHS))
    index = whole / a_month ** np.arange(whole.size).reshape(whole.shape)
    index = (index / index.mean(axis=1, keepdims=True)).mean(axis=0)
    return np.asarray(index[(np.arange(len(ratio)) - len(ratio)) % YEAR_MONTHS])


def door_amounts(panel: Panel) -> dict[str, float]:
    """How losses, gains and wins change what competitors hold at served clients, in wallets.

    A point lost at a shared client opens as much as it was worth; one lost at a client of ours
    opens what was taken for crumbs as well; the last point takes the whole client out of reach.
    Client months in which nothing else happened are compared. Keys are fields of `Response`;
    where nothing was lost or gained, doors keep what they hold.
    """
    held = panel.account_held_krub
    change = np.diff(held, axis=0)
    opened = np.diff(panel.account_open_krub, axis=0)
    won = (held[:-1] <= 0) & (held[1:] > 0)
    lost, gained = change < 0, (change > 0) & ~won
    fell, rose = -float(change[lost].sum()), float(change[gained].sum())
    gone = int(((held[:-1] > 0) & (held[1:] <= 0)).sum())
    return {
        "win_room_krub": float(opened[won].mean()) if won.any() else 0.0,
        "room_per_lost": float(opened[lost].sum()) / fell if fell > 0 else 1.0,
        "room_per_gained": -float(opened[gained].sum()) / rose if rose > 0 else 1.0,
        "pool_per_lost": gone / fell if fell > 0 else 0.0,
    }


def _price_slope(case: Case, panel: Panel) -> tuple[float, float]:
    """Share of consumables' prices lost a month where a whole wallet is open, standard error.

    Regression with fixed effects of clients and months: the logarithm of a client's consumables
    for a rouble of served wallet against the open share of its wallet added up over the last
    year. Clients of ours, where hardly anything is open, show what happens without pressure.
    Standard errors are clustered by client (Arellano 1987).
    """
    rows = case.sales[case.sales["line"] == "consumables"]
    booked = np.zeros_like(panel.account_held_krub)
    account = pd.Index(case.accounts["account_id"]).get_indexer(rows["account_id"])
    month = month_number(rows["month"]).to_numpy() - _first(case)
    np.add.at(booked, (month, account), rows["revenue_krub"].to_numpy(float))
    booked, held = booked[-PRESSURE_MONTHS:], panel.account_held_krub[-PRESSURE_MONTHS:]
    seen = ((held > 0) & (booked > 0)).all(axis=0)
    booked, held = booked[:, seen], held[:, seen]
    exposed = np.cumsum(_open_share(panel)[-PRESSURE_MONTHS:][:, seen], axis=0)
    weight = held.mean(axis=0)
    if weight.sum() <= 0:
        return 0.0, 0.0
    x, y = (_within(values, weight) for values in (exposed, np.log(booked / held)))
    size = float((weight * x * x).sum())
    if size <= 1e-12:
        return 0.0, 0.0
    slope = float((weight * x * y).sum()) / size
    by_client = (weight * x * (y - slope * x)).sum(axis=0)
    return -slope, float(np.sqrt((by_client**2).sum())) / size


def _within(values: Array, weight: Array) -> Array:
    """Values less the means of their column and, weighted by columns, of their row."""
    rest = values - values.mean(axis=0)
    return np.asarray(rest - (rest @ weight / weight.sum())[:, None])


def _open_share(panel: Panel) -> Array:
    """Part of each client's wallet that competitors hold where we hold a part too."""
    wallet = panel.account_wallet_krub
    return np.divide(panel.account_open_krub, wallet, out=np.zeros_like(wallet), where=wallet > 0)


def _first(case: Case) -> int:
    return int(month_number(pd.Series([case.first_month])).iloc[0])
