"""Amounts of money that a text names, held against the figures of the plan it is about."""

from __future__ import annotations

import re
from collections.abc import Iterator

import numpy as np

from casekit.arrays import Array
from casekit.model import Comparison, Plan, plan_accounts, project

__all__ = ["known_amounts", "strange_amounts"]

#: Thousands in what follows a number, as people write it.
_UNITS = {"тыс": 1.0, "млн": 1e3, "млрд": 1e6, "k": 1.0, "thousand": 1.0, "m": 1e3, "mn": 1e3,
          "million": 1e3, "bn": 1e6, "billion": 1e6}  # fmt: skip
_AMOUNT = re.compile(
    r"(?<![\d.,])(?P<whole>\d{1,3}(?:[ \u00a0\u202f]\d{3})+|\d+)(?:[.,](?P<part>\d+))?"
    r"[ \u00a0\u202f]*(?P<unit>млрд|млн|тыс|billion|million|thousand|bn|mn|m|k)(?![^\W\d_])"
)
#: Parts of a figure's last digit that rounding may take, and a hair.
_ROUNDED = 0.51
#: Lines of the band that a text may quote, and months of a first look.
_LINES, _FIRST_MONTHS = (0.05, 0.2, 0.25, 0.5, 0.75, 0.8, 0.95), 9


def strange_amounts(words: str, comparison: Comparison, plan: Plan) -> tuple[str, ...]:
    """Amounts that a text names and the plan does not know, as they are written.

    Parameters
    ----------
    words
        The text.
    comparison, plan
        The plan that it is about.
    """
    found = list(_amounts(words))
    if not found:
        return ()
    known = known_amounts(comparison, plan)
    return tuple(
        dict.fromkeys(
            written
            for written, krub, digit in found
            if not (np.abs(known - krub) <= _ROUNDED * digit).any()
        )
    )


def known_amounts(comparison: Comparison, plan: Plan) -> Array:
    """Figures of a plan that its memo may name, thousands, without their signs."""
    c = comparison.calibration
    figures, accounts = comparison.figures(plan), plan_accounts(c, plan)
    costs = accounts["technicians_krub"] + accounts["assistants_krub"]
    terms = c.response.terms
    told = [
        figures.gain_krub,
        figures.trough_krub,
        *accounts.to_numpy().ravel(),
        *costs,
        *accounts.sum(),
        float(costs.sum()),
        terms.technician_krub_per_hour,
        terms.assistant_krub_per_hour,
    ]
    if plan:
        found = comparison.outlook(plan)
        told += [found.quantile(line) for line in _LINES]
        first = project(c, plan, draws=200).fan.loc[:_FIRST_MONTHS]
        told += list(first.sum())
    known = np.abs(np.array(told, dtype=float))
    return np.asarray(known[np.isfinite(known)])


def _amounts(words: str) -> Iterator[tuple[str, float, float]]:
    """Each amount as it is written, in thousands, and what its last digit stands for."""
    for match in _AMOUNT.finditer(words):
        scale, part = _UNITS[match["unit"]], match["part"] or ""
        whole = re.sub(r"\D", "", match["whole"])
        yield match[0], float(f"{whole}.{part or 0}") * scale, scale / 10 ** len(part)
