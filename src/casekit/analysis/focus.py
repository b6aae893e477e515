"""What scattering costs: hours a win takes, by how many clients are pursued at once."""

from __future__ import annotations

import numpy as np
import pandas as pd

from casekit.analysis.guards import need_count, need_table
from casekit.analysis.months import month_number, need_order
from casekit.analysis.pursuits import pursuits_at_once
from casekit.analysis.ties import BAND
from casekit.arrays import Array

#: Pursuits at once that count as few, and as many, and the groups' names.
FEW, MANY = 3.5, 5.5
FOCUS = ("few", "some", "many")


def wins_by_focus(
    reports: pd.DataFrame,
    deals: pd.DataFrame,
    first_month: str,
    last_month: str,
    draws: int = 500,
) -> pd.DataFrame:
    """Hours a win takes, by how many clients a specialist usually pursues at once.

    Every pursuit watched counts for the months it was watched in: one still open with its hours
    so far, one that ran before the reports begin from there on.

    Parameters
    ----------
    reports, deals
        Tables of these names.
    first_month, last_month
        Months of the reports, `YYYY-MM`, inclusive.
    draws
        How often pursuits are drawn anew for the bands.

    Returns
    -------
    pandas.DataFrame
        Index `focus`: `few` (up to three and a half on average), `some`, `many` (five and a half
        and more). `specialists`, `pursuits` watched, `open` ones among them, `hours` reported on
        them, `wins` seen; `win_share`, how many of the pursuits opened are won in the end;
        `hours_per_win` and `times_few` (against the row `few`), each with its 90 % band `_low`
        and `_high`. A group without a win has no number there.

    Raises
    ------
    InvalidArgument
        If a table is not what it should be, or the months are not, or stand in wrong order.

    Notes
    -----
    At each age of a pursuit, in months, the hours, wins and decisions of those watched at that
    age are divided by their number. Decisions give the share that lasts to an age (the life
    table, Kaplan and Meier with delayed entry); hours and wins of an age, times the share that
    gets there, sum to the hours and wins of a pursuit from its opening to its end (Lin, Feuer,
    Etzioni and Wax, 1997, Biometrics 53, for costs of cases partly seen). Bands are 5 and 95 %
    of what comes out when the pursuits of a group are drawn anew (bootstrap).

    Examples
    --------
    >>> import casekit as ck
    >>> case = ck.load_case()
    >>> tables = case.reports, case.deals
    >>> focus = ck.analysis.wins_by_focus(*tables, case.first_month, case.last_month)
    >>> bool(focus.loc["many", "hours_per_win"] > focus.loc["few", "hours_per_win"])
    True
    """
    need_table("reports", reports, "month", "account_id", "conversion_hours")
    need_table("deals", deals, "rep_id", "account_id", "opened_on", "decided_on", "outcome")
    need_count("draws", draws)
    first, last = need_order(first_month, last_month)
    usual = pursuits_at_once(deals, first_month, last_month).mean(axis=1)
    focus = pd.cut(usual, [-np.inf, FEW, MANY, np.inf], right=False, labels=FOCUS).astype(str)
    ages = _watched(reports, deals, first, last)
    seen = ages["risk"].sum(axis=1) > 0
    of_deal = deals["rep_id"].map(focus).to_numpy()
    rng = np.random.default_rng(0)
    rows, drawn = {}, {}
    for name in FOCUS:
        inside = seen & (of_deal == name)
        group = {key: values[inside] for key, values in ages.items()}
        found = _cost(np.ones((1, int(inside.sum()))), group)
        weights = rng.multinomial(max(inside.sum(), 1), _equal(int(inside.sum())), size=draws)
        drawn[name] = _cost(weights[:, : int(inside.sum())].astype(float), group)[0]
        rows[name] = {
            "specialists": deals.loc[inside, "rep_id"].nunique(),
            "pursuits": int(inside.sum()),
            "open": int((inside & (deals["outcome"] == "open").to_numpy()).sum()),
            "hours": float(group["hours"].sum()),
            "wins": int(group["won"].sum()),
            "win_share": float(found[1][0]),
            "hours_per_win": float(found[0][0]),
        }
    table = pd.DataFrame.from_dict(rows, orient="index").rename_axis("focus")
    _add_band(table, "hours_per_win", drawn)
    table["times_few"] = table["hours_per_win"] / table.at["few", "hours_per_win"]
    _add_band(table, "times_few", {name: drawn[name] / drawn["few"] for name in FOCUS})
    table.loc["few", ["times_few_low", "times_few_high"]] = table.at["few", "times_few"]
    return table


def _watched(reports: pd.DataFrame, deals: pd.DataFrame, first: int, last: int) -> dict[str, Array]:
    """Of each pursuit by its age in months: watched or not, hours, decided or not, won or not."""
    opened = month_number(deals["opened_on"]).to_numpy()
    decided = month_number(deals["decided_on"]).replace(-1, 10**6).to_numpy()
    ages = np.arange(max(int((np.minimum(decided, last) - opened).max(initial=0)) + 1, 1))
    month = opened[:, None] + ages
    risk = (month >= first) & (month <= np.minimum(decided, last)[:, None])
    ended = risk & (month == decided[:, None])
    won = ended & (deals["outcome"] == "won").to_numpy()[:, None]
    hours = np.zeros(risk.shape)
    work = reports.loc[reports["conversion_hours"] > 0, ["month", "account_id", "conversion_hours"]]
    work = work.assign(number=month_number(work["month"]))
    span = pd.DataFrame({"account_id": deals["account_id"].to_numpy(), "row": range(len(deals))})
    joined = work.merge(span, on="account_id")
    row, age = joined["row"].to_numpy(), joined["number"].to_numpy() - opened[joined["row"]]
    within = (age >= 0) & (age < len(ages))
    amounts = joined["conversion_hours"].to_numpy(dtype=float)
    np.add.at(hours, (row[within], age[within]), amounts[within])
    return {
        "risk": risk.astype(float),
        "hours": hours * risk,
        "ended": ended.astype(float),
        "won": won.astype(float),
    }


def _cost(weights: Array, ages: dict[str, Array]) -> tuple[Array, Array]:
    """Hours a win and share won, from opening to end, for each row of weights of the pursuits."""
    watched = weights @ ages["risk"]
    sums = {name: weights @ ages[name] for name in ("hours", "ended", "won")}
    per = {
        name: np.divide(total, watched, out=np.zeros_like(total), where=watched > 0)
        for name, total in sums.items()
    }
    lasting = np.cumprod(1.0 - per["ended"], axis=1)
    reached = np.hstack([np.ones((len(weights), 1)), lasting[:, :-1]])
    hours, won = (reached * per["hours"]).sum(axis=1), (reached * per["won"]).sum(axis=1)
    return np.divide(hours, won, out=np.full(len(won), np.nan), where=won > 0), won


def _equal(count: int) -> list[float]:
    return [1.0 / count] * count if count else [1.0]


def _add_band(table: pd.DataFrame, column: str, drawn: dict[str, Array]) -> None:
    """Columns `_low` and `_high` beside a column of the table."""
    for end, at in zip(("low", "high"), BAND, strict=True):
        # A draw without a win has no number; it stands at the upper end.
        values = {name: np.nan_to_num(values, nan=np.inf) for name, values in drawn.items()}
        quantiles = {n: np.quantile(v, at, method="nearest") for n, v in values.items()}
        table[f"{column}_{end}"] = pd.Series(quantiles).where(table[column].notna())
