"""Terms of the case: what value is counted with, read from the company's tables."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from casekit.company.faults import Fault
from casekit.company.reading import FIRST_ROW

__all__ = ["Terms", "faults_of_terms", "read_terms"]


@dataclass(frozen=True)
class Terms:
    """Terms that hold for every figure of a company.

    A value given here holds for a company whose tables do not state it. Model, limits, texts and
    charts take terms from here and nowhere else.

    Parameters
    ----------
    discount_share
        Yearly discount rate.
    currency
        Label of the currency; money stands in thousands of it.
    horizon_months
        Months a plan is projected.
    tail_months
        Months of margin credited to the base that is left after the horizon.
    attribution_windows_months
        How long a gain may count as growth, from the shortest window to the longest.
    service_floor_hours
        Service below this loses clients, hours a month of a specialist.
    admin_floor_hours
        Administration below this leaves things undone, hours a month of a specialist.
    technician_krub_per_hour, assistant_krub_per_hour
        Price of an hour of service, or of administration, done by others.
    """

    discount_share: float = 0.16
    currency: str = "₽"
    horizon_months: int = 36
    tail_months: int = 12
    attribution_windows_months: tuple[int, ...] = (6, 12, 24)
    service_floor_hours: float = 18.0
    admin_floor_hours: float = 22.0
    technician_krub_per_hour: float = 1.2
    assistant_krub_per_hour: float = 0.5

    @property
    def floors(self) -> dict[str, float]:
        """Fewest hours a month by activity."""
        return {"service": self.service_floor_hours, "admin": self.admin_floor_hours}


#: Fewest and most that a number of the table `company` may be. A horizon of less than a year
#: has no yearly profit, and its plans no third phase.
BOUNDS = {"discount_share": (0.0, 10.0), "horizon_months": (12, 120), "tail_months": (0, 120)}
#: Key of the table `company` that lists windows, separated by semicolons.
WINDOWS = "attribution_windows_months"

#: Metrics of the table `benchmarks` and the terms they state.
BENCHMARKS = {
    "service_floor": "service_floor_hours",
    "admin_floor": "admin_floor_hours",
    "technician_hour": "technician_krub_per_hour",
    "assistant_hour": "assistant_krub_per_hour",
}


def read_terms(frames: Mapping[str, pd.DataFrame]) -> Terms:
    """Terms of a company by its tables, defaults where they state none."""
    facts = dict(frames["company"].itertuples(index=False, name=None))
    stated = {key: read(str(facts[key])) for key, read in _READ.items() if key in facts}
    if "benchmarks" in frames:
        known = frames["benchmarks"].set_index("metric")["reference"]
        stated |= {name: float(known[metric]) for metric, name in BENCHMARKS.items()
                   if metric in known.index}  # fmt: skip
    return Terms(**stated)


def faults_of_terms(company: pd.DataFrame) -> Iterator[Fault]:
    """What is wrong with the terms that the table `company` states."""
    rows: Mapping[str, tuple[int, str]] = {
        str(row.key): (position + FIRST_ROW, str(row.value))
        for position, row in enumerate(company.itertuples(index=False))
    }
    for key, (least, most) in BOUNDS.items():
        if key in rows:
            row, told = rows[key]
            try:
                value = type(least)(told)
            except ValueError:
                yield Fault("not-a-number", "company", "value", row, told)
                continue
            if not least <= value:
                yield Fault("below-minimum", "company", "value", row, told, {"minimum": least})
            elif value > most:
                yield Fault("above-maximum", "company", "value", row, told, {"maximum": most})
    if WINDOWS in rows:
        row, told = rows[WINDOWS]
        try:
            shortest = min(_windows(told))
        except ValueError:
            yield Fault("not-a-number", "company", "value", row, told)
        else:
            if shortest < 1:
                yield Fault("below-minimum", "company", "value", row, told, {"minimum": 1})


def _windows(told: str) -> tuple[int, ...]:
    """Months of a list such as `6;12;24`."""
    return tuple(int(part) for part in told.split(";"))


#: How each key of the table `company` that states a term is read.
_READ: Mapping[str, Callable[[str], Any]] = {
    "currency": str,
    "discount_share": float,
    "horizon_months": int,
    "tail_months": int,
    WINDOWS: _windows,
}
