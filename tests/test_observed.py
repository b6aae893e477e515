"""Hours as an observer counts them: corrected reports, and the gap to the reference both ways."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from casekit.analysis import as_observed, audit_both_ways, cost_of_hours, time_audit
from casekit.company import ACTIVITIES, Case, load_case
from casekit.errors import InvalidArgument

HOURS = [f"{name}_hours" for name in ACTIVITIES]
BENCHMARKS = pd.DataFrame(
    {
        "metric": ["selling_share", "service_share", "travel_share", "admin_share"],
        "reference": [0.4, 0.2, 0.2, 0.2],
        "best_quarter": [0.5, 0.15, 0.2, 0.15],
    }
)


@pytest.fixture(scope="module")
def case() -> Case:
    return load_case()


def month_of(rep: str, month: str, hours: list[float]) -> dict[str, object]:
    return {
        "rep_id": rep,
        "month": month,
        "account_id": "A1",
        **dict(zip(HOURS, hours, strict=True)),
    }


def watched(rep: str, month: str, hours: list[float]) -> list[dict[str, object]]:
    return [
        {"rep_id": rep, "month": month, "activity": name, "hours": hour}
        for name, hour in zip(ACTIVITIES, hours, strict=True)
    ]


def test_hours_are_corrected_by_seen_against_told() -> None:
    told = [40.0, 20.0, 20.0, 20.0, 20.0, 30.0]
    reports = pd.DataFrame([month_of("R1", "2026-01", told), month_of("R1", "2026-02", told)])
    calendar = pd.DataFrame(watched("R1", "2026-01", [20.0, 20.0, 10.0, 30.0, 20.0, 50.0]))
    seen = as_observed(reports, calendar)
    # The month nobody watched is corrected like the one that was.
    assert seen[HOURS].to_numpy().tolist() == [[20.0, 20.0, 10.0, 30.0, 20.0, 50.0]] * 2
    assert reports[HOURS].to_numpy().tolist() == [told] * 2
    table = audit_both_ways(reports, calendar, BENCHMARKS)
    assert table.loc["selling", ["told_gap_hours", "seen_gap_hours"]].tolist() == pytest.approx(
        [80 - 60, 50 - 60]
    )
    assert table.loc["admin", ["told_share", "seen_share"]].tolist() == pytest.approx([0.2, 1 / 3])


def test_one_who_was_watched_tells_no_band() -> None:
    reports = pd.DataFrame([month_of("R1", "2026-01", [25.0] * 6)])
    calendar = pd.DataFrame(watched("R1", "2026-01", [20.0] * 6))
    table = audit_both_ways(reports, calendar, BENCHMARKS)
    assert table["seen_gap_hours"].notna().all()
    assert table[["seen_gap_hours_low", "seen_gap_hours_high"]].isna().all(axis=None)


def test_hours_never_reported_stay_as_they_are() -> None:
    reports = pd.DataFrame([month_of("R1", "2026-01", [30.0, 0.0, 30.0, 30.0, 30.0, 30.0])])
    calendar = pd.DataFrame(watched("R1", "2026-01", [30.0, 5.0, 25.0, 30.0, 30.0, 30.0]))
    assert as_observed(reports, calendar)["expansion_hours"].tolist() == [0.0]


@pytest.mark.slow
def test_the_band_holds_what_a_whole_count_would_give() -> None:
    rng = np.random.default_rng(7)
    people = [f"R{number}" for number in range(24)]
    held = 0
    draws = 120
    for _ in range(draws):
        told = rng.uniform(15.0, 35.0, (len(people), len(ACTIVITIES)))
        # Each person flatters otherwise; on average selling is seen a fifth lower.
        middle = np.array([0.8, 0.8, 0.8, 1.1, 1.1, 1.2])
        seen = told * middle * rng.lognormal(0.0, 0.15, told.shape)
        reports = pd.DataFrame(
            [month_of(rep, "2026-01", list(row)) for rep, row in zip(people, told, strict=True)]
        )
        calendar = pd.DataFrame(
            [
                line
                for rep, row in zip(people, seen, strict=True)
                for line in watched(rep, "2026-01", list(row))
            ]
        )
        admin = audit_both_ways(reports, calendar, BENCHMARKS).loc["admin"]
        corrected = as_observed(reports, calendar)[HOURS].to_numpy().sum(axis=1).mean()
        truth = told[:, -1].mean() * 1.2 * np.exp(0.15**2 / 2) - 0.2 * corrected
        held += admin["seen_gap_hours_low"] <= truth <= admin["seen_gap_hours_high"]
    assert 0.84 <= held / draws <= 0.96


def test_an_observed_hour_of_selling_costs_more(case: Case) -> None:
    seen = as_observed(case.reports, case.calendar)
    told_cost, seen_cost = (
        cost_of_hours(case.financials, table).loc["selling", "krub_per_hour"]
        for table in (case.reports, seen)
    )
    assert seen_cost > 1.15 * told_cost
    # The same month, differently divided.
    whole = [time_audit(table)["hours"].drop("selling").sum() for table in (case.reports, seen)]
    assert whole[1] == pytest.approx(whole[0], rel=0.01)


def test_nobody_watched_is_said_in_words(case: Case) -> None:
    elsewhere = case.calendar.assign(month="1999-01")
    with pytest.raises(InvalidArgument):
        as_observed(case.reports, elsewhere)
    with pytest.raises(InvalidArgument):
        audit_both_ways(case.reports, elsewhere, case.benchmarks)
