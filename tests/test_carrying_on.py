"""A company goes on under a plan: sound tables, the same luck for all, and a P&L that agrees."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from casekit.company.package import company_files
from casekit.company.validation import validate
from casekit.errors import InvalidArgument
from casekit.model import Plan, calibrate_history, project_reps
from casekit.model.response.cycle import usual_hours
from casekit.world import World, draw_company
from casekit.world.carrying_on import carry_on
from casekit.world.events import Departure, KeyClientLost, NoTechnicians, PriceCampaign
from casekit.world.start import true_response, true_start

MOVES = Plan({"all": {"service": -6, "retention": -3, "expansion": +5, "conversion": +4}})


@pytest.fixture(scope="module")
def company() -> World:
    return draw_company(6, "C")


@pytest.fixture(scope="module")
def later(company: World) -> World:
    return carry_on(company, MOVES, months=9, luck=3)


def new_months(world: World, table: str) -> pd.DataFrame:
    frame = world.tables[table]
    return frame[frame["month"] > "2026-06"]


def yearly(world: World, line: str) -> pd.Series:
    books = world.tables["financials"].query("line == @line")
    return books.set_index("month")["amount_krub"]


def test_tables_grow_and_are_sound_and_the_past_stays(company: World, later: World) -> None:
    assert validate(later.tables) == []
    assert later.case.last_month == "2027-03"
    for name in ("reports", "sales", "financials"):
        old = company.tables[name]
        pd.testing.assert_frame_equal(later.tables[name].iloc[: len(old)], old)
        assert new_months(later, name)["month"].nunique() == 9
    decided = company.tables["deals"].query("outcome != 'open'")
    again = later.tables["deals"].set_index("deal_id").loc[decided["deal_id"]].reset_index()
    pd.testing.assert_frame_equal(again, decided.reset_index(drop=True))


def test_p_and_l_equals_sales_to_the_rouble(later: World) -> None:
    sums = later.tables["sales"].groupby("month")[["revenue_krub", "cost_krub"]].sum()
    assert len(sums) == 33
    assert (sums["revenue_krub"] == yearly(later, "revenue")).all()
    assert (sums["cost_krub"] == yearly(later, "cost_of_sales")).all()


def test_the_work_of_freed_hours_is_paid_in_the_p_and_l(company: World, later: World) -> None:
    stay = carry_on(company, Plan(), months=9, luck=3)
    today = usual_hours(company.truth.history.hours)[:, 3]
    freed = np.minimum(6.0, np.maximum(today - np.minimum(18.0, today), 0.0)).sum()
    more = yearly(later, "logistics") - yearly(stay, "logistics")
    assert (more[:24] == 0).all()
    assert more[24:].to_numpy() == pytest.approx(1.2 * freed, abs=1.0)
    assert (yearly(later, "administration") == yearly(stay, "administration")).all()


def test_one_seed_and_luck_are_one_company_and_another_luck_another(company: World) -> None:
    events = (PriceCampaign(str(company.truth.keys.region[1]), 2), Departure("R03", 4))
    first, second, other = (
        company_files(carry_on(company, MOVES, luck=luck, events=events).tables)
        for luck in (5, 5, 6)
    )
    assert first == second
    assert first["sales.csv"] != other["sales.csv"]


def test_teams_meet_the_same_luck_where_they_meet_the_same_thing(company: World) -> None:
    move = Plan({"R05": {"conversion": +8, "retention": -8}})
    stay = carry_on(company, Plan(), months=24, luck=8).truth.history
    away = carry_on(company, move, months=24, luck=8).truth
    market, reps = away.market, np.arange(24)
    points = away.history.account_rep[-1][market.account] != 4
    same = stay.supplier[:, points] == away.history.supplier[:, points]
    assert same.all(), "what a specialist does moves no other's luck"
    assert (stay.supplier[-1] != away.history.supplier[-1])[~points].any()
    assert (stay.hours[48:, reps != 4] == away.history.hours[48:, reps != 4]).all()


def test_new_hours_open_pursuits_and_cut_hours_close_them(company: World) -> None:
    opened = {}
    for move in (-6, 0, +8):
        plan = Plan({"all": {"conversion": move, "retention": -move}})
        deals = carry_on(company, plan, luck=2).tables["deals"]
        opened[move] = int((deals["opened_on"] > "2026-06-30").sum())
    assert opened[-6] < 0.9 * opened[0] < 0.9 * opened[8] / 1.1


def test_what_comes_is_on_average_what_the_true_equations_say(company: World) -> None:
    """Over sixteen lucks the served business lies near the projection by the true response."""
    plan = Plan({"all": {"retention": -6, "expansion": +6}})
    reps = company.tables["reps"]
    hours = plan.hours(usual_hours(company.truth.history.hours), list(reps["rep_id"]),
                       list(reps["region"]), phases=tuple(range(1, 10)))  # fmt: skip
    told = project_reps(true_start(company), true_response(company), hours).base_krub.sum(axis=1)
    market, came = company.truth.market, []
    for luck in range(16):
        after = carry_on(company, plan, luck=luck).truth.history.after
        came.append(market.point_wallet_krub[after.supplier == 0].sum())
    error = np.std(came, ddof=1) / 4.0
    assert abs(np.mean(came) - told[-1]) < 3.0 * error + 0.01 * told[-1]


def test_it_can_be_carried_on_again_and_calibrated(later: World) -> None:
    again = carry_on(later, Plan(), months=9, luck=4)
    assert validate(again.tables) == []
    assert again.case.last_month == "2027-12"
    assert calibrate_history(later.case).response.pressure_share >= 0.0


def test_a_price_campaign_costs_its_region(company: World) -> None:
    region = str(company.truth.keys.region[2])
    calm, hit = (
        carry_on(company, Plan(), luck=1, events=events)
        for events in ((), (PriceCampaign(region, 1, 9),))
    )
    home = company.tables["accounts"].set_index("account_id")["region"]
    margin = [
        frame.assign(m=frame["revenue_krub"] - frame["cost_krub"])
        .groupby(frame["account_id"].map(home))["m"].sum()
        for frame in (new_months(calm, "sales"), new_months(hit, "sales"))
    ]  # fmt: skip
    change = margin[1] / margin[0] - 1.0
    assert change[region] < -0.01
    assert (change.drop(region) == 0.0).all()


def test_a_leaver_hands_over_accounts_pursuits_and_pay(company: World) -> None:
    left = carry_on(company, Plan(), luck=1, events=(Departure("R08", 3),))
    assert validate(left.tables) == []
    reports = new_months(left, "reports").query("rep_id == 'R08'")
    assert set(reports["month"]) == {"2026-07", "2026-08"}
    region = left.tables["reps"].set_index("rep_id")["region"]
    assert "R08" not in set(left.tables["accounts"]["rep_id"])
    taken = left.tables["assignments"].query("since_month == '2026-09'")
    assert len(taken) == (company.tables["accounts"]["rep_id"] == "R08").sum()
    assert (taken["rep_id"].map(region) == region["R08"]).all()
    pay = left.tables["reps"].set_index("rep_id").at["R08", "monthly_cost_krub"]
    cost = yearly(left, "reps")
    assert cost["2026-08"] - cost["2026-09"] == pay
    again = carry_on(left, Plan(), luck=2)
    assert "R08" not in set(new_months(again, "reports").query("month > '2027-03'")["rep_id"])


def test_without_technicians_freed_hours_return(company: World, later: World) -> None:
    none = carry_on(company, MOVES, luck=3, events=(NoTechnicians(4, 3),))
    service = [
        new_months(world, "reports").groupby("month")["service_hours"].sum()
        for world in (later, none)
    ]
    gap = (service[1] - service[0]).to_numpy()
    assert (gap[3:6] > 80).all()
    assert (gap[[0, 1, 2, 6, 7, 8]] == 0).all()
    paid = yearly(later, "logistics") - yearly(none, "logistics")
    assert (paid[27:30] > 100).all()


def test_a_merger_takes_the_largest_client(company: World) -> None:
    gone = carry_on(company, Plan(), luck=1, events=(KeyClientLost(2),))
    last = company.tables["sales"].query("month > '2026-03'").groupby("account_id")["revenue_krub"]
    status = gone.tables["accounts"].set_index("account_id")["status"]
    lost = company.truth.keys.account_id[_largest(company)]
    assert last.sum().rank(ascending=False)[lost] <= 10
    after = new_months(gone, "sales").query("month > '2026-07' and account_id == @lost")
    assert after.empty or status[lost] != "competitor"
    named = carry_on(company, Plan(), luck=1, events=(KeyClientLost(2, str(lost)),))
    assert named.tables["sales"].equals(gone.tables["sales"])


def _largest(company: World) -> int:
    market, supplier = company.truth.market, company.truth.history.after.supplier
    mine = np.bincount(market.account, weights=market.point_wallet_krub * (supplier == 0))
    return int(mine.argmax())


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ({"months": 0}, "world-months"),
        ({"luck": -1}, "world-luck"),
        ({"plan": np.zeros((3, 24, 6))}, "world-plan-hours"),
        ({"events": ("rain",)}, "world-event"),
        ({"events": (Departure("R08", 10),)}, "world-event-month"),
        ({"events": (Departure("R99"),)}, "world-event-unknown"),
        ({"events": (PriceCampaign("Nowhere"),)}, "world-event-unknown"),
        ({"events": tuple(Departure(f"R{n:02d}") for n in range(1, 7))}, "world-event-nobody"),
    ],
)
def test_impossible_wishes_are_refused(
    company: World, words: dict[str, object], key: str, lang: str
) -> None:
    with pytest.raises(InvalidArgument) as caught:
        carry_on(company, **{"plan": Plan(), **words})  # type: ignore[arg-type]
    assert caught.value.key == key
    assert str(caught.value)
