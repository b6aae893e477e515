"""Amounts estimated from the tables: length of pursuits, margins, worth of gains and wins."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.optimize import minimize
from scipy.special import gammaincc, gammaln

from casekit.analysis.pursuits import pursuit_cycles
from casekit.arrays import Array
from casekit.company import Case
from casekit.model.calibration.panel import Panel

__all__ = ["Cycle", "expansion_equipment", "fit_cycle", "win_amounts"]


#: Fewest decided pursuits from which the cycle is estimated.
FEWEST_DECIDED = 12


@dataclass(frozen=True)
class Cycle:
    """Length of a pursuit, opening to decision: a gamma distribution within limits, in months."""

    mean_months: float
    sd_months: float
    limits_months: tuple[float, float]


def fit_cycle(case: Case) -> Cycle | None:
    """Estimate how long pursuits take; open ones are right-censored.

    A gamma distribution by maximum likelihood. Open pursuits are censored at the end of the
    data. The register lists pursuits that were decided inside the history, so a pursuit opened
    earlier is left-truncated at the beginning of the history (late entry).

    Returns
    -------
    Cycle or None
        None if fewer than `FEWEST_DECIDED` pursuits were decided.
    """
    cycles = pursuit_cycles(case.deals, case.first_month, case.last_month)
    months = cycles["months"].to_numpy(dtype=float)
    decided = cycles["decided"].to_numpy(dtype=bool)
    entered = cycles["entered_months"].to_numpy(dtype=float)
    usable = months > entered
    months, decided, entered = months[usable], decided[usable], entered[usable]
    if decided.sum() < FEWEST_DECIDED:
        return None

    def unlikely(logs: Array) -> float:
        shape, scale = np.exp(logs)
        density = (shape - 1.0) * np.log(months) - months / scale
        density -= gammaln(shape) + shape * np.log(scale)
        lasting = np.log(np.maximum(gammaincc(shape, months / scale), 1e-300))
        seen = np.log(np.maximum(gammaincc(shape, entered / scale), 1e-300))
        return float(-(np.where(decided, density, lasting) - seen).sum())

    mean, sd = months[decided].mean(), max(months[decided].std(), 0.1)
    guess = np.log([(mean / sd) ** 2, sd**2 / mean])
    shape, scale = np.exp(minimize(unlikely, guess, method="Nelder-Mead").x)
    limits = (float(np.floor(months[decided].min())), float(np.ceil(months[decided].max())))
    return Cycle(float(shape * scale), float(np.sqrt(shape) * scale), limits)


def expansion_equipment(case: Case, panel: Panel) -> float | None:
    """Equipment sold with expansion, per rouble of the yearly wallet gained; None without gains.

    Equipment booked in the first month of a position came with the gain; all other equipment is
    repeat business.
    """
    keys = ["account_id", "process_point", "month"]
    gained = case.positions.iloc[panel.gained_rows].rename(columns={"since_month": "month"})
    equipment = case.sales[case.sales["line"] == "equipment"]
    with_gain = equipment.merge(gained[keys].drop_duplicates(), on=keys)
    yearly = 12.0 * gained["wallet_krub_per_month"].sum()
    return float(with_gain["revenue_krub"].sum() / yearly) if yearly > 0 else None


def win_amounts(case: Case, panel: Panel) -> dict[str, tuple[float, float]]:
    """What a won client buys: means and their standard errors, by field of `Response`."""
    won = case.deals.query("outcome == 'won'")["equipment_krub"].dropna().to_numpy(dtype=float)
    found = {
        "win_equipment_krub": won,
        "win_recurring_krub": panel.won_points_krub,
    }
    return {
        name: (float(values.mean()), float(values.std(ddof=1) / np.sqrt(len(values))))
        for name, values in found.items()
        if len(values) > 1
    }
