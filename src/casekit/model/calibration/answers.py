"""Five judgements on what effort brings: checks for contradictions, and the fitted curve."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import floor, isfinite
from typing import Any

import numpy as np
from scipy.optimize import least_squares

from casekit import language
from casekit.arrays import Array
from casekit.company.schema import SELLING
from casekit.errors import InvalidArgument
from casekit.model.response.adbudg import Adbudg

__all__ = ["ANSWERS", "FittedAnswers", "check_answers", "fit_answers"]


#: The five answers in their order.
ANSWERS = ("none", "half", "today", "half_more", "saturation")
#: Effort of the three middle answers, relative to present effort.
EFFORTS = np.array([0.5, 1.0, 1.5])
#: Bounds of the power: beyond them the curve is a step, or flat after the first minutes.
POWERS = (0.2, 12.0)
#: Bounds of the log odds reached by present effort.
REACHED_TODAY = (-8.0, 8.0)


@dataclass(frozen=True)
class FittedAnswers:
    """A curve in units of present effort (today is 1), and its distance from the answers.

    Parameters
    ----------
    curve
        ADBUDG with effort in present efforts, outcome in the unit of the answers.
    misfit_share
        Root mean square of the distances at half, today's and half as much again, relative to
        today's answer.
    """

    curve: Adbudg
    misfit_share: float


def fit_answers(answers: Sequence[float]) -> FittedAnswers:
    """Fit an ADBUDG curve to the five answers.

    Its ends are the answers for no and for unlimited effort; steepness and position are fitted to
    the other three by least squares.

    Parameters
    ----------
    answers
        Outcomes of no effort, half of today's, today's, half as much again, unlimited effort, in
        any unit, without contradictions (`check_answers`).

    Examples
    --------
    >>> fitted = fit_answers((0, 40, 100, 138.5, 200))
    >>> round(float(fitted.curve.power), 1), round(fitted.misfit_share, 3)
    (2.0, 0.0)
    """
    none, *middle, saturation = (float(answer) for answer in answers)
    told = (np.array(middle) - none) / (saturation - none)
    odds = np.log(np.clip(told, 1e-3, 1.0 - 1e-3))
    odds -= np.log(np.clip(1.0 - told, 1e-3, 1.0))

    def off(parameters: Array) -> Array:
        power, today = parameters
        return np.asarray(1.0 / (1.0 + np.exp(-(today + power * np.log(EFFORTS)))) - told)

    slope = float(np.polyfit(np.log(EFFORTS), odds, 1)[0])
    low, high = (np.array(bounds) for bounds in zip(POWERS, REACHED_TODAY, strict=True))
    # Several starts: with an inconsistent answer the fit has more than one local minimum.
    starts = [np.clip([power, odds[1]], low + 1e-3, high - 1e-3) for power in (slope, 1.0, 4.0)]
    fits = [
        least_squares(off, start, bounds=(low, high), xtol=1e-12, ftol=1e-12, gtol=1e-12)
        for start in starts
    ]
    power, today = min(fits, key=lambda fit: float(fit.cost)).x
    curve = Adbudg(none, saturation, float(np.exp(-today / power)), float(power))
    distance = np.asarray(curve.value(EFFORTS)) - middle
    return FittedAnswers(curve, float(np.sqrt(np.mean(distance**2)) / middle[1]))


def check_answers(
    answers: Mapping[str, Sequence[float]],
    kept_share: float | None = None,
    most: Mapping[str, float] | None = None,
) -> None:
    """Raise one error that names everything wrong with the answers, in words.

    Parameters
    ----------
    answers
        As for `calibrate_judgement`.
    kept_share
        Share of the business that today's retention keeps in a year, if known; limits the answer
        for unlimited effort to all of it.
    most
        Of `expansion` and `conversion`, if known: all that can be gained in a year (what
        competitors hold at shared clients; their clients) as a multiple of what today's hours
        gain. Limits the answer for unlimited effort.

    Raises
    ------
    InvalidArgument
        With all faults at once.
    """
    if not isinstance(answers, Mapping):
        allowed = ", ".join(SELLING)
        raise InvalidArgument("judgement-mapping", found=type(answers).__name__, allowed=allowed)
    most = most or {}
    found = [
        fault
        for name in answers
        for fault in _faults(name, answers[name], kept_share, most.get(name))
    ]
    if not answers:
        found = [language.text("judgement-empty", allowed=", ".join(SELLING))]
    if found:
        report = "\n".join(f"- {fault}" for fault in found)
        raise InvalidArgument("judgement-contradicts", count=len(found), report=report)


def _faults(
    name: str, told: Sequence[float], kept_share: float | None, gainable: float | None
) -> Iterator[str]:
    """Everything wrong with the answers on one kind of selling, in the reader's language."""
    if name not in SELLING:
        yield language.text("judgement-activity", found=str(name), allowed=", ".join(SELLING))
        return
    activity = language.text(f"activity-{name}")

    def words(key: str, **facts: Any) -> str:
        return language.text(f"judgement-{key}", activity=activity, **facts)

    numbers = _numbers(told)
    if numbers is None:
        yield words("five", allowed=len(ANSWERS))
        return
    for effort, answer in zip(ANSWERS, numbers, strict=True):
        if not isfinite(answer):
            yield words("not-a-number", answer=language.text(f"effort-{effort}"))
        elif answer < 0:
            yield words("negative", answer=language.text(f"effort-{effort}"),
                        found=_told(answer))  # fmt: skip
    if not all(isfinite(answer) for answer in numbers):
        return
    for place in range(1, len(ANSWERS)):
        if numbers[place] < numbers[place - 1]:
            yield words(
                "falls",
                less=language.text(f"effort-{ANSWERS[place - 1]}"),
                more=language.text(f"effort-{ANSWERS[place]}"),
                before=_told(numbers[place - 1]),
                after=_told(numbers[place]),
            )
    none, _, today, _, saturation = numbers
    if today == none:
        yield words("no-effect")
    if name == "retention" and kept_share is not None and today > 0:
        most = today / kept_share
        if saturation > most:
            yield words("more-than-all", found=_told(saturation),
                        allowed=_told(most))  # fmt: skip
    if gainable is not None and saturation > today * gainable:
        # Rounded down, so that what is named passes.
        allowed = language.number(floor(today * gainable * 100.0) / 100.0, 2)
        yield language.text(
            f"judgement-more-than-there-is-{name}",
            activity=activity,
            found=_told(saturation),
            allowed=allowed,
        )


def _told(answer: float) -> str:
    """An answer as it was given: whole numbers without decimals."""
    return language.number(answer, 0 if answer == int(answer) else 2)


def _numbers(told: Sequence[float]) -> list[float] | None:
    """Five numbers, or None where there is something else."""
    try:
        numbers = [float(answer) for answer in told]
    except (TypeError, ValueError):
        return None
    return numbers if len(numbers) == len(ANSWERS) and not isinstance(told, str) else None
