"""Events of the months to come, drawn from one number for every team alike, and told in plain."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import fields
from typing import Any

import numpy as np

from casekit.errors import InvalidArgument
from casekit.world import parameters as p
from casekit.world.draw import World
from casekit.world.events import Departure, Event, KeyClientLost, NoTechnicians, PriceCampaign
from casekit.world.market import held_krub
from casekit.world.months import month_codes

__all__ = ["EVENT_KINDS", "drawn_events", "told_events"]

#: Kinds of events by the code that readers' files and texts have.
EVENT_KINDS: Mapping[str, type[Event]] = {
    "price_campaign": PriceCampaign,
    "departure": Departure,
    "no_technicians": NoTechnicians,
    "key_client_lost": KeyClientLost,
}
#: How many of them befall a company.
DRAWN = 2
#: Events begin from the second month, and early enough to be seen.
_BEGIN = (2, 6)
_LAST = (4, 6)
# Apart from the streams of the generator and of the luck.
_STREAM = 9241


def drawn_events(
    world: World, seed: int, kinds: Collection[str] | None = None
) -> tuple[Event, ...]:
    """What will befall a company; teams that share a number meet the same kinds and months.

    Parameters
    ----------
    world
        The company.
    seed
        Number that decides what, when and whom.
    kinds
        Codes of the events that come, of `EVENT_KINDS`; the number draws them if left out.

    Raises
    ------
    InvalidArgument
        If a kind is unknown.
    """
    if unknown := sorted(set(kinds or ()) - set(EVENT_KINDS)):
        allowed = ", ".join(EVENT_KINDS)
        raise InvalidArgument("world-event", found=unknown[0][:60], allowed=allowed)
    rng = np.random.default_rng([_STREAM, seed])
    keys = world.truth.keys
    begins = rng.integers(*_BEGIN, size=len(EVENT_KINDS))
    lasts = rng.integers(*_LAST, endpoint=True, size=len(EVENT_KINDS))
    region = str(keys.region[int(rng.integers(p.REGIONS))])
    drawn = int(rng.integers(p.REPS))
    # Whoever left in an earlier round cannot leave again: the next who is there does.
    there = np.unique(world.truth.history.after.account_rep)
    rep_id = str(keys.rep_id[there[np.searchsorted(there, drawn) % len(there)]])
    held = held_krub(world.truth.market, world.truth.history.after.supplier[None])[0]
    account_id = str(keys.account_id[int(held.argmax())])
    every: tuple[Event, ...] = (
        PriceCampaign(region, int(begins[0]), int(lasts[0])),
        Departure(rep_id, int(begins[1])),
        NoTechnicians(int(begins[2]), int(lasts[2])),
        KeyClientLost(int(begins[3]), account_id),
    )
    chosen = {int(place) for place in rng.choice(len(every), size=DRAWN, replace=False)}
    if kinds is not None:
        chosen = {place for place, kind in enumerate(EVENT_KINDS) if kind in kinds}
    return tuple(every[place] for place in sorted(chosen))


def told_events(world: World, events: Sequence[Event]) -> list[dict[str, Any]]:
    """Events as a reader hears of them: what, when, whom; not how hard they strike."""
    begins = len(world.truth.history.supplier)
    kinds = {kind: code for code, kind in EVENT_KINDS.items()}
    told = []
    for event in events:
        facts: dict[str, Any] = {
            field.name: getattr(event, field.name)
            for field in fields(event)
            if field.name in ("months", "region", "rep_id", "account_id")
        }
        month = str(month_codes([begins + event.month - 1])[0])
        told.append({"kind": kinds[type(event)], "month": month, **facts})
    return sorted(told, key=lambda each: str(each["month"]))
