"""A whole company from a seed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from casekit.errors import InvalidArgument
from casekit.world import parameters as p
from casekit.world import tables
from casekit.world.activity import (
    calendar_table,
    choose_round_reporters,
    reported_hours,
    reports_table,
)
from casekit.world.hours import draw_hours
from casekit.world.ledger import SalesNames, draw_ledger, financials_table, sales_table
from casekit.world.market import Market, Reps, draw_market, draw_reps
from casekit.world.names import SHIPPED_COMPANY, draw_names
from casekit.world.parameters import FAMILIES, Family, RegionalCut
from casekit.world.references import benchmarks_table, labels_table
from casekit.world.simulate import History, simulate

#: Only in the shipped company: one region cut retention and hunted instead.
SHIPPED_CUT = RegionalCut()


@dataclass(frozen=True)
class Truth:
    """Hidden state of a generated company; read by proofs, never shown to participants.

    Parameters
    ----------
    parameters
        The family the company was drawn from.
    reps, market, history
        Specialists (skill, territory, habits), the market at the start, every simulated month.
    round_reporters
        Numbers of the specialists who hand in round, identical months.
    cut
        The region that cut retention, if there is one.
    """

    parameters: Family
    reps: Reps
    market: Market
    history: History
    round_reporters: tuple[int, ...]
    cut: RegionalCut | None


# Identity comparison: frames have no cheap equality.
@dataclass(frozen=True, eq=False)
class World:
    """A generated company: its tables, ready to be written, and the truth behind them."""

    seed: int
    family: str
    tables: Mapping[str, pd.DataFrame]
    truth: Truth


def draw_company(seed: int, family: str = "A", shipped: bool = False) -> World:
    """Draw a whole company; the same seed and family give the same company.

    Parameters
    ----------
    seed
        Any whole number from 0.
    family
        A over-retention, B over-hunting, C expansion-starved, D aggressive competitor.
    shipped
        With the extras of the shipped company: its name, and the region that cut retention.

    Raises
    ------
    InvalidArgument
        If the family is not known or the seed is negative.

    Examples
    --------
    >>> company = draw_company(7)
    >>> len(company.tables["accounts"])
    600
    """
    if family not in FAMILIES:
        raise InvalidArgument("world-family", found=str(family), allowed=", ".join(FAMILIES))
    if isinstance(seed, bool) or not isinstance(seed, int | np.integer) or seed < 0:
        raise InvalidArgument("world-seed", found=str(seed))
    drawn_from = FAMILIES[family]
    cut = SHIPPED_CUT if shipped else None
    # Each part has its own stream, so that a change in one leaves the others as they were.
    streams = np.random.SeedSequence([int(seed), ord(family)]).spawn(9)
    rngs = [np.random.default_rng(stream) for stream in streams]
    for_reps, for_market, for_hours, for_life, for_sales, for_costs, for_reports = rngs[:7]
    for_calendar, for_names = rngs[7:]

    reps = draw_reps(for_reps, drawn_from)
    market = draw_market(for_market, drawn_from, reps)
    hours = draw_hours(for_hours, reps, p.BURN_IN_MONTHS + p.HISTORY_MONTHS, cut)
    history = simulate(for_life, drawn_from, market, reps, hours)
    ledger = draw_ledger(for_sales, drawn_from, market, reps, history)
    names = draw_names(
        for_names, len(market.rep), p.REPS, company=SHIPPED_COMPANY if shipped else None
    )
    keys = tables.make_keys(names, len(market.rep))
    rounders = choose_round_reporters(
        for_reports, reps, history, busy=reps.region == (cut.region if cut else -1)
    )
    reported = reported_hours(reps, history, rounders)
    size = market.wallet_krub.sum() / p.TOTAL_WALLET_KRUB
    drawn = {
        "company": tables.company_table(names),
        "reps": tables.reps_table(reps, names, keys),
        "accounts": tables.accounts_table(market, history, reps, names, keys),
        "positions": tables.positions_table(for_market, market, history, keys),
        "assignments": tables.assignments_table(for_market, history, reps, keys),
        "reports": reports_table(
            for_reports, market, history, reported, keys.rep_id, keys.account_id
        ),
        "calendar": calendar_table(for_calendar, history, rounders, keys.rep_id),
        "sales": sales_table(ledger, market, SalesNames(keys.account_id, keys.process_point)),
        "deals": tables.deals_table(market, history, keys),
        "benchmarks": benchmarks_table(),
        "financials": financials_table(for_costs, drawn_from, reps, ledger, size),
        "labels": labels_table(names),
    }
    truth = Truth(
        parameters=drawn_from,
        reps=reps,
        market=market,
        history=history,
        round_reporters=tuple(int(rep) for rep in rounders),
        cut=cut,
    )
    return World(seed=int(seed), family=family, tables=drawn, truth=truth)
