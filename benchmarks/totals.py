"""Totals of a company that the case's own tables state."""

from __future__ import annotations

import numpy as np

from casekit.analysis.months import last_months
from casekit.analysis.origins import ORIGINS, origin_totals, sales_by_origin
from casekit.analysis.productivity import average_productivity
from casekit.analysis.profit import profit_and_loss
from casekit.analysis.pursuits import cycle_estimates
from casekit.company.schema import ACTIVITIES, PRODUCT_LINES, SELLING, STATUSES
from casekit.world.draw import World

#: What the case says for the shipped family; None where it says nothing.
CASE_TOTALS: dict[str, float | None] = {
    "hours: retention": 33.0,
    "hours: expansion": 13.5,
    "hours: conversion": 10.5,
    "hours: service": 30.0,
    "hours: travel": 30.0,
    "hours: admin": 33.0,
    "accounts: our, %": 34.0,
    "accounts: shared, %": 30.0,
    "accounts: competitor, %": 36.0,
    "median wallet, krub a month": 235.0,
    "revenue year 1, mrub": 1176.0,
    "revenue year 2, mrub": 1200.0,
    "gross margin year 1, mrub": 449.0,
    "gross margin year 2, mrub": 446.0,
    "gross margin year 1, %": 38.2,
    "gross margin year 2, %": 37.2,
    "consumables year 2, mrub": 820.0,
    "service year 2, mrub": 140.0,
    "equipment year 2, mrub": 240.0,
    "consumables margin year 2, %": 42.0,
    "service margin year 2, %": 35.0,
    "equipment margin year 2, %": 22.0,
    "reps year 1, mrub": 93.0,
    "reps year 2, mrub": 100.8,
    "other costs year 1, mrub": 219.0,
    "other costs year 2, mrub": 236.0,
    "operating profit year 1, mrub": 137.0,
    "operating profit year 2, mrub": 109.4,
    "operating margin year 1, %": 11.7,
    "operating margin year 2, %": 9.1,
    "repeat revenue year 2, mrub": 890.0,
    "expansion revenue year 2, mrub": 160.0,
    "conversion revenue year 2, mrub": 150.0,
    "margin per retention hour, krub": None,
    "margin per expansion hour, krub": None,
    "margin per conversion hour, krub": None,
    "wins a year": 29.6,
    "equipment of a win, krub": 4000.0,
    "share of decided pursuits won, %": None,
    "median cycle, months": 8.0,
    "price concession at shared, year 2, %": None,
}


def totals_of(world: World) -> dict[str, float]:
    """Every total of `CASE_TOTALS` for one company."""
    t = world.tables
    books = profit_and_loss(t["financials"]) / 1000.0
    sales = t["sales"][last_months(t["sales"]["month"], 12)]
    lines = sales.groupby("line")[["revenue_krub", "cost_krub"]].sum()
    origin = sales_by_origin(t["sales"], t["positions"], 12)
    origins = origin_totals(origin[last_months(origin["month"], 12)])
    deals = t["deals"]
    decided = deals[deals["outcome"] != "open"]
    won = decided[decided["outcome"] == "won"]
    months = t["financials"]["month"]
    average = average_productivity(t["reports"], t["sales"], t["positions"])
    found: dict[str, float] = {}
    for name in ACTIVITIES:
        found[f"hours: {name}"] = t["reports"][f"{name}_hours"].sum() / (24 * 24)
    for status in STATUSES:
        found[f"accounts: {status}, %"] = 100 * (t["accounts"]["status"] == status).mean()
    found["median wallet, krub a month"] = float(t["accounts"]["wallet_krub_per_month"].median())
    for year in (1, 2):
        book = books[f"year_{year}"]
        revenue = book["revenue"]
        found[f"revenue year {year}, mrub"] = revenue
        found[f"gross margin year {year}, mrub"] = book["gross_margin"]
        found[f"gross margin year {year}, %"] = 100 * book["gross_margin"] / revenue
        found[f"reps year {year}, mrub"] = book["reps"]
        costs = book["gross_margin"] - book["operating_profit"] - book["reps"]
        found[f"other costs year {year}, mrub"] = costs
        found[f"operating profit year {year}, mrub"] = book["operating_profit"]
        found[f"operating margin year {year}, %"] = 100 * book["operating_profit"] / revenue
    for line in PRODUCT_LINES:
        revenue, cost = lines.loc[line]
        found[f"{line} year 2, mrub"] = revenue / 1000
        found[f"{line} margin year 2, %"] = 100 * (1 - cost / revenue)
    for name in ORIGINS:
        found[f"{name} revenue year 2, mrub"] = origins.at[name, "revenue_krub"] / 1000
    for name in SELLING:
        key = f"margin per {name} hour, krub"
        found[key] = average.at[name, "margin_krub_per_hour"]
    found["wins a year"] = len(won) / 2
    found["equipment of a win, krub"] = won["equipment_krub"].mean()
    found["share of decided pursuits won, %"] = 100 * len(won) / len(decided)
    cycle = cycle_estimates(deals, months.min(), months.max())
    found["median cycle, months"] = cycle["with_open"]
    found["price concession at shared, year 2, %"] = _concession(world)
    return {name: float(np.round(value, 6)) for name, value in found.items()}


def _concession(world: World) -> float:
    """Consumables' price at shared clients in year 2 against year 1, per cent given away."""
    t = world.tables
    shared = set(t["accounts"].loc[t["accounts"]["status"] == "shared", "account_id"])
    sales = t["sales"][(t["sales"]["line"] == "consumables")]
    sales = sales[sales["account_id"].isin(shared)]
    year_2 = last_months(sales["month"], 12)
    # Cost follows the list price, so revenue per rouble of cost shows the price.
    price = [part["revenue_krub"].sum() / part["cost_krub"].sum()
             for part in (sales[~year_2], sales[year_2])]  # fmt: skip
    return float(100 * (1 - price[1] / price[0]))
