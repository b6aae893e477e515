"""What the generator knew, beside what could be estimated before."""

from __future__ import annotations

import pandas as pd

from casekit.analysis import league_table, rank_correlation
from casekit.company.schema import SELLING
from casekit.later.months import NineMonths
from casekit.model import calibrated, project

__all__ = ["hours_known", "people_known", "proposals_known", "true_effect"]


def true_effect(months: NineMonths) -> pd.DataFrame | None:
    """What the plan truly did: the same luck and events with the plan and without, thousands.

    Returns
    -------
    pandas.DataFrame or None
        `month`, `came_krub` and `left_krub` (margin with the plan, and had the hours been left),
        `effect_krub` (their difference), `expected_krub` (the same without luck). None where the
        truth is not told.
    """
    truth = months.truth
    if truth is None:
        return None
    frame = pd.DataFrame(
        {
            "month": truth["came"]["month"],
            "came_krub": truth["came"]["margin_krub"],
            "left_krub": truth["left"]["margin_krub"],
        }
    )
    frame["effect_krub"] = frame["came_krub"] - frame["left_krub"]
    frame["expected_krub"] = truth["expected_krub"]
    return frame


def hours_known(months: NineMonths) -> pd.DataFrame | None:
    """Worth of one more hour a month of each kind: estimated with its interval, and true.

    Returns
    -------
    pandas.DataFrame or None
        Index `activity`; `estimated`, `low`, `high` and `truly`, thousands; `inside` (`yes`, `no`,
        or `unknown` where the estimate was refused). None where the truth is not told.
    """
    truth = months.truth
    if truth is None or not {"deals", "positions"} <= set(months.before.tables):
        return None
    known = calibrated(months.before).intervals.set_index("activity")
    rows = {}
    for name in SELLING:
        low, high = float(known.at[name, "marginal_low"]), float(known.at[name, "marginal_high"])
        truly, refused = float(truth["hour_krub"][name]), bool(known.at[name, "refused"])
        rows[name] = {
            "estimated": float("nan") if refused else float(known.at[name, "marginal"]),
            "low": float("nan") if refused else low,
            "high": float("nan") if refused else high,
            "truly": truly,
            "inside": "unknown" if refused else "yes" if low <= truly <= high else "no",
        }
    return pd.DataFrame.from_dict(rows, orient="index").rename_axis("activity")


def people_known(months: NineMonths) -> pd.DataFrame | None:
    """How well league tables order the specialists by their true skill.

    Returns
    -------
    pandas.DataFrame or None
        Index `league` (`by_revenue`, `adjusted`); `with_skill`, the rank correlation with skill
        (1: the same order, 0: none). None where the truth is not told.
    """
    if months.truth is None:
        return None
    table = league_table(months.before.sales, months.before.accounts)
    skill = pd.Series(months.truth["skill"], dtype=float)
    skill = skill.reindex(table.index)
    rows = {
        "by_revenue": rank_correlation(table["revenue_krub"], skill),
        "adjusted": rank_correlation(-table["adjusted_rank"].astype(float), skill),
    }
    frame = pd.DataFrame({"with_skill": rows})
    return frame.rename_axis("league")


def proposals_known(months: NineMonths) -> pd.DataFrame | None:
    """What the proposals and the plan truly add to the value of three years, luck apart.

    Returns
    -------
    pandas.DataFrame or None
        Index `proposal` (`leave`, `norm`, `personal`, `chief` where the company has benchmarks,
        `carried_out`); `told_krub` (by the model's best estimate; of the reader's own plan too),
        `true_krub`, `attainable_share` (of what the best plan would truly add). None where the
        truth is not told.
    """
    truth = months.truth
    if truth is None or months.plan is None:
        return None
    rows = {name: dict(of) for name, of in truth["proposals"].items()}

    gain = project(months.before, months.plan).value_krub - project(months.before).value_krub
    rows["carried_out"] = {"told_krub": gain, "true_krub": truth["gain_krub"]}
    frame = pd.DataFrame.from_dict(rows, orient="index").rename_axis("proposal")
    attainable = float(truth["attainable_krub"])
    frame["attainable_share"] = frame["true_krub"] / attainable if attainable > 0 else float("nan")
    return frame
