"""Calibration from judgement: five answers a kind of selling, a curve through them.

Where history shows nothing, or a step is planned that nobody has tried, people who know the clients
judge the outcome of no effort, half of today's, today's, half as much again, and unlimited effort.
Without any history they say what today's hours bring in a year as well.
Lodish, Curtis, Ness and Simpson (1988) set the sales force of Syntex by
such answers; the curve is Little's (1970) ADBUDG.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

import numpy as np

from casekit.arrays import Array
from casekit.company import Case
from casekit.company.schema import SELLING
from casekit.errors import InvalidArgument
from casekit.language import money, number, text
from casekit.model.calibration.answers import check_answers, fit_answers
from casekit.model.calibration.calibration import Calibration, Sample, interval_frame
from casekit.model.calibration.history import DRAWS, calibrate_history
from casekit.model.calibration.panel import has_history
from casekit.model.calibration.snapshot import LEVEL_OF, Levels, monthly_levels, take_snapshot
from casekit.model.response.adbudg import YEAR_MONTHS, Adbudg, JudgedErosion
from casekit.model.response.curves import Erosion, Saturating
from casekit.model.response.dynamics import Response

__all__ = ["calibrate_judgement"]


#: Standard deviation of the log steepness of a judged curve. Assumed.
JUDGEMENT_ERROR = 0.20
#: Standard deviation of the logarithm of a level that people tell. Assumed.
LEVEL_ERROR = 0.10
#: Rate of a curve of which only the level is known: nothing without hours, the level with any.
AT_ONCE = 3.0
#: Field of `Response` that holds the curve of each kind of selling.
CURVE_OF = {"retention": "erosion", "expansion": "expansion", "conversion": "conversion"}


def calibrate_judgement(
    answers: Mapping[str, Sequence[float]], case: Case, levels: Levels | None = None
) -> Calibration:
    """Calibrate from the judgement of people who know the clients.

    State of the specialists and amounts come from the case's tables; the answers say how outcomes
    change with effort. What today's hours bring comes from history, or from `levels`. A kind of
    selling without answers keeps its curve from history; without history, what other hours of it
    bring is unknown.

    Parameters
    ----------
    answers
        By kind of selling: outcome of (no effort, half of today's, today's, half as much again,
        unlimited effort) of the mean specialist, in any unit, for instance today as 100.
        Retention: business of today that is still there in a year; expansion: business gained;
        conversion: clients won.
    case
        The company; without history, its specialists, clients, latest reports and sales suffice.
    levels
        What today's hours bring in a year. Needed of all three kinds without history; with
        history, a level replaces that of history for a kind that was judged.

    Returns
    -------
    Calibration
        `tried_hours` is None without history. `intervals` has a further column `misfit_share`:
        distance of the curve from the answers, as a share of today's answer (NaN without answers).
        Draws vary the steepness of judged curves by `JUDGEMENT_ERROR`; the level at today's hours
        is as uncertain as in history, or off by `LEVEL_ERROR` where people told it.

    Raises
    ------
    InvalidArgument
        Naming all contradictions at once, in words; if nobody spends an hour on what was judged;
        if a level is missing without history, or told of a kind that was not judged; if an answer
        or a level is more than there is: competitors' business at shared clients, their clients,
        the business of today.

    Examples
    --------
    >>> import casekit as ck
    >>> judged = calibrate_judgement({"expansion": (0, 60, 100, 125, 180)}, ck.load_case())
    >>> bool(judged.intervals.set_index("activity").loc["expansion", "misfit_share"] < 0.02)
    True
    """
    told_levels = Levels() if levels is None else levels
    if not isinstance(told_levels, Levels):
        raise InvalidArgument("judgement-levels-needed", found=type(levels).__name__)
    check_answers(answers)
    if has_history(case):
        history = calibrate_history(case)
        loose = [name for name in _levels_told(told_levels) if name not in answers]
        if loose:
            raise InvalidArgument("judgement-level-alone", activities=", ".join(loose))
    else:
        history = _without_history(case, told_levels)
    hours = dict(zip(SELLING, history.today_hours.mean(axis=0), strict=False))
    known = {name: float(np.asarray(getattr(history.response, CURVE_OF[name]).value(hours[name])))
             for name in SELLING}  # fmt: skip
    known |= monthly_levels(told_levels, len(history.rep_ids))
    there_is = _there_is(history)
    _need_levels_within(told_levels, there_is, history.response.terms.currency)
    most = {
        name: whole / (YEAR_MONTHS * len(history.rep_ids) * known[name])
        for name, whole in there_is.items()
        if known[name] > 0
    }
    check_answers(answers, (1.0 - known["retention"]) ** YEAR_MONTHS, most)
    idle = [name for name in answers if hours[name] <= 0.0]
    if idle:
        raise InvalidArgument("judgement-no-hours", activities=", ".join(idle))
    rng = np.random.default_rng(0)
    best: dict[str, Any] = {}
    drawn = dict(history.sample.response)
    misfit = dict.fromkeys(SELLING, np.nan)
    for activity, told in answers.items():
        fitted = fit_answers(told)
        misfit[activity] = fitted.misfit_share
        steeper = np.exp(JUDGEMENT_ERROR * rng.standard_normal((len(history.sample.skill), 1)))
        level = np.asarray(drawn[CURVE_OF[activity]].value(hours[activity]))
        if activity in _levels_told(told_levels):
            level = known[activity] * np.exp(LEVEL_ERROR * rng.standard_normal(steeper.shape))
        make = _judged_erosion if activity == "retention" else _judged_gain
        best[CURVE_OF[activity]] = make(fitted.curve, hours[activity], known[activity])
        drawn[CURVE_OF[activity]] = make(fitted.curve, hours[activity], level, steeper)
    return _with_curves(history, best, drawn, misfit)


def _levels_told(levels: Levels) -> list[str]:
    """Kinds of selling of which a level was told."""
    return [name for name, field in LEVEL_OF.items() if getattr(levels, field) is not None]


def _there_is(history: Calibration) -> dict[str, float]:
    """All that can be gained: competitors' business at shared clients, and their clients."""
    start = history.start
    return {
        "expansion": float(np.sum(start.room_krub)),
        "conversion": float(np.sum(start.pool_accounts)),
    }


