"""The planted facts hold on a small stated sample; the full count is benchmarks/facts.py."""

from __future__ import annotations

import math

import pytest

from casekit.errors import CasekitError, InvalidArgument
from casekit.world import FAMILIES, draw_company, facts
from casekit.world.facts import FACTS, SHIPPED_FACTS, company_with_facts, prove
from casekit.world.proof import Condition, Fact, Proof

#: Three seeds a family; with all of them CI stays under twenty seconds.
SAMPLE = [
    pytest.param(family, seed, marks=[] if seed == 1 else pytest.mark.slow)
    for family in FAMILIES
    for seed in (1, 2, 3)
]


@pytest.mark.parametrize(("family", "seed"), SAMPLE)
def test_facts_hold_after_at_most_one_redraw(family: str, seed: int) -> None:
    company = company_with_facts(seed, family)
    assert company.redraws <= 1
    assert [proof.fact for proof in company.proofs] == [fact.number for fact in FACTS]
    assert all(proof.holds and proof.margin >= 0 for proof in company.proofs)


@pytest.mark.slow
def test_the_first_draw_is_the_company_of_its_seed() -> None:
    company = company_with_facts(1, "C")
    assert company.redraws == 0
    assert company.world.tables["sales"].equals(draw_company(1, "C").tables["sales"])


@pytest.mark.slow
def test_claims_about_single_people_are_made_for_the_shipped_company_only() -> None:
    plain, shipped = draw_company(4), draw_company(4, shipped=True)
    assert len(prove(plain)) == len(FACTS)
    assert [proof.fact for proof in prove(shipped)][len(FACTS) :] == [
        fact.number for fact in SHIPPED_FACTS
    ]


def test_a_condition_measures_its_distance_to_the_nearest_bound() -> None:
    assert Condition("share", 0.38, low=0.35, high=0.40).margin == pytest.approx(0.05)
    assert Condition("share", 0.30, low=0.40).margin == pytest.approx(-0.25)
    assert Condition("change", -0.01, low=0.0).margin == pytest.approx(-0.01)
    assert Condition("free", 7.0).margin == math.inf
    assert not Condition("undefined", math.nan, low=0.0).holds


def test_a_proof_holds_when_all_its_conditions_do() -> None:
    good, bad = Condition("a", 1.0, low=0.5), Condition("b", 1.0, high=0.5)
    assert Proof("x", (good,)).holds
    assert not Proof("x", (good, bad)).holds
    assert Proof("x", (good, bad)).margin == bad.margin
    assert Proof("x", (good, bad)).figure == 1.0


@pytest.mark.slow
def test_company_with_facts_says_how_many_draws_it_put_aside(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    drawn: list[int] = []

    def twice_wrong(world: object) -> tuple[Condition, ...]:
        drawn.append(1)
        return (Condition("patience", float(len(drawn)), low=3.0),)

    monkeypatch.setattr(facts, "FACTS", (Fact("x", "patience", twice_wrong),))
    company = company_with_facts(9, "D")
    assert company.redraws == 2
    assert company.world.seed != 9


@pytest.mark.slow
def test_facts_that_never_hold_end_in_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    never = Fact("x", "never", lambda world: (Condition("never", 0.0, low=1.0),))
    monkeypatch.setattr(facts, "FACTS", (never,))
    monkeypatch.setattr(facts, "_TRIES", 2)
    with pytest.raises(CasekitError) as caught:
        company_with_facts(1)
    assert caught.value.key == "world-facts-fail"


def test_an_unknown_family_is_refused_before_anything_is_drawn() -> None:
    with pytest.raises(InvalidArgument):
        company_with_facts(1, "Z")
