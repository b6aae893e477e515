"""Initial state of the market: specialists, territories, accounts and process points."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from casekit.arrays import Array, Flags, Ints
from casekit.company.schema import ACTIVITIES
from casekit.world import parameters as p
from casekit.world.chance import inverse_normal, stratified_normal
from casekit.world.parameters import Family

#: Supplier number of the company itself; competitors count from 1.
US = 0
#: Number of random layouts of a territory's statuses to choose from, and the remaining spread.
LAYOUTS = 40
LUCK_SIGMA = 0.03


@dataclass(frozen=True)
class Reps:
    """Specialists: region, territory, skill and habits.

    `style` is 0 focused, 1 usual, 2 scattered in pursuits; `pursuits` the prospects chased at
    once; `habit_hours` the mean hours by activity, shape (reps, 6); `rounds` who hands in round,
    identical months; `hands_over` and `takes_over` the two between whom accounts change hands.
    """

    region: Ints
    skill: Array
    territory: Array
    style: Ints
    pursuits: Ints
    habit_hours: Array
    monthly_cost_krub: Array
    hired_month: Ints
    hands_over: int
    takes_over: int


@dataclass(frozen=True)
class Market:
    """Accounts and their process points before the first simulated month.

    Arrays of accounts: `rep`, `wallet_krub` (sum of the points), `main_competitor`,
    `service_appetite`. Arrays of points, sorted by account: `account`, `point_wallet_krub`,
    `kind` (number of the process point), `supplier`, `since` (simulated month, negative).
    """

    rep: Ints
    wallet_krub: Array
    main_competitor: Ints
    service_appetite: Array
    account: Ints
    point_wallet_krub: Array
    kind: Ints
    supplier: Ints
    since: Ints


def draw_reps(rng: np.random.Generator, family: Family) -> Reps:
    """Draw the specialists of a company; skill and territory are uncorrelated."""
    count = p.REPS
    region = np.repeat(np.arange(p.REGIONS), count // p.REGIONS)
    territory = np.exp(p.TERRITORY_SIGMA * stratified_normal(rng, count))
    skill = np.exp(p.SKILL_SIGMA * _unrelated_normal(rng, territory))
    style = _draw_styles(rng, family)
    choices = [family.pursuits_at_once[s] for s in style]
    pursuits = np.array([options[int(rng.integers(len(options)))] for options in choices])
    cost = p.REP_MONTHLY_COST_KRUB * (1.0 + 0.09 * stratified_normal(rng, count))
    cost = np.rint(cost * p.REP_MONTHLY_COST_KRUB * count / cost.sum())
    cost[0] += p.REP_MONTHLY_COST_KRUB * count - cost.sum()
    home = int(rng.integers(p.REGIONS))
    giver, taker = home * (count // p.REGIONS) + rng.permutation(count // p.REGIONS)[:2]
    return Reps(
        region=region,
        skill=skill,
        territory=territory,
        style=style,
        pursuits=pursuits,
        habit_hours=_draw_habits(rng, family, style),
        monthly_cost_krub=cost,
        hired_month=-rng.integers(3, 130, size=count),
        hands_over=int(giver),
        takes_over=int(taker),
    )


def draw_market(rng: np.random.Generator, family: Family, reps: Reps) -> Market:
    """Draw accounts and process points so that statuses and wallets start near the family's."""
    per_rep = np.full(p.REPS, p.ACCOUNTS_PER_REP)
    per_rep[reps.hands_over] += p.HANDED_OVER_ACCOUNTS
    per_rep[reps.takes_over] -= p.HANDED_OVER_ACCOUNTS
    rep = np.repeat(np.arange(p.REPS), per_rep)
    size = np.concatenate([(rng.permutation(n) + rng.random(n)) / n for n in per_rep])
    size = np.minimum(size, p.LARGEST_QUANTILE)
    wallet = np.exp(p.WALLET_SIGMA * inverse_normal(size)) * reps.territory[rep]
    territories = zip(np.split(wallet, np.cumsum(per_rep)[:-1]), reps.skill, strict=True)
    status = np.concatenate([_draw_statuses(rng, w, family, skill) for w, skill in territories])
    # Shuffle accounts, so that their numbers do not reveal the territory.
    shuffle = rng.permutation(len(rep))
    rep, wallet, status = rep[shuffle], wallet[shuffle], status[shuffle]
    target = family.total_wallet_krub * np.exp(p.COMPANY_SIZE_SIGMA * rng.standard_normal())
    wallet *= target / wallet.sum()

    usual = 3.6 + 1.3 * np.log(wallet / 250.0)
    points = np.clip(np.rint(usual + rng.normal(0, 0.7, len(rep))), 2, 6).astype(np.int64)
    account = np.repeat(np.arange(len(rep)), points)
    share, ours = _draw_points(rng, points, status)
    point_wallet = np.maximum(4.0, np.rint(wallet[account] * share))
    main = _draw_main_competitors(rng, reps.region[rep])
    other = 1 + (main[account] + rng.integers(0, p.COMPETITORS - 1, len(account))) % p.COMPETITORS
    held_by_main = rng.random(len(account)) < p.MAIN_COMPETITOR_SHARE
    supplier = np.where(ours, US, np.where(held_by_main, main[account], other))
    kinds = np.argsort(rng.random((len(rep), p.PROCESS_POINTS)), axis=1)
    kind = np.concatenate([kinds[a, :n] for a, n in enumerate(points)])
    since = -rng.integers(2, 85, len(account))
    return Market(
        rep=rep,
        wallet_krub=np.bincount(account, weights=point_wallet).astype(float),
        main_competitor=main,
        service_appetite=np.exp(0.35 * rng.standard_normal(len(rep)) - 0.35**2 / 2.0),
        account=account,
        point_wallet_krub=point_wallet,
        kind=kind,
        supplier=supplier,
        since=since,
    )


