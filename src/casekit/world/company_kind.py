"""What a single company of a family does with its hours: no two teams read off the same answer."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from casekit.company.schema import ACTIVITIES, SELLING
from casekit.model import Erosion, Saturating
from casekit.world import parameters as p
from casekit.world.parameters import Family, RegionalCut
from casekit.world.references import REFERENCES

#: Activities that are not selling.
REST = ACTIVITIES[len(SELLING) :]


@dataclass(frozen=True)
class Kind:
    """A company's own kind of its family.

    Parameters
    ----------
    family
        The family with this company's hours, and curves that answer them alike.
    excess
        Which of service, travel and administration takes most more than in other firms.
    flattery
        Share of the selling hours told that an observer usually does not see.
    cut
        The region that moved hours from retention to conversion for some months.
    """

    family: Family
    excess: str
    flattery: float
    cut: RegionalCut


def shipped_kind(family: Family) -> Kind:
    """The family as its parameters say, with the shipped company's experiment."""
    return Kind(family, "admin", p.SHIPPED_FLATTERY, RegionalCut(share=family.cut_share))


def draw_kind(rng: np.random.Generator, family: Family) -> Kind:
    """Draw where a company's hours go, how its people report, and which region tried something.

    Selling takes between 33 and 43 % of the month. Curves are stretched with the hours, so that
    a company with fewer of them is as hard, not worse: what differs is the amounts.
    """
    selling = p.MONTH_HOURS * rng.uniform(*p.SELLING_SHARE)
    excess = REST[int(rng.integers(len(REST)))]
    reference = {metric: share for metric, _, share, *_ in REFERENCES}
    usual = np.array([reference[f"{name}_share"] for name in REST])
    more = rng.uniform(*p.EXCESS_HOURS)
    rest = (p.MONTH_HOURS - selling - more) * usual / usual.sum()
    told = sum(family.hours[name] for name in SELLING)
    stretch = selling / told
    hours = {name: family.hours[name] * stretch for name in SELLING}
    hours |= {
        name: float(value) + (more if name == excess else 0.0)
        for name, value in zip(REST, rest, strict=True)
    }
    cut = RegionalCut(region=int(rng.integers(p.REGIONS)), share=family.cut_share)
    flattery = float(rng.uniform(*p.FLATTERY))
    return Kind(_stretched(family, hours, stretch), excess, flattery, cut)


def _stretched(family: Family, hours: dict[str, float], stretch: float) -> Family:
    """The family with other hours, its curves drawn out so that they answer the same."""
    response, pursuit = family.response, family.pursuit
    erosion, expansion, conversion = response.erosion, response.expansion, response.conversion
    assert isinstance(erosion, Erosion)
    assert isinstance(expansion, Saturating)
    assert isinstance(conversion, Saturating)
    return replace(
        family,
        hours=hours,
        pursuit=replace(pursuit, half_hours=pursuit.half_hours * stretch),
        response=replace(
            response,
            erosion=replace(erosion, rate=erosion.rate / stretch),
            expansion=replace(expansion, rate=expansion.rate / stretch),
            conversion=replace(conversion, rate=conversion.rate / stretch),
        ),
    )
