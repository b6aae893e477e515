"""Findings of the audit, counted for readers."""

from __future__ import annotations

import pandas as pd

from casekit.analysis.guards import need_table


def findings_by_kind(findings: pd.DataFrame) -> pd.DataFrame:
    """Count the findings of each kind, and the files they occur in.

    Parameters
    ----------
    findings
        What `audit_reports` gives.

    Returns
    -------
    pandas.DataFrame
        Index `finding` (kind of fault, in the audit's order); `certainty` (`certain` or
        `suspect`), `found` (findings) and `files`.

    Examples
    --------
    >>> findings = pd.DataFrame(
    ...     {"kind": ["decimal_comma"], "certainty": ["certain"], "file": ["north.csv"]}
    ... )
    >>> int(findings_by_kind(findings).loc["decimal_comma", "found"])
    1
    """
    need_table("findings", findings, "kind", "certainty", "file", rows=False)
    kinds = findings.groupby("kind", sort=False)
    table = kinds.agg(
        certainty=("certainty", "first"), found=("kind", "size"), files=("file", "nunique")
    )
    return table.rename_axis("finding")
