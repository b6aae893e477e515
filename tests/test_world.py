"""A drawn company is complete, agrees with itself, and comes out the same every time."""

from __future__ import annotations

import io

import numpy as np
import pandas as pd
import pytest

from casekit.company.schema import ACTIVITIES, SELLING, TABLES
from casekit.company.validation import validate
from casekit.errors import InvalidArgument
from casekit.world import World, draw_company

CASES = [("A", 1, False), ("A", 5, True), ("B", 2, False), ("C", 3, False), ("D", 4, False)]


@pytest.fixture(
    scope="module", params=CASES, ids=lambda case: case[0] + ("-shipped" if case[2] else "")
)
def world(request: pytest.FixtureRequest) -> World:
    family, seed, shipped = request.param
    return draw_company(seed, family, shipped=shipped)


def after_a_file(table: pd.DataFrame) -> pd.DataFrame:
    """The table as it comes back from a CSV file."""
    text = table.to_csv(index=False)
    return pd.read_csv(io.StringIO(text), keep_default_na=False)


def served_points(world: World) -> pd.DataFrame:
    """Our points month by month: account, point, month."""
    positions = world.tables["positions"].query("supplier == 'us'")
    months = sorted(world.tables["financials"]["month"].unique())
    cross = positions.merge(pd.DataFrame({"month": months}), how="cross")
    ended = cross["until_month"].replace("", "9999-12")
    return cross[(cross["since_month"] <= cross["month"]) & (cross["month"] <= ended)]


def test_tables_are_the_schemas(world: World) -> None:
    assert set(world.tables) == set(TABLES)
    for name, table in world.tables.items():
        assert tuple(table.columns) == TABLES[name].names
    assert validate(world.tables) == []


def test_text_values_are_ascii_but_for_currency_and_labels(world: World) -> None:
    for name, table in world.tables.items():
        if name not in ("labels", "company"):
            for column in table.columns:
                if not pd.api.types.is_numeric_dtype(table[column]):
                    assert all(str(cell).isascii() for cell in table[column].unique())


def test_p_and_l_equals_sales_to_the_rouble_after_a_file(world: World) -> None:
    sales = after_a_file(world.tables["sales"]).groupby("month")[["revenue_krub", "cost_krub"]]
    books = after_a_file(world.tables["financials"]).pivot(
        index="month", columns="line", values="amount_krub"
    )
    assert len(books) == 24
    assert (sales.sum()["revenue_krub"] == books["revenue"]).all()
    assert (sales.sum()["cost_krub"] == books["cost_of_sales"]).all()


def test_hours_are_near_the_familys(world: World) -> None:
    reports = world.tables["reports"]
    monthly = reports[[f"{name}_hours" for name in ACTIVITIES]].sum() / (24 * 24)
    # Of its own kind: which hours are in excess differs from company to company of a family.
    plain = world.truth.parameters.hours
    for name in ACTIVITIES:
        # The region that cut retention moves hours between two kinds of selling.
        allowed = 3.0 if name in SELLING else 1.2
        assert monthly[f"{name}_hours"] == pytest.approx(plain[name], abs=allowed)
    by_month = reports.groupby(["rep_id", "month"])[[f"{n}_hours" for n in ACTIVITIES]].sum()
    assert len(by_month) == 24 * 24
    assert by_month.sum(axis=1).between(110, 195).all()


def test_statuses_and_wallets_follow_from_the_points(world: World) -> None:
    now = world.tables["positions"].query("until_month == ''")
    wallet = now.groupby("account_id")["wallet_krub_per_month"].sum()
    ours = now[now["supplier"] == "us"].groupby("account_id")["wallet_krub_per_month"].sum()
    share = (ours / wallet).fillna(0.0)
    accounts = world.tables["accounts"].set_index("account_id")
    assert (accounts["wallet_krub_per_month"] == wallet).all()
    expected = np.select([share >= 0.85, share > 0], ["our", "shared"], "competitor")
    assert (accounts["status"] == pd.Series(expected, index=share.index)).all()
    assert now.groupby("account_id").size().between(2, 6).all()


