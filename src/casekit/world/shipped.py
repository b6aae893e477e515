"""The company that comes with the kit."""

from __future__ import annotations

from functools import cache

from casekit.world.facts import ProvenCompany, company_with_facts

#: A seed whose first draw also shows the two facts claimed for the shipped company alone (a region
#: that cut retention; a star and a straggler), which most do not, and whose totals are near the
#: case's.
SHIPPED_SEED = 27


@cache
def shipped_company() -> ProvenCompany:
    """Draw the company that comes with the kit: family A, with the region that cut retention."""
    return company_with_facts(SHIPPED_SEED, "A", shipped=True)
