"""A generated company goes on: a plan is carried out by its true equations, with natural luck."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pandas as pd

from casekit.arrays import Array
from casekit.company.schema import ACTIVITIES
from casekit.errors import InvalidArgument
from casekit.model import Plan
from casekit.model.response.cycle import usual_hours
from casekit.world import parameters as p
from casekit.world import tables
from casekit.world.activity import later_reported_hours, reports_table
from casekit.world.draw import Truth, World
from casekit.world.events import Event, hours_come_back, need_events, presence, shocks_of
from casekit.world.hours import Hours, habit_noise
from casekit.world.ledger import (
    Ledger,
    SalesNames,
    Work,
    book_sales,
    later_financials_table,
    list_prices,
    sales_table,
)
from casekit.world.luck import NaturalLuck
from casekit.world.months import month_codes
from casekit.world.simulate import History, go_on

__all__ = ["carry_on"]

SERVICE, ADMIN = ACTIVITIES.index("service"), ACTIVITIES.index("admin")
# Apart from the streams of the generator, so that what comes is no part of what was.
_LUCK_STREAM = 2718


def carry_on(
    world: World,
    plan: Plan | Array,
    months: int = 9,
    luck: int = 0,
    events: Sequence[Event] = (),
) -> World:
    """Carry a company on under a plan; nothing evens out, as in life.

    Parameters
    ----------
    world
        A company as drawn, or one that was carried on before.
    plan
        Which hours move against the last twelve months; or the hours themselves, shape (months,
        specialists, 6).
    months
        How many months.
    luck
        Whole number from 0 up: the same company with the same luck meets the same campaigns,
        decisions and demand, whatever its plan.
    events
        What befalls it from outside.

    Returns
    -------
    World
        The company with longer tables, `world.case` what its readers get. What was booked before
        stays as it was.

    Raises
    ------
    InvalidArgument
        If the months, the luck or an event is impossible, or the plan names somebody who is not
        of the company.

    Notes
    -----
    What others are paid for the work of freed hours stands in the P&L: technicians in logistics,
    assistants in administration.

    Examples
    --------
    >>> from casekit.model import Plan
    >>> from casekit.world import draw_company
    >>> later = carry_on(draw_company(7), Plan({"all": {"retention": -4, "expansion": +4}}))
    >>> later.case.last_month
    '2027-03'
    """
    for key, value, least in (("world-months", months, 1), ("world-luck", luck, 0)):
        if isinstance(value, bool) or not isinstance(value, int | np.integer) or value < least:
            raise InvalidArgument(key, found=str(value))
    truth = world.truth
    need_events(events, months, truth.keys)
    before = truth.history
    chance = NaturalLuck([_LUCK_STREAM, world.seed, ord(world.family), int(luck)])
    begins = len(before.supplier)

    there = presence(events, before, months, truth.keys)
    meant = _meant_hours(world, plan, months)
    meant = hours_come_back(events, meant, _hours_of_the_case(before)) * there[:, :, None]
    worked = meant * habit_noise(chance.stream("hours", begins), months)
    hours = Hours(worked, meant, truth.reps.habit_hours)
    shocks = shocks_of(events, before, months, truth.keys)
    family, market, reps = truth.parameters, truth.market, truth.reps
    history = go_on(before, chance, family, market, reps, hours, shocks)

    new = np.arange(begins, begins + months)
    rng = chance.stream("sales", begins)
    asked = list_prices(rng, family, market, reps, truth.customs, history, new, fair=False)
    ledger = book_sales(rng, market, reps, truth.customs, history, asked, truth.prices)
    work = _work_of_others(truth, meant, there)
    longer = _longer_tables(world, history, chance, ledger, there, work)
    return replace(world, tables=longer, truth=replace(truth, history=history))


def _meant_hours(world: World, plan: Plan | Array, months: int) -> Array:
    """Hours meant in every month, shape (months, specialists, 6)."""
    today = usual_hours(world.truth.history.hours)
    if not isinstance(plan, Plan):
        hours = np.asarray(plan, dtype=float)
        wanted = (months, *today.shape)
        if hours.shape != wanted or not np.isfinite(hours).all() or (hours < 0.0).any():
            raise InvalidArgument("world-plan-hours", found=str(hours.shape), wanted=str(wanted))
        return hours
    reps = world.tables["reps"]
    every = tuple(range(1, months + 1))
    hours = plan.hours(today, list(reps["rep_id"]), list(reps["region"]), phases=every)
    return np.asarray(np.maximum(hours, 0.0))


def _hours_of_the_case(history: History) -> Array:
    """Hours of the last twelve months that the company's first readers saw."""
    return usual_hours(history.hours[: p.BURN_IN_MONTHS + p.HISTORY_MONTHS])


def _work_of_others(truth: Truth, meant: Array, there: Array) -> Work:
    """What the work of freed hours costs, as `casekit.model.Sweep.cost` counts it."""
    terms = truth.parameters.response.terms
    today = _hours_of_the_case(truth.history)
    floor = np.minimum(terms.service_floor_hours, today[:, SERVICE])
    done = np.maximum(meant[:, :, SERVICE], floor)
    service = np.maximum(today[:, SERVICE] - done, 0.0) * there
    admin = np.maximum(today[:, ADMIN] - meant[:, :, ADMIN], 0.0) * there
    return Work(
        terms.technician_krub_per_hour * service.sum(axis=1),
        terms.assistant_krub_per_hour * admin.sum(axis=1),
    )


def _longer_tables(
    world: World, history: History, chance: NaturalLuck, ledger: Ledger, there: Array, work: Work
) -> dict[str, pd.DataFrame]:
    """Tables with the further months; calendar, references and labels stay as they are."""
    truth, old = world.truth, world.tables
    market, reps, keys, customs = truth.market, truth.reps, truth.keys, truth.customs
    first = int(ledger.months[0])
    told = later_reported_hours(history, ledger.months, np.array(truth.round_reporters))
    for_reports, for_costs = chance.stream("reports", first), chance.stream("costs", first)
    reports = reports_table(
        for_reports, market, customs, history, ledger.months, told, keys.rep_id, keys.account_id
    )
    sales = sales_table(ledger, market, SalesNames(keys.account_id, keys.process_point))
    books = later_financials_table(
        for_costs, old["financials"], ledger, there @ reps.monthly_cost_krub, work
    )
    company = old["company"].copy()
    last = str(month_codes(ledger.months[-1:])[0])
    company["value"] = company["value"].where(company["key"] != "last_month", last)
    accounts = tables.accounts_table(
        market, history, reps, keys, list(old["accounts"]["name"]), list(old["accounts"]["segment"])
    )
    return {
        **old,
        "company": company,
        "accounts": accounts,
        "positions": tables.positions_table(customs, market, history, keys),
        "assignments": tables.assignments_table(customs, history, reps, keys),
        "reports": pd.concat([old["reports"], reports], ignore_index=True),
        "sales": pd.concat([old["sales"], sales], ignore_index=True),
        "deals": tables.deals_table(market, history, keys),
        "financials": pd.concat([old["financials"], books], ignore_index=True),
    }
