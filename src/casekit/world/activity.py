"""Reports and the observer's calendar: hours by account, as reported and as observed."""

from __future__ import annotations

import numpy as np
import pandas as pd

from casekit.arrays import Array, Flags, Indices, Ints, Texts
from casekit.company.schema import ACTIVITIES, SELLING
from casekit.world import parameters as p
from casekit.world.chance import bounded_noise, round_keeping_totals
from casekit.world.customs import Customs
from casekit.world.market import Market, Reps, held_krub
from casekit.world.months import month_codes
from casekit.world.simulate import History

#: Rounding step of reports, hours.
STEP_HOURS = 0.5
#: Rounding step of specialists who report round months, hours.
ROUND_HOURS = 5.0


def choose_round_reporters(
    rng: np.random.Generator, reps: Reps, history: History, busy: Flags
) -> Indices:
    """Two or three specialists who hand in round, identical months.

    They always had a shared client and a running pursuit, since an identical month would otherwise
    book hours at impossible accounts; and their usual month is nearly round, so that the company's
    totals hardly change.

    Parameters
    ----------
    busy
        Specialists whose hours changed too much for identical months.
    """
    months = slice(p.BURN_IN_MONTHS, None)
    selling = slice(1, len(SELLING))
    fits = (history.hours[months][:, :, selling] > 0).all(axis=(0, 2))
    fits &= (reps.habit_hours[:, selling] >= ROUND_HOURS).all(axis=1) & ~busy
    fits[[reps.hands_over, reps.takes_over]] = False
    candidates = rng.permutation(np.flatnonzero(fits))
    off = np.abs(_round_months(reps.habit_hours) - reps.habit_hours).max(axis=1)[candidates]
    nearest = candidates[np.argsort(off, kind="stable")]
    return np.sort(nearest[: 2 + int(rng.random() < 0.5)])


def _round_months(hours: Array) -> Array:
    """A month of each specialist in fives that add up to the hours everybody knows it has."""
    of_rep = np.repeat(np.arange(p.REPS), len(ACTIVITIES))
    rounded = round_keeping_totals(hours.ravel(), of_rep, ROUND_HOURS)
    return rounded.reshape(hours.shape)


def reported_hours(reps: Reps, history: History, round_reporters: Indices) -> Array:
    """Reported hours of each shipped month, shape (months, reps, 6), in half hours."""
    hours = history.hours[p.BURN_IN_MONTHS :].copy()
    hours[:, round_reporters] = _round_months(reps.habit_hours)[round_reporters]
    return np.rint(hours / STEP_HOURS) * STEP_HOURS


def later_reported_hours(history: History, months: Ints, round_reporters: Indices) -> Array:
    """Hours of later months as told: who hands in round months rounds what was meant."""
    hours = history.hours[months].copy()
    # Where somebody had no client or pursuit to go to, the hours worked say so.
    placed = hours[:, round_reporters] > 0.0
    for row, month in enumerate(months):
        told = _round_months(history.meant_hours[month])[round_reporters]
        fits = ((told > 0.0) == placed[row]).all(axis=1)
        hours[row, round_reporters[fits]] = told[fits]
    return np.rint(hours / STEP_HOURS) * STEP_HOURS


def reports_table(
    rng: np.random.Generator,
    market: Market,
    customs: Customs,
    history: History,
    months: Ints,
    reported: Array,
    rep_id: Texts,
    account_id: Texts,
) -> pd.DataFrame:
    """Rows of `reports`: a month of a specialist at an account, hours as told."""
    rep = history.account_rep[months]
    weights = _account_weights(rng, market, customs, history, months)
    order = np.lexsort((np.broadcast_to(np.arange(rep.shape[1]), rep.shape).ravel(),
                        (rep + p.REPS * np.arange(len(months))[:, None]).ravel()))  # fmt: skip
    group = (rep + p.REPS * np.arange(len(months))[:, None]).ravel()[order]
    laid = np.empty((group.size, len(ACTIVITIES)))
    for column in range(len(ACTIVITIES)):
        weight = weights[column].ravel()[order]
        total = np.bincount(group, weights=weight, minlength=p.REPS * len(months))
        share = np.divide(weight, total[group], out=np.zeros_like(weight), where=total[group] > 0)
        hours = share * reported[:, :, column].ravel()[group]
        laid[:, column] = round_keeping_totals(hours, group, STEP_HOURS)
    month, account = np.divmod(order, rep.shape[1])
    keep = laid.sum(axis=1) > 0
    frame = pd.DataFrame(
        {
            "month": month_codes(months)[month[keep]],
            "rep_id": rep_id[group[keep] % p.REPS],
            "account_id": account_id[account[keep]],
        }
    )
    for column, name in enumerate(ACTIVITIES):
        frame[f"{name}_hours"] = laid[keep, column]
    return frame.sort_values(["month", "rep_id", "account_id"], ignore_index=True)


