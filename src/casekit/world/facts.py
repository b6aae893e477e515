"""The planted facts of the case, each a named proof with its inequality, figure and margin."""

from __future__ import annotations

from dataclasses import dataclass

from casekit.errors import CasekitError
from casekit.world import facts_market as market
from casekit.world import facts_people as people
from casekit.world import facts_plans as plans
from casekit.world.draw import World, draw_company
from casekit.world.proof import Condition, Fact, Proof

__all__ = [
    "FACTS",
    "SHIPPED_FACTS",
    "Condition",
    "Fact",
    "Proof",
    "ProvenCompany",
    "company_with_facts",
    "prove",
]

#: Facts proven on every company of every family.
FACTS: tuple[Fact, ...] = (
    Fact("0", "profit falls while sales do not", market.profit_falls),
    Fact("1", "where the hours go", market.where_hours_go),
    Fact("2", "the money competitors hold", market.competitors_money),
    Fact("3", "same-month trap", market.same_month_trap),
    Fact("4", "average is not marginal", plans.average_is_not_marginal),
    Fact("5", "cutting retention looks free", people.cutting_retention),
    Fact("6", "the league table rewards territory", people.league_rewards_territory),
    Fact("7", "scattered prospects", people.scattered_prospects),
    Fact("8", "eight months", people.eight_months),
    Fact("9", "self-reports flatter", people.self_reports_flatter),
    Fact("10", "service is not all waste", people.service_is_not_all_waste),
    Fact("11", "benchmark trap", plans.benchmark_trap),
    Fact("12", "margin trap", market.margin_trap),
    Fact("13", "the attribution window", market.attribution_window),
    Fact("14", "two levers and a trough", plans.two_levers_and_a_trough),
    Fact("15", "flat top", plans.flat_top),
    Fact("16", "the region's experiment", people.regions_experiment),
    Fact("17", "a norm or a person", plans.norm_or_person),
    Fact("18", "nothing is not free", plans.nothing_is_not_free),
)
#: Claims made for the shipped company only: its hours, a single region, single specialists.
SHIPPED_FACTS: tuple[Fact, ...] = (
    Fact("1 shipped", "service and administration", market.shipped_hours, shipped_only=True),
    Fact("5 shipped", "a region cut retention", people.regional_cut, shipped_only=True),
    Fact("6 shipped", "stars and stragglers", people.stars_and_stragglers, shipped_only=True),
)

#: Most seeds tried; far more than any family has needed.
_TRIES = 50
#: Distance between the seeds of redraws, so that redraws of neighbouring seeds differ.
_STRIDE = 1_000_003


@dataclass(frozen=True)
class ProvenCompany:
    """A company in which every planted fact holds, and the number of rejected draws."""

    world: World
    redraws: int
    proofs: tuple[Proof, ...]


def prove(world: World) -> tuple[Proof, ...]:
    """Put every fact claimed for a company to the test."""
    claimed = FACTS + (SHIPPED_FACTS if world.truth.shipped else ())
    return tuple(fact(world) for fact in claimed)


def company_with_facts(seed: int, family: str = "A", shipped: bool = False) -> ProvenCompany:
    """Draw a company repeatedly until all its facts hold; counts the failed draws.

    Parameters
    ----------
    seed
        Any whole number from 0; the first draw uses it as it is.
    family
        A, B, C or D.
    shipped
        With the extras of the shipped company and the claims about single people.

    Raises
    ------
    InvalidArgument
        If the family or the seed cannot be used.
    CasekitError
        If no draw satisfies all facts: the parameters contradict them.
    """
    for redraws in range(_TRIES):
        world = draw_company(seed + redraws * _STRIDE, family, shipped=shipped)
        proofs = prove(world)
        if all(proof.holds for proof in proofs):
            return ProvenCompany(world, redraws, proofs)
    raise CasekitError("world-facts-fail", seed=seed, family=family, tries=_TRIES)
