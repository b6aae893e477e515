"""Every month of a plan: revenue by origin, wins, room and pool."""

from __future__ import annotations

import numpy as np

from casekit.arrays import Array
from casekit.model.response.dynamics import Months
from casekit.model.response.sweep import Sweep

__all__ = ["months_of"]


def months_of(sweep: Sweep, hours: Array) -> Months:
    """Compute every month of a plan, with revenue by origin."""
    s = sweep.run(hours)
    stay = 1.0 - s.lost
    repeat = np.cumprod(stay, axis=0) * sweep.start.base_krub
    gained = s.gain * (s.wallets[:-1] - s.base[:-1])
    expansion = np.empty_like(gained)
    last = np.zeros_like(gained[0])
    for month in range(sweep.months):
        last = last * stay[month] + gained[month]
        expansion[month] = last
    response = sweep.response
    equipment = (
        12.0 * response.equipment_per_yearly_expansion * gained
        + response.win_equipment_krub * s.won
    )
    base = s.base[1:]
    return Months(
        base_krub=base,
        repeat_krub=repeat,
        expansion_krub=expansion,
        conversion_krub=base - repeat - expansion,
        gained_krub=gained,
        equipment_krub=equipment,
        wins=s.won,
        room_krub=s.wallets[1:] - base,
        pool_accounts=s.pool[1:],
        attention_hours=s.attention,
    )
