"""Amounts of money that a text names, held against the figures of the plan it is about."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np

from casekit.handout.wording import Spoken, spoken_of
from casekit.model import Comparison, Plan, plan_accounts, project

__all__ = ["Known", "Misnamed", "known_amounts", "misnamed_amounts", "strange_amounts"]

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


@dataclass(frozen=True)
class Known:
    """A figure of a plan that its memo may name.

    Parameters
    ----------
    line
        `profit`, `margin`, `cost` (what technicians and assistants are paid) or `value`.
    period
        The year, counted from 1; `mean` of the years; `all` of them together; empty where a
        figure belongs to none of these.
    krub
        Thousands, without its sign.
    """

    line: str
    period: str
    krub: float

    def is_meant(self, spoken: Spoken) -> bool:
        """Whether the words around an amount may speak of this figure."""
        lines = not spoken.lines or self.line in spoken.lines
        return lines and (not spoken.periods or not self.period or self.period in spoken.periods)


@dataclass(frozen=True)
class Misnamed:
    """An amount that is a figure of the plan, but not the one that its sentence speaks of.

    Parameters
    ----------
    written
        The amount as it is written.
    known
        Figures of the plan that are as large.
    """

    written: str
    known: tuple[Known, ...]


def strange_amounts(words: str, comparison: Comparison, plan: Plan) -> tuple[str, ...]:
    """Amounts that a text names and the plan does not know, as they are written.

    Parameters
    ----------
    words
        The text.
    comparison, plan
        The plan that it is about.
    """
    matched = _matched(words, comparison, plan)
    return tuple(dict.fromkeys(written for written, _, known in matched if not known))


def misnamed_amounts(words: str, comparison: Comparison, plan: Plan) -> tuple[Misnamed, ...]:
    """Amounts that a text calls something else than what they are in the plan.

    What a sentence speaks of is told by the words near the amount; where they tell nothing, any
    figure of the plan is right.

    Parameters
    ----------
    words
        The text.
    comparison, plan
        The plan that it is about.
    """
    return tuple(
        dict.fromkeys(
            Misnamed(written, known)
            for written, spoken, known in _matched(words, comparison, plan)
            if known and not any(figure.is_meant(spoken) for figure in known)
        )
    )


def known_amounts(comparison: Comparison, plan: Plan) -> tuple[Known, ...]:
    """Figures of a plan that its memo may name, thousands, without their signs.

    Parameters
    ----------
    comparison, plan
        The plan that it is about.
    """
    c = comparison.calibration
    figures, accounts = comparison.figures(plan), plan_accounts(c, plan)
    terms = c.response.terms
    told = [("value", "", figures.gain_krub), ("profit", "", figures.trough_krub)]
    paid = accounts["technicians_krub"] + accounts["assistants_krub"]
    for line, years in (
        ("profit", accounts["profit_krub"]),
        ("margin", accounts["margin_krub"]),
        ("cost", accounts["technicians_krub"]),
        ("cost", accounts["assistants_krub"]),
        ("cost", paid),
    ):
        told += [(line, str(year), float(krub)) for year, krub in years.items()]
        told += [(line, "mean", float(years.mean())), (line, "all", float(years.sum()))]
    told += [
        ("cost", "", terms.technician_krub_per_hour),
        ("cost", "", terms.assistant_krub_per_hour),
    ]
    if plan:
        found = comparison.outlook(plan)
        told += [("value", "", float(found.quantile(line))) for line in _LINES]
        first = project(c, plan, draws=200).fan.loc[:_FIRST_MONTHS]
        told += [("profit", "", float(krub)) for krub in first.sum()]
    return tuple(Known(line, period, abs(krub)) for line, period, krub in told if np.isfinite(krub))


def _matched(
    words: str, comparison: Comparison, plan: Plan
) -> Iterable[tuple[str, Spoken, tuple[Known, ...]]]:
    """Each amount as it is written, what is said of it, and the figures that are as large."""
    found = list(_AMOUNT.finditer(words))
    if not found:
        return
    known = known_amounts(comparison, plan)
    spoken = spoken_of(words, [match.span() for match in found])
    for (written, krub, digit), said in zip(_amounts(found), spoken, strict=True):
        alike = [figure for figure in known if abs(figure.krub - krub) <= _ROUNDED * digit]
        yield written, said, tuple(dict.fromkeys(alike))


def _amounts(found: Iterable[re.Match[str]]) -> Iterator[tuple[str, float, float]]:
    """Each amount as it is written, in thousands, and what its last digit stands for."""
    for match in found:
        scale, part = _UNITS[match["unit"]], match["part"] or ""
        whole = re.sub(r"\D", "", match["whole"])
        yield match[0], float(f"{whole}.{part or 0}") * scale, scale / 10 ** len(part)
