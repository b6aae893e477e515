"""Figures of a company that right answers of several notebooks ask for."""

from functools import lru_cache

import pandas as pd

from casekit import analysis
from casekit.company import Case

#: What several answers and mistakes ask for is worked out once for a company.
kept = lru_cache(maxsize=32)


@kept
def average(case: Case, window_months: int = 12) -> pd.DataFrame:
    """What an hour of each kind of selling earns on average."""
    return analysis.average_productivity(case.reports, case.sales, case.positions, window_months)
