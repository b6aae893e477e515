"""Analyses, worked out by hand on the tiny company."""

from __future__ import annotations

import pandas as pd
import pytest

from casekit.analysis import hours_by_rep, reference_gaps, time_audit
from casekit.company import Case
from casekit.errors import InvalidArgument


def test_time_audit_by_hand(tiny: Case) -> None:
    # Two reps, two months: 4 rep-months of 150 hours; R01 sells 50 a month, R02 30.
    audit = time_audit(tiny.reports, tiny.benchmarks)
    assert audit.loc["retention", "hours"] == 20
    assert audit.loc["selling", "hours"] == pytest.approx(40)
    assert audit.loc["selling", "share"] == pytest.approx(160 / 600)
    assert audit.loc["selling", "reference_share"] == 0.41
    assert pd.isna(audit.loc["expansion", "reference_share"])
    parts = audit.drop(index="selling")["share"]
    assert parts.sum() == pytest.approx(1)


def test_gaps_are_hours_of_the_same_month(tiny: Case) -> None:
    gaps = reference_gaps(time_audit(tiny.reports, tiny.benchmarks))
    assert gaps.loc["selling", "gap_hours"] == pytest.approx(40 - 0.41 * 150)
    assert "expansion" not in gaps.index


def test_hours_by_rep_counts_months_worked(tiny: Case) -> None:
    reports = tiny.reports.query("not (rep_id == 'R02' and month == '2026-02')")
    by_rep = hours_by_rep(reports)
    assert by_rep.index.tolist() == ["R01", "R02"]
    assert by_rep.loc["R01", "selling_share"] == pytest.approx(50 / 150)
    assert by_rep.loc["R02", "total"] == 150


def test_no_hours_is_said_in_words(tiny: Case) -> None:
    with pytest.raises(InvalidArgument, match="no hours"):
        time_audit(tiny.reports.iloc[:0], tiny.benchmarks)
    with pytest.raises(InvalidArgument, match="no hours"):
        hours_by_rep(tiny.reports.iloc[:0])
