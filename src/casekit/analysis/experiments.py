"""A region that did something else: against the others, before, during and after."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from casekit.analysis.guards import need_code, need_count, need_list, need_table
from casekit.analysis.months import month_code, month_number, need_month
from casekit.analysis.panels import FIGURES, monthly_figures
from casekit.arrays import Array, Indices
from casekit.company import Case, need_case
from casekit.errors import InvalidArgument

#: Groups drawn to see how far luck alone parts two groups.
PLACEBOS = 400


def difference_in_differences(
    panel: pd.DataFrame,
    treated: Sequence[str],
    before: Sequence[str],
    during: Sequence[str],
    placebos: int = PLACEBOS,
) -> pd.Series:
    """How much more a group changed than the others did, and how much of that luck would give.

    Parameters
    ----------
    panel
        A row a specialist, columns months, as `monthly_figures` gives it.
    treated
        Names of the group's rows.
    before, during
        Months compared, `YYYY-MM`.
    placebos
        How many groups of the same size are drawn from the others.

    Returns
    -------
    pandas.Series
        `effect_share` (change of the group's sum, as a share of its own before, less that of the
        others), `noise_before` and `noise_placebo` (standard deviation of such an effect where
        there is none, measured in two ways), `noise_share` (the larger one), `times_noise`, and
        `as_large_share`: how many groups to whom nothing was done changed as much, either way.
        Not a number where nothing was before, or too little is there to measure.

    Raises
    ------
    InvalidArgument
        If a row or a month is not there, or nobody or no month is left to compare with.

    Notes
    -----
    Difference in differences of relative changes. The noise is measured on what had no change:
    `noise_before` from the gap between random groups and the rest in the months before, taken as
    a first-order autoregression and carried to both windows, since months that hang together
    hide the noise (Bertrand, Duflo and Mullainathan, 2004, QJE 119); `noise_placebo` from groups
    drawn from the others and compared over the very same windows (placebo studies: Abadie,
    Diamond and Hainmueller, 2010, JASA 105), brought to the size of the comparison at hand.

    Examples
    --------
    >>> import casekit as ck
    >>> case = ck.load_case()
    >>> panel = ck.analysis.monthly_figures(case, "recurring_krub")
    >>> months = list(panel.columns)
    >>> found = ck.analysis.difference_in_differences(
    ...     panel, panel.index[:6], months[:9], months[9:18]
    ... )
    >>> bool(found["noise_share"] > 0)
    True
    """
    need_table("panel", panel)
    need_count("placebos", placebos, minimum=10)
    for name in treated:
        need_code("treated", name, panel.index)
    for month in (*before, *during):
        need_code("months", month, panel.columns)
    inside = panel.index.isin(list(treated))
    if not (len(before) and len(during)) or not inside.any() or inside.all():
        raise InvalidArgument("analysis-nothing-to-compare")
    values = panel.to_numpy(dtype=float)
    early, late = (panel.columns.get_indexer(list(months)) for months in (before, during))
    effect = _effect(inside[None].astype(float), (~inside)[None].astype(float), values, early, late)
    rng = np.random.default_rng(0)
    size, rest = int(inside.sum()), int((~inside).sum())
    groups = _groups(rng, placebos, len(values), size)
    noise_before = _noise_before(groups, values, early, len(late))
    noise_placebo, as_large = np.nan, np.nan
    # Fewer than twice the group's size leave hardly two different groups to draw.
    if rest >= 2 * min(size, rest // 2) and rest >= 4:
        drawn = min(size, rest // 2)
        others = _groups(rng, placebos, rest, drawn)
        fake = _effect(others, 1.0 - others, values[~inside], early, late)
        fake = fake[np.isfinite(fake)]
        if len(fake) > 1:
            at_hand, at_placebo = 1 / size + 1 / rest, 1 / drawn + 1 / (rest - drawn)
            fake = (fake - fake.mean()) * np.sqrt(at_hand / at_placebo)
            noise_placebo = float(fake.std(ddof=1))
            as_large = float((np.abs(fake) >= abs(effect[0])).mean())
    both = [noise for noise in (noise_before, noise_placebo) if np.isfinite(noise)]
    noise = max(both, default=np.nan)
    known = bool(np.isfinite(effect[0]))
    return pd.Series(
        {
            "effect_share": float(effect[0]) if known else np.nan,
            "noise_before": noise_before,
            "noise_placebo": noise_placebo,
            "noise_share": noise,
            "times_noise": float(effect[0]) / noise if known and noise > 0 else np.nan,
            "as_large_share": as_large if known else np.nan,
        }
    )


def region_experiment(
    case: Case,
    region: str,
    first_month: str,
    last_month: str,
    figures: Sequence[str] | None = None,
) -> pd.DataFrame:
    """What a region did and got against the others: before, while it lasted, and after.

    Parameters
    ----------
    case
        The company.
    region
        The region that did something else.
    first_month, last_month
        When it did, `YYYY-MM`. Before are all months earlier, after all later ones.
    figures
        Which figures of `monthly_figures`; left out, all that the company's tables tell.

    Returns
    -------
    pandas.DataFrame
        Index `figure`. `region_before`, `region_during`, `region_after` and `others_...`: means
        a month, the others' per region of the same size. Of `during` and `after`, each against
        `before`: `effect_` (how much more the region changed than the others, as a share of its
        own before), `noise_` (what luck gives), `times_noise_` and `as_large_`: see
        `difference_in_differences`. Not a number where there was nothing before, or no after.

    Raises
    ------
    InvalidArgument
        If there is no such region, it is the only one, or the months leave nothing before.
    MissingTable
        If a figure was asked for whose table the company lacks.

    Examples
    --------
    >>> import casekit as ck
    >>> case = ck.load_case()
    >>> told = ck.analysis.region_experiment(case, "Podgorye", "2025-04", "2025-12")
    >>> bool(told.at["retention_hours", "effect_during"] < -0.4)
    True
    """
    before, during, after = _periods(case, region, first_month, last_month)
    if figures is None:
        figures = [name for name, table in FIGURES.items() if table in case.tables]
    need_list("figures", figures)
    members = _members(case, region)
    rows = {}
    for figure in figures:
        panel = monthly_figures(case, figure, old_from=first_month)
        inside = panel.index.isin(members)
        scale = inside.sum() / max((~inside).sum(), 1)
        row: dict[str, float] = {}
        for name, months in (("before", before), ("during", during), ("after", after)):
            means = panel[months].mean(axis=1) if months else pd.Series(np.nan, panel.index)
            row[f"region_{name}"] = float(means[inside].sum(skipna=False))
            row[f"others_{name}"] = float(scale * means[~inside].sum(skipna=False))
        for name, months in (("during", during), ("after", after)):
            if not months:
                keys = ("effect", "noise", "times_noise", "as_large")
                row.update({f"{key}_{name}": np.nan for key in keys})
                continue
            told = difference_in_differences(panel, members, before, months)
            row[f"effect_{name}"] = told["effect_share"]
            row[f"noise_{name}"] = told["noise_share"]
            row[f"times_noise_{name}"] = told["times_noise"]
            row[f"as_large_{name}"] = told["as_large_share"]
        rows[figure] = row
    return pd.DataFrame.from_dict(rows, orient="index").rename_axis("figure")


def region_against_others(
    case: Case, region: str, figure: str, first_month: str, last_month: str
) -> pd.DataFrame:
    """One figure of a region and of the others month by month, as a share of before; to be drawn.

    Parameters
    ----------
    case, region, first_month, last_month
        As of `region_experiment`.
    figure
        A figure of `monthly_figures`.

    Returns
    -------
    pandas.DataFrame
        Index `month`; `region` and `others` (1 is the mean of the months before), and `period`
        (`before`, `during`, `after`).

    Raises
    ------
    InvalidArgument
        As of `region_experiment`, or if nothing was there before to compare with.

    Examples
    --------
    >>> import casekit as ck
    >>> case = ck.load_case()
    >>> months = ck.analysis.region_against_others(
    ...     case, "Podgorye", "old_clients_krub", "2025-04", "2025-12"
    ... )
    >>> months["period"].value_counts().to_dict()
    {'before': 9, 'during': 9, 'after': 6}
    """
    before, during, _ = _periods(case, region, first_month, last_month)
    panel = monthly_figures(case, figure, old_from=first_month)
    inside = panel.index.isin(_members(case, region))
    table = pd.DataFrame({"region": panel[inside].sum(), "others": panel[~inside].sum()})
    level = table.loc[before].mean()
    if not (level > 0).all():
        raise InvalidArgument("analysis-nothing-before", figure=figure)
    table = table / level
    periods = {**dict.fromkeys(before, "before"), **dict.fromkeys(during, "during")}
    table["period"] = [periods.get(str(month), "after") for month in table.index]
    return table.rename_axis("month")


def _periods(
    case: Case, region: str, first_month: str, last_month: str
) -> tuple[list[str], list[str], list[str]]:
    need_case(case)
    known = sorted(case.accounts["region"].unique())
    need_code("region", region, known)
    months = pd.Series([case.first_month, case.last_month])
    begin, end = (int(n) for n in month_number(months))
    first = need_month("first_month", first_month, months)
    last = need_month("last_month", last_month, months)
    if len(known) < 2 or not begin < first <= last:
        raise InvalidArgument("analysis-nothing-to-compare")
    every = [month_code(n) for n in range(begin, end + 1)]
    return (
        every[: first - begin],
        every[first - begin : last - begin + 1],
        every[last - begin + 1 :],
    )


def _members(case: Case, region: str) -> list[str]:
    """Specialists most of whose accounts lie in the region."""
    accounts = case.accounts
    home = accounts.groupby("rep_id")["region"].agg(lambda regions: regions.mode().iloc[0])
    members = [str(rep) for rep in home[home == region].index]
    if not members or len(members) == len(home):
        raise InvalidArgument("analysis-nothing-to-compare")
    return members


def _groups(rng: np.random.Generator, count: int, units: int, size: int) -> Array:
    """Random groups of a size: a row a group, 1 for its members."""
    order = rng.random((count, units)).argsort(axis=1)
    return (order < size).astype(float)


def _effect(
    group: Array,
    others: Array,
    values: Array,
    early: Indices,
    late: Indices,
) -> Array:
    """Relative change of each group less that of its others; not finite without a before."""
    first, second = values[:, early].mean(axis=1), values[:, late].mean(axis=1)
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.asarray((group @ second) / (group @ first) - (others @ second) / (others @ first))


def _noise_before(groups: Array, values: Array, early: Indices, later: int) -> float:
    """Standard deviation of an effect where there is none, from the months before alone."""
    months = len(early)
    if months < 4:
        return float("nan")
    past = values[:, early]
    with np.errstate(divide="ignore", invalid="ignore"):
        told = [
            sums / sums.mean(axis=1, keepdims=True) for sums in (groups @ past, (1 - groups) @ past)
        ]
    gap = told[0] - told[1]
    gap = gap[np.isfinite(gap).all(axis=1)]
    if not len(gap):
        return float("nan")
    variance = float((gap**2).sum(axis=1).mean() / (months - 1))
    step = float((gap[:, 1:] * gap[:, :-1]).sum() / max((gap[:, :-1] ** 2).sum(), 1e-300))
    # Few months make what hangs together look looser than it is (Kendall, 1954).
    together = float(np.clip(step + (1.0 + 3.0 * step) / months, 0.0, 0.95))
    weights = np.r_[np.full(months, -1.0 / months), np.full(later, 1.0 / later)]
    apart = np.abs(np.subtract.outer(np.arange(len(weights)), np.arange(len(weights))))
    return float(np.sqrt(variance * (weights @ together**apart @ weights)))
