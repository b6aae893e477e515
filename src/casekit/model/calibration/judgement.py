"""Calibration from judgement: five answers a kind of selling, a curve through them.

Where history shows nothing, or a step is planned that nobody has tried, people who know the clients
judge the outcome of no effort, half of today's, today's, half as much again, and unlimited effort.
Lodish, Curtis, Ness and Simpson (1988) set the sales force of Syntex by
such answers; the curve is Little's (1970) ADBUDG.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from casekit.arrays import Array
from casekit.company import Case
from casekit.company.schema import SELLING
from casekit.errors import InvalidArgument
from casekit.model.calibration.answers import check_answers, fit_answers
from casekit.model.calibration.calibration import Calibration, Sample, interval_frame
from casekit.model.calibration.history import calibrate_history
from casekit.model.response.adbudg import YEAR_MONTHS, Adbudg, JudgedErosion

__all__ = ["calibrate_judgement"]


#: Standard deviation of the log steepness of a judged curve. Assumed.
JUDGEMENT_ERROR = 0.20
#: Field of `Response` that holds the curve of each kind of selling.
CURVE_OF = {"retention": "erosion", "expansion": "expansion", "conversion": "conversion"}


def calibrate_judgement(answers: Mapping[str, Sequence[float]], case: Case) -> Calibration:
    """Calibrate from the judgement of people who know the clients.

    State of the specialists, amounts and outcomes of today's hours come from the case's tables; the
    answers say how outcomes change with effort. A kind of selling without answers keeps its curve
    from history.

    Parameters
    ----------
    answers
        By kind of selling: outcome of (no effort, half of today's, today's, half as much again,
        unlimited effort) of the mean specialist, in any unit, for instance today as 100.
        Retention: business of today that is still there in a year; expansion: business gained;
        conversion: clients won.
    case
        The company.

    Returns
    -------
    Calibration
        `intervals` has a further column `misfit_share`: distance of the curve from the answers, as
        a share of today's answer (NaN without answers). Draws vary the steepness of judged curves
        by `JUDGEMENT_ERROR`; the level at today's hours is as uncertain as in history.

    Raises
    ------
    InvalidArgument
        Naming all contradictions at once, in words; or if nobody spends an hour on what was
        judged.

    Examples
    --------
    >>> import casekit as ck
    >>> judged = calibrate_judgement({"expansion": (0, 60, 100, 125, 180)}, ck.load_case())
    >>> bool(judged.intervals.set_index("activity").loc["expansion", "misfit_share"] < 0.02)
    True
    """
    history = calibrate_history(case)
    hours = dict(zip(SELLING, history.today_hours.mean(axis=0), strict=False))
    known = {name: float(np.asarray(getattr(history.response, CURVE_OF[name]).value(hours[name])))
             for name in SELLING}  # fmt: skip
    check_answers(answers, kept_share=(1.0 - known["retention"]) ** YEAR_MONTHS)
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
        make = _judged_erosion if activity == "retention" else _judged_gain
        best[CURVE_OF[activity]] = make(fitted.curve, hours[activity], known[activity])
        drawn[CURVE_OF[activity]] = make(fitted.curve, hours[activity], level, steeper)
    return _with_curves(history, best, drawn, misfit)


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
    return replace(
        history,
        response=response,
        sample=sample,
        intervals=intervals,
        assumed=(*history.assumed, "assumed-judgement"),
    )
