"""What may befall a company from outside while a plan is carried out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from casekit.arrays import Array
from casekit.company.schema import ACTIVITIES, SELLING
from casekit.errors import InvalidArgument
from casekit.world import parameters as p
from casekit.world.market import US, held_krub
from casekit.world.simulate import History, Shocks, Simulation
from casekit.world.tables import Keys

SERVICE = ACTIVITIES.index("service")


@dataclass(frozen=True)
class PriceCampaign:
    """A competitor offers lower prices in a region: clients go, and those who stay ask for less.

    Parameters
    ----------
    region
        As the table `reps` names it.
    month, months
        First month, counted from 1 at the plan's start, and how many it lasts.
    risk, press
        How many times as usual business is lost, and prices give way.
    """

    region: str
    month: int = 1
    months: int = 6
    risk: float = 1.25
    press: float = 2.5


@dataclass(frozen=True)
class Departure:
    """A specialist leaves; colleagues of the region take over the accounts and the pursuits.

    Parameters
    ----------
    rep_id
        Who leaves.
    month
        First month without the specialist, counted from 1 at the plan's start.
    """

    rep_id: str
    month: int = 1


@dataclass(frozen=True)
class NoTechnicians:
    """No technicians are found: freed service hours return to the specialists.

    Parameters
    ----------
    month, months
        First month, counted from 1 at the plan's start, and how many it lasts.
    """

    month: int = 1
    months: int = 6


@dataclass(frozen=True)
class KeyClientLost:
    """The largest client is bought by a group that buys from a competitor.

    Parameters
    ----------
    month
        First month without the client, counted from 1 at the plan's start.
    account_id
        Which client; the largest at the plan's start if left out.
    """

    month: int = 1
    account_id: str = ""


Event = PriceCampaign | Departure | NoTechnicians | KeyClientLost


def need_events(events: Sequence[Event], months: int, keys: Keys) -> None:
    """Require events that can befall this company within the months.

    Raises
    ------
    InvalidArgument
        If one is of an unknown kind, begins outside the months, or names nobody of the company.
    """
    for event in events:
        if not isinstance(event, Event):
            allowed = ", ".join(kind.__name__ for kind in Event.__args__)
            raise InvalidArgument("world-event", found=repr(event)[:60], allowed=allowed)
        if type(event.month) is not int or not 1 <= event.month <= months:
            found = f"{type(event).__name__}: {event.month!r}"
            raise InvalidArgument("world-event-month", found=found, months=months)
        for name, known in (
            ("region", keys.region),
            ("rep_id", keys.rep_id),
            ("account_id", ("", *keys.account_id)),
        ):
            named = getattr(event, name, None)
            if named is not None and named not in list(known):
                allowed = ", ".join(str(value) for value in list(known)[:6] if value)
                raise InvalidArgument("world-event-unknown", found=str(named)[:40], allowed=allowed)


def shocks_of(events: Sequence[Event], history: History, months: int, keys: Keys) -> Shocks:
    """What events do to the months that come."""
    risk, press = np.ones((months, p.REGIONS)), np.ones((months, p.REGIONS))
    for event in events:
        if isinstance(event, PriceCampaign):
            rows = slice(event.month - 1, event.month - 1 + event.months)
            region = list(keys.region).index(event.region)
            risk[rows, region] *= event.risk
            press[rows, region] *= event.press
    begins = len(history.supplier)

    def at_start(simulation: Simulation, month: int) -> None:
        for event in events:
            if begins + event.month - 1 != month:
                continue
            if isinstance(event, Departure):
                _leave(simulation, list(keys.rep_id).index(event.rep_id), month)
            if isinstance(event, KeyClientLost):
                largest = int(
                    held_krub(simulation.market, history.after.supplier[None])[0].argmax()
                )
                known = list(keys.account_id)
                account = known.index(event.account_id) if event.account_id else largest
                points = simulation.market.account == account
                mine = points & (simulation.supplier[month] == US)
                simulation.supplier[month, mine] = simulation.market.main_competitor[account]
                simulation.new_equipment[month, points] = 0.0

    return Shocks(risk, press, at_start)


def _leave(simulation: Simulation, leaver: int, month: int) -> None:
    """Deal a leaver's accounts out to the colleagues of the region, the largest first."""
    reps, rep, book = simulation.reps, simulation.rep, simulation.book
    there = np.flatnonzero(reps.region == reps.region[leaver])
    colleagues = there[np.isin(there, rep) & (there != leaver)]
    if not len(colleagues):
        raise InvalidArgument("world-event-nobody", rep=f"R{leaver + 1:02d}")
    accounts = np.flatnonzero(rep == leaver)
    accounts = accounts[np.argsort(-simulation.market.wallet_krub[accounts], kind="stable")]
    rep[accounts] = colleagues[np.arange(len(accounts)) % len(colleagues)]
    running = book.running(month)
    book.rep[running] = rep[book.account[running]]


def presence(events: Sequence[Event], history: History, months: int, keys: Keys) -> Array:
    """Whether each specialist is there, 1 or 0, shape (months, specialists)."""
    there = np.ones((months, p.REPS))
    there[:, np.setdiff1d(np.arange(p.REPS), history.after.account_rep)] = 0.0
    for event in events:
        if isinstance(event, Departure):
            there[event.month - 1 :, list(keys.rep_id).index(event.rep_id)] = 0.0
    return there


def hours_come_back(events: Sequence[Event], meant: Array, today: Array) -> Array:
    """Hours meant once technicians are missing: service takes back what selling had gained."""
    meant = meant.copy()
    for event in events:
        if not isinstance(event, NoTechnicians):
            continue
        rows = slice(event.month - 1, event.month - 1 + event.months)
        part = meant[rows]
        kinds = slice(None, len(SELLING))
        added = np.maximum(part[..., kinds] - today[..., kinds], 0.0)
        total = added.sum(axis=-1)
        freed = np.maximum(today[..., SERVICE] - part[..., SERVICE], 0.0)
        back = np.minimum(freed, total)
        share = np.divide(back, total, out=np.zeros_like(total), where=total > 0.0)
        part[..., kinds] -= added * share[..., None]
        part[..., SERVICE] += back
    return meant