def held_krub(market: Market, supplier: npt.NDArray[np.int8]) -> Array:
    """What we hold at each account, thousand roubles a month, in each of the months given.

    Parameters
    ----------
    supplier
        Suppliers of the points, shape (months, points).
    """
    ours = market.point_wallet_krub * (supplier == US)
    return np.add.reduceat(
        ours, np.searchsorted(market.account, np.arange(len(market.rep))), axis=1
    )


def _unrelated_normal(rng: np.random.Generator, territory: Array) -> Array:
    """Normal values whose ranks are almost uncorrelated with the territory's.

    With 24 specialists independent draws would often be noticeably correlated.
    """
    rank = np.argsort(np.argsort(territory)) - (len(territory) - 1) / 2.0
    values = stratified_normal(rng, len(territory))
    for _ in range(200):
        own = np.argsort(np.argsort(values)) - (len(values) - 1) / 2.0
        if abs((rank * own).sum()) <= 0.04 * (rank * rank).sum():
            break
        values = rng.permutation(values)
    return values


def _draw_styles(rng: np.random.Generator, family: Family) -> Ints:
    focused, usual, _ = np.rint(np.cumsum(family.style_share) * p.REPS).astype(int)
    styles = np.full(p.REPS, 2)
    styles[:usual] = 1
    styles[:focused] = 0
    return rng.permutation(styles)


def _draw_habits(rng: np.random.Generator, family: Family, style: Ints) -> Array:
    """Mean hours by specialist and activity, with the company's means and the month's sums."""
    means = np.array([family.hours[name] for name in ACTIVITIES])
    habits = np.empty((p.REPS, len(ACTIVITIES)))
    for column, name in enumerate(ACTIVITIES):
        habits[:, column] = np.exp(p.HABIT_SIGMA[name] * stratified_normal(rng, p.REPS))
    habits[:, ACTIVITIES.index("conversion")] *= np.array(family.hunting_hours)[style]
    for _ in range(40):
        habits *= p.MONTH_HOURS / habits.sum(axis=1, keepdims=True)
        habits *= means / habits.mean(axis=0)
    return habits


def _draw_statuses(rng: np.random.Generator, wallet: Array, family: Family, skill: float) -> Ints:
    """Statuses of a territory: 0 our, 1 shared, 2 competitor; skill adds some `our` accounts.

    Of many random layouts the one is taken whose money held is nearest to the target of the
    territory, so that a single large account does not dominate.
    """
    our, shared, _ = family.start_status_share
    tilt = skill**p.SKILL_IN_BASE
    count = len(wallet)
    n_our = int(np.floor(count * our * tilt + rng.random()))
    n_shared = int(np.floor(count * shared + rng.random()))
    statuses = np.full(count, 2)
    statuses[: n_our + n_shared] = 1
    statuses[:n_our] = 0
    layouts = rng.permuted(np.tile(statuses, (LAYOUTS, 1)), axis=1)
    held = np.array([1.0 - np.mean(p.CRUMBS_SHARE), np.mean(p.SHARED_SHARE), 0.0])
    target = (our * held[0] + shared * held[1]) * tilt * np.exp(LUCK_SIGMA * rng.standard_normal())
    share = (held[layouts] * wallet).sum(axis=1) / wallet.sum()
    return np.asarray(layouts[np.argmin(np.abs(share - target))])


def _draw_points(rng: np.random.Generator, points: Ints, status: Ints) -> tuple[Array, Flags]:
    """Shares of the wallet of each account's points, and which of them are ours."""
    shares: list[Array] = []
    ours: list[Flags] = []
    for count, state in zip(points, status, strict=True):
        raw = rng.gamma(4.0, size=count)
        mine = np.zeros(count, dtype=bool)
        if state == 0:
            held, n_mine = 1.0 - rng.uniform(*p.CRUMBS_SHARE), count - 1
        elif state == 1:
            held = rng.uniform(*p.SHARED_SHARE)
            n_mine = int(np.clip(np.rint(held * count), 1, count - 1))
        else:
            held, n_mine = 0.0, 0
        mine[:n_mine] = True
        if n_mine:
            raw[mine] *= held / raw[mine].sum()
            raw[~mine] *= (1.0 - held) / raw[~mine].sum()
        else:
            raw /= raw.sum()
        shares.append(raw)
        ours.append(mine)
    return np.concatenate(shares), np.concatenate(ours)


def _draw_main_competitors(rng: np.random.Generator, region: Ints) -> Ints:
    """Main competitor of each account: each region has a dominant one."""
    weights = rng.dirichlet(np.full(p.COMPETITORS, 3.0), size=p.REGIONS)
    bounds = np.cumsum(weights, axis=1)[region]
    draw = rng.random(len(region))
    return 1 + np.minimum((draw[:, None] > bounds).sum(axis=1), p.COMPETITORS - 1)
