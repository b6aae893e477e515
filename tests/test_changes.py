"""The region that worked otherwise is found in the reports, and nothing where nobody did."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from casekit.analysis import region_that_changed
from casekit.company import Case, load_case
from casekit.world.dataset import write_variant
from casekit.world.facts import company_with_facts
from casekit.world.months import month_codes
from casekit.world.parameters import BURN_IN_MONTHS

MONTHS = [str(month) for month in pd.period_range("2024-07", "2026-06", freq="M")]


def reported(cut: float, seed: int, regions: str = "wxyz") -> Case:
    """Four regions whose retention hours are noise about one level, one of them cut for a while."""
    rng = np.random.default_rng(seed)
    rows = []
    for region in range(4):
        for place, month in enumerate(MONTHS):
            less = 1.0 - cut if region == 2 and 6 <= place < 15 else 1.0
            kept = 30.0 * less * (1.0 + rng.normal(0.0, 0.05))
            rows.append((f"R{region}", month, f"A{region}", kept, 14.0, 10.0 + 30.0 * (1 - less)))
    columns = ("retention_hours", "expansion_hours", "conversion_hours")
    reports = pd.DataFrame(rows, columns=["rep_id", "month", "account_id", *columns])
    codes = [f"A{k}" for k in range(4)]
    accounts = pd.DataFrame(
        {"account_id": codes, "rep_id": [f"R{k}" for k in range(4)], "region": list(regions)}
    )
    company = pd.DataFrame({"key": ["first_month", "last_month"], "value": [MONTHS[0], MONTHS[-1]]})
    return Case({"company": company, "accounts": accounts, "reports": reports})


def test_a_region_that_cut_is_found_with_its_months() -> None:
    found = region_that_changed(reported(0.5, 1))
    assert found is not None and found.region == "y"
    assert (found.first_month, found.last_month) == (MONTHS[6], MONTHS[14])
    assert found.change_share < -0.2


def test_where_nobody_changed_nobody_is_found() -> None:
    assert [region_that_changed(reported(0.0, seed)) for seed in range(8)] == [None] * 8


def test_one_region_has_nothing_beside_it() -> None:
    assert region_that_changed(reported(0.5, 1, regions="xxxx")) is None


@pytest.mark.slow
@pytest.mark.parametrize("family", ["A", "B", "C", "D"])
def test_what_the_generator_did_is_found(family: str, tmp_path) -> None:
    drawn = company_with_facts(3, family)
    write_variant(drawn, tmp_path / "company")
    found, cut = region_that_changed(load_case(tmp_path / "company")), drawn.world.truth.cut
    codes = month_codes(BURN_IN_MONTHS + cut.first_month - 1 + np.arange(cut.months))
    assert found is not None and found.region == drawn.world.truth.keys.region[cut.region]
    assert (found.first_month, found.last_month) == (codes[0], codes[-1])
