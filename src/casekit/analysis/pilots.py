"""What a pilot could show, and where it would be stopped, from the company's own noise."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import pandas as pd

from casekit.analysis.guards import need_code, need_count, need_list
from casekit.analysis.panels import FIGURES, LEVELS, monthly_figures
from casekit.arrays import Array, Indices
from casekit.company import Case, need_case
from casekit.errors import InvalidArgument

#: Ways to try something out, from the commonest to the soundest.
DESIGNS = ("before_after", "one_region", "staggered", "half_randomised")
#: Months before a pilot with which it is compared, where the history is long enough.
BEFORE_MONTHS = 9
#: Steps in which specialists begin in the staggered design.
STEPS = 3
YEAR = 12
#: Months of specialists played at once, so that a large company does not fill the memory.
PART = 1_000_000
#: An estimate outside the middle 95 % of what luck gives is called a finding.
OUTSIDE_LUCK = 0.95
#: Standard deviations beyond the bound at which four estimates in five lie outside it.
_FOUR_IN_FIVE = 0.8416


@dataclass(frozen=True, eq=False)
class _Past:
    """A figure's history, ready to be drawn from: paths of specialists and of the company."""

    paths: Array  # specialists by months, shares of the mean, without what all have in common
    means: Array  # each specialist's mean of the same shares
    common: Array  # the company's months
    regions: tuple[Indices, ...]


def pilot_power(
    case: Case,
    effects: Mapping[str, float | Sequence[float]],
    months: int = 9,
    designs: Sequence[str] = DESIGNS,
    without_region: str | None = None,
    draws: int = 1000,
) -> pd.DataFrame:
    """How likely a pilot tells an effect from nothing, by its design and by the figure looked at.

    Parameters
    ----------
    case
        The company.
    effects
        By figure of `monthly_figures`, what the pilot does to it, as a share of its mean
        (-0.2 is a fifth less): one number from the first month on, or one for each month since
        the beginning, as a plan's months have them; the last goes on.
    months
        How long the pilot runs.
    designs
        `one_region`: a region against the others. `half_randomised`: half of the specialists of
        every region, drawn by lot, against the other half. `staggered`: specialists of every
        region begin by lot in three steps, the last after two thirds of the time.
        `before_after`: everybody, against the same months a year earlier.
    without_region
        A region whose history holds an experiment and is no example of nothing being done.
    draws
        How many pilots are played through for each design, with the effect and without.

    Returns
    -------
    pandas.DataFrame
        Index `design` and `figure`; `effect_share` (mean over the months of the pilot),
        `noise_share` (standard deviation of the estimate where nothing is done), `power` (how
        many pilots find the effect, its sign right), `false_alarms` (how many find something
        where nothing is done, counted on other draws than the bounds: 5 % but for chance) and
        `needed_share`: an effect that four pilots in five would find. Not a number where the
        history is too short for the design.

    Raises
    ------
    InvalidArgument
        If a figure or design does not exist, or the history is too short for any.
    MissingTable
        If a figure needs a table that the company lacks.

    Notes
    -----
    Power by simulation (Burlig, Preonas and Woerman, 2020, Journal of Development Economics
    144, on panels whose months hang together): nothing is assumed of the noise, it is drawn. A
    played pilot takes a window of the company's months; the regions in it are drawn anew from
    the company's, and in each the specialists, with their whole paths, so that what hangs
    together within a region and over time stays so. The effect is added to the mean, and the
    pilot is read by two-way fixed effects (specialists and months), which for the first two
    designs is the difference in differences; before and after are compared without others. A
    finding is an estimate beyond 95 % of those that the same design gives where nothing is done.
    What befalls the whole company in a year is seen in one pair of years only: for before and
    after, which has no others beside it, the noise told is therefore the least there is.

    Examples
    --------
    >>> import casekit as ck
    >>> effects = {"margin_krub": 0.02, "opened": 0.25}
    >>> table = ck.analysis.pilot_power(ck.load_case(), effects, draws=200)
    >>> list(table.loc["half_randomised"].index)
    ['margin_krub', 'opened']
    """
    need_case(case)
    if not isinstance(effects, Mapping) or not effects:
        raise InvalidArgument("analysis-effects", found=str(effects))
    need_count("months", months, minimum=2)
    need_count("draws", draws, minimum=50)
    need_list("designs", designs)
    for design in designs:
        need_code("designs", design, DESIGNS)
    rows = {}
    for figure, effect in effects.items():
        past = _past(case, figure, without_region)
        path = _path(effect, months)
        for design in designs:
            rows[(design, figure)] = _power(past, design, path, months, draws)
    order = [(design, figure) for design in designs for figure in effects]
    index = pd.MultiIndex.from_tuples(order, names=["design", "figure"])
    return pd.DataFrame([rows[key] for key in order], index=index)


