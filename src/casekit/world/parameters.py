"""All parameters of the generator, families as data.

Amounts in thousands of roubles, wallets and gains a month, hours a month of one specialist.
The table `benchmarks` of each company states which values are sourced and which are assumed; the
case text explains them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from casekit.company import Terms
from casekit.model import Erosion, Pursuit, Response, Saturating

#: Terms of a generated company, stated in its tables.
TERMS = Terms()

#: Months simulated before the first shipped one, so that the pipeline starts full.
BURN_IN_MONTHS = 24
HISTORY_MONTHS = 24
FIRST_MONTH = "2024-07"
LAST_MONTH = "2026-06"

REGIONS = 4
REPS = 24
ACCOUNTS_PER_REP = 25
COMPETITORS = 5
PROCESS_POINTS = 6

#: Handover of a territory: number of accounts, and month of history.
HANDED_OVER_ACCOUNTS = 6
HANDED_OVER_IN_MONTH = 14

#: Hours a month of one specialist, all activities.
MONTH_HOURS = 150.0
#: Companies of a family differ a little in size.
COMPANY_SIZE_SIGMA = 0.02

#: A company of its own: share of the month that selling takes, hours that one kind of other work
#: takes beyond the usual, share of the selling hours told that an observer does not see.
SELLING_SHARE = (0.33, 0.395)
EXCESS_HOURS = (5.0, 9.0)
FLATTERY = (0.19, 0.30)
SHIPPED_FLATTERY = 0.22

WALLET_SIGMA = 0.75
#: Largest quantile of wallets, so that no single account dominates the company.
LARGEST_QUANTILE = 0.99
TERRITORY_SIGMA = 0.35
SKILL_SIGMA = 0.165
#: Exponent of skill in the number of `our` clients at the start.
SKILL_IN_BASE = 0.31
SALES_NOISE = 0.08
HOURS_NOISE = 0.12
#: Standard deviation of specialists' log hours around the company's mean, by activity.
HABIT_SIGMA: Mapping[str, float] = {
    "retention": 0.13,
    "expansion": 0.18,
    "conversion": 0.16,
    "service": 0.12,
    "travel": 0.14,
    "admin": 0.10,
}

#: Share of a wallet that stays with a competitor at `our` accounts, and ours at `shared` ones.
CRUMBS_SHARE = (0.03, 0.15)
SHARED_SHARE = (0.20, 0.60)

#: How many times the mean a point is at risk at `our` and at `shared` clients: a competitor who
#: is already inside the client takes the next point more easily.
RISK_AT_OUR = 0.50
RISK_AT_SHARED = 1.70

#: Chance that the main competitor, not another one, takes a point that is lost.
MAIN_COMPETITOR_SHARE = 0.65

#: Competitors' campaigns by region: standard deviation of the risk over a year's months.
CAMPAIGN_SIGMA = 0.35

#: Number of equally likely draws of which the fairest is taken (`chance.Balance`), so that every
#: company shows the planted facts. Tolerated deviation of wins, in equipment: without it every
#: month would have two wins.
FAIR_DRAWS = 96
WINS_SLACK_KRUB = 1200.0

#: Share of the wallet a won client gives at once; whole points, never all of them.
FIRST_POINTS_SHARE = (0.21, 0.42)

#: Months before a lost prospect is pursued again.
COOL_OFF_MONTHS = 4

#: Size of a repeat order of equipment, months of the point's equipment spending.
EQUIPMENT_LOT_MONTHS = (5.0, 13.0)

#: Consumables bought in a month of the year, January first, relative to the mean.
SEASON = (0.92, 0.97, 1.03, 1.02, 0.96, 1.00, 0.97, 0.96, 1.03, 1.05, 1.05, 1.04)
#: Standard deviation of monthly demand common to a region.
REGION_NOISE = 0.01
#: Chance that a month of a point's consumables is turned negative by a return.
RETURN_CHANCE = 0.0004

#: Yearly costs, million roubles: (year 1, year 2).
COSTS_MRUB: Mapping[str, tuple[float, float]] = {
    "sales_management": (35.0, 38.0),
    "marketing": (17.0, 18.0),
    "logistics": (68.0, 72.0),
    "administration": (76.0, 84.0),
    "depreciation": (23.0, 24.0),
}
#: Monthly cost of a specialist in year 2, and how much lower it was in year 1.
REP_MONTHLY_COST_KRUB = 350.0
REP_COST_YEAR_1_SHARE = 93.0 / 100.8

#: Margins before price concessions, by line.
LIST_MARGIN = {"consumables": 0.437, "service": 0.35, "equipment": 0.22}


@dataclass(frozen=True)
class Family:
    """A kind of company: its hours and how its market responds.

    Parameters
    ----------
    code
        A over-retention, B over-hunting, C expansion-starved, D aggressive competitor.
    hours
        Mean hours a month of a specialist, by activity.
    response
        Curves and amounts, shared with the model that participants use.
    pursuit
        Chance to win one prospect, by the hours spent on it.
    total_wallet_krub
        Mean wallet of all accounts together, thousand roubles a month, before a company's own size.
    start_status_share
        Shares of accounts `our`, `shared`, `competitor` before the burn-in.
    pursuits_at_once
        How many prospects specialists chase at a time: focused, usual and scattered ones.
    hunting_hours
        Hours of conversion relative to the mean for the same three styles.
    expected_growth_share
        Growth of sales at list prices from year 1 to year 2 that the family usually shows.
    concession_cost_share
        Additional cost of price concessions at shared clients in year 2 at that growth, share of a
        year's revenue.
    price_of_growth
        Concession for each rouble of further growth.
    concession_from_month
        Month of history when competitors start to press on prices.
    cut_costs
        Share of the base that a cut of retention by two fifths must cost in 36 months.
    cut_share
        Share of its retention hours that one region moved to conversion for some months.
    service_helps
        Elasticity of expansion and conversion by service hours; only other truths than the
        model's have any.
    costs_mrub
        Yearly costs below gross margin, million roubles: (year 1, year 2).
    """

    code: str
    hours: Mapping[str, float]
    response: Response
    pursuit: Pursuit
    total_wallet_krub: float = 237_000.0
    start_status_share: tuple[float, float, float] = (0.295, 0.185, 0.520)
    pursuits_at_once: tuple[tuple[int, ...], ...] = ((2, 3), (4, 4, 5), (6, 7, 7, 7))
    style_share: tuple[float, float, float] = (0.33, 0.38, 0.29)
    hunting_hours: tuple[float, float, float] = (0.95, 1.0, 1.05)
    expected_growth_share: float = 0.026
    concession_cost_share: float = 0.0154
    price_of_growth: float = 0.10
    concession_from_month: int = 5
    cut_costs: float = 0.06
    cut_share: float = 0.62
    service_helps: float = 0.0
    costs_mrub: Mapping[str, tuple[float, float]] = field(default_factory=lambda: COSTS_MRUB)


def _hours(retention: float, expansion: float, conversion: float) -> dict[str, float]:
    rest = {"service": 30.0, "travel": 30.0, "admin": 33.0}
    return {"retention": retention, "expansion": expansion, "conversion": conversion, **rest}


FAMILIES: Mapping[str, Family] = {
    "A": Family(
        code="A",
        total_wallet_krub=266_000.0,
        start_status_share=(0.285, 0.187, 0.528),
        expected_growth_share=0.030,
        concession_cost_share=0.0150,
        cut_share=0.60,
        hours=_hours(33.0, 13.5, 10.5),
        response=Response(
            erosion=Erosion(0.0120, 0.034, 0.09),
            expansion=Saturating(55.0, 0.060),
            conversion=Saturating(0.307, 0.032),
            room_reference_krub=1425.0,
            pool_reference=9.6,
            terms=TERMS,
        ),
        pursuit=Pursuit(0.95, 26.8, 4.0),
    ),
    "B": Family(
        code="B",
        start_status_share=(0.302, 0.186, 0.512),
        expected_growth_share=0.026,
        concession_cost_share=0.0163,
        hours=_hours(15.5, 15.0, 26.5),
        response=Response(
            erosion=Erosion(0.0081, 0.034, 0.09),
            expansion=Saturating(57.0, 0.060),
            conversion=Saturating(0.180, 0.032),
            room_reference_krub=1300.0,
            pool_reference=9.6,
            terms=TERMS,
        ),
        pursuit=Pursuit(0.90, 74.0, 3.0),
        cut_share=0.5,
    ),
    "C": Family(
        code="C",
        hours=_hours(31.7, 8.9, 16.6),
        response=Response(
            erosion=Erosion(0.0098, 0.034, 0.09),
            expansion=Saturating(46.0, 0.085),
            conversion=Saturating(0.226, 0.032),
            room_reference_krub=1250.0,
            pool_reference=9.6,
            terms=TERMS,
        ),
        pursuit=Pursuit(0.95, 48.5, 3.0),
    ),
    "D": Family(
        code="D",
        hours=_hours(18.0, 19.0, 20.0),
        response=Response(
            erosion=Erosion(0.0092, 0.0375, 0.085),
            expansion=Saturating(57.7, 0.060),
            conversion=Saturating(0.204, 0.032),
            room_reference_krub=1350.0,
            pool_reference=9.6,
            terms=TERMS,
        ),
        pursuit=Pursuit(0.85, 56.5, 3.0),
        cut_costs=0.07,
        start_status_share=(0.303, 0.186, 0.511),
        expected_growth_share=0.026,
        concession_cost_share=0.0165,
        cut_share=0.5,
    ),
}


@dataclass(frozen=True)
class RegionalCut:
    """A region that cut retention for some months and hunted instead.

    Parameters
    ----------
    region
        Number of the region, from 0.
    first_month, months
        First month of history (1 is the first shipped month) and how many months it lasted.
    share
        Share of retention hours cut; they go to conversion.
    """

    region: int = 1
    first_month: int = 10
    months: int = 9
    share: float = 0.60