def _account_weights(
    rng: np.random.Generator, market: Market, customs: Customs, history: History, months: Ints
) -> list[Array]:
    """Where the hours of each activity go, six arrays of shape (months, accounts)."""
    held = held_krub(market, history.supplier[months])
    shape = held.shape
    served = held > 0
    seen = rng.random(shape) < 0.8
    # Weights must not all be zero: skipped accounts of ours keep a small weight.
    visits = np.where(seen, np.exp(0.4 * rng.standard_normal(shape)), 0.02)
    retention = served * np.sqrt(held) * customs.friendly * visits
    needs = np.exp(0.5 * rng.standard_normal(shape)) * (rng.random(shape) < 0.6) + 0.01
    service = served * np.sqrt(held) * market.service_appetite * needs
    expansion = history.expansion_weight[months]
    conversion = history.pursuit_hours[months]
    # Travel and administration follow the other hours at the account.
    touch = (
        retention / np.maximum(retention.mean(), 1e-9)
        + 0.8 * service / np.maximum(service.mean(), 1e-9)
        + 0.6 * expansion / np.maximum(expansion.mean(), 1e-9)
        + 0.5 * conversion / np.maximum(conversion.mean(), 1e-9)
    )
    travel = touch * customs.distance * np.exp(0.3 * rng.standard_normal(shape))
    admin = np.sqrt(touch) * np.exp(0.3 * rng.standard_normal(shape))
    return [retention, expansion, conversion, service, travel, admin]


def calendar_table(
    rng: np.random.Generator,
    history: History,
    round_reporters: Indices,
    flattery: float,
    rep_id: Texts,
) -> pd.DataFrame:
    """Rows of `calendar`: what an observer saw in a month, two months a specialist in year 2.

    The observer saw the same working time, but less of it was selling; the difference was mostly
    paperwork. Those who hand in round months differ most.

    Parameters
    ----------
    flattery
        Share of the selling hours told that the observer usually did not see.
    """
    flatter = flattery + rng.uniform(-0.05, 0.05, p.REPS)
    flatter[round_reporters] = flattery + rng.uniform(0.06, 0.14, len(round_reporters))
    first = rng.integers(12, 18, p.REPS)
    rows = []
    for month in (first, first + 6):
        true = history.hours[p.BURN_IN_MONTHS + month, np.arange(p.REPS)]
        seen = true.copy()
        seen[:, : len(SELLING)] *= 1.0 - flatter[:, None]
        missing = (true - seen).sum(axis=1, keepdims=True)
        seen[:, len(SELLING) :] += missing * np.array([0.2, 0.2, 0.6])
        seen *= bounded_noise(rng, 0.04, seen.shape)
        rows.append((month, np.rint(seen / STEP_HOURS) * STEP_HOURS))
    frames = [
        pd.DataFrame(
            {
                "month": np.repeat(month_codes(month + p.BURN_IN_MONTHS), len(ACTIVITIES)),
                "rep_id": np.repeat(rep_id, len(ACTIVITIES)),
                "activity": np.tile(np.array(ACTIVITIES, dtype=object), p.REPS),
                "hours": seen.ravel(),
            }
        )
        for month, seen in rows
    ]
    table = pd.concat(frames, ignore_index=True)
    return table.sort_values(["month", "rep_id"], kind="stable", ignore_index=True)