def stop_bounds(
    case: Case,
    figures: Sequence[str],
    months: Sequence[int] = (3, 6, 9),
    design: str = "half_randomised",
    without_region: str | None = None,
    draws: int = 1000,
) -> pd.DataFrame:
    """Which change of a figure after so many months of a pilot is outside luck.

    Parameters
    ----------
    case
        The company.
    figures
        Figures of `monthly_figures` to be watched.
    months
        After how many months they are looked at.
    design
        As of `pilot_power`.
    without_region, draws
        As of `pilot_power`.

    Returns
    -------
    pandas.DataFrame
        Index `figure` and `months`; `low_share` and `high_share`: where nothing is done, one
        pilot in twenty comes out below the one, and one above the other, as shares of the mean.
        A fall below the first is a reason to stop, for a figure that ought to rise; so is a rise
        above the second for business lost.

    Raises
    ------
    InvalidArgument, MissingTable
        As of `pilot_power`.

    Notes
    -----
    As of `pilot_power`. Each look is taken alone: who looks three times meets a bound by luck
    more often than once in twenty, but less than three times as often.

    Examples
    --------
    >>> import casekit as ck
    >>> bounds = ck.analysis.stop_bounds(ck.load_case(), ["gained_krub"], draws=200)
    >>> bool((bounds["low_share"] < 0).all() and (bounds["high_share"] > 0).all())
    True
    """
    need_case(case)
    need_list("figures", figures)
    need_code("design", design, DESIGNS)
    need_count("draws", draws, minimum=50)
    need_list("months", months)
    for count in months:
        need_count("months", count, minimum=2)
    rows = {}
    for figure in figures:
        past = _past(case, figure, without_region)
        for count in months:
            nothing, _ = _played(past, design, count, draws, 1)
            ends = (1.0 - OUTSIDE_LUCK, OUTSIDE_LUCK)
            low, high = np.quantile(nothing, ends) if len(nothing) else (np.nan, np.nan)
            rows[(figure, count)] = {"low_share": float(low), "high_share": float(high)}
    index = pd.MultiIndex.from_tuples(list(rows), names=["figure", "months"])
    return pd.DataFrame(list(rows.values()), index=index)


def _path(effect: float | Sequence[float], months: int) -> Array:
    try:
        told = np.atleast_1d(np.asarray(effect, dtype=float))
    except (TypeError, ValueError):
        raise InvalidArgument("analysis-effect", found=str(effect)) from None
    if told.ndim != 1 or not len(told) or not np.isfinite(told).all():
        raise InvalidArgument("analysis-effect", found=str(effect))
    return np.asarray(np.r_[told, np.full(months, told[-1])][:months])


@lru_cache(maxsize=16)
def _past(case: Case, figure: str, without_region: str | None) -> _Past:
    # Old clients are those of a moment, which a window drawn from the history does not have.
    need_code("figure", figure, [name for name in FIGURES if name != "old_clients_krub"])
    panel = monthly_figures(case, figure)
    accounts = case.accounts
    home = accounts.groupby("rep_id")["region"].agg(lambda regions: regions.mode().iloc[0])
    if without_region is not None:
        need_code("without_region", without_region, sorted(home.unique()))
        panel = panel[~panel.index.isin(home[home == without_region].index)]
    values = panel.to_numpy(dtype=float)
    own = values.mean(axis=1)
    # A specialist of whom nothing is known has no path of levels.
    known = own > 0 if figure in LEVELS else np.full(len(own), own.sum() > 0)
    values, own = values[known], own[known]
    names = home.reindex(panel.index[known])
    regions = tuple(np.flatnonzero((names == name).to_numpy()) for name in sorted(names.unique()))
    if len(values) < 4:
        raise InvalidArgument("analysis-too-few-specialists", figure=figure, found=len(values))
    told = values / (own[:, None] if figure in LEVELS else own.mean())
    common = told.mean(axis=0)
    return _Past(told - common, told.mean(axis=1), common, regions)


