"""A whole company from a seed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from casekit.company import Case
from casekit.errors import InvalidArgument
from casekit.world import parameters as p
from casekit.world import tables
from casekit.world.activity import (
    calendar_table,
    choose_round_reporters,
    reported_hours,
    reports_table,
)
from casekit.world.company_kind import draw_kind, shipped_kind
from casekit.world.customs import Customs, draw_customs
from casekit.world.hours import draw_hours
from casekit.world.ledger import Prices, SalesNames, draw_ledger, financials_table, sales_table
from casekit.world.luck import FairLuck, TossedLuck
from casekit.world.market import Market, Reps, draw_market, draw_reps, held_krub
from casekit.world.names import SHIPPED_COMPANY, draw_names
from casekit.world.parameters import FAMILIES, Family, RegionalCut
from casekit.world.references import benchmarks_table, labels_table
from casekit.world.simulate import History, simulate

#: Lives of which that is kept whose sales grow most as is usual in the family.
LIVES = 9


def _growth(market: Market, family: Family, history: History) -> float:
    """Growth of sales at list prices from year 1 to year 2, before returns and noise."""
    months = slice(p.BURN_IN_MONTHS, None)
    recurring = held_krub(market, history.supplier[months]).sum(axis=1)
    yearly = (recurring + history.new_equipment_krub[months].sum(axis=1)).reshape(2, -1).sum(axis=1)
    return float(yearly[1] / yearly[0] - 1.0)


@dataclass(frozen=True)
class Truth:
    """Hidden state of a generated company; read by proofs, never shown to participants.

    Parameters
    ----------
    parameters
        The family the company was drawn from, with the company's own hours and curves.
    reps, market, history
        Specialists (skill, territory, habits), the market at the start, every simulated month.
    customs
        Lasting habits of clients.
    prices
        How prices give way where competitors sit inside a client.
    keys
        Identifiers and names by number.
    round_reporters
        Numbers of the specialists who hand in round, identical months.
    cut
        The region that moved hours from retention to conversion for some months.
    shipped
        Whether it is the company that comes with the kit.
    """

    parameters: Family
    reps: Reps
    market: Market
    history: History
    customs: Customs
    prices: Prices
    keys: tables.Keys
    round_reporters: tuple[int, ...]
    cut: RegionalCut
    shipped: bool


# Identity comparison: frames have no cheap equality.
@dataclass(frozen=True, eq=False)
class World:
    """A generated company: its tables, ready to be written, and the truth behind them."""

    seed: int
    family: str
    tables: Mapping[str, pd.DataFrame]
    truth: Truth

    @property
    def case(self) -> Case:
        """The company as its readers get it."""
        return Case(self.tables)


def draw_company(
    seed: int,
    family: str = "A",
    shipped: bool = False,
    truth: Callable[[Family], Family] = lambda family: family,
    natural: bool = False,
) -> World:
    """Draw a whole company; the same seed and family give the same company.

    Parameters
    ----------
    seed
        Any whole number from 0.
    family
        A over-retention, B over-hunting, C expansion-starved, D aggressive competitor.
    shipped
        As the company that comes with the kit: its name, and the family's hours as they are.
    truth
        Makes other equations of the company's family than the model's: for tests of the model.
    natural
        One life in which losses, gains and wins are plain chance, in the place of the fairest of
        some: for counts of what is estimated.

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
    # Each part has its own stream, so that a change in one leaves the others as they were.
    streams = np.random.SeedSequence([int(seed), ord(family)]).spawn(11)
    rngs = [np.random.default_rng(stream) for stream in streams]
    for_reps, for_market, for_hours, for_life, for_sales, for_costs, for_reports = rngs[:7]
    for_calendar, for_names, for_kind, for_customs = rngs[7:]

    base = FAMILIES[family]
    kind = shipped_kind(base) if shipped else draw_kind(for_kind, base)
    drawn_from, cut = truth(kind.family), kind.cut
    reps = draw_reps(for_reps, drawn_from)
    market = draw_market(for_market, drawn_from, reps)
    customs = draw_customs(for_customs, market, reps)
    hours = draw_hours(for_hours, reps, p.BURN_IN_MONTHS + p.HISTORY_MONTHS, cut)
    reps = replace(reps, habit_hours=hours.habit)
    luck, several = (TossedLuck, 1) if natural else (FairLuck, LIVES)
    lives = [
        simulate(luck(life), drawn_from, market, reps, hours) for life in for_life.spawn(several)
    ]
    history = min(
        lives,
        key=lambda life: abs(_growth(market, drawn_from, life) - drawn_from.expected_growth_share),
    )
    ledger, prices = draw_ledger(for_sales, drawn_from, market, reps, customs, history)
    names = draw_names(
        for_names, len(market.rep), p.REPS, company=SHIPPED_COMPANY if shipped else None
    )
    keys = tables.make_keys(names, len(market.rep))
    rounders = choose_round_reporters(for_reports, reps, history, busy=reps.region == cut.region)
    reported = reported_hours(reps, history, rounders)
    size = market.wallet_krub.sum() / drawn_from.total_wallet_krub
    drawn = {
        "company": tables.company_table(names),
        "reps": tables.reps_table(reps, names, keys),
        "accounts": tables.accounts_table(
            market,
            history,
            reps,
            keys,
            names=[value for value, _ in names.accounts],
            segments=list(names.account_segments),
        ),
        "positions": tables.positions_table(customs, market, history, keys),
        "assignments": tables.assignments_table(customs, history, reps, keys),
        "reports": reports_table(
            for_reports,
            market,
            customs,
            history,
            ledger.months,
            reported,
            keys.rep_id,
            keys.account_id,
        ),
        "calendar": calendar_table(for_calendar, history, rounders, kind.flattery, keys.rep_id),
        "sales": sales_table(ledger, market, SalesNames(keys.account_id, keys.process_point)),
        "deals": tables.deals_table(market, history, keys),
        "benchmarks": benchmarks_table(),
        "financials": financials_table(for_costs, drawn_from, reps, ledger, size),
        "labels": labels_table(names),
    }
    behind = Truth(
        parameters=drawn_from,
        reps=reps,
        market=market,
        history=history,
        customs=customs,
        prices=prices,
        keys=keys,
        round_reporters=tuple(int(rep) for rep in rounders),
        cut=cut,
        shipped=shipped,
    )
    return World(seed=int(seed), family=family, tables=drawn, truth=behind)
