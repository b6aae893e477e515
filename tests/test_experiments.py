"""A region's experiment, its noise, and what pilots could show: against truths that are known."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from casekit import analysis, charts
from casekit.analysis import (
    difference_in_differences,
    monthly_figures,
    pilot_power,
    region_against_others,
    region_experiment,
    stop_bounds,
)
from casekit.analysis.panels import FIGURES
from casekit.company import Case, load_case
from casekit.errors import InvalidArgument

MONTHS = [str(month) for month in pd.period_range("2024-07", "2026-06", freq="M")]
BEFORE, DURING, AFTER = MONTHS[:9], MONTHS[9:18], MONTHS[18:]
#: Region of the shipped company that cut retention, and when.
CUT = ("Podgorye", "2025-04", "2025-12")


@pytest.fixture(scope="module")
def case() -> Case:
    return load_case()


def noisy_panel(seed: int, together: float = 0.0, reps: int = 24) -> pd.DataFrame:
    """Specialists of a level each, a season they share, and noise of 5 % that may hang together."""
    rng = np.random.default_rng(seed)
    noise = rng.normal(0.0, 0.05, (reps, len(MONTHS)))
    for month in range(1, len(MONTHS)):
        noise[:, month] = (
            together * noise[:, month - 1] + np.sqrt(1 - together**2) * noise[:, month]
        )
    season = 1.0 + 0.2 * np.sin(np.arange(len(MONTHS)) * np.pi / 6)
    values = rng.uniform(800, 1200, (reps, 1)) * season * (1.0 + noise)
    return pd.DataFrame(values, index=[f"R{k:02d}" for k in range(reps)], columns=MONTHS)


def made_case(seed: int, opened_a_month: float = 0.5) -> Case:
    """A company of 24 specialists in which nothing is ever tried: margin, and pursuits opened."""
    panel = noisy_panel(seed, together=0.3)
    rng = np.random.default_rng(seed + 1)
    reps = list(panel.index)
    accounts = pd.DataFrame(
        {
            "account_id": [f"A{rep}" for rep in reps],
            "rep_id": reps,
            "region": [f"region {k // 6}" for k in range(24)],
        }
    )
    sales = panel.rename_axis("rep_id").reset_index().melt("rep_id", var_name="month")
    sales = pd.DataFrame(
        {
            "month": sales["month"],
            "account_id": "A" + sales["rep_id"],
            "line": "consumables",
            "revenue_krub": 2.0 * sales["value"],
            "cost_krub": sales["value"],
        }
    )
    opened = rng.poisson(opened_a_month, panel.shape)
    rows = [
        (f"A{reps[rep]}", f"{MONTHS[month]}-10")
        for rep, month in zip(*np.nonzero(opened), strict=True)
        for _ in range(opened[rep, month])
    ]
    deals = pd.DataFrame(rows, columns=["account_id", "opened_on"])
    deals = deals.assign(decided_on="", outcome="open")
    company = pd.DataFrame({"key": ["first_month", "last_month"], "value": [MONTHS[0], MONTHS[-1]]})
    return Case({"company": company, "accounts": accounts, "sales": sales, "deals": deals})


@pytest.mark.parametrize("together", [0.0, 0.6])
def test_a_known_effect_is_found_and_its_noise_is_that_of_repetitions(together: float) -> None:
    found = []
    for seed in range(60):
        panel = noisy_panel(seed, together)
        panel.loc[panel.index[:6], DURING] *= 0.9
        found.append(difference_in_differences(panel, panel.index[:6], BEFORE, DURING))
    table = pd.DataFrame(found)
    season = panel[DURING].to_numpy()[6:].mean() / panel[BEFORE].to_numpy()[6:].mean()
    assert table["effect_share"].mean() == pytest.approx(-0.1 * season, abs=0.005)
    spread = table["effect_share"].std()
    assert table["noise_placebo"].mean() == pytest.approx(spread, rel=0.35)
    assert table["noise_before"].mean() == pytest.approx(spread, rel=0.5)
    assert (table["noise_share"] >= table[["noise_before", "noise_placebo"]].max(axis=1)).all()


def test_where_nothing_was_done_little_is_found() -> None:
    told = [
        difference_in_differences(noisy_panel(seed, 0.5), [f"R{k:02d}" for k in range(6)],
                                  BEFORE, DURING)
        for seed in range(120)
    ]  # fmt: skip
    false = sum(abs(row["times_noise"]) > 1.96 for row in told)
    assert false <= 12  # 5 % of 120 is 6
    assert sum(row["as_large_share"] < 0.05 for row in told) <= 14


def test_what_cannot_be_known_has_no_number() -> None:
    panel = noisy_panel(1)
    panel.loc[panel.index[:6], BEFORE] = 0.0
    told = difference_in_differences(panel, panel.index[:6], BEFORE, DURING)
    assert told[["effect_share", "times_noise", "as_large_share"]].isna().all()
    two = difference_in_differences(noisy_panel(2, reps=2), ["R00"], BEFORE, DURING)
    assert np.isfinite(two["effect_share"]) and np.isnan(two["noise_placebo"])


@pytest.mark.parametrize(
    ("treated", "before", "during"),
    [
        (["R99"], BEFORE, DURING),
        ([], BEFORE, DURING),
        ([f"R{k:02d}" for k in range(24)], BEFORE, DURING),
        (["R00"], [], DURING),
        (["R00"], ["1999-01"], DURING),
    ],
)
def test_comparisons_that_cannot_be_made(treated, before, during, lang: str) -> None:
    with pytest.raises(InvalidArgument) as told:
        difference_in_differences(noisy_panel(1), treated, before, during)
    assert "analysis-" not in str(told.value)


def test_figures_of_regions_are_those_of_their_specialists_and_of_the_tables(case: Case) -> None:
    for figure in FIGURES:
        reps = monthly_figures(case, figure, old_from="2025-04")
        regions = monthly_figures(case, figure, by="region", old_from="2025-04")
        assert reps.to_numpy().sum() == pytest.approx(regions.to_numpy().sum())
    sales, deals = case.sales, case.deals
    margin = (sales["revenue_krub"] - sales["cost_krub"]).sum()
    assert monthly_figures(case, "margin_krub").to_numpy().sum() == pytest.approx(margin)
    wins = monthly_figures(case, "wins").to_numpy().sum()
    assert wins == (deals["outcome"] == "won").sum()
    hours = monthly_figures(case, "conversion_hours").to_numpy().sum()
    assert hours == pytest.approx(case.reports["conversion_hours"].sum())


def test_who_writes_into_figures_changes_no_others(case: Case) -> None:
    first = monthly_figures(case, "wins")
    before = first.copy()
    first.iloc[:] = 0.0
    assert monthly_figures(case, "wins").equals(before)


def test_business_gained_and_lost_explains_how_the_base_moves(case: Case) -> None:
    held = analysis.held_by_month(case.positions, case.first_month, case.last_month).sum()
    gained = monthly_figures(case, "gained_krub").sum()
    lost = monthly_figures(case, "lost_krub").sum()
    ours = case.positions[case.positions["supplier"] == "us"]
    points = analysis.origins.gained_points(case.positions)
    won = ours["wallet_krub_per_month"].where(points["gain"] == "conversion", 0.0)
    won = won.groupby(ours["since_month"]).sum().reindex(held.index, fill_value=0.0)
    change = held.diff().iloc[1:]
    assert (gained + won - lost).iloc[1:].to_numpy() == pytest.approx(change.to_numpy(), abs=1e-6)


def test_the_region_that_cut_retention_by_its_quarter_and_by_its_old_clients(case: Case) -> None:
    told = region_experiment(case, *CUT)
    assert list(told.index) == list(FIGURES)
    assert told.at["retention_hours", "effect_during"] == pytest.approx(-0.6, abs=0.05)
    assert told.at["conversion_hours", "effect_during"] > 1
    assert told.at["opened", "times_noise_during"] > 2
    assert told.at["wins", "effect_during"] > 0.5
    # The old clients melt away when the quarter has long been praised.
    assert told.at["old_clients_krub", "effect_after"] < -0.02
    assert abs(told.at["old_clients_krub", "times_noise_during"]) < 1
    assert told.at["old_clients_krub", "noise_after"] > 0.01
    shown = repr(charts.show_table(told[["effect_during", "noise_during"]]))
    assert "%" in shown


def test_an_experiment_that_still_runs_has_no_after(case: Case) -> None:
    told = region_experiment(case, "Podgorye", "2026-01", "2026-06", ["margin_krub"])
    assert told.filter(like="after").isna().all().all()
    assert np.isfinite(told.at["margin_krub", "effect_during"])


@pytest.mark.parametrize(
    ("region", "first", "last"),
    [
        ("Atlantis", "2025-04", "2025-12"),
        ("Podgorye", "2024-07", "2025-12"),
        ("Podgorye", "2025-12", "2025-04"),
        ("Podgorye", "2025-04", "2031-01"),
    ],
)
def test_experiments_nobody_made(case: Case, region: str, first: str, last: str, lang: str) -> None:
    for call in (region_experiment, lambda *p: region_against_others(p[0], p[1], "wins", *p[2:])):
        with pytest.raises(InvalidArgument) as told:
            call(case, region, first, last)
        assert "analysis-" not in str(told.value)


def test_months_to_draw_have_the_mean_of_before_as_their_unit(case: Case) -> None:
    table = region_against_others(case, CUT[0], "recurring_krub", *CUT[1:])
    before = table[table["period"] == "before"]
    assert before[["region", "others"]].mean().to_numpy() == pytest.approx([1.0, 1.0])
    assert list(table.index) == MONTHS
    assert table["period"].tolist() == ["before"] * 9 + ["during"] * 9 + ["after"] * 6


def test_power_is_that_of_false_alarms_where_nothing_is_done() -> None:
    table = pilot_power(made_case(3), {"margin_krub": 0.0, "opened": 0.0}, draws=2000)
    assert table["power"].between(0.03, 0.075).all()
    assert (table["power"] == table["false_alarms"]).all()


def test_power_is_the_one_that_the_noise_put_in_gives() -> None:
    # Two halves of 12 over 9 months against 9: events of 0.5 a month, a Poisson count each.
    noise = np.sqrt(2 * 2 / (0.5 * 12 * 9))
    table = pilot_power(made_case(3), {"opened": 0.6}, designs=["half_randomised"], draws=2000)
    row = table.iloc[0]
    assert row["noise_share"] == pytest.approx(noise, rel=0.25)
    assert row["needed_share"] == pytest.approx(2.8 * row["noise_share"], rel=0.1)
    expected = 0.6 / row["noise_share"] - 1.96
    assert row["power"] == pytest.approx(_normal(expected), abs=0.06)


def _normal(value: float) -> float:
    draws = np.random.default_rng(1).normal(size=100_000)
    return float((draws < value).mean())


def test_an_effect_as_large_as_needed_is_found_four_times_in_five() -> None:
    case = made_case(5)
    needed = pilot_power(case, {"margin_krub": 0.01}, designs=["half_randomised", "one_region"])
    for design, row in needed.droplevel("figure").iterrows():
        again = pilot_power(case, {"margin_krub": row["needed_share"]}, designs=[str(design)])
        assert again["power"].iloc[0] == pytest.approx(0.8, abs=0.06)


def test_a_slow_effect_is_found_less_often_than_one_at_once() -> None:
    case = made_case(6)
    at_once = pilot_power(case, {"margin_krub": 0.03}, designs=["half_randomised"])
    slow = np.linspace(0.0, 0.03, 9)
    slowly = pilot_power(case, {"margin_krub": slow.tolist()}, designs=["half_randomised"])
    assert slowly["effect_share"].iloc[0] == pytest.approx(0.015)
    assert slowly["power"].iloc[0] < at_once["power"].iloc[0]


def test_on_the_shipped_company_margin_says_little_and_lots_beat_a_region(case: Case) -> None:
    effects = {"margin_krub": 0.03, "gained_krub": 0.3, "opened": 0.3}
    power = pilot_power(case, effects, without_region=CUT[0])["power"].unstack("figure")
    assert (power.loc[["one_region", "half_randomised"], "margin_krub"] < 0.3).all()
    assert power.at["half_randomised", "opened"] > power.at["one_region", "opened"] + 0.2


def test_bounds_are_where_luck_ends_and_narrow_with_time() -> None:
    bounds = stop_bounds(made_case(3), ["opened"], months=(3, 9), draws=2000).loc["opened"]
    noise = np.sqrt(2 * 2 / (0.5 * 12 * 9))
    assert bounds.at[9, "high_share"] == pytest.approx(1.645 * noise, rel=0.25)
    assert bounds.at[9, "low_share"] == pytest.approx(-1.645 * noise, rel=0.25)
    assert bounds.at[3, "high_share"] > bounds.at[9, "high_share"]


def test_a_history_too_short_for_a_design_has_no_number() -> None:
    case = made_case(3)
    table = pilot_power(case, {"margin_krub": 0.1}, months=14, draws=100)
    assert table.loc["before_after", "power"].isna().all()
    assert table.loc["half_randomised", "power"].notna().all()
    shown = repr(charts.show_table(table))
    assert "nan" not in shown.lower()


@pytest.mark.parametrize(
    "call",
    [
        lambda case: pilot_power(case, {"profit": 0.1}),
        lambda case: pilot_power(case, {"old_clients_krub": 0.1}),
        lambda case: pilot_power(case, {"margin_krub": float("nan")}),
        lambda case: pilot_power(case, {"margin_krub": []}),
        lambda case: pilot_power(case, {"margin_krub": "big"}),
        lambda case: pilot_power(case, ["margin_krub"]),
        lambda case: pilot_power(case, {}),
        lambda case: pilot_power(None, {"margin_krub": 0.1}),
        lambda case: pilot_power(case, {"margin_krub": 0.1}, designs="staggered"),
        lambda case: stop_bounds(case, "margin_krub"),
        lambda case: stop_bounds(case, ["margin_krub"], months=3),
        lambda case: region_experiment(case, "Podgorye", "2025-04", "2025-12", figures="wins"),
        lambda case: region_experiment(None, "Podgorye", "2025-04", "2025-12"),
        lambda case: pilot_power(case, {"margin_krub": 0.1}, designs=["everybody"]),
        lambda case: pilot_power(case, {"margin_krub": 0.1}, months=0),
        lambda case: pilot_power(case, {"margin_krub": 0.1}, without_region="Atlantis"),
        lambda case: stop_bounds(case, ["margin_krub"], months=(0,)),
        lambda case: monthly_figures(case, "wins", by="country"),
        lambda case: monthly_figures(case, "old_clients_krub"),
    ],
)
def test_pilots_that_cannot_be_played(call, lang: str) -> None:
    with pytest.raises(InvalidArgument) as told:
        call(made_case(1))
    assert "analysis-" not in str(told.value)