def test_suppliers_of_a_point_follow_one_another_without_gap(world: World) -> None:
    rows = world.tables["positions"].sort_values(["account_id", "process_point", "since_month"])
    earlier = rows.groupby(["account_id", "process_point"])["until_month"].shift()
    follows = earlier.notna()
    next_month = pd.PeriodIndex(earlier[follows], freq="M") + 1
    assert (next_month == pd.PeriodIndex(rows.loc[follows, "since_month"], freq="M")).all()


def test_no_hours_at_impossible_accounts(world: World) -> None:
    ours = served_points(world).groupby(["month", "account_id"])["wallet_krub_per_month"].sum()
    reports = world.tables["reports"].merge(
        ours.rename("ours").reset_index(), how="left", on=["month", "account_id"]
    )
    wallet = world.tables["accounts"].set_index("account_id")["wallet_krub_per_month"]
    share = reports["ours"].fillna(0.0) / reports["account_id"].map(wallet)
    assert (share[reports["retention_hours"] > 0] > 0).all()
    assert (share[reports["service_hours"] > 0] > 0).all()
    assert share[reports["expansion_hours"] > 0].between(0, 0.85, inclusive="neither").all()
    assert (share[reports["conversion_hours"] > 0] == 0).all()


def test_reports_come_from_whoever_looks_after_the_account(world: World) -> None:
    merged = world.tables["reports"].merge(
        world.tables["assignments"], on=["account_id", "rep_id"], how="left"
    )
    until = merged["until_month"].replace("", "9999-12")
    inside = (merged["since_month"] <= merged["month"]) & (merged["month"] <= until)
    keys = ["month", "rep_id", "account_id"]
    assert inside.groupby([merged[key] for key in keys]).any().all()
    handed = world.tables["assignments"].groupby("account_id").size()
    assert (handed == 2).sum() == 6


def test_sales_only_at_points_that_are_ours(world: World) -> None:
    keys = ["month", "account_id", "process_point"]
    ours = served_points(world)[keys].drop_duplicates()
    sales = world.tables["sales"][keys].drop_duplicates()
    assert len(sales.merge(ours, on=keys)) == len(sales)
    returns = world.tables["sales"].query("revenue_krub < 0")
    assert 0 < len(returns) < 60


def test_won_pursuits_become_clients_in_the_next_month(world: World) -> None:
    deals = world.tables["deals"]
    won = deals[(deals["outcome"] == "won") & (deals["decided_on"] < "2026-06")]
    start = (pd.PeriodIndex(won["decided_on"].str[:7], freq="M") + 1).astype(str)
    expected = set(zip(won["account_id"], start, strict=True))
    points = world.tables["positions"].query("supplier == 'us'")
    assert expected <= set(zip(points["account_id"], points["since_month"], strict=True))
    sold = world.tables["sales"].query("line == 'equipment'")
    bought = sold.groupby(["account_id", "month"])["revenue_krub"].sum()
    equipment = bought.reindex(list(zip(won["account_id"], start, strict=True)))
    assert (equipment.to_numpy() >= won["equipment_krub"].to_numpy()).all()


def test_pursuits_keep_their_order_of_days(world: World) -> None:
    deals = world.tables["deals"]
    decided = deals[deals["outcome"] != "open"]
    assert (decided["decided_on"] > decided["opened_on"]).all()
    offered = decided[decided["offered_on"] != ""]
    assert (offered["offered_on"] <= offered["decided_on"]).all()
    assert (deals.loc[deals["outcome"] == "open", "decided_on"] == "").all()
    days = pd.to_datetime(decided["decided_on"]) - pd.to_datetime(decided["opened_on"])
    assert (days.dt.days / 30.4375).between(3.8, 14.2).all()


@pytest.mark.slow
def test_the_same_seed_gives_the_same_company() -> None:
    first, second = draw_company(11, "B"), draw_company(11, "B")
    other = draw_company(12, "B")
    for name, table in first.tables.items():
        pd.testing.assert_frame_equal(table, second.tables[name])
    assert not first.tables["sales"].equals(other.tables["sales"])


@pytest.mark.parametrize(("seed", "family"), [(-1, "A"), (1, "E"), (1.5, "A"), (True, "A")])
def test_impossible_companies_are_refused(seed: int, family: str) -> None:
    with pytest.raises(InvalidArgument):
        draw_company(seed, family)
