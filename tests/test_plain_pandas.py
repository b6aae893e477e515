"""The shipped company's headline figures by plain pandas, without the package.

Whoever distrusts the kit can read these lines: they open the CSV files, add up, and find what
the case says. Only pandas and the files are used.
"""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

DATA = Path(__file__).parents[1] / "data"
YEAR_2 = "2025-07"


def read(name: str) -> pd.DataFrame:
    return pd.read_csv(DATA / f"{name}.csv", encoding="utf-8")


def profit_and_loss() -> pd.DataFrame:
    table = read("financials")
    table["year"] = (table["month"] >= YEAR_2).map({False: 1, True: 2})
    return table.pivot_table(index="line", columns="year", values="amount_krub", aggfunc="sum")


def test_the_books_equal_the_sales_in_every_month() -> None:
    sums = read("sales").groupby("month")[["revenue_krub", "cost_krub"]].sum()
    stated = read("financials").pivot(index="month", columns="line", values="amount_krub")
    assert len(stated) == 24
    assert (sums["revenue_krub"] - stated["revenue"]).abs().max() < 0.001
    assert (sums["cost_krub"] - stated["cost_of_sales"]).abs().max() < 0.001


def test_profit_falls_while_sales_do_not() -> None:
    pl = profit_and_loss()
    revenue = pl.loc["revenue"]
    gross = revenue - pl.loc["cost_of_sales"]
    profit = revenue - pl.drop("revenue").sum()
    growth = revenue[2] / revenue[1] - 1
    cost_share = 1 - (gross[1] - gross[2]) / (profit[1] - profit[2])
    assert 1_150_000 < revenue[2] < 1_260_000
    assert 0 <= growth <= 0.04
    assert profit[1] / revenue[1] - profit[2] / revenue[2] >= 0.02
    assert 0.65 <= cost_share <= 0.97


def test_hours_are_150_a_month_and_38_percent_of_them_sell() -> None:
    table = read("reports")
    hours = table.filter(like="_hours").sum()
    months = table[["rep_id", "month"]].drop_duplicates()
    selling = hours[["retention_hours", "expansion_hours", "conversion_hours"]].sum()
    assert len(months) == 24 * 24
    assert hours.sum() / len(months) == pytest.approx(150, abs=2)
    assert selling / hours.sum() == pytest.approx(0.38, abs=0.02)
    assert hours["travel_hours"] / hours.sum() == pytest.approx(0.20, abs=0.003)


def test_the_money_competitors_hold() -> None:
    positions = read("positions")
    now = positions[positions["until_month"].isna()]
    status = now["account_id"].map(read("accounts").set_index("account_id")["status"])
    theirs = now[now["supplier"] != "us"]["wallet_krub_per_month"]
    share = theirs.groupby(status).sum() / theirs.sum()
    assert share["competitor"] > 0.5
    assert share["shared"] > 0.25
    assert share["shared"] > 3 * share["our"]


def test_status_and_wallet_follow_from_the_points() -> None:
    positions = read("positions")
    now = positions[positions["until_month"].isna()]
    wallet = now.groupby("account_id")["wallet_krub_per_month"].sum()
    ours = now[now["supplier"] == "us"].groupby("account_id")["wallet_krub_per_month"].sum()
    share = (ours / wallet).fillna(0)
    table = read("accounts").set_index("account_id")
    assert (table["wallet_krub_per_month"] == wallet).all()
    assert (share[table["status"] == "our"] >= 0.85).all()
    assert share[table["status"] == "shared"].between(0, 0.85, inclusive="neither").all()
    assert (share[table["status"] == "competitor"] == 0).all()


def test_the_same_month_hides_what_conversion_brings() -> None:
    sold = read("sales").groupby(["month", "account_id"])["revenue_krub"].sum().rename("sold")
    table = read("reports").merge(sold.reset_index(), how="left", on=["month", "account_id"])
    hunted = table[table["conversion_hours"] > 0]
    kept = table[(table["retention_hours"] > 0)]
    per_hour = hunted["sold"].sum() / hunted["conversion_hours"].sum()
    assert per_hour < 0.1 * kept["sold"].sum() / kept["retention_hours"].sum()


def test_eight_months_from_opening_to_decision() -> None:
    decided = read("deals").query("outcome != 'open'")
    days = pd.to_datetime(decided["decided_on"]) - pd.to_datetime(decided["opened_on"])
    assert 7 <= days.dt.days.median() / 30.4375 <= 9
    wins = (decided["outcome"] == "won").sum() / 2
    assert 20 <= wins <= 40


def test_the_observer_saw_less_selling_than_was_told() -> None:
    seen = read("calendar")
    selling = seen[seen["activity"].isin(["retention", "expansion", "conversion"])]["hours"].sum()
    told = read("reports").merge(
        seen[["month", "rep_id"]].drop_duplicates(), on=["month", "rep_id"]
    )
    reported = told[["retention_hours", "expansion_hours", "conversion_hours"]].to_numpy().sum()
    assert selling < 0.85 * reported
