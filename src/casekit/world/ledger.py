"""Sales, their cost, and the profit and loss account."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from casekit.analysis.wallets import OUR_FROM_SHARE
from casekit.arrays import Array, Texts
from casekit.company.schema import FINANCIAL_LINES, PRODUCT_LINES
from casekit.world import parameters as p
from casekit.world.chance import bounded_noise
from casekit.world.market import US, Market, Reps, held_krub
from casekit.world.months import month_codes, season_of_month
from casekit.world.parameters import Family
from casekit.world.simulate import History

CONSUMABLES, SERVICE, EQUIPMENT = range(3)


@dataclass(frozen=True)
class Ledger:
    """Sales of the shipped months: arrays of shape (months, points, 3 lines), whole krub."""

    revenue_krub: Array
    cost_krub: Array


def draw_ledger(
    rng: np.random.Generator, family: Family, market: Market, reps: Reps, history: History
) -> Ledger:
    """Book the sales of every shipped month at the points that are ours in it."""
    months = np.arange(p.BURN_IN_MONTHS, len(history.supplier))
    ours = history.supplier[months] == US
    wallet = market.point_wallet_krub
    shape = ours.shape
    response = family.response
    list_price = np.zeros((*shape, len(PRODUCT_LINES)))

    region = reps.region[history.account_rep[months]][:, market.account]
    swing = 1.0 + _swing(rng, len(months))
    climate = np.array(p.SEASON)[season_of_month(months)][:, None]
    climate = climate * np.take_along_axis(swing, region, axis=1)
    consumed = response.consumables_share * wallet * climate
    list_price[:, :, CONSUMABLES] = consumed * bounded_noise(rng, p.SALES_NOISE, shape)
    served = response.service_share * wallet * market.service_appetite[market.account]
    list_price[:, :, SERVICE] = served * bounded_noise(rng, p.SALES_NOISE, shape)
    list_price[:, :, EQUIPMENT] = _repeat_equipment(rng, family, market, history)[months]
    list_price[:, :, EQUIPMENT] += history.new_equipment_krub[months]
    list_price *= ours[:, :, None]

    concession = _concessions(rng, family, market, history, list_price)
    revenue = list_price.copy()
    revenue[:, :, CONSUMABLES] *= 1.0 - concession
    margin = np.array([p.LIST_MARGIN[line] for line in PRODUCT_LINES])
    cost = list_price * (1.0 - margin * bounded_noise(rng, 0.03, list_price.shape))
    returned = (rng.random(shape) < p.RETURN_CHANCE) & ours
    factor = np.where(returned, -rng.uniform(0.15, 0.6, shape), 1.0)
    revenue[:, :, CONSUMABLES] *= factor
    cost[:, :, CONSUMABLES] *= factor
    return Ledger(revenue_krub=np.rint(revenue), cost_krub=np.rint(cost))


def _swing(rng: np.random.Generator, months: int) -> Array:
    """Monthly variation of the regions' demand, with mean one over each year."""
    swing = p.REGION_NOISE * rng.standard_normal((months // 12, 12, p.REGIONS))
    return np.asarray(swing - swing.mean(axis=1, keepdims=True)).reshape(months, p.REGIONS)


def _repeat_equipment(
    rng: np.random.Generator, family: Family, market: Market, history: History
) -> Array:
    """Replacement equipment of all simulated months, accumulated into single orders."""
    ours = history.supplier == US
    flow = family.response.equipment_share * market.point_wallet_krub * ours
    lot = rng.uniform(*p.EQUIPMENT_LOT_MONTHS, len(market.account)) * np.maximum(
        family.response.equipment_share * market.point_wallet_krub, 1.0
    )
    phase = rng.random(len(market.account))
    orders = np.diff(np.floor(np.cumsum(flow, axis=0) / lot + phase), axis=0, prepend=0.0)
    orders[0] = 0.0
    return orders * lot * bounded_noise(rng, 0.15, orders.shape)


def _concessions(
    rng: np.random.Generator, family: Family, market: Market, history: History, list_price: Array
) -> Array:
    """Price concession at each point in each shipped month, share of the list price.

    Concessions grow month by month at shared clients and last as long as we supply the account. A
    company whose sales grew
    more than usual conceded more.
    """
    months = np.arange(p.BURN_IN_MONTHS, len(history.supplier))
    held = held_krub(market, history.supplier[months])
    shared = (held > 0) & (held < OUR_FROM_SHARE * market.wallet_krub)
    pressed = np.arange(1, len(months) + 1)[:, None] >= family.concession_from_month
    softness = np.clip(1.0 + 0.45 * rng.standard_normal(len(market.rep)), 0.2, 1.9)
    pressure = np.cumsum(softness * (shared & pressed), axis=0) * (held > 0)
    pressure = pressure[:, market.account]

    yearly = list_price.sum(axis=(1, 2)).reshape(2, -1).sum(axis=1)
    surprise = yearly[1] / yearly[0] - 1.0 - family.expected_growth_share
    cost = family.concession_cost_share + family.price_of_growth * surprise
    unit = (pressure * list_price[:, :, CONSUMABLES]).sum(axis=1).reshape(2, -1).sum(axis=1)
    step = max(cost, 0.2 * family.concession_cost_share) * yearly[0] / (unit[1] - unit[0])
    return np.minimum(step * pressure, HIGHEST_CONCESSION)


#: Largest concession, share of the list price.
HIGHEST_CONCESSION = 0.25


def sales_table(ledger: Ledger, market: Market, names: SalesNames) -> pd.DataFrame:
    """Rows of `sales`: one a month, account, process point and line with business in it."""
    month, point, line = np.nonzero((ledger.revenue_krub != 0) | (ledger.cost_krub != 0))
    frame = pd.DataFrame(
        {
            "month": month_codes(np.arange(p.HISTORY_MONTHS) + p.BURN_IN_MONTHS)[month],
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
    months = month_codes(np.arange(p.HISTORY_MONTHS) + p.BURN_IN_MONTHS)
    return pd.DataFrame(
        {
            "month": np.repeat(months, len(FINANCIAL_LINES)),
            "line": np.tile(np.array(FINANCIAL_LINES, dtype=object), p.HISTORY_MONTHS),
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
