"""The company that comes with the kit."""

from __future__ import annotations

from functools import cache

from casekit.world.facts import ProvenCompany, company_with_facts

#: The first seed from 2026 on whose first draw also shows the two facts claimed for the shipped
#: company alone (a region that cut retention; a star and a straggler), which most seeds do not.
SHIPPED_SEED = 2043


@cache
def shipped_company() -> ProvenCompany:
    """Draw the company that comes with the kit: family A, with the region that cut retention."""
    return company_with_facts(SHIPPED_SEED, "A", shipped=True)
