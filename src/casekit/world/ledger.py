"""Sales, their cost, and the profit and loss account."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from casekit.analysis.wallets import OUR_FROM_SHARE
from casekit.arrays import Array, Ints, Texts
from casekit.company.schema import FINANCIAL_LINES, PRODUCT_LINES
from casekit.world import parameters as p
from casekit.world.chance import bounded_noise
from casekit.world.customs import Customs
from casekit.world.market import US, Market, Reps, held_krub
from casekit.world.months import month_codes, season_of_month
from casekit.world.parameters import Family
from casekit.world.simulate import History

CONSUMABLES, SERVICE, EQUIPMENT = range(3)


@dataclass(frozen=True)
class Prices:
    """How prices give way where a competitor sits at the next process point.

    Parameters
    ----------
    from_month
        Month of history (1 is the first shipped one) in which competitors begin to press.
    monthly_share
        Share of the list price conceded in a month where a whole wallet is open.
    """

    from_month: int
    monthly_share: float

    def concession(self, market: Market, reps: Reps, customs: Customs, history: History) -> Array:
        """Price concession at each account in each month of history, share of the list price."""
        given = self.monthly_share * price_pressure(market, reps, customs, history, self.from_month)
        return np.asarray(np.minimum(given, HIGHEST_CONCESSION))


def price_pressure(
    market: Market, reps: Reps, customs: Customs, history: History, from_month: int
) -> Array:
    """Open share of each account's wallet added up since the pressing began, by softness.

    Once conceded stays conceded until the client is lost; shape (months of history, accounts).
    """
    months = slice(p.BURN_IN_MONTHS, None)
    held = held_krub(market, history.supplier[months])
    shared = (held > 0) & (held < OUR_FROM_SHARE * market.wallet_krub)
    pressed = np.arange(1, len(held) + 1)[:, None] >= from_month
    region = reps.region[history.account_rep[months]]
    press = np.take_along_axis(history.price_press[months], region, axis=1)
    open_share = press * (1.0 - held / market.wallet_krub) * (shared & pressed)
    return np.asarray(np.cumsum(customs.softness * open_share, axis=0) * (held > 0))


@dataclass(frozen=True)
class Ledger:
    """Sales of some months: arrays of shape (months, points, 3 lines), whole krub.

    `months` counts from the first simulated one.
    """

    months: Ints
    revenue_krub: Array
    cost_krub: Array


def draw_ledger(
    rng: np.random.Generator,
    family: Family,
    market: Market,
    reps: Reps,
    customs: Customs,
    history: History,
) -> tuple[Ledger, Prices]:
    """Book the sales of every month of history, and say how prices give way in this company.

    The company's speed is that at which concessions cost what is usual in its family; a company
    whose sales grew more than usual bought a part of that growth with prices.
    """
    months = np.arange(p.BURN_IN_MONTHS, len(history.supplier))
    list_price = list_prices(rng, family, market, reps, customs, history, months, fair=True)
    pressure = price_pressure(market, reps, customs, history, family.concession_from_month)
    yearly = list_price.sum(axis=(1, 2)).reshape(2, -1).sum(axis=1)
    surprise = yearly[1] / yearly[0] - 1.0 - family.expected_growth_share
    cost = family.concession_cost_share + family.price_of_growth * surprise
    cost = max(cost, LEAST_CONCESSION * family.concession_cost_share)
    pressed = pressure[:, market.account] * list_price[:, :, CONSUMABLES]
    unit = pressed.sum(axis=1).reshape(2, -1).sum(axis=1)
    speed = cost * yearly[0] / (unit[1] - unit[0])
    prices = Prices(family.concession_from_month, float(speed))
    return book_sales(rng, market, reps, customs, history, list_price, prices), prices


def list_prices(
    rng: np.random.Generator,
    family: Family,
    market: Market,
    reps: Reps,
    customs: Customs,
    history: History,
    months: Ints,
    fair: bool,
) -> Array:
    """What clients buy at list prices at the points that are ours, shape (months, points, 3).

    Parameters
    ----------
    months
        Simulated months, in a row.
    fair
        Whether ups and downs of demand even out over each year.
    """
    ours = history.supplier[months] == US
    wallet = market.point_wallet_krub
    response = family.response
    bought = np.zeros((*ours.shape, len(PRODUCT_LINES)))
    swing = p.REGION_NOISE * rng.standard_normal((len(months), p.REGIONS))
    if fair:
        by_year = swing.reshape(len(months) // 12, 12, p.REGIONS)
        swing = (by_year - by_year.mean(axis=1, keepdims=True)).reshape(swing.shape)
    region = reps.region[history.account_rep[months]][:, market.account]
    climate = np.array(p.SEASON)[season_of_month(months)][:, None]
    climate = climate * np.take_along_axis(1.0 + swing, region, axis=1)
    consumed = response.consumables_share * wallet * climate
    bought[:, :, CONSUMABLES] = consumed * bounded_noise(rng, p.SALES_NOISE, ours.shape)
    served = response.service_share * wallet * market.service_appetite[market.account]
    bought[:, :, SERVICE] = served * bounded_noise(rng, p.SALES_NOISE, ours.shape)
    spent = response.equipment_share * wallet
    lot = customs.lot_months * np.maximum(spent, 1.0)
    # Replacement equipment: small flows gathered into single orders.
    reached = np.cumsum(spent * (history.supplier == US), axis=0) / lot + customs.lot_phase
    before = np.concatenate([np.floor(reached[:1]), np.floor(reached)])[months]
    orders = (np.floor(reached[months]) - before) * lot
    bought[:, :, EQUIPMENT] = orders * bounded_noise(rng, 0.15, ours.shape)
    bought[:, :, EQUIPMENT] += history.new_equipment_krub[months]
    return np.asarray(bought * ours[:, :, None])


def book_sales(
    rng: np.random.Generator,
    market: Market,
    reps: Reps,
    customs: Customs,
    history: History,
    list_price: Array,
    prices: Prices,
) -> Ledger:
    """Sales of the last months of a history at the prices that are paid, and what they cost."""
    months = np.arange(len(history.supplier))[-len(list_price) :]
    revenue = list_price.copy()
    conceded = prices.concession(market, reps, customs, history)[-len(months) :]
    revenue[:, :, CONSUMABLES] *= 1.0 - conceded[:, market.account]
    margin = np.array([p.LIST_MARGIN[line] for line in PRODUCT_LINES])
    cost = list_price * (1.0 - margin * bounded_noise(rng, 0.03, list_price.shape))
    shape = list_price.shape[:2]
    returned = (rng.random(shape) < p.RETURN_CHANCE) & (history.supplier[months] == US)
    factor = np.where(returned, -rng.uniform(0.15, 0.6, shape), 1.0)
    revenue[:, :, CONSUMABLES] *= factor
    cost[:, :, CONSUMABLES] *= factor
    return Ledger(months, np.rint(revenue), np.rint(cost))


#: Largest concession, share of the list price.
HIGHEST_CONCESSION = 0.25
#: A company that hardly grew conceded at least this part of what is usual.
LEAST_CONCESSION = 0.4


def sales_table(ledger: Ledger, market: Market, names: SalesNames) -> pd.DataFrame:
    """Rows of `sales`: one a month, account, process point and line with business in it."""
    month, point, line = np.nonzero((ledger.revenue_krub != 0) | (ledger.cost_krub != 0))
    frame = pd.DataFrame(
        {
            "month": month_codes(ledger.months)[month],
            "account_id": names.account_id[market.account[point]],
            "process_point": names.process_point[market.kind[point]],
            "line": np.array(PRODUCT_LINES)[line],
            "revenue_krub": ledger.revenue_krub[month, point, line].astype(np.int64),
            "cost_krub": ledger.cost_krub[month, point, line].astype(np.int64),
        }
    )
    return frame.sort_values(["month", "account_id", "process_point", "line"], ignore_index=True)


@dataclass(frozen=True)
class SalesNames:
    """Identifiers of accounts and names of process points, as object arrays."""

    account_id: Texts
    process_point: Texts


def financials_table(
    rng: np.random.Generator, family: Family, reps: Reps, ledger: Ledger, size: float
) -> pd.DataFrame:
    """Rows of `financials`: revenue and cost of sales are the sums of `sales` in every month.

    Parameters
    ----------
    size
        Size of this company relative to the family's; scales the costs that follow sales.
    """
    year = np.repeat([0, 1], 12)
    lines = {
        "revenue": ledger.revenue_krub.sum(axis=(1, 2)),
        "cost_of_sales": ledger.cost_krub.sum(axis=(1, 2)),
        "reps": _rep_costs(reps),
    }
    ramp = np.concatenate([np.linspace(-1.0, 1.0, 12), np.linspace(-1.0, 1.0, 12)])
    for line, (first, second) in family.costs_mrub.items():
        yearly = np.array([first, second])[year] * 1000.0 * size
        slope = 0.5 * (second - first) / (second + first)
        noise = 0.0 if line == "depreciation" else COST_NOISE.get(line, 0.03)
        shape = (1.0 + slope * ramp) * bounded_noise(rng, noise, (p.HISTORY_MONTHS,))
        monthly = np.concatenate([part / part.sum() for part in np.split(shape, 2)])
        lines[line] = np.rint(yearly * monthly)
    return _books(ledger.months, lines)


def later_financials_table(
    rng: np.random.Generator, before: pd.DataFrame, ledger: Ledger, rep_costs: Array, work: Work
) -> pd.DataFrame:
    """Rows of `financials` for months after the history; costs go on at the level they reached.

    Parameters
    ----------
    before
        The P&L so far; what did not follow from sales goes on as its last twelve months.
    rep_costs
        Cost of the specialists in each month.
    work
        What it costs that others do the work of freed hours.
    """
    months = len(ledger.months)
    last = before[before["month"].isin(sorted(before["month"].unique())[-12:])]
    level = last.groupby("line")["amount_krub"].mean()
    lines = {
        "revenue": ledger.revenue_krub.sum(axis=(1, 2)),
        "cost_of_sales": ledger.cost_krub.sum(axis=(1, 2)),
        "reps": np.rint(rep_costs),
    }
    for line in p.COSTS_MRUB:
        noise = 0.0 if line == "depreciation" else COST_NOISE.get(line, 0.03)
        lines[line] = np.rint(float(level[line]) * bounded_noise(rng, noise, (months,)))
    lines["logistics"] = lines["logistics"] + np.rint(work.technicians_krub)
    lines["administration"] = lines["administration"] + np.rint(work.assistants_krub)
    return _books(ledger.months, lines)


@dataclass(frozen=True)
class Work:
    """What others are paid in each month for the work of freed hours: part of two lines of cost.

    Technicians stand in logistics, assistants in administration.
    """

    technicians_krub: Array
    assistants_krub: Array


def _books(months: Ints, lines: dict[str, Array]) -> pd.DataFrame:
    """Rows of `financials` from amounts by line and month."""
    return pd.DataFrame(
        {
            "month": np.repeat(month_codes(months), len(FINANCIAL_LINES)),
            "line": np.tile(np.array(FINANCIAL_LINES, dtype=object), len(months)),
            "amount_krub": np.stack([lines[line] for line in FINANCIAL_LINES], axis=1)
            .ravel()
            .astype(np.int64),
        }
    )


#: Standard deviation of monthly costs by line.
COST_NOISE = {"marketing": 0.18, "logistics": 0.04, "administration": 0.025}


def _rep_costs(reps: Reps) -> Array:
    """Cost of the specialists by month: pay rises with the second year."""
    now = reps.monthly_cost_krub.sum()
    before = np.rint(now * p.REP_COST_YEAR_1_SHARE)
    return np.repeat([before, now], 12).astype(float)
