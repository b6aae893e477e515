"""Planted facts about retention, specialists, pursuits and reports: 5 to 10."""

from __future__ import annotations

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
from casekit.company.schema import ACTIVITIES, SELLING
from casekit.model import Sweep, project_reps
from casekit.world import parameters as p
from casekit.world.draw import World
from casekit.world.months import month_codes
from casekit.world.proof import Condition
from casekit.world.start import todays_hours, true_start

#: Pursuits opened in the last months, many of them still open.
LATE_MONTHS = 10

RETENTION, SERVICE = ACTIVITIES.index("retention"), ACTIVITIES.index("service")


def cutting_retention(world: World) -> tuple[Condition, ...]:
    """Fact 5: after a cut from 33 to 20 hours the base falls hardly for months, then deeply.

    In company D the fall has to be deeper still: its competitor is aggressive.
    """
    start, response = true_start(world), world.truth.parameters.response
    base = {}
    for hours in (33.0, 20.0):
        plan = todays_hours(world)
        plan[:, :, RETENTION] = hours
        steady = np.full(p.REPS, 33.0)
        settled = type(start)(**{**vars(start), "attention_hours": steady})
        base[hours] = project_reps(settled, response, plan).base_krub.sum(axis=1)
    fall = 1.0 - base[20.0] / base[33.0]
    return (
        Condition(
            "base lost after 36 months", float(fall[35]), low=world.truth.parameters.cut_costs
        ),
        Condition("base lost after 3 months", float(fall[2]), high=0.006),
    )


def regional_cut(world: World) -> tuple[Condition, ...]:
    """Fact 5, shipped: the region that cut retention holds its total, but loses its old clients."""
    cut = world.truth.cut
    if cut is None:
        return ()
    region = world.tables["reps"]["region"].iloc[cut.region * p.REPS // p.REGIONS]
    month = str(month_codes(p.BURN_IN_MONTHS + cut.first_month - 1))
    table = region_and_cohort(world.tables["sales"], world.tables["accounts"], month)
    others = table.drop(region)["cohort_change_share"]
    return (
        Condition("cohort, change in a year", table.at[region, "cohort_change_share"], high=-0.04),
        Condition("all sales, change in a year", table.at[region, "change_share"], low=-0.02),
        Condition("cohort, against the other regions",
                  table.at[region, "cohort_change_share"] - others.mean(), high=-0.03),
    )  # fmt: skip


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
    start, response = true_start(world), world.truth.parameters.response
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
