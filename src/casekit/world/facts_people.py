"""Planted facts about retention, specialists, pursuits and reports: 5 to 10."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd

from casekit.analysis.cohorts import region_and_cohort
from casekit.analysis.months import month_number
from casekit.analysis.pursuits import (
    cycle_estimates,
    hours_per_win,
    pursuit_cycles,
    pursuit_hours,
    pursuits_at_once,
)
from casekit.analysis.ranking import league_table, rank_correlation
from casekit.analysis.self_reports import identical_months, reports_against_calendar
from casekit.arrays import Texts
from casekit.company.schema import ACTIVITIES, SELLING
from casekit.model import Sweep, project_reps
from casekit.world import parameters as p
from casekit.world.draw import World
from casekit.world.months import month_codes
from casekit.world.parameters import FAMILIES
from casekit.world.proof import Condition
from casekit.world.start import todays_hours, true_response, true_start

#: Pursuits opened in the last months, many of them still open.
LATE_MONTHS = 10
#: Retention hours of fact 5 before and after the cut, in the shipped company.
CUT_HOURS = (33.0, 20.0)
#: Times its noise that a difference must have to be told from nothing: Student's t for nine months
#: before, one time in a hundred by luck alone, as often as a fact may fail.
T_BOUND = 3.36

RETENTION, SERVICE = ACTIVITIES.index("retention"), ACTIVITIES.index("service")


def cutting_retention(world: World) -> tuple[Condition, ...]:
    """Fact 5: after a cut from 33 to 20 hours the base falls hardly for months, then deeply.

    The hours are those of the shipped company; in another they are in proportion. In company D
    the fall has to be deeper still: its competitor is aggressive.
    """
    start, response = true_start(world), true_response(world)
    own = sum(world.truth.parameters.hours[name] for name in SELLING)
    plain = sum(FAMILIES[world.family].hours[name] for name in SELLING)
    base = {}
    for hours in CUT_HOURS:
        plan = todays_hours(world)
        plan[:, :, RETENTION] = hours * own / plain
        settled = replace(start, attention_hours=np.full(p.REPS, CUT_HOURS[0] * own / plain))
        base[hours] = project_reps(settled, response, plan).base_krub.sum(axis=1)
    fall = 1.0 - base[CUT_HOURS[1]] / base[CUT_HOURS[0]]
    return (
        Condition(
            "base lost after 36 months", float(fall[35]), low=world.truth.parameters.cut_costs
        ),
        Condition("base lost after 3 months", float(fall[2]), high=0.006),
    )


def regional_cut(world: World) -> tuple[Condition, ...]:
    """Fact 5, shipped: the region that cut retention holds its total, but loses its old clients."""
    cut = world.truth.cut
    region = world.truth.keys.region[cut.region]
    month = str(month_codes(p.BURN_IN_MONTHS + cut.first_month - 1))
    table = region_and_cohort(world.tables["sales"], world.tables["accounts"], month)
    others = table.drop(region)["cohort_change_share"]
    return (
        Condition("cohort, change in a year", table.at[region, "cohort_change_share"], high=-0.04),
        Condition("all sales, change in a year", table.at[region, "change_share"], low=-0.02),
        Condition("cohort, against the other regions",
                  table.at[region, "cohort_change_share"] - others.mean(), high=-0.03),
    )  # fmt: skip


def regions_experiment(world: World) -> tuple[Condition, ...]:
    """Fact 16: a region moved hours from retention to conversion for nine months.

    At once it opens more pursuits, and where hunting was rare before (A) it wins more when they
    are decided. Its old clients give more business away. The margin that remains,
    against the other regions, is not told from noise.
    """
    cut, t = world.truth.cut, world.tables
    region = str(world.truth.keys.region[cut.region])
    codes = month_codes(p.BURN_IN_MONTHS + np.arange(p.HISTORY_MONTHS))
    first = cut.first_month - 1
    before, during = codes[:first], codes[first : first + cut.months]
    # Pursuits begun with the experiment are decided some eight months later.
    late, since = codes[first + 6 : first + 6 + cut.months], codes[first:]
    home = t["accounts"].set_index("account_id")["region"]

    def by_region(table: pd.DataFrame, month: pd.Series, amount: pd.Series) -> pd.DataFrame:
        cells = amount.groupby([month, table["account_id"].map(home)]).sum()
        return cells.unstack().reindex(codes).fillna(0.0)

    def against_others(money: pd.DataFrame, months: Texts) -> float:
        change = money.loc[months].mean() / money.loc[before].mean() - 1.0
        return float(change[region] - change.drop(region).mean())

    sales, deals = t["sales"], t["deals"]
    margin = by_region(sales, sales["month"], sales["revenue_krub"] - sales["cost_krub"])
    opened = by_region(deals, deals["opened_on"].str[:7], pd.Series(1.0, index=deals.index))
    ours = t["positions"][t["positions"]["supplier"] == "us"]
    given_up = by_region(ours, ours["until_month"], ours["wallet_krub_per_month"])
    # Attention lasts: what it no longer holds goes later, too.
    given_up = given_up.loc[since].sum() / _held(ours, home, str(during[0]))
    earned = sales["revenue_krub"] - sales["cost_krub"]
    rep = sales["account_id"].map(t["accounts"].set_index("account_id")["rep_id"])
    of_rep = earned.groupby([sales["month"], rep]).sum().unstack()
    elsewhere = t["reps"].loc[t["reps"]["region"] != region, "rep_id"]
    looks = [Condition("pursuits opened, against the other regions",
                       against_others(opened, during), low=0.0)]  # fmt: skip
    if world.family == "A":
        won = by_region(deals, deals["decided_on"].str[:7], (deals["outcome"] == "won") * 1.0)
        wins = won.loc[late].sum()
        more = float(wins[region] - wins.drop(region).mean())
        looks.append(Condition("wins after the pursuits' time, more than elsewhere", more, low=0.0))
    return (
        *looks,
        Condition("business given up, against the other regions",
                  float(given_up[region] - given_up.drop(region).mean()), low=0.0),
        Condition("margin against the other regions, times its noise",
                  abs(against_others(margin, since))
                  / _noise(margin, of_rep[elsewhere], region, before, since),
                  high=T_BOUND),
    )  # fmt: skip


def _held(ours: pd.DataFrame, home: pd.Series, month: str) -> pd.Series:
    """What we held in each region in a month, thousand roubles."""
    ended = ours["until_month"].replace("", "9999-12")
    now = ours[(ours["since_month"] <= month) & (ended >= month)]
    return now["wallet_krub_per_month"].groupby(now["account_id"].map(home)).sum()


def _noise(
    margin: pd.DataFrame, of_rep: pd.DataFrame, region: str, before: Texts, since: Texts
) -> float:
    """Noise of a region's change against the others', the larger of two measures.

    The region's months before, from one to the next; and specialists of the other regions, as
    many of them against the rest.
    """
    ratio = margin[region] / margin.drop(columns=region).mean(axis=1)
    of_months = ratio.loc[before].std() / ratio.loc[before].mean()
    of_months *= np.sqrt(1.0 / len(before) + 1.0 / len(since))
    change = of_rep.loc[since].mean() / of_rep.loc[before].mean()
    there = p.REPS / p.REGIONS
    of_people = change.std() * np.sqrt(1.0 / there + 1.0 / len(change))
    return float(max(of_months, of_people))


def league_rewards_territory(world: World) -> tuple[Condition, ...]:
    """Fact 6: revenue follows the territory, hardly the skill; adjusted, it is nearer to skill."""
    table = league_table(world.tables["sales"], world.tables["accounts"])
    skill = pd.Series(world.truth.reps.skill, index=world.tables["reps"]["rep_id"])
    by_skill = rank_correlation(table["revenue_krub"], skill)
    # Without what we sell there ourselves: a part goes with its whole in any case.
    by_potential = rank_correlation(table["revenue_krub"], table["elsewhere_krub"])
    adjusted = rank_correlation(table["adjusted"], skill)
    off = (table["adjusted_rank"] - skill.rank(ascending=False)).abs()
    return (
        Condition("revenue with what is spent elsewhere", by_potential, low=0.45),
        Condition("how much nearer to that than to skill", by_potential - by_skill, low=0.15),
        Condition("how much nearer to skill when adjusted", adjusted - by_skill, low=0.0),
        Condition("places the adjusted rank is off the rank by skill", float(off.mean()), low=2.0),
    )


def stars_and_stragglers(world: World) -> tuple[Condition, ...]:
    """Fact 6, shipped: the first is middling when adjusted, one of the last is best per win."""
    table = league_table(world.tables["sales"], world.tables["accounts"])
    cost = hours_per_win(world.tables["reports"], world.tables["deals"])
    cost = cost[cost["wins"] >= 2]["hours_per_win"]
    best = str(cost.idxmin())
    return (
        Condition("adjusted rank of the first by revenue", float(table["adjusted_rank"].iloc[0]),
                  low=9, high=16),
        Condition("rank by revenue of the best on hours per win", float(table.at[best, "rank"]),
                  low=22),
    )  # fmt: skip


def scattered_prospects(world: World) -> tuple[Condition, ...]:
    """Fact 7: by expected wins, six and more prospects at once cost about twice the hours a win."""
    t = world.tables
    months = t["financials"]["month"]
    whole = pursuit_hours(t["reports"], t["deals"]).query("whole")
    usual = pursuits_at_once(t["deals"], months.min(), months.max()).mean(axis=1)
    curve = world.truth.parameters.pursuit
    sums = whole.assign(chance=curve.value(whole["hours"].to_numpy())).groupby("rep_id")
    sums = sums[["hours", "chance"]].sum()
    usual = usual.reindex(sums.index)
    cost = {
        name: sums.loc[inside, "hours"].sum() / sums.loc[inside, "chance"].sum()
        for name, inside in (("few", usual < 3.5), ("many", usual >= 5.5))
    }
    return (
        Condition("hours a win, many against few", cost["many"] / cost["few"], low=1.4, high=3.2),
        Condition("specialists with three or fewer", float((usual < 3.5).sum()), low=3),
        Condition("specialists with six and more", float((usual >= 5.5).sum()), low=3),
    )


def eight_months(world: World) -> tuple[Condition, ...]:
    """Fact 8: eight months from opening to decision; open pursuits must not be dropped."""
    months = world.tables["financials"]["month"]
    within = world.tables["deals"], months.min(), months.max()
    found = cycle_estimates(*within)
    cycles = pursuit_cycles(*within)
    begun = month_number(cycles["opened_on"])
    late = cycles[begun > begun.max() - LATE_MONTHS]
    honest = float(found["with_open"])
    left_out = float(late.loc[late["decided"], "months"].median())
    return (
        Condition("median with open ones, months", honest, low=7.0, high=9.0),
        Condition("median of decided ones, months", float(found["decided"]), low=7.0, high=9.0),
        Condition("called ended: months too short", honest - float(found["called_ended"]), low=0.3),
        Condition("the latest without open ones: months too short", honest - left_out, low=0.2),
    )  # fmt: skip


def self_reports_flatter(world: World) -> tuple[Condition, ...]:
    """Fact 9: two or three hand in round, identical months; the observer saw less selling."""
    alike = identical_months(world.tables["reports"])
    copied = alike["round"] & (alike["different_months"] == 1)
    seen = reports_against_calendar(world.tables["reports"], world.tables["calendar"])
    return (
        Condition("selling seen against told", seen.at["selling", "difference_share"], high=-0.15),
        Condition("specialists with identical months", float(copied.sum()), low=2, high=3),
    )


def service_is_not_all_waste(world: World) -> tuple[Condition, ...]:
    """Fact 10: freeing service to its floor pays after the technicians; below it, it does not.

    The freed hours go to the three kinds of selling in today's proportion.
    """
    start, response = true_start(world), true_response(world)
    plan = todays_hours(world, months=1)
    today, floor = plan[0], response.terms.service_floor_hours
    sweep = Sweep(start, response)
    value = {}
    for name, least in (("today", np.inf), ("floor", floor), ("below", floor - 5.0)):
        hours = plan.copy()
        hours[:, :, SERVICE] = np.minimum(today[:, SERVICE], least)
        freed = today[:, SERVICE] - hours[:, :, SERVICE]
        selling = hours[:, :, : len(SELLING)]
        selling *= (1.0 + freed / selling.sum(axis=2))[:, :, None]
        value[name] = float(sweep.value(hours, today).sum())
    return (
        Condition("gain of freeing to the floor, share of value",
                  value["floor"] / value["today"] - 1.0, low=0.002),
        Condition("gain of going below, share of value", value["below"] / value["floor"] - 1.0,
                  high=-0.002),
    )  # fmt: skip