def _need_levels_within(levels: Levels, there_is: dict[str, float], currency: str) -> None:
    """Require levels that do not exceed what there is; all that do are named."""
    faults = []
    for name, most in there_is.items():
        told = getattr(levels, LEVEL_OF[name])
        if told is not None and told > most:
            write = partial(money, currency=currency) if name == "expansion" else number
            facts = {"found": write(told), "most": write(most)}
            faults.append(text(f"judgement-level-above-{name}", **facts))
    if faults:
        raise InvalidArgument("judgement-levels-above", report=" ".join(faults))


def _without_history(case: Case, levels: Levels) -> Calibration:
    """The sales force as it stands, where other hours than today's bring nobody knows what."""
    told = _levels_told(levels)
    missing = [LEVEL_OF[name] for name in SELLING if name not in told]
    if missing:
        raise InvalidArgument("judgement-no-levels", missing=", ".join(missing))
    found = take_snapshot(case)
    level = monthly_levels(levels, len(found.rep_ids))
    response = Response(
        erosion=Erosion(level["retention"], 0.0, 1.0),
        expansion=Saturating(level["expansion"], AT_ONCE),
        conversion=Saturating(level["conversion"], AT_ONCE),
        **found.amounts,
    )
    rng = np.random.default_rng(1)
    off = {name: level[name] * np.exp(LEVEL_ERROR * rng.standard_normal((DRAWS, 1)))
           for name in SELLING}  # fmt: skip
    drawn = {
        "erosion": Erosion(off["retention"], 0.0 * off["retention"], 1.0),
        "expansion": Saturating(off["expansion"], AT_ONCE),
        "conversion": Saturating(off["conversion"], AT_ONCE),
    }
    sample = Sample(drawn, np.ones((DRAWS, len(found.rep_ids))))
    refused = dict.fromkeys(SELLING, "judgement-not-asked")
    intervals = interval_frame(found.start, response, sample, found.today_hours, refused)
    intervals["learned_share"] = np.nan
    return Calibration(
        rep_ids=found.rep_ids,
        regions=found.regions,
        start=found.start,
        response=response,
        today_hours=found.today_hours,
        tried_hours=None,
        intervals=intervals,
        sample=sample,
        assumed=(
            "assumed-memory", "assumed-lag", "assumed-cycle-alone", "assumed-service",
            "assumed-forms", "assumed-snapshot",
        ),
    )  # fmt: skip


def _judged_gain(
    curve: Adbudg, hours: float, level: float | Array, steeper: float | Array = 1.0
) -> Adbudg:
    """Curve in hours that brings `level` at today's hours.

    A change of steepness keeps the point at today's hours, where the odds stay the same.
    """
    share = level / float(curve.value(1.0))
    return Adbudg(
        lowest=share * curve.lowest,
        highest=share * curve.highest,
        half_hours=hours * np.power(curve.half_hours, 1.0 / steeper),
        power=steeper * np.asarray(curve.power),
    )


def _judged_erosion(
    curve: Adbudg, hours: float, level: float | Array, steeper: float | Array = 1.0
) -> JudgedErosion:
    """Loss by hours that is `level` at today's hours."""
    kept = _judged_gain(curve, hours, (1.0 - level) ** YEAR_MONTHS, steeper)
    # A draw with a lower loss today must not keep more than the whole base.
    return JudgedErosion(replace(kept, highest=np.minimum(kept.highest, 1.0)))


def _with_curves(
    history: Calibration, best: dict[str, Any], drawn: dict[str, Any], misfit: dict[str, float]
) -> Calibration:
    """Replace curves from history by judged ones."""
    response = replace(history.response, **best)
    sample = Sample(drawn, history.sample.skill)
    refused = {
        str(activity): str(reason)
        for activity, reason in history.intervals.set_index("activity")["reason"].items()
        if reason and CURVE_OF[str(activity)] not in best
    }
    intervals = interval_frame(history.start, response, sample, history.today_hours, refused)
    learned = history.intervals.set_index("activity")["learned_share"]
    judged = [CURVE_OF[name] in best for name in intervals["activity"]]
    intervals["learned_share"] = intervals["activity"].map(learned).mask(judged)
    intervals["misfit_share"] = intervals["activity"].map(misfit)
    assumed = (*history.assumed, "assumed-judgement")
    return replace(history, response=response, sample=sample, intervals=intervals, assumed=assumed)