def _power(past: _Past, design: str, path: Array, months: int, draws: int) -> dict[str, float]:
    nothing, _ = _played(past, design, months, draws, 1)
    if not len(nothing):
        unknown = ("noise_share", "power", "false_alarms", "needed_share")
        return {"effect_share": float(path.mean()), **dict.fromkeys(unknown, float("nan"))}
    bound = float(np.quantile(np.abs(nothing), OUTSIDE_LUCK))
    other, slopes = _played(past, design, months, draws, 2)
    found = other + slopes @ path
    sign = np.sign(path.sum()) or 1.0
    right = np.abs(found) > bound
    if path.any():
        right &= np.sign(found) == sign
    spread = float(nothing.std(ddof=1))
    return {
        "effect_share": float(path.mean()),
        "noise_share": spread,
        "power": float(right.mean()),
        "false_alarms": float((np.abs(other) > bound).mean()),
        "needed_share": bound + _FOUR_IN_FIVE * spread,
    }


@lru_cache(maxsize=64)
def _played(past: _Past, design: str, months: int, draws: int, seed: int) -> tuple[Array, Array]:
    """Estimates of pilots in which nothing is done, and what an effect in a month adds to each.

    Shapes (draws,) and (draws, months). They are played once for all effects that are asked.
    """
    every = past.paths.shape[1]
    back = YEAR if design == "before_after" else min(BEFORE_MONTHS, every - months)
    # A year earlier must be over before the pilot begins.
    ahead = max(back, months) if design == "before_after" else back
    starts = every - months - ahead + 1
    if starts < 1 or back < 1 or (design == "one_region" and len(past.regions) < 2):
        return np.empty(0), np.empty((0, months))
    rng = np.random.default_rng(seed)
    size = max(PART // (len(past.paths) * (back + months)), 1)
    parts = [
        _played_part(past, design, months, back, starts, ahead, min(size, draws - done), rng)
        for done in range(0, draws, size)
    ]
    nothing, slopes = zip(*parts, strict=True)
    return np.concatenate(nothing), np.concatenate(slopes)


def _played_part(
    past: _Past,
    design: str,
    months: int,
    back: int,
    starts: int,
    ahead: int,
    draws: int,
    rng: np.random.Generator,
) -> tuple[Array, Array]:
    begin = rng.integers(starts, size=(draws, 1)) + ahead
    units, region = _drawn(past, draws, rng)
    if design == "before_after":
        now = begin + np.arange(months)
        both = past.paths[units].mean(axis=1) + past.common
        change = [np.take_along_axis(both, at, axis=1).mean(axis=1) for at in (now, now - back)]
        nothing = (change[0] - change[1]) / past.common.mean()
        return nothing, np.full((draws, months), 1.0 / months)
    begun = _begun(design, region, months, draws, rng)
    since = np.arange(-back, months) - begun[:, :, None]
    treated = (since >= 0).astype(float)
    weights = treated - treated.mean(axis=1, keepdims=True) - treated.mean(axis=2, keepdims=True)
    weights += treated.mean(axis=(1, 2), keepdims=True)
    weights /= (weights**2).sum(axis=(1, 2), keepdims=True)
    window = begin + np.arange(-back, months)
    seen = past.paths[units[:, :, None], window[:, None, :]]
    slopes = np.zeros((draws, months))
    for first in np.unique(begun[begun < months]):
        share = np.where(begun == first, past.means[units], 0.0)
        felt = weights[:, :, back + first :]
        slopes[:, : months - first] += np.einsum("dr,drm->dm", share, felt)
    return (weights * seen).sum(axis=(1, 2)), slopes


def _drawn(past: _Past, draws: int, rng: np.random.Generator) -> tuple[Indices, Indices]:
    """Specialists of played companies: regions drawn anew, and in each its specialists."""
    sizes = np.array([len(members) for members in past.regions])
    first = np.r_[0, sizes.cumsum()[:-1]]
    region = np.repeat(np.arange(len(sizes)), sizes)
    source = rng.integers(len(sizes), size=(draws, len(sizes)))[:, region]
    place = (rng.random((draws, len(region))) * sizes[source]).astype(int)
    return np.concatenate(past.regions)[first[source] + place], region


def _begun(
    design: str, region: Indices, months: int, draws: int, rng: np.random.Generator
) -> Indices:
    """Month of the pilot from which each specialist takes part; `months` for those who do not."""
    if design == "one_region":
        return np.broadcast_to(np.where(region == 0, 0, months), (draws, len(region)))
    begun = np.full((draws, len(region)), months)
    for place in np.unique(region):
        seats = np.flatnonzero(region == place)
        # Each seat's place in a queue drawn by lot.
        queue = rng.random((draws, len(seats))).argsort(axis=1).argsort(axis=1)
        if design == "half_randomised":
            # Of an odd number the larger half takes part in every second region.
            half = (len(seats) + int(place) % 2) // 2
            begun[:, seats] = np.where(queue < half, 0, months)
        else:
            begun[:, seats] = (queue % STEPS) * months // STEPS
    return begun
