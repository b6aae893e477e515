"""Curves by name, and the rule of thumb that allocates effort along them by hand."""

from __future__ import annotations

from typing import Any, Protocol

import numpy as np
import numpy.typing as npt

from casekit.errors import InvalidArgument
from casekit.model.adbudg import Adbudg
from casekit.model.curves import Erosion, Numbers, Power, Pursuit, Saturating

__all__ = ["CURVES", "Curve", "albers_shares", "make_curve"]


class Curve(Protocol):
    """Anything that tells what hours bring: outcome, outcome of one more hour, elasticity."""

    def value(self, hours: Numbers) -> Numbers:
        """Outcome of a month with these hours."""

    def marginal(self, hours: Numbers) -> Numbers:
        """Outcome of one more hour a month."""

    def elasticity(self, hours: Numbers) -> Numbers:
        """Per cent of outcome for one per cent of hours."""


#: Shapes of response by the names they have in the literature.
CURVES: dict[str, type[Any]] = {
    "modified_exponential": Saturating,
    "power": Power,
    "adbudg": Adbudg,
    "erosion": Erosion,
    "pursuit": Pursuit,
}


def make_curve(shape: str, **parameters: Numbers) -> Curve:
    """Curve of a named shape.

    Parameters
    ----------
    shape
        A name of `CURVES`.
    **parameters
        What that shape takes.

    Raises
    ------
    InvalidArgument
        If there is no such shape.

    Examples
    --------
    >>> float(make_curve("power", scale=2.0, exponent=0.5).value(16.0))
    8.0
    """
    if shape not in CURVES:
        raise InvalidArgument("curve-unknown", found=shape, allowed=", ".join(CURVES))
    curve: Curve = CURVES[shape](**parameters)
    return curve


def albers_shares(
    contribution: npt.NDArray[np.float64], elasticity: npt.NDArray[np.float64]
) -> npt.NDArray[np.float64]:
    """Shares of the effort in proportion to contribution times elasticity.

    At the best split of a fixed effort `margin_i * marginal_i` is the same everywhere, so the
    effort spent on each is in proportion to its margin times outcome times elasticity. Albers
    (1998) turns that into a rule: compute it at today's split, spend so, and again.

    Parameters
    ----------
    contribution
        Margin times outcome at today's effort, one value an activity.
    elasticity
        Elasticity at today's effort.

    Examples
    --------
    >>> albers_shares(np.array([100.0, 300.0]), np.array([0.3, 0.1])).tolist()
    [0.5, 0.5]
    """
    weight = np.asarray(contribution, dtype=float) * np.asarray(elasticity, dtype=float)
    return np.asarray(weight / weight.sum())
